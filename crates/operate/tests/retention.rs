//! Retention on a real server.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::time::Duration;

use bulkhead_connect::{Origin, Target, answer};
use bulkhead_migrate::Interrupt;
use bulkhead_operate::{
    Action, OperateError, RetentionLimits, RetentionReport, RetentionResult, Workplace, apply_retention,
    retention,
};
use bulkhead_project::{Manifest, RetentionRule};
use bulkhead_testkit::TestDatabase;
use tokio_postgres::Client;

struct Archive {
    database: TestDatabase,
    client: Client,
    rules: Vec<RetentionRule>,
    limits: RetentionLimits,
}

/// A database with these tables and rules; `event(id, at, org)` holds a row a day for the last 400 days, the oldest
/// with the lowest number.
async fn archive(tables: &str, rules: &str) -> Archive {
    let database = bulkhead_testkit::database().await;
    let client = database.connect().await;
    client.batch_execute(EVENT).await.unwrap();
    client.batch_execute(tables).await.unwrap();
    let manifest = Manifest::parse(rules, "bulkhead.toml".as_ref()).unwrap();
    let limits = RetentionLimits { batch: 100, budget: Duration::from_secs(60), pause: Duration::ZERO };
    Archive { database, client, rules: manifest.retention, limits }
}

const EVENT: &str = "
    CREATE TABLE event (id int PRIMARY KEY, at timestamptz, org int);
    INSERT INTO event SELECT n, now() - make_interval(days => 401 - n) + interval '1 minute', n % 2
    FROM generate_series(1, 400) AS n;";
const RULE: &str = "[[retention]]\ntable = \"event\"\ncolumn = \"at\"\n";

impl Archive {
    async fn look(&self) -> Result<RetentionResult, OperateError> {
        Ok(only(retention(&self.client, "archive", &self.rules, Some("org")).await?))
    }

    async fn apply_all(&self) -> RetentionReport {
        let target = Target::parse(self.database.url(), Origin::Flag, &|_| None).unwrap();
        let (_sender, interrupt) = Interrupt::new();
        let mut workplace = Workplace {
            target: &target,
            connect_timeout: Duration::from_secs(10),
            retry_budget: Duration::from_secs(20),
            interrupt: &interrupt,
            tell: &mut |_| {},
        };
        apply_retention(&mut workplace, "archive", &self.rules, Some("org"), self.limits).await.unwrap()
    }

    async fn apply(&self) -> RetentionResult {
        only(self.apply_all().await)
    }

    async fn run(&self, sql: &str) {
        self.client.batch_execute(sql).await.unwrap();
    }

    async fn answers(&self, sql: &str) -> String {
        answer(&self.client, sql).await.unwrap().join(", ")
    }
}

fn only(mut report: RetentionReport) -> RetentionResult {
    report.rules.remove(0)
}

#[tokio::test]
async fn what_would_go_is_counted_by_tenant_and_nothing_is_written() {
    let archive = archive("", &format!("{RULE}keep = \"300 days\"\nwhere = \"id > 10\"")).await;
    archive.run("ANALYZE event").await;
    let result = archive.look().await.unwrap();
    assert_eq!((result.rows, result.left, result.deleted), (90, 90, 0));
    let tenants: Vec<(Option<&str>, u64)> =
        result.tenants.iter().map(|tenant| (tenant.tenant.as_deref(), tenant.rows)).collect();
    assert_eq!(tenants, [(Some("0"), 45), (Some("1"), 45)]);
    assert!(result.bytes_estimate > Some(90 * 36) && result.oldest.is_some(), "{result:?}");
    assert_eq!(archive.answers("SELECT count(*) FROM event").await, "400");
}

#[tokio::test]
async fn looking_cannot_write_even_by_a_condition() {
    let writes = "CREATE FUNCTION forget(int) RETURNS bool LANGUAGE plpgsql AS
                  'BEGIN DELETE FROM event; RETURN true; END';";
    let archive = archive(writes, &format!("{RULE}keep = \"1 day\"\nwhere = \"forget(id)\"")).await;
    let error = archive.look().await.unwrap_err().to_string();
    assert!(error.contains("25006"), "{error}");
    assert_eq!(archive.answers("SELECT count(*) FROM event").await, "400");
}

#[tokio::test]
async fn old_rows_go_in_batches_with_and_without_an_index() {
    for (index, kind) in [
        ("CREATE INDEX ON event (at);", "timestamptz"),
        ("", "timestamptz"),
        ("CREATE INDEX ON event (at);", "timestamp"),
        ("", "date"),
    ] {
        let tables = format!("ALTER TABLE event ALTER at TYPE {kind} USING at AT TIME ZONE 'UTC'; {index}");
        let tables = if kind == "timestamptz" { index.to_owned() } else { tables };
        let archive = archive(&tables, &format!("{RULE}keep = \"100 days\"")).await;
        let result = archive.apply().await;
        assert_eq!(
            (result.deleted, result.left, result.obstacles.len()),
            (300, 0, 0),
            "{index} {kind}: {result:?}"
        );
        assert!(result.batches >= 4, "{result:?}");
        assert_eq!(archive.answers("SELECT count(*), min(id) FROM event").await, "100 | 301");
        assert_eq!(archive.apply().await.deleted, 0);
    }
}

#[tokio::test]
async fn rows_of_the_same_time_are_not_lost_between_batches() {
    let tables = "UPDATE event SET at = '2001-01-01'; CREATE INDEX ON event (at);";
    let mut archive = archive(tables, &format!("{RULE}keep = \"1 year\"")).await;
    archive.limits.batch = 7;
    assert_eq!(archive.apply().await.deleted, 400);
}

#[tokio::test]
async fn partitions_are_gone_through_one_by_one() {
    let tables = "
        CREATE TABLE log (at timestamptz) PARTITION BY RANGE (at);
        CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM ('2001-01-01') TO ('2002-01-01');
        CREATE TABLE log_2 PARTITION OF log DEFAULT;
        CREATE INDEX ON log_1 (at);
        INSERT INTO log SELECT timestamptz '2001-12-31' + make_interval(hours => n) FROM generate_series(1, 48) AS n;
        INSERT INTO log VALUES (now());";
    let archive = archive(tables, "[[retention]]\ntable = \"log\"\ncolumn = \"at\"\nkeep = \"1 year\"").await;
    assert_eq!(archive.apply().await.deleted, 48);
    assert_eq!(archive.answers("SELECT count(*) FROM log").await, "1");
}

#[tokio::test]
async fn nobody_waits_for_a_locked_row_and_the_next_run_takes_it() {
    for index in ["CREATE INDEX ON event (at)", ""] {
        let archive = archive(index, &format!("{RULE}keep = \"100 days\"")).await;
        let other = archive.database.connect().await;
        other.batch_execute("BEGIN; UPDATE event SET org = 5 WHERE id <= 3").await.unwrap();
        let result = archive.apply().await;
        assert_eq!((result.deleted, result.left), (297, 3));
        other.batch_execute("COMMIT").await.unwrap();
        let result = archive.apply().await;
        assert_eq!((result.deleted, result.left), (3, 0));
    }
}

#[tokio::test]
async fn a_writer_never_waits_long() {
    let tables = "INSERT INTO event SELECT n, '2001-01-01', n % 5 FROM generate_series(1001, 30000) AS n;
                  CREATE INDEX ON event (at);";
    let archive = archive(tables, &format!("{RULE}keep = \"100 days\"")).await;
    let writer = archive.database.connect().await;
    writer.batch_execute("SET lock_timeout = '100ms'").await.unwrap();
    let writing = async {
        for number in 0_u32.. {
            let id = 1000 + number * 7919 % 29_000;
            let sql = format!(
                "UPDATE event SET org = 9 WHERE id = {id}; INSERT INTO event VALUES (-{number}, now(), 1)"
            );
            writer.batch_execute(&sql).await.expect("nobody waits for 100 ms");
            tokio::task::yield_now().await;
        }
    };
    let result = tokio::select! {
        result = archive.apply() => result,
        () = writing => unreachable!("it writes until the other is done"),
    };
    assert!(result.deleted + result.left >= 29_300, "{result:?}");
    assert!(archive.apply().await.left == 0);
}

#[tokio::test]
async fn what_others_point_to_stays_and_is_told() {
    let tables = "
        CREATE TABLE note (event int REFERENCES event, part int);
        CREATE TABLE copy (event int REFERENCES event ON DELETE CASCADE);
        CREATE TABLE mark (event int REFERENCES event ON DELETE SET NULL);
        INSERT INTO note VALUES (1), (2), (400); INSERT INTO copy VALUES (3), (3), (1); INSERT INTO mark VALUES (4);";
    let archive = archive(tables, &format!("{RULE}keep = \"100 days\"")).await;
    let result = archive.look().await.unwrap();
    assert_eq!((result.rows, result.referenced), (298, 2));
    let children: Vec<(&str, Action, Option<u64>)> =
        result.children.iter().map(|child| (child.table.as_str(), child.action, child.rows)).collect();
    let expected = [
        ("public.copy", Action::Cascade, Some(2)),
        ("public.mark", Action::SetNull, Some(1)),
        ("public.note", Action::Restrict, Some(2)),
    ];
    assert_eq!(children, expected);
    let result = archive.apply().await;
    assert_eq!((result.deleted, result.left, result.obstacles.len()), (298, 0, 0));
    assert_eq!(archive.answers("SELECT count(*) FROM copy").await, "1");
}

#[tokio::test]
async fn a_chain_within_one_table_goes_as_a_whole() {
    let tables = "ALTER TABLE event ADD before int REFERENCES event;
                  UPDATE event SET before = id - 1 WHERE id BETWEEN 2 AND 5; UPDATE event SET before = 299 WHERE id = 400;
                  UPDATE event SET before = 7 WHERE id = 7;";
    let archive = archive(tables, &format!("{RULE}keep = \"100 days\"")).await;
    let result = archive.apply().await;
    assert_eq!((result.deleted, result.left), (299, 0));
    assert_eq!(archive.answers("SELECT min(id) FROM event").await, "299");
}

#[tokio::test]
async fn what_the_system_forbids_is_told_and_the_rest_goes_on() {
    let tables = "
        CREATE TABLE book (at date); INSERT INTO book VALUES ('2001-01-01');
        CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS
          'BEGIN RAISE ''append-only'' USING HINT = ''Old entries go by purge().''; END';
        CREATE TRIGGER append_only BEFORE DELETE ON event FOR EACH ROW EXECUTE FUNCTION no();";
    let rules = format!(
        "{RULE}keep = \"100 days\"\n[[retention]]\ntable = \"book\"\ncolumn = \"at\"\nkeep = \"1 day\""
    );
    let archive = archive(tables, &rules).await;
    assert_eq!(archive.look().await.unwrap().triggers, ["append_only"]);
    let report = archive.apply_all().await;
    let obstacle = &report.rules[0].obstacles[0];
    assert!(obstacle.code == "O012" && obstacle.what.contains("append_only"), "{obstacle:?}");
    assert!(
        obstacle.help.starts_with("Old entries go by purge(). Name the system's own way"),
        "{obstacle:?}"
    );
    assert_eq!((report.rules[0].left, report.rules[1].deleted), (300, 1));
}

#[tokio::test]
async fn policies_decide_for_each_tenant() {
    let tables = "
        CREATE TABLE policy (org int, days int, hold bool, kind text, ran timestamptz);
        INSERT INTO event SELECT n, '2001-01-01', n FROM generate_series(1002, 1006) AS n;";
    let policies = "policies = { table = \"policy\", days = \"days\", tenant = \"org\", hold = \"hold\", stamp = \"ran\", \
                    where = \"kind = 'events'\" }";
    let archive = archive(tables, &format!("{RULE}{policies}")).await;
    archive.run("INSERT INTO policy VALUES (0, 100, false, 'events'), (0, 200, NULL, 'events'), (0, 1, false, 'other'),
                 (1, 300, false, 'events'), (1002, 10, true, 'events'), (1003, NULL, false, 'events'),
                 (1004, 10, false, 'events')").await;
    let result = archive.look().await.unwrap();
    let mut tenants: Vec<(&str, u64, u64)> = result
        .tenants
        .iter()
        .map(|tenant| (tenant.tenant.as_deref().unwrap(), tenant.rows, tenant.held))
        .collect();
    tenants.sort_unstable();
    // The longer of two counts; 1003 and 1005 have none that says how long, and 1002 is held.
    assert_eq!(tenants, [("0", 100, 0), ("1", 50, 0), ("1002", 0, 1), ("1004", 1, 0)]);
    assert_eq!(archive.apply().await.deleted, 151);
    assert_eq!(archive.answers("SELECT count(ran) FROM policy").await, "6");
    assert_eq!(archive.answers("SELECT count(*) FROM event WHERE id > 1000").await, "4");
}

#[tokio::test]
async fn the_rule_speaks_where_policies_are_silent_and_a_policy_of_no_days_is_refused() {
    let tables = "CREATE TABLE policy (org int, days int); INSERT INTO policy VALUES (0, NULL), (0, 10);";
    let rule = format!(
        "{RULE}keep = \"100 days\"\npolicies = {{ table = \"policy\", days = \"days\", tenant = \"org\" }}"
    );
    let archive = archive(tables, &rule).await;
    let result = archive.look().await.unwrap();
    assert_eq!(result.tenants.iter().map(|tenant| tenant.rows).collect::<Vec<_>>(), [150, 150]);
    archive.run("INSERT INTO policy VALUES (1, 0)").await;
    assert_eq!(archive.look().await.unwrap_err().code(), "O013");
}

#[tokio::test]
async fn the_rows_own_end_wins() {
    let tables = "ALTER TABLE event ADD until timestamptz;
                  UPDATE event SET until = now() + interval '1 day' WHERE id = 1;
                  UPDATE event SET until = now() - interval '1 day' WHERE id = 400; CREATE INDEX ON event (at);";
    let archive = archive(tables, &format!("{RULE}keep = \"390 days\"\nuntil = \"until\"")).await;
    assert_eq!(archive.apply().await.deleted, 10);
    assert_eq!(
        archive.answers("SELECT min(id), max(id) FROM event WHERE id NOT BETWEEN 2 AND 10").await,
        "1 | 399"
    );
}

#[tokio::test]
async fn the_systems_own_function_is_called_for_each_tenant_in_batches_and_once() {
    let tables = "
        CREATE TABLE called (org text, batch int);
        CREATE FUNCTION purge(of_org int, batch int) RETURNS int LANGUAGE plpgsql AS $$
        DECLARE gone int; BEGIN
          INSERT INTO called VALUES (of_org, batch);
          DELETE FROM event WHERE id IN (SELECT id FROM event WHERE org = of_org AND at < now() - interval '100 days'
            ORDER BY at LIMIT batch);
          GET DIAGNOSTICS gone = ROW_COUNT; RETURN gone; END $$;";
    let rule = format!("{RULE}keep = \"100 days\"\npurge = \"SELECT purge(%tenant%, %batch%)\"\n");
    let archive =
        archive(tables, &format!("{rule}{}", rule.replace("at\"", "at\"\nwhere = \"id > 0\""))).await;
    let report = archive.apply_all().await;
    assert_eq!((report.rules[0].deleted, report.rules[0].left, report.rules[1].left), (300, 0, 0));
    // 150 rows each: 100, 50, and none.
    assert_eq!(
        archive.answers("SELECT org, count(*), min(batch) FROM called GROUP BY org ORDER BY org").await,
        "0 | 3 | 100, 1 | 3 | 100"
    );
}

#[tokio::test]
async fn a_run_without_time_says_what_is_left_and_the_next_goes_on() {
    let mut archive = archive("", &format!("{RULE}keep = \"100 days\"")).await;
    archive.limits.budget = Duration::ZERO;
    let result = archive.apply().await;
    assert_eq!((result.deleted, result.left), (0, 300));
    archive.limits =
        RetentionLimits { batch: 10, budget: Duration::from_millis(60), pause: Duration::from_millis(25) };
    let result = archive.apply().await;
    assert_eq!((result.deleted + result.left, result.left > 0), (300, true), "{result:?}");
    archive.limits.budget = Duration::from_secs(60);
    assert_eq!(archive.apply().await.left, 0);
}

/// Rows that row security hides are not "nothing to do".
#[tokio::test]
async fn hidden_rows_are_an_error_and_not_overlooked() {
    let tables = "ALTER TABLE event ENABLE ROW LEVEL SECURITY; CREATE POLICY few ON event USING (id = 1);
                  GRANT SELECT ON event TO pg_monitor; SET ROLE pg_monitor;";
    let archive = archive(tables, &format!("{RULE}keep = \"100 days\"")).await;
    let error = archive.look().await.unwrap_err().to_string();
    assert!(error.contains("42501") && error.contains("row-level security"), "{error}");
}

#[tokio::test]
async fn what_does_not_fit_is_refused_with_the_reason() {
    let policies = |rest: &str| format!("policies = {{ table = \"policy\", days = \"days\"{rest} }}");
    let cases = [
        (RULE.replace("event", "nonesuch") + "keep = \"1 day\"", "there is no table nonesuch"),
        (RULE.replace("\"at\"", "\"att\"") + "keep = \"1 day\"", "there is no column att"),
        (RULE.replace("\"at\"", "\"id\"") + "keep = \"1 day\"", "id is of type integer"),
        (format!("{RULE}until = \"org\""), "org is of type integer"),
        (format!("{RULE}keep = \"1 day\"\ntenant = \"x\""), "there is no column x"),
        (format!("{RULE}{}", policies(", hold = \"held\"")), "policy has no column held"),
        (format!("{RULE}{}", policies("").replace("\"policy\"", "\"none\"")), "there is no table none"),
        (format!("{RULE}{}", policies(", where = \"a = 1\"")), "its policies cannot be read"),
    ];
    for (rule, reason) in cases {
        let archive = archive("CREATE TABLE policy (days int)", &rule).await;
        let error = archive.look().await.unwrap_err();
        assert!(error.code() == "O011" && error.to_string().contains(reason), "{error}");
    }
}

#[tokio::test]
async fn what_the_systems_own_function_keeps_is_not_left_to_do() {
    let tables = "CREATE FUNCTION purge() RETURNS void LANGUAGE sql AS 'DELETE FROM event WHERE id <= 290';";
    let archive = archive(tables, &format!("{RULE}keep = \"100 days\"\npurge = \"SELECT purge()\"")).await;
    let result = archive.apply().await;
    assert_eq!((result.deleted, result.left, result.kept_by_system), (290, 0, 10));
}
