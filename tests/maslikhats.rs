//! The list seats of maslikhats, which the same Article 97-1 governs: five official results, from the file of
//! published figures, against the built-in scenarios and against the article done by hand.

#![expect(clippy::unwrap_used, reason = "a surprise should stop a test where it happens")]

use std::process::Command;

use kurultai::analysis::Outcome;
use kurultai::apportionment::Method;
use kurultai::law::PRESETS;
use kurultai::scenario::{Overrides, Scenario, built_in};

/// The scenarios, the maslikhat and the year in the file, and the official seats in the order of the scenario.
const SCENARIOS: [(&str, &str, &str, &[u32]); 5] = [
    ("maslikhat-almaty-2023", "Almaty", "2023", &[12, 3, 3, 2, 1, 0]),
    ("maslikhat-astana-2023", "Astana", "2023", &[12, 3, 1, 1, 0, 0]),
    ("maslikhat-kostanay-2023", "Kostanay region", "2023", &[9, 3, 2, 1, 1]),
    ("maslikhat-shymkent-2021", "Shymkent", "2021", &[24, 3, 3, 0, 0]),
    ("maslikhat-rudny-2021", "Rudny city", "2021", &[12, 3, 0]),
];

/// A row of the file of published figures.
struct Row {
    seats: u32,
    threshold: String,
    party: String,
    votes: u64,
    /// In hundredths of a percent.
    share: Option<u128>,
    official_seats: Option<u32>,
}

fn rows(maslikhat: &str, year: &str) -> Vec<Row> {
    let path = format!("{}/tests/data/kazakhstan/maslikhats.csv", env!("CARGO_MANIFEST_DIR"));
    let mut reader = csv::Reader::from_path(path).unwrap();
    let records = reader.records().map(Result::unwrap);
    records
        .filter(|row| &row[0] == maslikhat && row[1].starts_with(year))
        .map(|row| Row {
            seats: row[2].parse().unwrap(),
            threshold: row[3].to_owned(),
            party: row[4].to_owned(),
            votes: row[5].parse().unwrap(),
            share: row[6].replace('.', "").parse().ok(),
            official_seats: row[7].parse().ok(),
        })
        .collect()
}

/// Whole quotas of admitted votes over seats, then the largest remainders, in whole numbers.
fn article_97_1(votes: &[u64], against_all: u64, percent: u64, seats: u32) -> Vec<u32> {
    let valid = votes.iter().sum::<u64>() + against_all;
    let admitted: Vec<u64> =
        votes.iter().map(|&votes| if votes * 100 >= valid * percent { votes } else { 0 }).collect();
    let all: u64 = admitted.iter().sum();
    let seats = u64::from(seats);
    let mut found: Vec<u64> = admitted.iter().map(|votes| votes * seats / all).collect();
    let mut order: Vec<usize> = (0..votes.len()).collect();
    order.sort_by_key(|&list| std::cmp::Reverse(admitted[list] * seats % all));
    let left = seats - found.iter().sum::<u64>();
    for &list in order.iter().take(usize::try_from(left).unwrap()) {
        found[list] += 1;
    }
    found.into_iter().map(|seats| u32::try_from(seats).unwrap()).collect()
}

#[test]
fn every_scenario_has_the_published_figures_and_the_official_seats() {
    for (name, maslikhat, year, official) in SCENARIOS {
        let scenario = Scenario::load(name, None).unwrap();
        let published = rows(maslikhat, year);
        let against_all: u64 =
            (published.iter()).filter(|row| row.party == "Against all").map(|row| row.votes).sum();
        assert_eq!(scenario.ballots.against_all, against_all, "{name}");
        let lists = published.iter().filter(|row| row.party != "Against all").count();
        assert_eq!(scenario.parties.len(), lists, "{name}");
        let valid = scenario.ballots.valid_votes();
        for (at, party) in scenario.parties.iter().enumerate() {
            let english = match party.name.in_language("en") {
                "People's Party" => "QHP",
                other => other,
            };
            let row = published.iter().find(|row| row.party == english).unwrap();
            assert_eq!(scenario.ballots.parties[at], row.votes, "{name}: {english}");
            assert_eq!(party.official_seats, row.official_seats, "{name}: {english}");
            assert_eq!(party.official_seats, Some(official[at]), "{name}: {english}");
            assert_eq!(scenario.house.seats(), row.seats, "{name}");
            assert_eq!(scenario.law.threshold.share.to_string(), row.threshold, "{name}");
            // The published percentages are of the votes for lists and against all.
            if let Some(share) = row.share {
                let hundredths = 10_000 * u128::from(row.votes);
                let found = (hundredths + valid / 2) / valid;
                assert_eq!(found, share, "{name}: {english}");
            }
        }
        assert_eq!(official.iter().sum::<u32>(), scenario.house.seats(), "{name}");
        let outcome = Outcome::of(&scenario, 1).unwrap();
        assert_eq!(outcome.allocation.seats, official, "{name}");
        assert!(outcome.allocation.ties.is_empty(), "{name}: a tie, though the order is not known");
        let percent = if year == "2023" { 5 } else { 7 };
        let votes = &scenario.ballots.parties;
        let by_hand = article_97_1(votes, against_all, percent, scenario.house.seats());
        assert_eq!(by_hand, official, "{name}");
    }
}

#[test]
fn check_passes_on_each() {
    for (name, ..) in SCENARIOS {
        let output = Command::new(env!("CARGO_BIN_EXE_kurultai")).args(["check", name]).output();
        let output = output.unwrap();
        assert_eq!(output.status.code(), Some(0), "{name}");
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.contains(" seats found are the official ones."), "{name}: {text}");
    }
}

/// Almaty: 267,002 votes of admitted lists for 21 seats, quota 12,714.4. Whole quotas 11, 3, 3, 1, 1; the
/// remainders .92 of Amanat and .83 of Baytaq win the other two. By D'Hondt the 21st quotient is Amanat's
/// 13th: 151,531/13 = 11,656.2 is above 23,266/2 = 11,633 of Baytaq.
#[test]
fn almaty_excludes_dhondt() {
    let seats = |method| {
        let overrides = Overrides { method: Some(method), ..Overrides::default() };
        let scenario = Scenario::load("maslikhat-almaty-2023", None).unwrap();
        let scenario = scenario.with_overrides(&overrides).unwrap();
        Outcome::of(&scenario, 1).unwrap().allocation.seats
    };
    assert_eq!(seats(Method::Hare), [12, 3, 3, 2, 1, 0]);
    assert_eq!(seats(Method::DHondt), [13, 3, 3, 1, 1, 0]);
}

/// Kostanay's lists have 350,112 votes and the smallest 22,115, which is 5 % of 442,300: 92,188 votes against
/// all leave it in, one more does not.
#[test]
fn unknown_votes_against_all_change_nothing_in_kostanay() {
    let text =
        built_in().iter().find(|known| known.name == "maslikhat-kostanay-2023").unwrap().text;
    let seats = |against_all: u64| {
        let text = text.replace("[votes]\n", &format!("[votes]\nagainst_all = {against_all}\n"));
        let scenario = Scenario::from_toml("kostanay.toml", &text, None).unwrap();
        assert_eq!(scenario.ballots.against_all, against_all);
        Outcome::of(&scenario, 1).unwrap().allocation.seats
    };
    assert_eq!(seats(92_188), [9, 3, 2, 1, 1]);
    assert_eq!(seats(92_189)[4], 0);
}

/// Where votes against all are not known, every result says so, in three languages; elsewhere nothing is
/// assumed.
#[test]
fn what_is_not_known_is_said() {
    for (name, ..) in SCENARIOS {
        let scenario = Scenario::load(name, None).unwrap();
        let known = name.contains("almaty") || name.contains("astana");
        assert_eq!(scenario.ballots.against_all > 0, known, "{name}");
        assert_eq!(scenario.assumptions.is_empty(), known, "{name}");
        for (language, words) in
            [("en", "against all"), ("kk", "«Бәріне қарсымын»"), ("ru", "против всех")]
        {
            let says =
                |text: &kurultai::election::LocalName| text.in_language(language).contains(words);
            assert!(known || scenario.assumptions.iter().any(says), "{name}, {language}");
            let source = scenario.source.as_ref().unwrap();
            assert!(language == "en" || source.in_language(language) != source.in_language("en"));
            assert_ne!(scenario.title.in_language(language), "", "{name}");
        }
    }
}

#[test]
fn both_presets_are_article_97_1() {
    let preset = |name: &str| PRESETS.iter().find(|preset| preset.name == name).unwrap();
    for (maslikhat, mazhilis) in
        [("maslikhat-2023", "mazhilis-2023"), ("maslikhat-2021", "mazhilis-2009")]
    {
        let (one, other) = (preset(maslikhat), preset(mazhilis));
        assert_eq!(one.article, other.article);
        assert_eq!((one.law.method, one.law.tie), (Method::Hare, other.law.tie));
        assert_eq!(one.law.threshold, other.law.threshold);
    }
}
