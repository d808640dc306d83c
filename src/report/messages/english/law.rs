//! Laws and groups in English, as the catalogue of laws has them.

use super::super::LawMessages;

pub(super) const LAWS: LawMessages = LawMessages {
    article_97_1: "Constitutional Law of the Republic of Kazakhstan on Elections, 28 September 1995, No. 2464, Article 97-1",
    kurultai_2026: "Kurultai, 2026: 145 seats, one nationwide district, 5 %",
    mazhilis_2023: "Mazhilis, 2021 amendment: 5 %; 69 list seats in 2023",
    mazhilis_2009: "Mazhilis, 2009 amendment: 7 %; elections of 2012, 2016 and 2021",
    mazhilis_2007: "Mazhilis, 2007 text: 7 %; a single list over the threshold takes all seats",
    maslikhat_2023: "maslikhats of 2023, list seats: 5 %",
    maslikhat_2021: "maslikhats of 2021: 7 %",
    women: "women",
    youth: "youth",
};
