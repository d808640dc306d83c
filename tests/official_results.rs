//! Real elections, seat for seat: the library's law and the reference against the official result.

mod official;
#[allow(dead_code, reason = "other tests use the rest")]
mod reference;

use std::collections::BTreeSet;

use kurultai::apportionment::{Method, Tie, apportion, apportion_from_floors};
use kurultai::election::{Ballots, Party, PartyKind, Share};
use kurultai::law::{
    Allocator, FreedSeats, Law, Lots, NoLots, Provisions, SettledTie, Threshold, ThresholdBase,
    ThresholdRule, TieRule,
};

use official::{List, Rule};
use reference::threshold::admitted;
use reference::{Definition, Outcome, Undecided};

const COVERED: [&str; 17] = [
    "at_nr_1999.csv",
    "at_nr_2006.csv",
    "at_nr_2017.csv",
    "at_nr_2019.csv",
    "cz_ep_2019.csv",
    "de_bt_2021.csv",
    "de_bt_2025.csv",
    "dk_ft_2022.csv",
    "ge_parl_2024.csv",
    "nl_gr2026_tie.csv",
    "nl_tk_2023.csv",
    "no_st_2017_hordaland.csv",
    "no_st_2021_oslo.csv",
    "pl_sejm_2019_lublin.csv",
    "se_rd_2022.csv",
    "tl_np_2023.csv",
    "us_house_2020.csv",
];

/// Elections by richer rules, which `official_scenarios.rs` holds against the library.
const BY_SCENARIO_ALONE: [(&str, &str); 9] = [
    ("il_knesset_20.csv", "alliances"),
    ("il_knesset_22.csv", "alliances"),
    ("me_skupstina_2023.csv", "alliances, a guaranteed seat"),
    ("nz_hor_1996.csv", "seats won elsewhere"),
    ("nz_hor_2005.csv", "seats won elsewhere, overhang"),
    ("nz_hor_2017.csv", "seats won elsewhere"),
    ("nz_hor_2023.csv", "seats won elsewhere, overhang"),
    ("rs_na_2023.csv", "vote multipliers"),
    ("sk_nr_2020.csv", "thresholds for joint lists"),
];

#[test]
fn every_election_is_covered_or_named_with_its_reason() {
    let named: Vec<&str> =
        (COVERED.into_iter()).chain(BY_SCENARIO_ALONE.map(|(file, _)| file)).collect();
    let all = official::files();
    assert_eq!(named.len(), all.len(), "each once");
    assert_eq!(named.iter().map(|&file| file.to_owned()).collect::<BTreeSet<_>>(), all);
    assert_eq!(official::rules().into_keys().collect::<BTreeSet<_>>(), all);
    let indexed = official::index().into_iter().map(|row| row.file);
    assert_eq!(indexed.collect::<BTreeSet<_>>(), all);
}

#[test]
fn the_files_agree_with_their_index() {
    for row in official::index() {
        let lists = official::lists(&row.file);
        let seats: u32 = lists.iter().map(|list| list.seats).sum();
        let votes: u64 = lists.iter().map(|list| list.votes).sum();
        assert_eq!(seats, row.seats, "{}: seats", row.file);
        assert!(
            row.total_votes_if_known.is_none_or(|total| votes <= total),
            "{}: more votes than the total",
            row.file
        );
        assert!(!row.source.is_empty(), "{}: no source", row.file);
        let names: BTreeSet<&str> = lists.iter().map(|list| list.party.as_str()).collect();
        assert_eq!(names.len(), lists.len(), "{}: a name twice", row.file);
    }
}

/// Votes of lists that are not in the file.
fn missing_votes(lists: &[List], rule: &Rule) -> u64 {
    let counted: u64 = lists.iter().map(|list| list.votes).sum();
    rule.total.map_or(0, |total| total - counted)
}

/// The official seats in terms of the distribution: without those from elsewhere, and with what a
/// lot decided taken back.
fn expected(file: &str, lists: &[List], rule: &Rule) -> Outcome {
    let position = |name: &String| {
        (lists.iter().position(|list| list.party == *name))
            .unwrap_or_else(|| panic!("{file}: no list `{name}`"))
    };
    let mut certain: Vec<u32> = lists.iter().map(|list| list.seats).collect();
    for (name, seats) in &rule.plus {
        certain[position(name)] -= seats;
    }
    let mut ties = Vec::new();
    if !rule.tie.is_empty() {
        let competing: Vec<usize> = rule.tie.iter().map(position).collect();
        let winner = DRAWN.iter().find(|(drawn, _)| *drawn == file);
        let (_, winner) = winner.expect("the lot that was drawn");
        certain[position(&(*winner).to_owned())] -= 1;
        ties.push(Undecided { lists: competing, open_seats: 1 });
    }
    Outcome { certain, ties }
}

/// The lists that won by lot.
const DRAWN: [(&str, &str); 1] = [("nl_gr2026_tie.csv", "9")];

/// Which lists the reference admits to the distribution.
fn admissions(lists: &[List], rule: &Rule) -> Vec<bool> {
    let base: u128 = lists.iter().map(|list| u128::from(list.votes)).sum();
    let base = base + u128::from(missing_votes(lists, rule));
    let (numerator, denominator) = rule.threshold();
    lists
        .iter()
        .map(|list| {
            rule.can_win(&list.party)
                && (rule.exempt.contains(&list.party)
                    || admitted(list.votes, base, numerator, denominator, true))
        })
        .collect()
}

#[test]
fn the_reference_gives_the_official_seats() {
    for file in COVERED {
        let (lists, rule) = (official::lists(file), official::rule(file));
        let votes: Vec<u64> = lists
            .iter()
            .zip(admissions(&lists, &rule))
            .map(|(list, admitted)| if admitted { list.votes } else { 0 })
            .collect();
        let definition = Definition::named(&rule.method).unwrap();
        let outcome = reference::apportion(&definition, &votes, &vec![0; votes.len()], rule.seats);
        assert_eq!(outcome, Ok(expected(file, &lists, &rule)), "{file}");
    }
}

/// The election as the library sees it: missing votes and lists that cannot win are `Others`.
fn scenario(lists: &[List], rule: &Rule, tie: TieRule) -> (Law, Vec<Party>, Ballots) {
    let (numerator, denominator) = rule.threshold();
    let law = Law {
        method: rule.method.parse().expect("a method the library knows"),
        threshold: Threshold {
            share: Share::new(numerator, denominator).expect("a share"),
            base: ThresholdBase::Valid,
            rule: ThresholdRule::AtLeast,
        },
        tie: tie.into(),
        freed_seats: FreedSeats::Redistribute,
        group_quota: None,
        provisions: Provisions::NONE,
    };
    let mut parties: Vec<Party> = lists
        .iter()
        .map(|list| Party {
            exempt: rule.exempt.contains(&list.party),
            kind: if rule.can_win(&list.party) { PartyKind::List } else { PartyKind::Others },
            ..Party::list(&list.party)
        })
        .collect();
    let mut votes: Vec<u64> = lists.iter().map(|list| list.votes).collect();
    parties
        .push(Party { kind: PartyKind::Others, ..Party::list("lists that are not in the file") });
    votes.push(missing_votes(lists, rule));
    let ballots = Ballots { parties: votes, ..Ballots::default() };
    (law, parties, ballots)
}

#[test]
fn the_library_gives_the_official_seats() {
    for file in COVERED {
        let (lists, rule) = (official::lists(file), official::rule(file));
        let (law, parties, ballots) = scenario(&lists, &rule, TieRule::Report);
        let allocation =
            Allocator::new(&law, &parties, rule.seats).allocate(&ballots, &mut NoLots).unwrap();
        let Outcome { mut certain, ties } = expected(file, &lists, &rule);
        certain.push(0);
        assert_eq!(allocation.seats, certain, "{file}");
        let reported: Vec<Undecided> = allocation
            .ties
            .iter()
            .map(|settled| Undecided {
                lists: settled.tie.lists.clone(),
                open_seats: settled.tie.open_seats,
            })
            .collect();
        assert_eq!(reported, ties, "{file}");
        assert!(allocation.ties.iter().all(SettledTie::is_open));
        assert_eq!(allocation.open_seats(), u32::from(!ties.is_empty()), "{file}");
        assert_eq!(allocation.unfilled_seats, 0, "{file}");
        let mut admitted = admissions(&lists, &rule);
        admitted.push(false);
        let library = allocation.admissions.iter();
        let library: Vec<bool> = library.map(|admission| admission.is_admitted()).collect();
        assert_eq!(library, admitted, "{file}: who takes part");
    }
}

/// The lot as it was drawn.
struct Drawn(Vec<usize>);

impl Lots for Drawn {
    fn draw(&mut self, tie: &Tie) -> Vec<usize> {
        assert_eq!(tie.lists, [2, 8], "lists 3 and 9");
        self.0.clone()
    }
}

/// The last of 33 seats in a Dutch town of 2026: lists 3 and 9 both have a quotient of 617.
#[test]
fn the_tie_of_lists_3_and_9_is_settled_as_each_rule_says() {
    let file = "nl_gr2026_tie.csv";
    let (lists, rule) = (official::lists(file), official::rule(file));
    let official: Vec<u32> = lists.iter().map(|list| list.seats).collect();
    let seats = |tie, winner| {
        let (law, parties, ballots) = scenario(&lists, &rule, tie);
        let allocation = Allocator::new(&law, &parties, rule.seats)
            .allocate(&ballots, &mut Drawn(vec![winner]))
            .unwrap();
        assert_eq!(allocation.ties[0].winners(), [winner], "{tie:?}");
        allocation.seats[..lists.len()].to_vec()
    };
    assert_eq!(seats(TieRule::Lot, 8), official);
    // List 3 comes first, and has more votes.
    let (third, ninth) = (official[2] + 1, official[8] - 1);
    for (tie, winner) in [(TieRule::Lot, 2), (TieRule::Order, 2), (TieRule::Votes, 2)] {
        let seats = seats(tie, winner);
        assert_eq!((seats[2], seats[8]), (third, ninth), "{tie:?}");
    }
}

/// Lists near a threshold, on the side they were on.
#[test]
fn the_thresholds_of_these_elections_matter() {
    for (file, list, admitted) in [
        // 4.973 %, which is not 5 %.
        ("de_bt_2025.csv", "Bündnis Sahra Wagenknecht - Vernunft und Gerechtigkeit", false),
        // Excused: 0.15 %, and 4.89 % with three direct seats.
        ("de_bt_2025.csv", "SSW", true),
        ("de_bt_2021.csv", "LINKE", true),
        // 71,345 votes against a quota of 69,551.5.
        ("nl_tk_2023.csv", "JA21", true),
        ("nl_tk_2023.csv", "BVNL", false),
        ("at_nr_1999.csv", "LIF", false),
        ("at_nr_2006.csv", "BZÖ", true),
    ] {
        let (lists, rule) = (official::lists(file), official::rule(file));
        let position = lists.iter().position(|row| row.party == list).unwrap();
        assert_eq!(admissions(&lists, &rule)[position], admitted, "{file}: {list}");
    }
}

/// Every state has a seat, guaranteed or not: its first quotient is infinite.
#[test]
fn the_states_of_2020_with_a_guaranteed_seat() {
    let lists = official::lists("us_house_2020.csv");
    let votes: Vec<u64> = lists.iter().map(|list| list.votes).collect();
    let official: Vec<u32> = lists.iter().map(|list| list.seats).collect();
    let floors = vec![1; votes.len()];
    let result = apportion_from_floors(Method::HuntingtonHill, &votes, &floors, 435).unwrap();
    assert_eq!((result.seats, result.ties), (official, Vec::new()));
}

/// Slovakia's method among the lists that were admitted in 2020: 5 %, 7 % for a list of two parties.
#[test]
fn the_method_of_slovakia() {
    let lists = official::lists("sk_nr_2020.csv");
    let total: u64 = 2_881_511;
    let votes: Vec<u64> = (lists.iter())
        .map(|list| {
            let percent = if list.party.contains("SPOLU") { 7 } else { 5 };
            if list.votes * 100 >= total * percent { list.votes } else { 0 }
        })
        .collect();
    let official: Vec<u32> = lists.iter().map(|list| list.seats).collect();
    let result = apportion(Method::HagenbachBischoffRounded, &votes, 150).unwrap();
    assert_eq!((result.seats, result.ties), (official, Vec::new()));
}
