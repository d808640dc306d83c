//! Russian words of the list of pictures.

use super::charts::ChartMessages;

pub(super) const CHARTS: ChartMessages = ChartMessages {
    name: "Рисунок",
    shows: "Что на нём",
    hemicycle: "Кому достаются места по подсчёту: каждое место и большинства",
    histogram: "Как часто каждый список получает сколько мест, по испытаниям",
};
