//! Files, built-in scenarios and options.

use std::fs;
use std::path::Path;

use kurultai::apportionment::Method;
use kurultai::election::PartyKind;
use kurultai::law::{Allocator, NoLots, Preset, TieRule};
use kurultai::scenario::{
    ErrorKind, InputFormat, Notice, Overrides, Scenario, ScenarioError, built_in,
};

fn load(path: &Path) -> Result<Scenario, ScenarioError> {
    Scenario::load(path.to_str().expect("a path of text"), None)
}

fn seats(scenario: &Scenario) -> Vec<u32> {
    let house_size = scenario.house.seats();
    let mut allocator = Allocator::new(&scenario.law, &scenario.parties, house_size);
    allocator.allocate(&scenario.ballots, &mut NoLots).expect("lists are admitted").seats
}

#[test]
fn every_built_in_scenario_loads_and_has_its_official_seats() {
    for name in built_in().iter().map(|scenario| scenario.name) {
        let scenario = Scenario::load(name, None).unwrap();
        let official: Option<Vec<u32>> =
            scenario.parties.iter().map(|party| party.official_seats).collect();
        match official {
            Some(official) => assert_eq!(seats(&scenario), official, "{name}"),
            None => assert!(name.starts_with("kurultai"), "{name}"),
        }
        assert!(!scenario.overridden);
    }
}

/// The places of a built-in scenario where one string stands for every language.
fn untranslated(value: &toml::Value, path: &str) -> Vec<String> {
    const READ_BY_PEOPLE: [&str; 4] = ["title", "source", "assumptions", "name"];
    let is_text = |key: &str| READ_BY_PEOPLE.contains(&key);
    match value {
        toml::Value::Table(table) if is_text(path.rsplit('/').next().unwrap_or(path)) => {
            let missing = ["en", "kk", "ru"].into_iter().filter(|key| !table.contains_key(*key));
            missing.map(|language| format!("{path}: no {language}")).collect()
        }
        toml::Value::Table(table) => (table.iter())
            .flat_map(|(key, value)| untranslated(value, &format!("{path}/{key}")))
            .collect(),
        toml::Value::Array(values) => {
            values.iter().flat_map(|value| untranslated(value, path)).collect()
        }
        toml::Value::String(_) if is_text(path.rsplit('/').next().unwrap_or(path)) => {
            vec![path.to_owned()]
        }
        _ => Vec::new(),
    }
}

#[test]
fn built_in_scenarios_are_in_three_languages() {
    for scenario in built_in() {
        let file = toml::Value::Table(scenario.text.parse().unwrap());
        assert_eq!(untranslated(&file, ""), [""; 0], "{}", scenario.name);
        let read = Scenario::load(scenario.name, None).unwrap();
        assert_eq!(read.title.texts().len(), 3, "{}", scenario.name);
    }
    let scenario = Scenario::load("kurultai-2023", None).unwrap();
    assert!(scenario.title.in_language("kk").starts_with("Құрылтай: "));
    assert!(scenario.source.unwrap().in_language("ru").starts_with("Центральная "));
    assert_eq!(scenario.coalitions[1].name.in_language("kk"), "«Amanat» және «Ауыл»");
}

#[test]
fn one_text_serves_every_language_and_english_those_that_are_missing() {
    let text = "schema = 1\nassumptions = [\"none\", { ru = \"нет\" }]\n\
                title = { kk = \"Сынақ\", en = \"Test\" }\n[house]\nseats = 5\n[law]\n\
                preset = \"kurultai-2026\"\n[[party]]\nid = \"a\"\nvotes = 5\n";
    let scenario = Scenario::from_toml("s.toml", text, None).unwrap();
    let title = |language| scenario.title.in_language(language);
    assert_eq!(["en", "kk", "ru"].map(title), ["Test", "Сынақ", "Test"]);
    let assumption = |at: usize| scenario.assumptions[at].in_language("kk");
    assert_eq!([assumption(0), assumption(1)], ["none", "нет"]);
}

#[test]
fn the_default_is_the_2023_votes_on_145_seats() {
    let scenario = Scenario::load("kurultai-2023", None).unwrap();
    assert_eq!(seats(&scenario), [83, 17, 13, 13, 11, 8, 0]);
    assert_eq!(scenario.ballots.valid_votes(), 6_366_441);
    assert_eq!(scenario.house.majorities(), [("simple", 73), ("two-thirds", 97)]);
    assert_eq!(scenario.coalitions[0].members, [1, 2, 3, 4, 5, 6]);
    assert_eq!(scenario.notices, []);
    assert_eq!(scenario.parties[0].name.in_language("ru"), "Amanat");
}

#[test]
fn the_what_if_of_2026_says_that_everything_is_assumed() {
    let scenario = Scenario::load("kurultai-2026-what-if", None).unwrap();
    assert!(scenario.parties.iter().all(|party| party.assumed));
    assert_eq!(scenario.ballots.cast_votes(), 9_352_151);
    assert_eq!(scenario.assumptions.len(), 6);
    // The effect of the list lengths that the file's comment describes.
    let text = built_in().iter().find(|scenario| scenario.name == "kurultai-2026-what-if");
    let text = text.unwrap().text.replace("\"71%\"", "\"44%\"").replace("\"2%\"", "\"29%\"");
    let capped = Scenario::from_toml("capped", &text, None).unwrap();
    assert_eq!(seats(&capped)[6], 33);
}

#[test]
fn built_in_votes_agree_with_the_tables() {
    for year in ["2007", "2012", "2021", "2023"] {
        let path = format!("{}/tests/data/kazakhstan/{year}.csv", env!("CARGO_MANIFEST_DIR"));
        let table = Scenario::load(&path, None).unwrap();
        let scenario = Scenario::load(&format!("mazhilis-{year}"), None).unwrap();
        assert_eq!(table.ballots.parties, scenario.ballots.parties, "{year}");
        assert_eq!(table.ballots.against_all, scenario.ballots.against_all, "{year}");
        for (row, party) in table.parties.iter().zip(&scenario.parties) {
            assert_eq!(row.official_seats, party.official_seats, "{year}");
        }
        // 145 seats are the program's choice, and not what the official seats filled.
        assert!(table.overridden);
        let options = Overrides {
            law: Some(scenario.preset.unwrap()),
            seats: Some(scenario.house.seats()),
            ..Overrides::default()
        };
        let table = table.with_overrides(&options).unwrap();
        assert!(!table.overridden);
        assert_eq!(seats(&table), seats(&scenario), "{year}");
        assert_eq!(table.notices, [Notice::ModelAssumed]);
    }
    let path = format!("{}/tests/data/kazakhstan/2004.csv", env!("CARGO_MANIFEST_DIR"));
    let error = Scenario::load(&path, None).unwrap_err().to_string();
    let message = "2004.csv:5: `votes` is empty; it must be a whole number from 0 to \
                   18446744073709551615";
    assert!(error.ends_with(message), "{error}");
}

#[test]
fn options_replace_rules_and_say_so() {
    let scenario = || Scenario::load("kurultai-2023", None).unwrap();
    let none = scenario().with_overrides(&Overrides::default()).unwrap();
    assert_eq!(none, scenario());
    let same = Overrides {
        law: Some(Preset::named("mazhilis-2023").unwrap()),
        method: Some(Method::Hare),
        seats: Some(145),
        ..Overrides::default()
    };
    assert!(!scenario().with_overrides(&same).unwrap().overridden);
    let other = Overrides {
        method: Some(Method::DHondt),
        seats: Some(98),
        threshold: Some("7%".parse().unwrap()),
        tie: Some(TieRule::Votes.into()),
        ..Overrides::default()
    };
    let changed = scenario().with_overrides(&other).unwrap();
    assert!(changed.overridden);
    assert_eq!(changed.law.method, Method::DHondt);
    assert_eq!(changed.law.threshold.share.to_string(), "7%");
    assert_eq!(changed.house.majorities(), [("simple", 50), ("two-thirds", 66)]);
    let none = Overrides { seats: Some(0), ..Overrides::default() };
    let error = scenario().with_overrides(&none).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::BadInput);
    assert_eq!(
        error.to_string(),
        "a house of 0 seats is not possible: give a whole number from 1 to 10000"
    );
}

#[test]
fn a_scenario_file_may_take_its_votes_from_a_table() {
    let directory = tempfile::tempdir().unwrap();
    let text = "schema = 1\ntitle = \"t\"\n[house]\nseats = 9\n[votes]\nfile = \"v.csv\"\ncast = 31\n\
                [[party]]\nid = \"b\"\nname = \"Bee\"\ncandidates = 2\n";
    let table = "party,votes,kind,note\na,20,,\nb,9,list,\nno,1,against_all,\n";
    let path = directory.path().join("s.toml");
    fs::write(&path, text).unwrap();
    fs::write(directory.path().join("v.csv"), table).unwrap();
    let scenario = load(&path).unwrap();
    assert_eq!(scenario.ballots.parties, [20, 9]);
    assert_eq!((scenario.ballots.against_all, scenario.ballots.invalid), (1, 1));
    assert_eq!(scenario.parties[1].name.in_language("kk"), "Bee");
    assert_eq!(scenario.parties[1].candidates, Some(2));
    assert_eq!(scenario.sha256.len(), 64);
    let preset = Preset::named("kurultai-2026").unwrap();
    assert_eq!(
        scenario.notices,
        [
            Notice::LawAssumed(preset),
            Notice::ModelAssumed,
            Notice::IgnoredColumns(vec!["note".to_owned()]),
            Notice::FewVotes(30)
        ]
    );
    for (piece, by, message) in [
        ("id = \"b\"", "id = \"c\"", "s.toml:8:1: `c` has no row in "),
        ("name", "votes = 9\nname", "s.toml:10:9: the votes of `b` are in "),
        ("cast", "against_all = 1\ncast", "s.toml:7:15: `against_all` is in the votes file too; "),
        ("cast = 31", "cast = 29", "s.toml:7:8: `cast` is 29, below the 30 votes and "),
        ("v.csv", "w.csv", "w.csv: cannot be read: there is no such file"),
    ] {
        fs::write(&path, text.replace(piece, by)).unwrap();
        let error = load(&path).unwrap_err().to_string();
        assert!(error.contains(message), "{error}");
    }
}

#[test]
fn what_cannot_be_read_is_told_apart() {
    let directory = tempfile::tempdir().unwrap();
    let inside = |name: &str| directory.path().join(name).to_str().unwrap().to_owned();
    fs::create_dir(inside("folder.toml")).unwrap();
    fs::write(inside("empty.toml"), "").unwrap();
    fs::write(inside("plain.txt"), "party,votes\na,1\n").unwrap();
    fs::write(inside("table.toml"), "party,votes\na,1\n").unwrap();
    for (argument, kind, message) in [
        (inside("none.toml"), ErrorKind::Unreadable, "cannot be read: there is no such file"),
        (
            inside("folder.toml"),
            ErrorKind::Unreadable,
            "cannot be read: it is a directory; give a `.toml` or `.csv` file in it",
        ),
        (inside("empty.toml"), ErrorKind::BadInput, "the input is empty; "),
        (inside("table.toml"), ErrorKind::BadInput, "table.toml:1:6: this is not TOML: "),
        (
            "kurultai-2032".to_owned(),
            ErrorKind::UnknownName,
            "no file and no built-in scenario is named `kurultai-2032` (did you mean \
             `kurultai-2023`?); the built-in scenarios are `kurultai-2023`, `kurultai-2023-polls`, `kurultai-2026-what-if`, `mazhilis-2007`, \
             `mazhilis-2012`, `mazhilis-2021`, `mazhilis-2023`, `maslikhat-almaty-2023`, \
             `maslikhat-astana-2023`, `maslikhat-kostanay-2023`, `maslikhat-shymkent-2021`, \
             `maslikhat-rudny-2021`, and a file ends in `.toml` or `.csv`",
        ),
        (
            "none.csv".to_owned(),
            ErrorKind::Unreadable,
            "none.csv: cannot be read: there is no such file",
        ),
    ] {
        let error = Scenario::load(&argument, None).unwrap_err();
        assert!(error.to_string().contains(message), "{error}");
        assert_eq!(error.kind(), kind, "{error}");
    }
    assert!(Scenario::load(&inside("plain.txt"), None).is_ok());
    assert!(Scenario::load(&inside("table.toml"), Some(InputFormat::Csv)).is_ok());
}

#[test]
fn shares_lists_without_votes_and_other_lists_are_noted() {
    let text = "schema = 1\ntitle = \"t\"\n[house]\nseats = 9\n[law]\npreset = \"kurultai-2026\"\n\
                [votes]\ncast = 1_000\ninvalid = 200\nagainst_all = \"4%\"\n\
                [[party]]\nid = \"a\"\nshare = \"50.5%\"\n[[party]]\nid = \"b\"\nshare = \"0%\"\n";
    let scenario = Scenario::from_toml("s", text, None).unwrap();
    assert_eq!(scenario.ballots.parties, [404, 0, 364]);
    assert_eq!(scenario.ballots.against_all, 32);
    assert_eq!(scenario.parties[2].kind, PartyKind::Others);
    let never = Notice::NeverDrawn("b".to_owned());
    let few = Notice::FewVotes(800);
    let notices = [Notice::ModelAssumed, Notice::SharesIncomplete { votes: 364 }, few, never];
    assert_eq!(scenario.notices, notices);
    assert_eq!(scenario.options(), [404, 0, 364, 32]);
}

#[test]
fn all_of_u64_can_be_written() {
    let text = "schema = 1\ntitle = \"t\"\n[house]\nseats = 9\n[[party]]\nid = \"a\"\n\
                votes = 18_446_744_073_709_551_615\n";
    let scenario = Scenario::from_toml("s", text, None).unwrap();
    assert_eq!(scenario.ballots.parties, [u64::MAX]);
}
