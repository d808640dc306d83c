//! A page as Markdown, with the tables of GitHub's flavour.

use super::{Block, Figure, Page};
use crate::report::table::Table;

impl Page {
    /// The page as Markdown, without its pictures.
    pub(in crate::report) fn markdown(&self) -> String {
        self.with_pictures(None)
    }

    /// The page as Markdown that shows its pictures from `directory`.
    pub(in crate::report) fn markdown_with_pictures(&self, directory: &str) -> String {
        self.with_pictures(Some(directory))
    }

    fn with_pictures(&self, directory: Option<&str>) -> String {
        let render = |block: &Block| match block {
            Block::Title(text) => Some(format!("# {}\n", escape(text))),
            Block::Heading(text) => Some(format!("## {}\n", escape(text))),
            Block::Line(text) => Some(format!("{}\n", escape(text))),
            Block::Table(table) => Some(rows(table, true)),
            Block::Rows(table) => Some(rows(table, false)),
            Block::Figure(Figure { name, shows, .. }) => directory.map(|directory| {
                let directory = directory.replace(' ', "%20");
                format!(
                    "![{}]({directory}/{name}.svg)
",
                    escape(shows)
                )
            }),
            // Every block is set apart here.
            Block::Gap => None,
        };
        self.blocks.iter().filter_map(render).collect::<Vec<_>>().join("\n")
    }
}

fn rows(table: &Table, has_headings: bool) -> String {
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| escape(cell)).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let headings = table.headings().to_vec();
    let none = vec![String::new(); headings.len()];
    let mut text = line(if has_headings { &headings } else { &none });
    let rule = |&numeric: &bool| if numeric { "---:" } else { "---" };
    let rules: Vec<&str> = table.numeric().iter().map(rule).collect();
    text.extend(["| ", &rules.join(" | "), " |\n"]);
    text.extend(table.cells().iter().map(|row| line(row)));
    text
}

/// Text that Markdown shows as it is.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (at, character) in text.chars().enumerate() {
        match character {
            '\n' | '\r' => escaped.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' => {
                escaped.extend(['\\', character]);
            }
            '#' | '+' | '-' if at == 0 => escaped.extend(['\\', character]),
            _ => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_in_markdown() {
        let mut page = Page::default();
        page.title("Who *wins*?");
        page.line("- 5 | 6");
        page.gap();
        let mut table = Table::default().words("List").numbers("Seats");
        table.row(vec!["A|<b>".into(), "3".into()]);
        page.table(table);
        assert_eq!(
            page.markdown(),
            "# Who \\*wins\\*?\n\n\\- 5 \\| 6\n\n| List | Seats |\n| --- | ---: |\n| A\\|\\<b\\> | 3 |\n"
        );
    }
}
