//! `kurultai check`.

use super::arguments::CheckOptions;
use super::failure::{Failure, Status};
use super::{input, output};
use crate::analysis::Outcome;
use crate::report::check;

/// The seed of lots in a check; it decides nothing that official seats could be compared with.
const SEED: u64 = 1;

pub(super) fn run(options: &CheckOptions) -> Result<Status, Failure> {
    let scenario = input::scenario(&options.input, &options.law)?;
    if !options.quiet {
        input::warn_of(&options.input, &scenario, &options.law, false);
    }
    let outcome =
        Outcome::of(&scenario, SEED).map_err(|error| input::failure(&options.input, error))?;
    output::write_standard_output(&check(options.language.words(), &scenario, &outcome), "auto")?;
    let fits = outcome.misfitting_official_seats(&scenario).is_none();
    Ok(if fits && outcome.differences().is_empty() { Status::Done } else { Status::No })
}
