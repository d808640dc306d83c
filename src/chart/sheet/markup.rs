//! Text made safe for an XML document.

/// The text without what XML forbids or a reader cannot see: control characters vanish (tabs and
/// line ends become spaces), and so do the marks that turn the direction of what follows them.
pub(super) fn printable(text: &str) -> String {
    text.chars()
        .filter_map(|character| match character {
            '\t' | '\n' | '\r' => Some(' '),
            '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
            | '\u{fffe}'
            | '\u{ffff}' => None,
            _ if character.is_control() => None,
            _ => Some(character),
        })
        .collect()
}

/// The printable text with the five characters of XML escaped, for content and attributes alike.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in printable(text).chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&apos;"),
            _ => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_forbids_is_dropped() {
        assert_eq!(printable("a\0b\u{1b}c\td\u{202e}e\u{fffe}"), "abc de");
        assert_eq!(printable("Ақ жол 🐎"), "Ақ жол 🐎");
    }

    #[test]
    fn markup_becomes_text() {
        assert_eq!(
            escape("<script>\"a\" & 'b'"),
            "&lt;script&gt;&quot;a&quot; &amp; &apos;b&apos;"
        );
    }
}
