//! What is shown while work goes on: a bar on a terminal, and what long work will cost.

use std::io::IsTerminal;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use indicatif::{HumanCount, HumanDuration, ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::failure::note;

/// Work that is done by then shows no bar.
const PATIENCE: Duration = Duration::from_millis(300);

/// How often the bar is drawn anew, also where a step takes long.
const TICK: Duration = Duration::from_millis(100);

/// Work that is expected to last longer says so as soon as that is known.
const BUDGET: Duration = Duration::from_secs(60);

/// How long work is looked at before it is said what it will cost.
const LOOK: Duration = Duration::from_secs(1);

/// Shows on standard error how far the work is, if that is a terminal. A signal ends the program as it is, at
/// once: no result is written before all work is done.
#[derive(Debug)]
pub(super) struct Bar {
    bar: ProgressBar,
    /// Dropped, it ends the thread that brings the bar to light.
    shower: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Bar {
    /// A bar for so many steps, each one of `what`.
    pub(super) fn new(steps: u64, what: &'static str, quiet: bool) -> Self {
        let style = ProgressStyle::with_template(
            "{wide_bar} {human_pos}/{human_len} {msg}, {elapsed}, {eta} left",
        );
        let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
        Self::shown(ProgressBar::with_draw_target(Some(steps), ProgressDrawTarget::hidden()), quiet)
            .with(style, what)
    }

    /// A sign of life for work whose steps nobody knows.
    pub(super) fn of_unknown(what: &'static str, quiet: bool) -> Self {
        let style = ProgressStyle::with_template("{spinner} {msg}, {elapsed}");
        let style = style.unwrap_or_else(|_| ProgressStyle::default_spinner());
        Self::shown(ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden()), quiet)
            .with(style, what)
    }

    fn with(self, style: ProgressStyle, what: &'static str) -> Self {
        self.bar.set_style(style);
        self.bar.set_message(what);
        self
    }

    fn shown(bar: ProgressBar, quiet: bool) -> Self {
        if quiet {
            return Self { bar, shower: None };
        }
        let (done, ended) = mpsc::channel::<()>();
        let shown = bar.clone();
        let shower = thread::Builder::new().spawn(move || watch(&shown, &ended));
        // Without a thread there is no bar, but there is a result.
        Self { bar, shower: shower.ok().map(|shower| (done, shower)) }
    }

    pub(super) fn advance(&self, steps: u64) {
        self.bar.inc(steps);
    }

    /// Does the work, told of its steps, and takes the bar away.
    pub(super) fn during<T>(self, work: impl FnOnce(&(dyn Fn(u64) + Sync)) -> T) -> T {
        work(&|steps| self.advance(steps))
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        if let Some((done, shower)) = self.shower.take() {
            drop(done);
            // It cannot panic.
            let _: thread::Result<()> = shower.join();
        }
        self.bar.finish_and_clear();
    }
}

/// Brings the bar to light, and then says what the work will cost if that is much.
fn watch(bar: &ProgressBar, ended: &Receiver<()>) {
    let goes_on = |time| ended.recv_timeout(time) == Err(RecvTimeoutError::Timeout);
    if !goes_on(PATIENCE) {
        return;
    }
    if std::io::stderr().is_terminal() {
        bar.set_draw_target(ProgressDrawTarget::stderr());
        bar.enable_steady_tick(TICK);
    }
    while goes_on(LOOK) {
        if let Some(all) = bar.length().filter(|_| bar.position() > 0) {
            let expected = whole(bar.elapsed(), bar.position(), all);
            if expected > BUDGET {
                let message = format!(
                    "{} {} take up to {}; --quiet hides this, and Ctrl-C ends it at any time",
                    HumanCount(all),
                    bar.message(),
                    HumanDuration(expected)
                );
                bar.suspend(|| note(&message));
            }
            return;
        }
    }
}

/// The time that all steps take, if the first ones took this time.
fn whole(time: Duration, steps: u64, all: u64) -> Duration {
    let milliseconds = time.as_millis() * u128::from(all) / u128::from(steps.max(1));
    Duration::from_millis(u64::try_from(milliseconds).unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cost_of_all_is_that_of_the_first_steps_times_their_number() {
        // 3 of 900 steps in 1.5 s: 0.5 s each.
        assert_eq!(whole(Duration::from_millis(1_500), 3, 900), Duration::from_secs(450));
        assert_eq!(whole(Duration::from_secs(1), 1, u64::MAX), Duration::from_millis(u64::MAX));
    }
}
