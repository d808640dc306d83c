//! What laws and the groups of a list are called.

use super::Messages;
use crate::law::Preset;

/// The words for the laws of Kazakhstan and for the groups they name, in one language.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(test, derive(serde::Serialize))]
#[expect(missing_docs, reason = "each field is named by what it says in `EN`")]
pub struct LawMessages {
    pub article_97_1: &'static str,
    pub kurultai_2026: &'static str,
    pub mazhilis_2023: &'static str,
    pub mazhilis_2009: &'static str,
    pub mazhilis_2007: &'static str,
    pub maslikhat_2023: &'static str,
    pub maslikhat_2021: &'static str,
    pub women: &'static str,
    pub youth: &'static str,
}

impl Messages {
    /// What a law is, in this language; laws of other countries stay as the catalogue has them.
    pub fn law_title(&self, preset: &Preset) -> &'static str {
        self.title_of_kazakh_law(preset.name).unwrap_or(preset.title)
    }

    /// The article of a law; those of other countries are citations and stay.
    pub fn law_article(&self, preset: &Preset) -> &'static str {
        match self.title_of_kazakh_law(preset.name) {
            Some(_) => self.laws.article_97_1,
            None => preset.article,
        }
    }

    fn title_of_kazakh_law(&self, name: &str) -> Option<&'static str> {
        match name {
            "kurultai-2026" => Some(self.laws.kurultai_2026),
            "mazhilis-2023" => Some(self.laws.mazhilis_2023),
            "mazhilis-2009" => Some(self.laws.mazhilis_2009),
            "mazhilis-2007" => Some(self.laws.mazhilis_2007),
            "maslikhat-2023" => Some(self.laws.maslikhat_2023),
            "maslikhat-2021" => Some(self.laws.maslikhat_2021),
            _ => None,
        }
    }

    /// The name of a group of candidates that the law names; others stay as their author wrote them.
    pub fn group<'n>(&self, name: &'n str) -> &'n str {
        match name {
            "women" => self.laws.women,
            "youth" => self.laws.youth,
            _ => name,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{EN, KK, RU};
    use crate::law::PRESETS;

    #[test]
    fn english_says_what_the_catalogue_says() {
        for preset in PRESETS {
            assert_eq!(EN.law_title(preset), preset.title);
            assert_eq!(EN.law_article(preset), preset.article);
        }
    }

    #[test]
    fn laws_of_kazakhstan_and_groups_are_translated_and_others_stay() {
        for words in [&KK, &RU] {
            let translated = PRESETS.iter().filter(|preset| {
                words.law_title(preset) != preset.title
                    && words.law_article(preset) != preset.article
            });
            assert_eq!(translated.count(), 6);
            assert_eq!(words.group("rural"), "rural");
        }
        assert_eq!([KK.group("women"), RU.group("youth")], ["әйелдер", "молодёжь"]);
    }
}
