//! The batched Monte Carlo kernel: draws of votes, exact seats and tallies, many at a time.
//!
//! A [`Sampler`] draws the votes of a chunk of 4,096 draws from a [`Model`], block after block of
//! sixteen; an [`Allocator`] turns them into the seats of a [`Contest`]; [`Counters`] count. Each
//! of them works on whole batches ([`Votes`], [`Outcome`]), so several contests can be held on the
//! same draws. Nothing here knows of files, laws or text.
//!
//! **Exactness.** No seat is decided by a float. Seats are guessed in floating point and accepted
//! with a proof; a draw without one (a tie, a near tie, nobody admitted, numbers too large) is
//! marked in the outcome, and the caller settles it on its exact path. The proofs stand beside
//! the code in `allocation`, `key` and `elementary`.
//!
//! **One binary, the same integers everywhere.** The code is written once over registers of any
//! width (`vector`) and compiled for each [`Level`]; the draws of a chunk depend on the seed and
//! its number only. That is the draw format, which does not know how wide a register is.
//!
//! | module | what it holds |
//! |---|---|
//! | `level`, `vector`, `pair`, `x86` | instructions chosen at run time; registers (all `unsafe`) |
//! | `elementary` | logarithm, exponential, sine and cosine with error bounds |
//! | `generator`, `normal`, `gamma` | random words, normal and gamma numbers |
//! | `model`, `dirichlet`, `logistic`, `clipped`, `empirical`, `multinomial` | models |
//! | `softmax`, `sampler`, `chooser`, `votes` | draws of votes |
//! | `contest`, `key`, `allocation`, `outcome` | thresholds and seats |
//! | `tally` | histograms |

#![expect(
    clippy::inline_always,
    reason = "what is not inlined into the entry point of its level is compiled without its \
              instructions"
)]

mod allocation;
mod chooser;
mod clipped;
mod contest;
mod dirichlet;
mod elementary;
mod empirical;
mod gamma;
mod generator;
mod key;
mod level;
mod logistic;
mod model;
mod multinomial;
mod normal;
mod outcome;
mod pair;
mod sampler;
mod softmax;
mod tally;
mod vector;
mod votes;
#[cfg(target_arch = "x86_64")]
mod x86;

pub use allocation::Allocator;
pub use chooser::Chooser;
pub use contest::{Contest, ContestError, List, Rule, Threshold};
pub use level::{Instructions, Level};
pub use logistic::Factor;
pub use model::{Model, ModelError};
pub use outcome::{Outcome, OutcomeBlock};
pub use sampler::Sampler;
pub use tally::{Counters, Majority, SubsetCounters};
pub use vector::{BLOCK, LANES, Numbers, ROWS, Seats};
pub use votes::{CHUNK, Votes};

#[cfg(test)]
mod tests;
