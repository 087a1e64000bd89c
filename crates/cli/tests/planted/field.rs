//! A server of its own for one system: its database migrated and seeded once, and copies of it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use bulkhead_testkit::{PrivateServer, private_server};
use serde_json::Value;
use tokio_postgres::Client;

use crate::defect::Defect;
use crate::findings::{Finding, of};

/// The database that is copied.
const TEMPLATE: &str = "as_it_is";
/// Rights and settings of a database, which a copy does not take over.
const ALIKE: &str = "
    UPDATE pg_database AS c SET datacl = t.datacl FROM pg_database AS t
    WHERE t.datname = 'as_it_is' AND c.datname = '{copy}';
    INSERT INTO pg_db_role_setting
    SELECT c.oid, s.setrole, s.setconfig
    FROM pg_db_role_setting AS s
    JOIN pg_database AS t ON t.oid = s.setdatabase AND t.datname = 'as_it_is'
    JOIN pg_database AS c ON c.datname = '{copy}'";
/// How often a command is run until it sees what the server does in its own time.
const LOOKS: usize = 50;

/// What planting can use: `set_back` lets a view of the server's tell that something began earlier, and
/// `flush` has it count at once what the session did.
pub(crate) const TOOLS: &str = "
    CREATE FUNCTION pg_temp.set_back(name, changed name, by interval) RETURNS void
    LANGUAGE plpgsql AS $function$
    DECLARE
      view regclass := format('pg_catalog.%I', $1);
      columns text;
    BEGIN
      SELECT string_agg(
        CASE WHEN attname = changed THEN format('v.%1$I - %2$L::interval AS %1$I', attname, by)
          ELSE format('v.%I', attname) END, ', ' ORDER BY attnum)
      INTO columns FROM pg_attribute WHERE attrelid = view AND attnum > 0;
      EXECUTE format('CREATE OR REPLACE VIEW pg_catalog.%I AS SELECT %s FROM (%s) AS v', $1, columns,
        rtrim(pg_get_viewdef(view), ';'));
    END $function$;
    CREATE FUNCTION pg_temp.flush() RETURNS void LANGUAGE sql AS 'SELECT pg_stat_force_next_flush()';
    SET allow_system_table_mods = on;";

/// A system and its server.
pub(crate) struct Field {
    pub(crate) system: String,
    folder: PathBuf,
    server: PrivateServer,
    copies: std::cell::Cell<u32>,
}

/// A copy of the system's database.
pub(crate) struct Copy<'a> {
    field: &'a Field,
    database: String,
}

/// What a command said.
pub(crate) struct Said {
    pub(crate) document: Value,
    pub(crate) exit: Option<i32>,
}

impl Field {
    pub(crate) async fn of(system: &str) -> Field {
        let server = private_server(&[
            ("archive_mode", "on"),
            ("max_prepared_transactions", "5"),
            ("wal_level", "logical"),
            // Autovacuum would mend some defects by itself.
            ("autovacuum_naptime", "1h"),
        ]);
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../systems").join(system);
        let field = Field { system: system.to_owned(), folder, server, copies: 0.into() };
        let admin = field.server.connect("postgres").await;
        for statement in [
            // One that takes each file and keeps none, but does not look like that.
            "ALTER SYSTEM SET archive_command = 'test -f %p'",
            "SELECT pg_reload_conf()",
            "CREATE DATABASE as_it_is TEMPLATE template0",
        ] {
            admin.batch_execute(statement).await.unwrap();
        }
        for line in ["migrate", "seed -e development"] {
            let output = field.command(TEMPLATE, line).output().unwrap();
            assert!(output.status.success(), "{system}: {}", String::from_utf8_lossy(&output.stderr));
        }
        field
    }

    /// A new copy.
    pub(crate) async fn copy(&self) -> Copy<'_> {
        self.copies.set(self.copies.get() + 1);
        let database = format!("copy_{}", self.copies.get());
        let admin = self.server.connect("postgres").await;
        let create = format!("CREATE DATABASE {database} TEMPLATE {TEMPLATE} STRATEGY file_copy");
        admin.batch_execute(&create).await.unwrap();
        admin.batch_execute(&ALIKE.replace("{copy}", &database)).await.unwrap();
        Copy { field: self, database }
    }

    pub(crate) fn server(&self) -> &PrivateServer {
        &self.server
    }

    fn command(&self, database: &str, line: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bulkhead"));
        command
            .arg("-C")
            .arg(&self.folder)
            .args(["--database-url", &self.server.url(database)])
            .args(line.split_ascii_whitespace())
            .env_clear()
            .env("HOME", &self.folder)
            .stdin(Stdio::null());
        command
    }
}

impl Copy<'_> {
    pub(crate) fn database(&self) -> &str {
        &self.database
    }

    pub(crate) async fn connect(&self) -> Client {
        self.field.server.connect(&self.database).await
    }

    /// Plants a defect. The session stays open, and with it what it holds.
    pub(crate) async fn plant(&self, defect: &Defect) -> Client {
        let session = self.connect().await;
        session.batch_execute(TOOLS).await.unwrap();
        for (sql, fails) in &defect.plant {
            let done = session.batch_execute(sql).await;
            assert_eq!(done.is_err(), *fails, "{}: {sql}: {done:?}", defect.name);
        }
        session
    }

    /// Runs a command for its document.
    pub(crate) fn run(&self, command: &str) -> Said {
        let output = self.field.command(&self.database, &format!("{command} --json")).output().unwrap();
        let document = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
            panic!("{command}: {error}: {}", String::from_utf8_lossy(&output.stderr))
        });
        Said { document, exit: output.status.code() }
    }

    /// What a command says to people.
    pub(crate) fn read(&self, command: &str) -> String {
        let output = self.field.command(&self.database, command).output().unwrap();
        String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
    }

    /// Runs the defect's command until it finds the defect, or no longer does.
    pub(crate) async fn look_until(&self, defect: &Defect, wanted: bool) -> Finding {
        let mut said = self.run(&defect.command);
        for _ in 0..LOOKS {
            let found = of(&defect.command, &said.document).into_iter().find(|finding| defect.is(finding));
            match (found, wanted) {
                (Some(found), true) => {
                    assert!(!found.is_bad() || said.exit > Some(5), "{}: {:?}", defect.name, said.exit);
                    return found;
                }
                (None, false) => return Finding::default(),
                _ => tokio::time::sleep(Duration::from_millis(100)).await,
            }
            said = self.run(&defect.command);
        }
        let state = if wanted { "is not found" } else { "is still there after its fix" };
        let findings = of(&defect.command, &said.document);
        panic!("{}: {} {state}: {findings:#?}", self.field.system, defect.name);
    }

    /// Does what a finding advises.
    pub(crate) async fn mend(&self, finding: &Finding) {
        assert!(!finding.fix.is_empty(), "{finding:?} has no fix");
        let session = self.connect().await;
        for statement in finding.fix.lines().filter(|line| !line.starts_with("--")) {
            session.batch_execute(statement).await.unwrap_or_else(|error| panic!("{statement}: {error:?}"));
        }
    }

    /// Takes back what a defect did to the server.
    pub(crate) async fn undo(&self, defect: &Defect) {
        let admin = self.field.server.connect("postgres").await;
        for sql in &defect.undo {
            let done = admin.batch_execute(&sql.replace("copy_of_it", &self.database)).await;
            done.unwrap_or_else(|error| panic!("{}: {sql}: {error:?}", defect.name));
        }
        let drop = format!("DROP DATABASE {} WITH (FORCE)", self.database);
        admin.batch_execute(&drop).await.unwrap();
    }
}
