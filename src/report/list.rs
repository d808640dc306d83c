//! What the program knows by name: laws, scenarios, models, pictures.

use serde::Serialize;

use super::allocation_csv;
use super::messages::{EN, Messages};
use super::page::Page;
use super::pictures::{PICTURES, PictureEntry};
use super::rules_json::document;
use super::table::Table;
use super::{Format, SCHEMA};
use crate::election::LocalName;
use crate::law::PRESETS;
use crate::scenario::{Scenario, built_in};
use crate::uncertainty::{ModelEntry, catalogue};

/// What can be listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listing {
    /// The presets, with article and source.
    Laws,
    /// The built-in scenarios.
    Scenarios,
    /// The models of uncertainty.
    Models,
    /// The pictures.
    Charts,
}

/// One thing in a list: its cells under the keys of the list.
type Entry = Vec<String>;

impl Listing {
    /// The list in this form.
    pub fn render(self, words: &Messages, format: Format) -> String {
        let words_of_form = match format {
            Format::Table | Format::Markdown => words,
            Format::Csv | Format::Json => &EN,
        };
        let (key, columns, entries) = match self {
            Self::Laws => laws(words_of_form),
            Self::Scenarios => scenarios(words),
            Self::Models => models(words),
            Self::Charts => charts(words),
        };
        match format {
            Format::Table => page(words, &columns, entries).terminal(),
            Format::Markdown => page(words, &columns, entries).markdown(),
            Format::Csv => {
                let header = columns.iter().map(|(key, _)| (*key).to_owned()).collect();
                allocation_csv::table(header, entries.into_iter())
            }
            Format::Json => json(key, &columns, &entries),
        }
    }
}

/// The key of the list in JSON, and of each column, with the heading for people.
type Columns = Vec<(&'static str, &'static str)>;

fn laws(words: &Messages) -> (&'static str, Columns, Vec<Entry>) {
    let columns = vec![
        ("name", words.preset_name),
        ("title", words.preset_title),
        ("article", words.preset_article),
        ("source", words.preset_source),
        ("seats", words.provisions.preset_seats),
        ("sizes", words.provisions.preset_range),
        ("leaves_out", words.provisions.preset_leaves_out),
    ];
    let entries = PRESETS.iter().map(|preset| {
        let (title, article) = (words.law_title(preset), words.law_article(preset));
        let seats = match preset.seats {
            Some(seats) => seats.to_string(),
            None => words.provisions.size_must_be_given.to_owned(),
        };
        let mut cells = [preset.name, title, article, preset.source].map(str::to_owned).to_vec();
        cells.extend([seats, words.sizes(preset), words.left_out(preset).unwrap_or_default()]);
        cells
    });
    ("laws", columns, entries.collect())
}

fn scenarios(words: &Messages) -> (&'static str, Columns, Vec<Entry>) {
    let columns = vec![
        ("name", words.scenario_name),
        ("title", words.scenario_title),
        ("source", words.preset_source),
    ];
    let entry = |name: &str| {
        // Every built-in scenario is read by a test.
        let (title, source) = Scenario::load(name, None).map_or_else(
            |_| Default::default(),
            |scenario| (Some(scenario.title), scenario.source),
        );
        let text = |text: Option<LocalName>| {
            text.map_or_else(String::new, |text| text.in_language(words.code).to_owned())
        };
        vec![name.to_owned(), text(title), text(source)]
    };
    ("scenarios", columns, built_in().iter().map(|scenario| entry(scenario.name)).collect())
}

fn models(words: &Messages) -> (&'static str, Columns, Vec<Entry>) {
    let columns = vec![
        ("name", words.model_name),
        ("formula", words.model_formula),
        ("parameters", words.model_parameters),
        ("use_when", words.model_use_when),
    ];
    let entry = |entry: &ModelEntry| {
        [entry.name, entry.formula, entry.parameters, entry.use_when].map(str::to_owned).to_vec()
    };
    ("models", columns, catalogue().iter().map(entry).collect())
}

fn charts(words: &Messages) -> (&'static str, Columns, Vec<Entry>) {
    let columns = vec![("name", words.charts.name), ("shows", words.charts.shows)];
    let entry =
        |picture: &PictureEntry| vec![picture.name.to_owned(), (picture.shows)(words).to_owned()];
    ("charts", columns, PICTURES.iter().map(entry).collect())
}

/// Short cells as a table; the long ones of a law each on a line of their own below it.
fn page(words: &Messages, columns: &Columns, entries: Vec<Entry>) -> Page {
    let mut table = Table::default();
    for (_, heading) in columns.iter().take(2) {
        table = table.words(*heading);
    }
    let mut notes = Page::default();
    for entry in entries {
        for ((_, heading), cell) in columns.iter().zip(&entry).skip(2) {
            if !cell.is_empty() {
                let values = [("name", entry[0].as_str()), ("heading", heading), ("text", cell)];
                notes.say(words.list_note, &values);
            }
        }
        table.row(entry.into_iter().take(2).collect());
    }
    let mut page = Page::default();
    page.table(table);
    if !notes.is_empty() {
        page.gap();
        page.append(notes);
    }
    page
}

#[derive(Debug, Serialize)]
struct Document {
    schema: u32,
    program: &'static str,
    version: &'static str,
    #[serde(flatten)]
    list: serde_json::Map<String, serde_json::Value>,
}

fn json(key: &str, columns: &Columns, entries: &[Entry]) -> String {
    let objects = entries.iter().map(|entry| {
        let cells = columns.iter().zip(entry);
        cells
            .map(|((key, _), cell)| ((*key).to_owned(), cell.as_str().into()))
            .collect::<serde_json::Map<String, serde_json::Value>>()
            .into()
    });
    let mut list = serde_json::Map::new();
    list.insert(key.to_owned(), serde_json::Value::Array(objects.collect()));
    document(&Document {
        schema: SCHEMA,
        program: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
        list,
    })
}
