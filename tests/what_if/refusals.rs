//! The exact text of every refusal.

use kurultai::scenario::{ErrorKind, Scenario};

use super::{BASE, after, in_file};

fn message(scenario: Result<Scenario, kurultai::scenario::ScenarioError>) -> String {
    match scenario {
        Ok(_) => "accepted".to_owned(),
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::BadInput);
            error.to_string()
        }
    }
}

/// Compares every case before it fails, so that one run shows all differences.
fn assert_messages(cases: impl Iterator<Item = (String, String, String)>) {
    let differences: Vec<String> = cases
        .filter(|(_, expected, found)| found != expected)
        .map(|(input, _, found)| format!("{input}\n    {found}"))
        .collect();
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn refusals_of_words() {
    assert_messages(WORDS.iter().map(|&(words, expected)| {
        let expected = format!("--what-if \"{words}\": {expected}");
        (words.to_owned(), expected, message(after(&[words])))
    }));
}

#[test]
fn refusals_of_a_file() {
    let line = BASE.lines().count() + 2;
    assert_messages(FILES.iter().map(|&(operator, column, expected)| {
        let expected = format!("s.toml:{line}:{column}: {expected}");
        (operator.to_owned(), expected, message(in_file(operator)))
    }));
}

/// Of 999 parties one that splits in two makes 1,000, the most there may be, and of 1,000 it makes 1,001.
#[test]
fn a_split_fills_the_ballot_and_no_more() {
    let split = |parties: usize| {
        let party = |at: usize| format!("[[party]]\nid = \"p{at}\"\nvotes = 5\n");
        let text = "schema = 1\ntitle = \"t\"\n[house]\nseats = 5\n".to_owned()
            + &(0..parties).map(party).collect::<String>()
            + "[[what_if]]\nsplit = { party = \"p0\", into = { p0 = \"60%\", n = \"40%\" } }\n";
        Scenario::from_toml("s", &text, None)
    };
    assert_eq!(split(999).unwrap().parties.len(), 1_000);
    let refused = message(split(1_000));
    let because = "there would be 1001 parties; at most 1000 are allowed";
    assert!(refused.ends_with(because), "{refused}");
}

#[test]
fn refusals_of_groups() {
    assert_messages(GROUPS.iter().map(|&(piece, by, expected)| {
        assert_eq!(BASE.matches(piece).count(), 1, "{piece:?} is not once in the scenario");
        let text = BASE.replace(piece, by);
        let found = message(Scenario::from_toml("s.toml", &text, None));
        (format!("{piece}=>{by}"), expected.to_owned(), found)
    }));
}

#[test]
fn refusals_of_other_scenarios() {
    let with = |piece: &str, by: &str, operator: &str| {
        assert_eq!(BASE.matches(piece).count(), 1, "{piece:?} is not once in the scenario");
        let text = format!("{}[[what_if]]\n{operator}\n", BASE.replace(piece, by));
        message(Scenario::from_toml("s.toml", &text, None))
    };
    let withdraw = "withdraw = { party = \"d\", votes = \"nobody\" }";
    assert_messages(
        [
            (
                with("votes = 40", "votes = 40\nfloor = 1", withdraw),
                "s.toml:44:12: `d` has `floor`, which would vanish with it; take that out of the \
                 scenario, or keep the list",
            ),
            (
                with("parties = [\"b\", \"c\"]", "parties = [\"d\"]", withdraw),
                "s.toml:43:12: the coalition `B and C` would be left without a party; take it out of the \
                 scenario, or keep `d`",
            ),
            (
                with("model = \"point\"", "model = \"dirichlet\"\nalpha = 1", withdraw),
                "s.toml:44:12: the model `dirichlet` draws from its `alpha`, not from the votes, so no \
                 what-if would move a draw; give it a `sample_size` instead",
            ),
        ]
        .into_iter()
        .map(|(found, expected)| (expected.to_owned(), expected.to_owned(), found)),
    );
}

const WORDS: &[(&str, &str)] = &[
    (
        "",
        "a what-if begins with an operator: `transfer`, `swing`, `merge`, `split`, `withdraw`, \
         `undecided`, `turnout`, `threshold_effect`, `scale`",
    ),
    (
        "move a b 3%",
        "unknown operator `move`; the operators are `transfer`, `swing`, `merge`, `split`, `withdraw`, \
         `undecided`, `turnout`, `threshold_effect`, `scale`",
    ),
    (
        "transfer a b",
        "a word is missing at the end; `transfer` is written `transfer amanat auyl 3%`, `transfer amanat \
         auyl 3% aq_jol 1pp, qhp osdp 5000 votes`",
    ),
    (
        "scale a 120% now",
        "`now` is out of place; `scale` is written `scale auyl 120%`, `scale all 90%`; \
         put a name with a space in double quotes",
    ),
    (
        "scale Ak Zhol 120%",
        "`Zhol` is no factor; write a percentage from `0%` to `1000000%` with at most nine decimals, such as \
         `120%`; put a name with a space in double quotes",
    ),
    ("transfer «a 3%", "the quotation mark `«` is never closed; close it with `»`"),
    (
        "transfer a b 3,5%",
        "`3,` is followed by a digit; write decimals with a point, such as `3.5%`, and groups of digits with `_`, \
         such as `10_000 votes`",
    ),
    ("transfer a b 1000 голосов", "`1000` has no unit; write `1000 votes`"),
    (
        "transfer a b 3.5",
        "`3.5` has no unit; write `3.5%` of the votes of the list, or `3.5pp`, points of all valid votes",
    ),
    (
        "withdraw d somehow",
        "`somehow` is out of place; `withdraw` is written `withdraw osdp nobody`, `withdraw osdp \
         proportional`, `withdraw osdp to auyl 60% nobody 40%`, `withdraw osdp previous amanat 3000 auyl \
         1000`; put a name with a space in double quotes",
    ),
    ("transfer \"a b 3%", "a double quotation mark is never closed; close it"),
    (
        "transfer a z 3%",
        "no party has the id `z`; the ids are `a`, `b`, `c`, `d`, `o`, `against_all`",
    ),
    (
        "transfer a b 101%",
        "`101%` is no amount of votes; write a share of the votes of the list from `0%` to `100%` such \
         as `3%`, points of all valid votes such as `3pp`, or a whole number with its unit such as `3 votes`",
    ),
    (
        "transfer a b -3%",
        "`-3%` is no amount of votes; write a share of the votes of the list from `0%` to `100%` such \
         as `3%`, points of all valid votes such as `3pp`, or a whole number with its unit such as `3 votes`",
    ),
    (
        "transfer a b 3",
        "`3` has no unit; write `3 votes`, `3%` of the votes of the list, or `3pp`, points of all valid votes",
    ),
    ("transfer a b 3% c 10_000", "`10_000` has no unit; write `10_000 votes`"),
    (
        "swing a +2",
        "`+2` has no unit: a swing is in points of all valid votes, `+2pp`; a share of the list is `swing \
         proportional` with `%`, and so many `votes` are moved by `transfer`",
    ),
    ("transfer a a 3%", "`a` is named twice; name it once"),
    (
        "transfer a b 60% c 41%",
        "the shares that leave `a` add up to 101%; they must be at most 100%",
    ),
    ("transfer d a 4.1pp", "41 votes would leave `d`, which has 40; at most all of them can"),
    (
        "swing d -5pp",
        "`d` has 40 of 1000 valid votes and cannot lose 5 points; at most all of its votes can go",
    ),
    (
        "swing a +10pp from d o",
        "the points add up to +10, but those who give or take them have 70 of 1000 votes; at most all \
         of their votes can go, and without any they cannot share in proportion",
    ),
    (
        "swing a ten",
        "`ten` is no number of points; write points of all valid votes from `-100pp` to `+100pp` with at \
         most nine decimals, such as `+2pp` or `-1.5pp`; put a name with a space in double quotes",
    ),
    (
        "swing proportional a +101%",
        "`a` would have 1005 of 1000 votes; it can have at most all of them",
    ),
    (
        "swing proportional a -101%",
        "`-101%` is no relative change; write a percentage from `-100%` on with at most nine decimals, \
         such as `+10%` or `-5%`",
    ),
    (
        "swing logit a 11",
        "`11` is no shift of log-odds; write a number from `-10` to `+10` with at most nine decimals, \
         such as `+0.3`",
    ),
    ("merge a into b", "a merger needs at least two lists; name another"),
    (
        "merge a o into a",
        "`o` is no list; only lists merge (`transfer` moves votes from or to any row)",
    ),
    (
        "merge a b into a",
        "the coalition `B and C` has `b` but not `a`, so it is open whether `a` is in it; merge into a \
         list that is in it, or change the coalition",
    ),
    ("merge b c into d", "the id `d` is taken; every party needs its own, so choose another"),
    (
        "merge a against_all into a",
        "no party has the id `against_all`; the ids are `a`, `b`, `c`, `d`, `o`",
    ),
    ("split a a 100%", "a split needs at least two parts; name another"),
    ("split a a 50% n 40%", "the shares of the parts add up to 90%; they must add up to 100%"),
    ("split a a 50% b 50%", "the id `b` is taken; every party needs its own, so choose another"),
    (
        "split b n 50% m 50%",
        "the coalition `B and C` has `b`, and it is open which parts are in it; let one part keep the id \
         `b`, or change the coalition",
    ),
    (
        "split o n 50% m 50%",
        "`o` is no list; only lists split (`undecided` shares out the votes of other rows)",
    ),
    (
        "withdraw d to a 60%",
        "the shares add up to 60%; they must add up to 100% (give the rest to `nobody`, if these voters \
         stay away)",
    ),
    ("withdraw d to d 100%", "`d` cannot get its own votes; name another row"),
    (
        "withdraw o nobody",
        "`o` is no list that could withdraw; share its votes out with `undecided`",
    ),
    (
        "withdraw d previous a 0",
        "the previous result has no votes; give at least one list of it more than 0",
    ),
    ("withdraw d previous a x", "`x` is no number of votes; write a whole number"),
    (
        "undecided a proportional",
        "`a` is a list; the undecided stand in a row with `kind = \"others\"` (a list leaves the ballot \
         with `withdraw`)",
    ),
    ("turnout z 60%", "no group has the id `z`; the groups are `g`, `h`"),
    (
        "turnout g +51pp",
        "200 of the 400 persons registered in the group `g` vote; with this change fewer than none or \
         more than all would",
    ),
    (
        "threshold_effect desertion 20% to d",
        "`d` is not admitted by the law; name lists that are: `a`, `b` and `c`",
    ),
    (
        "threshold_effect insurance 1% band 8pp from c",
        "`c` is not above the band; name lists that are: `a` and `b`",
    ),
    (
        "threshold_effect insurance 1% band 8%",
        "`8%` is no band; write points of the base of the threshold from `0pp` to `100pp`, such as `2pp`",
    ),
    (
        "scale a -1%",
        "`-1%` is no factor; write a percentage from `0%` to `1000000%` with at most nine decimals, such \
         as `120%`",
    ),
    (
        "scale all 200%",
        "2005 ballots would be cast, but 2000 persons are registered; at most as many can vote",
    ),
    ("scale all 0%", "no list would have any votes; at least one must"),
];

const FILES: &[(&str, usize, &str)] = &[
    (
        "move = 1",
        1,
        "unknown key `move` in `[[what_if]]`; the keys are `transfer`, `swing`, `merge`, `split`, \
         `withdraw`, `undecided`, `turnout`, `threshold_effect`, `scale`",
    ),
    (
        "transfer = { from = \"a\", to = \"b\" }",
        12,
        "`transfer` has 0 of `share`, `points` and `votes`; it must have one",
    ),
    (
        "transfer = { from = \"a\", to = \"b\", share = \"3\" }",
        44,
        "`3` has no unit; write `3 votes`, `3%` of the votes of the list, or `3pp`, points of all valid votes",
    ),
    (
        "transfer = { from = \"a\", to = \"b\", points = \"3\" }",
        45,
        "`3` has no unit; write `3 votes`, `3%` of the votes of the list, or `3pp`, points of all valid votes",
    ),
    (
        "transfer = { from = \"a\", to = \"b\", share = 3 }",
        44,
        "`share` is 3; it must be a string with `%` of the votes of the list, such as \"3%\"; points of all valid \
         votes are `points = \"3pp\"`, and numbers of votes `votes = 3`",
    ),
    (
        "transfer = { from = \"a\", to = { b = 3 } }",
        37,
        "`b` is 3; it must be a string with its unit: \"3 votes\", \"3%\" of the votes of the list, or \"3pp\", \
         points of all valid votes",
    ),
    (
        "swing = { points = { c = \"+2\" } }",
        26,
        "`+2` has no unit: a swing is in points of all valid votes, `+2pp`; a share of the list is `swing \
         proportional` with `%`, and so many `votes` are moved by `transfer`",
    ),
    (
        "transfer = { from = \"a\", to = \"b\", points = \"3%\" }",
        45,
        "`points` is the string \"3%\"; it must be a string with points of all valid votes, such as \"3pp\"; `%` of \
         the votes of the list are `share = \"3%\"`, and numbers of votes `votes = 3`",
    ),
    (
        "transfer = { from = \"a\", to = { b = \"1%\" }, share = \"3%\" }",
        53,
        "`share` goes with one target; where `to` is a table, each target has its own amount",
    ),
    (
        "transfer = { from = \"a\", to = \"z\", share = \"3%\" }",
        12,
        "no party has the id `z`; the ids are `a`, `b`, `c`, `d`, `o`, `against_all`",
    ),
    (
        "swing = { list = \"a\" }",
        9,
        "a swing is `points`, with `from` if not all others give; or `list` and `by`; or `list` and `logit`",
    ),
    ("swing = { points = {} }", 20, "`points` is empty; name at least one id"),
    (
        "withdraw = { party = \"d\" }",
        12,
        "say once where the votes go: `votes = \"nobody\"` or `\"proportional\"`, `to` with shares, or \
         `previous` with votes",
    ),
    (
        "withdraw = { party = \"d\", votes = \"gone\" }",
        35,
        "`votes` is the string \"gone\"; it must be \"nobody\" or \"proportional\"",
    ),
    (
        "turnout = { group = \"g\" }",
        11,
        "`turnout` needs one of `to`, the new turnout such as `\"60%\"`, and `by`, its change such as \
         `\"+10pp\"`",
    ),
    (
        "threshold_effect = { band = \"2pp\" }",
        29,
        "`band` goes with `insurance`; add that, or leave it out",
    ),
    (
        "threshold_effect = {}",
        20,
        "a threshold effect needs `desertion`, a share such as `20%`, or `insurance`, a share with a \
         `band` such as `2pp`",
    ),
];

const GROUPS: &[(&str, &str, &str)] = &[
    (
        "invalid = \"2%\"",
        "invalid = \"1%\"",
        "s.toml:37:10: the shares of the group `g` add up to 99%; they must add up to 100% (name what is \
         missing: another list, `against_all` or `invalid`)",
    ),
    (
        "votes = { c = 50 }",
        "votes = { c = 101 }",
        "s.toml:41:9: the votes of the group `h` add up to 101; they must be at least 1 and at most the 100 \
         persons registered in it",
    ),
    (
        "votes = { c = 50 }",
        "votes = { z = 50 }",
        "s.toml:38:1: no party has the id `z`; the ids are `a`, `b`, `c`, `d`, `o`, `against_all`",
    ),
    (
        "id = \"h\"",
        "id = \"g\"",
        "s.toml:39:6: the id `g` appears twice; every group needs its own",
    ),
    (
        "registered = 400",
        "registered = 2001",
        "s.toml:35:14: `registered` is 2001; it must be a whole number from 1 to 2000",
    ),
    (
        "turnout = \"50%\"",
        "",
        "s.toml:33:1: a group has `turnout` and `shares`, or `votes` alone, the ballots counted",
    ),
    (
        "votes = { c = 50 }",
        "votes = { c = 50 }\n[[what_if]]\nscale = { row = \"c\", by = \"1%\" }\n[[what_if]]\nturnout = { group = \"h\", to = \"9%\" }",
        "s.toml:45:11: the group `h` has 50 votes for `c`, which has 1 in the whole count; a group is a part \
         of it, so it can have at most as many",
    ),
    (
        "votes = { c = 50 }",
        "votes = { c = 50 }\n[[what_if]]",
        "s.toml:42:1: a `[[what_if]]` has 0 operators; it must have one, of `transfer`, `swing`, `merge`, \
         `split`, `withdraw`, `undecided`, `turnout`, `threshold_effect`, `scale`",
    ),
];
