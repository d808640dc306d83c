//! Laws side by side as a table of seats.

use super::{Drawn, caption_of_count, colour};
use crate::analysis::ComparedLaw;
use crate::chart::heat_table::{HeatColumn, HeatRow};
use crate::chart::{HeatTable, Theme};
use crate::report::CompareReport;
use crate::report::allocation_table::name;
use crate::report::compare_table;
use crate::report::method::method;

/// The seats of the count under every law, and what is different from the first.
///
/// # Errors
/// [`crate::chart::ChartError`] if there are more lists with seats than the sheet has room for.
pub(super) fn methods(report: &CompareReport<'_>, theme: Theme) -> Drawn {
    let (words, scenario) = (report.words, report.scenario);
    let seated = report.comparison.seated();
    let columns = seated.iter().map(|&party| HeatColumn {
        label: name(words, scenario, party).to_owned(),
        colour: colour(scenario, party),
    });
    let laws = report.comparison.laws.iter();
    let rows = laws.clone().enumerate().map(|(index, law)| HeatRow {
        label: label(report, law),
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
        format!("{}: {}", label(report, law), lists.collect::<Vec<_>>().join(", "))
    });
    let described: Vec<String> = described.collect();
    HeatTable {
        caption: caption_of_count(words, scenario, words.plots.methods_title, &described),
        theme,
        columns: columns.collect(),
        rows: rows.collect(),
        legend: words.plots.methods_legend.to_owned(),
    }
    .draw()
    .map(Some)
}

/// The label of the table, with the name of the method for its identifier.
fn label(report: &CompareReport<'_>, law: &ComparedLaw) -> String {
    let label = compare_table::label(report, law);
    let of_law = law.scenario.law.method;
    let Some(rest) = label.strip_prefix(&of_law.to_string()) else { return label };
    let name = method(report.words, of_law);
    let mut letters = name.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}{rest}", letters.as_str())
}

fn seats(law: &ComparedLaw, party: usize) -> Option<u32> {
    law.outcome.as_ref().ok().map(|outcome| outcome.allocation.seats[party])
}
