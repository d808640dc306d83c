//! The words of the pictures with one row for each list, coalition or law.

/// The messages of these pictures in one language.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(test, derive(serde::Serialize))]
#[expect(missing_docs, reason = "each field is named by what it says in `EN`")]
pub struct RowPictureMessages {
    pub passes_title: &'static str,
    pub passes_axis: &'static str,
    pub two_errors: &'static str,
    pub two_errors_points: &'static str,
    pub median: &'static str,
    pub half: &'static str,
    pub nine_tenths: &'static str,
    pub no_seats: &'static str,
    pub coalitions_title: &'static str,
    pub coalitions_axis: &'static str,
    pub coalitions_median_axis: &'static str,
    pub shares_title: &'static str,
    pub shares_axis: &'static str,
    pub shares_votes: &'static str,
    pub shares_seats: &'static str,
    pub shares_difference: &'static str,
    pub margins_title: &'static str,
    pub margins_axis: &'static str,
    pub margins_lose: &'static str,
    pub margins_win: &'static str,
    pub board_title: &'static str,
    pub board_axis: &'static str,
    pub board_own: &'static str,
}
