//! The quotation marks of a CSV: what the reader would guess at is refused here.

/// A quotation mark that is out of place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Misquoted {
    /// Where it is, in bytes.
    pub(super) byte: usize,
    /// What is wrong with it, and what would be accepted.
    pub(super) message: &'static str,
}

/// Checks that a quoted field is quoted from end to end and closed.
pub(super) fn check(text: &str) -> Result<(), Misquoted> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        at = if bytes[at] == b'"' { end_of_quoted(bytes, at)? } else { end_of_plain(bytes, at)? };
        at += 1;
    }
    Ok(())
}

/// The end of the quoted field that begins at `start`: a separator or the end of the text.
fn end_of_quoted(bytes: &[u8], start: usize) -> Result<usize, Misquoted> {
    let mut at = start + 1;
    loop {
        match (bytes.get(at), bytes.get(at + 1)) {
            (None, _) => {
                return Err(Misquoted {
                    byte: start,
                    message: "a quotation mark is opened here and never closed; close it",
                });
            }
            (Some(b'"'), Some(b'"')) => at += 2,
            (Some(b'"'), None | Some(b',' | b'\r' | b'\n')) => return Ok(at + 1),
            (Some(b'"'), Some(_)) => {
                return Err(Misquoted {
                    byte: at + 1,
                    message: "something follows a closing quotation mark; a comma or the end of the \
                              line must, and a mark inside a field is doubled: `\"\"`",
                });
            }
            (Some(_), _) => at += 1,
        }
    }
}

/// The end of the unquoted field that begins at `start`.
fn end_of_plain(bytes: &[u8], start: usize) -> Result<usize, Misquoted> {
    for (at, byte) in bytes.iter().enumerate().skip(start) {
        match byte {
            b',' | b'\n' => return Ok(at),
            b'"' => {
                return Err(Misquoted {
                    byte: at,
                    message: "a quotation mark is inside a field without quotes; quote the whole field \
                              and double the marks in it: `\"the \"\"Ak Zhol\"\" party\"`",
                });
            }
            _ => {}
        }
    }
    Ok(bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn well_quoted_tables_pass() {
        for text in
            ["", "a,b\n", "\"a\",\"b, c\"\r\n\"\",\"d \"\"e\"\"\"", "\"two\nlines\",1\n", ",,\n,\n"]
        {
            assert_eq!(check(text), Ok(()), "{text:?}");
        }
    }

    #[test]
    fn a_stray_mark_is_found_where_it_is() {
        for (text, byte) in [("a,\"b\nc", 2), ("a,b\"c\n", 3), ("\"a\"b,c", 3), ("a, \"b\"", 3)] {
            assert_eq!(check(text).unwrap_err().byte, byte, "{text:?}");
        }
    }
}
