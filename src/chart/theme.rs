//! Light and dark pictures.

use crate::election::Colour;

/// Whether a picture is dark on light or light on dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark ink on white, for print and most pages.
    #[default]
    Light,
    /// Light ink on a near-black ground.
    Dark,
}

impl Theme {
    /// The ground that everything is drawn on.
    pub const fn background(self) -> Colour {
        match self {
            Self::Light => Colour::new(0xff, 0xff, 0xff),
            Self::Dark => Colour::new(0x14, 0x18, 0x1f),
        }
    }

    /// Titles, numbers, names.
    pub const fn ink(self) -> Colour {
        match self {
            Self::Light => Colour::new(0x16, 0x1a, 0x20),
            Self::Dark => Colour::new(0xf2, 0xf4, 0xf7),
        }
    }

    /// Subtitles, axis labels, sources: still readable at 12 pixels (contrast above 4.5).
    pub const fn muted_ink(self) -> Colour {
        match self {
            Self::Light => Colour::new(0x55, 0x5e, 0x6b),
            Self::Dark => Colour::new(0xa9, 0xb3, 0xc1),
        }
    }

    /// The outline of every mark (contrast above 3 whatever the mark's own colour).
    pub const fn outline(self) -> Colour {
        match self {
            Self::Light => Colour::new(0x2b, 0x31, 0x3a),
            Self::Dark => Colour::new(0xc9, 0xd0, 0xda),
        }
    }

    /// Hairlines that carry no meaning of their own.
    pub const fn grid(self) -> Colour {
        match self {
            Self::Light => Colour::new(0xd9, 0xdd, 0xe3),
            Self::Dark => Colour::new(0x38, 0x40, 0x4c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::palette::{contrast, palette};
    use super::*;

    #[test]
    fn inks_and_outlines_stand_out_from_the_ground() {
        for theme in [Theme::Light, Theme::Dark] {
            let ground = theme.background();
            assert!(contrast(theme.ink(), ground) >= 7.0);
            assert!(contrast(theme.muted_ink(), ground) >= 4.5);
            assert!(contrast(theme.outline(), ground) >= 3.0);
        }
    }

    /// The edge of a mark is seen whatever its colour: where the outline is close to the colour, the
    /// colour itself is far from the ground.
    #[test]
    fn every_mark_has_an_edge() {
        let greys = (0..=255).map(|grey| Colour::new(grey, grey, grey));
        for colour in (0..14).map(palette).chain(greys) {
            for theme in [Theme::Light, Theme::Dark] {
                let outline = contrast(theme.outline(), colour);
                let ground = contrast(theme.background(), colour);
                assert!(outline.max(ground) >= 3.0, "{colour} in {theme:?}: {outline}, {ground}");
            }
        }
    }
}
