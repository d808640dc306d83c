//! How many lists win seats where votes are uniform on the simplex.

use super::compositions::{as_double, binomial};

/// The chance that exactly 1, 2, … of all lists have seats, under the divisor method with signposts s + r.
///
/// Votes are exponential numbers; given the price d of the last seat, a list has s > 0 seats with
/// probability e^(−d(s−1+r))(1 − e^(−d)) and none with 1 − e^(−dr). With p lists seated and z not, every
/// seat vector has the chance A·∫ x^(A−1) (1−x)^(p−1) (1−x^r)^z dx, A = N − p(1−r), x = e^(−d) from 0 to 1:
/// beta integrals once the last factor is expanded. With r = 0 (Adams) all lists are served where the
/// house is large enough, as it has to be here.
pub(super) fn by_divisor(r: f64, lists: usize, house_size: u32) -> Vec<f64> {
    let house = f64::from(house_size);
    (1..=lists)
        .map(|seated| {
            if r == 0.0 || seated > house_size as usize {
                return if r == 0.0 && seated == lists { 1.0 } else { 0.0 };
            }
            let without = lists - seated;
            let a = house - as_double(seated) * (1.0 - r);
            // C(N−1, p−1) vectors for each choice of lists; the binomial goes into the beta function,
            // (p−1)!/(x(x+1)…(x+p−1)), factor by factor.
            let beta = |x: f64| -> f64 {
                let factors = (1..seated).map(as_double);
                factors.map(|i| (house - i).max(0.0) / (x + i)).product::<f64>() / x
            };
            let mut sign = 1.0;
            let mut integral = 0.0;
            for taken in 0..=without {
                let choices = binomial(as_double(without), taken);
                integral += sign * choices * beta(a + as_double(taken) * r);
                sign = -sign;
            }
            // Where terms cancel the chance is far below what a double tells from 0.
            binomial(as_double(lists), seated) * (a * integral).max(0.0)
        })
        .collect()
}

/// The same under largest remainders with the quota V/(N+γ).
///
/// Seat vectors with the same lists without seats have cells of the same volume in the simplex, which does
/// not depend on N but by the scale (N+γ)^(1−m). So all chances follow from their sum being 1 in every
/// house: Σ c(p)·C(N−1, p−1) = (N+γ)^(m−1), and c(p) is the (p−1)-th forward difference of x^(m−1) at 1+γ.
/// With γ = 0 this is the chance that m balls thrown into N boxes occupy p of them.
pub(super) fn by_quota(gamma: f64, lists: usize, house_size: u32) -> Vec<f64> {
    let house = f64::from(house_size);
    // Δʲ xⁿ⁺¹ = (x + j) Δʲ xⁿ + j Δʲ⁻¹ xⁿ; every power is taken in units of N + γ.
    let mut differences = vec![0.0; lists];
    differences[0] = 1.0;
    for _ in 1..lists {
        for j in (0..lists).rev() {
            let lower = if j > 0 { as_double(j) * differences[j - 1] } else { 0.0 };
            differences[j] =
                ((1.0 + gamma + as_double(j)) * differences[j] + lower) / (house + gamma);
        }
    }
    let chances = differences.iter().enumerate();
    chances.map(|(j, difference)| difference * binomial(house - 1.0, j)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_near(found: &[f64], expected: &[f64]) {
        assert_eq!(found.len(), expected.len());
        for (found, expected) in found.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-12, "{found} for {expected}");
        }
    }

    #[test]
    fn ten_seats_and_three_lists() {
        // Vectors with one, two, three lists seated: 3·1, 3·9 and 36, each with its known chance.
        let chances = |one: f64, two: f64, three: f64| [3.0 * one, 27.0 * two, 36.0 * three];
        assert_near(&by_divisor(1.0, 3, 10), &chances(1.0 / 66.0, 1.0 / 66.0, 1.0 / 66.0));
        let sainte_lague = chances(1.0 / 210.0, 13.0 / 1_330.0, 8.0 / 399.0);
        assert_near(&by_divisor(0.5, 3, 10), &sainte_lague);
        assert_near(&by_quota(0.0, 3, 10), &chances(1.0 / 300.0, 1.0 / 100.0, 1.0 / 50.0));
    }

    #[test]
    fn chances_add_up_to_one() {
        for (lists, house_size) in [(2, 1), (3, 10), (8, 145), (12, 5), (12, 10_000)] {
            for chances in [
                by_divisor(1.0, lists, house_size),
                by_divisor(0.5, lists, house_size),
                by_divisor(2.0, lists, house_size),
                by_quota(0.0, lists, house_size),
                by_quota(1.0, lists, house_size),
            ] {
                let sum: f64 = chances.iter().sum();
                // Terms of up to C(12, 6)² times the rounding of a double.
                assert!((sum - 1.0).abs() < 1e-9, "{lists} in {house_size}: {chances:?}");
            }
        }
    }
}
