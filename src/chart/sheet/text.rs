//! How wide a text is, and where it breaks.
//!
//! Nobody knows which font a viewer has; the widths are those of `DejaVu Sans`, the first of the
//! stack and the widest, plus a tenth.

use super::advances::{BASIC_LATIN, CYRILLIC, LATIN, PUNCTUATION};

/// What a bold letter is wider than a plain one.
const BOLD: f64 = 1.14;
/// The reserve for fonts that are wider than the table.
const RESERVE: f64 = 1.1;

/// The width of a character in thousandths of an em.
fn advance(character: char) -> u16 {
    let code = u32::from(character);
    let within = |first: u32, table: &[u16]| {
        let offset = usize::try_from(code.checked_sub(first)?).ok()?;
        table.get(offset).copied()
    };
    let known = within(0x20, &BASIC_LATIN)
        .or_else(|| within(0x400, &CYRILLIC))
        .or_else(|| within(0xa0, &LATIN))
        .or_else(|| within(0x2010, &PUNCTUATION));
    match (known, code) {
        (Some(width), _) => width,
        // Combining marks, joiners, variation selectors, skin tones: drawn onto what precedes them.
        (_, 0x300..=0x36f | 0x200b..=0x200f | 0xfe00..=0xfe0f | 0x1f3fb..=0x1f3ff) => 0,
        // Emoji, flags and symbols, which colour fonts draw wider than a square.
        (_, 0x2600..=0x27bf | 0x1f000..) => 1300,
        // Hangul, Chinese, Japanese and full-width forms fill a square.
        (_, 0x1100..=0x11ff | 0x2e80..=0xd7ff | 0xf900..=0xfaff | 0xff00..=0xff60) => 1050,
        _ => 900,
    }
}

/// The width of a text in logical pixels at this font size, with the reserve.
pub(in crate::chart) fn width(text: &str, size: f64, bold: bool) -> f64 {
    let thousandths: f64 = text.chars().map(|character| f64::from(advance(character))).sum();
    let weight = if bold { BOLD } else { 1.0 };
    thousandths / 1000.0 * size * weight * RESERVE
}

/// Lines of text, and what it took to make them fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::chart) struct Wrapped {
    /// The lines, none of them wider than asked for.
    pub(in crate::chart) lines: Vec<String>,
    /// Whether a word had to be broken.
    pub(in crate::chart) broken: bool,
}

/// Whether a line may end here: at a space, but not at one that holds a number together.
fn ends_a_word(character: char) -> bool {
    character.is_whitespace() && !matches!(character, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// Breaks a text at its spaces and hyphens into lines of at most `limit` pixels. A word that is wider than a
/// line by itself is broken between characters.
pub(in crate::chart) fn wrap(text: &str, size: f64, bold: bool, limit: f64) -> Wrapped {
    let text = super::markup::printable(text);
    let mut lines: Vec<String> = Vec::new();
    let mut broken = false;
    // After a hyphen a line may end too.
    let words = text.split(ends_a_word).filter(|word| !word.is_empty());
    let parts = words.flat_map(|word| {
        let spaces = std::iter::once(" ").chain(std::iter::repeat(""));
        spaces.zip(word.split_inclusive('-'))
    });
    for (space, part) in parts {
        if let Some(line) = lines.last_mut() {
            let longer = format!("{line}{space}{part}");
            if width(&longer, size, bold) <= limit {
                *line = longer;
                continue;
            }
        }
        let pieces = pieces(part, size, bold, limit);
        broken |= pieces.len() > 1;
        lines.extend(pieces);
    }
    Wrapped { lines, broken }
}

/// A word in pieces of at most `limit` pixels; never empty pieces, never a mark without its letter.
fn pieces(word: &str, size: f64, bold: bool, limit: f64) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut joined = false;
    for character in word.chars() {
        let piece = pieces.last_mut().map_or("", |piece| piece.as_str());
        let starts_cluster = !joined && advance(character) > 0;
        let full = width(&format!("{piece}{character}"), size, bold) > limit;
        if starts_cluster && full && !piece.is_empty() {
            pieces.push(String::new());
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push(character);
        }
        joined = character == '\u{200d}';
    }
    pieces
}

/// The text, shortened with an ellipsis if it is wider than `limit` pixels.
pub(in crate::chart) fn ellipsize(text: &str, size: f64, bold: bool, limit: f64) -> String {
    let text = super::markup::printable(text);
    if width(&text, size, bold) <= limit {
        return text;
    }
    let room = limit - width("…", size, bold);
    let start = pieces(&text, size, bold, room).swap_remove(0);
    format!("{}…", start.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_follow_the_font() {
        // "Ақ": 684 + 639 (қ is U+049B) thousandths, a tenth more, at 100 pixels.
        let expected = f64::from(684 + advance('қ')) / 10.0 * 1.1;
        assert!((width("Ақ", 100.0, false) - expected).abs() < 1e-9);
        assert!(width("Ақ", 100.0, true) > width("Ақ", 100.0, false));
        for letter in "ӘәҒғҚқҢңӨөҰұҮүҺһІіЁёЩщ".chars() {
            assert!((200..1200).contains(&advance(letter)), "{letter}");
        }
        assert_eq!(advance('\u{301}'), 0);
        assert!(advance('🐎') > 1100);
    }

    #[test]
    fn lines_keep_every_word_and_the_limit() {
        let name = "Қазақстанның жалпыұлттық әлеуметтік-демократиялық партиясы";
        let wrapped = wrap(name, 14.0, false, 230.0);
        let expected = ["Қазақстанның", "жалпыұлттық әлеуметтік-", "демократиялық партиясы"];
        assert_eq!(wrapped.lines, expected);
        assert!(!wrapped.broken);
        for line in &wrapped.lines {
            assert!(width(line, 14.0, false) <= 230.0);
        }
    }

    #[test]
    fn a_number_stays_on_one_line() {
        let wrapped = wrap("сынақ саны: 100\u{202f}000", 14.0, false, 130.0);
        assert_eq!(wrapped.lines, ["сынақ саны:", "100\u{202f}000"]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_broken_but_keeps_its_letters() {
        let wrapped = wrap("Парламентаризмнің", 14.0, false, 60.0);
        assert!(wrapped.broken);
        assert_eq!(wrapped.lines.concat(), "Парламентаризмнің");
    }

    #[test]
    fn a_family_of_emoji_stays_together() {
        let family = "👩‍👩‍👧";
        assert_eq!(wrap(family, 14.0, false, 20.0).lines, [family]);
    }

    #[test]
    fn an_ellipsis_fits_too() {
        let short = ellipsize("Respublica", 14.0, false, 60.0);
        assert!(short.ends_with('…') && width(&short, 14.0, false) <= 60.0);
        assert_eq!(ellipsize("Auyl", 14.0, false, 60.0), "Auyl");
    }
}
