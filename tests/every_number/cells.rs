//! Table cells: the facts of the documents, written by other code than the program's.

use serde_json::{Value, json};

use super::election::{IDS, LISTS, MAJORITIES, name};
use super::{comparisons, output, simulate};

pub(crate) type Rows = Vec<Vec<String>>;

/// A table with this header.
pub(crate) fn table<const N: usize>(
    header: [&str; N],
    rows: impl IntoIterator<Item = [String; N]>,
) -> Rows {
    let header = header.map(str::to_owned).to_vec();
    [header].into_iter().chain(rows.into_iter().map(|row| row.to_vec())).collect()
}

/// The tables of the report in Markdown, which has the cells of the terminal.
pub(crate) fn tables(command: &str, options: &[&str]) -> Vec<Rows> {
    let text = output(command, &[options, &["--format", "markdown"]].concat());
    let mut tables: Vec<Rows> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        let Some(cells) = line.strip_prefix('|').and_then(|line| line.strip_suffix('|')) else {
            inside = false;
            continue;
        };
        let cells = cells.replace('\\', "");
        let row: Vec<String> = cells.split('|').map(|cell| cell.trim().to_owned()).collect();
        if !inside {
            tables.push(Vec::new());
        }
        inside = true;
        if !row.iter().all(|cell| cell.contains("---")) {
            tables.last_mut().unwrap().push(row);
        }
    }
    tables
}

/// A value as CSV writes it.
pub(crate) fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(" "),
        Value::Number(number) if number.is_f64() => number.as_f64().unwrap().to_string(),
        other => other.to_string(),
    }
}

fn figure(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

/// So many decimals, two to six, that a digit of the error shows.
fn with_error(value: f64, error: f64, unit: &str) -> String {
    let mut digits = 2;
    while digits < 6 && error > 0.0 && error < 0.5 * 10_f64.powi(-digits) {
        digits += 1;
    }
    let digits = usize::try_from(digits).unwrap();
    format!("{value:.digits$}{unit} ±{error:.digits$}")
}

/// A probability of 300 draws; 3/300 bounds what none or all of them showed.
fn probability(value: &Value) -> String {
    let (p, se) = (figure(&value["p"]), figure(&value["se"]));
    if p <= 0.0 {
        "< 1.00 %".to_owned()
    } else if p >= 1.0 {
        "> 99.00 %".to_owned()
    } else {
        with_error(100.0 * p, 100.0 * se, " %")
    }
}

fn mean(value: &Value) -> String {
    with_error(figure(&value["mean"]), figure(&value["se"]), "")
}

pub(crate) fn percent(value: &Value) -> String {
    format!("{:.2} %", 100.0 * figure(value))
}

/// A whole number as people write a difference.
fn signed(number: i64) -> String {
    if number > 0 { format!("+{number}") } else { number.to_string() }
}

/// Ids as names, joined.
pub(crate) fn names(ids: &Value, separator: &str) -> String {
    let party = |id: &Value| name(IDS.iter().position(|known| id == known).unwrap());
    ids.as_array().unwrap().iter().map(party).collect::<Vec<_>>().join(separator)
}

pub(crate) fn items(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

/// Mean, median and the two intervals.
fn figures(seats: &Value) -> [String; 4] {
    let interval = |low: &str, high: &str| format!("{}–{}", seats[low], seats[high]);
    [
        with_error(figure(&seats["mean"]), figure(&seats["mean_se"]), ""),
        seats["median"].to_string(),
        interval("p25", "p75"),
        interval("p05", "p95"),
    ]
}

fn tables_of_simulation(expected: &Value) -> Vec<Rows> {
    let draw = format!("Draw {}", expected["first_draws"]["representative"]["draw"]);
    let majorities = ["P(simple, 9)", "P(two-thirds, 12)"];
    let lists = items(&expected["parties"]);
    let of_seats = lists.iter().map(|party| {
        let [mean, median, half, most] = figures(&party["seats"]);
        let admitted = &party["seats_if_admitted"];
        let if_admitted = if admitted.is_null() {
            String::new()
        } else {
            format!("{} ({}–{})", admitted["median"], admitted["p05"], admitted["p95"])
        };
        let id = party["id"].as_str().unwrap();
        let drawn = &expected["first_draws"]["representative"]["seats"][id];
        let (name, count) = (plain(&party["name"]), party["count_seats"].to_string());
        [name, count, mean, median, half, most, if_admitted, drawn.to_string()]
    });
    let header =
        ["Party", "As counted", "Mean", "Median", "50 %", "90 %", "If it takes part", &draw];
    let seats = table(header, of_seats);
    let of_lists = lists.iter().map(|party| {
        let [none, passes, largest] =
            ["no_seats", "passes_threshold", "largest"].map(|key| probability(&party[key]));
        let [simple, most] = MAJORITIES.map(|(name, _)| probability(&party["majorities"][name]));
        [plain(&party["name"]), none, passes, largest, simple, most]
    });
    let [simple, most] = MAJORITIES.map(|(name, _)| probability(&expected["any_majority"][name]));
    let empty = String::new;
    let any = ["Some list alone".to_owned(), empty(), empty(), empty(), simple, most];
    let header = ["Party", "P(no seats)", "P(passes)", "P(largest)", majorities[0], majorities[1]];
    let chances = table(header, of_lists.chain([any]));
    let events = items(&expected["asked"]).iter();
    let events = events.map(|event| [plain(&event["event"]), probability(event)]);
    let asked = table(["Event", "Probability"], events);
    let bees = &expected["coalitions"][0];
    let [mean, median, half, ninety] = figures(&bees["seats"]);
    let [simple, most] = MAJORITIES.map(|(name, _)| probability(&bees["majorities"][name]));
    let header = ["Coalition", "Mean", "Median", "50 %", "90 %", majorities[0], majorities[1]];
    let row = ["Bees".to_owned(), mean, median, half, ninety, simple, most];
    let coalition = table(header, [row]);
    let senses = MAJORITIES.map(|(name, needed)| {
        let [seated, minimal, blocks] =
            ["all_seated", "minimal", "blocks"].map(|key| probability(&bees[key][name]));
        ["Bees".to_owned(), format!("{name}, {needed}"), seated, minimal, blocks]
    });
    let header = ["Coalition", "Majority", "P(all seated)", "P(all needed)", "P(blocks)"];
    let mut tables = vec![seats, chances, asked, coalition, table(header, senses)];
    for of in items(&expected["winning_sets"]) {
        let goal = format!("{} {}", plain(&of["majority"]), of["needed"]);
        let minimal = items(&of["minimal"]).iter().take(10).map(|set| {
            [
                names(&set["parties"], " + "),
                probability(&set["minimal"]),
                probability(&set["majority"]),
            ]
        });
        let heading = format!("Minimal winning, {goal}");
        tables.push(table([&heading, "P(all needed)", "P(majority)"], minimal));
        let power = items(&of["power"]).iter().zip(0..LISTS).map(|(list, party)| {
            let [banzhaf, shapley] = ["banzhaf", "shapley_shubik"].map(|index| {
                let (mean, error) = (figure(&list[index]["mean"]), figure(&list[index]["se"]));
                with_error(100.0 * mean, 100.0 * error, " %")
            });
            [name(party).to_owned(), banzhaf, shapley]
        });
        let heading = format!("Power, {goal}");
        tables.push(table([&heading, "Banzhaf", "Shapley–Shubik"], power));
    }
    tables
}

#[test]
fn every_cell_of_a_simulation() {
    let expected = tables_of_simulation(&simulate::expected());
    assert_eq!(expected, tables("simulate", &simulate::OPTIONS));
}

/// Seats with the difference from the scenario's own in brackets.
fn beside(seats: &Value, difference: &Value) -> String {
    match difference.as_i64().unwrap() {
        0 => seats.to_string(),
        difference => format!("{seats} ({})", signed(difference)),
    }
}

/// A difference with its sign.
fn mean_difference(value: &Value) -> String {
    let text = mean(value);
    if figure(&value["mean"]) > 0.0 { format!("+{text}") } else { text }
}

/// The lists with a column: those that win a seat in some row. h never does.
const SHOWN: [&str; 7] = ["Aye", "b", "c", "d", "e", "f", "g"];

fn row(first: String, cells: impl Iterator<Item = String>, last: &[String]) -> Vec<String> {
    [first].into_iter().chain(cells).chain(last.iter().cloned()).collect()
}

fn heading(first: &str, last: &[&str]) -> Vec<String> {
    [&[first], &SHOWN[..], last].concat().into_iter().map(str::to_owned).collect()
}

#[test]
fn every_cell_of_a_comparison() {
    let expected = comparisons::expected_comparison();
    let methods = items(&expected["methods"]);
    let parties = |of: &Value| items(&of["parties"])[..7].to_vec();
    let cells = |of: &Value, cell: &dyn Fn(&Value) -> String| -> Vec<String> {
        parties(of).iter().map(cell).collect()
    };
    let (mut seats, mut means) =
        (vec![heading("Rules", &["Seats moved"])], vec![heading("Rules", &[])]);
    let mut measures = table(
        [
            "Rules",
            "Gallagher",
            "Loosemore–Hanby",
            "Effective lists",
            "Wasted votes",
            "Can win from",
            "Can miss up to",
        ],
        [],
    );
    let mut ends = table(["Rules", "Last seat", "First missed", "Smallest switch"], []);
    let mut pairs = vec![heading("Rules", &["P(a seat differs)", "P(majority differs)"])];
    for of in methods {
        let method = plain(&of["method"]);
        let counted = cells(of, &|party| beside(&party["seats"], &party["difference"]));
        seats.push(row(method.clone(), counted.into_iter(), &[of["seats_moved"].to_string()]));
        let index = |name: &str| &of["indices"][name];
        measures.push(vec![
            method.clone(),
            percent(index("gallagher")),
            percent(index("loosemore_hanby")),
            format!("{:.2}", figure(index("effective_seats"))),
            percent(index("wasted_votes")),
            String::new(),
            String::new(),
        ]);
        let switch = &of["smallest_switch"];
        let named = |id: &Value| names(&json!([id]), "");
        let fewest =
            format!("{}, {} to {}", switch["votes"], named(&switch["from"]), named(&switch["to"]));
        ends.push(vec![
            method.clone(),
            named(&of["last_seat"]),
            named(&of["first_missed"]),
            fewest,
        ]);
        let drawn = cells(of, &|party| mean(&party["mean_seats"]));
        means.push(row(method.clone(), drawn.into_iter(), &[]));
        if method != "dhondt" {
            let differences = cells(of, &|party| mean_difference(&party["mean_difference"]));
            let last =
                ["seats_differ", "majority_differs"].map(|key| probability(&of["drawn"][key]));
            pairs.push(row(method, differences.into_iter(), &last));
        }
    }
    assert_eq!(vec![seats, measures, ends, means, pairs], tables("compare", &comparisons::COMPARE));
}

#[test]
fn every_cell_of_a_sweep() {
    let expected = comparisons::expected_sweep();
    let last = ["Gallagher", "Wasted votes", "Majority"];
    let mut seats = vec![heading("Threshold", &last)];
    let (mut means, mut parts) = (vec![heading("Threshold", &[])], vec![heading("Threshold", &[])]);
    for point in items(&expected["points"]) {
        let star = if point["own"] == true { "* " } else { "" };
        // A share in words stands apart from its sign.
        let value = format!("{star}{}", plain(&point["value"]).replace('%', " %"));
        let lists = &items(&point["parties"])[..7];
        let counted = lists.iter().map(|party| beside(&party["seats"], &party["difference"]));
        // Nobody has nine seats; the largest stand in brackets.
        let most = format!("– ({})", names(&point["largest"], ", "));
        let last = [percent(&point["gallagher"]), percent(&point["wasted_votes"]), most];
        seats.push(row(value.clone(), counted, &last));
        let drawn = lists.iter().map(|party| mean(&party["drawn"]["mean_seats"]));
        means.push(row(value.clone(), drawn, &[]));
        let chances = lists.iter().map(|party| probability(&party["drawn"]["takes_part"]));
        parts.push(row(value, chances, &[]));
    }
    // 2/35 = 5.714285714…
    let breakpoints = table(
        ["Threshold", "Exact share", "Share of", "Seats below and above", "Majority"],
        [["5.714285… %", "2/35", "d, g", "b 5 → 6, d 1 → 0, f 0 → 1, g 1 → 0", "–"]
            .map(str::to_owned)],
    );
    assert_eq!(vec![seats, breakpoints, means, parts], tables("sweep", &comparisons::SWEEP));
}
