//! The same picture as PNG: the SVG, with every pixel computed here.
//!
//! Letters come from `DejaVu Sans`, regular and bold, which the program carries along: no font of
//! the machine is looked for, so a picture has the same pixels wherever it is made. The font has
//! every Kazakh and Russian letter; a character it lacks (most emoji) becomes the empty box that
//! fonts keep for that.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Options, Tree};

use super::ChartError;

/// The font all SVG pictures ask for first.
const FAMILY: &str = "DejaVu Sans";

/// The most pixels of one picture: 400 MB while it is drawn.
const MAX_PIXELS: u64 = 100_000_000;

/// The regular and the bold font, read once.
static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for font in [dejavu::sans::regular(), dejavu::sans::bold()] {
        fonts.load_font_source(Source::Binary(Arc::new(font)));
    }
    fonts.set_serif_family(FAMILY);
    fonts.set_sans_serif_family(FAMILY);
    Arc::new(fonts)
});

/// A picture's SVG as PNG, with `scale` pixels for each logical one, both ways.
///
/// ```
/// use kurultai::chart::{Caption, HemicycleChart, Theme, hemicycle::Block, palette, png};
/// let svg = HemicycleChart {
///     caption: Caption { title: "Кім қайда отырады?".into(), ..Caption::default() },
///     theme: Theme::Dark,
///     blocks: vec![Block { label: "Ауыл".into(), seats: 9, colour: palette(0) }],
///     unfilled: None,
///     majorities: vec![],
///     coalitions: vec![],
///     house_size: 9,
///     total_label: "орын".into(),
/// }
/// .draw()?;
/// assert!(png(&svg, 2)?.starts_with(b"\x89PNG"));
/// # Ok::<(), kurultai::chart::ChartError>(())
/// ```
///
/// # Errors
/// [`ChartError::Scale`] unless `scale` is from 1 to [`super::MAX_SCALE`];
/// [`ChartError::TooManyPixels`] for a picture so tall that it would need over 100 million;
/// [`ChartError::NotSvg`] for what is no SVG.
pub fn png(svg: &str, scale: u8) -> Result<Vec<u8>, ChartError> {
    if !(1..=super::MAX_SCALE).contains(&scale) {
        return Err(ChartError::Scale(scale));
    }
    let options = Options {
        fontdb: Arc::clone(&FONTS),
        font_family: FAMILY.to_owned(),
        ..Options::default()
    };
    let not_svg = |error: resvg::usvg::Error| ChartError::NotSvg(error.to_string());
    let tree = Tree::from_str(svg, &options).map_err(not_svg)?;
    let size = tree.size().to_int_size();
    let (width, height) = (size.width(), size.height());
    let pixels = u64::from(width) * u64::from(height) * u64::from(scale).pow(2);
    if pixels > MAX_PIXELS {
        return Err(ChartError::TooManyPixels { width, height, scale });
    }
    let mut sheet = Pixmap::new(width * u32::from(scale), height * u32::from(scale))
        .ok_or(ChartError::TooManyPixels { width, height, scale })?;
    let enlarged = Transform::from_scale(scale.into(), scale.into());
    resvg::render(&tree, enlarged, &mut sheet.as_mut());
    sheet.encode_png().map_err(|_| ChartError::TooManyPixels { width, height, scale })
}

#[cfg(test)]
mod tests;
