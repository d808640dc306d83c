//! What votes count for: multipliers over their common denominator, so that counts stay whole.

use super::Allocator;
use crate::apportionment::Method;
use crate::election::{Ballots, Multiplier, Party};
use crate::law::{Allocation, AllocationError};

impl Allocator<'_> {
    /// A quota rounded to whole votes has no meaning for multiplied ones.
    pub(super) fn check_multipliers(&self) -> Result<(), AllocationError> {
        let rounds =
            |method: &Method| matches!(method, Method::Droop | Method::HagenbachBischoffRounded);
        let inner = self.law.provisions.inner_method.unwrap_or(self.law.method);
        let rounded = [self.law.method, inner].into_iter().find(rounds);
        let multiplied = self.parties.iter().any(|party| party.multiplier.is_some());
        match rounded.filter(|_| multiplied) {
            Some(method) => Err(AllocationError::MultipliedForRoundedQuota(method)),
            None => Ok(()),
        }
    }

    /// The votes of competing lists times their multipliers, over `scale`: the threshold took them
    /// raw, quotients take them so.
    pub(in crate::law) fn effective_votes(
        &self,
        ballots: &Ballots,
        allocation: &Allocation,
    ) -> Result<Vec<u64>, AllocationError> {
        let factors = self.factors.as_ref().ok_or(AllocationError::TooManyVotes)?;
        (self.parties.iter().zip(&ballots.parties).zip(factors).zip(&allocation.admissions))
            .map(|(((party, &votes), &factor), &admission)| {
                let competing = if admission.competes() { votes } else { 0 };
                let is_multiplied = self.law.multiplier_of(party, admission).is_some();
                let factor = if is_multiplied { factor } else { self.scale };
                competing.checked_mul(factor).ok_or(AllocationError::TooManyVotes)
            })
            .collect()
    }
}

/// The least common multiple of the denominators of all multipliers.
pub(super) fn common_denominator(parties: &[Party]) -> Option<u64> {
    parties.iter().try_fold(1_u64, |multiple, party| {
        let (_, denominator) = party.multiplier.unwrap_or(Multiplier::ONE).fraction();
        let (mut a, mut b) = (multiple, u64::from(denominator));
        while b != 0 {
            (a, b) = (b, a % b);
        }
        (multiple / a).checked_mul(denominator.into())
    })
}

/// Each list's multiplier over the common denominator.
pub(super) fn factors(parties: &[Party], scale: u64) -> Option<Vec<u64>> {
    (parties.iter())
        .map(|party| {
            let (numerator, denominator) = party.multiplier.unwrap_or(Multiplier::ONE).fraction();
            (scale / u64::from(denominator)).checked_mul(numerator.into())
        })
        .collect()
}
