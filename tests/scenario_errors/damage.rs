//! Damaged inputs: whatever happens to a file, there is an answer or one message that names it.

use std::panic::catch_unwind;

use kurultai::scenario::{Scenario, built_in};

use super::{GOOD, reading};

const TABLE: &str = "party,votes,name,official_seats,kind\namanat,3431510,\"Amanat, the party\",40,\n\
                     auyl,693938,Ауыл,8,list\nx,248291,,,against_all\n";

/// A table without quotes.
const PLAIN_TABLE: &str = include_str!("../data/kazakhstan/2023.csv");

/// A small generator of numbers, the same on every machine (`SplitMix64`).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let limit = u64::try_from(limit).expect("a length fits u64");
        usize::try_from((mixed ^ (mixed >> 31)) % limit).expect("below a usize")
    }
}

/// Reads bytes both ways and checks that each ends in a scenario or in one line about the file.
fn read_both_ways(bytes: &[u8]) {
    let outcome = catch_unwind(|| {
        if let Ok(text) = std::str::from_utf8(bytes) {
            reading::assert_toml(text);
        }
        reading::assert_csv(bytes);
    });
    assert!(outcome.is_ok(), "panic on {:?}", String::from_utf8_lossy(bytes));
}

fn originals() -> impl Iterator<Item = &'static str> {
    [GOOD, TABLE, PLAIN_TABLE].into_iter().chain(built_in().iter().map(|scenario| scenario.text))
}

#[test]
fn files_cut_at_every_byte() {
    for original in [GOOD, TABLE, PLAIN_TABLE] {
        for end in 0..original.len() {
            read_both_ways(&original.as_bytes()[..end]);
        }
    }
}

#[test]
fn flipped_bits_and_bytes() {
    let mut numbers = Numbers(1);
    for original in originals() {
        for _ in 0..400 {
            let mut bytes = original.as_bytes().to_vec();
            for _ in 0..=numbers.below(4) {
                let at = numbers.below(bytes.len());
                match numbers.below(3) {
                    0 => bytes[at] ^= 1 << numbers.below(8),
                    1 => bytes[at] = b"\"'[]{}=,.;#\n\r\t\0-+eE_%\xff"[numbers.below(22)],
                    _ => {
                        bytes.remove(at);
                    }
                }
            }
            read_both_ways(&bytes);
        }
    }
}

#[test]
fn lines_shuffled_doubled_and_dropped() {
    let mut numbers = Numbers(2);
    for original in originals() {
        for _ in 0..100 {
            let mut lines: Vec<&str> = original.lines().collect();
            for _ in 0..=numbers.below(3) {
                let (one, other) = (numbers.below(lines.len()), numbers.below(lines.len()));
                match numbers.below(3) {
                    0 => lines.swap(one, other),
                    1 => lines.insert(one, lines[other]),
                    _ => {
                        lines.remove(one);
                    }
                }
            }
            read_both_ways(lines.join("\n").as_bytes());
            read_both_ways(lines.join("\r\n").as_bytes());
        }
    }
}

#[test]
fn deep_and_long_inputs() {
    for nested in ["[", "{a=", "[[", "\"", "a.", "a=[", "\n", ",", "\"\"\"", "é"] {
        read_both_ways(nested.repeat(50_000).as_bytes());
        read_both_ways(format!("x = {}", nested.repeat(5_000)).as_bytes());
    }
    let parties = |count: usize| -> String {
        let party = |at: usize| format!("[[party]]\nid = \"p{at}\"\nvotes = 5\n");
        let head = "schema = 1\ntitle = \"t\"\n[house]\nseats = 5\n";
        head.to_owned() + &(0..count).map(party).collect::<String>()
    };
    assert!(Scenario::from_toml("s", &parties(1_000), None).is_ok());
    let error = Scenario::from_toml("s", &parties(100_000), None).unwrap_err();
    assert_eq!(error.to_string(), "s:3005:1: there are 100000 parties; at most 1000 are allowed");
    let error = Scenario::from_toml("s", &parties(300_000), None).unwrap_err();
    assert_eq!(
        error.to_string(),
        "s: the scenario file is larger than 8 MiB; at most 1000 parties are allowed"
    );
    // A comment fills the file up to exactly the limit, and to one byte more.
    let filled = |bytes: usize| {
        let text = parties(1) + "# ";
        let missing = bytes - text.len();
        text + &"x".repeat(missing)
    };
    assert!(Scenario::from_toml("s", &filled(8 << 20), None).is_ok());
    let error = Scenario::from_toml("s", &filled((8 << 20) + 1), None).unwrap_err();
    assert_eq!(
        error.to_string(),
        "s: the scenario file is larger than 8 MiB; at most 1000 parties are allowed"
    );
    let wide = format!("party,votes{}\n", ",x".repeat(99));
    let error = Scenario::from_csv("v", wide.as_bytes()).unwrap_err();
    assert_eq!(error.to_string(), "v:1: there are 101 columns; at most 100 are allowed");
    let rows = |count: usize| -> String {
        let row = |at: usize| format!("p{at},5\n");
        "party,votes\n".to_owned() + &(0..count).map(row).collect::<String>()
    };
    assert!(Scenario::from_csv("v", rows(1_000).as_bytes()).is_ok());
    let error = Scenario::from_csv("v", rows(1_000_000).as_bytes()).unwrap_err();
    assert_eq!(error.to_string(), "v:1002: more than 1000 parties; that is the most");
}

#[test]
fn other_encodings() {
    let utf16: Vec<u8> = TABLE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [&[0xff, 0xfe], utf16.as_slice()].concat();
    for (bytes, message) in [
        (marked.as_slice(), "v.csv: the text is UTF-16; save it as UTF-8"),
        (
            utf16.as_slice(),
            "v.csv:1:2: there is a zero byte; save the file as plain text in UTF-8, not UTF-16",
        ),
        (
            b"party,votes\n\xc0\xf3\xfb\xeb,5\n",
            "v.csv:2: the text is not UTF-8; save the file as UTF-8",
        ),
    ] {
        let error = Scenario::from_csv("v.csv", bytes).unwrap_err();
        assert_eq!(error.to_string(), message);
    }
}
