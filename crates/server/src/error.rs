//! What can go wrong with the embedded server, said so that the reader knows what to do next.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

/// A failure to find, make, start or stop the embedded server. No message holds a password.
#[derive(Debug, Error)]
pub enum ServerError {
    /// There is no PostgreSQL on this machine.
    #[error(
        "no PostgreSQL server was found (looked in {}); \
         run scripts/install-postgres, or set PG_BIN to the folder that holds `postgres` and `initdb`",
        list(searched)
    )]
    BinariesMissing {
        /// Folders that were looked into.
        searched: Vec<PathBuf>,
    },
    /// `PG_BIN` is set to a folder that cannot be used.
    #[error("PG_BIN is {}, but {why}; point it at a PostgreSQL `bin` folder or unset it", directory.display())]
    PgBinUnusable {
        /// The folder that `PG_BIN` names.
        directory: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// The only servers found are older than the oldest supported major version.
    #[error(
        "the newest PostgreSQL found is {found} in {}, but at least 15 is needed; run scripts/install-postgres",
        directory.display()
    )]
    TooOld {
        /// Version found, as `14.9`.
        found: String,
        /// Its folder of binaries.
        directory: PathBuf,
    },
    /// No server found has every wanted extension.
    #[error(
        "PostgreSQL {version} in {} has no extension {}; run scripts/install-postgres, \
         then stop and start the server",
        directory.display(), names.join(", ")
    )]
    ExtensionMissing {
        /// Extensions that are not there.
        names: Vec<String>,
        /// Version of the server that came closest, as `15.18`.
        version: String,
        /// Its folder of binaries.
        directory: PathBuf,
    },
    /// The data directory belongs to a major version that is no longer installed.
    #[error(
        "the data in {} was made by PostgreSQL {wanted}, which is not installed (found: {found}); \
         install PostgreSQL {wanted}, or give up the data with `bulkhead dev reset`",
        data.display()
    )]
    VersionMissing {
        /// The data directory.
        data: PathBuf,
        /// Major version that made it.
        wanted: u32,
        /// Versions that are installed.
        found: String,
    },
    /// We are root, and there is no other user to run the server as.
    #[error(
        "PostgreSQL refuses to run as root, and none of the users {} exists; create one: useradd --system postgres",
        tried.join(", ")
    )]
    NoUnprivilegedUser {
        /// User names that were looked up.
        tried: Vec<String>,
    },
    /// A folder that we would have to write to is not ours.
    #[error("{} is not ours to use: {why}; move it away or choose another place", path.display())]
    NotOurs {
        /// The file or folder.
        path: PathBuf,
        /// Why it is left alone.
        why: String,
    },
    /// The disk is full.
    #[error("no space left on the disk of {} while {doing}; free some space and try again", path.display())]
    DiskFull {
        /// What was being written.
        path: PathBuf,
        /// What was going on.
        doing: String,
    },
    /// A setting cannot be written into a configuration file.
    #[error("the server setting {name} cannot be used: {why}")]
    BadSetting {
        /// Name of the setting.
        name: String,
        /// What is wrong with it.
        why: String,
    },
    /// `initdb` failed.
    #[error("initdb could not make a cluster in {}:\n{output}", data.display())]
    InitFailed {
        /// The data directory.
        data: PathBuf,
        /// The end of what initdb printed.
        output: String,
    },
    /// The server ended before it was ready.
    #[error("PostgreSQL did not start in {}; the end of {}:\n{tail}", data.display(), log.display())]
    StartFailed {
        /// The data directory.
        data: PathBuf,
        /// The log file.
        log: PathBuf,
        /// Its last lines.
        tail: String,
    },
    /// The server runs, but did not become ready in time.
    #[error(
        "PostgreSQL (pid {pid}) was not ready after {seconds} s and was stopped; see {}",
        log.display()
    )]
    StartTimeout {
        /// The postmaster.
        pid: i32,
        /// How long we waited.
        seconds: u64,
        /// The log file.
        log: PathBuf,
    },
    /// The server did not stop, not even after an immediate shutdown.
    #[error("PostgreSQL (pid {pid}) did not stop within {seconds} s; see {}", log.display())]
    StopTimeout {
        /// The postmaster.
        pid: i32,
        /// How long we waited.
        seconds: u64,
        /// The log file.
        log: PathBuf,
    },
    /// The operating system refused something.
    #[error("cannot {doing} {}: {source}{}", path.display(), owner_hint(source))]
    Io {
        /// What was tried, as a verb: `read`, `create`.
        doing: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl ServerError {
    /// Gives an operating system error its place, and a full disk its own message.
    pub(crate) fn io(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> ServerError {
        let path = path.to_owned();
        move |source| match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                ServerError::DiskFull { path, doing: format!("trying to {doing} it") }
            }
            _ => ServerError::Io { doing, path, source },
        }
    }
}

fn list(paths: &[PathBuf]) -> String {
    let shown: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    shown.join(", ")
}

fn owner_hint(source: &io::Error) -> &'static str {
    if source.kind() == io::ErrorKind::PermissionDenied {
        " (if another user made this cluster, for instance with sudo, run as that user)"
    } else {
        ""
    }
}
