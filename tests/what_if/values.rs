//! The votes after each operator, worked by hand.

use kurultai::election::Share;
use kurultai::scenario::{Overrides, Scenario, WhatIf};

use super::{BASE, after, base, count, in_file};

/// Words, the same in a file, and the count after: what is left out of it is as in the base.
type Case = (&'static str, &'static str, &'static str);

fn assert_counts(cases: &[Case]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|&(words, file, expected)| {
            let by_words = after(&[words]).map_or_else(|error| error.to_string(), |s| count(&s));
            let by_file = in_file(file).map_or_else(|error| error.to_string(), |s| count(&s));
            (by_words != expected || by_file != expected)
                .then(|| format!("{words}\n    {by_words}\n    {by_file}\n    not {expected}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn transfers() {
    assert_counts(&[
        // 3 % of 500 are 15; 3 points of 1,000 are 30.
        (
            "transfer a b 3%",
            r#"transfer = { from = "a", to = "b", share = "3%" }"#,
            "a 485, b 315, c 120, d 40, o 30, against_all 10, invalid 5",
        ),
        (
            "transfer a b 3pp",
            r#"transfer = { from = "a", to = "b", points = "3pp" }"#,
            "a 470, b 330, c 120, d 40, o 30, against_all 10, invalid 5",
        ),
        (
            "transfer a against_all 7 votes",
            r#"transfer = { from = "a", to = "against_all", votes = 7 }"#,
            "a 493, b 300, c 120, d 40, o 30, against_all 17, invalid 5",
        ),
        // 12½ go and 487½ stay: of equal remainders the target comes first.
        (
            "transfer a b 2.5%",
            r#"transfer = { from = "a", to = { b = "2.5%" } }"#,
            "a 487, b 313, c 120, d 40, o 30, against_all 10, invalid 5",
        ),
        // At once: a loses 5 + 5 and gets 30 of the 300 that b had before.
        (
            "transfer a b 1% c 1%, b a 10%",
            r#"transfer = [{ from = "a", to = { b = "1%", c = "1%" } }, { from = "b", to = "a", share = "10%" }]"#,
            "a 520, b 275, c 125, d 40, o 30, against_all 10, invalid 5",
        ),
        (
            "transfer o a 100%",
            r#"transfer = { from = "o", to = "a", share = "100%" }"#,
            "a 530, b 300, c 120, d 40, o 0, against_all 10, invalid 5",
        ),
    ]);
}

#[test]
fn swings() {
    assert_counts(&[
        // The other 880 become 860: 488.64, 293.18, 39.09, 29.32, 9.77.
        (
            "swing c +2pp",
            r#"swing = { points = { c = "+2pp" } }"#,
            "a 489, b 293, c 140, d 39, o 29, against_all 10, invalid 5",
        ),
        (
            "swing uniform c +2pp from a",
            r#"swing = { points = { c = "+2pp" }, from = "a" }"#,
            "a 480, b 300, c 140, d 40, o 30, against_all 10, invalid 5",
        ),
        // One point is left for the other 380: 307.89, 41.05, 30.79, 10.26.
        (
            "swing c +2pp a -3pp",
            r#"swing = { points = { c = "+2pp", a = "-3pp" } }"#,
            "a 470, b 308, c 140, d 41, o 31, against_all 10, invalid 5",
        ),
        // 120 become 132 and the other 880 become 868: 493.18, 295.91, 39.45, 29.59, 9.86.
        (
            "swing proportional c +10%",
            r#"swing = { list = "c", by = "+10%" }"#,
            "a 493, b 296, c 132, d 39, o 30, against_all 10, invalid 5",
        ),
        // 1,000·120·1.349859/(880 + 120·1.349859) = 155.46; the others: 480.11, 288.07, 38.41, 28.81, 9.60.
        (
            "swing logit c +0.3",
            r#"swing = { list = "c", logit = "+0.3" }"#,
            "a 480, b 288, c 155, d 38, o 29, against_all 10, invalid 5",
        ),
    ]);
}

#[test]
fn mergers_and_splits() {
    assert_counts(&[
        (
            "merge c b into b",
            r#"merge = { parties = ["c", "b"], into = "b" }"#,
            "a 500, b 420, d 40, o 30, against_all 10, invalid 5",
        ),
        (
            "merge c b into bc",
            r#"merge = { parties = ["c", "b"], into = "bc" }"#,
            "a 500, bc 420, d 40, o 30, against_all 10, invalid 5",
        ),
        (
            "split b b 60% n 40%",
            r#"split = { party = "b", into = { b = "60%", n = "40%" } }"#,
            "a 500, b 180, n 120, c 120, d 40, o 30, against_all 10, invalid 5",
        ),
        // Thirds of 40: 13.332, 13.332, 13.336.
        (
            "split d x 33.33% y 33.33% z 33.34%",
            r#"split = { party = "d", into = { x = "33.33%", y = "33.33%", z = "33.34%" } }"#,
            "a 500, b 300, c 120, x 13, y 13, z 14, o 30, against_all 10, invalid 5",
        ),
    ]);
}

#[test]
fn votes_of_those_who_leave() {
    assert_counts(&[
        (
            "withdraw d nobody",
            r#"withdraw = { party = "d", votes = "nobody" }"#,
            "a 500, b 300, c 120, o 30, against_all 10, invalid 5",
        ),
        // 40 by 500, 300, 120, 30, 10 of 960: 20.83, 12.5, 5, 1.25, 0.42.
        (
            "withdraw d proportional",
            r#"withdraw = { party = "d", votes = "proportional" }"#,
            "a 521, b 313, c 125, o 31, against_all 10, invalid 5",
        ),
        (
            "withdraw d to a 50% nobody 25% c 25%",
            r#"withdraw = { party = "d", to = { a = "50%", nobody = "25%", c = "25%" } }"#,
            "a 520, b 300, c 130, o 30, against_all 10, invalid 5",
        ),
        (
            "withdraw d previous a 1 b 3",
            r#"withdraw = { party = "d", previous = { a = 1, b = 3 } }"#,
            "a 510, b 330, c 120, o 30, against_all 10, invalid 5",
        ),
        // 30 by 500, 300, 120, 40, 10 of 970: 15.46, 9.28, 3.71, 1.24, 0.31.
        (
            "undecided o proportional",
            r#"undecided = { row = "o", votes = "proportional" }"#,
            "a 516, b 309, c 124, d 41, against_all 10, invalid 5",
        ),
        (
            "undecided o to a 50% against_all 50%",
            r#"undecided = { row = "o", to = { a = "50%", against_all = "50%" } }"#,
            "a 515, b 300, c 120, d 40, against_all 25, invalid 5",
        ),
    ]);
}

#[test]
fn turnout_and_scale() {
    assert_counts(&[
        // 200 ballots (120, 76, 4) become 240 (144, 91.2, 4.8).
        (
            "turnout g 60%",
            r#"turnout = { group = "g", to = "60%" }"#,
            "a 524, b 315, c 120, d 40, o 30, against_all 10, invalid 6",
        ),
        // And 100: 60, 38, 2.
        (
            "turnout g -25pp",
            r#"turnout = { group = "g", by = "-25pp" }"#,
            "a 440, b 262, c 120, d 40, o 30, against_all 10, invalid 3",
        ),
        // 50 of 100 have voted, all for c.
        (
            "turnout h 100%",
            r#"turnout = { group = "h", to = "100%" }"#,
            "a 500, b 300, c 170, d 40, o 30, against_all 10, invalid 5",
        ),
        (
            "scale c 120%",
            r#"scale = { row = "c", by = "120%" }"#,
            "a 500, b 300, c 144, d 40, o 30, against_all 10, invalid 5",
        ),
        // 40.5 is rounded up.
        (
            "scale d 101.25%",
            r#"scale = { row = "d", by = "101.25%" }"#,
            "a 500, b 300, c 120, d 41, o 30, against_all 10, invalid 5",
        ),
        (
            "scale all 90%",
            r#"scale = { by = "90%" }"#,
            "a 450, b 270, c 108, d 36, o 27, against_all 9, invalid 5",
        ),
    ]);
}

#[test]
fn threshold_effects() {
    assert_counts(&[
        // d has 4 % and loses 10 votes: 5.43, 3.26, 1.30 by 500, 300, 120.
        (
            "threshold_effect desertion 25%",
            r#"threshold_effect = { desertion = "25%" }"#,
            "a 506, b 303, c 121, d 30, o 30, against_all 10, invalid 5",
        ),
        (
            "threshold_effect desertion 25% to c",
            r#"threshold_effect = { desertion = "25%", to = "c" }"#,
            "a 500, b 300, c 130, d 30, o 30, against_all 10, invalid 5",
        ),
        // c is below 5 % and 8 points, 130 votes; a lends 10 and b 6.
        (
            "threshold_effect insurance 2% band 8pp",
            r#"threshold_effect = { insurance = "2%", band = "8pp" }"#,
            "a 490, b 294, c 136, d 40, o 30, against_all 10, invalid 5",
        ),
        // Exactly 12 % is not below 5 % and 7 points: nobody is in the band.
        (
            "threshold_effect insurance 2% band 7pp",
            r#"threshold_effect = { insurance = "2%", band = "7pp" }"#,
            "a 500, b 300, c 120, d 40, o 30, against_all 10, invalid 5",
        ),
        (
            "threshold_effect desertion 25% to c insurance 2% band 8pp from a",
            r#"threshold_effect = { desertion = "25%", to = ["c"], insurance = "2%", band = "8pp", from = ["a"] }"#,
            "a 490, b 300, c 140, d 30, o 30, against_all 10, invalid 5",
        ),
    ]);
}

/// Lists that take part without passing the threshold have no votes to lend, and need none.
#[test]
fn lists_excused_from_the_threshold_neither_lend_nor_get() {
    // d has 40 votes of 1,000, below 5 %, and is excused. c, 120 votes, is below 5 % and 8 points and gets what
    // 2 % of a (10) and of b (6) are; 2 % of d would be one vote more.
    let excused = BASE.replace("votes = 40", "votes = 40\nexempt = true");
    let file = |operator: &str| {
        Scenario::from_toml("s.toml", &format!("{excused}[[what_if]]\n{operator}\n"), None)
    };
    let lent = file("threshold_effect = { insurance = \"2%\", band = \"8pp\" }").unwrap();
    assert_eq!(lent.ballots.parties, [490, 294, 136, 40, 30]);
    // Asked by name it is refused: it is not above the band.
    let error = file("threshold_effect = { insurance = \"2%\", band = \"8pp\", from = \"d\" }");
    assert!(error.unwrap_err().to_string().contains("`d` is not above the band"));
    // Nobody leaves it: it is admitted.
    let deserted = file("threshold_effect = { desertion = \"25%\" }").unwrap();
    assert_eq!(deserted.ballots.parties, [500, 300, 120, 40, 30]);
    // With 60 votes it passes, excused or not: it is in a band of 2 points, and the other three lend 10, 6 and 2.
    let excused = excused.replace("votes = 40\n", "votes = 60\n");
    let operator = "threshold_effect = { insurance = \"2%\", band = \"2pp\" }";
    let text = format!("{excused}[[what_if]]\n{operator}\n");
    let passing = Scenario::from_toml("s.toml", &text, None).unwrap();
    assert_eq!(passing.ballots.parties, [490, 294, 118, 78, 30]);
}

#[test]
fn order_matters() {
    // 10 % of 500 go first, or 10 % of 250.
    let first = after(&["transfer a b 10%", "scale a 50%"]).unwrap();
    let second = after(&["scale a 50%", "transfer a b 10%"]).unwrap();
    assert_eq!(first.ballots.parties[..2], [225, 350]);
    assert_eq!(second.ballots.parties[..2], [225, 325]);
    // A second change of turnout starts from the first: 200, 240, 280 ballots; 168 and 106.4 of them.
    let twice = after(&["turnout g 60%", "turnout g 70%"]).unwrap();
    assert_eq!(twice.ballots.parties[..2], [548, 330]);
    // The file comes before the options.
    let file = in_file("transfer = { from = \"a\", to = \"b\", share = \"10%\" }").unwrap();
    let what_ifs: Vec<WhatIf> = vec!["scale a 50%".parse().unwrap()];
    let both = file.with_overrides(&Overrides { what_ifs, ..Overrides::default() }).unwrap();
    assert_eq!(both.ballots, first.ballots);
    assert_eq!(both.what_if.applied().len(), 2);
}

#[test]
fn another_threshold_is_the_one_that_acts() {
    // Under 13 % c is deserted too: 30 votes leave it, 10 leave d; 25 and 15 by 500 to 300.
    let scenario = in_file("threshold_effect = { desertion = \"25%\" }").unwrap();
    let threshold = Some(Share::percent(13));
    let scenario =
        scenario.with_overrides(&Overrides { threshold, ..Overrides::default() }).unwrap();
    assert_eq!(scenario.ballots.parties, [525, 315, 90, 30, 30]);
    assert_eq!(scenario.what_if.applied().len(), 1);
}

#[test]
fn coalitions_follow_their_parties() {
    let members = |scenario: &Scenario| -> Vec<String> {
        let members = &scenario.coalitions[0].members;
        members.iter().map(|&member| scenario.parties[member].id.clone()).collect()
    };
    for (words, expected) in [
        ("merge b c into c", vec!["c"]),
        ("merge b c into bc", vec!["bc"]),
        ("merge a b into b", vec!["b", "c"]),
        ("split a a 50% n 50%", vec!["b", "c"]),
        ("split b b 50% n 50%", vec!["b", "c"]),
        ("split d x 50% y 50%", vec!["b", "c"]),
        ("withdraw b nobody", vec!["c"]),
        ("withdraw a proportional", vec!["b", "c"]),
    ] {
        assert_eq!(members(&after(&[words]).unwrap()), expected, "{words}");
    }
}

#[test]
fn what_belongs_to_the_real_count_does_not_apply() {
    let text = BASE.replace("registered = 2000", "registered = 2000\nlot = [\"a\"]");
    let text = text.replace("[law]", "[law]\ntie = \"lot\"");
    let scenario = Scenario::from_toml("s.toml", &text, None).unwrap();
    assert!(!scenario.overridden);
    assert_eq!(scenario.lot, [0]);
    let what_ifs = vec!["split a n 50% a 50%".parse().unwrap()];
    let changed = scenario
        .clone()
        .with_overrides(&Overrides { what_ifs: what_ifs.clone(), ..Overrides::default() })
        .unwrap();
    assert!(changed.overridden);
    assert!(changed.lot.is_empty());
    assert!(
        changed.parties[0].assumed && changed.parties[1].assumed && !changed.parties[2].assumed
    );
    // A lot that is given for the what-if names parties of the what-if.
    let lot = Some(vec!["n".to_owned()]);
    let drawn =
        scenario.with_overrides(&Overrides { what_ifs, lot, ..Overrides::default() }).unwrap();
    assert_eq!(drawn.lot, [1]);
    // Overrides apply the what-ifs anew, not twice.
    let again = changed.with_overrides(&Overrides::default()).unwrap();
    assert_eq!(again.ballots.parties[..2], [250, 250]);
    assert_eq!(base().what_if.applied().len(), 0);
}
