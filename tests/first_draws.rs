//! What is told of single draws, against every draw replayed one by one.
#![expect(clippy::unwrap_used, reason = "a surprise should stop a test where it happens")]

use kurultai::analysis::{Event, Outcome, Summary, Target};
use kurultai::measures::indices::{Proportions, gallagher, wasted_votes};
use kurultai::measures::power::PowerCount;
use kurultai::scenario::{DEFAULT, Scenario};
use kurultai::simulation::{FirstDraws, Run, Simulation, Tally};

const DRAWS: u64 = 6_000;
const RUN: Run = Run { draws: DRAWS, seed: 9, threads: 2 };

fn look(simulation: &Simulation<'_>, run: Run) -> (Tally, FirstDraws) {
    let tally = run.tally(simulation, &|_| ()).unwrap();
    let first = run.first_draws(simulation, &tally, true, &|_| ()).unwrap();
    (tally, first)
}

/// Votes and seats of every draw, from the votes of whole chunks and the exact path of an official count.
fn every_draw(scenario: &Scenario, simulation: &Simulation<'_>) -> Vec<(Vec<u64>, Vec<u32>)> {
    (0..DRAWS.div_ceil(4_096))
        .flat_map(|chunk| {
            let votes = simulation.votes_of_chunk(RUN.seed, chunk);
            (0..4_096).map(move |draw| votes.draw(draw).collect::<Vec<u64>>()).collect::<Vec<_>>()
        })
        .take(usize::try_from(DRAWS).unwrap())
        .map(|mut votes| {
            let mut drawn = scenario.clone();
            drawn.ballots.against_all = votes.pop().unwrap();
            drawn.ballots.parties.clone_from(&votes);
            (votes, Outcome::of(&drawn, RUN.seed).unwrap().allocation.seats)
        })
        .collect()
}

#[expect(clippy::cast_precision_loss, reason = "a mean is approximate")]
fn mean(numbers: impl Iterator<Item = f64>) -> f64 {
    numbers.sum::<f64>() / DRAWS as f64
}

#[test]
fn first_draws_are_what_single_draws_say() {
    let scenario = Scenario::load(DEFAULT, None).unwrap();
    let simulation = Simulation::new(&scenario).unwrap();
    let (_, first) = look(&simulation, RUN);
    let draws = every_draw(&scenario, &simulation);
    assert_eq!(first.draws, DRAWS);

    // The draw nearest the mean, in whole numbers: Σ (K·s − Σs)².
    let sums: Vec<i64> =
        (0..7).map(|list| draws.iter().map(|(_, seats)| i64::from(seats[list])).sum()).collect();
    let distance = |seats: &[u32]| -> i64 {
        let draws = i64::try_from(DRAWS).unwrap();
        seats.iter().zip(&sums).map(|(&s, &sum)| (draws * i64::from(s) - sum).pow(2)).sum()
    };
    let nearest =
        (0_u64..).zip(&draws).min_by_key(|(number, (_, seats))| (distance(seats), *number));
    assert_eq!(first.representative, Some(nearest.unwrap().0));

    // Fixed point keeps 2⁻⁴¹ of each value; adding 6,000 doubles loses less than 10⁻¹² of the sum.
    let near = |found: f64, expected: f64| {
        assert!((found - expected).abs() < 1e-11, "{found}, {expected}");
    };
    let index = |of: fn(&Proportions<'_>) -> f64| {
        mean(draws.iter().map(|(votes, seats)| of(&Proportions::new(votes, seats).unwrap())))
    };
    near(first.indices[0].mean(), index(gallagher));
    near(first.indices[6].mean(), index(wasted_votes));
    let mut count = PowerCount::default();
    let mut of_first = |quota| {
        mean(draws.iter().map(|(_, seats)| {
            count.count(seats, quota).unwrap();
            let (mut banzhaf, mut shapley) = ([0.0; 7], [0.0; 7]);
            count.write(&mut banzhaf, &mut shapley);
            shapley[0]
        }))
    };
    near(first.power[0].shapley_shubik[0].mean(), of_first(73));
    near(first.power[1].shapley_shubik[0].mean(), of_first(97));
}

#[test]
fn threads_change_nothing() {
    let scenario = Scenario::load(DEFAULT, None).unwrap();
    let simulation = Simulation::new(&scenario).unwrap();
    let all = Run { draws: 80_000, ..RUN };
    let (_, one) = look(&simulation, Run { threads: 1, ..all });
    assert_eq!(one.draws, 65_536);
    for threads in [2, 7] {
        assert_eq!(look(&simulation, Run { threads, ..all }).1, one, "{threads} threads");
    }
}

#[test]
fn a_run_that_stops_by_a_rule_is_the_fixed_run_of_its_length() {
    let scenario = Scenario::load(DEFAULT, None).unwrap();
    let simulation = Simulation::new(&scenario).unwrap();
    let target = Target::parse("P(amanat>=97) ±0.4%", &scenario).unwrap();
    let most = Run { draws: 10_000_000, ..RUN };
    let mut looks = Vec::new();
    let tally = most.tally_until(&simulation, &|_| (), |tally| {
        looks.push(tally.draws());
        target.is_reached(&Summary::new(&scenario, tally))
    });
    let tally = tally.unwrap();
    // P is 7 %: 4·p(1 − p)/0.004² is 16,300 draws, 2·10⁴ with room; so the first or second look is enough.
    assert!(looks == [1 << 14] || looks == [1 << 14, 1 << 15], "{looks:?}");
    assert_eq!(tally, Run { draws: tally.draws(), ..RUN }.tally(&simulation, &|_| ()).unwrap());

    // What is never reached ends with the most draws, and they need not be a power of two.
    let few = Run { draws: 20_000, ..RUN };
    let never = few.tally_until(&simulation, &|_| (), |_| false).unwrap();
    assert_eq!(never, few.tally(&simulation, &|_| ()).unwrap());
}

#[test]
fn events_are_the_counts_of_the_tally() {
    let scenario = Scenario::load(DEFAULT, None).unwrap();
    let simulation = Simulation::new(&scenario).unwrap();
    let tally = RUN.tally(&simulation, &|_| ()).unwrap();
    let summary = Summary::new(&scenario, &tally);
    let hits = |text: &str| Event::parse(text, &scenario).unwrap().estimate(&summary).hits;
    let draws = every_draw(&scenario, &simulation);
    let counted = |happens: &dyn Fn(&[u32]) -> bool| {
        draws.iter().filter(|(_, seats)| happens(seats)).count() as u64
    };
    assert_eq!(hits("amanat>=97"), counted(&|seats| seats[0] >= 97));
    assert_eq!(hits("amanat>=two-thirds"), counted(&|seats| seats[0] >= 97));
    assert_eq!(hits("osdp passes"), counted(&|seats| seats[5] > 0));
    assert_eq!(hits("\"All but Amanat\">=73"), counted(&|seats| seats[0] < 73));
    let conditional = &summary.parties[5].seats_if_admitted;
    assert_eq!(conditional.draws(), counted(&|seats| seats[5] > 0));
    assert_eq!(conditional.counts()[0], 0);
    let lists = summary.lists_with_seats.counts();
    assert_eq!(lists[6], counted(&|seats| seats.iter().filter(|&&s| s > 0).count() == 6));
}

#[test]
fn coalitions_have_majorities_in_three_senses() {
    let scenario = Scenario::load(DEFAULT, None).unwrap();
    let simulation = Simulation::new(&scenario).unwrap();
    let tally = RUN.tally(&simulation, &|_| ()).unwrap();
    let summary = Summary::new(&scenario, &tally);
    let draws = every_draw(&scenario, &simulation);
    for (coalition, found) in scenario.coalitions.iter().zip(&summary.coalitions) {
        for (at, (_, needed)) in summary.majorities.iter().enumerate() {
            let (mut sum, mut seated, mut minimal, mut blocks) = (0, 0, 0, 0);
            for (_, seats) in &draws {
                let held: Vec<u32> = coalition.members.iter().map(|&list| seats[list]).collect();
                let total: u32 = held.iter().sum();
                let wins = total >= *needed;
                sum += u64::from(wins);
                seated += u64::from(wins && held.iter().all(|&seats| seats > 0));
                minimal += u64::from(wins && held.iter().all(|&seats| total - seats < *needed));
                blocks += u64::from(145 - total < *needed);
            }
            assert_eq!(found.majorities[at].hits, sum);
            assert_eq!(found.all_seated[at].hits, seated);
            assert_eq!(found.minimal[at].hits, minimal);
            assert_eq!(found.blocks[at].hits, blocks);
        }
    }
}

#[test]
fn a_replayed_draw_has_the_seats_it_was_counted_with() {
    let scenario = Scenario::load(DEFAULT, None).unwrap();
    let simulation = Simulation::new(&scenario).unwrap();
    let draws = every_draw(&scenario, &simulation);
    for draw in [0, 15, 16, 4_095, 4_096, 5_999] {
        let (scenario_drawn, outcome, error) =
            Outcome::of_draw(&scenario, &simulation, RUN.seed, draw);
        assert_eq!(error, None);
        let (votes, seats) = &draws[usize::try_from(draw).unwrap()];
        assert_eq!(
            (&scenario_drawn.ballots.parties, &outcome.allocation.seats),
            (votes, seats),
            "{draw}"
        );
    }
}
