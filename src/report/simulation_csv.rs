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
        "p025",
        "p05",
        "p10",
        "p25",
        "p75",
        "p90",
        "p95",
        "p975",
        "mean_if_admitted",
        "median_if_admitted",
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
        let quantiles = [25, 50, 100, 250, 750, 900, 950, 975];
        row.extend(quantiles.map(|permille| seats.quantile(permille).to_string()));
        let if_admitted = &party.seats_if_admitted;
        let known = if_admitted.draws() > 0;
        row.push(if known { if_admitted.mean().to_string() } else { String::new() });
        row.push(if known { if_admitted.percentile(50).to_string() } else { String::new() });
        let estimates = [party.no_seats, party.passes_threshold, party.largest];
        row.extend(estimates.iter().chain(&party.majorities).copied().flat_map(cells));
        row
    });
    table(header, rows)
}

fn cells(estimate: Estimate) -> [String; 2] {
    [estimate.probability().to_string(), estimate.standard_error().to_string()]
}
