//! What `bulkhead dev status` shows.

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use serde::Serialize;

use crate::error::ServerError;
use crate::place::Place;
use crate::state::{self, State};

/// The state of the embedded server. Fields about a running server are empty while there is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Status {
    /// Whether it takes connections.
    pub running: bool,
    /// Process id of the postmaster.
    pub pid: Option<i32>,
    /// Major version of the data directory; empty when there is none yet.
    pub version: Option<u32>,
    /// Where the data is or would be.
    pub data_directory: PathBuf,
    /// Folder of the Unix socket.
    pub socket_directory: Option<PathBuf>,
    /// Port on 127.0.0.1 and in the socket's name.
    pub port: Option<u16>,
    /// Seconds since the postmaster started.
    pub uptime_seconds: Option<u64>,
    /// Where the server writes its log.
    pub log: PathBuf,
}

pub(crate) fn read(place: &Place) -> Result<Status, ServerError> {
    let state = state::observe(place)?;
    let running = matches!(state, State::Ready(_));
    let file = match state {
        State::Ready(file) | State::Busy(file) => Some(file),
        State::Stopped | State::Stale(_) => None,
    };
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Ok(Status {
        running,
        pid: file.as_ref().map(|file| file.pid),
        version: state::major_version(place)?,
        data_directory: place.data(),
        socket_directory: file.as_ref().and_then(|file| file.socket_directory.clone()),
        port: file.as_ref().and_then(|file| file.port),
        uptime_seconds: file.and_then(|file| file.started).map(|started| now.saturating_sub(started)),
        log: place.log(),
    })
}
