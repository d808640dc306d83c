//! English words in pictures with axes and in the table of methods.

use super::plots::PlotMessages;

pub(super) const PLOTS: PlotMessages = PlotMessages {
    methods_title: "What seats would other rules give?",
    methods_own: "the scenario’s own rules",
    methods_legend: "Seats more (blue, +) or fewer (orange, −) than under the scenario’s own rules in the first row",
    convergence_title: "Are {draws} draws enough?",
    convergence_draws: "draws",
    convergence_legend: "Line: the estimate after so many draws. Band: ± 2 standard errors. Dotted line and number: the last estimate, ± 1 standard error.",
};
