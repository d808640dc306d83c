//! Properties of an election as CSV: a row a property, or a row a list of its witness.

use super::AllocationReport;
use super::allocation_csv::table;
use super::axioms::options;
use super::axioms_json::{cause_word, verdict_word};
use crate::analysis::{AxiomWitness, Axioms, Finding, Verdict, WitnessList};
use crate::scenario::Scenario;

const HEADER: [&str; 13] = [
    "property",
    "verdict",
    "witness",
    "cause",
    "party",
    "votes_before",
    "votes_after",
    "seats_before",
    "seats_after",
    "house_before",
    "house_after",
    "options_before",
    "options_after",
];

pub(super) fn render(report: &AllocationReport<'_>, axioms: &Axioms) -> String {
    let rows = axioms.findings.iter().flat_map(|finding| rows(report.scenario, finding));
    table(HEADER.map(str::to_owned).to_vec(), rows)
}

fn rows(scenario: &Scenario, finding: &Finding) -> Vec<Vec<String>> {
    let head = [finding.property.name().to_owned(), verdict_word(&finding.verdict).to_owned()];
    let row = |cells: Vec<String>| {
        let mut row: Vec<String> = head.iter().cloned().chain(cells).collect();
        row.resize(HEADER.len(), String::new());
        row
    };
    match &finding.verdict {
        Verdict::Fails(witnesses) => {
            let numbered = witnesses.iter().zip(1..);
            let rows = numbered.flat_map(|(witness, number)| {
                witness.lists.iter().map(move |list| cells(scenario, number, witness, list))
            });
            rows.map(row).collect()
        }
        _ => vec![row(Vec::new())],
    }
}

fn cells(
    scenario: &Scenario,
    number: usize,
    witness: &AxiomWitness,
    list: &WitnessList,
) -> Vec<String> {
    let mut cells = vec![
        number.to_string(),
        cause_word(witness.cause).to_owned(),
        scenario.parties[list.party].id.clone(),
    ];
    cells.extend([list.votes.0, list.votes.1].map(|votes| votes.to_string()));
    let numbers = [list.seats.0, list.seats.1, witness.house.0, witness.house.1];
    cells.extend(numbers.map(|seats| seats.to_string()));
    cells.extend([options(&witness.before), options(&witness.after)]);
    cells
}
