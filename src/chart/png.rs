//! The same picture as PNG: the SVG, with every pixel computed here.
//!
//! Letters come from `DejaVu Sans`, regular and bold, which the program carries along: no font of
//! the machine is looked for, so a picture has the same pixels wherever it is made. The font has
//! every Kazakh and Russian letter; a text with a character that it lacks (Chinese, Devanagari, most emoji)
//! is refused: it would become the empty boxes that fonts keep for that.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Group, Node, Options, Tree};
use skrifa::{FontRef, MetadataProvider};

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
/// [`ChartError::NoLetters`] for a text with characters that the font lacks;
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
    let lacking = lacking(tree.root());
    if !lacking.is_empty() {
        return Err(ChartError::NoLetters { characters: named(&lacking) });
    }
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

/// The characters of a picture's texts that neither font has, but for those without a shape of their own.
fn lacking(group: &Group) -> BTreeSet<char> {
    let fonts = [dejavu::sans::regular(), dejavu::sans::bold()].map(FontRef::new);
    let has = |character: char| {
        fonts.iter().flatten().any(|font| font.charmap().map(character).is_some())
    };
    let mut lacking: BTreeSet<char> = BTreeSet::new();
    let mut groups = vec![group];
    while let Some(group) = groups.pop() {
        for node in group.children() {
            match node {
                Node::Group(inner) => groups.push(inner),
                Node::Text(text) => {
                    let characters = text.chunks().iter().flat_map(|chunk| chunk.text().chars());
                    lacking.extend(characters.filter(|&at| !is_shapeless(at) && !has(at)));
                }
                Node::Path(_) | Node::Image(_) => {}
            }
        }
    }
    lacking
}

/// Spaces, joiners and the selectors of a letter's variant, of which nothing is drawn.
fn is_shapeless(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// The first of them, each with its code: `अ` (U+0905).
fn named(characters: &BTreeSet<char>) -> String {
    const MOST: usize = 10;
    let shown = |&at: &char| format!("`{at}` (U+{:04X})", u32::from(at));
    let mut names: Vec<String> = characters.iter().take(MOST).map(shown).collect();
    if let Some(more) = characters.len().checked_sub(MOST).filter(|&more| more > 0) {
        names.push(format!("and {more} more"));
    }
    names.join(", ")
}

#[cfg(test)]
mod tests;
