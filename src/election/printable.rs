//! Characters that nobody sees, written out: no text of an input can steer a terminal or turn a line around.

/// Whether a character is a control character, a line separator, or a mark without a shape of its own that
/// turns the direction of writing around or makes two texts look the same.
///
/// The joiners U+200C and U+200D are not among them: names in Persian and in Indic scripts need them.
pub fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// `text` with everything hidden in it written out, as in `\u{202e}`.
///
/// ```
/// use kurultai::election::printable;
/// assert_eq!(printable("a\u{1b}[2J\nb\u{202e}"), "a\\u{1b}[2J\\nb\\u{202e}");
/// assert_eq!(printable("«Ауыл» `x`"), "«Ауыл» `x`");
/// ```
pub fn printable(text: &str) -> String {
    written_out(text, is_hidden)
}

/// The same for a message, which also shows the joiners: what was typed and what is known may differ by one.
pub fn printable_in_message(text: &str) -> String {
    written_out(text, |character| {
        is_hidden(character) || matches!(character, '\u{200c}' | '\u{200d}')
    })
}

fn written_out(text: &str, is_hidden: impl Fn(char) -> bool) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if is_hidden(character) {
            shown.extend(character.escape_default());
        } else {
            shown.push(character);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joiners_are_part_of_names_and_shown_in_messages() {
        let name = "می\u{200c}خواهم";
        assert_eq!(printable(name), name);
        assert_eq!(printable_in_message("ama\u{200d}nat"), "ama\\u{200d}nat");
    }

    #[test]
    fn every_mark_without_a_shape_is_written_out() {
        for hidden in [
            '\u{0}',
            '\u{7f}',
            '\u{9b}',
            '\u{200b}',
            '\u{200f}',
            '\u{202a}',
            '\u{2066}',
            '\u{2069}',
            '\u{feff}',
            '\u{e0041}',
        ] {
            let shown = printable(&format!("a{hidden}b"));
            assert_eq!(shown, format!("a{}b", hidden.escape_default()));
            assert_eq!(printable(&shown), shown, "written out twice");
        }
        // Spaces that numbers are written with stay.
        assert_eq!(printable("6\u{202f}366\u{a0}441"), "6\u{202f}366\u{a0}441");
    }
}
