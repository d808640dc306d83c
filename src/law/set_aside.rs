//! Seats that are given outside the distribution.

use crate::election::{Ballots, Party};

use super::{Admission, Allocation, AllocationError, Law, Overhang};

/// Seats of a list that do not come from the distribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// The list, by index.
    pub list: usize,
    /// How many.
    pub seats: u32,
    /// Why.
    pub source: SeatSource,
}

/// Where seats outside the distribution come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeatSource {
    /// Guaranteed to the list, which takes no part in the distribution.
    Guaranteed,
    /// Given besides the list's share.
    Additional,
    /// Won elsewhere by a list without a part in the distribution, beyond what it is given otherwise.
    Direct,
    /// The bonus of the largest list.
    Bonus,
    /// Won elsewhere beyond the list's share: the house grows.
    Overhang,
}

impl SeatSource {
    /// Whether these seats come off those that are distributed.
    pub const fn comes_off_house(self) -> bool {
        !matches!(self, Self::Overhang)
    }
}

/// Notes the seats that the law gives before the distribution, but for the bonus.
pub(super) fn before_distribution(law: &Law, parties: &[Party], allocation: &mut Allocation) {
    let direct_seats_stay = law.provisions.overhang == Overhang::Added;
    for (list, (party, admission)) in parties.iter().zip(&allocation.admissions).enumerate() {
        let (seats, source) = match admission {
            Admission::NoList => continue,
            // A guaranteed seat comes off the house and its list's votes off the rest (Montenegro).
            Admission::Guaranteed => (party.guaranteed_seats, SeatSource::Guaranteed),
            // Bundeswahlgesetz 2020, § 6 (5): seats that stay uncompensated, whatever the list's share.
            _ => (party.additional_seats, SeatSource::Additional),
        };
        // New Zealand, Electoral Act 1993, section 191: seats of those without a share come off the 120.
        let keeps_direct_seats = direct_seats_stay && !admission.competes();
        let direct_seats =
            if keeps_direct_seats { party.direct_seats.saturating_sub(seats) } else { 0 };
        for (seats, source) in [(seats, source), (direct_seats, SeatSource::Direct)] {
            if seats > 0 {
                allocation.set_aside.push(SetAside { list, seats, source });
            }
        }
    }
}

/// The lists with most votes among those that compete: they alone can have the bonus.
pub(super) fn largest(ballots: &Ballots, admissions: &[Admission]) -> Vec<usize> {
    let competing = || (0..admissions.len()).filter(|&list| admissions[list].competes());
    let most = competing().map(|list| ballots.parties[list]).max();
    competing().filter(|&list| Some(ballots.parties[list]) == most).collect()
}

/// Seats that a list won elsewhere beyond its share stay with it, and the house grows by them (New
/// Zealand, Electoral Act 1993, section 192).
pub(super) fn keep_overhang(parties: &[Party], allocation: &mut Allocation) {
    for (list, party) in parties.iter().enumerate() {
        let competes = allocation.admissions[list].competes();
        let seats = party.direct_seats.saturating_sub(allocation.seats[list]);
        if competes && seats > 0 {
            allocation.seats[list] += seats;
            allocation.set_aside.push(SetAside { list, seats, source: SeatSource::Overhang });
        }
    }
}

/// The seats left to distribute.
pub(super) fn remaining(house_size: u32, set_aside: &[SetAside]) -> Result<u32, AllocationError> {
    let taken: u64 = (set_aside.iter())
        .filter(|aside| aside.source.comes_off_house())
        .map(|aside| u64::from(aside.seats))
        .sum();
    let taken_in_house = u32::try_from(taken).ok().filter(|&taken| taken <= house_size);
    match taken_in_house {
        Some(taken) => Ok(house_size - taken),
        None => Err(AllocationError::SetAsideExceedsHouse { set_aside: taken, seats: house_size }),
    }
}
