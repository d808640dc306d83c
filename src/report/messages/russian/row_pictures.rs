//! The pictures with rows in Russian.

use super::super::RowPictureMessages;

pub(super) const ROW_PICTURES: RowPictureMessages = RowPictureMessages {
    passes_title: "Какие списки преодолеют порог?",
    passes_axis: "вероятность преодолеть порог",
    two_errors: "± 2 стандартные ошибки",
    two_errors_points: "± п. п.",
    median: "медиана",
    half: "центральные 50 % испытаний",
    nine_tenths: "центральные 90 % испытаний",
    no_seats: "без мест",
    coalitions_title: "У каких коалиций есть большинство?",
    coalitions_axis: "места; рядом: больше (+) или меньше (−) каждого большинства",
    coalitions_median_axis: "медиана мест; рядом: больше (+) или меньше (−) каждого большинства",
    shares_title: "Соответствуют ли места голосам?",
    shares_axis: "доля голосов за списки и доля мест",
    shares_votes: "доля голосов",
    shares_seats: "доля мест",
    shares_difference: "места минус голоса, п. п.",
    margins_title: "Сколько голосов отделяет список от другого числа мест?",
    margins_axis: "голоса; у остальных списков без изменений",
    margins_lose: "до потери места",
    margins_win: "до нового места",
    board_title: "Что изменили бы другие правила?",
    board_axis: "доля мест; списки слева направо, как названы выше",
    board_own: "правила самого сценария",
};
