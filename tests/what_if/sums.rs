//! No operator creates or loses votes except those that say so.

use kurultai::scenario::{Overrides, Scenario, WhatIf};
use proptest::prelude::*;

/// A CSV of five lists, a row of others and votes against all.
fn scenario(votes: &[u64]) -> Scenario {
    let row = |(row, votes): (&&str, &u64)| {
        let kind = match *row {
            "o" => "others",
            "against_all" => "against_all",
            _ => "list",
        };
        format!("{row},{votes},{kind}\n")
    };
    let rows = ["a", "b", "c", "d", "e", "o", "against_all"];
    let rows: Vec<String> = rows.iter().zip(votes).map(row).collect();
    let csv = format!("party,votes,kind\n{}", rows.concat());
    Scenario::from_csv("v.csv", csv.as_bytes()).unwrap()
}

/// A number of up to nine decimals.
fn decimal(billionths: u64) -> String {
    format!("{}.{:09}", billionths / 1_000_000_000, billionths % 1_000_000_000)
}

/// Operators that keep the valid votes, with shares `s` and `t` that add up to 100 %.
fn keeping(s: &str, t: &str, sign: &str) -> Vec<String> {
    vec![
        format!("transfer a b {s}%"),
        format!("transfer b a {s}pp"),
        format!("transfer a b {s}% c {t}%, d against_all {t}%"),
        format!("swing c {sign}{s}pp"),
        format!("swing c {sign}{s}pp a -1pp from b o"),
        format!("swing proportional b {sign}{s}%"),
        format!("swing logit d {sign}{}", &s[s.len() - 11..]),
        "merge a c e into a".to_owned(),
        "merge b d into n".to_owned(),
        format!("split b b {s}% n {t}%"),
        format!("split e n {s}% m {t}%"),
        "withdraw a proportional".to_owned(),
        format!("withdraw b to a {s}% against_all {t}%"),
        "withdraw c previous a 7 d 3 o 1".to_owned(),
        "undecided o proportional".to_owned(),
        format!("undecided o to e {s}% d {t}%"),
        format!("threshold_effect desertion {s}%"),
        format!("threshold_effect insurance {s}% band {t}pp"),
    ]
}

fn apply(scenario: &Scenario, words: &str) -> Option<Scenario> {
    let what_ifs: Vec<WhatIf> = vec![words.parse().unwrap()];
    let overrides = Overrides { what_ifs, ..Overrides::default() };
    scenario.clone().with_overrides(&overrides).ok()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn valid_votes_stay(
        votes in prop_oneof![
            prop::collection::vec(1..30_u64, 7),
            prop::collection::vec(1..10_000_000_u64, 7),
            prop::collection::vec((1_u64 << 40)..(1 << 61), 7),
        ],
        share in 0..=100_000_000_000_u64,
        negative in any::<bool>(),
    ) {
        let before = scenario(&votes);
        let (s, t) = (decimal(share), decimal(100_000_000_000 - share));
        let mut applied = 0;
        for words in keeping(&s, &t, if negative { "-" } else { "+" }) {
            // What cannot be is refused; what can be keeps the sum.
            if let Some(after) = apply(&before, &words) {
                applied += 1;
                prop_assert_eq!(
                    after.ballots.valid_votes(), before.ballots.valid_votes(), "{}", words
                );
                prop_assert_eq!(after.parties.len(), after.ballots.parties.len());
            }
        }
        // Shares of a list can always be moved.
        prop_assert!(applied >= 10, "{} applied", applied);
    }

    #[test]
    fn others_change_the_sum_as_they_say(
        votes in prop::collection::vec(1..10_000_000_u64, 7),
        share in 1..=100_000_000_000_u64,
    ) {
        let before = scenario(&votes);
        let total = before.ballots.valid_votes();
        let gone = apply(&before, "withdraw c nobody").unwrap();
        prop_assert_eq!(gone.ballots.valid_votes(), total - u128::from(votes[2]));
        // floor(x + 1/2) of all votes times the factor.
        let expected = (2 * total * u128::from(share) + 100_000_000_000) / 200_000_000_000;
        if let Some(scaled) = apply(&before, &format!("scale all {}%", decimal(share))) {
            prop_assert_eq!(scaled.ballots.valid_votes(), expected);
        }
        let one = apply(&before, &format!("scale c {}%", decimal(share))).unwrap();
        prop_assert!(one.ballots.valid_votes() <= total);
        prop_assert_eq!(&one.ballots.parties[3..], &before.ballots.parties[3..]);
    }
}
