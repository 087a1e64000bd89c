//! What must hold before anything is done: an unbroken order, unchanged files, a ledger that we understand.

use std::collections::HashMap;

use bulkhead_project::{Migration, Order, Project, Version};

use crate::{Applied, Goal, MigrateError, Observed};

/// The applied versions by number.
pub(super) fn applied_by_version(observed: &Observed) -> HashMap<&Version, &Applied> {
    observed.ledger.applied.iter().map(|applied| (&applied.version, applied)).collect()
}

/// Refuses files that were changed, in meaning, after they were applied.
pub(super) fn check_unchanged(project: &Project, observed: &Observed) -> Result<(), MigrateError> {
    let applied = applied_by_version(observed);
    for migration in project.migrations.iter().filter(|migration| !migration.version.is_repeatable()) {
        if let Some(applied) = applied.get(&migration.version)
            && has_changed(migration, applied)
        {
            return Err(MigrateError::Changed {
                version: migration.version.clone(),
                path: migration.parts[0].path.clone(),
                applied_at: applied.applied_at.clone(),
            });
        }
    }
    Ok(())
}

/// Whether a file differs from what was applied in more than formatting.
pub(crate) fn has_changed(migration: &Migration, applied: &Applied) -> bool {
    match &applied.checksum {
        None => false,
        Some(recorded) if recorded.raw == migration.raw_checksum() => false,
        Some(recorded) => recorded.normalized != migration.checksum().normalized,
    }
}

/// The pending versions up to the goal, and the repeatable files that are new or were changed; refuses a version
/// below the newest applied one.
pub(super) fn pending<'p>(
    project: &'p Project,
    observed: &Observed,
    goal: &Goal,
) -> Result<Vec<&'p Migration>, MigrateError> {
    let applied = applied_by_version(observed);
    let newest = observed
        .ledger
        .applied
        .iter()
        .map(|row| &row.version)
        .filter(|version| !version.is_repeatable())
        .max();
    let pending: Vec<&Migration> = project
        .migrations
        .iter()
        .filter(|migration| match applied.get(&migration.version) {
            None => true,
            Some(row) => migration.version.is_repeatable() && has_changed(migration, row),
        })
        .filter(|migration| goal.to.as_ref().is_none_or(|to| migration.version <= *to))
        .collect();
    if let (Order::Linear, Some(newest)) = (goal.order, newest)
        && let Some(late) = pending.iter().find(|migration| migration.version < *newest)
    {
        return Err(MigrateError::Late {
            version: late.version.clone(),
            path: late.parts[0].path.clone(),
            newest: newest.clone(),
        });
    }
    Ok(pending)
}

/// The applied versions of which we have files, newest first, down to the goal.
pub(super) fn to_undo<'p>(
    project: &'p Project,
    observed: &Observed,
    goal: &Goal,
) -> Result<Vec<&'p Migration>, MigrateError> {
    let mut versions: Vec<&Version> =
        observed.ledger.applied.iter().map(|applied| &applied.version).collect();
    versions.retain(|version| !version.is_repeatable());
    if let Some(keep) = goal.to.as_ref().filter(|keep| !keep.is_zero())
        && !versions.contains(&keep)
        && project.migration(keep).is_none()
    {
        return Err(MigrateError::UnknownVersion { version: keep.clone() });
    }
    versions.sort_unstable_by(|left, right| right.cmp(left));
    match &goal.to {
        Some(keep) => versions.retain(|version| *version > keep),
        None => versions.truncate(1),
    }
    versions
        .into_iter()
        .map(|version| {
            let migration = project.migration(version);
            let migration =
                migration.ok_or_else(|| MigrateError::FileMissing { version: version.clone() })?;
            if migration.down_halves().is_empty() {
                return Err(MigrateError::NoDown {
                    version: version.clone(),
                    path: migration.parts[0].path.clone(),
                });
            }
            Ok(migration)
        })
        .collect()
}
