//! Folders of this machine that may hold PostgreSQL programs. Says nothing about what is in them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Well-known folders of binaries; `*` stands for anything within one path component.
const WELL_KNOWN: [&str; 9] = [
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/usr/libexec/postgresql*",
    "/opt/homebrew/opt/postgresql@*/bin",
    "/opt/homebrew/opt/postgresql/bin",
    "/usr/local/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql/bin",
    "/usr/local/pgsql/bin",
    "/Applications/Postgres.app/Contents/Versions/*/bin",
];

/// Where we look, for a message.
pub(crate) fn places() -> Vec<PathBuf> {
    ["PATH"].iter().chain(&WELL_KNOWN).map(PathBuf::from).collect()
}

/// Folders that hold a `postgres`, each once: private copies, then `PATH`, then the well-known places.
pub(crate) fn candidates(private: &Path, path: impl Iterator<Item = PathBuf>) -> Vec<PathBuf> {
    let private = private.to_string_lossy();
    let mut folders = expand(&format!("{private}/*/bin"));
    folders.extend(expand(&format!("{private}/*/lib/postgresql/*/bin")));
    folders.extend(path);
    folders.extend(WELL_KNOWN.iter().flat_map(|pattern| expand(pattern)));
    let mut seen = BTreeSet::new();
    folders
        .into_iter()
        .filter_map(|folder| std::fs::canonicalize(folder.join("postgres")).ok())
        .filter_map(|program| program.parent().map(Path::to_owned))
        .filter(|folder| seen.insert(folder.clone()))
        .collect()
}

/// Existing paths that match `pattern`, where `*` stands for anything within one component.
fn expand(pattern: &str) -> Vec<PathBuf> {
    let mut paths = vec![PathBuf::from("/")];
    for part in pattern.split('/').filter(|part| !part.is_empty()) {
        paths = match part.split_once('*') {
            None => paths.into_iter().map(|path| path.join(part)).collect(),
            Some((start, end)) => paths.iter().flat_map(|path| matching(path, start, end)).collect(),
        };
    }
    paths.retain(|path| path.is_dir());
    paths
}

fn matching(folder: &Path, start: &str, end: &str) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries
        .flatten()
        .filter(|entry| {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            name.len() >= start.len() + end.len() && name.starts_with(start) && name.ends_with(end)
        })
        .map(|entry| entry.path())
        .collect();
    paths.sort();
    paths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_match_within_one_component() {
        let folder = tempfile::tempdir().unwrap();
        for path in ["postgresql@15/bin", "postgresql@17/bin", "other/bin", "postgresql@16/lib"] {
            std::fs::create_dir_all(folder.path().join(path)).unwrap();
        }
        let pattern = format!("{}/postgresql@*/bin", folder.path().display());
        assert_eq!(
            expand(&pattern),
            [folder.path().join("postgresql@15/bin"), folder.path().join("postgresql@17/bin")]
        );
    }

    #[test]
    fn a_folder_that_several_ways_lead_to_is_looked_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let private = folder.path().join("pg");
        let bin = private.join("15/lib/postgresql/15/bin");
        std::fs::create_dir_all(&bin).unwrap();
        std::fs::write(bin.join("postgres"), "").unwrap();
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(&bin, &link).unwrap();
        let found = candidates(&private, [link, bin.clone()].into_iter());
        let bin = std::fs::canonicalize(bin).unwrap();
        assert_eq!(found.iter().filter(|folder| **folder == bin).count(), 1);
        assert_eq!(found[0], bin, "private copies come first");
    }
}
