//! English words of the list of pictures.

use super::super::ChartMessages;

pub(super) const CHARTS: ChartMessages = ChartMessages {
    name: "Picture",
    shows: "What it shows",
    hemicycle: "Who gets the seats of a count: every seat, and the majorities",
    histogram: "How often each list wins how many seats, over the draws",
    convergence: "How a probability settles as the draws become more, with ± 2 standard errors",
    methods: "The seats under several laws in a table, each number with its difference",
    votes_seats: "Each list's share of the votes beside its share of the seats",
    coalition_seats: "The coalitions of a count against the majorities of the house",
    margins: "How many votes each list is from its next seat, and from losing one",
    intervals: "The seats of each list over the draws: median, 50 % and 90 %, and the chance of none",
    passes: "The chance of each list to pass the threshold",
    coalitions: "The coalitions over the draws against the majorities of the house, and the chance of each",
    board: "Several laws on the same votes, the whole house a bar for each",
    sweep: "Seats along a threshold that rises, or a house that grows, with every change exact",
    swing: "Seats as the share of one list swings",
    bias: "Whom each method favours: seats above the ideal share by rank, beside theory",
};
