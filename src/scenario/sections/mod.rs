//! The scenario file, section by section.

mod coalition;
mod house;
mod law;
mod party;
mod polls;
mod provisions;
mod uncertainty;
mod votes;
mod what_if;

use toml::de::DeTable;

use crate::election::LocalName;

use super::built_in;
use super::error::{Place, ScenarioError};
use super::field::{Document, Section};
use super::input::Beside;
use super::local;
use super::wording::MAX_SENTENCE;
use super::{Notice, Scenario, WhatIf, WhatIfs};

const KEYS: [&str; 14] = [
    "schema",
    "title",
    "source",
    "assumptions",
    "house",
    "law",
    "votes",
    "party",
    "coalition",
    "group",
    "what_if",
    "uncertainty",
    "polls",
    "result",
];

/// The only version of the scenario file there is.
const SCHEMA: u64 = 1;

/// The largest scenario file, in bytes: 8 MiB, many times what the longest list of parties takes. The
/// parser needs about fifty times the size of the text.
const MAX_BYTES: usize = 8 << 20;

/// A scenario without its fingerprint, the bytes of the other files that are part of it, and the what-ifs
/// that are to be applied.
pub(super) struct Read {
    pub(super) scenario: Scenario,
    pub(super) other_bytes: Vec<u8>,
    pub(super) what_ifs: Vec<WhatIf>,
}

/// Where a scenario file is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Home<'h> {
    /// Where the files are that it names.
    pub(super) beside: Beside<'h>,
    /// Whether it is a component of a mixture.
    pub(super) is_component: bool,
}

/// Reads a scenario file.
pub(super) fn read(document: Document<'_>, home: Home<'_>) -> Result<Read, ScenarioError> {
    let Home { beside, is_component } = home;
    let table = parse(document)?;
    let root = Section::root(document, table.get_ref(), &KEYS)?;
    read_schema(&root)?;
    let title = root.require("title", "a line such as `title = \"A what-if\"`")?;
    let title = local::read(title, MAX_SENTENCE)?;
    let source = root.get("source").map(|field| local::read(field, MAX_SENTENCE)).transpose()?;
    let assumptions = read_assumptions(&root)?;
    let law = law::read(&root)?;
    let house::FileHouse { house, assumed: is_house_assumed } = house::read(&root, law.preset)?;
    let entries = party::read(&root)?;
    let polled = polls::read(&root, &entries, beside)?;
    let votes::Counted { count, registered, bytes: mut other_bytes, ignored_columns, lot, sum } =
        match &polled {
            Some(polled) => polled.count(&root, entries)?,
            None => votes::read(&root, entries, beside.directory())?,
        };
    votes::check_lot(&root, law.law.tie)?;
    provisions::check(&root, &law.law, &house, &count.parties)?;
    let coalitions = coalition::read(&root, &count.parties)?;
    let asked = polled.as_ref().map(|polled| polled.record.sample_size);
    let surroundings =
        uncertainty::Surroundings { count: &count, beside, is_component, pooled: asked };
    let model = uncertainty::read(&root, surroundings)?.map(|read| {
        other_bytes.extend_from_slice(&read.bytes);
        read.model
    });
    let undecided = polled.as_ref().map(|polled| polled.undecided(&count)).transpose()?.flatten();
    let mut scenario = Scenario {
        title,
        source,
        assumptions,
        house,
        law: law.law,
        preset: law.preset,
        parties: count.parties,
        ballots: count.ballots,
        registered,
        lot,
        coalitions,
        model: model.clone().unwrap_or_else(|| uncertainty::assumed(asked)),
        polls: polled.map(|polled| polled.record),
        undecided,
        result: root.get("result").map(built_in::counted).transpose()?.map(Box::new),
        notices: Vec::new(),
        sha256: String::new(),
        overridden: false,
        what_if: WhatIfs::default(),
    };
    scenario.what_if.groups = what_if::read_groups(&root, &scenario)?;
    let what_ifs = what_if::read(&root)?;
    let notices = [
        law.preset.filter(|_| law.assumed).map(Notice::LawAssumed),
        law.preset.filter(|_| is_house_assumed).map(Notice::HouseAssumed),
        model.is_none().then_some(Notice::ModelAssumed),
        asked.and_then(|asked| uncertainty::notice_of(&scenario.model, asked)),
        (!ignored_columns.is_empty()).then_some(Notice::IgnoredColumns(ignored_columns)),
        sum.map(Notice::LooksLikeSum),
        count.others_added.map(|votes| Notice::SharesIncomplete { votes }),
    ];
    scenario.notices.extend(notices.into_iter().flatten());
    scenario.note_draws();
    Ok(Read { scenario, other_bytes, what_ifs })
}

/// The file as TOML.
fn parse(document: Document<'_>) -> Result<toml::Spanned<DeTable<'_>>, ScenarioError> {
    let Document { name, text } = document;
    if text.len() > MAX_BYTES {
        let message = "the scenario file is larger than 8 MiB; at most 1000 parties are allowed";
        return Err(Place::file(name).refuse(message));
    }
    DeTable::parse(text).map_err(|error| {
        let place = match error.span() {
            Some(span) => Place::byte(name, text, span.start),
            None => Place::file(name),
        };
        let message = error.message().lines().collect::<Vec<_>>().join(", ");
        place.refuse(format!("this is not TOML: {message}"))
    })
}

fn read_schema(root: &Section<'_>) -> Result<(), ScenarioError> {
    let schema = root.require("schema", "`schema = 1` at its beginning")?;
    match schema.whole(SCHEMA..=SCHEMA) {
        Ok(_) => Ok(()),
        Err(_) => Err(schema.mismatch(&format!("{SCHEMA}, the only version there is"))),
    }
}

fn read_assumptions(root: &Section<'_>) -> Result<Vec<LocalName>, ScenarioError> {
    let Some(field) = root.get("assumptions") else {
        return Ok(Vec::new());
    };
    let items = field.items("an array of sentences, each a string")?;
    items.into_iter().map(|item| local::read(item, MAX_SENTENCE)).collect()
}
