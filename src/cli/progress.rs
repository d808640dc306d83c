//! A progress bar on a terminal.

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Shows on standard error how many draws are done, if that is a terminal.
#[derive(Debug)]
pub(super) struct DrawBar(ProgressBar);

impl DrawBar {
    pub(super) fn new(draws: u64, quiet: bool) -> Self {
        let bar = if quiet || !std::io::stderr().is_terminal() {
            ProgressBar::hidden()
        } else {
            ProgressBar::with_draw_target(Some(draws), ProgressDrawTarget::stderr())
        };
        let style = ProgressStyle::with_template("{wide_bar} {human_pos}/{human_len} draws, {eta}");
        Self(bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar())))
    }

    pub(super) fn advance(&self, draws: u64) {
        self.0.inc(draws);
    }

    pub(super) fn finish(&self) {
        self.0.finish_and_clear();
    }
}
