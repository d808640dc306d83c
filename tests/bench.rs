//! Methods over many elections: bias against theory, paradoxes against theorems and a slow recount.
#![expect(clippy::unwrap_used, reason = "a surprise should stop a test where it happens")]
#![expect(
    clippy::cast_precision_loss,
    reason = "numbers of lists, and votes in rates that are far apart"
)]

use std::io::Write;
use std::process::{Command, Output, Stdio};

use kurultai::analysis::{
    Alternatives, Elections, Fault, MethodBenchmark, MethodRecord, RealElection, uniform_shares,
};
use kurultai::apportionment::{Method, apportion, naive_highest_averages};
use kurultai::election::{LocalName, Share};
use kurultai::simulation::{Run, grow};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

const RUN: Run = Run { draws: 20_000, seed: 5, threads: 2 };

fn every_method() -> Vec<Method> {
    match Alternatives::every_method() {
        Alternatives::Rules { methods, .. } => methods,
        Alternatives::Laws(_) => unreachable!("every method is no law"),
    }
}

fn benchmark(elections: Elections, methods: &[Method]) -> MethodBenchmark {
    MethodBenchmark::of(elections, methods, RUN, &|_| ()).unwrap()
}

/// Elections of up to six lists with so few votes that ties are common, from a fixed seed.
fn small_elections(number: usize, most_votes: u64) -> Vec<RealElection> {
    let mut random = ChaCha8Rng::seed_from_u64(42);
    let mut below = move |bound: u64| random.next_u64() % bound;
    (0..number)
        .map(|number| RealElection {
            title: LocalName::new(number.to_string()),
            sha256: String::new(),
            votes: (0..2 + below(5)).map(|_| 1 + below(most_votes)).collect(),
            house_size: u32::try_from(1 + below(25)).unwrap(),
        })
        .collect()
}

fn assert_within_five_errors(record: &MethodRecord, expected: &[f64]) {
    assert_eq!(record.bias.len(), expected.len());
    for (rank, (sum, expected)) in (1..).zip(record.bias.iter().zip(expected)) {
        let distance = (sum.mean() - expected) / sum.standard_error();
        assert!(distance.abs() < 5.0, "{}, rank {rank}: {distance} errors", record.method);
    }
}

/// Schuster et al. 2003: (r−½)(Σ_{j=k..m} 1/j − 1) for stationary divisor methods, γ/m·(Σ 1/j − 1) for
/// largest remainders. A house of 145 leaves a rest of order 1/N, at most 0.011 here: D'Hondt's mean for
/// the smallest of five lists is 5.4108 (from counting all seat vectors), and 5.8 − 0.4 in the limit.
#[test]
fn bias_by_rank_is_that_of_the_closed_forms() {
    let methods = [Method::DHondt, Method::SainteLague, Method::Hare, Method::Droop];
    for lists in [3, 5] {
        let elections = Elections::uniform(lists, 145, Share::ZERO).unwrap();
        let benchmark = benchmark(elections, &methods);
        let sums: Vec<f64> = uniform_shares(lists).iter().map(|w| w * lists as f64 - 1.0).collect();
        for (record, factor) in benchmark.methods.iter().zip([0.5, 0.0, 0.0, 1.0 / lists as f64]) {
            let theory = benchmark.bias_theory(record.method).unwrap();
            assert!(theory.is_exact);
            assert_within_five_errors(record, &theory.ranks);
            for (exact, sum) in theory.ranks.iter().zip(&sums) {
                assert!((exact - factor * sum).abs() < 0.011, "{}: {exact}", record.method);
            }
        }
        for (sum, share) in benchmark.shares.iter().zip(uniform_shares(lists)) {
            assert!((sum.mean() - share).abs() < 5.0 * sum.standard_error());
        }
    }
}

/// The same with every list above a threshold t: the bias shrinks by the factor 1 − m·t.
#[test]
fn a_threshold_takes_its_part_of_the_bias() {
    let threshold = Share::percent(10);
    let elections = Elections::uniform(4, 145, threshold).unwrap();
    let benchmark = benchmark(elections, &[Method::DHondt]);
    let expected: Vec<f64> =
        uniform_shares(4).iter().map(|w| 0.5 * (4.0 * w - 1.0) * (1.0 - 0.4)).collect();
    assert_within_five_errors(&benchmark.methods[0], &expected);
    assert!(!benchmark.bias_theory(Method::DHondt).unwrap().is_exact);
    Elections::uniform(4, 145, Share::percent(25)).unwrap_err();
}

#[test]
fn what_a_theorem_excludes_is_never_found() {
    let elections = Elections::real(small_elections(1_500, 40), Share::ZERO).unwrap();
    let benchmark = benchmark(elections, &every_method());
    let mut excluded = 0;
    for record in &benchmark.methods {
        assert!(record.allocated > 0);
        for fault in Fault::ALL {
            if fault.axiom().is_some_and(|axiom| record.method.keeps(axiom)) {
                excluded += 1;
                let count = record.fault(fault);
                assert_eq!((count.hits, &count.witness), (0, &None), "{} {fault:?}", record.method);
            }
        }
        // No method reverses the order of the votes by itself.
        assert_eq!(record.fault(Fault::OrderReversal).hits, 0, "{}", record.method);
        assert!(record.fault(Fault::OpenTie).hits > 0, "{}", record.method);
    }
    // Ten divisor methods without three paradoxes, and eleven bounds of the quota and house elsewhere.
    assert!(excluded >= 38, "{excluded}");
    let hare = benchmark.methods.iter().find(|record| record.method == Method::Hare).unwrap();
    for fault in [Fault::HouseParadox, Fault::NewStatesParadox] {
        assert!(hare.fault(fault).hits > 0, "{fault:?}");
    }
}

/// Hare from its definition: whole quotas, then the largest remainders; none if the edge is tied.
fn slow_hare(votes: &[u64], seats: u32) -> Option<Vec<u64>> {
    let (all, house) = (votes.iter().sum::<u64>(), u64::from(seats));
    let mut shared: Vec<u64> = votes.iter().map(|votes| votes * house / all).collect();
    let left = usize::try_from(house - shared.iter().sum::<u64>()).unwrap();
    let mut order: Vec<usize> = (0..votes.len()).collect();
    let remainder = |list: usize| votes[list] * house % all;
    order.sort_by_key(|&list| std::cmp::Reverse(remainder(list)));
    if left > 0 && remainder(order[left - 1]) == remainder(order[left]) {
        return None;
    }
    order.iter().take(left).for_each(|&list| shared[list] += 1);
    Some(shared)
}

/// Counts of Hare's faults, written down from their definitions, on elections without ties.
#[derive(Debug, Default, PartialEq, Eq)]
struct Recount {
    house: u64,
    population: u64,
    new_states: u64,
    made: u64,
    lost: u64,
}

fn recount(elections: &[RealElection]) -> Recount {
    let mut counts = Recount::default();
    for (number, election) in (0..).zip(elections) {
        let mut votes = election.votes.clone();
        votes.sort_by_key(|&votes| std::cmp::Reverse(votes));
        let all: u64 = votes.iter().sum();
        let seats = slow_hare(&votes, election.house_size).unwrap();
        let lists = votes.len();
        let larger = slow_hare(&votes, election.house_size + 1).unwrap();
        counts.house += u64::from((0..lists).any(|list| larger[list] < seats[list]));
        let mut grown = Vec::new();
        grow(&votes, RUN.seed, number, &mut grown);
        let later = slow_hare(&grown, election.house_size).unwrap();
        let is_worse = |one: usize, other: usize| {
            let rates = [one, other].map(|list| grown[list] as f64 / votes[list] as f64);
            later[one] < seats[one] && later[other] > seats[other] && rates[0] > rates[1]
        };
        let pairs = || (0..lists).flat_map(|one| (0..lists).map(move |other| (one, other)));
        counts.population += u64::from(pairs().any(|(one, other)| is_worse(one, other)));
        let taken = seats[lists - 1];
        if taken < u64::from(election.house_size) {
            let rest = election.house_size - u32::try_from(taken).unwrap();
            let without = slow_hare(&votes[..lists - 1], rest).unwrap();
            counts.new_states += u64::from(without[..] != seats[..lists - 1]);
        }
        let house = u64::from(election.house_size);
        let half = |list: usize| (2 * seats[list] > house, 2 * votes[list] > all);
        counts.made += u64::from((0..lists).any(|list| half(list) == (true, false)));
        counts.lost += u64::from((0..lists).any(|list| half(list) == (false, true)));
    }
    counts
}

#[test]
fn paradoxes_of_hare_are_those_of_a_slow_recount() {
    // Votes of millions: no ties, as `slow_hare` makes sure.
    let elections = small_elections(3_000, 5_000_000);
    let expected = recount(&elections);
    let found = benchmark(Elections::real(elections, Share::ZERO).unwrap(), &[Method::Hare]);
    let count = |fault| found.methods[0].fault(fault).hits;
    let found = Recount {
        house: count(Fault::HouseParadox),
        population: count(Fault::PopulationParadox),
        new_states: count(Fault::NewStatesParadox),
        made: count(Fault::ManufacturedMajority),
        lost: count(Fault::LostMajority),
    };
    assert_eq!(found, expected);
    assert!(expected.house > 0 && expected.population > 0 && expected.new_states > 0);
}

#[test]
fn the_textbook_case_of_alabama_is_the_witness() {
    let election = RealElection {
        title: LocalName::new("textbook"),
        sha256: String::new(),
        votes: vec![2, 6, 6],
        house_size: 10,
    };
    let elections = Elections::real(vec![election], Share::ZERO).unwrap();
    let found = benchmark(elections, &[Method::Hare, Method::DHondt]);
    let witness = found.methods[0].fault(Fault::HouseParadox).witness.as_ref().unwrap();
    assert_eq!((&witness.votes[..], witness.house_size), (&[6, 6, 2][..], 10));
    assert_eq!(found.methods[1].fault(Fault::HouseParadox).hits, 0);
}

#[test]
fn the_naive_loop_gives_the_same_seats() {
    for election in small_elections(300, 5_000_000) {
        for (method, quotients) in [(Method::DHondt, (1, 1)), (Method::Danish, (3, 1))] {
            let mut seats = vec![0; election.votes.len()];
            naive_highest_averages(quotients, &election.votes, election.house_size, &mut seats);
            let shared = apportion(method, &election.votes, election.house_size).unwrap();
            assert_eq!(seats, shared.seats, "{election:?}");
        }
    }
}

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kurultai")).arg("bench").args(arguments).output().unwrap()
}

fn json(arguments: &[&str]) -> serde_json::Value {
    let output = run(&[arguments, &["--format", "json"]].concat());
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn threads_change_nothing() {
    let bytes = |threads| {
        let asked = ["--draws", "9000", "--methods", "hare,adams", "--format", "json", "--threads"];
        run(&[&asked[..], &[threads]].concat()).stdout
    };
    let one = bytes("1");
    assert!(!one.is_empty());
    assert_eq!(bytes("2"), one);
    assert_eq!(bytes("7"), one);
}

#[test]
fn times_are_in_an_object_of_their_own() {
    let asked = ["--draws", "100", "--methods", "dhondt,hare"];
    let plain = json(&asked);
    let mut timed = json(&[&asked[..], &["--timing"]].concat());
    let timing = timed.as_object_mut().unwrap().remove("timing").unwrap();
    assert_eq!(timed, plain);
    assert_eq!(timing[0]["methods"][1]["method"], "hare");
    assert!(timing[0]["methods"][0]["ratio"].as_f64().unwrap() > 0.0);
}

/// A witness, allocated anew in its house and in one seat more, shows the paradox again.
#[test]
fn a_witness_can_be_replayed() {
    let found = json(&["--draws", "2000", "--lists", "4", "--methods", "hare"]);
    let witness = &found["benchmarks"][0]["methods"][0]["faults"]["house_paradox"]["witness"];
    let votes = witness["votes"].as_array().unwrap();
    let rows = votes.iter().enumerate().map(|(list, votes)| format!("{list},{votes}\n"));
    let table: String = std::iter::once("party,votes\n".to_owned()).chain(rows).collect();
    let seats = |house: u64| -> Vec<u64> {
        let house = house.to_string();
        let mut child = Command::new(env!("CARGO_BIN_EXE_kurultai"))
            .args(["allocate", "-", "--input-format", "csv", "--threshold", "0%", "--quiet"])
            .args(["--method", "hare", "--format", "json", "--seats", &house])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(table.as_bytes()).unwrap();
        let document: serde_json::Value =
            serde_json::from_slice(&child.wait_with_output().unwrap().stdout).unwrap();
        let parties = document["parties"].as_array().unwrap().iter();
        parties.map(|party| party["seats"].as_u64().unwrap()).collect()
    };
    let house = witness["seats"].as_u64().unwrap();
    let (smaller, larger) = (seats(house), seats(house + 1));
    assert!(smaller.iter().zip(&larger).any(|(before, after)| after < before));
}

#[test]
fn a_folder_of_tables_is_judged_whole() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/elections");
    let asked = ["--elections", "real", "--folder", folder, "--methods", "dhondt"];
    let output = run(&[&asked[..], &["--format", "json"]].concat());
    let warning = String::from_utf8(output.stderr).unwrap();
    assert!(warning.ends_with("index.csv: left out, its header has no column `party`\n"));
    assert_eq!(warning.lines().count(), 1, "{warning}");
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let inputs = found["benchmarks"][0]["elections"]["inputs"].as_array().unwrap();
    let tables = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let tables = tables.filter(|path| path.extension().is_some_and(|ending| ending == "csv"));
    assert_eq!(inputs.len(), tables.count() - 1);
    assert_eq!(found["benchmarks"][0]["judged"], inputs.len());
    // D'Hondt left the last seat of the Dutch council open between lists 3 and 9.
    assert_eq!(found["benchmarks"][0]["methods"][0]["faults"]["open_tie"]["hits"], 1);
    let csv = run(&["--elections", "real", "--methods", "hare", "--format", "csv"]).stdout;
    let csv = String::from_utf8(csv).unwrap();
    assert!(csv.starts_with("elections,lists,seats,method,quantity,rank,value,se,theory,p95,"));
    // Seven ranks, nine faults, eighteen indices, two shares, refusals.
    assert_eq!(csv.lines().count(), 1 + 7 + 9 + 18 + 2 + 1);
}

#[test]
fn refusals_say_what_is_wrong() {
    for (arguments, status, said) in [
        (&["--elections", "planned"][..], 2, "invalid value 'planned' for '--elections <KIND>'"),
        (
            &["--methods", "dhont"],
            2,
            "error: --methods: unknown method `dhont` (did you mean `dhondt`?): the methods are",
        ),
        (
            &["--lists", "1"],
            3,
            "it must be a whole number from 2 to 1000, such as 5, or two of them",
        ),
        (
            &["--lists", "5", "--elections", "real"],
            2,
            "`--lists` is for `--elections uniform` or `party-systems`",
        ),
        (&["--scenario", "mazhilis-2012"], 2, "`--scenario` is for `--elections dirichlet`"),
        (&["--elections", "real", "--draws", "5"], 2, "none is drawn: leave out `--draws`"),
        (&["--folder", "."], 2, "`--folder` is for `--elections real`"),
        (
            &["--elections", "real", "--folder", "no-such"],
            4,
            "error: cannot read the folder no-such",
        ),
        (
            &["--elections", "real", "--folder", "src"],
            3,
            "src: no file ending in .csv with the columns",
        ),
        (&["--elections", "dirichlet", "--concentration", "0"], 3, "a number from 1 to 1e12"),
        (
            &["--threshold", "20%"],
            3,
            "5 lists cannot all have more than 20% of the votes; give a threshold below 1/5",
        ),
    ] {
        let output = run(arguments);
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(status), "{error}");
        assert!(error.contains(said) && output.stdout.is_empty(), "{error}");
    }
}
