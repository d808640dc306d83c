//! The share of a party as it might be, all others in proportion.
//!
//! With T the valid votes and p the share of each named party: its votes become T·p, and everything else
//! on the ballot shares the rest in proportion to its votes. The votes of the named parties and the rest
//! become whole together by largest remainders, of equals the named first and in their order; so do the
//! votes of the others, of equals to the earlier. T stays.

use crate::election::Share;

use super::super::error::ScenarioError;
use super::super::{Notice, Scenario};
use super::consistency;
use super::refusal::Refusal;
use super::rounding::{in_proportion, whole_parts};
use super::rows::Row;

impl Scenario {
    /// The scenario with these shares of the valid votes for these parties, by index, and everybody else
    /// in proportion; the valid votes stay as many. Official seats and a lot that was drawn belong to the
    /// real count and no longer apply.
    ///
    /// ```
    /// use kurultai::election::Share;
    /// use kurultai::scenario::{DEFAULT, Scenario};
    /// let scenario = Scenario::load(DEFAULT, None)?;
    /// let valid = scenario.ballots.valid_votes();
    /// let scenario = scenario.with_shares(&[(0, Share::percent(40))])?;
    /// // 40 % of 6,366,441 are 2,546,576.4 votes.
    /// assert_eq!(scenario.ballots.parties[0], 2_546_576);
    /// assert_eq!(scenario.ballots.valid_votes(), valid);
    /// # Ok::<(), kurultai::scenario::ScenarioError>(())
    /// ```
    ///
    /// # Errors
    /// [`ScenarioError::BadOverride`] if the shares add up to more than the whole, if the others have no
    /// votes to be in proportion to, or if the model cannot draw such votes.
    ///
    /// # Panics
    /// If there is no such party.
    pub fn with_shares(mut self, shares: &[(usize, Share)]) -> Result<Self, ScenarioError> {
        if shares.is_empty() {
            return Ok(self);
        }
        let options = self.ballots.options().len();
        (fix(&mut self, shares))
            .and_then(|()| consistency::check(&self))
            .and_then(|()| check_ballot(&self, options))
            .map_err(|refusal| ScenarioError::BadOverride { message: refusal.to_string() })?;
        self.overridden = true;
        self.lot.clear();
        self.notices
            .retain(|notice| !matches!(notice, Notice::FewVotes(_) | Notice::NeverDrawn(_)));
        self.note_draws();
        Ok(self)
    }
}

fn fix(scenario: &mut Scenario, shares: &[(usize, Share)]) -> Result<(), Refusal> {
    let valid = scenario.valid();
    let Some((mut parts, whole)) = over_common_denominator(shares) else {
        return Refusal::because(
            "the shares have no common denominator below 2^63; write them as percentages",
        );
    };
    let together: u128 = parts.iter().sum();
    if together > whole {
        let named: Vec<String> = (shares.iter())
            .map(|(party, share)| format!("{share} for `{}`", scenario.parties[*party].id))
            .collect();
        return Refusal::because(format!(
            "{} are more than the whole; together they can be 100% at most",
            named.join(" and ")
        ));
    }
    parts.push(whole - together);
    // Below 2^64 votes times a denominator below 2^63.
    let parts: Vec<u128> = parts.iter().map(|part| part * u128::from(valid)).collect();
    let votes = whole_parts(&parts, whole);
    let is_named = |row: &Row| shares.iter().any(|&(named, _)| *row == Row::Party(named));
    let others: Vec<Row> = scenario.rows().into_iter().filter(|row| !is_named(row)).collect();
    let weights: Vec<u64> = others.iter().map(|&row| scenario.votes_of(row)).collect();
    let rest = votes.last().copied().unwrap_or(0);
    let Some(scaled) = in_proportion(rest, &weights) else {
        return Refusal::because("the others have no votes to be in proportion to");
    };
    for (&(party, _), votes) in shares.iter().zip(votes) {
        scenario.set_votes(Row::Party(party), votes);
    }
    for (row, votes) in others.into_iter().zip(scaled) {
        scenario.set_votes(row, votes);
    }
    Ok(())
}

/// The shares as whole numbers over their least common denominator, if that is below 2^63.
fn over_common_denominator(shares: &[(usize, Share)]) -> Option<(Vec<u128>, u128)> {
    let mut whole: u128 = 1;
    for (_, share) in shares {
        let denominator = u128::from(share.fraction().1);
        let (mut a, mut b) = (whole, denominator);
        while b != 0 {
            (a, b) = (b, a % b);
        }
        whole = (whole / a).checked_mul(denominator).filter(|&whole| whole < 1 << 63)?;
    }
    let part = |(_, share): &(usize, Share)| {
        let (numerator, denominator) = share.fraction();
        u128::from(numerator) * (whole / u128::from(denominator))
    };
    Some((shares.iter().map(part).collect(), whole))
}

/// A model with numbers for everything on the ballot does not fit once nobody is against all any more.
fn check_ballot(scenario: &Scenario, options: usize) -> Result<(), Refusal> {
    if scenario.ballots.options().len() == options || !scenario.model.is_of_one_ballot() {
        return Ok(());
    }
    Refusal::because(format!(
        "the model `{}` has numbers for everything on the ballot, and this leaves no vote against all",
        scenario.model.name()
    ))
}

#[cfg(test)]
mod tests {
    use super::super::super::DEFAULT;
    use super::*;

    fn with(shares: &[(usize, &str)]) -> Result<Vec<u64>, String> {
        let mut scenario = Scenario::load(DEFAULT, None).unwrap();
        scenario.ballots.parties = vec![50, 20, 10, 10, 5, 5, 0];
        scenario.ballots.against_all = 1;
        let shares: Vec<_> =
            shares.iter().map(|&(party, share)| (party, share.parse().unwrap())).collect();
        let scenario = scenario.with_shares(&shares).map_err(|error| error.to_string())?;
        assert_eq!(scenario.ballots.valid_votes(), 101);
        let ballots = scenario.ballots;
        Ok(ballots.parties.into_iter().chain([ballots.against_all]).collect())
    }

    #[test]
    fn the_rest_is_shared_in_proportion_and_the_total_stays() {
        // 10 % of 101 are 10.1; 91 by 20 : 10 : 10 : 5 : 5 : 0 : 1 of 51 are 35.69, 17.84, 17.84, 8.92,
        // 8.92, 0, 1.78: whole parts 86, and five votes for the remainders 0.92, 0.92, 0.84, 0.84, 0.78.
        assert_eq!(with(&[(0, "10%")]).unwrap(), [10, 35, 18, 18, 9, 9, 0, 2]);
        // 50.5 each: of equal remainders the first named gets the vote; nothing is left.
        assert_eq!(with(&[(1, "50%"), (0, "50%")]).unwrap(), [50, 51, 0, 0, 0, 0, 0, 0]);
        // The list without votes is given its share too.
        assert_eq!(with(&[(6, "1/101")]).unwrap()[6], 1);
    }

    #[test]
    fn more_than_the_whole_is_refused() {
        let error = with(&[(0, "60%"), (1, "1/2")]).unwrap_err();
        assert_eq!(
            error,
            "60% for `amanat` and 50% for `auyl` are more than the whole; together they can be 100% at most"
        );
    }
}
