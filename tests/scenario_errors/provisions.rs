//! The exact text of every refusal of the rules beyond threshold, method and tie rule.

use super::{GOOD, assert_messages, toml_message};

#[test]
fn refusals_of_provisions() {
    let cases = CASES.iter().map(|&(piece, by, expected)| {
        assert_eq!(GOOD.matches(piece).count(), 1, "{piece:?} is not once in the scenario");
        (format!("{piece}=>{by}"), expected, toml_message(&GOOD.replace(piece, by)))
    });
    assert_messages(cases);
}

#[test]
fn an_alliance_that_passes_together_has_no_thresholds_of_its_own() {
    let text = GOOD
        .replace("threshold = \"5%\"", "alliance_threshold = \"pool\"")
        .replace("votes = 600", "votes = 600\nalliance = \"x\"")
        .replace("votes = 300", "votes = 300\nalliance = \"x\"\nthreshold = \"3%\"");
    let expected = POOLED;
    assert_eq!(toml_message(&text), expected);
}

const POOLED: &str = "s.toml:22:13: under `alliance_threshold = \"pool\"` the alliance passes the threshold as a whole; leave the party's own `threshold` out";

// One case a line, however long: a table to look things up in.
/// What is replaced, by what, and the message.
#[rustfmt::skip]
const CASES: &[(&str, &str, &str)] = &[
    ("threshold = \"5%\"", "threshold = \"five\"", "s.toml:9:13: `five` is not a share: write a percentage from `0%` to `100%` with at most nine decimals and a decimal point, such as `5%` or `3.25%`, or a fraction such as `1/150`, or `quota` for one whole quota"),
    ("threshold = \"5%\"", "threshold = 5", "s.toml:9:13: `threshold` is 5; it must be a string with a percentage, such as \"5%\", or \"quota\""),
    ("threshold = \"5%\"", "threshold = \"quota\"\nfloor = -1", "s.toml:10:9: `floor` is -1; it must be a whole number from 0 to 4294967295"),
    ("threshold = \"5%\"", "threshold_by_members = { 1 = \"7%\" }", "s.toml:9:30: `1` is no number of parties; `threshold_by_members` has keys from 2, as in `threshold_by_members = { 2 = \"7%\", 4 = \"10%\" }`"),
    ("threshold = \"5%\"", "threshold_by_members = { two = \"7%\" }", "s.toml:9:32: `two` is no number of parties; `threshold_by_members` has keys from 2, as in `threshold_by_members = { 2 = \"7%\", 4 = \"10%\" }`"),
    ("threshold = \"5%\"", "threshold_by_members = { 2 = \"7%\", 02 = \"8%\" }", "s.toml:9:24: `threshold_by_members` has 2 steps; it must have at most 4, each number of parties once"),
    ("threshold = \"5%\"", "threshold_by_members = { 2 = 7 }", "s.toml:9:30: `2` is 7; it must be a string with a percentage, such as \"5%\""),
    ("threshold = \"5%\"", "threshold_by_members = \"7%\"", "s.toml:9:24: `threshold_by_members` is the string \"7%\"; it must be a table, written `threshold_by_members = { 2 = \"7%\", 4 = \"10%\" }`"),
    ("threshold = \"5%\"", "threshold_by_members = { 2 = \"1%\", 3 = \"1%\", 4 = \"1%\", 5 = \"1%\", 6 = \"1%\", 7 = \"1%\", 8 = \"1%\", 9 = \"1%\", 10 = \"1%\" }", "s.toml:9:24: `threshold_by_members` has 9 steps; it must have at most 4, each number of parties once"),
    ("threshold = \"5%\"", "or_direct_seats = 0", "s.toml:9:19: `or_direct_seats` is 0; it must be a whole number from 1 to 4294967295"),
    ("threshold = \"5%\"", "at_least_lists = 0", "s.toml:9:18: `at_least_lists` is 0; it must be a whole number from 1 to 4294967295"),
    ("threshold = \"5%\"", "alliance_threshold = \"bloc\"", "s.toml:9:22: unknown threshold of alliances `bloc`: it is one of `member` (every list by itself), `pool` (the alliance together)"),
    ("threshold = \"5%\"", "inner_method = \"best\"", "s.toml:9:16: unknown method `best`: the methods are `dhondt` (also jefferson, greatest-divisors, hagenbach-bischoff-method); `sainte-lague` (also webster, schepers, major-fractions); `modified-sainte-lague[:F]`; `adams` (also smallest-divisors); `dean` (also harmonic); `huntington-hill` (also equal-proportions, hill); `danish`; `imperiali-divisor`; `macau`; `stationary:R`; `power-mean:P`; `hare` (also hamilton, hare-niemeyer, vinton, largest-remainder); `droop`; `hagenbach-bischoff`; `hagenbach-bischoff:rounded`; `imperiali`; `hare-strongest`; `balinski-young` (also quota-method)"),
    ("threshold = \"5%\"", "overhang = true", "s.toml:9:12: `overhang` is true; it must be a string"),
    ("threshold = \"5%\"", "overhang = \"kept\"", "s.toml:9:12: unknown treatment of overhang `kept`: it is one of `none` (direct seats count for admission alone), `added` (lists keep them and the house grows)"),
    ("threshold = \"5%\"", "bonus = 0", "s.toml:9:9: `bonus` is 0; it must be a whole number from 1 to 4294967295"),
    ("threshold = \"5%\"", "bonus = \"fifty\"", "s.toml:9:9: `fifty` is not a share: write a percentage from `0%` to `100%` with at most nine decimals and a decimal point, such as `5%` or `3.25%`, or a fraction such as `1/150`"),
    ("threshold = \"5%\"", "bonus = 0.5", "s.toml:9:9: `bonus` is 0.5; it must be a whole number of seats, or a share of the house such as \"10%\""),
    ("threshold = \"5%\"", "one_list = \"two\"", "s.toml:9:12: unknown rule for a single list `two`: it is one of `none`, `runner-up` (the runner-up comes in, text of 2009)"),
    ("threshold = \"5%\"", "method = \"dhondt\"\none_list = \"runner-up\"", "s.toml:10:12: `one_list = \"runner-up\"` multiplies a Hare quotient; it needs `method = \"hare\"`"),
    ("threshold = \"5%\"", "group_quota = \"130%\"", "s.toml:9:15: `130%` is more than the whole: a share lies between `0%` and `100%`"),
    ("registered = 5000", "registered = 5000\nothers = -1", "s.toml:13:10: `others` is -1; it must be a whole number from 0 to 18446744073709551615"),
    ("registered = 5000", "registered = 5000\nlot = \"a\"", "s.toml:13:7: `lot` is the string \"a\"; it must be an array of the ids of the winners, such as `[\"amanat\"]`"),
    ("registered = 5000", "registered = 5000\nlot = [\"c\"]", "s.toml:13:8: no party has the id `c`; the ids are `a`, `b`"),
    ("votes = 600", "votes = 600\nthreshold = \"quota\"", "s.toml:16:13: `quota` is not a share: write a percentage from `0%` to `100%` with at most nine decimals and a decimal point, such as `5%` or `3.25%`, or a fraction such as `1/150`"),
    ("votes = 600", "votes = 600\nmembers = 0", "s.toml:16:11: `members` is 0; it must be a whole number from 1 to 4294967295"),
    ("votes = 600", "votes = 600\ndirect_seats = 146", "s.toml:16:16: the `direct_seats` of all parties add up to 146, more than the 145 seats of the house; they must be at most as many"),
    ("votes = 600", "votes = 600\ndirect_seats = -1", "s.toml:16:16: `direct_seats` is -1; it must be a whole number from 0 to 4294967295"),
    ("votes = 600", "votes = 600\nalliance = \"\"", "s.toml:16:12: `alliance` is empty; it must be one line of 1 to 200 characters"),
    ("votes = 600", "votes = 600\ndirect_seats = 3", "s.toml:16:16: `direct_seats` count for nothing under this law; give `[law]` `overhang = \"added\"` or `or_direct_seats`, or leave `direct_seats` out"),
    ("votes = 600", "votes = 600\nexempt = true\nthreshold = \"3%\"", "s.toml:17:13: an exempt list has no threshold to pass; leave `threshold` or `exempt` out"),
    ("votes = 600", "votes = 600\ncandidates = 2\nfloor = 3", "s.toml:17:9: `floor` is 3, but the list has 2 `candidates`; it must be at most as many"),
    ("threshold = \"5%\"", "remainder_below = 19", "s.toml:9:19: `remainder_below` says in which houses `remainder_from` acts; give that too, such as `remainder_from = \"3/4\"`, or leave `remainder_below` out"),
    ("threshold = \"5%\"", "remainder_from = 0.75", "s.toml:9:18: `remainder_from` is 0.75; it must be a string with a part of a quota, such as \"3/4\""),
    ("threshold = \"5%\"", "majority_clause = true\none_list = \"runner-up\"", "s.toml:9:19: `one_list = \"runner-up\"` shares the house by a rule of its own; leave `majority_clause` or `one_list` out"),
    ("threshold = \"5%\"", "remainder_from = \"3/4\"\none_list = \"runner-up\"", "s.toml:9:18: `one_list = \"runner-up\"` shares the house by a rule of its own; leave `remainder_from` or `one_list` out"),
    ("threshold = \"5%\"", "majority_clause = true\nmethod = \"balinski-young\"", "s.toml:9:19: `majority_clause` gives a list the seat that was given last, but `balinski-young` gives none last; use another method, or leave the clause out"),
    ("threshold = \"5%\"", "remainder_from = \"3/4\"\nmethod = \"hare-strongest\"", "s.toml:9:18: `remainder_from` gives left-over seats by remainders, then by averages, but `hare-strongest` gives them otherwise; use `dhondt`, `hare` or another method, or leave `remainder_from` out"),
    ("votes = 600", "votes = 600\nmultiplier = 1.35", "s.toml:16:14: `multiplier` is 1.35; it must be a string such as \"27/20\" or \"1.35\""),
    ("votes = 600", "votes = 600\nmultiplier = \"0\"", "s.toml:16:14: `0` is not a multiplier: write a fraction such as `27/20` or a decimal such as `1.35`, above 0, with numerator and denominator up to 10000"),
    ("votes = 600", "votes = 600\nmultiplier = \"20000/3\"", "s.toml:16:14: `20000/3` is not a multiplier: write a fraction such as `27/20` or a decimal such as `1.35`, above 0, with numerator and denominator up to 10000"),
    ("votes = 600", "votes = 600\nguaranteed_seats = 0", "s.toml:16:20: `guaranteed_seats` is 0; it must be a whole number from 1 to 4294967295"),
    ("votes = 600", "votes = 600\nguaranteed_seats = 146", "s.toml:16:20: the `guaranteed_seats` of all parties add up to 146, more than the 145 seats of the house; they must be at most as many"),
    ("votes = 600", "votes = 600\nguaranteed_seats = 1\nfloor = 1", "s.toml:17:9: a list with `guaranteed_seats` takes no part in the distribution; leave `floor` or `guaranteed_seats` out"),
    ("votes = 600", "votes = 600\nadditional_seats = 146", "s.toml:16:20: the `additional_seats` of all parties add up to 146, more than the 145 seats of the house; they must be at most as many"),
    ("votes = 600", "votes = 600\nkind = \"others\"\nmultiplier = \"27/20\"", "s.toml:17:14: `others` never win seats; leave `multiplier` out, or make it a `list`"),
    ("votes = 600", "votes = 600\nquota_groups = 30", "s.toml:16:16: `quota_groups` is 30; it must be a table, written `quota_groups = { women = 72, youth = 24 }`"),
    ("votes = 600", "votes = 600\nquota_groups = { women = -1 }", "s.toml:16:26: `women` is -1; it must be a whole number from 0 to 4294967295"),
    ("votes = 600", "votes = 600\ncandidates = 10\nquota_groups = { women = 11 }", "s.toml:17:16: the group `women` has 11 candidates, more than the 10 that the list has (`in_quota_groups`, else `candidates`); it must have at most as many"),
    ("votes = 600", "votes = 600\ncandidates = 10\nquota_groups = { women = 5, youth = 4 }\nin_quota_groups = 10", "s.toml:17:16: `in_quota_groups` is 10; it must be at most the sum of the groups, 9, and at most `candidates`"),
];
