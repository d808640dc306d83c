//! What the marks mean: samples with words, in lines above the picture.

use crate::chart::marks;
use crate::chart::sheet::{Anchor, MARGIN, Pen, Point, SMALLEST_TEXT, WIDTH, ellipsize, width};
use crate::election::Colour;

/// A mark as a sample.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::chart) enum Sample {
    /// A piece of a stacked bar.
    Square(Colour),
    /// A disc in no party's colour.
    Dot,
    /// A ring in no party's colour.
    Ring,
    /// The disc of bare ground that marks a median.
    Median,
    /// A bar of this height.
    Bar(f64),
    /// A line with stops.
    Whisker,
    /// A line through a bar.
    Limit,
}

/// A sample and what it means.
pub(in crate::chart) type Entry<'a> = (Sample, &'a str);

/// The width that every sample is centred in.
const SAMPLE: f64 = 26.0;
/// From a sample to its words, and from those to the next sample.
const GAP: f64 = 7.0;
const APART: f64 = 22.0;
/// From one line to the next.
const LINE: f64 = 21.0;
/// Between the key and the picture.
const BELOW: f64 = 8.0;

/// The entries with their places, from the key's upper left.
pub(super) struct Key {
    places: Vec<(Sample, String, Point)>,
    height: f64,
}

impl Key {
    pub(super) fn new(entries: &[Entry<'_>]) -> Self {
        let (mut x, mut y) = (0.0, 0.0);
        let room = WIDTH - 2.0 * MARGIN;
        let mut places = Vec::new();
        for &(sample, words) in entries {
            let words = ellipsize(words, SMALLEST_TEXT, false, room - sample_width(sample) - GAP);
            let wide = sample_width(sample) + GAP + width(&words, SMALLEST_TEXT, false);
            if x > 0.0 && x + wide > room {
                x = 0.0;
                y += LINE;
            }
            places.push((sample, words, Point { x, y }));
            x += wide + APART;
        }
        let height = if places.is_empty() { 0.0 } else { y + LINE + BELOW };
        Self { places, height }
    }

    pub(super) fn height(&self) -> f64 {
        self.height
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>, top: f64) {
        let lettering = pen.plain(SMALLEST_TEXT, Anchor::Start);
        for (sample, words, place) in &self.places {
            let left = MARGIN + place.x;
            let middle = top + place.y + LINE / 2.0;
            draw_sample(pen, *sample, Point { x: left, y: middle });
            let x = left + sample_width(*sample) + GAP;
            pen.text(words, Point { x, y: middle + 0.36 * SMALLEST_TEXT }, lettering);
        }
    }
}

fn sample_width(sample: Sample) -> f64 {
    match sample {
        Sample::Square(_) | Sample::Dot | Sample::Ring | Sample::Median | Sample::Limit => 16.0,
        Sample::Bar(_) | Sample::Whisker => SAMPLE,
    }
}

/// Draws a sample from its left end.
fn draw_sample(pen: &mut Pen<'_>, sample: Sample, at: Point) {
    let wide = sample_width(sample);
    let centre = Point { x: at.x + wide / 2.0, y: at.y };
    let bar = |pen: &mut Pen<'_>, high: f64, fill| {
        let from = Point { x: at.x, y: at.y - high / 2.0 };
        marks::bar(pen, from, Point { x: at.x + wide, y: at.y + high / 2.0 }, fill);
    };
    match sample {
        Sample::Square(colour) => bar(pen, 14.0, colour),
        Sample::Bar(high) => bar(pen, high, pen.theme.muted_ink()),
        Sample::Dot => marks::dot(pen, centre, 6.0, pen.theme.muted_ink()),
        Sample::Ring => marks::ring(pen, centre, 8.0, pen.theme.muted_ink()),
        Sample::Median => marks::dot(pen, centre, 5.0, pen.theme.background()),
        Sample::Limit => {
            let line = [-8.0, 8.0].map(|more| Point { x: centre.x, y: at.y + more });
            pen.line(&line, 1.6, pen.theme.ink());
        }
        Sample::Whisker => marks::whisker(pen, at, at.x + wide, 8.0),
    }
}
