//! Reads the files of the migrations folder.

use std::fs::FileType;
use std::path::{Path, PathBuf};

use crate::{FileName, Manifest, ProjectError, SourceFile, classify_file_name};

/// Below this number of files another thread costs more than it saves.
const FEW_FILES: usize = 64;

/// Every file that is no documentation and not ignored, in the order of names.
///
/// Fails on the first entry, by name, that fits no rule or cannot be read.
pub(crate) fn read_folder(
    folder: &Path,
    manifest: &Manifest,
) -> Result<Vec<(FileName, SourceFile)>, ProjectError> {
    let directory = folder.join(&manifest.project.migrations);
    let unreadable = |source| ProjectError::Unreadable { path: directory.clone(), source };
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(&directory).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        entries.push((entry.path(), entry.file_type().map_err(unreadable)?));
    }
    entries.sort_by(|left, right| left.0.as_os_str().cmp(right.0.as_os_str()));
    let read = |entries: &[(PathBuf, FileType)]| -> Result<Vec<_>, ProjectError> {
        let files = entries.iter().map(|(path, kind)| read_entry(folder, path, *kind, manifest));
        files.filter_map(Result::transpose).collect()
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(4);
    let share = entries.len().div_ceil(threads).max(FEW_FILES);
    // The shares are joined in order, so the first error by name is the one that is told.
    std::thread::scope(|scope| {
        let shares: Vec<_> =
            entries.chunks(share).map(|entries| scope.spawn(move || read(entries))).collect();
        let mut files = Vec::with_capacity(entries.len());
        for read in shares {
            files.extend(read.join().expect("reading files does not panic")?);
        }
        Ok(files)
    })
}

fn read_entry(
    folder: &Path,
    path: &Path,
    kind: FileType,
    manifest: &Manifest,
) -> Result<Option<(FileName, SourceFile)>, ProjectError> {
    let unclassified = |reason: &str| ProjectError::Unclassified {
        path: path.strip_prefix(folder).unwrap_or(path).to_path_buf(),
        reason: reason.to_owned(),
    };
    let name = path.file_name().and_then(|name| name.to_str());
    let name = name.ok_or_else(|| unclassified("the name is not UTF-8"))?;
    if manifest.project.ignore.iter().any(|pattern| matches(pattern, name)) {
        return Ok(None);
    }
    let (is_folder, is_file) = match kind.is_symlink() {
        true => (path.is_dir(), path.is_file()),
        false => (kind.is_dir(), kind.is_file()),
    };
    if is_folder {
        return if name.starts_with('.') {
            Ok(None)
        } else {
            Err(unclassified("a folder is not a migration"))
        };
    }
    let Some(file_name) = classify_file_name(name).map_err(|reason| unclassified(&reason))? else {
        return Ok(None);
    };
    if !is_file && !kind.is_symlink() {
        // A pipe or a device could be read for ever.
        return Err(unclassified("this is not a regular file"));
    }
    let mut source = SourceFile::read(folder, path, manifest.project.max_file_bytes)?;
    source.part = file_name.part;
    source.description.clone_from(&file_name.description);
    Ok(Some((file_name, source)))
}

/// Whether a name fits a pattern in which `*` stands for any characters.
fn matches(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((head, tail)) => name.strip_prefix(head).is_some_and(|rest| {
            (0..=rest.len()).filter(|at| rest.is_char_boundary(*at)).any(|at| matches(tail, &rest[at..]))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_any_characters() {
        assert!(matches("*.py", "a.py") && matches("a*z", "az") && matches("*b*", "abc"));
        assert!(!matches("*.py", "a.pyc") && !matches("a*z", "ay") && !matches("a", "ab"));
    }
}
