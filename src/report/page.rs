//! What people read, before it has a form: headings, lines, tables. One page is rendered for a terminal
//! or as Markdown, so that both say the same.

mod markdown;

use super::messages::fill;
use super::table::{Table, bold};

/// Blocks from the top down.
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
    /// An empty line, which sets parts apart on a terminal.
    Gap,
}

impl Page {
    /// Adds a title.
    pub(super) fn title(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Title(text.into()));
    }

    /// Adds a heading.
    pub(super) fn heading(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Heading(text.into()));
    }

    /// Adds a line.
    pub(super) fn line(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Line(text.into()));
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
            Block::Gap => "\n".to_owned(),
        };
        self.blocks.iter().map(render).collect()
    }
}
