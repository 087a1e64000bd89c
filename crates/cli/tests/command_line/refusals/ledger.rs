//! A database whose ledger does not fit the files, or is not ours.

use crate::desk::{Desk, contents, strings};

#[tokio::test]
async fn a_changed_file_is_drift_and_its_formatting_is_not() {
    let desk = Desk::with_database().await;
    desk.file("migrations/001_a.sql", "CREATE TABLE a (id int); -- first\n");
    desk.run("migrate").ends(0);
    desk.file("migrations/001_a.sql", "create table A(\r\n\tid INT\r\n);\r\n");
    desk.run("migrate").ends(0).says("nothing to do");
    desk.run("status").ends(0).says("applied").says_nothing_of("changed");
    desk.file("migrations/001_a.sql", "CREATE TABLE a (id bigint);")
        .file("migrations/002_b.sql", "CREATE TABLE b ();");
    let client = desk.connect().await;
    let before = contents(&client).await;
    for line in ["migrate", "migrate --dry-run", "plan"] {
        let outcome = desk.run(line);
        outcome.ends(6).says("M005").says("migrations/001_a.sql").says("changed after it was applied");
        outcome.says("nothing was changed").says("repair --accept-changes").says("new migration");
    }
    desk.run("status").ends(0).says("changed").says("1 version that needs attention");
    assert_eq!(contents(&client).await, before);
}

#[tokio::test]
async fn an_older_version_that_arrives_late_is_refused_until_it_is_allowed() {
    let desk = Desk::with_database().await;
    desk.file("migrations/001_a.sql", "CREATE TABLE a ();")
        .file("migrations/003_c.sql", "CREATE TABLE c ();");
    desk.run("migrate").ends(0);
    desk.file("migrations/002_b.sql", "CREATE TABLE b ();");
    let client = desk.connect().await;
    let before = contents(&client).await;
    for line in ["migrate", "plan", "migrate --dry-run", "migrate --to 2"] {
        let outcome = desk.run(line);
        outcome
            .ends(1)
            .says("M008")
            .says("migrations/002_b.sql")
            .says("002 arrives late: 003 is already applied");
        outcome.says("--allow-missing").says("number above the newest");
    }
    assert_eq!(contents(&client).await, before);
    desk.run("plan --allow-missing").ends(0).says("apply 002");
    desk.run("migrate --allow-missing").ends(0).says("applied 002");
    let versions = strings(&client, "SELECT version FROM schema_migrations ORDER BY version").await;
    assert_eq!(versions, ["001", "002", "003"]);
}

#[tokio::test]
async fn the_manifest_may_allow_late_versions_for_good() {
    let desk = Desk::with_database().await;
    desk.file("migrations/003_c.sql", "CREATE TABLE c ();");
    desk.file("bulkhead.toml", "[project]\norder = \"allow-missing\"\n");
    desk.run("migrate").ends(0);
    desk.file("migrations/002_b.sql", "CREATE TABLE b ();");
    desk.run("migrate").ends(0).says("applied 002");
}

#[tokio::test]
async fn a_ledger_of_a_newer_program_is_left_alone() {
    let desk = Desk::with_database().await;
    desk.file("migrations/001_a.sql", "CREATE TABLE a ();");
    desk.run("migrate").ends(0);
    let client = desk.connect().await;
    client.batch_execute("COMMENT ON TABLE schema_migrations IS 'Bulkhead ledger, format 99'").await.unwrap();
    desk.file("migrations/002_b.sql", "CREATE TABLE b ();");
    let before = contents(&client).await;
    for line in ["migrate", "status", "plan", "rollback --yes", "repair --accept-changes", "setup"] {
        desk.run(line).ends(1).says("M011").says("format 99").says("newer Bulkhead");
    }
    assert_eq!(contents(&client).await, before);
}

#[tokio::test]
async fn a_ledger_of_another_tool_is_left_alone_and_a_schema_of_ones_own_helps() {
    let desk = Desk::with_database().await;
    desk.file("migrations/001_a.sql", "CREATE TABLE a ();");
    let client = desk.connect().await;
    client.batch_execute("CREATE TABLE schema_migrations (version bigint, dirty boolean)").await.unwrap();
    let before = contents(&client).await;
    for line in ["migrate", "status", "plan", "rollback --yes", "repair --accept-changes", "setup"] {
        let outcome = desk.run(line);
        outcome.ends(1).says("M010").says("not Bulkhead's").says("version, dirty").says("ledger_schema");
    }
    assert_eq!(contents(&client).await, before);
    desk.file("bulkhead.toml", "[project]\nledger_schema = \"bulkhead_ledger\"\n");
    desk.run("migrate").ends(0).says("applied 001");
    assert_eq!(strings(&client, "SELECT version FROM bulkhead_ledger.schema_migrations").await, ["001"]);
}

#[tokio::test]
async fn what_cannot_be_undone_is_said_before_anything_is_undone() {
    let desk = Desk::with_database().await;
    desk.file("migrations/001_a.sql", "CREATE TABLE a ();")
        .file("migrations/002_b.sql", "CREATE TABLE b ();");
    desk.file("migrations/002_b.down.sql", "DROP TABLE b;");
    desk.run("migrate").ends(0);
    let client = desk.connect().await;
    let before = contents(&client).await;
    let outcome = desk.run("rollback --to 0 --yes");
    outcome
        .ends(1)
        .says("M009")
        .says("migrations/001_a.sql")
        .says("no down file")
        .says("nothing was changed");
    let outcome = desk.run("rollback");
    outcome.ends(1).says("U002").says("not confirmed").says("DROP TABLE b").says("--yes");
    desk.remove("migrations/002_b.sql").remove("migrations/002_b.down.sql");
    desk.run("rollback --yes").ends(1).says("M009").says("version 002 is applied but has no file here");
    desk.run("status").ends(0).says("file missing");
    desk.run("repair --retry 002:1").ends(1).says("M026").says("step 1 of version 002");
    assert_eq!(contents(&client).await, before);
}
