//! The header of a table: where each column is.

use std::collections::BTreeMap;

use csv::StringRecord;

use super::wording;

/// The most columns a table may have, those that mean nothing included.
const MAX_COLUMNS: usize = 100;

/// Where each known column is.
pub(super) type Columns = BTreeMap<&'static str, usize>;

/// Finds the columns that are `known`, whatever their capitals; the others are noted in `ignored`.
/// `example` shows how a header is written.
pub(super) fn find(
    header: &StringRecord,
    known: &[&'static str],
    example: &str,
    ignored: &mut Vec<String>,
) -> Result<Columns, String> {
    for (separator, shown) in [(';', "`;`"), ('\t', "tabs")] {
        if header.iter().any(|title| title.contains(separator)) {
            return Err(format!(
                "the columns are separated by {shown}; separate them by commas, as in `{example}`"
            ));
        }
    }
    if header.len() > MAX_COLUMNS {
        let found = header.len();
        return Err(format!("there are {found} columns; at most {MAX_COLUMNS} are allowed"));
    }
    let mut columns = Columns::new();
    for (at, title) in header.iter().enumerate() {
        let lower = title.to_ascii_lowercase();
        match known.iter().copied().find(|&column| column == lower) {
            Some(column) => {
                if columns.insert(column, at).is_some() {
                    return Err(format!("two columns are called `{column}`; one is allowed"));
                }
            }
            None => ignored.push(wording::excerpt(title)),
        }
    }
    Ok(columns)
}
