//! How pictures write numbers.

use crate::analysis::Estimate;
use crate::report::messages::{EN, KK, Messages, RU};

/// How this language writes whole numbers on an axis, without their sign.
pub(super) fn whole_writer(words: &Messages) -> fn(f64) -> String {
    fn grouped(words: &Messages, number: f64) -> String {
        let whole = format!("{:.0}", number.abs());
        whole.parse().map_or(whole, |number| words.grouped(number))
    }
    match words.code {
        "ru" => |number| grouped(&RU, number),
        "kk" => |number| grouped(&KK, number),
        _ => |number| grouped(&EN, number),
    }
}

/// How this language writes shares from 0 to 1 on an axis: `2.5 %`, `10 %`.
pub(super) fn axis_percent(words: &Messages) -> fn(f64) -> String {
    fn percent(share: f64) -> String {
        // Ticks have few decimals; the product of a share and 100 may have more.
        let rounded = format!("{:.6}", share * 100.0);
        format!("{} %", rounded.trim_end_matches('0').trim_end_matches('.'))
    }
    match words.decimal_mark {
        "," => |share| percent(share).replace('.', ","),
        _ => percent,
    }
}

/// How this language writes a number with so many decimals.
pub(super) fn decimal_writer(words: &Messages) -> fn(f64, usize) -> String {
    fn point(number: f64, decimals: usize) -> String {
        format!("{number:.decimals$}")
    }
    match words.decimal_mark {
        "," => |number, decimals| point(number, decimals).replace('.', ","),
        _ => point,
    }
}

/// How this language writes a share from 0 to 1 in percent, with so many decimals.
pub(super) fn percent_writer(words: &Messages) -> fn(f64, usize) -> String {
    fn point(share: f64, decimals: usize) -> String {
        format!("{:.decimals$} %", share * 100.0)
    }
    match words.decimal_mark {
        "," => |share, decimals| point(share, decimals).replace('.', ","),
        _ => point,
    }
}

/// A chance in percent, with as many decimals, up to two, as keep it apart from 0 % and 100 %. What happens
/// in no draw, or in every one, is written as its bound.
pub(super) fn chance(words: &Messages, estimate: Estimate) -> String {
    let percent = estimate.probability() * 100.0;
    if estimate.hits == 0 || estimate.hits == estimate.draws {
        return words.probability(estimate);
    }
    if percent < 0.01 {
        return format!("< {} %", words.decimal(0.01, 2));
    }
    if percent > 99.99 {
        return format!("> {} %", words.decimal(99.99, 2));
    }
    let least = usize::from(!(10.0..=90.0).contains(&percent));
    let certain = |text: &str| ["0.0", "100.0"].contains(&text);
    let digits = (least..2).find(|&digits| !certain(&format!("{percent:.digits$}"))).unwrap_or(2);
    format!("{} %", words.decimal(percent, digits))
}

/// Half of the width of a 95 % interval in percentage points, with two to four decimals.
pub(super) fn half_width(words: &Messages, estimate: Estimate) -> String {
    let points = estimate.half_width() * 100.0;
    let digits = 2 + usize::from(points < 0.1) + usize::from(points < 0.01);
    words.decimal(points, digits)
}

/// One number over another; 0 over nothing.
#[expect(clippy::cast_precision_loss, reason = "for places on a sheet")]
pub(super) fn ratio(part: u128, whole: u128) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_follow_the_language() {
        assert_eq!(whole_writer(&EN)(-1_234_567.0), "1,234,567");
        assert_eq!(whole_writer(&RU)(12_345.0), RU.grouped(12_345));
        assert_eq!(
            [0.0, 0.025, 0.1, 0.3, 1.0].map(axis_percent(&EN)),
            ["0 %", "2.5 %", "10 %", "30 %", "100 %"]
        );
        assert_eq!(axis_percent(&KK)(0.025), "2,5 %");
    }

    #[test]
    fn only_what_always_happens_is_certain() {
        let draws = 100_000;
        let written = |hits| chance(&EN, Estimate { hits, draws });
        let cases = [
            (0, "< 0.003 %"),
            (1, "< 0.01 %"),
            (40, "0.04 %"),
            (2_100, "2.1 %"),
            (61_400, "61 %"),
            (98_700, "98.7 %"),
            (99_970, "99.97 %"),
            (99_999, "> 99.99 %"),
            (100_000, "> 99.997 %"),
        ];
        for (hits, text) in cases {
            assert_eq!(written(hits), text);
        }
    }

    #[test]
    fn half_widths_show_two_digits() {
        // 2 · √(0.5 · 0.5 / 100,000) = 0.316 points; 3/10⁵ = 0.003 points.
        let written = |hits, draws| half_width(&EN, Estimate { hits, draws });
        assert_eq!(written(50_000, 100_000), "0.32");
        assert_eq!(written(100_000, 100_000), "0.0030");
    }
}
