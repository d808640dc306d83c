//! From rows to a count: shares become votes, sums are checked.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::election::{Ballots, LocalName, MAX_LISTS, Party, PartyKind};

use super::row::{Amount, PercentBillionths, Row};

/// The totals that go with the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Totals {
    pub(super) against_all: Option<Amount>,
    pub(super) others: Option<u64>,
    pub(super) invalid: Option<u64>,
    pub(super) registered: Option<u64>,
    pub(super) cast: Option<u64>,
}

impl Totals {
    /// The votes and ballots that are counted for no list.
    pub(super) fn apart(&self) -> Vec<u64> {
        let against_all = match self.against_all {
            Some(Amount::Votes(votes)) => Some(votes),
            Some(Amount::Share(_)) | None => None,
        };
        [against_all, self.others, self.invalid].into_iter().flatten().collect()
    }
}

/// Parties with their votes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Count {
    pub(super) parties: Vec<Party>,
    pub(super) ballots: Ballots,
    /// The votes added for lists that the shares leave out.
    pub(super) others_added: Option<u64>,
}

/// Amounts that do not fit together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Miscount {
    /// The key of the scenario file where the trouble shows.
    pub(super) key: &'static str,
    /// What is wrong, and what would be accepted.
    pub(super) message: String,
}

impl Miscount {
    fn at<T>(key: &'static str, message: impl Into<String>) -> Result<T, Self> {
        Err(Self { key, message: message.into() })
    }
}

impl Count {
    /// The count of these rows, whose amounts are all votes or all shares.
    pub(super) fn new(rows: Vec<Row>, totals: Totals) -> Result<Self, Miscount> {
        check_lists(&rows)?;
        let shares = rows.iter().any(|row| matches!(row.amount, Some(Amount::Share(_))));
        let count =
            if shares { Self::from_shares(rows, totals)? } else { Self::from_votes(rows, totals)? };
        count.check(totals)?;
        Ok(count)
    }

    fn from_votes(rows: Vec<Row>, totals: Totals) -> Result<Self, Miscount> {
        let votes = |amount: Option<Amount>| match amount {
            Some(Amount::Votes(votes)) => votes,
            _ => 0,
        };
        let parties: Vec<u64> = rows.iter().map(|row| votes(row.amount)).collect();
        let ballots = Ballots {
            parties,
            against_all: votes(totals.against_all),
            invalid: totals.invalid.unwrap_or(0),
        };
        let parties = rows.into_iter().map(Row::into_party).collect();
        let mut count = Self { parties, ballots, others_added: None };
        if let Some(votes) = totals.others {
            count.add_others(votes);
        }
        if let Some(cast) = totals.cast {
            count.ballots.invalid = invalid_ballots(&count.ballots, totals.invalid, cast)?;
        }
        Ok(count)
    }

    fn from_shares(rows: Vec<Row>, totals: Totals) -> Result<Self, Miscount> {
        let Some(cast) = totals.cast else {
            let message = "shares need the number they are shares of; add `cast`, the ballots cast, \
                           to `[votes]`";
            return Miscount::at("party", message);
        };
        if totals.others.is_some() {
            let message = "`others` goes with votes; what shares leave out is counted as others anyway, \
                           so leave it out";
            return Miscount::at("others", message);
        }
        let invalid = totals.invalid.unwrap_or(0);
        let Some(valid) = cast.checked_sub(invalid) else {
            let message = format!(
                "`invalid` is {invalid}, above the {cast} ballots `cast`; it must be a part of them"
            );
            return Miscount::at("invalid", message);
        };
        let share = |amount| match amount {
            Some(Amount::Share(share)) => share,
            _ => PercentBillionths::default(),
        };
        let sum: u128 = rows.iter().map(|row| share(row.amount).0).sum();
        let against_all = match totals.against_all {
            Some(Amount::Votes(votes)) => votes,
            amount => rounded(share(amount), valid),
        };
        let complete = is_whole(sum, totals.against_all, valid)?;
        let votes: Vec<u64> = (rows.iter().map(|row| rounded(share(row.amount), valid))).collect();
        let mut count = Self {
            parties: rows.into_iter().map(Row::into_party).collect(),
            ballots: Ballots { parties: votes, against_all, invalid },
            others_added: None,
        };
        let rest = u128::from(valid).saturating_sub(count.ballots.valid_votes());
        if !complete && rest > 0 {
            let rest = u64::try_from(rest).unwrap_or(u64::MAX);
            count.add_others(rest);
            count.others_added = Some(rest);
        }
        Ok(count)
    }

    /// Adds the votes for lists that are not named.
    fn add_others(&mut self, votes: u64) {
        let taken = |id: &str| self.parties.iter().any(|party| party.id == id);
        let numbered = (2..).map(|number| format!("others-{number}"));
        let mut ids = std::iter::once("others".to_owned()).chain(numbered);
        let id = ids.find(|id| !taken(id)).unwrap_or_default();
        let names = [("en", "Others"), ("kk", "Басқалар"), ("ru", "Прочие")];
        let names: BTreeMap<_, _> =
            names.map(|(language, name)| (language.to_owned(), name.to_owned())).into();
        self.parties.push(Party {
            name: LocalName::by_language("Others", names),
            kind: PartyKind::Others,
            ..Party::list(id)
        });
        self.ballots.parties.push(votes);
    }

    /// Checks the sums.
    fn check(&self, totals: Totals) -> Result<(), Miscount> {
        if self.parties.len() > MAX_LISTS {
            let found = self.parties.len();
            return Miscount::at(
                "party",
                format!(
                    "{found} parties, with the `others` that the shares leave; at most {MAX_LISTS} are allowed"
                ),
            );
        }
        let cast = self.ballots.cast_votes();
        if cast > u128::from(u64::MAX) {
            return Miscount::at(
                "party",
                format!("the votes add up to {cast}; their sum must be below 2^64"),
            );
        }
        let lists = self.parties.iter().zip(&self.ballots.parties);
        if lists.filter(|(party, _)| party.kind == PartyKind::List).all(|(_, &votes)| votes == 0) {
            return Miscount::at("party", "no list has any votes; at least one must");
        }
        match totals.registered {
            Some(registered) if u128::from(registered) < cast => Miscount::at(
                "registered",
                format!(
                    "`registered` is {registered}, below the {cast} ballots cast; it must be at least as many"
                ),
            ),
            _ => Ok(()),
        }
    }
}

fn check_lists(rows: &[Row]) -> Result<(), Miscount> {
    let is_list = |row: &Row| row.kind.unwrap_or_default() == PartyKind::List;
    if !rows.iter().any(is_list) {
        return Miscount::at(
            "party",
            "there is no list that can win seats; at least one is needed",
        );
    }
    if rows.len() > MAX_LISTS {
        let found = rows.len();
        return Miscount::at(
            "party",
            format!("there are {found} parties; at most {MAX_LISTS} are allowed"),
        );
    }
    Ok(())
}

/// The invalid ballots among `cast`: those given, or else all that are no votes.
fn invalid_ballots(ballots: &Ballots, given: Option<u64>, cast: u64) -> Result<u64, Miscount> {
    let counted = ballots.cast_votes();
    match (u128::from(cast).checked_sub(counted), given) {
        (None, _) => Miscount::at(
            "cast",
            format!(
                "`cast` is {cast}, below the {counted} votes and invalid ballots counted; it must be at \
             least as many"
            ),
        ),
        (Some(0), Some(invalid)) => Ok(invalid),
        (Some(_), Some(_)) => Miscount::at(
            "cast",
            format!(
                "`cast` is {cast}, but votes and invalid ballots add up to {counted}; \
                 make them agree, or leave `cast` or `invalid` out"
            ),
        ),
        (Some(rest), None) => Ok(u64::try_from(rest).unwrap_or(u64::MAX)),
    }
}

/// Whether the shares are the whole with the votes against all, exactly; they must not be more.
fn is_whole(sum: u128, against_all: Option<Amount>, valid: u64) -> Result<bool, Miscount> {
    let whole = PercentBillionths::WHOLE.0;
    // What is left of the whole, and what against all takes of that, in the same unit.
    let left = whole.checked_sub(sum).map(|left| match against_all {
        Some(Amount::Votes(votes)) => (left * u128::from(valid)).cmp(&(u128::from(votes) * whole)),
        Some(Amount::Share(share)) => left.cmp(&share.0),
        None => left.cmp(&0),
    });
    match left {
        None | Some(Ordering::Less) => Miscount::at(
            "party",
            "the shares, with the votes against all, add up to more than 100 %; they must be at most \
             100 % (what is missing is counted as `others`)",
        ),
        Some(order) => Ok(order == Ordering::Equal),
    }
}

/// floor(share·valid + 1/2).
fn rounded(share: PercentBillionths, valid: u64) -> u64 {
    let whole = PercentBillionths::WHOLE.0;
    let votes = (2 * share.0 * u128::from(valid) + whole) / (2 * whole);
    u64::try_from(votes).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shares(percents: &[u128]) -> Vec<Row> {
        let row = |(at, &percent): (usize, &u128)| Row {
            id: format!("list-{at}"),
            amount: Some(Amount::Share(PercentBillionths(percent * 1_000_000_000))),
            ..Row::default()
        };
        percents.iter().enumerate().map(row).collect()
    }

    fn cast(cast: u64) -> Totals {
        Totals { cast: Some(cast), ..Totals::default() }
    }

    #[test]
    fn shares_become_votes_rounded_half_up() {
        // 50 % of 7 is 3.5, rounded to 4; 25 % is 1.75, rounded to 2.
        let count = Count::new(shares(&[50, 25, 25]), cast(7)).unwrap();
        assert_eq!(count.ballots.parties, [4, 2, 2]);
        assert_eq!(count.others_added, None);
        // All of u64 is exact.
        let count = Count::new(shares(&[100]), cast(u64::MAX)).unwrap();
        assert_eq!(count.ballots.parties, [u64::MAX]);
    }

    /// What 1,000 valid votes become: those of the lists, against all, and those added for others.
    fn with_against_all(
        percents: &[u128],
        against_all: Amount,
    ) -> Result<(Vec<u64>, u64, Option<u64>), Miscount> {
        let totals = Totals { against_all: Some(against_all), ..cast(1_000) };
        let count = Count::new(shares(percents), totals)?;
        Ok((count.ballots.parties, count.ballots.against_all, count.others_added))
    }

    #[test]
    fn votes_against_all_fill_the_whole_to_the_last_vote() {
        let percent = |percent: u128| Amount::Share(PercentBillionths(percent * 1_000_000_000));
        // All is taken, and nobody voted against all.
        let full = Ok((vec![600, 400], 0, None));
        assert_eq!(with_against_all(&[60, 40], Amount::Votes(0)), full);
        assert_eq!(with_against_all(&[60, 40], percent(0)), full);
        // One percent is ten votes: not one more.
        let full = Ok((vec![590, 400], 10, None));
        assert_eq!(with_against_all(&[59, 40], Amount::Votes(10)), full);
        assert_eq!(with_against_all(&[59, 40], percent(1)), full);
        // One less leaves a vote for others.
        let left = Ok((vec![590, 400, 1], 9, Some(1)));
        assert_eq!(with_against_all(&[59, 40], Amount::Votes(9)), left);
        for (percents, against_all) in [
            (&[60, 40][..], Amount::Votes(1)),
            (&[59, 40], Amount::Votes(11)),
            (&[59, 40], percent(2)),
            (&[61, 40], Amount::Votes(0)),
            (&[61, 40], percent(0)),
        ] {
            let refused = with_against_all(percents, against_all).unwrap_err();
            assert!(refused.message.contains("more than 100 %"), "{}", refused.message);
        }
    }

    #[test]
    fn a_vote_lost_in_rounding_is_nobodys_where_the_shares_are_the_whole() {
        // 33.24 % of 1,000 are 332.4, rounded to 332, twice; 32.52 % are 325.2, rounded to 325. With the ten
        // votes that the missing percent is, they are 999: all that was given, so there are no others.
        let rows = [3_324, 3_324, 3_252].iter().enumerate().map(|(at, &hundredths)| Row {
            id: format!("list-{at}"),
            amount: Some(Amount::Share(PercentBillionths(hundredths * 10_000_000))),
            ..Row::default()
        });
        let totals = Totals { against_all: Some(Amount::Votes(10)), ..cast(1_000) };
        let count = Count::new(rows.collect(), totals).unwrap();
        assert_eq!((count.ballots.parties, count.others_added), (vec![332, 332, 325], None));
    }

    #[test]
    fn what_shares_leave_is_counted_as_others() {
        let mut rows = shares(&[60, 30]);
        rows[1].id = "others".to_owned();
        let count = Count::new(rows, cast(1_000)).unwrap();
        assert_eq!(count.ballots.parties, [600, 300, 100]);
        assert_eq!(count.parties[2].id, "others-2");
        assert_eq!(count.parties[2].kind, PartyKind::Others);
        assert_eq!(count.others_added, Some(100));
    }
}
