//! Whether the rules of `[law]` and those that stand on `[[party]]` fit together.

use std::collections::BTreeMap;

use crate::election::{House, Party};
use crate::law::{AllianceThreshold, AllocationError, Law, OneListRule, Overhang};

use super::super::error::ScenarioError;
use super::super::field::Section;

pub(super) fn check(
    root: &Section<'_>,
    law: &Law,
    house: &House,
    parties: &[Party],
) -> Result<(), ScenarioError> {
    check_method(root, law, house.seats())?;
    check_seats(root, house.seats(), parties)?;
    check_direct_seats(root, law, parties)?;
    check_runner_up(root, law, parties)?;
    check_alliances(root, law, parties)
}

/// The method can do what the clauses of the law ask of it.
fn check_method(root: &Section<'_>, law: &Law, house_size: u32) -> Result<(), ScenarioError> {
    law.check_method(house_size).map_err(|error| {
        let key = match error {
            AllocationError::NoRemaindersFirst(_) => "remainder_from",
            _ => "majority_clause",
        };
        let own = root.get("law").and_then(|field| field.open_section("`[law]`").ok());
        own.as_ref().unwrap_or(root).refuse_key(key, error.to_string())
    })
}

/// Seats won elsewhere count for something.
fn check_direct_seats(
    root: &Section<'_>,
    law: &Law,
    parties: &[Party],
) -> Result<(), ScenarioError> {
    let counts =
        law.provisions.or_direct_seats.is_some() || law.provisions.overhang == Overhang::Added;
    match parties.iter().find(|party| party.direct_seats > 0 && !counts) {
        Some(party) => {
            let message = "`direct_seats` count for nothing under this law; give `[law]` \
                           `overhang = \"added\"` or `or_direct_seats`, or leave `direct_seats` out";
            Err(refuse(root, party, "direct_seats", message.to_owned()))
        }
        None => Ok(()),
    }
}

/// A single list and its runner-up share the house by votes as cast.
fn check_runner_up(root: &Section<'_>, law: &Law, parties: &[Party]) -> Result<(), ScenarioError> {
    if law.provisions.one_list != OneListRule::RunnerUp {
        return Ok(());
    }
    for party in parties {
        let given = [("multiplier", party.multiplier.is_some()), ("floor", party.floor > 0)];
        if let Some((key, _)) = given.into_iter().find(|&(_, is_given)| is_given) {
            let message = format!(
                "`one_list = \"runner-up\"` shares the house by a rule of its own; leave `{key}` or \
                 `one_list` out"
            );
            return Err(refuse(root, party, key, message));
        }
    }
    Ok(())
}

/// A number of seats that stands on a party.
type SeatsOf = fn(&Party) -> u32;

/// No list has more seats from elsewhere than the house has.
fn check_seats(
    root: &Section<'_>,
    house_size: u32,
    parties: &[Party],
) -> Result<(), ScenarioError> {
    let keys: [(&str, SeatsOf); 3] = [
        ("direct_seats", |party| party.direct_seats),
        ("guaranteed_seats", |party| party.guaranteed_seats),
        ("additional_seats", |party| party.additional_seats),
    ];
    for (key, seats) in keys {
        let total: u64 = parties.iter().map(|party| u64::from(seats(party))).sum();
        let last = parties.iter().rfind(|party| seats(party) > 0);
        if let Some(party) = last.filter(|_| total > u64::from(house_size)) {
            let message = format!(
                "the `{key}` of all parties add up to {total}, more than the {house_size} seats of the \
                 house; they must be at most as many"
            );
            return Err(refuse(root, party, key, message));
        }
    }
    Ok(())
}

fn check_alliances(root: &Section<'_>, law: &Law, parties: &[Party]) -> Result<(), ScenarioError> {
    let mut sizes: BTreeMap<&str, u32> = BTreeMap::new();
    for name in parties.iter().filter_map(|party| party.alliance.as_deref()) {
        *sizes.entry(name).or_default() += 1;
    }
    for party in parties {
        let Some(name) = party.alliance.as_deref() else { continue };
        if sizes[name] < 2 {
            // Its allies are not on the ballot here: a list alone.
            continue;
        }
        let pool = law.provisions.alliance_threshold == AllianceThreshold::Pool;
        if pool && party.threshold.is_some() {
            let message = "under `alliance_threshold = \"pool\"` the alliance passes the threshold as a \
                           whole; leave the party's own `threshold` out";
            return Err(refuse(root, party, "threshold", message.to_owned()));
        }
    }
    Ok(())
}

/// Refuses a key of the party, or the party, or the file if only the votes file has it.
fn refuse(root: &Section<'_>, party: &Party, key: &str, message: String) -> ScenarioError {
    let parties = root.get("party").and_then(|field| field.items("").ok()).unwrap_or_default();
    let own =
        parties.iter().filter_map(|item| item.open_section("`[[party]]`").ok()).find(|section| {
            section.get("id").and_then(|id| id.string("").ok()) == Some(party.id.as_str())
        });
    own.as_ref().unwrap_or(root).refuse_key(key, message)
}
