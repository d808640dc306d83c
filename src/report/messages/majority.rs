//! What majorities are called.

use super::{Messages, fill};

impl Messages {
    /// The name of a majority in this language: of one that is well known, also where it is of another
    /// number of seats than the lists have (`simple, of 98`). A name that an author made up stays.
    pub fn majority(&self, name: &str) -> String {
        let (share, all) = match name.split_once(", of ") {
            Some((share, all)) => (share, Some(all)),
            None => (name, None),
        };
        let share = match share {
            "simple" => self.majority_simple,
            "two-thirds" => self.majority_two_thirds,
            "three-quarters" => self.majority_three_quarters,
            "four-fifths" => self.majority_four_fifths,
            _ => return name.to_owned(),
        };
        match all {
            Some(all) => fill(self.majority_of_house, &[("name", share), ("seats", all)]),
            None => share.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{EN, RU};

    #[test]
    fn well_known_majorities_are_translated_and_others_stay() {
        assert_eq!(RU.majority("two-thirds"), "две трети");
        assert_eq!(RU.majority("simple, of 98"), "простое, из 98");
        assert_eq!(RU.majority("veto, of the upper house"), "veto, of the upper house");
        for name in ["simple", "two-thirds", "three-quarters", "four-fifths", "simple, of 107"] {
            assert_eq!(EN.majority(name), name);
        }
    }
}
