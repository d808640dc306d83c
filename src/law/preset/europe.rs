//! Laws of European countries.

use super::{Omission, Preset, of_valid_votes};
use crate::apportionment::{FirstDivisor, Method};
use crate::election::Share;
use crate::law::{Law, MemberThresholds, MultiplierScope, Provisions, TieRule};

/// Austria, the federal tier.
pub(super) const AUSTRIA: Preset = Preset {
    name: "austria",
    title: "Nationalrat: D'Hondt on 183 seats, 4 % or one regional seat",
    article: "Nationalrats-Wahlordnung 1992, § 107 (the same condition for the second tier: § 100)",
    source: "results of the Austrian Ministry of the Interior; one national D'Hondt reproduces the official seats of 1999, 2006, 2017 and 2019; `direct_seats` are regional seats; ties by lot",
    seats: Some(183),
    leaves_out: &[Omission::LowerTiers],
    law: Law {
        provisions: Provisions { or_direct_seats: Some(1), ..Provisions::NONE },
        ..Law::plain(Method::DHondt, of_valid_votes(Share::percent(4)), TieRule::Lot)
    },
};

/// Czechia, members of the European Parliament.
pub(super) const CZECHIA_EP: Preset = Preset {
    name: "czechia-ep",
    title: "European Parliament in Czechia: D'Hondt, 5 %",
    article: "Act No. 62/2003 Coll. on Elections to the European Parliament",
    source: "results of the Czech Statistical Office (volby.cz); reproduces the official seats of 2019; its rule for ties was not found, the order stands in",
    seats: Some(21),
    leaves_out: &[],
    law: Law::plain(Method::DHondt, of_valid_votes(Share::percent(5)), TieRule::Order),
};

/// Denmark, the levelling on the national total.
pub(super) const DENMARK: Preset = Preset {
    name: "denmark",
    title: "Folketing, 175 seats of Denmark proper: Hare quota on the national total, 2 % or one constituency seat",
    article: "Folketingsvalgloven, § 77",
    source: "Statistics Denmark; a list whose constituency seats exceed its share is taken out with them (`guaranteed_seats`), which reproduces the official seats of 2022; votes in two of three regions, the other way in, are not modelled; lots for equal fractions as in §§ 10 and 76",
    seats: Some(175),
    leaves_out: &[Omission::ConstituencyTier, Omission::RegionalEntry, Omission::OverseasSeats],
    law: Law {
        provisions: Provisions { or_direct_seats: Some(1), ..Provisions::NONE },
        ..Law::plain(Method::Hare, of_valid_votes(Share::percent(2)), TieRule::Lot)
    },
};

/// Germany, the law in force.
pub(super) const GERMANY: Preset = Preset {
    name: "germany",
    title: "Bundestag since 2023: Sainte-Laguë on 630 seats, 5 % or three constituencies; lists of national minorities exempt",
    article: "Bundeswahlgesetz, §§ 4 to 6; Federal Constitutional Court, 30 July 2024, 2 BvF 1/23 (three constituencies still count)",
    source: "Federal Returning Officer; reproduces the official seats of 2025; ties by lot (§ 5)",
    seats: Some(630),
    leaves_out: &[Omission::StateLists],
    law: Law {
        provisions: Provisions { or_direct_seats: Some(3), ..Provisions::NONE },
        ..Law::plain(Method::SainteLague, of_valid_votes(Share::percent(5)), TieRule::Lot)
    },
};

/// Germany, the election of 2021.
pub(super) const GERMANY_2021: Preset = Preset {
    name: "germany-2021",
    title: "Bundestag of 2021: Sainte-Laguë, 5 % or three constituencies; up to three overhang seats stay uncompensated",
    article: "Bundeswahlgesetz as amended in 2020, § 6",
    source: "Federal Returning Officer; the size of the house follows from overhang in the states and is given, the uncompensated seats are `additional_seats`; reproduces the official seats of 2021",
    seats: Some(736),
    leaves_out: &[Omission::StateLists, Omission::HouseFromOverhang],
    law: Law {
        provisions: Provisions { or_direct_seats: Some(3), ..Provisions::NONE },
        ..Law::plain(Method::SainteLague, of_valid_votes(Share::percent(5)), TieRule::Lot)
    },
};

/// Montenegro.
pub(super) const MONTENEGRO: Preset = Preset {
    name: "montenegro",
    title: "Skupština: D'Hondt on 81 seats, 3 %; minority lists 0.7 % or, for the Croatian one, 0.35 % and a guaranteed seat",
    article: "Law on the Election of Councillors and Representatives, Articles 94 and 95",
    source: "IFES figures; lists of a minority pool their votes (`alliance`, with `threshold = \"0.7%\"`), the Croatian list has `guaranteed_seats = 1` and `threshold = \"0.35%\"`; the limit of three seats for lists that pool is not modelled; reproduces the official seats of 2023; ties by lot",
    seats: Some(81),
    leaves_out: &[Omission::MinorityLimit],
    law: Law::plain(Method::DHondt, of_valid_votes(Share::percent(3)), TieRule::Lot),
};

/// The Netherlands, second chamber.
pub(super) const NETHERLANDS: Preset = Preset {
    name: "netherlands",
    title: "Tweede Kamer: D'Hondt on 150 seats, one whole quota",
    article: "Kieswet, Articles P 5 to P 9",
    source: "Kiesraad; reproduces the official seats of 2023",
    seats: Some(150),
    leaves_out: &[],
    law: Law {
        provisions: Provisions {
            threshold_is_quota: true,
            majority_clause: true,
            ..Provisions::NONE
        },
        ..Law::plain(Method::DHondt, of_valid_votes(Share::ZERO), TieRule::Lot)
    },
};

/// The Netherlands, municipal councils.
pub(super) const NETHERLANDS_MUNICIPAL: Preset = Preset {
    name: "netherlands-municipal",
    title: "municipal councils: D'Hondt from 19 seats, below that remainders from 3/4 of a quota first; an absolute majority of the votes has one seat more; ties by lot",
    article: "Kieswet, Articles P 7 (19 seats or more), P 8 (below 19) and P 9",
    source: "Kiesraad; an actual tie of 2026 (kiesraad/abacus) is reported as {3, 9}; that averages go on without limit once every list has one by them is this program's reading of P 8",
    seats: None,
    leaves_out: &[],
    law: Law {
        provisions: Provisions {
            remainder_from: Some(Share::percent(75)),
            remainder_below: Some(19),
            majority_clause: true,
            ..Provisions::NONE
        },
        ..Law::plain(Method::DHondt, of_valid_votes(Share::ZERO), TieRule::Lot)
    },
};

/// Poland, one district.
pub(super) const POLAND_DISTRICT: Preset = Preset {
    name: "poland-district",
    title: "one district of the Sejm: D'Hondt among the lists above the national threshold",
    article: "Kodeks wyborczy, Article 196 (thresholds), and its rule for the seats of a district",
    source: "the national threshold (5 %, coalitions 8 %) is not in a district's votes: lists below it have `kind = \"others\"`; reproduces the computed seats of Lublin in 2019; of equal quotients the list with more votes",
    seats: None,
    leaves_out: &[Omission::NationalThreshold],
    law: Law::plain(Method::DHondt, of_valid_votes(Share::ZERO), TieRule::Votes),
};

/// Serbia.
pub(super) const SERBIA: Preset = Preset {
    name: "serbia",
    title: "National Assembly: D'Hondt on 250 seats, 3 %; minority lists exempt, and their quotients times 1.35 if they have less than 3 %",
    article: "Law on the Election of Members of Parliament, 2022, Articles 129 and 140",
    source: "figures of the electoral commission; minority lists have `exempt = true` and `multiplier = \"27/20\"`, which acts below 3 % only (crta.rs); the 3 % are of all who voted, here of valid votes; of equal quotients the list with more votes; reproduces the official seats of 2023",
    seats: Some(250),
    leaves_out: &[Omission::ShareOfVoters],
    law: Law {
        provisions: Provisions {
            multiplier_for: MultiplierScope::BelowThreshold,
            ..Provisions::NONE
        },
        ..Law::plain(Method::DHondt, of_valid_votes(Share::percent(3)), TieRule::Votes)
    },
};

/// Norway, one county.
pub(super) const NORWAY: Preset = Preset {
    name: "norway",
    title: "Storting, the direct seats of one county: modified Sainte-Laguë (1.4), no threshold",
    article: "Election Act of 2002, section 11-4; Constitution of Norway, Article 59",
    source: "valgresultat.no; direct seats alone, without the county's levelling seat; reproduces Hordaland 2017 and Oslo 2021; of equal quotients the list with more votes",
    seats: None,
    leaves_out: &[Omission::LevellingSeats],
    law: Law::plain(
        Method::ModifiedSainteLague(FirstDivisor::USUAL),
        of_valid_votes(Share::ZERO),
        TieRule::Votes,
    ),
};

/// § 66: joint lists of two or three parties, and of four and more.
const SLOVAK_MEMBERS: &[(u32, Share)] = &[(2, Share::percent(7)), (4, Share::percent(10))];

/// Slovakia.
pub(super) const SLOVAKIA: Preset = Preset {
    name: "slovakia",
    title: "National Council: rounded Hagenbach-Bischoff quota on 150 seats, 5 %, joint lists of two or three parties 7 %, of four and more 10 %",
    article: "Act No. 180/2014 Coll., §§ 66 to 68",
    source: "Statistical Office (volby.statistics.sk); the parties on a joint list are its `members`; reproduces the official seats of 2020; ties by votes, as an earlier Slovak text has it before the lot",
    seats: Some(150),
    leaves_out: &[],
    law: Law {
        provisions: Provisions {
            threshold_by_members: match MemberThresholds::new(SLOVAK_MEMBERS) {
                Some(steps) => steps,
                None => MemberThresholds::NONE,
            },
            ..Provisions::NONE
        },
        ..Law::plain(
            Method::HagenbachBischoffRounded,
            of_valid_votes(Share::percent(5)),
            TieRule::Votes,
        )
    },
};

/// Sweden.
pub(super) const SWEDEN: Preset = Preset {
    name: "sweden",
    title: "Riksdag, national total of 349 seats: modified Sainte-Laguë (1.2), 4 %",
    article: "Vallagen (2005:837), chapter 14; Regeringsformen, chapter 3, section 7",
    source: "Valmyndigheten; 12 % in a constituency, the other way in, is not modelled; reproduces the official seats of 2022, when no list had more fixed seats than its share; ties by lot (chapter 14, section 2)",
    seats: Some(349),
    leaves_out: &[Omission::ConstituencyTier, Omission::RegionalEntry],
    law: Law::plain(
        Method::ModifiedSainteLague(FirstDivisor::SWEDISH),
        of_valid_votes(Share::percent(4)),
        TieRule::Lot,
    ),
};
