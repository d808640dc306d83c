//! Refusals of models of uncertainty, each with its exact text.

use kurultai::scenario::Scenario;

/// A scenario of two lists and votes against all, with this model.
fn message(model: &str) -> String {
    let text = format!(
        "schema = 1\ntitle = \"t\"\n[house]\nseats = 10\n[law]\npreset = \"kurultai-2026\"\n[votes]\nagainst_all = 10\n\
         [[party]]\nid = \"a\"\nvotes = 60\n[[party]]\nid = \"b\"\nvotes = 40\n[uncertainty]\n{model}\n"
    );
    match Scenario::from_toml("s.toml", &text, None) {
        Ok(_) => "accepted".to_owned(),
        Err(error) => error.to_string(),
    }
}

fn assert_refused<const N: usize>(cases: [(&'static str, &'static str); N]) {
    super::assert_messages(
        cases.into_iter().map(|(model, expected)| (model.to_owned(), expected, message(model))),
    );
}

#[test]
fn refusals_of_plain_models() {
    assert_refused([
        (
            "model = \"dirichlet-kappa\"",
            "s.toml:15:1: the model `dirichlet-kappa` has either `concentration = 600`, or `sd = 0.02` and \
             `at_share = 0.5`, the standard deviation of a share of that size",
        ),
        (
            "model = \"dirichlet-kappa\"\nsd = 0.9\nat_share = 0.5",
            "s.toml:17:6: `sd` is 0.9: it must be so small that the concentration p(1 - p)/sd² - 1 is from 1 \
             to 1e12",
        ),
        (
            "model = \"dirichlet-kappa\"\nconcentration = 1",
            "s.toml:17:17: `concentration` is 1: it must be so large that κ times the smallest share is at \
             least 0.1",
        ),
        (
            "model = \"multinomial\"",
            "s.toml:15:1: `sample_size` is missing in `[uncertainty]` for the model `multinomial`; write \
             `sample_size = 1000`, the persons asked",
        ),
        (
            "model = \"multinomial\"\nsample_size = 1.5",
            "s.toml:17:15: `sample_size` is 1.5: it must be a whole number from 1 to 1e9",
        ),
    ]);
}

#[test]
fn refusals_of_logistic_models() {
    assert_refused([
        (
            "model = \"logistic-normal\"\npollsters = 3",
            "s.toml:17:13: `pollsters` divides the variance of `house_error`, which is missing; add it or \
             leave this out",
        ),
        (
            "model = \"logistic-normal\"\ndays = 3",
            "s.toml:17:8: a drift needs both `days`, until the election, and `drift_per_day`, in log points",
        ),
        (
            "model = \"logistic-normal\"\ncenter = \"mode\"",
            "s.toml:17:10: `center` is the string \"mode\"; it must be `median` or `mean`",
        ),
        (
            "model = \"logistic-normal\"\ncorrelations = [{ parties = [\"a\", \"c\"], correlation = 0.5 }]",
            "s.toml:17:35: nothing on the ballot is called `c`; there are `a`, `b`, `against_all`",
        ),
        (
            "model = \"logistic-normal\"\ncorrelations = [{ parties = [\"a\"], correlation = 0.5 }]",
            "s.toml:17:17: a bloc of correlated errors names two lists or more, each once, and no pair that \
             has a correlation already",
        ),
        (
            "model = \"logistic-normal\"\ncorrelations = [{ parties = [\"a\", \"b\"], correlation = 1 }]",
            "s.toml:17:17: `correlation` is 1: it must be a number from -0.9999 to 0.9999",
        ),
        (
            "model = \"logistic-normal\"\ncorrelations = [{ parties = [\"a\", \"b\", \"against_all\"], correlation = -0.6 }]\nsample_size = 1e9",
            "s.toml:17:16: no errors can have these correlations together: where a moves with b and b with c, \
             a cannot move against c as far; make them smaller",
        ),
        (
            "model = \"logistic-t\"\ndegrees_of_freedom = 0",
            "s.toml:17:22: `degrees_of_freedom` is 0: it must be a number from 0.2 to 1e6",
        ),
    ]);
}

#[test]
fn refusals_of_past_errors_and_mixtures() {
    assert_refused([
        (
            "model = \"normal\"\nsample_size = 500\nsd_factor = -1",
            "s.toml:18:13: `sd_factor` is -1: it must be a number from 0 to 100",
        ),
        (
            "model = \"empirical\"\nerrors = \"history.csv\"",
            "s.toml:17:10: `errors` needs a scenario that is a file itself, for its path starts there; save \
             the scenario as a `.toml` beside it",
        ),
        (
            "model = \"mixture\"\ncomponents = []",
            "s.toml:17:14: a mixture has 1 to 100 components, none of which is a mixture itself",
        ),
        (
            "model = \"mixture\"\ncomponents = [{ weight = 0, model = \"point\" }]",
            "s.toml:17:26: `weight` is 0: it must be a number from 1e-9 to 1e9",
        ),
        (
            "model = \"mixture\"\ncomponents = [{ weight = 1, model = \"mixture\", components = [] }]",
            "s.toml:17:61: this scenario is a component of a mixture, so its own model cannot be one; name a \
             model",
        ),
        (
            "model = \"mixture\"\ncomponents = [{ weight = 1, scenario = \"other.toml\" }]",
            "s.toml:17:40: the path of a scenario needs a scenario that is a file itself; name a built-in one",
        ),
        (
            "model = \"mixture\"\ncomponents = [{ weight = 1, scenario = \"mazhilis-2021\" }]",
            "s.toml:17:40: `nur_otan` has votes in that scenario and is not on this ballot, which has `a`, \
             `b`, `against_all`",
        ),
    ]);
}

/// α = κ·p: of 100 votes b has 10, so κ of 1 gives it 0.1, the least that is accepted, and
/// 9 votes would give 0.09.
#[test]
fn the_least_concentration_is_accepted() {
    let of = |a: u64, b: u64| {
        let text = format!(
            "schema = 1\ntitle = \"t\"\n[house]\nseats = 10\n[law]\npreset = \"kurultai-2026\"\n\
             [[party]]\nid = \"a\"\nvotes = {a}\n[[party]]\nid = \"b\"\nvotes = {b}\n\
             [uncertainty]\nmodel = \"dirichlet-kappa\"\nconcentration = 1\n"
        );
        Scenario::from_toml("s.toml", &text, None).map_err(|error| error.to_string())
    };
    assert!(of(90, 10).is_ok());
    assert_eq!(
        of(91, 9).unwrap_err(),
        "s.toml:15:17: `concentration` is 1: it must be so large that κ times the smallest share is at \
         least 0.1"
    );
}
