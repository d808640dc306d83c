//! `kurultai sweep`.

use anyhow::{Context, anyhow};
use clap::Args;

use super::arguments::{self, DEFAULT_SEED, InputOptions, LawOptions, OutputOptions, draws, seed};
use super::failure::{Failure, Status};
use super::output::Output;
use super::progress::Bar;
use super::{effect, input, pictures, threads};
use crate::analysis::{Axis, Sweep, SweepError, Vary};
use crate::apportionment::Method;
use crate::election::{PartyKind, party_named};
use crate::report::SweepReport;
use crate::scenario::Scenario;
use crate::simulation::Run;

#[derive(Debug, Args)]
pub(super) struct SweepOptions {
    #[command(flatten)]
    pub(super) input: InputOptions,

    /// What to vary: threshold, seats, share:NAME (of a list, all others in proportion), common-error, method
    #[arg(long, value_name = "WHAT")]
    vary: String,

    /// The first value, such as 0%, 98 or 0.05
    #[arg(long, value_name = "VALUE", allow_hyphen_values = true)]
    from: Option<String>,

    /// The last value
    #[arg(long, value_name = "VALUE", allow_hyphen_values = true)]
    to: Option<String>,

    /// The step from one value to the next
    #[arg(long, value_name = "VALUE", allow_hyphen_values = true)]
    step: Option<String>,

    /// The methods of --vary method, such as hare,dhondt [default: every one]
    #[arg(long, value_name = "NAME,...", value_delimiter = ',')]
    methods: Option<Vec<String>>,

    /// What else to vary, at every value of the first: a grid
    #[arg(long, value_name = "WHAT")]
    vary2: Option<String>,

    /// The first value of --vary2
    #[arg(long, value_name = "VALUE", allow_hyphen_values = true, requires = "vary2")]
    from2: Option<String>,

    /// The last value of --vary2
    #[arg(long, value_name = "VALUE", allow_hyphen_values = true, requires = "vary2")]
    to2: Option<String>,

    /// The step of --vary2
    #[arg(long, value_name = "VALUE", allow_hyphen_values = true, requires = "vary2")]
    step2: Option<String>,

    /// The list that the table of a grid shows [default: the one with the most seats]
    #[arg(long, value_name = "ID", requires = "vary2")]
    pub(super) show: Option<String>,

    /// Sweep over so many drawn elections too, the same at every point, such as 1e5
    #[arg(long, value_name = "N", allow_hyphen_values = true, value_parser = draws)]
    draws: Option<u64>,

    /// The seed of the draws and of lots: the same seed gives the same draws [default: 1]
    #[arg(long, value_name = "N", allow_hyphen_values = true, value_parser = seed)]
    seed: Option<u64>,

    /// How many threads to use for draws [default: one a core]; the result does not depend on it
    #[arg(long, value_name = "N", requires = "draws", allow_hyphen_values = true, value_parser = arguments::threads)]
    threads: Option<usize>,

    #[command(flatten)]
    law: LawOptions,

    #[command(flatten)]
    pub(super) output: OutputOptions,
}

pub(super) fn run(options: &SweepOptions) -> Result<Status, Failure> {
    let axes = axes(options)?;
    let scenario = input::scenario(&options.input, &options.law)?;
    let show = options.show.as_ref().map(|id| shown(&scenario, id)).transpose()?;
    let output = Output::prepare(&options.output, &options.input.scenario)?;
    if !options.output.quiet {
        input::warn_of(&options.input, &scenario, &options.law, options.draws.is_some());
    }
    let seed = options.seed.unwrap_or(DEFAULT_SEED);
    let mut sweep = swept(&scenario, axes, seed, options.output.quiet)
        .map_err(|error| refused(options, error))?;
    let is_seed_used = options.draws.is_some() || sweep.drew_lot();
    effect::say_of_seed(options.seed, is_seed_used, options.output.quiet);
    if let Some(draws) = options.draws {
        let run = Run { draws, seed, threads: threads::number(options.threads)? };
        let all = draws.saturating_mul(sweep.runs() as u64);
        let drawn = Bar::new(all, "draws", options.output.quiet)
            .during(|progress| sweep.with_draws(&scenario, run, progress));
        sweep = drawn.map_err(|error| refused(options, error))?;
    }
    let report = SweepReport {
        words: options.output.language.words(),
        scenario: &scenario,
        sweep: &sweep,
        draws: options.draws,
        seed,
        show,
    };
    let format = options.output.format();
    let text = report.render(format);
    effect::say_of_language(&options.output, &text, |words| {
        SweepReport { words, ..report }.render(format)
    });
    output.write(&text, &pictures::of_sweep(&report))?;
    Ok(Status::Done)
}

/// The counts of a sweep, with a bar while that lasts.
pub(super) fn swept(
    scenario: &Scenario,
    axes: Vec<Axis>,
    seed: u64,
    quiet: bool,
) -> Result<Sweep, SweepError> {
    Bar::new(Sweep::steps(scenario, &axes), "counts", quiet)
        .during(|progress| Sweep::watched(scenario, axes, seed, progress))
}

fn usage(error: impl Into<anyhow::Error>) -> Failure {
    Failure::new(Status::Usage, error)
}

fn refused(options: &SweepOptions, error: SweepError) -> Failure {
    match error {
        SweepError::Threads(error) => super::simulate::no_threads(error),
        error @ (SweepError::Lot(_) | SweepError::Simulation(_)) => {
            input::failure(&options.input, error)
        }
        error => Failure::new(Status::Input, anyhow!(error).context("--vary")),
    }
}

/// What is varied; all of it is read before any file.
fn axes(options: &SweepOptions) -> Result<Vec<Axis>, Failure> {
    let SweepOptions { from, to, step, from2, to2, step2, .. } = options;
    let first = ("", options.vary.as_str(), [from, to, step]);
    let second = options.vary2.as_deref().map(|vary| ("2", vary, [from2, to2, step2]));
    let asked: Vec<(&str, Vary, [&Option<String>; 3])> = std::iter::once(first)
        .chain(second)
        .map(|(number, vary, range)| {
            let option = || format!("--vary{number}");
            let vary = vary.parse::<Vary>().with_context(option).map_err(usage)?;
            Ok((number, vary, range))
        })
        .collect::<Result<_, Failure>>()?;
    let varies = |wanted: &Vary| asked.iter().any(|(_, vary, _)| vary == wanted);
    if options.methods.is_some() && !varies(&Vary::Method) {
        return Err(usage(anyhow!("--methods names the methods of --vary method; ask for that")));
    }
    if options.draws.is_none() && varies(&Vary::CommonError) {
        return Err(usage(anyhow!(
            "a common error moves draws, not the count: add --draws, such as --draws 1e5"
        )));
    }
    let read = |(number, vary, range)| axis(options, number, vary, range);
    asked.into_iter().map(read).collect()
}

/// One axis; `number` stands behind the names of its options.
fn axis(
    options: &SweepOptions,
    number: &str,
    vary: Vary,
    range: [&Option<String>; 3],
) -> Result<Axis, Failure> {
    let texts = range.map(Option::as_deref);
    let range = format!("--from{number}, --to{number} and --step{number}");
    match (vary, texts) {
        (Vary::Method, [None, None, None]) => methods(options),
        (Vary::Method, _) => {
            Err(usage(anyhow!("--vary{number} method takes --methods, not {range}")))
        }
        (vary, [Some(from), Some(to), Some(step)]) => {
            let name = format!("--vary{number} {vary}");
            Axis::between(vary, [from, to, step])
                .map_err(|error| Failure::new(Status::Input, anyhow!(error).context(name)))
        }
        (vary, _) => {
            let [from, to, step] = example(&vary);
            Err(usage(anyhow!(
                "--vary{number} {vary} needs {range}, such as --from{number} {from} --to{number} {to} \
                 --step{number} {step}"
            )))
        }
    }
}

const fn example(vary: &Vary) -> [&'static str; 3] {
    match vary {
        Vary::Threshold => ["0%", "10%", "0.5%"],
        Vary::Share(_) => ["0%", "50%", "1%"],
        Vary::CommonError => ["0", "0.3", "0.05"],
        Vary::Seats | Vary::Method => ["98", "150", "1"],
    }
}

fn methods(options: &SweepOptions) -> Result<Axis, Failure> {
    let Some(names) = &options.methods else { return Ok(Axis::every_method()) };
    let methods: Vec<Method> = names
        .iter()
        .map(|name| name.parse())
        .collect::<Result<_, _>>()
        .context("--methods")
        .map_err(usage)?;
    effect::distinct("--methods", &methods, ToString::to_string)?;
    Ok(Axis::methods(&methods))
}

/// The list that `--show` names.
fn shown(scenario: &Scenario, name: &str) -> Result<usize, Failure> {
    let refused = |error: anyhow::Error| Failure::new(Status::Input, error.context("--show"));
    let party = party_named(&scenario.parties, name).map_err(|error| refused(error.into()))?;
    if scenario.parties[party].kind == PartyKind::List {
        return Ok(party);
    }
    let lists = scenario.parties.iter().filter(|party| party.kind == PartyKind::List);
    let known: Vec<String> = lists.take(20).map(|party| format!("`{}`", party.id)).collect();
    let id = &scenario.parties[party].id;
    Err(refused(anyhow!("`{id}` is no list; the lists are {}", known.join(", "))))
}
