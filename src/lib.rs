//! Exact seat allocation and election simulation for Kazakhstan's Kurultai and any party-list election.
//!
//! Votes go in; seats, probabilities, explanations and pictures come out. Data flows one way through the
//! rooms, and a room uses only rooms to its left:
//!
//! `election → apportionment → law → uncertainty → scenario → measures → simulation → analysis → chart →
//! report → cli`
//!
//! ```
//! use kurultai::analysis::{Outcome, Summary};
//! use kurultai::scenario::Scenario;
//! use kurultai::simulation::{Run, Simulation};
//!
//! // The list votes of 2023 on 145 seats, under the law in force.
//! let scenario = Scenario::load("kurultai-2023", None)?;
//! let outcome = Outcome::of(&scenario, 1)?;
//! let seats: Vec<u32> = outcome.parties.iter().map(|party| party.seats).collect();
//! assert_eq!(seats, [83, 17, 13, 13, 11, 8, 0]);
//!
//! let simulation = Simulation::new(&scenario)?;
//! let tally = Run { draws: 10_000, seed: 1, threads: 2 }.tally(&simulation, &|_| ())?;
//! let amanat = &Summary::new(&scenario, &tally).parties[0];
//! assert!(amanat.majority.probability() > 0.9);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
pub mod analysis;
pub mod apportionment;
#[cfg(feature = "chart")]
pub mod chart;
#[cfg(feature = "cli")]
pub mod cli;
pub mod election;
pub mod law;
pub mod measures;
#[cfg(feature = "cli")]
pub mod report;
pub mod scenario;
pub mod simulation;
pub mod uncertainty;
