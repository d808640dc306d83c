//! Tables of votes: whatever is read holds together and can be reported on, the rest is refused.
#![no_main]

#[path = "../../reading/mod.rs"]
#[allow(dead_code, reason = "tests use the rest")]
mod reading;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| reading::assert_csv(bytes));
