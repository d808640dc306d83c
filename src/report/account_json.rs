//! The account of an allocation as JSON: the seats can be recomputed from it alone.

use serde::Serialize;

use super::AllocationReport;
use super::allocation_json::{TiedSeatJson, approximate, tied_seats};
use super::provisions::part;
use crate::apportionment::{
    Account, BalinskiYoungAccount, DivisorAccount, Fraction, ListInLine, ListRemainder,
    QuotaAccount, Quotient, RemaindersFirstAccount, SeatClaim, Start,
};
use crate::law::LastRound;

#[derive(Debug, Serialize)]
pub(super) struct AccountJson<'a> {
    seats: u32,
    votes: u128,
    /// What a vote without multiplier counts as in the account.
    scale: u64,
    /// Who won a tied seat by which rule: of each list the last seat of this round.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tied_seats: Vec<TiedSeatJson<'a>>,
    #[serde(flatten)]
    kind: AccountKind<'a>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
enum AccountKind<'a> {
    Quota(Box<QuotaJson<'a>>),
    Divisor(Box<DivisorJson<'a>>),
    BalinskiYoung(Box<BalinskiYoungJson<'a>>),
    RemaindersFirst(Box<RemaindersFirstJson<'a>>),
}

#[derive(Debug, Serialize)]
struct BalinskiYoungJson<'a> {
    start: Vec<StartJson<'a>>,
    seats: Vec<EligibleSeatJson<'a>>,
}

#[derive(Debug, Serialize)]
struct QuotaJson<'a> {
    quota: FractionJson,
    left_over: u32,
    surplus: u64,
    rounds: u32,
    /// What ranks the lists for a left-over seat: `remainder`, or `votes`.
    ranked_by: &'static str,
    remainders: Vec<RemainderJson<'a>>,
}

#[derive(Debug, Serialize)]
struct DivisorJson<'a> {
    signposts: &'a [String; 3],
    start: Vec<StartJson<'a>>,
    interval: Option<IntervalJson>,
    seats: Vec<ClaimJson<'a>>,
    missed: Vec<ClaimJson<'a>>,
    last_won: Option<ClaimJson<'a>>,
    first_missed: Option<ClaimJson<'a>>,
}

#[derive(Debug, Serialize)]
struct RemaindersFirstJson<'a> {
    quota: FractionJson,
    /// The part of a quota that a list needs for a seat by remainder.
    least: String,
    left_over: u32,
    remainders: Vec<InLineJson<'a>>,
    averages: Vec<ClaimJson<'a>>,
    /// How many of the averages come while a list has at most one.
    one_each: usize,
    first_missed: Option<ClaimJson<'a>>,
}

#[derive(Debug, Serialize)]
struct InLineJson<'a> {
    in_line: bool,
    #[serde(flatten)]
    remainder: RemainderJson<'a>,
}

/// An exact fraction with its value.
#[derive(Debug, Serialize)]
pub(super) struct FractionJson {
    numerator: u128,
    denominator: u128,
    value: f64,
}

/// A quotient, exact in one of five ways.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum QuotientJson {
    Infinite { infinite: bool, votes: u64 },
    Fraction(FractionJson),
    Root { square: FractionJson, value: f64 },
    PowerMean { votes: u64, mean_of: [u64; 2], order: i8, value: f64 },
    Halved { votes: u64, halvings: u32, value: f64 },
}

#[derive(Debug, Serialize)]
struct RemainderJson<'a> {
    party: &'a str,
    votes: u64,
    floor: u32,
    full_seats: u64,
    raised: bool,
    remainder: FractionJson,
    won: u32,
    taken_back: u64,
}

#[derive(Debug, Serialize)]
struct IntervalJson {
    low: FractionJson,
    high: FractionJson,
    roundest: Option<String>,
}

#[derive(Debug, Serialize)]
struct StartJson<'a> {
    party: &'a str,
    votes: u64,
    floor: u32,
}

#[derive(Debug, Serialize)]
struct ClaimJson<'a> {
    party: &'a str,
    seat: u32,
    quotient: QuotientJson,
}

#[derive(Debug, Serialize)]
struct EligibleSeatJson<'a> {
    house_size: u32,
    #[serde(flatten)]
    claim: ClaimJson<'a>,
    open: bool,
    not_eligible: Vec<&'a str>,
}

/// The account of a round.
pub(super) fn account<'a>(report: &AllocationReport<'a>, round: &'a LastRound) -> AccountJson<'a> {
    let kind = match &round.account {
        Account::Quota(account) => AccountKind::Quota(Box::new(quota(report, account))),
        Account::Divisor(account) => {
            AccountKind::Divisor(Box::new(divisor(report, round, account)))
        }
        Account::RemaindersFirst(account) => {
            AccountKind::RemaindersFirst(Box::new(remainders_first(report, round, account)))
        }
        Account::BalinskiYoung(account) => {
            AccountKind::BalinskiYoung(Box::new(balinski_young(report, account)))
        }
    };
    AccountJson {
        seats: round.seats,
        votes: round.votes,
        scale: round.scale,
        tied_seats: tied_seats(report.scenario, &round.tied_seats),
        kind,
    }
}

fn id<'a>(report: &AllocationReport<'a>, list: usize) -> &'a str {
    &report.scenario.parties[list].id
}

pub(super) fn fraction(fraction: Fraction) -> FractionJson {
    FractionJson {
        numerator: fraction.numerator,
        denominator: fraction.denominator,
        value: approximate(fraction),
    }
}

fn remainder<'a>(report: &AllocationReport<'a>, list: &ListRemainder) -> RemainderJson<'a> {
    RemainderJson {
        party: id(report, list.list),
        votes: list.votes,
        floor: list.floor,
        full_seats: list.full_seats,
        raised: list.is_raised(),
        remainder: fraction(list.remainder),
        won: list.won,
        taken_back: list.taken_back,
    }
}

fn remainders_first<'a>(
    report: &AllocationReport<'a>,
    round: &LastRound,
    account: &RemaindersFirstAccount,
) -> RemaindersFirstJson<'a> {
    let seat = |seat: &SeatClaim| claim(report, seat, round.list_votes[seat.list]);
    let in_line = |list: &ListInLine| InLineJson {
        in_line: list.is_in_line,
        remainder: remainder(report, &list.remainder),
    };
    RemaindersFirstJson {
        quota: fraction(account.quota),
        least: part(account.least),
        left_over: account.left_over,
        remainders: account.remainders.iter().map(in_line).collect(),
        averages: account.averages.iter().map(seat).collect(),
        one_each: account.one_each,
        first_missed: account.missed.as_ref().map(seat),
    }
}

fn quota<'a>(report: &AllocationReport<'a>, account: &QuotaAccount) -> QuotaJson<'a> {
    QuotaJson {
        quota: fraction(account.quota),
        left_over: account.left_over,
        surplus: account.surplus,
        rounds: account.rounds,
        ranked_by: if account.by_votes { "votes" } else { "remainder" },
        remainders: account.remainders.iter().map(|list| remainder(report, list)).collect(),
    }
}

fn divisor<'a>(
    report: &AllocationReport<'a>,
    round: &LastRound,
    account: &'a DivisorAccount,
) -> DivisorJson<'a> {
    let votes = |list: usize| round.list_votes[list];
    let claims = |seats: &[SeatClaim]| {
        seats.iter().map(|seat| claim(report, seat, votes(seat.list))).collect()
    };
    let one = |seat: Option<&SeatClaim>| seat.map(|seat| claim(report, seat, votes(seat.list)));
    DivisorJson {
        signposts: &account.signposts,
        start: start(report, &account.start),
        interval: account.interval.map(|interval| IntervalJson {
            low: fraction(interval.low),
            high: fraction(interval.high),
            roundest: interval.roundest(),
        }),
        seats: claims(&account.seats),
        missed: claims(&account.missed),
        last_won: one(account.last_won()),
        first_missed: one(account.first_missed()),
    }
}

fn balinski_young<'a>(
    report: &AllocationReport<'a>,
    account: &BalinskiYoungAccount,
) -> BalinskiYoungJson<'a> {
    let seats = account.seats.iter().map(|seat| EligibleSeatJson {
        house_size: seat.house_size,
        claim: claim(report, &seat.claim, 0),
        open: seat.open,
        not_eligible: seat.not_eligible.iter().map(|&list| id(report, list)).collect(),
    });
    BalinskiYoungJson { start: start(report, &account.start), seats: seats.collect() }
}

fn start<'a>(report: &AllocationReport<'a>, start: &[Start]) -> Vec<StartJson<'a>> {
    let one = |list: &Start| StartJson {
        party: id(report, list.list),
        votes: list.votes,
        floor: list.floor,
    };
    start.iter().map(one).collect()
}

/// A claim; `votes` rank infinite quotients.
fn claim<'a>(report: &AllocationReport<'a>, claim: &SeatClaim, votes: u64) -> ClaimJson<'a> {
    let value = claim.quotient.floor().map_or(f64::INFINITY, approximate);
    ClaimJson {
        party: id(report, claim.list),
        seat: claim.seat,
        quotient: match claim.quotient {
            Quotient::Infinite => QuotientJson::Infinite { infinite: true, votes },
            Quotient::Fraction(quotient) => QuotientJson::Fraction(fraction(quotient)),
            Quotient::SquareRoot(square) => QuotientJson::Root { square: fraction(square), value },
            Quotient::PowerMean { votes, seats, order } => QuotientJson::PowerMean {
                votes,
                mean_of: [seats.into(), u64::from(seats) + 1],
                order,
                value,
            },
            Quotient::Halved { votes, times } => {
                QuotientJson::Halved { votes, halvings: times, value }
            }
        },
    }
}
