//! The exact text of every refusal of a scenario file or a table of votes, and what damaged,
//! unreadable and built-in inputs do.

mod damage;
mod files;
mod models;
mod provisions;
#[path = "../reading/mod.rs"]
mod reading;

use kurultai::scenario::{ErrorKind, Scenario};

/// A scenario in order; each case replaces one piece of it by another.
pub const GOOD: &str = r##"schema = 1
title = "Test"
assumptions = ["none"]
[house]
seats = 145
majorities = { simple = ">1/2", "two-thirds" = ">=2/3" }
[law]
preset = "kurultai-2026"
threshold = "5%"
[votes]
against_all = 20
registered = 5000
[[party]]
id = "a"
votes = 600
color = "#00afca"
[[party]]
id = "b"
votes = 300
[[coalition]]
name = "Both"
parties = ["a", "b"]
[uncertainty]
model = "dirichlet"
sample_size = 1000
"##;

fn toml_message(text: &str) -> String {
    match Scenario::from_toml("s.toml", text, None) {
        Ok(_) => "accepted".to_owned(),
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::BadInput);
            error.to_string()
        }
    }
}

fn csv_message(bytes: &[u8]) -> String {
    match Scenario::from_csv("v.csv", bytes) {
        Ok(_) => "accepted".to_owned(),
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::BadInput);
            error.to_string()
        }
    }
}

/// Compares every case before it fails, so that one run shows all differences.
fn assert_messages<'c>(cases: impl Iterator<Item = (String, &'c str, String)>) {
    let differences: Vec<String> = cases
        .filter(|(_, expected, found)| found != expected)
        .map(|(input, _, found)| format!("{input:?}\n    {found}"))
        .collect();
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn refusals_of_a_scenario_file() {
    assert_eq!(toml_message(GOOD), "accepted");
    let cases = TOML.iter().map(|&(piece, by, expected)| {
        assert_eq!(GOOD.matches(piece).count(), 1, "{piece:?} is not once in the scenario");
        (format!("{piece}=>{by}"), expected, toml_message(&GOOD.replace(piece, by)))
    });
    assert_messages(cases);
}

#[test]
fn refusals_of_a_table_of_votes() {
    let cases = CSV
        .iter()
        .map(|&(text, expected)| (text.to_owned(), expected, csv_message(text.as_bytes())));
    assert_messages(cases);
}

// One case a line, however long: a table to look things up in.
/// What is replaced, by what, and the message.
#[rustfmt::skip]
const TOML: &[(&str, &str, &str)] = &[
    ("schema = 1\n", "", "s.toml:1:1: `schema` is missing in the file; write `schema = 1` at its beginning"),
    ("schema = 1", "schema = 2", "s.toml:1:10: `schema` is 2; it must be 1, the only version there is"),
    ("schema = 1", r#"schema = "1""#, r#"s.toml:1:10: `schema` is the string "1"; it must be 1, the only version there is"#),
    ("schema = 1", "schema == 1", "s.toml:1:9: this is not TOML: extra `=`, expected nothing"),
    ("schema = 1", "schema = 1\nschema = 1", "s.toml:2:1: this is not TOML: duplicate key"),
    (r#"title = "Test"
"#, "", r#"s.toml:1:1: `title` is missing in the file; write a line such as `title = "A what-if"`"#),
    (r#"title = "Test""#, r#"title = """#, "s.toml:2:9: `title` is empty; it must be one line of 1 to 2000 characters"),
    (r#"title = "Test""#, "title = {}", "s.toml:2:9: `title` is empty; give at least one of `en`, `kk`, `ru`"),
    (r#"title = "Test""#, r#"title = { en = "Test", fr = "Essai" }"#, r#"s.toml:2:24: unknown key `fr` in `{ en = "…", kk = "…", ru = "…" }`; the keys are `en`, `kk`, `ru`"#),
    (r#"title = "Test""#, r#"title = { en = "Test", ru = "" }"#, "s.toml:2:29: `ru` is empty; it must be one line of 1 to 2000 characters"),
    (r#"title = "Test""#, "title = 5", r#"s.toml:2:9: `title` is 5; it must be a string, or `{ en = "…", kk = "…", ru = "…" }`"#),
    (r#"title = "Test""#, "title = \"a\\nb\"", "s.toml:2:9: `title` contains the control character U+000A; it must be one line of 1 to 2000 characters without any"),
    (r#"title = "Test""#, r#"title = "Test"#, r#"s.toml:2:14: this is not TOML: invalid basic string, expected `"`"#),
    (r#"["none"]"#, r#""none""#, r#"s.toml:3:15: `assumptions` is the string "none"; it must be an array of sentences, each a string"#),
    (r#"["none"]"#, r#"["none", { kk = 7 }]"#, "s.toml:3:31: `kk` is 7; it must be a string"),
    (r#"["none"]"#, r#"[""]"#, "s.toml:3:16: `assumptions` is empty; it must be one line of 1 to 2000 characters"),
    (r#"["none"]"#, r#"["none"]
notes = 1"#, "s.toml:4:1: unknown key `notes` in the file (did you mean `votes`?); the keys are `schema`, `title`, `source`, `assumptions`, `house`, `law`, `votes`, `party`, `coalition`, `group`, `what_if`, `uncertainty`, `polls`, `result`"),
    (r#"["none"]"#, r#"["none"]
source = " x""#, "s.toml:4:10: `source` is ` x`, with a space at an end; write `x`"),
    (r#"[house]
seats = 145
majorities = { simple = ">1/2", "two-thirds" = ">=2/3" }
[law]
preset = "kurultai-2026"
"#, "[law]\nmethod = \"hare\"\n", "s.toml:1:1: `house` is missing in the file; write `seats = 145` under `[house]`, a whole number from 1 to 10000"),
    (r#"[house]
seats = 145
majorities = { simple = ">1/2", "two-thirds" = ">=2/3" }
[law]"#, "[law]\nseats = 145", "s.toml:5:1: unknown key `seats` in `[law]`; the keys are `preset`, `method`, `threshold`, `threshold_base`, `threshold_rule`, `threshold_by_members`, `or_direct_seats`, `at_least_lists`, `alliance_threshold`, `inner_method`, `multiplier_for`, `floor`, `overhang`, `bonus`, `one_list`, `remainder_from`, `remainder_below`, `majority_clause`, `tie`, `freed_seats`, `group_quota`"),
    (r#"seats = 145
majorities = { simple = ">1/2", "two-thirds" = ">=2/3" }
[law]
preset = "kurultai-2026"
"#, "majorities = { simple = \">1/2\" }\n[law]\nmethod = \"hare\"\n", "s.toml:4:1: `seats` is missing in `[house]`; write `seats = 145` under `[house]`, a whole number from 1 to 10000"),
    ("seats = 145", "seats = 0", "s.toml:5:9: `seats` is 0; it must be a whole number from 1 to 10000"),
    ("seats = 145", "seats = 10001", "s.toml:5:9: `seats` is 10001; it must be a whole number from 1 to 10000"),
    ("seats = 145", "seats = 145.0", "s.toml:5:9: `seats` is 145.0; it must be a whole number from 1 to 10000"),
    ("seats = 145", "seats = 1000000000000000000000", "s.toml:5:9: `seats` is 1000000000000000000000; it must be a whole number from 1 to 10000"),
    ("seats = 145", "seat = 145", "s.toml:5:1: unknown key `seat` in `[house]` (did you mean `seats`?); the keys are `seats`, `majorities`"),
    (r#"">1/2""#, r#"">1/1""#, "s.toml:6:25: the majority `simple` would need 146 of 145 seats: it must need at least 1 and at most all of them"),
    (r#"">1/2""#, r#""half""#, "s.toml:6:25: `half` is not a majority: write `>1/2`, `>=2/3`, `>50%`, or a whole number of seats"),
    (r#"">1/2""#, "0", "s.toml:6:25: `simple` is 0; it must be a whole number from 1 to 4294967295"),
    (r#"">1/2""#, "146", "s.toml:6:25: the majority `simple` would need 146 of 145 seats: it must need at least 1 and at most all of them"),
    (r#"">1/2""#, "0.5", "s.toml:6:25: `simple` is 0.5; it must be a rule such as `>1/2` or `>=2/3`, or a whole number of seats"),
    (r#"{ simple = ">1/2", "two-thirds" = ">=2/3" }"#, "{}", r#"s.toml:6:14: `majorities` is empty; name at least one, such as `simple = ">1/2"`, or leave it out"#),
    (r#"{ simple = ">1/2", "two-thirds" = ">=2/3" }"#, "5", r#"s.toml:6:14: `majorities` is 5; it must be a table, written `majorities = { simple = ">1/2" }`"#),
    (r#""kurultai-2026""#, r#""kurultai""#, "s.toml:8:10: unknown law `kurultai` (did you mean `kurultai-2026`?): the laws are `kurultai-2026`, `mazhilis-2023`, `mazhilis-2009`, `mazhilis-2007`, `maslikhat-2023`, `maslikhat-2021`, `austria`, `czechia-ep`, `denmark`, `germany`, `germany-2021`, `montenegro`, `netherlands`, `netherlands-municipal`, `norway`, `poland-district`, `serbia`, `slovakia`, `sweden`, `georgia`, `israel`, `new-zealand`, `timor-leste`, `united-states`"),
    (r#""kurultai-2026""#, "5", "s.toml:8:10: `preset` is 5; it must be one of the strings `kurultai-2026`, `mazhilis-2023`, `mazhilis-2009`, `mazhilis-2007`, `maslikhat-2023`, `maslikhat-2021`, `austria`, `czechia-ep`, `denmark`, `germany`, `germany-2021`, `montenegro`, `netherlands`, `netherlands-municipal`, `norway`, `poland-district`, `serbia`, `slovakia`, `sweden`, `georgia`, `israel`, `new-zealand`, `timor-leste`, `united-states`"),
    (r#"preset = "kurultai-2026"
"#, "", r#"s.toml:7:1: `method` is missing in `[law]`; write `method = "hare"`, or a `preset`"#),
    (r#"preset = "kurultai-2026"
threshold = "5%"
"#, r#"method = "hare"
"#, r#"s.toml:7:1: `threshold` is missing in `[law]`; write `threshold = "5%"`, or a `preset`"#),
    (r#"threshold = "5%""#, "threshold = 5", r#"s.toml:9:13: `threshold` is 5; it must be a string with a percentage, such as "5%", or "quota""#),
    (r#"threshold = "5%""#, "threshold = 0.05", r#"s.toml:9:13: `threshold` is 0.05; it must be a string with a percentage, such as "5%", or "quota""#),
    (r#"threshold = "5%""#, r#"threshold = "5""#, "s.toml:9:13: `5` is not a share: write a percentage from `0%` to `100%` with at most nine decimals and a decimal point, such as `5%` or `3.25%`, or a fraction such as `1/150`, or `quota` for one whole quota"),
    (r#"threshold = "5%""#, r#"threshold = "101%""#, "s.toml:9:13: `101%` is more than the whole: a share lies between `0%` and `100%`"),
    (r#"threshold = "5%""#, r#"threshold = "5,5%""#, "s.toml:9:13: `5,5%` is not a share: write a percentage from `0%` to `100%` with at most nine decimals and a decimal point, such as `5%` or `3.25%`, or a fraction such as `1/150`, or `quota` for one whole quota"),
    (r#"threshold = "5%""#, r#"threshold_base = "all""#, "s.toml:9:18: unknown threshold base `all`: it is one of `lists` (votes for lists), `valid` (lists and against all), `cast` (valid and invalid)"),
    (r#"threshold = "5%""#, r#"threshold_rule = "above""#, "s.toml:9:18: unknown threshold rule `above`: it is one of `at-least`, `more-than`"),
    (r#"threshold = "5%""#, r#"tie = "coin""#, "s.toml:9:7: unknown tie rule `coin`: it is one of `order` (earlier in the file first), `votes` (more votes first), `fewest-votes`, `seatless` (lists without a seat first), `lot` (seeded), `report` (leave it open)"),
    (r#"threshold = "5%""#, "tie = 1", r#"s.toml:9:7: `tie` is 1; it must be a string such as "order", or an array of them such as ["seatless", "votes", "lot"]"#),
    (r#"threshold = "5%""#, r#"freed_seats = "keep""#, "s.toml:9:15: unknown treatment of freed seats `keep`: it is one of `redistribute`, `vacant`"),
    (r#"threshold = "5%""#, r#"method = "d'hont""#, "s.toml:9:10: unknown method `d'hont` (did you mean `dhondt`?): the methods are `dhondt` (also jefferson, greatest-divisors, hagenbach-bischoff-method); `sainte-lague` (also webster, schepers, major-fractions); `modified-sainte-lague[:F]`; `adams` (also smallest-divisors); `dean` (also harmonic); `huntington-hill` (also equal-proportions, hill); `danish`; `imperiali-divisor`; `macau`; `stationary:R`; `power-mean:P`; `hare` (also hamilton, hare-niemeyer, vinton, largest-remainder); `droop`; `hagenbach-bischoff`; `hagenbach-bischoff:rounded`; `imperiali`; `hare-strongest`; `balinski-young` (also quota-method)"),
    (r#"threshold = "5%""#, "method = 1", "s.toml:9:10: `method` is 1; it must be one of the strings `dhondt`, `sainte-lague`, `modified-sainte-lague[:F]`, `adams`, `dean`, `huntington-hill`, `danish`, `imperiali-divisor`, `macau`, `stationary:R`, `power-mean:P`, `hare`, `droop`, `hagenbach-bischoff`, `hagenbach-bischoff:rounded`, `imperiali`, `hare-strongest`, `balinski-young`"),
    (r#"threshold = "5%""#, r#"thresold = "5%""#, "s.toml:9:1: unknown key `thresold` in `[law]` (did you mean `threshold`?); the keys are `preset`, `method`, `threshold`, `threshold_base`, `threshold_rule`, `threshold_by_members`, `or_direct_seats`, `at_least_lists`, `alliance_threshold`, `inner_method`, `multiplier_for`, `floor`, `overhang`, `bonus`, `one_list`, `remainder_from`, `remainder_below`, `majority_clause`, `tie`, `freed_seats`, `group_quota`"),
    ("against_all = 20", "against_all = -20", "s.toml:11:15: `against_all` is -20; it must be a whole number from 0 to 18446744073709551615"),
    ("against_all = 20", r#"against_all = "2%""#, "s.toml:11:15: `against_all` is a share, but the parties have votes; it must be a whole number"),
    ("against_all = 20", r#"against_all = "2""#, r#"s.toml:11:15: `against_all` is "2"; it must be a string with a percentage, such as "53.9%""#),
    ("against_all = 20", "invalid = 1.5", "s.toml:11:11: `invalid` is 1.5; it must be a whole number from 0 to 18446744073709551615"),
    ("against_all = 20", "abstained = 20", "s.toml:11:1: unknown key `abstained` in `[votes]`; the keys are `file`, `against_all`, `others`, `invalid`, `registered`, `cast`, `lot`"),
    ("registered = 5000", "registered = 919", "s.toml:12:14: `registered` is 919, below the 920 ballots cast; it must be at least as many"),
    ("registered = 5000", "cast = 919", "s.toml:12:8: `cast` is 919, below the 920 votes and invalid ballots counted; it must be at least as many"),
    ("registered = 5000", "cast = 1000\ninvalid = 79", "s.toml:12:8: `cast` is 1000, but votes and invalid ballots add up to 999; make them agree, or leave `cast` or `invalid` out"),
    ("registered = 5000", r#"file = "votes.csv""#, "s.toml:12:8: `file` needs a scenario that is a file itself; write the votes under `[[party]]`"),
    ("registered = 5000", r#"file = """#, "s.toml:12:8: `file` is empty; it must be the path of a CSV"),
    ("[votes]\nagainst_all = 20\nregistered = 5000\n", "votes = 3\n", "s.toml:10:1: unknown key `votes` in `[law]`; the keys are `preset`, `method`, `threshold`, `threshold_base`, `threshold_rule`, `threshold_by_members`, `or_direct_seats`, `at_least_lists`, `alliance_threshold`, `inner_method`, `multiplier_for`, `floor`, `overhang`, `bonus`, `one_list`, `remainder_from`, `remainder_below`, `majority_clause`, `tie`, `freed_seats`, `group_quota`"),
    (r#"id = "a"
"#, "", r#"s.toml:13:1: `id` is missing in `[[party]]`; write a short name such as `id = "amanat"`"#),
    (r#"id = "a""#, r#"id = """#, "s.toml:14:6: `id` is empty; it must be one line of 1 to 200 characters"),
    (r#"id = "a""#, r#"id = "  ""#, "s.toml:14:6: `id` is empty; it must be one line of 1 to 200 characters"),
    (r#"id = "a""#, "id = \"a\\u0007\"", "s.toml:14:6: `id` contains the control character U+0007; it must be one line of 1 to 200 characters without any"),
    (r#"id = "a""#, r#"id = "a ""#, "s.toml:14:6: `id` is `a `, with a space at an end; write `a`"),
    (r#"id = "a""#, r#"id = "b""#, "s.toml:18:6: the id `b` appears twice; every party needs its own"),
    (r#"id = "a""#, "id = 1", "s.toml:14:6: `id` is 1; it must be a string"),
    (r#"id = "a""#, r#"id = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa""#, "s.toml:14:6: `id` has 201 characters; it must be one line of 1 to 200 characters"),
    ("votes = 600", "votes = -1", "s.toml:15:9: `votes` is -1; it must be a whole number from 0 to 18446744073709551615"),
    ("votes = 600", "votes = 600.5", "s.toml:15:9: `votes` is 600.5; it must be a whole number from 0 to 18446744073709551615"),
    ("votes = 600", "votes = nan", "s.toml:15:9: `votes` is nan; it must be a whole number from 0 to 18446744073709551615"),
    ("votes = 600", "votes = inf", "s.toml:15:9: `votes` is inf; it must be a whole number from 0 to 18446744073709551615"),
    ("votes = 600", "votes = 1e6", "s.toml:15:9: `votes` is 1e6; it must be a whole number from 0 to 18446744073709551615"),
    ("votes = 600", r#"votes = "600""#, r#"s.toml:15:9: `votes` is the string "600"; it must be a whole number from 0 to 18446744073709551615"#),
    ("votes = 600", "votes = 18446744073709551616", "s.toml:15:9: `votes` is 18446744073709551616; it must be a whole number from 0 to 18446744073709551615"),
    ("votes = 600", "votes = 18446744073709551615", "s.toml:13:1: the votes add up to 18446744073709551935; their sum must be below 2^64"),
    ("votes = 600", "votes = 600,000", "s.toml:15:12: this is not TOML: unexpected key or value, expected newline, `#`"),
    ("votes = 600", "votes = 600 000", "s.toml:15:9: this is not TOML: string values must be quoted, expected literal string"),
    ("votes = 600", "votes = true", "s.toml:15:9: `votes` is true; it must be a whole number from 0 to 18446744073709551615"),
    ("votes = 600", "votes = 2026-08-23", "s.toml:15:9: `votes` is the date 2026-08-23; it must be a whole number from 0 to 18446744073709551615"),
    ("votes = 600\n", "", "s.toml:13:1: `a` has neither `votes` nor `share`; give it one of them"),
    (r#"id = "a""#, r#"id = "Total""#, "s.toml:14:6: `Total` looks like a sum of other rows, which wins no seats; leave it out, or, if it is a list of that name, give it `kind` = `list`"),
    (r#"id = "a""#, "id = \"a\"\nname = { kk = \"Жарамсыз\" }", "s.toml:14:6: `Жарамсыз` looks like invalid ballots, which wins no seats; give it as `invalid` under `[votes]`, or, if it is a list of that name, give it `kind` = `list`"),
    (r#"id = "a""#, r#"id = "против всех""#, "s.toml:14:6: `против всех` looks like votes against all, which wins no seats; give it as `against_all` under `[votes]`, or, if it is a list of that name, give it `kind` = `list`"),
    ("votes = 600", "vote = 600", "s.toml:15:1: unknown key `vote` in `[[party]]` (did you mean `votes`?); the keys are `id`, `name`, `votes`, `share`, `color`, `kind`, `candidates`, `exempt`, `threshold`, `members`, `direct_seats`, `alliance`, `multiplier`, `floor`, `guaranteed_seats`, `additional_seats`, `quota_groups`, `in_quota_groups`, `official_seats`, `position`, `assumed`"),
    ("votes = 600", r#"votes = 600
share = "5%""#, "s.toml:16:9: `votes` and `share` are both given; a party has one of them"),
    ("votes = 600", r#"share = "60%""#, "s.toml:19:9: `votes` is given here, but `a` has a share; give all parties the same"),
    ("votes = 600", "share = 60", r#"s.toml:15:9: `share` is 60; it must be a string with a percentage, such as "53.9%""#),
    ("votes = 600", r#"share = "60""#, r#"s.toml:15:9: `share` is "60"; it must be a string with a percentage, such as "53.9%""#),
    ("votes = 600", r#"share = "1/2""#, r#"s.toml:15:9: `share` is "1/2"; it must be a string with a percentage, such as "53.9%""#),
    ("votes = 600", r#"share = "110%""#, "s.toml:15:9: `110%` is more than the whole: a share lies between `0%` and `100%`"),
    ("votes = 600", r#"votes = 600
kind = "against_all""#, r#"s.toml:16:8: `kind` is "against_all"; it must be "list" or "others", and `against_all` is a number under `[votes]`"#),
    ("votes = 600", r#"votes = 600
kind = "party""#, r#"s.toml:16:8: `kind` is "party"; it must be "list" or "others""#),
    ("votes = 600", "votes = 600\nkind = 1", r#"s.toml:16:8: `kind` is 1; it must be "list" or "others""#),
    ("votes = 600", r#"votes = 600
kind = "others"
exempt = true"#, "s.toml:17:10: `others` never win seats; leave `exempt` out, or make it a `list`"),
    ("votes = 600", r#"votes = 600
kind = "others"
official_seats = 3"#, "s.toml:17:18: `others` never win seats; leave `official_seats` out, or make it a `list`"),
    ("votes = 600", r#"votes = 600
kind = "others"
candidates = 3"#, "s.toml:17:14: `others` never win seats; leave `candidates` out, or make it a `list`"),
    ("votes = 600", "votes = 600\nname = {}", "s.toml:16:8: `name` is empty; give at least one of `en`, `kk`, `ru`"),
    ("votes = 600", r#"votes = 600
name = { de = "A" }"#, r#"s.toml:16:10: unknown key `de` in `{ en = "…", kk = "…", ru = "…" }`; the keys are `en`, `kk`, `ru`"#),
    ("votes = 600", "votes = 600\nname = 5", r#"s.toml:16:8: `name` is 5; it must be a string, or `{ en = "…", kk = "…", ru = "…" }`"#),
    ("votes = 600", "votes = 600\nname = \"a\\u202Eb\"", "s.toml:16:8: `name` contains the control character U+202E; it must be one line of 1 to 200 characters without any"),
    ("votes = 600", "votes = 600\ncandidates = 0", "s.toml:16:14: `candidates` is 0; it must be a whole number from 1 to 4294967295"),
    ("votes = 600", "votes = 600\nofficial_seats = 4294967296", "s.toml:16:18: `official_seats` is 4294967296; it must be a whole number from 0 to 4294967295"),
    ("votes = 600", "votes = 600\nexempt = 1", "s.toml:16:10: `exempt` is 1; it must be `true` or `false`"),
    ("votes = 600", r#"votes = 600
assumed = "yes""#, r#"s.toml:16:11: `assumed` is the string "yes"; it must be `true` or `false`"#),
    ("votes = 600", r#"votes = 600
position = "left""#, r#"s.toml:16:12: `position` is the string "left"; it must be a whole number from 0 to 4294967295"#),
    ("\"#00afca\"", r#""blue""#, "s.toml:16:9: `blue` is not a colour: write `#` and six hexadecimal digits, such as `#00afca`"),
    ("\"#00afca\"", "7", "s.toml:16:9: `color` is 7; it must be a string such as \"#00afca\""),
    ("[[party]]\nid = \"a\"\nvotes = 600\ncolor = \"#00afca\"\n[[party]]\nid = \"b\"\nvotes = 300\n", "", "s.toml:1:1: there is no party; add at least one `[[party]]` with `id` and `votes`, or `file` under `[votes]`"),
    ("[[party]]\nid = \"a\"\nvotes = 600\ncolor = \"#00afca\"\n[[party]]\nid = \"b\"\nvotes = 300\n", r#"[party]
id = "a"
"#, "s.toml:13:1: `party` is a table; it must be an array of tables, each written `[[party]]`"),
    ("[[party]]\nid = \"a\"\nvotes = 600\ncolor = \"#00afca\"\n[[party]]\nid = \"b\"\nvotes = 300\n", r#"[[party]]
id = "a"
votes = 0
"#, "s.toml:13:1: no list has any votes; at least one must"),
    ("[[party]]\nid = \"a\"\nvotes = 600\ncolor = \"#00afca\"\n[[party]]\nid = \"b\"\nvotes = 300\n", r#"[[party]]
id = "a"
votes = 5
kind = "others"
"#, "s.toml:13:1: there is no list that can win seats; at least one is needed"),
    ("[[party]]\nid = \"a\"\nvotes = 600\ncolor = \"#00afca\"\n[[party]]\nid = \"b\"\nvotes = 300\n", r#"[[party]]
id = "a"
share = "60%"
"#, "s.toml:13:1: shares need the number they are shares of; add `cast`, the ballots cast, to `[votes]`"),
    ("against_all = 20\nregistered = 5000\n[[party]]\nid = \"a\"\nvotes = 600\ncolor = \"#00afca\"\n[[party]]\nid = \"b\"\nvotes = 300\n", r#"cast = 100
[[party]]
id = "a"
share = "60%"
[[party]]
id = "b"
share = "40.000000001%"
"#, "s.toml:12:1: the shares, with the votes against all, add up to more than 100 %; they must be at most 100 % (what is missing is counted as `others`)"),
    ("against_all = 20\nregistered = 5000\n[[party]]\nid = \"a\"\nvotes = 600\ncolor = \"#00afca\"\n[[party]]\nid = \"b\"\nvotes = 300\n", r#"cast = 100
against_all = "41%"
[[party]]
id = "a"
share = "60%"
"#, "s.toml:13:1: the shares, with the votes against all, add up to more than 100 %; they must be at most 100 % (what is missing is counted as `others`)"),
    ("against_all = 20\nregistered = 5000\n[[party]]\nid = \"a\"\nvotes = 600\ncolor = \"#00afca\"\n[[party]]\nid = \"b\"\nvotes = 300\n", r#"cast = 100
against_all = 41
[[party]]
id = "a"
share = "60%"
"#, "s.toml:13:1: the shares, with the votes against all, add up to more than 100 %; they must be at most 100 % (what is missing is counted as `others`)"),
    ("against_all = 20\nregistered = 5000\n[[party]]\nid = \"a\"\nvotes = 600\ncolor = \"#00afca\"\n[[party]]\nid = \"b\"\nvotes = 300\n", r#"cast = 100
invalid = 101
[[party]]
id = "a"
share = "60%"
"#, "s.toml:12:11: `invalid` is 101, above the 100 ballots `cast`; it must be a part of them"),
    ("against_all = 20\nregistered = 5000\n[[party]]\nid = \"a\"\nvotes = 600\ncolor = \"#00afca\"\n[[party]]\nid = \"b\"\nvotes = 300\n", r#"cast = 0
[[party]]
id = "a"
share = "60%"
"#, "s.toml:12:1: no list has any votes; at least one must"),
    (r#"name = "Both"
"#, "", r#"s.toml:20:1: `name` is missing in `[[coalition]]`; write one such as `name = "Government"`"#),
    (r#"["a", "b"]"#, r#"["a", "c"]"#, "s.toml:22:17: no party has the id `c`; the ids are `a`, `b`"),
    (r#"["a", "b"]"#, r#"["a", "a"]"#, "s.toml:22:17: `a` is in the coalition twice; name it once"),
    (r#"["a", "b"]"#, "[]", "s.toml:22:11: `parties` is empty; a coalition has at least one party"),
    (r#"["a", "b"]"#, r#""a""#, r#"s.toml:22:11: `parties` is the string "a"; it must be an array of the ids of parties"#),
    (r#"["a", "b"]"#, r#"["a"]
[[coalition]]
name = "Both"
parties = ["b"]"#, "s.toml:24:8: the coalition `Both` appears twice; every one needs its own name"),
    (r#"["a", "b"]"#, r#"["a"]
[[coalition]]
name = { en = "Only b", kk = "Both" }
parties = ["b"]"#, "s.toml:24:8: the coalition `Both` appears twice; every one needs its own name"),
    (r#"["a", "b"]"#, r#"["a", "b"]
[[what_if]]
transfer = 1"#, r#"s.toml:24:12: `transfer` is 1; it must be a table such as `{ from = "amanat", to = "auyl", share = "3%" }`, or an array of such tables"#),
    (r#"model = "dirichlet""#, r#"model = "gaussian""#, "s.toml:24:9: unknown model `gaussian`: the models are `point`, `dirichlet`, `dirichlet-kappa`, `multinomial`, `logistic-normal`, `logistic-t`, `normal`, `empirical`, `mixture`"),
    (r#"model = "dirichlet""#, "model = 1", "s.toml:24:9: `model` is 1; it must be one of the strings `point`, `dirichlet`, `dirichlet-kappa`, `multinomial`, `logistic-normal`, `logistic-t`, `normal`, `empirical`, `mixture`"),
    (r#"model = "dirichlet"
"#, "", "s.toml:23:1: `model` is missing in `[uncertainty]`; write one of `point`, `dirichlet`, `dirichlet-kappa`, `multinomial`, `logistic-normal`, `logistic-t`, `normal`, `empirical`, `mixture`"),
    (r#"model = "dirichlet""#, r#"model = "point""#, "s.toml:25:1: unknown key `sample_size` in `[uncertainty]` for the model `point`; the keys are `model`"),
    (r#"model = "dirichlet""#, r#"model = "logistic-normal"
design_effect = 2"#, "s.toml:25:1: unknown key `design_effect` in `[uncertainty]` for the model `logistic-normal`; the keys are `model`, `sample_size`, `common_error`, `house_error`, `pollsters`, `days`, `drift_per_day`, `correlations`, `center`"),
    (r#"model = "dirichlet""#, r#"model = "dirichlet"
common_error = 0.1"#, "s.toml:25:1: unknown key `common_error` in `[uncertainty]` for the model `dirichlet`; the keys are `model`, `alpha`, `sample_size`, `design_effect`, `prior`"),
    ("sample_size = 1000", "sample_size = 0", "s.toml:25:15: `sample_size` is 0: it must be a number from 1 to 1e12"),
    ("sample_size = 1000", "sample_size = nan", "s.toml:25:15: `sample_size` is NaN: it must be a number from 1 to 1e12"),
    ("sample_size = 1000", r#"sample_size = "1000""#, r#"s.toml:25:15: `sample_size` is the string "1000"; it must be a number"#),
    ("sample_size = 1000\n", "", "s.toml:23:1: `sample_size` is missing in `[uncertainty]` for the model `dirichlet`; write `sample_size = 1000`, the persons asked, or `alpha`"),
    ("sample_size = 1000", "sample_size = 1000\nprior = -1", "s.toml:26:9: `prior` is -1: it must be 0 or a number from 0.1 to 1e6"),
    ("sample_size = 1000", "sample_size = 1\nprior = 0", "s.toml:23:1: a share is so small that its α would be 0.021739130434782608; give a `prior` of at least 0.1, or a larger `sample_size`"),
    ("sample_size = 1000", "alpha = 1\nprior = 1", "s.toml:26:9: `prior` and `alpha` are both given; a Dirichlet model has either `alpha` or a poll"),
    ("sample_size = 1000", "alpha = [1, 1]", "s.toml:25:9: `alpha` has 2 numbers, but 3 are on the ballot (every party in order, then against all if it is counted)"),
    ("sample_size = 1000", r#"alpha = [1, 1, "x"]"#, r#"s.toml:25:16: `alpha` is the string "x"; it must be a number"#),
    ("sample_size = 1000", "alpha = [0, 0, 0]", "s.toml:25:9: nothing on the ballot has a share above zero, so nothing can be drawn"),
    ("sample_size = 1000", "alpha = 0.01", "s.toml:25:9: `alpha` is 0.01: it must be a number from 0.1 to 1e12"),
    ("sample_size = 1000", r#"alpha = "1""#, r#"s.toml:25:9: `alpha` is the string "1"; it must be a number, or an array of one for everything on the ballot"#),
    (r#"model = "dirichlet"
sample_size = 1000"#, r#"model = "logistic-normal"
common_error = -1"#, "s.toml:25:16: `common_error` is -1: it must be a number from 0 to 5"),
];

/// A table of votes, and the message.
#[rustfmt::skip]
const CSV: &[(&str, &str)] = &[
    ("", "v.csv: the input is empty; a scenario file starts with `schema = 1`, a table of votes with a header such as `party,votes`"),
    ("  \n\n", "v.csv: the input is empty; a scenario file starts with `schema = 1`, a table of votes with a header such as `party,votes`"),
    ("party\n", "v.csv:1: there is no column `votes`; the header needs at least `party,votes`"),
    ("votes\na\n", "v.csv:1: there is no column `party`; the header needs at least `party,votes`"),
    ("party;votes\na;1\n", "v.csv:1: the columns are separated by `;`; separate them by commas, as in `party,votes`"),
    ("party\tvotes\na\t1\n", "v.csv:1: the columns are separated by tabs; separate them by commas, as in `party,votes`"),
    ("party,votes\n", "v.csv: there is no list that can win seats; at least one is needed"),
    ("party,votes\na\n", "v.csv:2: the number of fields is 1, but the header has 2 columns; separate fields by one comma each, put a name that contains a comma in quotes, and write numbers in digits alone"),
    ("party,votes\na,1,2\n", "v.csv:2: the number of fields is 3, but the header has 2 columns; separate fields by one comma each, put a name that contains a comma in quotes, and write numbers in digits alone"),
    ("party,votes\na,1\na,2\n", "v.csv:3: `a` appears twice; every row needs a party of its own"),
    ("party,votes\na,\n", "v.csv:2: `votes` is empty; it must be a whole number from 0 to 18446744073709551615"),
    ("party,votes\na,-1\n", "v.csv:2: `votes` is `-1`; it must be a whole number from 0 to 18446744073709551615 in digits alone, without signs, separators or decimals"),
    ("party,votes\na,1.5\n", "v.csv:2: `votes` is `1.5`; it must be a whole number from 0 to 18446744073709551615 in digits alone, without signs, separators or decimals"),
    (r#"party,votes

a,1


b,"1,5"
"#, "v.csv:6: `votes` is `1,5`; it must be a whole number from 0 to 18446744073709551615 in digits alone, without signs, separators or decimals"),
    ("party,votes\na,1 000\n", "v.csv:2: `votes` is `1 000`; it must be a whole number from 0 to 18446744073709551615 in digits alone, without signs, separators or decimals"),
    ("party,votes\na,3,431,510\n", "v.csv:2: the number of fields is 4, but the header has 2 columns; separate fields by one comma each, put a name that contains a comma in quotes, and write numbers in digits alone"),
    ("party,votes\na,NaN\n", "v.csv:2: `votes` is `NaN`; it must be a whole number from 0 to 18446744073709551615 in digits alone, without signs, separators or decimals"),
    ("party,votes\na,1e6\n", "v.csv:2: `votes` is `1e6`; it must be a whole number from 0 to 18446744073709551615 in digits alone, without signs, separators or decimals"),
    ("party,votes\na,18446744073709551616\n", "v.csv:2: `votes` is `18446744073709551616`; it must be a whole number from 0 to 18446744073709551615 in digits alone, without signs, separators or decimals"),
    ("party,votes\na,18446744073709551615\nb,1\n", "v.csv: the votes add up to 18446744073709551616; their sum must be below 2^64"),
    ("party,votes\na,53.9%\n", "v.csv:2: `votes` is `53.9%`; it must be a whole number from 0 to 18446744073709551615 in digits alone, without signs, separators or decimals"),
    ("party,votes\n,5\n", "v.csv:2: `party` is empty; it must be one line of 1 to 200 characters"),
    ("party,votes\na\u{7},5\n", "v.csv:2: `party` contains the control character U+0007; it must be one line of 1 to 200 characters without any"),
    ("party,votes\na,0\n", "v.csv: no list has any votes; at least one must"),
    ("party,votes,kind\na,5,others\n", "v.csv: there is no list that can win seats; at least one is needed"),
    ("party,votes,kind\na,5,bloc\n", "v.csv:2: `kind` is `bloc`; it must be `list`, `others`, `against_all`, `invalid` or empty"),
    ("party,votes,kind\na,5,\nx,1,invalid\ny,1,invalid\n", "v.csv:4: two rows are of kind `invalid`; add them up in one"),
    ("party,votes,kind,seats\na,5,list,\nx,1,against_all,2\n", "v.csv:3: a row of kind `against_all` has votes alone; leave `seats` empty"),
    ("party,votes,kind,alliance\na,5,others,bloc\n", "v.csv:2: `others` never win seats; leave `alliance` out, or make it a `list`"),
    ("party,votes,alliance\na,5,\u{202e}b\n", "v.csv:2: `alliance` contains the control character U+202E; it must be one line of 1 to 200 characters without any"),
    ("party,votes,seats,official_seats\na,5,1,1\n", "v.csv:1: `seats` and `official_seats` mean the same; keep one of them"),
    ("party,votes,votes\na,5,1\n", "v.csv:1: two columns are called `votes`; one is allowed"),
    ("party,votes,exempt\na,5,yes\n", "v.csv:2: `exempt` is `yes`; it must be `true`, `false` or empty"),
    ("party,votes,color\na,5,red\n", "v.csv:2: `color`: `red` is not a colour: write `#` and six hexadecimal digits, such as `#00afca`"),
    ("party,votes,candidates\na,5,0\n", "v.csv:2: `candidates` is 0; a list has at least 1 candidate"),
    ("party,votes,candidates\na,5,many\n", "v.csv:2: `candidates` is `many`; it must be a whole number from 1 to 4294967295 in digits alone, without signs, separators or decimals"),
    ("party,votes,seats\na,5,-1\n", "v.csv:2: `seats` is `-1`; it must be a whole number from 0 to 4294967295 in digits alone, without signs, separators or decimals"),
    ("party,votes,kind,seats\na,5,others,1\n", "v.csv:2: `others` never win seats; leave `official_seats` out, or make it a `list`"),
    (r#"party,votes
"a,5
"#, "v.csv:2:1: a quotation mark is opened here and never closed; close it"),
    (r#"party,votes
a"b,5
"#, r#"v.csv:2:2: a quotation mark is inside a field without quotes; quote the whole field and double the marks in it: `"the ""Ak Zhol"" party"`"#),
    (r#"party,votes
"a"b,5
"#, r#"v.csv:2:4: something follows a closing quotation mark; a comma or the end of the line must, and a mark inside a field is doubled: `""`"#),
    ("party,votes\r\na,5\r\nb,x\r\n", "v.csv:3: `votes` is `x`; it must be a whole number from 0 to 18446744073709551615 in digits alone, without signs, separators or decimals"),
    ("\u{feff}party,votes\na,x\n", "v.csv:2: `votes` is `x`; it must be a whole number from 0 to 18446744073709551615 in digits alone, without signs, separators or decimals"),
    ("party,votes\n\0a,1\n", "v.csv:2:1: there is a zero byte; save the file as plain text in UTF-8, not UTF-16"),
    ("party,votes\na,5\n\nagainst_all,7\n", "v.csv:4: `against_all` looks like votes against all, which wins no seats; give it `kind` = `against_all`, or, if it is a list of that name, give it `kind` = `list`; for that, add a column `kind`"),
    ("party,votes,name\na,5,\nx,1,БӘРІНЕ ҚАРСЫМЫН\n", "v.csv:3: `БӘРІНЕ ҚАРСЫМЫН` looks like votes against all, which wins no seats; give it `kind` = `against_all`, or, if it is a list of that name, give it `kind` = `list`; for that, add a column `kind`"),
    ("party,votes,kind\na,5,\nИтого,9,\n", "v.csv:3: `Итого` looks like a sum of other rows, which wins no seats; leave it out, or, if it is a list of that name, give it `kind` = `list`"),
    ("party,votes\nSpoilt ballots,5\nb,9\n", "v.csv:2: `Spoilt ballots` looks like invalid ballots, which wins no seats; give it `kind` = `invalid`, or, if it is a list of that name, give it `kind` = `list`; for that, add a column `kind`"),
    ("party,votes\na,5\nBlank,9\n", "v.csv:3: `Blank` looks like blank ballots, which wins no seats; give it `kind` = `invalid`, or `kind` = `against_all` where the law counts blank votes as valid, or, if it is a list of that name, give it `kind` = `list`; for that, add a column `kind`"),
    ("party,votes\na,5\nOthers,9\n", "v.csv:3: `Others` looks like a sum of lists that are not named, which wins no seats; give it `kind` = `others`, or, if it is a list of that name, give it `kind` = `list`; for that, add a column `kind`"),
    ("party,votes\na,5\nявка,9\n", "v.csv:3: `явка` looks like a number of voters, which wins no seats; leave it out, or give it as `registered` under `[votes]` of a scenario file, or, if it is a list of that name, give it `kind` = `list`; for that, add a column `kind`"),
    ("party,votes\na,500\nb,700\nx,1200\n", "v.csv:4: the votes of `x` are the sum of all other rows; leave it out if it is their sum, or, if it is a list with as many votes as the others together, give it `kind` = `list`; for that, add a column `kind`"),
    ("party,votes,kind\na,500,\nb,700,\nno,30,against_all\nx,1230,\n", "v.csv:5: the votes of `x` are the sum of all other rows; leave it out if it is their sum, or, if it is a list with as many votes as the others together, give it `kind` = `list`"),
    ("sep=;\nparty;votes\n", "v.csv:1: the columns are separated by `;`; separate them by commas, as in `party,votes`"),
    ("party,votes,name\na,1,\u{202e}b\n", "v.csv:2: `name` contains the control character U+202E; it must be one line of 1 to 200 characters without any"),
];
