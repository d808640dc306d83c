//! The three ways of undecided respondents, and whole votes.

use super::pooled::UndecidedRule;
use super::pooling::Pool;
use super::share::{PooledShare, in_proportion, whole};

/// How the undecided vote, with what the way needs.
#[derive(Clone, Debug)]
pub(in super::super) enum Split {
    /// As the decided.
    Proportional,
    /// By these shares, one each option; they need not add up to anything.
    Previous(Vec<u128>),
    /// By a Dirichlet with these α, one each option.
    Dirichlet(Vec<f64>),
}

impl Split {
    pub(in super::super) const fn rule(&self) -> UndecidedRule {
        match self {
            Self::Proportional => UndecidedRule::Proportional,
            Self::Previous(_) => UndecidedRule::Previous,
            Self::Dirichlet(_) => UndecidedRule::Dirichlet,
        }
    }

    /// The expected shares, which add up to 1: (1−u)·d + u·q with what the undecided are expected to vote
    /// for, q; a Dirichlet counts by its mean α/Σα, α to three decimals.
    pub(super) fn expected(&self, pool: &Pool) -> Vec<PooledShare> {
        let decided: Vec<u128> =
            pool.decided.iter().map(|share| share.unwrap_or_default().trillionths()).collect();
        let split = match self {
            Self::Proportional => return decided.into_iter().map(PooledShare).collect(),
            Self::Previous(weights) => whole(weights),
            Self::Dirichlet(alphas) => {
                whole(&alphas.iter().map(|&alpha| thousandths(alpha)).collect::<Vec<_>>())
            }
        };
        let undecided = pool.undecided.trillionths();
        let weights: Vec<u128> = (decided.iter().zip(split))
            .map(|(decided, split)| {
                (PooledShare::WHOLE.0 - undecided) * decided + undecided * split.trillionths()
            })
            .collect();
        whole(&weights)
    }
}

/// α in thousandths.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "α is from 0 to 10⁶, checked where it is read"
)]
fn thousandths(alpha: f64) -> u128 {
    (alpha * 1000.0).round() as u128
}

/// Whole votes by these shares, `valid` together: largest remainders, the earlier of equal ones first.
pub(in super::super) fn votes(expected: &[PooledShare], valid: u64) -> Vec<u64> {
    let weights: Vec<u128> = expected.iter().map(|share| share.trillionths()).collect();
    let votes = in_proportion(&weights, valid.into());
    votes.into_iter().map(|votes| u64::try_from(votes).unwrap_or(u64::MAX)).collect()
}
