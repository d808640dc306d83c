//! Shares of votes and of seats, side by side.

/// Votes and seats of the lists of one allocation, ready to be compared as shares.
///
/// Both slices run over the same lists. The whole is the sum of each slice: votes against all, invalid
/// ballots and empty seats are in neither. A list with neither votes nor seats counts as absent. Shares
/// are computed in floating point, each within a relative error of 2^-51; no seat depends on them.
///
/// ```
/// use kurultai::measures::indices::{Proportions, ProportionsError};
/// let thirds = Proportions::new(&[60, 30, 10], &[2, 1, 0])?;
/// let dawn = thirds.lists().next().expect("three lists");
/// assert_eq!((dawn.votes, dawn.seats), (0.6, 2.0 / 3.0));
/// assert_eq!(Proportions::new(&[60, 30], &[0, 0]), Err(ProportionsError::NoSeats));
/// # Ok::<(), ProportionsError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Proportions<'a> {
    votes: &'a [u64],
    seats: &'a [u32],
    all_votes: f64,
    all_seats: f64,
}

/// Why votes and seats have no shares to compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProportionsError {
    /// Votes and seats of different lists.
    #[error("votes are given for {votes} lists and seats for {seats}; give both for every list")]
    Lengths {
        /// Lists with votes.
        votes: usize,
        /// Lists with seats.
        seats: usize,
    },
    /// Nobody has a vote.
    #[error("no list has a vote, so there are no shares; give at least one vote")]
    NoVotes,
    /// Nobody has a seat.
    #[error("no list has a seat, so there are no shares; give at least one seat")]
    NoSeats,
}

/// The shares of one list, each from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ListShares {
    /// Its votes over the votes of all lists.
    pub votes: f64,
    /// Its seats over the seats of all lists.
    pub seats: f64,
}

impl ListShares {
    /// The seat bonus s − v: above 0 for a list with more than its share.
    ///
    /// Taagepera and Shugart, *Seats and Votes* (1989).
    ///
    /// ```
    /// use kurultai::measures::indices::ListShares;
    /// assert_eq!(ListShares { votes: 0.5, seats: 0.75 }.seat_bonus(), 0.25);
    /// ```
    pub fn seat_bonus(self) -> f64 {
        self.seats - self.votes
    }

    /// The advantage ratio s/v: 1 for a list with exactly its share; infinite without votes.
    ///
    /// Taagepera and Laakso, "Proportionality profiles of West European electoral systems", *European
    /// Journal of Political Research* 8 (1980).
    ///
    /// ```
    /// use kurultai::measures::indices::ListShares;
    /// assert_eq!(ListShares { votes: 0.5, seats: 0.75 }.advantage_ratio(), 1.5);
    /// assert_eq!(ListShares { votes: 0.0, seats: 0.1 }.advantage_ratio(), f64::INFINITY);
    /// ```
    pub fn advantage_ratio(self) -> f64 {
        self.seats / self.votes
    }
}

#[expect(clippy::cast_precision_loss, reason = "shares are approximate; no seat depends on them")]
impl<'a> Proportions<'a> {
    /// Votes and seats of the same lists in the same order.
    ///
    /// # Errors
    /// [`ProportionsError`] if the slices differ in length, or if nobody has a vote or a seat.
    pub fn new(votes: &'a [u64], seats: &'a [u32]) -> Result<Self, ProportionsError> {
        if votes.len() != seats.len() {
            let lengths = ProportionsError::Lengths { votes: votes.len(), seats: seats.len() };
            return Err(lengths);
        }
        let all_votes: u128 = votes.iter().map(|&votes| u128::from(votes)).sum();
        let all_seats: u64 = seats.iter().map(|&seats| u64::from(seats)).sum();
        if all_votes == 0 {
            return Err(ProportionsError::NoVotes);
        }
        if all_seats == 0 {
            return Err(ProportionsError::NoSeats);
        }
        Ok(Self { votes, seats, all_votes: all_votes as f64, all_seats: all_seats as f64 })
    }

    /// The lists with votes or seats, in order; the others are absent.
    pub fn lists(&self) -> impl Iterator<Item = ListShares> + Clone + use<'a> {
        let Self { votes, seats, all_votes, all_seats } = *self;
        (votes.iter().zip(seats)).filter(|&(&votes, &seats)| votes > 0 || seats > 0).map(
            move |(&votes, &seats)| ListShares {
                votes: votes as f64 / all_votes,
                seats: f64::from(seats) / all_seats,
            },
        )
    }

    /// The shares of one list, by its index, also if it is absent.
    ///
    /// # Panics
    /// If there is no such list.
    pub fn list(&self, list: usize) -> ListShares {
        ListShares {
            votes: self.votes[list] as f64 / self.all_votes,
            seats: f64::from(self.seats[list]) / self.all_seats,
        }
    }

    /// How many lists have votes or seats.
    pub fn list_count(&self) -> f64 {
        self.lists().count() as f64
    }
}
