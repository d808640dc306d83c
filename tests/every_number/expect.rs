//! A document against the one that is expected.

use serde_json::Value;

/// Fails with every leaf that differs, has no expectation, or is missing.
pub(crate) fn assert_same(expected: &Value, found: &Value) {
    let mut wrong = Vec::new();
    compare("", expected, found, &mut wrong);
    assert!(wrong.is_empty(), "{} leaves:\n{}", wrong.len(), wrong.join("\n"));
}

fn compare(path: &str, expected: &Value, found: &Value, wrong: &mut Vec<String>) {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            for (key, value) in found {
                let path = format!("{path}.{key}");
                match expected.get(key) {
                    Some(expected) => compare(&path, expected, value, wrong),
                    None => wrong.push(format!("{path}: no expectation for {value}")),
                }
            }
            let missing = expected.keys().filter(|key| !found.contains_key(*key));
            wrong.extend(missing.map(|key| format!("{path}.{key}: missing")));
        }
        (Value::Array(expected), Value::Array(found)) => {
            if expected.len() != found.len() {
                let (expected, found) = (expected.len(), found.len());
                wrong.push(format!("{path}: {found} items, not {expected}"));
            }
            for (at, (expected, found)) in expected.iter().zip(found).enumerate() {
                compare(&format!("{path}[{at}]"), expected, found, wrong);
            }
        }
        (Value::Number(_), Value::Number(_)) if is_near(path, expected, found) => {}
        (expected, found) if expected == found => {}
        (expected, found) => wrong.push(format!("{path}: {found}, not {expected}")),
    }
}

/// Whole numbers are equal. Real ones come from sums of a few hundred doubles below 100 in another order, or in
/// a fixed point of 2⁻⁴¹: they agree to 10⁻¹¹. A standard error is the root of a difference of such sums.
fn is_near(path: &str, expected: &Value, found: &Value) -> bool {
    if let (Some(expected), Some(found)) = (expected.as_i64(), found.as_i64()) {
        return expected == found;
    }
    let tolerance = if path.ends_with("se") { 1e-7 } else { 1e-11 };
    let (Some(expected), Some(found)) = (expected.as_f64(), found.as_f64()) else { return false };
    (expected - found).abs() < tolerance
}

#[test]
fn a_new_key_a_lost_key_and_another_number_are_seen() {
    use serde_json::json;
    let expected = json!({ "a": [{ "b": 1, "p": 0.5 }] });
    for found in [
        json!({ "a": [{ "b": 1, "p": 0.5, "c": null }] }),
        json!({ "a": [{ "b": 1 }] }),
        json!({ "a": [{ "b": 2, "p": 0.5 }] }),
        json!({ "a": [{ "b": 1, "p": 0.500_001 }] }),
        json!({ "a": [{ "b": 1, "p": 0.5 }, 1] }),
        json!({ "a": [{ "b": "1", "p": 0.5 }] }),
    ] {
        let mut wrong = Vec::new();
        compare("", &expected, &found, &mut wrong);
        assert_eq!(wrong.len(), 1, "{found}: {wrong:?}");
    }
}
