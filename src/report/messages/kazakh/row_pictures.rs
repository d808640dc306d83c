//! The pictures with rows in Kazakh.

use super::super::RowPictureMessages;

pub(super) const ROW_PICTURES: RowPictureMessages = RowPictureMessages {
    passes_title: "Қай тізімдер шекті межеден өтеді?",
    passes_axis: "шекті межеден өту ықтималдығы",
    two_errors: "± 2 стандартты қате",
    two_errors_points: "± пайыздық тармақ",
    median: "медиана",
    half: "сынақтардың ортаңғы 50 %-ы",
    nine_tenths: "сынақтардың ортаңғы 90 %-ы",
    no_seats: "орын жоқ",
    coalitions_title: "Қай коалицияларда көпшілік бар?",
    coalitions_axis: "орын саны; қасында: әр көпшіліктен артық (+) не кем (−)",
    coalitions_median_axis: "орын санының медианасы; қасында: әр көпшіліктен артық (+) не кем (−)",
    shares_title: "Орындар дауыстарға сай ма?",
    shares_axis: "тізімдерге берілген дауыстардың және орындардың үлесі",
    shares_votes: "дауыстардың үлесі",
    shares_seats: "орындардың үлесі",
    shares_difference: "орын мен дауыс айырмасы, пайыздық тармақ",
    margins_title: "Тізімнің орын саны қанша дауыстан кейін өзгереді?",
    margins_axis: "дауыстар; қалған тізімдердікі өзгермейді",
    margins_lose: "осынша кем болса, орын кетеді",
    margins_win: "осынша артық болса, орын қосылады",
    board_title: "Басқа қағидалар нені өзгертер еді?",
    board_axis: "орындардың үлесі; тізімдер жоғарыдағы ретпен солдан оңға қарай",
    board_own: "сценарийдің өз қағидалары",
};
