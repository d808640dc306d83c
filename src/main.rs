//! The `kurultai` program: see the library for what it does, and `kurultai --help` for how to ask.

use std::process::ExitCode;

fn main() -> ExitCode {
    kurultai::cli::run(std::env::args_os())
}
