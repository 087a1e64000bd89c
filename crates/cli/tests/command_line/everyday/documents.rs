//! The JSON documents, key by key. A script that reads them must not be surprised.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::desk::Desk;

/// The keys of a document, as paths; `[]` stands for every element.
fn keys(value: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    collect(value, "", &mut found);
    found
}

fn collect(value: &Value, path: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (key, inner) in fields {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                collect(inner, &path, found);
                found.insert(path);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, &format!("{path}[]"), found)),
        _ => {}
    }
}

#[track_caller]
pub(super) fn has_exactly(document: &Value, command: &str, ok: bool, expected: &str) {
    assert_eq!(document["version"], 1, "{document}");
    assert_eq!(document["command"], command, "{document}");
    assert_eq!(document["ok"], ok, "{document}");
    let expected = expected.split_ascii_whitespace().chain(["version", "command", "ok"]).map(str::to_owned);
    assert_eq!(keys(document), expected.collect(), "{document}");
}

const STATUS: &str = "projects projects[].project projects[].database projects[].server_version projects[].pending \
    projects[].troubled projects[].versions projects[].versions[].version projects[].versions[].description \
    projects[].versions[].files projects[].versions[].has_down projects[].versions[].state \
    projects[].versions[].applied_at projects[].versions[].duration_ms projects[].versions[].applied_by";

const PLAN: &str = "projects projects[].project projects[].direction projects[].ledger projects[].ledger.schema \
    projects[].notes projects[].notes[].kind projects[].notes[].version projects[].notes[].reason \
    projects[].versions projects[].versions[].version projects[].versions[].description \
    projects[].versions[].checksum projects[].versions[].checksum.raw projects[].versions[].checksum.normalized \
    projects[].versions[].files projects[].versions[].files[].path projects[].versions[].files[].part \
    projects[].versions[].changes_session projects[].versions[].resumed projects[].versions[].steps \
    projects[].versions[].steps[].number projects[].versions[].steps[].mode projects[].versions[].steps[].state \
    projects[].versions[].steps[].statements projects[].versions[].steps[].statements[].number \
    projects[].versions[].steps[].statements[].file projects[].versions[].steps[].statements[].line \
    projects[].versions[].steps[].statements[].span projects[].versions[].steps[].statements[].span.start \
    projects[].versions[].steps[].statements[].span.end projects[].versions[].steps[].statements[].command \
    projects[].versions[].steps[].statements[].targets projects[].versions[].steps[].statements[].targets[].kind \
    projects[].versions[].steps[].statements[].targets[].schema \
    projects[].versions[].steps[].statements[].targets[].name";

const RUN: &str = "projects projects[].project projects[].direction projects[].database projects[].duration_ms \
    projects[].notes projects[].notes[].kind projects[].notes[].version projects[].notes[].reason \
    projects[].versions projects[].versions[].version projects[].versions[].description \
    projects[].versions[].statements projects[].versions[].steps";

const ROLLBACK: &str = "projects projects[].project projects[].direction projects[].database \
    projects[].duration_ms projects[].notes projects[].notes[].kind projects[].notes[].path \
    projects[].notes[].line projects[].notes[].what projects[].versions projects[].versions[].version \
    projects[].versions[].description projects[].versions[].statements projects[].versions[].steps";

const VERIFY: &str = "projects projects[].project projects[].ok projects[].answers projects[].answers[].path \
    projects[].answers[].line projects[].answers[].name projects[].answers[].expected \
    projects[].answers[].expected.kind projects[].answers[].expected.value projects[].answers[].rows projects[].answers[].ok";

const SETUP: &str = "projects projects[].project projects[].database projects[].applied projects[].duration_ms \
    projects[].answers projects[].wrong projects[].seeded projects[].validated";

const TABLES: &str = "projects[].tables projects[].tables[].table projects[].tables[].inserted \
    projects[].tables[].updated projects[].tables[].deleted";

const SCALED: &str = "projects projects[].project projects[].database projects[].dry_run projects[].seed projects[].tenants \
    projects[].zipf projects[].canary projects[].text_columns projects[].canary_columns projects[].fingerprint \
    projects[].rows projects[].loading_ms projects[].silent_triggers projects[].deferred projects[].duration_ms \
    projects[].tables projects[].tables[].table projects[].tables[].rows projects[].tables[].largest \
    projects[].tables[].kept projects[].tables[].by_triggers projects[].tables[].skipped \
    projects[].tables[].fewer projects[].tables[].canary_columns \
    projects[].tables[].fingerprint projects[].tables[].loading_ms";

const VALIDATE: &str = "projects projects[].project projects[].database projects[].environment projects[].ok projects[].checks \
    projects[].checks[].name projects[].checks[].severity projects[].checks[].place projects[].checks[].ok \
    projects[].checks[].found";

pub(super) const STATS: &str = "projects projects[].project projects[].database projects[].bytes projects[].sessions \
    projects[].tables projects[].largest projects[].largest[].table projects[].largest[].bytes \
    projects[].largest[].rows_estimate projects[].figures projects[].figures[].name projects[].figures[].value";

const RETENTION: &str = "projects projects[].project projects[].database projects[].applied projects[].rules projects[].rules[].table \
    projects[].rules[].column projects[].rules[].keep projects[].rules[].policies projects[].rules[].purge \
    projects[].rules[].rows projects[].rules[].counted projects[].rules[].oldest projects[].rules[].oldest_age_s projects[].rules[].bytes_estimate \
    projects[].rules[].held projects[].rules[].referenced projects[].rules[].tenants \
    projects[].rules[].tenants[].tenant projects[].rules[].tenants[].rows projects[].rules[].tenants[].oldest \
    projects[].rules[].tenants[].held projects[].rules[].tenants[].referenced projects[].rules[].children \
    projects[].rules[].children[].table projects[].rules[].children[].constraint projects[].rules[].children[].action \
    projects[].rules[].children[].rows projects[].rules[].triggers projects[].rules[].deleted \
    projects[].rules[].batches projects[].rules[].longest_ms projects[].rules[].left projects[].rules[].last_run_s projects[].rules[].kept_by_system \
    projects[].rules[].obstacles";

const PARTITIONS: &str = "projects projects[].project projects[].database projects[].applied projects[].tables projects[].tables[].table \
    projects[].tables[].key projects[].tables[].zone projects[].tables[].every projects[].tables[].keep \
    projects[].tables[].held projects[].tables[].then projects[].tables[].partitions \
    projects[].tables[].partitions[].name projects[].tables[].partitions[].from projects[].tables[].partitions[].to \
    projects[].tables[].partitions[].bytes projects[].tables[].partitions[].state projects[].tables[].default_rows \
    projects[].tables[].gaps projects[].tables[].gaps[].from projects[].tables[].gaps[].to \
    projects[].tables[].missing projects[].tables[].missing[].name projects[].tables[].missing[].from \
    projects[].tables[].missing[].to projects[].tables[].old projects[].tables[].unfinished projects[].tables[].done \
    projects[].tables[].obstacles";

const OBSTACLE: &str = "projects[].tables[].obstacles[].code projects[].tables[].obstacles[].what \
    projects[].tables[].obstacles[].help projects[].tables[].obstacles[].blockers";

const PROVE: &str = "attacks findings findings[].kind findings[].object findings[].objects \
    findings[].severity findings[].place \
    findings[].exploit findings[].observed findings[].fix findings[].project projects projects[].project \
    projects[].ok projects[].proofs projects[].proofs[].kind projects[].proofs[].done \
    projects[].proofs[].done[].what projects[].proofs[].done[].number projects[].proofs[].findings \
    projects[].proofs[].findings[].kind projects[].proofs[].findings[].object \
    projects[].proofs[].findings[].objects projects[].proofs[].findings[].severity \
    projects[].proofs[].findings[].place projects[].proofs[].findings[].exploit \
    projects[].proofs[].findings[].observed projects[].proofs[].findings[].fix projects[].proofs[].notes projects[].proofs[].accepted \
    projects[].proofs[].cases projects[].proofs[].cases[].path projects[].proofs[].cases[].line \
    projects[].proofs[].cases[].name projects[].proofs[].cases[].problem projects[].proofs[].cases[].guards \
    projects[].proofs[].cases[].guards[].line projects[].proofs[].cases[].guards[].sql \
    projects[].proofs[].cases[].guards[].problem";

const LOCKS: &str = "attacks findings findings[].kind findings[].object findings[].objects findings[].severity findings[].place \
    findings[].exploit findings[].observed findings[].fix findings[].project projects projects[].project \
    projects[].ok projects[].proofs projects[].proofs[].kind projects[].proofs[].done \
    projects[].proofs[].done[].what projects[].proofs[].done[].number projects[].proofs[].findings \
    projects[].proofs[].findings[].kind projects[].proofs[].findings[].object projects[].proofs[].findings[].objects \
    projects[].proofs[].findings[].severity \
    projects[].proofs[].findings[].place projects[].proofs[].findings[].exploit \
    projects[].proofs[].findings[].observed projects[].proofs[].findings[].fix projects[].proofs[].notes projects[].proofs[].accepted \
    projects[].proofs[].locks projects[].proofs[].locks[].version projects[].proofs[].locks[].step \
    projects[].proofs[].locks[].place projects[].proofs[].locks[].command projects[].proofs[].locks[].source \
    projects[].proofs[].locks[].judged projects[].proofs[].locks[].locks projects[].proofs[].locks[].locks[].relation \
    projects[].proofs[].locks[].locks[].kind projects[].proofs[].locks[].locks[].table \
    projects[].proofs[].locks[].locks[].mode projects[].proofs[].locks[].locks[].new \
    projects[].proofs[].locks[].locks[].blocks projects[].proofs[].locks[].locks[].rewrite \
    projects[].proofs[].locks[].locks[].index_build projects[].proofs[].locks[].locks[].scan \
    projects[].proofs[].locks[].locks[].existed_before projects[].proofs[].locks[].locks[].size \
    projects[].proofs[].locks[].locks[].size.bytes projects[].proofs[].locks[].locks[].size.heap_bytes \
    projects[].proofs[].locks[].locks[].size.rows projects[].proofs[].locks[].locks[].size.reads \
    projects[].proofs[].locks[].locks[].size.writes";

const TROUBLE: &str = "error error.code error.message error.notes error.help error.place project earlier applied \
    half_way";

#[tokio::test]
async fn every_document_has_the_keys_that_are_promised_and_no_others() {
    let desk = Desk::with_database().await;
    has_exactly(&desk.run("new a --json").ends(0).json(), "new", true, "report report.files");
    desk.file("migrations/001_a.sql", "CREATE TABLE a (id int);\nCREATE INDEX CONCURRENTLY i ON a (id);\n");
    desk.file("migrations/001_a.down.sql", "DROP TABLE a;");
    desk.file("verify/1.sql", "-- name: one\n-- expect: 1\nSELECT 1;");
    has_exactly(&desk.run("plan --json").ends(0).json(), "plan", true, PLAN);
    has_exactly(&desk.run("migrate --dry-run --json").ends(0).json(), "migrate", true, PLAN);
    has_exactly(&desk.run("migrate --json").ends(0).json(), "migrate", true, RUN);
    has_exactly(&desk.run("status --json").ends(0).json(), "status", true, STATUS);
    has_exactly(&desk.run("status --json --quiet").ends(0).json(), "status", true, STATUS);
    has_exactly(&desk.run("verify --json").ends(0).json(), "verify", true, VERIFY);
    has_exactly(&desk.run("setup --json").ends(0).json(), "setup", true, SETUP);
    let health = "projects projects[].project projects[].database projects[].server_version \
                  projects[].answer_ms projects[].read_only projects[].pending projects[].troubled";
    has_exactly(&desk.run("health --json").ends(0).json(), "health", true, health);
    let repaired = "projects projects[].project projects[].accepted projects[].steps";
    has_exactly(&desk.run("repair --accept-changes --json").ends(0).json(), "repair", true, repaired);
    has_exactly(&desk.run("rollback --json --yes").ends(0).json(), "rollback", true, ROLLBACK);
    has_exactly(&desk.run("migrate --to 8 --json").ends(2).json(), "migrate", false, TROUBLE);
    let listed = "report report[].code report[].text";
    has_exactly(&desk.run("explain --json").ends(0).json(), "explain", true, listed);
    has_exactly(
        &desk.run("explain m005 --json").ends(0).json(),
        "explain",
        true,
        "report report.code report.text",
    );
    has_exactly(&desk.run("explain x --json").ends(2).json(), "explain", false, TROUBLE);
    desk.file("verify/1.sql", "-- name: one\n-- expect: 2\nSELECT 1;");
    has_exactly(&desk.run("verify --json").ends(7).json(), "verify", false, VERIFY);
}

#[tokio::test]
async fn the_documents_about_data_have_the_keys_that_are_promised() {
    let desk = Desk::with_database().await;
    desk.file("migrations/001_a.sql", "CREATE TABLE a (id int PRIMARY KEY);")
        .file("seeds/test.sql", "INSERT INTO a VALUES (1);")
        .file("seeds/clean.sql", "DELETE FROM a;")
        .file("stats/1.sql", "-- name: rows\nSELECT count(*) FROM a;")
        .file(
            "behaviours/1.sql",
            "-- case: one\n-- guard: ALTER TABLE a DROP CONSTRAINT a_pkey\n-- expect: error 23505\n\
             INSERT INTO a VALUES (1), (1);",
        );
    desk.run("migrate").ends(0);
    let seeded = "projects projects[].project projects[].environment projects[].outcome projects[].answers \
                  projects[].duration_ms";
    let document = desk.run("seed -e test --json").ends(0).json();
    has_exactly(&document, "seed", true, &format!("{seeded} {TABLES}"));
    has_exactly(&desk.run("seed --scale 10 --seed 9 --json").ends(0).json(), "seed", true, SCALED);
    has_exactly(&desk.run("stats --json").ends(0).json(), "stats", true, STATS);
    has_exactly(&desk.run("validate --json").ends(0).json(), "validate", true, VALIDATE);
    let cleaned = format!("projects projects[].project projects[].duration_ms {TABLES}");
    has_exactly(&desk.run("clean --json").ends(0).json(), "clean", true, &cleaned);
    let drift = "projects projects[].project projects[].database projects[].ok projects[].version \
                 projects[].fingerprint projects[].diff projects[].diff.changes projects[].partitions";
    has_exactly(&desk.run("drift --json").ends(0).json(), "drift", true, drift);
    let pool = "projects projects[].project projects[].database projects[].limit projects[].used projects[].here \
                projects[].waiting projects[].holders projects[].blockers";
    has_exactly(&desk.run("monitor-pool --json").ends(0).json(), "monitor-pool", true, pool);
    let dump = "projects projects[].project projects[].path projects[].state";
    has_exactly(&desk.run("dump --json").ends(0).json(), "dump", true, dump);
    let init = "projects projects[].project projects[].written projects[].has_section projects[].tenancy \
                projects[].reasons";
    has_exactly(&desk.run("init --json").ends(7).json(), "init", false, init);
    // The migration has neither IF NOT EXISTS nor a way down.
    has_exactly(&desk.run("prove --json").ends(7).json(), "prove", false, PROVE);
}

#[tokio::test]
async fn the_documents_of_upkeep_have_the_keys_that_are_promised() {
    let desk = Desk::with_database().await;
    desk.file(
        "migrations/001_a.sql",
        "CREATE TABLE a (id int PRIMARY KEY, at date); CREATE TABLE b (a int REFERENCES a);\n\
         CREATE TABLE p (at date) PARTITION BY RANGE (at); CREATE TABLE p_d PARTITION OF p DEFAULT;\n\
         CREATE TABLE p_2001_01 PARTITION OF p FOR VALUES FROM ('2001-01-01') TO ('2001-02-01');\n\
         CREATE TABLE p_2025_12 PARTITION OF p FOR VALUES FROM ('2025-12-01') TO ('2026-01-01');\n\
         INSERT INTO a VALUES (1, '2001-01-01'); INSERT INTO b VALUES (1); INSERT INTO p VALUES (now());",
    )
    .file(
        "bulkhead.toml",
        "[[retention]]\ntable = \"a\"\ncolumn = \"at\"\nkeep = \"1 year\"\n\
         [[partitions]]\ntable = \"p\"\nevery = \"month\"\n",
    );
    desk.run("migrate").ends(0);
    has_exactly(&desk.run("retention --json").ends(0).json(), "retention", true, RETENTION);
    let document = desk.run("partitions --json").ends(1).json();
    has_exactly(&document, "partitions", false, &format!("{PARTITIONS} {OBSTACLE}"));
}

#[tokio::test]
async fn the_document_of_locks_has_the_keys_that_are_promised() {
    let desk = Desk::with_database().await;
    desk.file("migrations/001_a.sql", "CREATE TABLE a (id int);")
        .file("migrations/002_b.sql", "CREATE INDEX a_id ON a (id);");
    let document = desk.run("prove locks --assume-rows 1000000 --json").ends(7).json();
    has_exactly(&document, "prove", false, LOCKS);
}

#[tokio::test]
async fn a_trouble_has_a_place_where_there_is_one() {
    let desk = Desk::with_database().await;
    desk.file("migrations/001_a.sql", "CREATE TABLE a ();")
        .file("migrations/002_b.sql", "SELECT 1;\nSELECT nonesuch;");
    let document = desk.run("migrate --json").ends(4).json();
    let place = "error.place.file error.place.line error.place.column";
    has_exactly(&document, "migrate", false, &format!("{TROUBLE} {place}"));
    assert_eq!(
        document["error"]["place"],
        serde_json::json!({"file": "migrations/002_b.sql", "line": 2, "column": 8})
    );
    assert_eq!(document["applied"], serde_json::json!(["001"]));
}

#[tokio::test]
async fn the_documents_about_backups_have_the_keys_that_are_promised() {
    let desk = Desk::with_database().await;
    desk.file("migrations/001_a.sql", "CREATE TABLE a (id int);")
        .file("bulkhead.toml", "[backup]\ntool = \"pg_dump\"\n");
    desk.run("migrate").ends(0);
    let endpoint = bulkhead_testkit::server();
    let dumped = std::process::Command::new(endpoint.binaries.join("pg_dump"))
        .args(["--format=custom", "--file"])
        .arg(desk.path("a.dump"))
        .arg(desk.database().url())
        .status();
    assert!(dumped.unwrap().success());
    desk.database()
        .connect()
        .await
        .batch_execute("INSERT INTO a SELECT generate_series(1, 100)")
        .await
        .unwrap();
    let drill = "projects projects[].project projects[].database projects[].ok projects[].tool projects[].backup \
                 projects[].backup_finished_at_s projects[].restore_ms projects[].newest_at_s projects[].behind_s \
                 projects[].behind_bytes projects[].versions_behind projects[].fingerprint projects[].same_shape \
                 projects[].verify projects[].verify.project projects[].verify.ok projects[].verify.answers \
                 projects[].tables projects[].rows projects[].differing projects[].differing[].table \
                 projects[].differing[].source projects[].differing[].source_before projects[].differing[].copy \
                 projects[].differing[].row_security projects[].findings projects[].findings[].kind \
                 projects[].findings[].level projects[].findings[].summary projects[].findings[].evidence projects[].kept";
    let drilled = desk.run("backup drill --from a.dump --json");
    has_exactly(&drilled.ends(7).json(), "backup drill", false, drill);
    let check = "projects projects[].project projects[].database projects[].server_version projects[].worst \
                 projects[].checks projects[].checks[].name projects[].checks[].title projects[].checks[].level \
                 projects[].checks[].summary projects[].checks[].reason projects[].checks[].evidence \
                 projects[].checks[].fix projects[].checks[].fix.sql projects[].checks[].fix.lock projects[].inventory \
                 projects[].last_drill projects[].last_drill.project projects[].last_drill.finished_at_s \
                 projects[].last_drill.backup projects[].last_drill.tool projects[].last_drill.restore_ms \
                 projects[].last_drill.ok projects[].last_drill.findings";
    let inventory = "projects[].inventory.tool projects[].inventory.place projects[].inventory.backups \
                     projects[].inventory.archive projects[].inventory.complaints projects[].inventory.backups[].label \
                     projects[].inventory.backups[].kind projects[].inventory.backups[].finished_at_s \
                     projects[].inventory.backups[].bytes projects[].inventory.backups[].first_wal \
                     projects[].inventory.backups[].last_wal projects[].inventory.backups[].database \
                     projects[].inventory.backups[].problem projects[].inventory.backups[].path";
    has_exactly(&desk.run("backup check --json").ends(7).json(), "backup check", false, check);
    desk.file("bulkhead.toml", "[backup]\ntool = \"pg_dump\"\ndirectory = \".\"\n");
    let seen = desk.run("backup check --json");
    has_exactly(&seen.ends(7).json(), "backup check", false, &format!("{check} {inventory}"));
}
