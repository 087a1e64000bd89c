//! A folder, a database and the program, as a person has them in front of them.

use std::fs::Permissions;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use bulkhead_testkit::TestDatabase;
use serde_json::Value;
use tempfile::TempDir;
use tokio_postgres::Client;

/// The password of everybody in these tests. No output of any run may hold it.
pub const SECRET: &str = "Zauberberg-1924";

/// A project's folder and the environment in which the program is run.
pub struct Desk {
    folder: TempDir,
    environment: Vec<(String, String)>,
    database: Option<TestDatabase>,
}

/// What a run printed and how it ended.
pub struct Outcome {
    line: String,
    code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Desk {
    /// A folder with an empty `migrations/` and no connection setting.
    pub fn without_database() -> Desk {
        let desk = Desk { folder: tempfile::tempdir().unwrap(), environment: Vec::new(), database: None };
        std::fs::create_dir(desk.path("migrations")).unwrap();
        desk
    }

    /// The same with `DATABASE_URL` set to an empty database of its own.
    pub async fn with_database() -> Desk {
        let mut desk = Desk::without_database();
        let database = bulkhead_testkit::database().await;
        desk.set("DATABASE_URL", database.url());
        desk.database = Some(database);
        desk
    }

    /// Sets a variable for all runs from now on.
    pub fn set(&mut self, name: &str, value: &str) {
        self.unset(name);
        self.environment.push((name.to_owned(), value.to_owned()));
    }

    /// Removes a variable.
    pub fn unset(&mut self, name: &str) {
        self.environment.retain(|(key, _)| key != name);
    }

    /// Writes a file, with the folders above it.
    pub fn file(&self, name: &str, text: impl AsRef<[u8]>) -> &Desk {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
        self
    }

    /// Removes a file.
    pub fn remove(&self, name: &str) -> &Desk {
        std::fs::remove_file(self.path(name)).unwrap();
        self
    }

    /// Empties the folder but for an empty `migrations/`.
    pub fn empty(&mut self) {
        self.folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(self.path("migrations")).unwrap();
    }

    /// Takes every right on a file from everybody.
    pub fn forbid(&self, name: &str) {
        std::fs::set_permissions(self.path(name), Permissions::from_mode(0o000)).unwrap();
    }

    /// Lets every user enter the folder.
    pub fn open_to_all(&self) {
        std::fs::set_permissions(self.folder.path(), Permissions::from_mode(0o755)).unwrap();
    }

    /// The user who runs the tests.
    pub fn owner(&self) -> u32 {
        std::fs::metadata(self.folder.path()).unwrap().uid()
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The database.
    pub fn database(&self) -> &TestDatabase {
        self.database.as_ref().expect("the desk was made with a database")
    }

    /// A session of the superuser in the database.
    pub async fn connect(&self) -> Client {
        self.database().connect().await
    }

    /// The program with arguments separated by blanks, not yet started.
    pub fn command(&self, line: &str) -> Command {
        self.command_of(Path::new(env!("CARGO_BIN_EXE_bulkhead")), line)
    }

    /// As [`Desk::command`], for another program file.
    pub fn command_of(&self, program: &Path, line: &str) -> Command {
        let mut command = Command::new(program);
        command.args(line.split_ascii_whitespace()).current_dir(self.folder.path());
        command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command
            .env("HOME", self.folder.path())
            .envs(self.environment.iter().map(|(key, value)| (key, value)));
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs the program.
    pub fn run(&self, line: &str) -> Outcome {
        Outcome::of(line, self.command(line).output().unwrap())
    }
}

impl Outcome {
    /// What a process printed; refuses any output that holds the secret.
    pub fn of(line: &str, output: Output) -> Outcome {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program prints UTF-8");
        let (out, err) = (text(output.stdout), text(output.stderr));
        let outcome = Outcome { line: line.to_owned(), code: output.status.code(), out, err };
        assert!(!outcome.all().contains(SECRET), "the password is shown: {outcome}");
        outcome
    }

    /// Requires an exit code.
    #[track_caller]
    pub fn ends(&self, code: i32) -> &Outcome {
        assert_eq!(self.code, Some(code), "exit code of {self}");
        self
    }

    /// Requires words in what was printed.
    #[track_caller]
    pub fn says(&self, words: &str) -> &Outcome {
        assert!(self.all().contains(words), "\"{words}\" is missing in {self}");
        self
    }

    /// Requires that words are not in what was printed.
    #[track_caller]
    pub fn says_nothing_of(&self, words: &str) -> &Outcome {
        assert!(!self.all().contains(words), "\"{words}\" is in {self}");
        self
    }

    /// Requires that nothing was printed.
    #[track_caller]
    pub fn is_silent(&self) -> &Outcome {
        assert!(self.all().is_empty(), "not silent: {self}");
        self
    }

    /// The JSON document on standard output.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("no JSON ({error}): {self}"))
    }

    /// What is wrong with the outcome, for tables of cases.
    pub fn complaints(&self, code: i32, words: &[&str]) -> Vec<String> {
        let mut complaints = Vec::new();
        if self.code != Some(code) {
            complaints.push(format!("exit code {:?} instead of {code}", self.code));
        }
        let all = self.all();
        complaints.extend(
            words.iter().filter(|words| !all.contains(**words)).map(|w| format!("\"{w}\" is missing")),
        );
        complaints
    }

    fn all(&self) -> String {
        format!("{}{}", self.out, self.err)
    }
}

impl std::fmt::Display for Outcome {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Outcome { line, code, out, err } = self;
        write!(formatter, "`bulkhead {line}` ({code:?})\n--- stdout\n{out}\n--- stderr\n{err}")
    }
}

/// Everything in a database that a run could change: schemas, relations, functions, types, and all rows.
pub async fn contents(client: &Client) -> Vec<String> {
    let mut found: Vec<String> = strings(client, include_str!("contents.sql")).await;
    let tables = "SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace \
                  WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')";
    for table in strings(client, tables).await {
        let rows = format!("SELECT '{table}: ' || t::text FROM {table} AS t ORDER BY 1");
        found.extend(strings(client, &rows).await);
    }
    found
}

/// The first column of a query, as text.
pub async fn strings(client: &Client, sql: &str) -> Vec<String> {
    let rows = client.query(sql, &[]).await.unwrap_or_else(|error| panic!("{sql}: {error:?}"));
    rows.iter().map(|row| row.get(0)).collect()
}
