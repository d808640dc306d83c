//! The report on one election that people forward: question, assumptions, seats, chances, other methods,
//! the account of the last seat, and how to get the same again. One HTML file, or Markdown with its
//! pictures beside it.

use super::messages::{Messages, fill};
use super::page::{Figure, Page, document};
use super::pictures::{Drawing, Drawn, PICTURES};
use super::{
    AllocationReport, CompareReport, SimulationReport, account, allocation_table, compare_table,
    decisions, polls, preamble, simulation_table,
};
use crate::analysis::{MatterPower, MethodComparison, Outcome, OutcomeError};
use crate::chart::{ChartError, Theme};

/// What a full report is about.
#[derive(Clone, Copy, Debug)]
pub struct FullReport<'a> {
    /// The draws, the count, and the language.
    pub simulation: SimulationReport<'a>,
    /// Why the count gives no seats, if it gives none.
    pub refused: Option<&'a OutcomeError>,
    /// Other methods on the same votes, if the count gives seats.
    pub comparison: Option<&'a MethodComparison>,
    /// The command that makes the report.
    pub command: &'a str,
}

/// A report in Markdown and the pictures that it shows, by name; their files end in `.svg`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkdownReport {
    /// The text.
    pub text: String,
    /// The pictures.
    pub pictures: Vec<(&'static str, String)>,
}

impl FullReport<'_> {
    /// One self-contained HTML document.
    ///
    /// # Errors
    /// [`ChartError`] if a picture cannot be drawn.
    pub fn html(&self) -> Result<String, ChartError> {
        let words = self.words();
        Ok(document(
            words.code,
            self.simulation.scenario.title.in_language(words.code),
            &self.page()?,
        ))
    }

    /// Markdown that shows its pictures from `directory`, a path relative to the text.
    ///
    /// # Errors
    /// [`ChartError`] if a picture cannot be drawn.
    pub fn markdown(&self, directory: &str) -> Result<MarkdownReport, ChartError> {
        let page = self.page()?;
        let figures = page.figures();
        Ok(MarkdownReport {
            text: page.markdown_with_pictures(directory),
            pictures: figures.map(|figure| (figure.name, figure.light.clone())).collect(),
        })
    }

    const fn words(&self) -> &'static Messages {
        self.simulation.words
    }

    fn page(&self) -> Result<Page, ChartError> {
        let words = self.words();
        let scenario = self.simulation.scenario;
        let mut page = Page::default();
        page.title(scenario.title.in_language(words.code));
        let house = words.seats(scenario.house.seats());
        page.say(words.full_report.question, &[("seats", &house)]);
        page.append(self.in_short());
        page.append(self.assumptions());
        page.append(self.seats()?);
        page.append(self.chances()?);
        page.append(self.methods()?);
        if let Some(outcome) = self.simulation.count {
            page.append(account::page(&self.allocation(outcome)));
        }
        page.append(self.reproduction());
        Ok(page)
    }

    fn allocation<'a>(&'a self, outcome: &'a Outcome) -> AllocationReport<'a> {
        AllocationReport {
            words: self.words(),
            scenario: self.simulation.scenario,
            outcome,
            seed: self.simulation.seed,
            explain: true,
            coalitions: None,
            margins: None,
            axioms: None,
        }
    }

    /// The answer before its reasons.
    fn in_short(&self) -> Page {
        let words = self.words();
        let SimulationReport { scenario, summary, .. } = self.simulation;
        let mut page = Page::default();
        page.heading(words.full_report.in_short);
        if let Some(outcome) = self.simulation.count {
            page.append(self.count_in_short(outcome));
        }
        if let Some(error) = self.refused {
            page.say(words.full_report.no_count, &[("reason", &error.to_string())]);
        }
        for ((name, needed), &chance) in summary.majorities.iter().zip(&summary.any_majority) {
            let values = [
                ("name", &*words.majority(name)),
                ("needed", &needed.to_string()),
                ("chance", &words.probability(chance)),
            ];
            page.say(words.full_report.chance_of_majority, &values);
        }
        // What happens in some draws and not in others, one in a hundred at least.
        let open: Vec<String> = (summary.parties.iter())
            .filter(|party| (0.01..=0.99).contains(&party.passes_threshold.probability()))
            .map(|party| {
                let name = allocation_table::name(words, scenario, party.party);
                format!("{name} {}", words.probability(party.passes_threshold))
            })
            .collect();
        if !open.is_empty() {
            page.say(words.full_report.passing_open, &[("lists", &open.join(", "))]);
        }
        page
    }

    fn count_in_short(&self, outcome: &Outcome) -> Page {
        let words = self.words();
        let scenario = self.simulation.scenario;
        let mut page = Page::default();
        let mut seated: Vec<usize> =
            (0..outcome.parties.len()).filter(|&party| outcome.parties[party].seats > 0).collect();
        seated.sort_by_key(|&party| std::cmp::Reverse(outcome.parties[party].seats));
        let name = |party: usize| allocation_table::name(words, scenario, party);
        let lists: Vec<String> = (seated.iter())
            .map(|&party| {
                let seats = outcome.parties[party].seats.to_string();
                fill(words.full_report.list_and_seats, &[("party", name(party)), ("seats", &seats)])
            })
            .collect();
        page.say(words.full_report.seats_counted, &[("lists", &lists.join(", "))]);
        for (majority, needed) in outcome.house.majorities() {
            let holder = seated.iter().find(|&&party| outcome.parties[party].seats >= needed);
            let message = match holder {
                Some(_) => words.full_report.majority_held,
                None => words.full_report.majority_open,
            };
            let values = [
                ("party", holder.map_or("", |&party| name(party))),
                ("name", &*words.majority(majority)),
                ("needed", &*needed.to_string()),
            ];
            page.say(message, &values);
        }
        page
    }

    fn assumptions(&self) -> Page {
        let words = self.words();
        let scenario = self.simulation.scenario;
        let mut page = Page::default();
        page.heading(words.full_report.assumptions);
        page.append(preamble::assumptions(words, scenario));
        page.append(simulation_table::run(&self.simulation));
        page.append(polls::page(words, scenario));
        page
    }

    fn seats(&self) -> Result<Page, ChartError> {
        let SimulationReport { words, scenario, .. } = self.simulation;
        let Some(outcome) = self.simulation.count else { return Ok(Page::default()) };
        let mut page = Page::default();
        page.heading(words.full_report.seats);
        page.append(self.pictures(|drawing, theme| match drawing {
            Drawing::Count(draw) => draw(words, scenario, outcome, theme),
            _ => Ok(None),
        })?);
        page.append(allocation_table::result(&self.allocation(outcome)));
        let matters = MatterPower::of_count(scenario, outcome);
        page.append(decisions::of_count(words, scenario, outcome.house.seats(), &matters));
        Ok(page)
    }

    fn chances(&self) -> Result<Page, ChartError> {
        let words = self.words();
        let mut page = Page::default();
        page.heading(words.full_report.chances);
        page.append(self.pictures(|drawing, theme| match drawing {
            Drawing::Draws(draw) => draw(&self.simulation, theme),
            _ => Ok(None),
        })?);
        page.append(simulation_table::result(&self.simulation));
        Ok(page)
    }

    fn methods(&self) -> Result<Page, ChartError> {
        let SimulationReport { words, scenario, seed, .. } = self.simulation;
        let Some(comparison) = self.comparison else { return Ok(Page::default()) };
        let report = CompareReport { words, scenario, comparison, draws: None, seed };
        let mut page = Page::default();
        page.heading(words.full_report.methods);
        page.append(self.pictures(|drawing, theme| match drawing {
            Drawing::Comparison(draw) => draw(&report, theme),
            _ => Ok(None),
        })?);
        page.append(compare_table::result(&report));
        Ok(page)
    }

    /// The pictures that `draw` knows to draw and that have something to show, in both themes.
    fn pictures(&self, draw: impl Fn(Drawing, Theme) -> Drawn) -> Result<Page, ChartError> {
        let mut page = Page::default();
        for picture in &PICTURES {
            let drawn = [draw(picture.drawing, Theme::Light)?, draw(picture.drawing, Theme::Dark)?];
            if let [Some(light), Some(dark)] = drawn {
                let shows = (picture.shows)(self.words());
                page.figure(Figure { name: picture.name, shows, light, dark });
            }
        }
        Ok(page)
    }

    fn reproduction(&self) -> Page {
        let words = self.words();
        let mut page = Page::default();
        page.heading(words.full_report.reproduction);
        page.say(words.full_report.command, &[("command", self.command)]);
        page.append(preamble::reproduce(words, self.simulation.scenario));
        page.say(words.full_report.same_again, &[]);
        page
    }
}
