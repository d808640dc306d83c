//! A page as HTML: headings, paragraphs and tables for the body of a document.

use super::{Block, Page};
use crate::report::table::Table;

/// The looks of a document, for screens of any width, light and dark, and for A4.
const STYLE: &str = include_str!("document.css");

/// A page as a whole document that needs nothing else: no script, no font, no request.
pub(in crate::report) fn document(language: &str, title: &str, page: &Page) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n\
         <meta name=\"generator\" content=\"kurultai {}\"/>\n\
         <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n{}</main>\n</body>\n</html>\n",
        escape(language),
        env!("CARGO_PKG_VERSION"),
        escape(title),
        page.html(),
    )
}

impl Page {
    /// The page as HTML, its title a first-level heading.
    fn html(&self) -> String {
        let render = |block: &Block| match block {
            Block::Title(text) => format!("<h1>{}</h1>\n", escape(text)),
            Block::Heading(text) => format!("<h2>{}</h2>\n", escape(text)),
            Block::Line(text) => format!("<p>{}</p>\n", escape(text)),
            Block::Table(table) => rows(table, true),
            Block::Rows(table) => rows(table, false),
            Block::Figure(figure) => format!(
                "<figure class=\"light\">{}</figure>\n<figure class=\"dark\">{}</figure>\n",
                figure.light.trim_end(),
                figure.dark.trim_end()
            ),
            Block::Gap => String::new(),
        };
        self.blocks.iter().map(render).collect()
    }
}

fn rows(table: &Table, has_headings: bool) -> String {
    let cell = |tag: &str, numeric: bool, text: &str| {
        let class = if numeric { " class=\"number\"" } else { "" };
        format!("<{tag}{class}>{}</{tag}>", escape(text))
    };
    let line = |tag: &str, cells: &[String]| {
        let cells = cells.iter().zip(table.numeric());
        let cells: String = cells.map(|(text, &numeric)| cell(tag, numeric, text)).collect();
        format!("<tr>{cells}</tr>\n")
    };
    let mut text = String::from("<div class=\"wide\"><table>\n");
    if has_headings {
        text.extend(["<thead>", line("th", table.headings()).trim_end(), "</thead>\n"]);
    }
    text.push_str("<tbody>\n");
    text.extend(table.cells().iter().map(|row| line("td", row)));
    text.push_str("</tbody></table></div>\n");
    text
}

/// Text with the characters of markup escaped, for content and attributes alike.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(character),
        }
    }
    escaped
}
