//! Laws of other countries.

use super::{Omission, Preset, of_valid_votes};
use crate::apportionment::Method;
use crate::election::Share;
use crate::law::{Law, Overhang, Provisions, TieRule};

/// Israel.
pub(super) const ISRAEL: Preset = Preset {
    name: "israel",
    title: "Knesset: D'Hondt (Bader-Ofer) on 120 seats, 3.25 %; surplus-vote agreements",
    article: "Knesset Elections Law (Consolidated Version) 5729-1969, sections 81 and 82",
    source: "figures of the Knesset; two lists with an agreement share one `alliance`, each passing the threshold by itself; reproduces the official seats of the 20th and 22nd Knesset; ties by lot",
    seats: Some(120),
    leaves_out: &[],
    law: Law::plain(Method::DHondt, of_valid_votes(Share::basis_points(325)), TieRule::Lot),
};

/// New Zealand.
pub(super) const NEW_ZEALAND: Preset = Preset {
    name: "new-zealand",
    title: "House of Representatives: Sainte-Laguë on 120 seats, 5 % or one electorate; overhang seats are added",
    article: "Electoral Act 1993, sections 191 and 192",
    source: "Electoral Commission; `direct_seats` are electorate seats; reproduces the official seats of 1996, 2005, 2017 and 2023; its rule for ties was not found, the order stands in",
    seats: Some(120),
    leaves_out: &[],
    law: Law {
        provisions: Provisions {
            or_direct_seats: Some(1),
            overhang: Overhang::Added,
            ..Provisions::NONE
        },
        ..Law::plain(Method::SainteLague, of_valid_votes(Share::percent(5)), TieRule::Order)
    },
};

/// Timor-Leste.
pub(super) const TIMOR_LESTE: Preset = Preset {
    name: "timor-leste",
    title: "National Parliament: D'Hondt on 65 seats, 4 %",
    article: "Law 6/2006 on the Election of the National Parliament, as amended in 2017, Article 13",
    source: "electionguide.org; reproduces the official seats of 2023; equal quotients at the last seat have a rule of their own, so ties are reported",
    seats: Some(65),
    leaves_out: &[Omission::LastSeatTie],
    law: Law::plain(Method::DHondt, of_valid_votes(Share::percent(4)), TieRule::Report),
};

/// Georgia.
pub(super) const GEORGIA: Preset = Preset {
    name: "georgia",
    title: "Parliament of 2024: Hare quota on 150 seats, left-over seats to the largest lists in order, 5 %",
    article: "Constitution of Georgia, Article 37; Election Code, as in force in 2024",
    source: "ispd.org.cy; rule as reported by vestikavkaza.ru and agenda.ge; reproduces the official seats of 2024; its rule for ties was not found, the order stands in",
    seats: Some(150),
    leaves_out: &[],
    law: Law::plain(Method::HareStrongest, of_valid_votes(Share::percent(5)), TieRule::Order),
};

/// The United States.
pub(super) const UNITED_STATES: Preset = Preset {
    name: "united-states",
    title: "House of Representatives by state: Huntington-Hill on 435 seats, at least one each",
    article: "Constitution of the United States, Article I, Section 2; 2 U.S.C. §§ 2a and 2b",
    source: "census.gov; `votes` are apportionment populations; reproduces the apportionment of 2020; a rule for ties was not found, the order stands in",
    seats: Some(435),
    leaves_out: &[],
    law: Law {
        provisions: Provisions { floor: 1, ..Provisions::NONE },
        ..Law::plain(Method::HuntingtonHill, of_valid_votes(Share::ZERO), TieRule::Order)
    },
};
