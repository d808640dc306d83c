//! The last seat under every law in Russian.

use super::super::LastSeatMessages;

pub(super) const LAST_SEAT: LastSeatMessages = LastSeatMessages {
    won: "Последнее место",
    missed: "Следующий на очереди",
    switch: "Наименьший переход",
    switched: "{votes}: {from} → {to}",
    columns: "Столбцы есть у крупнейших списков с местами ({shown}); остальные ({left_out}) есть в JSON и CSV.",
    legend: "Последнее место и следующий на очереди: кто получил последнее место (от блока — его первый список) и кому досталось бы ещё одно. Наименьший переход: меньше всего избирателей, которые уходят от одного списка к другому (из крупнейших: {most}) и меняют хотя бы одно место; ~ где это не доказано.",
};
