//! A sweep as tables, JSON and CSV.

mod breakpoints;
mod breakpoints_json;
mod csv;
mod drawn;
mod json;
mod matrix;
mod table;

use super::Format;
use super::allocation_table::name;
use super::messages::{EN, Messages, fill};
use super::number::rounded;
use crate::analysis::{Sweep, SweepPoint, SweepValue, Vary};
use crate::apportionment::Fraction;
use crate::scenario::Scenario;

/// What a report on a sweep is about.
#[derive(Clone, Copy, Debug)]
pub struct SweepReport<'a> {
    /// The election as it is.
    pub scenario: &'a Scenario,
    /// What it gives under one value after another.
    pub sweep: &'a Sweep,
    /// How many draws were made, if any.
    pub draws: Option<u64>,
    /// The seed of the draws and of the lots.
    pub seed: u64,
    /// The list that the table of a grid shows, by index; none for the one with the most seats.
    pub show: Option<usize>,
}

impl SweepReport<'_> {
    /// The report in this form. Tables may carry ANSI styles.
    pub fn render(&self, format: Format) -> String {
        match format {
            Format::Table => table::render(self, &EN),
            Format::Json => json::render(self),
            Format::Csv => csv::render(self),
        }
    }

    /// The list that a grid shows: the one asked for, or else the one with the most seats, or votes.
    fn shown(&self) -> usize {
        let largest = || {
            let most = |of: &[u64]| {
                let seated = self.scenario.seated();
                let largest =
                    seated.iter().copied().max_by_key(|&list| (of[list], usize::MAX - list));
                largest.unwrap_or(0)
            };
            match &self.sweep.own.counted {
                Ok(counted) => most(&counted.seats.iter().map(|&n| n.into()).collect::<Vec<_>>()),
                Err(_) => most(&self.scenario.ballots.parties),
            }
        };
        self.show.unwrap_or_else(largest)
    }

    /// The points with the scenario's own first, unless it is among the others.
    fn rows(&self) -> impl Iterator<Item = &SweepPoint> {
        let has_own = self.sweep.points.iter().any(|point| point.is_own);
        (!has_own).then_some(&self.sweep.own).into_iter().chain(&self.sweep.points)
    }
}

/// What an axis is called above a column.
fn heading(scenario: &Scenario, vary: &Vary, words: &Messages) -> String {
    let words = &words.sweep;
    match vary {
        Vary::Threshold => words.threshold.to_owned(),
        Vary::Seats => words.seats.to_owned(),
        Vary::CommonError => words.common_error.to_owned(),
        Vary::Method => words.method.to_owned(),
        Vary::Share(id) => {
            let party = scenario.parties.iter().position(|party| party.id == *id);
            let party = party.map_or(id.as_str(), |party| name(scenario, party));
            fill(words.share, &[("party", party)])
        }
    }
}

/// A value as people read it; a share that is no finite percentage rounded to four decimals.
fn value(of: Option<SweepValue>) -> String {
    match of {
        Some(SweepValue::Share(share)) => {
            let text = share.to_string();
            if text.ends_with('%') {
                return text;
            }
            let (numerator, denominator) = share.fraction();
            let percent = Fraction::new(u128::from(numerator) * 100, denominator.into());
            format!("{}%", rounded(percent, 4))
        }
        Some(value) => value.to_string(),
        None => String::new(),
    }
}

/// The value of a point of one axis, with a star if it is the scenario's own.
fn label(point: &SweepPoint) -> String {
    let text = value(point.values.first().copied().flatten());
    if point.is_own { format!("* {text}") } else { text }
}
