//! The words of `bench`.

/// The messages of reports on methods judged over many elections.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(test, derive(serde::Serialize))]
#[expect(missing_docs, reason = "each field is named by what it says in English")]
pub struct BenchMessages {
    pub uniform: &'static str,
    pub party_systems: &'static str,
    pub around: &'static str,
    pub real: &'static str,
    pub run: &'static str,
    pub bare: &'static str,
    pub threshold: &'static str,
    pub threshold_for_all: &'static str,
    pub passed_over: &'static str,
    pub refused: &'static str,

    pub method: &'static str,
    pub bias: &'static str,
    pub bias_and_theory: &'static str,
    pub off: &'static str,
    pub more_ranks: &'static str,
    pub theory_exact: &'static str,
    pub theory_large: &'static str,
    pub theory_none: &'static str,

    pub faults: &'static str,
    pub below_quota: &'static str,
    pub above_quota: &'static str,
    pub house_paradox: &'static str,
    pub population_paradox: &'static str,
    pub new_states_paradox: &'static str,
    pub manufactured_majority: &'static str,
    pub lost_majority: &'static str,
    pub order_reversal: &'static str,
    pub open_tie: &'static str,
    pub never: &'static str,
    pub faults_legend: &'static str,

    pub indices: &'static str,
    pub effective: &'static str,
    pub wasted: &'static str,
    pub smallest_winner: &'static str,
    pub largest_loser: &'static str,
    pub indices_legend: &'static str,

    pub timing: &'static str,
    pub nanoseconds: &'static str,
    pub naive: &'static str,
    pub ratio: &'static str,
    pub timing_legend: &'static str,
}
