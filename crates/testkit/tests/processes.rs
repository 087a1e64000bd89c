//! Several test processes at once, and ones that are killed.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use bulkhead_testkit::{database, private_server, server};
use tokio_postgres::NoTls;

/// Not a test of its own: what the other tests run as a separate process.
#[tokio::test]
#[ignore = "started by the other tests of this file"]
async fn another_process() {
    let held = database().await;
    let names = names().await;
    println!("\nname {}", held.name());
    println!("all {}", names.join(" "));
    if std::env::var_os("HOLD").is_some() {
        std::thread::sleep(Duration::from_secs(120));
    }
}

/// Not a test of its own either.
#[test]
#[ignore = "started by the other tests of this file"]
fn process_with_a_private_server() {
    let private = private_server(&[]);
    println!("\nname {}", private.endpoint().socket_directory.display());
    println!("all");
    std::thread::sleep(Duration::from_secs(120));
}

async fn names() -> Vec<String> {
    let (client, connection) =
        tokio_postgres::connect(&server().url("postgres"), NoTls).await.expect("it runs");
    tokio::spawn(connection);
    let rows = client.query("select datname::text from pg_database", &[]).await.expect("the query works");
    rows.iter().map(|row| row.get(0)).collect()
}

/// A running process and what it printed.
struct Other {
    child: Child,
    /// Kept open, because the process goes on printing.
    _output: BufReader<ChildStdout>,
    name: String,
    seen: Vec<String>,
}

impl Other {
    fn kill_9(mut self) {
        self.child.kill().expect("it waits for two minutes");
        self.child.wait().expect("a child of ours");
    }
}

fn start(test: &str, hold: bool) -> Other {
    let mut command = Command::new(std::env::current_exe().expect("tests know their program"));
    command.args(["--exact", test, "--ignored", "--nocapture"]).stdout(Stdio::piped());
    if hold {
        command.env("HOLD", "1");
    }
    let mut child = command.spawn().expect("the test program can be started again");
    let mut output = BufReader::new(child.stdout.take().expect("piped"));
    let told = output.by_ref().lines().map_while(Result::ok);
    let mut told = told.filter(|line| line.starts_with("name ") || line.starts_with("all"));
    let name = told.next().expect("it says its name")["name ".len()..].to_owned();
    let all = told.next().expect("it lists the databases");
    drop(told);
    let seen = all.split_whitespace().skip(1).map(str::to_owned).collect();
    Other { child, _output: output, name, seen }
}

#[tokio::test]
async fn processes_share_one_server_and_see_each_others_databases() {
    let own = database().await;
    let one = start("another_process", true);
    let mut other = start("another_process", false);
    assert!(one.seen.contains(&own.name().to_owned()));
    assert!(other.seen.contains(&one.name), "a living process keeps its database");
    assert!(other.child.wait().unwrap().success());
    assert!(!names().await.contains(&other.name));
    one.kill_9();
}

#[tokio::test]
async fn databases_of_killed_processes_are_dropped_by_the_next() {
    // A server of our own lifetime: the killed process may have been its only user.
    let _held = database().await;
    let killed = start("another_process", true);
    let orphan = killed.name.clone();
    killed.kill_9();
    assert!(
        start("another_process", false).seen.iter().all(|name| *name != orphan),
        "{orphan} is still there"
    );
}

#[test]
#[cfg(target_os = "linux")]
fn a_private_server_ends_with_its_killed_process() {
    let killed = start("process_with_a_private_server", true);
    let socket = std::path::Path::new(&killed.name).join(".s.PGSQL.5432");
    assert!(socket.exists());
    killed.kill_9();
    for _ in 0..200 {
        if !socket.exists() {
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("the server of a killed process still runs");
}
