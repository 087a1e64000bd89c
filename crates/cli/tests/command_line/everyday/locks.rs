//! The proof of locks, from a pending version that would stop everybody to one that does not.

use serde_json::Value;

use crate::desk::Desk;

const TABLES: &str = "
    CREATE TABLE customer (id int PRIMARY KEY, name text);
    CREATE TABLE invoice (id int PRIMARY KEY, customer_id int, total numeric, note text);";

const ROWS: &str = "
    INSERT INTO customer SELECT n, 'customer ' || n FROM generate_series(1, 100) AS n;
    INSERT INTO invoice SELECT n, n % 100 + 1, n, repeat('x', 40) FROM generate_series(1, 200000) AS n;
    ANALYZE;";

/// What everybody would wait for: a rewrite, and a foreign key that looks at every row.
const DANGEROUS: &str = "ALTER TABLE customer ADD COLUMN region text;
ALTER TABLE invoice ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE invoice ADD CONSTRAINT of_customer FOREIGN KEY (customer_id) REFERENCES customer;";

/// Kind, object and severity of each finding.
fn findings(document: &Value) -> Vec<String> {
    let findings = document["findings"].as_array().unwrap().iter();
    let word = |finding: &Value, key: &str| finding[key].as_str().unwrap().to_owned();
    findings
        .map(|it| format!("{} {} {}", word(it, "kind"), word(it, "object"), word(it, "severity")))
        .collect()
}

#[tokio::test]
async fn a_pending_version_is_judged_by_the_size_of_the_real_table() {
    let desk = Desk::with_database().await;
    desk.file("migrations/001_tables.sql", TABLES);
    desk.run("migrate").ends(0);
    desk.file("migrations/002_dangerous.sql", DANGEROUS);
    desk.run("prove locks").ends(0).says("nobody waits long for what is pending");

    desk.connect().await.batch_execute(ROWS).await.unwrap();
    desk.run("prove locks")
        .ends(7)
        .says("lock_rewrite  public.invoice in version 002")
        .says("migrations/002_dangerous.sql:2")
        .says("reads and writes of public.invoice wait (ACCESS EXCLUSIVE)")
        .says("those of public.customer since migrations/002_dangerous.sql:1")
        .says("ALTER TABLE public.invoice ALTER COLUMN token SET DEFAULT gen_random_uuid();")
        .says("ALTER TABLE public.invoice VALIDATE CONSTRAINT of_customer;")
        .says("pending in database");
    let document = desk.run("prove locks --json").ends(7).json();
    assert_eq!(
        findings(&document),
        ["lock_rewrite public.invoice in version 002 high", "lock_scan public.invoice in version 002 medium"]
    );
    let locks = &document["projects"][0]["proofs"][0]["locks"];
    assert_eq!(locks[1]["place"], "migrations/002_dangerous.sql:2");
    let invoice = &locks[1]["locks"][0];
    assert_eq!(invoice["mode"], "ACCESS_EXCLUSIVE");
    assert_eq!((&invoice["blocks"], &invoice["rewrite"]), (&Value::from("reads"), &Value::from(true)));
    assert_eq!(invoice["size"]["rows"], 200_000);
    let sarif = desk.run("prove locks --sarif").ends(7).json();
    let result = &sarif["runs"][0]["results"][0];
    assert_eq!((&result["ruleId"], &result["level"]), (&Value::from("lock_rewrite"), &Value::from("error")));

    let accepted = "[[accepted]]\nkind = \"lock_rewrite\"\nobject = \"public.invoice in version 002\"\n\
                    reason = \"at night\"\n[[accepted]]\nkind = \"lock_scan\"\n\
                    object = \"public.invoice in version 002\"\nreason = \"as well\"\n";
    desk.file("bulkhead.toml", accepted);
    desk.run("prove locks").ends(0).says("accepted: lock_rewrite public.invoice in version 002: at night");
    desk.remove("bulkhead.toml");

    // Applied, it stops nobody any more.
    desk.run("migrate").ends(0);
    desk.run("prove locks").ends(0).says("none of them is pending").says("3 other statements");
    let safe = "CREATE INDEX CONCURRENTLY invoice_customer ON invoice (customer_id);";
    desk.file("migrations/003_safe.sql", safe);
    desk.run("prove locks").ends(0).says("nobody waits long");
    let statement =
        desk.run("prove locks --json").ends(0).json()["projects"][0]["proofs"][0]["locks"][3].clone();
    assert_eq!((&statement["source"], &statement["judged"]), (&Value::from("sampled"), &Value::from(true)));
}

#[tokio::test]
async fn without_the_real_database_sizes_are_assumed_or_nothing_is_judged() {
    let mut desk = Desk::with_database().await;
    let url = desk.database().url().to_owned();
    let (server, _) = url.split_at(url.find(&format!("/{}", desk.database().name())).unwrap());
    let rest = url.split_once('?').map(|(_, rest)| format!("?{rest}")).unwrap_or_default();
    desk.set("DATABASE_URL", &format!("{server}/not_there_yet{rest}"));
    desk.file("migrations/001_tables.sql", TABLES).file("migrations/002_dangerous.sql", DANGEROUS);
    desk.run("prove locks")
        .ends(0)
        .says("measured; none of them is pending where sizes are known")
        .says("nothing is judged")
        .says("\"not_there_yet\" does not exist");
    desk.run("prove locks --assume-rows 50").ends(0).says("as if each table that it finds had 50 rows");
    let document = desk.run("prove locks --assume-rows 5000000 --json").ends(7).json();
    assert_eq!(
        findings(&document),
        [
            "lock_rewrite public.invoice in version 002 high",
            "lock_scan public.invoice in version 002 high",
            "lock_many_tables version 002 low"
        ]
    );
    desk.run("prove locks --assume-rows 0").ends(2).says("--assume-rows");
}

#[tokio::test]
async fn a_version_that_fails_is_told_as_a_run_tells_it() {
    let desk = Desk::with_database().await;
    desk.file("migrations/001_a.sql", "CREATE TABLE a ();")
        .file("migrations/002_b.sql", "SELECT 1;\nSELECT nonesuch;");
    desk.run("prove locks").ends(1).says("migrations/002_b.sql:2:8").says("nonesuch");
}
