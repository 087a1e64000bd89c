//! The life of a real cluster: made, started, killed, started again, removed.

mod support;

use std::fs;
use std::time::{Duration, Instant};

use bulkhead_server::user::ServerUser;
use bulkhead_server::{Embedded, Mode, ServerError, StartOptions};
use support::{Project, alive, psql, psql_at, quick, wait_until};

#[test]
fn a_cluster_is_made_started_queried_stopped_and_removed() {
    let project = Project::new();
    let server = project.server();
    assert!(!server.status().unwrap().running);
    assert!(!server.stop().unwrap(), "nothing to stop yet");
    assert!(!project.root().join(".bulkhead").exists(), "asking creates nothing");

    let endpoint = server.ensure_started(&quick(Mode::Daemon)).unwrap();
    assert_eq!(psql(&endpoint, "select current_user, current_setting('lc_collate')"), "postgres|C.UTF-8");
    let status = server.status().unwrap();
    assert!(status.running && status.version == Some(endpoint.version) && status.port == Some(endpoint.port));
    assert!(server.log_tail(50).unwrap().contains("ready to accept connections"));

    let asked = Instant::now();
    assert_eq!(server.ensure_started(&quick(Mode::Daemon)).unwrap(), endpoint);
    assert!(asked.elapsed() < Duration::from_millis(50), "took {:?}", asked.elapsed());

    assert!(server.stop().unwrap());
    assert!(server.running().unwrap().is_none());
    let again = server.ensure_started(&quick(Mode::Daemon)).unwrap();
    assert_eq!(again.port, endpoint.port, "the port is remembered");

    server.reset().unwrap();
    let status = server.status().unwrap();
    assert!(!status.running && status.version.is_none() && !status.data_directory.exists());
}

#[test]
fn tcp_connections_need_the_password_and_the_socket_does_not() {
    let project = Project::new();
    let endpoint = project.server().ensure_started(&quick(Mode::Child)).unwrap();
    assert_eq!(psql_at(&endpoint, &endpoint.tcp_url("postgres"), "select 1").unwrap(), "1");
    let without = format!("postgresql://postgres@127.0.0.1:{}/postgres", endpoint.port);
    assert!(psql_at(&endpoint, &without, "select 1").is_err());
    let wrong = format!("postgresql://postgres:wrong@127.0.0.1:{}/postgres", endpoint.port);
    assert!(psql_at(&endpoint, &wrong, "select 1").is_err());
}

#[test]
fn a_half_made_data_directory_is_removed_and_never_used() {
    let project = Project::new();
    let server = project.server();
    let home = project.root().join(".bulkhead/server");
    fs::create_dir_all(home.join("data.new.1/base")).unwrap();
    fs::write(home.join("data.new.1/PG_VERSION"), "15\n").unwrap();
    fs::create_dir_all(home.join("data.old.2/base")).unwrap();
    server.ensure_started(&quick(Mode::Child)).unwrap();
    assert!(!home.join("data.new.1").exists() && !home.join("data.old.2").exists());
}

#[test]
fn a_data_directory_of_somebody_else_is_neither_used_nor_removed() {
    let project = Project::new();
    let data = project.root().join(".bulkhead/server/data");
    fs::create_dir_all(&data).unwrap();
    fs::write(data.join("precious"), "x").unwrap();
    for error in [
        project.server().ensure_started(&quick(Mode::Child)).map(drop).unwrap_err(),
        project.server().reset().unwrap_err(),
    ] {
        assert!(matches!(error, ServerError::NotOurs { .. }), "{error}");
    }
    assert!(data.join("precious").exists());
}

#[test]
fn after_kill_9_of_the_postmaster_the_next_start_recovers() {
    let project = Project::new();
    let server = project.server();
    let endpoint = server.ensure_started(&quick(Mode::Child)).unwrap();
    psql(&endpoint, "create table kept (n int); insert into kept values (7); checkpoint");
    let pid = server.status().unwrap().pid.unwrap();
    support::kill(pid, libc::SIGKILL);
    assert!(wait_until(Duration::from_secs(5), || !server.status().unwrap().running));
    let endpoint = server.ensure_started(&quick(Mode::Child)).unwrap();
    assert_eq!(psql(&endpoint, "select n from kept"), "7");
    assert_ne!(server.status().unwrap().pid, Some(pid));
}

/// Kills the postmaster of `server` while a backend is too busy to notice.
fn leave_a_busy_backend(server: &Embedded) -> std::process::Child {
    let endpoint = server.ensure_started(&quick(Mode::Child)).expect("it starts");
    let busy = "do $$ begin loop end loop; end $$";
    let client =
        support::psql_command(&endpoint, &endpoint.url("postgres"), busy).spawn().expect("psql is there");
    let seen = "select count(*) from pg_stat_activity where query like 'do $$ begin loop%'";
    assert!(wait_until(Duration::from_secs(20), || psql(&endpoint, seen) == "1"));
    let status = || server.status().expect("readable");
    support::kill(status().pid.expect("it runs"), libc::SIGKILL);
    assert!(wait_until(Duration::from_secs(5), || !status().running));
    client
}

#[test]
fn a_busy_backend_that_outlives_its_postmaster_does_not_block_the_next_start() {
    let project = Project::new();
    let mut client = leave_a_busy_backend(&project.server());
    let endpoint = project.server().ensure_started(&quick(Mode::Child)).unwrap();
    assert_eq!(psql(&endpoint, "select 1"), "1");
    client.wait().unwrap();
}

#[test]
fn a_busy_backend_that_outlives_its_postmaster_ends_when_the_cluster_is_removed() {
    let project = Project::new();
    let mut client = leave_a_busy_backend(&project.server());
    project.server().reset().unwrap();
    assert!(wait_until(Duration::from_secs(10), || client.try_wait().unwrap().is_some()), "it still runs");
}

#[test]
fn a_pid_file_with_the_number_of_a_stranger_is_stale() {
    let project = Project::new();
    let server = project.server();
    server.ensure_started(&quick(Mode::Child)).unwrap();
    let data = server.status().unwrap().data_directory;
    let text = fs::read_to_string(data.join("postmaster.pid")).unwrap();
    server.stop().unwrap();
    let own = std::process::id();
    let rest = text.split_once('\n').unwrap().1;
    fs::write(data.join("postmaster.pid"), format!("{own}\n{rest}")).unwrap();
    assert!(!server.status().unwrap().running);
    assert!(!server.stop().unwrap(), "a stranger is not stopped");
    let endpoint = server.ensure_started(&quick(Mode::Child)).unwrap();
    assert_eq!(psql(&endpoint, "select 1"), "1");
}

#[test]
fn a_port_that_was_taken_meanwhile_is_replaced() {
    let project = Project::new();
    let server = project.server();
    let port = server.ensure_started(&quick(Mode::Child)).unwrap().port;
    server.stop().unwrap();
    let _taken = std::net::TcpListener::bind(("127.0.0.1", port)).unwrap();
    let endpoint = server.ensure_started(&quick(Mode::Child)).unwrap();
    assert_ne!(endpoint.port, port);
    assert_eq!(psql_at(&endpoint, &endpoint.tcp_url("postgres"), "select 1").unwrap(), "1");
}

#[test]
#[cfg(target_os = "linux")]
fn a_port_that_only_the_server_finds_taken_is_replaced_too() {
    // Other addresses of the loopback network stand for a process that is quicker than the server.
    let project = Project::new();
    let mut options = quick(Mode::Child);
    options.settings.push(("listen_addresses".to_owned(), "127.0.0.2".to_owned()));
    let port = project.server().ensure_started(&options).unwrap().port;
    project.server().stop().unwrap();
    let _taken = std::net::TcpListener::bind(("127.0.0.2", port)).unwrap();
    assert_ne!(project.server().ensure_started(&options).unwrap().port, port);
}

#[test]
fn the_socket_lock_of_a_dead_server_does_not_block_the_next_start() {
    let project = Project::new();
    let endpoint = project.server().ensure_started(&quick(Mode::Child)).unwrap();
    project.server().stop().unwrap();
    // The number in the lock file belongs to another process of the same user by now.
    let mut command = std::process::Command::new("sleep");
    ServerUser::choose().unwrap().apply(command.arg("60"));
    let mut other = command.spawn().unwrap();
    let lock = endpoint.socket_directory.join(format!(".s.PGSQL.{}.lock", endpoint.port));
    fs::write(&lock, format!("{}\n/somewhere\n1\n{}\n\n", other.id(), endpoint.port)).unwrap();
    fs::write(lock.with_extension(""), "").unwrap();
    assert_eq!(project.server().ensure_started(&quick(Mode::Child)).unwrap(), endpoint);
    other.kill().unwrap();
    other.wait().unwrap();
}

#[test]
fn many_starters_at_once_share_one_server() {
    let project = Project::new();
    let mut pids = Vec::new();
    std::thread::scope(|scope| {
        let starters: Vec<_> = (0..4)
            .map(|_| {
                scope.spawn(|| {
                    let server = Embedded::at(project.root());
                    server.ensure_started(&quick(Mode::Child)).unwrap();
                    server.status().unwrap().pid
                })
            })
            .collect();
        pids.extend(starters.into_iter().map(|starter| starter.join().unwrap()));
    });
    assert!(pids[0].is_some() && pids.iter().all(|pid| *pid == pids[0]), "{pids:?}");
}

#[test]
fn a_wrong_setting_is_reported_with_the_servers_own_words() {
    let project = Project::new();
    let mut options = quick(Mode::Child);
    options.settings.push(("shared_buffers".to_owned(), "a lot".to_owned()));
    let error = project.server().ensure_started(&options).unwrap_err().to_string();
    assert!(error.contains("invalid value for parameter \"shared_buffers\""), "{error}");
}

#[test]
fn settings_of_the_caller_win_over_ours() {
    let project = Project::new();
    let mut options = quick(Mode::Child);
    options.settings.push(("max_connections".to_owned(), "37".to_owned()));
    let endpoint = project.server().ensure_started(&options).unwrap();
    let asked = "select current_setting('max_connections'), current_setting('track_io_timing')";
    assert_eq!(psql(&endpoint, asked), "37|on");
}

#[test]
fn a_missing_extension_is_named_whether_or_not_the_server_runs() {
    let project = Project::new();
    let wanted = StartOptions { extensions: vec!["no_such_extension".to_owned()], ..quick(Mode::Child) };
    let stopped = project.server().ensure_started(&wanted).unwrap_err();
    project.server().ensure_started(&quick(Mode::Child)).unwrap();
    let running = project.server().ensure_started(&wanted).unwrap_err();
    for error in [stopped, running] {
        let text = error.to_string();
        assert!(text.contains("no_such_extension") && text.contains("scripts/install-postgres"), "{text}");
    }
}

#[test]
fn the_server_never_runs_as_root_and_its_socket_folder_is_closed() {
    use std::os::unix::fs::MetadataExt;
    let project = Project::new();
    let server = project.server();
    let endpoint = server.ensure_started(&quick(Mode::Child)).unwrap();
    let pid = server.status().unwrap().pid.unwrap();
    assert_ne!(fs::metadata(format!("/proc/{pid}")).unwrap().uid(), 0);
    assert_eq!(fs::metadata(&endpoint.socket_directory).unwrap().mode() & 0o777, 0o700);
    assert!(alive(pid));
}

#[test]
fn a_project_in_a_deep_folder_gets_a_short_socket_path() {
    let project = Project::new();
    let deep = project.root().join("a-folder-with-a-long-name/".repeat(5));
    fs::create_dir_all(&deep).unwrap();
    let server = Embedded::at(&deep);
    let endpoint = server.ensure_started(&quick(Mode::Child)).unwrap();
    assert_eq!(psql(&endpoint, "select 1"), "1");
    assert!(endpoint.socket_directory.as_os_str().len() < 90);
    server.reset().unwrap();
    assert!(!endpoint.socket_directory.exists());
}
