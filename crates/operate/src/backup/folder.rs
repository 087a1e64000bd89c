//! What lies in a folder.

use std::path::{Path, PathBuf};

use crate::OperateError;

/// The entries of a folder, in the order of their names. Hidden ones are left out.
#[derive(Clone, Debug, Default)]
pub(super) struct Folder {
    pub(super) files: Vec<PathBuf>,
    pub(super) folders: Vec<PathBuf>,
}

impl Folder {
    /// Reads a folder; a folder that is not there is an error.
    pub(super) fn read(folder: &Path) -> Result<Folder, OperateError> {
        let failed = |error: std::io::Error| OperateError::BackupFiles {
            path: folder.to_owned(),
            reason: error.to_string(),
        };
        let mut found = Folder::default();
        for entry in std::fs::read_dir(folder).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            if path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b".")) {
                continue;
            }
            match std::fs::metadata(&path).is_ok_and(|about| about.is_dir()) {
                true => found.folders.push(path),
                false => found.files.push(path),
            }
        }
        found.files.sort();
        found.folders.sort();
        Ok(found)
    }

    /// The names of the files.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.files.iter().filter_map(|path| path.file_name()?.to_str())
    }
}
