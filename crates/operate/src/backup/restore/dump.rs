//! Restoring what `pg_dump` wrote into an empty private server, roles first.

use std::path::Path;
use std::process::Command;

use bulkhead_connect::{quote_identifier, quote_literal};
use bulkhead_server::{Endpoint, PrivateCopy};

use super::{Order, quiet_settings, start};
use crate::OperateError;
use crate::backup::counted;
use crate::backup::drill::DrillFinding;
use crate::backup::dumps::{Format, creates_database, format};
use crate::backup::program::{self, Said};
use crate::health::Level;

/// Restores and starts.
pub(super) fn restore(
    copy: &PrivateCopy,
    order: &Order,
) -> Result<(Endpoint, Vec<DrillFinding>), OperateError> {
    // The source's version restores its own dumps best; a newer one must do where it is missing.
    let exact = copy.binaries(Some(order.major), &order.extensions);
    let binaries = exact.or_else(|_| copy.binaries(None, &order.extensions))?;
    copy.make_empty(&binaries)?;
    let endpoint = start(copy, &binaries, order, quiet_settings())?;
    let session = Session { copy, endpoint: &endpoint, order };
    let mut findings = session.globals()?;
    findings.extend(session.missing_roles()?);
    findings.extend(session.data()?);
    Ok((endpoint, findings))
}

/// The programs that fill the copy.
struct Session<'a> {
    copy: &'a PrivateCopy,
    endpoint: &'a Endpoint,
    order: &'a Order,
}

impl Session<'_> {
    fn command(&self, program: &str, database: &str) -> Command {
        let mut command = Command::new(program::of_postgres(Some(&self.endpoint.binaries), program));
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("PG") {
                command.env_remove(name);
            }
        }
        command.arg("--dbname").arg(self.endpoint.url(database)).env("LC_ALL", "C");
        command
    }

    fn run(&self, command: Command) -> Result<Said, OperateError> {
        program::run(command, &self.order.interrupt)
    }

    /// Runs SQL and gives what it prints, one row a line.
    fn sql(&self, database: &str, sql: &str) -> Result<String, OperateError> {
        let mut psql = self.command("psql", database);
        psql.args([
            "--no-psqlrc",
            "--quiet",
            "--tuples-only",
            "--no-align",
            "-v",
            "ON_ERROR_STOP=1",
            "--command",
        ]);
        psql.arg(sql);
        Ok(program::run_well(psql, &self.order.interrupt)?.output)
    }

    /// Restores roles and tablespaces. Roles that are there already are no trouble.
    fn globals(&self) -> Result<Vec<DrillFinding>, OperateError> {
        let Some(path) = &self.order.globals else { return Ok(Vec::new()) };
        let mut psql = self.command("psql", "postgres");
        psql.args(["--no-psqlrc", "--quiet", "--output=/dev/null", "--file"]).arg(path);
        let said = self.run(psql)?;
        let errors: Vec<String> =
            errors(&said.errors).filter(|line| !line.contains("already exists")).collect();
        Ok(match errors.first() {
            None => Vec::new(),
            Some(first) => {
                let summary = format!("{}: {first}", path.display());
                vec![DrillFinding {
                    evidence: errors,
                    ..DrillFinding::new("restore_errors", Level::Warning, summary)
                }]
            }
        })
    }

    /// Makes the roles that the source's objects name and no backup holds, so that the rest can be looked at.
    fn missing_roles(&self) -> Result<Vec<DrillFinding>, OperateError> {
        let there = self.sql("postgres", "SELECT rolname FROM pg_roles")?;
        let missing: Vec<&String> =
            self.order.roles.iter().filter(|role| !there.lines().any(|line| line == role.as_str())).collect();
        if missing.is_empty() {
            return Ok(Vec::new());
        }
        let make: String =
            missing.iter().map(|role| format!("CREATE ROLE {};", quote_identifier(role))).collect();
        self.sql("postgres", &make)?;
        let evidence =
            missing.iter().map(|role| format!("{role} was made without rights, so as to go on")).collect();
        let roles = counted(missing.len(), "role");
        let summary = format!("{roles} in no backup: keep pg_dumpall --globals-only beside the dump");
        Ok(vec![DrillFinding { evidence, ..DrillFinding::new("roles_missing", Level::Warning, summary) }])
    }

    /// Restores the dump itself.
    fn data(&self) -> Result<Vec<DrillFinding>, OperateError> {
        let backup = &self.order.backup;
        let path = backup.path.as_deref().unwrap_or(Path::new(""));
        let database = backup.database.as_ref().unwrap_or(&self.order.database);
        let said = match format(path) {
            Some(Format::Archive) => self.archive(path, database)?,
            Some(Format::Plain) if creates_database(path) => self.script("postgres", path)?,
            Some(Format::Plain) => {
                self.create(database)?;
                self.script(database, path)?
            }
            Some(Format::PlainGzip) => {
                self.create(database)?;
                self.packed(database, path)?
            }
            Some(Format::Cluster) | None => {
                let reason = "it is no dump of a database".to_owned();
                return Err(OperateError::NotHere { backup: backup.label.clone(), reason });
            }
        };
        let evidence: Vec<String> = errors(&said.errors).collect();
        if said.success && evidence.is_empty() {
            return Ok(Vec::new());
        }
        let summary =
            format!("{} failed; the first: {}", counted(evidence.len().max(1), "statement"), said.why());
        Ok(vec![DrillFinding { evidence, ..DrillFinding::new("restore_errors", Level::Critical, summary) }])
    }

    /// `--create` also brings the database's own settings. A dump of the maintenance database goes into ours.
    fn archive(&self, path: &Path, database: &str) -> Result<Said, OperateError> {
        let exists = self.exists(database)?;
        let mut restore = self.command("pg_restore", if exists { database } else { "postgres" });
        restore.args((!exists).then_some("--create"));
        // An archive in tar cannot be read by several at once.
        let parallel = path.is_dir() || !tar(path);
        restore.args(parallel.then(|| format!("--jobs={}", jobs())));
        restore.arg(path);
        self.run(restore)
    }

    fn script(&self, database: &str, path: &Path) -> Result<Said, OperateError> {
        let mut psql = self.command("psql", database);
        psql.args(["--no-psqlrc", "--quiet", "--output=/dev/null", "--file"]).arg(path);
        self.run(psql)
    }

    /// Unpacks beside the data directory first: a pipe would hide the error of the program in front.
    fn packed(&self, database: &str, path: &Path) -> Result<Said, OperateError> {
        let plain = self.copy.folder("unpacked")?.join("dump.sql");
        let file = std::fs::File::create(&plain)
            .map_err(|error| OperateError::BackupFiles { path: plain.clone(), reason: error.to_string() })?;
        let mut unpack = Command::new("gzip");
        unpack.arg("-dc").arg(path);
        let said = program::run_into(unpack, file, &self.order.interrupt)?;
        if !said.success {
            return Err(OperateError::BackupTool { program: "gzip".to_owned(), reason: said.why() });
        }
        self.script(database, &plain)
    }

    fn exists(&self, database: &str) -> Result<bool, OperateError> {
        let sql = format!("SELECT 1 FROM pg_database WHERE datname = {}", quote_literal(database));
        Ok(!self.sql("postgres", &sql)?.trim().is_empty())
    }

    fn create(&self, database: &str) -> Result<(), OperateError> {
        if !self.exists(database)? {
            self.sql(
                "postgres",
                &format!("CREATE DATABASE {} TEMPLATE template0", quote_identifier(database)),
            )?;
        }
        Ok(())
    }
}

/// The lines that tell of errors; what follows them may quote rows.
fn errors(text: &str) -> impl Iterator<Item = String> {
    let telling = |line: &&str| {
        (line.starts_with("pg_restore: error:") || line.contains("ERROR:")) && !line.contains("Command was")
    };
    text.lines().filter(telling).map(str::to_owned)
}

fn tar(path: &Path) -> bool {
    use std::io::Read;
    let mut head = [0; 5];
    std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut head)).is_ok() && &head != b"PGDMP"
}

fn jobs() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from).min(4)
}

#[cfg(test)]
mod tests {
    use super::errors;

    #[test]
    fn only_what_the_server_says_is_repeated() {
        let said = "pg_restore: error: could not execute query: ERROR:  role \"a\" does not exist\n\
                    Command was: COPY t FROM stdin; secret\npsql:a.sql:3: ERROR:  syntax error\nDETAIL:  secret\n";
        assert_eq!(errors(said).count(), 2);
        assert!(errors(said).all(|line| !line.contains("secret")));
    }
}
