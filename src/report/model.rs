//! A model of uncertainty in words and in JSON.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::messages::{Messages, fill};
use super::page::Page;
use crate::scenario::Scenario;
use crate::uncertainty::{Component, Concentration, LogisticNormal, Model, Parameter};

/// The model with its parameters.
pub(super) fn sentence(words: &Messages, scenario: &Scenario, model: &Model) -> String {
    match model {
        Model::Point => words.model_point.to_owned(),
        Model::Dirichlet(model) => dirichlet(words, model.concentration()),
        Model::LogisticNormal(model) if is_plain(model) => fill(
            words.model_logistic_normal,
            &[
                ("sample_size", &words.figure(model.sample_size())),
                ("common_error", &words.marked(&model.common_error().to_string())),
            ],
        ),
        model => {
            let parameters = model.parameters().into_iter();
            let parameters = parameters
                .map(|(name, value)| format!("{name} {}", value_in_words(words, scenario, &value)));
            format!("{}: {}", model.name(), parameters.collect::<Vec<_>>().join(", "))
        }
    }
}

/// Whether only the poll and the common error are uncertain.
fn is_plain(model: &LogisticNormal) -> bool {
    LogisticNormal::new(model.sample_size(), model.common_error()).as_ref() == Ok(model)
}

fn dirichlet(words: &Messages, concentration: &Concentration) -> String {
    let given = |alpha: &str| fill(words.model_dirichlet_alpha, &[("alpha", alpha)]);
    match concentration {
        Concentration::Poll { sample_size, design_effect, prior } => fill(
            words.model_dirichlet_poll,
            &[
                ("sample_size", &words.figure(*sample_size)),
                ("design_effect", &words.marked(&design_effect.to_string())),
                ("prior", &words.marked(&prior.to_string())),
            ],
        ),
        Concentration::Uniform(alpha) => given(&words.figure(*alpha)),
        Concentration::Each(alphas) => given(&words.list_of(alphas)),
    }
}

fn value_in_words(words: &Messages, scenario: &Scenario, value: &Parameter) -> String {
    match value {
        Parameter::Number(number) => words.figure(*number),
        Parameter::Numbers(numbers) => words.list_of(numbers),
        Parameter::Word(word) => (*word).to_owned(),
        Parameter::Correlations(pairs) => {
            let pair = |&(one, other, correlation): &(usize, usize, f64)| {
                let correlation = words.figure(correlation);
                format!("{}–{} {correlation}", option(scenario, one), option(scenario, other))
            };
            pairs.iter().map(pair).collect::<Vec<_>>().join("; ")
        }
        Parameter::PastErrors(elections) => {
            fill(words.model_past_errors, &[("elections", &elections.to_string())])
        }
        Parameter::Components(parts) => {
            let total: f64 = parts.iter().map(|part| part.weight).sum();
            let part = |part: &Component| {
                let name = part.name.as_ref().map_or_else(String::new, |name| format!("{name}: "));
                let model = sentence(words, scenario, &part.model);
                format!("{} {name}{model}", words.percent(part.weight / total))
            };
            parts.iter().map(part).collect::<Vec<_>>().join("; ")
        }
    }
}

/// The id of everything on the ballot.
fn option(scenario: &Scenario, option: usize) -> &str {
    scenario.parties.get(option).map_or("against_all", |party| &party.id)
}

/// The parameters under the names that files give them.
pub(super) fn parameters(scenario: &Scenario, model: &Model) -> BTreeMap<&'static str, Value> {
    let value = |value: Parameter| match value {
        Parameter::Number(number) => json!(number),
        Parameter::Numbers(numbers) => json!(numbers),
        Parameter::Word(word) => json!(word),
        Parameter::PastErrors(elections) => json!({ "elections": elections }),
        Parameter::Correlations(pairs) => pairs
            .into_iter()
            .map(|(one, other, correlation)| {
                let parties = [option(scenario, one), option(scenario, other)];
                json!({ "parties": parties, "correlation": correlation })
            })
            .collect(),
        Parameter::Components(parts) => parts
            .into_iter()
            .map(|part| {
                json!({
                    "weight": part.weight,
                    "scenario": part.name,
                    "model": part.model.name(),
                    "parameters": parameters(scenario, &part.model),
                    "shares": part.shares,
                })
            })
            .collect(),
    };
    model.parameters().into_iter().map(|(name, of)| (name, value(of))).collect()
}

/// What the model cuts off at zero: the options for which that happens in one draw of a thousand or more.
pub(super) fn clipped(words: &Messages, scenario: &Scenario) -> Page {
    let mut page = Page::default();
    let Model::Normal(model) = scenario.model else { return page };
    let shares = scenario.ballots.option_shares();
    let often = (model.clipped(&shares).into_iter().enumerate())
        .filter(|&(_, chance)| chance >= 0.001)
        .map(|(at, chance)| format!("{} {}", option(scenario, at), words.percent(chance)));
    let list = often.collect::<Vec<_>>().join(", ");
    if !list.is_empty() {
        page.say(words.model_clipped, &[("list", &list)]);
    }
    page
}
