//! Presets and the bodies they are for: house sizes where an input has none, and what a law leaves out.
#![expect(clippy::unwrap_used, reason = "a surprise should stop a test where it happens")]

use kurultai::analysis::{Alternatives, MethodComparison, Outcome};
use kurultai::law::{PRESETS, Preset};
use kurultai::report::messages::{EN, KK, RU};
use kurultai::report::notices;
use kurultai::scenario::{Notice, Overrides, Scenario};

const CSV: &[u8] = b"party,votes\na,600000\nb,400000\n";

fn under(scenario: Scenario, law: &str, seats: Option<u32>) -> Result<Scenario, String> {
    let law = Some(Preset::named(law).unwrap());
    let overrides = Overrides { law, seats, ..Overrides::default() };
    scenario.with_overrides(&overrides).map_err(|error| error.to_string())
}

/// The sizes that the bodies have by their law.
const SIZES: [(&str, Option<u32>); 24] = [
    ("kurultai-2026", Some(145)),
    ("mazhilis-2023", Some(69)),
    ("mazhilis-2009", Some(98)),
    ("mazhilis-2007", Some(98)),
    ("maslikhat-2023", None),
    ("maslikhat-2021", None),
    ("austria", Some(183)),
    ("czechia-ep", Some(21)),
    ("denmark", Some(175)),
    ("germany", Some(630)),
    ("germany-2021", Some(736)),
    ("montenegro", Some(81)),
    ("netherlands", Some(150)),
    ("netherlands-municipal", None),
    ("norway", None),
    ("poland-district", None),
    ("serbia", Some(250)),
    ("slovakia", Some(150)),
    ("sweden", Some(349)),
    ("georgia", Some(150)),
    ("israel", Some(120)),
    ("new-zealand", Some(120)),
    ("timor-leste", Some(65)),
    ("united-states", Some(435)),
];

#[test]
fn a_table_under_a_law_has_the_house_of_its_body() {
    assert_eq!(PRESETS.len(), SIZES.len());
    for (law, size) in SIZES {
        let table = || Scenario::from_csv("t.csv", CSV).unwrap();
        match (under(table(), law, None), size) {
            (Ok(scenario), Some(size)) => {
                assert_eq!(scenario.house.seats(), size, "{law}");
                let preset = Preset::named(law).unwrap();
                assert!(scenario.notices.contains(&Notice::HouseAssumed(preset)), "{law}");
                let told = notices(&EN, &scenario, false);
                let line =
                    format!("the input gives no house size: assumed {size} seats, that of {law}");
                assert!(told.contains(&line), "{told:?}");
            }
            (Err(message), None) => {
                assert_eq!(
                    message,
                    format!(
                        "the law `{law}` is for bodies of many sizes, so the house size must be given: `seats` under `[house]`, or `--seats`"
                    )
                );
            }
            (found, _) => panic!("{law}: {found:?}"),
        }
        // Another size is never refused, and then none was assumed.
        let given = under(table(), law, Some(17)).unwrap();
        assert_eq!(given.house.seats(), 17, "{law}");
        assert!(!given.notices.iter().any(|notice| matches!(notice, Notice::HouseAssumed(_))));
    }
}

#[test]
fn a_file_without_a_size_has_that_of_its_preset_and_keeps_one_it_gives() {
    let file = |house: &str, law: &str| {
        let text = format!(
            "schema = 1\ntitle = \"t\"\n{house}\n{law}\n[[party]]\nid = \"a\"\nvotes = 3\n[[party]]\nid = \"b\"\nvotes = 2\n"
        );
        Scenario::from_toml("s.toml", &text, None)
    };
    let german = "[law]\npreset = \"germany\"";
    assert_eq!(file("", german).unwrap().house.seats(), 630);
    let majorities = "[house]\nmajorities = { simple = \">1/2\" }";
    assert_eq!(file(majorities, german).unwrap().house.majorities(), [("simple", 316)]);
    assert_eq!(file("", "").unwrap().house.seats(), 145);
    let given = file("[house]\nseats = 9", german).unwrap();
    assert_eq!(under(given, "israel", None).unwrap().house.seats(), 9, "its own size stays");
    assert_eq!(under(file("", german).unwrap(), "israel", None).unwrap().house.seats(), 120);
    let own = "[law]\nmethod = \"hare\"\nthreshold = \"5%\"";
    for (house, law) in [("", own), ("[house]\nmajorities = { simple = \">1/2\" }", own)] {
        assert!(
            file(house, law).unwrap_err().to_string().contains("`seats = 145` under `[house]`")
        );
    }
    let refused = file("", "[law]\npreset = \"maslikhat-2023\"").unwrap_err().to_string();
    assert!(refused.contains("the house size must be given"), "{refused}");
}

#[test]
fn what_a_law_leaves_out_is_said_in_every_language_as_a_notice() {
    let scenario = Scenario::from_csv("t.csv", CSV).unwrap();
    let scenario = under(scenario, "norway", Some(9)).unwrap();
    for (words, left_out) in [
        (&EN, "the law norway leaves out: the levelling seats, one in each county"),
        (&KK, "norway заңынан мұнда мыналар ескерілмеген: теңестіру орындары, әр округте біреуден"),
        (&RU, "из закона norway здесь не учтено: выравнивающие места, по одному в каждом округе"),
    ] {
        assert_eq!(notices(words, &scenario, false).last().unwrap(), left_out);
    }
    let silent: Vec<&str> = (PRESETS.iter())
        .filter(|preset| EN.left_out(preset).is_none())
        .map(|preset| preset.name)
        .collect();
    let whole = [
        "kurultai-2026",
        "maslikhat-2021",
        "czechia-ep",
        "netherlands",
        "netherlands-municipal",
        "slovakia",
        "georgia",
        "israel",
        "new-zealand",
        "united-states",
    ];
    assert_eq!(silent, whole);
}

#[test]
fn the_maslikhat_laws_give_the_list_seats_of_almaty() {
    // Almaty, 19 March 2023, 21 list seats: Amanat, Respublica, QHP, Baytaq, Aq Jol, Auyl, and 16,490 against
    // all. 5 % of 291,756 are 14,588: Auyl is out. Quota 267,002/21 = 12,714.4: 11, 3, 3, 1, 1 whole quotas,
    // remainders .918, .018, .033, .830, .201: 12, 3, 3, 2, 1 as official. At 7 % (20,423) Aq Jol is out
    // too: quota 251,729/21 = 11,987.1: 12, 3, 3, 1, remainders .641, .201, .217, .941: 13, 3, 3, 2.
    let almaty = b"party,votes,kind\na,151531,\nb,38369,\nc,38563,\nd,23266,\ne,15273,\nf,8264,\ng,16490,against_all\n";
    for (law, expected) in
        [("maslikhat-2023", [12, 3, 3, 2, 1, 0]), ("maslikhat-2021", [13, 3, 3, 2, 0, 0])]
    {
        let scenario = under(Scenario::from_csv("t.csv", almaty).unwrap(), law, Some(21)).unwrap();
        assert_eq!(Outcome::of(&scenario, 1).unwrap().allocation.seats, expected, "{law}");
    }
}

#[test]
fn laws_compared_keep_the_house_of_the_scenario() {
    let scenario = Scenario::from_csv("t.csv", CSV).unwrap();
    let laws = ["germany", "maslikhat-2023", "norway"].map(|law| Preset::named(law).unwrap());
    let compared = MethodComparison::of(&scenario, &Alternatives::Laws(laws.to_vec()), 1).unwrap();
    let sizes: Vec<u32> = compared.laws.iter().map(|law| law.scenario.house.seats()).collect();
    assert_eq!(sizes, [145; 4]);
}
