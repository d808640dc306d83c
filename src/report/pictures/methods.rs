//! Laws side by side as a table of seats.

use std::cmp::Reverse;

use super::{Drawn, caption_of_count, colour, law_label};
use crate::analysis::ComparedLaw;
use crate::chart::heat_table::{HeatColumn, HeatRow};
use crate::chart::{HeatTable, Theme};
use crate::report::CompareReport;
use crate::report::allocation_table::name;
use crate::report::messages::fill;

/// The most lists that get a column.
const MOST_COLUMNS: usize = 14;

/// The seats of the count under every law, and what is different from the first.
///
/// # Errors
/// [`crate::chart::ChartError`] if there are more lists with seats than the sheet has room for.
pub(super) fn methods(report: &CompareReport<'_>, theme: Theme) -> Drawn {
    let (words, scenario) = (report.words, report.scenario);
    let seated = shown(report);
    let columns = seated.iter().map(|&party| HeatColumn {
        label: name(words, scenario, party).to_owned(),
        colour: colour(scenario, party),
    });
    let laws = report.comparison.laws.iter();
    let rows = laws.clone().enumerate().map(|(index, law)| HeatRow {
        label: law_label(report, law),
        note: if index == 0 { words.plots.methods_own.to_owned() } else { String::new() },
        seats: seated.iter().map(|&party| seats(law, party)).collect(),
    });
    let described = laws.map(|law| {
        let lists = seated.iter().filter_map(|&party| {
            let sign = match law.differences.get(party) {
                None | Some(0) => String::new(),
                Some(difference) => format!(" ({difference:+})"),
            };
            Some(format!("{} {}{sign}", name(words, scenario, party), seats(law, party)?))
        });
        format!("{}: {}", law_label(report, law), lists.collect::<Vec<_>>().join(", "))
    });
    let described: Vec<String> = described.collect();
    let columns_shown = seated.len();
    HeatTable {
        caption: caption_of_count(words, scenario, words.plots.methods_title, &described),
        theme,
        columns: columns.collect(),
        rows: rows.collect(),
        legend: legend(report, columns_shown),
    }
    .draw()
    .map(Some)
}

fn seats(law: &ComparedLaw, party: usize) -> Option<u32> {
    law.outcome.as_ref().ok().map(|outcome| outcome.allocation.seats[party])
}

/// The lists that get a column: those with seats under some law, or of many the largest.
fn shown(report: &CompareReport<'_>) -> Vec<usize> {
    let mut seated = report.comparison.seated();
    if seated.len() > MOST_COLUMNS {
        let votes = &report.scenario.ballots.parties;
        seated.sort_by_key(|&party| Reverse(votes[party]));
        seated.truncate(MOST_COLUMNS);
        seated.sort_unstable();
    }
    seated
}

fn legend(report: &CompareReport<'_>, shown: usize) -> String {
    let (plots, all) = (&report.words.plots, report.comparison.seated().len());
    if shown == all {
        return plots.methods_legend.to_owned();
    }
    let values = [("shown", &*shown.to_string()), ("all", &all.to_string())];
    format!("{}. {}", plots.methods_legend, fill(plots.methods_shown, &values))
}
