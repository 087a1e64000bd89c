//! Servers and the processes that start them: who outlives whom, who starts first, who may not be root.

mod support;

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use bulkhead_server::{Embedded, Mode};
use support::{Project, alive, psql, quick, wait_until};

const PATIENCE: Duration = Duration::from_secs(30);

/// Not a test of its own: what the other tests run as a separate process. It starts a server and waits.
#[test]
#[ignore = "started by the other tests of this file"]
fn owner() {
    let root = std::env::var_os("OWNER_ROOT").expect("set by the test that runs this");
    let mode = if std::env::var_os("OWNER_IS_DAEMON").is_some() { Mode::Daemon } else { Mode::Child };
    Embedded::at(Path::new(&root)).ensure_started(&quick(mode)).unwrap();
    std::thread::sleep(Duration::from_secs(120));
}

fn start_owner(root: &Path, mode: Mode) -> Child {
    let mut command = Command::new(std::env::current_exe().expect("tests know their program"));
    command.args(["--exact", "owner", "--ignored"]).env("OWNER_ROOT", root).stdout(Stdio::null());
    if mode == Mode::Daemon {
        command.env("OWNER_IS_DAEMON", "1");
    }
    command.spawn().expect("the test program can be started again")
}

fn started(server: &Embedded) -> i32 {
    let status = || server.status().expect("readable");
    assert!(wait_until(PATIENCE, || status().running), "the server never became ready");
    status().pid.expect("it runs")
}

fn kill_9(mut owner: Child) {
    owner.kill().expect("it waits for two minutes");
    owner.wait().expect("a child of ours");
}

#[test]
#[cfg(target_os = "linux")]
fn a_child_server_ends_in_order_when_its_owner_is_killed() {
    let project = Project::new();
    let owner = start_owner(project.root(), Mode::Child);
    let pid = started(&project.server());
    kill_9(owner);
    assert!(wait_until(PATIENCE, || !alive(pid)), "the server outlived its owner");
    assert!(project.server().log_tail(20).unwrap().contains("database system is shut down"));
}

#[test]
fn a_daemon_outlives_the_process_that_started_it() {
    let project = Project::new();
    let owner = start_owner(project.root(), Mode::Daemon);
    let pid = started(&project.server());
    kill_9(owner);
    std::thread::sleep(Duration::from_secs(1));
    assert!(alive(pid));
    let endpoint = project.server().running().unwrap().expect("still running");
    assert_eq!(psql(&endpoint, "select 1"), "1");
    assert!(project.server().stop().unwrap());
    assert!(wait_until(PATIENCE, || !alive(pid)));
}

#[test]
fn processes_that_start_one_cluster_at_once_share_it() {
    let project = Project::new();
    let owners: Vec<Child> = (0..3).map(|_| start_owner(project.root(), Mode::Daemon)).collect();
    let pid = started(&project.server());
    std::thread::sleep(Duration::from_secs(1));
    assert_eq!(started(&project.server()), pid);
    owners.into_iter().for_each(kill_9);
    assert_eq!(project.server().status().unwrap().pid, Some(pid));
}

#[test]
fn an_owner_killed_while_it_makes_the_cluster_leaves_nothing_that_matters() {
    let project = Project::new();
    let home = project.root().join(".bulkhead/server");
    let half_made = || {
        std::fs::read_dir(&home).is_ok_and(|entries| {
            entries.flatten().any(|entry| {
                entry.file_name().to_string_lossy().starts_with("data.new.")
                    && entry.path().join("base").exists()
            })
        })
    };
    let owner = start_owner(project.root(), Mode::Daemon);
    assert!(wait_until(PATIENCE, half_made), "initdb was too quick to be caught");
    kill_9(owner);
    assert!(!home.join("data").exists());
    let endpoint = project.server().ensure_started(&quick(Mode::Child)).unwrap();
    assert_eq!(psql(&endpoint, "select 1"), "1");
    assert!(!half_made());
}

#[test]
fn below_a_closed_folder_of_root_the_cluster_lives_where_the_server_user_can_go() {
    // SAFETY: only reads the user number.
    if unsafe { libc::geteuid() } != 0 {
        // Anybody else runs the server as themselves, so every folder of theirs will do.
        return;
    }
    let closed = tempfile::Builder::new().prefix("bulkhead-closed-").tempdir_in("/tmp").unwrap();
    support::set_mode(closed.path(), 0o700);
    let project = Project::below(closed.path());
    let server = project.server();
    let endpoint = server.ensure_started(&quick(Mode::Child)).unwrap();
    assert_eq!(psql(&endpoint, "select 1"), "1");
    let data = server.status().unwrap().data_directory;
    assert!(!data.starts_with(closed.path()), "{}", data.display());
    assert_eq!(Embedded::at(project.root()).running().unwrap(), Some(endpoint), "the place is remembered");
    server.reset().unwrap();
    assert!(!data.parent().unwrap().exists());
}
