//! The server's log file: read its end, keep it from growing without bound, and see in it why a start failed.

use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use crate::error::ServerError;

/// A log longer than this is set aside as `postgresql.log.old` at the next start.
const LONGEST: u64 = 16 * 1024 * 1024;
/// As much of the end is read when the last lines are wanted.
const TAIL: u64 = 64 * 1024;

/// Why a server ended before it was ready, as far as its log tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cause {
    /// Another process has the port.
    PortTaken,
    /// Processes of an earlier server are still there.
    StillThere,
    DiskFull,
    Other,
}

/// Reads the cause from what the server wrote since it was started.
pub(crate) fn cause(text: &str) -> Cause {
    let says = |parts: &[&str]| parts.iter().any(|part| text.contains(part));
    if says(&["No space left on device", "Disk quota exceeded"]) {
        Cause::DiskFull
    } else if says(&["Address already in use", "could not create any TCP/IP sockets"]) {
        Cause::PortTaken
    } else if says(&["postmaster.pid\" already exists", "still in use", ".lock\" already exists"]) {
        Cause::StillThere
    } else {
        Cause::Other
    }
}

/// The length of the log; 0 when there is none.
pub(crate) fn length(log: &Path) -> u64 {
    fs::metadata(log).map_or(0, |metadata| metadata.len())
}

/// What was written at or after byte `start`, at most the last 64 KiB of it.
pub(crate) fn since(log: &Path, start: u64) -> Result<String, ServerError> {
    let end = length(log);
    let start = start.max(end.saturating_sub(TAIL)).min(end);
    let mut bytes = Vec::new();
    let mut file = match File::open(log) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(String::new()),
        Err(error) => return Err(ServerError::io("read", log)(error)),
    };
    file.seek(SeekFrom::Start(start))
        .and_then(|_| file.read_to_end(&mut bytes))
        .map_err(ServerError::io("read", log))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The last `count` lines of `text`.
pub(crate) fn last_lines(text: &str, count: usize) -> String {
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(count)..].join("\n")
}

/// Sets a long log aside, replacing the one that was set aside before.
pub(crate) fn rotate(log: &Path) -> Result<(), ServerError> {
    if length(log) > LONGEST {
        fs::rename(log, log.with_extension("log.old")).map_err(ServerError::io("rename", log))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_to_fail_is_recognised() {
        for (text, expected) in [
            ("LOG:  could not bind IPv4 address \"127.0.0.1\": Address already in use", Cause::PortTaken),
            ("FATAL:  lock file \"postmaster.pid\" already exists", Cause::StillThere),
            ("FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use", Cause::StillThere),
            ("FATAL:  lock file \"/s/.s.PGSQL.5432.lock\" already exists", Cause::StillThere),
            (
                "PANIC:  could not write to file \"pg_wal/xlogtemp.9\": No space left on device",
                Cause::DiskFull,
            ),
            ("FATAL:  unrecognized configuration parameter \"nonsense\"", Cause::Other),
        ] {
            assert_eq!(cause(text), expected, "{text}");
        }
    }

    #[test]
    fn only_what_a_start_wrote_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let log = folder.path().join("postgresql.log");
        assert_eq!(since(&log, 0).unwrap(), "");
        fs::write(&log, "before\nafter\n").unwrap();
        assert_eq!(since(&log, 7).unwrap(), "after\n");
        assert_eq!(since(&log, 700).unwrap(), "");
    }

    #[test]
    fn the_last_lines_are_fewer_when_there_are_fewer() {
        assert_eq!(last_lines("a\nb\nc\n", 2), "b\nc");
        assert_eq!(last_lines("a\n", 20), "a");
        assert_eq!(last_lines("", 20), "");
    }

    #[test]
    fn a_long_log_is_set_aside_and_a_short_one_kept() {
        let folder = tempfile::tempdir().unwrap();
        let log = folder.path().join("postgresql.log");
        fs::write(&log, "short").unwrap();
        rotate(&log).unwrap();
        assert!(log.exists());
        File::options().write(true).open(&log).unwrap().set_len(LONGEST + 1).unwrap();
        rotate(&log).unwrap();
        assert!(!log.exists() && folder.path().join("postgresql.log.old").exists());
    }
}
