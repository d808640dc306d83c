//! Labels around an arc: how large the arc can be, and where each label goes.
//!
//! Room is made before anything is shortened: first the arc shrinks and the letters with it (never
//! below 12 pixels), moving to one side when most labels are on the other; then the picture grows
//! taller; only then are names cut.

use std::f64::consts::FRAC_PI_2;

use super::stack;
use crate::chart::sheet::{HEIGHT, MARGIN, Point, SMALLEST_TEXT, WIDTH, ellipsize, width, wrap};

/// Between the arc and the labels: the bracket of the party, and the lines that lead to labels.
const MOAT: f64 = 30.0;
/// The same before columns, where lines turn further and need to stay apart.
const COLUMN_MOAT: f64 = 48.0;
/// Between a label's number and its name.
const NUMBER_GAP: f64 = 7.0;
/// Between two labels.
const LABEL_GAP: f64 = 7.0;
/// A name up to this wide looks foolish on two lines.
const SHORT_NAME: f64 = 100.0;
/// From one baseline of a name to the next, in ems.
pub(super) const LEADING: f64 = 1.25;
/// Below the centre, for the ends of the arc and what stands under it.
const BELOW_CENTRE: f64 = 14.0;

/// What a label is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// A party or the unfilled seats: a large number.
    Party,
    /// A majority line: a smaller number.
    Majority,
    /// A coalition's bracket in this lane: a smaller number.
    Coalition {
        /// 0 the innermost.
        lane: u8,
    },
}

/// A label that wants to be near an angle.
#[derive(Clone, Debug)]
pub(super) struct Wish {
    pub(super) subject: Subject,
    pub(super) angle: f64,
    pub(super) number: String,
    pub(super) name: String,
}

/// The side of the arc on which a label is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Top,
    Right,
}

/// A label with its place: a box that nothing else enters.
#[derive(Clone, Debug)]
pub(super) struct Label {
    pub(super) subject: Subject,
    pub(super) angle: f64,
    pub(super) side: Side,
    pub(super) number: String,
    pub(super) number_size: f64,
    pub(super) name_size: f64,
    pub(super) name: Vec<String>,
    pub(super) from: Point,
    pub(super) to: Point,
}

impl Label {
    /// The height of the first line, which number and name share.
    fn first_line(&self) -> f64 {
        (self.number_size * 1.05).max(self.name_size * LEADING)
    }

    /// The middle of the first line.
    pub(super) fn number_middle(&self) -> f64 {
        self.from.y + self.first_line() / 2.0
    }

    /// Where the number is anchored: at the side of the arc.
    pub(super) fn number_x(&self) -> f64 {
        if self.side == Side::Left { self.to.x } else { self.from.x }
    }

    /// Where the name is anchored: beyond the number.
    pub(super) fn name_x(&self) -> f64 {
        let number = width(&self.number, self.number_size, true) + NUMBER_GAP;
        if self.side == Side::Left { self.to.x - number } else { self.from.x + number }
    }
}

/// Where the arc is and how large, and all labels around it.
#[derive(Clone, Debug)]
pub(super) struct Arrangement {
    pub(super) height: f64,
    pub(super) centre: Point,
    pub(super) radius: f64,
    /// The circle that no label enters.
    pub(super) clear_radius: f64,
    pub(super) labels: Vec<Label>,
}

impl Arrangement {
    /// A picture that grew taller than the labels came to need gives back what is free below `top`.
    fn without_empty_top(mut self, top: f64) -> Self {
        let arc = self.centre.y - self.clear_radius;
        let highest = self.labels.iter().map(|label| label.from.y).fold(arc, f64::min);
        let free = (highest - top - 10.0).min(self.height - HEIGHT).max(0.0);
        self.height -= free;
        self.centre.y -= free;
        for label in &mut self.labels {
            label.from.y -= free;
            label.to.y -= free;
        }
        self
    }
}

/// One attempt: these measures, or nothing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Attempt {
    pub(super) height: f64,
    pub(super) top: f64,
    pub(super) foot: f64,
    /// What the brackets of coalitions add to the moat.
    pub(super) brackets: f64,
    pub(super) radius: f64,
    /// The share of the free width that is on the left.
    pub(super) left_share: f64,
    /// Labels in two straight columns instead of along the arc.
    pub(super) columns: bool,
    /// The most lines a name may take; more are cut when `cut` is set, refused otherwise.
    pub(super) lines: usize,
    pub(super) cut: bool,
}

impl Attempt {
    fn name_size(self) -> f64 {
        if self.radius >= 290.0 {
            15.0
        } else if self.radius >= 250.0 {
            14.0
        } else if self.radius >= 210.0 {
            13.0
        } else {
            SMALLEST_TEXT
        }
    }

    /// The circle that no label enters.
    pub(super) fn clear_radius(self) -> f64 {
        self.radius + self.brackets + if self.columns { COLUMN_MOAT } else { MOAT }
    }

    pub(super) fn centre(self) -> Point {
        let free = WIDTH - 2.0 * MARGIN - 2.0 * self.clear_radius();
        let lowest = self.height - self.foot - BELOW_CENTRE - 30.0;
        let highest = self.top + self.clear_radius() + 40.0;
        // A small arc stands in the middle of its room, not at the bottom of it: between columns of
        // labels in the middle of all, along labels of its own not far from the bottom.
        let middle = f64::midpoint(lowest, highest.min(lowest));
        let y = if self.columns { middle } else { middle.max(lowest - 60.0) };
        Point { x: MARGIN + self.clear_radius() + free * self.left_share, y }
    }

    pub(super) fn lowest(self) -> f64 {
        let foot = self.height - self.foot - 16.0;
        if self.columns { foot } else { foot.min(self.centre().y + 60.0) }
    }

    /// The label with its box at the origin, or nothing if its name takes too many lines.
    pub(super) fn compose(self, wish: &Wish, side: Side) -> Option<Label> {
        // Along the arc there is more room the higher a label is; whether it really got that high
        // is checked when it is placed.
        let lower = if self.columns { FRAC_PI_2 } else { wish.angle.abs() + 0.15 };
        let inner = self.clear_radius() * lower.min(FRAC_PI_2).sin();
        let room = match side {
            Side::Left => self.centre().x - inner - MARGIN,
            Side::Right => WIDTH - MARGIN - self.centre().x - inner,
            Side::Top => 260.0,
        };
        let name_size = match wish.subject {
            Subject::Party => self.name_size(),
            Subject::Majority | Subject::Coalition { .. } => {
                (self.name_size() - 1.0).max(SMALLEST_TEXT)
            }
        };
        let number_size = match wish.subject {
            Subject::Party => name_size + 7.0,
            Subject::Majority => name_size + 1.0,
            Subject::Coalition { .. } => name_size + 3.0,
        };
        let number_width = width(&wish.number, number_size, true) + NUMBER_GAP;
        let limit = room - number_width;
        if limit < 30.0 {
            return None;
        }
        let wrapped = wrap(&wish.name, name_size, false, limit);
        let short = width(&wish.name, name_size, false) <= SHORT_NAME;
        let lines = if short { 1 } else { self.lines };
        if !self.cut && (wrapped.broken || wrapped.lines.len() > lines) {
            return None;
        }
        let mut name = wrapped.lines;
        if name.len() > self.lines {
            let rest = name.split_off(self.lines - 1).join(" ");
            name.push(ellipsize(&format!("{rest}…"), name_size, false, limit));
        }
        let widest = name.iter().map(|line| width(line, name_size, false)).fold(0.0, f64::max);
        let further: f64 = name.iter().skip(1).map(|_| name_size * LEADING).sum();
        let mut label = Label {
            subject: wish.subject,
            angle: wish.angle,
            side,
            number: wish.number.clone(),
            number_size,
            name_size,
            name,
            from: Point { x: 0.0, y: 0.0 },
            to: Point { x: number_width + widest, y: further },
        };
        label.to.y += label.first_line();
        Some(label)
    }

    /// Places all labels, or finds that they do not fit.
    fn arrange(self, wishes: &[Wish]) -> Option<Arrangement> {
        let crown = crown(wishes);
        let mut sides: [Vec<Label>; 3] = [Vec::new(), Vec::new(), Vec::new()];
        for (index, wish) in wishes.iter().enumerate() {
            let (at, side) = if Some(index) == crown {
                (1, Side::Top)
            } else if wish.angle < 0.0 {
                (0, Side::Left)
            } else {
                (2, Side::Right)
            };
            let label = self.compose(wish, side)?;
            sides[at].push(label);
        }
        let [mut left, mut top, mut right] = sides;
        for label in &mut top {
            stack::crown(self, label);
        }
        stack::side(self, &mut left, top.first(), LABEL_GAP)?;
        stack::side(self, &mut right, top.first(), LABEL_GAP)?;
        let labels = left.into_iter().chain(top).chain(right).collect();
        let arrangement = Arrangement {
            height: self.height,
            centre: self.centre(),
            radius: self.radius,
            clear_radius: self.clear_radius(),
            labels,
        };
        Some(arrangement.without_empty_top(self.top))
    }
}

/// The label that stands on top of the arc: the majority nearest to the axis, within ten degrees.
fn crown(wishes: &[Wish]) -> Option<usize> {
    let near = |wish: &Wish| wish.angle.abs() < 10f64.to_radians();
    (0..wishes.len())
        .filter(|&index| near(&wishes[index]) && wishes[index].subject == Subject::Majority)
        .min_by(|&one, &other| wishes[one].angle.abs().total_cmp(&wishes[other].angle.abs()))
}

/// Finds the largest arc around which all labels fit. `top` and `foot` belong to the caption,
/// `brackets` to coalitions, outside the seats.
pub(super) fn arrange(wishes: &[Wish], top: f64, foot: f64, brackets: f64) -> Option<Arrangement> {
    let largest = (HEIGHT - top - foot - MOAT - brackets - BELOW_CENTRE - 66.0).min(340.0);
    let radii = |smallest: f64, columns: bool| {
        (0u8..)
            .map(move |step| (largest - 6.0 * f64::from(step), columns))
            .take_while(move |(radius, _)| *radius >= smallest)
    };
    let endless = HEIGHT + wishes.iter().map(|_| 30.0).sum::<f64>();
    let attempts = [
        (HEIGHT, 3, false),
        (HEIGHT, 5, false),
        (760.0, 5, false),
        (920.0, 6, false),
        (1080.0, 6, false),
        (1080.0, 6, true),
        (endless.max(1080.0), 1, true),
    ];
    for (height, lines, cut) in attempts {
        for (radius, columns) in radii(215.0, false).chain(radii(160.0, true)) {
            for left_share in [0.5, 0.4, 0.6, 0.33, 0.67, 0.25, 0.75] {
                let attempt = Attempt {
                    height,
                    top,
                    foot,
                    brackets,
                    radius,
                    left_share,
                    columns,
                    lines,
                    cut,
                };
                if let Some(arrangement) = attempt.arrange(wishes) {
                    return Some(arrangement);
                }
            }
        }
    }
    None
}
