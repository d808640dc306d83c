//! `[polls]`: polls as the source of the expected shares.
//!
//! | key | value | meaning |
//! |---|---|---|
//! | `file` | a path | a CSV with the polls, beside the scenario file |
//! | `as_of` | a date | polls that end later are left out; ages are counted from here |
//! | `half_life_days` | 1 to 36500 | after so many days a poll counts for half; without it age does not matter |
//! | `latest_per_pollster` | `true`, `false` | whether only the latest poll of each pollster counts; default `true` |
//! | `correlation` | 0 to 1 | of the errors of two pollsters; default 0.5 |
//! | `house_effects` | `{ "Pollster" = { amanat = "-1pp" } }` | subtracted before pooling |
//! | `rest` | `"undecided"`, `"others"` | what a poll leaves to 100 %; default `undecided` |
//! | `undecided` | `"proportional"`, `"previous"`, `"dirichlet"` | how the undecided vote; default `proportional` |
//! | `previous` | `{ amanat = "53.9%" }`, or a built-in scenario | shares for `undecided = "previous"` |
//! | `undecided_alpha` | a number, or `{ amanat = 2 }` | α for `undecided = "dirichlet"` |

use std::collections::BTreeMap;

use super::super::built_in;
use super::super::count::{Count, Totals};
use super::super::error::{ScenarioError, quoted};
use super::super::field::{Field, Section};
use super::super::input::{Beside, decode};
use super::super::polls::{
    self, Options, PollTable, Pool, PooledPolls, PoolingRules, RestRule, Split, UndecidedRule,
    Unpoolable,
};
use super::super::row::{Amount, Row};
use super::super::wording::excerpt;
use super::party::{self, Entry};
use super::votes::{self, Counted};
use crate::election::{NameError, PartyKind, did_you_mean};
use crate::uncertainty::Undecided;

const KEYS: [&str; 10] = [
    "file",
    "as_of",
    "half_life_days",
    "latest_per_pollster",
    "correlation",
    "house_effects",
    "rest",
    "undecided",
    "previous",
    "undecided_alpha",
];

/// The polls of a file, pooled.
pub(super) struct Polled<'t> {
    section: Section<'t>,
    options: Options,
    split: Split,
    bytes: Vec<u8>,
    ignored_columns: Vec<String>,
    pub(super) record: PooledPolls,
}

pub(super) fn read<'t>(
    root: &Section<'t>,
    entries: &[Entry<'_>],
    beside: Beside<'_>,
) -> Result<Option<Polled<'t>>, ScenarioError> {
    let Some(field) = root.get("polls") else {
        return Ok(None);
    };
    let section = field.section("`[polls]`", &KEYS)?;
    if entries.is_empty() {
        return Err(root.refuse(
            "there is no party; add a `[[party]]` with the `id` of every party that the polls ask for",
        ));
    }
    let options = Options::new(entries.iter().map(|entry| entry.row.named()).collect());
    let file = section.require("file", "the path of a CSV, as in `file = \"polls.csv\"`")?;
    let input = beside.read(file)?;
    let table = polls::read(&input.name, decode(&input.name, &input.bytes)?, &options)?;
    let rules = read_rules(&section, &table, &options)?;
    let pool = polls::pool(&table.polls, &rules, &options)
        .map_err(|error| unpoolable(&section, entries, &options, &input.name, error))?;
    let split = read_split(&section, &options, &pool)?;
    let file = file.string("")?;
    Ok(Some(Polled {
        section,
        record: PooledPolls::new(file, &pool, &rules, &options, &split),
        options,
        split,
        bytes: input.bytes,
        ignored_columns: table.ignored_columns,
    }))
}

fn read_rules(
    section: &Section<'_>,
    table: &PollTable,
    options: &Options,
) -> Result<PoolingRules, ScenarioError> {
    let get = |key| section.get(key);
    let as_of = get("as_of").map(|field| field.day()).transpose()?;
    let half_life = get("half_life_days");
    if let (Some(field), None) = (half_life, as_of) {
        return Err(field.refuse(
            "`half_life_days` needs the day that ages are counted from; add `as_of`, such as \
             `as_of = 2023-03-18`",
        ));
    }
    let correlation = get("correlation").map_or(Ok(0.5), |field| {
        let number = field.number()?;
        let fits = (0.0..=1.0).contains(&number);
        fits.then_some(number).ok_or_else(|| field.mismatch("a number from 0 to 1"))
    })?;
    Ok(PoolingRules {
        as_of,
        half_life_days: half_life
            .map(|field| field.whole(1..=36_500))
            .transpose()?
            .and_then(|days| u32::try_from(days).ok()),
        latest_per_pollster: get("latest_per_pollster").map_or(Ok(true), |field| field.flag())?,
        correlation,
        house_effects: get("house_effects")
            .map_or(Ok(BTreeMap::new()), |field| read_house_effects(field, table, options))?,
        rest: get("rest")
            .map_or(Ok(RestRule::default()), |field| field.parse("\"undecided\" or \"others\""))?,
    })
}

fn read_house_effects(
    field: Field<'_>,
    table: &PollTable,
    options: &Options,
) -> Result<BTreeMap<String, BTreeMap<usize, i64>>, ScenarioError> {
    const TITLE: &str = "`house_effects = { \"Pollster\" = { amanat = \"-1pp\" } }`";
    const POINTS: &str =
        "percentage points with a sign, below 100 of them, such as \"-1pp\" or \"+0.5pp\"";
    let mut effects = BTreeMap::new();
    for (_, pollster) in field.open_section(TITLE)?.fields() {
        let pollsters: std::collections::BTreeSet<&str> =
            table.polls.iter().map(|poll| poll.pollster.as_str()).collect();
        if !pollsters.contains(pollster.key) {
            let meant = did_you_mean(pollster.key, pollsters.iter().copied());
            let known = quoted(pollsters.into_iter().take(20));
            let key = excerpt(pollster.key);
            return Err(
                pollster.refuse(format!("no poll is by `{key}`{meant}; the pollsters are {known}"))
            );
        }
        let mut own = BTreeMap::new();
        for (option, effect) in by_option(pollster.open_section(TITLE)?, options)? {
            let points = polls::read_points(effect.string(POINTS)?);
            own.insert(option, points.ok_or_else(|| effect.mismatch(POINTS))?);
        }
        effects.insert(pollster.key.to_owned(), own);
    }
    Ok(effects)
}

/// The fields of a table whose keys name options, each once.
fn by_option<'t>(
    section: Section<'t>,
    options: &Options,
) -> Result<BTreeMap<usize, Field<'t>>, ScenarioError> {
    let mut fields = BTreeMap::new();
    for (_, field) in section.fields() {
        let option = options.called(field.key).map_err(|error| match error {
            NameError::Unknown { name, hint, .. } => {
                let known = quoted(options.names().take(20));
                field
                    .refuse(format!("`{name}` is not on the ballot{hint}; the options are {known}"))
            }
            ambiguous @ NameError::Ambiguous { .. } => field.refuse(ambiguous.to_string()),
        })?;
        if fields.insert(option, field).is_some() {
            let id = options.name(option);
            return Err(field.refuse(format!("`{id}` is named twice; name it once")));
        }
    }
    Ok(fields)
}

fn read_split(
    section: &Section<'_>,
    options: &Options,
    pool: &Pool,
) -> Result<Split, ScenarioError> {
    const ACCEPTED: &str = "\"proportional\", \"previous\" or \"dirichlet\"";
    let rule = match section.get("undecided") {
        None => UndecidedRule::default(),
        Some(field) => match field.string(ACCEPTED)? {
            "proportional" => UndecidedRule::Proportional,
            "previous" => UndecidedRule::Previous,
            "dirichlet" => UndecidedRule::Dirichlet,
            _ => return Err(field.mismatch(ACCEPTED)),
        },
    };
    for (key, owner) in
        [("previous", UndecidedRule::Previous), ("undecided_alpha", UndecidedRule::Dirichlet)]
    {
        if let Some(field) = section.get(key).filter(|_| owner != rule) {
            let (needed, rule) = (owner.name(), rule.name());
            return Err(field.refuse(format!(
                "`{key}` goes with `undecided = \"{needed}\"`, but `undecided` is \"{rule}\"; change one or \
                 leave `{key}` out"
            )));
        }
    }
    match rule {
        UndecidedRule::Proportional => Ok(Split::Proportional),
        UndecidedRule::Previous => {
            let example = "the shares, as in `previous = { amanat = \"53.9%\" }`, or a built-in scenario, as in \
                           `previous = \"mazhilis-2023\"`";
            read_previous(section.require("previous", example)?, options).map(Split::Previous)
        }
        UndecidedRule::Dirichlet => {
            let example = "one number for every option, as in `undecided_alpha = 2`, or a table, as in \
                           `undecided_alpha = { amanat = 2 }`";
            let field = section.require("undecided_alpha", example)?;
            read_alphas(field, options, pool).map(Split::Dirichlet)
        }
    }
}

/// The previous shares by option, in any unit: only their proportions matter.
fn read_previous(field: Field<'_>, options: &Options) -> Result<Vec<u128>, ScenarioError> {
    let mut weights = vec![0; options.names().count()];
    if field.is_string() {
        let previous = built_in::counted(field)?;
        for (party, &votes) in previous.parties.iter().zip(&previous.ballots.parties) {
            let name = if party.kind == PartyKind::Others { "others" } else { &party.id };
            if let Some(option) = options.position(name) {
                weights[option] += u128::from(votes);
            }
        }
        if weights.iter().all(|&weight| weight == 0) {
            return Err(field.refuse(
                "no list of this ballot was on that one, so nobody can vote as then; give the shares, as in \
                 `previous = { amanat = \"53.9%\" }`",
            ));
        }
        if let Some(option) = options.position("against_all") {
            weights[option] += u128::from(previous.ballots.against_all);
        }
    } else {
        let section =
            field.open_section("`previous = { amanat = \"53.9%\" }`, or a built-in scenario")?;
        for (option, share) in by_option(section, options)? {
            weights[option] = party::read_share(share)?.0;
        }
        let sum: u128 = weights.iter().sum();
        if sum > super::super::row::PercentBillionths::WHOLE.0 {
            return Err(
                field.refuse("`previous` adds up to more than 100 %; it must be at most 100 %")
            );
        }
    }
    if weights.iter().all(|&weight| weight == 0) {
        return Err(
            field.refuse("`previous` gives nothing to any option; at least one needs a share")
        );
    }
    Ok(weights)
}

/// α by option; one number is for every option that some poll gives.
fn read_alphas(
    field: Field<'_>,
    options: &Options,
    pool: &Pool,
) -> Result<Vec<f64>, ScenarioError> {
    const ACCEPTED: &str = "0 (none of the undecided) or a number from 0.1 to 1000000";
    let read = |field: Field<'_>| {
        let alpha = field.number()?;
        let fits = alpha == 0.0 || (0.1..=1e6).contains(&alpha);
        fits.then_some(alpha).ok_or_else(|| field.mismatch(ACCEPTED))
    };
    let mut alphas = vec![0.0; options.names().count()];
    if field.is_number() {
        let alpha = read(field)?;
        let given = alphas.iter_mut().enumerate().filter(|&(option, _)| pool.gives(option));
        given.for_each(|(_, own)| *own = alpha);
    } else {
        let title = "`undecided_alpha = { amanat = 2 }`, or one number";
        for (option, alpha) in by_option(field.open_section(title)?, options)? {
            alphas[option] = read(alpha)?;
        }
    }
    if alphas.iter().all(|&alpha| alpha == 0.0) {
        return Err(
            field.refuse("`undecided_alpha` is 0 for every option; at least one needs more")
        );
    }
    Ok(alphas)
}

/// Refuses what keeps polls from being pooled, where it is.
fn unpoolable(
    section: &Section<'_>,
    entries: &[Entry<'_>],
    options: &Options,
    file: &str,
    error: Unpoolable,
) -> ScenarioError {
    match error {
        Unpoolable::NoPoll => section.refuse_key(
            "as_of",
            format!(
                "every poll of {file} ends after `as_of`, or so long before that its weight is below \
                 0.0000005; at least one must count: change `as_of` or `half_life_days`"
            ),
        ),
        Unpoolable::NotAsked(party) => entries[party].section.refuse(format!(
            "no poll in use asks for `{}`; give it rows in {file}, or leave the party out",
            options.name(party)
        )),
        Unpoolable::HouseEffect { pollster, option, poll, value } => section.refuse_key(
            "house_effects",
            format!(
                "the house effect of `{pollster}` on `{}` moves the {value} % of the poll `{poll}` below 0 % or \
                 above 100 %; it must stay between",
                options.name(option)
            ),
        ),
    }
}

impl Polled<'_> {
    /// The count that the pooled shares make of the valid votes.
    pub(super) fn count(
        &self,
        root: &Section<'_>,
        entries: Vec<Entry<'_>>,
    ) -> Result<Counted, ScenarioError> {
        let section =
            root.get("votes").map(|field| field.section("`[votes]`", &votes::KEYS)).transpose()?;
        let get = |key: &str| section.and_then(|section| section.get(key));
        for key in ["file", "against_all", "others"] {
            if let Some(field) = get(key) {
                return Err(field.refuse(format!(
                    "`{key}` and `[polls]` are both given; the votes come from the polls (which have options \
                     `others` and `against_all`), so leave `{key}` out"
                )));
            }
        }
        let totals = votes::read_totals(get)?;
        let Some(cast) = totals.cast else {
            return Err(self.section.refuse(
                "polls give shares, which need the number they are shares of; add `cast`, the ballots cast, \
                 to `[votes]`",
            ));
        };
        let invalid = totals.invalid.unwrap_or(0);
        let Some(valid) = cast.checked_sub(invalid) else {
            let message = format!(
                "`invalid` is {invalid}, above the {cast} ballots `cast`; it must be a part of them"
            );
            return Err(get("invalid")
                .map_or_else(|| root.refuse(&*message), |field| field.refuse(&*message)));
        };
        party::check_lists(&entries, &[])?;
        let (rows, totals) = self.rows(entries, totals, valid)?;
        let count = Count::new(rows, totals).map_err(|wrong| match get(wrong.key) {
            Some(field) => field.refuse(wrong.message),
            None => self.section.refuse(wrong.message),
        })?;
        let lot = get("lot").map_or(Ok(Vec::new()), |field| votes::read_lot(field, &count))?;
        Ok(Counted {
            count,
            registered: totals.registered,
            bytes: self.bytes.clone(),
            ignored_columns: self.ignored_columns.clone(),
            lot,
            sum: None,
        })
    }

    /// The parties with whole votes, and the totals with those for others and against all.
    fn rows(
        &self,
        entries: Vec<Entry<'_>>,
        totals: Totals,
        valid: u64,
    ) -> Result<(Vec<Row>, Totals), ScenarioError> {
        let shares: Vec<_> = self.record.options.iter().map(|option| option.expected).collect();
        let votes = polls::votes(&shares, valid);
        let votes_for = |name: &str| {
            let at = self.record.options.iter().position(|option| option.name == name);
            at.map(|at| votes[at])
        };
        let is_party = |name: &str| entries.iter().any(|entry| entry.row.id == name);
        let besides = |name: &str| votes_for(name).filter(|&votes| votes > 0 && !is_party(name));
        let totals = Totals {
            others: besides("others"),
            against_all: besides("against_all").map(Amount::Votes),
            ..totals
        };
        let mut rows = Vec::with_capacity(entries.len());
        for Entry { section, row } in entries {
            for key in ["votes", "share"] {
                if let Some(field) = section.get(key) {
                    return Err(field.refuse(format!(
                        "the shares come from the polls; leave the `{key}` of `{}` out",
                        excerpt(&row.id)
                    )));
                }
            }
            if let Some((key, contradiction)) = row.contradiction() {
                return Err(section.refuse_key(key, contradiction));
            }
            let amount = votes_for(&row.id).map(Amount::Votes);
            rows.push(Row { amount, ..row });
        }
        Ok((rows, totals))
    }

    /// How the undecided are drawn, where they are split anew in every draw, for what is on the ballot of
    /// `count`.
    pub(super) fn undecided(&self, count: &Count) -> Result<Option<Undecided>, ScenarioError> {
        let Split::Dirichlet(alphas) = &self.split else {
            return Ok(None);
        };
        let share = self.record.undecided.approximate();
        if share == 0.0 {
            return Ok(None);
        }
        let alpha = |name: &str| self.options.position(name).map_or(0.0, |at| alphas[at]);
        let parties = count.parties.iter().map(|party| party.id.as_str());
        let against_all = (count.ballots.against_all > 0).then_some("against_all");
        let alphas = parties.chain(against_all).map(alpha).collect();
        Undecided::new(share, alphas)
            .map(Some)
            .map_err(|error| self.section.refuse_key("undecided_alpha", error.to_string()))
    }
}
