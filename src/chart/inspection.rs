//! What the tests of all pictures look at: the drawn SVG, parsed again.

use roxmltree::{Document, Node};

use super::Theme;
use super::palette::contrast;
use super::sheet::{self, SMALLEST_TEXT};
use crate::election::Colour;

/// All that a picture is made of.
const ELEMENTS: [&str; 9] =
    ["svg", "title", "desc", "g", "rect", "circle", "polyline", "polygon", "text"];
const ATTRIBUTES: [&str; 14] = [
    "x",
    "y",
    "width",
    "height",
    "cx",
    "cy",
    "r",
    "points",
    "fill",
    "stroke",
    "stroke-width",
    "font-size",
    "font-weight",
    "text-anchor",
];

/// A text of the picture, and the box that it can fill at most, in logical pixels.
#[derive(Debug)]
pub(super) struct Letters {
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
}

impl Letters {
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// All texts of a picture.
pub(super) fn letters(document: &Document<'_>) -> Vec<Letters> {
    document
        .descendants()
        .filter(|node| node.has_tag_name("text"))
        .map(|node| {
            let number = |name| node.attribute(name).unwrap().parse::<f64>().unwrap();
            let text = node.text().unwrap().trim().to_owned();
            let (x, size) = (number("x"), number("font-size"));
            let baseline = number("y");
            let bold = node.attribute("font-weight") == Some("bold");
            let wide = sheet::width(&text, size, bold);
            let left = match node.attribute("text-anchor") {
                None => x,
                Some("middle") => x - wide / 2.0,
                Some(_) => x - wide,
            };
            Letters {
                left,
                right: left + wide,
                // Capitals with a diacritic above, descenders below.
                top: baseline - 0.8 * size,
                bottom: baseline + 0.2 * size,
                text,
            }
        })
        .collect()
}

/// Checks what holds for every picture: well-formed, described, presentation by attributes alone, nothing finer
/// than a tenth of a pixel, nothing too small, no text that leaves the sheet or runs into another.
pub(super) fn inspect(svg: &str) -> Vec<Letters> {
    let document = Document::parse(svg).unwrap();
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    for name in ["title", "desc"] {
        assert!(root.children().any(|node| node.has_tag_name(name)), "no {name}");
    }
    for node in root.descendants().filter(Node::is_element) {
        assert!(ELEMENTS.contains(&node.tag_name().name()), "{node:?}");
        let name =
            |attribute: &str| ATTRIBUTES.contains(&attribute) || attribute.starts_with("data-");
        assert!(node == root || node.attributes().all(|one| name(one.name())), "{node:?}");
        for attribute in node.attributes() {
            let numbers = attribute.value().split([' ', ',']);
            let finest = numbers.filter(|number| number.parse::<f64>().is_ok());
            let mut decimals = finest.filter_map(|number| Some(number.split_once('.')?.1));
            assert!(decimals.all(|tenths| tenths.len() == 1), "{attribute:?}");
        }
    }
    let sheet = root.attribute("viewBox").unwrap().split(' ');
    let sheet: Vec<f64> = sheet.map(|number| number.parse().unwrap()).collect();
    for text in document.descendants().filter(|node| node.has_tag_name("text")) {
        let size: f64 = text.attribute("font-size").unwrap().parse().unwrap();
        assert!(size >= SMALLEST_TEXT, "{:?} is too small", text.text());
    }
    let letters = letters(&document);
    for (index, one) in letters.iter().enumerate() {
        assert!(one.left >= 0.0 && one.right <= sheet[2], "{one:?} leaves the sheet");
        assert!(one.top >= 0.0 && one.bottom <= sheet[3], "{one:?} leaves the sheet");
        for other in &letters[..index] {
            assert!(!one.overlaps(other), "{one:?} runs into {other:?}");
        }
    }
    letters
}

/// How many elements have this name.
pub(super) fn count(svg: &str, name: &str) -> usize {
    let document = Document::parse(svg).unwrap();
    document.descendants().filter(|node| node.has_tag_name(name)).count()
}

/// How many areas have this colour.
pub(super) fn filled(svg: &str, colour: Colour) -> usize {
    let colour = colour.to_string();
    shapes(svg).iter().filter(|shape| shape.fill == colour).count()
}

/// The corners of the lines in this colour, in logical pixels.
pub(super) fn polylines(svg: &str, colour: Colour) -> Vec<Vec<(f64, f64)>> {
    let document = Document::parse(svg).unwrap();
    let colour = colour.to_string();
    let lines = document
        .descendants()
        .filter(|node| node.has_tag_name("polyline") && node.attribute("stroke") == Some(&*colour));
    lines
        .map(|node| {
            let points = node.attribute("points").unwrap().split_whitespace();
            points
                .map(|point| {
                    let (x, y) = point.split_once(',').unwrap();
                    (x.parse::<f64>().unwrap(), y.parse::<f64>().unwrap())
                })
                .collect()
        })
        .collect()
}

/// A filled rectangle or disc of the picture, in logical pixels.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    pub(super) is_round: bool,
    pub(super) fill: String,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
}

/// All of them, in the order in which they are drawn; the first is the ground.
pub(super) fn shapes(svg: &str) -> Vec<Shape> {
    let document = Document::parse(svg).unwrap();
    document
        .descendants()
        .filter_map(|node| {
            let number = |name| node.attribute(name).unwrap().parse::<f64>().unwrap();
            let fill = node.attribute("fill")?.to_owned();
            let (left, right, top, bottom) = match node.tag_name().name() {
                "rect" => {
                    let (x, y) = (number("x"), number("y"));
                    (x, x + number("width"), y, y + number("height"))
                }
                "circle" => {
                    let (x, y, radius) = (number("cx"), number("cy"), number("r"));
                    (x - radius, x + radius, y - radius, y + radius)
                }
                _ => return None,
            };
            Some(Shape { is_round: node.has_tag_name("circle"), fill, left, right, top, bottom })
        })
        .collect()
}

/// The shapes of this colour, each of which must stand on an outline that is larger on all sides and far enough
/// from the ground (3 : 1). A piece of a mark that is painted again, under a number, is no shape of its own.
pub(super) fn outlined(svg: &str, theme: Theme, colour: Colour) -> Vec<Shape> {
    assert!(contrast(theme.outline(), theme.background()) >= 3.0);
    let shapes = shapes(svg);
    assert_eq!(shapes[0].fill, theme.background().to_string());
    let (outline, colour) = (theme.outline().to_string(), colour.to_string());
    let mut found: Vec<Shape> = Vec::new();
    let within = |inner: &Shape, outer: &Shape| {
        inner.left >= outer.left
            && inner.right <= outer.right
            && inner.top >= outer.top
            && inner.bottom <= outer.bottom
    };
    let mut before: Option<Shape> = None;
    for shape in shapes {
        if shape.fill == colour && !found.iter().any(|mark| within(&shape, mark)) {
            let rim = before.as_ref().filter(|rim| {
                let sides = [
                    shape.left - rim.left,
                    rim.right - shape.right,
                    shape.top - rim.top,
                    rim.bottom - shape.bottom,
                ];
                rim.fill == outline && sides.into_iter().all(|side| side > 0.75)
            });
            assert!(rim.is_some(), "{shape:?} has no outline: {before:?}");
            found.push(shape.clone());
        }
        before = Some(shape);
    }
    found
}
