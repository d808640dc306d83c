//! The last seat under every law in English.

use super::super::LastSeatMessages;

pub(super) const LAST_SEAT: LastSeatMessages = LastSeatMessages {
    won: "Last seat",
    missed: "First missed",
    switch: "Smallest switch",
    switched: "{votes}, {from} to {to}",
    columns: "The {shown} largest lists with seats have a column; JSON and CSV have the other {left_out} too.",
    legend: "Last seat, first missed: the list that won the last seat, of an alliance its first list, and the one that came next. Smallest switch: the fewest voters who turn from one list to another, both among the {most} largest, and change any seat; ~ where that is not proved.",
};
