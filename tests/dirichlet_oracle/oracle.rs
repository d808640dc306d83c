//! Distributions of seats under Dirichlet votes and stationary divisors, without chance.
//!
//! Dirichlet shares are independent Xᵢ ~ Gamma(αᵢ) over their sum, and seats do not depend on the sum.
//! Let d be the N-th largest of all quotients Xᵢ/(k − 1 + r). List i has s seats if s of its quotients
//! are at least d: Xᵢ from d(s − 1 + r) to d(s + r), and from 0 if s = 0. The list j that wins the last
//! seat has Xⱼ = d(sⱼ − 1 + r), so
//! P(s) = Σⱼ ∫ (sⱼ − 1 + r) fⱼ(d(sⱼ − 1 + r)) Πᵢ≠ⱼ [Fᵢ(d(sᵢ + r)) − Fᵢ(d(sᵢ − 1 + r))] dd.
//! Sums over seat vectors are products of polynomials at every d.
//!
//! **Quadrature.** The trapezoidal rule in u = ln d. The integrand is entire in u but for the factor
//! e^(Au) and falls off at both ends, so the error falls exponentially in the number of nodes; that is
//! seen by doubling them. **Ends.** With the sum G ~ Gamma(A), lists with seats have Xᵢ >= d(sᵢ − 1 + r),
//! which gives G >= d(N − m(1 − r)), and all have Xᵢ < d(sᵢ + r), which gives G < d(N + mr). So d lies
//! between outermost quantiles of G over these two numbers; outside is a probability of 2·10⁻¹⁷.

use super::gamma::GammaLaw;
use super::seat_polynomial::SeatPolynomial;

/// Nodes that suffice for 10 digits; the tests double them.
pub(crate) const NODES: usize = 320;

const OUTSIDE: f64 = 1e-17;

/// An election at every node.
#[derive(Clone, Debug)]
pub(crate) struct Oracle {
    seats: usize,
    nodes: Vec<Node>,
}

#[derive(Clone, Debug)]
struct Node {
    weight: f64,
    lists: Vec<SeatPolynomial>,
}

impl Oracle {
    /// The election with these α, the divisors r, 1 + r, 2 + r, … with r = `rounding` > 0, and
    /// `seats` in the house; at least as many as lists.
    pub(crate) fn new(alphas: &[f64], rounding: f64, seats: usize, nodes: usize) -> Self {
        let (house, lists) = (seats as f64, alphas.len() as f64);
        let sum = GammaLaw::new(alphas.iter().sum());
        let low = (sum.quantile(OUTSIDE, true) / (house + lists * rounding)).ln();
        let high = (sum.quantile(OUTSIDE, false) / (house - lists * (1.0 - rounding))).ln();
        let step = (high - low) / (nodes - 1) as f64;
        let node = |number: usize| {
            let d = (low + number as f64 * step).exp();
            let list = |&alpha: &f64| seats_at(d, GammaLaw::new(alpha), rounding, seats);
            // dd = d du.
            Node { weight: d * step, lists: alphas.iter().map(list).collect() }
        };
        Self { seats, nodes: (0..nodes).map(node).collect() }
    }

    /// The probability of a seat vector.
    pub(crate) fn vector(&self, vector: &[usize]) -> f64 {
        self.integrate(|lists| {
            let terms = || lists.iter().zip(vector).map(|(list, &seats)| list.at(seats));
            let others = |j| terms().enumerate().filter(move |&(i, _)| i != j);
            let product = |j| others(j).map(|(_, (settled, _))| settled).product::<f64>();
            terms().enumerate().map(|(j, (_, last))| last * product(j)).sum()
        })
    }

    /// For every list, the probabilities of 0, 1, 2, … seats.
    pub(crate) fn marginals(&self) -> Vec<Vec<f64>> {
        let count = self.nodes[0].lists.len();
        let mut marginals = vec![vec![0.0; self.seats + 1]; count];
        for Node { weight, lists } in &self.nodes {
            let nobody = SeatPolynomial::nobody(self.seats);
            // After i: the lists from i on.
            let mut after = vec![nobody.clone()];
            for list in lists.iter().skip(1).rev() {
                after.push(list.with(&after[after.len() - 1]));
            }
            let mut before = nobody;
            for (list, marginal) in lists.iter().zip(&mut marginals) {
                let rest = before.with(&after.pop().expect("one for each list"));
                for (seats, probability) in marginal.iter_mut().enumerate() {
                    *probability += weight * list.share_of_house(&rest, seats);
                }
                before = before.with(list);
            }
        }
        marginals
    }

    /// The probabilities that the `members` have 0, 1, 2, … seats together.
    pub(crate) fn coalition(&self, members: &[usize]) -> Vec<f64> {
        let mut distribution = vec![0.0; self.seats + 1];
        for Node { weight, lists } in &self.nodes {
            let (mut inside, mut outside) =
                (SeatPolynomial::nobody(self.seats), SeatPolynomial::nobody(self.seats));
            for (number, list) in lists.iter().enumerate() {
                let side = if members.contains(&number) { &mut inside } else { &mut outside };
                *side = side.with(list);
            }
            for (seats, probability) in distribution.iter_mut().enumerate() {
                *probability += weight * inside.share_of_house(&outside, seats);
            }
        }
        distribution
    }

    /// The probabilities that 0, 1, 2, … lists have seats.
    pub(crate) fn lists_with_seats(&self) -> Vec<f64> {
        let count = self.nodes[0].lists.len();
        let mut distribution = vec![0.0; count + 1];
        for Node { weight, lists } in &self.nodes {
            // By number of lists with seats.
            let mut so_far = vec![SeatPolynomial::nobody(self.seats)];
            for list in lists {
                let (none, some) = (list.restricted(|s| s == 0), list.restricted(|s| s > 0));
                let mut next = vec![SeatPolynomial::zero(self.seats + 1); so_far.len() + 1];
                for (number, lists) in so_far.iter().enumerate() {
                    next[number].add_product(&none, lists);
                    next[number + 1].add_product(&some, lists);
                }
                so_far = next;
            }
            for (probability, lists) in distribution.iter_mut().zip(&so_far) {
                *probability += weight * lists.full_house();
            }
        }
        distribution
    }

    /// The probability that some list has at least `seats`.
    pub(crate) fn some_list_has(&self, seats: usize) -> f64 {
        let none = self.integrate(|lists| {
            let product = lists.iter().fold(SeatPolynomial::nobody(self.seats), |so_far, list| {
                so_far.with(&list.restricted(|held| held < seats))
            });
            product.full_house()
        });
        1.0 - none
    }

    /// The probabilities that the largest list has 0, 1, 2, … seats.
    pub(crate) fn largest_list(&self) -> Vec<f64> {
        let at_least: Vec<f64> =
            (0..=self.seats + 1).map(|seats| self.some_list_has(seats)).collect();
        at_least.windows(2).map(|pair| (pair[0] - pair[1]).max(0.0)).collect()
    }

    fn integrate(&self, density: impl Fn(&[SeatPolynomial]) -> f64) -> f64 {
        self.nodes.iter().map(|node| node.weight * density(&node.lists)).sum()
    }
}

/// One list when the last quotient is d.
fn seats_at(d: f64, law: GammaLaw, rounding: f64, seats: usize) -> SeatPolynomial {
    let divisors: Vec<f64> = (0..=seats).map(|won| won as f64 + rounding).collect();
    let mut from = law.sides(0.0);
    let settled = divisors.iter().map(|divisor| {
        let to = law.sides(d * divisor);
        let probability = from.until(to);
        from = to;
        probability
    });
    let settled = settled.collect();
    let last = divisors[..seats].iter().map(|divisor| divisor * law.density(d * divisor));
    SeatPolynomial::new(settled, std::iter::once(0.0).chain(last).collect())
}
