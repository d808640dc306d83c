//! Where the votes of draws come from: the plan of a scenario, and the source of one chunk.

use super::SimulationError;
use super::kernel::{self, BLOCK, CHUNK, Chooser, Factor, Level, Numbers, Sampler, Votes};
use crate::scenario::Scenario;
use crate::uncertainty::{Center, Distribution, Errors};

/// How the votes of every draw are made.
#[derive(Clone, Debug)]
pub(super) enum Plan {
    /// They are always these.
    Count(Vec<u64>),
    /// They are drawn from a model.
    Model {
        model: kernel::Model,
        /// Valid votes of a draw.
        total: u64,
    },
    /// They are drawn from one of several, none of which is made of several itself.
    Mixture { weights: Vec<f64>, parts: Vec<Plan> },
    /// Those of the decided, and the undecided split by a model of their own.
    Undecided { decided: Box<Plan>, split: kernel::Model, undecided: u64 },
}

/// The part whose generators split the undecided: beyond those of the largest mixture.
const SPLIT: u32 = 1_000;

/// Rounds in which a centre is moved until the mean shares are the expected ones.
const CENTRING_ROUNDS: u32 = 10;
/// Chunks of draws of which the mean shares are taken.
const CENTRING_CHUNKS: u64 = 16;
/// Valid votes of those draws.
const CENTRING_VOTES: u64 = 1 << 40;

impl Plan {
    /// The plan of a scenario's model around its own shares.
    pub(super) fn of(scenario: &Scenario) -> Result<Self, SimulationError> {
        let total = u64::try_from(scenario.ballots.valid_votes()).unwrap_or(0);
        let expected = scenario.ballots.option_shares();
        let bad = |_: kernel::ModelError| SimulationError::Parameter;
        let Some(undecided) = &scenario.undecided else {
            return Self::drawing(&scenario.model.distribution(&expected)?, total).map_err(bad);
        };
        let votes = votes(undecided.share(), total);
        let distribution = scenario.model.distribution(&undecided.decided(&expected))?;
        Ok(Self::Undecided {
            decided: Box::new(Self::drawing(&distribution, total - votes).map_err(bad)?),
            split: kernel::Model::dirichlet(undecided.alphas()).map_err(bad)?,
            undecided: votes,
        })
    }

    fn drawing(distribution: &Distribution, total: u64) -> Result<Self, kernel::ModelError> {
        let model = match distribution {
            Distribution::Point { shares } => {
                return Ok(Self::Count(shares.iter().map(|&share| votes(share, total)).collect()));
            }
            Distribution::Mixture(parts) => {
                let drawn = parts.iter().map(|(_, part)| Self::drawing(part, total));
                let weights = parts.iter().map(|&(weight, _)| weight).collect();
                return Ok(Self::Mixture { weights, parts: drawn.collect::<Result<_, _>>()? });
            }
            Distribution::Dirichlet { alphas } => kernel::Model::dirichlet(alphas)?,
            Distribution::Multinomial { shares, trials } => {
                kernel::Model::multinomial(shares, *trials)?
            }
            Distribution::Normal { shares, errors } => kernel::Model::clipped(shares, errors)?,
            Distribution::Empirical { shares, errors } => kernel::Model::empirical(shares, errors)?,
            Distribution::Logistic { shares, errors, freedom, center: Center::Median } => {
                kernel::Model::logistic(shares, factor(errors), *freedom)?
            }
            Distribution::Logistic { shares, errors, freedom, center: Center::Mean } => {
                let centre = centred(shares, errors, *freedom)?;
                kernel::Model::logistic(&centre, factor(errors), *freedom)?
            }
        };
        Ok(Self::Model { model, total })
    }
}

fn factor(errors: &Errors) -> Factor {
    match errors {
        Errors::Independent(errors) => Factor::Diagonal(errors.clone()),
        Errors::Correlated(rows) => Factor::Triangular(rows.clone()),
    }
}

/// The votes that a share of a total is, rounded.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the total is below 2^52 and a share at most 1"
)]
fn votes(share: f64, total: u64) -> u64 {
    (share * total as f64 + 0.5) as u64
}

/// The shares around which a logistic model has the mean `shares`.
///
/// Each is multiplied by what its mean over 65,536 draws falls short, ten times on the same draws. The
/// means of these draws are then the shares to about 10⁻⁸; those of others differ by the Monte Carlo
/// error of 65,536 draws, a 256th of the standard deviation of a share.
fn centred(
    shares: &[f64],
    errors: &Errors,
    freedom: Option<f64>,
) -> Result<Vec<f64>, kernel::ModelError> {
    let mut centre = shares.to_vec();
    let mut drawn = Votes::new(shares.len(), CHUNK / BLOCK);
    for _ in 0..CENTRING_ROUNDS {
        let model = kernel::Model::logistic(&centre, factor(errors), freedom)?;
        let mut sums = vec![0_u128; shares.len()];
        for chunk in 0..CENTRING_CHUNKS {
            if let Some(mut sampler) = Sampler::of_part(&model, CENTRING_VOTES, 0, chunk, u32::MAX)
            {
                sampler.fill(Level::best(), &mut drawn);
            }
            for draw in 0..CHUNK {
                for (sum, votes) in sums.iter_mut().zip(drawn.draw(draw)) {
                    *sum += u128::from(votes);
                }
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "means are approximate")]
        let total = sums.iter().sum::<u128>() as f64;
        for ((centre, &share), &sum) in centre.iter_mut().zip(shares).zip(&sums) {
            #[expect(clippy::cast_precision_loss, reason = "means are approximate")]
            let mean = sum as f64 / total;
            *centre *= if mean > 0.0 { share / mean } else { 1.0 };
        }
    }
    Ok(centre)
}

/// The votes of a chunk, batch after batch.
pub(super) enum VoteSource<'a> {
    Model { sampler: Sampler<'a>, level: Level },
    Count { options: &'a [u64] },
    Mixture { chooser: Chooser, parts: Vec<(VoteSource<'a>, Votes)> },
    Undecided { decided: Box<VoteSource<'a>>, split: Box<VoteSource<'a>>, room: Votes },
}

impl<'a> VoteSource<'a> {
    /// The votes of chunk `chunk`, up to `blocks` blocks at a time.
    pub(super) fn new(plan: &'a Plan, level: Level, seed: u64, chunk: u64, blocks: usize) -> Self {
        match plan {
            Plan::Mixture { weights, parts } => {
                let parts = (1..).zip(parts).map(|(number, part)| {
                    (Self::of_part(part, level, seed, chunk, number), part.room(blocks))
                });
                Self::Mixture {
                    chooser: Chooser::new(weights, seed, chunk),
                    parts: parts.collect(),
                }
            }
            Plan::Undecided { decided, split, undecided } => Self::Undecided {
                decided: Box::new(Self::new(decided, level, seed, chunk, blocks)),
                split: Box::new(Self::Model {
                    sampler: Sampler::of_part(split, *undecided, seed, chunk, SPLIT).expect(FEW),
                    level,
                }),
                room: Votes::new(split.options(), blocks),
            },
            Plan::Count(options) => Self::Count { options },
            Plan::Model { model, total } => {
                Self::Model { sampler: Sampler::new(model, *total, seed, chunk).expect(FEW), level }
            }
        }
    }

    fn of_part(plan: &'a Plan, level: Level, seed: u64, chunk: u64, number: u32) -> Self {
        match plan {
            Plan::Model { model, total } => Self::Model {
                sampler: Sampler::of_part(model, *total, seed, chunk, number).expect(FEW),
                level,
            },
            plan => Self::new(plan, level, seed, chunk, 0),
        }
    }

    /// Fills `votes` with the next draws.
    pub(super) fn fill(&mut self, votes: &mut Votes) {
        match self {
            Self::Model { sampler, level } => sampler.fill(*level, votes),
            Self::Count { options } => votes.fill(options),
            Self::Mixture { chooser, parts } => {
                for (source, own) in parts.iter_mut() {
                    source.fill(own);
                }
                let own: Vec<&Votes> = parts.iter().map(|(_, own)| own).collect();
                mix(chooser, &own, votes);
            }
            Self::Undecided { decided, split, room } => {
                decided.fill(votes);
                split.fill(room);
                add(votes, room);
            }
        }
    }
}

const FEW: &str = "a simulation takes fewer than 2^52 votes";

impl Plan {
    /// Room for the votes of so many blocks.
    fn room(&self, blocks: usize) -> Votes {
        let options = match self {
            Self::Count(options) => options.len(),
            Self::Model { model, .. } => model.options(),
            Self::Undecided { split, .. } => split.options(),
            Self::Mixture { parts, .. } => parts.first().map_or(0, |part| part.room(0).options()),
        };
        Votes::new(options, blocks)
    }
}

/// Adds votes to those of the same draws.
fn add(votes: &mut Votes, more: &Votes) {
    for (block, more) in votes.blocks_mut().zip(more.blocks()) {
        for (numbers, more) in block.iter_mut().zip(more) {
            for (number, more) in numbers.0.iter_mut().zip(&more.0) {
                *number += more;
            }
        }
    }
}

/// Takes every draw from the part that is chosen for it.
fn mix(chooser: &mut Chooser, parts: &[&Votes], votes: &mut Votes) {
    let mut blocks: Vec<_> = parts.iter().map(|part| part.blocks()).collect();
    for mixed in votes.blocks_mut() {
        let chosen = chooser.next_block();
        let own: Vec<&[Numbers]> = blocks.iter_mut().filter_map(Iterator::next).collect();
        for (option, numbers) in mixed.iter_mut().enumerate() {
            for (draw, &part) in chosen.iter().enumerate() {
                numbers.0[draw] = own[part][option].0[draw];
            }
        }
    }
}
