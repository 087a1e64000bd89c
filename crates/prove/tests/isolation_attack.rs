//! Each kind of hole as a database that has it and a twin that has not, attacked on a real server.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::{Path, PathBuf};
use std::time::Duration;

use bulkhead_connect::{Origin, Target};
use bulkhead_project::Manifest;
use bulkhead_prove::{AttackReport, Probe, RelationKind, Scope, Verb, attack};
use bulkhead_testkit::PrivateServer;
use tokio_postgres::{Client, SimpleQueryMessage};

const TIMEOUT: Duration = Duration::from_secs(10);
const BASE: &str = include_str!("isolation_attack/base.sql");
const A: &str = "11111111-1111-4111-8111-111111111111";
const B: &str = "22222222-2222-4222-8222-222222222222";

/// A case of `isolation_attack/cases`.
struct Case {
    name: String,
    /// The kind and the object of the one finding.
    finds: (String, String),
    /// A kind that comes with it.
    also: Option<String>,
    /// The application roles.
    roles: String,
    /// The section `[tenancy.context]`, and whether the session carries a user.
    context: String,
    by_user: bool,
    by_schema: bool,
    bad: String,
    good: String,
}

impl Case {
    fn read(path: &Path) -> Case {
        let text = std::fs::read_to_string(path).expect("the case can be read");
        let header = |key: &str| {
            let start = format!("-- {key}: ");
            let lines: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix(&start)).collect();
            (!lines.is_empty()).then(|| lines.join("\n"))
        };
        let finds = header("finds").expect("a case says what is found");
        let (kind, object) = finds.split_once(' ').expect("kind and object");
        let (_, halves) = text.split_once("-- bad:\n").expect("a bad half");
        let (bad, good) = halves.split_once("-- good:\n").expect("a good half");
        Case {
            name: path.file_stem().unwrap().to_string_lossy().into_owned(),
            finds: (kind.to_owned(), object.to_owned()),
            also: header("also"),
            roles: header("roles").unwrap_or_else(|| "app_user, reporter".to_owned()),
            context: header("context").unwrap_or_else(|| "setting = \"app.tenant\"".to_owned()),
            by_user: text.contains("membership = "),
            by_schema: text.contains("schemas = "),
            bad: bad.to_owned(),
            good: good.to_owned(),
        }
    }

    fn manifest(&self) -> Manifest {
        let roles: Vec<String> = self.roles.split(", ").map(|role| format!("\"{role}\"")).collect();
        let level = if self.by_schema { "schema" } else { "row" };
        let roles = if self.roles == "none" { Vec::new() } else { roles };
        let text = format!(
            "[tenancy]\nlevel = \"{level}\"\nroot = \"app.tenant\"\nkey = \"tenant_id\"\napp_role = [{}]\n\
             shared = [\"app.country\"]\n\
             [tenancy.context]\n{}\n",
            roles.join(", "),
            self.context.replace("$A", A).replace("$B", B)
        );
        Manifest::parse(&text, Path::new("bulkhead.toml")).expect("a manifest")
    }
}

fn cases() -> Vec<Case> {
    cases_named(&std::env::var("CASE").unwrap_or_default())
}

fn cases_named(wanted: &str) -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/isolation_attack/cases");
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| Case::read(path)).filter(|case| case.name.contains(wanted)).collect()
}

fn target(server: &PrivateServer, database: &str) -> Target {
    Target::parse(&server.url(database), Origin::Flag, &|_| None).unwrap()
}

async fn run(client: &Client, sql: &str) {
    if let Err(error) = client.batch_execute(sql).await {
        panic!("{error}: {:?}\n{sql}", error.as_db_error());
    }
}

/// A database with the base and more; whatever was there before is gone, roles too.
async fn database(server: &PrivateServer, sql: &str) -> Client {
    let admin = server.connect("postgres").await;
    run(&admin, "DROP DATABASE IF EXISTS attacked WITH (FORCE)").await;
    let roles = bulkhead_connect::answer(
        &admin,
        "SELECT quote_ident(rolname) FROM pg_roles WHERE rolname !~ '^pg_' AND oid <> 10",
    );
    for role in roles.await.unwrap() {
        run(&admin, &format!("DROP ROLE {role}")).await;
    }
    run(&admin, "CREATE DATABASE attacked").await;
    let client = server.connect("attacked").await;
    run(&client, BASE).await;
    run(&client, sql).await;
    client
}

async fn report(server: &PrivateServer, client: &Client, case: &Case) -> AttackReport {
    let tenancy = case.manifest().tenancy.unwrap();
    let scope = Scope::read(client, tenancy, "public").await.unwrap();
    let users = case.by_user.then(|| ["7".to_owned(), "8".to_owned()]);
    let probe = Probe { tenants: [A.to_owned(), B.to_owned()], users };
    attack(&target(server, "attacked"), &scope, &probe, TIMEOUT).await.unwrap()
}

/// Runs an exploit as psql would, and tells whether its last question had an answer other than none and
/// zero.
async fn succeeds(server: &PrivateServer, exploit: &str) -> bool {
    let mut client = server.connect("attacked").await;
    let mut answers: Vec<Vec<String>> = Vec::new();
    for part in exploit.split("\\connect\n") {
        client = server.connect("attacked").await;
        answers = vec![Vec::new()];
        let messages = match client.simple_query(part).await {
            Ok(messages) => messages,
            // An error that speaks is an answer.
            Err(error) => return error.as_db_error().is_some_and(|it| it.code().code() != "42501"),
        };
        for message in messages {
            match message {
                SimpleQueryMessage::Row(row) => {
                    answers.last_mut().unwrap().push(row.get(0).unwrap_or("NULL").to_owned());
                }
                SimpleQueryMessage::CommandComplete(_) => answers.push(Vec::new()),
                _ => {}
            }
        }
    }
    drop(client);
    // The last is what follows ROLLBACK, the one before it ROLLBACK's own.
    let decisive = answers.len().checked_sub(3).and_then(|place| answers.get(place));
    decisive.is_some_and(|rows| rows.last().is_some_and(|value| value != "0"))
}

#[tokio::test]
async fn every_hole_is_found_by_its_name_and_its_twin_is_clean() {
    let server = bulkhead_testkit::private_server(&[]);
    let mut wrong = Vec::new();
    for case in cases() {
        let client = database(&server, &case.bad).await;
        let found = report(&server, &client, &case).await;
        let kinds: Vec<(String, String)> = found
            .findings
            .iter()
            .filter(|it| Some(&it.kind) != case.also.as_ref())
            .map(|it| (it.kind.clone(), it.object.clone()))
            .collect();
        if kinds != [case.finds.clone()] {
            wrong.push(format!("{}: expected {:?}, found {:#?}", case.name, case.finds, found.findings));
        }
        for finding in found.findings.iter().filter(|it| it.kind == case.finds.0) {
            let exploit = finding.exploit.as_deref().unwrap_or_default();
            if !succeeds(&server, exploit).await {
                wrong.push(format!("{}: the exploit shows nothing:\n{exploit}", case.name));
            }
        }
        let fix = found.findings.iter().find_map(|it| it.fix.clone()).unwrap_or_default();
        if !found.findings.is_empty() {
            match client.batch_execute(&fix).await {
                Ok(()) => {
                    let mended = report(&server, &client, &case).await;
                    if !fix.starts_with("--") && mended.findings.iter().any(|it| it.kind == case.finds.0) {
                        wrong.push(format!(
                            "{}: the fix mends nothing:\n{fix}\n{:#?}",
                            case.name, mended.findings
                        ));
                    }
                }
                Err(error) => {
                    wrong.push(format!("{}: {:?} in the fix:\n{fix}", case.name, error.as_db_error()));
                }
            }
        }
        drop(client);
        let client = database(&server, &case.good).await;
        let clean = report(&server, &client, &case).await;
        if !clean.findings.is_empty() {
            wrong.push(format!("{}: the twin is not clean: {:#?}", case.name, clean.findings));
        }
        assert!(clean.attacks > 0, "{}", case.name);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// Takes the rows of tenants away, as where only migrations have run.
async fn empty(client: &Client, case: &Case) {
    let scope = Scope::read(client, case.manifest().tenancy.unwrap(), "public").await.unwrap();
    let tables =
        scope.of_tenants().filter(|it| matches!(it.kind, RelationKind::Table | RelationKind::Partitioned));
    let deletes: String = tables.map(|table| format!("DELETE FROM ONLY {};\n", table.name)).collect();
    run(client, &format!("BEGIN; SET LOCAL session_replication_role = replica;\n{deletes}COMMIT")).await;
}

#[tokio::test]
async fn every_exploit_can_be_pasted_where_the_rows_of_the_proof_are_not() {
    let server = bulkhead_testkit::private_server(&[]);
    let mut wrong = Vec::new();
    for case in cases() {
        let client = database(&server, &case.bad).await;
        let found = report(&server, &client, &case).await;
        empty(&client, &case).await;
        for finding in found.findings.iter().filter(|it| it.kind == case.finds.0) {
            let exploit = finding.exploit.as_deref().unwrap_or_default();
            // The rows behind a foreign table are not the exploit's to make.
            let says_so = case.name == "foreign_table" && exploit.contains("-- needs: ");
            if !says_so && !succeeds(&server, exploit).await || exploit.contains("::tid)") {
                wrong.push(format!("{}: the exploit shows nothing:\n{exploit}", case.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of them: {}", wrong.len(), wrong.join("\n\n"));
}

#[tokio::test]
async fn what_is_not_shown_is_said() {
    let server = bulkhead_testkit::private_server(&[]);
    let case = &cases_named("rls_disabled")[0];
    let empty = "CREATE TABLE app.empty (id integer, tenant_id uuid);
        GRANT SELECT ON app.empty TO app_user;
        DROP POLICY fence ON app.note;
        REVOKE ALL ON app.note FROM reporter;";
    let client = database(&server, empty).await;
    let report = report(&server, &client, case).await;
    let told: Vec<String> =
        report.untested.iter().map(|it| format!("{} {:?} {}", it.object, it.role, it.reason)).collect();
    assert_eq!(
        told,
        [
            "app.empty Some(\"app_user\") there is no row of tenant B",
            "app.note Some(\"app_user\") tenant B itself sees none of its 2 rows here, \
             so that A sees none says little",
        ]
    );
    let cell = report.matrix.iter().find(|it| it.relation == "app.note" && it.verb == Verb::Select).unwrap();
    assert_eq!((cell.role.as_str(), cell.tried, cell.succeeded), ("app_user", cell.refused, 0));
    assert!(report.premises.iter().any(|it| it.contains("app_user, reporter")), "{:?}", report.premises);
    assert!(!report.residual.is_empty());
}
