//! What is going on in a place right now, read from `postmaster.pid` and the process it names. Changes nothing.

use std::path::PathBuf;

use crate::endpoint::Endpoint;
use crate::error::ServerError;
use crate::pidfile::PidFile;
use crate::place::Place;
use crate::process::{self, Life};

/// The state of a cluster.
#[derive(Debug)]
pub(crate) enum State {
    /// No server, and no trace of one.
    Stopped,
    /// A pid file whose server is dead, or whose number now belongs to another process.
    Stale(PidFile),
    /// A server that is starting, stopping or recovering.
    Busy(PidFile),
    /// A server that takes connections.
    Ready(PidFile),
}

/// Looks at the cluster in `place`.
pub(crate) fn observe(place: &Place) -> Result<State, ServerError> {
    let data = place.data();
    let Some(file) = PidFile::read(&data)? else { return Ok(State::Stopped) };
    let alive = process::life(file.pid) == Life::Alive && process::serves(file.pid, &data);
    Ok(match (alive, file.is_ready()) {
        (false, _) => State::Stale(file),
        (true, false) => State::Busy(file),
        (true, true) => State::Ready(file),
    })
}

/// How to reach the ready server that wrote `file`.
pub(crate) fn endpoint(place: &Place, file: &PidFile) -> Result<Endpoint, ServerError> {
    let password = std::fs::read_to_string(place.password()).ok().map(|text| text.trim().to_owned());
    let incomplete = || ServerError::NotOurs {
        path: place.data(),
        why: "its server was started by hand, without a socket".to_owned(),
    };
    let version = major_version(place)?.ok_or_else(incomplete)?;
    Endpoint::new(file, running_binaries(place)?, version, password).ok_or_else(incomplete)
}

/// The major version that made the data; `None` when there is no data.
pub(crate) fn major_version(place: &Place) -> Result<Option<u32>, ServerError> {
    let path = place.data().join("PG_VERSION");
    match std::fs::read_to_string(&path) {
        Ok(text) => Ok(text.trim().parse().ok()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(ServerError::io("read", &path)(error)),
    }
}

/// The folder of the running server's programs, from the command line that it notes in `postmaster.opts`.
fn running_binaries(place: &Place) -> Result<PathBuf, ServerError> {
    let path = place.data().join("postmaster.opts");
    let text = std::fs::read_to_string(&path).map_err(ServerError::io("read", &path))?;
    Ok(folder_of_program(&text))
}

/// The program is written bare and its arguments in quotes: `/usr/bin/postgres "-D" "/srv/data"`.
fn folder_of_program(line: &str) -> PathBuf {
    let program = line.split_once(" \"").map_or(line.trim_end(), |(program, _)| program);
    PathBuf::from(program).parent().map(PathBuf::from).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_of_programs_may_hold_spaces() {
        let line = "/Users/a b/pg/bin/postgres \"-D\" \"/srv/data\"\n";
        assert_eq!(folder_of_program(line), PathBuf::from("/Users/a b/pg/bin"));
        assert_eq!(folder_of_program("/usr/bin/postgres\n"), PathBuf::from("/usr/bin"));
    }
}
