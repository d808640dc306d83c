//! What the votes are to be turned into seats by: lists, threshold, house size and rule.

/// A rule that hands out the seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// A divisor method with linear signposts: the quotient of the (s+1)-th seat is
    /// v/(`step`·s + `first`). D'Hondt 1 and 1, Sainte-Laguë 2 and 1, stationary p/q q and p.
    Divisor {
        /// From one divisor to the next; 1 to 2²⁰.
        step: u32,
        /// The first divisor; 1 to 2²⁰.
        first: u32,
    },
    /// Largest remainders with the quota votes/seats.
    Hare,
}

/// The least share of the base that admits a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Threshold {
    /// Numerator of the share.
    pub numerator: u32,
    /// Denominator of the share.
    pub denominator: u32,
    /// Whether a list with exactly this share is kept out.
    pub exceed: bool,
}

/// A list that can win seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct List {
    /// Its place among the options.
    pub option: usize,
    /// Whether the threshold does not apply to it.
    pub exempt: bool,
}

/// A contest for the seats of a house.
#[derive(Clone, Debug, PartialEq)]
pub struct Contest {
    pub(super) lists: Vec<List>,
    pub(super) threshold: Threshold,
    /// The options whose votes are the base of the threshold.
    pub(super) base: Vec<usize>,
    /// Votes in the base that no option has, such as invalid ones.
    pub(super) constant: f64,
    pub(super) seats: u32,
    pub(super) rule: Rule,
}

/// Why a contest cannot be allocated in lanes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContestError {
    /// There is no list.
    NoLists,
    /// The house must have 1 to 10,000 seats.
    HouseSize,
    /// A threshold must be a share from 0 to 1 with a denominator from 1 to 2³¹.
    NotAThreshold,
    /// Divisors must be from 1 to 2²⁰.
    NotADivisor,
    /// The constant part of the base must be below 2⁵².
    ConstantTooLarge,
}

impl Contest {
    /// A contest for `seats` seats.
    ///
    /// # Errors
    /// If a number is outside the range in which the bounds of the kernel hold.
    pub fn new(
        lists: Vec<List>,
        threshold: Threshold,
        base: Vec<usize>,
        constant: u64,
        seats: u32,
        rule: Rule,
    ) -> Result<Self, ContestError> {
        let Threshold { numerator, denominator, .. } = threshold;
        if lists.is_empty() {
            return Err(ContestError::NoLists);
        }
        if !(1..=10_000).contains(&seats) {
            return Err(ContestError::HouseSize);
        }
        if !(1..=1 << 31).contains(&denominator) || numerator > denominator {
            return Err(ContestError::NotAThreshold);
        }
        if let Rule::Divisor { step, first } = rule
            && !((1..=1 << 20).contains(&step) && (1..=1 << 20).contains(&first))
        {
            return Err(ContestError::NotADivisor);
        }
        if constant >= 1 << 52 {
            return Err(ContestError::ConstantTooLarge);
        }
        #[expect(clippy::cast_precision_loss, reason = "below 2^52")]
        let constant = constant as f64;
        Ok(Self { lists, threshold, base, constant, seats, rule })
    }

    /// The lists, in the order of the seats of an outcome.
    #[must_use]
    pub fn lists(&self) -> &[List] {
        &self.lists
    }

    /// The house size.
    #[must_use]
    pub fn seats(&self) -> u32 {
        self.seats
    }
}
