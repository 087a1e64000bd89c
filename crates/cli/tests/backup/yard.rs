//! A server with an archive, a project on it, and a folder of backups.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use bulkhead_testkit::{PrivateServer, private_server};
use serde_json::Value;
use tempfile::TempDir;
use tokio_postgres::{Client, NoTls};

/// The database of the project.
const DATABASE: &str = "shop";

pub struct Yard {
    server: PrivateServer,
    folder: TempDir,
    project: PathBuf,
    backups: PathBuf,
    /// A folder of programs that come before those of `PATH`.
    programs: Option<PathBuf>,
}

/// What a run printed.
pub struct Outcome(String);

impl Outcome {
    #[track_caller]
    pub fn says(&self, words: &str) -> &Outcome {
        assert!(self.0.contains(words), "\"{words}\" is missing in {}", self.0);
        self
    }
}

impl Yard {
    /// A project with one table, on a server that archives into a folder.
    pub async fn begin(tool: &str) -> Yard {
        let folder = tempfile::tempdir().unwrap();
        let project = folder.path().join("shop");
        let yard = Yard::on(folder, project, tool).await;
        yard.file("migrations/001_item.sql", "CREATE TABLE item (number int);");
        yard.file("migrations/001_item.down.sql", "DROP TABLE item;");
        yard.file(
            "verify/1.sql",
            "-- name: a table\n-- expect: 1\nSELECT count(*) FROM pg_class WHERE relname = 'item';",
        );
        yard.run("migrate", 0);
        yard
    }

    /// A reference system with its seed.
    pub async fn of_system(name: &str) -> Yard {
        let folder = tempfile::tempdir().unwrap();
        let system = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../systems").join(name);
        let project = folder.path().join(name);
        copy(&system, &project);
        let yard = Yard::on(folder, project, "pg_dump").await;
        yard.run("migrate", 0);
        yard.run("seed --environment test", 0);
        yard
    }

    async fn on(folder: TempDir, project: PathBuf, tool: &str) -> Yard {
        // The server runs as another user when the tests run as root.
        fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
        let open = |name: &str| {
            let path = folder.path().join(name);
            fs::create_dir(&path).unwrap();
            fs::set_permissions(&path, Permissions::from_mode(0o777)).unwrap();
            path
        };
        let (archive, backups) = (open("archive"), open("backups"));
        let command = format!("cp %p {}/%f", archive.display());
        let server = private_server(&[
            ("archive_mode", "on"),
            ("archive_command", &command),
            ("wal_level", "replica"),
            ("max_wal_senders", "4"),
        ]);
        fs::create_dir_all(&project).unwrap();
        let manifest = project.join("bulkhead.toml");
        let text = fs::read_to_string(&manifest).unwrap_or_default();
        let section =
            format!("{text}\n[backup]\ntool = \"{tool}\"\ndirectory = {:?}\n", backups.display().to_string());
        fs::write(manifest, section).unwrap();
        let admin = server.connect("postgres").await;
        admin.batch_execute(&format!("CREATE DATABASE {DATABASE} TEMPLATE template0")).await.unwrap();
        Yard { server, folder, project, backups, programs: None }
    }

    pub fn file(&self, name: &str, text: &str) {
        let path = self.project.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    async fn client(&self) -> Client {
        self.server.connect(DATABASE).await
    }

    pub async fn execute(&self, sql: &str) {
        self.client().await.batch_execute(sql).await.unwrap();
    }

    pub async fn rows(&self, number: u32) {
        self.execute(&format!("INSERT INTO item SELECT generate_series(1, {number})")).await;
    }

    /// Two tenants behind row security, and a role that sees only the small one.
    pub async fn tenants(&self) {
        self.execute(
            "CREATE TABLE tenant_item (tenant int, number int);
             ALTER TABLE tenant_item ENABLE ROW LEVEL SECURITY;
             INSERT INTO tenant_item SELECT 1 + (i > 30)::int, i FROM generate_series(1, 90) AS i;
             CREATE ROLE keeper;
             GRANT SELECT ON ALL TABLES IN SCHEMA public TO keeper;
             GRANT USAGE ON SCHEMA bulkhead TO keeper;
             GRANT SELECT ON ALL TABLES IN SCHEMA bulkhead TO keeper;
             GRANT SELECT ON ALL SEQUENCES IN SCHEMA bulkhead TO keeper;
             CREATE POLICY own ON tenant_item TO keeper USING (tenant = 1)",
        )
        .await;
    }

    /// A table with three rows in a tablespace outside the data directory.
    pub async fn tablespace(&self) {
        let space = self.folder.path().join("space");
        fs::create_dir(&space).unwrap();
        let owner = fs::metadata(&self.server.endpoint().socket_directory).unwrap();
        use std::os::unix::fs::MetadataExt;
        std::os::unix::fs::chown(&space, Some(owner.uid()), Some(owner.gid())).unwrap();
        self.execute(&format!("CREATE TABLESPACE outside LOCATION '{}'", space.display())).await;
        self.execute("CREATE TABLE far TABLESPACE outside AS SELECT generate_series(1, 3) AS number").await;
    }

    /// Ends a segment and waits until it is archived.
    pub async fn switch_wal(&self) {
        let client = self.client().await;
        let row = client.query_one("SELECT pg_walfile_name(pg_switch_wal())", &[]).await.unwrap();
        let segment = self.archive().join(row.get::<_, String>(0));
        let question = "SELECT last_archived_wal >= $1 FROM pg_stat_archiver";
        let name = segment.file_name().unwrap().to_str().unwrap().to_owned();
        for _ in 0..600 {
            let archived: Option<bool> = client.query_one(question, &[&name]).await.unwrap().get(0);
            if archived == Some(true) {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        panic!("{name} is not archived");
    }

    pub async fn moment(&self) -> String {
        let sql = "SELECT to_char(clock_timestamp(), 'YYYY-MM-DD HH24:MI:SS.US+00')";
        let client = self.client().await;
        client.batch_execute("SET timezone = 'UTC'").await.unwrap();
        client.query_one(sql, &[]).await.unwrap().get(0)
    }

    fn archive(&self) -> PathBuf {
        self.folder.path().join("archive")
    }

    /// Removes the segment before the newest.
    pub fn remove_segment(&self) {
        let names = fs::read_dir(self.archive()).unwrap().map(|entry| entry.unwrap().path());
        let mut segments: Vec<PathBuf> = names.filter(|path| path.file_name().unwrap().len() == 24).collect();
        segments.sort();
        fs::remove_file(&segments[segments.len() - 2]).unwrap();
    }

    pub fn base_backup(&self, name: &str, format: &str) {
        let mut command = self.program("pg_basebackup");
        command.args(["--checkpoint=fast", "--no-sync", "--wal-method=stream"]);
        command.arg(format!("--format={format}")).arg("--pgdata").arg(self.backups.join(name));
        well(command);
    }

    pub fn dump(&self, name: &str, arguments: &[&str]) {
        let mut command = self.program("pg_dump");
        command.args(arguments).arg("--file").arg(self.backups.join(name)).arg(DATABASE);
        well(command);
    }

    pub fn globals(&self) {
        let mut command = self.program("pg_dumpall");
        command.arg("--globals-only").arg("--file").arg(self.backups.join("globals.sql"));
        well(command);
    }

    /// Changes one byte of the table in a backup.
    pub async fn spoil(&self, name: &str) {
        let row = self.client().await.query_one("SELECT pg_relation_filepath('item')", &[]).await.unwrap();
        let path = self.backups.join(name).join(row.get::<_, String>(0));
        let mut bytes = fs::read(&path).unwrap();
        bytes[8_000] ^= 0xff;
        fs::write(path, bytes).unwrap();
    }

    pub fn cut_control_file(&self, name: &str) {
        let path = self.backups.join(name).join("global/pg_control");
        fs::write(&path, &fs::read(&path).unwrap()[..100]).unwrap();
    }

    fn program(&self, name: &str) -> Command {
        let endpoint = self.server.endpoint();
        let mut command = Command::new(endpoint.binaries.join(name));
        command.env("PGHOST", &endpoint.socket_directory).env("PGPORT", endpoint.port.to_string());
        command.env("PGUSER", &endpoint.user);
        command
    }

    /// Waits until an attempt to archive failed.
    pub async fn fail_to_archive(&self) {
        let client = self.client().await;
        client.batch_execute("SELECT pg_switch_wal()").await.unwrap();
        let question = "SELECT failed_count > 0 FROM pg_stat_archiver";
        for _ in 0..600 {
            if client.query_one(question, &[]).await.unwrap().get(0) {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        panic!("archiving does not fail");
    }

    /// A program that answers as WAL-G does (its documented output), and has this base backup as its only one.
    pub fn stand_in_for_walg(&mut self, backup: &str) {
        let programs = self.folder.path().join("programs");
        fs::create_dir(&programs).unwrap();
        let backup = self.backups.join(backup).display().to_string();
        let archive = self.archive().display().to_string();
        let script = include_str!("wal-g.sh").replace("{backup}", &backup).replace("{archive}", &archive);
        fs::write(programs.join("wal-g"), script).unwrap();
        fs::set_permissions(programs.join("wal-g"), Permissions::from_mode(0o755)).unwrap();
        well({
            // The server's user restores, and the tests may have been run as another.
            let mut open = Command::new("chmod");
            open.args(["-R", "a+rX", &backup]);
            open
        });
        let manifest = self.project.join("bulkhead.toml");
        let text = fs::read_to_string(&manifest).unwrap();
        fs::write(&manifest, text.replace("\"pg_basebackup\"", "\"wal-g\"")).unwrap();
        self.programs = Some(programs);
    }

    /// Begins a drill and interrupts it as soon as there is this much of it; gives the exit code.
    pub fn interrupted_drill(&self, moment: &str) -> Option<i32> {
        let mut child = self.command("backup drill").stderr(Stdio::null()).spawn().unwrap();
        let home = self.project.join(".bulkhead/drill/.bulkhead/server");
        let path = if moment == "the folder" { home } else { home.join("data/postmaster.pid") };
        while !path.exists() {
            assert!(child.try_wait().unwrap().is_none(), "it ended before {moment} was there");
            std::thread::sleep(std::time::Duration::from_millis(1));
        }
        well({
            let mut kill = Command::new("kill");
            kill.args(["-INT", &child.id().to_string()]);
            kill
        });
        child.wait().unwrap().code()
    }

    /// Runs the program; it has to end with this code.
    #[track_caller]
    pub fn run(&self, line: &str, code: i32) -> Outcome {
        let output = self.command(line).output().unwrap();
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert_eq!(output.status.code(), Some(code), "{line}: {said}");
        Outcome(said)
    }

    fn command(&self, line: &str) -> Command {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = self.programs.iter().cloned().chain(std::env::split_paths(&path));
        let mut command = Command::new(env!("CARGO_BIN_EXE_bulkhead"));
        command
            .args(["-C", &self.project.display().to_string(), "--database-url", &self.server.url(DATABASE)])
            .args(line.split_ascii_whitespace())
            .env_clear()
            .env("HOME", self.folder.path())
            .env("PATH", std::env::join_paths(folders).unwrap())
            .env("PG_BIN", &self.server.endpoint().binaries)
            .stdin(Stdio::null());
        command
    }

    /// The report of a command.
    #[track_caller]
    fn report(&self, line: &str, code: i32) -> Value {
        let said = self.run(&format!("{line} --json"), code).0;
        let document: Value = serde_json::from_str(&said).unwrap_or_else(|error| panic!("{error}: {said}"));
        document["projects"][0].clone()
    }

    #[track_caller]
    pub fn drill(&self, arguments: &str, code: i32) -> Value {
        self.report(&format!("backup drill {arguments}"), code)
    }

    #[track_caller]
    pub fn check(&self, arguments: &str, code: i32) -> Value {
        self.report(&format!("backup check {arguments}"), code)
    }

    /// Nothing of a copy is left: no folder, and no server that works in one.
    #[track_caller]
    pub fn is_tidy(&self) {
        assert!(!self.project.join(".bulkhead/drill").exists(), "the copy's folder is left");
        let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
        let left = processes.filter_map(|entry| fs::read_link(entry.path().join("cwd")).ok());
        let left: Vec<PathBuf> = left.filter(|cwd| cwd.starts_with(&self.project)).collect();
        assert!(left.is_empty(), "{left:?}");
    }
}

/// The first column of the first row.
pub async fn number(url: &str, sql: &str) -> i64 {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await.unwrap();
    let driver = tokio::spawn(connection);
    let number = client.query_one(sql, &[]).await.unwrap().get(0);
    drop(client);
    driver.await.unwrap().unwrap();
    number
}

#[track_caller]
fn well(mut command: Command) {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}
