//! Colours for parties that bring none, and how far apart two colours are.

use crate::election::Colour;

/// Okabe and Ito's seven colours (2008), then seven of Paul Tol's muted scheme (2021): both are
/// chosen to stay apart under the common colour-vision deficiencies.
const SEQUENCE: [Colour; 14] = [
    Colour::new(0x00, 0x72, 0xb2),
    Colour::new(0xe6, 0x9f, 0x00),
    Colour::new(0x00, 0x9e, 0x73),
    Colour::new(0xcc, 0x79, 0xa7),
    Colour::new(0x56, 0xb4, 0xe9),
    Colour::new(0xd5, 0x5e, 0x00),
    Colour::new(0xf0, 0xe4, 0x42),
    Colour::new(0x33, 0x22, 0x88),
    Colour::new(0x88, 0x22, 0x55),
    Colour::new(0x11, 0x77, 0x33),
    Colour::new(0x99, 0x99, 0x33),
    Colour::new(0xaa, 0x44, 0x99),
    Colour::new(0x44, 0xaa, 0x99),
    Colour::new(0xdd, 0xcc, 0x77),
];

/// The colour of the party at `index` (from 0) when it has none of its own. Fourteen different
/// ones, then again from the start: labels tell parties apart, colour only helps.
///
/// ```
/// use kurultai::chart::palette;
/// assert_ne!(palette(0), palette(1));
/// assert_eq!(palette(0), palette(14));
/// ```
pub const fn palette(index: usize) -> Colour {
    SEQUENCE[index % SEQUENCE.len()]
}

/// Relative luminance as WCAG 2 defines it, 0 to 1.
fn luminance(colour: Colour) -> f64 {
    let linear = |channel: u8| {
        let value = f64::from(channel) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    let (red, green, blue) = colour.channels();
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/// The contrast ratio of WCAG 2, 1 to 21.
pub(super) fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    one.max(other) / one.min(other)
}

/// Whether neighbours in these colours need a line between them: their contrast is below 2.2, so
/// hue alone would tell them apart, and not to everybody.
pub(super) fn similar(one: Colour, other: Colour) -> bool {
    contrast(one, other) < 2.2
}

/// So many hundredths of the one colour, the rest of the other.
pub(super) fn mix(one: Colour, other: Colour, hundredths: u8) -> Colour {
    let weight = u16::from(hundredths.min(100));
    let channel = |one: u8, other: u8| {
        let sum = u16::from(one) * weight + u16::from(other) * (100 - weight);
        u8::try_from(sum / 100).unwrap_or(u8::MAX)
    };
    let (one, other) = (one.channels(), other.channels());
    Colour::new(channel(one.0, other.0), channel(one.1, other.1), channel(one.2, other.2))
}

/// Black or white, whichever is easier to read on this colour: a contrast of at least 4.5.
pub(super) fn ink_on(ground: Colour) -> Colour {
    let (black, white) = (Colour::new(0, 0, 0), Colour::new(0xff, 0xff, 0xff));
    if contrast(black, ground) >= contrast(white, ground) { black } else { white }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_wcag() {
        let (black, white) = (Colour::new(0, 0, 0), Colour::new(255, 255, 255));
        assert!((contrast(black, white) - 21.0).abs() < 1e-9);
        assert!((contrast(white, white) - 1.0).abs() < 1e-9);
        // The example every guideline cites: #767676 on white passes 4.5, #777777 does not.
        assert!(contrast(Colour::new(0x76, 0x76, 0x76), white) >= 4.5);
        assert!(contrast(Colour::new(0x77, 0x77, 0x77), white) < 4.5);
    }

    #[test]
    fn a_mixture_lies_between_its_colours() {
        let (black, white) = (Colour::new(0, 0, 0), Colour::new(255, 255, 255));
        assert_eq!(mix(white, black, 100), white);
        assert_eq!(mix(white, black, 0), black);
        assert_eq!(mix(white, black, 40), Colour::new(102, 102, 102));
    }

    #[test]
    fn two_blues_of_2023_are_similar() {
        let (aq_jol, osdp) = (Colour::new(0x12, 0x4b, 0x8b), Colour::new(0x00, 0x40, 0xb0));
        assert!(similar(aq_jol, osdp));
        assert!(!similar(aq_jol, Colour::new(0x00, 0xaf, 0xca)));
    }

    #[test]
    fn the_palette_repeats_no_colour_within_fourteen() {
        for one in 0..14 {
            for other in 0..one {
                assert_ne!(palette(one), palette(other));
            }
        }
    }

    #[test]
    fn some_ink_is_readable_on_every_colour() {
        for red in 0..=255 {
            for rest in 0..=255 {
                let ground = Colour::new(red, rest, 255 - rest / 2);
                assert!(contrast(ink_on(ground), ground) >= 4.5, "{ground:?}");
            }
        }
        assert_eq!(ink_on(palette(6)), Colour::new(0, 0, 0));
        assert_eq!(ink_on(palette(7)), Colour::new(255, 255, 255));
    }
}
