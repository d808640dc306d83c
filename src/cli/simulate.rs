//! `kurultai simulate`.

use anyhow::Context;

use super::arguments::SimulateOptions;
use super::failure::{Failure, Status};
use super::output::Output;
use super::progress::Bar;
use super::{effect, input, pictures, threads};
use crate::analysis::{
    CoalitionAnalysis, Comparison, Course, Estimate, Event, Outcome, OutcomeError, Question,
    Summary, Target,
};
use crate::election::LocalName;
use crate::report::messages::{Messages, fill};
use crate::report::{AllocationReport, Format, SimulationReport};
use crate::scenario::Scenario;
use crate::simulation::{FIRST_DRAWS, Progress, Run, Simulation, Tally};

/// The most draws of a run that stops by a rule, where nothing else is said.
const MOST_DRAWS: u64 = 100_000_000;

pub(super) fn run(options: &SimulateOptions) -> Result<Status, Failure> {
    let scenario = input::scenario(&options.input, &options.law)?;
    let bad_input = |error: anyhow::Error| input::failure(&options.input, error);
    let bad_value = |error: anyhow::Error| Failure::new(Status::Input, error);
    let mut simulation = Simulation::new(&scenario).map_err(|error| bad_input(error.into()))?;
    if options.coalitions {
        simulation = simulation.counting_subsets().map_err(|error| bad_input(error.into()))?;
    }
    let target = target(options, &scenario).map_err(bad_value)?;
    let questions =
        questions(&options.probability, target.as_ref(), &scenario).map_err(bad_value)?;
    let events: Vec<Event> =
        questions.iter().filter_map(|question| question.event().cloned()).collect();
    // A count that admits nobody still has draws that do; a lot that cannot have been drawn is refused.
    let count = match Outcome::of(&scenario, options.seed) {
        Err(error @ OutcomeError::Lot { .. }) => return Err(bad_input(error.into())),
        count => count.ok(),
    };
    let output = Output::prepare(&options.output, &options.input.scenario)?;
    if !options.output.quiet {
        input::warn_of(&options.input, &scenario, &options.law, true);
    }
    if let Some(draw) = options.replay {
        return replay(options, &scenario, &simulation, draw, &output);
    }
    let most = target.as_ref().map(|_| options.max_draws.unwrap_or(MOST_DRAWS));
    let run = Run {
        draws: most.unwrap_or(options.draws),
        seed: options.seed,
        threads: threads::number(options.threads)?,
    };
    let (target, quiet) = (target.as_ref(), options.output.quiet);
    let mut course = options.output.chart.as_ref().map(|_| course(&events, &scenario));
    let power = options.coalitions;
    let summary = summary(run, &scenario, &simulation, target, course.as_mut(), power, quiet)?;
    let asked = estimates(
        &questions,
        Run { draws: summary.draws, ..run },
        &scenario,
        (&simulation, &summary),
        quiet,
    )?;
    let comparison = Comparison::of(&scenario, &summary, options.seed)
        .map_err(|error| bad_input(error.into()))?;
    let report = SimulationReport {
        words: options.output.language.words(),
        scenario: &scenario,
        summary: &summary,
        count: count.as_ref(),
        comparison: comparison.as_ref(),
        seed: options.seed,
        asked: &asked,
        target,
    };
    let mut pictures = pictures::of_draws(&report, course.as_ref());
    if let Some(count) = &count {
        pictures.extend(pictures::of_count(report.words, &scenario, count, None));
    }
    let format = options.output.format();
    if format == Format::Json {
        // The document can be far larger than what it is made from.
        effect::say_of_language_in_pieces(&options.output, |words, out| {
            SimulationReport { words, ..report }.write_json(out)
        });
        output.write_pieces(|out| report.write_json(out), &pictures)?;
        return Ok(Status::Done);
    }
    let text = report.render(format);
    effect::say_of_language(&options.output, &text, |words| {
        SimulationReport { words, ..report }.render(format)
    });
    output.write(&text, &pictures)?;
    Ok(Status::Done)
}

/// What was asked for, and what the run stops by.
fn questions(
    asked: &[String],
    target: Option<&Target>,
    scenario: &Scenario,
) -> anyhow::Result<Vec<Question>> {
    let asked = asked.iter().map(|text| Question::parse(text, scenario));
    let mut questions: Vec<Question> = asked.collect::<Result<_, _>>().context("--probability")?;
    questions.extend(target.and_then(|target| target.event.clone()).map(Question::from));
    Ok(questions)
}

/// The questions with their answers; those under a condition need the draws once more.
fn estimates(
    questions: &[Question],
    run: Run,
    scenario: &Scenario,
    (simulation, summary): (&Simulation<'_>, &Summary),
    quiet: bool,
) -> Result<Vec<(Question, Estimate)>, Failure> {
    let is_drawn_again = questions.iter().any(|question| question.event().is_none());
    let ask = |progress: Progress<'_>| {
        Question::estimates(questions, scenario, summary, (run, simulation, progress))
    };
    let found = Bar::new(run.draws, "draws", quiet || !is_drawn_again).during(ask);
    Ok(questions.iter().cloned().zip(found.map_err(no_threads)?).collect())
}

/// What a picture follows over the draws: what was asked, or else the majorities of the largest list.
pub(super) fn course(asked: &[Event], scenario: &Scenario) -> Course {
    Course::new(match asked {
        [] => Event::majorities_of_largest(scenario),
        asked => asked.to_vec(),
    })
}

pub(super) fn no_threads<E>(_: E) -> Failure {
    let asked = anyhow::anyhow!("the system cannot start the threads; ask for fewer by --threads");
    Failure::new(Status::File, asked)
}

/// What the run is to know before it stops, if it has a rule to stop.
fn target(options: &SimulateOptions, scenario: &Scenario) -> anyhow::Result<Option<Target>> {
    Ok(match (&options.until, options.precision) {
        (Some(until), _) => Some(Target::parse(until, scenario).context("--until")?),
        (None, Some(precision)) => Some(Target::all(precision).context("--precision")?),
        (None, None) if options.max_draws.is_some() => {
            anyhow::bail!(
                "--max-draws bounds --until and --precision; give one of them, or --draws"
            )
        }
        (None, None) => None,
    })
}

/// Draws as often as the run or its target says, following the course, and sums up; with `power`, also
/// the power of every list in the first draws.
pub(super) fn summary(
    run: Run,
    scenario: &Scenario,
    simulation: &Simulation<'_>,
    target: Option<&Target>,
    course: Option<&mut Course>,
    power: bool,
    quiet: bool,
) -> Result<Summary, Failure> {
    let tally = tally(run, scenario, simulation, target, course, quiet)?;
    let draws = tally.draws().min(FIRST_DRAWS);
    let first = Bar::new(draws, "draws looked at again", quiet)
        .during(|progress| run.first_draws(simulation, &tally, power, progress))
        .map_err(no_threads)?;
    Ok(Summary::new(scenario, &tally).with_first_draws(simulation, run.seed, &tally, &first))
}

fn tally(
    run: Run,
    scenario: &Scenario,
    simulation: &Simulation<'_>,
    target: Option<&Target>,
    mut course: Option<&mut Course>,
    quiet: bool,
) -> Result<Tally, Failure> {
    let is_watched = course.is_some();
    let mut look = |tally: &Tally| {
        if let Some(course) = &mut course {
            course.look(scenario, tally);
        }
    };
    let tally = Bar::new(run.draws, "draws", quiet).during(|progress| match target {
        None if is_watched => run.tally_watched(simulation, progress, &mut look),
        None => run.tally(simulation, progress),
        Some(target) => run.tally_until(simulation, progress, |tally| {
            look(tally);
            target.is_reached(&Summary::new(scenario, tally))
        }),
    });
    let tally = tally.map_err(no_threads)?;
    look(&tally);
    Ok(tally)
}

/// One draw, told like a count.
fn replay(
    options: &SimulateOptions,
    scenario: &Scenario,
    simulation: &Simulation<'_>,
    draw: u64,
    output: &Output,
) -> Result<Status, Failure> {
    let (mut drawn, outcome, error) = Outcome::of_draw(scenario, simulation, options.seed, draw);
    let words = options.output.language.words();
    drawn.title = drawn_title(words, &scenario.title, draw, options.seed, error.as_ref());
    let coalitions = options.coalitions.then(|| CoalitionAnalysis::of(&drawn, &outcome));
    let report = AllocationReport {
        words,
        scenario: &drawn,
        outcome: &outcome,
        seed: options.seed,
        explain: error.is_none(),
        coalitions: coalitions.as_ref(),
        margins: None,
        axioms: None,
    };
    let pictures = pictures::of_count(report.words, &drawn, &outcome, None);
    let format = options.output.format();
    let text = report.render(format);
    effect::say_of_language(&options.output, &text, |words| {
        AllocationReport { words, ..report }.render(format)
    });
    output.write(&text, &pictures)?;
    Ok(Status::Done)
}

/// The title of one draw; with the reason if it has no seats.
fn drawn_title(
    words: &Messages,
    title: &LocalName,
    draw: u64,
    seed: u64,
    error: Option<&impl ToString>,
) -> LocalName {
    let values = [
        ("title", title.in_language(words.code)),
        ("draw", &*draw.to_string()),
        ("seed", &seed.to_string()),
        ("reason", &error.map_or_else(String::new, ToString::to_string)),
    ];
    let message = if error.is_some() { words.drawn_title_no_seats } else { words.drawn_title };
    LocalName::new(fill(message, &values))
}
