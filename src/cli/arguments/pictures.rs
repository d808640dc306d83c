//! Options of pictures.

use std::path::{Path, PathBuf};

use clap::builder::TypedValueParser;
use clap::{Args, ValueHint};

use super::{InputOptions, Known, LanguageOption, LawOptions, draws, seed, threads};
use crate::chart::{MAX_SCALE, Theme};
use crate::report::pictures::{PICTURES, PictureEntry};

/// The form of a picture's file, told by its ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Form {
    Svg,
    #[cfg(feature = "png")]
    Png,
}

impl Form {
    pub(in crate::cli) const ALL: &[Self] = &[
        Self::Svg,
        #[cfg(feature = "png")]
        Self::Png,
    ];

    pub(in crate::cli) const fn ending(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            #[cfg(feature = "png")]
            Self::Png => "png",
        }
    }

    /// Whether the picture is made of pixels, so that a scale says how many.
    pub(in crate::cli) fn has_pixels(self) -> bool {
        self != Self::Svg
    }
}

/// How the pictures of `--chart` are written.
#[derive(Debug, Args)]
pub(in crate::cli) struct PictureOptions {
    /// The forms of the pictures, such as svg,png
    #[arg(long, value_name = "FORM,...", value_delimiter = ',', default_value = "svg",
        requires = "chart", value_parser = form_parser())]
    pub(in crate::cli) chart_format: Vec<Form>,

    /// Light or dark pictures, or both, as in light,dark
    #[arg(long, value_name = "THEME,...", value_delimiter = ',', default_value = "light",
        requires = "chart", value_parser = theme_parser())]
    pub(in crate::cli) theme: Vec<Theme>,

    /// Pixels of a PNG for each pixel of a picture 960 wide, 1 to 4 [default: 1]
    #[arg(long, value_name = "N", requires = "chart", allow_hyphen_values = true,
        value_parser = scale)]
    pub(in crate::cli) scale: Option<u8>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct ChartOptions {
    /// The picture, or all; see list charts
    #[arg(value_name = "NAME", value_parser = picked_parser())]
    pub(in crate::cli) picture: Picked,

    #[command(flatten)]
    pub(in crate::cli) input: InputOptions,

    /// The file to write, whose ending decides the form; for all a directory
    #[arg(short, long, value_name = "FILE", required = true, value_hint = ValueHint::AnyPath)]
    pub(in crate::cli) output: PathBuf,

    /// Light or dark
    #[arg(long, value_name = "THEME", default_value = "light", value_parser = theme_parser())]
    pub(in crate::cli) theme: Theme,

    /// The forms of all pictures, such as svg,png [default: svg]
    #[arg(long, value_name = "FORM,...", value_delimiter = ',', value_parser = form_parser())]
    pub(in crate::cli) chart_format: Vec<Form>,

    /// Pixels of a PNG for each pixel of a picture 960 wide, 1 to 4 [default: 1]
    #[arg(long, value_name = "N", allow_hyphen_values = true, value_parser = scale)]
    pub(in crate::cli) scale: Option<u8>,

    /// How many elections to draw, for pictures of draws [default: 1e5]
    #[arg(long, value_name = "N", allow_hyphen_values = true, value_parser = draws)]
    pub(in crate::cli) draws: Option<u64>,

    /// The seed of the draws and of lots [default: 1]
    #[arg(long, value_name = "N", allow_hyphen_values = true, value_parser = seed)]
    pub(in crate::cli) seed: Option<u64>,

    /// How many threads to use for draws [default: one a core]; the picture does not depend on it
    #[arg(long, value_name = "N", allow_hyphen_values = true, value_parser = threads)]
    pub(in crate::cli) threads: Option<usize>,

    #[command(flatten)]
    pub(in crate::cli) language: LanguageOption,

    #[command(flatten)]
    pub(in crate::cli) law: LawOptions,

    /// No progress bar and no warnings
    #[arg(short, long)]
    pub(in crate::cli) quiet: bool,
}

/// What to draw.
#[derive(Clone, Copy, Debug)]
pub(in crate::cli) enum Picked {
    /// One picture.
    One(PictureEntry),
    /// Every picture that has something to show.
    All,
}

impl Form {
    /// The form that the ending of a file asks for.
    pub(in crate::cli) fn of_file(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_ascii_lowercase();
        Self::ALL.iter().copied().find(|form| ending == form.ending())
    }

    /// The endings, for a message.
    pub(in crate::cli) fn endings() -> String {
        let endings = Self::ALL.iter().map(|form| format!(".{}", form.ending()));
        endings.collect::<Vec<_>>().join(" or ")
    }
}

fn form_parser() -> impl TypedValueParser<Value = Form> {
    Known::new(Form::ALL.iter().map(|form| form.ending())).map(|ending| {
        let found = Form::ALL.iter().find(|form| form.ending() == ending);
        found.copied().unwrap_or(Form::Svg)
    })
}

fn theme_parser() -> impl TypedValueParser<Value = Theme> {
    Known::new(["light", "dark"])
        .map(|word| if word == "dark" { Theme::Dark } else { Theme::Light })
}

fn picked_parser() -> impl TypedValueParser<Value = Picked> {
    let names = PICTURES.iter().map(|picture| picture.name).chain(["all"]);
    Known::new(names).try_map(|name| match name.as_str() {
        "all" => Ok(Picked::All),
        name => PictureEntry::named(name).map(Picked::One),
    })
}

fn scale(text: &str) -> Result<u8, String> {
    let scale = text.parse().ok().filter(|scale| (1..=MAX_SCALE).contains(scale));
    scale.ok_or_else(|| format!("it must be a whole number from 1 to {MAX_SCALE}"))
}
