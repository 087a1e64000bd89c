//! `bulkhead monitor-pool`: who holds the connections, and which tenant keeps the database busy.

use std::time::Duration;

use bulkhead_operate::{Attribution, LoadQuestion, OperateError, PoolReport, pool, tenant_load};
use bulkhead_project::SeedScript;
use tokio_postgres::Client;

use super::watch::watched;
use super::{each, open, read_only, record};
use crate::Trouble;
use crate::args::{Global, MonitorPool};
use crate::exit::Exit;
use crate::render::{Output, pool_lines, pool_metrics};

/// From here on, in percent of the connections that the server takes, the pool is as good as full.
const FULL: u64 = 90;
/// How often a second sessions are looked at.
const HERTZ: f64 = 10.0;

pub(super) async fn run(global: &Global, arguments: &MonitorPool) -> Result<Output, Trouble> {
    watched(global, &arguments.watch, async || look(global, arguments).await).await
}

async fn look(global: &Global, arguments: &MonitorPool) -> Result<Output, Trouble> {
    let (context, projects) = open(global)?;
    let reports = each(projects.iter(), read_only, async |project| {
        let roles = project.manifest.tenancy.as_ref().map(|tenancy| tenancy.context.roles.clone());
        let attribution = Attribution::new(&roles.unwrap_or_default());
        let script = record::wanted(project, "monitor-pool", &arguments.record)?;
        let session = context.runner(project, None)?.connect().await?;
        let client = session.client();
        let report = match read(client, &project.name, &attribution, arguments).await {
            Ok(report) => kept(global, client, script.as_ref(), report).await,
            Err(error) => Err(error.into()),
        };
        session.close().await;
        report
    });
    let reports: Vec<PoolReport> = reports.await?;
    let exit = if reports.iter().any(needs_attention) { Exit::Findings } else { Exit::Done };
    Ok(Output::of_figures(global, "monitor-pool", exit, &reports, pool_lines, pool_metrics))
}

async fn read(
    client: &Client,
    project: &str,
    attribution: &Attribution,
    arguments: &MonitorPool,
) -> Result<PoolReport, OperateError> {
    let load = match arguments.tenants {
        true => {
            let window = Duration::from_secs(arguments.seconds);
            let limit = usize::try_from(arguments.limit).unwrap_or(usize::MAX);
            Some(tenant_load(client, attribution, LoadQuestion { window, hertz: HERTZ, limit }).await?)
        }
        false => None,
    };
    let mut report = pool(client, project, attribution).await?;
    report.tenants = load;
    Ok(report)
}

async fn kept(
    global: &Global,
    client: &Client,
    script: Option<&SeedScript>,
    report: PoolReport,
) -> Result<PoolReport, Trouble> {
    if let Some(script) = script {
        record::keep(global, client, script, &report).await?;
    }
    Ok(report)
}

fn needs_attention(report: &PoolReport) -> bool {
    let noisy = report.tenants.iter().flat_map(|load| &load.tenants).any(|share| !share.noisy.is_empty());
    noisy || report.used_percent() >= FULL
}
