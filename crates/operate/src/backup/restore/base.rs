//! Restoring what `pg_basebackup` wrote, and bringing it forward with archived WAL.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use bulkhead_migrate::Interrupt;
use bulkhead_server::{Endpoint, PrivateCopy};

use super::{Order, binaries_for_data, signal_recovery, start_physical, target_settings, tree};
use crate::OperateError;
use crate::backup::base::{Format, base_tar, format};
use crate::backup::drill::{DrillFinding, DrillTarget};
use crate::backup::model::BackupKind;
use crate::backup::place::Place;
use crate::backup::{Folder, program, wal};
use crate::health::Level;

/// Restores and starts.
pub(super) fn restore(
    copy: &PrivateCopy,
    order: &Order,
) -> Result<(Endpoint, Vec<DrillFinding>), OperateError> {
    let label = &order.backup.label;
    let not_here = |reason: &str| OperateError::NotHere { backup: label.clone(), reason: reason.to_owned() };
    let folder = order.backup.path.as_ref().ok_or_else(|| not_here("it is not a folder"))?;
    if order.backup.kind == BackupKind::Incremental {
        return Err(not_here(
            "it is incremental: make it whole with pg_combinebackup, then --from its folder",
        ));
    }
    let spaces = copy.folder("tablespaces")?;
    let manifest = match format(folder) {
        Some(Format::Tar) => {
            unpack(folder, copy, &spaces, &order.interrupt)?;
            folder.join("backup_manifest")
        }
        _ => {
            tree::copy(folder, &copy.data(), &spaces, &order.interrupt)?;
            copy.data().join("backup_manifest")
        }
    };
    copy.own(&spaces)?;
    let binaries = binaries_for_data(copy, order)?;
    let findings = verify(&copy.data(), &manifest, &binaries.directory, &order.interrupt)?;
    let recovery = match restore_command(&order.place)? {
        Some(command) => {
            signal_recovery(copy)?;
            let mut settings = target_settings(&order.target);
            settings.push(("restore_command".to_owned(), command));
            settings
        }
        None if matches!(order.target, DrillTarget::Time { .. }) => {
            return Err(not_here(
                "no archived WAL can be seen: name its folder as wal in the manifest's [backup]",
            ));
        }
        None => Vec::new(),
    };
    Ok((start_physical(copy, &binaries, order, recovery)?, findings))
}

/// Unpacks the archives of the data directory, of each tablespace, and of WAL.
fn unpack(
    folder: &Path,
    copy: &PrivateCopy,
    spaces: &Path,
    interrupt: &Interrupt,
) -> Result<(), OperateError> {
    let data = copy.data();
    let failed = |path: &Path, error: std::io::Error| OperateError::BackupFiles {
        path: path.to_owned(),
        reason: error.to_string(),
    };
    let make = |path: &Path| fs::create_dir_all(path).map_err(|error| failed(path, error));
    make(&data)?;
    let base = base_tar(folder).into_iter();
    for archive in base.chain(Folder::read(folder)?.files) {
        let name = archive.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let Some((stem, _)) = name.split_once(".tar") else { continue };
        let is_space = stem.bytes().all(|byte| byte.is_ascii_digit());
        let target = match stem {
            "base" if data.join("PG_VERSION").exists() => continue,
            "base" => data.clone(),
            "pg_wal" => data.join("pg_wal"),
            oid if is_space => spaces.join(oid),
            _ => continue,
        };
        make(&target)?;
        let mut tar = Command::new("tar");
        tar.arg("-xf").arg(&archive).arg("-C").arg(&target);
        program::run_well(tar, interrupt)?;
        if is_space {
            let link = data.join("pg_tblspc").join(stem);
            // The archive of the data directory may hold a link to where the source keeps it.
            let _ = fs::remove_file(&link);
            symlink(&target, &link).map_err(|error| failed(&link, error))?;
        }
    }
    // It would send the server to where the source keeps its tablespaces.
    let _ = fs::remove_file(data.join("tablespace_map"));
    Ok(())
}

/// Compares the copied files with the manifest.
fn verify(
    data: &Path,
    manifest: &Path,
    binaries: &Path,
    interrupt: &Interrupt,
) -> Result<Vec<DrillFinding>, OperateError> {
    if !manifest.is_file() {
        let summary = "it has no backup_manifest, so its files cannot be checked".to_owned();
        return Ok(vec![DrillFinding::new("no_manifest", Level::Notice, summary)]);
    }
    let mut command = Command::new(program::of_postgres(Some(binaries), "pg_verifybackup"));
    // The map of tablespaces served its purpose when the archives were unpacked.
    command.args(["--no-parse-wal", "--quiet", "--ignore=tablespace_map", "--manifest-path"]);
    command.arg(manifest).arg(data);
    let said = program::run(command, interrupt)?;
    Ok(match said.success {
        true => Vec::new(),
        false => vec![DrillFinding::new("files_changed", Level::Critical, said.why())],
    })
}

/// How archived WAL comes back; `None` when there is no archive.
fn restore_command(place: &Place) -> Result<Option<String>, OperateError> {
    if place.restore_command.is_some() {
        return Ok(place.restore_command.clone());
    }
    let Some(folder) = &place.wal else { return Ok(None) };
    let found = Folder::read(folder)?;
    let segment = found.names().find(|name| wal::Segment::of_file(name).is_some()).unwrap_or_default();
    Ok(Some(fetch_command(folder, segment)))
}

/// Copies or unpacks a file, by the ending of one segment. `%` means something in `restore_command`.
fn fetch_command(folder: &Path, segment: &str) -> String {
    let folder = folder.display().to_string().replace('%', "%%").replace('\'', "'\\''");
    let unpack = |ending: &str, program: &str| {
        // Histories of timelines lie in the archive unpacked or packed.
        format!("cp '{folder}'/%f \"%p\" 2>/dev/null || {program} '{folder}'/%f{ending} > \"%p\"")
    };
    match segment.get(24..).unwrap_or_default() {
        ".gz" => unpack(".gz", "gzip -dc"),
        ".zst" => unpack(".zst", "zstd -dqc"),
        ".lz4" => unpack(".lz4", "lz4 -dqc"),
        ".bz2" => unpack(".bz2", "bzip2 -dc"),
        ".xz" => unpack(".xz", "xz -dc"),
        _ => format!("cp '{folder}'/%f \"%p\""),
    }
}

#[cfg(test)]
mod tests {
    use super::fetch_command;
    use std::path::Path;

    #[test]
    fn archived_wal_comes_back_as_it_was_stored() {
        let segment = "000000010000000000000001";
        assert_eq!(fetch_command(Path::new("/a b"), segment), "cp '/a b'/%f \"%p\"");
        assert!(
            fetch_command(Path::new("/a"), &format!("{segment}.gz"))
                .ends_with("gzip -dc '/a'/%f.gz > \"%p\"")
        );
        assert_eq!(fetch_command(Path::new("/it's 5%"), ""), "cp '/it'\\''s 5%%'/%f \"%p\"");
    }
}
