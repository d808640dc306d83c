//! Natural thresholds: with which share a list can win a seat, and with which it can win none.

use super::{Fraction, Method};

/// The thresholds that a method has by itself, as shares of the votes that take part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[doc(alias = "threshold of inclusion")]
#[doc(alias = "threshold of exclusion")]
pub struct NaturalThresholds {
    /// The smallest share that can win a seat (inclusion), the others being split as suits the list best.
    pub can_win: Fraction,
    /// The largest share that can win none (exclusion), the others being split as suits it worst.
    pub can_miss: Fraction,
}

impl Method {
    /// The natural thresholds of a house shared by so many lists; none for a single list, for a house
    /// without seats, and for methods without a known formula. On the threshold itself the seat is tied.
    ///
    /// Stationary divisor methods from Adams to D'Hondt, with the rounding point r: r/(N−1+mr) and
    /// r/(r+N−(m−1)(1−r)); Hare: 1/(mN) and (m−1)/(mN); Hagenbach-Bischoff: 2/(m(N+1)) and 1/(N+1). In a
    /// house of fewer than m−1 seats a list can win none up to 1/(N+1). Lijphart and Gibberd, "Thresholds
    /// and payoffs in list systems of proportional representation", *European Journal of Political
    /// Research* 5 (1977).
    ///
    /// ```
    /// use kurultai::apportionment::{Fraction, Method};
    /// let hare = Method::Hare.natural_thresholds(145, 6).expect("a known formula");
    /// assert_eq!((hare.can_win, hare.can_miss), (Fraction::new(1, 870), Fraction::new(5, 870)));
    /// assert_eq!(Method::Macau.natural_thresholds(145, 6), None);
    /// ```
    pub fn natural_thresholds(self, house_size: u32, lists: usize) -> Option<NaturalThresholds> {
        let (n, m) = (u128::from(house_size), u128::try_from(lists).ok()?);
        if n == 0 || m < 2 {
            return None;
        }
        let small_house = Fraction::new(1, n + 1);
        let has_room = n + 1 >= m;
        let (can_win, can_miss) = match self {
            Self::Hare => (Fraction::new(1, m * n), Fraction::new(m - 1, m * n)),
            Self::HagenbachBischoff => (Fraction::new(2, m * (n + 1)), small_house),
            _ => {
                let (r, step) = self.rounding_point()?;
                // One seat goes to the largest list, under Adams too, where the formula is 0/0.
                let can_win = match n {
                    1 => Fraction::new(1, m),
                    _ => Fraction::new(r, (n - 1) * step + m * r),
                };
                // Adams in a house of m−1 seats: one list goes without, at most the m-th part.
                let below = (n * step + r).checked_sub((m - 1) * (step - r));
                let below = below.filter(|&below| below > 0);
                (can_win, below.map_or(small_house, |below| Fraction::new(r, below)))
            }
        };
        Some(NaturalThresholds { can_win, can_miss: if has_room { can_miss } else { small_house } })
    }

    /// The rounding point of a stationary divisor method as a fraction, 0 to 1.
    fn rounding_point(self) -> Option<(u128, u128)> {
        if self == Self::Adams {
            return Some((0, 1));
        }
        let (step, first) = self.linear_signposts()?;
        (first <= step).then(|| (first.into(), step.into()))
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use super::*;
    use crate::apportionment::apportion;

    /// Every split of `votes` among three lists: the least votes of the first with which it can have a
    /// seat, ties included, and the most with which it can have none.
    fn found(method: Method, house_size: u32, votes: u64) -> (u64, u64) {
        let (mut least, mut most) = (votes, 0);
        for first in 1..votes {
            for second in 1..votes - first {
                let split = [first, second, votes - first - second];
                // Nothing but whole quotas, one more than seats, is as good as a tie.
                let (can_win, can_miss) = match apportion(method, &split, house_size) {
                    Err(_) => (true, first * u64::from(house_size + 1) == votes),
                    Ok(shared) => {
                        let is_tied = shared.ties.iter().any(|tie| tie.lists.contains(&0));
                        (shared.seats[0] > 0 || is_tied, shared.seats[0] == 0)
                    }
                };
                least = if can_win { least.min(first) } else { least };
                most = if can_miss { most.max(first) } else { most };
            }
        }
        (least, most)
    }

    #[test]
    fn thresholds_are_the_extremes_over_every_split() {
        // Five seats, three lists; so many votes that both thresholds are whole.
        for (method, votes, can_win, can_miss) in [
            (Method::DHondt, 84, 12, 14),           // 1/7, 1/6
            (Method::SainteLague, 99, 9, 11),       // 1/11, 1/9
            (Method::Danish, 120, 8, 10),           // 1/15, 1/12
            (Method::Hare, 60, 4, 8),               // 1/15, 2/15
            (Method::HagenbachBischoff, 72, 8, 12), // 1/9, 1/6
        ] {
            let natural = method.natural_thresholds(5, 3).unwrap();
            let of = |part| Fraction::new(part, votes);
            assert_eq!(natural.can_win.cmp(&of(can_win)), Ordering::Equal, "{method}");
            assert_eq!(natural.can_miss.cmp(&of(can_miss)), Ordering::Equal, "{method}");
            let extremes = found(method, 5, u64::try_from(votes).unwrap());
            let (least, most) = (u128::from(extremes.0), u128::from(extremes.1));
            assert_eq!((least, most), (can_win, can_miss), "{method}");
        }
    }

    #[test]
    fn a_house_smaller_than_the_lists_leaves_some_out() {
        for method in [Method::Adams, Method::SainteLague, Method::Hare] {
            let natural = method.natural_thresholds(1, 3).unwrap();
            assert_eq!(natural.can_miss, Fraction::new(1, 2), "{method}");
        }
        let adams = Method::Adams.natural_thresholds(2, 3).unwrap();
        assert_eq!(adams.can_miss, Fraction::new(1, 3));
        assert_eq!(Method::DHondt.natural_thresholds(5, 1), None);
        assert_eq!(Method::ImperialiDivisor.natural_thresholds(5, 3), None);
    }
}
