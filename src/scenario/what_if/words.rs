//! The language of `--what-if`: an operator and its words.
//!
//! Words are separated by spaces, rows of a transfer by commas; a name with a space or a comma in it
//! stands in double quotes or guillemets. The same constructors check what the words and what a file say.

use std::str::FromStr;

use super::super::error::quoted;
use super::super::wording::excerpt;
use super::Operator;
use super::amount::{Amount, Percent, Points, VOTES, votes};
use super::heirs::{Heirs, NOBODY};
use super::merge::Merge;
use super::refusal::Refusal;
use super::scale::Scale;
use super::split::Split;
use super::swing::{Swing, Uniform};
use super::threshold_effect::{Desertion, Insurance, ThresholdEffect};
use super::transfer::{Transfer, TransferRow};
use super::turnout::{Turnout, TurnoutChange};
use super::undecided::Undecided;
use super::withdraw::Withdraw;
use crate::election::did_you_mean;

/// How each operator is written, by its name.
pub(in crate::scenario) const FORMS: [(&str, &str); 9] = [
    (
        "transfer",
        "`transfer amanat auyl 3%`, `transfer amanat auyl 3% aq_jol 1pp, qhp osdp 5000 votes`",
    ),
    (
        "swing",
        "`swing respublica +2pp`, `swing respublica +2pp auyl -1pp from amanat`, `swing proportional auyl \
         +10%`, `swing logit auyl +0.3`",
    ),
    ("merge", "`merge auyl aq_jol into auyl`"),
    ("split", "`split auyl auyl 60% new_list 40%`"),
    (
        "withdraw",
        "`withdraw osdp nobody`, `withdraw osdp proportional`, `withdraw osdp to auyl 60% nobody 40%`, \
         `withdraw osdp previous amanat 3000 auyl 1000`",
    ),
    (
        "undecided",
        "`undecided others proportional`, `undecided others to amanat 60% auyl 40%`, `undecided others \
         previous amanat 3000 auyl 1000`",
    ),
    ("turnout", "`turnout almaty 60%`, `turnout almaty +10pp`"),
    (
        "threshold_effect",
        "`threshold_effect desertion 20%`, `threshold_effect desertion 20% to auyl insurance 1% band \
         2pp from amanat`",
    ),
    ("scale", "`scale auyl 120%`, `scale all 90%`"),
];

/// The words of a what-if, from left to right.
struct Words {
    operator: String,
    rest: Vec<String>,
    at: usize,
}

/// Reads a what-if.
pub(super) fn read(text: &str) -> Result<Operator, Refusal> {
    let mut words = tokens(text)?;
    let names = quoted(FORMS.iter().map(|&(name, _)| name));
    if words.is_empty() {
        return Refusal::because(format!("a what-if begins with an operator: {names}"));
    }
    let operator = words.remove(0);
    let mut words = Words { operator, rest: words, at: 0 };
    let read = match words.operator.as_str() {
        "transfer" => transfer(&mut words).map(Operator::Transfer),
        "swing" => swing(&mut words).map(Operator::Swing),
        "merge" => merge(&mut words).map(Operator::Merge),
        "split" => split(&mut words).map(Operator::Split),
        "withdraw" => {
            let party = words.name()?;
            heirs(&mut words).map(|heirs| Operator::Withdraw(Withdraw::new(party, heirs)))
        }
        "undecided" => {
            let row = words.name()?;
            heirs(&mut words).map(|heirs| Operator::Undecided(Undecided::new(row, heirs)))
        }
        "turnout" => turnout(&mut words).map(Operator::Turnout),
        "threshold_effect" => threshold_effect(&mut words).map(Operator::ThresholdEffect),
        "scale" => scale(&mut words).map(Operator::Scale),
        unknown => Refusal::because(format!(
            "unknown operator `{}`{}; the operators are {names}",
            excerpt(unknown),
            did_you_mean(unknown, FORMS.iter().map(|&(name, _)| name))
        )),
    }?;
    match words.peek() {
        None => Ok(read),
        Some(_) => Err(words.malformed()),
    }
}

impl Words {
    fn peek(&self) -> Option<&str> {
        self.rest.get(self.at).map(String::as_str)
    }

    /// Takes the next word if it is this one.
    fn take(&mut self, word: &str) -> bool {
        let is_next = self.peek() == Some(word);
        self.at += usize::from(is_next);
        is_next
    }

    /// The next word, which must be there and no comma.
    fn name(&mut self) -> Result<String, Refusal> {
        match self.rest.get(self.at) {
            Some(word) if word != "," => {
                self.at += 1;
                Ok(word.clone())
            }
            _ => Err(self.malformed()),
        }
    }

    fn number<T: FromStr<Err = Refusal>>(&mut self) -> Result<T, Refusal> {
        let word = self.name()?;
        word.parse().map_err(|refusal| or_a_name(&word, refusal))
    }

    /// The next amount; the unit of votes may be a word of its own.
    fn amount(&mut self) -> Result<Amount, Refusal> {
        let number = self.name()?;
        let unit = self.peek().filter(|unit| VOTES.contains(unit) && votes(&number).is_some());
        match unit.map(|unit| format!("{number} {unit}")) {
            Some(amount) => {
                self.at += 1;
                amount.parse()
            }
            None => number.parse().map_err(|refusal| or_a_name(&number, refusal)),
        }
    }

    /// Whether another name follows before a comma or one of these words.
    fn more(&self, stops: &[&str]) -> bool {
        self.peek().is_some_and(|word| word != "," && !stops.contains(&word))
    }

    /// Names up to the end or one of these words; at least one.
    fn names(&mut self, stops: &[&str]) -> Result<Vec<String>, Refusal> {
        let mut names = vec![self.name()?];
        while self.more(stops) {
            names.push(self.name()?);
        }
        Ok(names)
    }

    /// Names, each with a number, up to the end, a comma or one of these words; at least one.
    fn pairs<T>(
        &mut self,
        stops: &[&str],
        number: impl Fn(&mut Self) -> Result<T, Refusal>,
    ) -> Result<Vec<(String, T)>, Refusal> {
        let mut pairs = Vec::new();
        while pairs.is_empty() || self.more(stops) {
            pairs.push((self.name()?, number(self)?));
        }
        Ok(pairs)
    }

    /// The words as a whole are not what the operator takes.
    fn malformed(&self) -> Refusal {
        let form = FORMS.iter().find(|(name, _)| *name == self.operator);
        let form = form.map_or("", |(_, form)| form);
        let place = match self.peek() {
            Some(word) => format!("`{}` is out of place", excerpt(word)),
            None => "a word is missing at the end".to_owned(),
        };
        let refusal = Refusal::new(format!("{place}; `{}` is written {form}", self.operator));
        self.peek().map_or(refusal.clone(), |word| or_a_name(word, refusal))
    }
}

/// The refusal of a word at a wrong place. One of letters alone may be the second of a name.
fn or_a_name(word: &str, refusal: Refusal) -> Refusal {
    let is_part_of_name = word.chars().any(char::is_alphabetic) && !word.contains(char::is_numeric);
    if is_part_of_name {
        Refusal::new(format!("{refusal}; put a name with a space in double quotes"))
    } else {
        refusal
    }
}

/// The quotation marks that may stand around a name: those that open, and those that close.
const QUOTES: [(char, char); 3] = [('"', '"'), ('«', '»'), ('“', '”')];

/// The words of a text; commas are words of their own.
fn tokens(text: &str) -> Result<Vec<String>, Refusal> {
    let mut words = Vec::new();
    let mut characters = text.chars().peekable();
    while let Some(&character) = characters.peek() {
        if character.is_whitespace() {
            characters.next();
        } else if character == ',' {
            characters.next();
            words.push(",".to_owned());
        } else if let Some(&(_, close)) = QUOTES.iter().find(|(open, _)| *open == character) {
            characters.next();
            let mut word = String::new();
            loop {
                match characters.next() {
                    Some(inside) if inside == close => break,
                    Some(inside) => word.push(inside),
                    None if close == '"' => {
                        return Refusal::because(
                            "a double quotation mark is never closed; close it",
                        );
                    }
                    None => {
                        return Refusal::because(format!(
                            "the quotation mark `{character}` is never closed; close it with `{close}`"
                        ));
                    }
                }
            }
            words.push(word);
        } else {
            let mut word = String::new();
            let ends = |character: char| {
                let is_quote = QUOTES.iter().any(|&(open, _)| open == character);
                character.is_whitespace() || character == ',' || is_quote
            };
            while let Some(inside) = characters.next_if(|&inside| !ends(inside)) {
                word.push(inside);
            }
            let (mut rest, is_number) =
                (characters.clone(), word.ends_with(|last: char| last.is_ascii_digit()));
            if is_number
                && rest.next() == Some(',')
                && rest.next().is_some_and(|next| next.is_ascii_digit())
            {
                return Refusal::because(format!(
                    "`{},` is followed by a digit; write decimals with a point, such as `3.5%`, and groups of digits \
                     with `_`, such as `10_000 votes`",
                    excerpt(&word)
                ));
            }
            words.push(word);
        }
    }
    Ok(words)
}

fn transfer(words: &mut Words) -> Result<Transfer, Refusal> {
    let mut rows = Vec::new();
    loop {
        let from = words.name()?;
        rows.push(TransferRow { from, to: words.pairs(&[], Words::amount)? });
        if !words.take(",") {
            return Transfer::new(rows);
        }
    }
}

fn swing(words: &mut Words) -> Result<Swing, Refusal> {
    if words.take("proportional") {
        return Ok(Swing::Proportional { list: words.name()?, by: words.number()? });
    }
    if words.take("logit") {
        return Ok(Swing::Logit { list: words.name()?, by: words.number()? });
    }
    words.take("uniform");
    let points = words.pairs(&["from"], Words::number::<Points>)?;
    let givers = words.take("from").then(|| words.names(&[])).transpose()?;
    Uniform::new(points, givers).map(Swing::Uniform)
}

fn merge(words: &mut Words) -> Result<Merge, Refusal> {
    let parties = words.names(&["into"])?;
    if !words.take("into") {
        return Err(words.malformed());
    }
    Merge::new(parties, words.name()?)
}

fn split(words: &mut Words) -> Result<Split, Refusal> {
    let party = words.name()?;
    Split::new(party, words.pairs(&[], Words::number::<Percent>)?)
}

fn heirs(words: &mut Words) -> Result<Heirs, Refusal> {
    if words.take(NOBODY) {
        Ok(Heirs::Nobody)
    } else if words.take("proportional") {
        Ok(Heirs::Proportional)
    } else if words.take("to") {
        Heirs::shares(words.pairs(&[], Words::number::<Percent>)?)
    } else if words.take("previous") {
        Heirs::previous(words.pairs(&[], |words| {
            let word = words.name()?;
            votes(&word).ok_or_else(|| {
                let word = excerpt(&word);
                Refusal::new(format!("`{word}` is no number of votes; write a whole number"))
            })
        })?)
    } else {
        Err(words.malformed())
    }
}

fn turnout(words: &mut Words) -> Result<Turnout, Refusal> {
    let group = words.name()?;
    let change = words.name()?;
    let change = if change.ends_with("pp") {
        TurnoutChange::By(change.parse()?)
    } else {
        TurnoutChange::To(change.parse()?)
    };
    Ok(Turnout::new(group, change))
}

fn threshold_effect(words: &mut Words) -> Result<ThresholdEffect, Refusal> {
    let mut desertion = None;
    let mut insurance = None;
    if words.take("desertion") {
        let share = words.number()?;
        let to = words.take("to").then(|| words.names(&["insurance"])).transpose()?;
        desertion = Some(Desertion { share, to });
    }
    if words.take("insurance") {
        let share = words.number()?;
        if !words.take("band") {
            return Err(words.malformed());
        }
        let band = band(&words.name()?)?;
        let from = words.take("from").then(|| words.names(&[])).transpose()?;
        insurance = Some(Insurance { share, band, from });
    }
    if desertion.is_none() && insurance.is_none() {
        return Err(words.malformed());
    }
    ThresholdEffect::new(desertion, insurance)
}

/// The width of a band, in points.
pub(in crate::scenario) fn band(text: &str) -> Result<Percent, Refusal> {
    let points = text.strip_suffix("pp").and_then(|number| format!("{number}%").parse().ok());
    points.ok_or_else(|| {
        Refusal::new(format!(
            "`{}` is no band; write points of the base of the threshold from `0pp` to `100pp`, such as \
             `2pp`",
            excerpt(text)
        ))
    })
}

fn scale(words: &mut Words) -> Result<Scale, Refusal> {
    let row = if words.take("all") { None } else { Some(words.name()?) };
    let factor = words.name()?;
    let factor = Percent::factor(&factor).map_err(|refusal| or_a_name(&factor, refusal))?;
    Ok(Scale::new(row, factor))
}
