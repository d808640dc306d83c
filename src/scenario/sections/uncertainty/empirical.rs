//! The model `empirical`: a table of past errors.

use csv::StringRecord;

use crate::election::{did_you_mean, party_named};
use crate::uncertainty::{Empirical, Model};

use super::super::super::error::{Place, ScenarioError, quoted};
use super::super::super::field::Section;
use super::super::super::input::decode;
use super::super::super::wording::excerpt;
use super::{Surroundings, locate, option_ids};

/// The column that names the past election; its cells are for the reader alone.
const ELECTION: &str = "election";

/// The most rows of the table.
const MOST: usize = 10_000;

pub(super) fn read(
    section: &Section<'_>,
    surroundings: Surroundings<'_>,
    bytes: &mut Vec<u8>,
) -> Result<Model, ScenarioError> {
    let example = "`errors = \"history.csv\"`, a table of past errors";
    let input = surroundings.beside.read(section.require("errors", example)?)?;
    let options = option_ids(surroundings.count);
    let named = |cell: &str| {
        let party = party_named(&surroundings.count.parties, cell).ok();
        party.map(|party| surroundings.count.parties[party].id.clone())
    };
    let errors = rows(&input.name, decode(&input.name, &input.bytes)?, &options, &named)?;
    bytes.extend_from_slice(&input.bytes);
    Empirical::new(errors).map(Model::Empirical).map_err(|error| locate(section, &error))
}

/// The errors of every row, in the order of the options. `named` is the id of a party by a name of it.
fn rows(
    file: &str,
    text: &str,
    options: &[&str],
    named: &dyn Fn(&str) -> Option<String>,
) -> Result<Vec<Vec<f64>>, ScenarioError> {
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut columns: Option<(Vec<usize>, usize)> = None;
    let mut errors = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| Place::file(file).refuse(error.to_string()))?;
        let line = record.position().map_or(1, csv::Position::line);
        let refuse = |message: String| {
            Place::line(file, usize::try_from(line).unwrap_or(usize::MAX)).refuse(message)
        };
        let Some((places, width)) = &columns else {
            let by_id = |cell: &str| match named(cell) {
                Some(id) if cell != ELECTION && !options.contains(&cell) => id,
                _ => cell.to_owned(),
            };
            let record: StringRecord = record.iter().map(by_id).collect();
            columns = Some((header(&record, options).map_err(refuse)?, record.len()));
            continue;
        };
        if record.len() != *width {
            let found = record.len();
            return Err(refuse(format!("the row has {found} cells; the header has {width}")));
        }
        errors.push(
            places.iter().map(|&at| cell(&record[at])).collect::<Result<_, _>>().map_err(refuse)?,
        );
        if errors.len() > MOST {
            return Err(refuse(format!("more than {MOST} past elections; that is the most")));
        }
    }
    Ok(errors)
}

/// The column of every option.
fn header(record: &StringRecord, options: &[&str]) -> Result<Vec<usize>, String> {
    let known = |cell: &&str| *cell == ELECTION || options.contains(cell);
    if let Some(unknown) = record.iter().find(|cell| !known(cell)) {
        let meant = did_you_mean(unknown, options.iter().copied());
        let names = quoted(options.iter().take(20).copied());
        return Err(format!(
            "the column `{}` is of nothing on the ballot{meant}; the columns are {names}, and `{ELECTION}`",
            excerpt(unknown)
        ));
    }
    let column = |option: &&str| {
        let mut places = (0..record.len()).filter(|&at| record[at] == **option);
        match (places.next(), places.next()) {
            (Some(at), None) => Ok(at),
            (Some(_), Some(_)) => Err(format!("there are two columns `{option}`; keep one")),
            (None, _) => {
                Err(format!("the column `{option}` is missing; every option on the ballot has one"))
            }
        }
    };
    options.iter().map(column).collect()
}

fn cell(text: &str) -> Result<f64, String> {
    let number = text.parse::<f64>().ok().filter(|number| number.is_finite());
    number.ok_or_else(|| {
        format!(
            "`{}` is not an error; write log(result/forecast) in log points, such as -0.12",
            excerpt(text)
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_come_in_the_order_of_the_ballot() {
        let text = "election,b,a\n2019,-0.1,0.2\n2023,0.05,0\n";
        let named = |name: &str| (name == "Bees").then(|| "b".to_owned());
        assert_eq!(rows("h.csv", text, &["a", "b"], &named).unwrap(), [[0.2, -0.1], [0.0, 0.05]]);
        let by_name = "election,Bees,a\n2019,-0.1,0.2\n";
        assert_eq!(rows("h.csv", by_name, &["a", "b"], &named).unwrap(), [[0.2, -0.1]]);
        for (text, message) in [
            ("a,Bees,b\n", "h.csv:1: there are two columns `b`; keep one"),
            ("a\n", "h.csv:1: the column `b` is missing; every option on the ballot has one"),
            ("a,b,a\n", "h.csv:1: there are two columns `a`; keep one"),
            (
                "a,b,c\n",
                "h.csv:1: the column `c` is of nothing on the ballot; the columns are `a`, `b`, and \
                 `election`",
            ),
            ("a,b\n1\n", "h.csv:2: the row has 1 cells; the header has 2"),
            (
                "a,b\n1,\"0,5\"\n",
                "h.csv:2: `0,5` is not an error; write log(result/forecast) in log points, such as -0.12",
            ),
        ] {
            assert_eq!(rows("h.csv", text, &["a", "b"], &named).unwrap_err().to_string(), message);
        }
    }
}
