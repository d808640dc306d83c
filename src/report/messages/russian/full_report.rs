//! The full report in Russian.

use super::super::FullReportMessages;

pub(super) const FULL_REPORT: FullReportMessages = FullReportMessages {
    question: "Кто получит места ({seats}) и насколько это надёжно?",
    in_short: "Коротко",
    seats_counted: "По заданным голосам: {lists}.",
    list_and_seats: "{party} {seats}",
    majority_held: "{party}: самостоятельно имеет большинство ({name}, {needed}).",
    majority_open: "Большинство ({name}, {needed}): самостоятельно его не имеет ни один список.",
    no_count: "По заданным голосам места не распределить: {reason}.",
    chance_of_majority: "Вероятность того, что какой-либо список самостоятельно получит большинство ({name}, {needed}): {chance}.",
    passing_open: "Неясно, допущены ли к распределению эти списки: {lists}.",
    assumptions: "Что принято",
    seats: "Места по заданным голосам",
    chances: "Насколько это надёжно",
    methods: "Те же голоса при других методах",
    reproduction: "Как получить то же самое",
    command: "Команда: {command}",
    same_again: "Те же входные данные, начальное число и версия дают этот отчёт снова, байт в байт, на любой машине и при любом числе потоков.",
};
