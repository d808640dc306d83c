//! The indices as a table: what each is, whose it is, which values it takes.

use super::Indices;

/// An index.
#[derive(Clone, Copy, Debug)]
pub struct IndexEntry {
    /// Its name as it is typed.
    pub name: &'static str,
    /// Its name as people write it.
    pub title: &'static str,
    /// Its formula, with v the shares of votes and s the shares of seats.
    pub formula: &'static str,
    /// The values it can take; 0 means full proportionality unless it says otherwise.
    pub range: &'static str,
    /// Who proposed it.
    pub source: &'static str,
    read: fn(&Indices) -> Option<f64>,
}

impl IndexEntry {
    /// Its value among all; none where it is not defined, or infinite.
    pub fn value(&self, indices: &Indices) -> Option<f64> {
        (self.read)(indices).filter(|value| value.is_finite())
    }
}

/// Every index, in the order of tables.
///
/// ```
/// use kurultai::measures::indices::{Indices, Proportions, catalogue};
/// let indices = Indices::of(&Proportions::new(&[1, 1], &[1, 0])?);
/// let rae = catalogue().iter().find(|index| index.name == "rae").expect("Rae's index");
/// assert_eq!((rae.formula, rae.value(&indices)), ("(1/n) Σ |s − v|, n: lists with votes or seats", Some(0.5)));
/// # Ok::<(), kurultai::measures::indices::ProportionsError>(())
/// ```
pub const fn catalogue() -> &'static [IndexEntry] {
    CATALOGUE
}

const CATALOGUE: &[IndexEntry] = &[
    IndexEntry {
        name: "gallagher",
        title: "Gallagher",
        formula: "√(½ Σ (s − v)²)",
        range: "0 to below 1",
        source: "Gallagher, Electoral Studies 10 (1991)",
        read: |indices| Some(indices.gallagher),
    },
    IndexEntry {
        name: "loosemore-hanby",
        title: "Loosemore–Hanby",
        formula: "½ Σ |s − v|",
        range: "0 to below 1",
        source: "Loosemore and Hanby, British Journal of Political Science 1 (1971)",
        read: |indices| Some(indices.loosemore_hanby),
    },
    IndexEntry {
        name: "rose",
        title: "Rose",
        formula: "1 − ½ Σ |s − v|",
        range: "above 0 to 1, 1 for full proportionality",
        source: "Rose, in Lijphart and Grofman, Choosing an Electoral System (1984)",
        read: |indices| Some(indices.rose),
    },
    IndexEntry {
        name: "rae",
        title: "Rae",
        formula: "(1/n) Σ |s − v|, n: lists with votes or seats",
        range: "0 to below 1",
        source: "Rae, The Political Consequences of Electoral Laws (1967)",
        read: |indices| Some(indices.rae),
    },
    IndexEntry {
        name: "sainte-lague",
        title: "Sainte-Laguë",
        formula: "Σ (s − v)² / v",
        range: "0 to infinity",
        source: "Sainte-Laguë, Annales scientifiques de l'École Normale Supérieure 27 (1910)",
        read: |indices| Some(indices.sainte_lague),
    },
    IndexEntry {
        name: "dhondt",
        title: "D'Hondt",
        formula: "max s/v",
        range: "1 to infinity, 1 for full proportionality",
        source: "D'Hondt, Système pratique et raisonné de représentation proportionnelle (1882)",
        read: |indices| Some(indices.dhondt),
    },
    IndexEntry {
        name: "lijphart",
        title: "Lijphart",
        formula: "max |s − v|",
        range: "0 to below 1",
        source: "Lijphart, Electoral Systems and Party Systems (1994)",
        read: |indices| Some(indices.lijphart),
    },
    IndexEntry {
        name: "grofman",
        title: "Grofman",
        formula: "(1/N₂) Σ |s − v|, N₂ = 1/Σ v²",
        range: "0 to 2",
        source: "Grofman, in Lijphart, Electoral Systems and Party Systems (1994)",
        read: |indices| Some(indices.grofman),
    },
    IndexEntry {
        name: "monroe",
        title: "Monroe",
        formula: "√(Σ (s − v)² / (1 + Σ v²))",
        range: "0 to 1",
        source: "Monroe, Electoral Studies 13 (1994)",
        read: |indices| Some(indices.monroe),
    },
    IndexEntry {
        name: "lebeda",
        title: "Lebeda",
        formula: "1 − 1/max(s/v)",
        range: "0 to 1",
        source: "Lebeda, Sociologický časopis 42 (2006)",
        read: |indices| Some(indices.lebeda),
    },
    IndexEntry {
        name: "gini",
        title: "Gini",
        formula: "1 − twice the area below the Lorenz curve of seats over votes, by trapezoids",
        range: "0 to 1",
        source: "Taagepera and Grofman, Party Politics 9 (2003)",
        read: |indices| Some(indices.gini),
    },
    IndexEntry {
        name: "cox-shugart",
        title: "Cox–Shugart",
        formula: "slope of the least-squares line of s on v",
        range: "any, 1 for full proportionality; none if all votes are equal",
        source: "Cox and Shugart, Electoral Studies 10 (1991)",
        read: |indices| indices.cox_shugart,
    },
    IndexEntry {
        name: "atkinson",
        title: "Atkinson",
        formula: "1 − (Σ √(v s))², the aversion ½",
        range: "0 to 1",
        source: "Atkinson, Journal of Economic Theory 2 (1970)",
        read: |indices| Some(indices.atkinson),
    },
    IndexEntry {
        name: "effective-votes",
        title: "Effective number of lists, votes",
        formula: "1/Σ v²",
        range: "1 to the number of lists",
        source: "Laakso and Taagepera, Comparative Political Studies 12 (1979)",
        read: |indices| Some(indices.effective_votes),
    },
    IndexEntry {
        name: "effective-seats",
        title: "Effective number of lists, seats",
        formula: "1/Σ s²",
        range: "1 to the number of lists",
        source: "Laakso and Taagepera, Comparative Political Studies 12 (1979)",
        read: |indices| Some(indices.effective_seats),
    },
    IndexEntry {
        name: "golosov-votes",
        title: "Golosov, votes",
        formula: "Σ v / (v + v₁² − v²), v₁: the largest",
        range: "1 to the number of lists",
        source: "Golosov, Party Politics 16 (2010)",
        read: |indices| Some(indices.golosov_votes),
    },
    IndexEntry {
        name: "golosov-seats",
        title: "Golosov, seats",
        formula: "Σ s / (s + s₁² − s²), s₁: the largest",
        range: "1 to the number of lists",
        source: "Golosov, Party Politics 16 (2010)",
        read: |indices| Some(indices.golosov_seats),
    },
    IndexEntry {
        name: "wasted-votes",
        title: "Wasted votes",
        formula: "Σ v of lists without seats",
        range: "0 to below 1",
        source: "Anckar, Electoral Studies 16 (1997)",
        read: |indices| Some(indices.wasted_votes),
    },
];
