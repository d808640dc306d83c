//! Ways to have 0, 1, 2, … seats together, at a given N-th largest quotient.

/// Coefficient s belongs to s seats.
#[derive(Clone, Debug)]
pub(crate) struct SeatPolynomial {
    /// Probability that the lists have s quotients of at least d.
    settled: Vec<f64>,
    /// Density at d of the last of these s quotients being d itself.
    last: Vec<f64>,
}

impl SeatPolynomial {
    /// For one list, or for some lists after others.
    pub(crate) fn new(settled: Vec<f64>, last: Vec<f64>) -> Self {
        Self { settled, last }
    }

    /// For no list, in a house of `seats`: no seat.
    pub(crate) fn nobody(seats: usize) -> Self {
        let mut settled = vec![0.0; seats + 1];
        settled[0] = 1.0;
        Self { settled, last: vec![0.0; seats + 1] }
    }

    /// For the lists of both together.
    pub(crate) fn with(&self, other: &Self) -> Self {
        let mut product = Self::zero(self.settled.len());
        product.add_product(self, other);
        product
    }

    pub(crate) fn zero(coefficients: usize) -> Self {
        Self { settled: vec![0.0; coefficients], last: vec![0.0; coefficients] }
    }

    /// Adds the product: the last quotient belongs to one of both.
    pub(crate) fn add_product(&mut self, one: &Self, other: &Self) {
        add_convolution(&mut self.settled, &one.settled, &other.settled);
        add_convolution(&mut self.last, &one.last, &other.settled);
        add_convolution(&mut self.last, &one.settled, &other.last);
    }

    /// Only the coefficients of seats that are `kept`.
    pub(crate) fn restricted(&self, kept: impl Fn(usize) -> bool) -> Self {
        let part = |coefficients: &[f64]| -> Vec<f64> {
            let kept = coefficients.iter().enumerate().map(|(s, &c)| if kept(s) { c } else { 0.0 });
            kept.collect()
        };
        Self { settled: part(&self.settled), last: part(&self.last) }
    }

    /// The density that all seats are given when the last quotient is d.
    pub(crate) fn full_house(&self) -> f64 {
        self.last[self.last.len() - 1]
    }

    /// The same with `seats` of them here and the others with the rest.
    pub(crate) fn share_of_house(&self, rest: &Self, seats: usize) -> f64 {
        let others = self.last.len() - 1 - seats;
        self.last[seats] * rest.settled[others] + self.settled[seats] * rest.last[others]
    }

    /// Probability and density of exactly `seats`.
    pub(crate) fn at(&self, seats: usize) -> (f64, f64) {
        (self.settled[seats], self.last[seats])
    }
}

/// Adds the product of two polynomials, up to the degree that there is room for.
fn add_convolution(sum: &mut [f64], one: &[f64], other: &[f64]) {
    for (shift, &factor) in one.iter().enumerate() {
        // Below this nothing is left of a product in a probability.
        if factor > 1e-200 {
            for (sum, term) in sum[shift..].iter_mut().zip(other) {
                *sum += factor * term;
            }
        }
    }
}
