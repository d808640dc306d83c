//! Requests to stop, held back while files are written.

/// The signals that end a program, held back while this lives.
#[cfg(unix)]
#[derive(Debug)]
pub(super) struct Signals(
    Vec<(i32, std::sync::Arc<std::sync::atomic::AtomicBool>, signal_hook::SigId)>,
);

#[cfg(unix)]
impl Signals {
    pub(super) fn hold() -> Self {
        use signal_hook::consts::{
            SIGALRM, SIGHUP, SIGINT, SIGPROF, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2, SIGVTALRM,
            SIGXCPU,
        };
        let hold = |signal| {
            let received = std::sync::Arc::default();
            let id = signal_hook::flag::register(signal, std::sync::Arc::clone(&received)).ok()?;
            Some((signal, received, id))
        };
        let ending = [
            SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGALRM, SIGUSR1, SIGUSR2, SIGPROF, SIGVTALRM,
            SIGXCPU,
        ];
        Self(ending.into_iter().filter_map(hold).collect())
    }

    /// The signal that asked to stop.
    pub(super) fn received(&self) -> Option<i32> {
        let asked =
            self.0.iter().find(|(_, flag, _)| flag.load(std::sync::atomic::Ordering::SeqCst));
        asked.map(|&(signal, ..)| signal)
    }
}

#[cfg(unix)]
impl Drop for Signals {
    /// Lets signals through again, and obeys the one that came meanwhile.
    fn drop(&mut self) {
        let received = self.received();
        for (_, _, id) in self.0.drain(..) {
            signal_hook::low_level::unregister(id);
        }
        if let Some(signal) = received {
            let _: std::io::Result<()> = signal_hook::low_level::emulate_default_handler(signal);
        }
    }
}

/// Where there are no such signals, nothing is held back.
#[cfg(not(unix))]
#[derive(Debug)]
pub(super) struct Signals;

#[cfg(not(unix))]
impl Signals {
    pub(super) const fn hold() -> Self {
        Self
    }

    pub(super) const fn received(&self) -> Option<i32> {
        None
    }
}
