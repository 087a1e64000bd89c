//! Runs of the program, and what must be true of a database after them.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use bulkhead_server::Endpoint;
use tokio_postgres::{Client, NoTls};

use crate::catalog::{assert_same, contents, lines, text};

/// A run of the program on a project. Settings of the surroundings do not reach it.
pub fn bulkhead(project: &Path, url: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bulkhead"));
    command.arg("-C").arg(project).args(["--database-url", url]).args(arguments);
    command
        .env_clear()
        .env("HOME", project)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Runs the program to its end, which has to be a good one.
pub fn must_succeed(project: &Path, url: &str, arguments: &[&str], what: &str) -> Output {
    let output = bulkhead(project, url, arguments).output().unwrap();
    assert!(output.status.success(), "{what}: {} {}", output.status, String::from_utf8_lossy(&output.stderr));
    output
}

/// A process that is killed from elsewhere.
#[derive(Clone, Default)]
pub struct Victim(Arc<Mutex<Option<Child>>>);

impl Victim {
    /// Starts the process.
    pub fn start(&self, mut command: Command) {
        let mut place = self.0.lock().unwrap();
        *place = Some(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap());
    }

    /// Kills it with SIGKILL and waits until it is gone. It may have been started only now.
    pub fn kill(&self) {
        loop {
            if let Some(child) = self.0.lock().unwrap().as_mut() {
                child.kill().unwrap();
                child.wait().unwrap();
                return;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    /// Waits until it has ended by itself or was killed.
    pub fn wait(&self) {
        let begun = Instant::now();
        while self.0.lock().unwrap().as_mut().is_some_and(|child| child.try_wait().unwrap().is_none()) {
            assert!(begun.elapsed() < Duration::from_secs(120), "the run does not end");
            std::thread::sleep(Duration::from_millis(2));
        }
    }
}

/// The socket of a server.
pub fn socket(endpoint: &Endpoint) -> PathBuf {
    endpoint.socket_directory.join(format!(".s.PGSQL.{}", endpoint.port))
}

/// The socket that an address names by folder and port.
pub fn socket_in(url: &str) -> PathBuf {
    let value = |name: &str| {
        let rest = &url[url.find(name).expect("the address has it") + name.len()..];
        rest.split('&').next().unwrap_or_default()
    };
    Path::new(value("host=")).join(format!(".s.PGSQL.{}", value("port=")))
}

/// A session.
pub async fn connect(url: &str) -> Client {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await.expect("the server runs");
    tokio::spawn(connection);
    client
}

/// Runs SQL that has to work.
pub async fn run(client: &Client, sql: &str) {
    client.batch_execute(sql).await.unwrap_or_else(|error| panic!("{sql}: {error:?}"));
}

/// Waits until a query's answer is `t`.
pub async fn until(client: &Client, sql: &str) {
    for _ in 0..1500 {
        if text(client, sql).await == "t" {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("never true: {sql}");
}

/// The database holds exactly what it should, no step is unfinished and no lock is left.
pub async fn assert_whole(client: &Client, expected: &[String], what: &str) {
    assert_same(expected, &contents(client).await, what);
    assert_eq!(
        lines(client, "SELECT s::text FROM bulkhead.steps AS s").await,
        [""; 0],
        "{what}: steps are left"
    );
    assert_no_locks(client, what).await;
}

/// No advisory lock is left in the database.
pub async fn assert_no_locks(client: &Client, what: &str) {
    let locks = "SELECT string_agg(concat_ws(' ', l.pid, l.mode, a.application_name, a.state), ', ') \
                 FROM pg_locks AS l LEFT JOIN pg_stat_activity AS a USING (pid) \
                 WHERE l.locktype = 'advisory' AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())";
    let mut left = String::new();
    // A server process needs a moment to see that its client has gone.
    for _ in 0..150 {
        left = text(client, locks).await;
        if left == "NULL" {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("{what}: advisory locks are left: {left}");
}

/// The messages at which to kill: all of them when BULKHEAD_SWEEP is set, else `few`, spread evenly.
pub fn points(total: usize, few: usize) -> Vec<usize> {
    if std::env::var_os("BULKHEAD_SWEEP").is_some() {
        return (1..=total).collect();
    }
    (0..few).map(|nth| 1 + (2 * nth + 1) * total / (2 * few)).collect()
}
