//! An exact oracle for Dirichlet votes, stationary divisors and no threshold: the distribution of
//! seats by quadrature, held against closed forms to ten digits, and the engine against it.
//!
//! `KURULTAI_DRAWS` sets the draws of every election:
//! `KURULTAI_DRAWS=10000000 cargo test --release --test dirichlet_oracle`
#![expect(clippy::cast_precision_loss, reason = "counts of a test are below 2^53")]

mod chi_square;
mod engine;
mod exact;
mod gamma;
mod oracle;
mod seat_polynomial;
#[path = "../simplex/mod.rs"]
mod simplex;
mod uniform;

/// Shares of the seven lists in the election of 2023, of the votes for lists.
const SHARES_2023: [f64; 7] = [0.561, 0.1135, 0.0895, 0.0875, 0.0708, 0.0541, 0.0236];
