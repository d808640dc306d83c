//! Results turned into pictures: the words come from here, the drawing from `chart`.
//!
//! A file a picture, and a line in the table [`PICTURES`]; what all of them say, such as the source
//! below them, is here.

mod bias;
mod board;
mod catalogue;
mod coalitions;
mod convergence;
mod hemicycle;
mod histogram;
mod intervals;
mod margins;
mod methods;
mod numbers;
mod passes;
mod sweep;
mod votes_seats;

pub use catalogue::{Drawing, Drawn, PICTURES, PictureEntry, UnknownPicture};

use super::compare_table;
use super::messages::{Messages, fill};
use super::method::method;
use super::model;
use super::preamble::rules;
use super::what_if;
use super::{CompareReport, SimulationReport};
use crate::analysis::ComparedLaw;
use crate::apportionment::Method;
use crate::chart::{Caption, MajorityMark, palette};
use crate::election::{Colour, House};
use crate::scenario::Scenario;

/// What a law is called in a picture: as in the table, with the name of its method for the identifier.
fn law_label(report: &CompareReport<'_>, law: &ComparedLaw) -> String {
    let label = compare_table::label(report, law);
    let of_law = law.scenario.law.method;
    match label.strip_prefix(&of_law.to_string()) {
        Some(rest) => format!("{}{rest}", method_title(report.words, of_law)),
        None => label,
    }
}

/// The name of a method with a capital letter.
fn method_title(words: &Messages, of: Method) -> String {
    let name = method(words, of);
    let mut letters = name.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}", letters.as_str())
}

/// The words around a picture of the count.
fn caption_of_count(
    words: &Messages,
    scenario: &Scenario,
    title: &str,
    description: &[String],
) -> Caption {
    Caption {
        title: title.to_owned(),
        subtitle: format!("{}. {}", scenario.title.in_language(words.code), rules(words, scenario)),
        source: source(words, scenario),
        description: description.join("; "),
        language: words.code.to_owned(),
    }
}

/// The words around a picture of a run.
fn caption_of_run(report: &SimulationReport<'_>, title: &str, description: &[String]) -> Caption {
    let mut caption = caption_of_count(report.words, report.scenario, title, description);
    caption.subtitle.push_str(". ");
    caption.subtitle.push_str(&run(report));
    caption
}

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

/// How this language writes a share from 0 to 1 in percent, with one decimal below ten and above
/// ninety-nine: what happens sometimes, or fails to, is neither 0 nor 100 %.
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
    } else if (99.95..100.0).contains(&percent) {
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

fn majorities(words: &Messages, house: &House) -> Vec<MajorityMark> {
    let mark = |(name, needed): (&str, u32)| MajorityMark {
        label: fill(words.chart_majority, &[("name", &words.majority(name))]),
        seats: needed,
    };
    house.majorities().into_iter().map(mark).collect()
}

fn source(words: &Messages, scenario: &Scenario) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let assumptions = scenario.assumptions.iter();
    let mut text: String =
        assumptions.map(|of| of.in_language(words.code)).collect::<Vec<_>>().join(" ");
    let what_ifs = what_if::sentences(words, scenario);
    if !text.is_empty() && !what_ifs.is_empty() {
        text.push(' ');
    }
    text.push_str(&what_ifs);
    if let Some(source) = &scenario.source {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&fill(words.source, &[("source", source.in_language(words.code))]));
    }
    if !text.is_empty() {
        text.push_str(" · ");
    }
    text.push_str(&fill(words.chart_made_by, &[("version", version)]));
    text
}
