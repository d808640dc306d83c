//! Batched seats against exact scalar seats, on sampled votes and on near ties.

#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "counts and votes of a test are small, and a test that meets a surprise should stop"
)]

mod exact;

use exact::Entry;
use kurultai::simulation::kernel::{
    Allocator, BLOCK, CHUNK, Contest, Instructions, Level, List, Model, Outcome, Rule, Sampler,
    Threshold, Votes,
};

/// The rules under test.
const RULES: [Rule; 6] = [
    Rule::Divisor { step: 1, first: 1 },
    Rule::Divisor { step: 2, first: 1 },
    Rule::Divisor { step: 3, first: 1 },
    Rule::Divisor { step: 1, first: 2 },
    Rule::Divisor { step: 20, first: 13 },
    Rule::Hare,
];

fn levels() -> impl Iterator<Item = Level> {
    Instructions::ALL.into_iter().filter_map(Level::new)
}

/// Draws compared and draws without a certificate.
#[derive(Default, Debug)]
struct Count {
    certain: u64,
    uncertain: u64,
}

/// A contest, and what the scalar path needs to know of it.
struct Case {
    contest: Contest,
    lists: Vec<List>,
    base: Vec<usize>,
    constant: u64,
    threshold: Threshold,
    seats: u32,
    rule: Rule,
}

impl Case {
    fn new(
        lists: Vec<List>,
        base: Vec<usize>,
        constant: u64,
        threshold: Threshold,
        seats: u32,
        rule: Rule,
    ) -> Self {
        let contest =
            Contest::new(lists.clone(), threshold, base.clone(), constant, seats, rule).unwrap();
        Self { contest, lists, base, constant, threshold, seats, rule }
    }

    fn open(lists: usize, seats: u32, rule: Rule) -> Self {
        let threshold = Threshold { numerator: 0, denominator: 1, exceed: false };
        let all = (0..lists).map(|option| List { option, exempt: false }).collect();
        Self::new(all, (0..lists).collect(), 0, threshold, seats, rule)
    }

    /// Allocates at every level; all levels agree bit by bit, and every certain draw is right.
    fn compare(&self, votes: &Votes, count: &mut Count) {
        let blocks = votes.blocks().len();
        let mut reference: Option<Outcome> = None;
        for level in levels() {
            let mut outcome = Outcome::new(self.lists.len(), blocks);
            Allocator::new(&self.contest).allocate(level, votes, &mut outcome);
            if let Some(reference) = &reference {
                for (ours, theirs) in outcome.blocks().zip(reference.blocks()) {
                    assert_eq!(ours.uncertain, theirs.uncertain);
                    assert_eq!(ours.admitted, theirs.admitted);
                    if ours.uncertain == 0 {
                        assert_eq!(ours.seats, theirs.seats);
                    }
                }
            }
            reference = Some(outcome);
        }
        self.check(votes, &reference.unwrap(), count);
    }

    fn check(&self, votes: &Votes, outcome: &Outcome, count: &mut Count) {
        for (number, block) in outcome.blocks().enumerate() {
            for place in 0..BLOCK {
                let draw: Vec<u64> = votes.draw(number * BLOCK + place).collect();
                if block.uncertain >> place & 1 == 1 {
                    count.uncertain += 1;
                    continue;
                }
                count.certain += 1;
                let base = self.base.iter().map(|&o| draw[o]).sum::<u64>() + self.constant;
                let entries: Vec<Entry> = self
                    .lists
                    .iter()
                    .map(|list| Entry { votes: draw[list.option], exempt: list.exempt })
                    .collect();
                let (seats, admitted) =
                    exact::allocate(&entries, base, self.threshold, self.seats, self.rule);
                let ours: Vec<u32> = block.seats.iter().map(|seats| seats.0[place]).collect();
                assert_eq!(Some(&ours), seats.as_ref(), "{draw:?} {:?} {}", self.rule, self.seats);
                for (list, &admitted) in admitted.iter().enumerate() {
                    assert_eq!(block.admitted[list] >> place & 1 == 1, admitted, "{draw:?}");
                }
            }
        }
    }
}

/// Draws per method, 10⁵ by default; `KURULTAI_DRAWS` sets it (10⁸ for the full trial).
fn draws() -> u64 {
    std::env::var("KURULTAI_DRAWS").map_or(100_000, |draws| draws.parse().unwrap())
}

#[test]
fn sampled_votes_get_the_exact_seats() {
    let shares = [0.539, 0.109, 0.0859, 0.0841, 0.068, 0.052, 0.023, 0.0];
    let alpha: Vec<f64> = shares.iter().map(|share| share * 1000.0).collect();
    let models = [
        Model::dirichlet(&alpha).unwrap(),
        Model::dirichlet(&[1.0; 8]).unwrap(),
        Model::dirichlet(&[0.3, 0.2, 5.0, 0.05, 1.0, 0.5, 0.9, 2.0]).unwrap(),
    ];
    let lists: Vec<List> = (0..7).map(|option| List { option, exempt: option == 6 }).collect();
    for rule in RULES {
        let mut count = Count::default();
        for (number, model) in models.iter().enumerate() {
            let threshold = Threshold { numerator: 5, denominator: 100, exceed: number == 1 };
            for (total, seats) in [(8_000_000, 145), (1000, 30), (1 << 40, 7)] {
                let case = Case::new(lists.clone(), (0..8).collect(), 3, threshold, seats, rule);
                let mut votes = Votes::new(8, CHUNK / BLOCK);
                for chunk in 0..draws().div_ceil(9 * CHUNK as u64) {
                    let mut sampler = Sampler::new(model, total, 7, chunk).unwrap();
                    sampler.fill(Level::best(), &mut votes);
                    case.compare(&votes, &mut count);
                }
            }
        }
        println!("{rule:?}: {count:?}");
        assert!(count.uncertain * 20 < count.certain, "{rule:?}: {count:?}");
    }
}

/// A plain generator for the tests (`SplitMix64`).
struct Words(u64);

impl Words {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(bound)) >> 64) as u64
    }
}

/// Votes whose quotients are equal or differ by one vote: multiples of signposts of one divisor,
/// some with a vote more or less.
fn near_tie(words: &mut Words, lists: usize, rule: Rule, seats: u32) -> Vec<u64> {
    let (step, first) = match rule {
        Rule::Divisor { step, first } => (u64::from(step), u64::from(first)),
        Rule::Hare => (1, 1),
    };
    let room = (1_u64 << 52) / (step * u64::from(seats) + first) / lists as u64;
    let bits = 64 - room.leading_zeros();
    let shift = words.below(u64::from(bits));
    let scale = 1 + words.below(room >> shift);
    (0..lists)
        .map(|_| {
            let signpost = step * words.below(2 * u64::from(seats) / lists as u64 + 1) + first;
            (scale * signpost).saturating_add_signed(words.below(3) as i64 - 1)
        })
        .collect()
}

#[test]
fn near_ties_are_exact_or_handed_over() {
    let mut words = Words(1);
    for rule in RULES {
        let mut count = Count::default();
        for round in 0..draws() / 1000 {
            let lists = 2 + words.below(9) as usize;
            let seats = [1, 2, 5, 10, 30, 145, 435, 1000][words.below(8) as usize];
            let case = Case::open(lists, seats, rule);
            let mut votes = Votes::new(lists, 8);
            for block in votes.blocks_mut() {
                for draw in 0..BLOCK {
                    let drawn = near_tie(&mut words, lists, rule, seats);
                    for (rows, votes) in block.iter_mut().zip(drawn) {
                        rows.0[draw] = votes as f64;
                    }
                }
            }
            case.compare(&votes, &mut count);
            assert!(round < 1_000_000);
        }
        println!("{rule:?}: {count:?}");
        assert!(count.certain > 0 && count.uncertain > 0, "both happen: {rule:?} {count:?}");
    }
}
