//! The power index of Banzhaf and Penrose.

use super::{PowerCount, PowerError};
use crate::apportionment::Fraction;

/// Swings of every list, exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Banzhaf {
    swings: Vec<u128>,
    /// The sets of lists with seats that leave one of them out, 2^(m−1).
    sets: u128,
}

/// Counts the swings of lists with these `seats` when a majority needs `quota` of them: η, the sets of other
/// lists that do not win, and do with the list.
///
/// Penrose, "The elementary statistics of majority voting", *Journal of the Royal Statistical Society* 109
/// (1946); Banzhaf, "Weighted voting doesn't work", *Rutgers Law Review* 19 (1965).
///
/// # Errors
/// [`PowerError`] for more lists with seats than [`MAX_POWER_LISTS`](super::MAX_POWER_LISTS).
///
/// ```
/// use kurultai::measures::power::banzhaf;
/// // The Council of the European Economic Community, 1958: Luxembourg never decided.
/// let council = banzhaf(&[4, 4, 4, 2, 2, 1], 12)?;
/// let normalised: Vec<String> = council.normalised().iter().map(ToString::to_string).collect();
/// assert_eq!(normalised, ["5/21", "5/21", "5/21", "1/7", "1/7", "0"]);
/// assert_eq!(council.absolute()[0].to_string(), "5/16");
/// # Ok::<(), kurultai::measures::power::PowerError>(())
/// ```
pub fn banzhaf(seats: &[u32], quota: u32) -> Result<Banzhaf, PowerError> {
    let mut count = PowerCount::default();
    count.count(seats, quota)?;
    Ok(count.banzhaf())
}

impl Banzhaf {
    /// The swings of each list; 0 for one that never decides.
    pub fn swings(&self) -> &[u128] {
        &self.swings
    }

    /// The normalised index, η over the swings of all lists: the values sum to 1, or are all 0 if nobody
    /// ever decides.
    pub fn normalised(&self) -> Vec<Fraction> {
        self.over(self.swings.iter().sum())
    }

    /// The absolute index of Penrose, η / 2^(m−1) for m lists with seats: the chance to decide when all
    /// others toss a coin. The values need not sum to 1.
    pub fn absolute(&self) -> Vec<Fraction> {
        self.over(self.sets)
    }

    fn over(&self, whole: u128) -> Vec<Fraction> {
        self.swings.iter().map(|&swings| Fraction::new(swings, whole.max(1))).collect()
    }
}

impl PowerCount {
    /// The Banzhaf indices of the last count.
    pub fn banzhaf(&self) -> Banzhaf {
        Banzhaf { swings: self.swings().to_vec(), sets: 1 << self.players().saturating_sub(1) }
    }
}
