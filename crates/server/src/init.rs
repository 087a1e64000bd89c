//! Making the data directory. `initdb` works in a folder beside it, which is renamed when it is complete, so
//! that a data directory is there in full or not at all. Leftovers of killed runs are removed.

use std::ffi::CStr;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::endpoint::SUPERUSER;
use crate::error::ServerError;
use crate::find::Binaries;
use crate::log;
use crate::place::{Place, private_folder, write_private};
use crate::process;
use crate::settings;
use crate::spawn::{Mode, spawn};
use crate::user::ServerUser;

/// A file in the data directory that says that we made it, and that it is complete.
const MARKER: &str = "bulkhead.cluster";

/// Makes the data directory unless it is there.
pub(crate) fn ensure(
    place: &Place,
    user: &ServerUser,
    binaries: &Binaries,
    durable: bool,
) -> Result<(), ServerError> {
    sweep(place)?;
    let data = place.data();
    if is_ours(&data)? {
        return Ok(());
    }
    let half = place.home().join(format!("data.new.{}", std::process::id()));
    let made = fill(&half, place, user, binaries, durable);
    let made = made.and_then(|()| fs::rename(&half, &data).map_err(ServerError::io("rename", &half)));
    if made.is_err() {
        // The error at hand says more than one from cleaning up; the next start sweeps again.
        let _ = fs::remove_dir_all(&half);
    }
    made
}

/// Gives up the data of a stopped cluster, and everything else in its home.
pub(crate) fn remove(place: &Place) -> Result<(), ServerError> {
    let data = place.data();
    if is_ours(&data)? {
        let old = place.home().join(format!("data.old.{}", std::process::id()));
        fs::rename(&data, &old).map_err(ServerError::io("rename", &data))?;
    }
    sweep(place)?;
    for file in [place.port(), place.password(), place.log(), place.log().with_extension("log.old")] {
        remove_if_there(fs::remove_file(&file), &file)?;
    }
    let sockets = place.socket_directory();
    remove_if_there(fs::remove_dir_all(&sockets), &sockets)?;
    // The home itself may hold files of others, so it goes only when it is empty.
    let _ = fs::remove_dir(place.home());
    Ok(())
}

/// Marks a complete data directory as ours.
pub(crate) fn mark(data: &Path, user: &ServerUser) -> Result<(), ServerError> {
    write_private(&data.join(MARKER), "1\n", user)
}

/// Whether `data` is a complete data directory of ours. An empty folder counts as none.
fn is_ours(data: &Path) -> Result<bool, ServerError> {
    if data.join(MARKER).exists() {
        return Ok(true);
    }
    match fs::read_dir(data) {
        Ok(mut entries) => {
            if entries.next().is_some() {
                let why = format!("it is a data directory without the file {MARKER}");
                return Err(ServerError::NotOurs { path: data.to_owned(), why });
            }
            fs::remove_dir(data).map_err(ServerError::io("remove", data))?;
            Ok(false)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(ServerError::io("read", data)(error)),
    }
}

/// Removes data directories that were being made or removed when their process died.
fn sweep(place: &Place) -> Result<(), ServerError> {
    let entries = match fs::read_dir(place.home()) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(ServerError::io("read", place.home())(error)),
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with("data.new.") || name.starts_with("data.old.") {
            remove_folder(&entry.path())?;
        }
    }
    Ok(())
}

/// Removes a folder into which a dying initdb may still write.
pub(crate) fn remove_folder(folder: &Path) -> Result<(), ServerError> {
    let mut result = Ok(());
    process::wait_until(Duration::from_secs(5), || {
        result = remove_if_there(fs::remove_dir_all(folder), folder);
        result.is_ok()
    });
    result
}

fn fill(
    half: &Path,
    place: &Place,
    user: &ServerUser,
    binaries: &Binaries,
    durable: bool,
) -> Result<(), ServerError> {
    private_folder(half, user)?;
    let password = place.password();
    write_private(&password, &format!("{}\n", new_password()?), user)?;
    let mut initdb = Command::new(binaries.directory.join("initdb"));
    initdb
        .arg("--pgdata")
        .arg(half)
        .arg("--pwfile")
        .arg(&password)
        .args(["--username", SUPERUSER, "--encoding", "UTF8", "--locale", locale()])
        .args(["--auth-local", "trust", "--auth-host", "scram-sha-256", "--no-instructions"]);
    if !durable {
        initdb.arg("--no-sync");
    }
    initdb.current_dir(place.home());
    clean_environment(&mut initdb);
    run(initdb, place, user)?;
    include_settings(half)?;
    mark(half, user)
}

/// Takes away variables of the caller's PostgreSQL client, and makes messages English so that we can read them.
pub(crate) fn clean_environment(command: &mut Command) {
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("PG") {
            command.env_remove(name);
        }
    }
    command.env("LC_ALL", "C");
}

/// Runs initdb so that it ends with us: it would go on writing where the next start cleans up.
fn run(initdb: Command, place: &Place, user: &ServerUser) -> Result<(), ServerError> {
    let program = PathBuf::from(initdb.get_program());
    let log = place.home().join("initdb.log");
    write_private(&log, "", user)?;
    let status = spawn(initdb, user, Mode::Child, &log).map_err(ServerError::io("run", &program))?.wait();
    let said = log::since(&log, 0)?;
    fs::remove_file(&log).map_err(ServerError::io("remove", &log))?;
    let data = place.data();
    if status.success() {
        Ok(())
    } else if log::cause(&said) == log::Cause::DiskFull {
        Err(ServerError::DiskFull { path: data, doing: "initdb made the cluster".to_owned() })
    } else {
        Err(ServerError::InitFailed { data, output: log::last_lines(&said, 20) })
    }
}

fn include_settings(data: &Path) -> Result<(), ServerError> {
    let path: PathBuf = data.join("postgresql.conf");
    let mut file = fs::File::options().append(true).open(&path).map_err(ServerError::io("open", &path))?;
    io::Write::write_all(&mut file, settings::INCLUDE.as_bytes()).map_err(ServerError::io("write", &path))
}

/// `C.UTF-8` where the system has it; plain `C` sorts the same, but knows letters of ASCII only.
fn locale() -> &'static str {
    const WANTED: &CStr = c"C.UTF-8";
    // SAFETY: newlocale makes a locale object from a valid name or fails; what it made is freed once.
    unsafe {
        let made = libc::newlocale(libc::LC_ALL_MASK, WANTED.as_ptr(), std::ptr::null_mut());
        if made.is_null() {
            return "C";
        }
        libc::freelocale(made);
    }
    "C.UTF-8"
}

/// 32 hexadecimal digits from the system's random numbers.
fn new_password() -> Result<String, ServerError> {
    let source = Path::new("/dev/urandom");
    let mut bytes = [0_u8; 16];
    fs::File::open(source)
        .and_then(|mut file| file.read_exact(&mut bytes))
        .map_err(ServerError::io("read", source))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn remove_if_there(result: io::Result<()>, path: &Path) -> Result<(), ServerError> {
    match result {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(ServerError::io("remove", path)(error)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_foreign_data_directory_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        fs::create_dir(&data).unwrap();
        fs::write(data.join("PG_VERSION"), "15\n").unwrap();
        let error = is_ours(&data).unwrap_err().to_string();
        assert!(error.contains("bulkhead.cluster"), "{error}");
        assert!(data.join("PG_VERSION").exists());
    }

    #[test]
    fn an_empty_folder_is_no_data_directory() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        fs::create_dir(&data).unwrap();
        assert!(!is_ours(&data).unwrap());
        assert!(!data.exists());
    }

    #[test]
    fn passwords_are_long_and_differ() {
        let (one, other) = (new_password().unwrap(), new_password().unwrap());
        assert_eq!(one.len(), 32);
        assert_ne!(one, other);
    }
}
