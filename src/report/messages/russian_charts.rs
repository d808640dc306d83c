//! Russian words of the list of pictures.

use super::charts::ChartMessages;

pub(super) const CHARTS: ChartMessages = ChartMessages {
    name: "Рисунок",
    shows: "Что показывает",
    hemicycle: "Кому достанутся места по заданным голосам: каждое место и линии большинства",
    histogram: "Как часто каждый список получает столько-то мест в испытаниях",
    convergence: "Как устанавливается вероятность с ростом числа испытаний, ± 2 стандартные ошибки",
};
