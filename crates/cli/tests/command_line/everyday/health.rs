//! The checks of a running database.

use crate::desk::Desk;

/// Two tables of tenants, of which one has neither row security nor an index that begins with the tenant.
const TABLES: &str = "
    CREATE TABLE org (id int PRIMARY KEY);
    CREATE TABLE doc (id int PRIMARY KEY, org_id int NOT NULL REFERENCES org, body text);
    CREATE INDEX doc_org ON doc (org_id);
    CREATE INDEX doc_org_again ON doc (org_id);
    CREATE TABLE note (id int PRIMARY KEY, org_id int NOT NULL);
    ALTER TABLE doc ENABLE ROW LEVEL SECURITY;
    ALTER TABLE doc FORCE ROW LEVEL SECURITY;";

#[tokio::test]
async fn checks_name_what_is_wrong_and_how_to_mend_it() {
    let desk = Desk::with_database().await;
    desk.file("migrations/001_a.sql", TABLES)
        .file("bulkhead.toml", "[tenancy]\nlevel = \"row\"\nroot = \"public.org\"\nkey = \"org_id\"\n");
    desk.run("migrate").ends(0);
    desk.run("health-check")
        .ends(7)
        .says("tenant_row_security")
        .says("public.note")
        .says("ENABLE ROW LEVEL SECURITY");
    let by_hand = "ALTER TABLE doc ADD CONSTRAINT short CHECK (length(body) < 9) NOT VALID; \
                   CREATE INDEX by_hand ON doc (org_id);";
    desk.connect().await.batch_execute(by_hand).await.unwrap();
    desk.run("health-check").ends(7).says("not_validated_constraints").says("VALIDATE CONSTRAINT short");
    desk.run("analyze-indexes")
        .ends(7)
        .says("duplicate: public.doc_org_again")
        .says("the migrations declare it")
        .says("missing_tenant")
        .says("DROP INDEX CONCURRENTLY public.by_hand");
    let document = desk.run("analyze-indexes --json").ends(7).json();
    let findings = document["projects"][0]["findings"].as_array().unwrap();
    let declared = |index: &str| {
        findings
            .iter()
            .find(|finding| finding["index"] == index)
            .unwrap_or_else(|| panic!("{index}: {document}"))["declared"]
            .as_bool()
    };
    assert_eq!((declared("public.doc_org_again"), declared("public.by_hand")), (Some(true), Some(false)));
    let document = desk.run("health-check --json").ends(7).json();
    let checks = document["projects"][0]["checks"].as_array().unwrap();
    assert!(checks.len() > 20 && checks.iter().all(|check| check["reason"].is_string()), "{document}");
}

#[tokio::test]
async fn connections_and_statements_are_listed() {
    let desk = Desk::with_database().await;
    let client = desk.connect().await;
    client.batch_execute("SET application_name = 'checkout'").await.unwrap();
    desk.run("monitor-pool").ends(0).says("1 of them here").says("checkout").says("idle");
    desk.run("monitor-pool --watch 0").ends(2).says("--watch");
    desk.run("queries").ends(0).says("pg_stat_statements");
    client.batch_execute("CREATE EXTENSION pg_stat_statements; SELECT 'one', 1").await.unwrap();
    desk.run("queries --by calls --limit 3").ends(0).says("mean ms");
}
