//! The house: how many seats it has and which majorities matter in it.

use std::fmt;
use std::str::FromStr;

use super::Share;

/// The largest house the program accepts.
pub const MAX_SEATS: u32 = 10_000;

/// How many seats make a majority: a share of the house, or a fixed number.
///
/// ```
/// use kurultai::election::MajorityRule;
/// assert_eq!(">1/2".parse::<MajorityRule>().unwrap().seats(145), 73);
/// assert_eq!(">=2/3".parse::<MajorityRule>().unwrap().seats(145), 97);
/// assert_eq!("97".parse::<MajorityRule>().unwrap().seats(145), 97);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MajorityRule {
    /// More than a share of the house.
    MoreThan(Share),
    /// At least a share of the house.
    AtLeast(Share),
    /// A fixed number of seats.
    Seats(u32),
}

impl MajorityRule {
    /// More than half of the house: the majority meant where none is named.
    pub const MORE_THAN_HALF: Self = Self::MoreThan(Share::percent(50));

    /// The smallest number of seats that satisfies the rule in a house of `house_size`.
    pub fn seats(self, house_size: u32) -> u32 {
        let whole = u128::from(house_size);
        let seats = match self {
            Self::MoreThan(share) => share.of(whole) + 1,
            Self::AtLeast(share) => {
                let (numerator, denominator) = share.fraction();
                (whole * u128::from(numerator)).div_ceil(u128::from(denominator)).max(1)
            }
            Self::Seats(seats) => u128::from(seats),
        };
        u32::try_from(seats).unwrap_or(u32::MAX)
    }
}

impl fmt::Display for MajorityRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fraction = |share: &Share| {
            let (numerator, denominator) = share.fraction();
            format!("{numerator}/{denominator}")
        };
        match self {
            Self::MoreThan(share) => write!(f, ">{}", fraction(share)),
            Self::AtLeast(share) => write!(f, ">={}", fraction(share)),
            Self::Seats(seats) => write!(f, "{seats}"),
        }
    }
}

impl FromStr for MajorityRule {
    type Err = HouseError;

    fn from_str(text: &str) -> Result<Self, HouseError> {
        let malformed = || HouseError::MalformedMajority(text.to_owned());
        let share = |text: &str| text.trim().parse::<Share>().map_err(|_| malformed());
        if let Some(rest) = text.strip_prefix(">=") {
            Ok(Self::AtLeast(share(rest)?))
        } else if let Some(rest) = text.strip_prefix('>') {
            Ok(Self::MoreThan(share(rest)?))
        } else if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
            Ok(Self::Seats(text.parse().map_err(|_| malformed())?))
        } else {
            Err(malformed())
        }
    }
}

/// A named majority of a house, such as `simple`: 73 of 145 seats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Majority {
    /// The name the scenario gives it.
    pub name: String,
    /// How many seats make it.
    pub rule: MajorityRule,
}

/// A house: its size and its named majorities, in the order they were given.
///
/// ```
/// use kurultai::election::House;
/// let house = House::new(145).unwrap();
/// assert_eq!(house.majorities(), [("simple", 73)]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct House {
    seats: u32,
    majorities: Vec<Majority>,
}

/// What is wrong with a house.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HouseError {
    /// No seats, or more than [`MAX_SEATS`].
    #[error("a house of {0} seats is not possible: give a whole number from 1 to {MAX_SEATS}")]
    Size(u64),
    /// Not a majority.
    #[error("`{0}` is not a majority: write `>1/2`, `>=2/3`, `>50%`, or a whole number of seats")]
    MalformedMajority(String),
    /// A majority nobody can have, or everybody has.
    #[error(
        "the majority `{name}` would need {needed} of {seats} seats: it must need at least 1 and at \
         most all of them"
    )]
    MajorityOutOfRange {
        /// Its name.
        name: String,
        /// The seats it needs.
        needed: u32,
        /// The seats there are.
        seats: u32,
    },
}

impl House {
    /// A house with the simple majority alone.
    ///
    /// # Errors
    /// [`HouseError::Size`] unless `seats` is from 1 to [`MAX_SEATS`].
    pub fn new(seats: u32) -> Result<Self, HouseError> {
        let rule = MajorityRule::MORE_THAN_HALF;
        let simple = Majority { name: "simple".to_owned(), rule };
        Self::with_majorities(seats, vec![simple])
    }

    /// A house with these majorities.
    ///
    /// # Errors
    /// [`HouseError`] for an impossible size or a majority outside 1 to `seats`.
    pub fn with_majorities(seats: u32, majorities: Vec<Majority>) -> Result<Self, HouseError> {
        if seats == 0 || seats > MAX_SEATS {
            return Err(HouseError::Size(seats.into()));
        }
        for majority in &majorities {
            let needed = majority.rule.seats(seats);
            if needed == 0 || needed > seats {
                return Err(HouseError::MajorityOutOfRange {
                    name: majority.name.clone(),
                    needed,
                    seats,
                });
            }
        }
        Ok(Self { seats, majorities })
    }

    /// The same majorities, by their rules, in a house of another size.
    ///
    /// # Errors
    /// As [`House::with_majorities`].
    pub fn resized(&self, seats: u32) -> Result<Self, HouseError> {
        Self::with_majorities(seats, self.majorities.clone())
    }

    /// The house size.
    pub const fn seats(&self) -> u32 {
        self.seats
    }

    /// The seats that are more than half of the house.
    ///
    /// ```
    /// use kurultai::election::House;
    /// assert_eq!([9, 10].map(|seats| House::new(seats).unwrap().more_than_half()), [5, 6]);
    /// ```
    pub fn more_than_half(&self) -> u32 {
        MajorityRule::MORE_THAN_HALF.seats(self.seats)
    }

    /// Each majority's name and the seats it needs.
    pub fn majorities(&self) -> Vec<(&str, u32)> {
        self.majorities
            .iter()
            .map(|majority| (majority.name.as_str(), majority.rule.seats(self.seats)))
            .collect()
    }
}
