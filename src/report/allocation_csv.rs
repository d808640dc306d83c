//! An allocation as CSV, one row a party.

use std::collections::BTreeSet;

use super::AllocationReport;
use super::allocation_json::{admission_word, approximate};
use super::rules_json::display_name;

pub(super) fn render(report: &AllocationReport<'_>) -> String {
    let AllocationReport { scenario, outcome, .. } = report;
    let header = [
        "id",
        "name",
        "votes",
        "share",
        "admitted",
        "admission",
        "ideal_share",
        "seats",
        "tied",
        "official_seats",
        "group_places",
    ];
    let groups: BTreeSet<&String> =
        scenario.parties.iter().flat_map(|party| party.quota_groups.keys()).collect();
    let rows = scenario.parties.iter().zip(&outcome.parties).map(|(party, outcome)| {
        let cells = vec![
            party.id.clone(),
            display_name(report.words, party).to_owned(),
            outcome.votes.to_string(),
            approximate(outcome.share).to_string(),
            outcome.admission.is_admitted().to_string(),
            admission_word(outcome.admission).to_owned(),
            outcome.ideal_share.map_or_else(String::new, |ideal| approximate(ideal).to_string()),
            outcome.seats.to_string(),
            outcome.tied.to_string(),
            outcome.official_seats.map_or_else(String::new, |seats| seats.to_string()),
            outcome.group_places.map_or_else(String::new, |places| places.needed.to_string()),
        ];
        let of = |group: &&String| {
            party.quota_groups.get(*group).map_or_else(String::new, u32::to_string)
        };
        cells.into_iter().chain(groups.iter().map(of)).collect()
    });
    let group_columns = groups.iter().map(|group| format!("group_{group}"));
    table(header.into_iter().map(str::to_owned).chain(group_columns).collect(), rows)
}

/// Header and rows as CSV text.
pub(super) fn table(header: Vec<String>, rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in std::iter::once(header).chain(rows) {
        writer.write_record(row).expect("memory takes rows, all of the header's length");
    }
    let bytes = writer.into_inner().expect("memory is always flushed");
    String::from_utf8(bytes).expect("cells are text")
}
