//! Seeds, clean-up, data checks, figures and proofs, as a person uses them.

use crate::desk::{Desk, strings};

const SEED: &str = "INSERT INTO note VALUES (1, 'first'), (2, 'second');\n";
const QUESTION: &str = "-- name: notes\n-- expect: 2\nSELECT count(*) FROM note;\n";

/// A project with one table and a bit of everything.
async fn desk() -> Desk {
    let desk = Desk::with_database().await;
    desk.file("migrations/001_note.sql", "CREATE TABLE note (id int PRIMARY KEY CHECK (id > 0), text text);")
        .file("migrations/001_note.down.sql", "DROP TABLE note;")
        .file("seeds/development.sql", SEED)
        .file("seeds/development.verify.sql", QUESTION)
        .file("seeds/test.sql", SEED)
        .file("seeds/clean.sql", "DELETE FROM note;")
        .file("stats/1.sql", "-- name: notes\nSELECT count(*) FROM note;")
        .file(
            "validate/1.sql",
            "-- name: notes without text\n-- severity: low\n-- expect: none\nSELECT id FROM note WHERE text IS NULL;",
        )
        .file(
            "behaviours/1.sql",
            "-- case: numbers are positive\n-- guard: ALTER TABLE note DROP CONSTRAINT note_id_check\n\
             -- expect: error 23514\nINSERT INTO note VALUES (0, 'none');",
        );
    desk
}

#[tokio::test]
async fn seeds_come_go_and_are_counted() {
    let desk = desk().await;
    desk.run("seed --environment development").ends(2).says("1 version of project").says("bulkhead migrate");
    desk.run("migrate").ends(0);
    desk.run("seed -e development").ends(0).says("public.note  2 inserted").says("1 answer right");
    desk.run("seed -e development").ends(0).says("already there");
    desk.run("seed -e test").ends(0).says("public.note  2 inserted, 2 deleted");
    desk.run("stats").ends(0).says("notes  2").says("public.note").says("1 table");
    desk.run("clean").ends(0).says("public.note  2 deleted");
    desk.run("clean").ends(0).says("nothing to clean");
}

#[tokio::test]
async fn a_seed_that_cannot_be_is_refused_with_the_reason() {
    let desk = desk().await;
    desk.run("migrate").ends(0);
    desk.run("seed -e production").ends(2).says("never go into a production database");
    desk.run("seed -e staging").ends(2).says("no seed for \"staging\"").says("there are: development, test");
    desk.run("seed -e ../seeds/test").ends(2).says("no seed for");
    desk.file(
        "seeds/development.sql",
        "INSERT INTO note VALUES (1, 'a');\nINSERT INTO note VALUES (1, 'b');",
    );
    desk.run("seed -e development")
        .ends(1)
        .says("O003")
        .says("seeds/development.sql:2:1")
        .says("SQLSTATE 23505")
        .says("Key (id)=(1) already exists");
    desk.file("seeds/development.sql", "INSERT INTO note VALUES (1, 'a');");
    desk.run("seed -e development").ends(1).says("O004").says("notes: 1 instead of 2");
    desk.run("stats").ends(0).says("notes  0");
    desk.remove("seeds/clean.sql").run("clean").ends(2).says("seeds/clean.sql");
    desk.run("seed -e test").ends(2).says("O002");
}

#[tokio::test]
async fn validate_ends_with_findings() {
    let desk = desk().await;
    desk.run("migrate").ends(0);
    desk.run("validate").ends(0).says("4 checks found nothing");
    desk.connect().await.batch_execute("INSERT INTO note VALUES (7)").await.unwrap();
    desk.run("validate")
        .ends(7)
        .says("low     notes without text: 1 row")
        .says("validate/1.sql:1")
        .says("1 of 4 checks found something");
}

#[tokio::test]
async fn setup_for_production_keeps_made_up_data_and_rollbacks_out() {
    let desk = desk().await;
    desk.run("setup -e development").ends(0).says("seed development: 2 rows in 1 table");
    desk.run("setup -e development").ends(0).says("already migrated").says("seed development: already there");
    desk.run("clean").ends(0);
    desk.run("setup -e production").ends(0).says("data: 4 checks found nothing");
    for line in ["seed -e development", "seed -e test", "clean"] {
        desk.run(line).ends(2).says("O001");
    }
    desk.run("rollback --yes").ends(2).says("production").says("--force");
    desk.run("validate").ends(0).says("environment production");
    desk.run("rollback --yes --force").ends(0);
}

#[tokio::test]
async fn prove_shows_everything_on_scratch_databases() {
    let desk = desk().await;
    desk.file(
        "migrations/001_note.sql",
        "CREATE TABLE IF NOT EXISTS note (id int PRIMARY KEY CHECK (id > 0), text text);",
    );
    desk.run("prove")
        .ends(0)
        .says("idempotence: 1 version, each can be run again")
        .says("rollback: 1 version, each can be undone")
        .says("behaviours: 1 promise, 1 guard, all kept")
        .says_nothing_of("numbers are positive");
    desk.run("prove behaviours").ends(0).says("ok    numbers are positive").says_nothing_of("rollback");
    desk.run("prove behaviours --case nothing-like-it").ends(0).says("0 promises");
    desk.run("prove rollback").ends(0).says("note: undoing 001 destroys table public.note");
    let proof = desk.command("prove behaviours").spawn().unwrap();
    // Other tests have scratch databases, too; the name tells whose it is.
    let left =
        format!("SELECT datname FROM pg_database WHERE datname LIKE 'bulkhead_scratch_%_{}_%'", proof.id());
    assert!(proof.wait_with_output().unwrap().status.success());
    assert_eq!(strings(&desk.connect().await, &left).await, [""; 0]);
}

#[tokio::test]
async fn prove_names_what_is_not_shown() {
    let desk = desk().await;
    desk.file(
        "behaviours/1.sql",
        "-- case: numbers are small\n-- guard: ALTER TABLE note DROP CONSTRAINT note_id_check\n\
         -- expect: error 23514\nINSERT INTO note VALUES (1000, 'many');\n\
         -- case: notes may be empty\n-- guard: ALTER TABLE note DROP CONSTRAINT note_id_check\n\
         -- expect: 1\nINSERT INTO note VALUES (1);\n\
         -- case: notes have owners\n-- guard: ALTER TABLE note DROP CONSTRAINT note_id_check\n\
         UPDATE note SET owner = 1;\n-- expect: error 23514\nINSERT INTO note VALUES (0);",
    );
    desk.run("prove behaviours")
        .ends(7)
        .says("promise_broken  numbers are small")
        .says("expected error 23514, got 1")
        .says("behaviours/1.sql:4")
        .says("guard_not_shown  notes may be empty")
        .says("case_broken  notes have owners")
        .says("the case passes all the same");
    desk.run("prove idempotence")
        .ends(7)
        .says("not_rerunnable  version 001")
        .says("migrations/001_note.sql:1")
        .says("write IF NOT EXISTS");
    desk.file("migrations/001_note.down.sql", "SELECT 1;");
    desk.run("prove rollback").ends(7).says("not_undone").says("+ table public.note");
    let document = desk.run("prove rollback --json").ends(7).json();
    assert_eq!(document["findings"][0]["kind"], "not_undone", "{document}");
    let sarif = desk.run("prove rollback --sarif").ends(7).json();
    assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], "not_undone", "{sarif}");
    desk.file("behaviours/1.sql", "-- case: x\nSELECT 1;");
    desk.run("prove").ends(2).says("P013").says("behaviours/1.sql:1");
}

#[tokio::test]
async fn drift_is_what_somebody_did_beside_the_migrations() {
    let desk = desk().await;
    desk.run("migrate").ends(0);
    desk.run("drift").ends(0).says("at version 001: what its migrations make");
    desk.file("migrations/002_more.sql", "ALTER TABLE note ADD COLUMN more int;");
    desk.run("drift").ends(0).says("at version 001");
    let by_hand = "ALTER TABLE note ADD COLUMN extra int; CREATE INDEX quick ON note (text); \
                   ALTER TABLE note DROP CONSTRAINT note_id_check;";
    desk.connect().await.batch_execute(by_hand).await.unwrap();
    desk.run("drift")
        .ends(6)
        .says("3 differences")
        .says("+ column public.note.extra")
        .says("+ index public.quick")
        .says("- constraint public.note note_id_check");
    let document = desk.run("drift --json").ends(6).json();
    assert_eq!(document["projects"][0]["diff"]["changes"].as_array().unwrap().len(), 3, "{document}");
}

#[tokio::test]
async fn the_schema_is_dumped_the_same_each_time() {
    let desk = desk().await;
    desk.run("migrate").ends(0);
    desk.run("dump --check").ends(7).says("is not what the database is");
    desk.run("dump").ends(0).says("schema.sql: written");
    desk.run("dump").ends(0).says("unchanged");
    desk.run("dump --check").ends(0);
    let text = std::fs::read_to_string(desk.path("schema.sql")).unwrap();
    assert!(text.contains("CREATE TABLE public.note") && !text.contains("schema_migrations"), "{text}");
    assert_eq!(desk.run("dump --stdout").ends(0).out, text);
    desk.connect().await.batch_execute("CREATE TABLE other ()").await.unwrap();
    desk.run("dump --check").ends(7);
}

#[tokio::test]
async fn init_writes_who_the_tenants_are_and_leaves_the_rest_of_the_manifest() {
    let desk = Desk::with_database().await;
    desk.file("migrations/001_a.sql", "CREATE TABLE plain (id int PRIMARY KEY);")
        .file("bulkhead.toml", "# ours\n[project]\nname = \"shop\"\n");
    desk.run("migrate").ends(0);
    desk.run("init").ends(7).says("nothing in the database points to tenants");
    desk.run("init --stdout").ends(7).says("nothing in the database points to tenants");
    desk.run("prove isolation").ends(0).says("nothing to prove");
    desk.file(
        "migrations/002_b.sql",
        "CREATE TABLE org (id int PRIMARY KEY);
         CREATE TABLE invoice (id int PRIMARY KEY, org_id int NOT NULL REFERENCES org);
         ALTER TABLE invoice ENABLE ROW LEVEL SECURITY;
         CREATE POLICY own ON invoice
           USING (org_id = nullif(current_setting('shop.org', true), '')::int);",
    );
    desk.run("migrate").ends(0);
    let section = desk.run("init --stdout").ends(0).out.clone();
    assert!(section.contains("setting = \"shop.org\"") && section.contains("key = \"org_id\""), "{section}");
    desk.run("init").ends(0).says("written to").says("1 foreign key leads from org_id to it");
    let manifest = std::fs::read_to_string(desk.path("bulkhead.toml")).unwrap();
    assert_eq!(manifest, format!("# ours\n[project]\nname = \"shop\"\n\n{section}"));
    desk.run("init").ends(0).says("nothing was written");
    desk.run("status").ends(0);
}

#[tokio::test]
async fn where_nobody_says_who_the_tenants_are_nothing_is_proved() {
    let desk = Desk::with_database().await;
    desk.file(
        "migrations/001_a.sql",
        "CREATE TABLE ring (id int PRIMARY KEY);
         CREATE TABLE call (id int PRIMARY KEY, ring_id int);
         CREATE TABLE tone (id int PRIMARY KEY, ring_id int);
         CREATE TABLE echo (id int PRIMARY KEY, ring_id int);",
    );
    desk.run("migrate").ends(0);
    desk.run("init").ends(7).says("3 of 4 tables have ring_id");
    desk.run("prove isolation")
        .ends(7)
        .says("untested")
        .says("nothing was proved")
        .says("3 of 4 tables have ring_id");
    desk.file(
        "bulkhead.toml",
        "[[accepted]]\nkind = \"untested\"\nobject = \"[tenancy]\"\nreason = \"one user alone\"\n",
    );
    desk.run("prove isolation").ends(0);
}
