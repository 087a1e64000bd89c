//! The tools that are compared: Bulkhead, psql, and whichever peers are installed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::server::Server;

/// The word that makes this program the plain sender of a whole file.
pub const SEND_WHOLE: &str = "send-whole";

/// A tool of the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// The program under test.
    Bulkhead,
    /// One psql session, `BEGIN; \i file; COMMIT;` for each file; no ledger, no lock, no checksum.
    PsqlEach,
    /// `psql -c 'select 1'` in a new process: what starting and connecting costs.
    PsqlSelect,
    /// The whole file as one message in one transaction: the fastest way to send it, with the server parsing it
    /// as a whole.
    WholeFile,
    /// sqlx-cli.
    Sqlx,
    /// refinery_cli.
    Refinery,
    /// dbmate.
    Dbmate,
}

impl Tool {
    pub fn name(self) -> &'static str {
        match self {
            Tool::Bulkhead => "bulkhead",
            Tool::PsqlEach => "psql, a transaction per file",
            Tool::PsqlSelect => "psql -c 'select 1'",
            Tool::WholeFile => "whole file in one message",
            Tool::Sqlx => "sqlx",
            Tool::Refinery => "refinery",
            Tool::Dbmate => "dbmate",
        }
    }

    /// Whether the tool can be run here.
    pub fn is_here(self) -> bool {
        let program = match self {
            Tool::Bulkhead | Tool::PsqlEach | Tool::PsqlSelect | Tool::WholeFile => return true,
            Tool::Sqlx => "sqlx",
            Tool::Refinery => "refinery",
            Tool::Dbmate => "dbmate",
        };
        Command::new(program).arg("--version").output().is_ok_and(|output| output.status.success())
    }
}

/// Migrations in the layout that each tool expects, below one folder.
pub struct Layout {
    folder: PathBuf,
}

impl Layout {
    /// Writes the same texts for every tool.
    pub fn write(folder: &Path, texts: &[String]) -> Result<Layout, String> {
        let save = |path: PathBuf, text: &str| {
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent).map_err(|error| error.to_string())?;
            }
            fs::write(path, text).map_err(|error| error.to_string())
        };
        let mut script = String::new();
        for (index, text) in texts.iter().enumerate() {
            let number = index + 1;
            let plain = folder.join(format!("bulkhead/migrations/{number:04}_change.sql"));
            script.push_str(&format!("BEGIN;\n\\i '{}'\nCOMMIT;\n", plain.display()));
            save(plain, text)?;
            save(folder.join(format!("sqlx/{number:04}_change.sql")), text)?;
            save(folder.join(format!("refinery/V{number}__change.sql")), text)?;
            let marked = format!("-- migrate:up\n{text}\n-- migrate:down\n");
            save(folder.join(format!("dbmate/{number:04}_change.sql")), &marked)?;
        }
        save(folder.join("each.psql"), &script)?;
        Ok(Layout { folder: folder.to_path_buf() })
    }

    /// The command that applies the migrations to a database.
    pub fn command(&self, tool: Tool, server: &Server, database: &str, bulkhead: &Path) -> Command {
        let url = server.url(database);
        let place = |name: &str| self.folder.join(name);
        match tool {
            Tool::Bulkhead => {
                let mut command = Command::new(bulkhead);
                command.arg("-C").arg(place("bulkhead")).args(["migrate", "--quiet", "--database-url", &url]);
                command
            }
            Tool::PsqlEach => {
                let mut command = Command::new(server.psql());
                command.args(["-X", "-q", "-v", "ON_ERROR_STOP=1", "-f"]).arg(place("each.psql")).arg(url);
                command
            }
            Tool::PsqlSelect => {
                let mut command = Command::new(server.psql());
                command.args(["-X", "-c", "select 1"]).arg(url);
                command
            }
            Tool::WholeFile => {
                let mut command =
                    Command::new(std::env::current_exe().unwrap_or_else(|_| "bulkhead-benches".into()));
                command.args([SEND_WHOLE, &url]).arg(place("bulkhead/migrations/0001_change.sql"));
                command
            }
            Tool::Sqlx => {
                let mut command = Command::new("sqlx");
                command.args(["migrate", "run", "--database-url", &url, "--source"]).arg(place("sqlx"));
                command
            }
            Tool::Refinery => {
                let mut command = Command::new("refinery");
                command
                    .args(["migrate", "-e", "DATABASE_URL", "-p"])
                    .arg(place("refinery"))
                    .env("DATABASE_URL", url);
                command
            }
            Tool::Dbmate => {
                let mut command = Command::new("dbmate");
                command
                    .args(["--no-dump-schema", "--url", &url, "--migrations-dir"])
                    .arg(place("dbmate"))
                    .arg("migrate");
                command
            }
        }
    }
}

/// Sends a file as one message, in one transaction.
pub fn send_whole(url: &str, file: &str) -> ExitCode {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let sent = runtime.map_err(|error| error.to_string()).and_then(|runtime| {
        runtime.block_on(async {
            let text = fs::read_to_string(file).map_err(|error| error.to_string())?;
            let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls)
                .await
                .map_err(|error| error.to_string())?;
            let driver = tokio::spawn(connection);
            client.batch_execute(&format!("BEGIN;{text};COMMIT")).await.map_err(|error| error.to_string())?;
            drop(client);
            driver.await.map_err(|error| error.to_string())?.map_err(|error| error.to_string())
        })
    });
    match sent {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("{error}");
            ExitCode::FAILURE
        }
    }
}
