//! What `retention` and `partitions` share.

use bulkhead_migrate::LockWait;
use bulkhead_operate::Obstacle;
use bulkhead_project::Project;

use crate::exit::Exit;
use crate::render::to_stderr;

/// What most tables of a project call the tenant's column.
pub(super) fn tenant_key(project: &Project) -> Option<&str> {
    project.manifest.tenancy.as_ref().and_then(|tenancy| tenancy.key.as_deref())
}

/// Says for what a step waits, and for whom.
pub(super) fn tell(wait: &LockWait, quiet: bool) {
    if quiet {
        return;
    }
    to_stderr(&format!("waiting for {} on {}", wait.mode, wait.object));
    for blocker in &wait.blockers {
        to_stderr(&format!("  blocked by {blocker}"));
    }
}

/// How a run ends that goes on past obstacles.
pub(super) fn exit_of<'o>(
    obstacles: impl Iterator<Item = &'o Obstacle>,
    something_done: bool,
    pending: bool,
) -> Exit {
    let obstacles: Vec<&Obstacle> = obstacles.collect();
    let only_locks = obstacles.iter().all(|obstacle| obstacle.code == "O015");
    match (obstacles.is_empty(), something_done) {
        (true, _) if pending => Exit::Pending,
        (true, _) => Exit::Done,
        (false, true) => Exit::PartlyApplied,
        (false, false) if only_locks => Exit::Locked,
        (false, false) => Exit::Failed,
    }
}
