//! Ties, and who takes part in them at which seat.

/// Lists with equal claims to fewer seats than there are lists.
///
/// The open seats are given one after another, each to a list that has none of them yet. Almost always
/// all lists compete from the first one on, and any choice of winners is a result of the method. Under
/// Balinski and Young lists may come late: they become eligible, with the quotient of those that are
/// already tied, when some of the open seats have been given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// The tied lists, by index, ascending. Each can win one of the open seats.
    pub lists: Vec<usize>,
    /// How many seats are open: at least one, fewer than there are lists.
    pub open_seats: u32,
    /// Those of the lists that do not compete for the first open seat, in the order in which they come.
    pub late: Vec<LateClaim>,
}

/// A list that comes to a tie when some of its seats have been given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LateClaim {
    /// The list, by index.
    pub list: usize,
    /// How many of the open seats were given before it came.
    pub after: u32,
}

/// A tie once its lists are ranked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RankedTie {
    /// The lists that win a seat by their rank, in the order in which they are served.
    pub winners: Vec<usize>,
    /// What is left open between lists of equal rank.
    pub ties: Vec<Tie>,
}

impl Tie {
    /// A tie in which all lists, ascending, compete for every seat.
    pub const fn new(lists: Vec<usize>, open_seats: u32) -> Self {
        Self { lists, open_seats, late: Vec::new() }
    }

    /// The lists that compete from the first open seat on, ascending.
    pub fn first(&self) -> Vec<usize> {
        let is_late = |list: usize| self.late.iter().any(|late| late.list == list);
        self.lists.iter().copied().filter(|&list| !is_late(list)).collect()
    }

    /// The lists that come when so many of the open seats have been given.
    pub fn coming(&self, given: u32) -> impl Iterator<Item = usize> {
        self.late.iter().filter(move |late| late.after == given).map(|late| late.list)
    }

    /// Gives each seat to the lists of the smallest rank among those that compete for it: what ranks
    /// decide, and what stays open between equal ranks.
    ///
    /// # Panics
    /// If there are not fewer open seats than lists that compete for them.
    ///
    /// ```
    /// use kurultai::apportionment::Tie;
    /// let votes = [50, 70, 50, 50];
    /// let ranked = Tie::new(vec![0, 1, 2], 2).ranked(|list| std::cmp::Reverse(votes[list]));
    /// assert_eq!(ranked.winners, [1]);
    /// assert_eq!(ranked.ties, [Tie::new(vec![0, 2], 1)]);
    /// ```
    pub fn ranked<K: Ord + Copy>(&self, rank: impl Fn(usize) -> K) -> RankedTie {
        let mut ranked = RankedTie::default();
        let mut waiting = Waiting::default();
        let mut idle = self.first();
        for seat in 0..self.open_seats {
            idle.extend(self.coming(seat));
            let coming = idle.iter().map(|&list| rank(list)).min();
            let best = waiting.claim().into_iter().chain(coming).min();
            let best = best.expect("a tie has fewer seats than lists");
            let equal: Vec<usize> = idle.extract_if(.., |list| rank(*list) == best).collect();
            let joins = waiting.claim() == Some(best);
            ranked.winners.extend(waiting.serve(best, joins, &equal));
        }
        ranked.ties = waiting.into_ties();
        ranked
    }
}

/// Groups of lists with equal claims, of which some have been served and nobody knows which.
///
/// Of lists with equal claims the loser of a seat has the next claim of that size, so only larger claims
/// of lists that come meanwhile can be served before it: equal lists wait as one group until all are
/// served, and groups wait in a stack.
pub(super) struct Waiting<C> {
    groups: Vec<Group<C>>,
}

struct Group<C> {
    claim: C,
    /// In the order in which they came, with the number of seats given before.
    lists: Vec<LateClaim>,
    served: u32,
}

impl<C> Default for Waiting<C> {
    fn default() -> Self {
        Self { groups: Vec::new() }
    }
}

impl<C: Copy> Waiting<C> {
    /// The largest claim that waits.
    pub(super) fn claim(&self) -> Option<C> {
        self.groups.last().map(|group| group.claim)
    }

    /// One seat to one of the lists that come with the largest claim, or, if they join it, of the group
    /// that waits with the same. Returns the lists that are thereby all served.
    pub(super) fn serve(&mut self, claim: C, joins: bool, coming: &[usize]) -> Vec<usize> {
        if let (false, &[only]) = (joins, coming) {
            return vec![only];
        }
        if !joins {
            self.groups.push(Group { claim, lists: Vec::new(), served: 0 });
        }
        let group = self.groups.last_mut().expect("a group to join");
        for &list in coming {
            group.lists.push(LateClaim { list, after: group.served });
        }
        group.served += 1;
        let served = self.groups.pop_if(|group| group.served as usize == group.lists.len());
        served.into_iter().flat_map(|group| group.lists).map(|waiting| waiting.list).collect()
    }

    /// What stays open, in the order of the first lists.
    pub(super) fn into_ties(self) -> Vec<Tie> {
        let tie = |group: Group<C>| {
            let mut lists: Vec<usize> = group.lists.iter().map(|waiting| waiting.list).collect();
            lists.sort_unstable();
            let late = group.lists.into_iter().filter(|waiting| waiting.after > 0).collect();
            Tie { lists, open_seats: group.served, late }
        };
        let mut ties: Vec<Tie> = self.groups.into_iter().map(tie).collect();
        ties.sort_by_key(|tie| tie.lists[0]);
        ties
    }
}
