//! `postmaster.pid`: what a running postmaster says about itself (PostgreSQL source, `pidfile.h`).

use std::io;
use std::path::{Path, PathBuf};

use crate::error::ServerError;

/// The contents of `postmaster.pid`, as far as they have been written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PidFile {
    /// The postmaster's process id.
    pub(crate) pid: i32,
    /// Start time, in seconds since 1970.
    pub(crate) started: Option<u64>,
    /// Port number.
    pub(crate) port: Option<u16>,
    /// First directory of Unix sockets; missing when there is none.
    pub(crate) socket_directory: Option<PathBuf>,
    /// Line 8: `starting`, `stopping`, `ready` or `standby`.
    pub(crate) phase: Option<String>,
}

impl PidFile {
    /// Reads the file of a data directory; `None` when there is none or its first line is not yet written.
    pub(crate) fn read(data: &Path) -> Result<Option<PidFile>, ServerError> {
        let path = data.join("postmaster.pid");
        match std::fs::read_to_string(&path) {
            Ok(text) => Ok(parse(&text)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(ServerError::io("read", &path)(error)),
        }
    }

    /// Whether the server takes connections.
    pub(crate) fn is_ready(&self) -> bool {
        matches!(self.phase.as_deref(), Some("ready" | "standby"))
    }

    /// Whether recovery is over. A server that is still in it says `standby`, even when it refuses everybody.
    pub(crate) fn is_open(&self) -> bool {
        self.phase.as_deref() == Some("ready")
    }
}

fn parse(text: &str) -> Option<PidFile> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let line = |number: usize| lines.get(number - 1).copied().filter(|line| !line.is_empty());
    let pid: i32 = line(1)?.parse().ok()?;
    Some(PidFile {
        // A single-user backend writes its number negated.
        pid: pid.checked_abs().filter(|pid| *pid > 0)?,
        started: line(3).and_then(|text| text.parse().ok()),
        port: line(4).and_then(|text| text.parse().ok()),
        socket_directory: line(5).map(PathBuf::from),
        phase: line(8).map(str::to_owned),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const READY: &str =
        "4242\n/srv/data\n1700000000\n5433\n/srv/sockets\n127.0.0.1\n  1234   5678\nready   \n";

    #[test]
    fn a_ready_server_tells_everything() {
        let file = parse(READY).unwrap();
        assert_eq!(file.pid, 4242);
        assert_eq!(file.started, Some(1_700_000_000));
        assert_eq!(file.port, Some(5433));
        assert_eq!(file.socket_directory, Some(PathBuf::from("/srv/sockets")));
        assert!(file.is_ready());
    }

    #[test]
    fn a_starting_server_is_not_ready() {
        assert!(!parse(&READY.replace("ready   ", "starting")).unwrap().is_ready());
        assert!(!parse("4242\n/srv/data\n1700000000\n5433\n").unwrap().is_ready());
    }

    #[test]
    fn empty_lines_stand_for_things_that_are_not_there() {
        let file = parse("4242\n/srv/data\n1700000000\n5433\n\n\n\nready\n").unwrap();
        assert_eq!(file.socket_directory, None);
        assert!(file.is_ready());
    }

    #[test]
    fn a_single_user_backend_writes_a_negative_number() {
        assert_eq!(parse("-77\n").unwrap().pid, 77);
    }

    #[test]
    fn rubbish_is_not_a_pid_file() {
        for text in ["", "\n", "x\n/srv/data\n", "0\n", "-2147483648\n", "99999999999\n"] {
            assert_eq!(parse(text), None, "{text:?}");
        }
    }
}
