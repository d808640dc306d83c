//! Seat bias by rank and method.

use super::{Drawn, method_title};
use crate::chart::bias::{BiasPanel, RankBias};
use crate::chart::{BiasChart, Caption, Theme, palette};
use crate::report::messages::fill;
use crate::report::{BenchReport, bench_table};

/// The seat bias of every method in the first kind of elections, with what theory says of it.
///
/// # Errors
/// [`crate::chart::ChartError`] if nothing was judged.
pub(super) fn bias(report: &BenchReport<'_>, theme: Theme) -> Drawn {
    let words = report.words;
    let Some(benchmark) = report.benchmarks.first() else { return Ok(None) };
    let panels: Vec<BiasPanel> = (benchmark.methods.iter().enumerate())
        .filter(|(_, record)| record.allocated > 0 && !record.bias.is_empty())
        .map(|(place, record)| {
            let theory = benchmark.bias_theory(record.method);
            let rank = |(rank, sum): (usize, &crate::simulation::RealSum)| RankBias {
                mean: sum.mean(),
                half_width: 2.0 * sum.standard_error(),
                theory: theory.as_ref().and_then(|theory| theory.ranks.get(rank).copied()),
            };
            BiasPanel {
                label: method_title(words, record.method),
                note: String::new(),
                colour: palette(place),
                ranks: record.bias.iter().enumerate().map(rank).collect(),
            }
        })
        .collect();
    if panels.is_empty() {
        return Ok(None);
    }
    let described = panels.iter().map(|panel| {
        let ranks = panel.ranks.iter().map(|rank| words.marked(&signed(rank.mean, 3)));
        format!("{}: {}", panel.label, ranks.collect::<Vec<_>>().join(", "))
    });
    let version = [("version", env!("CARGO_PKG_VERSION"))];
    let seed = report.seed.to_string();
    BiasChart {
        caption: Caption {
            title: words.plots.bias_title.to_owned(),
            subtitle: format!(
                "{}. {}",
                bench_table::title(words, benchmark),
                fill(words.bench.run, &[("seed", &seed)])
            ),
            source: fill(words.chart_made_by, &version),
            description: described.collect::<Vec<_>>().join("; "),
            language: words.code.to_owned(),
        },
        theme,
        rank_label: words.plots.bias_rank.to_owned(),
        bias_label: words.plots.bias_axis.to_owned(),
        legend: words.plots.bias_legend.to_owned(),
        number: match words.decimal_mark {
            "," => |bias, decimals| signed(bias, decimals).replace('.', ","),
            _ => signed,
        },
        panels,
    }
    .draw()
    .map(Some)
}

/// A bias with its sign, unless it is none to so many decimals.
fn signed(bias: f64, decimals: usize) -> String {
    let figure = format!("{:.decimals$}", bias.abs());
    match figure.bytes().any(|byte| byte > b'0') {
        false => figure,
        true if bias < 0.0 => format!("−{figure}"),
        true => format!("+{figure}"),
    }
}
