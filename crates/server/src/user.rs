//! Who the server runs as. PostgreSQL refuses to run as root, so a process of root drops to another user
//! in the child; anybody else runs the server as themselves.

use std::ffi::CString;
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use crate::error::ServerError;

/// Users that root drops to, the first that exists.
const UNPRIVILEGED: [&str; 4] = ["postgres", "_postgres", "nobody", "daemon"];

/// The operating system user that owns the cluster's files and runs its processes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServerUser {
    uid: u32,
    gid: u32,
    switch: bool,
}

impl ServerUser {
    /// The current user; for root the first existing one of `postgres`, `_postgres`, `nobody`, `daemon`.
    ///
    /// # Errors
    /// [`ServerError::NoUnprivilegedUser`] when root finds none of them.
    pub fn choose() -> Result<ServerUser, ServerError> {
        let (uid, gid) = current();
        if uid != 0 {
            return Ok(ServerUser { uid, gid, switch: false });
        }
        first_unprivileged(&UNPRIVILEGED)
    }

    /// As [`ServerUser::choose`], but root keeps the user that already owns `home`.
    pub(crate) fn choose_for(home: &Path) -> Result<ServerUser, ServerError> {
        match std::fs::metadata(home) {
            Ok(found) if found.uid() != 0 && current().0 == 0 => {
                Ok(ServerUser { uid: found.uid(), gid: found.gid(), switch: true })
            }
            _ => ServerUser::choose(),
        }
    }

    /// Makes `command` run as this user, with this user's group only.
    pub fn apply(&self, command: &mut Command) {
        if self.switch {
            // With a user id given, the standard library clears the supplementary groups of root first.
            command.gid(self.gid).uid(self.uid);
        }
    }

    /// Gives a file or folder to this user. Does nothing when we are that user.
    ///
    /// # Errors
    /// [`ServerError::Io`] when the owner cannot be changed.
    pub fn own(&self, path: &Path) -> Result<(), ServerError> {
        if self.switch {
            std::os::unix::fs::lchown(path, Some(self.uid), Some(self.gid))
                .map_err(ServerError::io("change the owner of", path))?;
        }
        Ok(())
    }

    /// Whether this user can enter `directory`: tried for real, so that access lists count too.
    pub(crate) fn can_enter(&self, directory: &Path) -> bool {
        if !self.switch {
            return true;
        }
        let mut probe = Command::new("/bin/sh");
        probe.args(["-c", "exit 0"]).current_dir(directory);
        self.apply(&mut probe);
        probe.status().is_ok_and(|status| status.success())
    }

    /// The user's numeric id.
    pub fn uid(&self) -> u32 {
        self.uid
    }
}

/// Effective user and group of this process.
pub(crate) fn current() -> (u32, u32) {
    // SAFETY: both calls only read the credentials of the process and cannot fail.
    unsafe { (libc::geteuid(), libc::getegid()) }
}

fn first_unprivileged(names: &[&str]) -> Result<ServerUser, ServerError> {
    names
        .iter()
        .find_map(|name| look_up(name))
        .filter(|(uid, _)| *uid != 0)
        .map(|(uid, gid)| ServerUser { uid, gid, switch: true })
        .ok_or_else(|| ServerError::NoUnprivilegedUser {
            tried: names.iter().map(ToString::to_string).collect(),
        })
}

fn look_up(name: &str) -> Option<(u32, u32)> {
    let name = CString::new(name).ok()?;
    let mut buffer = vec![0; 16 * 1024];
    let mut result = std::ptr::null_mut();
    // SAFETY: `entry` is plain data that the call fills; all pointers outlive it, and `buffer` has the given length.
    let entry = unsafe {
        let mut entry: libc::passwd = std::mem::zeroed();
        libc::getpwnam_r(name.as_ptr(), &raw mut entry, buffer.as_mut_ptr(), buffer.len(), &raw mut result);
        entry
    };
    (!result.is_null()).then_some((entry.pw_uid, entry.pw_gid))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn root_exists_and_is_number_zero() {
        assert_eq!(look_up("root").map(|(uid, _)| uid), Some(0));
        assert_eq!(look_up("no-such-user-here"), None);
    }

    #[test]
    fn a_machine_without_any_suitable_user_is_told_which_were_tried() {
        let error = first_unprivileged(&["no-such-user-here"]).unwrap_err().to_string();
        assert!(error.contains("no-such-user-here") && error.contains("useradd"), "{error}");
    }

    #[test]
    fn root_is_never_accepted_as_the_server_user() {
        assert!(first_unprivileged(&["root"]).is_err());
    }

    #[test]
    fn a_process_of_root_becomes_another_user_without_groups_of_root() {
        let user = ServerUser::choose().unwrap();
        let mut command = Command::new("id");
        command.arg("-u");
        user.apply(&mut command);
        let uid = String::from_utf8(command.output().unwrap().stdout).unwrap();
        assert_eq!(uid.trim(), user.uid().to_string());
        assert_ne!(uid.trim(), "0");
        let mut command = Command::new("id");
        command.arg("-G");
        user.apply(&mut command);
        let groups = String::from_utf8(command.output().unwrap().stdout).unwrap();
        assert!(!groups.split_whitespace().any(|group| group == "0"), "{groups}");
    }
}
