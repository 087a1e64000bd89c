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

#[tokio::test]
async fn a_tenant_that_hogs_the_database_is_named() {
    let desk = desk().await;
    let mut busy = Vec::new();
    for (tenant, sessions) in
        [("hog", 6)].into_iter().chain([("a", 1), ("b", 1), ("c", 1), ("d", 1), ("e", 1)])
    {
        for _ in 0..sessions {
            let client = desk.connect().await;
            client.batch_execute(&format!("SET application_name = 'tenant={tenant}'")).await.unwrap();
            let work = if tenant == "hog" { "SELECT pg_sleep(30)" } else { "SELECT 1" };
            busy.push(tokio::spawn(async move { (client.batch_execute(work).await, client) }));
        }
    }
    // Another runtime runs the clients, so this one may wait for the program.
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    let run = desk.run("monitor-pool --tenants --seconds 2");
    run.ends(7).says("hog").says("noisy: 100 % of the sessions at work").says("6 tenants");
    let document = desk.run("monitor-pool --tenants --seconds 1 --json").ends(7).json();
    assert_eq!(document["projects"][0]["tenants"]["tenants"][0]["tenant"], "hog", "{document}");
    assert!(document["projects"][0]["holders"][0]["tenant"].is_string(), "{document}");
    desk.run("monitor-pool --seconds 3").ends(2).says("--tenants");
    busy.iter().for_each(tokio::task::JoinHandle::abort);
}

#[tokio::test]
async fn a_watcher_gets_one_document_a_line_and_ends_as_the_last_look_did() {
    use std::io::{BufRead, BufReader};
    let desk = desk().await;
    for (line, code) in [
        ("health --watch 1 --json", 0),
        ("health-check --watch 1 --json", 7),
        ("stats --watch 1 --json", 0),
        ("queries --watch 1 --json", 0),
        ("analyze-indexes --watch 1 --json", 0),
        ("monitor-pool --watch 1 --json", 0),
    ] {
        let mut child = desk.command(line).spawn().unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let documents: Vec<serde_json::Value> =
            out.lines().take(2).map(|line| serde_json::from_str(&line.unwrap()).unwrap()).collect();
        assert_eq!(documents.len(), 2, "{line}");
        let pid = i32::try_from(child.id()).unwrap().to_string();
        std::process::Command::new("kill").args(["-INT", &pid]).status().unwrap();
        let ended = child.wait().unwrap().code();
        assert_eq!(ended, Some(code), "{line}");
    }
}
