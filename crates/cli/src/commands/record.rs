//! `--record`: reports are kept in the project's own tables.

use bulkhead_operate::{OperateError, record};
use bulkhead_project::{Project, SeedScript, read_record};
use serde::Serialize;
use tokio_postgres::Client;

use crate::Trouble;
use crate::args::{Global, Record};
use crate::render::{count, to_stderr};

/// The statements that keep a command's reports, when that is wanted.
pub(super) fn wanted(
    project: &Project,
    command: &'static str,
    arguments: &Record,
) -> Result<Option<SeedScript>, Trouble> {
    if !arguments.record {
        return Ok(None);
    }
    match read_record(&project.folder, command)? {
        Some(script) => Ok(Some(script)),
        None => Err(OperateError::NoRecord { project: project.name.clone(), command }.into()),
    }
}

/// Keeps a report; says so beside it.
pub(super) async fn keep<R: Serialize>(
    global: &Global,
    client: &Client,
    script: &SeedScript,
    report: &R,
) -> Result<(), Trouble> {
    let report = serde_json::to_string(report).expect("reports are plain data");
    let rows = record(client, script, &report).await?;
    if !global.quiet {
        let rows = count(usize::try_from(rows).unwrap_or(usize::MAX), "row");
        to_stderr(&format!("recorded {rows} ({})", script.path.display()));
    }
    Ok(())
}
