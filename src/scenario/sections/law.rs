//! `[law]`: a preset, the rules spelt out, or both.
//!
//! | key | value | rule |
//! |---|---|---|
//! | `preset` | a name of `kurultai list laws` | every key below overrides it |
//! | `method` | a method by name | how votes become seats |
//! | `threshold` | `"5%"`, `"1/150"`, `"quota"` | what a list needs; `quota` is one whole quota, 1/N |
//! | `threshold_base` | `"lists"`, `"valid"`, `"cast"` | of what |
//! | `threshold_rule` | `"at-least"`, `"more-than"` | which side exactly the threshold is on |
//! | `threshold_by_members` | `{ 2 = "7%", 4 = "10%" }` | joint lists, from so many parties on them |
//! | `or_direct_seats` | 1 or more | so many `direct_seats` excuse a list from the threshold |
//! | `at_least_lists` | 1 or more | the largest lists come in until there are so many |
//! | `alliance_threshold` | `"member"`, `"pool"` | who passes the threshold in an alliance |
//! | `inner_method` | a method | how an alliance shares its seats inside |
//! | `multiplier_for` | `"all"`, `"below-threshold"` | whose `multiplier` acts |
//! | `floor` | a number of seats | the fewest of every admitted list with votes |
//! | `overhang` | `"none"`, `"added"` | whether `direct_seats` beyond a list's share stay with it |
//! | `bonus` | seats, or a share `"10%"` | for the largest list, before the distribution |
//! | `one_list` | `"none"`, `"runner-up"` | what happens if a single list is admitted |
//! | `remainder_from` | `"3/4"` | left-over seats by remainders first, to lists with so much of a quota |
//! | `remainder_below` | 1 or more | only in houses of fewer seats |
//! | `majority_clause` | `true`, `false` | more than half of the votes has the seat given last |
//! | `tie` | `"order"`, `"votes"`, `"fewest-votes"`, `"seatless"`, `"lot"`, `"report"`, or an array of them | what settles a tie; of several each in turn |
//! | `group_quota` | `"30%"` | of a list's seats to candidates of its `quota_groups` |
//! | `freed_seats` | `"redistribute"`, `"vacant"` | seats that a list has no candidates for |

use std::str::FromStr;

use crate::apportionment::{Method, catalogue};
use crate::election::{Share, ShareError};
use crate::law::{
    Bonus, Law, MAX_MEMBER_STEPS, MemberThresholds, OneListRule, Preset, Provisions, Threshold,
    ThresholdBase, ThresholdRule, TieRule, TieRules,
};

use super::super::assumed_law;
use super::super::error::{ScenarioError, quoted};
use super::super::field::{Field, Section};
use super::super::wording::excerpt;

const KEYS: [&str; 21] = [
    "preset",
    "method",
    "threshold",
    "threshold_base",
    "threshold_rule",
    "threshold_by_members",
    "or_direct_seats",
    "at_least_lists",
    "alliance_threshold",
    "inner_method",
    "multiplier_for",
    "floor",
    "overhang",
    "bonus",
    "one_list",
    "remainder_from",
    "remainder_below",
    "majority_clause",
    "tie",
    "freed_seats",
    "group_quota",
];

/// The law of a file.
pub(super) struct FileLaw {
    pub(super) law: Law,
    pub(super) preset: Option<&'static Preset>,
    /// Whether the file is silent, so that the preset is the program's choice.
    pub(super) assumed: bool,
}

pub(super) fn read(root: &Section<'_>) -> Result<FileLaw, ScenarioError> {
    let Some(field) = root.get("law") else {
        let preset = assumed_law();
        return Ok(FileLaw { law: preset.law, preset: Some(preset), assumed: true });
    };
    let section = field.section("`[law]`", &KEYS)?;
    let preset = section.get("preset").map(read_preset).transpose()?;
    let law = preset.map_or_else(|| read_base(&section), |preset| Ok(preset.law))?;
    Ok(FileLaw { law: override_keys(&section, &law)?, preset, assumed: false })
}

fn read_preset(field: Field<'_>) -> Result<&'static Preset, ScenarioError> {
    let names = quoted(crate::law::PRESETS.iter().map(|preset| preset.name));
    let name = field.string(&format!("one of the strings {names}"))?;
    let name = excerpt(name);
    Preset::named(&name).map_err(|error| field.refuse(error.to_string()))
}

/// A law without a preset must at least say its method and threshold.
fn read_base(section: &Section<'_>) -> Result<Law, ScenarioError> {
    let method = section.require("method", "`method = \"hare\"`, or a `preset`")?;
    let threshold = section.require("threshold", "`threshold = \"5%\"`, or a `preset`")?;
    let threshold = Threshold {
        share: read_threshold(threshold)?.unwrap_or(Share::ZERO),
        base: ThresholdBase::Valid,
        rule: ThresholdRule::AtLeast,
    };
    Ok(Law::plain(read_method(method)?, threshold, TieRule::Order))
}

/// `law` with every rule that the file spells out.
fn override_keys(section: &Section<'_>, law: &Law) -> Result<Law, ScenarioError> {
    let get = |key| section.get(key);
    let mut provisions = override_provisions(section, law.provisions)?;
    let mut share = law.threshold.share;
    if let Some(field) = get("threshold") {
        let threshold = read_threshold(field)?;
        provisions.threshold_is_quota = threshold.is_none();
        share = threshold.unwrap_or(share);
    }
    let law = Law {
        method: get("method").map_or(Ok(law.method), read_method)?,
        threshold: Threshold {
            share,
            base: get("threshold_base").map_or(Ok(law.threshold.base), read_word)?,
            rule: get("threshold_rule").map_or(Ok(law.threshold.rule), read_word)?,
        },
        tie: get("tie").map_or(Ok(law.tie), read_tie_rules)?,
        freed_seats: get("freed_seats").map_or(Ok(law.freed_seats), read_word)?,
        group_quota: get("group_quota")
            .map_or(Ok(law.group_quota), |field| field.parse(SHARE).map(Some))?,
        provisions,
    };
    if law.provisions.one_list == OneListRule::RunnerUp && law.method != Method::Hare {
        return Err(section.refuse_key(
            "one_list",
            "`one_list = \"runner-up\"` multiplies a Hare quotient; it needs `method = \"hare\"`",
        ));
    }
    check_clauses(section, &law)?;
    Ok(law)
}

/// Whether the clauses of small councils fit the rest of the law.
fn check_clauses(section: &Section<'_>, law: &Law) -> Result<(), ScenarioError> {
    let own = &law.provisions;
    let refuse = |key, message: &str| Err(section.refuse_key(key, message));
    if own.remainder_from.is_none() && own.remainder_below.is_some() {
        return refuse(
            "remainder_below",
            "`remainder_below` says in which houses `remainder_from` acts; give that too, such as \
             `remainder_from = \"3/4\"`, or leave `remainder_below` out",
        );
    }
    let runner_up = own.one_list == OneListRule::RunnerUp;
    for (key, acts) in
        [("remainder_from", own.remainder_from.is_some()), ("majority_clause", own.majority_clause)]
    {
        if acts && runner_up {
            return refuse(
                key,
                &format!(
                    "`one_list = \"runner-up\"` shares the house by a rule of its own; leave `{key}` or \
                     `one_list` out"
                ),
            );
        }
    }
    Ok(())
}

fn override_provisions(
    section: &Section<'_>,
    own: Provisions,
) -> Result<Provisions, ScenarioError> {
    let get = |key| section.get(key);
    let number = |key, own| get(key).map_or(Ok(own), |field| field.whole_u32(1));
    let or_direct_seats = get("or_direct_seats").map(|field| field.whole_u32(1)).transpose()?;
    let inner_method = get("inner_method").map(read_method).transpose()?;
    Ok(Provisions {
        threshold_is_quota: own.threshold_is_quota,
        threshold_by_members: get("threshold_by_members")
            .map_or(Ok(own.threshold_by_members), read_member_thresholds)?,
        or_direct_seats: or_direct_seats.or(own.or_direct_seats),
        at_least_lists: number("at_least_lists", own.at_least_lists)?,
        alliance_threshold: get("alliance_threshold")
            .map_or(Ok(own.alliance_threshold), read_word)?,
        inner_method: inner_method.or(own.inner_method),
        multiplier_for: get("multiplier_for").map_or(Ok(own.multiplier_for), read_word)?,
        floor: get("floor").map_or(Ok(own.floor), |field| field.whole_u32(0))?,
        overhang: get("overhang").map_or(Ok(own.overhang), read_word)?,
        bonus: get("bonus").map_or(Ok(own.bonus), |field| read_bonus(field).map(Some))?,
        one_list: get("one_list").map_or(Ok(own.one_list), read_word)?,
        remainder_from: get("remainder_from")
            .map_or(Ok(own.remainder_from), |field| field.parse(PART).map(Some))?,
        remainder_below: get("remainder_below")
            .map_or(Ok(own.remainder_below), |field| field.whole_u32(1).map(Some))?,
        majority_clause: get("majority_clause")
            .map_or(Ok(own.majority_clause), |field| field.flag())?,
    })
}

/// `{ 2 = "7%", 4 = "10%" }`: from so many parties on a list, so much.
fn read_member_thresholds(field: Field<'_>) -> Result<MemberThresholds, ScenarioError> {
    const TITLE: &str = "`threshold_by_members = { 2 = \"7%\", 4 = \"10%\" }`";
    let mut steps = Vec::new();
    for (_, step) in field.open_section(TITLE)?.fields() {
        let members = step.key.parse::<u32>().ok().filter(|&members| members >= 2);
        let Some(members) = members else {
            let key = excerpt(step.key);
            return Err(step.refuse(format!(
                "`{key}` is no number of parties; `threshold_by_members` has keys from 2, as in {TITLE}"
            )));
        };
        steps.push((members, step.parse(SHARE)?));
    }
    steps.sort_unstable_by_key(|&(members, _)| members);
    MemberThresholds::new(&steps).ok_or_else(|| {
        field.refuse(format!(
            "`threshold_by_members` has {} steps; it must have at most {MAX_MEMBER_STEPS}, each number \
             of parties once",
            steps.len()
        ))
    })
}

/// A number of seats, or a share of the house.
fn read_bonus(field: Field<'_>) -> Result<Bonus, ScenarioError> {
    if field.is_integer() {
        return field.whole_u32(1).map(Bonus::Seats);
    }
    field
        .parse("a whole number of seats, or a share of the house such as \"10%\"")
        .map(Bonus::Share)
}

fn read_method(field: Field<'_>) -> Result<Method, ScenarioError> {
    let names = quoted(catalogue().iter().map(|entry| entry.usage));
    field.parse(&format!("one of the strings {names}"))
}

const PART: &str = "a string with a part of a quota, such as \"3/4\"";

const SHARE: &str = "a string with a percentage, such as \"5%\"";

/// A share; none for one whole quota.
fn read_threshold(field: Field<'_>) -> Result<Option<Share>, ScenarioError> {
    let ThresholdWord(share) =
        field.parse("a string with a percentage, such as \"5%\", or \"quota\"")?;
    Ok(share)
}

/// What may stand as a threshold.
struct ThresholdWord(Option<Share>);

impl FromStr for ThresholdWord {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.parse() {
            Ok(share) => Ok(Self(Some(share))),
            Err(_) if text == "quota" => Ok(Self(None)),
            Err(error @ ShareError::Malformed(_)) => {
                Err(format!("{error}, or `quota` for one whole quota"))
            }
            Err(error @ ShareError::MoreThanWhole(_)) => Err(error.to_string()),
        }
    }
}

/// One rule, or several that are tried in turn.
fn read_tie_rules(field: Field<'_>) -> Result<TieRules, ScenarioError> {
    const ACCEPTED: &str = "a string such as \"order\", or an array of them such as \
                            [\"seatless\", \"votes\", \"lot\"]";
    if field.is_string() {
        return field.parse::<TieRule>(ACCEPTED).map(TieRules::only);
    }
    let rules: Vec<TieRule> =
        field.items(ACCEPTED)?.iter().map(|item| item.parse(ACCEPTED)).collect::<Result<_, _>>()?;
    TieRules::new(&rules).map_err(|error| field.refuse(error.to_string()))
}

/// One of the words that the type of the choice lists in its refusal.
fn read_word<T: FromStr<Err = crate::law::UnknownChoice>>(
    field: Field<'_>,
) -> Result<T, ScenarioError> {
    field.parse("a string")
}
