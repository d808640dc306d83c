//! The polls of 2023 and the real result beside them.

use std::process::Command;

use kurultai::scenario::Scenario;

#[test]
fn the_polls_of_2023_are_pooled_as_by_hand() {
    let scenario = Scenario::load("kurultai-2023-polls", None).unwrap();
    let polls = scenario.polls.as_ref().unwrap();
    // Public Opinion: 1,200 persons, 77.2 % decided; Institute of Democracy: 8,000 persons, 84.0 % decided.
    // Decided persons in percent: 1200·77.2 = 92,640 and 8000·84.0 = 672,000, together 764,640.
    // amanat  (1200·48.6 + 8000·58.4)/764,640 = 525,520/764,640 = 0.687278, and so on;
    // against all is given by the first alone: 1200·2.6/92,640 = 0.033679.
    // All add up to 1.0295984; divided by that they are the shares below.
    let expected: Vec<(&str, u128)> = (polls.options.iter())
        .map(|option| (option.name.as_str(), option.expected.trillionths()))
        .collect();
    assert_eq!(
        expected,
        [
            ("amanat", 667_520_141_695),
            ("auyl", 61_274_873_716),
            ("respublica", 48_166_318_643),
            ("aq_jol", 63_103_974_424),
            ("qhp", 60_157_089_951),
            ("osdp", 44_508_117_226),
            ("baytaq", 22_558_908_731),
            ("against_all", 32_710_575_614),
        ]
    );
    assert_eq!(
        scenario.ballots.parties,
        [4_249_728, 390_103, 306_648, 401_748, 382_986, 283_358, 143_620]
    );
    assert_eq!(scenario.ballots.against_all, 208_250);
    // Undecided: (1200·22.8 + 8000·16.0)/(9200·100).
    assert_eq!(polls.undecided.trillionths(), 168_869_565_217);
    // K = 9200²/(1200² + 8000²) = 1.293399; 9200/(1 + 0.293399·0.5) = 8023.03.
    assert!((polls.pollsters - 1.293_398_533).abs() < 1e-9);
    assert_eq!(polls.sample_size, 8023.0);
    assert_eq!(
        scenario.result.unwrap().title.in_language("en"),
        "Mazhilis, 19 March 2023: the 69 list seats"
    );
}

fn json(arguments: &[&str]) -> serde_json::Value {
    let output = Command::new(env!("CARGO_BIN_EXE_kurultai")).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn documents_have_the_polls_and_the_comparison() {
    let run = ["kurultai-2023-polls", "--format", "json"];
    let forecast = json(&[&["simulate", "--draws", "4096"][..], &run].concat());
    let polls = &forecast["polls"];
    assert_eq!(polls["sample_size"], 8023.0);
    assert_eq!(polls["polls"][1]["poll_id"], "democracy-feb");
    assert_eq!(polls["polls"][1]["used"], true);
    assert!(polls["polls"][1]["start"].is_null());
    assert_eq!(polls["undecided"]["rule"], "proportional");
    assert_eq!(json(&[&["allocate"][..], &run].concat())["polls"], *polls);
    let comparison = &forecast["comparison"];
    assert_eq!((&comparison["rerun"], &comparison["seats"]), (&true.into(), &145.into()));
    let parties = comparison["parties"].as_array().unwrap();
    let seats: Vec<u64> =
        parties.iter().map(|party| party["real_seats"].as_u64().unwrap()).collect();
    // The seats of the scenario kurultai-2023.
    assert_eq!(seats, [83, 17, 13, 13, 11, 8, 0]);
    let mut inside = 0;
    for (party, run) in parties.iter().zip(forecast["parties"].as_array().unwrap()) {
        let number = |key: &str| party[key].as_f64().unwrap();
        assert_eq!((&party["id"], &party["p05"]), (&run["id"], &run["seats"]["p05"]));
        assert_eq!(
            (&party["mean_seats"], &party["p95"]),
            (&run["seats"]["mean"], &run["seats"]["p95"])
        );
        assert!(
            (number("seats_off") - (number("mean_seats") - number("real_seats"))).abs() < 1e-12
        );
        let within = (number("p05")..=number("p95")).contains(&number("real_seats"));
        assert_eq!(party["inside"], within);
        inside += u64::from(within);
    }
    assert_eq!(comparison["inside"], inside);
    // 66.752 % of the pooled polls, 53.900 % of the votes.
    assert!((parties[0]["points_off"].as_f64().unwrap() - 12.852).abs() < 1e-3);
    // Another house re-runs the result too; a scenario without polls has neither.
    let other = json(&[&["simulate", "--draws", "4096", "--seats", "69"][..], &run].concat());
    assert_eq!(other["comparison"]["parties"][0]["real_seats"], 40);
    // 60 % is passed by Amanat in the polls, and by nobody in the votes.
    let high = [&["simulate", "--draws", "4096", "--threshold", "60%"][..], &run].concat();
    assert_eq!(json(&high)["comparison"]["parties"][0]["real_seats"], 0);
    let plain = json(&["simulate", "--draws", "4096", "--format", "json"]);
    assert!(plain["polls"].is_null() && plain["comparison"].is_null());
}
