//! Brings ledger and files back together when a person has decided who is right.

use bulkhead_project::{Project, Version};
use serde::Serialize;

use crate::execute::{Identity, RunLock, wait_for_orphans};
use crate::ledger::{After, Guard, LedgerSql};
use crate::plan::has_changed;
use crate::{Interrupt, MigrateError, Runner, StepState};

/// A decision about a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Repair {
    /// Files that were changed after they were applied are taken as what was applied.
    AcceptChangedFiles,
    /// A step that was begun has taken effect.
    StepDone(Version, usize),
    /// A step that was begun has not taken effect and is to be run again.
    StepPending(Version, usize),
}

/// What was changed in the ledger.
#[derive(Clone, Debug, Serialize)]
pub struct RepairReport {
    /// The project.
    pub project: String,
    /// The versions whose digests were replaced.
    pub accepted: Vec<Version>,
    /// The steps that were decided, as version and number.
    pub steps: Vec<(Version, usize)>,
}

impl Runner {
    /// Carries out one decision, under the run lock.
    ///
    /// Fails when the step that is named was not begun.
    pub async fn repair(
        &self,
        project: &Project,
        repair: &Repair,
        interrupt: &Interrupt,
    ) -> Result<RepairReport, MigrateError> {
        let session = self.connect().await?;
        let observed = self.observe(&session).await?;
        let identity = Identity::of_this_process();
        let place = (self.ledger(), &observed.facts);
        let lock =
            RunLock::acquire(self.target(), self.options(), &identity, place, interrupt, &mut |_| {}).await?;
        wait_for_orphans(&session, self.options(), interrupt).await?;
        let observed = self.observe(&session).await?;
        let sql = LedgerSql { name: self.ledger() };
        let mut report =
            RepairReport { project: project.name.clone(), accepted: Vec::new(), steps: Vec::new() };
        let mut statements = Vec::new();
        match repair {
            Repair::AcceptChangedFiles => {
                for applied in &observed.ledger.applied {
                    let migration = project.migration(&applied.version);
                    if let Some(migration) = migration.filter(|migration| has_changed(migration, applied)) {
                        statements.push(sql.update_checksum(&applied.version, &migration.checksum()));
                        report.accepted.push(applied.version.clone());
                    }
                }
            }
            Repair::StepDone(version, step) | Repair::StepPending(version, step) => {
                let begun = observed.unfinished.iter().find(|record| {
                    record.version == *version && record.step == *step && record.state == StepState::Begun
                });
                let Some(begun) = begun else {
                    return Err(MigrateError::NotBegun { version: version.clone(), step: *step });
                };
                statements.push(match repair {
                    Repair::StepPending(..) => sql.forget_step(&begun.version, *step),
                    _ => {
                        let key = (*step, begun.digest.as_str());
                        let guard = Guard { after: After::Nothing, held: lock.held() };
                        let done = (StepState::Done, begun.before.as_str());
                        sql.record_step(&begun.version, begun.direction, key, done, &guard)
                    }
                });
                report.steps.push((begun.version.clone(), *step));
            }
        }
        for statement in statements {
            let done = session.client().batch_execute(&statement).await;
            done.map_err(|error| MigrateError::own_statement(&error))?;
        }
        lock.release().await;
        Ok(report)
    }
}
