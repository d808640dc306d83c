//! `[[what_if]]` and `[[group]]`: changes to the count, applied in order.
//!
//! | operator | keys |
//! |---|---|
//! | `transfer` | `from`, `to`, and `share`, `points` or `votes`; or `to = { auyl = "2%" }`; or an array of such rows |
//! | `swing` | `points = { respublica = "+2pp" }` with `from`; or `list` with `by = "+10%"` or `logit = "+0.3"` |
//! | `merge` | `parties`, `into` |
//! | `split` | `party`, `into = { auyl = "60%", new_list = "40%" }` |
//! | `withdraw` | `party`, and `votes = "nobody"` or `"proportional"`, or `to`, or `previous` |
//! | `undecided` | `row`, and the same |
//! | `turnout` | `group`, and `to = "60%"` or `by = "+10pp"` |
//! | `threshold_effect` | `desertion`, `to`; `insurance`, `band`, `from` |
//! | `scale` | `row`, `by = "120%"`; without a `row`, everything |
//!
//! | group | value | meaning |
//! |---|---|---|
//! | `id` | a line | names it in `turnout` |
//! | `registered` | 1 or more | the persons entitled to vote in it |
//! | `turnout`, `shares` | `"60%"`, `{ amanat = "55%" }` | how many vote, and how |
//! | `votes` | `{ amanat = 3000 }` | the ballots counted, instead |

use super::super::error::{ScenarioError, quoted};
use super::super::field::{Field, Section};
use super::super::what_if::{
    Amount, Desertion, FORMS, Group, Heirs, Insurance, Merge, Operator, Percent, Refusal, Scale,
    Split, Swing, ThresholdEffect, Transfer, TransferRow, Turnout, TurnoutChange, Undecided,
    Uniform, Withdraw, band,
};
use super::super::wording::MAX_NAME;
use super::super::{Scenario, WhatIf};

/// So many operators at most: each goes over the whole ballot paper.
const MAX_WHAT_IFS: usize = 1_000;
const SHARE: &str = "a string with a percentage, such as \"3%\"";
const TRANSFERRED_SHARE: &str = "a string with `%` of the votes of the list, such as \"3%\"; points of all valid \
                                 votes are `points = \"3pp\"`, and numbers of votes `votes = 3`";
const TRANSFERRED_POINTS: &str = "a string with points of all valid votes, such as \"3pp\"; `%` of the votes of \
                                  the list are `share = \"3%\"`, and numbers of votes `votes = 3`";
const POINTS: &str = "a string with points, such as \"+2pp\"";

/// The what-ifs of the file, in order.
pub(super) fn read(root: &Section<'_>) -> Result<Vec<WhatIf>, ScenarioError> {
    let Some(field) = root.get("what_if") else {
        return Ok(Vec::new());
    };
    let items = items(field, "an array of tables, each written `[[what_if]]`")?;
    let names = FORMS.map(|(name, _)| name);
    let read_one = |item: &Field<'_>| {
        let section = item.section("`[[what_if]]`", &names)?;
        let fields = section.fields();
        let [(_, operator)] = fields.as_slice() else {
            let message = format!(
                "a `[[what_if]]` has {} operators; it must have one, of {}",
                fields.len(),
                quoted(names)
            );
            return Err(item.refuse(message));
        };
        Ok(WhatIf::at(operator.place(), read_operator(*operator)?))
    };
    items.iter().map(read_one).collect()
}

fn items<'t>(field: Field<'t>, accepted: &str) -> Result<Vec<Field<'t>>, ScenarioError> {
    let items = field.items(accepted)?;
    if let Some(beyond) = items.get(MAX_WHAT_IFS) {
        let message = format!(
            "`{}` has {} tables; at most {MAX_WHAT_IFS} are allowed",
            field.key,
            items.len()
        );
        return Err(beyond.refuse(message));
    }
    Ok(items)
}

fn read_operator(field: Field<'_>) -> Result<Operator, ScenarioError> {
    match field.key {
        "transfer" => read_transfer(field).map(Operator::Transfer),
        "swing" => read_swing(field).map(Operator::Swing),
        "merge" => read_merge(field).map(Operator::Merge),
        "split" => read_split(field).map(Operator::Split),
        "withdraw" => {
            let keys = ["party", "votes", "to", "previous"];
            let title = "`withdraw = { party = \"osdp\", votes = \"nobody\" }`";
            let section = field.section(title, &keys)?;
            let party = section.require("party", "the id, as in `party = \"osdp\"`")?;
            Ok(Operator::Withdraw(Withdraw::new(party.line(MAX_NAME)?, read_heirs(&section)?)))
        }
        "undecided" => {
            let keys = ["row", "votes", "to", "previous"];
            let title = "`undecided = { row = \"others\", votes = \"proportional\" }`";
            let section = field.section(title, &keys)?;
            let row = section.require("row", "the id, as in `row = \"others\"`")?;
            Ok(Operator::Undecided(Undecided::new(row.line(MAX_NAME)?, read_heirs(&section)?)))
        }
        "turnout" => read_turnout(field).map(Operator::Turnout),
        "threshold_effect" => read_threshold_effect(field).map(Operator::ThresholdEffect),
        _ => {
            let section =
                field.section("`scale = { row = \"auyl\", by = \"120%\" }`", &["row", "by"])?;
            let row = section.get("row").map(|row| row.line(MAX_NAME)).transpose()?;
            let by = section.require("by", "a factor, as in `by = \"120%\"`")?;
            Ok(Operator::Scale(Scale::new(row, checked(by, Percent::factor(by.string(SHARE)?))?)))
        }
    }
}

/// What a constructor made, or its refusal with its place.
fn checked<T>(field: Field<'_>, made: Result<T, Refusal>) -> Result<T, ScenarioError> {
    made.map_err(|refusal| field.refuse(refusal.to_string()))
}

fn read_transfer(field: Field<'_>) -> Result<Transfer, ScenarioError> {
    let rows = if field.is_table() {
        vec![read_transfer_row(field)?]
    } else {
        let accepted = "a table such as `{ from = \"amanat\", to = \"auyl\", share = \"3%\" }`, or an \
                        array of such tables";
        let items = items(field, accepted)?;
        if items.is_empty() {
            return Err(field.refuse(format!("`transfer` is empty; it must be {accepted}")));
        }
        items.into_iter().map(read_transfer_row).collect::<Result<_, _>>()?
    };
    checked(field, Transfer::new(rows))
}

fn read_transfer_row(field: Field<'_>) -> Result<TransferRow, ScenarioError> {
    const KINDS: [&str; 3] = ["share", "points", "votes"];
    let title = "`transfer = { from = \"amanat\", to = \"auyl\", share = \"3%\" }`";
    let section = field.section(title, &["from", "to", "share", "points", "votes"])?;
    let from = section.require("from", "the id, as in `from = \"amanat\"`")?.line(MAX_NAME)?;
    let to = section.require("to", "the id, as in `to = \"auyl\"`")?;
    let amounts: Vec<Field<'_>> = KINDS.iter().filter_map(|key| section.get(key)).collect();
    if to.is_table() {
        if let Some(amount) = amounts.first() {
            return Err(amount.refuse(format!(
                "`{}` goes with one target; where `to` is a table, each target has its own amount",
                amount.key
            )));
        }
        let to = pairs(to, |amount| {
            if amount.is_number() {
                return Err(amount.mismatch(
                    "a string with its unit: \"3 votes\", \"3%\" of the votes of the list, or \"3pp\", points \
                     of all valid votes",
                ));
            }
            amount.parse("a string such as \"3%\", \"1pp\" or \"5000 votes\"")
        })?;
        return Ok(TransferRow { from, to });
    }
    let [amount] = amounts.as_slice() else {
        let message = format!(
            "`transfer` has {} of `share`, `points` and `votes`; it must have one",
            amounts.len()
        );
        return Err(field.refuse(message));
    };
    let amount = match amount.key {
        "share" => match amount.parse(TRANSFERRED_SHARE)? {
            share @ Amount::Share(_) => share,
            Amount::Points(_) | Amount::Votes(_) => return Err(amount.mismatch(TRANSFERRED_SHARE)),
        },
        "points" => match amount.parse(TRANSFERRED_POINTS)? {
            points @ Amount::Points(_) => points,
            Amount::Share(_) | Amount::Votes(_) => return Err(amount.mismatch(TRANSFERRED_POINTS)),
        },
        _ => Amount::Votes(amount.whole(0..=u64::MAX)?),
    };
    Ok(TransferRow { from, to: vec![(to.line(MAX_NAME)?, amount)] })
}

/// A table from names to values, in the order of the file.
fn pairs<'t, T>(
    field: Field<'t>,
    value: impl Fn(Field<'t>) -> Result<T, ScenarioError>,
) -> Result<Vec<(String, T)>, ScenarioError> {
    let section = field.open_section("`{ amanat = \"60%\", auyl = \"40%\" }`")?;
    let fields = section.fields();
    if fields.is_empty() {
        return Err(field.refuse(format!("`{}` is empty; name at least one id", field.key)));
    }
    fields.into_iter().map(|(_, field)| Ok((field.key.to_owned(), value(field)?))).collect()
}

fn names(field: Field<'_>) -> Result<Vec<String>, ScenarioError> {
    if field.is_string() {
        return Ok(vec![field.line(MAX_NAME)?]);
    }
    let items = field.items("an id, or an array of ids")?;
    if items.is_empty() {
        return Err(field.refuse(format!("`{}` is empty; name at least one id", field.key)));
    }
    items.iter().map(|item| item.line(MAX_NAME)).collect()
}

fn read_swing(field: Field<'_>) -> Result<Swing, ScenarioError> {
    let title = "`swing = { points = { respublica = \"+2pp\" } }`";
    let section = field.section(title, &["points", "from", "list", "by", "logit"])?;
    let given = |keys: &[&str]| keys.iter().all(|key| section.get(key).is_some());
    let lacks = |keys: &[&str]| keys.iter().all(|key| section.get(key).is_none());
    if given(&["points"]) && lacks(&["list", "by", "logit"]) {
        let points = pairs(section.require("points", "")?, |points| points.parse(POINTS))?;
        let givers = section.get("from").map(names).transpose()?;
        return checked(field, Uniform::new(points, givers)).map(Swing::Uniform);
    }
    let list = || section.require("list", "")?.line(MAX_NAME);
    if given(&["list", "by"]) && lacks(&["points", "from", "logit"]) {
        let by = section.require("by", "")?.parse("a string such as \"+10%\"")?;
        return Ok(Swing::Proportional { list: list()?, by });
    }
    if given(&["list", "logit"]) && lacks(&["points", "from", "by"]) {
        let by = section.require("logit", "")?.parse("a string such as \"+0.3\"")?;
        return Ok(Swing::Logit { list: list()?, by });
    }
    Err(field.refuse(
        "a swing is `points`, with `from` if not all others give; or `list` and `by`; or `list` and \
         `logit`",
    ))
}

fn read_merge(field: Field<'_>) -> Result<Merge, ScenarioError> {
    let title = "`merge = { parties = [\"auyl\", \"aq_jol\"], into = \"auyl\" }`";
    let section = field.section(title, &["parties", "into"])?;
    let parties =
        names(section.require("parties", "the ids, as in `parties = [\"auyl\", \"aq_jol\"]`")?)?;
    let into = section.require("into", "an id, as in `into = \"auyl\"`")?.line(MAX_NAME)?;
    checked(field, Merge::new(parties, into))
}

fn read_split(field: Field<'_>) -> Result<Split, ScenarioError> {
    let title = "`split = { party = \"auyl\", into = { auyl = \"60%\", new_list = \"40%\" } }`";
    let section = field.section(title, &["party", "into"])?;
    let party = section.require("party", "the id, as in `party = \"auyl\"`")?.line(MAX_NAME)?;
    let into =
        section.require("into", "the parts, as in `{ auyl = \"60%\", new_list = \"40%\" }`")?;
    checked(field, Split::new(party, pairs(into, |share| share.parse(SHARE))?))
}

fn read_heirs(section: &Section<'_>) -> Result<Heirs, ScenarioError> {
    let accepted =
        "`votes = \"nobody\"` or `\"proportional\"`, `to` with shares, or `previous` with votes";
    match (section.get("votes"), section.get("to"), section.get("previous")) {
        (Some(votes), None, None) => match votes.string("\"nobody\" or \"proportional\"")? {
            "nobody" => Ok(Heirs::Nobody),
            "proportional" => Ok(Heirs::Proportional),
            _ => Err(votes.mismatch("\"nobody\" or \"proportional\"")),
        },
        (None, Some(to), None) => {
            checked(to, Heirs::shares(pairs(to, |share| share.parse(SHARE))?))
        }
        (None, None, Some(previous)) => {
            let votes = pairs(previous, |votes| votes.whole(0..=u64::MAX))?;
            checked(previous, Heirs::previous(votes))
        }
        _ => Err(section.refuse(format!("say once where the votes go: {accepted}"))),
    }
}

fn read_turnout(field: Field<'_>) -> Result<Turnout, ScenarioError> {
    let title = "`turnout = { group = \"almaty\", to = \"60%\" }`";
    let section = field.section(title, &["group", "to", "by"])?;
    let group = section.require("group", "the id of a `[[group]]`")?.line(MAX_NAME)?;
    let change = match (section.get("to"), section.get("by")) {
        (Some(to), None) => TurnoutChange::To(to.parse(SHARE)?),
        (None, Some(by)) => TurnoutChange::By(by.parse(POINTS)?),
        _ => {
            return Err(field.refuse(
                "`turnout` needs one of `to`, the new turnout such as `\"60%\"`, and `by`, its change \
                 such as `\"+10pp\"`",
            ));
        }
    };
    Ok(Turnout::new(group, change))
}

fn read_threshold_effect(field: Field<'_>) -> Result<ThresholdEffect, ScenarioError> {
    let title = "`threshold_effect = { desertion = \"20%\" }`";
    let section = field.section(title, &["desertion", "to", "insurance", "band", "from"])?;
    for (key, needs) in [("to", "desertion"), ("band", "insurance"), ("from", "insurance")] {
        if let (Some(field), None) = (section.get(key), section.get(needs)) {
            return Err(
                field.refuse(format!("`{key}` goes with `{needs}`; add that, or leave it out"))
            );
        }
    }
    let named = |key| section.get(key).map(names).transpose();
    let desertion = section.get("desertion").map(|share| {
        Ok::<_, ScenarioError>(Desertion { share: share.parse(SHARE)?, to: named("to")? })
    });
    let insurance = section.get("insurance").map(|share| {
        let width = section.require("band", "its width, as in `band = \"2pp\"`")?;
        let band = checked(width, band(width.string("a string with points, such as \"2pp\"")?))?;
        Ok::<_, ScenarioError>(Insurance { share: share.parse(SHARE)?, band, from: named("from")? })
    });
    checked(field, ThresholdEffect::new(desertion.transpose()?, insurance.transpose()?))
}

/// The groups of voters, each a part of the count.
pub(super) fn read_groups(
    root: &Section<'_>,
    scenario: &Scenario,
) -> Result<Vec<Group>, ScenarioError> {
    let Some(field) = root.get("group") else {
        return Ok(Vec::new());
    };
    let mut ids = std::collections::BTreeSet::new();
    let mut groups = Vec::new();
    for item in items(field, "an array of tables, each written `[[group]]`")? {
        let section =
            item.section("`[[group]]`", &["id", "registered", "turnout", "shares", "votes"])?;
        let id = section.require("id", "a short name such as `id = \"almaty\"`")?;
        let name = id.line(MAX_NAME)?;
        if !ids.insert(name.clone()) {
            let message = format!("the id `{name}` appears twice; every group needs its own");
            return Err(id.refuse(message));
        }
        let persons = section.require("registered", "the persons entitled to vote in the group")?;
        let registered = persons.whole(1..=scenario.registered.unwrap_or(u64::MAX))?;
        let group = match (section.get("turnout"), section.get("shares"), section.get("votes")) {
            (Some(turnout), Some(shares), None) => {
                let turnout = turnout.parse(SHARE)?;
                let shares_of = pairs(shares, |share| share.parse(SHARE))?;
                checked(shares, Group::of_shares(name, registered, turnout, shares_of))?
            }
            (None, None, Some(votes)) => {
                let counted = pairs(votes, |votes| votes.whole(0..=u64::MAX))?;
                checked(votes, Group::of_votes(name, registered, counted))?
            }
            _ => {
                return Err(item.refuse(
                    "a group has `turnout` and `shares`, or `votes` alone, the ballots counted",
                ));
            }
        };
        groups.push(checked(item, group.with_ids(scenario))?);
    }
    Ok(groups)
}
