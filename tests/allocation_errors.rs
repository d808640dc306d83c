//! Laws that cannot be carried out, each with its reason; what an allocation then holds.
#![expect(clippy::unwrap_used, reason = "a surprise should stop a test where it happens")]

use kurultai::apportionment::{ApportionmentError, Method};
use kurultai::election::{Ballots, Party, Share};
use kurultai::law::{
    Admission, Allocation, AllocationError, Allocator, Bonus, Law, NoLots, OneListRule, Provisions,
    Threshold, ThresholdBase, ThresholdRule, TieRule,
};

/// A method without a threshold; ties stay open.
fn law(method: Method, provisions: Provisions) -> Law {
    let threshold =
        Threshold { share: Share::ZERO, base: ThresholdBase::Valid, rule: ThresholdRule::AtLeast };
    Law { provisions, ..Law::plain(method, threshold, TieRule::Report) }
}

/// Lists `0`, `1`, …, changed as `change` says.
fn parties(lists: usize, change: impl Fn(usize, &mut Party)) -> Vec<Party> {
    (0..lists)
        .map(|list| {
            let mut party = Party::list(list.to_string());
            change(list, &mut party);
            party
        })
        .collect()
}

fn allocate(
    law: &Law,
    parties: &[Party],
    votes: &[u64],
    house_size: u32,
) -> Result<Allocation, AllocationError> {
    let ballots = Ballots { parties: votes.to_vec(), ..Ballots::default() };
    Allocator::new(law, parties, house_size).allocate(&ballots, &mut NoLots)
}

fn multiplied(lists: usize, multipliers: &[&str]) -> Vec<Party> {
    parties(lists, |list, party| {
        party.multiplier = multipliers.get(list).map(|text| text.parse().unwrap());
    })
}

#[test]
fn votes_pooled_up_to_2_to_the_64_are_too_many() {
    let law = law(Method::DHondt, Provisions::NONE);
    let allied = parties(2, |_, party| party.alliance = Some("a".to_owned()));
    let half = 1 << 63;
    assert_eq!(allocate(&law, &allied, &[half, half], 3), Err(AllocationError::TooManyVotes));
    let allocation = allocate(&law, &allied, &[half, half - 1], 3).unwrap();
    assert_eq!((allocation.seats, allocation.pools[0].votes), (vec![2, 1], u64::MAX));
}

#[test]
fn votes_multiplied_up_to_2_to_the_64_are_too_many() {
    let law = law(Method::DHondt, Provisions::NONE);
    let doubled = multiplied(2, &["2"]);
    let half = 1 << 63;
    assert_eq!(allocate(&law, &doubled, &[half, 1], 3), Err(AllocationError::TooManyVotes));
    assert_eq!(allocate(&law, &doubled, &[half - 1, 1], 3).unwrap().seats, [3, 0]);
}

#[test]
fn multipliers_share_a_denominator_below_2_to_the_64() {
    let law = law(Method::DHondt, Provisions::NONE);
    // Primes: the product of four is 9.8·10^15, that of five more than 2^64 = 1.8·10^19.
    let primes = ["1/9973", "1/9967", "1/9949", "1/9941", "1/9931"];
    let votes = [9_973, 9_967, 9_949, 9_941, 1];
    let four = allocate(&law, &multiplied(5, &primes[..4]), &votes, 5).unwrap();
    assert_eq!(four.seats, [1; 5], "one vote each");
    let five = allocate(&law, &multiplied(5, &primes), &votes, 5);
    assert_eq!(five, Err(AllocationError::TooManyVotes));
}

#[test]
fn quotas_rounded_to_whole_votes_take_no_multipliers() {
    let rounded = [Method::Droop, Method::HagenbachBischoffRounded];
    let (plain, multiplied) = (multiplied(2, &[]), multiplied(2, &["3/2"]));
    for method in rounded {
        for law in [
            law(method, Provisions { floor: 1, ..Provisions::NONE }),
            law(Method::Hare, Provisions { inner_method: Some(method), ..Provisions::NONE }),
        ] {
            let refused = AllocationError::MultipliedForRoundedQuota(method);
            assert_eq!(allocate(&law, &multiplied, &[20, 10], 3), Err(refused));
            assert_eq!(allocate(&law, &plain, &[20, 10], 3).unwrap().seats, [2, 1]);
        }
    }
    // Inside its alliances the law may use another method than the one that rounds.
    let law =
        law(Method::Droop, Provisions { inner_method: Some(Method::Hare), ..Provisions::NONE });
    let refused = AllocationError::MultipliedForRoundedQuota(Method::Droop);
    assert_eq!(allocate(&law, &multiplied, &[20, 10], 3), Err(refused));
}

#[test]
fn seats_given_first_fit_in_the_house_or_are_counted() {
    let guaranteed =
        parties(3, |list, party| party.guaranteed_seats = if list == 2 { 2 } else { 0 });
    let votes = [7, 5, 1];
    let exceeds =
        |set_aside, seats| Err(AllocationError::SetAsideExceedsHouse { set_aside, seats });
    let of = |bonus, house_size, votes: &[u64]| {
        let bonus = Some(Bonus::Seats(bonus));
        let law = law(Method::DHondt, Provisions { bonus, ..Provisions::NONE });
        allocate(&law, &guaranteed, votes, house_size).map(|allocation| allocation.seats)
    };
    assert_eq!(of(3, 4, &votes), exceeds(5, 4));
    assert_eq!(of(3, 5, &votes), Ok(vec![3, 0, 2]));
    // Of two largest lists neither has the bonus yet; its seats are kept for one of them.
    let equal = [7, 7, 1];
    assert_eq!(of(3, 4, &equal), exceeds(5, 4));
    assert_eq!(of(3, 5, &equal), Ok(vec![0, 0, 2]));
    assert_eq!(of(3, 7, &equal), Ok(vec![1, 1, 2]));
}

#[test]
fn somebody_has_to_take_part() {
    let plain = law(Method::DHondt, Provisions::NONE);
    assert_eq!(
        allocate(&plain, &parties(2, |_, _| ()), &[0, 0], 3),
        Err(AllocationError::NobodyAdmitted)
    );
    // Guaranteed seats are given to lists that take no part in the distribution: nobody shares the third.
    let guaranteed = parties(2, |_, party| party.guaranteed_seats = 1);
    let given = allocate(&plain, &guaranteed, &[3, 2], 3).expect("seats");
    assert_eq!((given.seats, given.unfilled_seats), (vec![1, 1], 1));
}

#[test]
fn a_runner_up_needs_two_seats() {
    let one_list = OneListRule::RunnerUp;
    let mut law = law(Method::Hare, Provisions { one_list, ..Provisions::NONE });
    law.threshold.share = Share::percent(50);
    let lists = parties(2, |_, _| ());
    let refused = ApportionmentError::FloorsExceedHouse { floors: 2, seats: 1 };
    assert_eq!(allocate(&law, &lists, &[9, 1], 1), Err(refused.into()));
    assert_eq!(allocate(&law, &lists, &[9, 1], 2).unwrap().seats, [0, 2]);
}

#[test]
fn after_an_error_nothing_is_left_but_the_admissions() {
    // A bonus, an alliance and two full lists; the quota of Imperiali, 40/4, awards 4 seats of 2.
    let provisions = Provisions { bonus: Some(Bonus::Seats(1)), ..Provisions::NONE };
    let law = law(Method::Imperiali, provisions);
    let lists = parties(4, |list, party| {
        party.alliance = (list < 2).then(|| "a".to_owned());
        party.candidates = Some(2);
    });
    let mut allocator = Allocator::new(&law, &lists, 3);
    let mut allocation = Allocation::default();
    let mut count = |votes: &[u64], allocation: &mut Allocation| {
        let ballots = Ballots { parties: votes.to_vec(), ..Ballots::default() };
        allocator.allocate_into(&ballots, &mut NoLots, allocation)
    };
    let refused = ApportionmentError::OverAward { awarded: 4, seats: 2 };
    assert_eq!(count(&[10, 10, 20, 0], &mut allocation), Err(refused.into()));
    let admissions =
        vec![Admission::Passed, Admission::Passed, Admission::Passed, Admission::NoVotes];
    let empty =
        Allocation { admissions, seats: vec![0; 4], unfilled_seats: 3, ..Allocation::default() };
    assert_eq!(allocation, empty);
}
