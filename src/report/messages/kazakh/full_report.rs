//! The full report in Kazakh.

use super::super::FullReportMessages;

pub(super) const FULL_REPORT: FullReportMessages = FullReportMessages {
    question: "Орындарды ({seats}) кім алады және бұл қаншалықты анық?",
    in_short: "Қысқаша",
    seats_counted: "Берілген дауыстар бойынша: {lists}.",
    list_and_seats: "{party} {seats}",
    majority_held: "{party}: көпшілікке ({name}, {needed}) жеке өзі ие.",
    majority_open: "Көпшілікке ({name}, {needed}) бірде-бір тізім жеке өзі ие емес.",
    no_count: "Берілген дауыстар бойынша орындар бөлінбейді: {reason}.",
    chance_of_majority: "Қандай да бір тізімнің көпшілікке ({name}, {needed}) жеке өзі ие болу ықтималдығы: {chance}.",
    passing_open: "Мына тізімдердің орын бөлуге жіберілетіні белгісіз: {lists}.",
    assumptions: "Қандай жорамалдар жасалды",
    seats: "Берілген дауыстар бойынша орындар",
    chances: "Бұл қаншалықты анық",
    methods: "Сол дауыстар басқа әдістермен",
    reproduction: "Дәл осыны қайта алу үшін",
    command: "Команда: {command}",
    same_again: "Сол кіріс деректері, бастапқы сан және нұсқа осы есепті кез келген машинада және ағындардың кез келген санымен байтына дейін қайта береді.",
};
