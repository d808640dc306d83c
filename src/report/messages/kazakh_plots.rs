//! Kazakh words in pictures with axes and in the table of methods.

use super::plots::PlotMessages;

pub(super) const PLOTS: PlotMessages = PlotMessages {
    methods_title: "Басқа қағидалар қанша орын берер еді?",
    methods_own: "сценарийдің өз қағидалары",
    methods_legend: "Бірінші жолдағы сценарий қағидаларымен салыстырғанда артық (көк, +) немесе кем (қызғылт сары, −) орындар",
    convergence_title: "{draws} сынақ жеткілікті ме?",
    convergence_draws: "сынақтар",
    convergence_legend: "Сызық: осынша сынақтан кейінгі баға. Жолақ: ± 2 стандартты қате. Нүктелі сызық пен сан: соңғы баға, ± 1 стандартты қате.",
};
