//! Proofs of migrations that touch roles, on a server whose roles are in use.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;
use std::time::Duration;

use bulkhead_connect::{Origin, Target};
use bulkhead_migrate::{Interrupt, Options};
use bulkhead_project::Project;
use bulkhead_prove::{Circumstances, ProveError, Scratch, Stand, idempotence, rollback};
use bulkhead_testkit::PrivateServer;
use tempfile::TempDir;

const TIMEOUT: Duration = Duration::from_secs(30);

/// Everything that the server knows of its roles, with their passwords.
const ROLES: &str = "
    SELECT r.oid::text || ' ' || to_jsonb(r)::text FROM pg_authid AS r WHERE rolname !~ '^pg_'
    UNION ALL SELECT to_jsonb(m)::text FROM pg_auth_members AS m
    UNION ALL SELECT to_jsonb(s)::text FROM pg_db_role_setting AS s
    UNION ALL SELECT datname || ' ' || datacl::text FROM pg_database WHERE datname = 'shop'
    ORDER BY 1";

/// As in any shop: one login for the application, known to the whole server, which an operator looks after.
const IN_USE: &str = "
    CREATE ROLE shop_app LOGIN PASSWORD 'Zauberberg-1924' CONNECTION LIMIT 50 VALID UNTIL '2031-01-01';
    CREATE ROLE shop_dba; CREATE ROLE shop_reader NOLOGIN;
    GRANT shop_app TO shop_dba WITH ADMIN OPTION; GRANT shop_reader TO shop_app;
    ALTER ROLE shop_app SET search_path = shop, public;
    ALTER ROLE shop_reader SET work_mem = '8MB'";

fn project(files: &[(&str, &str)]) -> (TempDir, Project) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("migrations")).unwrap();
    for (name, text) in files {
        std::fs::write(folder.path().join("migrations").join(name), text).unwrap();
    }
    let project = Project::load(folder.path()).unwrap();
    (folder, project)
}

fn near(server: &PrivateServer) -> Target {
    Target::parse(&server.url("postgres"), Origin::Flag, &|_| None).unwrap()
}

async fn in_use() -> PrivateServer {
    let server = bulkhead_testkit::private_server(&[]);
    let client = server.connect("postgres").await;
    client.batch_execute(IN_USE).await.unwrap();
    client.batch_execute("CREATE DATABASE shop").await.unwrap();
    client.batch_execute("GRANT CONNECT ON DATABASE shop TO shop_app").await.unwrap();
    let shop = server.connect("shop").await;
    shop.batch_execute("CREATE TABLE t (); GRANT SELECT ON t TO shop_app").await.unwrap();
    server
}

async fn roles(server: &PrivateServer) -> Vec<String> {
    let client = server.connect("postgres").await;
    client.query(ROLES, &[]).await.unwrap().iter().map(|row| row.get(0)).collect()
}

async fn stand(
    server: &PrivateServer,
    project: &Project,
    root: &Path,
    tied: Option<&'static str>,
) -> Result<Stand, ProveError> {
    let (_sender, interrupt) = Interrupt::new();
    let downs = true;
    let circumstances = Circumstances { root, connect_timeout: TIMEOUT, interrupt: &interrupt, downs, tied };
    Stand::find(project, &near(server), &circumstances).await
}

/// The kinds of what both proofs find.
async fn prove(stand: &Stand, project: &Project) -> Vec<String> {
    let options = Options::from_manifest(&project.manifest.locks, TIMEOUT);
    let (_sender, interrupt) = Interrupt::new();
    let scratch = Scratch::create(stand.target(), TIMEOUT).await.unwrap();
    let mut found = idempotence(&scratch, project, &options, &interrupt).await.unwrap();
    scratch.drop().await.unwrap();
    let scratch = Scratch::create(stand.target(), TIMEOUT).await.unwrap();
    found.extend(rollback(&scratch, project, &options, &interrupt).await.unwrap().findings);
    scratch.drop().await.unwrap();
    found.iter().map(|finding| format!("{} {}", finding.kind, finding.observed)).collect()
}

/// Makes the role where it is missing, changes it, and drops it on the way down.
const SHOP: [(&str, &str); 2] = [
    (
        "001_shop.sql",
        "DO $$ BEGIN
           IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'shop_app') THEN CREATE ROLE shop_app LOGIN; END IF;
         END $$;
         ALTER ROLE shop_app PASSWORD 'changeme' CONNECTION LIMIT 5;
         GRANT shop_reader TO shop_app;
         CREATE TABLE IF NOT EXISTS t (id int);
         GRANT SELECT ON t TO shop_app, shop_reader;",
    ),
    ("001_shop.down.sql", "DROP TABLE t; DROP ROLE IF EXISTS shop_app;"),
];

#[tokio::test]
async fn a_proof_leaves_the_roles_of_the_server_alone() {
    let server = in_use().await;
    let before = roles(&server).await;
    let (folder, project) = project(&SHOP);
    let stand = stand(&server, &project, folder.path(), None).await.unwrap();
    assert!(stand.is_private());
    // The role is used by the database shop of the real server, which is no fault of the way down.
    assert_eq!(prove(&stand, &project).await, [""; 0]);
    assert_eq!(roles(&server).await, before);
    drop(stand);
    let left: Vec<_> = std::fs::read_dir(folder.path().join(".bulkhead/prove")).unwrap().flatten().collect();
    assert_eq!(left.iter().filter(|entry| entry.path().is_dir()).count(), 0, "{left:?}");
}

#[tokio::test]
async fn roles_that_are_taken_for_granted_are_there_without_their_passwords() {
    let server = in_use().await;
    let (folder, project) = project(&SHOP);
    let stand = stand(&server, &project, folder.path(), None).await.unwrap();
    let session = bulkhead_connect::Session::open(stand.target(), "test", TIMEOUT).await.unwrap();
    let there = "SELECT a.rolname, a.rolcanlogin, r.rolconfig, a.rolpassword
                 FROM pg_authid AS a JOIN pg_roles AS r USING (oid) WHERE a.rolname ~ '^shop' ORDER BY 1";
    let there = bulkhead_connect::answer(session.client(), there).await.unwrap();
    assert_eq!(there, ["shop_reader | f | {work_mem=8MB} | NULL"]);
    session.close().await;
}

#[tokio::test]
async fn a_role_made_without_looking_can_be_proved_although_the_server_has_it() {
    let server = in_use().await;
    let before = roles(&server).await;
    let files = [
        ("001_shop.sql", "CREATE ROLE shop_app LOGIN; CREATE TABLE t (id int);"),
        ("001_shop.down.sql", "DROP TABLE t; DROP ROLE shop_app;"),
    ];
    let (folder, project) = project(&files);
    let stand = stand(&server, &project, folder.path(), None).await.unwrap();
    let found = prove(&stand, &project).await;
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().all(|found| found.contains("\"shop_app\" already exists")), "{found:?}");
    assert_eq!(roles(&server).await, before);
}

#[tokio::test]
async fn without_a_private_server_nothing_is_begun() {
    let server = in_use().await;
    let (folder, project) = project(&SHOP);
    let refused = stand(&server, &project, folder.path(), Some("it is elsewhere")).await.err().unwrap();
    assert_eq!(refused.code(), "V005");
    let told = refused.to_string();
    assert!(told.contains("shop_app") && told.contains("it is elsewhere"), "{told}");
}

#[tokio::test]
async fn migrations_that_only_make_missing_roles_stay_on_the_server() {
    let server = in_use().await;
    let guarded = "DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'shop_app') THEN CREATE ROLE shop_app; END IF;
      END $$; CREATE TABLE t (id int); GRANT SELECT ON t TO shop_app;";
    let (folder, project) = project(&[("001_shop.sql", guarded), ("001_shop.down.sql", "DROP TABLE t;")]);
    assert!(!stand(&server, &project, folder.path(), None).await.unwrap().is_private());
}

#[tokio::test]
async fn a_database_that_is_called_by_its_name_stays_as_it_is() {
    let server = in_use().await;
    let before = roles(&server).await;
    let files = [
        (
            "001_shop.sql",
            "CREATE TABLE IF NOT EXISTS t (id int);
             REVOKE ALL ON DATABASE shop FROM PUBLIC; ALTER DATABASE shop SET timezone = 'UTC';",
        ),
        ("001_shop.down.sql", "DROP TABLE t; ALTER DATABASE shop RESET timezone;"),
    ];
    let (folder, project) = project(&files);
    let tied = stand(&server, &project, folder.path(), Some("it is elsewhere")).await.err().unwrap();
    assert!(tied.to_string().contains("database shop"), "{tied}");
    let stand = stand(&server, &project, folder.path(), None).await.unwrap();
    assert!(stand.is_private());
    assert_eq!(prove(&stand, &project).await, [""; 0]);
    assert_eq!(roles(&server).await, before);
}
