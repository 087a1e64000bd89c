//! Projects in temporary folders, and questions to their servers.
#![allow(dead_code, reason = "each test file uses its own part")]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use bulkhead_server::{Embedded, Endpoint, Mode, StartOptions};

/// A project folder that a server user can reach; its cluster is removed with it.
pub struct Project {
    folder: tempfile::TempDir,
}

impl Project {
    pub fn new() -> Project {
        Project::below(Path::new("/tmp"))
    }

    pub fn below(parent: &Path) -> Project {
        let folder =
            tempfile::Builder::new().prefix("bulkhead-").tempdir_in(parent).expect("a writable folder");
        set_mode(folder.path(), 0o755);
        Project { folder }
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    pub fn server(&self) -> Embedded {
        Embedded::at(self.root())
    }
}

impl Drop for Project {
    fn drop(&mut self) {
        // A test that failed half-way must not leave its server behind; its own failure is the news.
        let _ = self.server().stop_immediately();
        let _ = self.server().reset();
    }
}

pub fn set_mode(folder: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(mode)).expect("a folder of ours");
}

/// Options for a server that need not survive a power cut.
pub fn quick(mode: Mode) -> StartOptions {
    let settings = [("fsync", "off"), ("shared_buffers", "16MB"), ("max_connections", "20")];
    let settings = settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    StartOptions { extensions: Vec::new(), settings, mode }
}

pub fn psql_command(endpoint: &Endpoint, url: &str, sql: &str) -> Command {
    let mut command = Command::new(psql_program(endpoint));
    command.args(["-X", "-w", "-A", "-t", "-c", sql, url]).stdin(Stdio::null()).stderr(Stdio::null());
    command
}

pub fn psql_at(endpoint: &Endpoint, url: &str, sql: &str) -> Result<String, String> {
    let output = psql_command(endpoint, url, sql).stderr(Stdio::piped()).output().expect("psql is there");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    if output.status.success() { Ok(text(&output.stdout)) } else { Err(text(&output.stderr)) }
}

pub fn psql(endpoint: &Endpoint, sql: &str) -> String {
    psql_at(endpoint, &endpoint.url("postgres"), sql).expect("the query works")
}

pub fn kill(pid: i32, signal: i32) {
    // SAFETY: kill has no memory effects.
    assert_eq!(unsafe { libc::kill(pid, signal) }, 0, "cannot signal {pid}");
}

pub fn alive(pid: i32) -> bool {
    // SAFETY: signal 0 only asks.
    unsafe { libc::kill(pid, 0) == 0 }
}

pub fn wait_until(patience: Duration, mut done: impl FnMut() -> bool) -> bool {
    let begun = Instant::now();
    while begun.elapsed() < patience {
        if done() {
            return true;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    false
}

fn psql_program(endpoint: &Endpoint) -> PathBuf {
    endpoint.binaries.join("psql")
}
