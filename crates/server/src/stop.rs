//! Stopping the postmaster: fast shutdown, which ends sessions in order, then immediate shutdown when that
//! takes too long. Also clears away what is left of one that was killed.

use std::fs;
use std::time::Duration;

use crate::error::ServerError;
use crate::place::Place;
use crate::process::{self, Life};
use crate::state::{self, State};

/// How long a fast shutdown may take: it writes a checkpoint.
const FAST: Duration = Duration::from_secs(60);
/// How long an immediate shutdown may take; the postmaster kills what does not obey after 5 s.
const IMMEDIATE: Duration = Duration::from_secs(15);

/// How long the processes of a killed postmaster may take to end.
const ORPHANS: Duration = Duration::from_secs(3);

/// Stops the server with a fast shutdown; says whether there was one. The caller holds the lock.
pub(crate) fn fast(place: &Place) -> Result<bool, ServerError> {
    end(place, &[(libc::SIGINT, FAST), (libc::SIGQUIT, IMMEDIATE)])
}

/// Stops the server as a power cut would, so that the next start recovers.
pub(crate) fn immediate(place: &Place) -> Result<bool, ServerError> {
    end(place, &[(libc::SIGQUIT, IMMEDIATE)])
}

/// Ends what is left of a server whose postmaster was killed, and removes its pid file. Does nothing
/// when there is none, or when it is alive.
pub(crate) fn clear_dead(place: &Place) -> Result<(), ServerError> {
    let data = place.data();
    let State::Stale(file) = state::observe(place)? else { return Ok(()) };
    // A killed postmaster stays a zombie until its parent looks, which may be about to happen.
    process::wait_until(ORPHANS, || process::life(file.pid) != Life::Zombie);
    // Backends that are busy do not notice at once that their postmaster is gone, and keep its shared memory.
    let orphans = || process::all_serving(&data).into_iter().filter(|pid| process::life(*pid) == Life::Alive);
    for orphan in orphans() {
        // It may have ended by itself meanwhile.
        let _ = process::signal(orphan, libc::SIGQUIT);
    }
    process::wait_until(ORPHANS, || orphans().next().is_none());
    let path = data.join("postmaster.pid");
    fs::remove_file(&path).map_err(ServerError::io("remove", &path))
}

fn end(place: &Place, ways: &[(i32, Duration)]) -> Result<bool, ServerError> {
    clear_dead(place)?;
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
