//! What must hold of a scenario whatever has been done to its votes.

use crate::election::{MAX_LISTS, PartyKind};
use crate::uncertainty::Model;

use super::super::Scenario;
use super::refusal::Refusal;

/// Checks a scenario that an operator has just changed.
pub(super) fn check(scenario: &Scenario) -> Result<(), Refusal> {
    check_sums(scenario)?;
    check_parties(scenario)?;
    check_model(scenario)
}

fn check_sums(scenario: &Scenario) -> Result<(), Refusal> {
    let cast = scenario.ballots.cast_votes();
    if cast > u128::from(u64::MAX) {
        return Refusal::because(format!(
            "the votes would add up to {cast}; their sum must be below 2^64"
        ));
    }
    match scenario.registered {
        Some(registered) if cast > u128::from(registered) => Refusal::because(format!(
            "{cast} ballots would be cast, but {registered} persons are registered; at most as many can \
             vote"
        )),
        _ => Ok(()),
    }
}

fn check_parties(scenario: &Scenario) -> Result<(), Refusal> {
    let found = scenario.parties.len();
    if found > MAX_LISTS {
        return Refusal::because(format!(
            "there would be {found} parties; at most {MAX_LISTS} are allowed"
        ));
    }
    let mut lists = scenario.parties.iter().zip(&scenario.ballots.parties);
    if lists.all(|(party, &votes)| party.kind != PartyKind::List || votes == 0) {
        return Refusal::because("no list would have any votes; at least one must");
    }
    Ok(())
}

/// A model that draws from numbers of its own, not from the votes, would hide a what-if.
fn check_model(scenario: &Scenario) -> Result<(), Refusal> {
    let options = scenario.ballots.options().len();
    if scenario.undecided.as_ref().is_some_and(|undecided| undecided.alphas().len() != options) {
        return Refusal::because(
            "the polls split the undecided between the lists that were on the ballot, and this changes which \
             there are; use `undecided = \"proportional\"`, or put the change into the polls",
        );
    }
    match &scenario.model {
        Model::Dirichlet(_) if scenario.model.ignores_votes() => {
            return Refusal::because(
                "the model `dirichlet` draws from its `alpha`, not from the votes, so no what-if would move a \
                 draw; give it a `sample_size` instead",
            );
        }
        model if model.ignores_votes() => {
            return Refusal::because(
                "a component of the model `mixture` draws from a scenario or an `alpha` of its own, so no \
                 what-if would move its draws; put the change into that scenario, or leave the component out",
            );
        }
        _ => {}
    }
    match scenario.model.distribution(&scenario.ballots.option_shares()) {
        Ok(_) => Ok(()),
        Err(error) => Refusal::because(format!("the model cannot draw these votes: {error}")),
    }
}
