//! What an operator reads: figures of tenants.

use crate::desk::Desk;

const MANIFEST: &str = "[tenancy]\nlevel = \"row\"\nroot = \"public.org\"\nkey = \"org_id\"\n";

/// Two tenants; the second has four of five documents, and their pages.
const TABLES: &str = "
    CREATE TABLE org (id int PRIMARY KEY);
    CREATE TABLE doc (id int PRIMARY KEY, org_id int NOT NULL REFERENCES org, body text);
    CREATE TABLE page (id int PRIMARY KEY, doc_id int NOT NULL REFERENCES doc);
    INSERT INTO org VALUES (1), (2);
    INSERT INTO doc SELECT i, CASE WHEN i % 5 = 0 THEN 1 ELSE 2 END, 'x' FROM generate_series(1, 50) AS i;
    INSERT INTO page SELECT i, i FROM generate_series(1, 50) AS i;";

async fn desk() -> Desk {
    let desk = Desk::with_database().await;
    desk.file("migrations/001_a.sql", TABLES).file("bulkhead.toml", MANIFEST);
    desk.run("migrate").ends(0);
    desk
}

#[tokio::test]
async fn stats_tell_what_each_tenant_has() {
    let desk = desk().await;
    desk.run("stats --tenants")
        .ends(0)
        .says("tenants, by row: 2 of 2 shown")
        .says("81 rows")
        .says("public.page");
    let report = desk.run("stats --tenant 2 --json").ends(0).json()["projects"][0]["tenants"].clone();
    assert_eq!(report["tenants"].as_array().unwrap().len(), 1, "{report}");
    assert_eq!(report["tenants"][0]["rows"]["value"], 81, "{report}");
    assert_eq!(report["tenants"][0]["rows"]["method"], "exact", "{report}");
    assert_eq!(report["tenants"][0]["tables"].as_array().unwrap().len(), 3, "{report}");
    desk.run("stats --planner-only").ends(0).says("not read: public.page");
    desk.run("stats --tenants --limit 0").ends(2);
    desk.file("bulkhead.toml", "");
    desk.run("stats --tenants").ends(2).says("O020").says("bulkhead init");
}
