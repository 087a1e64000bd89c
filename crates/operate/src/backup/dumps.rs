//! Files that `pg_dump` and `pg_dumpall` wrote: custom, directory, tar and plain, the last perhaps in gzip.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::process::Command;

use bulkhead_migrate::Interrupt;
use bulkhead_project::BackupTool;

use super::model::{Backup, BackupKind, Inventory};
use super::program::{self, run};
use super::{Folder, moment};
use crate::OperateError;

/// How a dump is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// For `pg_restore`: custom, directory or tar.
    Archive,
    /// SQL for `psql`.
    Plain,
    /// SQL for `psql`, in gzip.
    PlainGzip,
    /// SQL of a whole cluster, or of its roles only.
    Cluster,
}

/// The first bytes of a file that are looked at.
const HEAD_BYTES: usize = 8 * 1024;
/// The last bytes that are looked at for the mark of completeness.
const TAIL_BYTES: u64 = 512;

/// Says what a path is by its first bytes.
pub(super) fn format(path: &Path) -> Option<Format> {
    if path.join("toc.dat").is_file() {
        return Some(Format::Archive);
    }
    let head = head(path)?;
    format_of(&head).or_else(|| {
        let gzip = head.starts_with(&[0x1f, 0x8b]) && path.to_string_lossy().ends_with(".sql.gz");
        gzip.then_some(Format::PlainGzip)
    })
}

fn format_of(head: &[u8]) -> Option<Format> {
    let text = String::from_utf8_lossy(head);
    if head.starts_with(b"PGDMP") || head.starts_with(b"toc.dat\0") {
        Some(Format::Archive)
    } else if text.contains("-- PostgreSQL database cluster dump") {
        Some(Format::Cluster)
    } else {
        text.contains("-- PostgreSQL database dump").then_some(Format::Plain)
    }
}

fn head(path: &Path) -> Option<Vec<u8>> {
    let mut head = Vec::with_capacity(HEAD_BYTES);
    File::open(path).ok()?.take(HEAD_BYTES as u64).read_to_end(&mut head).ok()?;
    Some(head)
}

/// The text at the end of a plain dump.
fn tail(path: &Path) -> Option<String> {
    let mut file = File::open(path).ok()?;
    let length = file.metadata().ok()?.len();
    file.seek(SeekFrom::Start(length.saturating_sub(TAIL_BYTES))).ok()?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// Whether a plain dump was made under row security: it then says so to the session that restores it.
fn under_row_security(head: &str) -> bool {
    head.contains("\nSET row_security = on;")
}

/// Whether a plain dump makes its database itself.
pub(super) fn creates_database(path: &Path) -> bool {
    head(path).is_some_and(|head| String::from_utf8_lossy(&head).contains("\nCREATE DATABASE "))
}

/// Reads a folder of dumps, or a single dump.
pub(super) fn read(
    place: &Path,
    binaries: Option<&Path>,
    interrupt: &Interrupt,
) -> Result<Inventory, OperateError> {
    let found = if format(place).is_some() {
        vec![place.to_owned()]
    } else {
        let folder = Folder::read(place)?;
        folder.files.into_iter().chain(folder.folders).collect()
    };
    let mut backups = Vec::new();
    for path in found {
        if let Some(format) = format(&path) {
            backups.push(one(path, format, binaries, interrupt)?);
        }
    }
    let inventory = Inventory {
        tool: BackupTool::PgDump,
        place: place.display().to_string(),
        backups,
        archive: None,
        complaints: Vec::new(),
    };
    Ok(inventory.sorted())
}

fn one(
    path: PathBuf,
    format: Format,
    binaries: Option<&Path>,
    interrupt: &Interrupt,
) -> Result<Backup, OperateError> {
    let label =
        path.file_name().map_or_else(|| path.display().to_string(), |name| name.display().to_string());
    let mut backup = Backup::named(label, BackupKind::Dump);
    let stamp = if path.is_dir() { path.join("toc.dat") } else { path.clone() };
    backup.finished_at_s = std::fs::metadata(&stamp).and_then(|found| found.modified()).ok().map(moment::of);
    backup.bytes = size(&path);
    match format {
        Format::Archive => {
            let mut list = Command::new(program::of_postgres(binaries, "pg_restore"));
            list.arg("--list").arg(&path);
            let said = run(list, interrupt)?;
            match said.success {
                true => backup.database = database(&said.output),
                false => {
                    backup.problem = Some(format!("its table of contents cannot be read: {}", said.why()));
                }
            }
        }
        Format::Plain => {
            backup.problem = plain_problem(&path);
            let head = head(&path).unwrap_or_default();
            backup.database = connected(&String::from_utf8_lossy(&head));
        }
        Format::PlainGzip => {}
        Format::Cluster => {
            backup.kind = BackupKind::Globals;
            backup.problem = ends_early(&path, "-- PostgreSQL database cluster dump complete");
        }
    }
    backup.path = Some(path);
    Ok(backup)
}

fn plain_problem(path: &Path) -> Option<String> {
    let early = ends_early(path, "-- PostgreSQL database dump complete");
    early.or_else(|| {
        let head = head(path)?;
        under_row_security(&String::from_utf8_lossy(&head)).then(|| {
            "it was taken with --enable-row-security: rows that its role may not see are missing".to_owned()
        })
    })
}

fn ends_early(path: &Path, mark: &str) -> Option<String> {
    let complete = tail(path).is_some_and(|tail| tail.contains(mark));
    (!complete).then(|| "it breaks off: its last lines are missing".to_owned())
}

/// The database in the header of `pg_restore --list`.
fn database(list: &str) -> Option<String> {
    let lines = list.lines().filter_map(|line| line.strip_prefix(';'));
    lines.map(str::trim).find_map(|line| line.strip_prefix("dbname: ")).map(str::to_owned)
}

/// The database that a plain dump connects to, when it was taken with `--create`.
fn connected(head: &str) -> Option<String> {
    let rest = head.lines().find_map(|line| line.strip_prefix("\\connect "))?;
    Some(rest.trim().trim_matches('"').to_owned())
}

fn size(path: &Path) -> Option<u64> {
    if path.is_dir() {
        let folder = Folder::read(path).ok()?;
        return Some(folder.files.iter().filter_map(|file| Some(std::fs::metadata(file).ok()?.len())).sum());
    }
    Some(std::fs::metadata(path).ok()?.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dumps_are_told_apart_by_their_first_bytes() {
        let cases: [(&[u8], Option<Format>); 5] = [
            (b"PGDMP\x01\x0e", Some(Format::Archive)),
            (b"toc.dat\0\0", Some(Format::Archive)),
            (b"--\n-- PostgreSQL database dump\n--\n", Some(Format::Plain)),
            (b"--\n-- PostgreSQL database cluster dump\n--\n", Some(Format::Cluster)),
            (b"CREATE TABLE t ();\n", None),
        ];
        for (head, format) in cases {
            assert_eq!(format_of(head), format, "{head:?}");
        }
    }

    #[test]
    fn the_database_is_read_from_the_header_of_an_archive() {
        let list =
            ";\n; Archive created at 2026-11-21 16:18:48 UTC\n;     dbname: shop\n;     TOC Entries: 7\n";
        assert_eq!(database(list).as_deref(), Some("shop"));
        assert_eq!(connected("SET x = 1;\n\\connect \"my shop\"\n").as_deref(), Some("my shop"));
    }

    #[test]
    fn a_plain_dump_that_breaks_off_or_saw_too_little_is_a_problem() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.sql");
        let head = "--\n-- PostgreSQL database dump\n--\n\nSET row_security = off;\n";
        let end = "--\n-- PostgreSQL database dump complete\n--\n";
        let cases = [
            (format!("{head}{end}"), None),
            (head.to_owned(), Some("breaks off")),
            (format!("{head}{end}").replace("security = off", "security = on"), Some("row-security")),
        ];
        for (text, problem) in cases {
            std::fs::write(&path, &text).unwrap();
            let said = plain_problem(&path);
            assert_eq!(said.is_some(), problem.is_some(), "{text}: {said:?}");
            assert!(said.unwrap_or_default().contains(problem.unwrap_or_default()), "{text}");
        }
    }
}
