//! `bulkhead clean`: takes out what the seeds put in.

use bulkhead_operate::clean;
use bulkhead_project::SeedScript;

use super::{each, open, read_only};
use crate::Trouble;
use crate::args::Global;
use crate::exit::Exit;
use crate::render::{Output, cleaned};

pub(super) async fn run(global: &Global) -> Result<Output, Trouble> {
    let (context, projects) = open(global)?;
    let reports = each(projects.iter(), read_only, async |project| {
        let script = SeedScript::clean(&project.folder)?.ok_or_else(|| {
            let message = format!("project {} has no seeds/clean.sql", project.name);
            Trouble::usage(message, "write it: statements that delete what the seeds insert")
        })?;
        let session = context.migrated(project).await?;
        let report = clean(session.client(), &project.name, &script).await;
        session.close().await;
        Ok(report?)
    });
    Ok(Output::of_reports(global, "clean", Exit::Done, &reports.await?, cleaned))
}
