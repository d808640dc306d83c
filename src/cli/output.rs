//! Where results go: standard output, or files that appear whole or not at all.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use anstream::{AutoStream, ColorChoice};
use anyhow::{Context, anyhow};
use tempfile::NamedTempFile;

use super::arguments::OutputOptions;
use super::failure::{Failure, Status};

/// The places the results of a command go to.
#[derive(Debug)]
pub(super) struct Output<'a> {
    options: &'a OutputOptions,
}

impl<'a> Output<'a> {
    /// Checks, before any work is done, that the results can be written.
    pub(super) fn prepare(options: &'a OutputOptions) -> Result<Self, Failure> {
        if let Some(file) = file(options) {
            probe(file)?;
        }
        if let Some(directory) = &options.chart {
            probe_directory(directory)?;
        }
        Ok(Self { options })
    }

    /// Whether pictures are wanted.
    pub(super) const fn wants_pictures(&self) -> bool {
        self.options.chart.is_some()
    }

    /// Writes the report and the pictures, given by file name: all files first, whole or not at all.
    pub(super) fn write(
        &self,
        report: &str,
        pictures: &[(&'static str, String)],
    ) -> Result<(), Failure> {
        let mut files = Vec::new();
        if let Some(directory) = &self.options.chart {
            fs::create_dir_all(directory).map_err(|error| unwritable(directory, error.into()))?;
            files.extend(pictures.iter().map(|(name, svg)| (directory.join(name), svg.clone())));
        }
        if let Some(file) = file(self.options) {
            files.push((file.to_owned(), anstream::adapter::strip_str(report).to_string()));
        }
        write_files(&files)?;
        if file(self.options).is_none() {
            write_standard_output(report, &self.options.color)?;
        }
        Ok(())
    }
}

/// The file the report goes to, if it does not go to standard output.
fn file(options: &OutputOptions) -> Option<&Path> {
    options.output.as_deref().filter(|path| *path != Path::new("-"))
}

fn unwritable(path: &Path, error: anyhow::Error) -> Failure {
    Failure::new(Status::File, error.context(format!("cannot write {}", path.display())))
}

/// Writes text to standard output; a reader that has left is no failure.
pub(super) fn write_standard_output(text: &str, color: &str) -> Result<(), Failure> {
    let choice = match color {
        "always" => ColorChoice::Always,
        "never" => ColorChoice::Never,
        _ => ColorChoice::Auto,
    };
    let mut stream = AutoStream::new(io::stdout(), choice).lock();
    match stream.write_all(text.as_bytes()).and_then(|()| stream.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(unwritable(Path::new("standard output"), error.into()))
        }
        _ => Ok(()),
    }
}

/// Writes all files beside their targets first and renames them only when every one is complete.
pub(super) fn write_files(files: &[(PathBuf, String)]) -> Result<(), Failure> {
    let mut staged = Vec::with_capacity(files.len());
    for (path, text) in files {
        let file = stage(path, text).map_err(|error| unwritable(path, error))?;
        staged.push((path, file));
    }
    for (path, (file, target)) in staged {
        file.persist(&target).map_err(|error| unwritable(path, error.error.into()))?;
    }
    Ok(())
}

/// A complete temporary file beside the target, with the target's permissions.
fn stage(path: &Path, text: &str) -> anyhow::Result<(NamedTempFile, PathBuf)> {
    let target = resolve(path)?;
    let mut file = temporary_beside(&target)?;
    if let Ok(existing) = fs::metadata(&target) {
        file.as_file().set_permissions(existing.permissions())?;
    }
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    Ok((file, target))
}

/// The file that a path names, through symbolic links; only a regular file may be replaced.
fn resolve(path: &Path) -> anyhow::Result<PathBuf> {
    match fs::metadata(path) {
        Ok(existing) if existing.is_dir() => Err(anyhow!("it is a directory; name a file in it")),
        Ok(existing) if !existing.is_file() => {
            Err(anyhow!("it is not a regular file; use - for standard output"))
        }
        Ok(_) => Ok(fs::canonicalize(path)?),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(path.to_owned()),
        Err(error) => Err(error.into()),
    }
}

fn temporary_beside(target: &Path) -> anyhow::Result<NamedTempFile> {
    let directory = match target.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(".kurultai-").suffix(".part");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    match builder.tempfile_in(directory) {
        Ok(file) => Ok(file),
        Err(error) => Err(plain(&error)).context(format!("in {}", directory.display())),
    }
}

/// The system's reason without the random name of the temporary file.
fn plain(error: &io::Error) -> anyhow::Error {
    match error.kind() {
        ErrorKind::NotFound => anyhow!("there is no such directory"),
        ErrorKind::NotADirectory => anyhow!("it is not a directory"),
        ErrorKind::PermissionDenied => anyhow!("permission denied"),
        ErrorKind::ReadOnlyFilesystem => anyhow!("the file system is read-only"),
        ErrorKind::StorageFull => anyhow!("no space left on the device"),
        kind => anyhow!("{kind}"),
    }
}

/// Makes sure that a file can be written where `path` says, and leaves nothing behind.
pub(super) fn probe(path: &Path) -> Result<(), Failure> {
    resolve(path)
        .and_then(|target| temporary_beside(&target))
        .map(drop)
        .map_err(|error| unwritable(path, error))
}

/// Makes sure that files can be written into a directory, which need not exist yet.
pub(super) fn probe_directory(directory: &Path) -> Result<(), Failure> {
    let existing = directory
        .ancestors()
        .find(|ancestor| *ancestor == Path::new("") || fs::symlink_metadata(ancestor).is_ok());
    let existing = existing.unwrap_or(directory);
    temporary_beside(&existing.join("picture"))
        .map(drop)
        .map_err(|error| unwritable(directory, error))
}
