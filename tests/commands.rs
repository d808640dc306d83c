//! Every command of the README and of `tests/commands`, with the output shown there.

#[test]
fn commands_print_what_is_written() {
    trycmd::TestCases::new()
        .default_bin_name("kurultai")
        .case("README.md")
        .case("docs/bench.md")
        .case("docs/compare.md")
        .case("docs/decisions.md")
        .case("docs/polls.md")
        .case("docs/uncertainty.md")
        .case("docs/axioms.md")
        .case("docs/margins.md")
        .case("docs/sweep.md")
        .case("tests/commands/*.trycmd");
}
