//! `kurultai list`: what the program knows by name.

use super::arguments::{ListOptions, ListWhat};
use super::failure::{Failure, Status};
use super::output::write_standard_output;
use crate::report::Listing;

pub(super) fn run(options: &ListOptions) -> Result<Status, Failure> {
    let listing = match options.what {
        ListWhat::Laws => Listing::Laws,
        ListWhat::Scenarios => Listing::Scenarios,
        ListWhat::Models => Listing::Models,
    };
    write_standard_output(&listing.render(options.format), &options.color)?;
    Ok(Status::Done)
}
