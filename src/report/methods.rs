//! The methods there are.

use serde::Serialize;

use super::messages::Messages;
use super::page::Page;
use super::rules_json::document;
use super::table::Table;
use super::{Format, SCHEMA, allocation_csv};
use crate::apportionment::{Axiom, MethodEntry, catalogue};

#[derive(Debug, Serialize)]
struct Document {
    schema: u32,
    program: &'static str,
    version: &'static str,
    methods: Vec<MethodJson>,
}

#[derive(Debug, Serialize)]
struct MethodJson {
    name: &'static str,
    usage: &'static str,
    aliases: &'static [&'static str],
    formula: &'static str,
    used_by: &'static str,
    favours: &'static str,
    axioms: Vec<&'static str>,
}

/// Every method with its names, formula, users and axioms.
pub fn methods(words: &Messages, format: Format) -> String {
    match format {
        Format::Table => page(words).terminal(),
        Format::Markdown => page(words).markdown(),
        Format::Json => document(&Document {
            schema: SCHEMA,
            program: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
            methods: catalogue().iter().map(as_json).collect(),
        }),
        Format::Csv => csv(),
    }
}

/// The axioms that every member of the family keeps: a family is represented by one that keeps no
/// more than all of them.
fn axioms(entry: &MethodEntry) -> impl Iterator<Item = Axiom> {
    Axiom::ALL.into_iter().filter(|&axiom| entry.method.keeps(axiom))
}

fn as_json(entry: &MethodEntry) -> MethodJson {
    MethodJson {
        name: entry.name,
        usage: entry.usage,
        aliases: entry.aliases,
        formula: entry.formula,
        used_by: entry.used_by,
        favours: entry.favours,
        axioms: axioms(entry).map(Axiom::name).collect(),
    }
}

const fn axiom_name(words: &Messages, axiom: Axiom) -> &'static str {
    match axiom {
        Axiom::HouseMonotone => words.axiom_house_monotone,
        Axiom::PopulationMonotone => words.axiom_population_monotone,
        Axiom::Coherent => words.axiom_coherent,
        Axiom::LowerQuota => words.axiom_lower_quota,
        Axiom::UpperQuota => words.axiom_upper_quota,
        Axiom::MergersPay => words.axiom_mergers_pay,
        Axiom::EveryListServed => words.axiom_every_list_served,
    }
}

fn page(words: &Messages) -> Page {
    let mut table = Table::default()
        .words(words.method_usage)
        .words(words.aliases)
        .words(words.formula)
        .words(words.used_by)
        .words(words.favours)
        .words(words.keeps);
    for entry in catalogue() {
        let kept: Vec<_> = axioms(entry).map(|axiom| axiom_name(words, axiom)).collect();
        table.row(vec![
            entry.usage.to_owned(),
            entry.aliases.join(", "),
            entry.formula.to_owned(),
            entry.used_by.to_owned(),
            entry.favours.to_owned(),
            kept.join(", "),
        ]);
    }
    let mut page = Page::default();
    page.table(table);
    page.gap();
    page.say(words.methods_legend, &[]);
    page
}

/// One row a method; aliases and axioms in one cell each, separated by spaces.
fn csv() -> String {
    let header = ["name", "usage", "aliases", "formula", "used_by", "favours", "axioms"];
    let rows = catalogue().iter().map(|entry| {
        let axioms: Vec<_> = axioms(entry).map(Axiom::name).collect();
        vec![
            entry.name.to_owned(),
            entry.usage.to_owned(),
            entry.aliases.join(" "),
            entry.formula.to_owned(),
            entry.used_by.to_owned(),
            entry.favours.to_owned(),
            axioms.join(" "),
        ]
    });
    allocation_csv::table(header.map(str::to_owned).to_vec(), rows)
}
