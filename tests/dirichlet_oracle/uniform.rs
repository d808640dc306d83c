//! Closed forms for votes uniform on the simplex (Dirichlet of ones).
//!
//! With Xᵢ exponential the integral over d is elementary: put x = e^(−d) and S = N − (m − z)(1 − r), the
//! sum of sⱼ − 1 + r over the m − z lists with seats. The probability of a seat vector is
//! S ∫ x^(S−1) (1 − x)^(m−z−1) (1 − x^r)^z dx from 0 to 1: it depends on the number z of lists without
//! seats only, and for r = 1 not even on that. With r = p/q and x = y^q every factor contains 1 − y, and
//! what is left is a polynomial with positive coefficients wₖ: the integral is qS·Σ wₖ·B(qS + k, m), in
//! which nothing cancels. All else is counting.

/// m lists, N seats and the divisors p/q, 1 + p/q, …: `first` and `step` of the method.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Uniform {
    pub(crate) lists: usize,
    pub(crate) seats: usize,
    pub(crate) step: usize,
    pub(crate) first: usize,
}

impl Uniform {
    /// The probability of any one seat vector in which `none` lists have no seats.
    pub(crate) fn vector(self, none: usize) -> f64 {
        let seated = self.lists - none;
        let paid = self.step * self.seats - seated * (self.step - self.first);
        // (1 + y + … + y^(q−1))^(m−z−1) (1 + y + … + y^(p−1))^z.
        let factors = std::iter::repeat_n(self.step, seated - 1);
        let factors = factors.chain(std::iter::repeat_n(self.first, none));
        let rest = factors.fold(vec![1.0], |polynomial, terms| {
            let mut product = vec![0.0; polynomial.len() + terms - 1];
            for shift in 0..terms {
                for (sum, term) in product[shift..].iter_mut().zip(&polynomial) {
                    *sum += term;
                }
            }
            product
        });
        let term = |(k, weight): (usize, &f64)| weight * beta(paid + k, self.lists);
        paid as f64 * rest.iter().enumerate().map(term).sum::<f64>()
    }

    /// The probability that a given list has `held` seats.
    pub(crate) fn list_has(self, held: usize) -> f64 {
        let others = self.lists - 1;
        let vectors = |none| ways(self.seats - held, others, none);
        let without = usize::from(held == 0);
        (0..=others).map(|none| vectors(none) * self.vector_or_nothing(none + without)).sum()
    }

    /// The probability that `with` lists have seats.
    pub(crate) fn lists_with_seats(self, with: usize) -> f64 {
        let none = self.lists - with;
        ways(self.seats, self.lists, none) * self.vector_or_nothing(none)
    }

    /// The probability that some list has at least `needed` seats, more than half of them: only one
    /// can.
    pub(crate) fn some_list_has(self, needed: usize) -> f64 {
        assert!(2 * needed > self.seats);
        self.lists as f64 * (needed..=self.seats).map(|held| self.list_has(held)).sum::<f64>()
    }

    fn vector_or_nothing(self, none: usize) -> f64 {
        if none == self.lists { 0.0 } else { self.vector(none) }
    }
}

/// Seat vectors of `lists` lists with `seats` seats of which `none` lists have none.
fn ways(seats: usize, lists: usize, none: usize) -> f64 {
    let seated = lists - none;
    match (seats, seated) {
        (0, 0) => 1.0,
        (0, _) | (_, 0) => 0.0,
        _ => choose(lists, none) * choose(seats - 1, seated - 1),
    }
}

/// Binomial coefficients, exact below 2⁵³.
pub(crate) fn choose(n: usize, k: usize) -> f64 {
    if k > n {
        return 0.0;
    }
    (0..k).fold(1.0, |product, i| product * (n - i) as f64 / (i + 1) as f64)
}

/// B(a, n) = (n − 1)!/(a(a + 1)…(a + n − 1)).
fn beta(a: usize, n: usize) -> f64 {
    (1..n).fold(1.0 / a as f64, |product, i| product * i as f64 / (a + i) as f64)
}
