//! The laws of Kazakhstan: Article 97-1 in its versions.

use super::{Omission, Preset, of_valid_votes};
use crate::apportionment::Method;
use crate::election::Share;
use crate::law::{Law, TieRule};

/// Article 97-1: lists with at least `percent` % of the votes share the seats by whole Hare quotas and
/// largest remainders; between equal remainders the list registered earlier goes first. The article
/// says "of the voters who took part in voting"; the commission's shares are of valid votes, against
/// all included.
const fn article_97_1(percent: u8) -> Law {
    Law::plain(Method::Hare, of_valid_votes(Share::percent(percent)), TieRule::Order)
}

/// Amendment of 2022: women, youth and persons with disabilities together have at least 30 % of a list
/// and of its mandates (for the mandates there is one source).
const GROUP_QUOTA: Share = Share::percent(30);

const ARTICLE: &str = "Constitutional Law of the Republic of Kazakhstan on Elections, 28 September \
                       1995, No. 2464, Article 97-1";

/// The law in force.
pub(super) const KURULTAI_2026: Preset = Preset {
    name: "kurultai-2026",
    title: "Kurultai, 2026: 145 seats, one nationwide district, 5 %",
    article: ARTICLE,
    source: "text of the article before the Kurultai; a 5 % threshold for it rests on a single source, \
             and a law of 2026 was not found; what happens to seats a list has no candidates for is \
             not settled by the text seen, and redistribution is this program's reading",
    seats: Some(145),
    leaves_out: &[],
    law: Law { group_quota: Some(GROUP_QUOTA), ..article_97_1(5) },
};

/// The law of 2023.
pub(super) const MAZHILIS_2023: Preset = Preset {
    name: "mazhilis-2023",
    title: "Mazhilis, 2021 amendment: 5 %; 69 list seats in 2023",
    article: ARTICLE,
    source: "text as amended in 2021; reproduces the official seats of 19 March 2023",
    seats: Some(69),
    leaves_out: &[Omission::SingleMemberSeats],
    law: Law { group_quota: Some(GROUP_QUOTA), ..article_97_1(5) },
};

/// The law of 2012, 2016 and 2021.
pub(super) const MAZHILIS_2009: Preset = Preset {
    name: "mazhilis-2009",
    title: "Mazhilis, 2009 amendment: 7 %; elections of 2012, 2016 and 2021",
    article: ARTICLE,
    source: "text as amended in 2009; reproduces the official seats of 2012 and 2021; its rule for \
             a single list over the threshold is an option: `one_list = \"runner-up\"`",
    seats: Some(98),
    leaves_out: &[Omission::AssemblySeats, Omission::RunnerUp],
    law: article_97_1(7),
};

/// The law of 2007.
pub(super) const MAZHILIS_2007: Preset = Preset {
    name: "mazhilis-2007",
    title: "Mazhilis, 2007 text: 7 %; a single list over the threshold takes all seats",
    article: ARTICLE,
    source: "text of 2007; reproduces the official seats of 18 August 2007",
    seats: Some(98),
    leaves_out: &[Omission::AssemblySeats],
    law: article_97_1(7),
};

/// Maslikhats since 2023.
pub(super) const MASLIKHAT_2023: Preset = Preset {
    name: "maslikhat-2023",
    title: "maslikhats, 2021 amendment: 5 %; list seats of regions and cities in 2023",
    article: ARTICLE,
    source: "text as amended in 2021; the article governs the list seats of maslikhats too; reproduces \
             the seats announced for Almaty, Astana and Kostanay region on 19 March 2023, and those of \
             Almaty exclude D'Hondt; how many list seats a maslikhat has differs and is given",
    seats: None,
    leaves_out: &[Omission::SingleMemberSeats],
    law: article_97_1(5),
};

/// Maslikhats in their first election by lists.
pub(super) const MASLIKHAT_2021: Preset = Preset {
    name: "maslikhat-2021",
    title: "maslikhats, 2009 amendment: 7 %; list seats in 2021",
    article: ARTICLE,
    source: "text as amended in 2009; the article governs the list seats of maslikhats too; reproduces \
             the seats announced for Shymkent and Rudny on 10 January 2021; how many list seats a \
             maslikhat has differs and is given",
    seats: None,
    leaves_out: &[],
    law: article_97_1(7),
};
