//! The arguments of `kurultai sweep`.

use clap::Args;

use super::{InputOptions, LawOptions, OutputOptions, draws, seed, threads};

#[derive(Debug, Args)]
pub(in crate::cli) struct SweepOptions {
    #[command(flatten)]
    pub(in crate::cli) input: InputOptions,

    /// What to vary: threshold, seats, share:ID (of a list, all others in proportion), common-error, method
    #[arg(long, value_name = "WHAT")]
    pub(in crate::cli) vary: String,

    /// The first value, such as 0%, 98 or 0.05
    #[arg(long, value_name = "VALUE", allow_hyphen_values = true)]
    pub(in crate::cli) from: Option<String>,

    /// The last value
    #[arg(long, value_name = "VALUE", allow_hyphen_values = true)]
    pub(in crate::cli) to: Option<String>,

    /// The step from one value to the next
    #[arg(long, value_name = "VALUE", allow_hyphen_values = true)]
    pub(in crate::cli) step: Option<String>,

    /// The methods of --vary method, such as hare,dhondt [default: every one]
    #[arg(long, value_name = "NAME,...", value_delimiter = ',')]
    pub(in crate::cli) methods: Option<Vec<String>>,

    /// What else to vary, at every value of the first: a grid
    #[arg(long, value_name = "WHAT")]
    pub(in crate::cli) vary2: Option<String>,

    /// The first value of --vary2
    #[arg(long, value_name = "VALUE", allow_hyphen_values = true, requires = "vary2")]
    pub(in crate::cli) from2: Option<String>,

    /// The last value of --vary2
    #[arg(long, value_name = "VALUE", allow_hyphen_values = true, requires = "vary2")]
    pub(in crate::cli) to2: Option<String>,

    /// The step of --vary2
    #[arg(long, value_name = "VALUE", allow_hyphen_values = true, requires = "vary2")]
    pub(in crate::cli) step2: Option<String>,

    /// The list that the table of a grid shows [default: the one with the most seats]
    #[arg(long, value_name = "ID", requires = "vary2")]
    pub(in crate::cli) show: Option<String>,

    /// Sweep over so many drawn elections too, the same at every point, such as 1e5
    #[arg(long, value_name = "N", allow_hyphen_values = true, value_parser = draws)]
    pub(in crate::cli) draws: Option<u64>,

    /// The seed of the draws and of lots: the same seed gives the same draws
    #[arg(long, value_name = "N", default_value = "1", allow_hyphen_values = true, value_parser = seed)]
    pub(in crate::cli) seed: u64,

    /// How many threads to use [default: one a core]; the result does not depend on it
    #[arg(long, value_name = "N", allow_hyphen_values = true, value_parser = threads)]
    pub(in crate::cli) threads: Option<usize>,

    #[command(flatten)]
    pub(in crate::cli) law: LawOptions,

    #[command(flatten)]
    pub(in crate::cli) output: OutputOptions,
}
