//! The distribution of a law's seats: between alliances and single lists, then inside alliances.

use std::cell::Cell;

use super::Outcome;
use super::law::{Entrant, House, Rules};
use super::residual::{LastRound, Way};
use super::settling::Claims;

/// What the distribution works on.
pub(super) struct Contest<'a> {
    pub(super) rules: &'a Rules,
    pub(super) votes: Vec<u64>,
    pub(super) caps: Vec<Option<u32>>,
    pub(super) floors: Vec<u32>,
    pub(super) given: &'a [u32],
}

impl Contest<'_> {
    /// Shares the seats between alliances and single lists, then inside alliances.
    pub(super) fn share(
        &self,
        entrants: &[Entrant],
        seats: u32,
        house_size: u32,
        house: &mut House,
    ) -> Option<()> {
        let teams = self.teams(entrants);
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
        let mut last = self.rounds(way, votes, &floors, &caps, seats)?;
        house.unfilled_seats = last.unfilled;
        let cast = |list: usize| entrants[list].votes;
        let votes: Vec<u64> =
            teams.iter().map(|team| team.iter().map(|&list| cast(list)).sum()).collect();
        let given = sum(&|list| self.given[list]);
        if self.rules.majority_clause {
            let lacks = |&team: &usize| {
                let total = u64::from(given[team]) + u64::from(last.seats[team]);
                2 * total <= u64::from(house_size)
                    && caps[team].is_none_or(|cap| last.seats[team] < cap)
                    && last.votes[team] > 0
            };
            if let Some(team) = majority(&votes, entrants).filter(lacks) {
                last.move_to(team, way, &floors);
            }
        }
        // A team is tied with the list that its next seat would go to.
        // Where the method inside cannot share out one seat more, the law gives no result.
        let fails = Cell::new(false);
        let fail = |team: usize| {
            fails.set(true);
            teams[team][0]
        };
        let place = |team: usize, held: &[u32]| {
            self.next(&teams[team], held[team]).unwrap_or_else(|| fail(team))
        };
        let settling = &self.rules.settling;
        let claims = Claims { settling, votes: &votes, given: &given, place: &place };
        let mut of_teams = last.seats.clone();
        for tie in &last.outcome.ties {
            let certain = &last.outcome.certain;
            let names: Vec<usize> = tie.lists.iter().map(|&team| place(team, certain)).collect();
            let ways = last.settled(&self.rules.method, &floors, tie);
            for winner in house.settle(&claims, tie, &names, certain, &ways) {
                of_teams[winner] += 1;
            }
        }
        if fails.get() {
            return None;
        }
        self.share_inside(&teams, &of_teams, entrants, house)
    }

    /// Shares what each team won between its lists.
    fn share_inside(
        &self,
        teams: &[Vec<usize>],
        of_teams: &[u32],
        entrants: &[Entrant],
        house: &mut House,
    ) -> Option<()> {
        let settling = &self.rules.settling;
        let votes: Vec<u64> = entrants.iter().map(|entrant| entrant.votes).collect();
        for (team, &won) in teams.iter().zip(of_teams) {
            if let [list] = team[..] {
                house.seats[list] += won;
                continue;
            }
            let last =
                self.rounds(self.inside(), self.only(team), &self.floors, &self.caps, won)?;
            house.unfilled_seats += last.unfilled;
            for (seats, certain) in house.seats.iter_mut().zip(&last.seats) {
                *seats += certain;
            }
            let place = |list: usize, _: &[u32]| list;
            let claims = Claims { settling, votes: &votes, given: self.given, place: &place };
            for tie in &last.outcome.ties {
                let ways = last.settled(&self.rules.inner, &self.floors, tie);
                for winner in house.settle(&claims, tie, &tie.lists, &last.outcome.certain, &ways) {
                    house.seats[winner] += 1;
                }
            }
        }
        Some(())
    }

    /// Those with votes that count, allies together.
    fn teams(&self, entrants: &[Entrant]) -> Vec<Vec<usize>> {
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
        teams
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
        let (now, then) = (inside(seats)?, inside(seats + 1)?);
        let may_have = |list: usize| {
            let tied = then.outcome.ties.iter().any(|tie| tie.lists.contains(&list));
            then.seats[list] + u32::from(tied)
        };
        let gains = team.iter().find(|&&list| may_have(list) > now.seats[list]);
        Some(gains.copied().unwrap_or(team[0]))
    }

    fn inside(&self) -> Way<'_> {
        Way { method: &self.rules.inner, first_remainders: None }
    }

    /// Apportions until no list has more seats than candidates.
    fn rounds(
        &self,
        way: Way<'_>,
        mut votes: Vec<u64>,
        floors: &[u32],
        caps: &[Option<u32>],
        mut left: u32,
    ) -> Option<LastRound> {
        let mut seats = vec![0; votes.len()];
        loop {
            if votes.iter().all(|&votes| votes == 0) {
                let nothing = Outcome { certain: vec![0; votes.len()], ties: Vec::new() };
                return Some(LastRound {
                    seats,
                    outcome: nothing,
                    votes,
                    house_size: 0,
                    unfilled: left,
                });
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
                return Some(LastRound {
                    seats,
                    outcome: round,
                    votes,
                    house_size: left,
                    unfilled: 0,
                });
            }
            for (list, cap) in full {
                seats[list] = cap;
                left -= cap;
                votes[list] = 0;
            }
        }
    }
}

/// The team with more than half of all votes cast.
fn majority(votes: &[u64], entrants: &[Entrant]) -> Option<usize> {
    let all: u128 = entrants.iter().map(|entrant| u128::from(entrant.votes)).sum();
    (0..votes.len()).find(|&team| 2 * u128::from(votes[team]) > all)
}
