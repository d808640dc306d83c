//! Russian words in pictures with axes and in the table of methods.

use super::plots::PlotMessages;

pub(super) const PLOTS: PlotMessages = PlotMessages {
    methods_title: "Сколько мест дали бы другие правила?",
    methods_own: "правила самого сценария",
    methods_legend: "Мест больше (синий, +) или меньше (оранжевый, −), чем по правилам сценария в первой строке",
    convergence_title: "Достаточно ли испытаний: {draws}?",
    convergence_draws: "испытания",
    convergence_legend: "Линия: оценка после стольких испытаний. Полоса: ± 2 стандартные ошибки. Пунктир и число: последняя оценка, ± 1 стандартная ошибка.",
};
