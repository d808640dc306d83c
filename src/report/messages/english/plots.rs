//! English words in pictures with axes and in the table of methods.

use super::super::PlotMessages;

pub(super) const PLOTS: PlotMessages = PlotMessages {
    methods_title: "What seats would other rules give?",
    methods_own: "the scenario’s own rules",
    methods_legend: "Seats more (blue, +) or fewer (orange, −) than under the scenario’s own rules in the first row",
    convergence_title: "Are {draws} draws enough?",
    convergence_draws: "draws",
    convergence_legend: "Line: the estimate after so many draws. Band: ± 2 standard errors. Dotted line and number: the last estimate, ± 1 standard error.",
    threshold_title: "Who gains and who loses when the threshold rises?",
    house_title: "Who gets the next seat of a larger house?",
    swing_title: "What if one list wins more votes, or fewer?",
    own_value: "{value} in the scenario",
    wasted_label: "votes for lists without seats, share of list votes",
    step: "{seats} from {from}",
    bias_title: "Whom does a method favour?",
    bias_rank: "rank by votes",
    bias_axis: "mean seats above the ideal share",
    bias_legend: "Dot: mean ± 2 standard errors. Dashed line: theory.",
    methods_shown: "Shown are the {shown} lists with most votes of {all} with seats.",
};
