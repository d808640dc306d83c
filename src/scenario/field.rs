//! Values of a TOML file with their places: every refusal names line, column and what is accepted.

use std::fmt::Display;
use std::ops::RangeInclusive;
use std::str::FromStr;

use toml::de::{DeTable, DeValue};

use super::error::{Place, ScenarioError, quoted};
use super::polls::Date;
use super::wording;
use crate::election::did_you_mean;

/// A TOML text and the name that messages give it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Document<'t> {
    pub(super) name: &'t str,
    pub(super) text: &'t str,
}

/// A table of the file whose keys are all known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Section<'t> {
    document: Document<'t>,
    title: &'static str,
    start: usize,
    table: &'t DeTable<'t>,
}

/// A value of the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field<'t> {
    document: Document<'t>,
    pub(super) key: &'t str,
    start: usize,
    value: &'t DeValue<'t>,
}

impl<'t> Section<'t> {
    /// The whole file. `title` completes "unknown key `x` in …".
    pub(super) fn root(
        document: Document<'t>,
        table: &'t DeTable<'t>,
        keys: &[&str],
    ) -> Result<Self, ScenarioError> {
        let title = "the file";
        Self::checked(document, title, 0, table, keys)
    }

    fn checked(
        document: Document<'t>,
        title: &'static str,
        start: usize,
        table: &'t DeTable<'t>,
        keys: &[&str],
    ) -> Result<Self, ScenarioError> {
        let section = Self { document, title, start, table };
        let unknown = (section.fields().into_iter()).find(|(_, field)| !keys.contains(&field.key));
        match unknown {
            None => Ok(section),
            Some((key_start, field)) => {
                let meant = did_you_mean(field.key, keys.iter().copied());
                let key = wording::excerpt(field.key);
                let keys = quoted(keys.iter().copied());
                let place = Place::byte(document.name, document.text, key_start);
                Err(place
                    .refuse(format!("unknown key `{key}` in {title}{meant}; the keys are {keys}")))
            }
        }
    }

    /// Every field in the order of the file, with the place of its key.
    pub(super) fn fields(&self) -> Vec<(usize, Field<'t>)> {
        let field = |(key, value): (&'t toml::Spanned<_>, &'t toml::Spanned<_>)| {
            let key: &'t toml::Spanned<toml::de::DeString<'t>> = key;
            (
                key.span().start,
                Field {
                    document: self.document,
                    key: key.get_ref(),
                    start: value.span().start,
                    value: value.get_ref(),
                },
            )
        };
        let mut fields: Vec<_> = self.table.iter().map(field).collect();
        fields.sort_by_key(|&(start, _)| start);
        fields
    }

    /// The field `key`, if it is there.
    pub(super) fn get(&self, key: &str) -> Option<Field<'t>> {
        let (key, value) = self.table.get_key_value(key)?;
        Some(Field {
            document: self.document,
            key: key.get_ref(),
            start: value.span().start,
            value: value.get_ref(),
        })
    }

    /// The field `key`, which must be there; `example` shows how it is written.
    pub(super) fn require(&self, key: &str, example: &str) -> Result<Field<'t>, ScenarioError> {
        self.get(key).ok_or_else(|| {
            let title = self.title;
            self.refuse(format!("`{key}` is missing in {title}; write {example}"))
        })
    }

    /// Refuses the field `key`, or the section if it has none.
    pub(super) fn refuse_key(&self, key: &str, message: impl Into<String>) -> ScenarioError {
        match self.get(key) {
            Some(field) => field.refuse(message),
            None => self.refuse(message),
        }
    }

    /// Refuses the section as a whole.
    pub(super) fn refuse(&self, message: impl Into<String>) -> ScenarioError {
        let Document { name, text } = self.document;
        Place::byte(name, text, self.start).refuse(message)
    }
}

impl<'t> Field<'t> {
    /// Refuses the value.
    pub(super) fn refuse(&self, message: impl Into<String>) -> ScenarioError {
        let Document { name, text } = self.document;
        Place::byte(name, text, self.start).refuse(message)
    }

    /// Where the value is.
    pub(super) fn place(&self) -> Place {
        Place::byte(self.document.name, self.document.text, self.start)
    }

    /// Refuses the value for not being what is `accepted`.
    pub(super) fn mismatch(&self, accepted: &str) -> ScenarioError {
        let found = match self.value {
            DeValue::String(text) => format!("the string \"{}\"", wording::excerpt(text)),
            DeValue::Integer(number) => wording::excerpt(&number.to_string()),
            DeValue::Float(number) => wording::excerpt(number.as_str()),
            DeValue::Boolean(flag) => flag.to_string(),
            DeValue::Datetime(date) => format!("the date {date}"),
            DeValue::Array(_) => "an array".to_owned(),
            DeValue::Table(_) => "a table".to_owned(),
        };
        self.refuse(format!("`{}` is {found}; it must be {accepted}", self.key))
    }

    /// A string, described in messages as `accepted`.
    pub(super) fn string(&self, accepted: &str) -> Result<&'t str, ScenarioError> {
        self.value.as_str().ok_or_else(|| self.mismatch(accepted))
    }

    /// One line of text of at most `longest` characters.
    pub(super) fn line(&self, longest: usize) -> Result<String, ScenarioError> {
        let text = self.string("a string")?;
        wording::check(text, longest)
            .map_err(|wrong| self.refuse(format!("`{}` {wrong}", self.key)))?;
        Ok(text.to_owned())
    }

    /// A string that reads as a `T`, described in messages as `accepted`.
    pub(super) fn parse<T>(&self, accepted: &str) -> Result<T, ScenarioError>
    where
        T: FromStr<Err: Display>,
    {
        let text = self.string(accepted)?;
        if text.chars().nth(wording::MAX_NAME).is_some() {
            return Err(self.mismatch(accepted));
        }
        (text.parse()).map_err(|error: T::Err| self.refuse(error.to_string()))
    }

    /// Whether the value is an integer.
    pub(super) fn is_integer(&self) -> bool {
        self.value.is_integer()
    }

    /// Whether the value is a string.
    pub(super) fn is_string(&self) -> bool {
        self.value.is_str()
    }

    /// Whether the value is a table.
    pub(super) fn is_table(&self) -> bool {
        self.value.is_table()
    }

    /// Whether the value is a number of any kind.
    pub(super) fn is_number(&self) -> bool {
        self.value.is_integer() || self.value.is_float()
    }

    /// A whole number in `range`; all of u64 can be written.
    pub(super) fn whole(&self, range: RangeInclusive<u64>) -> Result<u64, ScenarioError> {
        let number = self.value.as_integer().and_then(|integer| {
            let digits = integer.as_str();
            let digits = digits.strip_prefix('+').unwrap_or(digits);
            u64::from_str_radix(digits, integer.radix()).ok()
        });
        number.filter(|number| range.contains(number)).ok_or_else(|| {
            let (least, most) = range.into_inner();
            self.mismatch(&format!("a whole number from {least} to {most}"))
        })
    }

    /// A whole number from `least` to the largest u32.
    pub(super) fn whole_u32(&self, least: u32) -> Result<u32, ScenarioError> {
        let number = self.whole(u64::from(least)..=u64::from(u32::MAX))?;
        Ok(u32::try_from(number).unwrap_or(u32::MAX))
    }

    /// A number; the caller checks its range.
    pub(super) fn number(&self) -> Result<f64, ScenarioError> {
        let text = match self.value {
            DeValue::Float(number) => Some(number.as_str()),
            DeValue::Integer(number) if number.radix() == 10 => Some(number.as_str()),
            _ => None,
        };
        text.and_then(|text| text.parse().ok()).ok_or_else(|| self.mismatch("a number"))
    }

    /// A day, written as a date or as a string.
    pub(super) fn day(&self) -> Result<Date, ScenarioError> {
        let text = match self.value {
            DeValue::Datetime(date) => date.to_string(),
            DeValue::String(text) => text.to_string(),
            _ => return Err(self.mismatch("a date such as 2023-03-18")),
        };
        text.parse().map_err(|error| self.refuse(format!("`{}`: {error}", self.key)))
    }

    /// `true` or `false`.
    pub(super) fn flag(&self) -> Result<bool, ScenarioError> {
        (self.value.as_bool()).ok_or_else(|| self.mismatch("`true` or `false`"))
    }

    /// A table with no other keys than `keys`; `title` is how the file writes it.
    pub(super) fn section(
        &self,
        title: &'static str,
        keys: &[&str],
    ) -> Result<Section<'t>, ScenarioError> {
        let table = self.table(title)?;
        Section::checked(self.document, title, self.start, table, keys)
    }

    /// A table whose keys are the author's choice.
    pub(super) fn open_section(&self, title: &'static str) -> Result<Section<'t>, ScenarioError> {
        Ok(Section { document: self.document, title, start: self.start, table: self.table(title)? })
    }

    fn table(&self, title: &str) -> Result<&'t DeTable<'t>, ScenarioError> {
        (self.value.as_table()).ok_or_else(|| self.mismatch(&format!("a table, written {title}")))
    }

    /// The values of an array, each under the array's key.
    pub(super) fn items(&self, accepted: &str) -> Result<Vec<Field<'t>>, ScenarioError> {
        let array = (self.value.as_array()).ok_or_else(|| self.mismatch(accepted))?;
        let item = |value: &'t toml::Spanned<DeValue<'t>>| Field {
            start: value.span().start,
            value: value.get_ref(),
            ..*self
        };
        Ok(array.iter().map(item).collect())
    }
}
