//! The tie rules of an option: one word, or several with commas.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, PossibleValuesParser, StringValueParser, TypedValueParser};
use clap::{Arg, Command, Error};

use crate::law::{TieRule, TieRules};

/// Reads rules that are tried in turn.
#[derive(Clone, Debug)]
pub(super) struct TieRulesParser;

impl TypedValueParser for TieRulesParser {
    type Value = TieRules;

    fn parse_ref(
        &self,
        command: &Command,
        option: Option<&Arg>,
        value: &OsStr,
    ) -> Result<TieRules, Error> {
        let text = StringValueParser::new().parse_ref(command, option, value)?;
        let words = PossibleValuesParser::new(TieRule::WORDS.map(|(_, word)| word));
        for word in text.split(',') {
            words.parse_ref(command, option, word.trim().as_ref())?;
        }
        let rules = StringValueParser::new().try_map(|text| text.parse::<TieRules>());
        rules.parse_ref(command, option, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(TieRule::WORDS.into_iter().map(|(_, word)| PossibleValue::new(word))))
    }
}
