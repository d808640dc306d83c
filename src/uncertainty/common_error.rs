//! The error that all polls have in common, of any model that has one.

use super::{LogisticT, Model, ModelError};

impl Model {
    /// The common error τ, in log points; none if the model has no such parameter.
    ///
    /// ```
    /// use kurultai::uncertainty::Model;
    /// assert_eq!(Model::default().common_error(), Some(0.15));
    /// assert_eq!(Model::Point.common_error(), None);
    /// ```
    pub const fn common_error(&self) -> Option<f64> {
        match self {
            Self::LogisticNormal(model) => Some(model.common_error()),
            Self::LogisticT(model) => Some(model.normal().common_error()),
            _ => None,
        }
    }

    /// The same model with the common error `common_error`; as it is if it has none.
    ///
    /// # Errors
    /// [`ModelError::OutOfRange`]: a common error from 0 to 5.
    pub fn with_common_error(&self, common_error: f64) -> Result<Self, ModelError> {
        Ok(match self {
            Self::LogisticNormal(model) => {
                Self::LogisticNormal(model.clone().with_common_error(common_error)?)
            }
            Self::LogisticT(model) => {
                let normal = model.normal().clone().with_common_error(common_error)?;
                Self::LogisticT(LogisticT::new(normal, model.degrees_of_freedom())?)
            }
            model => model.clone(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::LogisticNormal;
    use super::*;

    #[test]
    fn the_rest_of_the_model_stays() {
        let normal = LogisticNormal::new(800.0, 0.1).unwrap();
        let tails = Model::LogisticT(LogisticT::new(normal.clone(), 7.0).unwrap());
        let wider = LogisticNormal::new(800.0, 0.3).unwrap();
        let expected = Model::LogisticT(LogisticT::new(wider.clone(), 7.0).unwrap());
        assert_eq!(tails.with_common_error(0.3), Ok(expected));
        assert_eq!(
            Model::LogisticNormal(normal).with_common_error(0.3),
            Ok(Model::LogisticNormal(wider))
        );
        tails.with_common_error(5.1).unwrap_err();
    }
}
