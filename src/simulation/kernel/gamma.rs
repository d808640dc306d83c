//! Gamma numbers of any shape (Marsaglia and Tsang 2000) with a squeeze that knows the shape.
//!
//! With d = α − 1/3 and c = 1/√(9d), x normal and t = 1 + cx > 0, d·t³ has the gamma law of shape
//! α >= 1 if it is kept with probability e^h, h = x²/2 + d(1 − t³ + 3 ln t).
//!
//! **The squeeze.** Put y = cx, so that x² = 9dy² and t = 1 + y. The series of the logarithm gives
//! h = −3d(y⁴/4 − y⁵/5 + y⁶/6 − …). For y >= 0 the bracket is at most y⁴/4. For −1/2 <= y < 0 it
//! is y⁴(1/4 + |y|/5 + y²/6 + …) <= y⁴(1/4 + (|y|/5)/(1 − |y|)) <= 0.45·y⁴. So t >= 1/2 implies
//! e^h >= 1 + h >= 1 − 1.35·dy⁴ = 1 − x⁴/(60d), and a uniform u below that is kept without a
//! logarithm. What it leaves open has probability about 3/(60d): one draw in 1,000 at α = 50.
//!
//! **Twelve bits are enough.** u = (k + U)/4096 with k the low 12 bits of a word that already gave
//! a normal number and U in (0, 1] not yet drawn. u < 1 − x⁴/(60d) is certain if
//! k + 1 < 4096 − x⁴·4096/(60d); only if it is not, U is drawn, from the extra generator of the
//! lane. Rounding cannot spoil it: the true factor is near 1/108, a hundred thousand million
//! times further from 1/60 than a rounding error.

use super::elementary::ln;
use super::generator::{Spill, Xoshiro, unit};
use super::normal::{self, Deviates};
use super::vector::{LANES, Mask, ROWS, TWO_52, Vector, Words, full};

/// The low bits of a word that stand for the leading bits of u.
const COARSE: u64 = 0xfff;
/// Bits of 2⁵²: a whole number or-ed into them adds itself.
const TWO_52_BITS: u64 = 0x4330_0000_0000_0000;

/// A gamma law, ready to be drawn from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gamma {
    /// d = α' − 1/3, where α' is the shape, plus 1 if the shape is below 1.
    d: f64,
    /// c = 1/√(9d).
    c: f64,
    /// 4096/(60d).
    squeeze: f64,
    /// ln d.
    ln_d: f64,
    /// For a shape α < 1: 1/α, because G(α) = G(α + 1)·U^(1/α).
    boost: Option<f64>,
}

impl Gamma {
    /// The law of shape `shape` > 0 and scale 1.
    pub(super) fn new(shape: f64) -> Self {
        let boost = (shape < 1.0).then(|| 1.0 / shape);
        let d = if boost.is_some() { shape + 1.0 } else { shape } - 1.0 / 3.0;
        Self { d, c: 1.0 / (9.0 * d).sqrt(), squeeze: 4096.0 / (60.0 * d), ln_d: ln(d), boost }
    }

    /// Whether the shape is below 1, so that numbers may be too small for a double.
    pub(super) fn is_boosted(&self) -> bool {
        self.boost.is_some()
    }

    /// The gamma numbers of both rows in one part. Shapes of 1 and more only.
    #[inline(always)]
    pub(super) fn draw<V: Vector>(
        &self,
        deviates: &mut Deviates,
        spill: &mut Spill,
        part: usize,
    ) -> [V; ROWS] {
        let [first, second] = self.roots::<V>(deviates, spill, part);
        let scale = V::splat(self.d);
        [scale * (first * first * first), scale * (second * second * second)]
    }

    /// The logarithms of the gamma numbers of both rows in one part, whatever the shape: no
    /// number is too small for that. A shape below 1 takes one more word for each row.
    #[inline(always)]
    pub(super) fn draw_ln<V: Vector>(
        &self,
        deviates: &mut Deviates,
        stream: &mut Xoshiro<V::Words>,
        spill: &mut Spill,
        part: usize,
    ) -> [V; ROWS] {
        let mut numbers = self.roots::<V>(deviates, spill, part);
        for number in &mut numbers {
            *number = V::splat(self.ln_d) + V::splat(3.0) * ln(*number);
            if let Some(inverse) = self.boost {
                let uniform = unit::<V>(stream.next());
                *number = *number + V::splat(inverse) * ln(uniform);
            }
        }
        numbers
    }

    /// t = ∛(G/d) of both rows in one part.
    #[inline(always)]
    fn roots<V: Vector>(
        &self,
        deviates: &mut Deviates,
        spill: &mut Spill,
        part: usize,
    ) -> [V; ROWS] {
        let mut normals = deviates.load::<V>(part);
        let mut kept = [0; ROWS];
        for row in 0..ROWS {
            let square = normals[row] * normals[row];
            let limit = V::splat(TWO_52 + 4095.0) - square * square * V::splat(self.squeeze);
            let coarse = deviates.words::<V::Words>(row, part) & V::Words::splat(COARSE);
            let coarse = V::from_words(coarse | V::Words::splat(TWO_52_BITS));
            kept[row] = coarse.less(limit).bits();
            if self.d < 12.0 {
                kept[row] &= V::splat(-0.5).less(V::splat(self.c) * normals[row]).bits();
            }
        }
        if kept[0] & kept[1] != full::<V>() {
            let open = [kept[0] ^ full::<V>(), kept[1] ^ full::<V>()];
            self.settle_rows(open, part * V::WIDTH, deviates, spill);
            normals = deviates.load::<V>(part);
        }
        let [first, second] = normals;
        let (one, c) = (V::splat(1.0), V::splat(self.c));
        [one + c * first, one + c * second]
    }

    /// Replaces the normal numbers of the lanes that the squeeze leaves open by numbers that are
    /// kept; the first row comes first. `open` has a bit for each lane from lane `from` on.
    #[cold]
    #[inline(never)]
    fn settle_rows(
        &self,
        open: [u16; ROWS],
        from: usize,
        deviates: &mut Deviates,
        spill: &mut Spill,
    ) {
        for (row, open) in open.into_iter().enumerate() {
            for (lane, spill) in spill.iter_mut().enumerate().skip(from) {
                if open >> (lane - from) & 1 == 1 {
                    let coarse = deviates.words[row].0[lane] & COARSE;
                    let number = &mut deviates.numbers.0[row * LANES + lane];
                    *number = self.settle(*number, unit_from_parts(coarse, spill.unit()), spill);
                }
            }
        }
    }

    /// The method as printed, for one lane: x and u are tested; until a pair is kept, three
    /// words of the lane's extra generator give the next x (two words) and u (one).
    ///
    /// The squeeze is tried first because h, computed as a difference of numbers of size d, is
    /// worth nothing where d is above 2⁴⁰; there the squeeze decides all but 2⁻⁴⁰ of the cases.
    fn settle(&self, mut x: f64, mut u: f64, spill: &mut Xoshiro<u64>) -> f64 {
        loop {
            let t = 1.0 + self.c * x;
            let square = x * x;
            if t > 0.5 && u < 1.0 - square * square * (self.squeeze / 4096.0) {
                return x;
            }
            if t > 0.0 {
                let h = 0.5 * square + self.d * (1.0 - t * t * t + 3.0 * ln(t));
                if ln(u) < h {
                    return x;
                }
            }
            let words = [spill.next(), spill.next()];
            x = normal::pair::<f64>(words[0], words[1])[0];
            u = spill.unit();
        }
    }
}

/// (k + U)/4096.
#[expect(clippy::cast_precision_loss, reason = "k has 12 bits")]
fn unit_from_parts(coarse: u64, fine: f64) -> f64 {
    (coarse as f64 + fine) / 4096.0
}
