//! One question put to both implementations.

use std::fmt;

use kurultai::apportionment::{
    Apportionment, ApportionmentError, Method, apportion, apportion_from_floors,
};

use crate::reference::{self, Definition, Outcome, Refusal, Undecided};

/// Votes, floors and seats under a method.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    /// The method by its name.
    pub(crate) method: String,
    /// Votes of each list.
    pub(crate) votes: Vec<u64>,
    /// The fewest seats of each list with votes; all zero for "no floors".
    pub(crate) floors: Vec<u32>,
    /// The seats to hand out.
    pub(crate) seats: u32,
}

impl fmt::Display for Case {
    /// As a line to paste into a test.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { method, votes, floors, seats } = self;
        if self.has_floors() {
            write!(
                f,
                "apportion_from_floors({method:?}.parse().unwrap(), &{votes:?}, &{floors:?}, {seats})"
            )
        } else {
            write!(f, "apportion({method:?}.parse().unwrap(), &{votes:?}, {seats})")
        }
    }
}

impl Case {
    /// A case without floors.
    pub(crate) fn new(method: &str, votes: &[u64], seats: u32) -> Self {
        Self {
            method: method.to_owned(),
            votes: votes.to_vec(),
            floors: vec![0; votes.len()],
            seats,
        }
    }

    fn has_floors(&self) -> bool {
        self.floors.iter().any(|&floor| floor > 0)
    }

    /// The library's answer.
    pub(crate) fn library(&self) -> Result<Apportionment, ApportionmentError> {
        let method: Method = self.method.parse().expect("a method the library knows");
        if self.has_floors() {
            apportion_from_floors(method, &self.votes, &self.floors, self.seats)
        } else {
            apportion(method, &self.votes, self.seats)
        }
    }

    /// The reference's answer.
    pub(crate) fn reference(&self) -> Result<Outcome, Refusal> {
        let definition = Definition::named(&self.method).expect("a method the reference knows");
        reference::apportion(&definition, &self.votes, &self.floors, self.seats)
    }

    /// What both answer, or, if they differ, the case and both answers.
    pub(crate) fn compared(&self) -> Result<Result<Outcome, Refusal>, String> {
        let reference = self.reference();
        let library = self.library();
        let same = match (&library, &reference) {
            (Ok(library), Ok(reference)) => as_outcome(library) == *reference,
            (Err(library), Err(reference)) => is_for_the_same_reason(library, *reference),
            _ => false,
        };
        if same {
            Ok(reference)
        } else {
            Err(format!("\n{self}\n  library:   {library:?}\n  reference: {reference:?}"))
        }
    }
}

/// The library's result in the reference's words.
pub(crate) fn as_outcome(apportionment: &Apportionment) -> Outcome {
    Outcome {
        certain: apportionment.seats.clone(),
        ties: apportionment
            .ties
            .iter()
            .map(|tie| Undecided { lists: tie.lists.clone(), open_seats: tie.open_seats })
            .collect(),
    }
}

fn is_for_the_same_reason(library: &ApportionmentError, reference: Refusal) -> bool {
    let library = match library {
        ApportionmentError::NoVotes => Refusal::NoVotes,
        ApportionmentError::FloorsExceedHouse { .. } => Refusal::FloorsAboveHouse,
        ApportionmentError::OverAward { .. } => Refusal::OverAward,
        ApportionmentError::ZeroQuota { .. } => Refusal::ZeroQuota,
    };
    library == reference
}
