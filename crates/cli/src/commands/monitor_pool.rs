//! `bulkhead monitor-pool`: who holds the connections.

use std::time::Duration;

use bulkhead_operate::{PoolReport, pool};

use super::{each, interrupt_on_signals, open, read_only};
use crate::Trouble;
use crate::args::{Global, MonitorPool};
use crate::exit::Exit;
use crate::render::{Output, pool_lines, show};

/// From here on, in percent of the connections that the server takes, the pool is as good as full.
const FULL: u64 = 90;

pub(super) async fn run(global: &Global, arguments: &MonitorPool) -> Result<Output, Trouble> {
    let Some(seconds) = arguments.watch else { return look(global).await };
    let interrupt = interrupt_on_signals(true);
    loop {
        let output = look(global).await?;
        if interrupt.sleep(Duration::from_secs(seconds)).await {
            return Ok(output);
        }
        show(&output);
    }
}

async fn look(global: &Global) -> Result<Output, Trouble> {
    let (context, projects) = open(global)?;
    let reports = each(projects.iter(), read_only, async |project| {
        let session = context.runner(project, None)?.connect().await?;
        let report = pool(session.client(), &project.name).await;
        session.close().await;
        Ok(report?)
    });
    let reports: Vec<PoolReport> = reports.await?;
    let full = reports.iter().any(|report| report.used_percent() >= FULL);
    let exit = if full { Exit::Findings } else { Exit::Done };
    Ok(Output::of_reports(global, "monitor-pool", exit, &reports, pool_lines))
}
