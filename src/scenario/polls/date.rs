//! Days of the calendar: when a poll was in the field.

use std::fmt;
use std::str::FromStr;

use super::super::wording::excerpt;

/// A day of the Gregorian calendar from 1900 to 2100, written `2023-03-19` (ISO 8601).
///
/// ```
/// use kurultai::scenario::Date;
/// let election: Date = "2023-03-19".parse().unwrap();
/// assert_eq!(election.days_since("2023-02-27".parse().unwrap()), 20);
/// assert!("19.03.2023".parse::<Date>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// A text that is no day.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a date: write a day from 1900-01-01 to 2100-12-31 as year-month-day, such as \
     `2023-03-19`"
)]
pub struct DateError(String);

impl Date {
    /// How many days this day is after `earlier`; negative if it is before.
    pub fn days_since(self, earlier: Self) -> i64 {
        self.number() - earlier.number()
    }

    /// The number of the day, counted from a first of March far back: a year that begins in March has
    /// its leap day at the end, and its months before that have 153 days in every five.
    fn number(self) -> i64 {
        let (month, year) = (i64::from(self.month), i64::from(self.year));
        let year = if month <= 2 { year - 1 } else { year };
        let months = (month + 9) % 12;
        let leap_days = year / 4 - year / 100 + year / 400;
        year * 365 + leap_days + (153 * months + 2) / 5 + i64::from(self.day)
    }
}

/// How many days a month has.
fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let digits = |range: std::ops::Range<usize>| {
            let digits = text.get(range)?;
            let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
            plain.then(|| digits.parse::<u16>().ok()).flatten()
        };
        let bytes = text.as_bytes();
        let dashed = bytes.len() == 10 && bytes[4] == b'-' && bytes[7] == b'-';
        let date = || {
            let (year, month, day) = (digits(0..4)?, digits(5..7)?, digits(8..10)?);
            let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
            let exists = (1900..=2100).contains(&year)
                && (1..=12).contains(&month)
                && (1..=days_in(year, month)).contains(&day);
            exists.then_some(Self { year, month, day })
        };
        dashed.then(date).flatten().ok_or_else(|| DateError(excerpt(text)))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn every_day_has_its_number() {
        // 201 years of 365 days and 49 leap days (1900 and 2100 have none), less one day between ends.
        assert_eq!(date("2100-12-31").days_since(date("1900-01-01")), 201 * 365 + 49 - 1);
        assert_eq!(date("2024-03-01").days_since(date("2024-02-28")), 2);
        assert_eq!(date("2023-03-01").days_since(date("2023-02-28")), 1);
        assert_eq!(date("2023-01-01").days_since(date("2022-12-31")), 1);
        assert_eq!(date("2023-01-25").days_since(date("2023-01-28")), -3);
        let mut previous = date("1999-12-31");
        for month in 1..=12 {
            for day in 1..=days_in(2000, month) {
                let next = Date { year: 2000, month, day };
                assert_eq!(next.days_since(previous), 1, "{next}");
                assert_eq!(date(&next.to_string()), next);
                previous = next;
            }
        }
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in [
            "",
            "2023-02-29",
            "2100-02-29",
            "2023-13-01",
            "2023-00-10",
            "2023-01-00",
            "2023-1-5",
            "1899-12-31",
            "2101-01-01",
            "19.03.2023",
            "2023/03/19",
            "2023-03-19T00:00",
            "+023-03-19",
            "2023-03-1ä",
            "ä23-03-19",
        ] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }
}
