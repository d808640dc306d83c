//! A closer look at the first draws of a run: means of real measures, and the draw nearest the mean.
//!
//! Histograms of all draws are cheap; indices and power are not, and the mean of 65,536 draws is good to
//! 1/256 of their spread. A run is first tallied, then its first draws are made again.

use rayon::ThreadPoolBuildError;
use rayon::prelude::*;

use super::engine::{ExactPath, Span};
use super::real_sum::RealSum;
use super::{CHUNK_DRAWS, Progress, Run, Simulation, Tally};
use crate::measures::indices::{MainIndices, Proportions};
use crate::measures::power::PowerCount;

/// How many draws are looked at, or all if there are fewer.
pub const FIRST_DRAWS: u64 = 1 << 16;

/// Draws between two reports of progress.
pub(super) const STRIDE: u64 = 64;

/// What the first draws say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstDraws {
    /// How many draws were looked at.
    pub draws: u64,
    /// The number of the draw whose seats are nearest the mean of all draws of the run, by the sum of
    /// squared differences, the first of several; none if no draw gave any seats.
    pub representative: Option<u64>,
    /// The fields of [`MainIndices`], in their order, over the draws that fill seats.
    pub indices: [RealSum; 7],
    /// For every majority of the house the power of every list that can win seats, over the draws that
    /// fill seats; empty unless asked for.
    pub power: Vec<PowerSums>,
}

/// Power indices over draws, by list that can win seats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PowerSums {
    /// Normalised Banzhaf indices.
    pub banzhaf: Vec<RealSum>,
    /// Shapley–Shubik indices.
    pub shapley_shubik: Vec<RealSum>,
}

/// What a part of the first draws says.
#[derive(Clone, Debug)]
struct Part {
    /// Squared distance and number of the nearest draw.
    nearest: Option<(u128, u64)>,
    indices: [RealSum; 7],
    power: Vec<PowerSums>,
}

impl Run {
    /// Looks at the first draws of this run, which gave `tally`; `with_power` counts power too, and `progress`
    /// is told of the draws looked at.
    ///
    /// # Errors
    /// [`ThreadPoolBuildError`] if the system refuses to start the threads.
    pub fn first_draws(
        self,
        simulation: &Simulation<'_>,
        tally: &Tally,
        with_power: bool,
        progress: Progress<'_>,
    ) -> Result<FirstDraws, ThreadPoolBuildError> {
        let draws = tally.draws().min(FIRST_DRAWS);
        let look =
            Look { simulation, seed: self.seed, mean: Mean::of(tally), with_power, progress };
        let pool = self.pool()?;
        let parts: Vec<Part> = pool.install(|| {
            (0..draws.div_ceil(CHUNK_DRAWS))
                .into_par_iter()
                .map(|chunk| look.chunk(chunk, (draws - chunk * CHUNK_DRAWS).min(CHUNK_DRAWS)))
                .collect()
        });
        let mut all = look.nothing();
        for part in &parts {
            all.add(part);
        }
        Ok(FirstDraws {
            draws,
            representative: all.nearest.map(|(_, number)| number),
            indices: all.indices,
            power: all.power,
        })
    }
}

/// The mean seats of every party, times the draws.
struct Mean {
    draws: u128,
    sums: Vec<u128>,
}

impl Mean {
    fn of(tally: &Tally) -> Self {
        let sum = |counts: &[u64]| {
            (counts.iter().zip(0_u128..)).map(|(&count, seats)| u128::from(count) * seats).sum()
        };
        Self {
            draws: tally.draws().into(),
            sums: tally.lists().iter().map(|list| sum(&list.seats)).collect(),
        }
    }

    /// Σ (K·s − Σs)²: the squared distance times K², below 2^128 while K and the seats are below 2^54 and
    /// 2^14; saturated beyond.
    fn distance(&self, seats: &[u32]) -> u128 {
        (self.sums.iter().zip(seats))
            .map(|(&sum, &seats)| {
                let difference = sum.abs_diff(self.draws * u128::from(seats));
                difference.saturating_mul(difference)
            })
            .fold(0, u128::saturating_add)
    }
}

/// How the draws are looked at.
struct Look<'a> {
    simulation: &'a Simulation<'a>,
    seed: u64,
    mean: Mean,
    with_power: bool,
    progress: Progress<'a>,
}

impl Look<'_> {
    fn nothing(&self) -> Part {
        let scenario = self.simulation.scenario();
        let lists = vec![RealSum::default(); scenario.seated().len()];
        let majorities = if self.with_power { scenario.house.majorities().len() } else { 0 };
        let sums = PowerSums { banzhaf: lists.clone(), shapley_shubik: lists };
        Part { nearest: None, indices: Default::default(), power: vec![sums; majorities] }
    }

    fn chunk(&self, chunk: u64, draws: u64) -> Part {
        let mut exact = ExactPath::new(self.simulation, self.seed);
        let mut part = self.nothing();
        let scenario = self.simulation.scenario();
        let seated = scenario.seated();
        let majorities: Vec<u32> = scenario.house.majorities().into_iter().map(|m| m.1).collect();
        let mut count = PowerCount::default();
        let mut indices = [vec![0.0; seated.len()], vec![0.0; seated.len()]];
        let span = Span { seed: self.seed, chunk, draws };
        self.simulation.visit_chunk(span, |number, votes, place| {
            if (number + 1).is_multiple_of(STRIDE) {
                (self.progress)(STRIDE);
            }
            exact.allocate(votes.draw(place), number);
            let seats = &exact.allocation().seats;
            if seats.iter().all(|&seats| seats == 0) {
                return;
            }
            let candidate = (self.mean.distance(seats), number);
            part.nearest = Some(part.nearest.map_or(candidate, |nearest| nearest.min(candidate)));
            add_indices(&exact.ballots().parties, seats, &mut part.indices);
            let held: Vec<u32> = seated.iter().map(|&party| seats[party]).collect();
            for (power, &needed) in part.power.iter_mut().zip(&majorities) {
                // More lists with seats than can be counted have no power to report.
                if count.count(&held, needed).is_ok() {
                    let [banzhaf, shapley_shubik] = &mut indices;
                    count.write(banzhaf, shapley_shubik);
                    power.add_draw(banzhaf, shapley_shubik);
                }
            }
        });
        part
    }
}

fn add_indices(votes: &[u64], seats: &[u32], sums: &mut [RealSum; 7]) {
    let Ok(proportions) = Proportions::new(votes, seats) else { return };
    let mut main = MainIndices::default();
    main.fill(&proportions);
    let MainIndices { gallagher, loosemore_hanby, sainte_lague, dhondt, .. } = main;
    let MainIndices { effective_votes, effective_seats, wasted_votes, .. } = main;
    let values = [gallagher, loosemore_hanby, sainte_lague, dhondt];
    let values = values.into_iter().chain([effective_votes, effective_seats, wasted_votes]);
    for (sum, value) in sums.iter_mut().zip(values) {
        sum.add(value);
    }
}

impl PowerSums {
    fn add_draw(&mut self, banzhaf: &[f64], shapley_shubik: &[f64]) {
        for (sum, &value) in self.banzhaf.iter_mut().zip(banzhaf) {
            sum.add(value);
        }
        for (sum, &value) in self.shapley_shubik.iter_mut().zip(shapley_shubik) {
            sum.add(value);
        }
    }
}

impl Part {
    fn add(&mut self, other: &Self) {
        self.nearest = self.nearest.into_iter().chain(other.nearest).min();
        merge(&mut self.indices, &other.indices);
        for (mine, theirs) in self.power.iter_mut().zip(&other.power) {
            merge(&mut mine.banzhaf, &theirs.banzhaf);
            merge(&mut mine.shapley_shubik, &theirs.shapley_shubik);
        }
    }
}

fn merge(mine: &mut [RealSum], theirs: &[RealSum]) {
    for (mine, theirs) in mine.iter_mut().zip(theirs) {
        mine.merge(theirs);
    }
}
