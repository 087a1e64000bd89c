//! A server for a restored copy: its own folder, its own socket, no TCP, and nothing that acts on the outside world.
//!
//! The data directory comes from elsewhere, a restored backup, or is made empty. Its configuration files are replaced:
//! those of the source may preload libraries that run jobs, archive WAL or name files that are not here.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::embedded::StartOptions;
use crate::endpoint::Endpoint;
use crate::error::ServerError;
use crate::find::{self, Binaries};
use crate::init;
use crate::place::{Place, create_state_folder, private_folder, state_folder, write_private};
use crate::settings;
use crate::start::{self, Waiting};
use crate::stop;
use crate::user::ServerUser;

/// Who may connect: whoever reaches the socket, and only its owner and root do.
const ACCESS: &str = "local all all trust\n";

/// The settings of `postgresql.auto.conf` that a copy keeps: how a restore tool wants recovery to go.
const KEPT: [&str; 2] = ["restore_command", "recovery_target"];

/// The private server of a copy, below one folder. Clones are handles on the same server.
#[derive(Clone, Debug)]
pub struct PrivateCopy {
    place: Place,
    user: ServerUser,
    private: PathBuf,
}

impl PrivateCopy {
    /// Makes an empty place below `root`, where an earlier copy is stopped and removed. `private` is the folder of
    /// private PostgreSQL installations, as `.bulkhead/pg`.
    ///
    /// # Errors
    /// When the folder cannot be made or belongs to somebody else.
    pub fn prepare(root: &Path, private: &Path) -> Result<PrivateCopy, ServerError> {
        fs::create_dir_all(root).map_err(ServerError::io("create", root))?;
        let root = fs::canonicalize(root).map_err(ServerError::io("find", root))?;
        create_state_folder(&root)?;
        let user = ServerUser::choose()?;
        let place = Place::prepare(&root, &user)?;
        let copy = PrivateCopy { place, user, private: private.to_owned() };
        copy.remove()?;
        private_folder(copy.place.home(), &copy.user)?;
        Ok(copy)
    }

    /// Where the data directory goes. It does not exist until somebody fills it.
    pub fn data(&self) -> PathBuf {
        self.place.data()
    }

    /// A folder beside the data for other things of the copy. It is removed with the copy.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn folder(&self, name: &str) -> Result<PathBuf, ServerError> {
        let folder = self.place.home().join(name);
        private_folder(&folder, &self.user)?;
        Ok(folder)
    }

    /// Who owns the files and runs the server.
    pub fn user(&self) -> &ServerUser {
        &self.user
    }

    /// The installation of a major version that has the extensions; without `major` the newest.
    ///
    /// # Errors
    /// As [`find::find`].
    pub fn binaries(&self, major: Option<u32>, extensions: &[String]) -> Result<Binaries, ServerError> {
        let data = self.data();
        find::find(&self.private, &self.user, extensions, major.map(|major| (major, data.as_path())))
    }

    /// Gives everything in the data directory to the server's user and closes it to others.
    ///
    /// # Errors
    /// When an owner cannot be changed.
    pub fn own(&self, folder: &Path) -> Result<(), ServerError> {
        private_folder(folder, &self.user)?;
        own_below(folder, &self.user)
    }

    /// Replaces the configuration of a restored data directory. Call it before [`PrivateCopy::start`].
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn configure(&self) -> Result<(), ServerError> {
        let data = self.data();
        let automatic = data.join("postgresql.auto.conf");
        let text = fs::read_to_string(&automatic).unwrap_or_default();
        write_private(&automatic, &kept(&text), &self.user)?;
        write_private(&data.join("postgresql.conf"), settings::INCLUDE, &self.user)?;
        write_private(&data.join("pg_hba.conf"), ACCESS, &self.user)?;
        write_private(&data.join("pg_ident.conf"), "", &self.user)?;
        for left in ["postmaster.pid", "postmaster.opts", "standby.signal"] {
            // Missing is what we want.
            let _ = fs::remove_file(data.join(left));
        }
        init::mark(&data, &self.user)
    }

    /// Makes an empty cluster, for a logical restore.
    ///
    /// # Errors
    /// When `initdb` fails.
    pub fn make_empty(&self, binaries: &Binaries) -> Result<(), ServerError> {
        init::ensure(&self.place, &self.user, binaries, false)
    }

    /// Starts the server and waits as long as `go_on` says, for recovery has no natural limit.
    ///
    /// # Errors
    /// When it ends before it takes connections; the message holds the end of its log.
    pub fn start(
        &self,
        binaries: &Binaries,
        options: &StartOptions,
        go_on: &dyn Fn() -> bool,
    ) -> Result<Endpoint, ServerError> {
        start::start_waiting(&self.place, &self.user, binaries, options, Waiting::While(go_on))
    }

    /// Runs a program as the server's user, in the copy's folder and without our PostgreSQL variables.
    pub fn prepare_command(&self, command: &mut Command) {
        init::clean_environment(command);
        command.current_dir(self.place.home());
        self.user.apply(command);
    }

    /// Where the server writes its log.
    pub fn log_path(&self) -> PathBuf {
        self.place.log()
    }

    /// Stops the server without a checkpoint and removes every file of the copy.
    ///
    /// # Errors
    /// When it cannot be stopped or removed.
    pub fn remove(&self) -> Result<(), ServerError> {
        let home = self.place.home();
        if home.join("data").exists() {
            stop::immediate(&self.place)?;
            stop::clear_dead(&self.place)?;
        }
        let sockets = self.place.socket_directory();
        for folder in [home, sockets.as_path()] {
            init::remove_folder(folder)?;
        }
        Ok(())
    }
}

/// Gives a tree to the user; links are given themselves, not what they point to.
fn own_below(folder: &Path, user: &ServerUser) -> Result<(), ServerError> {
    for entry in fs::read_dir(folder).map_err(ServerError::io("read", folder))? {
        let path = entry.map_err(ServerError::io("read", folder))?.path();
        user.own(&path)?;
        if fs::symlink_metadata(&path).is_ok_and(|found| found.is_dir()) {
            own_below(&path, user)?;
        }
    }
    Ok(())
}

/// The lines of `postgresql.auto.conf` that a copy keeps.
fn kept(text: &str) -> String {
    let keep = |line: &&str| KEPT.iter().any(|name| line.trim_start().starts_with(name));
    text.lines().filter(keep).map(|line| format!("{line}\n")).collect()
}

/// The folder of private installations of a project.
pub fn private_installations(root: &Path) -> PathBuf {
    state_folder(root).join("pg")
}

#[cfg(test)]
mod tests {
    use super::kept;

    #[test]
    fn a_copy_keeps_how_to_recover_and_nothing_that_acts_outside() {
        let text = "# by hand\nshared_preload_libraries = 'pg_cron'\narchive_command = 'cp %p /a/%f'\n\
                    restore_command = 'cp /a/%f \"%p\"'\nrecovery_target_time = 'now'\nprimary_conninfo = 'x'\n";
        assert_eq!(kept(text), "restore_command = 'cp /a/%f \"%p\"'\nrecovery_target_time = 'now'\n");
    }
}
