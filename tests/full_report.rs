//! The report as a user gets it: one file that needs nothing else, or Markdown with its pictures.

use std::fs;
use std::path::Path;
use std::process::Command;

use roxmltree::{Document, ParsingOptions};

fn report(directory: &Path, arguments: &[&str]) {
    let output = Command::new(env!("CARGO_BIN_EXE_kurultai"))
        .current_dir(directory)
        .args(["report", "--quiet", "--draws", "5000"])
        .args(arguments)
        .output()
        .expect("the program starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stdout.is_empty());
}

fn read(directory: &Path, name: &str) -> String {
    fs::read_to_string(directory.join(name)).expect("the report is there")
}

fn parse(html: &str) -> Document<'_> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    Document::parse_with_options(html, options).expect("well-formed")
}

/// Votes whose names try to break out of the markup.
const HOSTILE: &str = "party,name,votes,color\n\
    a,<script>alert(1)</script>,500,#ff0000\n\
    b,\"\"\"quoted\"\" & 'so', <b>\",400,\n\
    c,مرحبا | *x* 🐎,300,\n\
    d,Қазақстан Республикасының өте ұзақ атаулы халықтық партиясы №1,200,\n";

#[test]
fn a_report_is_one_file_without_requests() {
    let directory = tempfile::tempdir().unwrap();
    for (language, question) in
        [("en", "Who gets the 145 seats"), ("ru", "Кто получит"), ("kk", "кім алады")]
    {
        report(directory.path(), &["--lang", language, "-o", "r.html"]);
        let html = read(directory.path(), "r.html");
        let document = parse(&html);
        assert_eq!(document.root_element().attribute("lang"), Some(language));
        assert!(html.contains(question), "{language}");
        for node in document.descendants().filter(roxmltree::Node::is_element) {
            for attribute in node.attributes() {
                let is_link = ["src", "href", "action", "data"].contains(&attribute.name());
                assert!(!is_link, "{attribute:?}");
            }
            assert!(!["script", "link", "iframe", "object"].contains(&node.tag_name().name()));
        }
        assert!(!html.contains("url(") && !html.contains("@import"));
        let count = |name: &str| document.descendants().filter(|of| of.has_tag_name(name)).count();
        // Each picture of count, draws and comparison, light and dark.
        assert!(count("table") >= 5);
        assert_eq!(count("figure"), 2 * 9);
        assert!(html.len() < 1_000_000, "{} bytes", html.len());
    }
}

#[test]
fn names_stay_names() {
    let directory = tempfile::tempdir().unwrap();
    fs::write(directory.path().join("votes.csv"), HOSTILE).unwrap();
    report(directory.path(), &["votes.csv", "-o", "r.html"]);
    let html = read(directory.path(), "r.html");
    let document = parse(&html);
    assert!(!document.descendants().any(|node| node.has_tag_name("script")));
    let cells = |text: &str| {
        let is_cell = |node: &roxmltree::Node<'_, '_>| node.has_tag_name("td");
        document.descendants().filter(is_cell).any(|node| node.text() == Some(text))
    };
    assert!(cells("<script>alert(1)</script>"));
    assert!(cells("\"quoted\" & 'so', <b>"));
    report(directory.path(), &["votes.csv", "-o", "r.md"]);
    let markdown = read(directory.path(), "r.md");
    assert!(markdown.contains("\\<script\\>alert(1)\\</script\\>"));
    assert!(markdown.contains("مرحبا \\| \\*x\\* 🐎"));
}

#[test]
fn the_same_bytes_whatever_the_threads() {
    let directory = tempfile::tempdir().unwrap();
    let mut all = Vec::new();
    for threads in ["1", "2", "7"] {
        report(directory.path(), &["--threads", threads, "-o", "r.html"]);
        all.push(read(directory.path(), "r.html"));
    }
    assert_eq!(all[0], all[1]);
    assert_eq!(all[0], all[2]);
    assert!(all[0].contains("kurultai report --draws 5000 -o r.html"));
}

#[test]
fn markdown_has_its_pictures_beside_it() {
    let directory = tempfile::tempdir().unwrap();
    report(directory.path(), &["-o", "what if.md"]);
    let markdown = read(directory.path(), "what if.md");
    let shown: Vec<&str> = markdown
        .lines()
        .filter_map(|line| line.strip_prefix("![")?.split_once("](")?.1.strip_suffix(')'))
        .collect();
    assert_eq!(shown.len(), 9);
    for path in shown {
        let path = path.replace("%20", " ");
        assert!(path.starts_with("what if-pictures/"), "{path}");
        Document::parse(&read(directory.path(), &path)).expect("a picture");
    }
}

#[test]
fn only_html_and_markdown() {
    let output = Command::new(env!("CARGO_BIN_EXE_kurultai"))
        .args(["report", "-o", "report.pdf"])
        .output()
        .expect("the program starts");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "error: a report is written to a file ending in .html or .md, or to - as HTML; not to report.pdf\n"
    );
}
