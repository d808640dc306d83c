//! A sweep as tables, JSON and CSV.

mod breakpoints;
mod breakpoints_json;
mod csv;
mod drawn;
mod json;
mod matrix;
mod table;

use std::cmp::Reverse;

use super::Format;
use super::allocation_table::name;
use super::messages::{Messages, fill};
use crate::analysis::{Sweep, SweepPoint, SweepValue, Vary};
use crate::apportionment::Fraction;
use crate::scenario::Scenario;

/// What a report on a sweep is about.
#[derive(Clone, Copy, Debug)]
pub struct SweepReport<'a> {
    /// The language.
    pub words: &'static Messages,
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
            Format::Table => table::page(self).terminal(),
            Format::Markdown => table::page(self).markdown(),
            Format::Json => json::render(self),
            Format::Csv => csv::render(self),
        }
    }

    /// The name of a party.
    pub(super) fn name(&self, party: usize) -> &str {
        name(self.words, self.scenario, party)
    }

    /// The name of the party with the majority, or that nobody has it.
    fn holder(&self, party: Option<usize>) -> String {
        party.map_or(self.words.sweep.nobody, |party| self.name(party)).to_owned()
    }

    /// The list that a grid shows: the one asked for, or else the one with the most seats; of equals, and
    /// where there are no seats, the one with the most votes.
    fn shown(&self) -> usize {
        let votes = &self.scenario.ballots.parties;
        let counted = self.sweep.own.counted.as_ref().ok();
        let most = |&list: &usize| {
            (counted.map_or(0, |counted| counted.seats[list]), votes[list], Reverse(list))
        };
        self.show.or_else(|| self.scenario.seated().into_iter().max_by_key(most)).unwrap_or(0)
    }

    /// The points with the scenario's own first, unless it is among the others.
    fn rows(&self) -> impl Iterator<Item = &SweepPoint> {
        let has_own = self.sweep.points.iter().any(|point| point.is_own);
        (!has_own).then_some(&self.sweep.own).into_iter().chain(&self.sweep.points)
    }

    /// What an axis is called above a column.
    pub(super) fn heading(&self, vary: &Vary) -> String {
        let words = &self.words.sweep;
        match vary {
            Vary::Threshold => words.threshold.to_owned(),
            Vary::Seats => words.seats.to_owned(),
            Vary::CommonError => words.common_error.to_owned(),
            Vary::Method => words.method.to_owned(),
            Vary::Share(id) => {
                let party = self.scenario.parties.iter().position(|party| party.id == *id);
                let party = party.map_or(id.as_str(), |party| self.name(party));
                fill(words.share, &[("party", party)])
            }
        }
    }

    /// A value as people read it; a share that is no finite percentage rounded to four decimals.
    fn value(&self, of: Option<SweepValue>) -> String {
        match of {
            Some(SweepValue::Share(share)) if !share.to_string().ends_with('%') => {
                let (numerator, denominator) = share.fraction();
                let percent = Fraction::new(u128::from(numerator) * 100, denominator.into());
                format!("{} %", self.words.rounded(percent, 4))
            }
            Some(SweepValue::Share(share)) => self.words.share(share),
            Some(value @ SweepValue::Method(_)) => value.to_string(),
            Some(value) => self.words.marked(&value.to_string()),
            None => String::new(),
        }
    }

    /// The value of a point of one axis, with a star if it is the scenario's own.
    fn label(&self, point: &SweepPoint) -> String {
        starred(point, &self.value(point.values.first().copied().flatten()))
    }
}

/// A text about a point, with a star if it is the scenario's own.
fn starred(point: &SweepPoint, text: &str) -> String {
    if point.is_own { format!("* {text}") } else { text.to_owned() }
}
