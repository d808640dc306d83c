//! Allocation methods judged over many elections, drawn or real: bias, indices, faults, thresholds.
//!
//! Methods are judged bare: votes in, seats out, without exemptions, alliances, guaranteed seats or lengths
//! of lists, and without a threshold unless one is asked for.

mod bias_theory;
mod elections;
mod fault;
mod index_spread;
mod record;
mod timing;
mod trial;

use rayon::ThreadPoolBuildError;
use rayon::prelude::*;

pub use bias_theory::{BiasTheory, uniform_shares};
pub use elections::{ElectionKind, Elections, ElectionsError, RealElection, party_system};
pub use fault::{Fault, FaultCount, Witness};
pub use index_spread::IndexSpread;
pub use record::MethodRecord;
pub use timing::{MethodTime, Timing};

use crate::apportionment::{Method, NaturalThresholds};
use crate::election::Share;
use crate::simulation::{CHUNK_DRAWS, Progress, RealSum, Run, grow};
use trial::{Election, Trial};

/// Methods after the same elections.
#[derive(Clone, Debug, PartialEq)]
pub struct MethodBenchmark {
    /// The elections.
    pub elections: Elections,
    /// How many were judged.
    pub judged: u64,
    /// How many were not, because fewer than two lists took part.
    pub passed_over: u64,
    /// The shares of votes by rank, largest first, over the elections that have the rank.
    pub shares: Vec<RealSum>,
    /// The methods, in the order asked for.
    pub methods: Vec<MethodRecord>,
}

/// What a part of the elections says.
#[derive(Clone, Debug)]
struct Part {
    judged: u64,
    shares: Vec<RealSum>,
    methods: Vec<MethodRecord>,
}

/// Elections between two reports of progress.
const STRIDE: u64 = 256;

impl MethodBenchmark {
    /// Judges methods over the elections of a run; of real elections there are as many as there are.
    ///
    /// ```
    /// use kurultai::analysis::{Elections, Fault, MethodBenchmark};
    /// use kurultai::apportionment::Method;
    /// use kurultai::election::Share;
    /// use kurultai::simulation::Run;
    /// let run = Run { draws: 2_000, seed: 1, threads: 1 };
    /// let elections = Elections::uniform(4, 145, Share::ZERO)?;
    /// let methods = [Method::DHondt, Method::Hare];
    /// let benchmark = MethodBenchmark::of(elections, &methods, run, &|_| ())?;
    /// // A divisor method has no Alabama paradox; Hare has.
    /// let paradoxes = |at: usize| benchmark.methods[at].fault(Fault::HouseParadox).hits;
    /// assert!(paradoxes(0) == 0 && paradoxes(1) > 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`ThreadPoolBuildError`] if the system refuses to start the threads.
    pub fn of(
        elections: Elections,
        methods: &[Method],
        run: Run,
        progress: Progress<'_>,
    ) -> Result<Self, ThreadPoolBuildError> {
        let pool = run.pool()?;
        let count = elections.count(run.draws);
        let empty = || Part {
            judged: 0,
            shares: Vec::new(),
            methods: methods.iter().map(|&method| MethodRecord::new(method)).collect(),
        };
        let all = pool.install(|| {
            (0..count.div_ceil(CHUNK_DRAWS))
                .into_par_iter()
                .fold(empty, |mut part, chunk| {
                    let draws = (count - chunk * CHUNK_DRAWS).min(CHUNK_DRAWS);
                    part.judge_chunk(&elections, run.seed, (chunk, draws), progress);
                    part
                })
                .reduce(empty, |mut left, right| {
                    left.merge(&right);
                    left
                })
        });
        let Part { judged, shares, methods } = all;
        Ok(Self { elections, judged, passed_over: count - judged, shares, methods })
    }

    /// The seat bias that theory expects of a method here; none where it says nothing: of other methods, of
    /// real elections, and of lists that a threshold may keep out.
    pub fn bias_theory(&self, method: Method) -> Option<BiasTheory> {
        let threshold = self.elections.threshold();
        match *self.elections.kind() {
            ElectionKind::Uniform { lists } if threshold.is_zero() => {
                let house_size = self.elections.house_size()?;
                bias_theory::exact(method, lists, house_size).or_else(|| {
                    // A house with fewer seats than lists is no large one.
                    let is_large = house_size as usize >= lists;
                    is_large
                        .then(|| bias_theory::in_large_houses(method, &uniform_shares(lists)))?
                })
            }
            ElectionKind::Uniform { lists } => {
                bias_theory::in_large_houses(method, &above(threshold, lists))
            }
            ElectionKind::Around { .. } | ElectionKind::PartySystems { .. }
                if threshold.is_zero() =>
            {
                let shares: Vec<f64> = self.shares.iter().map(RealSum::mean).collect();
                bias_theory::in_large_houses(method, &shares)
            }
            _ => None,
        }
    }

    /// The natural thresholds of a method here; none where no formula is known, or lists or houses differ.
    pub fn natural_thresholds(&self, method: Method) -> Option<NaturalThresholds> {
        let elections = &self.elections;
        if !elections.threshold().is_zero() {
            return None;
        }
        method.natural_thresholds(elections.house_size()?, elections.lists()?)
    }
}

/// The mean shares by rank where every list has the threshold and the rest is uniform.
#[expect(clippy::cast_precision_loss, reason = "at most 1,000 lists")]
fn above(threshold: Share, lists: usize) -> Vec<f64> {
    let least = threshold.approximate();
    let rest = 1.0 - least * lists as f64;
    uniform_shares(lists).iter().map(|share| least + rest * share).collect()
}

impl Part {
    /// Judges the first elections of a chunk, given by its number and how many they are.
    fn judge_chunk(
        &mut self,
        elections: &Elections,
        seed: u64,
        (chunk, draws): (u64, u64),
        progress: Progress<'_>,
    ) {
        let mut trial = Trial::default();
        let mut grown = Vec::new();
        elections.visit_chunk(seed, chunk, draws, |number, votes, house_size| {
            grow(votes, seed, number, &mut grown);
            self.judged += 1;
            self.add_shares(votes);
            let election = Election { number, votes, grown: &grown, house_size };
            for record in &mut self.methods {
                trial.judge(election, record);
            }
            if (number + 1).is_multiple_of(STRIDE) {
                progress(STRIDE);
            }
        });
    }

    #[expect(clippy::cast_precision_loss, reason = "shares are approximate")]
    fn add_shares(&mut self, votes: &[u64]) {
        if self.shares.len() < votes.len() {
            self.shares.resize(votes.len(), RealSum::default());
        }
        let all = votes.iter().map(|&votes| u128::from(votes)).sum::<u128>() as f64;
        for (sum, &votes) in self.shares.iter_mut().zip(votes) {
            sum.add(votes as f64 / all);
        }
    }

    fn merge(&mut self, other: &Self) {
        self.judged += other.judged;
        if self.shares.len() < other.shares.len() {
            self.shares.resize(other.shares.len(), RealSum::default());
        }
        for (mine, theirs) in self.shares.iter_mut().zip(&other.shares) {
            mine.merge(theirs);
        }
        for (mine, theirs) in self.methods.iter_mut().zip(&other.methods) {
            mine.merge(theirs);
        }
    }
}
