//! Servers that are not there, or say no at the door; and passwords, which nobody gets to see.

use std::time::Duration;

use bulkhead_testkit::{PrivateServer, private_server};

use crate::desk::{Desk, Outcome, SECRET, contents};

const COMMANDS: [&str; 6] =
    ["status", "plan", "migrate", "rollback --yes", "verify", "repair --accept-changes"];

#[test]
fn nobody_answers() {
    let mut desk = Desk::without_database();
    desk.file("migrations/001_a.sql", "CREATE TABLE a ();");
    let url = format!("postgresql://me:{SECRET}@127.0.0.1:1/db");
    desk.set("DATABASE_URL", &url);
    for line in COMMANDS.into_iter().chain(["setup --attempts 1"]) {
        let outcome = desk.run(line);
        outcome
            .ends(1)
            .says("C003")
            .says("127.0.0.1:1")
            .says("Connection refused")
            .says("check host and port");
        assert_eq!(desk.run(&format!("{line} --json")).ends(1).json()["error"]["code"], "C003");
    }
    desk.set("DATABASE_URL", "postgresql:///db?host=/nowhere/at/all");
    desk.run("status").ends(1).says("C003").says("/nowhere/at/all/.s.PGSQL.5432");
    desk.run("setup --attempts 2 --quiet").ends(1).says_nothing_of("waiting");
}

#[test]
fn somebody_who_takes_the_call_and_says_nothing_is_not_waited_for_for_ever() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let mut desk = Desk::without_database();
    desk.file("migrations/001_a.sql", "CREATE TABLE a ();");
    let port = listener.local_addr().unwrap().port();
    desk.set("DATABASE_URL", &format!("postgresql://me:{SECRET}@127.0.0.1:{port}/db"));
    desk.set("DB_ACQUIRE_TIMEOUT_SECONDS", "1");
    desk.run("migrate").ends(1).says("C003").says("no answer within 1 s");
}

#[test]
fn a_connection_string_that_makes_no_sense_is_not_repeated() {
    let mut desk = Desk::without_database();
    desk.file("migrations/001_a.sql", "CREATE TABLE a ();");
    for url in [
        format!("postgresql://me:{SECRET}@x@host/db"),
        format!("postgresql://me:{SECRET}"),
        format!("postgresql://me@host:{SECRET}/db"),
        format!("host=h pasword={SECRET}"),
        format!("nonsense {SECRET}"),
        format!("postgresql://me:{SECRET}@host/db?sslmode=maybe"),
        format!("postgresql://me@host/db?{SECRET}=1"),
    ] {
        desk.set("DATABASE_URL", &url);
        desk.run("status").ends(2).says("C001").says("DATABASE_URL").says("%40");
        desk.unset("DATABASE_URL");
        let flag = desk.command("status --database-url").arg(&url).output().unwrap();
        Outcome::of("status --database-url …", flag).ends(2).says("C001").says("--database-url");
        desk.file(".env", format!("DATABASE_URL='{url}'\n"));
        desk.run("status --json").ends(2).says("C001");
        desk.remove(".env");
    }
    for argument in
        [format!("postgresql://me:{SECRET}@host/db"), format!("--color=postgres://me:{SECRET}@h/d")]
    {
        let outcome = Outcome::of("migrate …", desk.command("migrate").arg(&argument).output().unwrap());
        outcome.ends(2).says("postgres").says("…@h");
    }
    desk.file(".env", format!("DATABASE_URL=postgresql://me:{SECRET}@h/d\nPASSWORD {SECRET}\n"));
    desk.run("status").ends(2).says(".env").says("entry 2 cannot be read");
    desk.remove(".env");
    for (name, value) in
        [("DB_MAX_CONNECTIONS", "many"), ("DB_ACQUIRE_TIMEOUT_SECONDS", "0"), ("PGPORT", "x")]
    {
        desk.set(name, value);
        desk.run("status").ends(2).says(name);
        desk.unset(name);
    }
}

/// A server on TCP, where passwords are asked for.
fn server_with_passwords() -> PrivateServer {
    private_server(&[("listen_addresses", "127.0.0.1")])
}

#[tokio::test]
async fn no_password_wrong_or_right_is_ever_shown() {
    let server = server_with_passwords();
    let admin = server.connect("postgres").await;
    admin.batch_execute("CREATE ROLE teller LOGIN PASSWORD 'other'").await.unwrap();
    admin.batch_execute("CREATE DATABASE vault OWNER teller").await.unwrap();
    let mut desk = Desk::without_database();
    desk.file("migrations/001_a.sql", "CREATE TABLE seen AS SELECT * FROM pg_stat_activity;");
    let place = format!("127.0.0.1:{}/vault", server.endpoint().port);
    let url = format!("postgresql://teller:{SECRET}@{place}");
    desk.set("DATABASE_URL", &url);
    for line in COMMANDS.into_iter().chain(["setup"]) {
        let outcome = desk.run(line);
        outcome
            .ends(1)
            .says("C004")
            .says("refuses teller")
            .says("28P01")
            .says("check the password of teller");
        assert_eq!(desk.run(&format!("{line} --json")).ends(1).json()["error"]["code"], "C004");
    }
    desk.unset("DATABASE_URL");
    desk.file(".env", format!("DATABASE_URL={url}\n"));
    desk.run("status").ends(1).says("28P01");
    desk.file(".env", format!("DATABASE_URL=postgresql://teller@{place}\nPGPASSWORD={SECRET}\n"));
    desk.run("status").ends(1).says("28P01");
    desk.remove(".env");
    desk.set("DATABASE_URL", &format!("postgresql://teller@{place}"));
    desk.run("status").ends(1).says("28P01").says("asks for a password");
    desk.file(".pgpass", format!("127.0.0.1:*:vault:teller:{SECRET}\n"));
    desk.run("status").ends(1).says("28P01").says_nothing_of("asks for a password");

    admin.batch_execute(&format!("ALTER ROLE teller PASSWORD '{SECRET}'")).await.unwrap();
    desk.run("status").ends(0).says("1 pending");
    desk.remove(".pgpass");
    desk.set("DATABASE_URL", &url);
    for line in ["migrate", "status --json", "migrate --json", "plan --json", "verify --json"] {
        desk.run(line).ends(0);
    }
    desk.file("migrations/002_b.sql", "SELECT pg_sleep(0.5);");
    let run = desk.command("migrate").spawn().unwrap();
    tokio::time::sleep(Duration::from_millis(200)).await;
    // Other users of the machine see the command line; it holds what the user wrote there and no more.
    if let Ok(line) = std::fs::read_to_string(format!("/proc/{}/cmdline", run.id())) {
        assert_eq!(line.split('\0').skip(1).collect::<String>(), "migrate");
    }
    Outcome::of("migrate", run.wait_with_output().unwrap()).ends(0);
    let vault = server.connect("vault").await;
    let shown = contents(&vault).await.join("\n");
    assert!(shown.contains("bulkhead run ") && shown.contains("bulkhead lock "), "{shown}");
    assert!(!shown.contains(SECRET), "no application name and no ledger row holds it: {shown}");
}

#[tokio::test]
async fn a_role_a_database_or_a_connection_that_is_missing_is_named() {
    let server = private_server(&[("max_connections", "6"), ("superuser_reserved_connections", "1")]);
    let mut desk = Desk::without_database();
    desk.file("migrations/001_a.sql", "CREATE TABLE a ();");
    desk.set("DATABASE_URL", &server.url("postgres").replace("user=postgres", "user=nobody_here"));
    desk.run("migrate").ends(1).says("C004").says("\"nobody_here\" does not exist").says("pg_hba.conf");
    desk.set("DATABASE_URL", &server.url("no_such_db"));
    for line in COMMANDS {
        desk.run(line).ends(1).says("C004").says("\"no_such_db\" does not exist").says("create the database");
    }
    desk.run("setup").ends(0).says("1 version applied");
    let admin = server.connect("postgres").await;
    admin.batch_execute("CREATE ROLE clerk LOGIN").await.unwrap();
    let url = server.url("postgres").replace("user=postgres", "user=clerk");
    let mut held = Vec::new();
    while let Ok((client, connection)) = tokio_postgres::connect(&url, tokio_postgres::NoTls).await {
        tokio::spawn(connection);
        held.push(client);
    }
    desk.set("DATABASE_URL", &url);
    desk.run("status").ends(1).says("C004").says("53300").says("max_connections");
    let waiting = desk.command("setup --attempts 20").spawn().unwrap();
    tokio::time::sleep(Duration::from_millis(500)).await;
    drop(held);
    // Lets the connections close.
    tokio::time::sleep(Duration::from_millis(100)).await;
    let outcome = Outcome::of("setup", waiting.wait_with_output().unwrap());
    outcome.says("waiting for the server (1 of 20)").says("M014");
}
