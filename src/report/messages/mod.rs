//! The words people read, in one table a language.
//!
//! A message may hold places such as `{seats}` that [`fill`] replaces. The type has a field a message,
//! so a language with a missing message does not compile.

mod axioms;
mod bench;
mod charts;
mod english;
mod english_axioms;
mod english_bench;
mod english_charts;
mod english_full_report;
mod english_last_seat;
mod english_law;
mod english_plots;
mod english_row_pictures;
mod english_sweep;
mod full_report;
mod kazakh;
mod kazakh_axioms;
mod kazakh_bench;
mod kazakh_charts;
mod kazakh_full_report;
mod kazakh_last_seat;
mod kazakh_law;
mod kazakh_plots;
mod kazakh_row_pictures;
mod kazakh_sweep;
mod language;
mod last_seat;
mod law;
mod majority;
mod plots;
mod plural;
mod row_pictures;
mod russian;
mod russian_axioms;
mod russian_bench;
mod russian_charts;
mod russian_full_report;
mod russian_last_seat;
mod russian_law;
mod russian_plots;
mod russian_row_pictures;
mod russian_sweep;
mod sweep;
#[cfg(test)]
mod tests;

pub use axioms::AxiomsMessages;
pub use bench::BenchMessages;
pub use charts::ChartMessages;
pub use english::EN;
pub use full_report::FullReportMessages;
pub use kazakh::KK;
pub use language::{Language, UnknownLanguage};
pub use last_seat::LastSeatMessages;
pub use law::LawMessages;
pub use plots::PlotMessages;
pub use plural::Plural;
pub use row_pictures::RowPictureMessages;
pub use russian::RU;
pub use sweep::SweepMessages;

/// The messages of one language.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(test, derive(serde::Serialize))]
#[expect(missing_docs, reason = "each field is named by what it says in `EN`")]
pub struct Messages {
    pub code: &'static str,
    pub decimal_mark: &'static str,
    pub group_mark: char,
    #[cfg_attr(test, serde(skip))]
    pub seat_forms: Plural,
    #[cfg_attr(test, serde(skip))]
    pub ordinal: fn(u32) -> String,

    pub rules: &'static str,
    pub method_dhondt: &'static str,
    pub method_sainte_lague: &'static str,
    pub method_hare: &'static str,
    pub method_modified_sainte_lague: &'static str,
    pub method_adams: &'static str,
    pub method_dean: &'static str,
    pub method_huntington_hill: &'static str,
    pub method_danish: &'static str,
    pub method_imperiali_divisor: &'static str,
    pub method_macau: &'static str,
    pub method_stationary: &'static str,
    pub method_power_mean: &'static str,
    pub method_droop: &'static str,
    pub method_hagenbach_bischoff: &'static str,
    pub method_hagenbach_bischoff_rounded: &'static str,
    pub method_imperiali: &'static str,
    pub method_hare_strongest: &'static str,
    pub method_balinski_young: &'static str,
    pub at_least: &'static str,
    pub more_than: &'static str,
    pub base_lists: &'static str,
    pub base_valid: &'static str,
    pub base_cast: &'static str,
    pub tie_order: &'static str,
    pub tie_votes: &'static str,
    pub tie_lot: &'static str,
    pub tie_report: &'static str,
    pub vacant_rule: &'static str,
    pub law: &'static str,
    pub source: &'static str,
    pub assumption: &'static str,
    pub law_assumed: &'static str,
    pub model_assumed: &'static str,
    pub ignored_columns: &'static str,
    pub shares_incomplete: &'static str,
    pub never_drawn: &'static str,
    pub few_votes: &'static str,
    pub what_if: &'static str,
    pub what_if_sentence: &'static str,
    pub what_if_change: &'static str,
    pub what_if_new: &'static str,
    pub what_if_gone: &'static str,
    pub what_if_more: &'static str,
    pub what_if_valid: &'static str,
    pub what_if_nothing: &'static str,
    pub overridden_what_if: &'static str,
    pub overridden: &'static str,
    pub reproduce: &'static str,

    pub party: &'static str,
    pub votes: &'static str,
    pub share: &'static str,
    pub share_lists: &'static str,
    pub share_cast: &'static str,
    pub admitted: &'static str,
    pub ideal_share: &'static str,
    pub seats: &'static str,
    pub official: &'static str,
    pub passed: &'static str,
    pub exempt: &'static str,
    pub by_direct_seats: &'static str,
    pub by_alliance: &'static str,
    pub among_largest: &'static str,
    pub runner_up: &'static str,
    pub guaranteed: &'static str,
    pub below: &'static str,
    pub not_above: &'static str,
    pub no_votes: &'static str,
    pub no_list: &'static str,
    pub against_all: &'static str,
    pub invalid: &'static str,
    pub total: &'static str,
    pub assumed_mark: &'static str,
    pub assumed_legend: &'static str,
    pub tie_settled: &'static str,
    pub tie_open: &'static str,
    pub by_order: &'static str,
    pub by_votes: &'static str,
    pub by_lot: &'static str,
    pub capped: &'static str,
    pub capped_vacant: &'static str,
    pub unfilled: &'static str,
    pub majority_reached: &'static str,
    pub majority_missed: &'static str,
    pub coalition: &'static str,

    pub majority_simple: &'static str,
    pub majority_two_thirds: &'static str,
    pub majority_three_quarters: &'static str,
    pub majority_four_fifths: &'static str,
    pub majority_of_house: &'static str,

    pub rule_members: &'static str,
    pub rule_direct_seats: &'static str,
    pub rule_at_least_lists: &'static str,
    pub rule_alliance_threshold: &'static str,
    pub rule_inner_method: &'static str,
    pub rule_multiplier_for: &'static str,
    pub rule_floor: &'static str,
    pub rule_overhang: &'static str,
    pub rule_bonus: &'static str,
    pub rule_bonus_share: &'static str,
    pub rule_one_list: &'static str,
    pub alliance: &'static str,
    pub few_lists: &'static str,
    pub few_lists_tied: &'static str,
    pub one_list: &'static str,
    pub set_aside_guaranteed: &'static str,
    pub set_aside_additional: &'static str,
    pub set_aside_direct: &'static str,
    pub set_aside_bonus: &'static str,
    pub set_aside_overhang: &'static str,
    pub multiplied: &'static str,
    pub pooled: &'static str,
    pub distributed: &'static str,
    pub one_list_account: &'static str,
    pub pool_account: &'static str,
    pub scaled: &'static str,
    pub one_quota: &'static str,
    pub by_given_lot: &'static str,
    pub group_places: &'static str,
    pub places_fit: &'static str,
    pub places_too_few: &'static str,
    pub places_open: &'static str,
    pub groups_legend: &'static str,
    pub list_note: &'static str,
    pub preset_name: &'static str,
    pub preset_title: &'static str,
    pub preset_article: &'static str,
    pub preset_source: &'static str,
    pub scenario_name: &'static str,
    pub scenario_title: &'static str,
    pub model_name: &'static str,
    pub model_formula: &'static str,
    pub model_parameters: &'static str,
    pub model_use_when: &'static str,

    pub account: &'static str,
    pub list_votes: &'static str,
    pub valid_votes: &'static str,
    pub threshold_votes: &'static str,
    pub admitted_votes: &'static str,
    pub last_round: &'static str,
    pub quota: &'static str,
    pub left_over: &'static str,
    pub votes_over_quota: &'static str,
    pub full_seats: &'static str,
    pub remainder: &'static str,
    pub remainder_seat: &'static str,
    pub last_remainder: &'static str,
    pub first_missed_remainder: &'static str,
    pub signposts: &'static str,
    pub divisor_interval: &'static str,
    pub divisor_closed: &'static str,
    pub roundest: &'static str,
    pub rounded_down: &'static str,
    pub rounded_nearest: &'static str,
    pub rounded_up: &'static str,
    pub rounded_third: &'static str,
    pub rounded_from: &'static str,
    pub rounded_less_one: &'static str,
    pub rounded_modified: &'static str,
    pub rounded_harmonic: &'static str,
    pub rounded_geometric: &'static str,
    pub rounded_power: &'static str,
    pub rounded_powers: &'static str,
    pub votes_over_divisor: &'static str,
    pub last_quotient: &'static str,
    pub quota_rounded: &'static str,
    pub left_over_votes: &'static str,
    pub left_over_rounds: &'static str,
    pub surplus: &'static str,
    pub taken_back: &'static str,
    pub raised: &'static str,
    pub floors: &'static str,
    pub last_votes: &'static str,
    pub first_missed_votes: &'static str,
    pub seat_order: &'static str,
    pub seat: &'static str,
    pub quotient: &'static str,
    pub decimal: &'static str,
    pub waiting: &'static str,
    pub missed: &'static str,
    pub open_seat: &'static str,
    pub all_quotients: &'static str,
    pub last_quotients: &'static str,
    pub balinski_young: &'static str,
    pub method_usage: &'static str,
    pub aliases: &'static str,
    pub formula: &'static str,
    pub used_by: &'static str,
    pub favours: &'static str,
    pub keeps: &'static str,
    pub axiom_house_monotone: &'static str,
    pub axiom_population_monotone: &'static str,
    pub axiom_coherent: &'static str,
    pub axiom_lower_quota: &'static str,
    pub axiom_upper_quota: &'static str,
    pub axiom_mergers_pay: &'static str,
    pub axiom_every_list_served: &'static str,
    pub methods_legend: &'static str,
    pub first_missed_quotient: &'static str,

    pub run: &'static str,
    pub model_point: &'static str,
    pub model_dirichlet_poll: &'static str,
    pub model_dirichlet_alpha: &'static str,
    pub model_logistic_normal: &'static str,
    pub model_past_errors: &'static str,
    pub model_clipped: &'static str,
    pub valid_votes_drawn: &'static str,
    pub count_seats: &'static str,
    pub mean: &'static str,
    pub median: &'static str,
    pub interval_50: &'static str,
    pub interval_90: &'static str,
    pub p_no_seats: &'static str,
    pub p_passes: &'static str,
    pub p_largest: &'static str,
    pub p_majority: &'static str,
    pub any_list: &'static str,
    pub coalitions: &'static str,
    pub tied_draws: &'static str,
    pub outcome_nobody: &'static str,
    pub outcome_unfilled: &'static str,
    pub outcome_open_tie: &'static str,
    pub if_admitted: &'static str,
    pub representative: &'static str,
    pub drawn_title: &'static str,
    pub drawn_title_no_seats: &'static str,
    pub asked: &'static str,
    pub asked_probability: &'static str,
    pub lists_in: &'static str,
    pub lists_with_seats: &'static str,
    pub indices_over_draws: &'static str,
    pub every_probability: &'static str,
    pub probability_of: &'static str,
    pub target_reached: &'static str,
    pub target_missed: &'static str,
    pub majority_column: &'static str,
    pub majority_of: &'static str,
    pub p_all_seated: &'static str,
    pub p_minimal: &'static str,
    pub p_blocks: &'static str,
    pub p_wins: &'static str,
    pub senses_note: &'static str,
    pub minimal_winning_of: &'static str,
    pub drawn_sets_more: &'static str,
    pub power_of: &'static str,
    pub banzhaf_mean: &'static str,
    pub shapley_shubik_mean: &'static str,
    pub error_note: &'static str,

    pub polls_pooled: &'static str,
    pub polls_as_of: &'static str,
    pub polls_half_life: &'static str,
    pub polls_until: &'static str,
    pub poll: &'static str,
    pub pollster: &'static str,
    pub field_work: &'static str,
    pub persons: &'static str,
    pub poll_weight: &'static str,
    pub poll_use: &'static str,
    pub poll_used: &'static str,
    pub poll_after: &'static str,
    pub poll_superseded: &'static str,
    pub poll_too_old: &'static str,
    pub house_effects: &'static str,
    pub polls_shares: &'static str,
    pub polls_size: &'static str,
    pub undecided: &'static str,
    pub undecided_proportional: &'static str,
    pub undecided_previous: &'static str,
    pub undecided_dirichlet: &'static str,
    pub sample_size_pooled: &'static str,
    pub sample_size_given: &'static str,
    pub compared_with: &'static str,
    pub forecast_share: &'static str,
    pub real_share: &'static str,
    pub points_off: &'static str,
    pub real_seats: &'static str,
    pub seats_off: &'static str,
    pub inside: &'static str,
    pub is_inside: &'static str,
    pub is_outside: &'static str,
    pub not_compared: &'static str,
    pub without_result: &'static str,
    pub inside_count: &'static str,

    pub check_valid: &'static str,
    pub check_official: &'static str,
    pub check_no_official: &'static str,
    pub check_partial: &'static str,
    pub check_what_if: &'static str,
    pub check_other_house: &'static str,
    pub check_differs: &'static str,

    pub chart_hemicycle: &'static str,
    pub chart_histogram: &'static str,
    pub chart_majority: &'static str,
    pub chart_unfilled: &'static str,
    pub chart_open: &'static str,
    pub chart_seats_axis: &'static str,
    pub chart_share_axis: &'static str,
    pub chart_no_seats: &'static str,
    pub chart_note: &'static str,
    pub chart_run: &'static str,
    pub chart_bins: &'static str,
    pub chart_made_by: &'static str,

    pub indices: &'static str,
    pub index_name: &'static str,
    pub index_formula: &'static str,
    pub index_range: &'static str,
    pub index_source: &'static str,
    pub indices_legend: &'static str,
    pub coalitions_of: &'static str,
    pub certain_seats: &'static str,
    pub lists: &'static str,
    pub spare_seats: &'static str,
    pub minimal_winning: &'static str,
    pub minimal_blocking: &'static str,
    pub nobody_blocks: &'static str,
    pub beyond_counting: &'static str,
    pub more_sets: &'static str,
    pub has_majority: &'static str,
    pub critical_members: &'static str,
    pub sense_none: &'static str,
    pub sense_sum: &'static str,
    pub sense_together: &'static str,
    pub sense_minimal: &'static str,
    pub banzhaf: &'static str,
    pub penrose: &'static str,
    pub shapley_shubik: &'static str,
    pub standing: &'static str,
    pub standing_alone: &'static str,
    pub standing_veto: &'static str,
    pub standing_decides: &'static str,
    pub standing_never: &'static str,
    pub standing_no_majority: &'static str,
    pub power_refused: &'static str,
    pub coalitions_legend: &'static str,

    pub compared_rules: &'static str,
    pub compared_moved: &'static str,
    pub gallagher: &'static str,
    pub loosemore_hanby: &'static str,
    pub compared_effective: &'static str,
    pub compared_wasted: &'static str,
    pub compared_can_win: &'static str,
    pub compared_can_miss: &'static str,
    pub compared_refused: &'static str,
    pub compared_open: &'static str,
    pub compared_unfilled: &'static str,
    pub compared_overhang: &'static str,
    pub compared_legend: &'static str,
    pub compared_means: &'static str,
    pub compared_pairs: &'static str,
    pub compared_seats_differ: &'static str,
    pub compared_majority_differs: &'static str,
    pub compared_outcome: &'static str,
    pub compared_pairs_legend: &'static str,

    pub margins: &'static str,
    pub margins_gain: &'static str,
    pub margins_lose: &'static str,
    pub margins_gain_switch: &'static str,
    pub margins_lose_switch: &'static str,
    pub margins_threshold: &'static str,
    pub margins_from: &'static str,
    pub margins_to: &'static str,
    pub margins_missing: &'static str,
    pub margins_slack: &'static str,
    pub margins_no_way: &'static str,
    pub margins_no_candidates: &'static str,
    pub margins_all_seats: &'static str,
    pub margins_no_seats: &'static str,
    pub margins_not_found: &'static str,
    pub margins_unproved_mark: &'static str,
    pub margins_any_seat: &'static str,
    pub margins_no_seat_changes: &'static str,
    pub margins_majority_of: &'static str,
    pub margins_majority_kept: &'static str,
    pub margins_majority_won: &'static str,
    pub margins_majority_never: &'static str,
    pub margins_left_out: &'static str,
    pub margins_unproved: &'static str,
    pub margins_legend: &'static str,

    pub sweep: SweepMessages,
    pub bench: BenchMessages,
    pub charts: ChartMessages,
    pub plots: PlotMessages,
    pub full_report: FullReportMessages,
    pub row_pictures: RowPictureMessages,
    pub axioms: AxiomsMessages,
    pub last_seat: LastSeatMessages,
    pub laws: LawMessages,
}

/// The message with its places filled.
///
/// ```
/// use kurultai::report::messages::fill;
/// assert_eq!(fill("{n} of {all}", &[("n", "73"), ("all", "145")]), "73 of 145");
/// ```
pub fn fill(message: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(message.len());
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        text.push_str(before);
        text.push_str(values.iter().find(|(place, _)| *place == name).map_or("", |place| place.1));
        rest = after;
    }
    text.push_str(rest);
    text
}
