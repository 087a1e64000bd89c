//! Backups of real servers, checked and drilled; each broken in a way that must be seen.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "backup/yard.rs"]
mod yard;

use serde_json::Value;
use yard::Yard;

/// The kinds of a drill's findings at or above a warning.
fn kinds(report: &Value) -> Vec<&str> {
    let findings = report["findings"].as_array().unwrap().iter();
    let bad = findings.filter(|finding| finding["level"] == "warning" || finding["level"] == "critical");
    bad.map(|finding| finding["kind"].as_str().unwrap()).collect()
}

/// The level of a check.
fn level<'r>(report: &'r Value, name: &str) -> &'r str {
    let checks = report["checks"].as_array().unwrap();
    let check =
        checks.iter().find(|check| check["name"] == name).unwrap_or_else(|| panic!("no {name}: {report}"));
    check["level"].as_str().unwrap()
}

/// A server with an archive, a base backup, and rows that were written after it.
async fn archived(format: &str) -> Yard {
    let yard = Yard::begin("pg_basebackup").await;
    yard.rows(1_000).await;
    yard.base_backup("monday", format);
    yard.rows(500).await;
    yard.switch_wal().await;
    yard.rows(70).await;
    yard.switch_wal().await;
    yard
}

#[tokio::test]
async fn a_base_backup_is_brought_forward_to_the_end_of_the_archive() {
    for format in ["plain", "tar"] {
        let yard = archived(format).await;
        let drill = yard.drill("", 0);
        assert_eq!(kinds(&drill), [""; 0], "{drill}");
        assert_eq!(
            (&drill["rows"], &drill["same_shape"]),
            (&Value::from(1_570), &Value::from(true)),
            "{drill}"
        );
        assert!(drill["verify"]["ok"].as_bool().unwrap(), "{drill}");
        assert!(
            drill["restore_ms"].as_u64().unwrap() > 0 && drill["behind_s"].as_i64().unwrap() < 600,
            "{drill}"
        );
        let check = yard.check("", 7);
        for name in ["backups", "backup_problems", "wal_gap", "archiving", "archive_backlog", "backup_drill"]
        {
            assert_eq!(level(&check, name), "ok", "{name}: {check}");
        }
        assert_eq!(level(&check, "backup_place"), "warning");
        assert_eq!(level(&check, "backup_intact"), if format == "plain" { "ok" } else { "skipped" });
        // Where recovery stops early as asked, rows that were written later are not missing.
        let drill = yard.drill("--immediate", 0);
        assert_eq!(
            (&drill["rows"], &drill["differing"][0]["source"]),
            (&Value::from(1_000), &Value::from(1_570))
        );
        yard.is_tidy();
    }
}

#[tokio::test]
async fn a_segment_that_is_missing_in_the_archive_is_found() {
    let yard = archived("plain").await;
    yard.remove_segment();
    let check = yard.check("", 7);
    assert_eq!(level(&check, "wal_gap"), "critical", "{check}");
    let drill = yard.drill("", 7);
    assert!(kinds(&drill).contains(&"wal_gap"), "{drill}");
    assert!(drill["rows"].as_u64().unwrap() < 1_570, "{drill}");
    assert_eq!(level(&yard.check("", 7), "backup_drill"), "critical");
    yard.is_tidy();
}

#[tokio::test]
async fn a_file_of_a_backup_that_was_changed_is_found() {
    let yard = archived("plain").await;
    yard.spoil("monday").await;
    let check = yard.check("", 7);
    assert_eq!(level(&check, "backup_intact"), "critical", "{check}");
    assert_eq!(level(&yard.check("--fast", 7), "backup_intact"), "skipped");
    assert!(kinds(&yard.drill("", 7)).contains(&"files_changed"));
    yard.cut_control_file("monday");
    let drill = yard.drill("", 7);
    assert!(kinds(&drill).contains(&"not_restorable"), "{drill}");
    yard.is_tidy();
}

#[tokio::test]
async fn recovery_stops_at_the_moment_that_is_asked_for() {
    let yard = Yard::begin("pg_basebackup").await;
    yard.rows(1_000).await;
    yard.base_backup("monday", "plain");
    yard.rows(10).await;
    let moment = yard.moment().await;
    yard.execute("DELETE FROM item").await;
    yard.switch_wal().await;
    yard.execute("INSERT INTO item VALUES (1)").await;
    yard.switch_wal().await;
    let drill = yard.drill(&format!("--target-time={}", moment.replace(' ', "T")), 0);
    assert_eq!(drill["rows"], 1_010, "{drill}");
    yard.run("backup drill --target-time soon", 2).says("\"soon\" is no moment");
    yard.is_tidy();
}

#[tokio::test]
async fn a_backup_taken_on_the_spot_is_drilled_with_its_tablespaces() {
    let yard = Yard::begin("pg_basebackup").await;
    yard.tablespace().await;
    yard.rows(100).await;
    let drill = yard.drill("--take", 0);
    assert_eq!(
        (&drill["rows"], &drill["differing"]),
        (&Value::from(103), &Value::Array(Vec::new())),
        "{drill}"
    );
    yard.base_backup("tuesday", "tar");
    yard.switch_wal().await;
    assert_eq!(yard.drill("", 0)["rows"], 103);
    yard.is_tidy();
}

#[tokio::test]
async fn a_dump_under_row_security_is_found_by_its_rows() {
    let yard = Yard::begin("pg_dump").await;
    yard.tenants().await;
    yard.dump("good.dump", &["--format=custom"]);
    let drill = yard.drill("", 7);
    assert_eq!(kinds(&drill), ["roles_missing"], "{drill}");
    yard.globals();
    assert_eq!(kinds(&yard.drill("", 0)), [""; 0]);
    yard.dump("narrow.dump", &["--format=custom", "--enable-row-security", "--role=keeper"]);
    let drill = yard.drill("", 7);
    assert_eq!((kinds(&drill), drill["rows"].as_u64()), (vec!["rows_missing"], Some(30)), "{drill}");
    yard.dump("narrow.sql", &["--enable-row-security", "--role=keeper"]);
    let check = yard.check("", 7);
    assert_eq!(level(&check, "backup_problems"), "critical", "{check}");
    assert_eq!(level(&check, "dump_roles"), "ok", "{check}");
    yard.is_tidy();
}

#[tokio::test]
async fn every_format_of_a_dump_comes_back() {
    let yard = Yard::begin("pg_dump").await;
    yard.rows(20).await;
    for format in ["directory", "tar", "plain", "gzip", "create"] {
        let arguments: &[&str] = match format {
            "gzip" => &["--format=plain", "--compress=6"],
            "create" => &["--format=plain", "--create"],
            _ => &[&format!("--format={format}")],
        };
        let name = if format == "gzip" { "item.sql.gz".to_owned() } else { format!("item_{format}") };
        yard.dump(&name, arguments);
        let drill = yard.drill(&format!("--from {name}"), 0);
        assert_eq!((&drill["backup"], &drill["rows"]), (&Value::from(name), &Value::from(20)), "{drill}");
    }
    yard.is_tidy();
}

#[tokio::test]
async fn an_archive_that_fails_is_found() {
    let yard = Yard::begin("pg_basebackup").await;
    yard.execute("ALTER SYSTEM SET archive_command = 'false'").await;
    yard.execute("SELECT pg_reload_conf()").await;
    yard.fail_to_archive().await;
    let check = yard.check("", 7);
    assert_eq!((level(&check, "archiving"), level(&check, "backups")), ("warning", "critical"), "{check}");
}

#[tokio::test]
async fn wal_g_is_asked_and_obeyed() {
    let mut yard = archived("plain").await;
    yard.stand_in_for_walg("monday");
    let check = yard.check("", 7);
    assert_eq!((level(&check, "backups"), level(&check, "wal_gap")), ("critical", "ok"), "old: {check}");
    let drill = yard.drill("", 0);
    assert_eq!((&drill["tool"], &drill["rows"]), (&Value::from("wal-g"), &Value::from(1_570)), "{drill}");
    yard.is_tidy();
}

#[tokio::test]
async fn a_drill_that_is_interrupted_leaves_nothing() {
    let yard = archived("plain").await;
    for moment in ["the folder", "the server"] {
        assert_eq!(yard.interrupted_drill(moment), Some(130), "{moment}");
        yard.is_tidy();
    }
}

#[tokio::test]
async fn a_dump_of_a_system_comes_back_with_every_answer_right() {
    let yard = Yard::of_system("chief-of-staff").await;
    yard.dump("system.dump", &["--format=custom"]);
    yard.globals();
    let drill = yard.drill("", 0);
    let answers = drill["verify"]["answers"].as_array().unwrap();
    assert!(answers.len() > 5 && answers.iter().all(|answer| answer["ok"] == true), "{drill}");
    assert_eq!((&drill["same_shape"], &drill["differing"]), (&Value::from(true), &Value::Array(Vec::new())));
    yard.is_tidy();
}

#[tokio::test]
async fn a_copy_that_is_kept_runs_until_the_next_drill() {
    let yard = Yard::begin("pg_basebackup").await;
    yard.rows(5).await;
    let kept = yard.drill("--take --keep", 0);
    assert_eq!(yard::number(kept["kept"]["url"].as_str().unwrap(), "SELECT count(*) FROM item").await, 5);
    assert_eq!(yard.drill("--take", 0)["kept"], Value::Null);
    yard.is_tidy();
}

#[tokio::test]
async fn what_cannot_be_drilled_is_said_before_anything_is_done() {
    let yard = Yard::begin("pg_dump").await;
    yard.run("backup drill", 2).says("O016").says("holds none");
    yard.run("backup drill --from nowhere", 2).says("there is no folder, file or backup nowhere");
    yard.run("backup drill --take --from x", 2).says("cannot be used with");
    yard.file(".bulkhead/drills.json", "{");
    yard.run("backup check", 1).says("O019").says("drills.json");
    yard.is_tidy();
}
