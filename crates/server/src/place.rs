//! Where a cluster lives. Usually in `.bulkhead/server/` of its project. When the server runs as another
//! user who cannot reach that folder (a project below /root), it lives in /var/lib or /tmp instead, and
//! `.bulkhead/cluster` remembers where.

use std::fs;
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use crate::error::ServerError;
use crate::user::{self, ServerUser};

/// The longest path of a Unix socket, in bytes without the closing zero: 107 on Linux, 103 on macOS.
const LONGEST_SOCKET_PATH: usize = if cfg!(target_os = "linux") { 107 } else { 103 };
/// The longest name that a server gives its socket.
const LONGEST_SOCKET_NAME: &str = "/.s.PGSQL.65535";

/// The files of one cluster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    home: PathBuf,
}

impl Place {
    /// Where the cluster of `root` is or would be. Creates nothing.
    pub(crate) fn remembered(root: &Path) -> Place {
        Place { home: remembered_home(root).unwrap_or_else(|| state_folder(root).join("server")) }
    }

    /// Chooses and creates the folder of the cluster of `root`, owned by the user that runs the server.
    pub(crate) fn prepare(root: &Path, user: &ServerUser) -> Result<Place, ServerError> {
        let usual = state_folder(root).join("server");
        let home = match remembered_home(root) {
            Some(home) => home,
            None if usual.join("data").exists() || reachable(&state_folder(root), user) => usual,
            None => elsewhere(root, user)?,
        };
        private_folder(&home, user)?;
        if !user.can_enter(&home) {
            let why = "the user that runs the server cannot enter it".to_owned();
            return Err(ServerError::NotOurs { path: home, why });
        }
        Ok(Place { home })
    }

    /// The folder of everything below.
    pub(crate) fn home(&self) -> &Path {
        &self.home
    }

    /// The data directory.
    pub(crate) fn data(&self) -> PathBuf {
        self.home.join("data")
    }

    /// What the server writes to its standard error.
    pub(crate) fn log(&self) -> PathBuf {
        self.home.join("postgresql.log")
    }

    /// The superuser's password for connections over TCP.
    pub(crate) fn password(&self) -> PathBuf {
        self.home.join("password")
    }

    /// The port used last time.
    pub(crate) fn port(&self) -> PathBuf {
        self.home.join("port")
    }

    /// The folder for the Unix socket: beside the data, or a short one where that path would be too long.
    pub(crate) fn socket_directory(&self) -> PathBuf {
        let usual = self.home.join("sockets");
        if fits_a_socket(&usual) {
            return usual;
        }
        let (uid, _) = user::current();
        PathBuf::from(format!("/tmp/bulkhead-sockets-{uid}-{}", folder_hash(&self.home)))
    }
}

/// `.bulkhead/` of a project.
pub(crate) fn state_folder(root: &Path) -> PathBuf {
    root.join(".bulkhead")
}

/// Creates `.bulkhead/`, hidden from Git.
///
/// # Errors
/// [`ServerError::Io`] when it cannot be written.
pub fn create_state_folder(root: &Path) -> Result<PathBuf, ServerError> {
    let folder = state_folder(root);
    match fs::create_dir(&folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
            return Err(ServerError::io("create", &folder)(error));
        }
        _ => {}
    }
    let ignore = folder.join(".gitignore");
    if !ignore.exists() {
        fs::write(&ignore, "*\n").map_err(ServerError::io("write", &ignore))?;
    }
    Ok(folder)
}

/// A short name for a folder that stays the same from run to run: 16 hexadecimal digits (FNV-1a of its path).
pub fn folder_hash(folder: &Path) -> String {
    let hash = folder.as_os_str().as_encoded_bytes().iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{hash:016x}")
}

/// Makes sure that `folder` exists, belongs to `user` and is closed to everybody else.
///
/// # Errors
/// [`ServerError::NotOurs`] when something else is there, such as a link or another user's folder.
pub fn private_folder(folder: &Path, user: &ServerUser) -> Result<(), ServerError> {
    match fs::DirBuilder::new().mode(0o700).create(folder) {
        Ok(()) => return user.own(folder),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(ServerError::io("create", folder)(error)),
    }
    let found = fs::symlink_metadata(folder).map_err(ServerError::io("read", folder))?;
    let refuse = |why: String| Err(ServerError::NotOurs { path: folder.to_owned(), why });
    if !found.is_dir() {
        return refuse("it is not a folder".to_owned());
    }
    if found.uid() != user.uid() && found.uid() != user::current().0 {
        return refuse(format!("it belongs to user number {}", found.uid()));
    }
    if found.mode() & 0o077 != 0 {
        fs::set_permissions(folder, std::os::unix::fs::PermissionsExt::from_mode(0o700))
            .map_err(ServerError::io("close", folder))?;
    }
    user.own(folder)
}

/// Writes a file that only `user` can read.
pub(crate) fn write_private(path: &Path, text: &str, user: &ServerUser) -> Result<(), ServerError> {
    let mut file = fs::File::options()
        .create(true)
        .truncate(true)
        .write(true)
        .mode(0o600)
        .open(path)
        .map_err(ServerError::io("write", path))?;
    file.write_all(text.as_bytes()).map_err(ServerError::io("write", path))?;
    user.own(path)
}

fn fits_a_socket(directory: &Path) -> bool {
    directory.as_os_str().len() + LONGEST_SOCKET_NAME.len() <= LONGEST_SOCKET_PATH
}

fn reachable(folder: &Path, user: &ServerUser) -> bool {
    user.can_enter(folder)
}

/// Reads `.bulkhead/cluster`: the folder of the cluster, then the project it was made for. A copied project
/// must not take over the cluster of its original; a moved one keeps its own.
fn remembered_home(root: &Path) -> Option<PathBuf> {
    let text = fs::read_to_string(state_folder(root).join("cluster")).ok()?;
    let mut lines = text.lines();
    let home = PathBuf::from(lines.next()?);
    let made_for = PathBuf::from(lines.next()?);
    (made_for == root || !made_for.exists()).then_some(home)
}

/// Picks a folder outside the project that `user` can reach, and remembers it.
fn elsewhere(root: &Path, user: &ServerUser) -> Result<PathBuf, ServerError> {
    let hash = folder_hash(root);
    let in_var = Path::new("/var/lib/bulkhead");
    let home = match fs::create_dir(in_var) {
        Ok(()) => in_var.join(&hash),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && user.can_enter(in_var) => {
            in_var.join(&hash)
        }
        Err(_) => PathBuf::from(format!("/tmp/bulkhead-{}-{hash}", user::current().0)),
    };
    let note = state_folder(root).join("cluster");
    fs::write(&note, format!("{}\n{}\n", home.display(), root.display()))
        .map_err(ServerError::io("write", &note))?;
    Ok(home)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_short_home_keeps_its_socket_beside_the_data() {
        let place = Place { home: PathBuf::from("/srv/app/.bulkhead/server") };
        assert_eq!(place.socket_directory(), Path::new("/srv/app/.bulkhead/server/sockets"));
    }

    #[test]
    fn a_long_home_moves_its_socket_to_a_short_folder() {
        let deep = format!("/srv/{}", "folder/".repeat(20));
        let place = Place { home: PathBuf::from(deep) };
        let sockets = place.socket_directory();
        assert!(sockets.starts_with("/tmp") && fits_a_socket(&sockets), "{}", sockets.display());
        let other = Place { home: PathBuf::from(format!("/srv/{}", "folder/".repeat(21))) };
        assert_ne!(sockets, other.socket_directory());
    }

    #[test]
    fn the_longest_socket_path_is_just_allowed() {
        let room = LONGEST_SOCKET_PATH - LONGEST_SOCKET_NAME.len();
        let exact = format!("/{}", "x".repeat(room - 1));
        assert!(fits_a_socket(Path::new(&exact)));
        assert!(!fits_a_socket(Path::new(&format!("{exact}x"))));
    }

    #[test]
    fn a_folder_hash_never_changes() {
        assert_eq!(folder_hash(Path::new("")), "cbf29ce484222325");
        assert_eq!(folder_hash(Path::new("a")), "af63dc4c8601ec8c");
    }

    #[test]
    fn a_copied_project_does_not_take_over_the_cluster_of_its_original() {
        let folder = tempfile::tempdir().unwrap();
        let (original, copy) = (folder.path().join("original"), folder.path().join("copy"));
        for root in [&original, &copy] {
            fs::create_dir_all(state_folder(root)).unwrap();
            let note = format!("/var/lib/bulkhead/1\n{}\n", original.display());
            fs::write(state_folder(root).join("cluster"), note).unwrap();
        }
        assert_eq!(Place::remembered(&original).home(), Path::new("/var/lib/bulkhead/1"));
        assert_eq!(Place::remembered(&copy).home(), copy.join(".bulkhead/server"));
        fs::remove_dir_all(&original).unwrap();
        assert_eq!(Place::remembered(&copy).home(), Path::new("/var/lib/bulkhead/1"), "moved, not copied");
    }

    #[test]
    fn a_link_in_place_of_our_folder_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let link = folder.path().join("link");
        std::os::unix::fs::symlink("/etc", &link).unwrap();
        let error = private_folder(&link, &ServerUser::choose().unwrap()).unwrap_err().to_string();
        assert!(error.contains("not a folder"), "{error}");
    }

    #[test]
    fn an_open_folder_of_ours_is_closed_to_others() {
        let folder = tempfile::tempdir().unwrap();
        let open = folder.path().join("open");
        fs::create_dir(&open).unwrap();
        fs::set_permissions(&open, fs::Permissions::from_mode(0o755)).unwrap();
        private_folder(&open, &ServerUser::choose().unwrap()).unwrap();
        assert_eq!(fs::metadata(&open).unwrap().mode() & 0o777, 0o700);
    }

    #[test]
    fn git_does_not_see_the_state_folder() {
        let folder = tempfile::tempdir().unwrap();
        let state = create_state_folder(folder.path()).unwrap();
        create_state_folder(folder.path()).unwrap();
        assert_eq!(fs::read_to_string(state.join(".gitignore")).unwrap(), "*\n");
    }
}
