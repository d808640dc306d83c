//! Ties, in English.

use super::super::TieMessages;

pub(super) const TIES: TieMessages = TieMessages {
    order: "ties go to the list named first",
    votes: "ties go to the list with more votes",
    fewest_votes: "ties go to the list with fewer votes",
    seatless: "ties go to a list that has no seat yet",
    lot: "ties are settled by lot",
    report: "ties stay open",
    in_turn: "ties are settled by {rules}",
    then: "then by",
    word_order: "the order of the file",
    word_votes: "more votes",
    word_fewest_votes: "fewer votes",
    word_seatless: "having no seat yet",
    word_lot: "lot",
    rest_open: "{rules}; what is then left stays open",
    settled: "Tie: {parties} had equal claims to {seats}; {decisions}.",
    late: "Of these, {parties} had that claim only after {given} of the seats had been given.",
    open: "Tie, left open: {parties} have equal claims to {seats}.",
    by_order: "the order of the file gives",
    by_votes: "the larger vote gives",
    by_fewest_votes: "the smaller vote gives",
    by_seatless: "having no seat yet gives",
    by_lot: "the lot (seed {seed}) gives",
    by_given_lot: "the lot as drawn gives",
    seat: "{party} (tie: {rule})",
    missed_equal: "The claims are equal; the tie was settled by {rule}.",
    missed_open: "Others have an equal claim, and the tie stays open.",
};
