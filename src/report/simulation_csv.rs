//! A simulation as CSV, one row a list.

use super::SimulationReport;
use super::allocation_csv::table;
use super::rules_json::display_name;
use crate::analysis::Estimate;

pub(super) fn render(report: &SimulationReport<'_>) -> String {
    let SimulationReport { scenario, summary, count, .. } = report;
    let figures = [
        "id",
        "name",
        "count_seats",
        "mean",
        "mean_se",
        "median",
        "mode",
        "p05",
        "p25",
        "p75",
        "p95",
        "no_seats",
        "no_seats_se",
        "passes_threshold",
        "passes_threshold_se",
        "largest",
        "largest_se",
    ];
    let majorities = (summary.majorities.iter())
        .flat_map(|(name, _)| [format!("majority_{name}"), format!("majority_{name}_se")]);
    let header = figures.into_iter().map(str::to_owned).chain(majorities).collect();
    let rows = summary.parties.iter().map(|party| {
        let about = &scenario.parties[party.party];
        let seats = &party.seats;
        let mut row = vec![
            about.id.clone(),
            display_name(about).to_owned(),
            count.map_or_else(String::new, |count| count.parties[party.party].seats.to_string()),
            seats.mean().to_string(),
            seats.mean_standard_error().to_string(),
            seats.percentile(50).to_string(),
            seats.mode().to_string(),
        ];
        row.extend([5, 25, 75, 95].map(|percent| seats.percentile(percent).to_string()));
        let estimates = [party.no_seats, party.passes_threshold, party.largest];
        row.extend(estimates.iter().chain(&party.majorities).copied().flat_map(cells));
        row
    });
    table(header, rows)
}

fn cells(estimate: Estimate) -> [String; 2] {
    [estimate.probability().to_string(), estimate.standard_error().to_string()]
}
