//! The seat bias that theory expects, rank by rank.
//!
//! In a large house, given the shares w of m lists, a list expects (r−½)(m·w − 1) seats more than its ideal
//! share under the stationary divisor method with rounding point r, and γ(w − 1/m) under largest remainders
//! with the quota V/(N+γ), |γ| <= 1 (Schuster, Pukelsheim, Drton and Draper, "Seat biases of apportionment
//! methods for proportional representation", *Electoral Studies* 22 (2003); Drton and Schwingenschlögl 2004).
//! Votes uniform on the simplex have an exact answer in every house, see [`exact`].

mod compositions;
mod seated_lists;

use crate::apportionment::Method;
use compositions::largest_parts;
use seated_lists::{by_divisor, by_quota};

/// What theory expects of the seat bias.
#[derive(Clone, Debug, PartialEq)]
pub struct BiasTheory {
    /// Whether it is the answer for this house, or that for large ones.
    pub is_exact: bool,
    /// By rank in votes, largest first: the expected seats less the ideal share.
    pub ranks: Vec<f64>,
}

/// How a method rounds, as far as theory knows.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Rounding {
    /// A divisor method with signposts s + r.
    Stationary(f64),
    /// Largest remainders with the quota V/(N+γ).
    Remainders(f64),
}

/// More lists than these have sums whose terms cancel; their theory is that of large houses.
const MOST_LISTS: usize = 12;

impl Rounding {
    /// Droop's quota and Slovakia's are whole numbers next to V/(N+1): of 10^9 votes they differ from it by
    /// less than 10^-6 parts in a house of 1,000. Imperiali's γ = 2 can award too many seats and has no
    /// theory.
    fn of(method: Method) -> Option<Self> {
        match method {
            Method::Adams => Some(Self::Stationary(0.0)),
            Method::Hare => Some(Self::Remainders(0.0)),
            Method::Droop | Method::HagenbachBischoff | Method::HagenbachBischoffRounded => {
                Some(Self::Remainders(1.0))
            }
            _ => {
                let (step, first) = method.linear_signposts()?;
                Some(Self::Stationary(f64::from(first) / f64::from(step)))
            }
        }
    }
}

/// The mean share of every rank of so many lists with votes uniform on the simplex, largest first: rank k
/// has (1/m) Σ 1/j over j from k to m.
#[expect(clippy::cast_precision_loss, reason = "at most 1,000 lists")]
pub fn uniform_shares(lists: usize) -> Vec<f64> {
    let mut sum = 0.0;
    let mut shares: Vec<f64> = (1..=lists)
        .rev()
        .map(|rank| {
            sum += 1.0 / rank as f64;
            sum / lists as f64
        })
        .collect();
    shares.reverse();
    shares
}

/// The bias in a large house, given the mean shares of all lists by rank; none where theory says nothing.
#[expect(clippy::cast_precision_loss, reason = "at most 1,000 lists")]
pub(super) fn in_large_houses(method: Method, shares: &[f64]) -> Option<BiasTheory> {
    let lists = shares.len() as f64;
    let bias: &dyn Fn(f64) -> f64 = match Rounding::of(method)? {
        Rounding::Stationary(r) => &move |share| (r - 0.5) * (lists * share - 1.0),
        Rounding::Remainders(gamma) => &move |share| gamma * (share - 1.0 / lists),
    };
    Some(BiasTheory { is_exact: false, ranks: shares.iter().map(|&share| bias(share)).collect() })
}

/// The bias with votes uniform on the simplex, exact in every house; none where theory says nothing.
///
/// All seat vectors with the same lists without seats are equally likely: how likely, [`seated_lists`]
/// tells, and the mean seats of a rank are then those of compositions of a number into positive parts. The
/// two whole-number quotas are taken for V/(N+1).
pub(super) fn exact(method: Method, lists: usize, house_size: u32) -> Option<BiasTheory> {
    if lists > MOST_LISTS {
        return None;
    }
    let chances = match Rounding::of(method)? {
        // Adams in a house smaller than the lists serves the largest ones.
        Rounding::Stationary(r) if r == 0.0 && (house_size as usize) < lists => return None,
        Rounding::Stationary(r) => by_divisor(r, lists, house_size),
        Rounding::Remainders(gamma) => by_quota(gamma, lists, house_size),
    };
    let mut ranks: Vec<f64> =
        uniform_shares(lists).iter().map(|share| -share * f64::from(house_size)).collect();
    for (seated, chance) in (1..).zip(chances) {
        if seated <= house_size as usize {
            let parts = largest_parts(seated, house_size);
            for (rank, part) in ranks.iter_mut().zip(parts) {
                *rank += chance * part;
            }
        }
    }
    Some(BiasTheory { is_exact: true, ranks })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_near(found: &[f64], expected: &[f64], tolerance: f64) {
        assert_eq!(found.len(), expected.len());
        for (found, expected) in found.iter().zip(expected) {
            assert!((found - expected).abs() < tolerance, "{found} for {expected}");
        }
    }

    #[test]
    fn shares_by_rank_of_three_lists() {
        assert_near(&uniform_shares(3), &[11.0 / 18.0, 5.0 / 18.0, 2.0 / 18.0], 1e-15);
    }

    #[test]
    fn dhondt_and_sainte_lague_have_their_known_means() {
        // Mean seats by size in a house of 145, from counting all seat vectors.
        for (lists, seats) in [
            (3, &[89.025_720, 40.193_458, 15.780_822][..]),
            (5, &[66.853_173, 37.355_433, 22.606_562, 12.773_985, 5.410_847]),
        ] {
            let ideal = uniform_shares(lists);
            let bias: Vec<f64> = seats.iter().zip(&ideal).map(|(s, w)| s - 145.0 * w).collect();
            assert_near(&exact(Method::DHondt, lists, 145).unwrap().ranks, &bias, 1e-6);
        }
        let sainte_lague = exact(Method::SainteLague, 3, 145).unwrap().ranks;
        assert_near(&sainte_lague, &[0.001_783, 0.000_314, -0.002_097], 1e-6);
    }

    #[test]
    fn bias_adds_up_to_nothing_and_tends_to_the_large_house() {
        for method in [
            Method::DHondt,
            Method::SainteLague,
            Method::Adams,
            Method::Danish,
            Method::ImperialiDivisor,
            Method::Hare,
            Method::HagenbachBischoff,
        ] {
            for lists in [2, 3, 8, 12] {
                let ours = exact(method, lists, 145).unwrap().ranks;
                // Sums of up to 12 terms near 145, whose parts cancel to 10^-16 times C(12, 6)^2.
                assert!(ours.iter().sum::<f64>().abs() < 1e-7, "{method}, {lists}: {ours:?}");
            }
            // What the edges of the simplex add is c/N + d/N² + …, so that N times it, extrapolated from two
            // houses, is c with an error that falls to a quarter when both houses double.
            let large = in_large_houses(method, &uniform_shares(4)).unwrap().ranks;
            let edges = |house_size| {
                let ours = exact(method, 4, house_size).unwrap().ranks;
                let added = ours.iter().zip(&large).map(|(ours, large)| ours - large);
                added.map(|added| added * f64::from(house_size)).collect::<Vec<_>>()
            };
            let extrapolated = |house_size| -> Vec<f64> {
                let (small, double) = (edges(house_size), edges(2 * house_size));
                small.iter().zip(&double).map(|(small, double)| 2.0 * double - small).collect()
            };
            let [coarse, fine, finest] = [500, 1_000, 2_000].map(extrapolated);
            for rank in 0..4 {
                let [first, second] =
                    [(coarse[rank] - fine[rank]).abs(), (fine[rank] - finest[rank]).abs()];
                // Rounding adds some 10^-16 of terms near N² that cancel: below 10^-4.
                assert!(second < first / 3.0 + 1e-4, "{method}: {first}, then {second}");
                assert!(second < 0.01, "{method}: {second}");
            }
        }
        assert_eq!(exact(Method::Imperiali, 3, 145), None);
        assert_eq!(in_large_houses(Method::HuntingtonHill, &uniform_shares(3)), None);
    }
}
