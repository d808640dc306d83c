//! Shares, points and factors as a what-if writes them, held exactly.

use std::fmt;
use std::str::FromStr;

use super::super::wording::excerpt;
use super::refusal::Refusal;

/// Percentages are held in units of 10⁻⁹ %, of which so many make the whole.
pub(super) const WHOLE: u128 = 100_000_000_000;

/// No number of a what-if reaches 10⁶ % or 10⁶ points, so that products with votes fit into u128.
const LIMIT: i128 = 1_000_000_000_000_000;

/// A number with a sign and at most nine decimals, in billionths.
fn billionths(text: &str) -> Option<i128> {
    let (negative, digits) = match text.as_bytes().first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    let (whole, decimals) = match digits.split_once('.') {
        Some((_, "")) => return None,
        Some(parts) => parts,
        None => (digits, ""),
    };
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 7 || decimals.len() > 9 {
        return None;
    }
    if !plain(whole) || !plain(decimals) {
        return None;
    }
    let number: i128 = format!("{whole}{decimals:0<9}").parse().ok()?;
    (number <= LIMIT).then_some(if negative { -number } else { number })
}

/// Billionths as a decimal without a sign.
fn decimal(billionths: u128) -> String {
    let (whole, rest) = (billionths / 1_000_000_000, billionths % 1_000_000_000);
    if rest == 0 {
        return whole.to_string();
    }
    let decimals = format!("{rest:09}");
    format!("{whole}.{}", decimals.trim_end_matches('0'))
}

/// A percentage from 0 % on; a share has at most 100 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::scenario) struct Percent(pub(super) u128);

impl Percent {
    /// So many points: `1 point`, `2.5 points`.
    pub(super) fn as_points(self) -> String {
        let number = decimal(self.0);
        format!("{number} {}", if number == "1" { "point" } else { "points" })
    }

    /// A percentage that may exceed the whole: a factor.
    pub(in crate::scenario) fn factor(text: &str) -> Result<Self, Refusal> {
        let number = text.strip_suffix('%').filter(|number| !number.starts_with(['+', '-']));
        let factor = number.and_then(billionths).map(i128::unsigned_abs);
        factor.map(Self).ok_or_else(|| {
            let text = excerpt(text);
            Refusal::new(format!(
                "`{text}` is no factor; write a percentage from `0%` to `1000000%` with at most nine \
                 decimals, such as `120%`"
            ))
        })
    }
}

impl FromStr for Percent {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        let number = text.strip_suffix('%').filter(|number| !number.starts_with(['+', '-']));
        let share = number.and_then(billionths).map(i128::unsigned_abs);
        share.filter(|&share| share <= WHOLE).map(Self).ok_or_else(|| {
            let text = excerpt(text);
            Refusal::new(format!(
                "`{text}` is no share; write a percentage from `0%` to `100%` with at most nine \
                 decimals, such as `3%` or `2.5%`"
            ))
        })
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}%", decimal(self.0))
    }
}

/// Percentage points of all valid votes, from −100 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::scenario) struct Points(pub(super) i128);

impl FromStr for Points {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        if billionths(text).is_some() {
            let text = excerpt(text);
            return Refusal::because(format!(
                "`{text}` has no unit: a swing is in points of all valid votes, `{text}pp`; a share of the \
                 list is `swing proportional` with `%`, and so many `votes` are moved by `transfer`"
            ));
        }
        let points = text.strip_suffix("pp").and_then(billionths);
        points.filter(|points| points.unsigned_abs() <= WHOLE).map(Self).ok_or_else(|| {
            let text = excerpt(text);
            Refusal::new(format!(
                "`{text}` is no number of points; write points of all valid votes from `-100pp` to \
                 `+100pp` with at most nine decimals, such as `+2pp` or `-1.5pp`"
            ))
        })
    }
}

impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "−" } else { "+" };
        write!(f, "{sign}{}", decimal(self.0.unsigned_abs()))
    }
}

/// By how much something grows or shrinks, relative to itself: −100 % and more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::scenario) struct Growth(pub(super) i128);

impl FromStr for Growth {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        let growth = text.strip_suffix('%').and_then(billionths);
        growth.filter(|&growth| growth >= -100_000_000_000).map(Self).ok_or_else(|| {
            let text = excerpt(text);
            Refusal::new(format!(
                "`{text}` is no relative change; write a percentage from `-100%` on with at most nine \
                 decimals, such as `+10%` or `-5%`"
            ))
        })
    }
}

impl fmt::Display for Growth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}%", Points(self.0))
    }
}

/// A shift of the logarithm of the odds, from −10 to 10, in billionths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::scenario) struct Shift(pub(super) i128);

impl FromStr for Shift {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        let shift = billionths(text);
        shift.filter(|shift| shift.unsigned_abs() <= 10_000_000_000).map(Self).ok_or_else(|| {
            let text = excerpt(text);
            Refusal::new(format!(
                "`{text}` is no shift of log-odds; write a number from `-10` to `+10` with at most nine \
                 decimals, such as `+0.3`"
            ))
        })
    }
}

impl fmt::Display for Shift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Points(self.0).fmt(f)
    }
}

/// How many votes move: a share of the votes of a row, points of all valid votes, or so many votes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::scenario) enum Amount {
    Share(Percent),
    Points(Percent),
    Votes(u64),
}

impl Amount {
    /// The votes times [`WHOLE`], where the row has `votes` out of `valid`.
    pub(super) fn times_whole(self, votes: u64, valid: u64) -> u128 {
        match self {
            Self::Share(share) => u128::from(votes) * share.0,
            Self::Points(points) => u128::from(valid) * points.0,
            Self::Votes(votes) => u128::from(votes) * WHOLE,
        }
    }
}

impl FromStr for Amount {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        let refusal = || {
            let text = excerpt(text);
            Refusal::new(format!(
                "`{text}` is no amount of votes; write a share of the votes of the list from `0%` to \
                 `100%` such as `3%`, points of all valid votes such as `3pp`, or a whole number with its \
                 unit such as `3 votes`"
            ))
        };
        let could_be = |unit: &str| format!("{text}{unit}").parse::<Percent>().is_ok();
        if votes(text).is_some() || could_be("%") {
            return Err(no_unit(text));
        }
        if let Some(number) = text.strip_suffix("pp") {
            let points = format!("{number}%").parse().map_err(|_| refusal())?;
            return Ok(Self::Points(points));
        }
        if text.ends_with('%') {
            return text.parse().map(Self::Share).map_err(|_| refusal());
        }
        let number = VOTES.iter().find_map(|unit| text.strip_suffix(unit));
        number.and_then(|number| votes(number.trim_end())).map(Self::Votes).ok_or_else(refusal)
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Share(share) => write!(f, "{share} of its votes"),
            Self::Points(points) => write!(f, "{} of the valid votes", points.as_points()),
            Self::Votes(1) => f.write_str("1 vote"),
            Self::Votes(votes) => write!(f, "{votes} votes"),
        }
    }
}

/// The unit of a number of votes.
pub(super) const VOTES: [&str; 2] = ["votes", "vote"];

/// A number that could be any of those amounts that it can be.
fn no_unit(text: &str) -> Refusal {
    let is_share = format!("{text}%").parse::<Percent>().is_ok();
    let is_votes = votes(text).is_some();
    let text = excerpt(text);
    let votes = format!("`{text} votes`");
    let others =
        format!("`{text}%` of the votes of the list, or `{text}pp`, points of all valid votes");
    let write = match (is_votes, is_share) {
        (true, true) => format!("{votes}, {others}"),
        (false, true) => others,
        // Neither: a number beyond all of them, or one with decimals beyond 100.
        (_, false) => votes,
    };
    Refusal::new(format!("`{text}` has no unit; write {write}"))
}

/// A whole number of votes; digits may be grouped by underscores.
pub(super) fn votes(text: &str) -> Option<u64> {
    let digits = text.replace('_', "");
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_exactly() {
        assert_eq!("2.5%".parse(), Ok(Percent(2_500_000_000)));
        assert_eq!("-1.5pp".parse(), Ok(Points(-1_500_000_000)));
        assert_eq!("+2pp".parse(), Ok(Points(2_000_000_000)));
        assert_eq!("+0.000000001".parse(), Ok(Shift(1)));
        assert_eq!(Percent::factor("120%"), Ok(Percent(120_000_000_000)));
        assert_eq!("3pp".parse(), Ok(Amount::Points(Percent(3_000_000_000))));
        for text in ["10_000 votes", "10000votes", "10000 vote"] {
            assert_eq!(text.parse(), Ok(Amount::Votes(10_000)), "{text}");
        }
        for shown in ["0%", "2.5%", "0.000000001%", "100%"] {
            assert_eq!(shown.parse::<Percent>().unwrap().to_string(), shown);
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["", "%", "-3%", "+3%", "3", "100.1%", ".5%", "5.%", "1e1%", "0.0000000001%"] {
            assert!(text.parse::<Percent>().is_err(), "{text}");
        }
        for text in ["", "pp", "+-2pp", "101pp", "2%", "++2pp", "+2", "2", "é"] {
            assert!(text.parse::<Points>().is_err(), "{text}");
        }
        for text in ["-1%", "1000001%", "1.2", ""] {
            assert!(Percent::factor(text).is_err(), "{text}");
        }
        for text in ["-100.1%", "5", "10000000%"] {
            assert!(text.parse::<Growth>().is_err(), "{text}");
        }
        for text in ["11", "-10.000000001", "0.3%"] {
            assert!(text.parse::<Shift>().is_err(), "{text}");
        }
        for text in
            ["-3pp", "101%", "-1 votes", "_", "votes", "18446744073709551616 votes", "1.5 votes"]
        {
            assert!(text.parse::<Amount>().is_err(), "{text}");
        }
        for text in ["3", "3.5", "10_000", "18446744073709551615"] {
            let error = text.parse::<Amount>().unwrap_err().to_string();
            assert!(error.starts_with(&format!("`{text}` has no unit; ")), "{error}");
        }
    }
}
