//! Pictures of a result, drawn when it is known in which theme.

use super::arguments::Form;
use super::failure::{Failure, Status};
use crate::analysis::{Course, Outcome};
use crate::chart::{ChartError, Theme};
use crate::report::messages::Messages;
use crate::report::pictures::{Drawing, PICTURES, methods};
use crate::report::{CompareReport, SimulationReport};
use crate::scenario::Scenario;

/// A picture under its name.
pub(super) struct Picture<'a> {
    pub(super) name: &'static str,
    draw: Box<dyn Fn(Theme) -> Result<String, ChartError> + 'a>,
}

impl Picture<'_> {
    /// The bytes of its file.
    pub(super) fn bytes(&self, theme: Theme, form: Form, scale: u8) -> Result<Vec<u8>, Failure> {
        let drawn = (self.draw)(theme).and_then(|svg| encode(svg, form, scale));
        drawn.map_err(|error| Failure::new(Status::Input, error))
    }
}

/// The bytes of a picture's file in this form.
#[cfg(feature = "png")]
pub(super) fn encode(svg: String, form: Form, scale: u8) -> Result<Vec<u8>, ChartError> {
    match form {
        Form::Svg => Ok(svg.into_bytes()),
        Form::Png => crate::chart::png(&svg, scale),
    }
}

#[cfg(not(feature = "png"))]
pub(super) fn encode(svg: String, _: Form, _: u8) -> Result<Vec<u8>, ChartError> {
    Ok(svg.into_bytes())
}

/// A scale for pictures that have no pixels.
pub(super) fn scale_without_pixels() -> Failure {
    let error = anyhow::anyhow!("--scale is for PNG pictures: an SVG has any size");
    Failure::new(Status::Usage, error)
}

/// The pictures of one allocation.
pub(super) fn of_count<'a>(
    words: &'a Messages,
    scenario: &'a Scenario,
    outcome: &'a Outcome,
) -> Vec<Picture<'a>> {
    let pictures = PICTURES.iter().filter_map(|picture| match picture.drawing {
        Drawing::Count(draw) => Some(Picture {
            name: picture.name,
            draw: Box::new(move |theme| draw(words, scenario, outcome, theme)),
        }),
        Drawing::Draws(_) | Drawing::Course(_) => None,
    });
    pictures.collect()
}

/// The pictures of many drawn elections, and of their course if it was followed.
pub(super) fn of_draws<'a>(
    report: &'a SimulationReport<'a>,
    course: Option<&'a Course>,
) -> Vec<Picture<'a>> {
    let pictures = PICTURES.iter().filter_map(|picture| match picture.drawing {
        Drawing::Draws(draw) => {
            Some(Picture { name: picture.name, draw: Box::new(move |theme| draw(report, theme)) })
        }
        Drawing::Course(draw) => {
            let course = course?;
            let draw = Box::new(move |theme| draw(report, course, theme));
            Some(Picture { name: picture.name, draw })
        }
        Drawing::Count(_) => None,
    });
    pictures.collect()
}

/// The pictures of laws side by side.
pub(super) fn of_comparison<'a>(report: &'a CompareReport<'a>) -> Vec<Picture<'a>> {
    vec![Picture { name: "methods", draw: Box::new(move |theme| methods(report, theme)) }]
}
