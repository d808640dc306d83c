//! A scenario as the kernel sees it.

use super::kernel::{Contest, List, Rule, Threshold};
use crate::apportionment::Method;
use crate::law::{ThresholdBase, ThresholdRule};
use crate::scenario::Scenario;

/// Seats that are shared out in lanes, with what the lanes leave to the exact path.
#[derive(Clone, Debug)]
pub(super) struct Batch {
    pub(super) contest: Contest,
    /// The party of each list of the contest.
    pub(super) parties: Vec<usize>,
    /// The members of each coalition, by list of the contest.
    pub(super) coalitions: Vec<Vec<usize>>,
    /// Lists of the contest whose candidates may run out, and how many they have: a draw in which a
    /// list wins more is done again by the exact path.
    pub(super) caps: Vec<(usize, u32)>,
}

impl Batch {
    /// The scenario's law in lanes; none if it is beyond what the kernel can prove.
    pub(super) fn of(scenario: &Scenario) -> Option<Self> {
        let Scenario { law, house, parties, ballots, .. } = scenario;
        if !law.is_plain(parties) {
            return None;
        }
        let rule = match (law.method, law.method.linear_signposts()) {
            (_, Some((step, first))) => Rule::Divisor { step, first },
            (Method::Hare, _) => Rule::Hare,
            // The exact path draws these.
            _ => return None,
        };
        let (numerator, denominator) = law.threshold.share.fraction();
        let threshold = Threshold {
            numerator: numerator.try_into().ok()?,
            denominator: denominator.try_into().ok()?,
            exceed: law.threshold.rule == ThresholdRule::MoreThan,
        };
        let (base, invalid) = match law.threshold.base {
            ThresholdBase::Lists => (parties.len(), 0),
            ThresholdBase::Valid => (scenario.options().len(), 0),
            ThresholdBase::Cast => (scenario.options().len(), ballots.invalid),
        };
        let seated = scenario.seated();
        let list = |&option: &usize| List { option, exempt: parties[option].exempt };
        let contest = Contest::new(
            seated.iter().map(list).collect(),
            threshold,
            (0..base).collect(),
            invalid,
            house.seats(),
            rule,
        );
        let caps = (seated.iter().enumerate())
            .filter_map(|(list, &party)| Some((list, parties[party].candidates?)))
            .filter(|&(_, candidates)| candidates < house.seats());
        let members = scenario.coalitions.iter().map(|coalition| {
            let list = |member| seated.iter().position(|party| party == member);
            coalition.members.iter().filter_map(list).collect()
        });
        Some(Self {
            contest: contest.ok()?,
            caps: caps.collect(),
            coalitions: members.collect(),
            parties: seated,
        })
    }
}
