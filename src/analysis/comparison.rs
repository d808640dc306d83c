//! A forecast beside the real result.

use crate::apportionment::Fraction;
use crate::law::AllocationError;
use crate::scenario::Scenario;

use super::{Outcome, OutcomeError, PartySummary, Summary};

/// How far a forecast is from the real result, list by list.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The lists of the forecast that were on the real ballot, in the order of the scenario.
    pub parties: Vec<PartyComparison>,
    /// The lists of the forecast, by index, that were not.
    pub without_result: Vec<usize>,
}

/// What came of one list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RealResult {
    /// Its share of the valid votes.
    pub share: Fraction,
    /// Its seats.
    pub seats: u32,
}

/// One list, forecast and real.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PartyComparison {
    /// Its index in the scenario.
    pub party: usize,
    /// The share of the valid votes that was expected of it.
    pub expected_share: Fraction,
    /// Its mean seats over the draws.
    pub mean_seats: f64,
    /// The 5th percentile of its seats.
    pub p05: u32,
    /// The 95th percentile of its seats.
    pub p95: u32,
    /// What came.
    pub real: RealResult,
}

impl PartyComparison {
    /// The mean seats less the real ones.
    pub fn seats_off(&self) -> f64 {
        self.mean_seats - f64::from(self.real.seats)
    }

    /// The expected share less the real one, in percentage points.
    pub fn points_off(&self) -> f64 {
        100.0 * (approximate(self.expected_share) - approximate(self.real.share))
    }

    /// Whether the real seats are in the 90 % interval, its ends included.
    pub const fn is_inside(&self) -> bool {
        self.p05 <= self.real.seats && self.real.seats <= self.p95
    }
}

#[expect(clippy::cast_precision_loss, reason = "a difference is shown with two decimals")]
fn approximate(fraction: Fraction) -> f64 {
    fraction.numerator as f64 / fraction.denominator as f64
}

impl Comparison {
    /// Compares the `lists` of a run, whose `expected` shares and `real` results are by party of the
    /// scenario; a party without a real result is left out.
    ///
    /// ```
    /// use kurultai::analysis::{Comparison, Estimate, PartySummary, RealResult, SeatDistribution};
    /// use kurultai::apportionment::Fraction;
    /// let never = Estimate { hits: 0, draws: 4 };
    /// let seats = SeatDistribution::new(vec![0, 1, 2, 1]); // 1 seat once, 2 twice, 3 once
    /// let list = PartySummary {
    ///     party: 0,
    ///     seats_if_admitted: seats.clone(),
    ///     seats,
    ///     passes_threshold: never,
    ///     no_seats: never,
    ///     largest: never,
    ///     majority: never,
    ///     majorities: Vec::new(),
    /// };
    /// let real = RealResult { share: Fraction::new(1, 2), seats: 4 };
    /// let comparison = Comparison::new(&[list], &[Fraction::new(2, 5)], &[Some(real)]);
    /// let [party] = comparison.parties[..] else { panic!() };
    /// assert_eq!((party.seats_off(), party.is_inside()), (-2.0, false));
    /// assert!((party.points_off() + 10.0).abs() < 1e-12);
    /// ```
    pub fn new(lists: &[PartySummary], expected: &[Fraction], real: &[Option<RealResult>]) -> Self {
        let compare = |list: &PartySummary| {
            Some(PartyComparison {
                party: list.party,
                expected_share: expected[list.party],
                mean_seats: list.seats.mean(),
                p05: list.seats.percentile(5),
                p95: list.seats.percentile(95),
                real: real[list.party]?,
            })
        };
        let without = lists.iter().map(|list| list.party).filter(|&party| real[party].is_none());
        Self {
            parties: lists.iter().filter_map(compare).collect(),
            without_result: without.collect(),
        }
    }

    /// Compares a run of `scenario` with the election that the scenario names as its result, if it names
    /// one. Its votes are allocated anew under the law and in the house of `scenario`, with lots from
    /// `seed`, and nobody has seats if nobody is admitted; lists are matched by id. Votes that a what-if
    /// changed are no forecast of that election and are not compared.
    ///
    /// # Errors
    /// [`OutcomeError`] if the real votes give no seats under this law.
    pub fn of(
        scenario: &Scenario,
        summary: &Summary,
        seed: u64,
    ) -> Result<Option<Self>, OutcomeError> {
        let result = scenario.result.as_ref().filter(|_| scenario.what_if.applied().is_empty());
        let Some(result) = result else {
            return Ok(None);
        };
        let rerun = Scenario {
            law: scenario.law,
            house: scenario.house.clone(),
            ..Scenario::clone(result)
        };
        // Under a high threshold the real votes may admit nobody where the forecast does.
        let outcome = match Outcome::of(&rerun, seed) {
            Err(OutcomeError::Allocation(AllocationError::NobodyAdmitted)) => None,
            outcome => Some(outcome?),
        };
        let seats = |at: usize| outcome.as_ref().map_or(0, |outcome| outcome.parties[at].seats);
        let real = |id: &str| {
            let at = result.parties.iter().position(|party| party.id == id)?;
            let valid = result.ballots.valid_votes().max(1);
            let share = Fraction::new(result.ballots.parties[at].into(), valid);
            Some(RealResult { share, seats: seats(at) })
        };
        let valid = scenario.ballots.valid_votes().max(1);
        let expected: Vec<Fraction> = (scenario.ballots.parties.iter())
            .map(|&votes| Fraction::new(votes.into(), valid))
            .collect();
        let real: Vec<_> = scenario.parties.iter().map(|party| real(&party.id)).collect();
        Ok(Some(Self::new(&summary.parties, &expected, &real)))
    }

    /// How many lists have their real seats in the 90 % interval.
    pub fn inside(&self) -> usize {
        self.parties.iter().filter(|party| party.is_inside()).count()
    }
}
