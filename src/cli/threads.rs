//! How many threads draw.

use std::env;

use anyhow::anyhow;

use super::arguments::threads;
use super::failure::{Failure, Status};

/// What the thread pool reads where nobody says how many threads it has.
const VARIABLES: [&str; 2] = ["RAYON_NUM_THREADS", "RAYON_RS_NUM_CPUS"];

/// As many threads as `--threads` says, else the environment, which obeys the same limits, else 0: one a core.
pub(super) fn number(asked: Option<usize>) -> Result<usize, Failure> {
    if let Some(asked) = asked {
        return Ok(asked);
    }
    let set = |name| env::var_os(name).filter(|value| !value.is_empty()).map(|value| (name, value));
    let Some((name, value)) = VARIABLES.into_iter().find_map(set) else { return Ok(0) };
    let value = value.to_string_lossy();
    threads(&value).map_err(|wrong| {
        let error =
            anyhow!("the environment variable {name} is `{}`: {wrong}", value.escape_debug());
        Failure::new(Status::Input, error)
    })
}
