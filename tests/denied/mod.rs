//! What a method does not promise, shown by examples.

use kurultai::apportionment::{Axiom, Method};

use super::{answer, at_most, quota};
use crate::random::METHODS;

/// What the catalogue denies is denied by an example: small counts are tried until one breaks it.
#[test]
fn every_axiom_denied_is_broken_somewhere() {
    let mixed = (0..2_000_u64).map(|number| {
        [17, 29, 41, 53, 67].map(|step| number * step * step % 97 + number % 7 + 1).to_vec()
    });
    let giants = (0..2_000_u64).map(|number| {
        let mut votes = vec![6 + number % 5; 3 + usize::try_from(number % 11).unwrap()];
        votes[0] = 10 + number / 3;
        votes[1] += number % 2;
        votes
    });
    let counts: Vec<Vec<u64>> = giants.chain(mixed).collect();
    let mut kept = Vec::new();
    for method in METHODS {
        for axiom in [Axiom::HouseMonotone, Axiom::LowerQuota, Axiom::UpperQuota, Axiom::MergersPay]
        {
            if method.parse::<Method>().unwrap().keeps(axiom) {
                continue;
            }
            let broken =
                |votes: &Vec<u64>| (4..40).any(|seats| breaks(axiom, method, votes, seats));
            if !counts.iter().any(broken) {
                kept.push((method, axiom));
            }
        }
    }
    // Too near to D'Hondt and to Adams for lists this small.
    let near = [
        ("stationary:0.999999999", Axiom::LowerQuota),
        ("stationary:0.999999999", Axiom::MergersPay),
        ("power-mean:-8", Axiom::UpperQuota),
    ];
    assert_eq!(kept, near, "kept in every example");
}

fn breaks(axiom: Axiom, method: &str, votes: &[u64], seats: u32) -> bool {
    let Some(result) = answer(method, votes, seats) else { return false };
    let most = at_most(&result);
    let mut lists = 0..votes.len();
    match axiom {
        Axiom::LowerQuota => lists.any(|list| most[list] < quota(votes, list, seats).0),
        Axiom::UpperQuota => lists.any(|list| result.certain[list] > quota(votes, list, seats).1),
        Axiom::HouseMonotone => answer(method, votes, seats + 1)
            .is_some_and(|larger| lists.any(|list| at_most(&larger)[list] < result.certain[list])),
        _ => {
            let mut merged = votes.to_vec();
            merged[0] += std::mem::take(&mut merged[1]);
            answer(method, &merged, seats).is_some_and(|together| {
                at_most(&together)[0] < result.certain[0] + result.certain[1]
            })
        }
    }
}
