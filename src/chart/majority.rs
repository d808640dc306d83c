//! A majority as a picture shows it.

/// A number of seats that decides something, and what a picture calls it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MajorityMark {
    /// What it is called, such as `majority` or `two thirds`; the picture adds the number.
    pub label: String,
    /// The smallest number of seats that has it.
    pub seats: u32,
}

impl MajorityMark {
    /// Its value on an axis of seats, and its label there.
    pub(super) fn flag(&self) -> (f64, String) {
        (self.seats.into(), format!("{} {}", self.seats, self.label))
    }
}
