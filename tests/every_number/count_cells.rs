//! The table cells of a count with all that it tells when asked.

use serde_json::{Value, json};

use super::cells::{Rows, items, names, percent, plain, table, tables};
use super::election::HOUSE;
use super::{allocate, document};

#[test]
fn every_cell_of_a_count() {
    let found = tables("allocate", &allocate::OPTIONS);
    let expected = allocate::expected(&document("allocate", &allocate::OPTIONS));
    assert_eq!(found[0], votes(&expected["parties"]));
    let sums = [
        ["", ""],
        ["Votes for lists", "940"],
        ["Valid votes, with against all", "1,000"],
        ["Votes of admitted lists", "890"],
    ];
    assert_eq!(found[1], sums.map(|row| row.map(str::to_owned).to_vec()));
    assert_eq!(found[2], claims(&expected["account"], "x (c, d)"));
    assert_eq!(found[3], claims(&expected["alliances"][0]["account"], "c"));
    // 500/160 and 300/160.
    let by_hand = [
        ["Party", "Votes", "Votes / 160", "Seats"],
        ["c", "500", "3.125", "3"],
        ["d", "300", "1.875", "1"],
    ];
    assert_eq!(found[4], by_hand.map(|row| row.map(str::to_owned).to_vec()));
    let mut at = 5;
    for of in items(&expected["coalition_analysis"]["majorities"]) {
        for table in coalitions(of) {
            assert_eq!(found[at], table);
            at += 1;
        }
    }
    assert_eq!(found[at], margins(&expected["margins"]));
    assert_eq!(found.len(), at + 1);
}

/// The first table: every list, then against all, invalid ballots and the total.
fn votes(parties: &Value) -> Rows {
    // Shares of 1,050 ballots, rounded half up; ideal shares of 17 seats by 890 votes.
    let share = |votes: u64| {
        let hundredths = (2 * votes * 10_000 + 1_050) / (2 * 1_050);
        format!("{}.{:02} %", hundredths / 100, hundredths % 100)
    };
    let mut rows = table(
        [
            "Party",
            "Votes",
            "Share of votes cast",
            "Admitted",
            "Ideal share",
            "Seats",
            "women",
            "young",
            "30% to groups",
        ],
        items(parties).iter().enumerate().map(|(at, party)| {
            let own = party["votes"].as_u64().unwrap();
            let star = if party["assumed"] == true { "*" } else { "" };
            let admitted = match party["admission"].as_str().unwrap() {
                "passed" => "yes",
                "exempt" => "yes, exempt",
                "below" => "no, not above 5 %",
                _ => "no, not a list",
            };
            let ideal = (!party["ideal_share"].is_null()).then(|| {
                let hundredths = (2 * own * u64::from(HOUSE) * 100 + 890) / (2 * 890);
                format!("{}.{:02}", hundredths / 100, hundredths % 100)
            });
            let [women, young, places] = if at == 0 { ["2", "3", "2 of 4"] } else { [""; 3] };
            [
                plain(&party["name"]),
                format!("{own}{star}"),
                share(own),
                admitted.to_owned(),
                ideal.unwrap_or_default(),
                party["seats"].to_string(),
                women.to_owned(),
                young.to_owned(),
                places.to_owned(),
            ]
        }),
    );
    for (name, own, share, seats) in [
        ("Against all", "60", share(60), ""),
        ("Invalid", "50", share(50), ""),
        ("Total", "1,050", String::new(), "17"),
    ] {
        let mut row = vec![String::new(); 9];
        (row[0], row[1], row[2], row[5]) =
            (name.to_owned(), own.to_owned(), share, seats.to_owned());
        rows.push(row);
    }
    rows
}

fn coalitions(of: &Value) -> [Rows; 4] {
    let sets = |key: &str| {
        let sets = items(&of[key]["sets"]).iter();
        let rows = sets.map(|set| {
            [names(&set["parties"], ", "), set["seats"].to_string(), set["surplus"].to_string()]
        });
        table(["Lists", "Seats", "Surplus"], rows)
    };
    let bees = &of["coalitions"][0];
    let says = if bees["minimal"] == true {
        "yes, every member needed".to_owned()
    } else {
        let short = of["needed"].as_i64().unwrap() - bees["seats"].as_i64().unwrap();
        format!("no, {short} short")
    };
    let watched = table(
        ["Coalition", "Seats", "Majority", "Critical members"],
        [["Bees".to_owned(), bees["seats"].to_string(), says, names(&bees["critical"], ", ")]],
    );
    let seated = items(&of["power"]).iter().filter(|list| list["seats"] != 0);
    let power = seated.map(|list| {
        let [banzhaf, penrose, shapley] =
            ["banzhaf", "penrose", "shapley_shubik"].map(|index| percent(&list[index]["value"]));
        let standing = if list["standing"] == "veto" { "can block" } else { "" };
        let name = names(&json!([list["id"]]), "");
        [name, list["seats"].to_string(), banzhaf, penrose, shapley, standing.to_owned()]
    });
    let header = ["Party", "Seats", "Banzhaf", "Penrose", "Shapley–Shubik", "By itself"];
    [sets("minimal_winning"), sets("minimal_blocking"), watched, table(header, power)]
}

/// The claims of an account; the alliance stands where its first list does.
fn claims(account: &Value, c: &str) -> Rows {
    let claim = |number: String, claim: &Value| {
        let party = names(&json!([claim["party"]]), "");
        let seat = match claim["seat"].as_u64().unwrap() {
            1 => "1st".to_owned(),
            2 => "2nd".to_owned(),
            3 => "3rd".to_owned(),
            seat => format!("{seat}th"),
        };
        let quotient = &claim["quotient"];
        let (over, under) =
            (quotient["numerator"].as_u64().unwrap(), quotient["denominator"].as_u64().unwrap());
        let whole = over / under;
        let grouped = if whole < 1_000 {
            whole.to_string()
        } else {
            format!("{},{:03}", whole / 1_000, whole % 1_000)
        };
        let (exact, decimal) = if under == 1 {
            (over.to_string(), grouped)
        } else {
            (format!("{over}/{under}"), format!("{grouped}.{:03}…", over % under * 1_000 / under))
        };
        [number, if party == "c" { c.to_owned() } else { party }, seat, exact, decimal]
    };
    let won = items(&account["divisor"]["seats"]).iter().zip(1..);
    // Who wins one of equal claims has it by the order of the file, and the line says so.
    let tied = |seat: &Value| {
        let lists = account.get("tied_seats").map_or(&[][..], items);
        let last = |of: &Value| {
            let later = |other: &&Value| {
                other["party"] == of["party"] && other["seat"].as_u64() > of["seat"].as_u64()
            };
            items(&account["divisor"]["seats"]).iter().find(later).is_none()
        };
        last(seat) && lists.iter().any(|tied| tied["party"] == seat["party"])
    };
    let won = won.map(|(seat, number)| {
        let mut cells = claim(number.to_string(), seat);
        if tied(seat) {
            cells[1] += " (tie: the order of the file)";
        }
        cells
    });
    let missed = items(&account["divisor"]["missed"]).iter();
    let missed = missed.map(|seat| claim("missed".to_owned(), seat));
    table(["No.", "Party", "Its seat", "Quotient", "Decimal"], won.chain(missed))
}

/// Votes away, `~` where they are not said to be the smallest; of switches the cheapest, the first of equals.
fn margins(of: &Value) -> Rows {
    let number = |away: &Value| {
        let mark = if away["smallest"] == true { "" } else { "~" };
        format!("{mark}{}", away["votes"])
    };
    let cheapest = |key: &str, own: &str, other: &str, word: &str, id: &Value| {
        let own = items(&of["switches"]).iter().filter(|switch| switch[own] == *id);
        let able = own.filter(|switch| !switch[key].is_null());
        let best = able.min_by_key(|switch| switch[key]["votes"].as_u64());
        best.map_or_else(
            || "none".to_owned(),
            |switch| {
                format!("{} {word} {}", number(&switch[key]), names(&json!([switch[other]]), ""))
            },
        )
    };
    let rows = items(&of["parties"]).iter().map(|party| {
        let id = &party["id"];
        let own = |key: &str| match party[format!("{key}_obstacle")].as_str() {
            Some(obstacle) => format!("none, {}", obstacle.replace('-', " ")),
            None => number(&party[key]),
        };
        let threshold = &party["threshold"];
        let (new, switched) = (&threshold["new"], &threshold["switched"]);
        let limit = if threshold["side"] == "above" {
            format!("{new} to spare, {switched} switched")
        } else {
            format!("+{new} or {switched} switched")
        };
        [
            names(&json!([id]), ""),
            own("gain"),
            own("lose"),
            cheapest("gain", "to", "from", "from", id),
            cheapest("lose", "from", "to", "to", id),
            limit,
        ]
    });
    let header = [
        "Party",
        "Next seat",
        "Loses one",
        "Next seat, switched",
        "Loses one, switched",
        "Threshold",
    ];
    table(header, rows)
}
