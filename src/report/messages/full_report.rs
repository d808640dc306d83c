//! The words of the report that tells everything about one election.

/// The messages of a full report in one language.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(test, derive(serde::Serialize))]
#[expect(missing_docs, reason = "each field is named by what it says in `EN`")]
pub struct FullReportMessages {
    pub question: &'static str,
    pub in_short: &'static str,
    pub seats_counted: &'static str,
    pub list_and_seats: &'static str,
    pub majority_held: &'static str,
    pub majority_open: &'static str,
    pub no_count: &'static str,
    pub chance_of_majority: &'static str,
    pub passing_open: &'static str,
    pub assumptions: &'static str,
    pub seats: &'static str,
    pub chances: &'static str,
    pub methods: &'static str,
    pub reproduction: &'static str,
    pub command: &'static str,
    pub same_again: &'static str,
}
