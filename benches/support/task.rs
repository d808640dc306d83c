//! What every comparison draws.

use kurultai::apportionment::Method;
use kurultai::scenario::{DEFAULT, Overrides, Scenario};
use kurultai::uncertainty::{Concentration, Dirichlet, Model};

/// The built-in scenario (seven lists, 145 seats, 5 %) without votes against all, by D'Hondt and with
/// Dirichlet shares.
pub(crate) fn scenario() -> Scenario {
    let poll = Concentration::Poll { sample_size: 1_000.0, design_effect: 1.0, prior: 0.5 };
    let scenario = Scenario::load(DEFAULT, None).expect("the built-in scenario is valid");
    let overrides = Overrides { method: Some(Method::DHondt), ..Overrides::default() };
    let mut scenario = scenario.with_overrides(&overrides).expect("a method is no conflict");
    scenario.model = Model::Dirichlet(Dirichlet::new(poll).expect("the parameters are in range"));
    scenario.ballots.against_all = 0;
    scenario.coalitions.clear();
    scenario
}
