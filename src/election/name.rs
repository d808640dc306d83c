//! Names as people type them: which party one of them means, and which one was perhaps meant.

use super::party::Party;

/// The most ids that a message lists.
const LISTED: usize = 20;

/// Why a name means no one party.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// No party has it.
    #[error("no party has the id `{name}`{hint}; the ids are {ids}")]
    Unknown {
        /// What was typed.
        name: String,
        /// The id that was perhaps meant, in brackets.
        hint: String,
        /// The ids there are.
        ids: String,
    },
    /// Several parties have it.
    #[error("`{name}` is the name of several parties: {ids}; write the id of one")]
    Ambiguous {
        /// What was typed.
        name: String,
        /// Their ids.
        ids: String,
    },
}

impl Party {
    /// Whether this is its id or a name that it has in some language, in capitals or not.
    pub fn is_called(&self, name: &str) -> bool {
        is_same_name(&self.id, name)
            || self.name.texts().into_iter().any(|text| is_same_name(text, name))
    }
}

/// Whether two names are the same but for capitals, quotation marks, and spaces written as `_` or `-`.
pub fn is_same_name(one: &str, other: &str) -> bool {
    folded(one) == folded(other)
}

/// The index of the party that `name` means: the one with exactly this id, or else the only one whose id or
/// name, in any language, is the same but for capitals, quotation marks, and spaces written as `_` or `-`.
///
/// ```
/// use kurultai::election::{Party, party_named};
/// let parties = ["amanat", "aq_jol"].map(Party::list);
/// assert_eq!(party_named(&parties, "AMANAT"), Ok(0));
/// assert_eq!(party_named(&parties, "Aq Jol"), Ok(1));
/// assert!(party_named(&parties, "amant").unwrap_err().to_string().contains("did you mean `amanat`?"));
/// ```
///
/// # Errors
/// [`NameError`], with the ids that would be accepted.
pub fn party_named(parties: &[Party], name: &str) -> Result<usize, NameError> {
    if let Some(exact) = parties.iter().position(|party| party.id == name) {
        return Ok(exact);
    }
    let called: Vec<usize> = (0..parties.len()).filter(|&at| parties[at].is_called(name)).collect();
    match called[..] {
        [one] => Ok(one),
        [] => Err(NameError::Unknown {
            name: short(name),
            hint: in_brackets(nearest_party(parties, name).map(|at| parties[at].id.as_str())),
            ids: listed(parties.iter()),
        }),
        _ => Err(NameError::Ambiguous {
            name: short(name),
            ids: listed(called.iter().map(|&at| &parties[at])),
        }),
    }
}

fn listed<'p>(parties: impl Iterator<Item = &'p Party>) -> String {
    let ids: Vec<String> = parties.take(LISTED).map(|party| format!("`{}`", party.id)).collect();
    ids.join(", ")
}

/// What was typed, short enough for a message.
fn short(name: &str) -> String {
    const LONGEST: usize = 60;
    match name.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    }
}

/// The party whose id or name in any language is nearest to `typed`, if one is near.
fn nearest_party(parties: &[Party], typed: &str) -> Option<usize> {
    let names = parties.iter().enumerate().flat_map(|(at, party)| {
        std::iter::once((at, party.id.as_str()))
            .chain(party.name.texts().into_iter().map(move |text| (at, text)))
    });
    names
        .filter_map(|(at, name)| Some((distance(typed, name)?, at)))
        .min()
        .map(|(_, nearest)| nearest)
}

/// ` (did you mean …?)` for the name that is nearest to `typed`, or nothing if none is near.
///
/// ```
/// use kurultai::election::did_you_mean;
/// assert_eq!(did_you_mean("dhont", ["hare", "dhondt"]), " (did you mean `dhondt`?)");
/// assert_eq!(did_you_mean("colour", ["hare", "dhondt"]), "");
/// ```
pub fn did_you_mean<'n>(typed: &str, names: impl IntoIterator<Item = &'n str>) -> String {
    in_brackets(nearest(typed, names))
}

fn in_brackets(name: Option<&str>) -> String {
    name.map_or_else(String::new, |name| format!(" (did you mean `{name}`?)"))
}

/// The name that is nearest to `typed`, if one is near; of several equally near the first.
///
/// Near is a name that a change, insertion, deletion or exchange of neighbours of at most a third of its
/// letters leads to, in Cyrillic or Latin letters, or one that begins with what was typed.
pub fn nearest<'n>(typed: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let near = names.into_iter().filter_map(|name| Some((distance(typed, name)?, name)));
    near.min_by_key(|&(distance, _)| distance).map(|(_, name)| name)
}

/// How far `name` is from what was typed; none if it is not near.
fn distance(typed: &str, name: &str) -> Option<usize> {
    let [typed, name] = [typed, name].map(|text| latin(&folded(text)));
    let (from, to): (Vec<char>, Vec<char>) = (typed.chars().collect(), name.chars().collect());
    let longest = from.len().max(to.len());
    // Nobody types names as long as that, and the table below is a square.
    if from.is_empty() || longest > 100 {
        return None;
    }
    let changes = changes(&from, &to);
    let near = changes <= (longest / 3).max(1) && changes < longest;
    let begins = from.len() >= 3 && name.starts_with(&typed);
    // What begins the same way is meant rather than nothing, but less than what is nearly the same.
    near.then_some(changes).or_else(|| begins.then_some(longest))
}

/// The fewest changes of one letter, insertions, deletions and exchanges of neighbours that lead from one
/// word to the other (optimal string alignment).
fn changes(from: &[char], to: &[char]) -> usize {
    let mut rows: Vec<Vec<usize>> = vec![(0..=to.len()).collect()];
    for i in 1..=from.len() {
        let mut row = vec![i];
        for j in 1..=to.len() {
            let above = &rows[i - 1];
            let change = above[j - 1] + usize::from(from[i - 1] != to[j - 1]);
            let mut least = change.min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[from.len()][to.len()]
}

/// A name as names are compared: small letters, no quotation marks, one space for each run of spaces, `_` and
/// `-`; `й` and `ё` also where they are written as a letter and a mark.
fn folded(name: &str) -> String {
    let mut letters = String::with_capacity(name.len());
    for letter in name.chars().flat_map(char::to_lowercase) {
        match letter {
            // Quotation marks; then the marks of й and ё, and of capitals such as İ.
            '«' | '»' | '"' | '“' | '”' | '„' | '\u{306}' | '\u{307}' | '\u{308}' => {}
            '’' | 'ʼ' | '‘' | '`' => letters.push('\''),
            'ё' => letters.push('е'),
            'й' => letters.push('и'),
            '_' | '-' | '‐' | '‑' | '–' | '—' => letters.push(' '),
            letter => letters.push(letter),
        }
    }
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Cyrillic letters as Kazakh and Russian names have them in Latin script, roughly: only what is near is
/// looked for.
fn latin(name: &str) -> String {
    let mut letters = String::with_capacity(name.len());
    for letter in name.chars() {
        letters.push_str(match letter {
            'а' | 'ә' => "a",
            'б' => "b",
            'в' => "v",
            'г' | 'ғ' => "g",
            'д' => "d",
            'е' | 'э' => "e",
            'ж' => "j",
            'з' => "z",
            'и' | 'і' => "i",
            'к' | 'қ' => "k",
            'л' => "l",
            'м' => "m",
            'н' | 'ң' => "n",
            'о' | 'ө' => "o",
            'п' => "p",
            'р' => "r",
            'с' => "s",
            'т' => "t",
            'у' | 'ү' | 'ұ' => "u",
            'ф' => "f",
            'х' | 'һ' => "h",
            'ц' => "ts",
            'ч' => "ch",
            'ш' => "sh",
            'щ' => "shch",
            'ы' => "y",
            'ю' => "yu",
            'я' => "ya",
            'ъ' | 'ь' => "",
            letter => {
                letters.push(letter);
                continue;
            }
        });
    }
    letters
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::LocalName;
    use super::*;

    fn party(id: &str, names: &[(&str, &str)]) -> Party {
        let by_language: BTreeMap<String, String> =
            names.iter().map(|&(language, name)| (language.to_owned(), name.to_owned())).collect();
        Party { name: LocalName::by_language(names[0].1, by_language), ..Party::list(id) }
    }

    fn parties() -> [Party; 3] {
        [
            party("aq_jol", &[("en", "Aq Jol"), ("kk", "Ақ жол"), ("ru", "Ак жол")]),
            party("qhp", &[("en", "People's Party"), ("kk", "ҚХП"), ("ru", "НПК")]),
            party("yntymaq", &[("en", "Accord"), ("ru", "Йынтымақ")]),
        ]
    }

    #[test]
    fn a_party_is_known_by_its_id_and_by_each_of_its_names() {
        for (name, index) in [
            ("aq_jol", 0),
            ("AQ-JOL", 0),
            ("aq  jol", 0),
            ("АҚ ЖОЛ", 0),
            ("«Ак жол»", 0),
            ("People’s party", 1),
            ("қхп", 1),
            ("нпк", 1),
            // Written as и and a breve, as some file systems and phones do.
            ("И\u{306}ынтымақ", 2),
        ] {
            assert_eq!(party_named(&parties(), name), Ok(index), "{name}");
        }
    }

    #[test]
    fn an_id_goes_before_names_and_a_name_of_two_is_refused_with_both_ids() {
        let parties = [
            party("a", &[("en", "b")]),
            party("b", &[("en", "Unity")]),
            party("c", &[("en", "UNITY")]),
        ];
        assert_eq!(party_named(&parties, "b"), Ok(1));
        let ambiguous = party_named(&parties, "unity").unwrap_err().to_string();
        assert_eq!(
            ambiguous,
            "`unity` is the name of several parties: `b`, `c`; write the id of one"
        );
        assert_eq!(
            party_named(&parties, "B").unwrap_err().to_string(),
            "`B` is the name of several parties: `a`, `b`; write the id of one"
        );
    }

    #[test]
    fn a_slip_is_told_the_id_meant_also_from_cyrillic() {
        for (typed, id) in
            [("aq_jl", "aq_jol"), ("qph", "qhp"), ("акжол", "aq_jol"), ("Принятие", "")]
        {
            let said = party_named(&parties(), typed).unwrap_err().to_string();
            let hint = format!("(did you mean `{id}`?); the ids are `aq_jol`, `qhp`, `yntymaq`");
            assert_eq!(said.contains(&hint), !id.is_empty(), "{said}");
        }
    }

    #[test]
    fn nearest_is_by_changes_and_else_by_the_beginning() {
        let laws =
            ["kurultai-2026", "mazhilis-2023", "netherlands", "netherlands-municipal", "sweden"];
        for (typed, meant) in [
            ("kurultai", Some("kurultai-2026")),
            ("mazhilis-2032", Some("mazhilis-2023")),
            ("nehterlands", Some("netherlands")),
            ("Netherlands_Municipal", Some("netherlands-municipal")),
            ("құрылтай-2026", Some("kurultai-2026")),
            ("swe", Some("sweden")),
            ("sw", None),
            ("france", None),
            ("", None),
        ] {
            assert_eq!(nearest(typed, laws), meant, "{typed}");
        }
        assert_eq!(nearest("kz", ["en", "kk", "ru"]), Some("kk"));
        // Nothing of a name of one letter is left when that changes.
        assert_eq!(nearest("a", ["b"]), None);
    }

    #[test]
    fn changes_are_those_of_optimal_string_alignment() {
        let changes = |from: &str, to: &str| {
            changes(&from.chars().collect::<Vec<_>>(), &to.chars().collect::<Vec<_>>())
        };
        // kitten → sitten → sittin → sitting.
        assert_eq!(changes("kitten", "sitting"), 3);
        assert_eq!(
            [changes("ab", "ba"), changes("abc", ""), changes("", "ab"), changes("x", "x")],
            [1, 3, 2, 0]
        );
    }
}
