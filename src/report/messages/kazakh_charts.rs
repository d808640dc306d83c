//! Kazakh words of the list of pictures.

use super::charts::ChartMessages;

pub(super) const CHARTS: ChartMessages = ChartMessages {
    name: "Сурет",
    shows: "Не көрсетеді",
    hemicycle: "Санақ бойынша орындар кімге тиеді: әр орын және көпшіліктер",
    histogram: "Әр тізім неше орынды қаншалықты жиі алады, сынақтар бойынша",
};
