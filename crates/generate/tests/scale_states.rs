//! Times go with the states of generated rows, where names say so and nothing forbids it.

use bulkhead_generate::{Scale, Tenancy, scale};
use bulkhead_testkit::database;

const WANTED: Scale =
    Scale { rows: 3_000, tenants: 5, seed: 7, zipf: 1.07, jobs: 2, triggers: true, dry_run: false };
const TENANCY: Tenancy<'_> = Tenancy {
    root: Some("public.org"),
    key: Some("org_id"),
    shared: &[],
    membership: None,
    tenants: &[],
    schemas: &[],
};

/// In `stubborn` a trigger refuses what the names ask for; in `bound` a constraint says something else.
const SCHEMA: &str = "
    CREATE TABLE org (id int PRIMARY KEY, is_active boolean NOT NULL DEFAULT true, deactivated_at date);
    CREATE TYPE step AS ENUM ('queued', 'running', 'failed', 'done');
    CREATE TABLE job (id int PRIMARY KEY, org_id int NOT NULL REFERENCES org, status step NOT NULL,
      started_at timestamptz, finished_at timestamptz, created_at timestamptz DEFAULT now(), sha256 text);
    CREATE TABLE visit (id int PRIMARY KEY, org_id int NOT NULL REFERENCES org, started_at timestamp NOT NULL,
      state text NOT NULL CHECK (state IN ('open', 'approved', 'rejected')), approved_at timestamp);
    CREATE TABLE bound (id int PRIMARY KEY, org_id int NOT NULL REFERENCES org,
      status text NOT NULL CHECK (status IN ('new', 'sent')), sent_at date CHECK (sent_at < '1999-01-01'));
    CREATE TABLE stubborn (id int PRIMARY KEY, org_id int NOT NULL REFERENCES org,
      status text NOT NULL CHECK (status IN ('new', 'sent')), sent_at date);
    CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN IF NEW.sent_at IS NOT NULL THEN RAISE 'not yet'; END IF; RETURN NEW; END $$;
    CREATE TRIGGER t BEFORE INSERT ON stubborn FOR EACH ROW EXECUTE FUNCTION no();";

#[tokio::test]
async fn times_go_with_states_unless_something_forbids_it() {
    let database = database().await;
    let client = database.connect().await;
    client.batch_execute(SCHEMA).await.unwrap();
    let report = scale(&client, &TENANCY, &WANTED, &mut |_| {}).await.unwrap();
    let empty: Vec<&str> =
        report.tables.iter().filter(|table| table.rows == 0).map(|table| table.table.as_str()).collect();
    assert_eq!(empty, [""; 0]);
    // What is wrong, and what has to be there all the same.
    let nothing = [
        "SELECT FROM org WHERE is_active = (deactivated_at IS NOT NULL)",
        "SELECT FROM job WHERE (status IN ('failed', 'done')) <> (finished_at IS NOT NULL)",
        "SELECT FROM job WHERE (status = 'queued') = (started_at IS NOT NULL)",
        "SELECT FROM job WHERE finished_at <= started_at OR created_at IS NULL OR sha256 !~ '^[0-9a-f]{64}$'",
        "SELECT FROM visit WHERE (state = 'approved') <> (approved_at IS NOT NULL) OR approved_at <= started_at",
        "SELECT FROM bound WHERE sent_at IS NOT NULL",
        "SELECT FROM stubborn WHERE sent_at IS NOT NULL",
    ];
    for sql in nothing {
        assert_eq!(client.query(sql, &[]).await.unwrap().len(), 0, "{sql}");
    }
    let something = [
        "SELECT FROM job WHERE status = 'queued'",
        "SELECT FROM job WHERE finished_at IS NOT NULL",
        "SELECT FROM visit WHERE approved_at IS NOT NULL",
        "SELECT FROM stubborn WHERE status = 'sent'",
    ];
    for sql in something {
        assert!(!client.query(sql, &[]).await.unwrap().is_empty(), "{sql}");
    }
}
