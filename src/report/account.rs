//! The account of an allocation in words and numbers: enough to redo it with a pocket calculator.

use super::AllocationReport;
use super::allocation_table::name;
use super::messages::{EN, fill, seats};
use super::number::{cut_off, grouped, ordinal};
use super::preamble::{self, push, threshold_rule};
use super::provisions::competitor;
use super::table::{Table, bold};
use crate::apportionment::{Account, DivisorAccount, Fraction, Method, QuotaAccount, SeatClaim};
use crate::law::LastRound;

/// Decimals shown of quotients, quotas and remainders before they are cut off.
const PLACES: u32 = 3;

pub(super) fn render(report: &AllocationReport<'_>) -> String {
    let AllocationReport { scenario, outcome, .. } = report;
    let totals = &outcome.totals;
    let mut text = format!("{}\n", bold(EN.account));
    let mut sums = Table::default().words("").numbers("");
    for (label, votes) in [
        (EN.list_votes, totals.list_votes),
        (EN.valid_votes, totals.valid_votes),
        (EN.admitted_votes, totals.admitted_votes),
    ] {
        sums.row(vec![label.to_owned(), grouped(votes)]);
    }
    text.push_str(&sums.render_rows());
    let threshold = scenario.law.threshold_in(scenario.house.seats());
    let (numerator, denominator) = threshold.share.fraction();
    let limit =
        Fraction::new(totals.threshold_votes * u128::from(numerator), u128::from(denominator));
    let values = [
        ("rule", threshold_rule(&scenario.law)),
        ("threshold", &preamble::threshold(&scenario.law, scenario.house.seats())),
        ("votes", &grouped(totals.threshold_votes)),
        ("limit", &cut_off(limit, PLACES)),
    ];
    push(&mut text, EN.threshold_votes, &values);
    if let Some(round) = &outcome.last_round {
        if !outcome.allocation.capped.is_empty() || !outcome.allocation.set_aside.is_empty() {
            let values = [("seats", &*seats(round.seats)), ("votes", &grouped(round.votes))];
            push(&mut text, EN.last_round, &values);
        }
        text.push_str(&told(report, round, false));
    }
    for inside in &outcome.pool_rounds {
        let alliance = competitor(report, outcome.allocation.pools[inside.pool].members[0]);
        let values = [("alliance", alliance.as_str()), ("seats", &seats(inside.round.seats))];
        push(&mut text, EN.pool_account, &values);
        text.push_str(&told(report, &inside.round, true));
    }
    text
}

/// One round: of the whole house, or inside an alliance.
fn told(report: &AllocationReport<'_>, round: &LastRound, inside: bool) -> String {
    let mut text = String::new();
    if round.scale > 1 {
        push(&mut text, EN.scaled, &[("scale", &round.scale.to_string())]);
    }
    let names: Vec<String> =
        (0..report.scenario.parties.len())
            .map(|list| {
                if inside {
                    name(report.scenario, list).to_owned()
                } else {
                    competitor(report, list)
                }
            })
            .collect();
    text.push_str(&match &round.account {
        Account::Quota(account) => quota(&names, round, account),
        Account::Divisor(account) => divisor(report, &names, round, account),
    });
    text
}

fn quota(names: &[String], round: &LastRound, account: &QuotaAccount) -> String {
    let mut text = String::new();
    let values = [
        ("votes", &*grouped(round.votes)),
        ("seats", &round.seats.to_string()),
        ("quota", &cut_off(account.quota, PLACES)),
    ];
    push(&mut text, EN.quota, &values);
    let full = (round.seats - account.left_over).to_string();
    let values = [("full", full.as_str()), ("left_over", &account.left_over.to_string())];
    push(&mut text, EN.left_over, &values);
    let mut table = Table::default()
        .words(EN.party)
        .numbers(EN.votes)
        .numbers(EN.votes_over_quota)
        .numbers(EN.full_seats)
        .numbers(EN.remainder)
        .numbers(EN.remainder_seat);
    for list in &account.remainders {
        let votes = round.list_votes[list.list];
        let quotas =
            Fraction::new(u128::from(votes) * account.quota.denominator, account.quota.numerator);
        table.row(vec![
            names[list.list].clone(),
            grouped(votes.into()),
            cut_off(quotas, PLACES),
            list.full_seats.to_string(),
            cut_off(list.remainder, PLACES),
            u32::from(list.won).to_string(),
        ]);
    }
    text.push_str(&table.render());
    for (message, list) in [
        (EN.last_remainder, account.last_won()),
        (EN.first_missed_remainder, account.first_missed()),
    ] {
        if let Some(list) = list {
            let remainder = cut_off(list.remainder, PLACES);
            let values = [("party", names[list.list].as_str()), ("remainder", &remainder)];
            push(&mut text, message, &values);
        }
    }
    text
}

fn divisor(
    report: &AllocationReport<'_>,
    names: &[String],
    round: &LastRound,
    account: &DivisorAccount,
) -> String {
    let mut text = String::new();
    let sequence = account.signposts.map(|signpost| signpost.to_string()).join(", ");
    let values = [("sequence", sequence.as_str()), ("seats", &round.seats.to_string())];
    push(&mut text, EN.signposts, &values);
    if let Some(interval) = &account.interval {
        let (low, high) = (cut_off(interval.low, PLACES), cut_off(interval.high, PLACES));
        if interval.low < interval.high {
            push(&mut text, EN.divisor_interval, &[("low", &low), ("high", &high)]);
        } else {
            push(&mut text, EN.divisor_closed, &[("low", &low)]);
        }
        if let Some(roundest) = interval.roundest() {
            text.push_str(&by_hand(report, names, round, &roundest));
        }
    }
    for (message, claim) in
        [(EN.last_quotient, account.last_won), (EN.first_missed_quotient, account.first_missed)]
    {
        if let Some(claim) = claim {
            text.push_str(&claim_line(names, message, claim));
        }
    }
    text
}

/// One division a list, with the roundest divisor.
fn by_hand(
    report: &AllocationReport<'_>,
    names: &[String],
    round: &LastRound,
    divisor: &str,
) -> String {
    let rounding = match report.scenario.law.method {
        Method::DHondt => EN.rounded_down,
        Method::SainteLague | Method::Hare => EN.rounded_nearest,
    };
    let mut text = String::new();
    push(&mut text, EN.roundest, &[("divisor", divisor), ("rounding", rounding)]);
    let (whole, decimals) = divisor.split_once('.').unwrap_or((divisor, ""));
    let places = u32::try_from(decimals.len()).unwrap_or(0);
    let scale = 10_u128.pow(places);
    let scaled: u128 = format!("{whole}{decimals}").parse().unwrap_or(1);
    let mut table = Table::default()
        .words(EN.party)
        .numbers(EN.votes)
        .numbers(fill(EN.votes_over_divisor, &[("divisor", divisor)]))
        .numbers(EN.seats);
    for (list, (&votes, &seats)) in round.list_votes.iter().zip(&round.list_seats).enumerate() {
        if votes == 0 {
            continue;
        }
        let quotient = Fraction::new(u128::from(votes) * scale, scaled.max(1));
        table.row(vec![
            names[list].clone(),
            grouped(votes.into()),
            cut_off(quotient, PLACES),
            seats.to_string(),
        ]);
    }
    text.push_str(&table.render());
    text
}

fn claim_line(names: &[String], message: &str, claim: SeatClaim) -> String {
    let mut text = String::new();
    let values = [
        ("party", names[claim.list].as_str()),
        ("seat", &ordinal(claim.seat)),
        ("quotient", &cut_off(claim.quotient, PLACES)),
    ];
    push(&mut text, message, &values);
    text
}
