//! The hemicycle: one allocation, every seat a disc.

mod coalitions;
mod drawing;
mod labels;
mod layout;
mod majority_line;
mod rows;
mod stack;

pub use layout::{Layout, Seat};
pub use majority_line::Polar;

use std::ops::Range;

use super::{Caption, ChartError, MajorityMark, Theme};
use crate::election::Colour;

/// A party's seats: a consecutive run from left to right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The party's name.
    pub label: String,
    /// Its seats. A party without seats is not drawn.
    pub seats: u32,
    /// Its colour; see [`super::palette`] for parties without one.
    pub colour: Colour,
}

/// Seats that nobody holds, drawn hollow at the right end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfilled {
    /// What they are called.
    pub label: String,
    /// How many there are.
    pub seats: u32,
}

/// Parties that govern or oppose together: a bracket over their seats, with the total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coalition {
    /// What it is called.
    pub label: String,
    /// Its parties among the blocks of the chart, which are next to each other.
    pub blocks: Range<usize>,
}

/// A hemicycle of one allocation. The picture is 960 by 600 logical pixels; it grows taller only
/// when many long names leave no other way.
///
/// ```
/// use kurultai::chart::{Caption, HemicycleChart, MajorityMark, Theme, hemicycle::Block, palette};
/// let block = |label: &str, seats, index| Block {
///     label: label.to_owned(),
///     seats,
///     colour: palette(index),
/// };
/// let chart = HemicycleChart {
///     caption: Caption { title: "Who sits in the Kurultai?".into(), ..Caption::default() },
///     theme: Theme::Light,
///     blocks: vec![block("Amanat", 83, 0), block("Auyl", 62, 1)],
///     unfilled: None,
///     majorities: vec![MajorityMark { label: "majority".into(), seats: 73 }],
///     coalitions: vec![],
///     house_size: 145,
///     total_label: "seats".into(),
/// };
/// assert!(chart.draw()?.starts_with("<svg "));
/// # Ok::<(), kurultai::chart::ChartError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HemicycleChart {
    /// The words around it.
    pub caption: Caption,
    /// Light or dark.
    pub theme: Theme,
    /// The parties from left to right.
    pub blocks: Vec<Block>,
    /// Seats that nobody holds.
    pub unfilled: Option<Unfilled>,
    /// The majorities to mark, each with a line that has exactly so many seats to its left.
    pub majorities: Vec<MajorityMark>,
    /// The coalitions to bracket. Those that share parties stand one outside the other, the first
    /// innermost, up to three deep; what would be deeper is left out.
    pub coalitions: Vec<Coalition>,
    /// The seats of the house.
    pub house_size: u32,
    /// The word under the number of all seats, such as `seats`.
    pub total_label: String,
}

impl HemicycleChart {
    /// The picture as SVG.
    ///
    /// # Errors
    /// [`ChartError::HouseSize`] for an impossible house; [`ChartError::SeatSum`] unless blocks and
    /// unfilled seats add up to it; [`ChartError::Majority`] for a majority outside 1 to the house;
    /// [`ChartError::Coalition`] for a coalition of blocks that are not there.
    pub fn draw(&self) -> Result<String, ChartError> {
        let layout = Layout::new(self.house_size)?;
        let blocks = self.blocks.iter().map(|block| block.seats);
        let unfilled = self.unfilled.iter().map(|unfilled| unfilled.seats);
        let drawn: u64 = blocks.chain(unfilled).map(u64::from).sum();
        if drawn != u64::from(self.house_size) {
            return Err(ChartError::SeatSum { drawn, house_size: self.house_size });
        }
        for majority in &self.majorities {
            if majority.seats == 0 || majority.seats > self.house_size {
                return Err(ChartError::Majority {
                    needed: majority.seats,
                    house_size: self.house_size,
                });
            }
        }
        for coalition in &self.coalitions {
            let Range { start, end } = coalition.blocks;
            if start >= end || end > self.blocks.len() {
                let blocks = self.blocks.len();
                return Err(ChartError::Coalition { label: coalition.label.clone(), blocks });
            }
        }
        drawing::draw(self, &layout)
    }
}

#[cfg(test)]
mod tests;
