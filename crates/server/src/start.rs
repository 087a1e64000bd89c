//! Starting the postmaster and waiting until it takes connections. What an earlier server left behind is
//! cleared first; failures that pass by themselves (a taken port, a dying predecessor) are tried again.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::embedded::StartOptions;
use crate::endpoint::Endpoint;
use crate::error::ServerError;
use crate::find::Binaries;
use crate::init::clean_environment;
use crate::log::{self, Cause};
use crate::pidfile::PidFile;
use crate::place::{Place, private_folder, write_private};
use crate::port;
use crate::process;
use crate::settings;
use crate::spawn::{Spawned, spawn};
use crate::state;
use crate::stop;
use crate::user::ServerUser;

/// How long a server may take to become ready; recovery after a crash counts.
const READY_SECONDS: u64 = 120;
/// How long the processes of a dead predecessor may take to vanish.
const PREDECESSOR: Duration = Duration::from_secs(8);
/// How many ports are tried.
const PORTS: u32 = 8;
/// The number in a socket's name when the server does not listen on TCP: no other server shares the folder.
const SOCKET_ONLY_PORT: u16 = 5432;

/// How one attempt ended.
enum Attempt {
    Ready(Endpoint),
    /// What the server wrote before it ended.
    Ended(String),
}

/// How long to wait for a server that is starting.
#[derive(Clone, Copy)]
pub(crate) enum Waiting<'a> {
    /// For [`READY_SECONDS`].
    Usual,
    /// For the end of recovery, while this says so.
    While(&'a dyn Fn() -> bool),
}

impl Waiting<'_> {
    /// Whether the server is where the caller waits for it.
    fn is_over(self, file: &PidFile) -> bool {
        match self {
            Waiting::Usual => file.is_ready(),
            Waiting::While(_) => file.is_open(),
        }
    }

    /// Whether to wait on after this time.
    fn goes_on(self, waited: Duration) -> bool {
        match self {
            Waiting::Usual => waited < Duration::from_secs(READY_SECONDS),
            Waiting::While(go_on) => go_on(),
        }
    }
}

/// Starts the server of an initialised place. The caller holds the lock.
pub(crate) fn start(
    place: &Place,
    user: &ServerUser,
    binaries: &Binaries,
    options: &StartOptions,
) -> Result<Endpoint, ServerError> {
    start_waiting(place, user, binaries, options, Waiting::Usual)
}

/// As [`start`], waiting as long as it is told to.
pub(crate) fn start_waiting(
    place: &Place,
    user: &ServerUser,
    binaries: &Binaries,
    options: &StartOptions,
    waiting: Waiting<'_>,
) -> Result<Endpoint, ServerError> {
    let begun = Instant::now();
    private_folder(&place.socket_directory(), user)?;
    log::rotate(&place.log())?;
    if !place.log().exists() {
        write_private(&place.log(), "", user)?;
    }
    write_private(&place.data().join(settings::FILE), &settings::text(binaries, &options.settings)?, user)?;
    stop::clear_dead(place)?;
    clear_sockets(place)?;
    let mut ports = 0;
    let mut remembered = port::remembered(&place.port());
    loop {
        let port = choose_port(options, remembered, place)?;
        let said = match attempt(place, user, binaries, options, port, waiting)? {
            Attempt::Ready(endpoint) => {
                write_private(&place.port(), &format!("{port}\n"), user)?;
                return Ok(endpoint);
            }
            Attempt::Ended(said) => said,
        };
        match log::cause(&said) {
            Cause::PortTaken if ports < PORTS => {
                ports += 1;
                remembered = None;
            }
            Cause::StillThere if begun.elapsed() < PREDECESSOR => {
                std::thread::sleep(Duration::from_millis(200));
                stop::clear_dead(place)?;
            }
            Cause::DiskFull => {
                let doing = "PostgreSQL started".to_owned();
                return Err(ServerError::DiskFull { path: place.data(), doing });
            }
            _ => {
                let tail = log::last_lines(&said, 20);
                return Err(ServerError::StartFailed { data: place.data(), log: place.log(), tail });
            }
        }
    }
}

/// Removes socket files of a killed server: their lock files name a process number that may be in use again.
fn clear_sockets(place: &Place) -> Result<(), ServerError> {
    let folder = place.socket_directory();
    for entry in fs::read_dir(&folder).map_err(ServerError::io("read", &folder))?.flatten() {
        fs::remove_file(entry.path()).map_err(ServerError::io("remove", &entry.path()))?;
    }
    Ok(())
}

fn choose_port(options: &StartOptions, remembered: Option<u16>, place: &Place) -> Result<u16, ServerError> {
    if settings::listens(&options.settings) {
        port::free(remembered).map_err(ServerError::io("find a free port on 127.0.0.1 for", place.home()))
    } else {
        Ok(SOCKET_ONLY_PORT)
    }
}

fn attempt(
    place: &Place,
    user: &ServerUser,
    binaries: &Binaries,
    options: &StartOptions,
    port: u16,
    waiting: Waiting<'_>,
) -> Result<Attempt, ServerError> {
    let program = binaries.directory.join("postgres");
    let written = log::length(&place.log());
    let server = spawn(command(&program, place, port), user, options.mode, &place.log())
        .map_err(ServerError::io("run", &program))?;
    match wait_ready(place, &server, waiting)? {
        Some(file) => state::endpoint(place, &file).map(Attempt::Ready),
        None => log::since(&place.log(), written).map(Attempt::Ended),
    }
}

fn command(program: &Path, place: &Place, port: u16) -> Command {
    let mut command = Command::new(program);
    command
        .arg("-D")
        .arg(place.data())
        .arg("-k")
        .arg(place.socket_directory())
        .args(["-p", &port.to_string(), "-c", "unix_socket_permissions=0700", "-c", "logging_collector=off"])
        .current_dir(place.home());
    clean_environment(&mut command);
    command
}

/// Waits for line 8 of the pid file; `None` when the server ended before.
fn wait_ready(place: &Place, server: &Spawned, waiting: Waiting<'_>) -> Result<Option<PidFile>, ServerError> {
    let data = place.data();
    let begun = Instant::now();
    let mut ready = None;
    let mut ended = false;
    let mut gave_up = false;
    while ready.is_none() && !ended && !gave_up {
        process::wait_until(Duration::from_millis(200), || {
            let file = PidFile::read(&data).ok().flatten();
            ready = file.filter(|file| file.pid == server.pid && waiting.is_over(file));
            ended = ready.is_none() && server.ended().is_some();
            ready.is_some() || ended
        });
        gave_up = !waiting.goes_on(begun.elapsed());
    }
    if ready.is_none() && !ended {
        let _ = process::signal(server.pid, libc::SIGQUIT);
        let seconds = begun.elapsed().as_secs();
        return Err(ServerError::StartTimeout { pid: server.pid, seconds, log: place.log() });
    }
    Ok(ready)
}
