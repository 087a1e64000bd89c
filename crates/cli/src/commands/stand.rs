//! Where the scratch databases of a project are made.

use bulkhead_migrate::Interrupt;
use bulkhead_project::Project;
use bulkhead_prove::{Circumstances, Stand};

use crate::Trouble;
use crate::context::Context;

/// The project's server, or a private one where migrations would change roles that are there. `downs` says whether
/// ways down are gone, `tied` why it has to be the project's server, if it has to.
pub(super) async fn find(
    context: &Context,
    project: &Project,
    interrupt: &Interrupt,
    downs: bool,
    tied: Option<&'static str>,
) -> Result<Stand, Trouble> {
    let circumstances = Circumstances {
        root: &context.selection.root,
        connect_timeout: context.connect_timeout(),
        interrupt,
        downs,
        tied,
    };
    Ok(Stand::find(project, &context.target(project)?, &circumstances).await?)
}
