//! A scenario with other values of what is varied.

use super::{SweepValue, Vary};
use crate::scenario::{Overrides, Scenario, ScenarioError};

/// The scenario with these values. What-ifs are applied anew under the law that this makes, then shares, then
/// the common error; without values it is as it was.
///
/// # Errors
/// [`ScenarioError`] where the scenario cannot be so.
pub(super) fn with_values(
    scenario: &Scenario,
    values: &[(&Vary, SweepValue)],
) -> Result<Scenario, ScenarioError> {
    if values.is_empty() {
        return Ok(scenario.clone());
    }
    let mut overrides = Overrides::default();
    let mut shares = Vec::new();
    let mut common_error = None;
    for &(vary, value) in values {
        match (vary, value) {
            (_, SweepValue::Method(method)) => overrides.method = Some(method),
            (_, SweepValue::Seats(seats)) => overrides.seats = Some(seats),
            (_, SweepValue::Number(number)) => common_error = Some(number.approximate()),
            (Vary::Share(id), SweepValue::Share(share)) => {
                shares.extend(index(scenario, id).map(|party| (party, share)));
            }
            (_, SweepValue::Share(share)) => overrides.threshold = Some(share),
        }
    }
    let mut scenario = scenario.clone().with_overrides(&overrides)?.with_shares(&shares)?;
    if let Some(error) = common_error {
        scenario.model = (scenario.model.with_common_error(error))
            .map_err(|error| ScenarioError::BadOverride { message: error.to_string() })?;
    }
    Ok(scenario)
}

/// The party with this id.
pub(super) fn index(scenario: &Scenario, id: &str) -> Option<usize> {
    scenario.parties.iter().position(|party| party.id == id)
}
