//! `bulkhead dump`: the schema as SQL.

use std::path::PathBuf;

use bulkhead_operate::dump;
use bulkhead_project::Project;
use serde::Serialize;

use super::open;
use crate::Trouble;
use crate::args::{Dump, Global};
use crate::context::Context;
use crate::exit::Exit;
use crate::render::{Output, dumped};

/// The file, beside the migrations.
const FILE: &str = "schema.sql";

/// What became of the file.
#[derive(Serialize)]
pub(crate) struct DumpReport {
    /// The project.
    pub project: String,
    /// The file.
    pub path: PathBuf,
    /// What became of it.
    pub state: DumpState,
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum DumpState {
    /// It was written.
    Written,
    /// It is what would be written.
    Same,
    /// It is not, and was left alone.
    Different,
}

pub(super) fn run(global: &Global, arguments: &Dump) -> Result<Output, Trouble> {
    let (context, projects) = open(global)?;
    if arguments.stdout {
        let schemas = projects.iter().map(|project| schema(&context, project));
        return Ok(Output::of_text(schemas.collect::<Result<Vec<_>, _>>()?.join("\n")));
    }
    let mut reports = Vec::with_capacity(projects.len());
    for project in &projects {
        let text = schema(&context, project)?;
        let path = project.folder.join(FILE);
        let state = match std::fs::read_to_string(&path) {
            Ok(there) if there == text => DumpState::Same,
            _ if arguments.check => DumpState::Different,
            _ => {
                std::fs::write(&path, &text).map_err(|error| {
                    Trouble::usage(format!("{}: {error}", path.display()), "check that you may write there")
                })?;
                DumpState::Written
            }
        };
        reports.push(DumpReport { project: project.name.clone(), path, state });
    }
    let differs = reports.iter().any(|report| report.state == DumpState::Different);
    let exit = if differs { Exit::Findings } else { Exit::Done };
    Ok(Output::of_reports(global, "dump", exit, &reports, dumped))
}

fn schema(context: &Context, project: &Project) -> Result<String, Trouble> {
    let target = context.target(project)?;
    let binaries = context.server_binaries()?;
    Ok(dump(&target, &project.manifest.project.ledger_schema, binaries.as_deref())?)
}
