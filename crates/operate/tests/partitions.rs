//! Partitions by time on a real server.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::time::Duration;

use bulkhead_connect::{Origin, Target, answer};
use bulkhead_migrate::Interrupt;
use bulkhead_operate::{
    Level, OperateError, PartitionState, PartitionedTable, PartitionsReport, Workplace, health_check,
    keep_partitions, partitions,
};
use bulkhead_project::{Manifest, PartitionRule};
use bulkhead_testkit::TestDatabase;
use tokio_postgres::Client;

/// A database with a table `usage`, and the rule for it.
struct Meter {
    database: TestDatabase,
    client: Client,
    rules: Vec<PartitionRule>,
    retry_budget: Duration,
}

async fn meter(tables: &str, rule: &str) -> Meter {
    let database = bulkhead_testkit::database().await;
    let client = database.connect().await;
    client.batch_execute("SET TimeZone = 'UTC'").await.unwrap();
    client.batch_execute(tables).await.unwrap();
    let manifest = format!("[[partitions]]\ntable = \"usage\"\nevery = \"month\"\n{rule}");
    let manifest = Manifest::parse(&manifest, "bulkhead.toml".as_ref()).unwrap();
    Meter { database, client, rules: manifest.partitions, retry_budget: Duration::from_secs(20) }
}

impl Meter {
    async fn look(&self) -> Result<PartitionedTable, OperateError> {
        Ok(only(partitions(&self.client, "meter", &self.rules).await?))
    }

    async fn apply(&self, remove: bool) -> PartitionedTable {
        let target = Target::parse(self.database.url(), Origin::Flag, &|_| None).unwrap();
        let (_sender, interrupt) = Interrupt::new();
        let mut workplace = Workplace {
            target: &target,
            connect_timeout: Duration::from_secs(10),
            retry_budget: self.retry_budget,
            interrupt: &interrupt,
            tell: &mut |_| {},
        };
        only(keep_partitions(&mut workplace, "meter", &self.rules, remove).await.unwrap())
    }

    async fn answers(&self, sql: &str) -> String {
        answer(&self.client, sql).await.unwrap().join(", ")
    }
}

fn only(mut report: PartitionsReport) -> PartitionedTable {
    report.tables.remove(0)
}

/// A partition of `usage` for the month that is `offset` months from now.
fn month(offset: i32, name: &str) -> String {
    format!(
        "DO $$BEGIN EXECUTE format('CREATE TABLE %I PARTITION OF usage FOR VALUES FROM (%L) TO (%L)',
           to_char(date_trunc('month', now()) + interval '{offset} months', '{name}'),
           date_trunc('month', now()) + interval '{offset} months',
           date_trunc('month', now()) + interval '{next} months'); END$$;",
        next = offset + 1
    )
}

const USAGE: &str =
    "CREATE TABLE usage (id int, at timestamptz NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);";
const NAMES: &str = "SELECT string_agg(right(inhrelid::regclass::text, 7), ' ' ORDER BY inhrelid::regclass::text) \
                     FROM pg_inherits WHERE inhparent = 'usage'::regclass";

/// The names of so many months from an offset on, as `YYYY_MM`.
async fn months(meter: &Meter, from: i32, to: i32) -> String {
    let sql = format!(
        "SELECT string_agg(to_char(date_trunc('month', now()) + make_interval(months => n), 'YYYY_MM'), ' ' ORDER BY n) \
         FROM generate_series({from}, {to}) AS n"
    );
    meter.answers(&sql).await
}

#[tokio::test]
async fn what_is_missing_is_made_once_and_looking_makes_nothing() {
    let meter = meter(USAGE, "ahead = 2").await;
    assert_eq!(meter.look().await.unwrap().missing.len(), 3);
    assert_eq!(meter.answers(NAMES).await, "NULL");
    let table = meter.apply(false).await;
    assert_eq!((table.done.len(), table.missing.len()), (3, 0));
    assert_eq!(meter.answers(NAMES).await, months(&meter, 0, 2).await);
    let states: Vec<PartitionState> = table.partitions.iter().map(|partition| partition.state).collect();
    assert_eq!(states, [PartitionState::Current, PartitionState::Ahead, PartitionState::Ahead]);
    assert!(meter.apply(false).await.done.is_empty());
    meter.client.batch_execute("INSERT INTO usage VALUES (1, now() + interval '1 month')").await.unwrap();
}

/// What keeps a stranger from a partition, as one text.
const GUARDS: &str = "
    SELECT c.relrowsecurity, c.relforcerowsecurity, c.relacl, c.reloptions,
      (SELECT string_agg(concat_ws(' ', p.polname, p.polcmd, p.polpermissive, p.polroles,
         replace(pg_get_expr(p.polqual, p.polrelid), c.relname, 'T')), ';' ORDER BY p.polname)
       FROM pg_policy AS p WHERE p.polrelid = c.oid),
      (SELECT string_agg(t.tgname || t.tgenabled::text, ';' ORDER BY t.tgname) FROM pg_trigger AS t
       WHERE t.tgrelid = c.oid AND NOT t.tgisinternal),
      (SELECT string_agg(regexp_replace(pg_get_indexdef(i.indexrelid), ' INDEX \\S+ ON \\S+', ''), ';'
         ORDER BY pg_get_indexdef(i.indexrelid) ~ 'DESC', i.indisunique)
       FROM pg_index AS i WHERE i.indrelid = c.oid),
      (SELECT string_agg(pg_get_constraintdef(k.oid), ';' ORDER BY pg_get_constraintdef(k.oid)) FROM pg_constraint AS k WHERE k.conrelid = c.oid),
      (SELECT string_agg(a.attname || coalesce(a.attacl::text, ''), ';' ORDER BY a.attnum) FROM pg_attribute AS a
       WHERE a.attrelid = c.oid AND a.attnum > 0)
    FROM pg_class AS c JOIN pg_inherits AS i ON i.inhrelid = c.oid WHERE i.inhparent = 'usage'::regclass
    ORDER BY c.relname";

#[tokio::test]
async fn a_new_partition_is_guarded_like_its_siblings() {
    let tables = format!(
        "{USAGE} CREATE TABLE member (org int); ALTER TABLE usage ADD org int DEFAULT 7 CHECK (org > 0);
         CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''no''; END';
         CREATE TRIGGER rows BEFORE DELETE ON usage FOR EACH ROW EXECUTE FUNCTION no();
         CREATE INDEX ON usage (org); {}
         ALTER TABLE usage_now ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY, SET (fillfactor = 70);
         CREATE POLICY mine ON usage_now FOR SELECT TO pg_monitor
           USING (EXISTS (SELECT FROM member WHERE member.org = usage_now.org));
         CREATE POLICY strict ON usage_now AS RESTRICTIVE USING (true) WITH CHECK (org = 7);
         CREATE TRIGGER truncated BEFORE TRUNCATE ON usage_now FOR EACH STATEMENT EXECUTE FUNCTION no();
         ALTER TABLE usage_now ENABLE ALWAYS TRIGGER truncated;
         CREATE INDEX own ON usage_now (id DESC) WHERE org > 1;
         GRANT SELECT, INSERT ON usage_now TO pg_monitor; GRANT UPDATE (org) ON usage_now TO pg_read_all_data;
         REVOKE TRUNCATE ON usage_now FROM CURRENT_USER;
         ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO PUBLIC;",
        month(0, "\"usage_now\"")
    );
    let meter = meter(&tables, "ahead = 1").await;
    assert_eq!(meter.apply(false).await.done.len(), 1, "{:?}", meter.apply(false).await.obstacles);
    let guards = answer(&meter.client, GUARDS).await.unwrap();
    assert_eq!((guards.len(), &guards[0]), (2, &guards[1]));
    assert!(guards[0].starts_with("t | t | "), "{}", guards[0]);
}

#[tokio::test]
async fn without_siblings_the_parent_is_the_model() {
    let tables = format!(
        "{USAGE} ALTER TABLE usage ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON usage USING (id = 1);
         CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''no''; END';
         CREATE TRIGGER rows BEFORE DELETE ON usage FOR EACH ROW EXECUTE FUNCTION no();"
    );
    let meter = meter(&tables, "ahead = 0").await;
    assert_eq!(meter.apply(false).await.done.len(), 1);
    assert!(meter.answers(GUARDS).await.starts_with("t | f | NULL | NULL | p * t {0} (id = 1) | rowsO"));
}

#[tokio::test]
async fn old_partitions_are_dropped_or_only_detached() {
    for (old, default, left) in [
        ("drop", "", "0"),
        ("detach", "", "1"),
        ("drop", "CREATE TABLE rest PARTITION OF usage DEFAULT;", "0"),
    ] {
        let tables =
            format!("{USAGE}{default}{}{}", month(-3, "\"usage_\"YYYY_MM"), month(-1, "\"usage_\"YYYY_MM"));
        let meter = meter(&tables, &format!("ahead = 0\nkeep = \"32 days\"\nold = \"{old}\"")).await;
        let gone = meter.look().await.unwrap().old;
        assert_eq!(gone.len(), 1);
        assert!(meter.apply(false).await.old.len() == 1, "nothing goes without being wanted");
        let table = meter.apply(true).await;
        assert!(table.obstacles.is_empty() && table.old.is_empty(), "{:?}", table.obstacles);
        let there = format!("SELECT count(*) FROM pg_class WHERE oid = to_regclass('{}')", gone[0]);
        assert_eq!(meter.answers(&there).await, left, "{old} {default}");
        assert_eq!(meter.answers("SELECT count(*) FROM pg_inherits WHERE inhdetachpending").await, "0");
    }
}

#[tokio::test]
async fn a_hold_and_a_longer_policy_keep_what_the_rule_would_drop() {
    let tables = format!(
        "{USAGE} CREATE TABLE policy (days int, hold bool, name text); {}",
        month(-3, "\"usage_\"YYYY_MM")
    );
    let rule = "keep = \"1 day\"\npolicies = { table = \"policy\", days = \"days\", hold = \"hold\", where = \"name = 'usage'\" }";
    let meter = meter(&tables, rule).await;
    let cases = [
        ("(1, false, 'other')", 1, Some("1 day")),
        ("(1, false, 'usage'), (4000, false, 'usage')", 0, Some("4000 days")),
        ("(1, true, 'usage')", 0, None),
        ("(NULL, false, 'usage'), (3, NULL, 'usage')", 1, Some("3 days")),
    ];
    for (rows, old, keep) in cases {
        meter
            .client
            .batch_execute(&format!("TRUNCATE policy; INSERT INTO policy VALUES {rows}"))
            .await
            .unwrap();
        let table = meter.look().await.unwrap();
        assert_eq!((table.old.len(), table.keep.as_deref()), (old, keep), "{rows}");
    }
    meter.client.batch_execute("INSERT INTO policy VALUES (0, false, 'usage')").await.unwrap();
    assert_eq!(meter.look().await.unwrap_err().code(), "O013");
}

#[tokio::test]
async fn rows_in_the_default_partition_keep_their_own_from_being_made() {
    let tables = format!(
        "{USAGE} ALTER TABLE usage ADD twice int GENERATED ALWAYS AS (id * 2) STORED;
         CREATE TABLE rest (twice int GENERATED ALWAYS AS (id * 2) STORED, gone int, at timestamptz NOT NULL, id int NOT NULL);
         ALTER TABLE rest DROP gone, ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
         ALTER TABLE usage ATTACH PARTITION rest DEFAULT;
         INSERT INTO usage SELECT n, now() FROM generate_series(1, 3) AS n;"
    );
    let meter = meter(&tables, "ahead = 1").await;
    let table = meter.apply(false).await;
    assert_eq!(meter.answers(NAMES.replace("right", "left").as_str()).await.matches("usage").count(), 1);
    assert_eq!((table.done.len(), table.default_rows), (1, Some(3)));
    let obstacle = &table.obstacles[0];
    assert!(obstacle.code == "O014" && obstacle.what.starts_with("3 rows"), "{obstacle:?}");
    // What it says to do is enough.
    let sql = obstacle.help.split_once('\n').unwrap().1;
    meter.client.batch_execute(sql).await.unwrap();
    let table = meter.apply(false).await;
    assert!(table.obstacles.is_empty() && table.missing.is_empty() && table.default_rows == Some(0));
    assert_eq!(
        meter.answers("SELECT string_agg(id || ' ' || twice, ',' ORDER BY id) FROM usage").await,
        "1 2,2 4,3 6"
    );
    let open = "SELECT count(*) FROM pg_class WHERE oid = (SELECT DISTINCT tableoid FROM usage)
                AND NOT (relrowsecurity AND relforcerowsecurity)";
    assert_eq!(meter.answers(open).await, "0");
}

#[tokio::test]
async fn a_large_default_partition_is_scanned_before_anything_is_locked() {
    let tables = format!(
        "{USAGE} CREATE TABLE rest PARTITION OF usage DEFAULT;
         INSERT INTO usage SELECT n, timestamptz '2001-01-01' FROM generate_series(1, 20000) AS n;
         ALTER TABLE rest ADD CONSTRAINT bulkhead_belongs_elsewhere CHECK (at < '2002-01-01') NOT VALID;"
    );
    let meter = meter(&tables, "ahead = 1").await;
    let table = meter.apply(false).await;
    assert_eq!(table.done[0], "cleared the default partition");
    assert_eq!((table.done.len(), table.obstacles.len()), (3, 0), "{:?}", table.obstacles);
    assert_eq!(meter.answers("SELECT count(*) FROM pg_constraint WHERE conname LIKE 'bulkhead%'").await, "0");
}

#[tokio::test]
async fn a_detach_and_a_drop_left_half_way_are_finished() {
    let name = "\"usage_\"YYYY_MM";
    let meter = meter(
        &format!("{USAGE}{}{}", month(-3, name), month(-2, name)),
        "ahead = 0\nkeep = \"1 day\"\nold = \"drop\"",
    )
    .await;
    let (oldest, older) = {
        let old = meter.look().await.unwrap().old;
        (old[0].clone(), old[1].clone())
    };
    // One run ended between the halves of a detach, another one before the drop.
    let (reader, other) = (meter.database.connect().await, meter.database.connect().await);
    reader.batch_execute("BEGIN; SELECT count(*) FROM usage").await.unwrap();
    other.batch_execute("SET statement_timeout = '300ms'").await.unwrap();
    let detach = format!("ALTER TABLE usage DETACH PARTITION {oldest} CONCURRENTLY");
    other.batch_execute(&detach).await.unwrap_err();
    reader.batch_execute("COMMIT").await.unwrap();
    let mark = "bulkhead: to be dropped, once detached from public.usage";
    meter.client.batch_execute(&format!("COMMENT ON TABLE {oldest} IS '{mark}'")).await.unwrap();
    assert_eq!(meter.look().await.unwrap().unfinished, std::slice::from_ref(&oldest));
    let table = meter.apply(true).await;
    let told =
        [&format!("finished detaching {oldest}"), &format!("dropped {oldest}"), &format!("dropped {older}")];
    assert!(told.iter().all(|line| table.done.contains(line)) && table.unfinished.is_empty(), "{table:?}");
    assert!(meter.apply(true).await.done.is_empty());
}

#[tokio::test]
async fn what_could_not_be_detached_bears_no_note_that_it_is_to_be_dropped() {
    let tables = format!(
        "{USAGE}{} INSERT INTO usage SELECT 1, date_trunc('month', now()) - interval '3 months';
         CREATE TABLE bill (id int, at timestamptz, FOREIGN KEY (id, at) REFERENCES usage);
         INSERT INTO bill SELECT * FROM usage;",
        month(-3, "\"usage_\"YYYY_MM")
    );
    let meter = meter(&tables, "ahead = 0\nkeep = \"1 day\"\nold = \"drop\"").await;
    let table = meter.apply(true).await;
    assert!(table.obstacles.iter().any(|one| one.code == "O012" && one.what.contains("23503")), "{table:?}");
    assert_eq!(
        meter.answers("SELECT count(*) FROM pg_description WHERE description LIKE 'bulkhead%'").await,
        "0"
    );
}

#[tokio::test]
async fn whoever_is_in_the_way_is_named_and_nobody_else_waits() {
    let name = "\"usage_\"YYYY_MM";
    let tables = format!("{USAGE}{} CREATE TABLE rest PARTITION OF usage DEFAULT;", month(-3, name));
    let mut meter = meter(&tables, "ahead = 0\nkeep = \"1 day\"").await;
    meter.retry_budget = Duration::from_secs(1);
    let (holder, writer) = (meter.database.connect().await, meter.database.connect().await);
    holder.batch_execute("SET application_name = 'report'; BEGIN; SELECT count(*) FROM usage").await.unwrap();
    writer.batch_execute("SET lock_timeout = '100ms'").await.unwrap();
    let (_sender, stop) = Interrupt::new();
    let writing = async {
        for id in 0.. {
            let sql = format!("INSERT INTO usage VALUES ({id}, now()); SELECT count(*) FROM usage");
            writer.batch_execute(&sql).await.expect("nobody waits for 100 ms");
            if stop.sleep(Duration::from_millis(1)).await {
                break;
            }
        }
    };
    let table = tokio::select! {
        table = meter.apply(true) => table,
        () = writing => unreachable!("it writes until the other is done"),
    };
    let locked =
        table.obstacles.iter().find(|obstacle| obstacle.code == "O015").expect("the reader is in the way");
    assert!(locked.blockers.iter().any(|blocker| blocker.contains("\"report\"")), "{locked:?}");
    assert_eq!(table.old.len(), 1);
}

#[tokio::test]
async fn midnights_are_those_of_the_zone_in_which_the_partitions_begin() {
    let tables = format!(
        "SET TimeZone = 'Europe/Berlin'; {USAGE} CREATE TABLE usage_2026_01 PARTITION OF usage
         FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');"
    );
    let mut meter = meter(&tables, "ahead = 0").await;
    let refusal = meter.look().await.unwrap_err().to_string();
    assert!(refusal.contains("do not begin at midnight in UTC"), "{refusal}");
    meter.rules[0].zone = Some("Europe/Berlin".to_owned());
    let table = meter.apply(false).await;
    assert!(table.missing.is_empty() && table.gaps.is_empty(), "{table:?}");
    let bounds = "SELECT pg_get_expr(relpartbound, oid) FROM pg_class WHERE relname IN ('usage_2026_04', 'usage_2026_03')
                  ORDER BY relname";
    assert_eq!(
        meter.answers(bounds).await,
        "FOR VALUES FROM ('2026-03-01 00:00:00+01') TO ('2026-04-01 00:00:00+02'), \
         FOR VALUES FROM ('2026-04-01 00:00:00+02') TO ('2026-05-01 00:00:00+02')"
    );
}

#[tokio::test]
async fn what_cannot_be_kept_is_refused_with_the_reason() {
    let cases = [
        ("CREATE TABLE usage (at date)", "it is not partitioned"),
        ("CREATE TABLE usage (at int) PARTITION BY RANGE (at)", "its key at is of type integer"),
        ("CREATE TABLE usage (at date) PARTITION BY LIST (at)", "partitioned by list"),
        ("CREATE TABLE usage (at date, b int) PARTITION BY RANGE (at, b)", "its key has 2 columns"),
        ("CREATE TABLE usage (at text) PARTITION BY RANGE (lower(at))", "its key is an expression"),
        ("CREATE TABLE other (at date)", "there is no such table"),
    ];
    for (tables, reason) in cases {
        let error = meter(tables, "").await.look().await.unwrap_err();
        assert!(error.code() == "O011" && error.to_string().contains(reason), "{error}");
    }
}

#[tokio::test]
async fn the_health_check_tells_when_no_partition_is_ahead() {
    let name = "\"usage_\"YYYY_MM";
    let default = "CREATE TABLE rest PARTITION OF usage DEFAULT;".to_owned();
    let cases = [
        (vec![], Level::Ok),
        (vec![month(-1, name)], Level::Critical),
        (vec![month(-1, name), default.clone()], Level::Warning),
        (vec![month(-20, name)], Level::Notice),
        (vec![month(0, name)], Level::Warning),
        (vec![month(0, name), month(1, name)], Level::Ok),
        (
            vec!["CREATE TABLE p PARTITION OF usage FOR VALUES FROM (MINVALUE) TO (MAXVALUE);".to_owned()],
            Level::Ok,
        ),
        (
            vec![
                "CREATE TABLE p PARTITION OF usage FOR VALUES FROM ('2001-01-01') TO ('infinity');"
                    .to_owned(),
            ],
            Level::Ok,
        ),
        (vec![default], Level::Ok),
    ];
    for (tables, level) in cases {
        let meter = meter(&format!("{USAGE}{}", tables.concat()), "").await;
        let report = health_check(&meter.client, "meter", None).await.unwrap();
        let check = report.checks.iter().find(|check| check.name == "partitions").unwrap();
        assert_eq!(check.level, level, "{tables:?}: {}", check.summary);
    }
}
