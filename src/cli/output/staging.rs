//! Files written beside their targets and renamed over them together, with nothing left behind if one of
//! them fails or the program is asked to stop.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::anyhow;
use tempfile::{NamedTempFile, PersistError};

use super::part;
use super::signals::Signals;
use crate::scenario::is_loop_of_links;

/// Files complete but not yet in their places, and directories made for them. Dropped without
/// [`Staging::commit`], it takes all of it away again.
#[derive(Debug)]
pub(super) struct Staging {
    files: Vec<(PathBuf, NamedTempFile, PathBuf)>,
    made: Vec<PathBuf>,
    signals: Signals,
}

impl Staging {
    /// Nothing staged yet. From here on a request to stop waits until the files are in their places or
    /// taken away.
    pub(super) fn begin() -> Self {
        Self { files: Vec::new(), made: Vec::new(), signals: Signals::hold() }
    }

    /// Makes a directory and those above it, where they do not exist.
    pub(super) fn make_directory(&mut self, directory: &Path) -> anyhow::Result<()> {
        let missing = directory
            .ancestors()
            .take_while(|path| *path != Path::new("") && fs::symlink_metadata(path).is_err());
        let mut missing: Vec<PathBuf> = missing.map(Path::to_owned).collect();
        while let Some(path) = missing.pop() {
            fs::create_dir(&path).map_err(|error| plain(&error))?;
            self.made.push(path);
        }
        Ok(())
    }

    /// Writes a complete temporary file beside the target, with the target's permissions.
    pub(super) fn add(&mut self, path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
        self.add_pieces(path, &|file| file.write_all(bytes))
    }

    /// The same with what `pieces` writes.
    pub(super) fn add_pieces(
        &mut self,
        path: &Path,
        pieces: &dyn Fn(&mut dyn Write) -> io::Result<()>,
    ) -> anyhow::Result<()> {
        let target = resolve(path)?;
        if self.files.iter().any(|(_, _, other)| *other == target) {
            return Err(anyhow!("two results would go to this file"));
        }
        let mut file = temporary_beside(&target)?;
        let mut write = || -> io::Result<()> {
            if let Ok(existing) = fs::metadata(&target) {
                file.as_file().set_permissions(existing.permissions())?;
            }
            // Straight to the file: the error of a wrapper would name the temporary file.
            let stoppable = Stoppable { file: file.as_file_mut(), signals: &self.signals };
            let mut buffered = io::BufWriter::new(stoppable);
            pieces(&mut buffered)?;
            buffered.flush()?;
            drop(buffered);
            file.as_file().sync_all()
        };
        write().map_err(|error| plain(&error))?;
        self.files.push((path.to_owned(), file, target));
        Ok(())
    }

    /// Renames every file over its target; the error names the file that could not be.
    pub(super) fn commit(self) -> Result<(), (PathBuf, anyhow::Error)> {
        self.place(|file, target| file.persist(target))
    }

    /// Gives every file its name, unless a file has it already.
    pub(super) fn commit_new(self) -> Result<(), (PathBuf, anyhow::Error)> {
        self.place(|file, target| file.persist_noclobber(target))
    }

    fn place(
        mut self,
        persist: fn(NamedTempFile, &Path) -> Result<File, PersistError>,
    ) -> Result<(), (PathBuf, anyhow::Error)> {
        if self.signals.received().is_none() {
            for (path, file, target) in self.files.drain(..) {
                persist(file, &target).map_err(|error| (path, plain(&error.error)))?;
            }
            self.made.clear();
        }
        Ok(())
    }
}

/// A file that takes nothing more once a signal asks to stop, however much is still to come.
struct Stoppable<'a> {
    file: &'a mut File,
    signals: &'a Signals,
}

impl Write for Stoppable<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.signals.received() {
            Some(_) => Err(io::Error::other("asked to stop")),
            None => self.file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        self.files.clear();
        while let Some(directory) = self.made.pop() {
            // A directory that is no longer empty is somebody's by now.
            let _: io::Result<()> = fs::remove_dir(directory);
        }
        // The signals are let through last, when this is dropped field by field.
    }
}

/// The file that a path names, through symbolic links; only a regular file may be replaced, and never
/// the one behind a device such as `/dev/stdout`.
fn resolve(path: &Path) -> anyhow::Result<PathBuf> {
    let device = ["/dev", "/proc"].iter().any(|device| path.starts_with(device));
    match fs::metadata(path) {
        Ok(existing) if existing.is_dir() => Err(anyhow!("it is a directory; name a file in it")),
        Ok(existing) if device || !existing.is_file() => {
            Err(anyhow!("it is not a regular file; use - for standard output"))
        }
        Ok(existing) if existing.permissions().readonly() => Err(read_only()),
        // Its bits may let others write and not us: the system knows.
        Ok(_) => match fs::OpenOptions::new().write(true).open(path) {
            Ok(_) => Ok(fs::canonicalize(path)?),
            Err(error) if error.kind() == ErrorKind::PermissionDenied => Err(read_only()),
            Err(error) => Err(plain(&error)),
        },
        Err(error) if error.kind() == ErrorKind::NotFound => {
            if fs::symlink_metadata(path).is_ok() {
                return Err(anyhow!("it is a symbolic link to a file that does not exist"));
            }
            Ok(path.to_owned())
        }
        Err(error) => Err(plain(&error)),
    }
}

fn read_only() -> anyhow::Error {
    anyhow!("it is read-only; make it writable, or name another file")
}

fn temporary_beside(target: &Path) -> anyhow::Result<NamedTempFile> {
    let directory = directory_of(target);
    part::make(directory).map_err(|error| cannot_make_in(directory, &error))
}

fn directory_of(file: &Path) -> &Path {
    match file.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    }
}

fn cannot_make_in(directory: &Path, error: &io::Error) -> anyhow::Error {
    plain(error).context(format!("in {}", directory.display()))
}

/// The system's reason in plain words, without the random name of a temporary file.
pub(super) fn plain(error: &io::Error) -> anyhow::Error {
    if is_loop_of_links(error) {
        return anyhow!("its path is a loop of symbolic links");
    }
    match error.kind() {
        ErrorKind::NotFound => anyhow!("there is no such directory"),
        ErrorKind::AlreadyExists => anyhow!("it exists already; name another file"),
        ErrorKind::NotADirectory => anyhow!("it is not a directory"),
        ErrorKind::PermissionDenied => anyhow!("permission denied"),
        ErrorKind::ReadOnlyFilesystem => anyhow!("the file system is read-only"),
        ErrorKind::StorageFull => anyhow!("no space left on the device"),
        ErrorKind::FileTooLarge => anyhow!("the file would be larger than the limit on file sizes"),
        kind => anyhow!("{kind}"),
    }
}

/// Makes sure that a file can be written where `path` says, and leaves nothing behind.
pub(super) fn probe(path: &Path) -> anyhow::Result<()> {
    let target = resolve(path)?;
    let directory = directory_of(&target);
    part::probe(directory).map_err(|error| cannot_make_in(directory, &error))
}

/// Makes sure that files can be written into a directory, which need not exist yet.
pub(super) fn probe_directory(directory: &Path) -> anyhow::Result<()> {
    let existing = directory
        .ancestors()
        .find(|ancestor| *ancestor == Path::new("") || fs::symlink_metadata(ancestor).is_ok());
    let file = existing.unwrap_or(directory).join("picture");
    let directory = directory_of(&file);
    part::probe(directory).map_err(|error| cannot_make_in(directory, &error))
}
