//! The systems with one guard weakened at a time: whatever an attacker could use of that must be found.
//!
//! Mutants are made from the catalog: each policy that lets everything pass, each table without row security, each
//! truncation granted, each composite key reduced to the part without the tenant, each view with its owner's rights. By default a few
//! of each system are tried; `BULKHEAD_SWEEP=1` tries all, `BULKHEAD_SWEEP=50` fifty of each system.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use bulkhead_connect::{Origin, Target, answer, quote_literal};
use bulkhead_migrate::{Interrupt, Options};
use bulkhead_project::{Accepted, Project};
use bulkhead_prove::{Probe, Scope, Scratch, attack, rules};
use bulkhead_testkit::PrivateServer;
use tokio_postgres::Client;

const TIMEOUT: Duration = Duration::from_secs(30);

/// A weakened guard.
struct Mutant {
    /// What was done, as SQL.
    sql: String,
    /// Why no application can make use of it, if so.
    harmless: Option<String>,
}

/// SQL that returns mutants: the statement, and why it is harmless or an empty text. `{roles}` are the application's
/// roles, `{key}` is the tenant's column.
const MUTANTS: &str = include_str!("isolation_mutants.sql");

async fn mutants(client: &Client, project: &Project) -> Vec<Mutant> {
    let tenancy = project.manifest.tenancy.as_ref().unwrap();
    let roles: Vec<String> = tenancy.app_role.iter().map(|role| quote_literal(role)).collect();
    let shared: Vec<String> = tenancy.shared.iter().map(|table| quote_literal(table)).collect();
    let sql = MUTANTS
        .replace("{roles}", &roles.join(", "))
        .replace("{shared}", &shared.join(", "))
        .replace("{key}", &quote_literal(tenancy.key.as_deref().unwrap_or_default()));
    let rows = bulkhead_connect::rows(client, &sql).await.unwrap();
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    rows.iter()
        .map(|row| Mutant {
            sql: text(row.get(0)),
            harmless: Some(text(row.get(1))).filter(|why| !why.is_empty()),
        })
        .collect()
}

/// A system's database with rows of two tenants, to be copied.
struct Original {
    scratch: Scratch,
    name: String,
    probe: Probe,
}

async fn original(near: &Target, project: &Project) -> Original {
    let options = Options::from_manifest(&project.manifest.locks, TIMEOUT);
    let (_sender, interrupt) = Interrupt::new();
    let scratch = Scratch::build(near, project, &options, &interrupt).await.unwrap();
    let session = scratch.connect().await.unwrap();
    let tenancy = project.manifest.tenancy.as_ref().unwrap();
    let probe = bulkhead_prove::probe_rows(session.client(), tenancy).await.unwrap().0;
    let name = answer(session.client(), "SELECT current_database()").await.unwrap().remove(0);
    session.close().await;
    Original { scratch, name, probe }
}

/// Whether the proof finds anything on a copy with the guard weakened; the error when the guard cannot be.
async fn is_found(
    server: &PrivateServer,
    original: &Original,
    project: &Project,
    mutant: &Mutant,
) -> Result<bool, String> {
    let admin = server.connect("postgres").await;
    let copy = "mutant";
    admin.batch_execute(&format!("DROP DATABASE IF EXISTS {copy} WITH (FORCE)")).await.unwrap();
    let create = format!("CREATE DATABASE {copy} TEMPLATE {} STRATEGY file_copy", original.name);
    admin.batch_execute(&create).await.unwrap();
    let client = server.connect(copy).await;
    client.batch_execute(&mutant.sql).await.map_err(|error| format!("{error:?}"))?;
    let tenancy = project.manifest.tenancy.clone().unwrap();
    let scope = Scope::read(&client, tenancy, &project.manifest.project.ledger_schema).await.unwrap();
    let is_new = |kind: &str, object: &str| {
        !project.manifest.accepted.iter().any(|known: &Accepted| known.kind == kind && known.object == object)
    };
    let by_rule = rules(&client, &scope).await.unwrap();
    if by_rule.iter().any(|finding| is_new(&finding.kind, &finding.object)) {
        return Ok(true);
    }
    let target = Target::parse(&server.url(copy), Origin::Flag, &|_| None).unwrap();
    let report = attack(&target, &scope, &original.probe, TIMEOUT).await.unwrap();
    Ok(report.findings.iter().any(|finding| is_new(&finding.kind, &finding.object)))
}

/// How many mutants of each system are tried.
fn budget() -> usize {
    match std::env::var("BULKHEAD_SWEEP").ok().and_then(|text| text.parse().ok()) {
        Some(0 | 1) => usize::MAX,
        Some(number) => number,
        None => 4,
    }
}

#[tokio::test]
async fn every_guard_that_an_attacker_could_use_the_lack_of_is_missed() {
    let server = bulkhead_testkit::private_server(&[]);
    let near = Target::parse(&server.url("postgres"), Origin::Flag, &|_| None).unwrap();
    let wanted = std::env::var("SYSTEM").unwrap_or_default();
    let mut survivors = Vec::new();
    for system in ["adx-core", "ai-modernize", "aic-sos", "chief-of-staff", "experiments"] {
        if !system.contains(&wanted) {
            continue;
        }
        let project =
            Project::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../systems").join(system)).unwrap();
        let original = original(&near, &project).await;
        let session = original.scratch.connect().await.unwrap();
        let all = mutants(session.client(), &project).await;
        session.close().await;
        let (harmless, used): (Vec<Mutant>, Vec<Mutant>) =
            all.into_iter().partition(|mutant| mutant.harmless.is_some());
        let step = used.len().div_ceil(budget().min(used.len())).max(1);
        let mut tried = 0;
        for mutant in used.iter().step_by(step) {
            tried += 1;
            match is_found(&server, &original, &project, mutant).await {
                Ok(true) => {}
                Ok(false) => survivors.push(format!("{system}: {}", mutant.sql)),
                Err(error) => survivors.push(format!("{system}: {} cannot be done: {error}", mutant.sql)),
            }
        }
        println!("{system}: {tried} of {} mutants tried, {} more are harmless:", used.len(), harmless.len());
        let reasons: BTreeSet<&str> =
            harmless.iter().filter_map(|mutant| mutant.harmless.as_deref()).collect();
        for reason in reasons {
            let number = harmless.iter().filter(|mutant| mutant.harmless.as_deref() == Some(reason)).count();
            println!("  {number}: {reason}");
        }
        let admin = server.connect("postgres").await;
        admin.batch_execute("DROP DATABASE IF EXISTS mutant WITH (FORCE)").await.unwrap();
        original.scratch.drop().await.unwrap();
    }
    assert!(survivors.is_empty(), "{} survive:\n{}", survivors.len(), survivors.join("\n"));
}
