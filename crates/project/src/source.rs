//! One SQL file, read and checked.

use std::fs::File;
use std::io::Read;
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
    /// Fails on files that are unreadable, too large, not UTF-8, or have a zero byte.
    pub fn read(root: &Path, path: &Path, limit: u64) -> Result<SourceFile, ProjectError> {
        let shown = path.strip_prefix(root).unwrap_or(path).to_path_buf();
        let line_of =
            |bytes: &[u8], offset| 1 + bytes[..offset].iter().filter(|byte| **byte == b'\n').count();
        let bytes = read_bytes(path, &shown, limit)?;
        let text = String::from_utf8(bytes).map_err(|error| {
            let offset = error.utf8_error().valid_up_to();
            ProjectError::NotUtf8 { path: shown.clone(), offset, line: line_of(error.as_bytes(), offset) }
        })?;
        if let Some(offset) = text.find('\0') {
            return Err(ProjectError::ZeroByte {
                path: shown,
                offset,
                line: line_of(text.as_bytes(), offset),
            });
        }
        let sections = Sections::find(&text);
        Ok(SourceFile { path: shown, part: None, description: String::new(), text, sections })
    }
}

/// The bytes of a regular file. A project has thousands of small ones: each is opened, read once and closed, and
/// only a file that does not fit into the first piece is asked for its size.
fn read_bytes(path: &Path, shown: &Path, limit: u64) -> Result<Vec<u8>, ProjectError> {
    const PIECE: usize = 8 * 1024;
    let unreadable = |source| ProjectError::Unreadable { path: shown.to_path_buf(), source };
    let mut file = File::open(path).map_err(unreadable)?;
    let mut piece = [0; PIECE];
    let first = file.read(&mut piece).map_err(unreadable)?;
    let mut bytes = piece[..first].to_vec();
    if first == PIECE {
        let size = file.metadata().map_err(unreadable)?.len();
        if size <= limit {
            file.read_to_end(&mut bytes).map_err(unreadable)?;
        } else {
            return Err(ProjectError::TooLarge { path: shown.to_path_buf(), bytes: size, limit });
        }
    }
    let size = bytes.len() as u64;
    if size > limit {
        return Err(ProjectError::TooLarge { path: shown.to_path_buf(), bytes: size, limit });
    }
    Ok(bytes)
}
