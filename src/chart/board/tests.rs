//! Whole boards, drawn and read back.

use super::*;
use crate::chart::inspection::{inspect, outlined};
use crate::chart::palette;
use crate::chart::rows::specimens::{
    THEMES, caption, every_form, majorities, near, scale, text, tick,
};

fn house(label: &str, seats: &[u32]) -> House {
    House {
        label: label.to_owned(),
        note: "law in force".to_owned(),
        seats: seats.to_vec(),
        unfilled: 0,
        house_size: seats.iter().sum(),
        majorities: majorities(),
        cells: vec!["2.59".to_owned()],
    }
}

fn chart(houses: Vec<House>, theme: Theme) -> BoardChart {
    let lists =
        (0..14).map(|index| List { label: format!("List {index}"), colour: palette(index) });
    BoardChart {
        caption: caption(),
        theme,
        axis_label: "share of the seats".to_owned(),
        unfilled_label: "vacant".to_owned(),
        percent: tick,
        headings: vec!["Gallagher".to_owned()],
        lists: lists.collect(),
        houses,
    }
}

const OF_2023: [u32; 7] = [83, 17, 13, 13, 11, 8, 0];

#[test]
fn pieces_are_shares_of_the_house_in_the_order_of_the_lists() {
    for theme in THEMES {
        let svg = chart(vec![house("Hare", &OF_2023)], theme).draw().unwrap();
        let letters = inspect(&svg);
        let x = scale(&letters, 0.2, 0.8);
        for (index, (from, to)) in [(0, (0.0, 83.0)), (1, (83.0, 100.0)), (5, (137.0, 145.0))] {
            // The sample of the key first.
            let pieces = outlined(&svg, theme, palette(index));
            near(pieces[1].left, x(from / 145.0) + 0.5);
            near(pieces[1].right, x(to / 145.0) - 0.5);
        }
        for (list, seats) in [("List 0", "83"), ("List 5", "8")] {
            text(&letters, list);
            text(&letters, seats);
        }
        assert!(!letters.iter().any(|one| one.text == "List 6"), "it has no seat anywhere");
        let label = text(&letters, "73 majority");
        assert!((label.left..label.right).contains(&x(73.0 / 145.0)));
    }
}

#[test]
fn narrow_pieces_have_their_numbers_below() {
    let svg = chart(vec![house("a", &[101, 33, 1, 2, 1, 3, 4])], Theme::Light).draw().unwrap();
    let letters = inspect(&svg);
    let bar = &outlined(&svg, Theme::Light, palette(0))[1];
    for (number, below) in [("101", false), ("33", false), ("2", true), ("4", false)] {
        assert_eq!(text(&letters, number).top > bar.bottom, below, "{number}");
    }
}

#[test]
fn majorities_that_differ_are_marked_in_their_rows() {
    let mut small = house("98 seats", &[57, 41]);
    small.majorities = vec![MajorityMark { label: "majority".to_owned(), seats: 50 }];
    let svg = chart(vec![house("145 seats", &OF_2023), small], Theme::Light).draw().unwrap();
    let letters = inspect(&svg);
    let x = scale(&letters, 0.2, 0.8);
    for (number, share) in [("73", 73.0 / 145.0), ("97", 97.0 / 145.0), ("50", 50.0 / 98.0)] {
        let found = text(&letters, number);
        near(f64::midpoint(found.left, found.right), x(share));
    }
    text(&letters, "majority / two-thirds majority");
}

#[test]
fn vacant_seats_are_hollow_and_explained() {
    let mut vacant = house("a", &[100, 5]);
    vacant.unfilled = 40;
    vacant.house_size = 145;
    let letters = inspect(&chart(vec![vacant], Theme::Dark).draw().unwrap());
    text(&letters, "vacant");
    text(&letters, "40");
}

#[test]
fn every_form_is_clean() {
    every_form(|names, theme| {
        let houses = names.iter().map(|name| house(name, &[60, 40, 1, 1, 2, 3, 4, 1, 1, 20, 5, 7]));
        let mut chart = chart(houses.collect(), theme);
        for (list, name) in chart.lists.iter_mut().zip(&names) {
            list.label.clone_from(name);
        }
        chart.draw()
    });
}

#[test]
fn more_lists_than_fit_still_have_a_picture() {
    let mut crowd = chart(vec![house("a", &[1; 145])], Theme::Light);
    crowd.lists =
        (0..145).map(|index| List { label: format!("{index}"), colour: palette(index) }).collect();
    inspect(&crowd.draw().unwrap());
}

#[test]
fn houses_that_do_not_add_up_are_refused() {
    let refused = |change: fn(&mut House)| {
        let mut house = house("a", &OF_2023);
        change(&mut house);
        chart(vec![house], Theme::Light).draw().unwrap_err()
    };
    assert_eq!(chart(vec![], Theme::Light).draw(), Err(ChartError::NoRows));
    let sum = ChartError::SeatSum { drawn: 145, house_size: 146 };
    assert_eq!(refused(|house| house.house_size = 146), sum);
    assert_eq!(refused(|house| house.house_size = 0), ChartError::HouseSize(0));
    let majority = ChartError::Majority { needed: 146, house_size: 145 };
    assert_eq!(refused(|house| house.majorities[0].seats = 146), majority);
}
