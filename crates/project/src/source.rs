//! One SQL file, read and checked.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{ProjectError, Sections};

/// The size above which a file is taken for data rather than a migration: 64 MiB.
pub const DEFAULT_MAX_FILE_BYTES: u64 = 64 * 1024 * 1024;

/// The text of a file and where it came from.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Path as shown to people: relative to the project's folder.
    pub path: PathBuf,
    /// The letter of the part, for versions in several files.
    pub part: Option<char>,
    /// The words of the file's name.
    pub description: String,
    /// The whole text.
    pub text: String,
    /// Its halves and directives.
    pub sections: Sections,
}

impl SourceFile {
    /// Reads a file of at most `limit` bytes.
    ///
    /// Fails on files that are unreadable, no regular files, too large, empty of anything but white space, not
    /// UTF-8, or have a zero byte.
    pub fn read(root: &Path, path: &Path, limit: u64) -> Result<SourceFile, ProjectError> {
        let shown = path.strip_prefix(root).unwrap_or(path).to_path_buf();
        let unreadable = |source| ProjectError::Unreadable { path: shown.clone(), source };
        let metadata = fs::metadata(path).map_err(unreadable)?;
        if !metadata.is_file() {
            // A pipe or a device could be read for ever.
            return Err(ProjectError::Unclassified { path: shown, reason: "this is not a regular file".to_owned() });
        }
        let bytes = metadata.len();
        if bytes > limit {
            return Err(ProjectError::TooLarge { path: shown, bytes, limit });
        }
        let line_of = |bytes: &[u8], offset| 1 + bytes[..offset].iter().filter(|byte| **byte == b'\n').count();
        let text = String::from_utf8(fs::read(path).map_err(unreadable)?).map_err(|error| {
            let offset = error.utf8_error().valid_up_to();
            ProjectError::NotUtf8 { path: shown.clone(), offset, line: line_of(error.as_bytes(), offset) }
        })?;
        if let Some(offset) = text.find('\0') {
            return Err(ProjectError::ZeroByte { path: shown, offset, line: line_of(text.as_bytes(), offset) });
        }
        if text.trim_start_matches('\u{feff}').trim().is_empty() {
            return Err(ProjectError::Empty { path: shown });
        }
        let sections = Sections::find(&text);
        Ok(SourceFile { path: shown, part: None, description: String::new(), text, sections })
    }
}
