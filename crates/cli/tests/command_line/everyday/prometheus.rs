//! What Prometheus reads.

use super::figures::{MANIFEST, desk};
use crate::desk::{Desk, SECRET};

/// A name that Prometheus takes.
fn is_name(text: &str) -> bool {
    let fits = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == ':';
    !text.is_empty() && text.chars().all(fits) && !text.starts_with(|letter: char| letter.is_ascii_digit())
}

/// The labels of a sample, `name="value"` with commas between; panics when they are not well-formed.
fn labels(mut text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    while !text.is_empty() {
        let (name, rest) = text.split_once("=\"").unwrap();
        assert!(is_name(name), "{name}");
        let mut value = String::new();
        let mut letters = rest.char_indices();
        let end = loop {
            match letters.next().unwrap() {
                (at, '"') => break at,
                (_, '\\') => value.push(match letters.next().unwrap().1 {
                    'n' => '\n',
                    escaped @ ('"' | '\\') => escaped,
                    other => panic!("\\{other}"),
                }),
                (_, letter) => value.push(letter),
            }
        };
        found.push((name.to_owned(), value));
        text = rest[end + 1..].trim_start_matches(',');
    }
    found
}

/// Name, labels and value.
type Series = (String, Vec<(String, String)>, f64);

/// What no name of ours may end with: the names of parts of other kinds of metrics, and units that are not base units.
const ENDS: &[&str] =
    &["_count", "_sum", "_bucket", "_gauge", "_counter", "_ms", "_milliseconds", "_kib", "_percent"];

/// Reads the text format strictly, as Prometheus does: each family once with help and type before its
/// samples, no series and no label twice, counters end in `_total`. Returns the series with their values.
fn exposition(text: &str) -> Vec<Series> {
    let (mut series, mut family, mut seen) = (Vec::new(), String::new(), std::collections::BTreeSet::new());
    for line in text.lines() {
        if let Some(help) = line.strip_prefix("# HELP ") {
            family = help.split_once(' ').unwrap().0.to_owned();
            assert!(is_name(&family) && seen.insert(family.clone()), "{family} is there twice");
            assert!(!ENDS.iter().any(|end| family.ends_with(end)), "{family} is called like something else");
            assert!(help.ends_with('.'), "{help}");
        } else if let Some(kind) = line.strip_prefix("# TYPE ") {
            let (name, kind) = kind.split_once(' ').unwrap();
            assert_eq!(name, family);
            assert_eq!(kind == "counter", name.ends_with("_total"), "{line}");
        } else {
            let (name, rest) = line.split_once('{').unwrap();
            let (inner, value) = rest.rsplit_once("} ").unwrap();
            assert_eq!(name, family, "{line}");
            assert!(seen.insert(format!("{name}{{{inner}")), "{line} is there twice");
            let labels = labels(inner);
            let names: std::collections::BTreeSet<&String> = labels.iter().map(|(name, _)| name).collect();
            assert_eq!(names.len(), labels.len(), "{line}");
            series.push((name.to_owned(), labels, value.parse().unwrap()));
        }
    }
    series
}

/// What a command prints for Prometheus; neither a statement nor a secret is in it.
fn metrics(desk: &Desk, line: &str, code: i32) -> Vec<Series> {
    let run = desk.run(&format!("{line} --format prometheus"));
    run.ends(code).says_nothing_of("SELECT").says_nothing_of("secret-text");
    exposition(&run.out)
}

/// The value of the first series of a name that has all these labels.
fn of(series: &[Series], name: &str, wanted: &[&str]) -> f64 {
    let has = |labels: &[(String, String)], value: &str| labels.iter().any(|(_, own)| own == value);
    let mut found =
        series.iter().filter(|(own, labels, _)| own == name && wanted.iter().all(|value| has(labels, value)));
    found.next().unwrap_or_else(|| panic!("{name} {wanted:?}: {series:?}")).2
}

/// Whether two figures are the same.
#[track_caller]
fn is(value: f64, expected: f64) {
    assert!((value - expected).abs() < 1e-9, "{value} instead of {expected}");
}

#[tokio::test]
async fn prometheus_can_read_every_figure() {
    let desk = desk().await;
    let client = desk.connect().await;
    let odd =
        "SET application_name = 'a\"b\\c'; CREATE EXTENSION pg_stat_statements; SELECT 'secret-text', 1";
    client.batch_execute(odd).await.unwrap();
    let metrics = |line: &str, code: i32| metrics(&desk, line, code);
    is(of(&metrics("health", 0), "bulkhead_up", &[desk.database().name()]), 1.0);
    let checks = metrics("health-check", 7);
    is(of(&checks, "bulkhead_check_level", &["tenant_row_security"]), 2.0);
    is(of(&checks, "bulkhead_check_skipped", &["tenant_row_security"]), 0.0);
    assert!(of(&metrics("stats --tenants", 0), "bulkhead_tenant_rows", &["2"]) > 80.0);
    assert!(of(&metrics("monitor-pool", 0), "bulkhead_connections_held", &["a\"b\\c"]) > 0.0);
    assert!(metrics("queries", 0).iter().any(|(name, ..)| name.starts_with("bulkhead_quer")));
    assert!(!metrics("analyze-indexes", 0).is_empty());
    desk.run("status --format prometheus").ends(2).says("no figures for Prometheus");
    desk.run("health --format prometheus --json").ends(2);
    assert_eq!(desk.run("health --format json").ends(0).json()["command"], "health");
    desk.run("health --format text").ends(0).says("answers in");
}

const UPKEEP: &str = "
    CREATE TABLE \"odd \"\"name\"\"\" (at date);
    INSERT INTO \"odd \"\"name\"\"\" SELECT current_date - n FROM generate_series(0, 9) AS n;
    CREATE TABLE event (at timestamptz, org_id int);
    INSERT INTO event SELECT now() - make_interval(days => n), n FROM generate_series(0, 9) AS n;
    CREATE TABLE policy (days int, ran timestamp);
    INSERT INTO policy VALUES (3, '2001-09-09 01:46:40');
    CREATE TABLE usage (at timestamptz) PARTITION BY RANGE (at);
    CREATE TABLE usage_default PARTITION OF usage DEFAULT;
    CREATE TABLE usage_2001 PARTITION OF usage FOR VALUES FROM ('2001-01-01') TO ('2002-01-01');
    INSERT INTO usage SELECT '2001-05-05' FROM generate_series(1, 7);
    INSERT INTO usage SELECT '1990-01-01' FROM generate_series(1, 4);";

/// Two rules for one column of a table, one for a table that the system has policies for, and partitions.
const RULES: &str = "
[[retention]]\ntable = 'public.\"odd \"\"name\"\"\"'\ncolumn = 'at'\nkeep = '5 days'\nwhere = \"at > '1990-01-01'\"
[[retention]]\ntable = 'public.\"odd \"\"name\"\"\"'\ncolumn = 'at'\nkeep = '1000 years'
[[retention]]\ntable = 'event'\ncolumn = 'at'
policies = { table = 'policy', days = 'days', stamp = 'ran' }
[[partitions]]\ntable = 'usage'\nevery = 'year'\nahead = 2\nkeep = '2 years'\nold = 'drop'\n";

#[tokio::test]
async fn prometheus_can_read_what_goes_by_age() {
    let desk = desk().await;
    desk.file("migrations/002_upkeep.sql", UPKEEP).file("bulkhead.toml", format!("{MANIFEST}{RULES}"));
    desk.run("migrate --quiet").ends(0);
    let odd = "public.\"odd \"\"name\"\"\"";
    let before = metrics(&desk, "retention", 0);
    is(of(&before, "bulkhead_retention_rows", &[odd, "at", desk.database().name()]), 4.0);
    is(of(&before, "bulkhead_retention_rows", &["public.event"]), 7.0);
    is(of(&before, "bulkhead_retention_kept_rows", &["public.event", "hold"]), 0.0);
    is(of(&before, "bulkhead_retention_last_run_timestamp_seconds", &["public.event"]), 1e9);
    let days = of(&before, "bulkhead_retention_oldest_age_seconds", &["public.event"]) / 86_400.0;
    assert!((9.0..9.1).contains(&days), "{days}");
    assert!(!before.iter().any(|(name, ..)| name.contains("deleted")), "nothing was to be deleted");
    let after = metrics(&desk, "retention --apply --yes", 0);
    is(of(&after, "bulkhead_retention_deleted_rows", &["public.event"]), 7.0);
    is(of(&after, "bulkhead_retention_left_rows", &[odd]), 0.0);
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs_f64();
    for table in [odd, "public.event"] {
        let age = now - of(&after, "bulkhead_retention_last_run_timestamp_seconds", &[table]);
        assert!((-60.0..600.0).contains(&age), "{table}: {age}");
    }

    let partitions = metrics(&desk, "partitions", 0);
    for (state, number) in [("old", 1.0), ("past", 0.0), ("current", 0.0), ("ahead", 0.0), ("default", 1.0)] {
        is(of(&partitions, "bulkhead_partitions", &["public.usage", state]), number);
    }
    is(of(&partitions, "bulkhead_partitions_default_rows", &["public.usage"]), 4.0);
    assert!(of(&partitions, "bulkhead_partitions_missing", &["public.usage"]) >= 3.0);
    assert!(of(&partitions, "bulkhead_partitions_size_bytes", &["public.usage", "old"]) >= 8192.0);
    let kept = metrics(&desk, "partitions --apply --yes", 0);
    is(of(&kept, "bulkhead_partitions", &["public.usage", "ahead"]), 2.0);
    is(of(&kept, "bulkhead_partitions", &["public.usage", "current"]), 1.0);
}

#[tokio::test]
async fn prometheus_can_read_what_is_found_in_data_and_not_the_data() {
    let desk = desk().await;
    let question =
        "-- name: a \"quoted\" name\n-- expect: none\n-- severity: high\nSELECT 'secret-text' FROM org;\n";
    desk.file("validate/1.sql", question).file("validate/2.sql", question);
    let found = metrics(&desk, "validate", 7);
    is(of(&found, "bulkhead_validate_failed", &["a \"quoted\" name", "high"]), 1.0);
    is(of(&found, "bulkhead_validate_found_rows", &["a \"quoted\" name", "high"]), 4.0);
    is(of(&found, "bulkhead_validate_failed", &["invalid indexes"]), 0.0);
    let made = metrics(&desk, "seed --scale 20 --tenants 2 --seed 7", 0);
    assert!(of(&made, "bulkhead_scale_rows", &["public.page"]) > 0.0, "{made:?}");
    desk.run("seed --environment test --format prometheus").ends(2).says("no figures for Prometheus");
}

#[tokio::test]
async fn prometheus_can_read_how_backups_stand() {
    let desk = desk().await;
    let place = format!("{MANIFEST}[backup]\ntool = \"pg_dump\"\ndirectory = \"{SECRET}\"\n");
    desk.file("bulkhead.toml", place);
    std::fs::create_dir(desk.path(SECRET)).unwrap();
    let endpoint = bulkhead_testkit::server();
    let dumped = std::process::Command::new(endpoint.binaries.join("pg_dump"))
        .args(["--format=custom", "--file"])
        .arg(desk.path(SECRET).join("one.dump"))
        .arg(desk.database().url())
        .status();
    assert!(dumped.unwrap().success());
    let client = desk.connect().await;
    client.batch_execute("INSERT INTO org SELECT generate_series(3, 999)").await.unwrap();
    let drilled = metrics(&desk, "backup drill", 7);
    is(of(&drilled, "bulkhead_drill_ok", &["pg_dump"]), 0.0);
    is(of(&drilled, "bulkhead_drill_findings", &["rows_missing", "warning"]), 1.0);
    is(of(&drilled, "bulkhead_drill_differing_tables", &["pg_dump"]), 1.0);
    assert!(of(&drilled, "bulkhead_drill_restore_seconds", &["pg_dump"]) > 0.0);
    let checked = metrics(&desk, "backup check", 7);
    is(of(&checked, "bulkhead_backup_last_drill_ok", &["pg_dump"]), 0.0);
    is(of(&checked, "bulkhead_backups", &["pg_dump", "dump"]), 1.0);
    is(of(&checked, "bulkhead_backup_check_skipped", &["wal_gap"]), 1.0);
    assert!(of(&checked, "bulkhead_backup_newest_size_bytes", &["pg_dump"]) > 0.0);
    let age = of(&checked, "bulkhead_backup_last_drill_timestamp_seconds", &["pg_dump"])
        - of(&checked, "bulkhead_backup_newest_timestamp_seconds", &["pg_dump"]);
    assert!((-1.0..600.0).contains(&age), "{age}");
}
