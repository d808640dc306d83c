//! A simulation as CSV: a row for each list, then for everything else that a run reports; the last column
//! says what a row is.

use std::collections::BTreeMap;

use super::SimulationReport;
use super::allocation_csv::table;
use super::decisions::actor;
use super::rules_json::{display_name, ids};
use crate::analysis::{
    Actor, ActorPower, CoalitionSummary, Estimate, MatterPower, PartySummary, SeatDistribution,
    WinningSets,
};

/// Columns that do not depend on the majorities of the house.
const FIGURES: [&str; 24] = [
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
    "representative",
];

/// What is asked of coalitions before each majority.
const SENSES: [&str; 4] = ["majority", "all_seated", "minimal", "blocks"];

/// The cells of a row, by column; the others stay empty.
type Row = BTreeMap<String, String>;

pub(super) fn render(report: &SimulationReport<'_>) -> String {
    let SimulationReport { summary, .. } = report;
    let mut header: Vec<String> = FIGURES.map(str::to_owned).to_vec();
    for sense in SENSES {
        for (majority, _) in &summary.majorities {
            header.extend([format!("{sense}_{majority}"), format!("{sense}_{majority}_se")]);
        }
    }
    let matters = MatterPower::of_draws(report.scenario, summary);
    if !matters.is_empty() {
        header.extend(["matter", "article", "needed", "blocks", "blocks_se"].map(str::to_owned));
    }
    header.extend(["p", "p_se", "distribution", "kind"].map(str::to_owned));
    let mut rows: Vec<Row> = summary.parties.iter().map(|party| list(report, party)).collect();
    rows.extend(summary.coalitions.iter().map(|found| coalition(report, found)));
    rows.push(any_list(report));
    rows.extend(house(report));
    rows.extend(summary.winning_sets.iter().flat_map(|sets| winning_sets(report, sets)));
    rows.extend(matters.iter().flat_map(|matter| decision(report, matter)));
    let cells = rows.into_iter().map(|mut row| {
        header.iter().map(|column| row.remove(column).unwrap_or_default()).collect()
    });
    table(header.clone(), cells)
}

/// A row of this kind about `id`.
fn row(kind: &str, id: &str) -> Row {
    Row::from([("kind".to_owned(), kind.to_owned()), ("id".to_owned(), id.to_owned())])
}

fn put(row: &mut Row, column: &str, value: &impl ToString) {
    row.insert(column.to_owned(), value.to_string());
}

fn put_estimate(row: &mut Row, column: &str, estimate: Estimate) {
    if estimate.draws == 0 {
        return;
    }
    put(row, column, &estimate.probability());
    put(row, &format!("{column}_se"), &estimate.standard_error());
}

fn put_seats(row: &mut Row, seats: &SeatDistribution) {
    put(row, "mean", &seats.mean());
    put(row, "mean_se", &seats.mean_standard_error());
    put(row, "median", &seats.percentile(50));
    put(row, "mode", &seats.mode());
    let quantiles = ["p025", "p05", "p10", "p25", "p75", "p90", "p95", "p975"];
    for (column, permille) in quantiles.into_iter().zip([25, 50, 100, 250, 750, 900, 950, 975]) {
        put(row, column, &seats.quantile(permille));
    }
    let counts: Vec<String> = seats.counts().iter().map(u64::to_string).collect();
    put(row, "distribution", &counts.join(" "));
}

fn put_majorities(
    report: &SimulationReport<'_>,
    row: &mut Row,
    sense: &str,
    estimates: &[Estimate],
) {
    for ((majority, _), &estimate) in report.summary.majorities.iter().zip(estimates) {
        put_estimate(row, &format!("{sense}_{majority}"), estimate);
    }
}

fn list(report: &SimulationReport<'_>, party: &PartySummary) -> Row {
    let about = &report.scenario.parties[party.party];
    let mut row = row("list", &about.id);
    put(&mut row, "name", &display_name(report.words, about));
    if let Some(count) = report.count {
        put(&mut row, "count_seats", &count.parties[party.party].seats);
    }
    put_seats(&mut row, &party.seats);
    if party.seats_if_admitted.draws() > 0 {
        put(&mut row, "mean_if_admitted", &party.seats_if_admitted.mean());
        put(&mut row, "median_if_admitted", &party.seats_if_admitted.percentile(50));
    }
    put_estimate(&mut row, "no_seats", party.no_seats);
    put_estimate(&mut row, "passes_threshold", party.passes_threshold);
    put_estimate(&mut row, "largest", party.largest);
    if let Some(draw) = &report.summary.representative {
        put(&mut row, "representative", &draw.seats[party.party]);
    }
    put_majorities(report, &mut row, "majority", &party.majorities);
    row
}

fn coalition(report: &SimulationReport<'_>, found: &CoalitionSummary) -> Row {
    let about = &report.scenario.coalitions[found.coalition];
    let mut row = row("coalition", &ids(report.scenario, &about.members).join("+"));
    put(&mut row, "name", &about.name.in_language(report.words.code));
    if let Some(count) = report.count {
        put(&mut row, "count_seats", &count.coalition_seats[found.coalition]);
    }
    put_seats(&mut row, &found.seats);
    put_majorities(report, &mut row, "majority", &found.majorities);
    put_majorities(report, &mut row, "all_seated", &found.all_seated);
    put_majorities(report, &mut row, "minimal", &found.minimal);
    put_majorities(report, &mut row, "blocks", &found.blocks);
    row
}

/// Some list alone has each majority.
fn any_list(report: &SimulationReport<'_>) -> Row {
    let mut row = row("any_list", "");
    put_majorities(report, &mut row, "majority", &report.summary.any_majority);
    row
}

/// The number of lists with seats, how draws ended, ties, indices, and what was asked for.
fn house(report: &SimulationReport<'_>) -> Vec<Row> {
    let SimulationReport { summary, asked, .. } = report;
    let mut lists = row("lists_with_seats", "");
    put_seats(&mut lists, &summary.lists_with_seats);
    let mut rows = vec![lists];
    let outcomes = summary.outcomes;
    let hits = |hits| Estimate { hits, draws: summary.draws };
    for (kind, id, estimate) in [
        ("outcome", "allocated", hits(outcomes.allocated)),
        ("outcome", "nobody_admitted", hits(outcomes.nobody_admitted)),
        ("outcome", "unfilled", hits(outcomes.unfilled)),
        ("outcome", "open_tie", hits(outcomes.open_tie)),
        ("tied_draws", "", hits(summary.tied_draws)),
    ] {
        let mut row = row(kind, id);
        put_estimate(&mut row, "p", estimate);
        rows.push(row);
    }
    for (name, sum) in summary.indices.iter().filter(|(_, sum)| sum.draws() > 0) {
        let mut row = row("index", name);
        put(&mut row, "mean", &sum.mean());
        put(&mut row, "mean_se", &sum.standard_error());
        rows.push(row);
    }
    for (event, estimate) in *asked {
        let mut row = row("event", &event.to_string());
        put_estimate(&mut row, "p", *estimate);
        rows.push(row);
    }
    rows
}

/// The minimal winning sets of a majority, and the power of every list.
fn winning_sets(report: &SimulationReport<'_>, sets: &WinningSets) -> Vec<Row> {
    let (majority, _) = &report.summary.majorities[sets.majority];
    let minimal = sets.minimal.iter().map(|set| {
        let mut row = row("set", &ids(report.scenario, &set.parties).join("+"));
        put_estimate(&mut row, &format!("minimal_{majority}"), set.minimal);
        put_estimate(&mut row, &format!("majority_{majority}"), set.wins);
        row
    });
    let power = sets.power.iter().flat_map(|list| {
        let id = &report.scenario.parties[list.party].id;
        [("banzhaf", list.banzhaf), ("shapley_shubik", list.shapley_shubik)].map(|(index, sum)| {
            let mut row = row(&format!("{index}_{majority}"), id);
            put(&mut row, "mean", &sum.mean());
            put(&mut row, "mean_se", &sum.standard_error());
            row
        })
    });
    minimal.chain(power).collect()
}

/// The chances of everybody who in some draw has the seats of a matter or blocks it; one row without a name
/// if nobody does.
fn decision(report: &SimulationReport<'_>, matter: &MatterPower<Estimate>) -> Vec<Row> {
    let SimulationReport { scenario, .. } = report;
    let about = |id: &str| {
        let mut row = row(matter.decision.requirement.kind(), id);
        put(&mut row, "matter", &matter.decision.matter.id());
        put(&mut row, "article", &matter.decision.article);
        if let Some(needed) = matter.needed {
            put(&mut row, "needed", &needed);
        }
        row
    };
    let happens = |estimate: Estimate| estimate.hits > 0;
    let has_chance = |of: &&ActorPower<_>| happens(of.reaches) || of.blocks.is_some_and(happens);
    let rows = matter.actors.iter().filter(has_chance).map(|of| {
        let members = match of.actor {
            Actor::List(party) => ids(scenario, &[party]),
            Actor::Coalition(coalition) => ids(scenario, &scenario.coalitions[coalition].members),
        };
        let mut row = about(&members.join("+"));
        put(&mut row, "name", &actor(report.words, scenario, of.actor));
        put_estimate(&mut row, "p", of.reaches);
        if let Some(blocks) = of.blocks {
            put_estimate(&mut row, "blocks", blocks);
        }
        row
    });
    let rows: Vec<Row> = rows.collect();
    if rows.is_empty() { vec![about("")] } else { rows }
}
