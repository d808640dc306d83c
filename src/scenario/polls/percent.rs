//! Percentages as polls publish them, held exactly.

use super::super::wording::excerpt;

/// A percentage in units of 10⁻⁶ %, of which 10⁸ make the whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Percent(pub(super) u64);

/// The most decimals of a percentage.
const MOST_DECIMALS: usize = 6;

impl Percent {
    pub(super) const WHOLE: Self = Self(100_000_000);

    /// Reads `48.6`, `48.6%` or `48.6 %`, with the number of decimals written. The message is to follow
    /// the name of what is read.
    pub(super) fn read(text: &str) -> Result<(Self, u32), String> {
        let number = text.strip_suffix('%').map_or(text, str::trim_end);
        if number.contains(',') {
            let point = excerpt(&text.replace(',', "."));
            return Err(format!(
                "is `{}`, with a decimal comma; write a decimal point, as in `{point}`",
                excerpt(text)
            ));
        }
        let accepted = || {
            format!(
                "is `{}`; it must be a percentage from 0 to 100 with at most six decimals, such as \
                 `48.6` or `48.6%`",
                excerpt(text)
            )
        };
        let (units, decimals) = millionths(number).ok_or_else(accepted)?;
        (units <= Self::WHOLE.0).then_some((Self(units), decimals)).ok_or_else(accepted)
    }

    /// In percent, without needless zeros.
    pub(super) fn shown(self) -> String {
        let (whole, rest) = (self.0 / 1_000_000, self.0 % 1_000_000);
        let text = format!("{whole}.{rest:06}");
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    }
}

/// Reads `-1pp`, `+0.5pp` or `0.5 pp` in units of 10⁻⁶ percentage points, below 100 of them.
pub(in super::super) fn read_points(text: &str) -> Option<i64> {
    let number = text.strip_suffix("pp")?.trim_end();
    let (negative, number) = match number.strip_prefix('-') {
        Some(number) => (true, number),
        None => (false, number.strip_prefix('+').unwrap_or(number)),
    };
    let (units, _) = millionths(number)?;
    let units = i64::try_from(units).ok().filter(|&units| units < 100_000_000)?;
    Some(if negative { -units } else { units })
}

/// A decimal number without sign in units of 10⁻⁶, and its number of decimals.
fn millionths(number: &str) -> Option<(u64, u32)> {
    let (whole, decimals) = match number.split_once('.') {
        Some((whole, decimals)) if !decimals.is_empty() => (whole, decimals),
        Some(_) => return None,
        None => (number, ""),
    };
    let digits = format!("{whole}{decimals:0<MOST_DECIMALS$}");
    let plain = !whole.is_empty()
        && decimals.len() <= MOST_DECIMALS
        && digits.bytes().all(|byte| byte.is_ascii_digit());
    let units = plain.then(|| digits.parse().ok()).flatten()?;
    Some((units, u32::try_from(decimals.len()).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_and_points_are_exact() {
        for (text, units, decimals) in [
            ("48.6", 48_600_000, 1),
            ("48.6%", 48_600_000, 1),
            ("48.60 %", 48_600_000, 2),
            ("0", 0, 0),
            ("100", 100_000_000, 0),
            ("0.000001", 1, 6),
        ] {
            assert_eq!(Percent::read(text), Ok((Percent(units), decimals)), "{text}");
        }
        for text in ["", "%", ".5", "5.", "-1", "+1", "1e1", "100.1", "NaN", "5%%", "1.0000001"] {
            assert!(Percent::read(text).is_err(), "{text}");
        }
        assert_eq!(Percent(48_600_000).shown(), "48.6");
        assert_eq!(Percent(100_000_000).shown(), "100");
        for (text, points) in [("-1pp", -1_000_000), ("+0.5pp", 500_000), ("2.25 pp", 2_250_000)] {
            assert_eq!(read_points(text), Some(points), "{text}");
        }
        for text in ["1", "1%", "pp", "--1pp", "100pp", "1,5pp"] {
            assert_eq!(read_points(text), None, "{text}");
        }
    }
}
