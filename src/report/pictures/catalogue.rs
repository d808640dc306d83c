//! Every picture by its name: what it shows, and what it is drawn from.

use super::{convergence, hemicycle, histogram};
use crate::analysis::{Course, Outcome};
use crate::chart::{ChartError, Theme};
use crate::report::SimulationReport;
use crate::report::messages::Messages;
use crate::scenario::Scenario;

/// What a picture is drawn from, and how.
#[derive(Clone, Copy, Debug)]
pub enum Drawing {
    /// The allocation of one count.
    Count(fn(&Messages, &Scenario, &Outcome, Theme) -> Result<String, ChartError>),
    /// Many drawn elections.
    Draws(fn(&SimulationReport<'_>, Theme) -> Result<String, ChartError>),
    /// How estimates settled over the draws.
    Course(fn(&SimulationReport<'_>, &Course, Theme) -> Result<String, ChartError>),
}

/// A picture that can be asked for by name.
#[derive(Clone, Copy, Debug)]
pub struct PictureEntry {
    /// Its name, which is also that of its file.
    pub name: &'static str,
    /// What it shows, in a sentence.
    pub(in crate::report) shows: fn(&Messages) -> &'static str,
    /// What it is drawn from, and how.
    pub drawing: Drawing,
}

/// A name that no picture has.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown picture `{0}`: it is one of {names}", names = names())]
pub struct UnknownPicture(String);

fn names() -> String {
    PICTURES.map(|picture| format!("`{}`", picture.name)).join(", ")
}

impl PictureEntry {
    /// The picture of this name.
    ///
    /// # Errors
    /// [`UnknownPicture`] if there is none.
    pub fn named(name: &str) -> Result<Self, UnknownPicture> {
        let found = PICTURES.into_iter().find(|picture| picture.name == name);
        found.ok_or_else(|| UnknownPicture(name.to_owned()))
    }
}

/// The pictures, in the order in which they are listed and written.
pub const PICTURES: [PictureEntry; 3] = [
    PictureEntry {
        name: "hemicycle",
        shows: |words| words.charts.hemicycle,
        drawing: Drawing::Count(hemicycle),
    },
    PictureEntry {
        name: "histogram",
        shows: |words| words.charts.histogram,
        drawing: Drawing::Draws(histogram),
    },
    PictureEntry {
        name: "convergence",
        shows: |words| words.charts.convergence,
        drawing: Drawing::Course(convergence),
    },
];
