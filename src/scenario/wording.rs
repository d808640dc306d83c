//! Texts that come from an input and go to people: their length and what may not be in them.

use crate::election::is_hidden;

/// The longest id or name, in characters.
pub(super) const MAX_NAME: usize = 200;
/// The longest title, source or assumption, in characters.
pub(super) const MAX_SENTENCE: usize = 2_000;

/// Checks a text of one line. The message is to follow the name of what is checked.
pub(super) fn check(text: &str, longest: usize) -> Result<(), String> {
    let accepted = || format!("it must be one line of 1 to {longest} characters");
    if text.trim().is_empty() {
        return Err(format!("is empty; {}", accepted()));
    }
    if let Some(character) = text.chars().find(|&character| is_hidden(character)) {
        let code = u32::from(character);
        return Err(format!(
            "contains the control character U+{code:04X}; {} without any",
            accepted()
        ));
    }
    let length = text.chars().count();
    if length > longest {
        return Err(format!("has {length} characters; {}", accepted()));
    }
    if text.trim() != text {
        return Err(format!("is `{text}`, with a space at an end; write `{}`", text.trim()));
    }
    Ok(())
}

/// A text from the input, shortened so that it fits into a message.
pub(super) fn excerpt(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_shortened() {
        assert_eq!(excerpt("short"), "short");
        assert_eq!(excerpt(&"ә".repeat(61)), format!("{}…", "ә".repeat(60)));
    }
}
