//! Indices of disproportionality: a line for people, an object for programs, and the table of them all.

use serde::Serialize;

use super::messages::Messages;
use super::page::Page;
use super::rules_json::document;
use super::table::Table;
use super::{Format, SCHEMA, allocation_csv};
use crate::analysis::Disproportionality;
use crate::measures::indices::{IndexEntry, Indices, catalogue};
use crate::scenario::Scenario;

/// The line below an allocation.
pub(super) fn line(words: &Messages, indices: &Indices) -> Page {
    let percent = |share: f64| format!("{} %", words.decimal(share * 100.0, 2));
    let mut page = Page::default();
    let values = [
        ("gallagher", &*percent(indices.gallagher)),
        ("loosemore_hanby", &percent(indices.loosemore_hanby)),
        ("votes", &words.decimal(indices.effective_votes, 2)),
        ("seats", &words.decimal(indices.effective_seats, 2)),
        ("wasted", &percent(indices.wasted_votes)),
    ];
    page.say(words.indices, &values);
    page
}

/// `indices`: every index under its name, null where it is not defined or infinite; shares of votes are
/// over the votes for lists.
#[derive(Debug, Serialize)]
pub(super) struct IndicesJson<'a> {
    shares_of: &'static str,
    #[serde(flatten)]
    values: serde_json::Map<String, serde_json::Value>,
    parties: Vec<ListJson<'a>>,
}

#[derive(Debug, Serialize)]
struct ListJson<'a> {
    id: &'a str,
    votes: f64,
    seats: f64,
    seat_bonus: f64,
    advantage_ratio: Option<f64>,
}

pub(super) fn indices_json<'a>(
    scenario: &'a Scenario,
    measured: &Disproportionality,
) -> IndicesJson<'a> {
    let values = catalogue().iter().map(|index| {
        let value = index.value(&measured.indices);
        (index.name.replace('-', "_"), value.into())
    });
    let finite = |ratio: f64| Some(ratio).filter(|ratio| ratio.is_finite());
    IndicesJson {
        shares_of: "list_votes",
        values: values.collect(),
        parties: (scenario.parties.iter().zip(&measured.parties))
            .map(|(party, shares)| ListJson {
                id: &party.id,
                votes: shares.votes,
                seats: shares.seats,
                seat_bonus: shares.seat_bonus(),
                advantage_ratio: finite(shares.advantage_ratio()),
            })
            .collect(),
    }
}

#[derive(Debug, Serialize)]
struct Document {
    schema: u32,
    program: &'static str,
    version: &'static str,
    indices: Vec<EntryJson>,
}

#[derive(Debug, Serialize)]
struct EntryJson {
    name: &'static str,
    title: &'static str,
    formula: &'static str,
    range: &'static str,
    source: &'static str,
}

/// Every index with its formula, range and source.
pub fn indices(words: &Messages, format: Format) -> String {
    match format {
        Format::Table => page(words).terminal(),
        Format::Markdown => page(words).markdown(),
        Format::Json => document(&Document {
            schema: SCHEMA,
            program: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
            indices: catalogue().iter().map(entry).collect(),
        }),
        Format::Csv => {
            let header = ["name", "title", "formula", "range", "source"].map(str::to_owned);
            let rows = catalogue().iter().map(|index| {
                let cells = [index.name, index.title, index.formula, index.range, index.source];
                cells.map(str::to_owned).to_vec()
            });
            allocation_csv::table(header.to_vec(), rows)
        }
    }
}

const fn entry(index: &IndexEntry) -> EntryJson {
    let IndexEntry { name, title, formula, range, source, .. } = *index;
    EntryJson { name, title, formula, range, source }
}

fn page(words: &Messages) -> Page {
    let mut table = Table::default()
        .words(words.index_name)
        .words(words.index_formula)
        .words(words.index_range)
        .words(words.index_source);
    for index in catalogue() {
        let cells = [index.title, index.formula, index.range, index.source];
        table.row(cells.map(str::to_owned).to_vec());
    }
    let mut page = Page::default();
    page.table(table);
    page.gap();
    page.say(words.indices_legend, &[]);
    page
}
