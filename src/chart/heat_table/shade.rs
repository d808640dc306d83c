//! The colours of differences: orange for fewer seats, blue for more, deeper for larger differences.
//!
//! Orange and blue stay apart under every common colour-vision deficiency. A class of differences has
//! one colour, so a reader can find it in the legend.

use crate::chart::Theme;
use crate::chart::palette::mix;
use crate::election::Colour;

/// The smallest difference of each class.
const CLASSES: [u64; 5] = [1, 2, 4, 10, 30];

/// The classes that a table needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shades {
    theme: Theme,
    largest: u64,
    used: usize,
}

impl Shades {
    /// For differences up to this one.
    pub(super) fn new(theme: Theme, largest: u64) -> Self {
        let used = CLASSES.iter().filter(|&&least| least <= largest).count();
        Self { theme, largest, used }
    }

    fn class(difference: u64) -> Option<usize> {
        CLASSES.iter().rposition(|&least| least <= difference)
    }

    /// The fill of a cell with this difference.
    pub(super) fn fill(self, difference: i64) -> Colour {
        let ground = self.theme.background();
        let Some(class) = Self::class(difference.unsigned_abs()) else { return ground };
        let (fewer, more) = match self.theme {
            Theme::Light => (Colour::new(0xd9, 0x6b, 0x0b), Colour::new(0x1f, 0x6f, 0xb8)),
            Theme::Dark => (Colour::new(0xf2, 0x9a, 0x43), Colour::new(0x5a, 0xb0, 0xf0)),
        };
        let step = u8::try_from(class * 65 / (self.used.max(2) - 1)).unwrap_or(65);
        mix(if difference < 0 { fewer } else { more }, ground, 35 + step)
    }

    /// The legend's swatches from the largest loss to the largest gain: a difference of the class, and
    /// what is said about it.
    pub(super) fn legend(self) -> Vec<(i64, String)> {
        let mut swatches = vec![(0, "0".to_owned())];
        for (class, &least) in CLASSES.iter().enumerate().take(self.used) {
            let next = CLASSES.get(class + 1).filter(|_| class + 1 < self.used);
            let most = next.map_or(self.largest, |next| next - 1);
            for sign in ["−", "+"] {
                let difference = i64::try_from(least).unwrap_or(i64::MAX);
                let text = if least == most {
                    format!("{sign}{least}")
                } else if class + 1 == CLASSES.len() {
                    format!("{sign}{least}…")
                } else {
                    format!("{sign}{least}…{sign}{most}")
                };
                if sign == "+" {
                    swatches.push((difference, text));
                } else {
                    swatches.insert(0, (-difference, text));
                }
            }
        }
        swatches
    }
}

/// A difference with its sign.
pub(super) fn signed(difference: i64) -> String {
    let sign = if difference < 0 { "−" } else { "+" };
    format!("{sign}{}", difference.unsigned_abs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::palette::{contrast, ink_on};

    #[test]
    fn the_legend_covers_every_difference_once() {
        let texts = |largest| -> Vec<String> {
            Shades::new(Theme::Light, largest).legend().into_iter().map(|one| one.1).collect()
        };
        assert_eq!(texts(0), ["0"]);
        assert_eq!(texts(1), ["−1", "0", "+1"]);
        assert_eq!(texts(7), ["−4…−7", "−2…−3", "−1", "0", "+1", "+2…+3", "+4…+7"]);
        assert_eq!(texts(10_000).len(), 11);
    }

    #[test]
    fn every_fill_leaves_its_text_readable_and_classes_apart() {
        for theme in [Theme::Light, Theme::Dark] {
            for largest in [1, 3, 9, 29, 500] {
                let shades = Shades::new(theme, largest);
                let fills: Vec<Colour> = shades
                    .legend()
                    .iter()
                    .map(|&(difference, _)| shades.fill(difference))
                    .collect();
                for fill in &fills {
                    assert!(
                        contrast(ink_on(*fill), *fill) >= 4.5,
                        "{theme:?} {fill} {}",
                        contrast(ink_on(*fill), *fill)
                    );
                }
                for pair in fills.windows(2) {
                    assert!(
                        contrast(pair[0], pair[1]) > 1.1,
                        "{theme:?} {pair:?} {}",
                        contrast(pair[0], pair[1])
                    );
                }
            }
        }
    }
}
