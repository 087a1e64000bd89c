//! `bulkhead setup`: from an empty server to a verified database.

use std::time::Duration;

use bulkhead_migrate::Direction;

use super::migrate::one;
use super::plan::goal;
use super::{dev::DevReport, each, open, verify};
use crate::Trouble;
use crate::args::{Global, Setup};
use crate::exit::Exit;
use crate::render::{Output, dev_summary, to_stderr};

/// Between two tries to reach the server.
const PAUSE: Duration = Duration::from_secs(2);

pub(super) async fn run(global: &Global, arguments: &Setup) -> Result<Output, Trouble> {
    let (context, projects) = open(global)?;
    let reports = each(projects.iter(), DevReport::count, async |project| {
        let mut tries = 1;
        while let Err(trouble) = context.create_database(project).await {
            if !trouble.passing || tries >= arguments.attempts {
                return Err(trouble);
            }
            if !global.quiet {
                to_stderr(&format!("waiting for the server ({tries} of {})", arguments.attempts));
            }
            tries += 1;
            tokio::time::sleep(PAUSE).await;
        }
        let goal = goal(project, Direction::Up, None, false)?;
        let migrated =
            one(global, &context, project, &goal, Some(&arguments.patience), &mut |_| true).await?;
        let verified = verify::one(&context, project).await?;
        Ok(DevReport::new(&migrated, &verified))
    });
    let reports = reports.await?;
    let exit = if reports.iter().all(|report| report.wrong == 0) { Exit::Done } else { Exit::Findings };
    Ok(Output::of_reports(global, "setup", exit, &reports, dev_summary))
}
