//! A server for one test, which may stop it, kill it and start it again.

use std::path::Path;

use bulkhead_server::{Embedded, Endpoint, Mode, StartOptions};
use tempfile::TempDir;
use tokio_postgres::Client;

use crate::database::connect;
use crate::{keeper, settings, shared};

/// A running or stopped server with its own cluster. Dropping it removes everything.
#[derive(Debug)]
pub struct PrivateServer {
    server: Embedded,
    options: StartOptions,
    endpoint: Endpoint,
    // Last, so that the folder goes after everything else.
    _folder: TempDir,
}

/// Makes and starts a server. `settings` win over those for tests: give `("fsync", "on")` for one that
/// survives a power cut, or `("listen_addresses", "127.0.0.1")` for one that listens on TCP.
///
/// # Panics
/// When PostgreSQL is not installed or does not start.
pub fn private_server(settings: &[(&str, &str)]) -> PrivateServer {
    let folder = private_folder();
    shared::share_private_copies(folder.path());
    let server = Embedded::at(folder.path());
    let options = settings::options(Mode::Child, settings);
    let endpoint = start(&server, &options);
    PrivateServer { server, options, endpoint, _folder: folder }
}

impl PrivateServer {
    /// How to reach it; the same after a restart, unless it listens on TCP and its port was taken meanwhile.
    pub fn endpoint(&self) -> &Endpoint {
        &self.endpoint
    }

    /// The address of a database through the Unix socket.
    pub fn url(&self, database: &str) -> String {
        self.endpoint.url(database)
    }

    /// Opens a session as superuser in `database`.
    ///
    /// # Panics
    /// When the server cannot be reached.
    pub async fn connect(&self, database: &str) -> Client {
        connect(&self.url(database)).await
    }

    /// Starts it after it was stopped or killed; it recovers if need be. Does nothing while it runs.
    ///
    /// # Panics
    /// When it does not start.
    pub fn start(&mut self) {
        self.endpoint = start(&self.server, &self.options);
    }

    /// Stops it in order: sessions are ended, transactions rolled back, a checkpoint written.
    ///
    /// # Panics
    /// When it does not stop.
    pub fn stop(&self) {
        self.server.stop().unwrap_or_else(|error| panic!("cannot stop: {error}"));
    }

    /// Stops it as a power cut would.
    ///
    /// # Panics
    /// When it does not stop.
    pub fn stop_immediate(&self) {
        self.server.stop_immediately().unwrap_or_else(|error| panic!("cannot stop: {error}"));
    }

    /// Stops it in order and starts it again.
    ///
    /// # Panics
    /// As [`PrivateServer::stop`] and [`PrivateServer::start`].
    pub fn restart(&mut self) {
        self.stop();
        self.start();
    }

    /// Kills one backend with `kill -9`. The postmaster then ends all others and recovers by itself.
    ///
    /// # Panics
    /// When there is no such process.
    pub fn kill_backend(&self, pid: i32) {
        assert!(pid > 0, "{pid} is not the number of a backend");
        // SAFETY: kill has no memory effects.
        let killed = unsafe { libc::kill(pid, libc::SIGKILL) };
        assert_eq!(killed, 0, "cannot kill {pid}: {}", std::io::Error::last_os_error());
    }

    /// The last lines of the server's log.
    ///
    /// # Panics
    /// When the log cannot be read.
    pub fn log_tail(&self, lines: usize) -> String {
        self.server.log_tail(lines).unwrap_or_else(|error| panic!("no log: {error}"))
    }
}

impl Drop for PrivateServer {
    fn drop(&mut self) {
        // What cannot be stopped or removed here is left to the keeper.
        let _ = self.server.stop_immediately();
        let _ = self.server.reset();
    }
}

/// A folder below the shared one, so that the keeper removes it when this process is killed.
pub(crate) fn private_folder() -> TempDir {
    let folder = tempfile::Builder::new().prefix("p").rand_bytes(6).tempdir_in(keeper::folder());
    let folder = folder.unwrap_or_else(|error| panic!("no folder for a private server: {error}"));
    open_to_server_user(folder.path());
    folder
}

fn open_to_server_user(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o755)).expect("the folder is new");
}

fn start(server: &Embedded, options: &StartOptions) -> Endpoint {
    server.ensure_started(options).unwrap_or_else(|error| panic!("no private server: {error}"))
}
