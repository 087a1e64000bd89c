//! The schema of a database as SQL, the same each time: what `pg_dump` writes without what differs from run to run.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use bulkhead_connect::Target;

use crate::OperateError;

/// Runs `pg_dump` on a database. `binaries` is a folder to look into first, else `PATH` decides.
///
/// The password goes to it in the environment, where only its user can read it.
pub fn dump(target: &Target, ledger_schema: &str, binaries: Option<&Path>) -> Result<String, OperateError> {
    let beside = binaries.map(|folder| folder.join("pg_dump")).filter(|path| path.is_file());
    let program = beside.unwrap_or_else(|| PathBuf::from("pg_dump"));
    let failed = |reason: String| OperateError::Dump { reason };
    let output = Command::new(&program)
        .args(["--schema-only", "--exclude-schema=bulkhead"])
        .arg(format!("--exclude-table=\"{}\".schema_migrations", ledger_schema.replace('"', "\"\"")))
        .envs(target.libpq_environment())
        .stdin(Stdio::null())
        .output()
        .map_err(|error| match error.kind() {
            ErrorKind::NotFound => failed("there is no pg_dump in PATH".to_owned()),
            _ => failed(error.to_string()),
        })?;
    if !output.status.success() {
        return Err(failed(String::from_utf8_lossy(&output.stderr).trim().to_owned()));
    }
    Ok(lasting(&String::from_utf8_lossy(&output.stdout)))
}

/// The dump without the lines that change although the schema does not: versions, the key of `\restrict`, and runs of
/// empty lines.
fn lasting(dump: &str) -> String {
    let changes = |line: &str| {
        line.starts_with("-- Dumped ") || line.starts_with("\\restrict ") || line.starts_with("\\unrestrict ")
    };
    let mut text = String::with_capacity(dump.len());
    let mut blank = true;
    for line in dump.lines().map(str::trim_end).filter(|line| !changes(line)) {
        if !(line.is_empty() && blank) {
            text.push_str(line);
            text.push('\n');
        }
        blank = line.is_empty();
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::lasting;

    #[test]
    fn what_changes_by_itself_is_left_out() {
        let dump = "--\n-- PostgreSQL database dump\n--\n\n\\restrict abc\n\n-- Dumped from database version 15.1\n\
                    -- Dumped by pg_dump version 15.1\n\nSET x = 1;\n\n\n\nCREATE TABLE t ();\n\n\\unrestrict abc\n\n";
        assert_eq!(
            lasting(dump),
            "--\n-- PostgreSQL database dump\n--\n\nSET x = 1;\n\nCREATE TABLE t ();\n"
        );
    }
}
