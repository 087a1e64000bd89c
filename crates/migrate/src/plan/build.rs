//! From a project and what was observed to a plan.

use bulkhead_project::{Directives, Migration, Project};

use super::effects::data_loss;
use super::gate::{applied_by_version, check_unchanged, pending, to_undo};
use super::steps::{Half, give_digests, statement_text, steps};
use super::{Mode, Note, Plan, Step, StepProgress, VersionPlan};
use crate::{Direction, Goal, MigrateError, Observed, StepState};

/// Decides what to do. Takes no connection, no clock and no randomness: the same input gives the same plan.
///
/// Fails when the project and the ledger do not fit together, or a file cannot be cut into statements.
pub fn plan<'p>(project: &'p Project, observed: &Observed, goal: &Goal) -> Result<Plan<'p>, MigrateError> {
    let mut notes = Vec::new();
    let migrations = match goal.direction {
        Direction::Up => {
            check_goal(project, goal)?;
            check_unchanged(project, observed)?;
            notes.extend(missing_files(project, observed));
            pending(project, observed, goal)?
        }
        Direction::Down => to_undo(project, observed, goal)?,
        Direction::Rerun => {
            let applied = applied_by_version(observed);
            let kept = |migration: &&Migration| goal.to.as_ref().is_none_or(|to| migration.version <= *to);
            project.migrations.iter().filter(|m| applied.contains_key(&m.version)).filter(kept).collect()
        }
    };
    let mut versions = Vec::with_capacity(migrations.len());
    for migration in migrations {
        let version = plan_version(migration, observed, goal.direction, &mut notes)?;
        versions.push(version);
    }
    refuse_other_unfinished(observed, goal.direction, &versions)?;
    Ok(Plan { direction: goal.direction, ledger: observed.ledger.name.clone(), versions, notes })
}

fn check_goal(project: &Project, goal: &Goal) -> Result<(), MigrateError> {
    match &goal.to {
        Some(to) if !to.is_zero() && project.migration(to).is_none() => {
            Err(MigrateError::UnknownVersion { version: to.clone() })
        }
        _ => Ok(()),
    }
}

fn missing_files(project: &Project, observed: &Observed) -> Vec<Note> {
    let missing =
        observed.ledger.applied.iter().filter(|applied| project.migration(&applied.version).is_none());
    missing.map(|applied| Note::MissingFile { version: applied.version.clone() }).collect()
}

fn plan_version<'p>(
    migration: &'p Migration,
    observed: &Observed,
    direction: Direction,
    notes: &mut Vec<Note>,
) -> Result<VersionPlan<'p>, MigrateError> {
    let halves = match direction {
        Direction::Down => down_halves(migration),
        Direction::Up | Direction::Rerun => up_halves(migration),
    };
    let mut cut = steps(&migration.version, &halves, &observed.ledger.name)?;
    notes.append(&mut cut.notes);
    // The ledger's way of writing a version counts where it has one: 002 and 2 are the same version.
    let recorded = observed.ledger.applied.iter().find(|row| row.version == migration.version);
    // A version of one transaction leaves nothing to be known again, unless it had more when it was begun.
    let begun = observed.unfinished.iter().any(|record| record.version == migration.version);
    if begun || cut.steps.len() > 1 || cut.steps[0].mode == Mode::Alone {
        give_digests(&cut.files, &mut cut.steps);
    }
    let mut version = VersionPlan {
        version: recorded.map_or(&migration.version, |row| &row.version).clone(),
        description: migration.description.clone(),
        checksum: (direction == Direction::Up).then(|| migration.checksum()),
        files: cut.files,
        steps: cut.steps,
        changes_session: cut.changes_session,
        resumed: false,
    };
    if direction == Direction::Down {
        notes.extend(losses(&version));
    }
    if direction != Direction::Rerun {
        resume(&mut version, observed, direction, notes)?;
        end_with_ledger(&mut version);
    }
    Ok(version)
}

fn up_halves(migration: &Migration) -> Vec<Half<'_>> {
    let half = |source| {
        let source: &bulkhead_project::SourceFile = source;
        Half { source, range: source.sections.up.clone(), directives: source.sections.up_directives }
    };
    migration.parts.iter().map(half).collect()
}

fn down_halves(migration: &Migration) -> Vec<Half<'_>> {
    let own = !migration.downs.is_empty();
    let directives = |source: &bulkhead_project::SourceFile| -> Directives {
        if own { source.sections.up_directives } else { source.sections.down_directives }
    };
    let halves = migration.down_halves().into_iter();
    halves.map(|(source, range)| Half { source, range, directives: directives(source) }).collect()
}

fn losses(version: &VersionPlan<'_>) -> Vec<Note> {
    let statements = version.steps.iter().flat_map(|step| &step.statements);
    let lost = statements.filter_map(|statement| {
        let what =
            data_loss(&statement.command, &statement.targets, statement_text(&version.files, statement))?;
        let path = version.files[statement.file].path.display().to_string();
        Some(Note::DataLoss { path, line: statement.line, what })
    });
    lost.collect()
}

/// Marks the steps that an earlier run has done or begun; refuses when their text was changed since.
fn resume(
    version: &mut VersionPlan<'_>,
    observed: &Observed,
    direction: Direction,
    notes: &mut Vec<Note>,
) -> Result<(), MigrateError> {
    let records = observed.unfinished.iter();
    for record in records.filter(|record| record.version == version.version && record.direction == direction)
    {
        let step = version.steps.iter_mut().find(|step| step.number == record.step);
        let step = step.filter(|step| step.digest == record.digest);
        let Some(step) = step else {
            return Err(MigrateError::ChangedWhileUnfinished {
                version: version.version.clone(),
                path: version.files[0].path.to_path_buf(),
                step: record.step,
            });
        };
        step.state = match &record.state {
            StepState::Done => StepProgress::Done,
            StepState::Begun => StepProgress::Begun(record.before.clone()),
        };
        version.resumed = true;
    }
    if version.resumed {
        let done = version.steps.iter().filter(|step| step.state == StepProgress::Done).count();
        notes.push(Note::Resumed { version: version.version.clone(), done });
    }
    Ok(())
}

/// The ledger is written in the transaction of the last step: an empty one follows a last step that has none, or
/// that an earlier run has done (its later steps were taken out of the file since).
fn end_with_ledger(version: &mut VersionPlan<'_>) {
    let needs_one = |step: &Step| step.mode == Mode::Alone || step.state == StepProgress::Done;
    if version.steps.last().is_some_and(needs_one) {
        version.steps.push(Step::of_ledger(version.steps.len() + 1));
    }
}

/// A version that another run left half-way must be finished, in the same direction, before anything else.
fn refuse_other_unfinished(
    observed: &Observed,
    direction: Direction,
    versions: &[VersionPlan<'_>],
) -> Result<(), MigrateError> {
    let stray = observed.unfinished.iter().find(|record| {
        record.direction != direction || !versions.iter().any(|version| version.version == record.version)
    });
    match stray {
        None => Ok(()),
        Some(record) => Err(MigrateError::OtherUnfinished {
            version: record.version.clone(),
            direction: record.direction,
        }),
    }
}
