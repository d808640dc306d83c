//! Random laws on random counts: the library's room `law` against the reference's.
//!
//! `KURULTAI_CASES` sets their number, as in `random_cases.rs`.

#[allow(dead_code, reason = "other tests use the rest")]
mod case;
#[allow(dead_code, reason = "other tests use the rest")]
mod laws;
#[allow(dead_code, reason = "other tests use the rest")]
mod random;
#[allow(dead_code, reason = "other tests use the rest")]
mod reference;

use rayon::prelude::*;

#[test]
fn the_library_agrees_with_the_reference_on_laws() {
    let count = random::cases();
    let filled: u64 = (0..count)
        .into_par_iter()
        .map(|number| {
            let answer = laws::election(number).compared();
            answer.map(u64::from).map_err(|differ| format!("\nelection({number}): {differ}"))
        })
        .try_reduce(|| 0, |left, right| Ok(left + right))
        .unwrap_or_else(|disagreement| panic!("{disagreement}"));
    println!("{count} laws, {filled} houses filled");
    assert!(filled * 2 > count || count < 100, "{filled} houses filled");
}

/// The quota method alone, between lists and inside alliances, on counts full of ties: what the rules give
/// seat by seat, with caps, floors, alliances and seats from elsewhere around them.
#[test]
fn the_quota_method_settles_ties_in_stages_under_any_law() {
    let count = random::cases() / 10;
    let tied: u64 = (0..count)
        .into_par_iter()
        .map(|number| {
            let answer = laws::quota_method_election(number).compared_ties();
            answer.map(u64::from).map_err(|differ| format!("\nelection({number}): {differ}"))
        })
        .try_reduce(|| 0, |left, right| Ok(left + right))
        .unwrap_or_else(|disagreement| panic!("{disagreement}"));
    println!("{count} laws, {tied} houses tied");
    assert!(tied * 4 > count || count < 100, "{tied} houses tied");
}
