//! Worked examples and counter-examples from the literature and from other programs, each with its
//! source: `tests/data/vectors.csv`.

use serde::Deserialize;

use crate::case::Case;
use crate::reference::{Outcome, Undecided};

/// A row of the file.
#[derive(Deserialize)]
struct Row {
    id: String,
    method: String,
    seats: u32,
    min_seats: u32,
    votes: String,
    expected_certain_seats: String,
    tied_party_indices: String,
    open_seats: Option<u32>,
    source: String,
    why: String,
}

/// A published question with its published answer.
pub(crate) struct Vector {
    /// The name of the row.
    pub(crate) id: String,
    /// The question.
    pub(crate) case: Case,
    /// The answer; none if there must be an error.
    pub(crate) expected: Option<Outcome>,
}

/// All rows.
pub(crate) fn vectors() -> Vec<Vector> {
    csv::Reader::from_reader(include_str!("../data/vectors.csv").as_bytes())
        .deserialize()
        .map(|row| vector(row.expect("a well-formed row")))
        .collect()
}

/// The row called `id`.
pub(crate) fn vector_named(id: &str) -> Vector {
    vectors()
        .into_iter()
        .find(|vector| vector.id == id)
        .unwrap_or_else(|| panic!("no vector `{id}`"))
}

fn vector(row: Row) -> Vector {
    assert!(
        !row.source.is_empty() || !row.why.is_empty(),
        "{}: a vector has a source or a reason",
        row.id
    );
    let votes = numbers::<u64>(&row.votes);
    let expected = (row.expected_certain_seats != "ERROR").then(|| {
        let lists = numbers::<usize>(&row.tied_party_indices);
        let open_seats = row.open_seats.expect("the number of open seats");
        assert_eq!(lists.is_empty(), open_seats == 0, "{}", row.id);
        Outcome {
            certain: numbers(&row.expected_certain_seats),
            ties: if lists.is_empty() { Vec::new() } else { vec![Undecided { lists, open_seats }] },
        }
    });
    Vector {
        case: Case {
            method: row.method,
            floors: vec![row.min_seats; votes.len()],
            votes,
            seats: row.seats,
        },
        id: row.id,
        expected,
    }
}

fn numbers<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> Vec<T> {
    text.split_whitespace().map(|number| number.parse().expect("a whole number")).collect()
}
