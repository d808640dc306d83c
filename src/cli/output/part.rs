//! Parts: files being written, beside their targets. A part is locked as long as its run lives, so that the parts
//! of a run that was killed can be told from those of one that works.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use tempfile::NamedTempFile;

const PREFIX: &str = ".kurultai-";
const SUFFIX: &str = ".part";

/// So many letters and digits, drawn at random, stand between them.
const RANDOM: usize = 6;

/// So often a part is made anew that another run cleared before it was locked.
const ATTEMPTS: u32 = 100;

/// Makes a part in a directory, and clears those there that nobody writes any more.
pub(super) fn make(directory: &Path) -> io::Result<NamedTempFile> {
    clear(directory);
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).rand_bytes(RANDOM).suffix(SUFFIX);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    for _ in 0..ATTEMPTS {
        let part = builder.tempfile_in(directory)?;
        match part.as_file().try_lock() {
            // Between its making and its locking another run may have taken it for one of a run that was killed.
            Ok(()) if is_at(part.as_file(), part.path()) => return Ok(part),
            Ok(()) | Err(fs::TryLockError::WouldBlock) => {}
            // A file system without locks: nobody clears there.
            Err(fs::TryLockError::Error(_)) => return Ok(part),
        }
    }
    Err(io::Error::other("other runs keep clearing the part"))
}

/// Makes sure that parts can be made in a directory, by a file without a name: nothing is left behind, whatever
/// ends the program.
pub(super) fn probe(directory: &Path) -> io::Result<()> {
    clear(directory);
    tempfile::tempfile_in(directory).map(drop)
}

/// Removes the parts of runs that were killed: those whose lock can be taken. Whatever fails here is left alone.
fn clear(directory: &Path) {
    let Ok(entries) = fs::read_dir(directory) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        // Not through links, and nothing that may block when it is opened.
        if !is_name_of_part(&name) || !entry.file_type().is_ok_and(|kind| kind.is_file()) {
            continue;
        }
        let path = entry.path();
        let Ok(part) = File::options().read(true).write(true).open(&path) else { continue };
        if part.try_lock().is_ok() && is_at(&part, &path) {
            let _: io::Result<()> = fs::remove_file(&path);
        }
    }
}

/// Whether a file has the form of name that [`make`] gives: another file with such a beginning is somebody's own.
fn is_name_of_part(name: &str) -> bool {
    let random = name.strip_prefix(PREFIX).and_then(|rest| rest.strip_suffix(SUFFIX));
    random.is_some_and(|random| {
        random.len() == RANDOM && random.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

/// Whether the open file is the one that the path names.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let identity = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
    let there = fs::symlink_metadata(path).map(identity);
    there.is_ok_and(|there| file.metadata().map(identity).is_ok_and(|here| here == there))
}

/// Whether the path names a file at all: one that is open is not replaced here.
#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_the_form_of_a_part_are_cleared() {
        let directory = tempfile::tempdir().expect("a directory");
        let own = [".kurultai-my notes.part", ".kurultai-.part", ".kurultai-abc.part"];
        for name in own.into_iter().chain([".kurultai-aB3dE9.part"]) {
            fs::write(directory.path().join(name), "").expect("written");
        }
        clear(directory.path());
        assert!(own.iter().all(|name| directory.path().join(name).exists()));
        assert!(!directory.path().join(".kurultai-aB3dE9.part").exists());
        let part = make(directory.path()).expect("a part");
        let name = part.path().file_name().expect("a name").to_string_lossy().into_owned();
        assert!(is_name_of_part(&name), "{name}");
    }
}
