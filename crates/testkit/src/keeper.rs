//! The folder that all test processes of a checkout share, and the process that removes it after the last.
//!
//! In the folder there is a FIFO, the door. Each test process holds it open for writing until it ends, by
//! itself or by `kill -9`; the kernel closes it in any case. The keeper, a small shell script in a session of
//! its own, reads the door and so sees the last user go. It lingers for some seconds, because test runners
//! start many processes one after the other.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::fd::AsRawFd;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant, SystemTime};

use bulkhead_server::place::folder_hash;

const SCRIPT: &str = include_str!("keeper.sh");
/// How long the keeper waits for the next user.
const LINGER_SECONDS: u32 = 3;
/// How long we wait for a keeper that is closing the folder.
const CLOSING: Duration = Duration::from_secs(60);
/// A folder without a keeper that is younger than this may still be getting one.
const ABANDONED: Duration = Duration::from_secs(60);
/// Short, because paths of sockets must be; the same for every environment, because it must be shared.
const TOP: &str = "/tmp";

/// What opening a door says.
enum Knock {
    /// Somebody keeps the folder, and we are in.
    In(File),
    NoKeeper,
    NoDoor,
}

/// The shared folder. It stays as long as this process lives.
pub(crate) fn folder() -> &'static Path {
    static HELD: OnceLock<(PathBuf, File)> = OnceLock::new();
    &HELD.get_or_init(|| enter(&shared_folder(), LINGER_SECONDS)).0
}

/// The root of the checkout that this crate was compiled in.
pub(crate) fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("the crate lies in crates/testkit")
}

/// One folder for each user, checkout and choice of server.
fn shared_folder() -> PathBuf {
    let mut key = workspace().as_os_str().to_owned();
    key.push("\n");
    key.push(std::env::var_os("PG_BIN").unwrap_or_default());
    PathBuf::from(format!("{}{}", prefix(), folder_hash(Path::new(&key))))
}

fn prefix() -> String {
    format!("{TOP}/bulkhead-test-{}-", own_uid())
}

fn own_uid() -> u32 {
    // SAFETY: only reads the credentials of the process.
    unsafe { libc::geteuid() }
}

/// Makes the folder where it is missing, sees to it that it has a keeper, and goes through its door.
fn enter(folder: &Path, linger: u32) -> (PathBuf, File) {
    // One process at a time: whoever comes first makes the folder. A folder can be locked like a file, and
    // the checkout is one that nobody has to remove.
    let lock = File::open(workspace()).or_else(|_| File::open(TOP)).expect("a folder to lock");
    lock.lock().unwrap_or_else(|error| panic!("cannot lock {}: {error}", workspace().display()));
    sweep(folder, linger);
    let begun = Instant::now();
    while begun.elapsed() < CLOSING {
        match (knock(&folder.join("door")), knock(&folder.join("closed"))) {
            (Knock::In(door), _) => return (folder.to_owned(), door),
            (Knock::NoKeeper, _) => start_keeper(folder, linger),
            (Knock::NoDoor, Knock::NoDoor) => make(folder),
            // Its keeper was killed while it closed the folder.
            (Knock::NoDoor, Knock::NoKeeper) => reopen(folder),
            (Knock::NoDoor, Knock::In(_)) => std::thread::sleep(Duration::from_millis(20)),
        }
    }
    panic!("{} is being closed for more than {} s; remove it", folder.display(), CLOSING.as_secs());
}

/// Makes a half-closed folder one that only lacks its keeper. If that fails, the next look tells.
fn reopen(folder: &Path) {
    let _ = fs::rename(folder.join("closed"), folder.join("door"));
}

fn knock(door: &Path) -> Knock {
    let opened = OpenOptions::new().write(true).custom_flags(libc::O_NONBLOCK).open(door);
    match opened.and_then(|mut file| file.write_all(b".").map(|()| file)) {
        Ok(file) => Knock::In(file),
        Err(error) if error.kind() == ErrorKind::NotFound => Knock::NoDoor,
        // Nobody reads: no keeper, or one that ended between our two calls.
        Err(error) if error.raw_os_error() == Some(libc::ENXIO) || error.kind() == ErrorKind::BrokenPipe => {
            Knock::NoKeeper
        }
        Err(error) => panic!("cannot open {}: {error}", door.display()),
    }
}

fn make(folder: &Path) {
    match fs::create_dir(folder) {
        // The server's user must be able to pass through.
        Ok(()) => fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).expect("the folder is new"),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            let found = fs::symlink_metadata(folder).expect("the folder exists");
            assert!(
                found.is_dir() && found.uid() == own_uid(),
                "{} belongs to somebody else",
                folder.display()
            );
        }
        Err(error) => panic!("cannot create {}: {error}", folder.display()),
    }
    let door = folder.join("door");
    let path =
        std::ffi::CString::new(door.as_os_str().as_encoded_bytes()).expect("our path has no zero byte");
    // SAFETY: the path is a valid string that outlives the call.
    let made = unsafe { libc::mkfifo(path.as_ptr(), 0o600) };
    assert_eq!(made, 0, "cannot create {}: {}", door.display(), std::io::Error::last_os_error());
}

fn start_keeper(folder: &Path, linger: u32) {
    run(keeper_command(folder, linger), folder);
}

fn keeper_command(folder: &Path, linger: u32) -> Command {
    let mut keeper = Command::new("/bin/sh");
    keeper.args(["-c", SCRIPT, "bulkhead-test-keeper"]).arg(folder).arg(linger.to_string());
    keeper.stdout(Stdio::null()).stderr(Stdio::null()).current_dir("/");
    // SAFETY: setsid has no memory effects and may be called between fork and exec.
    unsafe {
        keeper.pre_exec(|| {
            // Fails only for a process group leader, which a fresh child is not.
            libc::setsid();
            Ok(())
        });
    }
    keeper
}

/// Starts a keeper with the folder's door as its input.
#[expect(clippy::zombie_processes, reason = "the keeper ends after this process")]
fn run(mut keeper: Command, folder: &Path) {
    // Opened without waiting for a writer, then made to wait when it is read.
    let door = OpenOptions::new().read(true).custom_flags(libc::O_NONBLOCK).open(folder.join("door"));
    let door = door.unwrap_or_else(|error| panic!("cannot open the door of {}: {error}", folder.display()));
    // SAFETY: changes a flag of a descriptor that is ours.
    let cleared = unsafe { libc::fcntl(door.as_raw_fd(), libc::F_SETFL, 0) };
    assert_eq!(cleared, 0, "cannot clear O_NONBLOCK: {}", std::io::Error::last_os_error());
    keeper.stdin(door);
    keeper.spawn().unwrap_or_else(|error| panic!("cannot start the keeper of {}: {error}", folder.display()));
}

/// Gives a keeper to folders whose keeper was killed, so that they go away: of other checkouts, since our own
/// gets one anyway.
fn sweep(own: &Path, linger: u32) {
    let prefix = prefix();
    let Ok(entries) = fs::read_dir(TOP) else { return };
    for path in entries.flatten().map(|entry| entry.path()).filter(|path| path != own) {
        let is_old = || {
            let changed = fs::symlink_metadata(&path).and_then(|metadata| metadata.modified());
            changed.is_ok_and(|when| SystemTime::now().duration_since(when).is_ok_and(|age| age > ABANDONED))
        };
        if !path.to_string_lossy().starts_with(&prefix) || !is_old() {
            continue;
        }
        if path.to_string_lossy().contains(".gone.") {
            // Another process may be removing it too.
            let _ = fs::remove_dir_all(&path);
            continue;
        }
        if matches!(knock(&path.join("closed")), Knock::NoKeeper) {
            reopen(&path);
        }
        if matches!(knock(&path.join("door")), Knock::NoKeeper) {
            start_keeper(&path, linger);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bulkhead_server::{Embedded, Mode};

    /// A folder of its own for each test. Its keeper removes it.
    fn test_folder(name: &str) -> PathBuf {
        PathBuf::from(format!("{TOP}/bulkhead-keeper-{}-{name}", std::process::id()))
    }

    fn gone(folder: &Path) -> bool {
        let begun = Instant::now();
        while folder.exists() && begun.elapsed() < Duration::from_secs(30) {
            std::thread::sleep(Duration::from_millis(50));
        }
        !folder.exists()
    }

    /// The process numbers of shells that keep `folder`.
    fn keepers(folder: &Path) -> Vec<i32> {
        let folder = folder.to_string_lossy().into_owned();
        let numbers = fs::read_dir("/proc").unwrap().flatten();
        numbers
            .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
            .filter(|pid| {
                let line = fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
                let words: Vec<_> = line.split(|byte| *byte == 0).collect();
                // SAFETY: only asks. What the shell forks looks like it, but does not lead a session.
                let leads = unsafe { libc::getsid(*pid) } == *pid;
                leads && words.first() == Some(&b"/bin/sh".as_slice()) && words.contains(&folder.as_bytes())
            })
            .collect()
    }

    #[test]
    fn the_folder_goes_after_the_last_user() {
        let folder = test_folder("last");
        let (_, first) = enter(&folder, 1);
        let (_, second) = enter(&folder, 1);
        drop(first);
        std::thread::sleep(Duration::from_secs(4));
        assert!(folder.join("door").exists(), "one user is still in");
        drop(second);
        assert!(gone(&folder));
    }

    #[test]
    fn users_that_come_one_after_the_other_share_one_folder() {
        let folder = test_folder("stream");
        drop(enter(&folder, 2));
        fs::write(folder.join("mark"), "").unwrap();
        for _ in 0..6 {
            std::thread::sleep(Duration::from_millis(700));
            drop(enter(&folder, 2));
            assert!(folder.join("mark").exists(), "the folder was made anew");
        }
        assert!(gone(&folder));
    }

    #[test]
    fn a_user_that_comes_while_the_folder_is_closed_finds_a_good_one() {
        let folder = test_folder("closing");
        drop(enter(&folder, 0));
        let begun = Instant::now();
        // With no lingering the keeper closes the door again and again; every entry must hold all the same.
        while begun.elapsed() < Duration::from_secs(6) {
            let (_, held) = enter(&folder, 0);
            std::thread::sleep(Duration::from_millis(300));
            assert!(folder.join("door").exists() || folder.join("closed").exists());
            drop(held);
            std::thread::sleep(Duration::from_millis(200));
        }
        assert!(gone(&folder));
    }

    #[test]
    fn a_user_that_slips_in_while_the_door_is_closed_keeps_the_folder() {
        let folder = test_folder("slip");
        make(&folder);
        // The first `mv` lets a user through the door, who stays for some seconds, and only then closes it.
        let programs = tempfile::tempdir().unwrap();
        let slow_mv = "#!/bin/sh\n[ -e \"$0.once\" ] || { >\"$0.once\"; sleep 6 >\"$1\" & sleep 0.3; }\nexec /bin/mv \"$@\"\n";
        let program = programs.path().join("mv");
        fs::write(&program, slow_mv).unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        let path = format!("{}:{}", programs.path().display(), std::env::var("PATH").unwrap());
        let mut keeper = keeper_command(&folder, 0);
        keeper.env("PATH", path);
        run(keeper, &folder);
        std::thread::sleep(Duration::from_secs(4));
        assert!(folder.join("door").exists(), "the door is open again");
        assert!(gone(&folder), "the folder goes after that user");
    }

    #[test]
    fn a_killed_keeper_is_replaced_also_while_it_closes_the_folder() {
        let folder = test_folder("killed");
        let (_, first) = enter(&folder, 1);
        let old = keepers(&folder);
        assert_eq!(old.len(), 1);
        // SAFETY: kill has no memory effects.
        unsafe { libc::kill(old[0], libc::SIGKILL) };
        fs::rename(folder.join("door"), folder.join("closed")).unwrap();
        drop(first);
        std::thread::sleep(Duration::from_millis(200));
        let (_, second) = enter(&folder, 1);
        assert_ne!(keepers(&folder), old);
        drop(second);
        assert!(gone(&folder));
    }

    #[test]
    fn servers_in_the_folder_are_stopped_before_it_goes() {
        let folder = test_folder("server");
        let (_, held) = enter(&folder, 1);
        let server = Embedded::at(&folder);
        server.ensure_started(&crate::settings::options(Mode::Daemon, &[])).unwrap();
        let pid = server.status().unwrap().pid.unwrap();
        drop(held);
        assert!(gone(&folder));
        let alive = fs::read_to_string(format!("/proc/{pid}/stat")).is_ok_and(|stat| !stat.contains(") Z "));
        assert!(!alive, "the server outlived its folder");
    }
}
