//! A list with more than half of the votes but not more than half of the seats has the seat given last.
//!
//! Kieswet, Article P 9: the list that won the absolute majority of the votes for all lists, but fewer
//! seats than the absolute majority of them, has one seat more, and the seat that was given for the
//! smallest average or remainder lapses; between equals the lot decides. This program's reading: the
//! clause acts once full lists have left the distribution, on an alliance as on a list; where the seat
//! given last lies between tied lists, one of their open seats is given to it, and if it is tied itself, it
//! wins.

use crate::election::Ballots;

use super::Allocation;

/// What the clause did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MajorityClause {
    /// The list that had one seat more, by index; for an alliance its first one.
    pub list: usize,
    /// Those that held the seat given last, or were tied for it, by index; for an alliance its first one.
    /// Of several with equal claims the tie rule of the law chose.
    pub equals: Vec<usize>,
    /// Those that lost a certain seat, by index: one of the equals, or all of them as long as the tie between
    /// them is open; none if the seat was open between them.
    pub lost: Vec<usize>,
}

/// The list, or the head of the alliance, that competes and has more than half of the votes cast for all
/// lists.
pub(super) fn majority_list(ballots: &Ballots, allocation: &Allocation) -> Option<usize> {
    let all = ballots.list_votes();
    let has_majority = |&list: &usize| {
        let members = allocation.members(list);
        let votes: u128 = members.iter().map(|&list| u128::from(ballots.parties[list])).sum();
        allocation.admissions[list].competes() && 2 * votes > all
    };
    (0..allocation.admissions.len()).find(has_majority)
}
