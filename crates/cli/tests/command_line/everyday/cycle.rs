//! From an empty folder to a database and back.

use std::process::Command;

use crate::desk::{Desk, Outcome, contents, strings};

#[tokio::test]
async fn new_migrate_status_rollback_migrate() {
    let desk = Desk::with_database().await;
    let written = desk.run("new Add invoices, per tenant!");
    written
        .ends(0)
        .says("migrations/001_add_invoices_per_tenant.sql")
        .says("001_add_invoices_per_tenant.down.sql");
    desk.run("migrate").ends(2).says("M003").says("write its SQL");
    desk.file("migrations/001_add_invoices_per_tenant.sql", "CREATE TABLE invoices (id int);\n");
    desk.file("migrations/001_add_invoices_per_tenant.down.sql", "DROP TABLE invoices;\n");
    desk.run("status --exit-code")
        .ends(3)
        .says("add invoices per tenant")
        .says("pending")
        .says("0 applied, 1 pending");
    desk.run("plan --exit-code").ends(3).says("CREATE TABLE invoices").says("1 version, 1 statement");
    desk.run("status").ends(0);
    desk.run("migrate").ends(0).says("applied 001").says("1 version applied");
    desk.run("status --exit-code").ends(0).says("1 applied, 0 pending");
    desk.run("migrate").ends(0).says("nothing to do");
    desk.run("new second --no-down").ends(0).says("002_second.sql").says_nothing_of("down");
    desk.file("migrations/002_second.sql", "CREATE VIEW v AS TABLE invoices;")
        .file("migrations/002_second.down.sql", "DROP VIEW v;");
    desk.run("up").ends(0).says("applied 002");
    desk.run("rollback").ends(0).says("undone 002").says("1 version undone");
    desk.run("rollback --to 0 --dry-run").ends(0).says("undo 001").says("destroys data: DROP TABLE invoices");
    desk.run("rollback --to 0 --yes").ends(0).says("undone 001");
    desk.run("rollback --yes").ends(0).says("nothing to do");
    desk.run("migrate --to 1").ends(0).says("applied 001").says_nothing_of("applied 002");
    desk.run("run").ends(0).says("applied 002");
    desk.run("migrate --rerun").ends(1).says("already exists");
}

#[tokio::test]
async fn a_word_that_means_down_makes_no_migration() {
    let desk = Desk::with_database().await;
    for line in ["new rollback", "new step down", "new -C . undo the revert"] {
        desk.run(line).ends(2).says("U001").says("would be taken for the down file");
    }
    desk.run("new ?!").ends(2).says("has no letter");
    desk.run("new").ends(2).says("DESCRIPTION");
    assert_eq!(std::fs::read_dir(desk.path("migrations")).unwrap().count(), 0);
    desk.file("bulkhead.toml", "[bands]\n\"010-019\" = \"base\"\n");
    desk.run("new first").ends(0).says("010_first.sql");
}

#[tokio::test]
async fn plan_and_dry_run_change_nothing() {
    let desk = Desk::with_database().await;
    desk.file("migrations/001_a.sql", "CREATE TABLE a (id int);\nCREATE INDEX CONCURRENTLY i ON a (id);\n");
    desk.file("migrations/001_a.down.sql", "DROP TABLE a;");
    let client = desk.connect().await;
    let empty = contents(&client).await;
    for line in [
        "plan",
        "migrate --dry-run",
        "rollback --dry-run",
        "status",
        "verify",
        "plan --json",
        "migrate --rerun",
    ] {
        desk.run(line).ends(0);
    }
    desk.run("plan").says("outside a transaction").says("001 takes effect in several steps");
    assert_eq!(contents(&client).await, empty);
    desk.run("migrate").ends(0).says("in 3 steps");
    let full = contents(&client).await;
    for line in
        ["plan", "migrate --dry-run", "rollback --dry-run", "rollback --to 0 --dry-run --json", "migrate"]
    {
        desk.run(line).ends(0);
    }
    assert_eq!(contents(&client).await, full);
}

#[tokio::test]
async fn quiet_says_nothing_but_errors() {
    let desk = Desk::with_database().await;
    desk.file("verify/q.sql", "-- name: one\n-- expect: 1\nSELECT 1;\n");
    desk.run("new a thing -q").ends(0).is_silent();
    desk.file("migrations/001_a_thing.sql", "CREATE TABLE a ();")
        .file("migrations/001_a_thing.down.sql", "DROP TABLE a;");
    for line in ["status", "plan", "migrate", "verify", "rollback --yes", "setup", "repair --accept-changes"]
    {
        desk.run(&format!("{line} --quiet")).ends(0).is_silent();
    }
    let wrong = desk.run("migrate --to 7 --quiet");
    wrong.ends(2).says("M004");
    assert!(wrong.out.is_empty(), "{wrong}");
    desk.run("explain M005 --quiet").ends(0).says("# M005");
}

#[tokio::test]
async fn parts_of_one_version_and_a_transaction_of_the_files_own() {
    let desk = Desk::with_database().await;
    desk.file("migrations/001_base.sql", "\u{feff}BEGIN;\nCREATE TABLE t (id int);\nCOMMIT;\n");
    desk.file("migrations/002a_b.sql", "CREATE TABLE b (id int);");
    desk.file("migrations/002b_i.sql", "CREATE INDEX ON b (id);");
    desk.file("migrations/002c_rows.sql", "COPY b FROM stdin;\n1\n2\n\\.\n");
    desk.file("migrations/002d_view.sql", "CREATE VIEW v AS TABLE b;");
    desk.file(
        "migrations/002e_functions.pgsql",
        "CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM v';",
    );
    desk.file("migrations/002e_functions.down.pgsql", "DROP FUNCTION f();");
    desk.file("migrations/002a_b.down.sql", "DROP VIEW v; DROP TABLE b;");
    let outcome = desk.run("migrate");
    outcome.ends(0).says("b, i, rows, view, functions").says("5 statements").says("its own BEGIN and COMMIT");
    let client = desk.connect().await;
    assert_eq!(strings(&client, "SELECT f()::text").await, ["2"]);
    desk.run("rollback --yes").ends(0).says("undone 002").says("3 statements");
    assert_eq!(strings(&client, "SELECT version FROM schema_migrations").await, ["001"]);
    desk.run("migrate").ends(0);
}

#[tokio::test]
async fn a_changed_file_can_be_accepted() {
    let desk = Desk::with_database().await;
    desk.file("migrations/001_a.sql", "CREATE TABLE a (id int);");
    desk.run("migrate").ends(0);
    desk.run("repair --accept-changes").ends(0).says("nothing to repair");
    desk.file("migrations/001_a.sql", "CREATE TABLE a (id integer);");
    desk.run("migrate").ends(6);
    desk.run("repair --accept-changes").ends(0).says("accepted 001");
    desk.run("migrate --rerun --dry-run").ends(0).says("apply again 001");
    desk.run("migrate").ends(0).says("nothing to do");
}

#[tokio::test]
async fn db_manager_is_the_same_program() {
    let desk = Desk::with_database().await;
    desk.file("migrations/001_a.sql", "CREATE TABLE a ();");
    let run = |line: &str| {
        let program = std::path::Path::new(env!("CARGO_BIN_EXE_db-manager"));
        Outcome::of(line, desk.command_of(program, line).output().unwrap())
    };
    assert_eq!(run("plan").ends(0).out, desk.run("plan").out);
    run("migrate").ends(0).says("applied 001");
    assert_eq!(run("status --json").ends(0).json(), desk.run("status --json").json());
    assert_eq!(run("--version").ends(0).out, desk.run("--version").out);
    let usage = Command::new(env!("CARGO_BIN_EXE_db-manager")).arg("--help").output().unwrap();
    assert!(usage.status.success());
}

#[tokio::test]
async fn files_without_a_statement_are_versions_that_change_nothing() {
    let desk = Desk::with_database().await;
    desk.file("migrations/001_a.sql", "CREATE TABLE a (id int);").file("migrations/001_a.down.sql", "");
    desk.file("migrations/002_gone.sql", "-- Went into 001.\n")
        .file("migrations/003_empty.sql", "\u{feff}\n \n");
    desk.file("migrations/003_empty.down.sql", "-- Nothing.\n");
    desk.run("plan").ends(0).says("migrations/002_gone.sql: there is no statement in it");
    desk.run("migrate").ends(0).says("003_empty.sql: there is no statement").says("3 versions applied");
    desk.run("status").ends(0).says("3 applied, 0 pending");
    desk.run("rollback").ends(0).says("003_empty.down.sql: there is no statement").says("undone 003");
    desk.run("migrate").ends(0).says("applied 003");
    // What an empty down file leaves behind shows in the proof.
    desk.run("prove rollback").ends(7).says("not_undone  version 001").says("+ table public.a");
    desk.file("migrations/002_gone.sql", "CREATE TABLE b ();\n");
    desk.run("migrate").ends(6).says("002");
}
