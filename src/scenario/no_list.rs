//! Rows of a count that look like no list: sums, votes against all, invalid ballots, numbers of voters.
//!
//! Tables of votes often have such rows among the lists. Seated as a list, each would falsify every seat
//! without a word; so it is refused unless its `kind` says what it is.

use crate::election::{LocalName, PartyKind};

use super::row::{Amount, Row};
use super::wording::excerpt;

/// What a row is, going by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Looks {
    Sum,
    Voters,
    Others,
    Blank,
    Invalid,
    AgainstAll,
}

/// Words that say nothing by themselves: "total of all votes cast" is "total".
const FILLERS: &str = "all and ballot ballots candidate candidates count counted for grand in list lists number of or \
    overall paper papers parties party people person persons sub that the these to vote voter voters \
    votes was were бюллетеней бюллетени в голос голоса голосов за и избирателей количество общее \
    общий партии по подано поданных проголосовало списки учтенных число барлық берілген бюллетень \
    abgegebene stimmen списка списку списков тізім бюллетеньдер дауыс дауыстар дауысы және мен саны";

/// Words that make a name a sum, a number of voters and so on, where every other word is one too.
const WORDS: [(Looks, &str); 5] = [
    (
        Looks::Sum,
        "total totals sum subtotal valid cast gesamt insgesamt summe totaal подитог жалпы итого итог всего сумма действительных действительные \
        действительный барлығы бәрі жарамды жиынтығы жиыны қорытынды",
    ),
    (
        Looks::Voters,
        "turnout registered electorate electors eligible enrolled abstained abstention abstentions явка \
        зарегистрировано зарегистрированных зарегистрированные включенных неявка сайлаушылар \
        сайлаушылардың тіркелген тіркелгендер келгендер келу қатысу қатысқандар қатысушылар",
    ),
    (
        Looks::Others,
        "other others rest remaining sonstige overige прочие прочее другие остальные иные басқа басқалар басқалары өзге \
        өзгелер қалғандары қалғаны",
    ),
    (
        Looks::Invalid,
        "invalid void null spoilt spoiled rejected informal discarded ungültige ongeldig ongeldige недействительные недействительных \
        недействительный недействительно испорченные испорченных жарамсыз жарамсыздар бүлінген",
    ),
    (Looks::Blank, "blank blanks blanke blanco empty пустые пустых чистые бос"),
];

/// Fillers that count something: nothing but fillers with one of these among them is a sum ("Барлық дауыстар",
/// "Общее количество голосов"), where "All for the People" is a name.
const QUANTITIES: &str = "барлық саны общее общий количество число number overall";

/// What is left of "against all candidates", "none of the above" and the like without the fillers.
const AGAINST_ALL: &[&str] = &[
    "against",
    "against every",
    "against everybody",
    "against everyone",
    "none",
    "none above",
    "none them",
    "no one",
    "против",
    "против всех",
    "против всех кандидатов",
    "против всех партий",
    "против всех списков",
    "ни одного",
    "ни одного из них",
    "қарсы",
    "баршасына қарсы",
    "баршасына қарсымын",
    "барлығына қарсы",
    "барлығына қарсымын",
    "бәріне қарсы",
    "бәріне қарсымын",
    "партияларға қарсы",
    "партияларға қарсымын",
    "тізімдерге қарсы",
    "тізімдерге қарсымын",
];

/// The same in one word.
const AGAINST_ALL_IN_ONE: &[&str] =
    &["againstall", "none", "nota", "noneoftheabove", "противвсех", "қарсымын", "ешкімге"];

/// Whether a word is among those of a list.
fn has(list: &str, word: &str) -> bool {
    list.split(' ').any(|other| other == word)
}

impl Looks {
    /// What a row with this id or name looks like; none if it can be a list.
    fn of(text: &str) -> Option<Self> {
        let lower = text.to_lowercase().replace('ё', "е");
        let words = lower.split(|character: char| !character.is_alphanumeric());
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        let is_filler = |word: &str| has(FILLERS, word) || word.chars().all(char::is_numeric);
        let telling: Vec<&str> = words.iter().copied().filter(|word| !is_filler(word)).collect();
        let against_all = match words.as_slice() {
            [word] => AGAINST_ALL_IN_ONE.contains(word),
            _ => AGAINST_ALL.contains(&telling.join(" ").as_str()),
        };
        if against_all {
            return Some(Self::AgainstAll);
        }
        if telling.is_empty() && words.len() > 1 && words.iter().any(|word| has(QUANTITIES, word)) {
            return Some(Self::Sum);
        }
        let looks =
            |word: &&str| WORDS.iter().find(|(_, words)| has(words, word)).map(|&(looks, _)| looks);
        let looks: Option<Vec<Self>> = telling.iter().map(looks).collect();
        looks?.into_iter().max()
    }

    /// What it looks like, and what to write instead.
    const fn advice(self) -> (&'static str, &'static str) {
        match self {
            Self::Sum => ("a sum of other rows", "leave it out"),
            Self::Voters => (
                "a number of voters",
                "leave it out, or give it as `registered` under `[votes]` of a scenario file",
            ),
            Self::Others => ("a sum of lists that are not named", "give it `kind` = `others`"),
            Self::Invalid => ("invalid ballots", "give it `kind` = `invalid`"),
            Self::Blank => (
                "blank ballots",
                "give it `kind` = `invalid`, or `kind` = `against_all` where the law counts blank votes as valid",
            ),
            Self::AgainstAll => ("votes against all", "give it `kind` = `against_all`"),
        }
    }

    /// The same for a scenario file, where totals are no parties.
    const fn advice_in_file(self) -> (&'static str, &'static str) {
        let (seems, advice) = self.advice();
        let advice = match self {
            Self::Sum | Self::Others => advice,
            Self::Voters => "give it as `registered` under `[votes]`",
            Self::Invalid => "give it as `invalid` under `[votes]`",
            Self::Blank => {
                "give it as `invalid` under `[votes]`, or as `against_all` where the law counts blank votes as valid"
            }
            Self::AgainstAll => "give it as `against_all` under `[votes]`",
        };
        (seems, advice)
    }
}

/// Where the rows stand: that decides how it is said what they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// In a table of votes.
    Table,
    /// In a scenario file.
    File,
}

/// A row that looks like no list and does not say what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NoList {
    /// Its place among the rows.
    pub(super) row: usize,
    /// What it looks like, and what to write.
    pub(super) message: String,
}

/// Finds the first row without a `kind` that is named like no list, or whose votes are the sum of all others,
/// alone or with the `apart`, votes and ballots for no list. What heads the table may be their sum, or the largest
/// list with half of the votes: that row is given back, to be told of.
pub(super) fn find<'r>(
    rows: &'r [Row],
    apart: &[u64],
    written: Written,
) -> Result<Option<&'r Row>, NoList> {
    let named = rows.iter().enumerate().find_map(|(at, row)| Some((at, named(row, written)?)));
    if let Some((row, message)) = named {
        return Err(NoList { row, message });
    }
    match sum(rows, apart) {
        None => Ok(None),
        Some(0) => Ok(rows.first()),
        Some(row) => Err(NoList { row, message: is_sum(&rows[row]) }),
    }
}

fn named(row: &Row, written: Written) -> Option<String> {
    if row.kind.is_some() {
        return None;
    }
    let names = row.name.iter().flat_map(LocalName::texts);
    let (text, looks) = std::iter::once(row.id.as_str())
        .chain(names)
        .find_map(|text| Some((text, Looks::of(text)?)))?;
    let (seems, advice) = match written {
        Written::Table => looks.advice(),
        Written::File => looks.advice_in_file(),
    };
    Some(format!(
        "`{}` looks like {seems}, which wins no seats; {advice}, or, if it is a list of that name, give it `kind` = \
         `list`",
        excerpt(text)
    ))
}

fn is_sum(row: &Row) -> String {
    format!(
        "the votes of `{}` are the sum of all other rows; leave it out if it is their sum, or, if it is a list with \
         as many votes as the others together, give it `kind` = `list`",
        excerpt(&row.id)
    )
}

/// The row whose votes are the sum of the others. With fewer than two others with votes that says nothing.
fn sum(rows: &[Row], apart: &[u64]) -> Option<usize> {
    let votes = |row: &Row| match row.amount {
        Some(Amount::Votes(votes)) => u128::from(votes),
        _ => 0,
    };
    let with_votes = rows.iter().filter(|row| votes(row) > 0).count();
    // Lists that are not named may be left out of a sum, as what is counted apart may be.
    let is_others = |row: &&Row| row.kind == Some(PartyKind::Others);
    let others: u128 = rows.iter().filter(is_others).map(votes).sum();
    let all: u128 = rows.iter().map(votes).sum();
    // Sums with and without these, in the order in which they are given.
    let mut sums = vec![all - others];
    for more in apart.iter().map(|&more| u128::from(more)).chain([others]) {
        for at in 0..sums.len() {
            sums.push(sums[at] + more);
        }
    }
    rows.iter().position(|row| {
        row.kind.is_none() && votes(row) > 0 && with_votes >= 3 && sums.contains(&(2 * votes(row)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: &str, votes: u64) -> Row {
        Row { id: id.to_owned(), amount: Some(Amount::Votes(votes)), ..Row::default() }
    }

    /// Names, and what they look like.
    const NAMES: &[(Looks, &[&str])] = &[
        (
            Looks::Sum,
            &[
                "total",
                "TOTAL",
                "Total:",
                "(total)",
                "Grand total",
                "sub-total",
                "Total of all votes",
                "total_valid_votes",
                "Valid votes",
                "sum",
                "Итого",
                "ВСЕГО ГОЛОСОВ",
                "всего учтённых голосов",
                "Сумма",
                "Число действительных бюллетеней",
                "Барлығы",
                "БАРЛЫҒЫ",
                "Жиыны",
                "Барлық жарамды дауыстар",
                "Total 2023",
                "Барлық дауыстар",
                "Барлық дауыс саны",
                "Жалпы саны",
                "Общее количество",
                "Итого по списку",
                "Stimmen gesamt",
                "Summe",
            ],
        ),
        (
            Looks::Voters,
            &[
                "turnout",
                "Registered voters",
                "Явка",
                "Число зарегистрированных избирателей",
                "Келу",
            ],
        ),
        (Looks::Others, &["others", "Other parties", "Прочие", "Басқалар"]),
        (
            Looks::Invalid,
            &[
                "invalid",
                "Invalid ballots",
                "spoilt",
                "(invalid)",
                "invalid or blank",
                "Total invalid votes",
                "Недействительные",
                "недействительных бюллетеней",
                "Жарамсыз дауыстар",
            ],
        ),
        (Looks::Blank, &["blank", "(blank)", "BLANKE", "Blank votes", "пустые бюллетени"]),
        (
            Looks::AgainstAll,
            &[
                "against_all",
                "Against all",
                "AGAINST-ALL",
                "against all candidates",
                "votes against all",
                "None of the above",
                "NOTA",
                "Против всех",
                "против всех партий",
                "Бәріне қарсы",
                "Бәріне қарсымын",
                "Барлығына қарсы",
                "барлық партияларға қарсымын",
            ],
        ),
    ];

    #[test]
    fn names_of_rows_that_are_no_lists_are_known_in_three_languages() {
        for &(looks, names) in NAMES {
            for name in names {
                assert_eq!(Looks::of(name), Some(looks), "{name}");
            }
        }
        for list in [
            "amanat",
            "Ақ жол",
            "Against",
            "Serbia Against Violence",
            "Total Renewal",
            "People's Party",
            "Most-Híd",
            "Vote",
            "The Other Russia",
            "Партия действия",
            "a",
            "2023",
            "Valid Point",
            "All for the People",
            "Жаңа жиын",
            "Нет",
        ] {
            assert_eq!(Looks::of(list), None, "{list}");
        }
    }

    #[test]
    fn a_kind_settles_what_a_row_is() {
        for kind in [PartyKind::List, PartyKind::Others] {
            let total = Row { kind: Some(kind), ..row("total", 12) };
            assert_eq!(find(&[row("a", 5), row("b", 7), total], &[], Written::Table), Ok(None));
        }
        let named = Row { name: Some(LocalName::new("Итого")), ..row("x", 1) };
        assert_eq!(find(&[row("a", 5), named], &[], Written::File).unwrap_err().row, 1);
    }

    #[test]
    fn a_row_with_the_sum_of_all_others_is_found_where_that_tells_something() {
        let found = |votes: &[u64], apart: &[u64]| {
            let rows: Vec<Row> = votes.iter().map(|&votes| row("x", votes)).collect();
            find(&rows, apart, Written::Table).err().map(|no_list| no_list.row)
        };
        assert_eq!(found(&[5, 7, 12], &[]), Some(2));
        assert_eq!(found(&[5, 12, 7], &[]), Some(1));
        // With 3 against all, or these and 2 invalid ballots: 5 + 7 + 3 = 15, 5 + 7 + 3 + 2 = 17.
        assert_eq!(found(&[5, 7, 15], &[3, 2]), Some(2));
        assert_eq!(found(&[5, 7, 17], &[3, 2]), Some(2));
        assert_eq!(found(&[5, 7, 14], &[3, 2]), Some(2));
        assert_eq!(found(&[5, 7, 13], &[3, 2]), None);
        // The sum of the lists that are named, beside 10 votes for those that are not: 50 + 33 = 83.
        let others = Row { kind: Some(PartyKind::Others), ..row("o", 10) };
        let rows = [row("a", 50), row("b", 33), others, row("c", 83)];
        assert_eq!(find(&rows, &[], Written::Table).unwrap_err().row, 3);
        // The first may as well be the largest list.
        let rows = [row("a", 24), row("b", 5), row("c", 7), row("d", 12)];
        assert_eq!(find(&rows, &[], Written::File), Ok(Some(&rows[0])));
        let list = Row { kind: Some(PartyKind::List), ..row("a", 24) };
        let rows = [list, row("b", 5), row("c", 7), row("d", 12)];
        assert_eq!(find(&rows, &[], Written::File), Ok(None));
        // Two equal lists, with or without lists nobody chose.
        assert_eq!(found(&[5, 5], &[]), None);
        assert_eq!(found(&[0, 5, 0, 5], &[]), None);
        assert_eq!(found(&[50, 30, 20], &[]), None);
        assert_eq!(found(&[0, 0], &[]), None);
        // All of u64 is exact.
        assert_eq!(found(&[1, u64::MAX - 1, u64::MAX], &[]), Some(2));
    }
}
