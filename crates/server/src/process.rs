//! Looking at and signalling processes by number, without taking a stranger for our server.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How a process is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Life {
    Gone,
    /// Ended, but its parent has not yet asked for its status.
    Zombie,
    Alive,
}

/// Says whether process `pid` exists.
pub(crate) fn life(pid: i32) -> Life {
    // SAFETY: signal 0 only checks that the process exists.
    let answer = unsafe { libc::kill(pid, 0) };
    if answer != 0 && std::io::Error::last_os_error().raw_os_error() == Some(libc::ESRCH) {
        return Life::Gone;
    }
    if stat_letter(pid) == Some('Z') { Life::Zombie } else { Life::Alive }
}

/// Whether process `pid` is a postmaster or backend of the data directory `data`.
///
/// A server works in its data directory, which Linux shows; elsewhere `ps` shows the `-D` argument.
pub(crate) fn serves(pid: i32, data: &Path) -> bool {
    let proc = PathBuf::from(format!("/proc/{pid}"));
    if !Path::new("/proc/self/stat").exists() {
        return command_line(pid).is_some_and(|line| line.contains(&*data.to_string_lossy()));
    }
    match std::fs::read_link(proc.join("cwd")) {
        Ok(directory) => same_directory(&directory, data),
        // Another user's process hides its directory, but not its name.
        Err(error) if error.kind() == std::io::ErrorKind::PermissionDenied => {
            std::fs::read_to_string(proc.join("comm")).is_ok_and(|name| name.trim() == "postgres")
        }
        Err(_) => false,
    }
}

/// Server processes of `data` whatever their parent: after the postmaster was killed, busy backends live on.
/// Linux only; elsewhere the list is empty and PostgreSQL itself refuses to start until they are gone.
pub(crate) fn all_serving(data: &Path) -> Vec<i32> {
    let Ok(entries) = std::fs::read_dir("/proc") else { return Vec::new() };
    let numbers = entries.flatten().filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    numbers
        .filter(|pid| {
            std::fs::read_to_string(format!("/proc/{pid}/comm")).is_ok_and(|name| name.trim() == "postgres")
                && std::fs::read_link(format!("/proc/{pid}/cwd")).is_ok_and(|cwd| same_directory(&cwd, data))
        })
        .collect()
}

/// Sends a signal. An error means that the process is gone already or belongs to somebody else.
pub(crate) fn signal(pid: i32, signal: i32) -> std::io::Result<()> {
    // SAFETY: kill has no memory effects; callers pass positive numbers only, so no group is hit.
    if unsafe { libc::kill(pid, signal) } == 0 { Ok(()) } else { Err(std::io::Error::last_os_error()) }
}

/// Asks `done` every few milliseconds until it says yes or `patience` is over; says which.
pub(crate) fn wait_until(patience: Duration, mut done: impl FnMut() -> bool) -> bool {
    let deadline = Instant::now() + patience;
    loop {
        if done() {
            return true;
        }
        if Instant::now() >= deadline {
            return false;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn same_directory(left: &Path, right: &Path) -> bool {
    left == right || std::fs::canonicalize(right).is_ok_and(|right| left == right)
}

fn stat_letter(pid: i32) -> Option<char> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    letter_of(&stat)
}

/// The state letter follows the command name, which stands in brackets and may hold anything.
fn letter_of(stat: &str) -> Option<char> {
    stat.rsplit_once(')')?.1.trim_start().chars().next()
}

fn command_line(pid: i32) -> Option<String> {
    let output =
        std::process::Command::new("ps").args(["-o", "command=", "-p", &pid.to_string()]).output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned()).filter(|line| line.contains("postgres"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Command;

    #[test]
    fn the_state_letter_is_found_behind_an_odd_command_name() {
        assert_eq!(letter_of("12 (a) b) (c)) Z 1 2"), Some('Z'));
        assert_eq!(letter_of("12 (postgres) S 1 2"), Some('S'));
        assert_eq!(letter_of(""), None);
    }

    #[test]
    fn a_process_is_alive_then_a_zombie_then_gone() {
        let mut child = Command::new("sleep").arg("60").spawn().unwrap();
        let pid = i32::try_from(child.id()).unwrap();
        assert_eq!(life(pid), Life::Alive);
        child.kill().unwrap();
        assert!(wait_until(Duration::from_secs(5), || life(pid) == Life::Zombie));
        child.wait().unwrap();
        assert_eq!(life(pid), Life::Gone);
    }

    #[test]
    fn a_stranger_with_the_number_of_our_server_is_told_apart() {
        let data = std::env::temp_dir().join("no-such-data-directory");
        let own = i32::try_from(std::process::id()).unwrap();
        assert!(!serves(own, &data));
        assert!(all_serving(&data).is_empty());
    }
}
