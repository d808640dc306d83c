//! Tables, and their form on a terminal.

use tabled::builder::Builder;
use tabled::settings::object::Columns;
use tabled::settings::style::HorizontalLine;
use tabled::settings::{Alignment, Modify, Padding, Style};

use crate::election::printable;

/// Rows under headings; some columns hold numbers and stand to the right.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    headings: Vec<String>,
    numeric: Vec<bool>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// Adds a column of words.
    pub(super) fn words(mut self, heading: impl Into<String>) -> Self {
        self.headings.push(printable(&heading.into()));
        self.numeric.push(false);
        self
    }

    /// Adds a column of numbers.
    pub(super) fn numbers(mut self, heading: impl Into<String>) -> Self {
        self.headings.push(printable(&heading.into()));
        self.numeric.push(true);
        self
    }

    /// Adds a row; missing cells stay empty.
    pub(super) fn row(&mut self, cells: Vec<String>) {
        let mut cells: Vec<String> = cells.into_iter().map(|cell| printable(&cell)).collect();
        cells.resize(self.headings.len(), String::new());
        self.rows.push(cells);
    }

    /// What stands above the columns.
    pub(super) fn headings(&self) -> &[String] {
        &self.headings
    }

    /// Which columns hold numbers.
    pub(super) fn numeric(&self) -> &[bool] {
        &self.numeric
    }

    /// The rows, each with a cell a column.
    pub(super) fn cells(&self) -> &[Vec<String>] {
        &self.rows
    }

    /// The table with a rule under its headings, every line ended.
    pub(super) fn render(&self) -> String {
        let mut builder = Builder::default();
        builder.push_record(self.headings.iter().map(|heading| bold(heading)));
        let rule = HorizontalLine::new('─').intersection('─');
        self.lay_out(builder, |table| {
            table.with(Style::blank().horizontals([(1, rule)]));
        })
    }

    /// The rows alone.
    pub(super) fn render_rows(&self) -> String {
        self.lay_out(Builder::default(), |table| {
            table.with(Style::blank());
        })
    }

    fn lay_out(&self, mut builder: Builder, style: impl Fn(&mut tabled::Table)) -> String {
        for row in &self.rows {
            builder.push_record(row);
        }
        let mut table = builder.build();
        style(&mut table);
        table.with(Padding::new(0, 1, 0, 0));
        for (column, _) in self.numeric.iter().enumerate().filter(|&(_, &numeric)| numeric) {
            table.with(Modify::new(Columns::one(column)).with(Alignment::right()));
        }
        let text = table.to_string();
        let lines: Vec<&str> = text.lines().map(str::trim_end).chain([""]).collect();
        lines.join("\n")
    }
}

/// Text in bold; the caller's stream drops the style where it is not wanted.
pub(super) fn bold(text: &str) -> String {
    let style = anstyle::Style::new().bold();
    format!("{style}{text}{style:#}")
}
