//! The distribution of a law's seats: between alliances and single lists, then inside alliances.

use super::law::{Entrant, House, Rules, settle};
use super::residual::{LastRound, Way};
use super::{Outcome, Undecided};

/// What the distribution works on.
pub(super) struct Contest<'a> {
    pub(super) rules: &'a Rules,
    pub(super) votes: Vec<u64>,
    pub(super) caps: Vec<Option<u32>>,
    pub(super) floors: Vec<u32>,
}

impl Contest<'_> {
    /// Shares the seats between alliances and single lists, then inside alliances.
    pub(super) fn share(
        &self,
        entrants: &[Entrant],
        seats: u32,
        (first, house_size): (&[u32], u32),
        house: &mut House,
    ) -> Option<()> {
        let mut teams: Vec<Vec<usize>> = Vec::new();
        for list in (0..entrants.len()).filter(|&list| self.votes[list] > 0) {
            let ally = |team: &&mut Vec<usize>| {
                entrants[list].alliance.is_some()
                    && entrants[team[0]].alliance == entrants[list].alliance
            };
            match teams.iter_mut().find(ally) {
                Some(team) => team.push(list),
                None => teams.push(vec![list]),
            }
        }
        let sum = |of: &dyn Fn(usize) -> u32| -> Vec<u32> {
            teams.iter().map(|team| team.iter().map(|&list| of(list)).sum()).collect()
        };
        let votes: Vec<u64> =
            teams.iter().map(|team| team.iter().map(|&list| self.votes[list]).sum()).collect();
        let caps: Vec<Option<u32>> = teams
            .iter()
            .map(|team| team.iter().map(|&list| self.caps[list]).sum::<Option<u32>>())
            .collect();
        let floors = sum(&|list| self.floors[list]);
        let way = Way { method: &self.rules.method, first_remainders: self.rules.remainder_from };
        let (outer, mut round, unfilled, last) =
            self.rounds(way, votes.clone(), &floors, &caps, seats)?;
        house.unfilled_seats = unfilled;
        let mut of_teams = outer;
        if let Some(last) = last.filter(|_| self.rules.majority_clause) {
            let lacking = (0..teams.len()).find(|&team| {
                let held = first_of(&teams[team], first) + of_teams[team];
                has_majority_of_votes(entrants, &teams[team])
                    && 2 * held <= house_size
                    && caps[team].is_none_or(|cap| of_teams[team] < cap)
                    && last.votes[team] > 0
            });
            if let Some(team) = lacking {
                last.move_to(team, way, &floors, &mut of_teams, &mut round);
            }
        }
        for tie in &round.ties {
            let claimants: Vec<(usize, usize)> = (tie.lists.iter())
                .map(|&team| Some((self.next(&teams[team], of_teams[team])?, team)))
                .collect::<Option<_>>()?;
            let mut claimants = claimants;
            claimants.sort_unstable();
            let mut by_list = vec![0; entrants.len()];
            for &(list, team) in &claimants {
                by_list[list] = teams[team].iter().map(|&list| entrants[list].votes).sum();
            }
            let lists = claimants.iter().map(|&(list, _)| list).collect();
            let tie = Undecided { lists, open_seats: tie.open_seats };
            for winner in settle(self.rules, tie, &by_list, house) {
                house.seats[winner] -= 1;
                let team = claimants.iter().find(|(list, _)| *list == winner).expect("claims").1;
                of_teams[team] += 1;
            }
        }
        for (team, &won) in teams.iter().zip(&of_teams) {
            if let [list] = team[..] {
                house.seats[list] += won;
                continue;
            }
            let (certain, round, unfilled, _) =
                self.rounds(self.inside(), self.only(team), &self.floors, &self.caps, won)?;
            house.unfilled_seats += unfilled;
            for (seats, certain) in house.seats.iter_mut().zip(certain) {
                *seats += certain;
            }
            let cast: Vec<u64> = entrants.iter().map(|entrant| entrant.votes).collect();
            for tie in round.ties {
                settle(self.rules, tie, &cast, house);
            }
        }
        Some(())
    }

    fn only(&self, team: &[usize]) -> Vec<u64> {
        let own = |list: usize| if team.contains(&list) { self.votes[list] } else { 0 };
        (0..self.votes.len()).map(own).collect()
    }

    /// The list of a team that one more seat could go to.
    fn next(&self, team: &[usize], seats: u32) -> Option<usize> {
        if let [list] = team[..] {
            return Some(list);
        }
        let inside = |seats: u32| {
            self.rounds(self.inside(), self.only(team), &self.floors, &self.caps, seats)
        };
        let ((now, _, _, _), (then, last, _, _)) = (inside(seats)?, inside(seats + 1)?);
        let may_have = |list: usize| {
            then[list] + u32::from(last.ties.iter().any(|tie| tie.lists.contains(&list)))
        };
        let gains = team.iter().find(|&&list| may_have(list) > now[list]);
        Some(gains.copied().unwrap_or(team[0]))
    }

    fn inside(&self) -> Way<'_> {
        Way { method: &self.rules.inner, first_remainders: None }
    }

    /// Apportions until no list has more seats than candidates: certain seats with those of full
    /// lists, the last round, what nobody can take, and what the last round was of.
    fn rounds(
        &self,
        way: Way<'_>,
        mut votes: Vec<u64>,
        floors: &[u32],
        caps: &[Option<u32>],
        mut left: u32,
    ) -> Option<(Vec<u32>, Outcome, u32, Option<LastRound>)> {
        let mut seats = vec![0; votes.len()];
        loop {
            if votes.iter().all(|&votes| votes == 0) {
                let nothing = Outcome { certain: vec![0; votes.len()], ties: Vec::new() };
                return Some((seats, nothing, left, None));
            }
            let round = way.apportion(&votes, floors, left)?;
            // Full lists get as many seats as they have candidates and leave, with their votes.
            let tied = |list: usize| round.ties.iter().any(|tie| tie.lists.contains(&list));
            let full: Vec<(usize, u32)> = (0..votes.len())
                .filter(|&list| votes[list] > 0 && self.rules.redistribute)
                .filter_map(|list| Some((list, caps[list]?)))
                .filter(|&(list, cap)| round.certain[list] + u32::from(tied(list)) > cap)
                .collect();
            if full.is_empty() {
                for (seats, certain) in seats.iter_mut().zip(&round.certain) {
                    *seats += certain;
                }
                let last = LastRound { votes, seats: left };
                return Some((seats, round, 0, Some(last)));
            }
            for (list, cap) in full {
                seats[list] = cap;
                left -= cap;
                votes[list] = 0;
            }
        }
    }
}

/// The seats that these lists were given first.
fn first_of(team: &[usize], first: &[u32]) -> u32 {
    team.iter().map(|&list| first[list]).sum()
}

/// Whether these lists together have more than half of the votes for all.
fn has_majority_of_votes(entrants: &[Entrant], team: &[usize]) -> bool {
    let all: u128 = entrants.iter().map(|entrant| u128::from(entrant.votes)).sum();
    let own: u128 = team.iter().map(|&list| u128::from(entrants[list].votes)).sum();
    2 * own > all
}
