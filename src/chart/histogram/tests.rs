//! Whole histograms, drawn and read back.

use super::*;
use crate::chart::inspection::{filled, inspect};
use crate::chart::palette;

fn percent(share: f64) -> String {
    format!("{:.1}%", share * 100.0)
}

fn panel(label: &str, counts: Vec<u64>) -> Panel {
    let note = "median 83, 90 %: 78–88".to_owned();
    Panel { label: label.to_owned(), colour: palette(0), counts, note }
}

fn chart(panels: Vec<Panel>) -> HistogramChart {
    HistogramChart {
        caption: Caption {
            title: "How many seats?".to_owned(),
            subtitle: "100,000 draws, seed 1".to_owned(),
            source: "Central Election Commission".to_owned(),
            description: "Amanat: median 83".to_owned(),
            language: "en".to_owned(),
        },
        theme: Theme::Light,
        axis_label: "seats".to_owned(),
        zero_label: "no seats".to_owned(),
        share_label: "share of draws".to_owned(),
        bin_note: "several to a bar".to_owned(),
        percent,
        panels,
        majorities: [("majority", 73), ("two thirds", 97)]
            .map(|(label, seats)| MajorityMark { label: label.to_owned(), seats })
            .into(),
    }
}

/// A triangle of counts around `middle`.
fn around(middle: usize, zero: u64) -> Vec<u64> {
    let mut counts = vec![0; 146];
    counts[0] = zero;
    for (distance, count) in [(0, 40), (1, 30), (2, 10), (3, 1)] {
        counts[middle - distance] += count;
        counts[middle + distance] += count;
    }
    counts
}

#[test]
fn zero_is_a_bar_of_its_own_with_its_share() {
    let svg = chart(vec![panel("Auyl", around(17, 162 / 2))]).draw().unwrap();
    let texts: Vec<String> = inspect(&svg).into_iter().map(|letters| letters.text).collect();
    // 81 draws of 162 + 81 = 243 are a third.
    assert!(texts.contains(&"33.3%".to_owned()), "{texts:?}");
    // Seven bars and the one for zero, each under its outline in the party's colour.
    assert_eq!(filled(&svg, palette(0)), 8);
    let without = chart(vec![panel("Auyl", around(17, 0))]).draw().unwrap();
    assert!(inspect(&without).iter().all(|one| one.text != "33.3%"));
    assert_eq!(filled(&without, palette(0)), 7);
}

/// The widest share beside the widest number of a scale.
#[test]
fn a_full_column_keeps_off_the_scale() {
    let mut chart = chart(vec![panel("Auyl", vec![1, 0]), panel("Amanat", around(17, 0))]);
    chart.percent = |_| ">99.9 %".to_owned();
    inspect(&chart.draw().unwrap());
}

#[test]
fn one_draw_in_a_billion_is_still_a_bar() {
    let mut counts = around(17, 0);
    counts[17] = 1_000_000_000_000;
    counts[40] = 1;
    let svg = chart(vec![panel("Auyl", counts)]).draw().unwrap();
    assert_eq!(filled(&svg, palette(0)), 8);
}

#[test]
fn majorities_within_the_axis_are_marked() {
    let svg = chart(vec![panel("Amanat", around(83, 0)), panel("Auyl", around(17, 0))]).draw();
    let texts: Vec<String> =
        inspect(&svg.unwrap()).into_iter().map(|letters| letters.text).collect();
    for text in ["73 majority", "97 two thirds", "seats", "no seats"] {
        assert!(texts.contains(&text.to_owned()), "{text} is missing: {texts:?}");
    }
}

#[test]
fn fourteen_long_names_fit() {
    let names = [
        "Қазақстан Республикасының жалпыұлттық демократиялық партиясы",
        "Общенациональная социал-демократическая партия Казахстана 26",
        "<script>alert(\"&\")</script>\0",
        "👩‍👩‍👧🇰🇿🐎",
    ];
    let panels = (0..14usize).map(|index| panel(names[index % 4], around(5 * index + 4, 7)));
    let mut chart = chart(panels.collect());
    chart.theme = Theme::Dark;
    let letters = inspect(&chart.draw().unwrap());
    assert!(letters.iter().all(|one| !one.text.contains('…')));
}

#[test]
fn wide_ranges_are_binned_and_say_so() {
    let mut counts = vec![1; 10_001];
    counts[0] = 0;
    let wide = chart(vec![panel("Auyl", counts)]);
    assert!(wide.bin_width().unwrap() > 1);
    let svg = wide.draw().unwrap();
    let says = |svg| inspect(svg).iter().any(|one| one.text.contains("several to a bar"));
    assert!(says(&svg));
    let narrow = chart(vec![panel("Auyl", around(17, 0))]);
    assert_eq!(narrow.bin_width(), Ok(1));
    assert!(!says(&narrow.draw().unwrap()));
}

#[test]
fn degenerate_distributions_have_pictures() {
    let always = |seats: usize| {
        let mut counts = vec![0; seats + 1];
        counts[seats] = u64::MAX;
        counts
    };
    for counts in [always(0), always(1), always(145), always(10_000), vec![u64::MAX; 146]] {
        inspect(&chart(vec![panel("Auyl", counts)]).draw().unwrap());
    }
}

#[test]
fn nothing_to_draw_is_an_error() {
    assert_eq!(chart(vec![]).draw(), Err(ChartError::NoDraws { panel: 1 }));
    let panels = vec![panel("Auyl", around(17, 0)), panel("Baytaq", vec![0; 146])];
    assert_eq!(chart(panels).draw(), Err(ChartError::NoDraws { panel: 2 }));
}

#[test]
fn the_same_chart_gives_the_same_bytes() {
    let drawn = || chart(vec![panel("Auyl", around(17, 3))]).draw();
    assert_eq!(drawn(), drawn());
}
