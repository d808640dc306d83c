//! What law and method promise for all votes.

use super::Property;
use crate::apportionment::Axiom;
use crate::election::{Party, PartyKind, Share};
use crate::law::FreedSeats;
use crate::scenario::Scenario;

/// Whether the election has the property whatever the votes.
///
/// Promises are those of the method (Balinski and Young 2001, appendix A), and hold under a law that adds
/// nothing to threshold, exemptions, method and lengths of lists, with these reservations:
/// a list that runs out of candidates falls below its quota and behind smaller lists; a divisor method
/// whose lists can be full is one with an infinite signpost at the end of each, and keeps the other
/// promises, but for seats left vacant, which a list that leaves cannot take with it; and a threshold
/// that can keep a list out moves seats when other votes do.
pub(super) fn is_promised(property: Property, scenario: &Scenario) -> bool {
    let Scenario { law, parties, house, .. } = scenario;
    let lists = || parties.iter().filter(|party| party.kind == PartyKind::List);
    let can_be_full = |party: &Party| party.candidates.is_some_and(|most| most < house.seats());
    let never_full = !lists().any(can_be_full);
    // Exempt lists pass as those above it do, but not the order of votes where others are kept out.
    let no_threshold = law.threshold.share == Share::ZERO || lists().all(|party| party.exempt);
    let keeps = |axiom| law.method.keeps(axiom);
    let by_method = match property {
        Property::LowerQuota => keeps(Axiom::LowerQuota) && never_full,
        Property::UpperQuota => keeps(Axiom::UpperQuota) && never_full,
        Property::Order => never_full && (no_threshold || !lists().any(|party| party.exempt)),
        Property::NoManufacturedMajority | Property::NoLostMajority => false,
        Property::HouseMonotone => {
            keeps(Axiom::HouseMonotone) && (never_full || keeps(Axiom::Coherent))
        }
        Property::PopulationMonotone => keeps(Axiom::PopulationMonotone) && no_threshold,
        Property::NoNewStatesParadox | Property::LeavingCostsNobody => {
            keeps(Axiom::Coherent)
                && keeps(Axiom::HouseMonotone)
                && no_threshold
                && (never_full || law.freed_seats == FreedSeats::Redistribute)
        }
    };
    law.is_plain(parties) && by_method
}
