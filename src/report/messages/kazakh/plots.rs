//! Kazakh words in pictures with axes and in the table of methods.

use super::super::PlotMessages;

pub(super) const PLOTS: PlotMessages = PlotMessages {
    methods_title: "Басқа қағидалар қанша орын берер еді?",
    methods_own: "сценарийдің өз қағидалары",
    methods_legend: "Бірінші жолдағы сценарий қағидаларымен салыстырғанда артық (көк, +) немесе кем (қызғылт сары, −) орындар",
    convergence_title: "{draws} сынақ жеткілікті ме?",
    convergence_draws: "сынақтар",
    convergence_legend: "Сызық: осынша сынақтан кейінгі бағалау. Жолақ: ± 2 стандартты қате. Нүктелі сызық пен сан: соңғы бағалау, ± 1 стандартты қате.",
    threshold_title: "Шекті меже көтерілсе, кім ұтады, кім ұтылады?",
    house_title: "Палата үлкейсе, келесі орын кімге тиеді?",
    swing_title: "Бір тізім көбірек не азырақ дауыс алса ше?",
    own_value: "сценарийдің өзінде {value}",
    wasted_label: "орын алмаған тізімдердің дауыстары, тізімдерге берілген дауыстардағы үлесі",
    step: "{seats}: ≥ {from}",
    bias_title: "Әдіс кімге қолайлы?",
    bias_rank: "дауыс саны бойынша реті",
    bias_axis: "идеал үлестен артық орташа орын",
    bias_legend: "Нүкте: орташа мән ± 2 стандартты қате. Үзік сызық: теория.",
    methods_shown: "Орын алған {all} тізімнен дауысы ең көп {shown} тізім көрсетілген.",
};
