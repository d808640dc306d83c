//! The published vectors, against the library and against the reference.

#[allow(dead_code, reason = "other tests use the rest")]
mod case;
#[allow(dead_code, reason = "other tests use the rest")]
mod published;
#[allow(dead_code, reason = "other tests use the rest")]
mod reference;

use kurultai::apportionment::Method;

use case::as_outcome;
use published::{Vector, vectors};
use reference::Definition;

/// All rows of the file.
const ALL: usize = 54;

/// Runs every row whose method is `known` through `answer` and reports every difference at once.
fn run(
    known: impl Fn(&Vector) -> bool,
    answer: impl Fn(&Vector) -> Option<reference::Outcome>,
) -> usize {
    let all = vectors();
    assert_eq!(all.len(), ALL, "rows of vectors.csv");
    let known: Vec<&Vector> = all.iter().filter(|vector| known(vector)).collect();
    let differences: Vec<String> = known
        .iter()
        .filter_map(|vector| {
            let answer = answer(vector);
            let Vector { id, case, expected } = vector;
            (answer != *expected)
                .then(|| format!("{id}: {case}\n  expected {expected:?}\n  answered {answer:?}"))
        })
        .collect();
    assert!(differences.is_empty(), "\n{}", differences.join("\n"));
    known.len()
}

#[test]
fn the_library_reproduces_every_vector_of_a_method_it_knows() {
    let run = run(
        |vector| vector.case.method.parse::<Method>().is_ok(),
        |vector| vector.case.library().ok().as_ref().map(as_outcome),
    );
    assert_eq!(run, ALL, "vectors run");
}

#[test]
fn the_reference_reproduces_every_vector_of_a_method_it_knows() {
    let run = run(
        |vector| Definition::named(&vector.case.method).is_some(),
        |vector| vector.case.reference().ok(),
    );
    assert_eq!(run, ALL, "vectors run");
}

#[test]
fn both_refuse_for_the_same_reason() {
    for vector in vectors() {
        let known = vector.case.method.parse::<Method>().is_ok()
            && Definition::named(&vector.case.method).is_some();
        if known && vector.expected.is_none() {
            vector.case.compared().unwrap().unwrap_err();
        }
    }
}
