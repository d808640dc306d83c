//! The breakpoints of a sweep in a document.

use serde::Serialize;
use serde_json::{Value, json};

use super::super::allocation_json::approximate;
use super::super::rules_json::ids;
use super::SweepReport;
use super::breakpoints::written;
use crate::analysis::{Breakpoint, BreakpointAt};
use crate::law::ThresholdRule;

#[derive(Debug, Serialize)]
pub(super) struct BreakpointJson<'a> {
    /// An exact fraction for a threshold, a house size.
    value: Value,
    value_number: f64,
    /// Whose share the threshold is.
    #[serde(skip_serializing_if = "Option::is_none")]
    lists: Option<Vec<&'a str>>,
    /// Which seats there are at exactly the value: those `before` it, or those `after` it.
    at_value: &'static str,
    changes: Vec<ChangeJson<'a>>,
    majority_before: Option<&'a str>,
    majority_after: Option<&'a str>,
    /// Why there are no seats; null where there are.
    refused_before: Option<&'a str>,
    refused_after: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct ChangeJson<'a> {
    id: &'a str,
    before: u32,
    after: u32,
}

/// The breakpoints; none where none are looked for.
pub(super) fn breakpoints<'a>(report: &SweepReport<'a>) -> Option<Vec<BreakpointJson<'a>>> {
    let found = report.sweep.breakpoints.as_ref().ok()?;
    Some(found.iter().map(|breakpoint| of(report, breakpoint)).collect())
}

fn of<'a>(report: &SweepReport<'a>, breakpoint: &'a Breakpoint) -> BreakpointJson<'a> {
    let scenario = report.scenario;
    let id = |party: usize| scenario.parties[party].id.as_str();
    let (value, value_number, lists, at_value) = match &breakpoint.at {
        BreakpointAt::Threshold { share, lists } => {
            let side = match scenario.law.threshold.rule {
                ThresholdRule::AtLeast => "before",
                ThresholdRule::MoreThan => "after",
            };
            let lists = Some(ids(scenario, lists));
            (json!(written(*share)), approximate(*share), lists, side)
        }
        &BreakpointAt::Seats(size) => (json!(size), size.into(), None, "after"),
    };
    let [majority_before, majority_after] = breakpoint.majority.map(|party| party.map(id));
    let [refused_before, refused_after] = breakpoint.refused.each_ref().map(Option::as_deref);
    BreakpointJson {
        value,
        value_number,
        lists,
        at_value,
        changes: (breakpoint.changes.iter())
            .map(|change| ChangeJson {
                id: id(change.party),
                before: change.before,
                after: change.after,
            })
            .collect(),
        majority_before,
        majority_after,
        refused_before,
        refused_after,
    }
}
