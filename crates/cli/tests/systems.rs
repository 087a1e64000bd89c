//! The reference systems, each through its whole life on a server of its own: up, up again, proved, seeded, cleaned,
//! down to nothing, and up once more.
//!
//! `PG_BIN` picks the server's version; without it, it is the one that Bulkhead finds.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::print_stdout, reason = "says which server the systems were on")]

#[path = "../../migrate/tests/engine/catalog.rs"]
mod catalog;
#[path = "crash/shape.rs"]
mod shape;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use bulkhead_project::Manifest;
use bulkhead_testkit::{PrivateServer, private_server};
use tokio_postgres::Client;

use catalog::{assert_same, contents, lines, text};
use shape::shape;

/// What belongs to the whole server, and the rights and settings of the database.
const OUTSIDE: &str = "
    SELECT 'role ' || r::text FROM (
      SELECT rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin, rolbypassrls FROM pg_roles) AS r
    UNION ALL SELECT 'member ' || member::regrole || ' of ' || roleid::regrole FROM pg_auth_members
    UNION ALL SELECT concat_ws(' ', 'right', r.privilege_type, nullif(r.grantee, 0)::regrole) FROM pg_database AS d
      CROSS JOIN LATERAL aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) AS r WHERE datname = current_database()
    UNION ALL SELECT 'setting ' || setrole::regrole || ' ' || setconfig::text FROM pg_db_role_setting
    ORDER BY 1";

/// A system and a database for it.
struct Life {
    folder: PathBuf,
    server: PrivateServer,
}

impl Life {
    async fn begin(system: &str) -> Life {
        let folder = systems().join(system);
        let server = private_server(&[]);
        let admin = server.connect("postgres").await;
        admin.batch_execute("CREATE DATABASE life TEMPLATE template0").await.unwrap();
        // The ledger's schema is the run's own, and stays when everything is undone.
        let ledger = Manifest::read(&folder).unwrap().project.ledger_schema;
        let life = Life { folder, server };
        if ledger != "public" {
            let own = format!("CREATE SCHEMA {ledger}; GRANT ALL ON SCHEMA {ledger} TO CURRENT_USER");
            life.client().await.batch_execute(&own).await.unwrap();
        }
        life
    }

    async fn client(&self) -> Client {
        self.server.connect("life").await
    }

    fn command(&self, line: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bulkhead"));
        command
            .arg("-C")
            .arg(&self.folder)
            .args(["--database-url", &self.server.url("life")])
            .args(line.split_ascii_whitespace())
            .env_clear()
            .env("HOME", &self.folder)
            // Proofs start servers of the same version.
            .env("PG_BIN", &self.server.endpoint().binaries)
            .stdin(Stdio::null());
        command
    }

    /// Runs the program; it has to end well and to say these words.
    #[track_caller]
    fn run(&self, line: &str, words: &str) {
        let output = self.command(line).output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said);
        assert!(output.status.success() && said.contains(words), "{line} ({}): {said}", output.status);
    }

    /// What `init` reads from the database is what the manifest says.
    fn reads_its_tenants(&self) {
        let output = self.command("init --stdout").output().unwrap();
        let section = String::from_utf8(output.stdout).unwrap();
        let read = Manifest::parse(&section, &self.folder).unwrap().tenancy.expect("it has tenants");
        let said = Manifest::read(&self.folder).unwrap().tenancy.expect("it says so");
        assert_eq!((read.level, &read.root, &read.key), (said.level, &said.root, &said.key));
        assert_eq!(read.context, said.context);
        let roles = |roles: &[String]| roles.iter().cloned().collect::<BTreeSet<_>>();
        assert_eq!(roles(&read.app_role), roles(&said.app_role));
    }

    /// Each report that the system has a table for arrives there.
    async fn keeps_its_reports(&self) {
        let Ok(files) = std::fs::read_dir(self.folder.join("record")) else { return };
        for file in files {
            let name = file.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned();
            if name.ends_with(".earlier") {
                continue;
            }
            let before = self.whole().await;
            let output = self.command(&format!("{name} --record")).output().unwrap();
            let said = String::from_utf8(output.stderr).unwrap();
            // A server for tests has its faults; they are recorded, too.
            assert!(matches!(output.status.code(), Some(0 | 7)), "{name}: {said}");
            assert!(said.contains("recorded") && !said.contains("recorded 0"), "{name}: {said}");
            assert!(before != self.whole().await, "{name}: nothing has arrived");
        }
        if self.folder.join("record/stats.earlier.sql").is_file() {
            self.run("stats", "since the report kept");
        }
    }

    async fn whole(&self) -> Vec<String> {
        let client = self.client().await;
        let mut all = contents(&client).await;
        all.extend(lines(&client, OUTSIDE).await);
        all
    }

    async fn outline(&self) -> Vec<String> {
        let client = self.client().await;
        let mut all = shape(&client).await;
        all.extend(lines(&client, OUTSIDE).await);
        all
    }
}

fn systems() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../systems")
}

async fn live(system: &str) {
    let life = Life::begin(system).await;
    let nothing = life.whole().await;
    life.run("prove locks", "nobody waits long for what is pending");
    assert_same(&nothing, &life.whole().await, "after the proof on the empty database");
    life.run("migrate", "applied");
    life.run("verify", "right");
    let built = life.whole().await;
    life.reads_its_tenants();
    life.run("migrate --rerun", "applied again");
    assert_same(&built, &life.whole().await, "after --rerun");
    let outline = life.outline().await;

    life.run("prove", "all kept");
    assert_same(&outline, &life.outline().await, "after the proof, which works elsewhere");
    life.run("prove locks", "none of them is pending");

    life.run("seed -e development", "right");
    life.run("seed -e development", "already there");
    life.run("validate", "found nothing");
    life.run("stats", "tables");
    life.run("seed -e test", "right");
    life.run("seed -e test", "right");
    life.run("validate", "found nothing");
    life.run("verify", "right");
    life.keeps_its_reports().await;
    life.run("clean", "deleted");
    life.run("clean", "nothing to clean");

    life.run("rollback --to 0 --yes", "undone");
    assert_same(&nothing, &life.whole().await, "down to nothing");
    life.run("migrate", "applied");
    assert_same(&outline, &life.outline().await, "up once more");
    life.run("verify", "right");
    let version = text(&life.client().await, "SHOW server_version").await;
    println!("{system} on PostgreSQL {version}");
}

macro_rules! systems {
    ($($test:ident = $folder:literal),* $(,)?) => {
        const KNOWN: &[&str] = &[$($folder),*];
        $(#[tokio::test] async fn $test() { live($folder).await; })*
    };
}

systems!(
    adx_core = "adx-core",
    ai_modernize = "ai-modernize",
    aic_sos = "aic-sos",
    chief_of_staff = "chief-of-staff",
    experiments = "experiments",
);

#[test]
fn every_system_is_here() {
    let mut found: Vec<String> = std::fs::read_dir(systems())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    found.sort();
    assert_eq!(found, KNOWN);
}
