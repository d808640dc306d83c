//! What the tests of all pictures of rows draw.

use crate::chart::inspection::{Letters, inspect, outlined};
use crate::chart::{Caption, ChartError, MajorityMark, Theme, palette};

/// Names that are long, short, hostile, or run from right to left.
const NAMES: [&str; 14] = [
    "Қазақстан Республикасының жалпыұлттық демократиялық партиясы",
    "Общенациональная социал-демократическая партия Казахстана 26",
    "A",
    "a\"b, <c> & d;",
    "👩‍👩‍👧🇰🇿🐎",
    "حزب الشعب العظيم",
    "Парламентаризмніңпарламентаризмніңпарламентаризмніңпарламент",
    "Байтақ — Қазақстанның жасылдар партиясы 🐎🌿 «Болашақ ұрпақ»!!",
    "Народно-демократическая патриотическая партия «Ауыл» и союзы",
    "Respublica",
    "]]>",
    "\0\u{1b}[31m\u{202e}x",
    "OSDP",
    "Ә",
];

pub(in crate::chart) const THEMES: [Theme; 2] = [Theme::Light, Theme::Dark];

pub(in crate::chart) fn caption() -> Caption {
    Caption {
        title: "What do the lists win?".to_owned(),
        subtitle: "Hare quota, threshold 5 % of valid votes, 100,000 draws, seed 1".to_owned(),
        source: "Central Election Commission".to_owned(),
        description: "Amanat 83 of 145 seats".to_owned(),
        language: "en".to_owned(),
    }
}

pub(in crate::chart) fn majorities() -> Vec<MajorityMark> {
    [("two-thirds majority", 97), ("majority", 73)]
        .map(|(label, seats)| MajorityMark { label: label.to_owned(), seats })
        .into()
}

/// Numbers of an axis that nothing else in a picture looks like.
pub(in crate::chart) fn tick(value: f64) -> String {
    format!("@{value}")
}

/// Draws 1, 2 and 14 rows, with the names above and with names of one letter, in both themes, and checks what
/// holds for every picture; in all of them the first colour of the palette has an outline. Drawing twice gives the
/// same bytes.
pub(in crate::chart) fn every_form(
    draw: impl Fn(Vec<String>, Theme) -> Result<String, ChartError>,
) {
    for theme in THEMES {
        for count in [1, 2, 14] {
            let short = vec!["A".to_owned(); count];
            let mut odd = NAMES.map(str::to_owned).to_vec();
            odd.truncate(count);
            for names in [short, odd] {
                let svg = draw(names.clone(), theme).unwrap();
                let letters = inspect(&svg);
                assert!(!outlined(&svg, theme, palette(0)).is_empty());
                assert!(letters.iter().all(|one| !one.text.contains('…')), "{letters:?}");
                assert_eq!(draw(names, theme).unwrap(), svg);
            }
        }
    }
}

/// Where values are, read from two numbers of the axis.
pub(in crate::chart) fn scale(
    letters: &[Letters],
    low: f64,
    high: f64,
) -> impl Fn(f64) -> f64 + use<> {
    let at = |value: f64| {
        let text = tick(value);
        let found = letters.iter().rfind(|one| one.text == text);
        let found = found.unwrap_or_else(|| panic!("no {text} in {letters:?}"));
        f64::midpoint(found.left, found.right)
    };
    let (from, to) = (at(low), at(high));
    move |value| from + (value - low) / (high - low) * (to - from)
}

/// The text's place.
pub(in crate::chart) fn text<'a>(letters: &'a [Letters], text: &str) -> &'a Letters {
    let found = letters.iter().find(|one| one.text == text);
    found.unwrap_or_else(|| panic!("no {text} in {letters:?}"))
}

/// Whether two pixels are the same but for the tenths that drawing rounds to.
pub(in crate::chart) fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 0.21, "{found} is not {expected}");
}
