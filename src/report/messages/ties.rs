//! The words about ties and the rules that settle them.

/// The messages about ties in one language.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(test, derive(serde::Serialize))]
#[expect(missing_docs, reason = "each field is named by what it says in `EN`")]
pub struct TieMessages {
    pub order: &'static str,
    pub votes: &'static str,
    pub fewest_votes: &'static str,
    pub seatless: &'static str,
    pub lot: &'static str,
    pub report: &'static str,
    /// Several rules: `{rules}`, each after the first with `then` before it.
    pub in_turn: &'static str,
    pub then: &'static str,
    pub word_order: &'static str,
    pub word_votes: &'static str,
    pub word_fewest_votes: &'static str,
    pub word_seatless: &'static str,
    pub word_lot: &'static str,
    /// After several rules that leave a tie open.
    pub rest_open: &'static str,
    /// `{parties}`, `{seats}`, and who won by which rule: `{decisions}`.
    pub settled: &'static str,
    /// Lists that came late to a tie: `{parties}`, `{given}`.
    pub late: &'static str,
    pub open: &'static str,
    pub by_order: &'static str,
    pub by_votes: &'static str,
    pub by_fewest_votes: &'static str,
    pub by_seatless: &'static str,
    pub by_lot: &'static str,
    pub by_given_lot: &'static str,
    /// In the account, the winner of a tied seat: `{party}`, `{rule}`.
    pub seat: &'static str,
    /// After the first seat missed, where the last one won had an equal claim: `{rule}`.
    pub missed_equal: &'static str,
    /// After the first seat missed, where it is one of a tie that stays open.
    pub missed_open: &'static str,
}
