//! A law around a method: a threshold, exemptions, a rule for ties, lists that run out of candidates.

use super::threshold::admitted;
use super::{Definition, Outcome, Undecided, apportion};

/// A list, or lists counted together.
#[derive(Clone, Debug)]
pub(crate) struct Entrant {
    /// Its votes.
    pub(crate) votes: u64,
    /// Whether it can win seats at all.
    pub(crate) is_list: bool,
    /// Whether it is excused from the threshold.
    pub(crate) exempt: bool,
    /// How many candidates it has, if that is known.
    pub(crate) candidates: Option<u32>,
}

/// What settles a tie.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Settling {
    /// The lists that come first.
    Order,
    /// The lists with most votes, and of equals those that come first.
    Votes,
    /// Nothing.
    Report,
}

/// A law.
#[derive(Clone, Debug)]
pub(crate) struct Rules {
    /// The method's name.
    pub(crate) method: String,
    /// Numerator and denominator of the threshold.
    pub(crate) threshold: (u64, u64),
    /// Whether exactly the threshold is enough.
    pub(crate) at_least: bool,
    /// What settles ties.
    pub(crate) settling: Settling,
    /// Whether seats without candidates go to the others.
    pub(crate) redistribute: bool,
}

/// The house, or as much of it as can be filled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct House {
    /// Who takes part.
    pub(crate) admitted: Vec<bool>,
    /// Seats of every entrant.
    pub(crate) seats: Vec<u32>,
    /// Ties, whether settled or not.
    pub(crate) ties: Vec<Undecided>,
    /// Seats left open by a tie.
    pub(crate) open_seats: u32,
    /// Seats nobody has candidates for.
    pub(crate) unfilled_seats: u32,
}

/// Fills a house, or none if nobody with votes takes part or the method gives no result. The threshold is a share of `base`.
pub(crate) fn fill(
    rules: &Rules,
    entrants: &[Entrant],
    base: u128,
    house_size: u32,
) -> Option<House> {
    let (numerator, denominator) = rules.threshold;
    let is_admitted = |entrant: &Entrant| {
        let passes = admitted(entrant.votes, base, numerator, denominator, rules.at_least);
        entrant.is_list && entrant.votes > 0 && (entrant.exempt || passes)
    };
    let mut house = House {
        admitted: entrants.iter().map(is_admitted).collect(),
        seats: vec![0; entrants.len()],
        ..House::default()
    };
    let mut votes: Vec<u64> = (entrants.iter().zip(&house.admitted))
        .map(|(entrant, &admitted)| if admitted { entrant.votes } else { 0 })
        .collect();
    if votes.iter().all(|&votes| votes == 0) {
        return None;
    }
    let definition = Definition::named(&rules.method).expect("a known method");
    let mut left = house_size;
    loop {
        if votes.iter().all(|&votes| votes == 0) {
            house.unfilled_seats = left;
            return Some(house);
        }
        let round = apportion(&definition, &votes, &vec![0; votes.len()], left).ok()?;
        // Full lists get as many seats as they have candidates and leave, with their votes.
        let full = if rules.redistribute { over_full(entrants, &round) } else { Vec::new() };
        if full.is_empty() {
            settle(rules, entrants, &round, &mut house);
            return Some(house);
        }
        for (list, candidates) in full {
            house.seats[list] = candidates;
            left -= candidates;
            votes[list] = 0;
        }
    }
}

/// The lists that have, or may get by lot, more seats than candidates; and these.
fn over_full(entrants: &[Entrant], round: &Outcome) -> Vec<(usize, u32)> {
    let tied = |list: usize| round.ties.iter().any(|tie| tie.lists.contains(&list));
    (0..entrants.len())
        .filter_map(|list| Some((list, entrants[list].candidates?)))
        .filter(|&(list, candidates)| round.certain[list] + u32::from(tied(list)) > candidates)
        .collect()
}

/// Adds the seats of the last round, settles its ties and takes back what has no candidate.
fn settle(rules: &Rules, entrants: &[Entrant], round: &Outcome, house: &mut House) {
    for (seats, certain) in house.seats.iter_mut().zip(&round.certain) {
        *seats += certain;
    }
    for tie in &round.ties {
        let mut ranked = tie.lists.clone();
        match rules.settling {
            Settling::Order => {}
            // A stable sort: equals keep their order.
            Settling::Votes => {
                ranked.sort_by_key(|&list| std::cmp::Reverse(entrants[list].votes));
            }
            Settling::Report => {
                ranked.clear();
                house.open_seats += tie.open_seats;
            }
        }
        for list in ranked.into_iter().take(tie.open_seats as usize) {
            house.seats[list] += 1;
        }
    }
    house.ties.clone_from(&round.ties);
    for (seats, entrant) in house.seats.iter_mut().zip(entrants) {
        let filled = entrant.candidates.map_or(*seats, |most| most.min(*seats));
        house.unfilled_seats += *seats - filled;
        *seats = filled;
    }
}
