//! Seats from the JSON of an account, with the help of nothing else.

use std::cmp::{Ordering, Reverse};

use num_bigint::BigUint;
use serde::Deserialize;

#[derive(Deserialize)]
struct Document {
    account: Account,
}

#[derive(Deserialize)]
struct Account {
    seats: u32,
    divisor: Option<Divisor>,
    quota: Option<Quota>,
    balinski_young: Option<BalinskiYoung>,
}

#[derive(Deserialize)]
struct Start {
    party: String,
    votes: u64,
    floor: u32,
}

#[derive(Deserialize)]
struct Divisor {
    start: Vec<Start>,
    seats: Vec<Claim>,
    missed: Vec<Claim>,
}

#[derive(Deserialize)]
struct Claim {
    party: String,
    seat: u32,
    quotient: Quotient,
}

#[derive(Deserialize)]
struct Fraction {
    numerator: u128,
    denominator: u128,
}

/// One of five kinds, told apart by the fields there are.
#[derive(Deserialize)]
struct Quotient {
    infinite: Option<bool>,
    votes: Option<u64>,
    numerator: Option<u128>,
    denominator: Option<u128>,
    square: Option<Fraction>,
    mean_of: Option<[u64; 2]>,
    order: Option<i32>,
    halvings: Option<u32>,
}

/// An infinite quotient by votes, else some power of the quotient as a fraction.
struct Rank(u64, BigUint, BigUint);

impl Quotient {
    fn rank(&self) -> Rank {
        let votes = self.votes.unwrap_or(0);
        if self.infinite == Some(true) {
            return Rank(votes, BigUint::ZERO, 1_u8.into());
        }
        let (numerator, denominator) = if let Some(square) = &self.square {
            (square.numerator.into(), square.denominator.into())
        } else if let (Some([low, high]), Some(order)) = (self.mean_of, self.order) {
            let power = order.unsigned_abs();
            let [votes, low, high] =
                [votes, low, high].map(|number| BigUint::from(number).pow(power));
            let sum = &low + &high;
            if order > 0 { (votes, sum) } else { (votes * sum, low * high) }
        } else if let Some(halvings) = self.halvings {
            (votes.into(), BigUint::from(1_u8) << halvings)
        } else {
            (
                self.numerator.expect("a numerator").into(),
                self.denominator.expect("a denominator").into(),
            )
        };
        Rank(0, numerator, denominator)
    }
}

impl Rank {
    fn compare(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0).then_with(|| (&self.1 * &other.2).cmp(&(&other.1 * &self.2)))
    }
}

#[derive(Deserialize)]
struct Quota {
    #[serde(rename = "quota")]
    price: Fraction,
    left_over: u32,
    surplus: u64,
    ranked_by: String,
    remainders: Vec<Remainder>,
}

#[derive(Deserialize)]
struct Remainder {
    party: String,
    votes: u64,
    floor: u32,
    full_seats: u64,
    #[serde(rename = "remainder")]
    rest: Fraction,
    won: u64,
    taken_back: u64,
}

#[derive(Deserialize)]
struct BalinskiYoung {
    start: Vec<Start>,
    seats: Vec<Seat>,
}

#[derive(Deserialize)]
struct Seat {
    house_size: u32,
    party: String,
    #[serde(rename = "seat")]
    number: u32,
    open: bool,
}

/// The seats of every party, whose ids are their places; or what is wrong in the account.
pub(crate) fn seats(document: &str, parties: usize) -> Result<Vec<u32>, String> {
    let document: Document = serde_json::from_str(document).map_err(|error| error.to_string())?;
    let Account { seats: house, divisor, quota, balinski_young } = document.account;
    let seats = vec![0; parties];
    if let Some(divisor) = divisor {
        by_divisor(&divisor, house, seats)
    } else if let Some(quota) = quota {
        by_quota(&quota, house, seats)
    } else {
        by_quota_method(&balinski_young.ok_or("no method")?, house, seats)
    }
}

fn place(party: &str) -> usize {
    party.parse().expect("parties are named by their places")
}

fn floors(start: &[Start], seats: &mut [u32]) -> u32 {
    for list in start {
        seats[place(&list.party)] = list.floor;
    }
    start.iter().map(|list| list.floor).sum()
}

/// The claims won and missed, sorted afresh; the largest win, of equal ones those that are said to.
fn by_divisor(account: &Divisor, house: u32, mut seats: Vec<u32>) -> Result<Vec<u32>, String> {
    let floors = floors(&account.start, &mut seats);
    let mut claims: Vec<(Rank, &Claim)> = (account.seats.iter().chain(&account.missed))
        .map(|claim| (claim.quotient.rank(), claim))
        .collect();
    if !claims.is_sorted_by(|left, right| left.0.compare(&right.0) != Ordering::Less) {
        return Err("the quotients are not in order".to_owned());
    }
    claims.sort_by(|left, right| right.0.compare(&left.0));
    for (_, claim) in &claims[..(house - floors) as usize] {
        let held = &mut seats[place(&claim.party)];
        *held += 1;
        if *held != claim.seat {
            return Err(format!("party {} wins its seat {} out of turn", claim.party, claim.seat));
        }
    }
    let next = |claim: &Claim| claim.seat == seats[place(&claim.party)] + 1;
    if account.missed.len() != account.start.len() || !account.missed.iter().all(next) {
        return Err("a list without its missed claim".to_owned());
    }
    Ok(seats)
}

/// Votes divided by the quota, then one seat more or less from the top or the bottom of the table.
fn by_quota(account: &Quota, house: u32, mut seats: Vec<u32>) -> Result<Vec<u32>, String> {
    let Fraction { numerator, denominator } = account.price;
    let mut held: Vec<u64> = Vec::new();
    let by_votes = account.ranked_by == "votes";
    let mut ranks = Vec::new();
    for list in &account.remainders {
        let product = u128::from(list.votes) * denominator;
        let whole = u64::try_from(product / numerator).expect("seats");
        let raised = u64::from(list.floor) > whole;
        let remainder = if raised { 0 } else { product % numerator };
        let told = &list.rest;
        if whole != list.full_seats || told.numerator * denominator != remainder * told.denominator
        {
            return Err(format!("party {}: full seats or remainder", list.party));
        }
        held.push(whole.max(list.floor.into()));
        let votes = if by_votes || account.surplus > 0 { list.votes } else { 0 };
        ranks.push(Reverse(if by_votes { (u128::from(votes), 0) } else { (remainder, votes) }));
    }
    if !ranks.is_sorted() {
        return Err("the lists are not in order".to_owned());
    }
    let first = held.clone();
    let mut left_over = i64::from(house) - i64::try_from(held.iter().sum::<u64>()).expect("seats");
    let told = i64::from(account.left_over) - i64::try_from(account.surplus).expect("seats");
    if left_over != told {
        return Err("the seats left over".to_owned());
    }
    for at in (0..held.len()).cycle() {
        if left_over <= 0 {
            break;
        }
        held[at] += 1;
        left_over -= 1;
    }
    for at in (0..held.len()).rev().cycle() {
        if left_over == 0 {
            break;
        }
        if held[at] > u64::from(account.remainders[at].floor) {
            held[at] -= 1;
            left_over += 1;
        }
    }
    for ((list, held), first) in account.remainders.iter().zip(held).zip(first) {
        if first + list.won - list.taken_back != held {
            return Err(format!("party {}: won or taken back", list.party));
        }
        seats[place(&list.party)] = u32::try_from(held).expect("seats");
    }
    Ok(seats)
}

/// Seat by seat: the winner's quotient is the largest of the eligible lists.
fn by_quota_method(
    account: &BalinskiYoung,
    house: u32,
    mut seats: Vec<u32>,
) -> Result<Vec<u32>, String> {
    let floors = floors(&account.start, &mut seats);
    let total: u128 = account.start.iter().map(|list| u128::from(list.votes)).sum();
    for (size, seat) in (floors + 1..=house).zip(&account.seats) {
        let rank = |list: &Start| {
            let held = seats[place(&list.party)];
            Rank(0, list.votes.into(), (held + 1).into())
        };
        let eligible = account.start.iter().filter(|list| {
            let held = seats[place(&list.party)];
            u128::from(held) * total < u128::from(list.votes) * u128::from(size)
        });
        let best = eligible.map(rank).max_by(Rank::compare).ok_or("nobody is eligible")?;
        let winner = account.start.iter().find(|list| list.party == seat.party).ok_or("who")?;
        if rank(winner).compare(&best) != Ordering::Equal || seat.open || seat.house_size != size {
            return Err(format!("seat {size} to party {}", seat.party));
        }
        let held = &mut seats[place(&seat.party)];
        *held += 1;
        if *held != seat.number {
            return Err(format!("party {} wins its seat {} out of turn", seat.party, seat.number));
        }
    }
    Ok(seats)
}
