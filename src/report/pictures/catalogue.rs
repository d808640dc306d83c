//! Every picture by its name: what it shows, and what it is drawn from.

use super::bias::bias;
use super::board::board;
use super::coalitions::{coalition_seats, coalitions};
use super::convergence::convergence;
use super::hemicycle::hemicycle;
use super::histogram::histogram;
use super::intervals::intervals;
use super::margins::margins;
use super::methods::methods;
use super::passes::passes;
use super::sweep::{sweep, swing};
use super::votes_seats::votes_seats;
use crate::analysis::{Course, Margins, Outcome};
use crate::chart::{ChartError, Theme};
use crate::election::did_you_mean;
use crate::report::messages::Messages;
use crate::report::{BenchReport, CompareReport, SimulationReport, SweepReport};
use crate::scenario::Scenario;

/// A picture as SVG; none if there is nothing to show.
pub type Drawn = Result<Option<String>, ChartError>;

/// What a picture is drawn from, and how.
#[derive(Clone, Copy, Debug)]
pub enum Drawing {
    /// The allocation of one count.
    Count(fn(&Messages, &Scenario, &Outcome, Theme) -> Drawn),
    /// The votes that would change the seats of one count.
    Margins(fn(&Messages, &Scenario, &Outcome, &Margins, Theme) -> Drawn),
    /// Many drawn elections.
    Draws(fn(&SimulationReport<'_>, Theme) -> Drawn),
    /// How estimates settled over the draws.
    Course(fn(&SimulationReport<'_>, &Course, Theme) -> Drawn),
    /// Several laws on the same votes.
    Comparison(fn(&CompareReport<'_>, Theme) -> Drawn),
    /// One threshold, or one house size, after another.
    Sweep(fn(&SweepReport<'_>, Theme) -> Drawn),
    /// One share of a list after another.
    Swing(fn(&SweepReport<'_>, Theme) -> Drawn),
    /// Methods judged over many elections.
    Bench(fn(&BenchReport<'_>, Theme) -> Drawn),
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
#[error(
    "unknown picture `{name}`{meant}: it is one of {names}",
    meant = did_you_mean(name, PICTURES.iter().map(|picture| picture.name)),
    names = names()
)]
pub struct UnknownPicture {
    name: String,
}

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
        found.ok_or_else(|| UnknownPicture { name: name.to_owned() })
    }
}

/// The pictures, in the order in which they are listed and written.
pub const PICTURES: [PictureEntry; 14] = [
    PictureEntry {
        name: "hemicycle",
        shows: |words| words.charts.hemicycle,
        drawing: Drawing::Count(hemicycle),
    },
    PictureEntry {
        name: "votes-seats",
        shows: |words| words.charts.votes_seats,
        drawing: Drawing::Count(votes_seats),
    },
    PictureEntry {
        name: "coalition-seats",
        shows: |words| words.charts.coalition_seats,
        drawing: Drawing::Count(coalition_seats),
    },
    PictureEntry {
        name: "margins",
        shows: |words| words.charts.margins,
        drawing: Drawing::Margins(margins),
    },
    PictureEntry {
        name: "intervals",
        shows: |words| words.charts.intervals,
        drawing: Drawing::Draws(intervals),
    },
    PictureEntry {
        name: "histogram",
        shows: |words| words.charts.histogram,
        drawing: Drawing::Draws(histogram),
    },
    PictureEntry {
        name: "passes",
        shows: |words| words.charts.passes,
        drawing: Drawing::Draws(passes),
    },
    PictureEntry {
        name: "coalitions",
        shows: |words| words.charts.coalitions,
        drawing: Drawing::Draws(coalitions),
    },
    PictureEntry {
        name: "convergence",
        shows: |words| words.charts.convergence,
        drawing: Drawing::Course(convergence),
    },
    PictureEntry {
        name: "methods",
        shows: |words| words.charts.methods,
        drawing: Drawing::Comparison(methods),
    },
    PictureEntry {
        name: "board",
        shows: |words| words.charts.board,
        drawing: Drawing::Comparison(board),
    },
    PictureEntry {
        name: "sweep",
        shows: |words| words.charts.sweep,
        drawing: Drawing::Sweep(sweep),
    },
    PictureEntry {
        name: "swing",
        shows: |words| words.charts.swing,
        drawing: Drawing::Swing(swing),
    },
    PictureEntry { name: "bias", shows: |words| words.charts.bias, drawing: Drawing::Bench(bias) },
];
