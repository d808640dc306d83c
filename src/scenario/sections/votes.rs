//! `[votes]`: the count besides the parties, and where the rest of it is.
//!
//! | key | value | meaning |
//! |---|---|---|
//! | `file` | a path | a CSV with the votes, beside the scenario file |
//! | `against_all` | a number, or a share | valid votes for nobody |
//! | `others` | a number | valid votes for lists that are not named and win nothing |
//! | `invalid` | a number | invalid ballots |
//! | `cast` | a number | all ballots |
//! | `registered` | a number | persons entitled to vote |
//! | `lot` | `["9"]` | the winners of the lot as it was drawn, where `tie` has `"lot"` |

use std::collections::BTreeSet;
use std::path::Path;

use super::super::count::{Count, Totals};
use super::super::error::ScenarioError;
use super::super::field::{Field, Section};
use super::super::input::{Input, decode};
use super::super::row::{Amount, Row};
use super::super::votes_csv::{self, VotesTable};
use super::super::wording::excerpt;
use super::party::{self, Entry};
use crate::election::{NameError, Party, did_you_mean, party_named};
use crate::law::TieRules;

pub(super) const KEYS: [&str; 7] =
    ["file", "against_all", "others", "invalid", "registered", "cast", "lot"];

/// The whole count and what came with it.
pub(super) struct Counted {
    pub(super) count: Count,
    pub(super) registered: Option<u64>,
    /// The bytes of the votes file.
    pub(super) bytes: Vec<u8>,
    pub(super) ignored_columns: Vec<String>,
    /// The winners of the lot as it was drawn, by index.
    pub(super) lot: Vec<usize>,
    /// The id of a party that may be the sum of the others.
    pub(super) sum: Option<String>,
}

/// Brings `[votes]`, its votes file and the parties of the scenario file together.
pub(super) fn read(
    root: &Section<'_>,
    entries: Vec<Entry<'_>>,
    directory: Option<&Path>,
) -> Result<Counted, ScenarioError> {
    let section = root.get("votes").map(|field| field.section("`[votes]`", &KEYS)).transpose()?;
    let get = |key: &str| section.and_then(|section| section.get(key));
    let mut totals = read_totals(get)?;
    let mut bytes = Vec::new();
    let mut ignored_columns = Vec::new();
    let first_party = entries.first().map(|entry| entry.section);
    let (rows, sum) = if let Some(field) = get("file") {
        let input = read_file(field, directory)?;
        let table = votes_csv::read(&input.name, decode(&input.name, &input.bytes)?)?;
        add_totals(&mut totals, &table, get)?;
        let rows = refine(table.rows.clone(), entries, &input.name)?;
        let sum = table.check_lists(&input.name, &rows)?.map(|row| row.id.clone());
        bytes = input.bytes;
        ignored_columns = table.ignored_columns;
        (rows, sum)
    } else {
        let sum = party::check_lists(&entries, &totals.apart())?;
        (complete(root, entries, get("against_all"))?, sum)
    };
    let count = Count::new(rows, totals).map_err(|wrong| match (get(wrong.key), get("file")) {
        (Some(field), _) | (None, Some(field)) => field.refuse(wrong.message),
        (None, None) => first_party.as_ref().unwrap_or(root).refuse(wrong.message),
    })?;
    let lot = get("lot").map_or(Ok(Vec::new()), |field| read_lot(field, &count))?;
    Ok(Counted { count, registered: totals.registered, bytes, ignored_columns, lot, sum })
}

/// The winners of the lot, by index, in the order in which they were drawn.
pub(super) fn read_lot(field: Field<'_>, count: &Count) -> Result<Vec<usize>, ScenarioError> {
    const ACCEPTED: &str = "an array of the ids of the winners, such as `[\"amanat\"]`";
    let winner = |item: &Field<'_>| {
        let id = item.string(ACCEPTED)?;
        party_named(&count.parties, id).map_err(|error| item.refuse(error.to_string()))
    };
    field.items(ACCEPTED)?.iter().map(winner).collect()
}

/// A lot that the law does not ask for has no effect, so it is refused.
pub(super) fn check_lot(root: &Section<'_>, tie: TieRules) -> Result<(), ScenarioError> {
    let section = root.get("votes").map(|field| field.section("`[votes]`", &KEYS)).transpose()?;
    match section.and_then(|section| section.get("lot")) {
        Some(field) if !tie.draws_lots() => Err(field.refuse(format!(
            "`lot` has no effect, because the tie rule `{tie}` draws none; leave it out, or add \
             `tie = \"lot\"` to `[law]`"
        ))),
        _ => Ok(()),
    }
}

pub(super) fn read_totals<'t>(
    get: impl Fn(&str) -> Option<Field<'t>>,
) -> Result<Totals, ScenarioError> {
    let number = |key| get(key).map(|field| field.whole(0..=u64::MAX)).transpose();
    let against_all = match get("against_all") {
        Some(field) if field.is_string() => Some(Amount::Share(party::read_share(field)?)),
        Some(field) => Some(Amount::Votes(field.whole(0..=u64::MAX)?)),
        None => None,
    };
    Ok(Totals {
        against_all,
        others: number("others")?,
        invalid: number("invalid")?,
        registered: number("registered")?,
        cast: number("cast")?,
    })
}

/// Reads a table beside the scenario file, whose path is relative to it.
fn read_file(field: Field<'_>, directory: Option<&Path>) -> Result<Input, ScenarioError> {
    let file = field.string("a string with the path of a CSV")?;
    if file.is_empty() {
        return Err(field.refuse("`file` is empty; it must be the path of a CSV"));
    }
    match directory {
        Some(directory) => Input::from_path(&directory.join(file)),
        None => Err(field.refuse(
            "`file` needs a scenario that is a file itself; write the votes under `[[party]]`",
        )),
    }
}

/// Adds the totals of a votes file to those of the scenario file.
fn add_totals<'t>(
    totals: &mut Totals,
    table: &VotesTable,
    get: impl Fn(&str) -> Option<Field<'t>>,
) -> Result<(), ScenarioError> {
    let twice = |key: &str, field: Field<'t>| {
        field.refuse(format!("`{key}` is in the votes file too; keep it in one place"))
    };
    match (get("against_all"), table.against_all) {
        (Some(field), Some(_)) => return Err(twice("against_all", field)),
        (Some(field), None) if field.is_string() => {
            return Err(field.refuse(
                "`against_all` is a share, but the votes file counts votes; it must be a whole number",
            ));
        }
        (None, Some(votes)) => totals.against_all = Some(Amount::Votes(votes)),
        _ => {}
    }
    match (get("invalid"), table.invalid) {
        (Some(field), Some(_)) => return Err(twice("invalid", field)),
        (None, Some(ballots)) => totals.invalid = Some(ballots),
        _ => {}
    }
    Ok(())
}

/// Gives the rows of the votes file that are called by the name of a party of the scenario file its id.
fn call_by_id(rows: &mut [Row], entries: &[Entry<'_>], file: &str) -> Result<(), ScenarioError> {
    let parties: Vec<Party> = entries.iter().map(|entry| entry.row.named()).collect();
    let mut taken: BTreeSet<String> = rows.iter().map(|row| row.id.clone()).collect();
    for row in rows {
        match party_named(&parties, &row.id) {
            Ok(at) => {
                // A row that has the id is the party; another with nearly its name is a list of its own.
                if taken.insert(parties[at].id.clone()) {
                    row.id.clone_from(&parties[at].id);
                }
            }
            Err(NameError::Unknown { .. }) => {}
            Err(ambiguous @ NameError::Ambiguous { .. }) => {
                let at = parties.iter().position(|party| party.is_called(&row.id));
                let at = at.expect("a name of several is that of one");
                return Err(entries[at].section.refuse(format!("{file}: {ambiguous}")));
            }
        }
    }
    Ok(())
}

/// The rows of the votes file `file` with what the scenario file says about the same parties.
fn refine(
    mut rows: Vec<Row>,
    entries: Vec<Entry<'_>>,
    file: &str,
) -> Result<Vec<Row>, ScenarioError> {
    call_by_id(&mut rows, &entries, file)?;
    for Entry { section, row } in entries {
        for key in ["votes", "share"] {
            if let Some(field) = section.get(key) {
                let message = format!("the votes of `{}` are in {file}; leave `{key}` out", row.id);
                return Err(field.refuse(message));
            }
        }
        let Some(found) = rows.iter_mut().find(|found| found.id == row.id) else {
            let meant = did_you_mean(&row.id, rows.iter().map(|row| row.id.as_str()));
            let ids = rows.iter().take(20).map(|row| format!("`{}`", row.id));
            let ids = ids.collect::<Vec<_>>().join(", ");
            let id = excerpt(&row.id);
            let message = format!("`{id}` has no row in {file}{meant}; its parties are {ids}");
            return Err(section.refuse(message));
        };
        *found = std::mem::take(found).refined_by(row);
        if let Some((key, contradiction)) = found.contradiction() {
            return Err(section.refuse_key(key, contradiction));
        }
    }
    Ok(rows)
}

/// The rows of a scenario file that holds the whole count: every party has votes, or every party
/// a share.
fn complete(
    root: &Section<'_>,
    entries: Vec<Entry<'_>>,
    against_all: Option<Field<'_>>,
) -> Result<Vec<Row>, ScenarioError> {
    let Some(first) = entries.first() else {
        return Err(root.refuse(
            "there is no party; add at least one `[[party]]` with `id` and `votes`, or `file` under \
             `[votes]`",
        ));
    };
    let is_share = |row: &Row| matches!(row.amount, Some(Amount::Share(_)));
    let shares = is_share(&first.row);
    let first_id = excerpt(&first.row.id);
    for Entry { section, row } in &entries {
        if row.amount.is_none() {
            let message = format!(
                "`{}` has neither `votes` nor `share`; give it one of them",
                excerpt(&row.id)
            );
            return Err(section.refuse(message));
        }
        if is_share(row) != shares {
            let (found, other) = if shares { ("votes", "a share") } else { ("share", "votes") };
            let message = format!(
                "`{found}` is given here, but `{first_id}` has {other}; give all parties the same"
            );
            return Err(section.refuse_key(found, message));
        }
        if let Some((key, contradiction)) = row.contradiction() {
            return Err(section.refuse_key(key, contradiction));
        }
    }
    match against_all {
        Some(field) if field.is_string() && !shares => Err(field.refuse(
            "`against_all` is a share, but the parties have votes; it must be a whole number",
        )),
        _ => Ok(entries.into_iter().map(|entry| entry.row).collect()),
    }
}
