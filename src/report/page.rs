//! What people read, before it has a form: headings, lines, tables. One page is rendered for a terminal,
//! as Markdown or as HTML, so that all say the same.

mod html;
mod markdown;

use super::messages::fill;
use super::table::{Table, bold};
use crate::election::printable;

pub(super) use html::document;

/// Blocks from the top down. What is hidden in a text, such as the name of a file, is written out in all of
/// them.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    blocks: Vec<Block>,
}

#[derive(Clone, Debug)]
enum Block {
    /// The title of everything below.
    Title(String),
    /// The heading of a part.
    Heading(String),
    /// A sentence on a line of its own.
    Line(String),
    /// Rows under headings.
    Table(Table),
    /// Rows without headings.
    Rows(Table),
    /// A picture.
    Figure(Figure),
    /// An empty line, which sets parts apart on a terminal.
    Gap,
}

/// A picture on a page.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    /// Its name, and that of its file where it stands beside the text.
    pub(super) name: &'static str,
    /// What it shows, in a sentence.
    pub(super) shows: &'static str,
    /// The picture for a light page.
    pub(super) light: String,
    /// The same for a dark one.
    pub(super) dark: String,
}

impl Page {
    /// Adds a title.
    pub(super) fn title(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Title(printable(&text.into())));
    }

    /// Adds a heading.
    pub(super) fn heading(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Heading(printable(&text.into())));
    }

    /// Adds a line.
    pub(super) fn line(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Line(printable(&text.into())));
    }

    /// Adds a filled message as a line.
    pub(super) fn say(&mut self, message: &str, values: &[(&str, &str)]) {
        self.line(fill(message, values));
    }

    /// Adds a table.
    pub(super) fn table(&mut self, table: Table) {
        self.blocks.push(Block::Table(table));
    }

    /// Adds the rows of a table without its headings.
    pub(super) fn rows(&mut self, table: Table) {
        self.blocks.push(Block::Rows(table));
    }

    /// Adds a picture.
    pub(super) fn figure(&mut self, figure: Figure) {
        self.blocks.push(Block::Figure(figure));
    }

    /// The pictures on the page.
    pub(super) fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Figure(figure) => Some(figure),
            _ => None,
        })
    }

    /// Sets what follows apart.
    pub(super) fn gap(&mut self) {
        self.blocks.push(Block::Gap);
    }

    /// Adds all of another page.
    pub(super) fn append(&mut self, other: Self) {
        self.blocks.extend(other.blocks);
    }

    /// Whether there is nothing on it.
    pub(super) const fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// The page for a terminal, with ANSI styles.
    pub(super) fn terminal(&self) -> String {
        let render = |block: &Block| match block {
            Block::Title(text) | Block::Heading(text) => format!("{}\n", bold(text)),
            Block::Line(text) => format!("{text}\n"),
            Block::Table(table) => table.render(),
            Block::Rows(table) => table.render_rows(),
            Block::Figure(_) => String::new(),
            Block::Gap => "\n".to_owned(),
        };
        self.blocks.iter().map(render).collect()
    }
}
