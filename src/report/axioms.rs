//! Properties of an election as a table for people, with a witness for each that fails.

use super::AllocationReport;
use super::allocation_table::name;
use super::messages::{Messages, fill};
use super::page::Page;
use super::table::Table;
use crate::analysis::{
    AxiomWitness, Axioms, Cause, Finding, PER_MILLE_STEPS, Property, Reason, Searched, Variation,
    Verdict, WitnessList,
};

pub(super) fn page(report: &AllocationReport<'_>, axioms: &Axioms) -> Page {
    let words = &report.words.axioms;
    let mut page = Page::default();
    page.say(words.title, &[]);
    let mut table = Table::default().words(words.property).words(words.verdict).words(words.basis);
    for finding in &axioms.findings {
        table.row(vec![
            property(report.words, finding.property).to_owned(),
            verdict(report.words, &finding.verdict).to_owned(),
            basis(report.words, finding),
        ]);
    }
    page.table(table);
    page.gap();
    for finding in &axioms.findings {
        let Verdict::Fails(witnesses) = &finding.verdict else { continue };
        for witness in witnesses.iter().take(1) {
            witness_lines(report, &mut page, finding.property, witness);
        }
        if witnesses.len() > 1 {
            page.say(words.more, &[("more", &(witnesses.len() - 1).to_string())]);
        }
    }
    page.say(words.legend, &[]);
    page
}

const fn property(words: &Messages, property: Property) -> &'static str {
    let words = &words.axioms;
    match property {
        Property::LowerQuota => words.lower_quota,
        Property::UpperQuota => words.upper_quota,
        Property::Order => words.order,
        Property::NoManufacturedMajority => words.no_manufactured_majority,
        Property::NoLostMajority => words.no_lost_majority,
        Property::HouseMonotone => words.house_monotone,
        Property::PopulationMonotone => words.population_monotone,
        Property::NoNewStatesParadox => words.no_new_states_paradox,
        Property::LeavingCostsNobody => words.leaving_costs_nobody,
    }
}

const fn verdict(words: &Messages, verdict: &Verdict) -> &'static str {
    let words = &words.axioms;
    match verdict {
        Verdict::Always => words.always,
        Verdict::Here => words.here,
        Verdict::NotFound => words.not_found,
        Verdict::Fails(_) => words.fails,
        Verdict::NotApplicable(_) => words.not_applicable,
    }
}

/// Why the verdict is what it is.
fn basis(words: &Messages, finding: &Finding) -> String {
    let axioms = &words.axioms;
    match &finding.verdict {
        Verdict::Always => axioms.by_theorem.to_owned(),
        Verdict::Here => axioms.by_looking.to_owned(),
        Verdict::NotFound => finding.searched.map_or_else(String::new, |at| searched(words, at)),
        Verdict::Fails(witnesses) => {
            witnesses.first().map_or("", |witness| cause(words, witness.cause)).to_owned()
        }
        Verdict::NotApplicable(Reason::FewerLists(lists)) => {
            fill(axioms.fewer_lists, &[("lists", &lists.to_string())])
        }
    }
}

fn searched(words: &Messages, searched: Searched) -> String {
    let axioms = &words.axioms;
    let (mut text, left_out) = match searched {
        Searched::Houses { from, to } => {
            let values = [("from", &*from.to_string()), ("to", &to.to_string())];
            (fill(axioms.by_houses, &values), 0)
        }
        Searched::Votes { lists, left_out } => {
            let most = (PER_MILLE_STEPS / 10).to_string();
            let values = [("most", &*most), ("lists", &lists.to_string())];
            (fill(axioms.by_votes, &values), left_out)
        }
        Searched::Leaving { lists, left_out } => {
            (fill(axioms.by_leaving, &[("lists", &lists.to_string())]), left_out)
        }
    };
    if left_out > 0 {
        text.push_str(&fill(axioms.left_out, &[("left_out", &left_out.to_string())]));
    }
    text
}

const fn cause(words: &Messages, cause: Cause) -> &'static str {
    let words = &words.axioms;
    match cause {
        Cause::Method => words.cause_method,
        Cause::Threshold => words.cause_threshold,
        Cause::Candidates => words.cause_candidates,
        Cause::Alliance => words.cause_alliance,
        Cause::SetAside => words.cause_set_aside,
        Cause::Multiplier => words.cause_multiplier,
        Cause::Floor => words.cause_floor,
        Cause::Law => words.cause_law,
    }
}

/// What shows a property to fail, and how to see it again.
fn witness_lines(
    report: &AllocationReport<'_>,
    page: &mut Page,
    of: Property,
    witness: &AxiomWitness,
) {
    let words = &report.words.axioms;
    let mut lists: String = (witness.lists.iter())
        .map(|list| told(report, of, witness, list))
        .collect::<Vec<_>>()
        .join(", ");
    let (before, after) = witness.house;
    if before != after {
        let values = [("before", &*before.to_string()), ("after", &after.to_string())];
        lists.push_str(&fill(words.house, &values));
    }
    let values = [("property", property(report.words, of)), ("lists", &lists)];
    page.say(words.witness, &values);
    let (before, after) = (options(&witness.before), options(&witness.after));
    let values = [("before", before.as_str()), ("after", after.as_str())];
    match (witness.before.is_none(), witness.after.is_none()) {
        (true, true) => {}
        (true, false) => page.say(words.repeat, &values),
        (false, true) => page.say(words.repeat, &[("after", &before)]),
        (false, false) => page.say(words.repeat_both, &values),
    }
}

/// A list of the witness, with what changes about it.
fn told(
    report: &AllocationReport<'_>,
    of: Property,
    witness: &AxiomWitness,
    list: &WitnessList,
) -> String {
    let words = report.words;
    let ideal = report.outcome.parties[list.party].ideal_share;
    let is_quota = matches!(of, Property::LowerQuota | Property::UpperQuota);
    let ideal = ideal.map_or_else(String::new, |ideal| words.rounded(ideal, 2));
    let is_one_count = witness.before == witness.after;
    let message = if witness.leaves == Some(list.party) {
        words.axioms.list_leaves
    } else if is_quota {
        words.axioms.list_ideal
    } else if is_one_count {
        words.axioms.list_now
    } else if list.votes.0 == list.votes.1 {
        words.axioms.list_moved
    } else {
        words.axioms.list_moved_votes
    };
    let number = |votes: u64| words.grouped(votes.into());
    let values = [
        ("party", name(words, report.scenario, list.party)),
        ("ideal", &*ideal),
        ("seats", &words.seats(list.seats.1)),
        ("votes", &words.votes(list.votes.1.into())),
        ("before", &list.seats.0.to_string()),
        ("after", &list.seats.1.to_string()),
        ("votes_before", &number(list.votes.0)),
    ];
    fill(message, &values)
}

/// The options as a shell takes them.
pub(super) fn options(variation: &Variation) -> String {
    variation.arguments().iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" ")
}

/// A word that a POSIX shell reads as it is.
fn quoted(word: &str) -> String {
    let is_plain =
        |character: char| character.is_ascii_alphanumeric() || "-_.%+=:/".contains(character);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else if !word.contains(['"', '$', '`', '\\', '!']) {
        format!("\"{word}\"")
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}
