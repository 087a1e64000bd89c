//! `bulkhead health`: one answer, fast, for probes.

use std::time::Instant;

use bulkhead_migrate::status;
use serde::Serialize;

use super::open;
use super::watch::watched;
use crate::Trouble;
use crate::args::{Global, Watch};
use crate::exit::Exit;
use crate::render::{Output, health_line, health_metrics};

/// Whether a database answers, and whether it is what the files say.
#[derive(Serialize)]
pub(crate) struct HealthReport {
    /// The project.
    pub project: String,
    /// Its database.
    pub database: String,
    /// The server's version.
    pub server_version: String,
    /// How long one round trip with a look at the ledger took, in milliseconds.
    pub answer_ms: u64,
    /// Why nothing can be written, if so.
    pub read_only: Option<String>,
    /// How many versions are pending.
    pub pending: usize,
    /// How many versions need attention.
    pub troubled: usize,
}

pub(super) async fn run(global: &Global, watch: &Watch) -> Result<Output, Trouble> {
    watched(global, watch, async || look(global).await).await
}

async fn look(global: &Global) -> Result<Output, Trouble> {
    let (context, projects) = open(global)?;
    let mut reports = Vec::with_capacity(projects.len());
    for project in &projects {
        let runner = context.runner(project, None)?;
        let session = runner.connect().await?;
        let began = Instant::now();
        let observed = runner.observe(&session).await?;
        let answer_ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
        session.close().await;
        let status = status(project, &observed);
        reports.push(HealthReport {
            project: status.project,
            database: status.database,
            server_version: status.server_version,
            answer_ms,
            read_only: observed.facts.read_only,
            pending: status.pending,
            troubled: status.troubled,
        });
    }
    let exit = if reports.iter().any(|report| report.troubled > 0) { Exit::Findings } else { Exit::Done };
    Ok(Output::of_figures(global, "health", exit, &reports, health_line, health_metrics))
}
