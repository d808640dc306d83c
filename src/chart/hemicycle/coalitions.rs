//! Coalitions as brackets outside the seats, in lanes where they share parties.

use super::Coalition;

/// The most lanes: with more, nobody could tell which bracket is whose.
const MOST_LANES: usize = 3;

/// A coalition with its place among the lanes, 0 the innermost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Placed<'a> {
    pub(super) coalition: &'a Coalition,
    pub(super) lane: u8,
}

/// Gives every coalition the innermost lane in which it shares no party with those before it; one for
/// which no lane is left is not drawn.
pub(super) fn place(coalitions: &[Coalition]) -> Vec<Placed<'_>> {
    let mut lanes: Vec<Vec<&Coalition>> = Vec::new();
    let mut placed = Vec::new();
    for coalition in coalitions {
        let free = |lane: &Vec<&Coalition>| {
            lane.iter().all(|other| {
                other.blocks.end <= coalition.blocks.start
                    || coalition.blocks.end <= other.blocks.start
            })
        };
        let found = lanes.iter().position(free).unwrap_or(lanes.len());
        if found == lanes.len() {
            lanes.push(Vec::new());
        }
        if let (true, Ok(lane)) = (found < MOST_LANES, u8::try_from(found)) {
            lanes[found].push(coalition);
            placed.push(Placed { coalition, lane });
        }
    }
    placed
}

/// How many lanes these take.
pub(super) fn lanes(placed: &[Placed<'_>]) -> u8 {
    placed.iter().map(|placed| placed.lane + 1).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn coalition(blocks: std::ops::Range<usize>) -> Coalition {
        Coalition { label: String::new(), blocks }
    }

    #[test]
    fn coalitions_that_share_a_party_take_different_lanes() {
        let all = [0..2, 1..6, 2..4, 3..5, 0..6, 4..6].map(coalition);
        let lanes: Vec<_> = place(&all)
            .into_iter()
            .map(|placed| (placed.coalition.blocks.clone(), placed.lane))
            .collect();
        // 0..2 and 2..4 touch without sharing; 0..6 shares with all three lanes and is left out.
        assert_eq!(lanes, [(0..2, 0), (1..6, 1), (2..4, 0), (3..5, 2), (4..6, 0)]);
    }

    #[test]
    fn no_coalitions_take_no_lanes() {
        assert_eq!(lanes(&place(&[])), 0);
        assert_eq!(lanes(&place(&[coalition(0..2)])), 1);
    }
}
