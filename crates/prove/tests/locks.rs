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
    /// What each statement locks of what was there: relation, mode, and what is done to it. Statements that lock nothing
    /// are left out.
    pub locks: &'static [&'static str],
    /// The kinds of findings and their objects.
    pub findings: &'static [&'static str],
}

/// Watches migrations given as `name`, `text`.
async fn watch(server: &PrivateServer, files: &[(&str, &str)], judging: &Judging) -> LockProof {
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
    proof.unwrap_or_else(|error| panic!("{files:?}: {error}"))
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

/// What is wrong with every second case, from the first or from the second on.
async fn check_half(server: &PrivateServer, first: usize) -> Vec<String> {
    let judging = Judging::Assumed { rows: 1_000_000 };
    let mut wrong = Vec::new();
    for case in cases::CASES.iter().skip(first).step_by(2) {
        let files = [("001_tables.sql", cases::TABLES), ("002_next.sql", case.sql)];
        let proof = watch(server, &files, &judging).await;
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
