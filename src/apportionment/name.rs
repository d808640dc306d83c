//! Methods by name: reading, writing, and what is said when a name is wrong.

use std::fmt;
use std::str::FromStr;

use super::Method;
use super::catalogue::{MethodEntry, catalogue, entry};
use super::parameter::{FirstDivisor, ParameterError};
use crate::election::did_you_mean;

/// A text that names no method.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnknownMethod {
    /// There is no method of this name.
    #[error(
        "unknown method `{name}`{}: the methods are {}",
        meant_method(name),
        accepted_methods()
    )]
    Name {
        /// The text.
        name: String,
    },
    /// The method takes a parameter, but not this one.
    #[error("bad parameter in method `{name}`: {reason}")]
    Parameter {
        /// The text.
        name: String,
        /// What would be accepted.
        reason: ParameterError,
    },
    /// The method needs a parameter.
    #[error("the method `{name}` needs a parameter: `{usage}`, such as `{example}`")]
    ParameterMissing {
        /// The text.
        name: String,
        /// How the method is written.
        usage: &'static str,
        /// With a parameter.
        example: Method,
    },
    /// The method takes no parameter, or another word after its colon.
    #[error("the method in `{name}` takes no {}", accepted_instead(*.method))]
    ParameterSuperfluous {
        /// The text.
        name: String,
        /// The method without it.
        method: Method,
    },
}

/// What to write instead of a method with a word that it does not take.
fn accepted_instead(method: Method) -> String {
    let words = |entry: &&MethodEntry| entry.name.split(':').next() == Some(method.name());
    match catalogue().iter().filter(words).map(|entry| entry.name).collect::<Vec<_>>()[..] {
        [plain, ref variants @ ..] if !variants.is_empty() => {
            format!("such word: write `{plain}` or `{}`", variants.join("` or `"))
        }
        _ => format!("parameter: write `{method}`"),
    }
}

/// The method that was perhaps meant: its name or an alias, whatever stands after a colon.
fn meant_method(name: &str) -> String {
    let word = name.split(':').next().unwrap_or(name);
    let names = catalogue().iter().flat_map(|entry| {
        std::iter::once(entry.method.name()).chain(entry.aliases.iter().copied())
    });
    did_you_mean(word, names)
}

fn accepted_methods() -> String {
    let named = |entry: &MethodEntry| match entry.aliases {
        [] => format!("`{}`", entry.usage),
        aliases => format!("`{}` (also {})", entry.usage, aliases.join(", ")),
    };
    catalogue().iter().map(named).collect::<Vec<_>>().join("; ")
}

impl Method {
    /// The name used in files and on the command line, without a parameter.
    pub fn name(self) -> &'static str {
        entry(self).name
    }

    /// Other names it is known by.
    pub fn aliases(self) -> &'static [&'static str] {
        entry(self).aliases
    }
}

impl fmt::Display for Method {
    /// The name with its parameter, unless it is the usual one.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ModifiedSainteLague(first) if *first != FirstDivisor::USUAL => {
                write!(f, "{}:{first}", self.name())
            }
            Self::Stationary(point) => write!(f, "{}:{point}", self.name()),
            Self::PowerMean(order) => write!(f, "{}:{order}", self.name()),
            _ => f.write_str(self.name()),
        }
    }
}

impl FromStr for Method {
    type Err = UnknownMethod;

    /// Reads a name or an alias, with a parameter after a colon; capitals do not matter.
    fn from_str(text: &str) -> Result<Self, UnknownMethod> {
        let lower = text.to_ascii_lowercase();
        let named = |name: &str| {
            let mut entries = catalogue().iter();
            entries.find(|entry| entry.name == name || entry.aliases.contains(&name))
        };
        if let Some(entry) = named(&lower) {
            return match entry.method {
                Self::Stationary(_) | Self::PowerMean(_) => Err(UnknownMethod::ParameterMissing {
                    name: text.to_owned(),
                    usage: entry.usage,
                    example: entry.method,
                }),
                method => Ok(method),
            };
        }
        let Some((entry, parameter)) =
            lower.split_once(':').and_then(|(name, parameter)| Some((named(name)?, parameter)))
        else {
            return Err(UnknownMethod::Name { name: text.to_owned() });
        };
        let method = match entry.method {
            Self::ModifiedSainteLague(_) => parameter.parse().map(Self::ModifiedSainteLague),
            Self::Stationary(_) => parameter.parse().map(Self::Stationary),
            Self::PowerMean(_) => parameter.parse().map(Self::PowerMean),
            method => {
                return Err(UnknownMethod::ParameterSuperfluous { name: text.to_owned(), method });
            }
        };
        method.map_err(|reason| UnknownMethod::Parameter { name: text.to_owned(), reason })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_read_back() {
        for entry in catalogue() {
            let method = entry.method;
            assert_eq!(method.to_string().parse(), Ok(method), "{method}");
            assert_eq!(method.aliases(), entry.aliases, "{method}");
            for alias in entry.aliases {
                assert_eq!(alias.parse(), Ok(method), "{alias}");
                assert_eq!(alias.to_uppercase().parse(), Ok(method), "{alias}");
            }
        }
        for (text, written) in [
            ("modified-sainte-lague:1.20", "modified-sainte-lague:1.2"),
            ("modified-sainte-lague:1.4", "modified-sainte-lague"),
            ("modified-sainte-lague:2/6", "modified-sainte-lague:1/3"),
            ("stationary:0", "stationary:0"),
            ("stationary:0.005", "stationary:0.005"),
            ("stationary:1.0", "stationary:1"),
            ("power-mean:-INF", "power-mean:-inf"),
            ("power-mean:-8", "power-mean:-8"),
        ] {
            let method: Method = text.parse().unwrap();
            assert_eq!(method.to_string(), written);
            assert_eq!(written.parse(), Ok(method));
        }
    }

    #[test]
    fn wrong_names_are_told_what_would_be_right() {
        for (text, said) in [
            (
                "stationary",
                "the method `stationary` needs a parameter: `stationary:R`, such as `stationary:0.5`",
            ),
            ("hare:2", "the method in `hare:2` takes no parameter: write `hare`"),
            (
                "hagenbach-bischoff:half",
                "the method in `hagenbach-bischoff:half` takes no such word: write `hagenbach-bischoff` or `hagenbach-bischoff:rounded`",
            ),
            (
                "stationary:1.1",
                "bad parameter in method `stationary:1.1`: the rounding point must be from 0 to 1, with at most nine decimals or as a fraction, such as 0.5 or 1/3",
            ),
            (
                "power-mean:9",
                "bad parameter in method `power-mean:9`: the order of the mean must be a whole number from -8 to 8, or -inf or inf",
            ),
        ] {
            assert_eq!(text.parse::<Method>().unwrap_err().to_string(), said);
        }
        for text in [
            "",
            "modified-sainte-lague:",
            "modified-sainte-lague:0",
            "modified-sainte-lague:3",
            "modified-sainte-lague:1/0",
            "modified-sainte-lague:-1",
            "modified-sainte-lague:1.0000000001",
            "modified-sainte-lague:1e0",
            "power-mean:+1",
            "power-mean:1.5",
            "power-mean:nan",
            "stationary:0x1",
            "stationary:.5",
            "stationary:+1",
            "stationary:1/+2",
            "hare:",
        ] {
            text.parse::<Method>().unwrap_err();
        }
        let unknown = "dhont".parse::<Method>().unwrap_err().to_string();
        assert!(unknown.contains("`dhondt` (also jefferson"), "{unknown}");
        assert!(unknown.contains("`power-mean:P`"), "{unknown}");
    }
}
