//! A table of votes: one row a party.

use std::collections::BTreeSet;
use std::str::FromStr;

use csv::StringRecord;

use crate::election::{Colour, LocalName, MAX_LISTS, PartyKind};

use super::columns::{self, Columns};
use super::error::{Place, ScenarioError, line_of};
use super::no_list::{self, Written};
use super::quotation;
use super::row::{Amount, Row};
use super::wording;

/// The columns that mean something.
const COLUMNS: [&str; 11] = [
    "party",
    "votes",
    "name",
    "color",
    "official_seats",
    "seats",
    "candidates",
    "exempt",
    "alliance",
    "kind",
    "assumed",
];

/// The votes that are accepted.
const VOTES: &str = "0 to 18446744073709551615";

/// What a table of votes says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct VotesTable {
    pub(super) rows: Vec<Row>,
    /// The line of each row.
    pub(super) lines: Vec<usize>,
    pub(super) against_all: Option<u64>,
    pub(super) invalid: Option<u64>,
    pub(super) ignored_columns: Vec<String>,
    has_kinds: bool,
}

impl VotesTable {
    /// Checks that every row is what its `kind` says, or looks like a list. `rows` are those of the table, with
    /// what a scenario file says about them. The row that may be their sum is given back.
    pub(super) fn check_lists<'r>(
        &self,
        file: &str,
        rows: &'r [Row],
    ) -> Result<Option<&'r Row>, ScenarioError> {
        let apart: Vec<u64> = [self.against_all, self.invalid].into_iter().flatten().collect();
        no_list::find(rows, &apart, Written::Table).map_err(|found| {
            let place = Place::line(file, self.lines[found.row]);
            place.refuse(format!("{}{}", found.message, self.where_kind_stands()))
        })
    }

    /// What a message about a missing `kind` adds where the table has no column for it.
    const fn where_kind_stands(&self) -> &'static str {
        if self.has_kinds { "" } else { "; for that, add a column `kind`" }
    }
}

/// Reads the table in `text`, called `file` in messages.
pub(super) fn read(file: &str, text: &str) -> Result<VotesTable, ScenarioError> {
    quotation::check(text)
        .map_err(|wrong| Place::byte(file, text, wrong.byte).refuse(wrong.message))?;
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut table = VotesTable::default();
    let mut columns: Option<(Columns, usize)> = None;
    let mut ids = BTreeSet::new();
    for record in reader.records() {
        let record = record.map_err(|error| Place::file(file).refuse(error.to_string()))?;
        let place = || Place::line(file, line_of_record(text, &record));
        let Some((columns, width)) = &columns else {
            let header = read_header(&record, &mut table.ignored_columns)
                .map_err(|message| place().refuse(message))?;
            table.has_kinds = header.contains_key("kind");
            columns = Some((header, record.len()));
            continue;
        };
        if record.len() != *width {
            return Err(place().refuse(wrong_width(&record, *width)));
        }
        let cells = Cells { record: &record, columns };
        read_row(cells, &mut table, &mut ids).map_err(|message| place().refuse(message))?;
        table.lines.resize(table.rows.len(), line_of_record(text, &record));
        if table.rows.len() > MAX_LISTS {
            return Err(place().refuse(format!("more than {MAX_LISTS} parties; that is the most")));
        }
    }
    Ok(table)
}

/// The line a record begins on; blank lines before it are no part of it.
pub(super) fn line_of_record(text: &str, record: &StringRecord) -> usize {
    let byte = record.position().map_or(0, csv::Position::byte);
    let start = usize::try_from(byte).unwrap_or(0).min(text.len());
    let blank = text.as_bytes()[start..].iter();
    let blank = blank.take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
    line_of(text.as_bytes(), start + blank)
}

fn wrong_width(record: &StringRecord, width: usize) -> String {
    format!(
        "the number of fields is {}, but the header has {width} columns; separate fields by one comma each, put a \
         name that contains a comma in quotes, and write numbers in digits alone",
        record.len()
    )
}

/// Finds the columns; those unknown are noted in `ignored`.
fn read_header(header: &StringRecord, ignored: &mut Vec<String>) -> Result<Columns, String> {
    const ACCEPTED: &str = "the header needs at least `party,votes`";
    let columns = columns::find(header, &COLUMNS, "party,votes", ignored)?;
    for needed in ["party", "votes"] {
        if !columns.contains_key(needed) {
            return Err(format!("there is no column `{needed}`; {ACCEPTED}"));
        }
    }
    if columns.contains_key("seats") && columns.contains_key("official_seats") {
        return Err("`seats` and `official_seats` mean the same; keep one of them".to_owned());
    }
    Ok(columns)
}

/// One row with its columns.
#[derive(Clone, Copy)]
struct Cells<'r> {
    record: &'r StringRecord,
    columns: &'r Columns,
}

impl<'r> Cells<'r> {
    /// What a column holds; none if it is empty or not there.
    fn get(self, column: &str) -> Option<&'r str> {
        let cell = self.record.get(*self.columns.get(column)?)?;
        (!cell.is_empty()).then_some(cell)
    }

    fn whole<T: FromStr>(self, column: &str, accepted: &str) -> Result<Option<T>, String> {
        self.get(column).map(|cell| whole(column, cell, accepted)).transpose()
    }

    fn flag(self, column: &str) -> Result<Option<bool>, String> {
        match self.get(column) {
            None => Ok(None),
            Some("true") => Ok(Some(true)),
            Some("false") => Ok(Some(false)),
            Some(cell) => Err(format!(
                "`{column}` is `{}`; it must be `true`, `false` or empty",
                wording::excerpt(cell)
            )),
        }
    }
}

/// A number written in digits and nothing else.
fn whole<T: FromStr>(column: &str, cell: &str, accepted: &str) -> Result<T, String> {
    let digits = cell.bytes().all(|byte| byte.is_ascii_digit());
    let number = digits.then(|| cell.parse().ok()).flatten();
    number.ok_or_else(|| {
        format!(
            "`{column}` is `{}`; it must be a whole number from {accepted} in digits alone, without \
             signs, separators or decimals",
            wording::excerpt(cell)
        )
    })
}

/// Reads one row into the table.
fn read_row(
    cells: Cells<'_>,
    table: &mut VotesTable,
    ids: &mut BTreeSet<String>,
) -> Result<(), String> {
    let id = cells.get("party").unwrap_or_default();
    wording::check(id, wording::MAX_NAME).map_err(|wrong| format!("`party` {wrong}"))?;
    if !ids.insert(id.to_owned()) {
        return Err(format!("`{id}` appears twice; every row needs a party of its own"));
    }
    let votes = (cells.get("votes"))
        .ok_or(format!("`votes` is empty; it must be a whole number from {VOTES}"))?;
    let votes = whole("votes", votes, VOTES)?;
    match cells.get("kind") {
        None => read_party(cells, id, votes, None, table),
        Some("list") => read_party(cells, id, votes, Some(PartyKind::List), table),
        Some("others") => read_party(cells, id, votes, Some(PartyKind::Others), table),
        Some("against_all") => read_total(cells, votes, "against_all", &mut table.against_all),
        Some("invalid") => read_total(cells, votes, "invalid", &mut table.invalid),
        Some(kind) => Err(format!(
            "`kind` is `{}`; it must be `list`, `others`, `against_all`, `invalid` or empty",
            wording::excerpt(kind)
        )),
    }
}

/// Reads a row that is a party.
fn read_party(
    cells: Cells<'_>,
    id: &str,
    votes: u64,
    kind: Option<PartyKind>,
    table: &mut VotesTable,
) -> Result<(), String> {
    let name = cells.get("name");
    if let Some(name) = name {
        wording::check(name, wording::MAX_NAME).map_err(|wrong| format!("`name` {wrong}"))?;
    }
    let alliance = cells.get("alliance");
    if let Some(alliance) = alliance {
        wording::check(alliance, wording::MAX_NAME)
            .map_err(|wrong| format!("`alliance` {wrong}"))?;
    }
    let colour: Option<Colour> = (cells.get("color").map(str::parse).transpose())
        .map_err(|error| format!("`color`: {error}"))?;
    let seats = cells.whole("official_seats", "0 to 4294967295")?;
    let row = Row {
        id: id.to_owned(),
        amount: Some(Amount::Votes(votes)),
        name: name.map(LocalName::new),
        kind,
        colour,
        candidates: cells.whole("candidates", "1 to 4294967295")?,
        exempt: cells.flag("exempt")?,
        official_seats: seats.or(cells.whole("seats", "0 to 4294967295")?),
        assumed: cells.flag("assumed")?,
        alliance: alliance.map(str::to_owned),
        ..Row::default()
    };
    if row.candidates == Some(0) {
        return Err("`candidates` is 0; a list has at least 1 candidate".to_owned());
    }
    if let Some((_, contradiction)) = row.contradiction() {
        return Err(contradiction);
    }
    table.rows.push(row);
    Ok(())
}

/// Reads a row that is a total and not a party: it has votes and nothing else.
fn read_total(
    cells: Cells<'_>,
    votes: u64,
    kind: &str,
    total: &mut Option<u64>,
) -> Result<(), String> {
    for column in ["official_seats", "seats", "candidates", "exempt", "alliance", "assumed"] {
        if cells.get(column).is_some_and(|cell| cell != "0" && cell != "false") {
            return Err(format!("a row of kind `{kind}` has votes alone; leave `{column}` empty"));
        }
    }
    if total.replace(votes).is_some() {
        return Err(format!("two rows are of kind `{kind}`; add them up in one"));
    }
    Ok(())
}
