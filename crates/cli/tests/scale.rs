//! `seed --scale` on the reference systems: every promise of theirs holds afterwards, and the same number makes the
//! same rows.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::{Path, PathBuf};
use std::process::Command;

use bulkhead_testkit::{PrivateServer, private_server};

const SYSTEMS: [&str; 5] = ["adx-core", "ai-modernize", "aic-sos", "chief-of-staff", "experiments"];
const ROWS: &str = "2k";

/// Questions about the state of things, of which made-up rows have every kind. None is about structure or isolation;
/// `validate` asks more such questions, and is no measure of rows whose columns know nothing of each other.
const EXPECTED: [&str; 1] = ["adx-core: active tenants that cannot be reached"];

fn folder(system: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../systems").join(system)
}

/// Runs the program on a system and returns what it printed.
fn run(server: &PrivateServer, system: &str, database: &str, arguments: &[&str]) -> String {
    let (text, said, ok) = attempt(server, system, database, arguments);
    assert!(ok, "{system}: {arguments:?}: {text}{said}");
    text
}

/// The questions that are answered wrong.
fn wrong(server: &PrivateServer, system: &str, database: &str) -> Vec<String> {
    let (text, ..) = attempt(server, system, database, &["verify"]);
    let found = text.lines().filter_map(|line| line.strip_prefix("  FAIL  "));
    found.map(|line| line.split(": ").next().unwrap_or_default().to_owned()).collect()
}

fn attempt(
    server: &PrivateServer,
    system: &str,
    database: &str,
    arguments: &[&str],
) -> (String, String, bool) {
    let output = Command::new(env!("CARGO_BIN_EXE_bulkhead"))
        .arg("-C")
        .arg(folder(system))
        .args(["--database-url", &server.url(database)])
        .args(arguments)
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    (text, said, output.status.success())
}

/// A digest of each table, as the server has it, but for the ledger.
async fn contents(server: &PrivateServer, database: &str) -> Vec<String> {
    let client = server.connect(database).await;
    let tables = "SELECT c.oid::regclass::text FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
                  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname !~ '^pg_'
                    AND n.nspname NOT IN ('information_schema', 'bulkhead') AND c.relname <> 'schema_migrations'
                    -- What the migrations put there has ids and times of its own.
                    AND c.relname NOT IN ('permissions', 'retention_policies', 'connection_pool_settings',
                                          'data_retention_rules')
                  ORDER BY 1";
    let mut digests = Vec::new();
    for table in bulkhead_connect::answer(&client, tables).await.unwrap() {
        let sql =
            format!("SELECT count(*), md5(string_agg(r::text, '|' ORDER BY r::text)) FROM {table} AS r");
        digests.push(format!("{table} {}", bulkhead_connect::answer(&client, &sql).await.unwrap()[0]));
    }
    digests
}

async fn lives(system: &str) -> Vec<String> {
    let server = private_server(&[]);
    let admin = server.connect("postgres").await;
    let mut reports = Vec::new();
    for (database, jobs) in [("one", "1"), ("other", "3")] {
        admin.batch_execute(&format!("CREATE DATABASE {database} TEMPLATE template0")).await.unwrap();
        run(&server, system, database, &["migrate", "--quiet"]);
        let seed =
            ["seed", "--scale", ROWS, "--tenants", "6", "--seed", "7", "--no-triggers", "--jobs", jobs];
        let text = run(&server, system, database, &[&seed[..], &["--json"]].concat());
        let fingerprint = text.split_once("\"canary_columns\"").unwrap().1;
        let fingerprint =
            fingerprint.split_once("\"fingerprint\"").unwrap().1.chars().take(70).collect::<String>();
        reports.push((fingerprint, contents(&server, database).await));
    }
    assert_eq!(reports[0], reports[1], "{system}");
    assert!(reports[0].1.iter().any(|table| table.contains(" 2000 | ")), "{system}: {:#?}", reports[0].1);
    // With triggers on, the promises that only they keep are kept as well.
    admin.batch_execute("CREATE DATABASE live TEMPLATE template0").await.unwrap();
    run(&server, system, "live", &["migrate", "--quiet"]);
    run(&server, system, "live", &["seed", "--scale", ROWS, "--tenants", "6", "--seed", "7"]);
    wrong(&server, system, "live")
}

#[tokio::test]
async fn every_system_is_filled_the_same_on_any_number_of_threads() {
    let mut all = Vec::new();
    for system in SYSTEMS {
        all.extend(lives(system).await.into_iter().map(|wrong| format!("{system}: {wrong}")));
    }
    assert_eq!(all, EXPECTED);
}
