//! Seats along something that is varied.

use std::cmp::Reverse;

use super::numbers::{decimal_writer, percent_writer, ratio};
use super::{Drawn, caption_of_count, colour, majorities};
use crate::analysis::{Breakpoint, BreakpointAt, SweepPoint, SweepValue, Vary};
use crate::chart::steps::{AxisMark, ShareArea, Step, StepLine};
use crate::chart::{StepChart, Theme};
use crate::report::SweepReport;
use crate::report::messages::{Messages, fill};

/// The seats of the count along a threshold or the house size; none of other sweeps. Steps are where seats
/// change exactly.
///
/// # Errors
/// [`crate::chart::ChartError`] if the lines cannot be drawn.
pub(super) fn sweep(report: &SweepReport<'_>, theme: Theme) -> Drawn {
    let ([axis], Ok(breakpoints)) = (&*report.sweep.axes, &report.sweep.breakpoints) else {
        return Ok(None);
    };
    let Some([from, to, _]) = axis.range() else { return Ok(None) };
    let Some(first) = report.sweep.points.first() else { return Ok(None) };
    let mut stages = vec![(place(from), seats(report, first))];
    for breakpoint in breakpoints {
        let mut seats = stages[stages.len() - 1].1.clone();
        follow(&mut seats, breakpoint);
        stages.push((place_of(breakpoint), seats));
    }
    let is_threshold = *axis.vary() == Vary::Threshold;
    let plots = &report.words.plots;
    let title = if is_threshold { plots.threshold_title } else { plots.house_title };
    let area = is_threshold.then(|| wasted(report, &stages));
    draw(report, theme, title, (place(from), place(to)), &stages, area)
}

/// The seats of the count as the share of one list swings; none of other sweeps. Steps are at the values
/// of the sweep.
///
/// # Errors
/// As [`sweep`].
pub(super) fn swing(report: &SweepReport<'_>, theme: Theme) -> Drawn {
    let [axis] = &*report.sweep.axes else { return Ok(None) };
    let (Vary::Share(_), Some([from, to, _])) = (axis.vary(), axis.range()) else {
        return Ok(None);
    };
    let mut stages: Vec<(f64, Vec<u32>)> = Vec::new();
    for (value, point) in axis.values().iter().zip(&report.sweep.points) {
        let seats = seats(report, point);
        if stages.last().is_none_or(|last| last.1 != seats) {
            stages.push((place(*value), seats));
        }
    }
    let title = report.words.plots.swing_title;
    draw(report, theme, title, (place(from), place(to)), &stages, None)
}

/// Where on the axis a value lies: a share in percent.
fn place(value: SweepValue) -> f64 {
    match value {
        SweepValue::Share(share) => {
            let (numerator, denominator) = share.fraction();
            ratio(100 * u128::from(numerator), denominator.into())
        }
        SweepValue::Seats(seats) => seats.into(),
        SweepValue::Number(number) => number.approximate(),
        SweepValue::Method(_) => 0.0,
    }
}

fn place_of(breakpoint: &Breakpoint) -> f64 {
    match &breakpoint.at {
        BreakpointAt::Threshold { share, .. } => ratio(100 * share.numerator, share.denominator),
        BreakpointAt::Seats(seats) => (*seats).into(),
    }
}

/// The seats at a point, by party; none where it gives none.
fn seats(report: &SweepReport<'_>, point: &SweepPoint) -> Vec<u32> {
    let parties = report.scenario.parties.len();
    point.counted.as_ref().map_or_else(|_| vec![0; parties], |counted| counted.seats.clone())
}

/// The seats behind a breakpoint.
fn follow(seats: &mut [u32], breakpoint: &Breakpoint) {
    for change in &breakpoint.changes {
        seats[change.party] = change.after;
    }
    if breakpoint.refused[1].is_some() {
        seats.fill(0);
    }
}

/// The share of the votes for lists that went to lists without seats, from each stage on.
fn wasted(report: &SweepReport<'_>, stages: &[(f64, Vec<u32>)]) -> ShareArea {
    let votes = &report.scenario.ballots.parties;
    let all: u128 = votes.iter().map(|&votes| u128::from(votes)).sum();
    let without = |seats: &[u32]| -> u128 {
        let unseated = votes.iter().zip(seats).filter(|&(_, &seats)| seats == 0);
        unseated.map(|(&votes, _)| u128::from(votes)).sum()
    };
    ShareArea {
        label: report.words.plots.wasted_label.to_owned(),
        steps: stages.iter().map(|(from, seats)| (*from, ratio(without(seats), all))).collect(),
        number: percent_writer(report.words),
    }
}

fn draw(
    report: &SweepReport<'_>,
    theme: Theme,
    title: &str,
    range: (f64, f64),
    stages: &[(f64, Vec<u32>)],
    area: Option<ShareArea>,
) -> Drawn {
    let (words, scenario) = (report.words, report.scenario);
    let axis = &report.sweep.axes[0];
    let own = report.sweep.own.counted.as_ref().ok();
    let mut seated = report.sweep.seated();
    seated.sort_by_key(|&party| Reverse(own.map_or(0, |own| own.seats[party])));
    if seated.is_empty() || range.0 >= range.1 {
        return Ok(None);
    }
    let lines: Vec<StepLine> = seated.iter().map(|&party| line(report, party, stages)).collect();
    let own_value = report.sweep.own.values.first().copied().flatten();
    let marks = own_value.filter(|&own| (range.0..=range.1).contains(&place(own))).map(|own| {
        let value = match own {
            // A share that has no short decimal is shown rounded.
            SweepValue::Share(share) if share.to_string().contains('/') => {
                format!("{} %", words.decimal(place(own), 2))
            }
            SweepValue::Share(share) => words.share(share),
            own => words.marked(&own.to_string()),
        };
        AxisMark { value: place(own), label: fill(words.plots.own_value, &[("value", &value)]) }
    });
    let (heading, unit) = (report.heading(axis.vary()), axis_unit(axis.vary()));
    let unit_read = if *axis.vary() == Vary::Seats { "" } else { " %" };
    let described: Vec<String> =
        lines.iter().map(|line| described(words, line, unit_read)).collect();
    StepChart {
        caption: caption_of_count(words, scenario, title, &described),
        theme,
        axis_label: format!("{heading}{unit}"),
        number: decimal_writer(words),
        range,
        seats_label: words.chart_seats_axis.to_owned(),
        lines,
        marks: marks.into_iter().collect(),
        majorities: match axis.vary() {
            // The majority of a house that grows is no level.
            Vary::Seats => Vec::new(),
            _ => majorities(words, &scenario.house),
        },
        area,
    }
    .draw()
    .map(Some)
}

const fn axis_unit(vary: &Vary) -> &'static str {
    match vary {
        Vary::Seats => "",
        _ => ", %",
    }
}

/// A list's seats, from each value on at which they change.
fn line(report: &SweepReport<'_>, party: usize, stages: &[(f64, Vec<u32>)]) -> StepLine {
    let mut steps: Vec<Step> = Vec::new();
    for (from, seats) in stages {
        let step = Step { from: *from, seats: seats[party] };
        match steps.last_mut() {
            Some(last) if last.seats == step.seats => {}
            // Several changes at one place: the last one holds.
            Some(last) if last.from >= step.from => last.seats = step.seats,
            _ => steps.push(step),
        }
    }
    StepLine {
        label: report.name(party).to_owned(),
        note: String::new(),
        colour: colour(report.scenario, party),
        steps,
    }
}

fn described(words: &Messages, line: &StepLine, unit: &str) -> String {
    let step = |step: &Step| {
        let from =
            format!("{}{unit}", words.decimal(step.from, if unit.is_empty() { 0 } else { 2 }));
        fill(words.plots.step, &[("seats", &step.seats.to_string()), ("from", &from)])
    };
    format!("{}: {}", line.label, line.steps.iter().map(step).collect::<Vec<_>>().join(", "))
}
