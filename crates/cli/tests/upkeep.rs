//! Retention and partitions over the reference systems, by what their manifests and their own tables of policies say.
//!
//! `PG_BIN` picks the server's version; without it, it is the one that Bulkhead finds.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;
use std::process::{Command, Stdio};

use bulkhead_connect::answer;
use bulkhead_testkit::{PrivateServer, private_server};
use serde_json::Value;

/// A system with its development data.
struct System {
    name: &'static str,
    server: PrivateServer,
}

impl System {
    async fn seeded(name: &'static str) -> System {
        let server = private_server(&[]);
        server.connect("postgres").await.batch_execute("CREATE DATABASE upkeep").await.unwrap();
        let system = System { name, server };
        system.run("migrate --quiet", 0);
        system.run("seed -e development --quiet", 0);
        system
    }

    #[track_caller]
    fn run(&self, line: &str, code: i32) -> String {
        let systems = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../systems");
        let output = Command::new(env!("CARGO_BIN_EXE_bulkhead"))
            .arg("-C")
            .arg(systems.join(self.name))
            .args(["--database-url", &self.server.url("upkeep")])
            .args(line.split_ascii_whitespace())
            .env_clear()
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert_eq!(output.status.code(), Some(code), "{} {line}: {said}", self.name);
        said
    }

    /// Makes rows older than their triggers would let them be.
    async fn age(&self, sql: &str) {
        let client = self.server.connect("upkeep").await;
        client.batch_execute(&format!("SET session_replication_role = replica; {sql}")).await.unwrap();
    }

    async fn answers(&self, sql: &str) -> String {
        answer(&self.server.connect("upkeep").await, sql).await.unwrap().join(", ")
    }

    /// How many rows went by each rule that removed any.
    fn applied(&self) -> Vec<(String, u64)> {
        let document: Value = serde_json::from_str(&self.run("retention --apply --yes --json", 0)).unwrap();
        let rules = document["projects"][0]["rules"].as_array().unwrap().clone();
        let went = rules
            .iter()
            .map(|rule| (rule["table"].as_str().unwrap().to_owned(), rule["deleted"].as_u64().unwrap()));
        went.filter(|(_, rows)| *rows > 0).collect()
    }
}

fn went(rules: &[(&str, u64)]) -> Vec<(String, u64)> {
    rules.iter().map(|(table, rows)| ((*table).to_owned(), *rows)).collect()
}

/// How the partitions ahead of time are guarded, without what is their own.
const GUARDS: &str = "
    SELECT c.relname, c.relowner::regrole, c.relrowsecurity, c.relforcerowsecurity, c.relacl,
      (SELECT string_agg(t.tgname || t.tgenabled::text, ',' ORDER BY t.tgname) FROM pg_trigger AS t
       WHERE t.tgrelid = c.oid AND NOT t.tgisinternal),
      (SELECT count(*) FROM pg_index AS i WHERE i.indrelid = c.oid),
      (SELECT string_agg(k.conname || k.convalidated, ',' ORDER BY k.conname) FROM pg_constraint AS k
       WHERE k.conrelid = c.oid AND k.contype IN ('c', 'f')),
      pg_get_expr(c.relpartbound, c.oid)
    FROM pg_class AS c WHERE c.relispartition AND c.relkind = 'r' ORDER BY 1";

/// Drops the newest partition of every partitioned table and lets it be made again.
async fn makes_what_the_system_makes(system: &System) {
    system.run("partitions --exit-code", 0);
    let guards = system.answers(GUARDS).await;
    let newest = "SELECT string_agg(DISTINCT newest, ', ') FROM (
        SELECT first_value(i.inhrelid::regclass::text) OVER (PARTITION BY i.inhparent ORDER BY c.relname DESC) AS newest
        FROM pg_inherits AS i JOIN pg_class AS c ON c.oid = i.inhrelid AND c.relkind = 'r' AND c.relname ~ '\\d$') AS n";
    let newest = system.answers(newest).await;
    system.age(&format!("DROP TABLE {newest}")).await;
    system.run("partitions --exit-code", 3);
    system.run("partitions --apply", 0);
    assert_eq!(system.answers(GUARDS).await, guards);
}

#[tokio::test]
async fn experiments() {
    let system = System::seeded("experiments").await;
    makes_what_the_system_makes(&system).await;
    assert_eq!(system.applied(), []);
    system
        .age(
            "UPDATE production.analysis_sessions SET created_at = now() - interval '91 days';
             UPDATE quarantine.quarantined_records SET quarantined_at = now() - interval '731 days';
             UPDATE providers.usage_tracking SET created_at = now() - interval '366 days' WHERE id = 1;
             UPDATE system.retention_policies SET retention_days = 365, last_cleanup_at = NULL;
             INSERT INTO audits.audit_log (entity_type, action, signature, timestamp)
             VALUES ('x', 'x', 'x', '2025-01-15'), ('x', 'x', 'x', '2025-02-15');",
        )
        .await;
    system
        .age(
            "UPDATE system.retention_policies SET retention_days = 90 WHERE table_name = 'analysis_sessions'",
        )
        .await;
    let gone = system.applied();
    assert_eq!(gone[..2], went(&[("audits.audit_log", 2), ("production.analysis_sessions", 3)]));
    assert_eq!(gone.iter().filter(|(table, _)| table == "quarantine.quarantined_records").count(), 1);
    let end = "SELECT to_regclass('audits.audit_log_2025_01') IS NULL, count(*) FROM audits.audit_log WHERE action = 'CHECKPOINT'";
    assert_eq!(system.answers(end).await, "t | 2");
    assert_eq!(
        system.answers("SELECT count(*) FROM system.retention_policies WHERE last_cleanup_at IS NULL").await,
        "0"
    );
    system.run("retention --exit-code", 0);
}

#[tokio::test]
async fn ai_modernize() {
    let system = System::seeded("ai-modernize").await;
    makes_what_the_system_makes(&system).await;
    assert_eq!(system.applied(), []);
    system
        .age(
            "SELECT migration.ensure_partitions('llm_usage_log', '2021-01-01', '2021-01-01');
             UPDATE migration.access_audit_log SET created_at = now() - interval '731 days';
             UPDATE migration.raw_import_records SET created_at = now() - interval '366 days' WHERE row_number = 1;",
        )
        .await;
    let records = "SELECT count(*) FROM migration.raw_import_records WHERE row_number = 1";
    let records = system.answers(records).await.parse().unwrap();
    let old = went(&[("migration.raw_import_records", records), ("migration.access_audit_log", 1)]);
    assert!(system.run("partitions", 0).contains("too old"));
    system.run("partitions --apply --yes", 0);
    assert_eq!(system.answers("SELECT to_regclass('migration.llm_usage_log_2021_01') IS NULL").await, "t");
    assert_eq!(system.applied(), old);
}

#[tokio::test]
async fn aic_sos() {
    let system = System::seeded("aic-sos").await;
    assert_eq!(system.applied(), []);
    let events = system.answers("SELECT count(*) FROM audit_events").await.parse().unwrap();
    system
        .age("UPDATE audit_events SET created_at = now() - interval '10 years', retention_until = NULL")
        .await;
    assert_eq!(system.applied(), went(&[("public.audit_events", events)]));
    assert_ne!(
        system.answers("SELECT count(*) FROM audit_config WHERE chain_checkpoints <> '{}'").await,
        "0"
    );
}

#[tokio::test]
async fn adx_core() {
    let system = System::seeded("adx-core").await;
    assert_eq!(system.applied(), []);
    system.age("UPDATE audit_logs SET created_at = now() - interval '8 years'").await;
    let logs = system.answers("SELECT count(*) FROM audit_logs").await.parse().unwrap();
    assert_eq!(system.applied(), went(&[("public.audit_logs", logs)]));
}
