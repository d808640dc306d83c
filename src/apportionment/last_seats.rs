//! Who holds the seat that was given last.

use std::cmp::Ordering;

use super::divisor::weakest_holding;
use super::method::{DHONDT, Rule, with_signposts};
use super::quota_rule::QuotaRule;
use super::remainders_first::{Stage, with_votes};
use super::signposts::{Claim, Signposts};
use super::{Apportioned, Method};

/// The lists other than `except` that hold the seat given last, of those given beyond floors and whole
/// quotas: the smallest quotient or remainder that won one. Several if their claims are equal; none if no
/// such seat was given to another list.
///
/// ```
/// use kurultai::apportionment::{Apportioned, Method, last_seats};
/// // Quotients 7, 5, 4, 3 1/2: the seat of the third list was given last, and before it that of the second.
/// let (votes, seats) = ([7, 5, 4], [1, 1, 1]);
/// let mut shared = Apportioned { method: Method::DHondt, votes: &votes, house_size: 3, seats: &seats, ..Apportioned::default() };
/// assert_eq!(last_seats(&shared, 0), [2]);
/// assert_eq!(last_seats(&shared, 2), [1]);
/// shared.method = Method::Hare;
/// assert_eq!(last_seats(&shared, 0), [2], "quota 5 1/3: 4 votes are left of it, and 5 of the second");
/// ```
pub fn last_seats(shared: &Apportioned<'_>, except: usize) -> Vec<usize> {
    if shared.remainder_from.is_some() {
        return after_remainders(shared, except);
    }
    with_signposts!(
        shared.method.rule(),
        signposts => by_quotients(signposts, shared, &floors(shared), except),
        Rule::Quota(rule) => by_remainders(rule, shared, except),
        // The quota method gives seats by eligibility too: see `Method::has_last_seat`.
        Rule::BalinskiYoung => Vec::new(),
    )
}

impl Method {
    /// Whether the seats of the method are given one after another by claims that can be compared, so that
    /// one of them was given last. A rounded quota takes seats back, and that of Balinski and Young asks
    /// who is eligible too.
    pub const fn has_last_seat(self) -> bool {
        !matches!(self, Self::HagenbachBischoffRounded | Self::BalinskiYoung)
    }
}

/// The floors of all lists.
fn floors(shared: &Apportioned<'_>) -> Vec<u32> {
    (0..shared.votes.len()).map(|list| shared.floors.get(list).copied().unwrap_or(0)).collect()
}

/// The holders of the smallest quotient above `floors`.
fn by_quotients(
    signposts: impl Signposts,
    shared: &Apportioned<'_>,
    floors: &[u32],
    except: usize,
) -> Vec<usize> {
    let mut floors = floors.to_vec();
    floors[except] = u32::MAX;
    let claim = |list: usize| Claim { votes: shared.votes[list], seat: shared.seats[list] };
    let Some((_, last)) = weakest_holding(signposts, shared.votes, &floors, shared.seats) else {
        return Vec::new();
    };
    with_votes(shared.votes)
        .filter(|&list| shared.seats[list] > floors[list])
        .filter(|&list| signposts.compare(claim(list), last) == Ordering::Equal)
        .collect()
}

/// Those of `holders` with the smallest claim.
fn smallest(holders: Vec<usize>, claim: impl Fn(usize) -> u128) -> Vec<usize> {
    let least = holders.iter().map(|&list| claim(list)).min();
    holders.into_iter().filter(|&list| Some(claim(list)) == least).collect()
}

/// The smallest claim that won a left-over seat, in the last round of several.
fn by_remainders(rule: QuotaRule, shared: &Apportioned<'_>, except: usize) -> Vec<usize> {
    let quota = rule.quota(shared.votes, shared.house_size).expect("the quota that gave the seats");
    let floors = floors(shared);
    let first = |list: usize| quota.divide(shared.votes[list]).0.max(floors[list].into());
    let won = |list: usize| u64::from(shared.seats[list]).saturating_sub(first(list));
    let others = || with_votes(shared.votes).filter(|&list| list != except);
    let most = others().map(won).max().filter(|&most| most > 0);
    let holders = others().filter(|&list| Some(won(list)) == most).collect();
    smallest(holders, |list| match (quota.divide(shared.votes[list]), rule) {
        ((whole, _), _) if u64::from(floors[list]) > whole => 0,
        (_, QuotaRule::HareStrongest) => shared.votes[list].into(),
        ((_, remainder), _) => remainder,
    })
}

/// The seat given last where remainders come first: by averages if it came to them, else by remainder.
fn after_remainders(shared: &Apportioned<'_>, except: usize) -> Vec<usize> {
    let whole = shared.whole().expect("the quota that gave the seats");
    let in_line = |list: usize| u32::from(whole.is_in_line[list]);
    let after_remainders: Vec<u32> =
        (0..shared.votes.len()).map(|list| whole.seats[list] + in_line(list)).collect();
    let after_one_average: Vec<u32> = (after_remainders.iter().zip(shared.votes))
        .map(|(&seats, &votes)| seats + u32::from(votes > 0))
        .collect();
    let before_last: &[&[u32]] = match whole.stage {
        Stage::Averages => &[&after_one_average, &after_remainders],
        Stage::OneAverage(_) => &[&after_remainders],
        Stage::Whole | Stage::Remainders(_) => &[],
    };
    for &floors in before_last {
        // Of a list with seats of a later step, the one of this step is its first above the floors.
        let seats: Vec<u32> = (shared.seats.iter().zip(floors).enumerate())
            .map(|(list, (&seats, &floor))| {
                let has_one = floors == after_remainders.as_slice() && list != except;
                if has_one { seats.min(floor + 1) } else { seats }
            })
            .collect();
        let step = Apportioned { seats: &seats, ..*shared };
        let holders = with_signposts!(
            shared.method.rule(),
            signposts => by_quotients(signposts, &step, floors, except),
            Rule::Quota(_) => by_quotients(DHONDT, &step, floors, except),
            Rule::BalinskiYoung => Vec::new(),
        );
        if !holders.is_empty() {
            return holders;
        }
    }
    let holds = |&list: &usize| {
        list != except && whole.is_in_line[list] && shared.seats[list] > whole.seats[list]
    };
    let holders = (0..shared.votes.len()).filter(holds).collect();
    smallest(holders, |list| whole.remainders[list])
}
