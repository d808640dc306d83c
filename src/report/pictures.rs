//! Results turned into pictures: the words come from here, the drawing from `chart`.

use std::cmp::Reverse;

use super::SimulationReport;
use super::allocation_table::{LANGUAGE, name};
use super::messages::{EN, fill, seats};
use super::model;
use super::number::grouped;
use super::preamble::rules;
use super::what_if;
use crate::analysis::{Outcome, SeatDistribution};
use crate::chart::hemicycle::{Block, Coalition, Unfilled};
use crate::chart::histogram::Panel;
use crate::chart::{
    Caption, ChartError, HemicycleChart, HistogramChart, MajorityMark, Theme, palette,
};
use crate::election::{Colour, House};
use crate::scenario::Scenario;

/// The hemicycle of one allocation; seats without an owner, or under an open tie, are hollow.
///
/// # Errors
/// [`ChartError`] if the house cannot be drawn.
pub fn hemicycle(
    scenario: &Scenario,
    outcome: &Outcome,
    theme: Theme,
) -> Result<String, ChartError> {
    let house_size = outcome.house.seats();
    let mut seated: Vec<usize> =
        (0..outcome.parties.len()).filter(|&party| outcome.parties[party].seats > 0).collect();
    seated.sort_by_key(|&party| {
        let position = scenario.parties[party].position.unwrap_or(u32::MAX);
        (position, Reverse(outcome.parties[party].seats))
    });
    let held: u32 = seated.iter().map(|&party| outcome.parties[party].seats).sum();
    let empty = house_size - held;
    let mut description: Vec<String> = seated
        .iter()
        .map(|&party| format!("{} {}", name(scenario, party), outcome.parties[party].seats))
        .collect();
    let hollow =
        if outcome.allocation.open_seats() > 0 { EN.chart_open } else { EN.chart_unfilled };
    if empty > 0 {
        description.push(format!("{hollow} {empty}"));
    }
    let coalitions = adjacent_coalitions(scenario, &seated);
    description.extend(coalitions.iter().map(|coalition| {
        let members = &seated[coalition.blocks.clone()];
        let total: u32 = members.iter().map(|&party| outcome.parties[party].seats).sum();
        format!("{} {total}", coalition.label)
    }));
    let blocks = seated.iter().map(|&party| Block {
        label: name(scenario, party).to_owned(),
        seats: outcome.parties[party].seats,
        colour: colour(scenario, party),
    });
    HemicycleChart {
        caption: Caption {
            title: fill(EN.chart_hemicycle, &[("seats", &seats(house_size))]),
            subtitle: format!("{}. {}", scenario.title, rules(scenario)),
            source: source(scenario),
            description: description.join(", "),
            language: LANGUAGE.to_owned(),
        },
        theme,
        blocks: blocks.collect(),
        unfilled: (empty > 0).then(|| Unfilled { label: hollow.to_owned(), seats: empty }),
        majorities: majorities(&outcome.house),
        coalitions,
        house_size,
        total_label: if house_size == 1 { EN.chart_seat } else { EN.chart_seats_axis }.to_owned(),
    }
    .draw()
}

/// The coalitions of at least two lists with seats that sit next to each other. One whose lists sit apart
/// has no bracket: pieces would not show its total. `position` in the file moves lists together.
fn adjacent_coalitions(scenario: &Scenario, seated: &[usize]) -> Vec<Coalition> {
    let bracket = |coalition: &crate::scenario::Coalition| {
        let places: Vec<usize> =
            (0..seated.len()).filter(|&place| coalition.members.contains(&seated[place])).collect();
        let (&first, &last) = (places.first()?, places.last()?);
        (last > first && last - first + 1 == places.len())
            .then(|| Coalition { label: coalition.name.clone(), blocks: first..last + 1 })
    };
    scenario.coalitions.iter().filter_map(bracket).collect()
}

/// The seats of every list over the draws of a run.
///
/// # Errors
/// [`ChartError`] if the house cannot be drawn.
pub fn histogram(report: &SimulationReport<'_>, theme: Theme) -> Result<String, ChartError> {
    let SimulationReport { scenario, summary, seed, .. } = *report;
    let panels: Vec<Panel> = (summary.parties.iter())
        .map(|party| Panel {
            label: name(scenario, party.party).to_owned(),
            colour: colour(scenario, party.party),
            counts: party.seats.counts().to_vec(),
            note: note(&party.seats),
        })
        .collect();
    let description: Vec<String> =
        panels.iter().map(|panel| format!("{}: {}", panel.label, panel.note)).collect();
    let run = [
        ("model", &*model::words(scenario, &scenario.model)),
        ("draws", &grouped(summary.draws.into())),
        ("seed", &seed.to_string()),
    ];
    let mut chart = HistogramChart {
        caption: Caption {
            title: EN.chart_histogram.to_owned(),
            subtitle: format!(
                "{}. {}. {}",
                scenario.title,
                rules(scenario),
                fill(EN.chart_run, &run)
            ),
            source: source(scenario),
            description: description.join("; "),
            language: LANGUAGE.to_owned(),
        },
        theme,
        axis_label: EN.chart_seats_axis.to_owned(),
        zero_label: EN.chart_no_seats.to_owned(),
        share_label: EN.chart_share_axis.to_owned(),
        bin_note: String::new(),
        percent,
        panels,
        majorities: majorities(&scenario.house),
    };
    chart.bin_note = fill(EN.chart_bins, &[("seats", &chart.bin_width()?.to_string())]);
    chart.draw()
}

fn note(seats: &SeatDistribution) -> String {
    let values = [
        ("median", &*seats.percentile(50).to_string()),
        ("low", &seats.percentile(5).to_string()),
        ("high", &seats.percentile(95).to_string()),
    ];
    fill(EN.chart_note, &values)
}

/// A share from 0 to 1 in percent, with one decimal below ten and above ninety-nine: what happens
/// sometimes, or fails to, is neither 0 nor 100 %.
fn percent(share: f64) -> String {
    let percent = share * 100.0;
    if percent > 0.0 && percent < 0.1 {
        "<0.1 %".to_owned()
    } else if percent >= 99.95 && percent < 100.0 {
        ">99.9 %".to_owned()
    } else if percent < 10.0 || (percent > 99.0 && percent < 100.0) {
        format!("{percent:.1} %")
    } else {
        format!("{percent:.0} %")
    }
}

fn colour(scenario: &Scenario, party: usize) -> Colour {
    scenario.parties[party].colour.unwrap_or_else(|| palette(party))
}

fn majorities(house: &House) -> Vec<MajorityMark> {
    let mark = |(name, needed): (&str, u32)| MajorityMark {
        label: fill(EN.chart_majority, &[("name", name)]),
        seats: needed,
    };
    house.majorities().into_iter().map(mark).collect()
}

fn source(scenario: &Scenario) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let mut text = scenario.assumptions.join(" ");
    let what_ifs = what_if::sentences(scenario);
    if !text.is_empty() && !what_ifs.is_empty() {
        text.push(' ');
    }
    text.push_str(&what_ifs);
    if let Some(source) = &scenario.source {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&fill(EN.source, &[("source", source)]));
    }
    if !text.is_empty() {
        text.push_str(" · ");
    }
    text.push_str(&fill(EN.chart_made_by, &[("version", version)]));
    text
}
