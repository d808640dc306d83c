//! Kazakh words of the list of pictures.

use super::charts::ChartMessages;

pub(super) const CHARTS: ChartMessages = ChartMessages {
    name: "Сурет",
    shows: "Не көрсетеді",
    hemicycle: "Санақ бойынша орындар кімге тиеді: әр орын және көпшілік сызықтары",
    histogram: "Сынақтарда әр тізім қанша орынды қаншалықты жиі алады",
    convergence: "Сынақ көбейген сайын ықтималдық қалай орнығады, ± 2 стандартты қатемен",
};
