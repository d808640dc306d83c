//! A table of polls in long form: one row for what one poll found of one option.

use std::collections::BTreeMap;

use csv::StringRecord;

use super::super::columns::{self, Columns};
use super::super::error::{Place, ScenarioError, quoted};
use super::super::votes_csv::line_of_record;
use super::super::{quotation, wording};
use super::date::Date;
use super::percent::Percent;
use super::poll::{Answer, Options, Poll};
use crate::election::NameError;

/// The columns, all of which are needed.
const COLUMNS: [&str; 7] = ["poll_id", "pollster", "start", "end", "n", "option", "value"];

/// The most polls a table may have.
pub(super) const MAX_POLLS: usize = 1_000;

/// The largest poll: the sums of [`super::pooling`] stay below 2¹²⁷ up to it.
const MAX_PERSONS: u64 = 10_000_000;

/// What a table of polls says.
#[derive(Clone, Debug)]
pub(in super::super) struct PollTable {
    /// In the order of their first rows.
    pub(in super::super) polls: Vec<Poll>,
    pub(in super::super) ignored_columns: Vec<String>,
}

/// Reads the table in `text`, called `file` in messages; `options` are on the ballot.
pub(in super::super) fn read(
    file: &str,
    text: &str,
    options: &Options,
) -> Result<PollTable, ScenarioError> {
    quotation::check(text)
        .map_err(|wrong| Place::byte(file, text, wrong.byte).refuse(wrong.message))?;
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut table = PollTable { polls: Vec::new(), ignored_columns: Vec::new() };
    let mut columns: Option<(Columns, usize)> = None;
    let mut places = BTreeMap::new();
    for record in reader.records() {
        let record = record.map_err(|error| Place::file(file).refuse(error.to_string()))?;
        let line = line_of_record(text, &record);
        let refuse = |message: String| Place::line(file, line).refuse(message);
        let Some((columns, width)) = &columns else {
            let header = read_header(&record, &mut table.ignored_columns).map_err(refuse)?;
            columns = Some((header, record.len()));
            continue;
        };
        if record.len() != *width {
            return Err(refuse(wrong_width(&record, *width)));
        }
        let row = read_row(&record, columns, options).map_err(refuse)?;
        let found = places.entry(row.id.clone()).or_insert(table.polls.len());
        if *found == table.polls.len() {
            table.polls.push(row.poll(line));
        }
        add(&mut table.polls[*found], &row, options).map_err(refuse)?;
        if table.polls.len() > MAX_POLLS {
            return Err(refuse(format!("more than {MAX_POLLS} polls; that is the most")));
        }
    }
    if table.polls.is_empty() {
        return Err(
            Place::file(file).refuse("there is no poll below the header; add at least one row")
        );
    }
    for poll in &table.polls {
        poll.check().map_err(|message| Place::line(file, poll.line).refuse(message))?;
    }
    Ok(table)
}

fn wrong_width(record: &StringRecord, width: usize) -> String {
    format!(
        "the number of fields is {}, but the header has {width} columns; separate fields by one comma each, put a \
         name that contains a comma in quotes, and write a decimal point in numbers, as in `48.6`",
        record.len()
    )
}

/// Finds the columns; those unknown are noted in `ignored`.
fn read_header(header: &StringRecord, ignored: &mut Vec<String>) -> Result<Columns, String> {
    let accepted = COLUMNS.join(",");
    let columns = columns::find(header, &COLUMNS, &accepted, ignored)?;
    match COLUMNS.into_iter().find(|column| !columns.contains_key(column)) {
        None => Ok(columns),
        Some(missing) => Err(format!(
            "there is no column `{missing}`; the header of a table of polls needs `{accepted}`"
        )),
    }
}

/// One row.
struct Row {
    id: String,
    pollster: String,
    start: Option<Date>,
    end: Date,
    persons: u64,
    answer: Answer,
    value: Percent,
    decimals: u32,
}

impl Row {
    /// The poll that this row is the first of, without any value yet.
    fn poll(&self, line: usize) -> Poll {
        Poll {
            id: self.id.clone(),
            pollster: self.pollster.clone(),
            start: self.start,
            end: self.end,
            persons: self.persons,
            line,
            values: BTreeMap::new(),
            undecided: None,
            decimals: 0,
        }
    }
}

fn read_row(record: &StringRecord, columns: &Columns, options: &Options) -> Result<Row, String> {
    let cell = |column: &str| columns.get(column).and_then(|&at| record.get(at)).unwrap_or("");
    let name = |column: &str| {
        wording::check(cell(column), wording::MAX_NAME)
            .map_err(|wrong| format!("`{column}` {wrong}"))?;
        Ok::<_, String>(cell(column).to_owned())
    };
    let date =
        |column: &str| cell(column).parse::<Date>().map_err(|error| format!("`{column}`: {error}"));
    let start = (!cell("start").is_empty()).then(|| date("start")).transpose()?;
    let end = date("end")?;
    if let Some(start) = start.filter(|&start| start > end) {
        return Err(format!(
            "the poll starts on {start} and ends on {end}; it must end on that day or later"
        ));
    }
    let (value, decimals) =
        Percent::read(cell("value")).map_err(|wrong| format!("`value` {wrong}"))?;
    Ok(Row {
        id: name("poll_id")?,
        pollster: name("pollster")?,
        start,
        end,
        persons: read_persons(cell("n"))?,
        answer: read_answer(cell("option"), options)?,
        value,
        decimals,
    })
}

fn read_persons(cell: &str) -> Result<u64, String> {
    let digits = !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit());
    let persons = digits.then(|| cell.parse().ok()).flatten();
    persons.filter(|persons| (1..=MAX_PERSONS).contains(persons)).ok_or_else(|| {
        format!(
            "`n` is `{}`; it must be the number of persons asked, a whole number from 1 to {MAX_PERSONS} in \
             digits alone",
            wording::excerpt(cell)
        )
    })
}

fn read_answer(cell: &str, options: &Options) -> Result<Answer, String> {
    options.answer(cell).map_err(|error| match error {
        NameError::Unknown { name, hint, .. } => {
            let known = quoted(options.names().take(20).chain(["undecided"]));
            format!("`option` is `{name}`{hint}; the options are {known}")
        }
        ambiguous @ NameError::Ambiguous { .. } => format!("`option`: {ambiguous}"),
    })
}

/// Adds a row to its poll, which it must not contradict.
fn add(poll: &mut Poll, row: &Row, options: &Options) -> Result<(), String> {
    let differs = [
        ("pollster", poll.pollster != row.pollster),
        ("start", poll.start != row.start),
        ("end", poll.end != row.end),
        ("n", poll.persons != row.persons),
    ];
    if let Some((column, _)) = differs.into_iter().find(|&(_, differs)| differs) {
        return Err(format!(
            "`{column}` differs from that of the first row of the poll `{}`, on line {}; all rows of a poll \
             must say the same, and another poll needs a `poll_id` of its own",
            row.id, poll.line
        ));
    }
    let before = match row.answer {
        Answer::Option(option) => poll.values.insert(option, row.value),
        Answer::Undecided => poll.undecided.replace(row.value),
    };
    if before.is_some() {
        let option = match row.answer {
            Answer::Option(option) => options.name(option),
            Answer::Undecided => "undecided",
        };
        return Err(format!("the poll `{}` has a second row for `{option}`; keep one", row.id));
    }
    poll.decimals = poll.decimals.max(row.decimals);
    Ok(())
}
