//! The handle that everybody else uses: one cluster of one root folder, running or not.

use std::path::{Path, PathBuf};

use crate::endpoint::Endpoint;
use crate::error::ServerError;
use crate::find;
use crate::lock::Lock;
use crate::place::{Place, create_state_folder, state_folder};
use crate::spawn::Mode;
use crate::state::{self, State};
use crate::status::{self, Status};
use crate::user::ServerUser;
use crate::{init, log, settings, start, stop};

/// How a server is to be started. Nothing of it changes a server that already runs.
#[derive(Debug, Clone, Default)]
pub struct StartOptions {
    /// Extensions that the installation must offer, as `vector`. They are not created in any database.
    pub extensions: Vec<String>,
    /// Settings beyond the ones for development, as `("fsync", "off")`; of equal names the last one counts.
    pub settings: Vec<(String, String)>,
    /// How long the server lives.
    pub mode: Mode,
}

/// The cluster of one root folder. Several processes may use it at once: starting and stopping are locked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Embedded {
    root: PathBuf,
}

impl Embedded {
    /// A handle on the cluster of `root`, the folder that holds or will hold `.bulkhead/`. Does nothing yet.
    pub fn at(root: &Path) -> Embedded {
        let absolute = || std::path::absolute(root).unwrap_or_else(|_| root.to_owned());
        Embedded { root: std::fs::canonicalize(root).unwrap_or_else(|_| absolute()) }
    }

    /// Gives the running server, or makes the cluster where there is none and starts it.
    ///
    /// Takes a few milliseconds when it runs, under a second to start it, some seconds to make the cluster.
    ///
    /// # Errors
    /// When the server or an extension is not installed, the disk is full, the data belongs to a version that
    /// is gone, or PostgreSQL does not start; each message says what to do.
    pub fn ensure_started(&self, options: &StartOptions) -> Result<Endpoint, ServerError> {
        if let Some(endpoint) = self.running()? {
            return offers(endpoint, &options.extensions);
        }
        create_state_folder(&self.root)?;
        let _lock = self.lock()?;
        if let Some(endpoint) = self.running()? {
            return offers(endpoint, &options.extensions);
        }
        let user = ServerUser::choose_for(self.place().home())?;
        let place = Place::prepare(&self.root, &user)?;
        if matches!(state::observe(&place)?, State::Busy(_)) {
            // Somebody started it by hand or is stopping it: begin anew rather than guess.
            stop::fast(&place)?;
        }
        let data = place.data();
        let major = state::major_version(&place)?.map(|major| (major, data.as_path()));
        let binaries = find::find(&state_folder(&self.root).join("pg"), &user, &options.extensions, major)?;
        init::ensure(&place, &user, &binaries, settings::durable(&options.settings))?;
        start::start(&place, &user, &binaries, options)
    }

    /// The running server, or `None`. Creates nothing.
    ///
    /// # Errors
    /// [`ServerError::Io`] when its files cannot be read, for instance because another user owns them.
    pub fn running(&self) -> Result<Option<Endpoint>, ServerError> {
        let place = self.place();
        match state::observe(&place)? {
            State::Ready(file) => state::endpoint(&place, &file).map(Some),
            State::Stopped | State::Stale(_) | State::Busy(_) => Ok(None),
        }
    }

    /// Stops the server with a fast shutdown, after a minute with an immediate one. Says whether it ran.
    ///
    /// # Errors
    /// [`ServerError::StopTimeout`], or [`ServerError::Io`] when it belongs to another user.
    pub fn stop(&self) -> Result<bool, ServerError> {
        self.locked(stop::fast).map(|stopped| stopped.unwrap_or(false))
    }

    /// Stops the server as a power cut would, without a checkpoint. Says whether it ran.
    ///
    /// # Errors
    /// As [`Embedded::stop`].
    pub fn stop_immediately(&self) -> Result<bool, ServerError> {
        self.locked(stop::immediate).map(|stopped| stopped.unwrap_or(false))
    }

    /// Stops the server and removes its data, log, password and remembered port.
    ///
    /// # Errors
    /// As [`Embedded::stop`]; [`ServerError::NotOurs`] when the data directory was not made by us.
    pub fn reset(&self) -> Result<(), ServerError> {
        self.locked(|place| stop::fast(place).and_then(|_| init::remove(place))).map(drop)
    }

    /// What is going on. Creates nothing.
    ///
    /// # Errors
    /// [`ServerError::Io`] when its files cannot be read.
    pub fn status(&self) -> Result<Status, ServerError> {
        status::read(&self.place())
    }

    /// Where the server writes its log. The file may not exist yet.
    pub fn log_path(&self) -> PathBuf {
        self.place().log()
    }

    /// The last `lines` lines of the log, of its last 64 KiB at most; empty when there is no log.
    ///
    /// # Errors
    /// [`ServerError::Io`] when the log cannot be read.
    pub fn log_tail(&self, lines: usize) -> Result<String, ServerError> {
        log::since(&self.log_path(), 0).map(|text| log::last_lines(&text, lines))
    }

    fn place(&self) -> Place {
        Place::remembered(&self.root)
    }

    fn lock(&self) -> Result<Lock, ServerError> {
        Lock::acquire(&state_folder(&self.root).join("server.lock"))
    }

    /// Does something to the cluster under the lock; `None` when there never was one.
    fn locked<T>(
        &self,
        act: impl FnOnce(&Place) -> Result<T, ServerError>,
    ) -> Result<Option<T>, ServerError> {
        if !state_folder(&self.root).exists() {
            return Ok(None);
        }
        let _lock = self.lock()?;
        act(&self.place()).map(Some)
    }
}

/// Checks that a running server has the extensions, as far as that can be seen without running a program.
fn offers(endpoint: Endpoint, extensions: &[String]) -> Result<Endpoint, ServerError> {
    let lacks =
        |name: &&String| find::extension_by_layout(&endpoint.binaries, endpoint.version, name) == Some(false);
    let names: Vec<String> = extensions.iter().filter(lacks).cloned().collect();
    if names.is_empty() {
        return Ok(endpoint);
    }
    let version = endpoint.version.to_string();
    Err(ServerError::ExtensionMissing { names, version, directory: endpoint.binaries })
}
