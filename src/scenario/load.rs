//! From what the command line names to a scenario.

use std::fmt::Write;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::election::{House, LocalName, printable};
use crate::uncertainty::Model;

use super::built_in;
use super::count::{Count, Totals};
use super::error::{Place, ScenarioError};
use super::field::Document;
use super::input::{Beside, Input, InputFormat, decode};
use super::row::Amount;
use super::sections::Home;
use super::{NoFixedSize, Notice, Scenario, WhatIfs, assumed_law, sections, votes_csv};

impl Scenario {
    /// The scenario that `argument` names: a built-in scenario, `-` for standard input, or the path
    /// of a `.toml` or `.csv`. A file is read as `format`, else by its ending, else by what its first
    /// line looks like.
    ///
    /// ```
    /// use kurultai::scenario::{ErrorKind, Scenario};
    /// let scenario = Scenario::load("mazhilis-2012", None)?;
    /// assert_eq!(scenario.house.seats(), 98);
    /// let error = Scenario::load("no-such-scenario", None).unwrap_err();
    /// assert_eq!(error.kind(), ErrorKind::UnknownName);
    /// # Ok::<(), kurultai::scenario::ScenarioError>(())
    /// ```
    ///
    /// # Errors
    /// [`ScenarioError`] if there is nothing of this name, it cannot be read, or it is wrong.
    pub fn load(argument: &str, format: Option<InputFormat>) -> Result<Self, ScenarioError> {
        if let Some(scenario) = built_in::named(argument) {
            let beside = Beside::Program(scenario.companions);
            return Self::from_toml_bytes(scenario.name, scenario.text.as_bytes(), beside);
        }
        if argument == "-" {
            let input = Input::from_standard_input()?;
            return Self::from_input(&input, format, Path::new("."));
        }
        let path = Path::new(argument);
        let ending = InputFormat::of_ending(path);
        if ending.is_none() && !argument.contains('/') && path.symlink_metadata().is_err() {
            return Err(ScenarioError::UnknownName { name: argument.to_owned() });
        }
        let input = Input::from_path(path)?;
        let directory = path.parent().unwrap_or(Path::new("."));
        Self::from_input(&input, format.or(ending), directory)
    }

    fn from_input(
        input: &Input,
        format: Option<InputFormat>,
        directory: &Path,
    ) -> Result<Self, ScenarioError> {
        let text = decode(&input.name, &input.bytes)?;
        match format.unwrap_or_else(|| InputFormat::guess(text)) {
            InputFormat::Toml => {
                let beside = Beside::Directory(directory);
                Self::from_toml_bytes(&input.name, &input.bytes, beside)
            }
            InputFormat::Csv => Self::from_csv(&input.name, &input.bytes),
        }
    }

    /// The scenario in a scenario file's `text`, which messages call `name`. `directory` is where
    /// the path of a file of votes or polls starts; without one, `text` may name no file.
    ///
    /// ```
    /// use kurultai::scenario::Scenario;
    /// let error = Scenario::from_toml("idea.toml", "schema = 1\ntitel = \"x\"\n", None).unwrap_err();
    /// let expected = "idea.toml:2:1: unknown key `titel` in the file (did you mean `title`?); ";
    /// assert!(error.to_string().starts_with(expected));
    /// ```
    ///
    /// # Errors
    /// [`ScenarioError`] if the text is wrong, or its votes file is or cannot be read.
    pub fn from_toml(
        name: &str,
        text: &str,
        directory: Option<&Path>,
    ) -> Result<Self, ScenarioError> {
        let beside = directory.map_or(Beside::Nowhere, Beside::Directory);
        Self::from_toml_bytes(name, text.as_bytes(), beside)
    }

    fn from_toml_bytes(
        name: &str,
        bytes: &[u8],
        beside: Beside<'_>,
    ) -> Result<Self, ScenarioError> {
        let text = decode(name, bytes)?;
        Self::from_document(Document { name, text }, bytes, Home { beside, is_component: false })
    }

    fn from_document(
        document: Document<'_>,
        bytes: &[u8],
        home: Home<'_>,
    ) -> Result<Self, ScenarioError> {
        let read = sections::read(document, home)?;
        let sha256 = fingerprint(&[bytes, &read.other_bytes]);
        Self { sha256, ..read.scenario }.with_what_ifs(&read.what_ifs)
    }

    /// The scenario of a component of a mixture: a built-in one, or a scenario file.
    pub(super) fn component(path: &Path) -> Result<Self, ScenarioError> {
        let name = path.display().to_string();
        if let Some(scenario) = built_in::named(&name) {
            return Self::load(scenario.name, None);
        }
        let input = Input::from_path(path)?;
        let text = decode(&input.name, &input.bytes)?;
        let directory = path.parent().unwrap_or(Path::new("."));
        let home = Home { beside: Beside::Directory(directory), is_component: true };
        Self::from_document(Document { name: &input.name, text }, &input.bytes, home)
    }

    /// The scenario of a table of votes, which messages call `name`: 145 seats under the law in
    /// force and the default model, with a notice for the law and the model.
    ///
    /// ```
    /// use kurultai::scenario::Scenario;
    /// let scenario = Scenario::from_csv("poll.csv", b"party,votes\na,60\nb,40\n")?;
    /// assert_eq!(scenario.title.in_language("kk"), "poll");
    /// assert_eq!(scenario.ballots.parties, [60, 40]);
    /// # Ok::<(), kurultai::scenario::ScenarioError>(())
    /// ```
    ///
    /// # Errors
    /// [`ScenarioError::BadInput`] if the table is wrong.
    pub fn from_csv(name: &str, bytes: &[u8]) -> Result<Self, ScenarioError> {
        let table = votes_csv::read(name, decode(name, bytes)?)?;
        let sum = table.check_lists(name, &table.rows)?.map(|row| row.id.clone());
        let totals = Totals {
            against_all: table.against_all.map(Amount::Votes),
            invalid: table.invalid,
            ..Totals::default()
        };
        let refused = |message: String| Place::file(name).refuse(message);
        let count = Count::new(table.rows, totals).map_err(|wrong| refused(wrong.message))?;
        let preset = assumed_law();
        let seats = preset.seats.ok_or_else(|| refused(NoFixedSize(preset).to_string()))?;
        let house = House::new(seats).map_err(|error| refused(error.to_string()))?;
        let mut notices =
            vec![Notice::LawAssumed(preset), Notice::HouseAssumed(preset), Notice::ModelAssumed];
        notices.extend(sum.map(Notice::LooksLikeSum));
        if !table.ignored_columns.is_empty() {
            notices.push(Notice::IgnoredColumns(table.ignored_columns));
        }
        let title = Path::new(name).file_stem().and_then(|stem| stem.to_str());
        let mut scenario = Self {
            title: LocalName::new(printable(title.unwrap_or(name))),
            source: None,
            assumptions: Vec::new(),
            house,
            law: preset.law,
            preset: Some(preset),
            parties: count.parties,
            ballots: count.ballots,
            registered: None,
            lot: Vec::new(),
            coalitions: Vec::new(),
            model: Model::default(),
            polls: None,
            undecided: None,
            result: None,
            notices,
            sha256: fingerprint(&[bytes]),
            overridden: false,
            what_if: WhatIfs::default(),
        };
        let official = scenario.official_seats();
        scenario.overridden = official.is_some_and(|official| official != u64::from(seats));
        scenario.note_draws();
        Ok(scenario)
    }
}

/// SHA-256 of the parts one after another, in hexadecimal.
fn fingerprint(parts: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part);
    }
    let mut hexadecimal = String::with_capacity(64);
    for byte in hash.finalize() {
        let _ = write!(hexadecimal, "{byte:02x}");
    }
    hexadecimal
}
