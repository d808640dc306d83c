//! What the laws by name say beside method and threshold, where no official result shows it.

use kurultai::apportionment::ApportionmentError;
use kurultai::election::{Ballots, Party, Share};
use kurultai::law::{AllocationError, Allocator, Law, NoLots, Preset};

fn seats(
    law: &Law,
    votes: [u64; 2],
    direct_seats: u32,
    house_size: u32,
) -> Result<Vec<u32>, AllocationError> {
    let parties = [Party::list("0"), Party { direct_seats, ..Party::list("1") }];
    let ballots = Ballots { parties: votes.to_vec(), ..Ballots::default() };
    let mut allocator = Allocator::new(law, &parties, house_size);
    allocator.allocate(&ballots, &mut NoLots).map(|allocation| allocation.seats)
}

#[test]
fn seats_won_elsewhere_excuse_a_list_from_the_threshold() {
    // 1 % of the votes is below every threshold here, and 2 seats of 200.
    for (name, needed) in
        [("austria", 1), ("denmark", 1), ("germany", 3), ("germany-2021", 3), ("new-zealand", 1)]
    {
        let law = &Preset::named(name).unwrap().law;
        assert_eq!(seats(law, [990, 10], needed, 200), Ok(vec![198, 2]), "{name}");
        assert_eq!(seats(law, [990, 10], needed - 1, 200), Ok(vec![200, 0]), "{name}");
    }
}

#[test]
fn every_state_has_a_representative() {
    let law = &Preset::named("united-states").unwrap().law;
    assert_eq!(seats(law, [990, 10], 0, 2), Ok(vec![1, 1]));
    let refused = ApportionmentError::FloorsExceedHouse { floors: 2, seats: 1 };
    assert_eq!(seats(law, [990, 10], 0, 1), Err(refused.into()));
}

#[test]
fn three_tenths_of_a_list_are_for_the_groups_of_2022() {
    for (name, quota) in [
        ("kurultai-2026", Some(Share::percent(30))),
        ("mazhilis-2023", Some(Share::percent(30))),
        ("mazhilis-2009", None),
        ("mazhilis-2007", None),
        ("maslikhat-2023", None),
        ("maslikhat-2021", None),
    ] {
        assert_eq!(Preset::named(name).unwrap().law.group_quota, quota, "{name}");
    }
}

#[test]
fn a_dutch_list_needs_a_whole_quota() {
    // 100 votes for 5 seats: the quota is 20. D'Hondt alone would give 19 votes a seat: 81/5 = 16.2.
    let law = &Preset::named("netherlands").unwrap().law;
    assert_eq!(seats(law, [81, 19], 0, 5), Ok(vec![5, 0]));
    assert_eq!(seats(law, [80, 20], 0, 5), Ok(vec![4, 1]));
}
