//! Draws of votes: a model in lanes, block after block of a chunk.

use super::generator::{Generators, Spill, Xoshiro};
use super::level::{Job, Level};
use super::model::{Law, Model};
use super::normal::{self, Deviates, put_rows, row_parts, rows_of};
use super::vector::{BLOCK, Numbers, ROWS, TWO_52, Vector};
use super::votes::Votes;

/// The draws of one chunk, in order.
#[derive(Clone, Debug)]
pub struct Sampler<'model> {
    model: &'model Model,
    /// Valid votes of every draw.
    total: f64,
    generators: Generators,
    /// The normal numbers of the present block, by quantity.
    deviates: Vec<Deviates>,
}

/// What the law of a model draws from, in one part of both rows of a block.
pub(super) struct Random<'sampler, V: Vector> {
    /// Normal numbers, already drawn.
    pub(super) deviates: &'sampler mut [Deviates],
    /// For more words in every lane.
    pub(super) stream: &'sampler mut Xoshiro<V::Words>,
    /// For more words in a few lanes.
    pub(super) spill: &'sampler mut Spill,
    pub(super) part: usize,
}

impl<'model> Sampler<'model> {
    /// The draws of chunk `chunk` under seed `seed`, each of about `total` valid votes (rounding
    /// makes their sum differ by a few). `None` if `total` is 2⁵² or more.
    #[must_use]
    pub fn new(model: &'model Model, total: u64, seed: u64, chunk: u64) -> Option<Self> {
        Self::with_generators(model, total, Generators::new(seed, chunk))
    }

    /// The same from generators of their own, for part `part` of a model that is made of several.
    #[must_use]
    pub fn of_part(
        model: &'model Model,
        total: u64,
        seed: u64,
        chunk: u64,
        part: u32,
    ) -> Option<Self> {
        Self::with_generators(model, total, Generators::of_part(seed, chunk, part))
    }

    #[expect(clippy::cast_precision_loss, reason = "the total is below 2^52")]
    fn with_generators(model: &'model Model, total: u64, generators: Generators) -> Option<Self> {
        let total = total as f64;
        (total < TWO_52).then(|| Self {
            model,
            total,
            generators,
            deviates: vec![Deviates::NONE; model.quantities()],
        })
    }

    /// Fills `votes` with the next draws.
    ///
    /// # Panics
    /// If `votes` is over another number of options than the model.
    pub fn fill(&mut self, level: Level, votes: &mut Votes) {
        assert_eq!(votes.options(), self.model.options, "votes over the options of the model");
        if self.model.live.len() < self.model.options {
            for block in votes.blocks_mut() {
                block.fill(Numbers([0.0; BLOCK]));
            }
        }
        level.run(Fill { sampler: self, votes });
    }
}

/// Filling votes, compiled for each level.
struct Fill<'job, 'model> {
    sampler: &'job mut Sampler<'model>,
    votes: &'job mut Votes,
}

impl Job for Fill<'_, '_> {
    type Output = ();

    #[inline(always)]
    fn run<V: Vector>(self) {
        for block in self.votes.blocks_mut() {
            for part in 0..row_parts::<V>() {
                self.sampler.fill_part::<V>(block, part);
            }
        }
    }
}

impl Sampler<'_> {
    /// Draws one part of both rows of a block: normal numbers, weights, whole votes.
    ///
    /// A weight is at most the sum of the weights, so weight·(T/sum) exceeds T by a few roundings
    /// at most: below 2⁵² the floor is exact, and where T is so near to 2⁵² that it is reached,
    /// the result is still a whole number below 2⁵³.
    #[inline(always)]
    fn fill_part<V: Vector>(&mut self, block: &mut [Numbers], part: usize) {
        let Model { live, law, .. } = self.model;
        let deviates = self.deviates.as_mut_slice();
        let mut stream = self.generators.load(part);
        normal::fill::<V>(deviates, &mut stream, part);
        let spill = &mut self.generators.spill;
        let mut random = Random { deviates, stream: &mut stream, spill, part };
        let sums = match law {
            Law::Dirichlet(law) => law.weights::<V>(live, random, block),
            Law::Logistic(law) => law.weights::<V>(live, random, block),
            Law::Clipped(law) => law.weights::<V>(live, &random, block),
            Law::Empirical(law) => law.weights::<V>(live, &random, block),
            Law::Multinomial(law) => law.weights::<V>(live, &mut random, block),
        };
        self.generators.store(stream, part);
        let total = V::splat(self.total);
        let scales = [total / sums[0], total / sums[1]];
        for &option in live {
            let mut votes = rows_of::<V>(&block[option], part);
            for row in 0..ROWS {
                votes[row] = (votes[row] * scales[row] + V::splat(0.5)).floor();
            }
            put_rows(votes, &mut block[option], part);
        }
    }
}
