//! The words around a picture.

use super::sheet::{Anchor, MARGIN, Pen, Point, SMALLEST_TEXT, WIDTH, ellipsize, wrap};

/// The words around a picture, in the caller's language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caption {
    /// The question the picture answers; also its `<title>`.
    pub title: String,
    /// Scenario, method, threshold, draws, seed.
    pub subtitle: String,
    /// Where the numbers come from; printed at the foot.
    pub source: String,
    /// The numbers in words, for readers who cannot see the picture: its `<desc>`.
    pub description: String,
    /// The language of all this, such as `kk`.
    pub language: String,
}

/// A paragraph of a caption: at most `lines` lines, the last shortened if there were more.
struct Paragraph<'a> {
    text: &'a str,
    size: f64,
    bold: bool,
    lines: usize,
}

impl Paragraph<'_> {
    fn lines(&self) -> Vec<String> {
        let limit = WIDTH - 2.0 * MARGIN;
        let mut lines = wrap(self.text, self.size, self.bold, limit).lines;
        if lines.len() > self.lines {
            let rest = lines.split_off(self.lines - 1).join(" ");
            lines.push(ellipsize(&rest, self.size, self.bold, limit));
        }
        lines
    }

    /// Draws the lines from this baseline downwards and returns the baseline after the last one.
    fn draw(&self, pen: &mut Pen<'_>, first: f64) -> f64 {
        let lettering = pen.lettering(self.size, self.bold, Anchor::Start);
        pen.lines(&self.lines(), Point { x: MARGIN, y: first }, lettering, LEADING)
    }
}

/// From one baseline to the next, in ems.
const LEADING: f64 = 1.3;
/// The title's letters; a long title takes smaller ones before it takes a second line.
const TITLE_SIZES: [f64; 3] = [26.0, 23.0, 20.0];

impl Caption {
    fn title(&self) -> Paragraph<'_> {
        let paragraph = |size| Paragraph { text: &self.title, size, bold: true, lines: 3 };
        TITLE_SIZES
            .into_iter()
            .map(paragraph)
            .find(|title| title.lines().len() <= 1)
            .unwrap_or_else(|| paragraph(TITLE_SIZES[1]))
    }

    fn subtitle(&self) -> Paragraph<'_> {
        // What a run needs to be made again stands at the end: draws and seed.
        let lines = if self.title().lines().len() <= 1 { 4 } else { 3 };
        Paragraph { text: &self.subtitle, size: 14.0, bold: false, lines }
    }

    fn source(&self) -> Paragraph<'_> {
        Paragraph { text: &self.source, size: SMALLEST_TEXT, bold: false, lines: 8 }
    }

    /// Where the picture proper may begin.
    pub(super) fn bottom(&self) -> f64 {
        let height = |paragraph: &Paragraph<'_>| {
            paragraph.lines().iter().map(|_| paragraph.size * LEADING).sum::<f64>()
        };
        MARGIN + height(&self.title()) + height(&self.subtitle()) + 12.0
    }

    /// How much the source takes at the foot.
    pub(super) fn foot(&self) -> f64 {
        let lines = self.source().lines();
        if lines.is_empty() {
            return MARGIN / 2.0;
        }
        18.0 + lines.iter().map(|_| SMALLEST_TEXT * LEADING).sum::<f64>()
    }

    /// Draws title, subtitle and source on a sheet of this height.
    pub(super) fn draw(&self, pen: &mut Pen<'_>, height: f64) {
        let title = self.title();
        let after = title.draw(pen, MARGIN + title.size * 0.8);
        let drop = if title.lines().is_empty() { 0.0 } else { title.size * 0.3 };
        self.subtitle().draw(pen, after - drop);
        let first = height - self.foot() + SMALLEST_TEXT;
        self.source().draw(pen, first);
    }
}

#[cfg(test)]
mod tests {
    use super::super::sheet::HEIGHT;
    use super::*;

    #[test]
    fn a_long_caption_takes_room_from_the_picture() {
        let short = Caption { title: "Who sits where?".into(), ..Caption::default() };
        let long = Caption {
            title: "Қазақстан Республикасының Құрылтайында орындар қалай бөлінеді? ".repeat(2),
            subtitle: "logistic-normal, 100 000 draws, seed 1. ".repeat(5),
            ..Caption::default()
        };
        assert!(long.bottom() > short.bottom() + 40.0);
        assert!(long.bottom() < HEIGHT / 3.0);
    }

    #[test]
    fn no_caption_outgrows_the_sheet() {
        let endless = "партия ".repeat(400);
        let caption = Caption {
            title: endless.clone(),
            subtitle: endless.clone(),
            source: endless,
            ..Caption::default()
        };
        assert!(caption.bottom() < 210.0, "{}", caption.bottom());
        // Eight lines of 12 px: assumptions and sources take a quarter of the sheet at most.
        assert!(caption.foot() < HEIGHT / 4.0);
    }
}
