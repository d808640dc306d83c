//! Numbers as people read them, by the habits of a language.

use std::cmp::Ordering;

use super::messages::Messages;
use crate::analysis::Estimate;
use crate::apportionment::Fraction;
use crate::election::Share;

impl Messages {
    /// A whole number in groups of three digits: `6,366,441`.
    pub(super) fn grouped(&self, number: u128) -> String {
        let digits = number.to_string();
        let mut text = String::with_capacity(digits.len() * 2);
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push(self.group_mark);
            }
            text.push(digit);
        }
        text
    }

    /// An exact share: `5.5 %`, or `1/150` where it is no finite percentage.
    pub(super) fn share(&self, share: Share) -> String {
        let written = share.to_string();
        written
            .strip_suffix('%')
            .map_or_else(|| written.clone(), |percent| self.percent_of(percent))
    }

    /// So many per cent, written as Rust does: `5.5 %`.
    pub(super) fn percent_of(&self, percent: &str) -> String {
        format!("{} %", self.marked(percent))
    }

    /// A real number as it was given, its whole part in groups of three digits: `8,023.4`.
    pub(super) fn figure(&self, figure: f64) -> String {
        let written = figure.to_string();
        let (whole, decimals) = match written.split_once('.') {
            Some((whole, decimals)) => (whole, format!("{}{decimals}", self.decimal_mark)),
            None => (&*written, String::new()),
        };
        match whole.parse() {
            Ok(number) => format!("{}{decimals}", self.grouped(number)),
            // Below zero, or not finite.
            Err(_) => self.marked(&written),
        }
    }

    /// A real number with so many decimals.
    pub(super) fn decimal(&self, figure: f64, digits: usize) -> String {
        self.marked(&format!("{figure:.digits$}"))
    }

    /// A number as Rust writes it, with this language's decimal mark.
    pub(super) fn marked(&self, number: &str) -> String {
        number.replace('.', self.decimal_mark)
    }

    /// Several numbers in a row; where the mark is a comma, semicolons part them.
    pub(super) fn list_of(&self, numbers: &[f64]) -> String {
        let separator = if self.decimal_mark == "," { "; " } else { ", " };
        numbers.iter().map(|&number| self.figure(number)).collect::<Vec<_>>().join(separator)
    }

    /// A fraction rounded half up to `places` decimals, exactly.
    pub(super) fn rounded(&self, fraction: Fraction, places: u32) -> String {
        let scale = 10_u128.pow(places);
        let (whole, rest) = fraction.whole();
        let scaled = (2 * rest * scale + fraction.denominator) / (2 * fraction.denominator);
        let (whole, decimals) = (self.grouped(whole + scaled / scale), scaled % scale);
        if places == 0 {
            return whole;
        }
        format!("{whole}{}{decimals:0width$}", self.decimal_mark, width = places as usize)
    }

    /// A fraction cut off after `places` decimals, with `…` if anything was cut off.
    pub(super) fn cut_off(&self, fraction: Fraction, places: u32) -> String {
        let (text, more) = fraction.truncated(places);
        let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
        let whole = self.grouped(whole.parse().unwrap_or(0));
        let decimals = if more { decimals } else { decimals.trim_end_matches('0') };
        let ellipsis = if more { "…" } else { "" };
        if decimals.is_empty() {
            format!("{whole}{ellipsis}")
        } else {
            format!("{whole}{}{decimals}{ellipsis}", self.decimal_mark)
        }
    }

    /// A share in percent, with as many decimals, from two on, as keep it apart from `threshold`:
    /// 4.9999 % must not look like 5 %.
    pub(super) fn percent_apart_from(&self, share: Fraction, threshold: Share) -> String {
        let percent = Fraction::new(share.numerator * 100, share.denominator);
        let (numerator, denominator) = threshold.fraction();
        let limit = Fraction::new(u128::from(numerator) * 100, denominator.into());
        let apart = |&places: &u32| self.rounded(percent, places) != self.rounded(limit, places);
        let places = match percent.cmp(&limit) {
            Ordering::Equal => 2,
            Ordering::Less | Ordering::Greater => (2..9).find(apart).unwrap_or(9),
        };
        format!("{} %", self.rounded(percent, places))
    }

    /// A chance in per cent: whole from 10 on, with one decimal from 1 on, else with two.
    pub(super) fn percent(&self, chance: f64) -> String {
        let figure = 100.0 * chance;
        let digits = if figure >= 10.0 { 0 } else { 1 + usize::from(figure < 1.0) };
        format!("{} %", self.decimal(figure, digits))
    }

    /// A probability in percent with its standard error: `43.10 % ±0.16`. With no hits, or no misses,
    /// the bound 3/K of the 95 % interval stands for both.
    pub(super) fn probability(&self, estimate: Estimate) -> String {
        #[expect(clippy::cast_precision_loss, reason = "shown with two digits")]
        let bound = 300.0 / estimate.draws as f64;
        let digits = decimals(bound, 2, 16);
        // Rounded up, so that the bound stays one.
        let unit = 0.1_f64.powi(i32::try_from(digits).unwrap_or(2));
        let bound = ((bound / unit).ceil() * unit).min(100.0);
        if estimate.hits == 0 {
            format!("< {} %", self.decimal(bound, digits))
        } else if estimate.hits == estimate.draws {
            format!("> {} %", self.decimal(100.0 - bound, digits))
        } else {
            let (chance, error) = (estimate.probability(), estimate.standard_error());
            self.with_error(chance * 100.0, error * 100.0, " %")
        }
    }

    /// A figure and its standard error, with as many decimals, two to six, as the error has zeros.
    pub(super) fn with_error(&self, figure: f64, error: f64, unit: &str) -> String {
        if !error.is_finite() {
            return format!("{}{unit}", self.decimal(figure, 2));
        }
        let digits = if error > 0.0 { decimals(error, 2, 6) } else { 2 };
        format!("{}{unit} ±{}", self.decimal(figure, digits), self.decimal(error, digits))
    }

    /// A number of seats in words: `1 seat`, `17 seats`.
    pub(super) fn seats(&self, number: u32) -> String {
        format!("{number} {}", self.seat_forms.after(number.into()))
    }

    /// A number of votes in words: `1 vote`, `1,050 votes`.
    pub(super) fn votes(&self, number: u128) -> String {
        // The last two digits decide in Russian; a number of more than two digits is not one in any language.
        let form = if number == 1 { 1 } else { 100 + number % 100 };
        let form = u64::try_from(form).expect("below 200");
        format!("{} {}", self.grouped(number), self.vote_forms.after(form))
    }
}

/// The fewest decimals, within limits, that show a digit of `figure`.
fn decimals(figure: f64, least: usize, most: usize) -> usize {
    let shows = |&digits: &usize| format!("{figure:.digits$}").bytes().any(|byte| byte > b'0');
    (least..most).find(shows).unwrap_or(most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::messages::{EN, KK, RU};

    #[test]
    fn votes_are_counted_in_each_language() {
        for (number, said) in [(0, "0 votes"), (1, "1 vote"), (2, "2 votes"), (101, "101 votes")] {
            assert_eq!(EN.votes(number), said);
        }
        let russian = [
            (1, "1 голос"),
            (3, "3 голоса"),
            (5, "5 голосов"),
            (11, "11 голосов"),
            (21, "21 голос"),
            (112, "112 голосов"),
            (122, "122 голоса"),
        ];
        for (number, said) in russian {
            assert_eq!(RU.votes(number), said);
        }
        assert_eq!([1, 5].map(|number| KK.votes(number)), ["1 дауыс", "5 дауыс"]);
        // Sums of votes are wider than 64 bits.
        assert!(EN.votes(u128::MAX).ends_with("211,455 votes"));
    }

    #[test]
    fn digits_come_in_threes() {
        assert_eq!(
            [0, 999, 1_000, 6_366_441].map(|number| EN.grouped(number)),
            ["0", "999", "1,000", "6,366,441"]
        );
    }

    #[test]
    fn a_share_is_written_one_way_in_a_language() {
        let shares = ["5%", "3.25%", "1/150"].map(|text| text.parse::<Share>().unwrap());
        assert_eq!(shares.map(|share| EN.share(share)), ["5 %", "3.25 %", "1/150"]);
        assert_eq!(shares.map(|share| RU.share(share)), ["5 %", "3,25 %", "1/150"]);
    }

    #[test]
    fn persons_are_grouped_as_votes_are() {
        assert_eq!(
            [1000.0, 8023.4, 0.15, 999.0].map(|of| EN.figure(of)),
            ["1,000", "8,023.4", "0.15", "999"]
        );
        assert_eq!(RU.figure(8023.5), "8\u{202f}023,5");
        assert_eq!([-1234.5, f64::INFINITY].map(|of| RU.figure(of)), ["-1234,5", "inf"]);
    }

    #[test]
    fn rounding_is_half_up_and_exact() {
        assert_eq!(EN.rounded(Fraction::new(1, 8), 2), "0.13");
        assert_eq!(EN.rounded(Fraction::new(9_999, 1_000), 2), "10.00");
        assert_eq!(EN.rounded(Fraction::new(5, 2), 0), "3");
        assert_eq!(EN.cut_off(Fraction::new(5_971_719, 145), 3), "41,184.268…");
        assert_eq!(EN.cut_off(Fraction::new(5, 2), 3), "2.5");
    }

    #[test]
    fn nobody_below_the_threshold_is_shown_on_it() {
        let five = Share::percent(5);
        // BSW in Germany in 2025: 4.981 % of these votes, and 4.9999 % of those.
        assert_eq!(EN.percent_apart_from(Fraction::new(49_999, 1_000_000), five), "4.9999 %");
        assert_eq!(EN.percent_apart_from(Fraction::new(4_981, 100_000), five), "4.98 %");
        assert_eq!(EN.percent_apart_from(Fraction::new(1, 20), five), "5.00 %");
        assert_eq!(EN.percent_apart_from(Fraction::new(500_001, 10_000_000), five), "5.00001 %");
    }

    #[test]
    fn an_error_shows_its_first_digit_and_the_figure_as_many() {
        let shown = |figure, error| EN.with_error(figure, error, "");
        // Two decimals at least: 0.5 and 0.05 show in them.
        assert_eq!(shown(12.345_678, 0.5), "12.35 ±0.50");
        assert_eq!(shown(12.345_678, 0.05), "12.35 ±0.05");
        // 0.0051 is 0.01 in two decimals; 0.0049 needs a third, 0.0004 a fourth.
        assert_eq!(shown(12.345_678, 0.005_1), "12.35 ±0.01");
        assert_eq!(shown(12.345_678, 0.004_9), "12.346 ±0.005");
        assert_eq!(shown(12.345_678, 0.000_4), "12.3457 ±0.0004");
        // Six at most, even where they show nothing.
        assert_eq!(shown(12.345_678_9, 0.000_000_04), "12.345679 ±0.000000");
        // Nothing to show: the figure as it is.
        assert_eq!(shown(12.345_678, 0.0), "12.35 ±0.00");
        assert_eq!(EN.with_error(12.345_678, f64::NAN, " %"), "12.35 %");
    }

    #[test]
    fn a_chance_has_fewer_decimals_the_larger_it_is() {
        // Whole from 10 on, one decimal from 1 on, else two; the limits themselves belong above.
        for (chance, shown) in [
            (0.5, "50 %"),
            (0.104, "10 %"),
            (0.1, "10 %"),
            (0.099, "9.9 %"),
            (0.015, "1.5 %"),
            (0.01, "1.0 %"),
            (0.009_9, "0.99 %"),
            (0.000_4, "0.04 %"),
            (0.0, "0.00 %"),
        ] {
            assert_eq!(EN.percent(chance), shown, "{chance}");
        }
    }

    #[test]
    fn no_hits_are_not_no_chance() {
        assert_eq!(EN.probability(Estimate { hits: 0, draws: 100_000 }), "< 0.003 %");
        assert_eq!(EN.probability(Estimate { hits: 1_000, draws: 1_000 }), "> 99.70 %");
        assert_eq!(EN.probability(Estimate { hits: 431, draws: 1_000 }), "43.10 % ±1.57");
        assert_eq!(EN.probability(Estimate { hits: 12, draws: 1_000_000 }), "0.0012 % ±0.0003");
    }
}
