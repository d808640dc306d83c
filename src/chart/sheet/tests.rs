//! What the pen draws, read back.

use roxmltree::{Document, Node};

use super::*;
use crate::election::Colour;

const RED: Colour = Colour::new(0xff, 0, 0x0a);

fn drawn(scene: impl FnOnce(&mut Pen<'_>)) -> String {
    draw(&Caption::default(), Theme::Dark, 300.0, scene)
}

/// The elements after title, description and ground: name and attributes.
fn elements(svg: &str) -> Vec<(String, Vec<(String, String)>)> {
    let document = Document::parse(svg).unwrap();
    let nodes = document.root_element().descendants().filter(Node::is_element).skip(4);
    nodes
        .map(|node| {
            let attributes = node.attributes();
            let attributes = attributes.map(|one| (one.name().to_owned(), one.value().to_owned()));
            (node.tag_name().name().to_owned(), attributes.collect())
        })
        .collect()
}

fn element(name: &str, attributes: &[(&str, &str)]) -> (String, Vec<(String, String)>) {
    let attributes = attributes.iter().map(|&(name, value)| (name.to_owned(), value.to_owned()));
    (name.to_owned(), attributes.collect())
}

#[test]
fn every_mark_is_an_element_with_its_places_in_tenths() {
    let point = |x, y| Point { x, y };
    let svg = drawn(|pen| {
        pen.disc(point(100.04, 20.06), 7.0, RED);
        pen.rectangle(point(1.0, 2.25), point(11.5, 4.0), RED);
        pen.polygon(&[point(0.0, 0.0), point(5.5, 0.0), point(0.0, 5.0)], RED);
        pen.line(&[point(1.0, 2.0), point(3.0, 4.96)], 0.8, RED);
        pen.text("", point(1.0, 2.0), pen.small(Anchor::Start));
    });
    let expected = [
        element("circle", &[("cx", "100"), ("cy", "20.1"), ("r", "7"), ("fill", "#ff000a")]),
        // Corners are rounded, not widths: from 2.3 to 4.
        element(
            "rect",
            &[("x", "1"), ("y", "2.3"), ("width", "10.5"), ("height", "1.7"), ("fill", "#ff000a")],
        ),
        element("polygon", &[("points", "0,0 5.5,0 0,5"), ("fill", "#ff000a")]),
        element(
            "polyline",
            &[
                ("points", "1,2 3,5"),
                ("fill", "none"),
                ("stroke", "#ff000a"),
                ("stroke-width", "0.8"),
            ],
        ),
    ];
    assert_eq!(elements(&svg), expected);
}

#[test]
fn letters_have_size_weight_anchor_and_the_ink_of_the_theme() {
    let at = Point { x: 10.0, y: 20.5 };
    let svg = drawn(|pen| {
        pen.text("a", at, pen.lettering(15.0, true, Anchor::Start));
        pen.text("b", at, pen.small(Anchor::Middle));
        pen.text("c", at, pen.plain(13.5, Anchor::End));
    });
    let place = [("x", "10"), ("y", "20.5")];
    let text = |rest: &[(&str, &str)]| element("text", &[&place, rest].concat());
    let (ink, muted) = (Theme::Dark.ink().to_string(), Theme::Dark.muted_ink().to_string());
    let expected = [
        text(&[("font-size", "15"), ("font-weight", "bold"), ("fill", &ink)]),
        text(&[("font-size", "12"), ("text-anchor", "middle"), ("fill", &muted)]),
        text(&[("font-size", "13.5"), ("text-anchor", "end"), ("fill", &ink)]),
    ];
    assert_eq!(elements(&svg), expected);
}

#[test]
fn lines_of_text_stand_below_each_other() {
    let lines = ["a", "b", "c"].map(str::to_owned);
    let mut after = 0.0;
    let svg = drawn(|pen| {
        let lettering = pen.lettering(20.0, false, Anchor::Start);
        after = pen.lines(&lines, Point { x: 0.0, y: 50.0 }, lettering, 1.25);
    });
    let document = Document::parse(&svg).unwrap();
    let texts = document.descendants().filter(|node| node.has_tag_name("text"));
    let heights: Vec<&str> = texts.filter_map(|node| node.attribute("y")).collect();
    assert_eq!(heights, ["50", "75", "100"]);
    assert!((after - 125.0_f64).abs() < 1e-9);
}

#[test]
fn a_mark_holds_what_its_scene_draws_and_nothing_else() {
    let hostile = "<b>\"a\" & 'b'\0</b>";
    let svg = drawn(|pen| {
        let mark = Mark { title: hostile, list: hostile, seat: Some(7), value: Some(83) };
        pen.mark(mark, |pen| {
            pen.mark(Mark::default(), |pen| pen.disc(Point { x: 1.0, y: 1.0 }, 1.0, RED));
        });
        pen.line(&[], 1.0, RED);
    });
    let document = Document::parse(&svg).unwrap();
    let marks: Vec<Node<'_, '_>> =
        document.root_element().children().filter(Node::is_element).skip(3).collect();
    let [group, line] = marks[..] else { panic!("{marks:?}") };
    assert!(group.has_tag_name("g") && line.has_tag_name("polyline"));
    let read = "<b>\"a\" & 'b'</b>";
    let said = group.attributes().map(|one| (one.name(), one.value())).collect::<Vec<_>>();
    assert_eq!(said, [("data-list", read), ("data-seat", "7"), ("data-value", "83")]);
    let inside: Vec<Node<'_, '_>> = group.children().filter(Node::is_element).collect();
    let [title, inner] = inside[..] else { panic!("{inside:?}") };
    assert_eq!((title.tag_name().name(), title.text()), ("title", Some(read)));
    assert_eq!(inner.attributes().len(), 0);
    assert!(inner.first_element_child().is_some_and(|node| node.has_tag_name("circle")));
}

#[test]
fn the_ground_covers_the_sheet_in_the_colour_of_the_theme() {
    let svg = drawn(|_| ());
    let document = Document::parse(&svg).unwrap();
    let root = document.root_element();
    assert_eq!(root.attribute("viewBox"), Some("0 0 960 300"));
    assert_eq!(root.attribute("font-family"), Some(FONTS));
    let ground = root.children().find(|node| node.has_tag_name("rect")).unwrap();
    let said = ["x", "y", "width", "height", "fill"].map(|name| ground.attribute(name).unwrap());
    assert_eq!(said, ["0", "0", "960", "300", &*Theme::Dark.background().to_string()]);
}
