//! Pictures of a result, drawn when it is known in which theme.

use std::path::{Path, PathBuf};

use super::arguments::Form;
use super::failure::{Failure, Status};
use crate::analysis::{Course, Margins, Outcome};
use crate::chart::Theme;
use crate::report::messages::Messages;
use crate::report::pictures::{Drawing, Drawn, PICTURES, PictureEntry};
use crate::report::{BenchReport, CompareReport, SimulationReport, SweepReport};
use crate::scenario::Scenario;

/// Draws a picture in a theme.
type Draw<'a> = Box<dyn Fn(Theme) -> Drawn + 'a>;

/// A picture under its name.
pub(super) struct Picture<'a> {
    pub(super) name: &'static str,
    draw: Draw<'a>,
}

impl Picture<'_> {
    /// The picture as SVG; none if there is nothing to show.
    pub(super) fn svg(&self, theme: Theme) -> Result<Option<String>, Failure> {
        (self.draw)(theme).map_err(|error| {
            Failure::new(Status::Input, anyhow::Error::from(error).context(self.name))
        })
    }
}

/// Every picture in every theme and form asked for, under the names of their files: `hemicycle.svg`,
/// `hemicycle-dark.svg`.
pub(super) fn files(
    pictures: &[Picture<'_>],
    forms: &[Form],
    themes: &[Theme],
    scale: u8,
) -> Result<Vec<(PathBuf, Vec<u8>)>, Failure> {
    let mut files = Vec::new();
    for picture in pictures {
        let known = [(Theme::Light, ""), (Theme::Dark, "-dark")];
        for (theme, suffix) in known.into_iter().filter(|(known, _)| themes.contains(known)) {
            let Some(svg) = picture.svg(theme)? else { continue };
            for &form in Form::ALL.iter().filter(|form| forms.contains(form)) {
                let name = PathBuf::from(format!("{}{suffix}.{}", picture.name, form.ending()));
                let bytes = encode(&svg, form, scale, &name)?;
                files.push((name, bytes));
            }
        }
    }
    Ok(files)
}

/// The bytes of a picture's file in this form; messages call it `name`.
#[cfg(feature = "png")]
pub(super) fn encode(svg: &str, form: Form, scale: u8, name: &Path) -> Result<Vec<u8>, Failure> {
    match form {
        Form::Svg => Ok(svg.as_bytes().to_vec()),
        Form::Png => crate::chart::png(svg, scale).map_err(|error| {
            let named = anyhow::Error::from(error).context(name.display().to_string());
            Failure::new(Status::Input, named)
        }),
    }
}

#[cfg(not(feature = "png"))]
pub(super) fn encode(svg: &str, _: Form, _: u8, _: &Path) -> Result<Vec<u8>, Failure> {
    Ok(svg.as_bytes().to_vec())
}

/// A scale for pictures that have no pixels.
pub(super) fn scale_without_pixels() -> Failure {
    let error = anyhow::anyhow!("--scale is for PNG pictures: an SVG has any size");
    Failure::new(Status::Usage, error)
}

/// The pictures for which `bind` knows what they are drawn from.
fn drawn_from<'a>(bind: impl Fn(Drawing) -> Option<Draw<'a>>) -> Vec<Picture<'a>> {
    let bound =
        |entry: &PictureEntry| Some(Picture { name: entry.name, draw: bind(entry.drawing)? });
    PICTURES.iter().filter_map(bound).collect()
}

/// The pictures of one allocation, and of its margins if they are known.
pub(super) fn of_count<'a>(
    words: &'a Messages,
    scenario: &'a Scenario,
    outcome: &'a Outcome,
    margins: Option<&'a Margins>,
) -> Vec<Picture<'a>> {
    drawn_from(|drawing| match (drawing, margins) {
        (Drawing::Count(draw), _) => {
            Some(Box::new(move |theme| draw(words, scenario, outcome, theme)))
        }
        (Drawing::Margins(draw), Some(margins)) => {
            Some(Box::new(move |theme| draw(words, scenario, outcome, margins, theme)))
        }
        _ => None,
    })
}

/// The pictures of many drawn elections, and of their course if it was followed.
pub(super) fn of_draws<'a>(
    report: &'a SimulationReport<'a>,
    course: Option<&'a Course>,
) -> Vec<Picture<'a>> {
    drawn_from(|drawing| match (drawing, course) {
        (Drawing::Draws(draw), _) => Some(Box::new(move |theme| draw(report, theme))),
        (Drawing::Course(draw), Some(course)) => {
            Some(Box::new(move |theme| draw(report, course, theme)))
        }
        _ => None,
    })
}

/// The pictures of a sweep.
pub(super) fn of_sweep<'a>(report: &'a SweepReport<'a>) -> Vec<Picture<'a>> {
    drawn_from(|drawing| match drawing {
        Drawing::Sweep(draw) | Drawing::Swing(draw) => {
            Some(Box::new(move |theme| draw(report, theme)))
        }
        _ => None,
    })
}

/// The pictures of methods judged over many elections.
pub(super) fn of_bench<'a>(report: &'a BenchReport<'a>) -> Vec<Picture<'a>> {
    drawn_from(|drawing| match drawing {
        Drawing::Bench(draw) => Some(Box::new(move |theme| draw(report, theme))),
        _ => None,
    })
}

/// The pictures of several laws on the same votes.
pub(super) fn of_comparison<'a>(report: &'a CompareReport<'a>) -> Vec<Picture<'a>> {
    drawn_from(|drawing| match drawing {
        Drawing::Comparison(draw) => Some(Box::new(move |theme| draw(report, theme))),
        _ => None,
    })
}
