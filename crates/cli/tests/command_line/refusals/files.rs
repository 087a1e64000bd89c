//! Files that cannot be used: nothing is sent to the server.

use std::os::unix::process::CommandExt;
use std::path::Path;

use crate::desk::{Desk, Outcome, contents};

/// A folder that must be refused.
struct Case {
    files: &'static [(&'static str, &'static [u8])],
    line: &'static str,
    words: &'static [&'static str],
}

const GOOD: (&str, &[u8]) = ("migrations/001_a.sql", b"CREATE TABLE a (id int);\n");

const fn case(files: &'static [(&'static str, &'static [u8])], words: &'static [&'static str]) -> Case {
    Case { files, line: "migrate", words }
}

#[rustfmt::skip]
const CASES: &[Case] = &[
    case(
        &[("migrations/002_b.sql", b"-- What changes, and why.\n")],
        &["M003", "migrations/002_b.sql", "has no statement"],
    ),
    case(&[("migrations/002_b.sql", b"SELECT 1;\n-- caf\xe9\n")], &["P006", "002_b.sql", "byte 16", "line 2"]),
    case(&[("migrations/002_b.sql", b"S\0E\0L\0E\0C\0T\0 \x001\0")], &["P006", "zero byte at byte 1", "UTF-16"]),
    case(&[("migrations/notes.sql", b"SELECT 1;")], &["P007", "migrations/notes.sql", "version number", "NNN_"]),
    case(&[("migrations/002_b.go", b"package x")], &["P007", "neither in .sql nor in .pgsql"]),
    case(&[("migrations/002_b/x.sql", b"SELECT 1;")], &["P007", "a folder is not a migration"]),
    case(&[("migrations/R__.sql", b"SELECT 1;")], &["P007", "a repeatable file needs a name"]),
    case(&[("migrations/V1a__x.sql", b"SELECT 1;")], &["P007", "\"1a\" is not a version number"]),
    case(
        &[("migrations/002_b.sql", b"SELECT 1;"), ("migrations/2_c.sql", b"SELECT 2;")],
        &["P008", "two files have version 002", "002_b.sql", "2_c.sql", "003 is free"],
    ),
    case(
        &[("migrations/002a_b.sql", b"SELECT 1;"), ("migrations/002a_c.pgsql", b"SELECT 2;")],
        &["P008", "two files have version 002a"],
    ),
    case(
        &[("migrations/002_b.sql", b"SELECT 1;"), ("migrations/002a_c.sql", b"SELECT 2;")],
        &["P009", "both a whole file", "a letter, or none"],
    ),
    case(&[("migrations/002_b.down.sql", b"SELECT 1;")], &["P010", "no up migration has version 002"]),
    case(&[("migrations/002_rollback.sql", b"SELECT 1;")], &["P010", "never runs forward"]),
    case(
        &[("migrations/500_b.sql", b"SELECT 1;"), ("bulkhead.toml", b"[bands]\n\"001-099\" = \"base\"\n")],
        &["P011", "version 500", "001-099 base", "002 is free"],
    ),
    case(&[("bulkhead.toml", b"[project]\nnmae = \"x\"\n")], &["P002", "bulkhead.toml", "nmae", "line 2"]),
    case(&[("bulkhead.toml", b"[project]\nledger_schema = \"\"\n")], &["P002", "ledger_schema is empty"]),
    case(&[("bulkhead.toml", b"[project]\nmigrations = \"sql\"\n")], &["P003", "sql", "No such file"]),
    case(
        &[("migrations/002_b.sql", b"SELECT 1;\nSELECT 'abc;\n")],
        &["M001", "unterminated string", "migrations/002_b.sql:2:8", "2 | SELECT 'abc;"],
    ),
    case(
        &[("migrations/002_b.sql", b"DO $x$ BEGIN\nEND $y$;\n")],
        &["M001", "migrations/002_b.sql:1:4"],
    ),
    case(&[("migrations/002_b.sql", b"\\i other.sql\n")], &["M001", "psql command \\i", "002_b.sql:1:1"]),
    case(
        &[("migrations/002_b.sql", b"SELECT 1;\nCOMMIT;\nSELECT 2;\n")],
        &["M002", "migrations/002_b.sql:2:1", "begun and ended by the run"],
    ),
    Case { files: &[], line: "migrate --to 9", words: &["M004", "no migration with version 9", "bulkhead status"] },
    Case { files: &[], line: "migrate --to newest", words: &["U001", "\"newest\" is no version", "--to 007"] },
    Case { files: &[], line: "plan --to 9", words: &["M004"] },
    Case { files: &[], line: "migrate --project shop", words: &["P001", "no project is named \"shop\""] },
    Case { files: &[], line: "-C nowhere migrate", words: &["P003", "nowhere"] },
    Case { files: &[], line: "-C migrations migrate", words: &["P001", "no project at", "bulkhead new"] },
    Case { files: &[], line: "repair --done 5", words: &["U001", "names no step", "005:3"] },
    Case { files: &[], line: "repair", words: &["--accept-changes", "--done", "--retry"] },
    Case { files: &[], line: "repair --done 1:1 --accept-changes", words: &["cannot be used with"] },
    Case { files: &[], line: "migrate --rerun --allow-missing", words: &["cannot be used with"] },
    Case { files: &[], line: "migrat", words: &["unrecognized subcommand", "migrate"] },
    Case {
        files: &[("verify/counts.sql", b"-- name: one\nSELECT 1;\n")],
        line: "verify",
        words: &["P012", "verify/counts.sql:1", "\"one\" has no line"],
    },
    Case {
        files: &[("verify/counts.sql", b"-- name: one\n-- expect: caf\xe9\nSELECT 1;\n")],
        line: "verify",
        words: &["P003", "counts.sql", "UTF-8"],
    },
];

#[tokio::test]
async fn a_folder_that_cannot_be_used_is_refused_by_name_and_nothing_is_changed() {
    let mut desk = Desk::with_database().await;
    let client = desk.connect().await;
    let before = contents(&client).await;
    let mut failures = Vec::new();
    for case in CASES {
        desk.empty();
        for (name, bytes) in [GOOD].iter().chain(case.files) {
            desk.file(name, bytes);
        }
        let outcome = desk.run(case.line);
        let complaints = outcome.complaints(2, case.words);
        if !complaints.is_empty() {
            failures.push(format!("{}\n{outcome}", complaints.join("\n")));
        }
        if case.words[0].len() == 4 {
            let document = desk.run(&format!("{} --json", case.line)).json();
            assert_eq!(document["error"]["code"], case.words[0], "{document}");
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
    assert_eq!(contents(&client).await, before);
}

#[tokio::test]
async fn a_file_of_100_mb_is_refused_unread() {
    let desk = Desk::with_database().await;
    let file = std::fs::File::create(desk.path("migrations/001_bulk.sql")).unwrap();
    file.set_len(100 * 1024 * 1024).unwrap();
    let outcome = desk.run("migrate");
    outcome
        .ends(2)
        .says("P004")
        .says("migrations/001_bulk.sql")
        .says("104857600 bytes")
        .says("max_file_bytes");
}

#[test]
fn a_pipe_is_refused_instead_of_waited_for() {
    let desk = Desk::without_database();
    let made = std::process::Command::new("mkfifo").arg(desk.path("migrations/001_a.sql")).status().unwrap();
    assert!(made.success());
    desk.run("--database-url postgresql:///x?host=/nowhere migrate").ends(2).says("not a regular file");
}

#[test]
fn a_name_that_is_not_utf8_is_refused() {
    use std::os::unix::ffi::OsStrExt;
    let desk = Desk::without_database();
    let name = std::ffi::OsStr::from_bytes(b"002_caf\xe9.sql");
    std::fs::write(desk.path("migrations").join(name), "SELECT 1;").unwrap();
    desk.run("--database-url postgresql:///x?host=/nowhere migrate").ends(2).says("P007").says("not UTF-8");
}

#[test]
fn an_unreadable_file_is_named() {
    let desk = Desk::without_database();
    desk.file("migrations/001_a.sql", "SELECT 1;").file("migrations/002_b.sql", "SELECT 1;");
    desk.forbid("migrations/002_b.sql");
    let outcome = as_nobody(&desk, "--database-url postgresql:///x?host=/nowhere migrate");
    outcome.ends(2).says("P003").says("migrations/002_b.sql").says("Permission denied").says("may read it");
}

#[test]
fn an_unreadable_env_file_is_not_passed_over() {
    let desk = Desk::without_database();
    desk.file("migrations/001_a.sql", "SELECT 1;").file(".env", "DATABASE_URL=postgresql://prod/x\n");
    desk.forbid(".env");
    as_nobody(&desk, "status").ends(2).says("U001").says(".env").says("cannot be read");
    assert!(!desk.path(".bulkhead").exists(), "no server of our own was started instead");
}

/// Runs a copy of the program as a user without rights, since root reads everything.
fn as_nobody(desk: &Desk, line: &str) -> Outcome {
    desk.open_to_all();
    let program = desk.path("program");
    std::fs::copy(env!("CARGO_BIN_EXE_bulkhead"), &program).unwrap();
    let mut command = desk.command_of(Path::new(&program), line);
    if desk.owner() == 0 {
        command.uid(65534).gid(65534);
    }
    Outcome::of(line, command.output().unwrap())
}
