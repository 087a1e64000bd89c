//! `bulkhead queries`: which statements cost most.

use bulkhead_operate::{QueryOrder, QueryQuestion, queries};

use super::watch::watched;
use super::{each, open, read_only};
use crate::Trouble;
use crate::args::{Global, OrderBy, Queries};
use crate::exit::Exit;
use crate::render::{Output, query_lines, query_metrics};

pub(super) async fn run(global: &Global, arguments: &Queries) -> Result<Output, Trouble> {
    watched(global, &arguments.watch, async || look(global, arguments).await).await
}

async fn look(global: &Global, arguments: &Queries) -> Result<Output, Trouble> {
    let order = match arguments.by {
        OrderBy::Total => QueryOrder::Total,
        OrderBy::Mean => QueryOrder::Mean,
        OrderBy::Calls => QueryOrder::Calls,
    };
    let question = QueryQuestion { order, limit: arguments.limit, plan: arguments.plan };
    let (context, projects) = open(global)?;
    let reports = each(projects.iter(), read_only, async |project| {
        let session = context.runner(project, None)?.connect().await?;
        let report = queries(session.client(), &project.name, question).await;
        session.close().await;
        Ok(report?)
    });
    Ok(Output::of_figures(global, "queries", Exit::Done, &reports.await?, query_lines, query_metrics))
}
