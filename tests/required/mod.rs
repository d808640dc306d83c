//! Tools that a test needs beside Rust.

use std::io::Write;

/// Says that a test is skipped for want of a tool, in a line that the harness does not swallow. Where every tool
/// is required (`KURULTAI_REQUIRE=all`, as `.ci/run` sets it), that is a failure.
pub(crate) fn skip_without(tool: &str) {
    let required = std::env::var("KURULTAI_REQUIRE");
    assert_ne!(required.as_deref(), Ok("all"), "a test needs {tool}, and there is none");
    // Nobody can be told where standard error is closed.
    let _: std::io::Result<()> = writeln!(std::io::stderr(), "skipped: there is no {tool}");
}
