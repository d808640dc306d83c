//! The pictures with rows in English.

use super::super::RowPictureMessages;

pub(super) const ROW_PICTURES: RowPictureMessages = RowPictureMessages {
    passes_title: "Which lists pass the threshold?",
    passes_axis: "probability of passing the threshold",
    two_errors: "± 2 standard errors",
    two_errors_points: "± points",
    median: "median",
    half: "middle 50 % of draws",
    nine_tenths: "middle 90 % of draws",
    no_seats: "no seats",
    coalitions_title: "Which coalitions have a majority?",
    coalitions_axis: "seats; beside each bar: above (+) or below (−) each majority",
    coalitions_median_axis: "median of seats; beside each bar: above (+) or below (−) each majority",
    shares_title: "Do seats follow votes?",
    shares_axis: "share of list votes and of seats",
    shares_votes: "share of votes",
    shares_seats: "share of seats",
    shares_difference: "seats less votes, points",
    margins_title: "How many votes is each list from another seat?",
    margins_axis: "votes; all other lists keep theirs",
    margins_lose: "so many fewer lose a seat",
    margins_win: "so many more win a seat",
    board_title: "What would other rules change?",
    board_axis: "share of the seats; lists from left to right as named above",
    board_own: "the scenario’s own rules",
};
