//! Whole hemicycles, drawn and read back.

use std::ops::Range;

use roxmltree::{Document, Node};

use super::*;
use crate::chart::inspection::{count, filled, inspect};
use crate::chart::palette;
use crate::chart::sheet::{MARGIN, WIDTH};

/// 60 characters each, in the two alphabets that have the widest letters.
const LONG: [&str; 4] = [
    "Қазақстан Республикасының жалпыұлттық демократиялық партиясы",
    "Народно-демократическая патриотическая партия «Ауыл» и союзы",
    "Байтақ — Қазақстанның жасылдар партиясы 🐎🌿 «Болашақ ұрпақ»!!",
    "Общенациональная социал-демократическая партия Казахстана 26",
];

fn chart(blocks: &[(&str, u32)], house_size: u32, majorities: &[(&str, u32)]) -> HemicycleChart {
    let blocks = blocks.iter().enumerate().map(|(index, &(label, seats))| Block {
        label: label.to_owned(),
        seats,
        colour: palette(index),
    });
    let majorities =
        majorities.iter().map(|&(label, seats)| MajorityMark { label: label.to_owned(), seats });
    HemicycleChart {
        caption: Caption {
            title: "Who sits in the Kurultai?".to_owned(),
            subtitle: "Hare quota, threshold 5 % of valid votes".to_owned(),
            source: "Central Election Commission".to_owned(),
            description: "Amanat 83 of 145 seats".to_owned(),
            language: "en".to_owned(),
        },
        theme: Theme::Light,
        blocks: blocks.collect(),
        unfilled: None,
        majorities: majorities.collect(),
        coalitions: Vec::new(),
        house_size,
        total_label: "seats".to_owned(),
    }
}

const TWO_LINES: [(&str, u32); 2] = [("majority", 73), ("two thirds", 97)];

fn of_2023() -> HemicycleChart {
    let parties = [
        ("Amanat", 83),
        ("Auyl", 17),
        ("Respublica", 13),
        ("Aq Jol", 13),
        ("People’s Party", 11),
        ("OSDP", 8),
    ];
    chart(&parties, 145, &TWO_LINES)
}

#[test]
fn every_party_and_every_majority_is_named_with_its_number() {
    let svg = of_2023().draw().unwrap();
    let texts: Vec<String> = inspect(&svg).into_iter().map(|letters| letters.text).collect();
    for text in ["Amanat", "83", "Auyl", "17", "11", "OSDP", "8", "majority", "73", "97", "145"] {
        assert!(texts.iter().any(|found| found == text), "{text} is missing");
    }
    // A disc for the outline and one inside it for each seat, and no others.
    assert_eq!(count(&svg, "circle"), 2 * 145);
    assert_eq!(filled(&svg, palette(0)), 83);
}

#[test]
fn the_usual_picture_is_960_by_600() {
    let svg = of_2023().draw().unwrap();
    let document = Document::parse(&svg).unwrap();
    let root = document.root_element();
    for (name, value) in [("viewBox", "0 0 960 600"), ("width", "960"), ("height", "600")] {
        assert_eq!(root.attribute(name), Some(value), "{name}");
    }
    assert_eq!(root.attribute("lang"), Some("en"));
}

/// Whoever points at a seat learns its list, and a program that reads the picture its number too.
#[test]
fn seats_are_grouped_by_list_and_numbered_from_the_left() {
    let mut chart = of_2023();
    chart.blocks[5].seats = 6;
    chart.unfilled = Some(Unfilled { label: "vacant".to_owned(), seats: 2 });
    let svg = chart.draw().unwrap();
    let document = Document::parse(&svg).unwrap();
    let lists: Vec<Node<'_, '_>> =
        document.descendants().filter(|node| node.attribute("data-value").is_some()).collect();
    let said = lists.iter().map(|list| {
        let title = list.first_element_child().and_then(|node| node.text());
        (title.unwrap(), list.attribute("data-list"), list.attribute("data-value").unwrap())
    });
    let expected = [
        ("Amanat 83", Some("Amanat"), "83"),
        ("Auyl 17", Some("Auyl"), "17"),
        ("Respublica 13", Some("Respublica"), "13"),
        ("Aq Jol 13", Some("Aq Jol"), "13"),
        ("People’s Party 11", Some("People’s Party"), "11"),
        ("OSDP 6", Some("OSDP"), "6"),
        ("vacant 2", None, "2"),
    ];
    assert_eq!(said.collect::<Vec<_>>(), expected);
    // Seats have the numbers of the layout, which counts by angle, and stand where it says.
    let layout = Layout::new(145).unwrap();
    let (first, last) = (&layout.seats()[0], &layout.seats()[144]);
    let mut places = Vec::new();
    for list in lists {
        let seats = list.children().filter(|node| node.has_attribute("data-seat"));
        let before = places.len();
        for seat in seats {
            let disc = seat.first_element_child().filter(|node| node.has_tag_name("circle"));
            places.push(disc.unwrap().attribute("cx").unwrap().parse::<f64>().unwrap());
            assert_eq!(seat.attribute("data-seat"), Some(&*places.len().to_string()));
        }
        let seats = (places.len() - before).to_string();
        assert_eq!(list.attribute("data-value"), Some(&*seats));
    }
    assert_eq!(places.len(), 145);
    let unit = (places[144] - places[0]) / (last.x - first.x);
    for (place, seat) in places.iter().zip(layout.seats()) {
        // Each place is rounded by half a tenth, and so are both ends of the scale.
        assert!((place - places[0] - unit * (seat.x - first.x)).abs() < 0.16, "{seat:?}");
    }
}

#[test]
fn the_same_chart_gives_the_same_bytes() {
    assert_eq!(of_2023().draw(), of_2023().draw());
}

#[test]
fn a_sum_that_is_not_the_house_is_refused() {
    for seats in [61, 63] {
        let drawn = u64::from(seats) + 83;
        let error = chart(&[("a", 83), ("b", seats)], 145, &[]).draw();
        assert_eq!(error, Err(ChartError::SeatSum { drawn, house_size: 145 }));
    }
    let mut vacant = chart(&[("a", 83)], 145, &[]);
    vacant.unfilled = Some(Unfilled { label: "vacant".to_owned(), seats: 62 });
    inspect(&vacant.draw().unwrap());
    vacant.unfilled = Some(Unfilled { label: "vacant".to_owned(), seats: u32::MAX });
    assert!(matches!(vacant.draw(), Err(ChartError::SeatSum { drawn: 4_294_967_378, .. })));
}

#[test]
fn an_impossible_majority_is_refused() {
    for needed in [0, 146] {
        let error = chart(&[("a", 145)], 145, &[("m", needed)]).draw();
        assert_eq!(error, Err(ChartError::Majority { needed, house_size: 145 }));
    }
    inspect(&chart(&[("a", 145)], 145, &[("all", 145), ("one", 1)]).draw().unwrap());
}

#[test]
fn parties_without_seats_are_not_drawn() {
    let svg = chart(&[("nobody", 0), ("all", 145)], 145, &[]).draw().unwrap();
    assert!(!svg.contains("nobody"));
}

/// Fourteen lists with names of 60 characters, however the seats fall.
#[test]
fn long_names_fit_and_stay_whole() {
    let even = [10; 14];
    let mut lopsided = [4; 14];
    lopsided[0] = 93;
    let mut from_the_right = [4; 14];
    from_the_right[13] = 93;
    let mut tiny = [1; 14];
    tiny[6] = 132;
    for seats in [even, lopsided, from_the_right, tiny] {
        let parties: Vec<(&str, u32)> =
            seats.iter().enumerate().map(|(index, &seats)| (LONG[index % 4], seats)).collect();
        let house = seats.iter().sum();
        let lines = [("қарапайым көпшілік", 73), ("конституционное большинство", 97)];
        let svg = chart(&parties, house, &lines).draw().unwrap();
        let letters = inspect(&svg);
        assert!(letters.iter().all(|one| !one.text.contains('…')), "{seats:?} shortens a name");
        let (left, right) = (MARGIN - 0.1, WIDTH - MARGIN + 0.1);
        assert!(letters.iter().all(|one| one.left > left && one.right < right), "{seats:?}");
        let words = |text: &str| text.split([' ', '-']).count();
        let drawn: usize = letters
            .iter()
            .filter(|one| one.text.chars().any(char::is_alphabetic))
            .map(|one| words(one.text.trim_end_matches('-')))
            .sum();
        assert!(drawn >= parties.iter().map(|party| words(party.0) - 3).sum());
    }
}

#[test]
fn any_house_has_a_clean_picture() {
    for house in [1u32, 2, 3, 5, 11, 12, 50, 99, 100, 146, 147, 500, 1000] {
        let left = house / 2 + 1;
        let lines = [("majority", left), ("two thirds", (2 * house).div_ceil(3))];
        let svg = chart(&[("Amanat", left), ("Auyl", house - left)], house, &lines).draw();
        inspect(&svg.unwrap());
    }
}

/// Every size has all its seats; every thirteenth, and all without a proper arrangement, are looked at.
#[test]
fn every_house_has_all_its_seats() {
    for house in (1u32..=1000).step_by(13).chain([100, 146, 205, 272, 348, 434, 530, 635, 748, 872])
    {
        let left = house.div_ceil(2);
        let mut chart = chart(&[("Amanat", left), ("Ауыл", house - left)], house, &[]);
        chart.majorities =
            vec![MajorityMark { label: "majority".to_owned(), seats: house / 2 + 1 }];
        let svg = chart.draw().unwrap();
        inspect(&svg);
        assert_eq!(count(&svg, "circle"), usize::try_from(2 * house).unwrap(), "{house}");
    }
}

fn coalition(label: &str, blocks: Range<usize>) -> Coalition {
    Coalition { label: label.to_owned(), blocks }
}

#[test]
fn a_coalition_is_named_with_its_total() {
    let mut chart = of_2023();
    chart.coalitions = vec![coalition("Opposition", 1..6), coalition("Two", 0..2)];
    let svg = chart.draw().unwrap();
    let texts: Vec<String> = inspect(&svg).into_iter().map(|letters| letters.text).collect();
    for text in ["Opposition", "62", "Two", "100"] {
        assert!(texts.iter().any(|found| found == text), "{text} is missing: {texts:?}");
    }
}

/// Deep brackets and long names, at both ends, over parties with one seat and with none.
#[test]
fn brackets_leave_room_for_every_label() {
    for house in [14u32, 145, 600] {
        let parties: Vec<(&str, u32)> = (0..14usize)
            .map(|index| (LONG[index % 4], if index == 5 { house - 12 } else { 1 }))
            .collect();
        let total = parties.iter().map(|party| party.1).sum();
        let mut chart = chart(&parties, total, &[(LONG[1], total / 2 + 1)]);
        chart.blocks[13].seats = 0;
        chart.house_size -= 1;
        chart.coalitions = vec![
            coalition(LONG[0], 0..6),
            coalition(LONG[1], 5..14),
            coalition(LONG[2], 2..8),
            coalition(LONG[3], 12..14),
        ];
        inspect(&chart.draw().unwrap());
    }
}

#[test]
fn a_coalition_of_parties_that_are_not_there_is_refused() {
    for blocks in [6..7, 0..7, 3..3] {
        let mut chart = of_2023();
        chart.coalitions = vec![coalition("Nobody", blocks)];
        let error = ChartError::Coalition { label: "Nobody".to_owned(), blocks: 6 };
        assert_eq!(chart.draw(), Err(error));
    }
}

#[test]
fn majorities_of_the_same_number_share_a_line() {
    let svg = chart(&[("a", 145)], 145, &[("simple", 73), ("of all members", 73)]).draw().unwrap();
    let texts: Vec<String> = inspect(&svg).into_iter().map(|letters| letters.text).collect();
    assert!(texts.contains(&"simple, of all members".to_owned()), "{texts:?}");
}

#[test]
fn unbroken_names_and_many_lists_end_in_something_readable() {
    let word = "Партия".repeat(10);
    let parties: Vec<(&str, u32)> = (0..14).map(|_| (word.as_str(), 10)).collect();
    inspect(&chart(&parties, 140, &[("m", 71)]).draw().unwrap());
    let crowd: Vec<(&str, u32)> = (0..100).map(|index| (LONG[index % 4], 1)).collect();
    inspect(&chart(&crowd, 100, &[("m", 51)]).draw().unwrap());
}

#[test]
fn hostile_names_stay_text() {
    let names = [
        "<script>alert(1)</script>",
        "a\"b'c&d;e,f",
        "\0\u{1}\u{1b}[31m\u{fffe}x",
        "]]>",
        "<!--",
        "حزب الشعب \u{202e}gnp",
        "👩‍👩‍👧🇰🇿🐎",
        "",
        " ",
        "Ә",
    ];
    let parties: Vec<(&str, u32)> = names.iter().map(|&name| (name, 14)).collect();
    let mut chart = chart(&parties, 140, &[("<b>", 71)]);
    chart.caption.title = "<title> & \"quotes\" \0".to_owned();
    chart.caption.language = "en\" onload=\"x".to_owned();
    let svg = chart.draw().unwrap();
    let texts: Vec<String> = inspect(&svg).into_iter().map(|letters| letters.text).collect();
    for text in ["<script>alert(1)</script>", "a\"b'c&d;e,f", "]]>", "<!--", "<b>"] {
        assert!(texts.iter().any(|found| found == text), "{text} is not there: {texts:?}");
    }
    let document = Document::parse(&svg).unwrap();
    assert!(!document.descendants().any(|node| node.has_tag_name("script")));
    assert_eq!(document.root_element().attribute("onload"), None);
    // The same names, as attributes and as titles.
    let lists: Vec<&str> =
        document.descendants().filter_map(|node| node.attribute("data-list")).collect();
    let expected = [
        "<script>alert(1)</script>",
        "a\"b'c&d;e,f",
        "[31mx",
        "]]>",
        "<!--",
        "حزب الشعب gnp",
        "👩‍👩‍👧🇰🇿🐎",
        " ",
        "Ә",
    ];
    assert_eq!(lists, expected);
    let titles: Vec<&str> = (document.descendants().filter(|node| node.has_tag_name("title")))
        .filter_map(|node| node.text())
        .collect();
    assert_eq!(titles[0], "<title> & \"quotes\" ");
    assert!(titles.contains(&"<script>alert(1)</script> 14"), "{titles:?}");
}
