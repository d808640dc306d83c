//! Polls as the source of the expected shares: a table of polls is read, pooled to one, and the undecided
//! are split. `docs/polls.md` has the formulas with a worked example.

mod date;
mod percent;
mod poll;
mod pooled;
mod pooling;
mod rules;
mod share;
mod table;
mod undecided;
mod weight;

pub use date::{Date, DateError};
pub use pooled::{
    HouseEffect, LeftOut, PolledPoll, PooledOption, PooledPolls, Treatment, UndecidedRule,
};
pub use share::PooledShare;

pub(super) use percent::read_points;
pub(super) use poll::Options;
pub(super) use pooling::{Pool, Unpoolable, pool};
pub(super) use rules::{PoolingRules, RestRule};
pub(super) use table::{PollTable, read};
pub(super) use undecided::{Split, votes};

impl PooledPolls {
    /// The record of this pool.
    pub(super) fn new(
        file: &str,
        pool: &Pool,
        rules: &PoolingRules,
        options: &Options,
        split: &Split,
    ) -> Self {
        let names = options.names();
        let shares = pool.decided.iter().zip(split.expected(pool));
        Self {
            file: file.to_owned(),
            as_of: rules.as_of,
            half_life_days: rules.half_life_days,
            correlation: rules.correlation,
            house_effects: (rules.house_effects.iter())
                .flat_map(|(pollster, effects)| {
                    effects.iter().map(move |effect| (pollster, effect))
                })
                .map(|(pollster, (&option, &millionths))| HouseEffect {
                    pollster: pollster.clone(),
                    option: options.name(option).to_owned(),
                    millionths,
                })
                .collect(),
            rest: rules.rest.name(),
            polls: pool.polls.clone(),
            pollsters: pool.pollsters,
            sample_size: pool.sample_size,
            undecided: pool.undecided,
            undecided_rule: split.rule(),
            options: (names.zip(shares))
                .filter_map(|(name, (decided, expected))| {
                    let known = decided.is_some() || expected.trillionths() > 0;
                    known.then(|| PooledOption {
                        name: name.to_owned(),
                        decided: decided.unwrap_or_default(),
                        expected,
                    })
                })
                .collect(),
        }
    }
}
