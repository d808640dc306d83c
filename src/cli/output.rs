//! Where results go: standard output, or files that appear whole or not at all.

mod part;
mod signals;
mod staging;

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use anstream::{AutoStream, ColorChoice};
use anyhow::anyhow;

use super::arguments::{OutputOptions, PictureOptions};
use super::failure::{Failure, Status};
use super::pictures::{self, Picture};
use super::progress::Bar;
use crate::report::Format;
use staging::Staging;

impl OutputOptions {
    /// The form of the result: the one asked for, else the one that the ending of the file promises, else a table.
    pub(super) fn format(&self) -> Format {
        self.format.or_else(|| self.promised()).unwrap_or_default()
    }

    /// The ending of the output file, in small letters.
    pub(super) fn ending(&self) -> Option<String> {
        Some(file(self)?.extension()?.to_string_lossy().to_ascii_lowercase())
    }

    /// The form that the ending of the output file promises.
    pub(super) fn promised(&self) -> Option<Format> {
        match self.ending()?.as_str() {
            "txt" => Some(Format::Table),
            "json" => Some(Format::Json),
            "csv" => Some(Format::Csv),
            "md" | "markdown" => Some(Format::Markdown),
            _ => None,
        }
    }
}

/// The places the results of a command go to.
#[derive(Debug)]
pub(super) struct Output<'a> {
    options: &'a OutputOptions,
}

impl<'a> Output<'a> {
    /// Checks, before any work is done, that the results can be written and replace no input.
    pub(super) fn prepare(options: &'a OutputOptions, input: &str) -> Result<Self, Failure> {
        let forms = &options.pictures.chart_format;
        if options.pictures.scale.is_some() && !forms.iter().any(|form| form.has_pixels()) {
            return Err(pictures::scale_without_pixels());
        }
        if let Some(file) = file(options) {
            probe_file(file, input)?;
        }
        if let Some(directory) = &options.chart {
            probe_directory(directory)?;
        }
        Ok(Self { options })
    }

    /// Writes the report, and the pictures if they are wanted. Files get their names last, when
    /// everything else has gone well.
    pub(super) fn write(&self, report: &str, pictures: &[Picture<'_>]) -> Result<(), Failure> {
        let file = |staging: &mut Staging, path: &Path| {
            staging.add(path, anstream::adapter::strip_str(report).to_string().as_bytes())
        };
        let stream = || write_standard_output(report, &self.options.color);
        self.write_by(file, stream, pictures)
    }

    /// The same for a report without styles that writes itself piece by piece.
    pub(super) fn write_pieces(
        &self,
        write: impl Fn(&mut dyn Write) -> io::Result<()>,
        pictures: &[Picture<'_>],
    ) -> Result<(), Failure> {
        let file = |staging: &mut Staging, path: &Path| staging.add_pieces(path, &write);
        let stream = || {
            let mut stream = io::BufWriter::new(io::stdout().lock());
            standard_output(write(&mut stream).and_then(|()| stream.flush()))
        };
        self.write_by(file, stream, pictures)
    }

    fn write_by(
        &self,
        write_file: impl FnOnce(&mut Staging, &Path) -> anyhow::Result<()>,
        write_stream: impl FnOnce() -> Result<(), Failure>,
        pictures: &[Picture<'_>],
    ) -> Result<(), Failure> {
        if self.options.chart.is_none() && file(self.options).is_none() {
            // Nothing is staged, and no signal has to wait.
            return write_stream();
        }
        let drawn = match &self.options.chart {
            Some(_) => {
                let PictureOptions { chart_format, theme, scale } = &self.options.pictures;
                Bar::of_unknown("drawing", self.options.quiet).during(|_| {
                    pictures::files(pictures, chart_format, theme, scale.unwrap_or(1))
                })?
            }
            None => Vec::new(),
        };
        let mut staging = Staging::begin();
        if let Some(directory) = &self.options.chart {
            stage_into(&mut staging, directory, &drawn)?;
        }
        match file(self.options) {
            Some(path) => {
                write_file(&mut staging, path).map_err(|error| unwritable(path, error))?;
            }
            None => write_stream()?,
        }
        finish(staging)
    }
}

/// Checks that files can be written into a directory, which need not exist yet.
pub(super) fn probe_directory(directory: &Path) -> Result<(), Failure> {
    staging::probe_directory(directory).map_err(|error| unwritable(directory, error))
}

/// Writes one file, whole or not at all.
pub(super) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let mut staging = Staging::begin();
    staging.add(path, bytes).map_err(|error| unwritable(path, error))?;
    finish(staging)
}

/// Checks that a file can be written and is not the input.
pub(super) fn probe_file(file: &Path, input: &str) -> Result<(), Failure> {
    staging::probe(file).map_err(|error| unwritable(file, error))?;
    let input = fs::canonicalize(input);
    if input.is_ok_and(|input| fs::canonicalize(file).is_ok_and(|file| file == input)) {
        let error = anyhow!("it is the input; name another file");
        return Err(unwritable(file, error));
    }
    Ok(())
}

/// Writes a file that does not exist yet; one that does is left alone.
pub(super) fn create_file(path: &Path, text: &str) -> Result<(), Failure> {
    let mut staging = Staging::begin();
    staging.add(path, text.as_bytes()).map_err(|error| unwritable(path, error))?;
    staging.commit_new().map_err(|(path, error)| unwritable(&path, error))
}

/// The file the report goes to, if it does not go to standard output.
fn file(options: &OutputOptions) -> Option<&Path> {
    options.output.as_deref().filter(|path| *path != Path::new("-"))
}

fn unwritable(path: &Path, error: anyhow::Error) -> Failure {
    Failure::new(Status::File, error.context(format!("cannot write {}", path.display())))
}

fn finish(staging: Staging) -> Result<(), Failure> {
    staging.commit().map_err(|(path, error)| unwritable(&path, error))
}

/// Writes text to standard output; a reader that has left is no failure.
pub(super) fn write_standard_output(text: &str, color: &str) -> Result<(), Failure> {
    let choice = match color {
        "always" => ColorChoice::Always,
        "never" => ColorChoice::Never,
        _ => ColorChoice::Auto,
    };
    let mut stream = AutoStream::new(io::stdout(), choice).lock();
    standard_output(stream.write_all(text.as_bytes()).and_then(|()| stream.flush()))
}

/// What became of standard output; a reader that has left is no failure.
fn standard_output(written: io::Result<()>) -> Result<(), Failure> {
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(unwritable_standard_output(&error))
        }
        _ => Ok(()),
    }
}

/// Standard output that takes nothing.
pub(super) fn unwritable_standard_output(error: &io::Error) -> Failure {
    unwritable(Path::new("standard output"), staging::plain(error))
}

/// Writes all files into a directory that need not exist yet, whole or not at all.
pub(super) fn write_into(directory: &Path, files: &[(PathBuf, Vec<u8>)]) -> Result<(), Failure> {
    let mut staging = Staging::begin();
    stage_into(&mut staging, directory, files)?;
    finish(staging)
}

/// Writes a file, and others into a directory beside it, all or none.
pub(super) fn write_with(
    file: &Path,
    text: &str,
    directory: &Path,
    files: &[(PathBuf, Vec<u8>)],
) -> Result<(), Failure> {
    let mut staging = Staging::begin();
    if !files.is_empty() {
        stage_into(&mut staging, directory, files)?;
    }
    staging.add(file, text.as_bytes()).map_err(|error| unwritable(file, error))?;
    finish(staging)
}

fn stage_into(
    staging: &mut Staging,
    directory: &Path,
    files: &[(PathBuf, Vec<u8>)],
) -> Result<(), Failure> {
    staging.make_directory(directory).map_err(|error| unwritable(directory, error))?;
    for (name, bytes) in files {
        let path = directory.join(name);
        staging.add(&path, bytes).map_err(|error| unwritable(&path, error))?;
    }
    Ok(())
}
