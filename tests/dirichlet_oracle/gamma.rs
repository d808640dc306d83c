//! The gamma law to about 14 digits: density, and both tails.
//!
//! Everything hangs on p(α, x) = xᵅe⁻ˣ/Γ(α + 1), which is written so that nothing large cancels
//! (Loader 2000, "Fast and accurate computation of binomial probabilities"). `statrs` takes the
//! exponential of α ln x − x − ln Γ(α), whose terms reach 3,000 at α = 500: the tests below say how many
//! digits that costs.

use std::f64::consts::TAU;

/// Gamma variables of one shape α > 0 and scale 1.
#[derive(Clone, Copy, Debug)]
pub(crate) struct GammaLaw {
    alpha: f64,
}

/// The probabilities of the two sides of a number, each to its own relative accuracy.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sides {
    pub(crate) below: f64,
    pub(crate) above: f64,
}

impl Sides {
    const START: Self = Self { below: 0.0, above: 1.0 };

    /// The probability between two numbers, from the side where it cancels less.
    pub(crate) fn until(self, end: Self) -> f64 {
        if self.below < 0.5 { end.below - self.below } else { self.above - end.above }
    }
}

impl GammaLaw {
    pub(crate) fn new(alpha: f64) -> Self {
        Self { alpha }
    }

    /// The density at x > 0.
    pub(crate) fn density(self, x: f64) -> f64 {
        self.alpha / x * self.peak(x)
    }

    /// The probabilities below and above x >= 0.
    pub(crate) fn sides(self, x: f64) -> Sides {
        if x <= 0.0 {
            return Sides::START;
        }
        if x < self.alpha + 1.0 {
            let below = self.peak(x) * self.series(x);
            Sides { below, above: 1.0 - below }
        } else {
            let above = self.alpha * self.peak(x) * self.fraction(x);
            Sides { below: 1.0 - above, above }
        }
    }

    /// The number below which the probability is at most `bound`, or above which if not `below`,
    /// to within a factor of 1.01.
    pub(crate) fn quantile(self, bound: f64, below: bool) -> f64 {
        let (mut inside, mut factor) = (self.alpha, 0.5);
        let outside = |x: f64| {
            let sides = self.sides(x);
            (if below { sides.below } else { sides.above }) <= bound
        };
        while factor > 0.005 {
            let next = if below { inside * (1.0 - factor) } else { inside * (1.0 + factor) };
            if outside(next) {
                factor /= 2.0;
            } else {
                inside = next;
            }
        }
        if below { inside * 0.99 } else { inside * 1.01 }
    }

    /// xᵅe⁻ˣ/Γ(α + 1).
    fn peak(self, x: f64) -> f64 {
        let Self { alpha } = self;
        if alpha >= 16.0 {
            let exponent = -distance(x, alpha) - stirling_error(alpha);
            return exponent.exp() / (TAU * alpha).sqrt();
        }
        // Γ(α + 1) = Γ(a + 1)/((α + 1)…a), so that Stirling's series starts from a >= 16.
        let (mut a, mut product) = (alpha, 1.0);
        while a < 16.0 {
            a += 1.0;
            product *= a;
        }
        let ln_gamma = a * a.ln() - a + stirling_error(a) + ((TAU * a).sqrt() / product).ln();
        (alpha * x.ln() - x - ln_gamma).exp()
    }

    /// P(α, x)/p(α, x) = 1 + x/(α + 1) + x²/((α + 1)(α + 2)) + …
    fn series(self, x: f64) -> f64 {
        let (mut term, mut sum, mut a) = (1.0, 1.0, self.alpha);
        while term > sum * 1e-17 {
            a += 1.0;
            term *= x / a;
            sum += term;
        }
        sum
    }

    /// Q(α, x)/(α·p(α, x)), Legendre's continued fraction by Lentz's method.
    fn fraction(self, x: f64) -> f64 {
        let mut denominator = x + 1.0 - self.alpha;
        // Ratios of successive numerators, and of successive denominators the other way up.
        let (mut up, mut down) = (f64::INFINITY, 1.0 / denominator);
        let mut value = down;
        for n in (1..100_000_u32).map(f64::from) {
            let numerator = n * (self.alpha - n);
            denominator += 2.0;
            down = 1.0 / (numerator * down + denominator);
            up = denominator + numerator / up;
            value *= up * down;
            if (up * down - 1.0).abs() < 1e-16 {
                break;
            }
        }
        value
    }
}

/// a ln(a/x) + x − a, also where x is near a.
fn distance(x: f64, a: f64) -> f64 {
    let v = (x - a) / (x + a);
    if v.abs() > 0.1 {
        return a * (a / x).ln() + x - a;
    }
    // ln(a/x) = −2(v + v³/3 + …), and −2av + x − a = (x − a)v.
    let (mut power, mut sum) = (v, 0.0);
    for odd in (3..).step_by(2) {
        power *= v * v;
        let term = power / f64::from(odd);
        sum += term;
        if term.abs() <= f64::EPSILON * v.abs() * 1e-3 {
            break;
        }
    }
    (x - a) * v - 2.0 * a * sum
}

/// ln a! − ln(√(2πa)(a/e)ᵃ) for a >= 16; the next term of the series is below 1e-14·a⁻².
fn stirling_error(a: f64) -> f64 {
    let square = a * a;
    (1.0 / 12.0
        - (1.0 / 360.0 - (1.0 / 1260.0 - (1.0 / 1680.0 - 1.0 / 1188.0 / square) / square) / square)
            / square)
        / a
}

#[cfg(test)]
mod tests {
    use super::*;
    use statrs::function::gamma::{gamma_lr, gamma_ur};

    fn differ(found: f64, expected: f64) -> f64 {
        (found / expected - 1.0).abs()
    }

    /// For whole α the law counts events of a Poisson process: Q(α, x) = Σ e⁻ˣxᵏ/k! for k < α.
    #[test]
    fn whole_shapes_are_poisson_sums() {
        for (alpha, xs) in [(1_u32, [1e-6_f64, 0.3, 2.5, 30.0]), (5, [0.2, 3.0, 6.5, 40.0])] {
            for x in xs {
                let (mut term, mut above) = ((-x).exp(), 0.0);
                for k in 0..alpha {
                    above += term;
                    term *= x / f64::from(k + 1);
                }
                let mut below = 0.0;
                for k in alpha..alpha + 200 {
                    below += term;
                    term *= x / f64::from(k + 1);
                }
                let sides = GammaLaw::new(f64::from(alpha)).sides(x);
                assert!(differ(sides.above, above) < 1e-13, "{alpha} {x}: {sides:?} {above}");
                assert!(differ(sides.below, below) < 1e-13, "{alpha} {x}: {sides:?} {below}");
            }
        }
    }

    /// Γ(1/2) = √π, and P(1/2, x) + e⁻ˣ√x/Γ(3/2)·(−1) = P(3/2, x): the recurrence that no two methods
    /// here share, since the two shapes shift Stirling's series differently.
    #[test]
    fn neighbouring_shapes_fit_together() {
        for alpha in [0.1, 0.5, 3.7, 15.5, 21.3, 102.0, 539.2] {
            for x in [0.6, 0.9, 1.0, 1.1, 1.5].map(|factor| factor * (alpha + 0.2)) {
                let (law, next) = (GammaLaw::new(alpha), GammaLaw::new(alpha + 1.0));
                let step = law.peak(x);
                let below = law.sides(x).below - next.sides(x).below;
                let above = next.sides(x).above - law.sides(x).above;
                // The differences of two probabilities near 1 have an error of 1e-16 each.
                let tolerance = |step: f64| 1e-13 * step + 1e-14;
                assert!((below - step).abs() < tolerance(step), "{alpha} {x}: {below} {step}");
                assert!((above - step).abs() < tolerance(step), "{alpha} {x}: {above} {step}");
            }
        }
        let root = std::f64::consts::PI.sqrt();
        assert!(differ(GammaLaw::new(0.5).density(1.0), (-1.0_f64).exp() / root) < 1e-14);
    }

    /// `statrs` agrees as far as its own error goes: the terms of its exponent, up to α ln α, are each
    /// right to 2⁻⁵³, and its ln Γ to about 1e-15 of itself.
    #[test]
    fn other_people_find_the_same() {
        for alpha in [0.1_f64, 0.3, 1.0, 2.5, 21.3, 102.0, 539.2, 1000.0] {
            let tolerance = 1e-13 + 4e-15 * alpha * (1.0 + alpha).ln();
            for x in [0.5, 0.8, 0.95, 1.0, 1.05, 1.3, 2.0].map(|factor| factor * alpha) {
                let sides = GammaLaw::new(alpha).sides(x);
                let (below, above) = (gamma_lr(alpha, x), gamma_ur(alpha, x));
                assert!((sides.below - below).abs() < tolerance, "{alpha} {x}: {sides:?} {below}");
                assert!((sides.above - above).abs() < tolerance, "{alpha} {x}: {sides:?} {above}");
            }
        }
    }

    #[test]
    fn quantiles_leave_less_outside() {
        for alpha in [0.5, 3.0, 1000.0] {
            let law = GammaLaw::new(alpha);
            let (low, high) = (law.quantile(1e-17, true), law.quantile(1e-17, false));
            assert!(law.sides(low).below <= 1.01e-17 && law.sides(high).above <= 1.01e-17);
            assert!(law.sides(low * 1.03).below > 1e-17 && law.sides(high / 1.03).above > 1e-17);
        }
    }
}
