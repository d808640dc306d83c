//! Russian words in pictures with axes and in the table of methods.

use super::super::PlotMessages;

pub(super) const PLOTS: PlotMessages = PlotMessages {
    methods_title: "Сколько мест дали бы другие правила?",
    methods_own: "правила самого сценария",
    methods_legend: "Мест больше (синий, +) или меньше (оранжевый, −), чем по правилам сценария в первой строке",
    convergence_title: "Достаточно ли испытаний: {draws}?",
    convergence_draws: "испытания",
    convergence_legend: "Линия: оценка после стольких испытаний. Полоса: ± 2 стандартные ошибки. Пунктир и число: последняя оценка, ± 1 стандартная ошибка.",
    threshold_title: "Кто выигрывает и кто теряет с ростом порога?",
    house_title: "Кому достанется следующее место в большей палате?",
    swing_title: "Что, если один список получит больше голосов или меньше?",
    own_value: "{value} в самом сценарии",
    wasted_label: "голоса за списки без мест, доля голосов за списки",
    step: "{seats} с {from}",
    bias_title: "Кому благоприятствует метод?",
    bias_rank: "место по числу голосов",
    bias_axis: "в среднем мест сверх идеальной доли",
    bias_legend: "Точка: среднее ± 2 стандартные ошибки. Пунктир: теория.",
    methods_shown: "Показаны списки с наибольшим числом голосов: {shown} из {all} с местами.",
};
