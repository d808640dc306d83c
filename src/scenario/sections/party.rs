//! `[[party]]`: who is on the ballot.
//!
//! | key | value | meaning |
//! |---|---|---|
//! | `id` | a line | names it in files and output |
//! | `name` | a line, or `{ en, kk, ru }` | what people read |
//! | `votes`, `share` | a number, `"53.9%"` | one of them |
//! | `color` | `"#00afca"` | in pictures |
//! | `kind` | `"list"`, `"others"` | whether it can win seats; needed of a name that looks like a total |
//! | `candidates` | 1 or more | the length of its list |
//! | `exempt` | `true`, `false` | excused from the threshold |
//! | `threshold` | `"3%"` | its own, instead of the law's |
//! | `members` | 1 or more | parties on a joint list |
//! | `direct_seats` | a number | seats won elsewhere |
//! | `alliance` | a name | lists of the same name pool their votes |
//! | `multiplier` | `"27/20"`, `"1.35"` | on its quotients |
//! | `floor` | a number | the fewest seats once admitted |
//! | `guaranteed_seats` | 1 or more | before and instead of the distribution |
//! | `additional_seats` | 1 or more | besides its share, off the house |
//! | `quota_groups` | `{ women = 72 }` | candidates of each group; one may be in several |
//! | `in_quota_groups` | a number | candidates in at least one of the groups |
//! | `official_seats` | a number | to compare with |
//! | `position` | a number | left to right in the hemicycle |
//! | `assumed` | `true`, `false` | votes assumed, not counted |

use std::collections::{BTreeMap, BTreeSet};

use crate::election::{MAX_LISTS, PartyKind, Share};

use super::super::error::ScenarioError;
use super::super::field::{Field, Section};
use super::super::local;
use super::super::no_list::{self, Written};
use super::super::row::{Amount, PercentBillionths, Row};
use super::super::wording::{MAX_NAME, check, excerpt};

const KEYS: [&str; 21] = [
    "id",
    "name",
    "votes",
    "share",
    "color",
    "kind",
    "candidates",
    "exempt",
    "threshold",
    "members",
    "direct_seats",
    "alliance",
    "multiplier",
    "floor",
    "guaranteed_seats",
    "additional_seats",
    "quota_groups",
    "in_quota_groups",
    "official_seats",
    "position",
    "assumed",
];

/// One `[[party]]` and the row it makes.
pub(super) struct Entry<'t> {
    pub(super) section: Section<'t>,
    pub(super) row: Row,
}

pub(super) fn read<'t>(root: &Section<'t>) -> Result<Vec<Entry<'t>>, ScenarioError> {
    let Some(field) = root.get("party") else {
        return Ok(Vec::new());
    };
    let items = field.items("an array of tables, each written `[[party]]`")?;
    if items.len() > MAX_LISTS {
        let found = items.len();
        let message = format!("there are {found} parties; at most {MAX_LISTS} are allowed");
        return Err(items[MAX_LISTS].refuse(message));
    }
    let mut ids = BTreeSet::new();
    let mut entries = Vec::with_capacity(items.len());
    for item in items {
        let section = item.section("`[[party]]`", &KEYS)?;
        let row = read_row(&section)?;
        if !ids.insert(row.id.clone()) {
            let id = section.require("id", "")?;
            let message = format!("the id `{}` appears twice; every party needs its own", row.id);
            return Err(id.refuse(message));
        }
        entries.push(Entry { section, row });
    }
    Ok(entries)
}

/// Checks that every entry looks like the list it is, or says its `kind`; `apart` are the votes and ballots that
/// are counted for no list. The id of the one that may be the sum of the others is given back.
pub(super) fn check_lists(
    entries: &[Entry<'_>],
    apart: &[u64],
) -> Result<Option<String>, ScenarioError> {
    let rows: Vec<Row> = entries.iter().map(|entry| entry.row.clone()).collect();
    let found = no_list::find(&rows, apart, Written::File);
    (found.map(|sum| sum.map(|row| row.id.clone())))
        .map_err(|found| entries[found.row].section.refuse_key("id", found.message))
}

fn read_row(section: &Section<'_>) -> Result<Row, ScenarioError> {
    let id = section.require("id", "a short name such as `id = \"amanat\"`")?;
    let get = |key| section.get(key);
    let row = Row {
        id: id.line(MAX_NAME)?,
        amount: read_amount(section)?,
        name: get("name").map(|field| local::read(field, MAX_NAME)).transpose()?,
        kind: get("kind").map(read_kind).transpose()?,
        colour: get("color")
            .map(|field| field.parse("a string such as \"#00afca\""))
            .transpose()?,
        candidates: get("candidates").map(|field| field.whole_u32(1)).transpose()?,
        exempt: get("exempt").map(|field| field.flag()).transpose()?,
        official_seats: get("official_seats").map(|field| field.whole_u32(0)).transpose()?,
        assumed: get("assumed").map(|field| field.flag()).transpose()?,
        position: get("position").map(|field| field.whole_u32(0)).transpose()?,
        threshold: (get("threshold"))
            .map(|field| field.parse("a string with a percentage, such as \"3%\""))
            .transpose()?,
        members: get("members").map(|field| field.whole_u32(1)).transpose()?,
        direct_seats: get("direct_seats").map(|field| field.whole_u32(0)).transpose()?,
        alliance: get("alliance").map(|field| field.line(MAX_NAME)).transpose()?,
        multiplier: (get("multiplier"))
            .map(|field| field.parse("a string such as \"27/20\" or \"1.35\""))
            .transpose()?,
        floor: get("floor").map(|field| field.whole_u32(0)).transpose()?,
        guaranteed_seats: get("guaranteed_seats").map(|field| field.whole_u32(1)).transpose()?,
        additional_seats: get("additional_seats").map(|field| field.whole_u32(1)).transpose()?,
        in_quota_groups: get("in_quota_groups").map(|field| field.whole_u32(0)).transpose()?,
        quota_groups: get("quota_groups").map(read_quota_groups).transpose()?,
    };
    Ok(row)
}

/// The votes or the share; a party may have neither if a votes file has them.
fn read_amount(section: &Section<'_>) -> Result<Option<Amount>, ScenarioError> {
    match (section.get("votes"), section.get("share")) {
        (Some(_), Some(share)) => {
            Err(share.refuse("`votes` and `share` are both given; a party has one of them"))
        }
        (Some(votes), None) => Ok(Some(Amount::Votes(votes.whole(0..=u64::MAX)?))),
        (None, Some(share)) => Ok(Some(Amount::Share(read_share(share)?))),
        (None, None) => Ok(None),
    }
}

/// A percentage, exactly.
pub(super) fn read_share(field: Field<'_>) -> Result<PercentBillionths, ScenarioError> {
    const ACCEPTED: &str = "a string with a percentage, such as \"53.9%\"";
    if !field.string(ACCEPTED)?.ends_with('%') {
        let found = excerpt(field.string(ACCEPTED)?);
        let key = field.key;
        return Err(field.refuse(format!("`{key}` is \"{found}\"; it must be {ACCEPTED}")));
    }
    let (numerator, denominator) = field.parse::<Share>(ACCEPTED)?.fraction();
    // Nine decimals at most: the denominator divides the whole.
    let unit = PercentBillionths::WHOLE.0 / u128::from(denominator);
    Ok(PercentBillionths(u128::from(numerator) * unit))
}

/// How many candidates belong to each group; a candidate may belong to several.
fn read_quota_groups(field: Field<'_>) -> Result<BTreeMap<String, u32>, ScenarioError> {
    let mut groups = BTreeMap::new();
    for (_, group) in field.open_section("`quota_groups = { women = 72, youth = 24 }`")?.fields() {
        check(group.key, MAX_NAME)
            .map_err(|wrong| group.refuse(format!("the name of a group {wrong}")))?;
        groups.insert(group.key.to_owned(), group.whole_u32(0)?);
    }
    Ok(groups)
}

fn read_kind(field: Field<'_>) -> Result<PartyKind, ScenarioError> {
    const ACCEPTED: &str = "\"list\" or \"others\"";
    match field.string(ACCEPTED)? {
        "list" => Ok(PartyKind::List),
        "others" => Ok(PartyKind::Others),
        kind @ ("against_all" | "invalid") => Err(field.refuse(format!(
            "`kind` is \"{kind}\"; it must be {ACCEPTED}, and `{kind}` is a number under `[votes]`"
        ))),
        kind => {
            Err(field.refuse(format!("`kind` is \"{}\"; it must be {ACCEPTED}", excerpt(kind))))
        }
    }
}
