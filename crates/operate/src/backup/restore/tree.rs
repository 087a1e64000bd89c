//! Copying a data directory so that the copy shares no file with it, tablespaces included.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use bulkhead_migrate::{Interrupt, MigrateError};

use crate::OperateError;

/// Copies the folder `from` to `to`. What links in `pg_tblspc` point to is copied into `tablespaces`, and linked anew;
/// what other links point to is copied in place.
pub(super) fn copy(
    from: &Path,
    to: &Path,
    tablespaces: &Path,
    interrupt: &Interrupt,
) -> Result<(), OperateError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error: std::io::Error| OperateError::BackupFiles { path, reason: error.to_string() }
    };
    fs::create_dir_all(to).map_err(failed(to))?;
    for entry in fs::read_dir(from).map_err(failed(from))? {
        if interrupt.is_set() {
            return Err(MigrateError::Interrupted.into());
        }
        let path = entry.map_err(failed(from))?.path();
        let Some(name) = path.file_name() else { continue };
        let target = to.join(name);
        let is_link = fs::symlink_metadata(&path).map_err(failed(&path))?.is_symlink();
        let Ok(found) = fs::metadata(&path) else {
            // A link to nothing, as of a configuration that is elsewhere.
            continue;
        };
        if is_link && from.ends_with("pg_tblspc") {
            let space = tablespaces.join(name);
            copy(&path, &space, tablespaces, interrupt)?;
            symlink(&space, &target).map_err(failed(&target))?;
        } else if found.is_dir() {
            copy(&path, &target, tablespaces, interrupt)?;
        } else if found.is_file() {
            fs::copy(&path, &target).map_err(failed(&path))?;
        }
    }
    Ok(())
}

/// The links of a data directory that lead out of `home`: a server on it would write to files of the source.
pub(super) fn links_outside(data: &Path, home: &Path) -> Vec<PathBuf> {
    let folders = [data.to_owned(), data.join("pg_tblspc")];
    let entries = folders.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten().flatten();
    let links = entries.filter_map(|entry| fs::read_link(entry.path()).ok());
    links.filter(|target| !target.starts_with(home)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_shares_nothing_with_the_backup() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for path in ["backup/pg_tblspc", "space/PG_15", "wal"] {
            fs::create_dir_all(at(path)).unwrap();
        }
        fs::write(at("backup/PG_VERSION"), "15\n").unwrap();
        fs::write(at("space/PG_15/1"), "row").unwrap();
        fs::write(at("wal/0001"), "wal").unwrap();
        symlink(at("space"), at("backup/pg_tblspc/16384")).unwrap();
        symlink(at("wal"), at("backup/pg_wal")).unwrap();
        symlink(at("nothing"), at("backup/postgresql.conf")).unwrap();
        let (_sender, interrupt) = Interrupt::new();
        copy(&at("backup"), &at("home/data"), &at("home/tablespaces"), &interrupt).unwrap();
        assert_eq!(fs::read_to_string(at("home/data/pg_tblspc/16384/PG_15/1")).unwrap(), "row");
        assert_eq!(fs::read_to_string(at("home/data/pg_wal/0001")).unwrap(), "wal");
        assert!(!fs::symlink_metadata(at("home/data/pg_wal")).unwrap().is_symlink());
        assert!(links_outside(&at("home/data"), &at("home")).is_empty());
        let mut outside = links_outside(&at("backup"), &at("home"));
        outside.sort();
        assert_eq!(outside, [at("nothing"), at("space"), at("wal")]);
    }
}
