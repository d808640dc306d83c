//! Words in pictures with axes and in the table of methods.

/// What these pictures say.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(test, derive(serde::Serialize))]
#[expect(missing_docs, reason = "each field is named by what it says in `EN`")]
pub struct PlotMessages {
    pub methods_title: &'static str,
    pub methods_own: &'static str,
    pub methods_legend: &'static str,
    pub convergence_title: &'static str,
    pub convergence_draws: &'static str,
    pub convergence_legend: &'static str,
    pub threshold_title: &'static str,
    pub house_title: &'static str,
    pub swing_title: &'static str,
    pub own_value: &'static str,
    pub wasted_label: &'static str,
    pub step: &'static str,
    pub bias_title: &'static str,
    pub bias_rank: &'static str,
    pub bias_axis: &'static str,
    pub bias_legend: &'static str,
    pub methods_shown: &'static str,
}
