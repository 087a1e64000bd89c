//! A database for each tenant: doors that stand open, and such that are closed.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::time::Duration;

use bulkhead_connect::{Origin, Target};
use bulkhead_migrate::{Interrupt, Options};
use bulkhead_project::Project;
use bulkhead_prove::{IsolationProof, ProveError, Scratch, Severity, Verb, isolation};
use bulkhead_testkit::PrivateServer;

const TIMEOUT: Duration = Duration::from_secs(30);
const TABLES: &str =
    "CREATE TABLE notes (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body text NOT NULL);";
const MANIFEST: &str = "[tenancy]\nlevel = 'database'\n[tenancy.context]\n\
                        databases = { acme = 'acme', zeta = 'Zeta' }\nroles = { acme = 't_acme', zeta = 't_zeta' }\n";
const CLOSED: &str =
    "REVOKE ALL ON DATABASE acme, \"Zeta\" FROM PUBLIC; GRANT CONNECT ON DATABASE acme TO t_acme;
                      GRANT CONNECT ON DATABASE \"Zeta\" TO t_zeta";

/// Kind, object and severity of a finding, and words of what was observed.
type Expected = (&'static str, &'static str, Severity, &'static str);

/// What an administrator does in the maintenance database, and in the database of Zeta; the findings that follow.
const CASES: &[(&str, &str, &str, &[Expected])] = &[
    ("closed doors", CLOSED, "GRANT ALL ON notes TO PUBLIC", &[]),
    (
        "the default",
        "SELECT",
        "SELECT",
        &[
            ("db_connect_public", "\"Zeta\"", Severity::High, "no rights on relations"),
            ("db_connect_public", "acme", Severity::High, "no rights on relations"),
        ],
    ),
    (
        "a door and rights behind it",
        "REVOKE ALL ON DATABASE acme FROM PUBLIC",
        "GRANT SELECT, UPDATE ON notes TO PUBLIC",
        &[("db_connect_public", "\"Zeta\"", Severity::Critical, "it read public.notes; updated public.notes")],
    ),
    (
        "let in by mistake",
        "REVOKE ALL ON DATABASE acme, \"Zeta\" FROM PUBLIC; GRANT CONNECT ON DATABASE \"Zeta\" TO t_acme",
        "GRANT SELECT ON notes TO t_acme",
        &[("db_shared_role", "t_acme", Severity::Critical, "read public.notes")],
    ),
    (
        "an owner of the other's tables",
        "REVOKE ALL ON DATABASE acme, \"Zeta\" FROM PUBLIC; GRANT CONNECT ON DATABASE \"Zeta\" TO t_acme",
        "ALTER TABLE notes OWNER TO t_acme",
        &[("db_shared_role", "t_acme", Severity::Critical, "removed public.notes")],
    ),
    (
        "a foreign server",
        CLOSED,
        "CREATE EXTENSION postgres_fdw; CREATE SERVER there FOREIGN DATA WRAPPER postgres_fdw OPTIONS (dbname 'acme');
         CREATE USER MAPPING FOR t_zeta SERVER there; GRANT USAGE ON FOREIGN SERVER there TO t_zeta",
        &[("db_fdw_peer", "\"Zeta\": there", Severity::Critical, "leads into acme")],
    ),
    (
        "a foreign server that nobody may use",
        CLOSED,
        "CREATE EXTENSION postgres_fdw; CREATE SERVER there FOREIGN DATA WRAPPER postgres_fdw OPTIONS (dbname 'acme');
         CREATE USER MAPPING FOR t_zeta SERVER there",
        &[],
    ),
];

/// Makes the tenants' databases anew and proves.
async fn prove(
    server: &PrivateServer,
    manifest: &str,
    admin_sql: &str,
    zeta_sql: &str,
) -> Result<IsolationProof, ProveError> {
    let admin = server.connect("postgres").await;
    for statement in [
        "DROP DATABASE IF EXISTS acme WITH (FORCE)",
        "DROP DATABASE IF EXISTS \"Zeta\" WITH (FORCE)",
        "DROP ROLE IF EXISTS t_acme, t_zeta",
        "CREATE ROLE t_acme LOGIN",
        "CREATE ROLE t_zeta LOGIN",
        "CREATE DATABASE acme",
        "CREATE DATABASE \"Zeta\"",
    ] {
        admin.batch_execute(statement).await.unwrap();
    }
    for database in ["acme", "Zeta"] {
        server.connect(database).await.batch_execute(TABLES).await.unwrap();
    }
    admin.batch_execute(admin_sql).await.unwrap();
    server.connect("Zeta").await.batch_execute(zeta_sql).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("migrations")).unwrap();
    std::fs::write(folder.path().join("migrations/001_notes.sql"), TABLES).unwrap();
    std::fs::write(folder.path().join("bulkhead.toml"), manifest).unwrap();
    let project = Project::load(folder.path()).unwrap();
    let near = Target::parse(&server.url("postgres"), Origin::Flag, &|_| None).unwrap();
    let options = Options::from_manifest(&project.manifest.locks, TIMEOUT);
    let (_sender, interrupt) = Interrupt::new();
    let scratch = Scratch::build(&near, &project, &options, &interrupt).await.unwrap();
    let proof = isolation(&scratch, project.manifest.tenancy.as_ref(), "public").await;
    scratch.drop().await.unwrap();
    proof.map(|proof| proof.expect("the manifest says who the tenants are"))
}

#[tokio::test]
async fn open_doors_are_found_and_closed_ones_are_not() {
    let server = bulkhead_testkit::private_server(&[]);
    for (name, admin_sql, zeta_sql, expected) in CASES {
        let proof = prove(&server, MANIFEST, admin_sql, zeta_sql).await.unwrap();
        let mut found: Vec<(&str, &str, Severity)> =
            proof.findings.iter().map(|it| (it.kind.as_str(), it.object.as_str(), it.severity)).collect();
        found.sort_unstable();
        let wanted: Vec<(&str, &str, Severity)> =
            expected.iter().map(|(kind, object, severity, _)| (*kind, *object, *severity)).collect();
        assert_eq!(found, wanted, "{name}: {:#?}", proof.findings);
        for (kind, object, _, words) in *expected {
            let finding = proof.findings.iter().find(|it| it.kind == *kind && it.object == *object).unwrap();
            assert!(finding.observed.contains(words), "{name}: {}", finding.observed);
        }
        assert!(proof.attacks >= 2, "{name}: {}", proof.attacks);
        assert_eq!(proof.matrix.iter().filter(|cell| cell.verb == Verb::Connect).count(), 2, "{name}");
    }
    // The user's databases are as they were.
    let rows = server.connect("Zeta").await.query_one("SELECT count(*) FROM notes", &[]).await.unwrap();
    assert_eq!(rows.get::<_, i64>(0), 0);
}

#[tokio::test]
async fn a_database_that_is_elsewhere_is_no_proof() {
    let server = bulkhead_testkit::private_server(&[]);
    let manifest = MANIFEST.replace("'Zeta'", "'elsewhere'");
    let proof = prove(&server, &manifest, CLOSED, "SELECT").await.unwrap();
    assert_eq!(proof.attacks, 0);
    assert_eq!(proof.findings[0].kind, "untested");
    assert!(proof.untested[0].contains("elsewhere"), "{:?}", proof.untested);
    let nobody = "[tenancy]\nlevel = 'database'\n";
    let refused = prove(&server, nobody, CLOSED, "SELECT").await.err().expect("nobody is named");
    assert_eq!(refused.code(), "V004");
}
