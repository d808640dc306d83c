//! English words of the list of pictures.

use super::charts::ChartMessages;

pub(super) const CHARTS: ChartMessages = ChartMessages {
    name: "Picture",
    shows: "What it shows",
    hemicycle: "Who gets the seats of a count: every seat, and the majorities",
    histogram: "How often each list wins how many seats, over the draws",
    convergence: "How a probability settles as the draws become more, with ± 2 standard errors",
};
