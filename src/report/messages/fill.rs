//! Messages with their places filled.

/// The message as the rest of a sentence: the first word without its capital letter. A place stays as it is,
/// since a name may come first.
pub(in crate::report) fn continued(message: &str) -> String {
    let mut letters = message.chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// The message with its places filled.
///
/// ```
/// use kurultai::report::messages::fill;
/// assert_eq!(fill("{n} of {all}", &[("n", "73"), ("all", "145")]), "73 of 145");
/// assert_eq!(fill("A remainder of {r}.", &[("r", "77.310…")]), "A remainder of 77.310…");
/// ```
pub fn fill(message: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(message.len());
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        text.push_str(before);
        let value = values.iter().find(|(place, _)| *place == name).map_or("", |place| place.1);
        text.push_str(value);
        // A number cut off ends the sentence with its own three dots.
        rest =
            if value.ends_with('…') { after.strip_prefix('.').unwrap_or(after) } else { after };
    }
    text.push_str(rest);
    text
}
