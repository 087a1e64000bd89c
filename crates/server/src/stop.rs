//! Stopping the postmaster: fast shutdown, which ends sessions in order, then immediate shutdown when that
//! takes too long.

use std::time::Duration;

use crate::error::ServerError;
use crate::place::Place;
use crate::process::{self, Life};
use crate::state::{self, State};

/// How long a fast shutdown may take: it writes a checkpoint.
const FAST: Duration = Duration::from_secs(60);
/// How long an immediate shutdown may take; the postmaster kills what does not obey after 5 s.
const IMMEDIATE: Duration = Duration::from_secs(15);

/// Stops the server with a fast shutdown; says whether there was one. The caller holds the lock.
pub(crate) fn fast(place: &Place) -> Result<bool, ServerError> {
    end(place, &[(libc::SIGINT, FAST), (libc::SIGQUIT, IMMEDIATE)])
}

/// Stops the server as a power cut would, so that the next start recovers.
pub(crate) fn immediate(place: &Place) -> Result<bool, ServerError> {
    end(place, &[(libc::SIGQUIT, IMMEDIATE)])
}

fn end(place: &Place, ways: &[(i32, Duration)]) -> Result<bool, ServerError> {
    let (State::Busy(file) | State::Ready(file)) = state::observe(place)? else { return Ok(false) };
    for (signal, patience) in ways {
        if let Err(error) = process::signal(file.pid, *signal)
            && error.raw_os_error() != Some(libc::ESRCH)
        {
            return Err(ServerError::io("stop the server of", &place.data())(error));
        }
        if process::wait_until(*patience, || process::life(file.pid) != Life::Alive) {
            return Ok(true);
        }
    }
    let seconds = ways.iter().map(|(_, patience)| patience.as_secs()).sum();
    Err(ServerError::StopTimeout { pid: file.pid, seconds, log: place.log() })
}
