//! PgBouncer in front of a server, because applications often run behind one.

use std::fmt::Write;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use bulkhead_server::spawn::{Spawned, spawn};
use bulkhead_server::user::ServerUser;
use bulkhead_server::{Endpoint, Mode};
use tempfile::TempDir;

use crate::private::private_folder;

/// The number in the name of the socket; nobody else shares its folder.
const PORT: u16 = 6432;
/// How long PgBouncer may take to open its socket.
const PATIENCE: Duration = Duration::from_secs(20);

/// When a server connection goes back to the pool.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PoolMode {
    /// When the client leaves.
    Session,
    /// After each transaction.
    Transaction,
    /// After each statement; transactions of several statements are refused.
    Statement,
}

/// A running PgBouncer. Dropping it stops it.
#[derive(Debug)]
pub struct PgBouncer {
    process: Spawned,
    sockets: PathBuf,
    user: String,
    _folder: TempDir,
}

/// Starts PgBouncer in front of `server`, with at most `pool_size` server connections for each pair of
/// database and user. Every role may log in without a password.
///
/// # Panics
/// When PgBouncer is not installed (`scripts/install-postgres --tests` does that) or does not start.
pub fn pgbouncer(server: &Endpoint, pool_mode: PoolMode, pool_size: u32) -> PgBouncer {
    let program = find_program();
    let user = ServerUser::choose().unwrap_or_else(|error| panic!("{error}"));
    let folder = private_folder();
    let path = |name: &str| folder.path().join(name);
    write(&path("users.txt"), &format!("\"{}\" \"\"\n", server.user));
    write(&path("pgbouncer.ini"), &configuration(server, pool_mode, pool_size, folder.path()));
    user.own(folder.path()).unwrap_or_else(|error| panic!("{error}"));
    let mut command = Command::new(program);
    command.arg(path("pgbouncer.ini")).current_dir(folder.path());
    let process = spawn(command, &user, Mode::Child, &path("pgbouncer.log"))
        .unwrap_or_else(|error| panic!("cannot start PgBouncer: {error}"));
    let pooler =
        PgBouncer { process, sockets: folder.path().to_owned(), user: server.user.clone(), _folder: folder };
    pooler.wait_until_ready();
    pooler
}

impl PgBouncer {
    /// The address of `database` through the pooler, with the superuser as user.
    pub fn url(&self, database: &str) -> String {
        self.url_for(database, &self.user)
    }

    /// The address of `database` through the pooler for a role. Both names must be plain identifiers.
    pub fn url_for(&self, database: &str, role: &str) -> String {
        format!("postgresql:///{database}?host={}&port={PORT}&user={role}", self.sockets.display())
    }

    fn wait_until_ready(&self) {
        let begun = Instant::now();
        let socket = self.sockets.join(format!(".s.PGSQL.{PORT}"));
        while UnixStream::connect(&socket).is_err() {
            let ended = self.process.ended();
            if ended.is_some() || begun.elapsed() > PATIENCE {
                let log = std::fs::read_to_string(self.sockets.join("pgbouncer.log")).unwrap_or_default();
                panic!("PgBouncer did not start ({ended:?}):\n{log}");
            }
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for PgBouncer {
    fn drop(&mut self) {
        self.process.kill();
    }
}

fn configuration(server: &Endpoint, pool_mode: PoolMode, pool_size: u32, folder: &Path) -> String {
    let mode = match pool_mode {
        PoolMode::Session => "session",
        PoolMode::Transaction => "transaction",
        PoolMode::Statement => "statement",
    };
    let mut text = String::from("[databases]\n");
    let sockets = server.socket_directory.display();
    let line = format!("* = host={sockets} port={} auth_user={}\n", server.port, server.user);
    text.push_str(&line);
    text.push_str("[pgbouncer]\nauth_type = trust\nlisten_addr =\nmax_client_conn = 1000\n");
    let folder = folder.display();
    for (name, value) in [
        ("auth_file", format!("{folder}/users.txt")),
        ("unix_socket_dir", folder.to_string()),
        ("pidfile", format!("{folder}/pgbouncer.pid")),
        ("listen_port", PORT.to_string()),
        ("pool_mode", mode.to_owned()),
        ("default_pool_size", pool_size.to_string()),
        ("ignore_startup_parameters", "extra_float_digits".to_owned()),
    ] {
        writeln!(text, "{name} = {value}").expect("a string can always grow");
    }
    text
}

fn find_program() -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let places = std::env::split_paths(&path).chain(["/usr/sbin", "/opt/homebrew/bin"].map(PathBuf::from));
    places
        .map(|folder| folder.join("pgbouncer"))
        .find(|program| program.is_file())
        .unwrap_or_else(|| panic!("PgBouncer is not installed; run scripts/install-postgres --tests"))
}

fn write(path: &Path, text: &str) {
    std::fs::write(path, text).unwrap_or_else(|error| panic!("cannot write {}: {error}", path.display()));
}
