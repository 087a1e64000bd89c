//! What can be wrong with a project on disk.

use std::path::PathBuf;

/// A project that cannot be used as it is. Each variant names the place and what to do.
#[derive(Debug, thiserror::Error)]
pub enum ProjectError {
    /// There is nothing that looks like a project.
    #[error("no project at {}: there is neither bulkhead.toml nor a folder named migrations", path.display())]
    NoProject {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// The root manifest lists several projects and none has the wanted name.
    #[error("no project is named \"{name}\"; there are: {}", known.join(", "))]
    UnknownProject {
        /// The name that was asked for.
        name: String,
        /// The names that exist.
        known: Vec<String>,
    },
    /// The manifest cannot be understood.
    #[error("{}: {message}", path.display())]
    Manifest {
        /// The manifest.
        path: PathBuf,
        /// What is wrong, with line and column where known.
        message: String,
    },
    /// A file or folder cannot be read.
    #[error("{}: cannot be read: {source}", path.display())]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A file is larger than a migration may be.
    #[error("{}: {bytes} bytes is more than the limit of {limit}", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size.
        bytes: u64,
        /// The limit, in bytes.
        limit: u64,
    },
    /// A file is not UTF-8.
    #[error("{}: not UTF-8 at byte {offset} (line {line})", path.display())]
    NotUtf8 {
        /// The file.
        path: PathBuf,
        /// The first byte that is wrong, counted from 0.
        offset: usize,
        /// Its line, counted from 1.
        line: usize,
    },
    /// A file holds a zero byte, which no text in PostgreSQL can.
    #[error("{}: a zero byte at byte {offset} (line {line}); is the file UTF-16, or no text at all?", path.display())]
    ZeroByte {
        /// The file.
        path: PathBuf,
        /// The first zero byte, counted from 0.
        offset: usize,
        /// Its line, counted from 1.
        line: usize,
    },
    /// An entry of the migrations folder fits no rule.
    #[error("{}: {reason}", path.display())]
    Unclassified {
        /// The entry.
        path: PathBuf,
        /// Why it fits no rule.
        reason: String,
    },
    /// Two files claim one version (and part).
    #[error("two files have version {version}: {} and {}", first.display(), second.display())]
    DuplicateVersion {
        /// The version as written, with the part's letter if any.
        version: String,
        /// The file that comes first by name.
        first: PathBuf,
        /// The other file.
        second: PathBuf,
        /// A number that is free.
        free: String,
    },
    /// A version has both a plain file and parts.
    #[error("version {version} has both a whole file, {}, and a part, {}", whole.display(), part.display())]
    MixedParts {
        /// The version.
        version: String,
        /// The file without a letter.
        whole: PathBuf,
        /// The file with a letter.
        part: PathBuf,
    },
    /// A down file undoes nothing.
    #[error("{}: no up migration has version {version}", path.display())]
    OrphanDown {
        /// The down file.
        path: PathBuf,
        /// The version it names.
        version: String,
    },
    /// A version lies outside the bands that the manifest declares.
    #[error("{}: version {version} lies in none of the declared bands ({bands})", path.display())]
    OutOfBand {
        /// The file.
        path: PathBuf,
        /// Its version.
        version: String,
        /// The bands.
        bands: String,
        /// A number that is free in the band worked in last.
        free: Option<String>,
    },
    /// A file in `behaviours/` does not have the form of cases.
    #[error("{}:{line}: {reason}", path.display())]
    Behaviour {
        /// The file.
        path: PathBuf,
        /// Line, from 1.
        line: usize,
        /// What is wrong.
        reason: String,
    },
    /// A file in `verify/`, `validate/`, `stats/` or `seeds/` does not have the form of questions.
    #[error("{}:{line}: {reason}", path.display())]
    Question {
        /// The file.
        path: PathBuf,
        /// Line, from 1.
        line: usize,
        /// What is wrong.
        reason: String,
    },
}

impl ProjectError {
    /// The stable code of the error.
    pub fn code(&self) -> &'static str {
        match self {
            ProjectError::NoProject { .. } | ProjectError::UnknownProject { .. } => "P001",
            ProjectError::Manifest { .. } => "P002",
            ProjectError::Unreadable { .. } => "P003",
            ProjectError::TooLarge { .. } => "P004",
            ProjectError::NotUtf8 { .. } | ProjectError::ZeroByte { .. } => "P006",
            ProjectError::Unclassified { .. } => "P007",
            ProjectError::DuplicateVersion { .. } => "P008",
            ProjectError::MixedParts { .. } => "P009",
            ProjectError::OrphanDown { .. } => "P010",
            ProjectError::OutOfBand { .. } => "P011",
            ProjectError::Question { .. } => "P012",
            ProjectError::Behaviour { .. } => "P013",
        }
    }

    /// What to do about it, in one sentence.
    pub fn help(&self) -> String {
        match self {
            ProjectError::NoProject { .. } => {
                "go to the project's folder, name it with -C DIR, or begin one with `bulkhead new`".to_owned()
            }
            ProjectError::UnknownProject { .. } => "name one of them with --project".to_owned(),
            ProjectError::Manifest { .. } => "correct the manifest; `bulkhead explain P002` shows every key".to_owned(),
            ProjectError::Unreadable { .. } => "check that it exists and that you may read it".to_owned(),
            ProjectError::TooLarge { .. } => {
                "keep bulk data out of migrations (load it as a seed), or raise max_file_bytes in [project]".to_owned()
            }
            ProjectError::NotUtf8 { .. } | ProjectError::ZeroByte { .. } => "save the file as UTF-8".to_owned(),
            ProjectError::Unclassified { .. } => {
                "name it NNN_description.sql (down: NNN_description.down.sql), or list it under ignore in [project]"
                    .to_owned()
            }
            ProjectError::DuplicateVersion { free, .. } => format!("renumber one of them; {free} is free"),
            ProjectError::MixedParts { .. } => "give every file of the version a letter, or none".to_owned(),
            ProjectError::OrphanDown { .. } => {
                "add the up migration or remove the file; a name that ends in rollback or down never runs forward"
                    .to_owned()
            }
            ProjectError::OutOfBand { free: Some(free), .. } => format!("renumber it; {free} is free"),
            ProjectError::OutOfBand { free: None, .. } => "renumber it, or declare a band for it".to_owned(),
            ProjectError::Question { .. } => "`bulkhead explain P012` shows the form".to_owned(),
            ProjectError::Behaviour { .. } => "`bulkhead explain P013` shows the form".to_owned(),
        }
    }
}
