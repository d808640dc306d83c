//! What settles ties: single rules and rules in turn, what stays open, and what the program says of it.

use kurultai::analysis::Outcome;
use kurultai::apportionment::Method;
use kurultai::election::{Ballots, Party, Share};
use kurultai::law::TieRule::{FewestVotes, Lot, Order, Report, Seatless, Votes};
use kurultai::law::{
    Allocation, Allocator, Law, NoLots, Threshold, ThresholdBase, ThresholdRule, TieRule, TieRules,
    TieRulesError,
};
use kurultai::report::messages::{EN, KK, Messages, RU};
use kurultai::report::{AllocationReport, Format};
use kurultai::scenario::{Overrides, Scenario};

/// Of every tie its lists, its seats, and who won by which rule.
type Settled = Vec<(Vec<usize>, u32, Vec<(usize, TieRule)>)>;

/// The quota method without a threshold under these rules.
fn quota_method(seats: u32, tie: &str) -> Overrides {
    Overrides {
        method: Some(Method::BalinskiYoung),
        seats: Some(seats),
        threshold: Some(Share::ZERO),
        tie: Some(tie.parse().expect("tie rules")),
        ..Overrides::default()
    }
}

fn loaded(file: &str, overrides: &Overrides) -> Scenario {
    let path = format!("{}/tests/data/found/{file}", env!("CARGO_MANIFEST_DIR"));
    let scenario = Scenario::load(&path, None).expect("a table of votes");
    scenario.with_overrides(overrides).expect("rules")
}

fn seats(scenario: &Scenario, seed: u64) -> Vec<u32> {
    Outcome::of(scenario, seed).expect("seats").allocation.seats
}

fn told(words: &'static Messages, scenario: &Scenario, format: Format) -> String {
    let outcome = Outcome::of(scenario, 1).expect("seats");
    let report = AllocationReport {
        words,
        scenario,
        outcome: &outcome,
        seed: 1,
        explain: true,
        coalitions: None,
        margins: None,
        axioms: None,
    };
    report.render(format)
}

/// A law without a threshold.
fn allocated(method: Method, votes: &[u64], house_size: u32, tie: &str) -> Allocation {
    let threshold =
        Threshold { share: Share::ZERO, base: ThresholdBase::Valid, rule: ThresholdRule::AtLeast };
    let tie: TieRules = tie.parse().expect("tie rules");
    let law = Law { tie, ..Law::plain(method, threshold, Order) };
    let parties: Vec<Party> = (0..votes.len()).map(|list| Party::list(list.to_string())).collect();
    let ballots = Ballots { parties: votes.to_vec(), against_all: 0, invalid: 0 };
    Allocator::new(&law, &parties, house_size).allocate(&ballots, &mut NoLots).expect("seats")
}

/// Of 95 to 98 seats by votes, worked out seat by seat: p5 keeps its 12 seats at 97.
#[test]
fn nobody_loses_a_seat_of_a_larger_house() {
    for (house_size, expected) in [
        (95, [17, 5, 5, 17, 17, 12, 5, 17]),
        (96, [17, 6, 5, 17, 17, 12, 5, 17]),
        (97, [18, 6, 5, 17, 17, 12, 5, 17]),
        (98, [18, 6, 5, 18, 17, 12, 5, 17]),
    ] {
        let scenario = loaded("by_tie.csv", &quota_method(house_size, "votes"));
        assert_eq!(seats(&scenario, 1), expected, "{house_size}");
    }
}

#[test]
fn every_lot_drawn_is_one_of_the_results_and_can_be_given_back() {
    let results = [[1, 1, 1, 1], [1, 2, 0, 1], [1, 2, 1, 0], [2, 1, 0, 1], [2, 1, 1, 0]];
    let scenario = loaded("by_min.csv", &quota_method(4, "lot"));
    let mut seen = [0; 5];
    for seed in 0..100 {
        let drawn = seats(&scenario, seed);
        let place = results.iter().position(|result| drawn == *result);
        seen[place.unwrap_or_else(|| panic!("{drawn:?}"))] += 1;
        let winners = ["a", "b", "c", "d"].iter().zip(&drawn).zip([1, 1, 0, 0]);
        let winners: Vec<String> = winners
            .filter(|((_, seats), certain)| *seats > certain)
            .map(|((id, _), _)| (*id).to_owned())
            .collect();
        let given = Overrides { lot: Some(winners), tie: None, ..quota_method(4, "lot") };
        assert_eq!(seats(&loaded("by_min.csv", &given), 1), drawn);
    }
    assert!(seen.iter().all(|&seen| seen > 0), "{seen:?}");
    let lot = Some(["a", "b"].map(String::from).to_vec());
    let given = Overrides { lot, tie: None, ..quota_method(4, "lot") };
    let refused = Outcome::of(&loaded("by_min.csv", &given), 1).unwrap_err().to_string();
    assert_eq!(
        refused,
        "no lot gives these winners: at least 1 of `c`, `d` must be among them, because the others came \
         to equal claims only after that seat was given"
    );
}

/// D'Hondt, seven seats: quotients 30, 30, 15, 15, and then 10 of all four lists for three seats.
#[test]
fn each_rule_is_asked_only_about_the_lists_that_are_still_tied() {
    let votes = [30, 30, 10, 10];
    let won = |tie: &str| {
        let allocation = allocated(Method::DHondt, &votes, 7, tie);
        let settled: Vec<_> = (allocation.ties.iter())
            .map(|settled| {
                let rules = settled.won.iter().map(|seat| (seat.list, seat.rule)).collect();
                (settled.tie.lists.clone(), settled.tie.open_seats, rules)
            })
            .collect();
        (allocation.seats, settled)
    };
    let all = || vec![0, 1, 2, 3];
    let expected = |seats: [u32; 4], settled: Settled| (seats.to_vec(), settled);
    // The two larger lists, and of the smaller ones the first.
    let by_votes = vec![(all(), 3, vec![(0, Votes), (1, Votes), (2, Order)])];
    assert_eq!(won("votes"), expected([3, 3, 1, 0], by_votes));
    let by_fewest = vec![(all(), 3, vec![(2, FewestVotes), (3, FewestVotes), (0, Order)])];
    assert_eq!(won("fewest-votes"), expected([3, 2, 1, 1], by_fewest));
    let by_seatless = vec![(all(), 3, vec![(2, Seatless), (3, Seatless), (0, Order)])];
    assert_eq!(won("seatless"), expected([3, 2, 1, 1], by_seatless));
    // The two without a seat, and one seat stays open between the others.
    let open = vec![(all(), 2, vec![(2, Seatless), (3, Seatless)]), (vec![0, 1], 1, Vec::new())];
    assert_eq!(won("seatless,votes,report"), expected([2, 2, 1, 1], open));
    assert_eq!(
        won("order"),
        expected([3, 3, 1, 0], vec![(all(), 3, vec![(0, Order), (1, Order), (2, Order)])])
    );
    assert_eq!(won("report"), expected([2, 2, 0, 0], vec![(all(), 3, Vec::new())]));
}

#[test]
fn rules_without_effect_make_no_list() {
    let refused = |text: &str| text.parse::<TieRules>().unwrap_err();
    let without_effect = |before, after| TieRulesError::WithoutEffect { before, after };
    assert_eq!(refused("lot,votes"), without_effect(Lot, Votes));
    assert_eq!(refused("report,lot"), without_effect(Report, Lot));
    assert_eq!(refused("seatless,order,lot"), without_effect(Order, Lot));
    assert_eq!(refused("votes,seatless,fewest-votes"), without_effect(Votes, FewestVotes));
    assert_eq!(refused("seatless,seatless"), TieRulesError::Repeated(Seatless));
    assert_eq!(refused("lot,lot"), TieRulesError::Repeated(Lot));
    assert_eq!(TieRules::new(&[]), Err(TieRulesError::None));
    assert!(matches!(refused("votes,"), TieRulesError::Unknown(_)));
    assert_eq!(
        refused("lot,votes").to_string(),
        "the tie rule `votes` has no effect after `lot`, which leaves it nothing to decide; leave `votes` \
         out, or put it first"
    );
    // Whichever stands first, the other decides nothing.
    for (both, after, before) in [
        ("order,lot", "lot", "order"),
        ("lot,order", "order", "lot"),
        ("votes,fewest-votes", "fewest-votes", "votes"),
    ] {
        assert_eq!(
            refused(both).to_string(),
            format!(
                "the tie rule `{after}` has no effect after `{before}`, which leaves it nothing to decide; leave \
                 one of them out"
            )
        );
    }
}

/// 20 for a and 20 for b on three seats: the third is tied.
fn equal(tie: &str) -> Scenario {
    let text = format!(
        "schema = 1\ntitle = \"Equal\"\n[house]\nseats = 3\n[law]\nmethod = \"dhondt\"\nthreshold = \"0%\"\n\
         tie = {tie}\n[[party]]\nid = \"a\"\nvotes = 20\n[[party]]\nid = \"b\"\nvotes = 20\n"
    );
    Scenario::from_toml("equal", &text, None).expect("a scenario")
}

#[test]
fn a_file_names_one_rule_or_several() {
    assert_eq!(equal("\"fewest-votes\"").law.tie, FewestVotes.into());
    let macau = equal("[\"seatless\", \"votes\", \"order\"]");
    assert_eq!(macau.law.tie, "seatless,votes,order".parse().unwrap());
    let document: serde_json::Value =
        serde_json::from_str(&told(&EN, &macau, Format::Json)).unwrap();
    assert_eq!(document["rules"]["tie"], "seatless,votes,order");
    // Both have a seat and 20 votes.
    assert_eq!(document["tie"]["broken_by"], "order");
    assert_eq!(document["tie"]["winners"], serde_json::json!(["a"]));
    let decisions = serde_json::json!([{"party": "a", "broken_by": "order"}]);
    assert_eq!(
        (&document["tie"]["decisions"], &document["account"]["tied_seats"]),
        (&decisions, &decisions)
    );
}

#[test]
fn a_lot_that_nothing_asks_for_is_refused() {
    let text = "schema = 1\ntitle = \"Equal\"\n[house]\nseats = 3\n[law]\nmethod = \"hare\"\nthreshold = \"0%\"\n[votes]\n\
                lot = [\"a\"]\n[[party]]\nid = \"a\"\nvotes = 20\n";
    assert_eq!(
        Scenario::from_toml("equal", text, None).unwrap_err().to_string(),
        "equal:9:7: `lot` has no effect, because the tie rule `order` draws none; leave it out, or add \
         `tie = \"lot\"` to `[law]`"
    );
    let lot = Some(vec!["a".to_owned()]);
    let overrides = Overrides { lot, tie: Some(Votes.into()), ..Overrides::default() };
    assert_eq!(
        equal("\"order\"").with_overrides(&overrides).unwrap_err().to_string(),
        "a lot is given, but the tie rule `votes` draws none; leave one of them out, or add `lot` to the rules"
    );
}

/// Who got the tied seat by which rule, and that the claim of the first who missed was equal.
#[test]
fn the_account_says_what_decided() {
    for (words, seat, missed) in [
        (
            &EN,
            "a (tie: the order of the file)",
            "The claims are equal; the tie was settled by the order of the file.",
        ),
        (
            &RU,
            "a (равенство: порядок в файле)",
            "Права на место равны; равенство решает порядок в файле.",
        ),
        (&KK, "a (теңдік: файлдағы рет)", "Құқықтары тең; теңдікті шешкені: файлдағы рет."),
    ] {
        for method in [Method::DHondt, Method::Hare] {
            let mut scenario = equal("\"order\"");
            scenario.law.method = method;
            let table = told(words, &scenario, Format::Table);
            assert!(table.contains(seat) && table.contains(missed), "{table}");
            scenario.law.tie = Report.into();
            let table = told(words, &scenario, Format::Table);
            assert!(table.contains(words.ties.missed_open) && !table.contains(seat), "{table}");
        }
    }
    // Seat by seat: c, then a, by the order; the first two are nobody's tie.
    let table = told(&EN, &loaded("by_min.csv", &quota_method(4, "order")), Format::Table);
    let marked: Vec<&str> =
        table.lines().filter(|line| line.contains("(tie: ")).map(str::trim).collect();
    assert_eq!(marked.len(), 2, "{table}");
    assert!(marked[0].starts_with("3  c (tie") && marked[1].starts_with("4  a (tie"), "{table}");
    assert!(
        table.contains("Of these, a, b had that claim only after 1 of the seats had been given.")
    );
}
