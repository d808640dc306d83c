//! One of several models, by weight.

use super::{Model, ModelError, in_range};

/// In every draw one of several models, with probabilities proportional to their weights.
#[derive(Clone, Debug, PartialEq)]
pub struct Mixture {
    components: Vec<Component>,
}

/// One of the models of a [`Mixture`].
#[derive(Clone, Debug, PartialEq)]
pub struct Component {
    /// Its weight, above 0.
    pub weight: f64,
    /// The model.
    pub model: Model,
    /// What it is called: the scenario that it comes from.
    pub name: Option<String>,
    /// The shares it is around, one for everything on the ballot; none for those of the scenario.
    pub shares: Option<Vec<f64>>,
}

/// The most models of a mixture.
const MOST: usize = 100;

impl Mixture {
    /// The mixture of these models.
    ///
    /// # Errors
    /// [`ModelError::Components`] unless there are 1 to 100, none of them a mixture;
    /// [`ModelError::OutOfRange`] for a weight that is not from 1e-9 to 1e9.
    pub fn new(components: Vec<Component>) -> Result<Self, ModelError> {
        let nested = components.iter().any(|part| matches!(part.model, Model::Mixture(_)));
        if components.is_empty() || components.len() > MOST || nested {
            return Err(ModelError::Components);
        }
        for component in &components {
            in_range("weight", component.weight, 1e-9..=1e9, "a number from 1e-9 to 1e9")?;
        }
        Ok(Self { components })
    }

    /// The models.
    pub fn components(&self) -> &[Component] {
        &self.components
    }
}
