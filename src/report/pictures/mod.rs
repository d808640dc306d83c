//! Results turned into pictures: the words come from here, the drawing from `chart`.
//!
//! A file a picture; what all of them say, such as the source below them, is here.

mod hemicycle;
mod histogram;

pub use hemicycle::hemicycle;
pub use histogram::histogram;

use super::SimulationReport;
use super::messages::{Messages, fill};
use super::model;
use super::what_if;
use crate::chart::{MajorityMark, palette};
use crate::election::{Colour, House};
use crate::scenario::Scenario;

/// Model, draws and seed of a run.
fn run(report: &SimulationReport<'_>) -> String {
    let SimulationReport { words, scenario, summary, seed, .. } = *report;
    let values = [
        ("model", &*model::sentence(words, scenario, &scenario.model)),
        ("draws", &words.grouped(summary.draws.into())),
        ("seed", &seed.to_string()),
    ];
    fill(words.chart_run, &values)
}

/// How this language writes a share from 0 to 1 in percent, with one decimal below ten.
fn share_writer(words: &Messages) -> fn(f64) -> String {
    match words.decimal_mark {
        "," => |share| percent(share).replace('.', ","),
        _ => percent,
    }
}

fn percent(share: f64) -> String {
    let percent = share * 100.0;
    if percent > 0.0 && percent < 0.1 {
        "<0.1 %".to_owned()
    } else if percent < 10.0 {
        format!("{percent:.1} %")
    } else {
        format!("{percent:.0} %")
    }
}

fn colour(scenario: &Scenario, party: usize) -> Colour {
    scenario.parties[party].colour.unwrap_or_else(|| palette(party))
}

fn majorities(words: &Messages, house: &House) -> Vec<MajorityMark> {
    let mark = |(name, needed): (&str, u32)| MajorityMark {
        label: fill(words.chart_majority, &[("name", name)]),
        seats: needed,
    };
    house.majorities().into_iter().map(mark).collect()
}

fn source(words: &Messages, scenario: &Scenario) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let mut text = scenario.assumptions.join(" ");
    let what_ifs = what_if::sentences(words, scenario);
    if !text.is_empty() && !what_ifs.is_empty() {
        text.push(' ');
    }
    text.push_str(&what_ifs);
    if let Some(source) = &scenario.source {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&fill(words.source, &[("source", source)]));
    }
    if !text.is_empty() {
        text.push_str(" · ");
    }
    text.push_str(&fill(words.chart_made_by, &[("version", version)]));
    text
}
