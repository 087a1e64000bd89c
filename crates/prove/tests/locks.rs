//! What statements lock on a real server, and what is found in them as if every table had a million rows.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "locks/cases.rs"]
mod cases;

use std::time::Duration;

use bulkhead_connect::{Origin, Target};
use bulkhead_migrate::{Interrupt, Options};
use bulkhead_project::Project;
use bulkhead_prove::{Judging, LockProof, LockedRelation, LockedStatement, Scratch, Source, locks};
use bulkhead_testkit::PrivateServer;

const TIMEOUT: Duration = Duration::from_secs(30);

/// One version after the common tables.
pub struct Case {
    /// Its statements.
    pub sql: &'static str,
    /// What each statement locks of what was there: relation, mode, and what is done to it. Statements that
    /// lock nothing are left out.
    pub locks: &'static [&'static str],
    /// The kinds of findings and their objects.
    pub findings: &'static [&'static str],
}

/// Watches migrations given as `name`, `text`.
async fn watch(
    server: &PrivateServer,
    files: &[(&str, &str)],
    judging: &Judging,
) -> Result<LockProof, String> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("migrations")).unwrap();
    for (name, text) in files {
        std::fs::write(folder.path().join("migrations").join(name), text).unwrap();
    }
    let project = Project::load(folder.path()).unwrap();
    let near = Target::parse(&server.url("postgres"), Origin::Flag, &|_| None).unwrap();
    let options = Options::from_manifest(&project.manifest.locks, TIMEOUT);
    let (_sender, interrupt) = Interrupt::new();
    let scratch = Scratch::create(&near, TIMEOUT).await.unwrap();
    let proof = locks(&scratch, &project, &options, &interrupt, judging).await;
    scratch.drop().await.unwrap();
    proof.map_err(|error| error.to_string())
}

/// A statement's locks on what was there, as cases write them.
fn line(statement: &LockedStatement) -> Option<String> {
    let relation = |locked: &LockedRelation| {
        let marks = [
            (locked.rewrite, " rewrite"),
            (locked.index_build, " index"),
            (locked.scan, " scan"),
            (!locked.new, " held"),
        ];
        let marks: String = marks.iter().filter(|(is, _)| *is).map(|(_, mark)| *mark).collect();
        format!("{} {}{marks}", locked.relation.trim_start_matches("public."), locked.mode)
    };
    let of_others = statement.locks.iter().filter(|locked| locked.existed_before);
    let relations: Vec<String> = of_others.map(relation).collect();
    let sampled = if statement.source == Source::Sampled { "sampled: " } else { "" };
    (!relations.is_empty()).then(|| format!("{sampled}{}", relations.join(", ")))
}

/// Whether lines are those of a case.
fn is_as_expected(lines: &[String], expected: &[&str]) -> bool {
    lines.len() == expected.len() && lines.iter().zip(expected).all(|(line, expected)| one_is(line, expected))
}

fn one_is(line: &str, expected: &str) -> bool {
    let (Some(line), Some(expected)) = (line.strip_prefix("sampled: "), expected.strip_prefix("sampled: "))
    else {
        return line == expected;
    };
    let mut seen: Vec<&str> = line.split(", ").collect();
    for item in expected.split(", ") {
        let (relation, modes) = item.trim_start_matches('?').split_once(' ').unwrap();
        let is_one = |seen: &&str| modes.split('|').any(|mode| *seen == format!("{relation} {mode}"));
        match seen.iter().position(is_one) {
            Some(place) => drop(seen.remove(place)),
            None if item.starts_with('?') => {}
            None => return false,
        }
    }
    seen.is_empty()
}

/// The versions that a fix is made of. What it does outside the migrations is left out; `None` when the fix
/// leaves dots for what only a person knows, or there is no other way than to wait for a quiet time.
fn versions_of(fix: &str) -> Option<Vec<String>> {
    let is_a_word_only = fix.lines().all(|text| text.starts_with("--"));
    if fix.contains('…') || fix.starts_with("-- at a time when nobody needs") || is_a_word_only {
        return None;
    }
    let mut versions = vec![String::new()];
    let mut outside = false;
    for text in fix.lines() {
        match text {
            _ if text.starts_with("-- in the next version") => versions.push(String::new()),
            _ if text.starts_with("-- outside the migration") => outside = true,
            _ if outside => outside = !text.ends_with(';'),
            _ => versions.last_mut().unwrap().push_str(&format!("{text}\n")),
        }
    }
    Some(versions)
}

/// Runs a fix in place of what it is for: nobody must wait long for it.
async fn check_fix(server: &PrivateServer, fix: &str) -> Vec<String> {
    let Some(versions) = versions_of(fix) else { return Vec::new() };
    let names: Vec<String> = (2..2 + versions.len()).map(|number| format!("{number:03}_fix.sql")).collect();
    let mut files = vec![("001_tables.sql", cases::TABLES)];
    files.extend(names.iter().map(String::as_str).zip(versions.iter().map(String::as_str)));
    match watch(server, &files, &Judging::Assumed { rows: 1_000_000 }).await {
        Ok(proof) => {
            proof.findings.iter().map(|found| format!("the fix {fix}\n  found    {found:#?}")).collect()
        }
        Err(error) => vec![format!("the fix {fix}\n  fails: {error}")],
    }
}

/// What is wrong with every second case, from the first or from the second on.
async fn check_half(server: &PrivateServer, first: usize) -> Vec<String> {
    let judging = Judging::Assumed { rows: 1_000_000 };
    let mut wrong = Vec::new();
    for case in cases::CASES.iter().skip(first).step_by(2) {
        let files = [("001_tables.sql", cases::TABLES), ("002_next.sql", case.sql)];
        let proof = match watch(server, &files, &judging).await {
            Ok(proof) => proof,
            Err(error) => {
                wrong.push(format!("{}\n  fails: {error}", case.sql));
                continue;
            }
        };
        let locked: Vec<String> = proof.statements.iter().filter_map(line).collect();
        if !is_as_expected(&locked, case.locks) {
            wrong.push(format!("{}\n  locks    {locked:?}\n  expected {:?}", case.sql, case.locks));
        }
        let name = |object: &str| object.replace(" in version 002", "").replace("public.", "");
        let found: Vec<String> =
            proof.findings.iter().map(|it| format!("{} {}", it.kind, name(&it.object))).collect();
        if found != case.findings {
            wrong.push(format!("{}\n  found    {found:?}\n  expected {:?}", case.sql, case.findings));
        }
        let whole = |kind: &str| matches!(kind, "lock_rewrite" | "lock_scan" | "lock_index_build");
        for found in proof.findings.iter().filter(|found| whole(&found.kind)) {
            wrong.extend(check_fix(server, found.fix.as_deref().unwrap()).await);
        }
    }
    wrong
}

#[tokio::test]
async fn every_form_locks_what_it_is_known_to_lock_and_only_long_waits_are_found() {
    let server = bulkhead_testkit::private_server(&[]);
    let (mut wrong, others) = tokio::join!(check_half(&server, 0), check_half(&server, 1));
    wrong.extend(others);
    assert!(wrong.is_empty(), "{} differ\n{}", wrong.len(), wrong.join("\n"));
}
