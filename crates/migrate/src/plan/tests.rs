//! Plans as data: files in, steps out.

use bulkhead_project::{Checksum, Order, Project, Version};

use super::{Mode, Note, Plan, StepProgress, plan};
use crate::{Applied, Direction, Goal, MigrateError, Observed, StepRecord, StepState};

/// A project on disk for the time of a test.
struct Fixture {
    _folder: tempfile::TempDir,
    project: Project,
}

fn fixture(files: &[(&str, &str)]) -> Fixture {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("migrations")).unwrap();
    for (name, text) in files {
        std::fs::write(folder.path().join("migrations").join(name), text).unwrap();
    }
    let project = Project::load(folder.path()).unwrap();
    Fixture { _folder: folder, project }
}

fn nothing_applied() -> Observed {
    Observed::of_no_database("shop", "public")
}

/// The project's first `number` versions as applied.
fn applied(project: &Project, number: usize) -> Observed {
    let mut observed = nothing_applied();
    observed.ledger.exists = true;
    observed.ledger.applied =
        project.migrations[..number].iter().map(|m| row(&m.version, m.checksum())).collect();
    observed
}

fn row(version: &Version, checksum: Checksum) -> Applied {
    Applied {
        version: version.clone(),
        description: String::new(),
        checksum: Some(checksum),
        applied_at: "2026-01-01".to_owned(),
        duration_ms: None,
        applied_by: "me".to_owned(),
    }
}

fn goal(direction: Direction) -> Goal {
    Goal { direction, to: None, order: Order::Linear }
}

/// A plan in a few words: `001: tx(CREATE TABLE, INSERT) alone(CREATE INDEX) tx()`.
fn sketch(plan: &Plan<'_>) -> Vec<String> {
    let step = |step: &super::Step| {
        let tags: Vec<&str> = step.statements.iter().map(|statement| statement.command.tag()).collect();
        let mode = if step.mode == Mode::Alone { "alone" } else { "tx" };
        let done = if step.state == StepProgress::Done { "done " } else { "" };
        format!("{done}{mode}({})", tags.join(", "))
    };
    let version = |version: &super::VersionPlan<'_>| {
        let steps: Vec<String> = version.steps.iter().map(step).collect();
        format!("{}: {}", version.version, steps.join(" "))
    };
    plan.versions.iter().map(version).collect()
}

#[test]
fn steps_end_where_they_must() {
    let cases: [(&str, &str); 12] = [
        ("CREATE TABLE t (); INSERT INTO t DEFAULT VALUES;", "tx(CREATE TABLE, INSERT)"),
        ("BEGIN; CREATE TABLE t (); COMMIT;", "tx(CREATE TABLE)"),
        (
            "CREATE TABLE t (a int); CREATE INDEX CONCURRENTLY ON t (a); INSERT INTO t VALUES (1);",
            "tx(CREATE TABLE) alone(CREATE INDEX) tx(INSERT)",
        ),
        ("CREATE INDEX CONCURRENTLY ON t (a);", "alone(CREATE INDEX) tx()"),
        ("VACUUM t; VACUUM u;", "alone(VACUUM) alone(VACUUM) tx()"),
        ("ALTER TYPE m ADD VALUE 'x'; INSERT INTO t VALUES ('x');", "tx(ALTER TYPE) tx(INSERT)"),
        ("ALTER TYPE m ADD VALUE 'x'; INSERT INTO t VALUES ('y');", "tx(ALTER TYPE, INSERT)"),
        (
            "ALTER TYPE m ADD VALUE 'x'; ALTER TYPE m ADD VALUE 'z' AFTER 'x'; SELECT 'z'::m;",
            "tx(ALTER TYPE, ALTER TYPE) tx(SELECT)",
        ),
        (
            "CREATE TYPE m AS ENUM (); ALTER TYPE m ADD VALUE 'x'; CREATE TABLE t (a m DEFAULT 'x');",
            "tx(CREATE TYPE, ALTER TYPE, CREATE TABLE)",
        ),
        ("-- no-transaction\nSELECT 1; SELECT 2;", "tx(SELECT) tx(SELECT)"),
        ("REINDEX TABLE t;", "alone(REINDEX) tx()"),
        ("SAVEPOINT s; ROLLBACK TO s; RELEASE s;", "tx(SAVEPOINT, ROLLBACK, RELEASE)"),
    ];
    for (sql, expected) in cases {
        let fixture = fixture(&[("001_a.sql", sql)]);
        let plan = plan(&fixture.project, &nothing_applied(), &goal(Direction::Up)).unwrap();
        let tags = sketch(&plan).join("\n");
        assert_eq!(tags.strip_prefix("001: ").unwrap_or(&tags), expected, "{sql}");
    }
}

#[test]
fn settings_are_made_again_in_later_steps() {
    let sql = "SET search_path = a; SET LOCAL ROLE r; CREATE TABLE t (x int); CREATE INDEX CONCURRENTLY ON t (x); SELECT 1;";
    let fixture = fixture(&[("001_a.sql", sql)]);
    let plan = plan(&fixture.project, &nothing_applied(), &goal(Direction::Up)).unwrap();
    let version = &plan.versions[0];
    let preludes: Vec<usize> = version.steps.iter().map(|step| step.prelude.len()).collect();
    assert_eq!(preludes, [0, 1, 2], "outside a transaction only what outlives one");
    assert!(version.changes_session);
}

#[test]
fn transaction_commands_of_their_own_are_refused() {
    for sql in ["BEGIN; SELECT 1; COMMIT; SELECT 2;", "SELECT 1; ROLLBACK;", "BEGIN; SELECT 1;"] {
        let fixture = fixture(&[("001_a.sql", sql)]);
        let error = plan(&fixture.project, &nothing_applied(), &goal(Direction::Up)).unwrap_err();
        assert!(matches!(error, MigrateError::TransactionControl { .. }), "{sql}: {error}");
    }
}

#[test]
fn statements_on_the_ledger_are_left_out_with_a_note() {
    let sql = "CREATE TABLE t (); INSERT INTO public.schema_migrations VALUES ('001');";
    let fixture = fixture(&[("001_a.sql", sql)]);
    let plan = plan(&fixture.project, &nothing_applied(), &goal(Direction::Up)).unwrap();
    assert_eq!(sketch(&plan), ["001: tx(CREATE TABLE)"]);
    assert!(matches!(plan.notes[..], [Note::LedgerStatement { line: 1, .. }]), "{:?}", plan.notes);
}

#[test]
fn only_what_is_pending_is_planned_up_to_the_goal() {
    let files = [("1_a.sql", "SELECT 1;"), ("2_b.sql", "SELECT 2;"), ("10_c.sql", "SELECT 3;")];
    let fixture = fixture(&files);
    let observed = applied(&fixture.project, 1);
    let up = plan(&fixture.project, &observed, &goal(Direction::Up)).unwrap();
    assert_eq!(sketch(&up), ["2: tx(SELECT)", "10: tx(SELECT)"]);
    let to = Goal { to: Version::parse("2"), ..goal(Direction::Up) };
    assert_eq!(sketch(&plan(&fixture.project, &observed, &to).unwrap()), ["2: tx(SELECT)"]);
    let unknown = Goal { to: Version::parse("7"), ..goal(Direction::Up) };
    assert!(matches!(plan(&fixture.project, &observed, &unknown), Err(MigrateError::UnknownVersion { .. })));
}

#[test]
fn a_late_version_is_refused_unless_it_is_allowed() {
    let fixture = fixture(&[("1_a.sql", "SELECT 1;"), ("2_b.sql", "SELECT 2;")]);
    let mut observed = applied(&fixture.project, 2);
    observed.ledger.applied.remove(0);
    let error = plan(&fixture.project, &observed, &goal(Direction::Up)).unwrap_err();
    assert!(matches!(error, MigrateError::Late { .. }), "{error}");
    let allowed = Goal { order: Order::AllowMissing, ..goal(Direction::Up) };
    assert_eq!(sketch(&plan(&fixture.project, &observed, &allowed).unwrap()), ["1: tx(SELECT)"]);
}

#[test]
fn a_change_of_meaning_is_refused_and_a_change_of_form_is_not() {
    let before = fixture(&[("1_a.sql", "CREATE TABLE t (a int);\n")]);
    let observed = applied(&before.project, 1);
    let reformatted = fixture(&[("1_a.sql", "-- new\r\ncreate table T(\r\n  a int\r\n);")]);
    assert!(plan(&reformatted.project, &observed, &goal(Direction::Up)).unwrap().is_empty());
    let changed = fixture(&[("1_a.sql", "CREATE TABLE t (a bigint);\n")]);
    let error = plan(&changed.project, &observed, &goal(Direction::Up)).unwrap_err();
    assert!(matches!(error, MigrateError::Changed { .. }), "{error}");
}

#[test]
fn undoing_goes_from_the_newest_down_and_names_what_is_lost() {
    let fixture = fixture(&[
        ("1_a.sql", "CREATE TABLE a ();"),
        ("1_a.down.sql", "DROP TABLE a;"),
        ("2_b.sql", "CREATE TABLE b (); CREATE INDEX x ON b ((1));"),
        (
            "2_b.down.sql",
            "DROP INDEX x; DROP TABLE b; DELETE FROM public.schema_migrations WHERE version = '2';",
        ),
    ]);
    let observed = applied(&fixture.project, 2);
    let newest = plan(&fixture.project, &observed, &goal(Direction::Down)).unwrap();
    assert_eq!(sketch(&newest), ["2: tx(DROP INDEX, DROP TABLE)"]);
    let lost = newest.notes.iter().filter(|note| matches!(note, Note::DataLoss { .. })).count();
    assert_eq!(lost, 1);
    let all = Goal { to: Version::parse("0"), ..goal(Direction::Down) };
    let all = plan(&fixture.project, &observed, &all).unwrap();
    assert_eq!(sketch(&all), ["2: tx(DROP INDEX, DROP TABLE)", "1: tx(DROP TABLE)"]);
}

#[test]
fn a_version_without_a_down_file_cannot_be_undone() {
    let fixture = fixture(&[("1_a.sql", "SELECT 1;")]);
    let error = plan(&fixture.project, &applied(&fixture.project, 1), &goal(Direction::Down)).unwrap_err();
    assert!(matches!(error, MigrateError::NoDown { .. }), "{error}");
}

#[test]
fn an_unfinished_version_goes_on_at_the_step_that_is_not_done() {
    let sql = "CREATE TABLE t (a int); CREATE INDEX CONCURRENTLY ON t (a);";
    let fixture = fixture(&[("1_a.sql", sql)]);
    let first = plan(&fixture.project, &nothing_applied(), &goal(Direction::Up)).unwrap();
    let record = |digest: &str| StepRecord {
        version: first.versions[0].version.clone(),
        direction: Direction::Up,
        step: 1,
        digest: digest.to_owned(),
        state: StepState::Done,
        before: String::new(),
    };
    let mut observed = nothing_applied();
    observed.unfinished.push(record(&first.versions[0].steps[0].digest));
    let resumed = plan(&fixture.project, &observed, &goal(Direction::Up)).unwrap();
    assert_eq!(sketch(&resumed), ["1: done tx(CREATE TABLE) alone(CREATE INDEX) tx()"]);

    observed.unfinished[0] = record("another text");
    let error = plan(&fixture.project, &observed, &goal(Direction::Up)).unwrap_err();
    assert!(matches!(error, MigrateError::ChangedWhileUnfinished { .. }), "{error}");

    observed.unfinished[0] = record(&first.versions[0].steps[0].digest);
    observed.unfinished[0].version = Version::parse("9").unwrap();
    let error = plan(&fixture.project, &observed, &goal(Direction::Up)).unwrap_err();
    assert!(matches!(error, MigrateError::OtherUnfinished { .. }), "{error}");
}

#[test]
fn the_same_input_gives_the_same_plan() {
    let fixture = fixture(&[("1_a.sql", "CREATE TABLE t (a int); VACUUM t; SELECT 1;")]);
    let json = || {
        let plan = plan(&fixture.project, &nothing_applied(), &goal(Direction::Up)).unwrap();
        format!("{plan:?}")
    };
    assert_eq!(json(), json());
}
