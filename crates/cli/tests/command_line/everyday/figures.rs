//! What an operator reads: figures of tenants.

use super::documents::{STATS, has_exactly};
use crate::desk::Desk;

pub(super) const MANIFEST: &str = "[tenancy]\nlevel = \"row\"\nroot = \"public.org\"\nkey = \"org_id\"\n";

/// Two tenants; the second has four of five documents, and their pages.
const TABLES: &str = "
    CREATE TABLE org (id int PRIMARY KEY);
    CREATE TABLE doc (id int PRIMARY KEY, org_id int NOT NULL REFERENCES org, body text);
    CREATE TABLE page (id int PRIMARY KEY, doc_id int NOT NULL REFERENCES doc);
    INSERT INTO org VALUES (1), (2);
    INSERT INTO doc SELECT i, CASE WHEN i % 5 = 0 THEN 1 ELSE 2 END, 'x' FROM generate_series(1, 50) AS i;
    INSERT INTO page SELECT i, i FROM generate_series(1, 50) AS i;";

pub(super) async fn desk() -> Desk {
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
        .says("tenants by row, 2 of 2 shown")
        .says("81 rows")
        .says("public.page");
    let report = desk.run("stats --tenant 2 --json").ends(0).json()["projects"][0]["tenants"].clone();
    assert_eq!(report["tenants"].as_array().unwrap().len(), 1, "{report}");
    assert_eq!(report["tenants"][0]["rows"]["value"], 81, "{report}");
    assert_eq!(report["tenants"][0]["rows"]["method"], "exact", "{report}");
    assert_eq!(report["tenants"][0]["tables"].as_array().unwrap().len(), 3, "{report}");
    desk.run("stats --planner-only").ends(0).says("not read: public.page");
    desk.run("stats --tenants --limit 0").ends(2);
    desk.run("stats --limit 3").ends(2).says("--tenants");
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
        ("validate --watch 1 --json", 0),
        ("retention --watch 1 --json", 0),
        ("partitions --watch 1 --json", 0),
        ("backup check --fast --watch 1 --json", 7),
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
    for line in ["retention --apply --watch", "partitions --apply --watch"] {
        desk.run(line).ends(2).says("cannot be used with");
    }
}

#[tokio::test]
async fn reports_are_kept_where_the_project_says() {
    let desk = desk().await;
    desk.run("health-check --record").ends(2).says("O021").says("record/health-check.sql");
    let client = desk.connect().await;
    client.batch_execute("CREATE TABLE kept (what text, number bigint)").await.unwrap();
    desk.file(
        "record/health-check.sql",
        "INSERT INTO kept SELECT 'checks', jsonb_array_length($1 -> 'checks');\nDELETE FROM kept WHERE $1 IS NULL;",
    )
    .file("record/stats.sql", "INSERT INTO kept VALUES ('bytes', ($1::jsonb ->> 'bytes')::bigint);")
    .file("record/monitor-pool.sql", "INSERT INTO kept VALUES ('first', 1);\nINSERT INTO keept VALUES ($1);");
    desk.run("health-check --record").ends(7).says("recorded 1 row (record/health-check.sql)");
    desk.run("stats --record --quiet").ends(0).is_silent();
    let earlier = "SELECT now() - interval '1 hour', jsonb_build_object('bytes', number - 1024) FROM kept\n\
                   WHERE what = 'bytes' -- the last";
    desk.file("record/stats.earlier.sql", earlier);
    desk.run("stats").ends(0).says("since the report kept 60 min ago: +");
    desk.file("record/stats.earlier.sql", "SELECT now(),\n  nonesuch");
    desk.run("stats").ends(1).says("O003").says("record/stats.earlier.sql:2:3");
    desk.file("record/stats.earlier.sql", "SELECT 1");
    desk.run("stats").ends(1).says("O003").says("2 columns specified");
    desk.run("monitor-pool --record").ends(1).says("O003").says("record/monitor-pool.sql:2:13").says("keept");
    let kept = "SELECT string_agg(what, ' ' ORDER BY what) FROM kept WHERE number > 10";
    let kept: String = client.query_one(kept, &[]).await.unwrap().get(0);
    assert_eq!(kept, "bytes checks");
}

#[tokio::test]
async fn a_counted_statement_is_shown_with_its_plan() {
    let desk = desk().await;
    desk.run("queries --plan 5").ends(0).says("pg_stat_statements");
    desk.run("queries --plan -77").ends(0).says("pg_stat_statements");
    desk.run("queries --plan five").ends(2).says("--plan");
}

/// Paths below a place in a document.
fn below(place: &str, keys: &str) -> String {
    keys.split_ascii_whitespace().map(|key| format!("{place}{key} ")).collect()
}

const POOL: &str = "projects projects[].project projects[].database projects[].limit projects[].used projects[].here \
    projects[].waiting projects[].holders projects[].holders[].application projects[].holders[].user \
    projects[].holders[].tenant projects[].holders[].state projects[].holders[].sessions \
    projects[].holders[].waiting projects[].holders[].longest_seconds projects[].blockers";

#[tokio::test]
async fn the_documents_of_an_operator_have_the_keys_that_are_promised() {
    let desk = desk().await;
    desk.file("stats/1.sql", "-- name: rows\nSELECT 1;");
    let client = desk.connect().await;
    let busy = "SET application_name = 'tenant=a'; SELECT 1";
    client.batch_execute(busy).await.unwrap();

    let amount = |name: &str| format!("{name} {name}.value {name}.low {name}.high {name}.method ");
    let size = format!("tenant percent tables {} {}", amount("rows"), amount("bytes"));
    let part = format!(
        "tables[].table {} {}",
        below("tables[].", &amount("rows")),
        below("tables[].", &amount("bytes"))
    );
    let shared = format!("table bytes tenants {}", amount("rows"));
    let tenants = format!(
        "projects[].tenants {} {} {} {}",
        below("projects[].tenants.", "level seen tenants tables skipped notes"),
        below("projects[].tenants.tenants[].", &size),
        below("projects[].tenants.tables[].", &shared),
        below("projects[].tenants.tenants[].", &part),
    );
    let document = desk.run("stats --tenant 2 --json").ends(0).json();
    has_exactly(&document, "stats", true, &format!("{STATS} {tenants}"));

    has_exactly(&desk.run("monitor-pool --json").ends(0).json(), "monitor-pool", true, POOL);
    let load = format!(
        "projects[].tenants {} {}",
        below(
            "projects[].tenants.",
            "seconds samples active_sessions unknown_percent seen fair_percent noisy_percent blocked_seconds tenants notes"
        ),
        below(
            "projects[].tenants.tenants[].",
            "tenant sources sessions percent percent_error waited_seconds blocked_seconds blocked_percent waiters noisy"
        ),
    );
    let document = desk.run("monitor-pool --tenants --seconds 1 --json").ends(0).json();
    has_exactly(&document, "monitor-pool", true, &format!("{POOL} {load}"));

    let queries = "projects projects[].project projects[].database projects[].blind projects[].dropped \
                   projects[].order projects[].queries";
    has_exactly(&desk.run("queries --json").ends(0).json(), "queries", true, queries);
    let checks = "projects projects[].project projects[].database projects[].server_version projects[].worst \
                  projects[].checks";
    let check =
        below("projects[].checks[].", "name title level summary reason evidence fix fix.sql fix.lock");
    let document = desk.run("health-check --json").ends(7).json();
    has_exactly(&document, "health-check", false, &format!("{checks} {check}"));
}
