//! The full report in English.

use super::super::FullReportMessages;

pub(super) const FULL_REPORT: FullReportMessages = FullReportMessages {
    question: "Who gets the {seats}, and how sure is that?",
    in_short: "In short",
    seats_counted: "On the votes as given: {lists}.",
    list_and_seats: "{party} {seats}",
    majority_held: "{party} alone has the {name} majority ({needed}).",
    majority_open: "No list alone has the {name} majority ({needed}).",
    no_count: "The votes as given yield no seats: {reason}.",
    chance_of_majority: "Chance that some list alone has the {name} majority ({needed}): {chance}.",
    passing_open: "Open is whether these lists take part in the distribution: {lists}.",
    assumptions: "What is assumed",
    seats: "Seats on the votes as given",
    chances: "How sure that is",
    methods: "The same votes under other methods",
    reproduction: "To get the same again",
    command: "Command: {command}",
    same_again: "The same input, seed and version give this report again, byte for byte, on any machine and with any number of threads.",
};
