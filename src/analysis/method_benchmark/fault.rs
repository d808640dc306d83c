//! What an allocation can do wrong, counted over elections, with the first election that shows it.

/// A property that the allocation of an election lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Some list has fewer seats than its ideal share rounded down.
    BelowQuota,
    /// Some list has more seats than its ideal share rounded up.
    AboveQuota,
    /// With one seat more in the house some list has fewer (the Alabama paradox).
    HouseParadox,
    /// With grown votes some list loses a seat to one that grew less.
    PopulationParadox,
    /// The smallest list and its seats taken out, the seats of others change.
    NewStatesParadox,
    /// A list has more than half of the seats but not of the votes.
    ManufacturedMajority,
    /// A list has more than half of the votes but not of the seats.
    LostMajority,
    /// A list with more votes has fewer seats.
    OrderReversal,
    /// Seats are open in a tie.
    OpenTie,
}

impl Fault {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::BelowQuota,
        Self::AboveQuota,
        Self::HouseParadox,
        Self::PopulationParadox,
        Self::NewStatesParadox,
        Self::ManufacturedMajority,
        Self::LostMajority,
        Self::OrderReversal,
        Self::OpenTie,
    ];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::BelowQuota => "below_quota",
            Self::AboveQuota => "above_quota",
            Self::HouseParadox => "house_paradox",
            Self::PopulationParadox => "population_paradox",
            Self::NewStatesParadox => "new_states_paradox",
            Self::ManufacturedMajority => "manufactured_majority",
            Self::LostMajority => "lost_majority",
            Self::OrderReversal => "order_reversal",
            Self::OpenTie => "open_tie",
        }
    }
}

/// How often a fault was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FaultCount {
    /// In how many elections.
    pub hits: u64,
    /// Of how many that were looked at.
    pub elections: u64,
    /// The first election with the fault.
    pub witness: Option<Witness>,
}

/// An election that shows a fault; `allocate` on its votes shows it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// Its number, from 0 on.
    pub number: u64,
    /// The votes of its lists, largest first.
    pub votes: Vec<u64>,
    /// The seats to share out.
    pub house_size: u32,
    /// The same lists in the second election, of a population paradox.
    pub grown_votes: Option<Vec<u64>>,
}

impl FaultCount {
    /// Counts an election; one with the fault tells its number and, if it is the first, its votes.
    pub(super) fn count(
        &mut self,
        has_fault: bool,
        number: u64,
        witness: impl FnOnce() -> Witness,
    ) {
        self.elections += 1;
        if has_fault {
            self.hits += 1;
            if self.witness.as_ref().is_none_or(|first| number < first.number) {
                self.witness = Some(witness());
            }
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.hits += other.hits;
        self.elections += other.elections;
        let is_first = |theirs: &&Witness| {
            self.witness.as_ref().is_none_or(|mine| theirs.number < mine.number)
        };
        if let Some(witness) = other.witness.as_ref().filter(is_first) {
            self.witness = Some(witness.clone());
        }
    }
}
