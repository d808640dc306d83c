//! CSV columns: the facts of the documents, each in the column of its name.

use serde_json::{Value, json};

use super::cells::{Rows, items, plain, table};
use super::election::MAJORITIES;
use super::{allocate, comparisons, document, measures, output, simulate};

/// Every cell is the expected one; numbers that are not whole agree to 10⁻¹¹, standard errors to 10⁻⁷.
fn assert_cells(expected: &[Vec<String>], found: &[Vec<String>]) {
    let near = |column: &str, expected: &str, found: &str| {
        let tolerance = if column.ends_with("se") { 1e-7 } else { 1e-11 };
        let numbers = (expected.parse::<f64>(), found.parse::<f64>());
        matches!(numbers, (Ok(expected), Ok(found)) if (expected - found).abs() < tolerance)
    };
    let header = &found[0];
    assert_eq!(&expected[0], header);
    let mut wrong = Vec::new();
    for (row, (expected, found)) in expected.iter().zip(found).enumerate() {
        assert_eq!(expected.len(), found.len(), "row {row}: {expected:?}, {found:?}");
        for ((column, expected), found) in header.iter().zip(expected).zip(found) {
            if expected != found && !near(column, expected, found) {
                wrong.push(format!("row {row}, {column}: {found}, not {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(expected.len(), found.len(), "rows of {header:?}");
}

fn csv(command: &str, options: &[&str]) -> Rows {
    let text = output(command, &[options, &["--format", "csv"]].concat());
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn every_column_of_a_count() {
    let expected = allocate::expected(&document("allocate", &allocate::OPTIONS));
    let groups = ["group_places", "group_women", "group_young"];
    let header = [
        "id",
        "name",
        "votes",
        "share",
        "admitted",
        "admission",
        "ideal_share",
        "seats",
        "tied",
        "official_seats",
    ];
    let mut rows = vec![[&header[..], &groups].concat().iter().map(ToString::to_string).collect()];
    for (at, party) in items(&expected["parties"]).iter().enumerate() {
        let mut row: Vec<String> = header.iter().map(|column| plain(&party[*column])).collect();
        row.extend(if at == 0 { ["2", "2", "3"] } else { [""; 3] }.map(str::to_owned));
        rows.push(row);
    }
    assert_cells(&rows, &csv("allocate", &[]));
}

#[test]
fn every_column_of_coalitions() {
    let expected = allocate::expected(&document("allocate", &allocate::OPTIONS));
    let header = [
        "majority",
        "needed",
        "kind",
        "name",
        "parties",
        "seats",
        "surplus",
        "wins",
        "wins_together",
        "minimal",
        "critical",
        "banzhaf",
        "penrose",
        "shapley_shubik",
        "standing",
    ];
    let mut rows = Vec::new();
    for of in items(&expected["coalition_analysis"]["majorities"]) {
        let mut add = |facts: Value| rows.push(header.map(|column| plain(&facts[column])));
        for (kind, key, needed) in [
            ("minimal-winning", "minimal_winning", &of["needed"]),
            ("minimal-blocking", "minimal_blocking", &of["blocking_needed"]),
        ] {
            for set in items(&of[key]["sets"]) {
                let mut facts = set.clone();
                facts["majority"] = of["majority"].clone();
                facts["needed"] = needed.clone();
                facts["kind"] = json!(kind);
                add(facts);
            }
        }
        for coalition in items(&of["coalitions"]) {
            let mut facts = coalition.clone();
            let [seats, needed] = [&of["coalitions"][0]["seats"], &of["needed"]];
            facts["surplus"] = json!(seats.as_i64().unwrap() - needed.as_i64().unwrap());
            facts["majority"] = of["majority"].clone();
            facts["needed"] = of["needed"].clone();
            facts["kind"] = json!("coalition");
            add(facts);
        }
        for list in items(&of["power"]) {
            let value = |index: &str| list[index]["value"].clone();
            add(json!({
                "majority": of["majority"], "needed": of["needed"], "kind": "list",
                "parties": list["id"], "seats": list["seats"], "banzhaf": value("banzhaf"),
                "penrose": value("penrose"), "shapley_shubik": value("shapley_shubik"),
                "standing": list["standing"],
            }));
        }
    }
    assert_cells(&table(header, rows), &csv("allocate", &["--coalitions"]));
}

/// The cells of a row of a simulation by the header.
fn by_column(header: &[String], facts: &[(String, Value)]) -> Vec<String> {
    for (column, _) in facts {
        assert!(header.contains(column), "no column {column}");
    }
    let of = |column: &String| facts.iter().find(|(known, _)| known == column);
    header
        .iter()
        .map(|column| of(column).map_or_else(String::new, |(_, fact)| plain(fact)))
        .collect()
}

fn fact(column: &str, value: &Value) -> (String, Value) {
    (column.to_owned(), value.clone())
}

fn chance(column: &str, value: &Value) -> [(String, Value); 2] {
    [fact(column, &value["p"]), fact(&format!("{column}_se"), &value["se"])]
}

const FIGURES: [&str; 12] =
    ["mean", "mean_se", "median", "mode", "p025", "p05", "p10", "p25", "p75", "p90", "p95", "p975"];

fn seats(of: &Value) -> Vec<(String, Value)> {
    let figures = FIGURES.iter().map(|column| fact(column, &of[*column]));
    figures.chain([fact("distribution", &of["distribution"])]).collect()
}

fn header_of_simulation() -> Vec<String> {
    let mut header: Vec<&str> = vec!["id", "name", "count_seats"];
    header.extend(FIGURES);
    header.extend([
        "mean_if_admitted",
        "median_if_admitted",
        "no_seats",
        "no_seats_se",
        "passes_threshold",
        "passes_threshold_se",
        "largest",
        "largest_se",
        "representative",
    ]);
    let mut header: Vec<String> = header.into_iter().map(str::to_owned).collect();
    for sense in ["majority", "all_seated", "minimal", "blocks"] {
        for (majority, _) in MAJORITIES {
            header.extend([format!("{sense}_{majority}"), format!("{sense}_{majority}_se")]);
        }
    }
    header.extend(["p", "p_se", "distribution", "kind"].map(str::to_owned));
    header
}

fn rows_of_lists(expected: &Value) -> Vec<Vec<(String, Value)>> {
    let list = |party: &Value| {
        let id = party["id"].as_str().unwrap();
        let mut facts = vec![
            fact("kind", &json!("list")),
            fact("id", &party["id"]),
            fact("name", &party["name"]),
            fact("count_seats", &party["count_seats"]),
            fact("mean_if_admitted", &party["seats_if_admitted"]["mean"]),
            fact("median_if_admitted", &party["seats_if_admitted"]["median"]),
            fact("representative", &expected["first_draws"]["representative"]["seats"][id]),
        ];
        facts.extend(seats(&party["seats"]));
        for column in ["no_seats", "passes_threshold", "largest"] {
            facts.extend(chance(column, &party[column]));
        }
        for (name, _) in MAJORITIES {
            facts.extend(chance(&format!("majority_{name}"), &party["majorities"][name]));
        }
        facts
    };
    items(&expected["parties"]).iter().map(list).collect()
}

fn rows_of_house(expected: &Value) -> Vec<Vec<(String, Value)>> {
    let bees = &expected["coalitions"][0];
    let mut coalition = vec![
        fact("kind", &json!("coalition")),
        fact("id", &json!("b+c+d")),
        fact("name", &json!("Bees")),
        fact("count_seats", &json!(9)),
    ];
    coalition.extend(seats(&bees["seats"]));
    let mut any = vec![fact("kind", &json!("any_list"))];
    for (name, _) in MAJORITIES {
        any.extend(chance(&format!("majority_{name}"), &expected["any_majority"][name]));
        for (sense, key) in [
            ("majority", "majorities"),
            ("all_seated", "all_seated"),
            ("minimal", "minimal"),
            ("blocks", "blocks"),
        ] {
            coalition.extend(chance(&format!("{sense}_{name}"), &bees[key][name]));
        }
    }
    // The number of lists with seats of every draw, from how many draws have how many.
    let counts = items(&expected["lists_with_seats"]).iter().zip(0_u32..);
    let each: Vec<u32> = counts
        .flat_map(|(count, lists)| vec![lists; usize::try_from(count.as_u64().unwrap()).unwrap()])
        .collect();
    let mut lists = seats(&measures::distribution(&each, 9));
    lists.push(fact("kind", &json!("lists_with_seats")));
    let mut rows = vec![coalition, any, lists];
    let share = |hits: &Value| measures::chance(usize::try_from(hits.as_u64().unwrap()).unwrap());
    for outcome in ["allocated", "nobody_admitted", "unfilled", "open_tie"] {
        let mut row = vec![fact("kind", &json!("outcome")), fact("id", &json!(outcome))];
        row.extend(chance("p", &share(&expected["run"]["outcomes"][outcome])));
        rows.push(row);
    }
    let mut tied = vec![fact("kind", &json!("tied_draws"))];
    tied.extend(chance("p", &share(&expected["tied_draws"])));
    rows.push(tied);
    for index in [
        "gallagher",
        "loosemore_hanby",
        "sainte_lague",
        "dhondt",
        "effective_votes",
        "effective_seats",
        "wasted_votes",
    ] {
        let found = &expected["first_draws"]["indices"][index];
        rows.push(vec![
            fact("kind", &json!("index")),
            fact("id", &json!(index)),
            fact("mean", &found["mean"]),
            fact("mean_se", &found["se"]),
        ]);
    }
    for event in items(&expected["asked"]) {
        let mut row = vec![fact("kind", &json!("event")), fact("id", &event["event"])];
        row.extend(chance("p", event));
        rows.push(row);
    }
    rows
}

fn rows_of_sets(expected: &Value) -> Vec<Vec<(String, Value)>> {
    let mut rows = Vec::new();
    for of in items(&expected["winning_sets"]) {
        let majority = of["majority"].as_str().unwrap();
        for set in items(&of["minimal"]) {
            let id = json!(plain(&set["parties"]).replace(' ', "+"));
            let mut row = vec![fact("kind", &json!("set")), fact("id", &id)];
            row.extend(chance(&format!("minimal_{majority}"), &set["minimal"]));
            row.extend(chance(&format!("majority_{majority}"), &set["majority"]));
            rows.push(row);
        }
        for list in items(&of["power"]) {
            for index in ["banzhaf", "shapley_shubik"] {
                rows.push(vec![
                    fact("kind", &json!(format!("{index}_{majority}"))),
                    fact("id", &list["id"]),
                    fact("mean", &list[index]["mean"]),
                    fact("mean_se", &list[index]["se"]),
                ]);
            }
        }
    }
    rows
}

#[test]
fn every_column_of_a_simulation() {
    let (expected, header) = (simulate::expected(), header_of_simulation());
    let facts = [rows_of_lists(&expected), rows_of_house(&expected), rows_of_sets(&expected)];
    let rows = facts.concat().into_iter().map(|facts| by_column(&header, &facts));
    let expected: Rows = [header.clone()].into_iter().chain(rows).collect();
    assert_cells(&expected, &csv("simulate", &simulate::OPTIONS));
}

#[test]
fn every_column_of_a_comparison_and_a_sweep() {
    let expected = comparisons::expected_comparison();
    let indices = [
        "gallagher",
        "loosemore_hanby",
        "rose",
        "rae",
        "sainte_lague",
        "dhondt",
        "lijphart",
        "grofman",
        "monroe",
        "lebeda",
        "gini",
        "cox_shugart",
        "atkinson",
        "effective_votes",
        "effective_seats",
        "golosov_votes",
        "golosov_seats",
        "wasted_votes",
    ];
    let mut header: Vec<&str> =
        vec!["law", "method", "threshold", "id", "name", "seats", "difference", "refused"];
    header.extend(indices);
    header.extend([
        "last_seat",
        "first_missed",
        "switch_votes",
        "switch_from",
        "switch_to",
        "mean",
        "mean_se",
        "mean_difference",
        "mean_difference_se",
        "seats_differ",
        "seats_differ_se",
        "majority_differs",
        "majority_differs_se",
    ]);
    let header: Vec<String> = header.into_iter().map(str::to_owned).collect();
    let mut rows = vec![header.clone()];
    for row in items(&expected["methods"]) {
        for party in items(&row["parties"]) {
            let of_row = ["law", "method", "threshold", "refused", "last_seat", "first_missed"];
            let mut facts: Vec<_> = of_row.iter().map(|key| fact(key, &row[*key])).collect();
            let of_party = ["id", "name", "seats", "difference"];
            facts.extend(of_party.iter().map(|key| fact(key, &party[*key])));
            facts.extend(indices.iter().map(|key| fact(key, &row["indices"][*key])));
            facts.extend(
                ["votes", "from", "to"]
                    .map(|key| fact(&format!("switch_{key}"), &row["smallest_switch"][key])),
            );
            for (column, key) in [("mean", "mean_seats"), ("mean_difference", "mean_difference")] {
                facts.push(fact(column, &party[key]["mean"]));
                facts.push(fact(&format!("{column}_se"), &party[key]["se"]));
            }
            for column in ["seats_differ", "majority_differs"] {
                facts.extend(chance(column, &row["drawn"][column]));
            }
            rows.push(by_column(&header, &facts));
        }
    }
    assert_cells(&rows, &csv("compare", &comparisons::COMPARE));
    sweep();
}

fn sweep() {
    let expected = comparisons::expected_sweep();
    let header = [
        "vary",
        "value",
        "value_number",
        "own",
        "id",
        "name",
        "seats",
        "difference",
        "admitted",
        "house_size",
        "majority_holder",
        "gallagher",
        "wasted_votes",
        "refused",
        "mean",
        "mean_se",
        "takes_part",
        "takes_part_se",
        "majority",
        "majority_se",
        "majority_simple",
        "majority_simple_se",
        "majority_two-thirds",
        "majority_two-thirds_se",
        "drawing_refused",
    ];
    let header: Vec<String> = header.map(str::to_owned).to_vec();
    let mut rows = vec![header.clone()];
    for point in items(&expected["points"]) {
        for party in items(&point["parties"]) {
            let of_point = [
                "value",
                "value_number",
                "own",
                "house_size",
                "gallagher",
                "wasted_votes",
                "refused",
            ];
            let mut facts: Vec<_> = of_point.iter().map(|key| fact(key, &point[*key])).collect();
            facts.push(fact("vary", &json!("threshold")));
            facts.push(fact("majority_holder", &point["majority"]));
            let of_party = ["id", "name", "seats", "difference", "admitted"];
            facts.extend(of_party.iter().map(|key| fact(key, &party[*key])));
            let drawn = &party["drawn"];
            facts.push(fact("mean", &drawn["mean_seats"]["mean"]));
            facts.push(fact("mean_se", &drawn["mean_seats"]["se"]));
            facts.extend(chance("takes_part", &drawn["takes_part"]));
            facts.extend(chance("majority", &drawn["majority"]));
            for (name, _) in MAJORITIES {
                facts.extend(chance(&format!("majority_{name}"), &drawn["majorities"][name]));
            }
            rows.push(by_column(&header, &facts));
        }
    }
    assert_cells(&rows, &csv("sweep", &comparisons::SWEEP));
}

#[test]
fn every_column_of_votes_away() {
    let expected = allocate::expected(&document("allocate", &allocate::OPTIONS));
    let of = &expected["margins"];
    let row = |change: &str, from: &Value, to: &Value, away: &Value, obstacle: &Value| {
        let (votes, smallest) = (plain(&away["votes"]), plain(&away["smallest"]));
        [change.to_owned(), plain(from), plain(to), votes, smallest, plain(obstacle)]
    };
    let (none, others) = (&Value::Null, &json!("others"));
    let mut rows = Vec::new();
    for party in items(&of["parties"]) {
        let id = &party["id"];
        rows.push(row("gain", none, id, &party["gain"], &party["gain_obstacle"]));
        rows.push(row("lose", id, none, &party["lose"], &party["lose_obstacle"]));
        // The closed forms give the smallest numbers.
        let exact = |key: &str| json!({ "votes": party["threshold"][key], "smallest": true });
        let (new, switched) = (exact("new"), exact("switched"));
        if party["threshold"]["side"] == "above" {
            rows.push(row("threshold-slack", id, none, &new, none));
            rows.push(row("threshold-slack-switched", id, others, &switched, none));
        } else {
            rows.push(row("pass-threshold", none, id, &new, none));
            rows.push(row("pass-threshold-switched", others, id, &switched, none));
        }
    }
    for switch in items(&of["switches"]) {
        for (change, key) in [("gain-switched", "gain"), ("lose-switched", "lose")] {
            let away = &switch[key];
            let obstacle = json!(away.is_null().then_some("not-found"));
            rows.push(row(change, &switch["from"], &switch["to"], away, &obstacle));
        }
    }
    for (change, away) in [("any-seat", &of["any_seat"]), ("majority", &of["majority"]["change"])] {
        rows.push(row(change, &away["from"], &away["to"], away, none));
    }
    let header = ["change", "from", "to", "votes", "smallest", "obstacle"];
    assert_cells(&table(header, rows), &csv("allocate", &["--margins"]));
}
