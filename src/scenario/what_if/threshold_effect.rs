//! What a threshold does to votes before they are cast.
//!
//! Desertion: a share d of the voters of every list that the law does not admit leaves it, not to waste
//! the vote; v' = v·(1 − d). They go to the lists that are admitted by their own votes or otherwise, or
//! to those named, in proportion to their votes. (Duverger's psychological effect.)
//!
//! Insurance: lists just above their threshold t, from t to below t + b for a band of b points, get help
//! from voters who fear for them: every admitted list from t + b on, or every one named, lends a share s
//! of its votes, which the lists in the band get in proportion to their votes. (The loan votes of German
//! elections.)
//!
//! Both are of the votes before the operator. What a list gives is rounded half up; what lists get is
//! whole by largest remainders. Where there is nobody to give or to get, no vote moves.

use crate::election::Share;
use crate::law::Admission;

use super::super::Scenario;
use super::amount::{Percent, WHOLE};
use super::refusal::Refusal;
use super::rounding::{half_up, in_proportion};
use super::rows::{Ids, listed, once};

/// Desertion, insurance, or both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::scenario) struct ThresholdEffect {
    desertion: Option<Desertion>,
    insurance: Option<Insurance>,
}

/// Voters leave lists below the threshold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::scenario) struct Desertion {
    /// How many of them.
    pub(in crate::scenario) share: Percent,
    /// For which lists; none for all that are admitted.
    pub(in crate::scenario) to: Option<Vec<String>>,
}

/// Voters help lists just above the threshold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::scenario) struct Insurance {
    /// How many of a list's voters.
    pub(in crate::scenario) share: Percent,
    /// How far above the threshold a list is helped.
    pub(in crate::scenario) band: Percent,
    /// Of which lists; none for all above the band.
    pub(in crate::scenario) from: Option<Vec<String>>,
}

impl ThresholdEffect {
    /// At least one of the two effects.
    pub(in crate::scenario) fn new(
        desertion: Option<Desertion>,
        insurance: Option<Insurance>,
    ) -> Result<Self, Refusal> {
        for names in [
            desertion.as_ref().and_then(|desertion| desertion.to.as_ref()),
            insurance.as_ref().and_then(|insurance| insurance.from.as_ref()),
        ] {
            once(names.into_iter().flatten().map(String::as_str))?;
        }
        if desertion.is_none() && insurance.is_none() {
            return Refusal::because(
                "a threshold effect needs `desertion`, a share such as `20%`, or `insurance`, a share \
                 with a `band` such as `2pp`",
            );
        }
        Ok(Self { desertion, insurance })
    }

    pub(super) fn with_ids(&self, ids: Ids<'_>) -> Result<Self, Refusal> {
        let mut named = self.clone();
        let to = named.desertion.as_mut().and_then(|desertion| desertion.to.as_mut());
        let from = named.insurance.as_mut().and_then(|insurance| insurance.from.as_mut());
        for names in [to, from].into_iter().flatten() {
            *names = ids.all(names)?;
        }
        Self::new(named.desertion, named.insurance)
    }

    pub(super) fn apply(&self, scenario: &mut Scenario) -> Result<(), Refusal> {
        let places = Places::of(scenario);
        let before = scenario.ballots.parties.clone();
        if let Some(desertion) = &self.desertion {
            let takers = match &desertion.to {
                None => places.admitted.clone(),
                Some(names) => named(scenario, names, &places.admitted, "admitted by the law")?,
            };
            lend(scenario, &before, desertion.share, &places.below, &takers);
        }
        if let Some(insurance) = &self.insurance {
            let in_band = places.in_band(scenario, &before, insurance.band);
            let above: Vec<usize> = (places.admitted.iter().copied())
                .filter(|list| !in_band.contains(list) && places.passing.contains(list))
                .collect();
            let givers = match &insurance.from {
                None => above,
                Some(names) => named(scenario, names, &above, "above the band")?,
            };
            lend(scenario, &before, insurance.share, &givers, &in_band);
        }
        Ok(())
    }

    pub(super) fn sentence(&self) -> String {
        let mut parts = Vec::new();
        if let Some(Desertion { share, to }) = &self.desertion {
            let takers = match to {
                None => "the lists admitted".to_owned(),
                Some(names) => listed(names),
            };
            parts
                .push(format!("{share} of the voters of lists below the threshold go to {takers}"));
        }
        if let Some(Insurance { share, band, from }) = &self.insurance {
            let givers = match from {
                None => "the lists above".to_owned(),
                Some(names) => listed(names),
            };
            parts.push(format!(
                "{share} of the voters of {givers} go to lists less than {} above the threshold",
                band.as_points()
            ));
        }
        parts.join("; ")
    }
}

/// Where lists stand, by index.
struct Places {
    below: Vec<usize>,
    admitted: Vec<usize>,
    /// Those admitted by their own votes.
    passing: Vec<usize>,
}

impl Places {
    fn of(scenario: &Scenario) -> Self {
        let Scenario { law, parties, house, ballots, .. } = scenario;
        let admissions = law.admissions(parties, house.seats(), ballots);
        let which = |wanted: fn(Admission) -> bool| -> Vec<usize> {
            (0..admissions.len()).filter(|&list| wanted(admissions[list])).collect()
        };
        Self {
            below: which(|admission| admission == Admission::Below),
            admitted: which(Admission::competes),
            passing: which(|admission| admission == Admission::Passed),
        }
    }

    /// The passing lists whose votes are below their threshold and `band` points.
    fn in_band(&self, scenario: &Scenario, votes: &[u64], band: Percent) -> Vec<usize> {
        let base = scenario.law.threshold.base.votes(&scenario.ballots);
        let house_size = scenario.house.seats();
        let is_close = |&list: &usize| {
            let threshold = scenario.law.threshold_of(&scenario.parties[list], house_size);
            is_below_sum(votes[list].into(), base, threshold.share, band)
        };
        self.passing.iter().copied().filter(is_close).collect()
    }
}

/// The parties of these names, which must be among `allowed`.
fn named(
    scenario: &Scenario,
    names: &[String],
    allowed: &[usize],
    what: &str,
) -> Result<Vec<usize>, Refusal> {
    let index = |name: &String| {
        let index = scenario.party_index(name)?;
        if allowed.contains(&index) {
            return Ok(index);
        }
        let ids: Vec<String> =
            allowed.iter().map(|&list| format!("`{}`", scenario.parties[list].id)).collect();
        let those = if ids.is_empty() { "there are none".to_owned() } else { listed(&ids) };
        Refusal::because(format!("`{name}` is not {what}; name lists that are: {those}"))
    };
    names.iter().map(index).collect()
}

/// Moves a share of the votes that `givers` had to `takers`, in proportion to what those had.
fn lend(
    scenario: &mut Scenario,
    before: &[u64],
    share: Percent,
    givers: &[usize],
    takers: &[usize],
) {
    let gift = |list: usize| {
        let gift = half_up(u128::from(before[list]) * share.0, WHOLE);
        u64::try_from(gift).unwrap_or(u64::MAX)
    };
    let total = givers.iter().map(|&list| gift(list)).sum();
    let weights: Vec<u64> = takers.iter().map(|&list| before[list]).collect();
    let Some(gains) = in_proportion(total, &weights) else {
        return;
    };
    for &giver in givers {
        scenario.ballots.parties[giver] -= gift(giver);
    }
    for (&taker, gain) in takers.iter().zip(gains) {
        scenario.ballots.parties[taker] += gain;
    }
}

/// Whether `own` is below `threshold` and `band` of `base` together, exactly: with the whole part q and
/// the rest r of base·b, whether own − q − base·t < r, where the left side is a fraction of the
/// denominator of t and r one of the whole, below 1.
fn is_below_sum(own: u128, base: u128, threshold: Share, band: Percent) -> bool {
    let (numerator, denominator) = threshold.fraction();
    let (q, r) = (base * band.0 / WHOLE, base * band.0 % WHOLE);
    // Votes are below 2^64, so each product fits; where the sum of two does not, it is above the left side.
    let Some(limit) = (q * u128::from(denominator)).checked_add(base * u128::from(numerator))
    else {
        return true;
    };
    match (own * u128::from(denominator)).checked_sub(limit) {
        None => true,
        Some(over) => over < denominator.into() && over * WHOLE < r * u128::from(denominator),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_band_ends_exactly_where_it_says() {
        let below = |own, base, band: &str| {
            is_below_sum(own, base, Share::percent(5), band.parse().unwrap())
        };
        // 5 % and 2 points of 1,000 are 70 votes; of 1,010 they are 70.7.
        assert!(below(69, 1_000, "2%") && !below(70, 1_000, "2%"));
        assert!(below(70, 1_010, "2%") && !below(71, 1_010, "2%"));
        let most = u128::from(u64::MAX);
        assert!(below(most, most, "95.000000001%") && !below(most, most, "95%"));
        // A threshold of (2^64 − 2)/(2^64 − 1) of 2^64 − 1 votes and half of them are more than there are.
        let nearly_all = Share::new(u64::MAX - 1, u64::MAX).unwrap();
        assert!(is_below_sum(most, most, nearly_all, "50%".parse().unwrap()));
        assert!(!is_below_sum(most, most, nearly_all, "0%".parse().unwrap()));
    }
}
