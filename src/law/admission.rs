//! Who takes part in the distribution of seats, and by which condition.

use std::cmp::Reverse;

use crate::election::{Ballots, Party, PartyKind};

use super::{AllianceThreshold, Law, OneListRule};

/// Whether a party takes part in the distribution of seats, and why or why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admission {
    /// It passed the threshold.
    Passed,
    /// It is below the threshold and excused from it.
    Exempt,
    /// It is below the threshold and won enough seats elsewhere.
    DirectSeats,
    /// Its alliance passed the threshold together.
    Alliance,
    /// It is below the threshold and one of the largest lists, of which the law wants more.
    AmongLargest,
    /// It is below the threshold, and the only list above it may not be alone.
    RunnerUp,
    /// It has seats of its own before the distribution, and no part in it.
    Guaranteed,
    /// It is below the threshold.
    Below,
    /// It has no votes: whatever the threshold, it can win no seat.
    NoVotes,
    /// It is no list: its votes count, it can win no seat.
    NoList,
}

impl Admission {
    /// Whether the party can have seats.
    pub const fn is_admitted(self) -> bool {
        !matches!(self, Self::Below | Self::NoVotes | Self::NoList)
    }

    /// Whether it passed the threshold, by itself or with its alliance.
    pub const fn passes(self) -> bool {
        matches!(self, Self::Passed | Self::Alliance)
    }

    /// Whether its votes count in the distribution.
    pub const fn competes(self) -> bool {
        self.is_admitted() && !matches!(self, Self::Guaranteed)
    }
}

/// The lists of each alliance of several, in the order of the parties: an alliance of one is a list alone.
pub(super) fn alliances(parties: &[Party]) -> Vec<Vec<usize>> {
    let mut alliances: Vec<(&str, Vec<usize>)> = Vec::new();
    for (list, party) in parties.iter().enumerate() {
        let Some(name) = party.alliance.as_deref().filter(|_| party.kind == PartyKind::List) else {
            continue;
        };
        match alliances.iter_mut().find(|(known, _)| *known == name) {
            Some((_, members)) => members.push(list),
            None => alliances.push((name, vec![list])),
        }
    }
    alliances.into_iter().map(|(_, members)| members).filter(|members| members.len() > 1).collect()
}

/// Admits lists under every condition that a law can have.
pub(super) fn admit(
    law: &Law,
    parties: &[Party],
    alliances: &[Vec<usize>],
    house_size: u32,
    ballots: &Ballots,
    admissions: &mut Vec<Admission>,
) {
    let base = law.threshold.base.votes(ballots);
    let passes_together = law.provisions.alliance_threshold == AllianceThreshold::Pool;
    admissions.clear();
    admissions.extend(parties.iter().zip(&ballots.parties).enumerate().map(
        |(list, (party, &votes))| {
            let passes = law.threshold_of(party, house_size).is_passed_by(votes, base);
            let pooled = passes_together && alliances.iter().any(|of| of.contains(&list));
            by_itself(law, party, votes, passes, pooled)
        },
    ));
    if passes_together {
        for members in alliances {
            admit_alliance(law, parties, members, house_size, ballots, admissions);
        }
    }
    fill_up(law.provisions.at_least_lists, ballots, admissions);
    if law.provisions.one_list == OneListRule::RunnerUp {
        admit_runner_up(ballots, admissions);
    }
}

/// What a list achieves without its alliance.
fn by_itself(law: &Law, party: &Party, votes: u64, passes: bool, pooled: bool) -> Admission {
    let direct = law.provisions.or_direct_seats;
    // A guaranteed seat asks for a list's own threshold alone, if it has one and is not excused from it
    // (Montenegro: 0.35 % for the Croatian list, Law on Election of Councillors and Representatives,
    // Article 94). Without one it asks for nothing, not even for a vote.
    let is_guaranteed = party.guaranteed_seats > 0;
    if party.kind != PartyKind::List {
        Admission::NoList
    } else if is_guaranteed && (party.threshold.is_none() || party.exempt || passes) {
        Admission::Guaranteed
    } else if votes == 0 {
        Admission::NoVotes
    } else if is_guaranteed {
        Admission::Below
    } else if passes && !pooled {
        Admission::Passed
    } else if party.exempt {
        Admission::Exempt
    } else if direct.is_some_and(|needed| party.direct_seats >= needed) {
        Admission::DirectSeats
    } else {
        Admission::Below
    }
}

/// The threshold on an alliance as a whole: its votes and the number of parties on all its lists.
fn admit_alliance(
    law: &Law,
    parties: &[Party],
    members: &[usize],
    house_size: u32,
    ballots: &Ballots,
    admissions: &mut [Admission],
) {
    let votes: u128 = members.iter().map(|&list| u128::from(ballots.parties[list])).sum();
    let partners = members.iter().map(|&list| parties[list].members).fold(0, u32::saturating_add);
    let general = law.threshold_in(house_size);
    let share = law.provisions.threshold_by_members.of(partners).unwrap_or(general.share);
    let threshold = super::Threshold { share, ..general };
    if threshold.is_passed_by(votes, threshold.base.votes(ballots)) {
        for &list in members {
            if admissions[list] != Admission::NoVotes && parties[list].guaranteed_seats == 0 {
                admissions[list] = Admission::Alliance;
            }
        }
    }
}

/// The largest lists below the threshold come in until there are `wanted`; equals at the last place
/// all do.
fn fill_up(wanted: u32, ballots: &Ballots, admissions: &mut [Admission]) {
    let votes = |list: usize| ballots.parties[list];
    let present = admissions.iter().filter(|admission| admission.competes());
    let missing = (wanted as usize).saturating_sub(present.count());
    let mut below = below(admissions);
    below.sort_by_key(|&list| Reverse(votes(list)));
    if let Some(&last) = below.get(missing.min(below.len()).wrapping_sub(1)) {
        for list in below.into_iter().filter(|&list| votes(list) >= votes(last)) {
            admissions[list] = Admission::AmongLargest;
        }
    }
}

/// Article 97-1 as amended in 2009: if one list alone passes, the list with the next most votes takes
/// part too; of equals, the one registered earlier.
fn admit_runner_up(ballots: &Ballots, admissions: &mut [Admission]) {
    if admissions.iter().filter(|admission| admission.competes()).count() != 1 {
        return;
    }
    let runner_up =
        below(admissions).into_iter().max_by_key(|&list| (ballots.parties[list], Reverse(list)));
    if let Some(runner_up) = runner_up {
        admissions[runner_up] = Admission::RunnerUp;
    }
}

/// The lists with votes that no condition has admitted.
fn below(admissions: &[Admission]) -> Vec<usize> {
    (0..admissions.len()).filter(|&list| admissions[list] == Admission::Below).collect()
}
