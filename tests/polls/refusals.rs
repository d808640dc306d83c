//! What is wrong with polls, in words: every refusal says where, what, and what would be accepted.

use std::panic::catch_unwind;

use super::{PARTIES, SCENARIO, TWO, load};

/// The message without the directory of the table.
fn message(text: &str, table: &[u8]) -> String {
    match load(text, table) {
        Ok(_) => "accepted".to_owned(),
        Err(error) => {
            let message = error.to_string();
            let table = message.find("polls.csv:").filter(|_| !message.starts_with("s.toml"));
            message[table.unwrap_or(0)..].to_owned()
        }
    }
}

#[test]
fn refusals_of_a_table_of_polls() {
    let text = format!("{SCENARIO}{PARTIES}");
    assert_eq!(message(&text, TWO.as_bytes()), "accepted");
    let mut differences = Vec::new();
    for &(piece, by, expected) in TABLE {
        assert!(TWO.contains(piece), "{piece}");
        let found = message(&text, TWO.replacen(piece, by, 1).as_bytes());
        if found != expected {
            differences.push(format!("{piece} => {by}\n    {found}"));
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[rustfmt::skip]
const TABLE: &[(&str, &str, &str)] = &[
    ("poll_id,", "poll,", "polls.csv:1: there is no column `poll_id`; the header of a table of polls needs `poll_id,pollster,start,end,n,option,value`"),
    ("option,value", "option,option,value", "polls.csv:1: two columns are called `option`; one is allowed"),
    ("poll_id,pollster,start,end,n,option,value", "poll_id;pollster;start;end;n;option;value", "polls.csv:1: the columns are separated by `;`; separate them by commas, as in `poll_id,pollster,start,end,n,option,value`"),
    ("a,60", "a,60,5", "polls.csv:2: the number of fields is 8, but the header has 7 columns; separate fields by one comma each, put a name that contains a comma in quotes, and write a decimal point in numbers, as in `48.6`"),
    ("a,60", "a,\"48,6\"", "polls.csv:2: `value` is `48,6`, with a decimal comma; write a decimal point, as in `48.6`"),
    ("a,60", "a,\"48,6%\"", "polls.csv:2: `value` is `48,6%`, with a decimal comma; write a decimal point, as in `48.6%`"),
    ("a,60", "a,", "polls.csv:2: `value` is ``; it must be a percentage from 0 to 100 with at most six decimals, such as `48.6` or `48.6%`"),
    ("a,60", "a,-1", "polls.csv:2: `value` is `-1`; it must be a percentage from 0 to 100 with at most six decimals, such as `48.6` or `48.6%`"),
    ("a,60", "a,100.1", "polls.csv:2: `value` is `100.1`; it must be a percentage from 0 to 100 with at most six decimals, such as `48.6` or `48.6%`"),
    ("a,60", "a,NaN", "polls.csv:2: `value` is `NaN`; it must be a percentage from 0 to 100 with at most six decimals, such as `48.6` or `48.6%`"),
    ("a,60", "a,62", "polls.csv:2: the poll `p1` adds up to 102 %; it must be at most 100 %, or 101 % with what rounding explains"),
    ("a,60", "c,60", "polls.csv:2: `option` is `c`; the options are `a`, `b`, `others`, `against_all`, `undecided`"),
    ("a,60", "b,60", "polls.csv:3: the poll `p1` has a second row for `b`; keep one"),
    ("1000,a", "0,a", "polls.csv:2: `n` is `0`; it must be the number of persons asked, a whole number from 1 to 10000000 in digits alone"),
    ("1000,a", "1 000,a", "polls.csv:2: `n` is `1 000`; it must be the number of persons asked, a whole number from 1 to 10000000 in digits alone"),
    ("1000,a", "1001,a", "polls.csv:3: `n` differs from that of the first row of the poll `p1`, on line 2; all rows of a poll must say the same, and another poll needs a `poll_id` of its own"),
    ("p2,Q,", "p1,Q,", "polls.csv:4: `pollster` differs from that of the first row of the poll `p1`, on line 2; all rows of a poll must say the same, and another poll needs a `poll_id` of its own"),
    ("2023-01-01", "01.01.2023", "polls.csv:2: `start`: `01.01.2023` is not a date: write a day from 1900-01-01 to 2100-12-31 as year-month-day, such as `2023-03-19`"),
    ("2023-01-03", "2023-02-29", "polls.csv:2: `end`: `2023-02-29` is not a date: write a day from 1900-01-01 to 2100-12-31 as year-month-day, such as `2023-03-19`"),
    ("2023-01-03", "", "polls.csv:2: `end`: `` is not a date: write a day from 1900-01-01 to 2100-12-31 as year-month-day, such as `2023-03-19`"),
    ("2023-01-03", "2022-01-03", "polls.csv:2: the poll starts on 2023-01-01 and ends on 2022-01-03; it must end on that day or later"),
    ("p1,P", ",P", "polls.csv:2: `poll_id` is empty; it must be one line of 1 to 200 characters"),
    ("p1,P", "p1,", "polls.csv:2: `pollster` is empty; it must be one line of 1 to 200 characters"),
    ("p1,P", "p1,\"P", "polls.csv:2:4: a quotation mark is opened here and never closed; close it"),
];

#[test]
fn a_table_with_nothing_in_it_is_refused() {
    let text = format!("{SCENARIO}{PARTIES}");
    let header = "poll_id,pollster,start,end,n,option,value\n";
    let row = |values: [&str; 2]| {
        let rows = values.map(|value| format!("p,P,,2023-01-03,1000,{value}\n"));
        format!("{header}{}{}", rows[0], rows[1])
    };
    for (table, expected) in [
        (header.to_owned(), "polls.csv: there is no poll below the header; add at least one row"),
        (
            row(["a,0", "b,0"]),
            "polls.csv:2: the poll `p` has no option above 0 %; give at least one, or leave the poll out",
        ),
        (
            row(["a,0.6", "b,0.4"]),
            "polls.csv:2: the poll `p` adds up to 1 %; values are percentages: write `48.6`, not `0.486`",
        ),
    ] {
        assert_eq!(message(&text, table.as_bytes()), expected);
    }
}

#[test]
fn refusals_of_the_section() {
    let mut differences = Vec::new();
    for &(keys, expected) in SECTION {
        let found = message(&format!("{SCENARIO}{keys}\n{PARTIES}"), TWO.as_bytes());
        if found != expected {
            differences.push(format!("{keys}\n    {found}"));
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[rustfmt::skip]
const SECTION: &[(&str, &str)] = &[
    ("rho = 1", "s.toml:12:1: unknown key `rho` in `[polls]`; the keys are `file`, `as_of`, `half_life_days`, `latest_per_pollster`, `correlation`, `house_effects`, `rest`, `undecided`, `previous`, `undecided_alpha`"),
    ("as_of = 2023", "s.toml:12:9: `as_of` is 2023; it must be a date such as 2023-03-18"),
    ("as_of = \"18.03.2023\"", "s.toml:12:9: `as_of`: `18.03.2023` is not a date: write a day from 1900-01-01 to 2100-12-31 as year-month-day, such as `2023-03-19`"),
    ("as_of = 2023-03-18T10:00:00", "s.toml:12:9: `as_of`: `2023-03-18T10:00:00` is not a date: write a day from 1900-01-01 to 2100-12-31 as year-month-day, such as `2023-03-19`"),
    ("half_life_days = 30", "s.toml:12:18: `half_life_days` needs the day that ages are counted from; add `as_of`, such as `as_of = 2023-03-18`"),
    ("as_of = 2023-03-18\nhalf_life_days = 0", "s.toml:13:18: `half_life_days` is 0; it must be a whole number from 1 to 36500"),
    ("latest_per_pollster = 1", "s.toml:12:23: `latest_per_pollster` is 1; it must be `true` or `false`"),
    ("correlation = 1.5", "s.toml:12:15: `correlation` is 1.5; it must be a number from 0 to 1"),
    ("correlation = nan", "s.toml:12:15: `correlation` is nan; it must be a number from 0 to 1"),
    ("rest = \"none\"", "s.toml:12:8: unknown `rest` `none`: what polls leave to 100 % is one of `undecided`, `others`"),
    ("house_effects = { R = { a = \"1pp\" } }", "s.toml:12:23: no poll is by `R`; the pollsters are `P`, `Q`"),
    ("house_effects = { P = { c = \"1pp\" } }", "s.toml:12:29: `c` is not on the ballot; the options are `a`, `b`, `others`, `against_all`"),
    ("house_effects = { P = { a = \"1%\" } }", "s.toml:12:29: `a` is the string \"1%\"; it must be percentage points with a sign, below 100 of them, such as \"-1pp\" or \"+0.5pp\""),
    ("house_effects = { P = { a = 1 } }", "s.toml:12:29: `a` is 1; it must be percentage points with a sign, below 100 of them, such as \"-1pp\" or \"+0.5pp\""),
    ("house_effects = { P = { a = \"70pp\" } }", "s.toml:12:17: the house effect of `P` on `a` moves the 60 % of the poll `p1` below 0 % or above 100 %; it must stay between"),
    ("undecided = \"equal\"", "s.toml:12:13: `undecided` is the string \"equal\"; it must be \"proportional\", \"previous\" or \"dirichlet\""),
    ("undecided = \"previous\"", "s.toml:10:1: `previous` is missing in `[polls]`; write the shares, as in `previous = { amanat = \"53.9%\" }`, or a built-in scenario, as in `previous = \"mazhilis-2023\"`"),
    ("previous = { a = \"50%\" }", "s.toml:12:12: `previous` goes with `undecided = \"previous\"`, but `undecided` is \"proportional\"; change one or leave `previous` out"),
    ("undecided = \"previous\"\nprevious = { c = \"50%\" }", "s.toml:13:18: `c` is not on the ballot; the options are `a`, `b`, `others`, `against_all`"),
    ("undecided = \"previous\"\nprevious = { a = \"50\" }", "s.toml:13:18: `a` is \"50\"; it must be a string with a percentage, such as \"53.9%\""),
    ("undecided = \"previous\"\nprevious = { a = \"60%\", b = \"41%\" }", "s.toml:13:12: `previous` adds up to more than 100 %; it must be at most 100 %"),
    ("undecided = \"previous\"\nprevious = {}", "s.toml:13:12: `previous` gives nothing to any option; at least one needs a share"),
    ("undecided = \"previous\"\nprevious = \"kurultai-2023-polls\"", "s.toml:13:12: no count inside the program is named `kurultai-2023-polls` (did you mean `kurultai-2023`?); the names are `kurultai-2023`, `kurultai-2026-what-if`, `mazhilis-2007`, `mazhilis-2012`, `mazhilis-2021`, `mazhilis-2023`, `maslikhat-almaty-2023`, `maslikhat-astana-2023`, `maslikhat-kostanay-2023`, `maslikhat-shymkent-2021`, `maslikhat-rudny-2021`"),
    ("undecided = \"dirichlet\"", "s.toml:10:1: `undecided_alpha` is missing in `[polls]`; write one number for every option, as in `undecided_alpha = 2`, or a table, as in `undecided_alpha = { amanat = 2 }`"),
    ("undecided = \"dirichlet\"\nundecided_alpha = 0.05", "s.toml:13:19: `undecided_alpha` is 0.05; it must be 0 (none of the undecided) or a number from 0.1 to 1000000"),
    ("undecided = \"dirichlet\"\nundecided_alpha = { a = 0 }", "s.toml:13:19: `undecided_alpha` is 0 for every option; at least one needs more"),
    ("undecided_alpha = 1", "s.toml:12:19: `undecided_alpha` goes with `undecided = \"dirichlet\"`, but `undecided` is \"proportional\"; change one or leave `undecided_alpha` out"),
];

#[test]
fn polls_and_votes_do_not_go_together() {
    let whole = format!("{SCENARIO}{PARTIES}");
    let mut differences = Vec::new();
    for &(piece, by, expected) in TOGETHER {
        assert_eq!(whole.matches(piece).count(), 1, "{piece}");
        let found = message(&whole.replace(piece, by), TWO.as_bytes());
        // A message about the scenario file may name the table, whose directory is the test's.
        let plain: String = match (found.find(" /"), found.find("polls.csv")) {
            (Some(start), Some(end)) if start < end => {
                format!("{} {}", &found[..start], &found[end..])
            }
            _ => found,
        };
        if plain != expected {
            differences.push(format!("{by}\n    {plain}"));
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    let nowhere = kurultai::scenario::Scenario::from_toml("s.toml", &whole, None).unwrap_err();
    assert_eq!(
        nowhere.to_string(),
        "s.toml:11:8: `file` needs a scenario that is a file itself, for its path starts there; save the \
         scenario as a `.toml` beside it"
    );
}

#[rustfmt::skip]
const TOGETHER: &[(&str, &str, &str)] = &[
    (
        "id = \"a\"",
        "id = \"a\"\nshare = \"50%\"",
        "s.toml:14:9: the shares come from the polls; leave the `share` of `a` out",
    ),
    (
        "id = \"a\"",
        "id = \"a\"\nvotes = 5",
        "s.toml:14:9: the shares come from the polls; leave the `votes` of `a` out",
    ),
    (
        "id = \"b\"",
        "id = \"b\"\n[[party]]\nid = \"c\"",
        "s.toml:16:1: no poll in use asks for `c`; give it rows in polls.csv, or leave the party out",
    ),
    (
        "cast = 1_000_000",
        "registered = 5",
        "s.toml:10:1: polls give shares, which need the number they are shares of; add `cast`, the ballots cast, to `[votes]`",
    ),
    (
        "cast = 1_000_000",
        "cast = 10\ninvalid = 11",
        "s.toml:10:11: `invalid` is 11, above the 10 ballots `cast`; it must be a part of them",
    ),
    (
        "cast = 1_000_000",
        "cast = 10\nagainst_all = 1",
        "s.toml:10:15: `against_all` and `[polls]` are both given; the votes come from the polls (which have options `others` and `against_all`), so leave `against_all` out",
    ),
    (
        "cast = 1_000_000",
        "cast = 10\nfile = \"v.csv\"",
        "s.toml:10:8: `file` and `[polls]` are both given; the votes come from the polls (which have options `others` and `against_all`), so leave `file` out",
    ),
    (
        "file = \"polls.csv\"\n",
        "as_of = 2022-12-31\nfile = \"polls.csv\"\n",
        "s.toml:11:9: every poll of polls.csv ends after `as_of`, or so long before that its weight is below 0.0000005; at least one must count: change `as_of` or `half_life_days`",
    ),
    (
        "file = \"polls.csv\"\n",
        "",
        "s.toml:10:1: `file` is missing in `[polls]`; write the path of a CSV, as in `file = \"polls.csv\"`",
    ),
    (
        "title = \"t\"",
        "title = \"t\"\nresult = \"mazhilis\"",
        "s.toml:3:10: no count inside the program is named `mazhilis` (did you mean `mazhilis-2007`?); the names are `kurultai-2023`, `kurultai-2026-what-if`, `mazhilis-2007`, `mazhilis-2012`, `mazhilis-2021`, `mazhilis-2023`, `maslikhat-almaty-2023`, `maslikhat-astana-2023`, `maslikhat-kostanay-2023`, `maslikhat-shymkent-2021`, `maslikhat-rudny-2021`",
    ),
    (
        PARTIES,
        "",
        "s.toml:1:1: there is no party; add a `[[party]]` with the `id` of every party that the polls ask for",
    ),
];

/// A small generator of numbers, the same on every machine (`SplitMix64`).
fn mixed(state: &mut u64) -> usize {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    usize::try_from((mixed ^ (mixed >> 31)) >> 33).expect("31 bits")
}

#[test]
fn damaged_tables_give_an_answer_or_one_line() {
    let text = format!("{SCENARIO}as_of = 2023-03-04\nhalf_life_days = 30\n{PARTIES}");
    let check = |table: &[u8]| {
        let outcome = catch_unwind(|| load(&text, table));
        let outcome = outcome.unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(table)));
        if let Err(error) = outcome {
            let message = error.to_string();
            assert!(message.contains("polls.csv") || message.starts_with("s.toml:"), "{message}");
            assert!(!message.contains(char::is_control), "{message:?}");
        }
    };
    for end in 0..TWO.len() {
        check(&TWO.as_bytes()[..end]);
    }
    let mut state = 1;
    for _ in 0..2_000 {
        let mut bytes = TWO.as_bytes().to_vec();
        for _ in 0..=mixed(&mut state) % 4 {
            let at = mixed(&mut state) % bytes.len();
            match mixed(&mut state) % 3 {
                0 => bytes[at] ^= 1 << (mixed(&mut state) % 8),
                1 => bytes[at] = b"\"',;.\n\r\t\0-+%9a\xff"[mixed(&mut state) % 15],
                _ => {
                    bytes.remove(at);
                }
            }
        }
        check(&bytes);
    }
}
