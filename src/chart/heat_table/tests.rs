//! Whole pictures, drawn and read back.

use super::*;
use crate::chart::inspection::{filled, inspect};
use crate::chart::palette;
use crate::chart::samples::{LISTS, NAMES, assert_golden, caption};

fn row(label: &str, note: &str, seats: &[u32]) -> HeatRow {
    let seats = seats.iter().copied().map(Some).collect();
    HeatRow { label: label.to_owned(), note: note.to_owned(), seats }
}

fn column((index, label): (usize, &str)) -> HeatColumn {
    HeatColumn { label: label.to_owned(), colour: palette(index) }
}

fn table(lists: &[&str], rows: Vec<HeatRow>) -> HeatTable {
    HeatTable {
        caption: caption("What would other methods give?"),
        theme: Theme::Light,
        columns: lists.iter().copied().enumerate().map(column).collect(),
        rows,
        legend: "Seats more (blue) or fewer (orange) than under the law in force".to_owned(),
    }
}

fn of_2023() -> HeatTable {
    table(
        &LISTS[..6],
        vec![
            row("Largest remainders (Hare quota)", "the law in force", &[83, 17, 13, 13, 11, 8]),
            row("D’Hondt", "", &[85, 17, 13, 13, 10, 7]),
            row("Sainte-Laguë", "", &[83, 17, 13, 13, 11, 8]),
            row("Adams", "", &[81, 17, 14, 13, 11, 9]),
            row("Droop quota", "", &[84, 17, 13, 13, 10, 8]),
            row("Imperiali divisors", "", &[88, 17, 12, 12, 9, 7]),
            row("Huntington–Hill", "", &[83, 17, 13, 13, 11, 8]),
        ],
    )
}

/// Fourteen lists and thirty methods, moving up to 40 seats.
fn many() -> HeatTable {
    let lists: Vec<&str> = (0..14).map(|index| NAMES[index % 7]).collect();
    let rows = (0..30_u32).map(|method| {
        let seats: Vec<u32> =
            (0..14).map(|list| 60 + (method * list * 7) % 23 * method / 14).collect();
        row(NAMES[usize::try_from(method).unwrap() % 7], "", &seats)
    });
    let mut table = table(&lists, rows.collect());
    table.theme = Theme::Dark;
    table
}

#[test]
fn pictures_are_as_kept() {
    let mut dark = of_2023();
    dark.theme = Theme::Dark;
    assert_golden(
        &[("methods", of_2023()), ("methods-dark", dark), ("methods-many", many())]
            .map(|(name, chart)| (name, chart.draw().unwrap())),
    );
}

#[test]
fn a_cell_shows_seats_and_sign() {
    let svg = of_2023().draw().unwrap();
    let letters = inspect(&svg);
    let on_line = |label: &str| -> Vec<String> {
        let row = letters.iter().find(|one| one.text == label).unwrap();
        let middle = f64::midpoint(row.top, row.bottom);
        let mut cells: Vec<_> =
            letters.iter().filter(|one| one.top < middle && middle < one.bottom).collect();
        cells.sort_by(|one, other| one.left.total_cmp(&other.left));
        cells.into_iter().skip(1).map(|one| one.text.clone()).collect()
    };
    assert_eq!(on_line("D’Hondt"), ["85", "+2", "17", "13", "13", "10", "−1", "7", "−1"]);
    assert_eq!(on_line("Sainte-Laguë"), ["83", "17", "13", "13", "11", "8"]);
    // Blue for +2: one cell of D’Hondt and one swatch of the class 2 and 3.
    assert_eq!(filled(&svg, shade::Shades::new(Theme::Light, 5).fill(2)), 2);
}

#[test]
fn any_number_of_lists_and_methods_fits() {
    for lists in [1, 2, 14] {
        for methods in [1, 2, 30] {
            for name in [NAMES[0], NAMES[1], NAMES[3], NAMES[5]] {
                let rows = (0..methods).map(|method| row(name, name, &vec![100 + method; lists]));
                let mut table = table(&vec![name; lists], rows.collect());
                table.theme = if methods == 2 { Theme::Dark } else { Theme::Light };
                let letters = inspect(&table.draw().unwrap());
                assert!(letters.iter().all(|one| !one.text.ends_with('…')));
            }
        }
    }
}

#[test]
fn a_law_without_seats_has_a_row_of_dashes() {
    let mut table = of_2023();
    table.rows[3].seats = vec![None; 6];
    let texts: Vec<String> =
        inspect(&table.draw().unwrap()).into_iter().map(|one| one.text).collect();
    assert_eq!(texts.iter().filter(|text| *text == "–").count(), 6);
    table.rows[0].seats = vec![None; 6];
    assert!(inspect(&table.draw().unwrap()).iter().all(|one| one.text != "+2"));
}

#[test]
fn what_cannot_be_drawn_is_refused() {
    assert_eq!(table(&[], vec![]).draw(), Err(ChartError::Nothing("list")));
    assert_eq!(table(&["a"], vec![]).draw(), Err(ChartError::Nothing("method")));
    let rows = vec![row("law", "", &[1, 2]), row("other", "", &[1])];
    let refused = Err(ChartError::Cells { row: 2, cells: 1, columns: 2 });
    assert_eq!(table(&["a", "b"], rows).draw(), refused);
    let wide = vec![row("law", "", &[10_000; 40])];
    assert_eq!(table(&["a"; 40], wide).draw(), Err(ChartError::TooManyColumns { columns: 40 }));
}
