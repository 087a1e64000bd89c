//! Carries out a plan. Nothing is decided here that the plan could have decided.
//!
//! Transactional steps are sent ahead of their answers, many in flight at once: round trips are the cost of small
//! migrations. That is safe because a refused statement leaves its transaction aborted, so every later message
//! fails until we roll back, and because each ledger row insists on the row before it.

mod alone;
mod blockers;
mod identity;
mod message;
mod pipeline;
mod probe;
mod retry;
mod run_lock;
mod stretch;
mod view;

use std::rc::Rc;

use bulkhead_connect::Session;
use bulkhead_project::Version;
use serde::Serialize;

pub use blockers::{Blocker, LockWait, Watcher};
pub(crate) use identity::Identity;
pub use retry::{RetryBudget, is_about_locks};
pub(crate) use run_lock::{RunLock, wait_for_orphans};

use crate::Interrupt;
use crate::ledger::{After, Guard, LedgerSql};
use crate::plan::{Mode, StepProgress};
use crate::{Direction, MigrateError, Options, Plan, RunHolder, Runner, Step, VersionPlan};

/// Something that happens during a run, for whoever watches.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// Another run is under way and is waited for.
    WaitingForRun {
        /// Who holds the lock, as far as it can be seen.
        holder: Option<RunHolder>,
    },
    /// The run lock is ours and work begins.
    Started {
        /// How many versions will be worked on.
        versions: usize,
    },
    /// A step outside a transaction begins.
    StepStarted {
        /// The version.
        version: Version,
        /// Number of the step.
        step: usize,
        /// How many steps the version has.
        steps: usize,
        /// The statement's command.
        command: &'static str,
    },
    /// A version is finished.
    VersionFinished {
        /// The version.
        version: Version,
        /// The words of its file names.
        description: String,
    },
    /// A statement waits for a lock.
    WaitingForLock(LockWait),
    /// A step is tried again.
    Retrying {
        /// The version.
        version: Version,
        /// How often it was tried.
        attempts: usize,
        /// How long we pause first, in milliseconds.
        pause_ms: u64,
    },
    /// A half-built index of an earlier attempt was dropped.
    DroppedHalfBuiltIndex {
        /// The index, qualified.
        index: String,
    },
}

/// Carries out one plan over one session, under the run lock.
pub(crate) struct Executor<'e, 'p> {
    pub session: Rc<Session>,
    pub runner: &'e Runner,
    pub lock: &'e RunLock,
    pub plan: &'e Plan<'p>,
    pub options: &'e Options,
    pub identity: &'e Identity,
    pub events: &'e mut dyn FnMut(Event),
    pub interrupt: Interrupt,
    pub watcher: Watcher,
    pub finished: Vec<Version>,
    /// The version that is half-way, with its finished and its planned steps.
    pub half_way: Option<(Version, usize, usize)>,
}

/// A place in the plan: version and step, as indexes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    version: usize,
    step: usize,
}

impl<'e, 'p> Executor<'e, 'p> {
    /// Does everything that the plan says.
    pub async fn run(&mut self) -> Result<(), MigrateError> {
        let mut place = self.next_pending(Place { version: 0, step: 0 });
        while let Some(here) = place {
            if self.interrupt.is_set() {
                return Err(MigrateError::Interrupted);
            }
            self.lock.check_alive().await?;
            let next = match self.step(here).mode {
                Mode::Transaction => self.stretch_with_retries(here).await?,
                Mode::Alone => {
                    self.alone_with_retries(here).await?;
                    Place { version: here.version, step: here.step + 1 }
                }
            };
            place = self.next_pending(next);
        }
        Ok(())
    }

    fn version(&self, place: Place) -> &'e VersionPlan<'p> {
        &self.plan.versions[place.version]
    }

    fn step(&self, place: Place) -> &'e Step {
        &self.version(place).steps[place.step]
    }

    /// The first step from `place` on that is not done.
    fn next_pending(&self, mut place: Place) -> Option<Place> {
        loop {
            let version = self.plan.versions.get(place.version)?;
            match version.steps.get(place.step) {
                None => place = Place { version: place.version + 1, step: 0 },
                Some(step) if step.state == StepProgress::Done => place.step += 1,
                Some(_) => return Some(place),
            }
        }
    }

    fn ledger(&self) -> LedgerSql<'e> {
        LedgerSql { name: &self.plan.ledger }
    }

    /// Notes that a step has taken effect.
    fn note_end(&mut self, place: Place) {
        let version = self.version(place);
        let (done, steps) = (place.step + 1, version.steps.len());
        if done < steps {
            self.half_way = Some((version.version.clone(), done, steps));
            return;
        }
        self.half_way = None;
        self.finished.push(version.version.clone());
        self.announce(Event::VersionFinished {
            version: version.version.clone(),
            description: version.description.clone(),
        });
    }

    /// What must hold for the step at `place` to be recorded. Going down, each version is waited for.
    fn guard(&self, place: Place) -> Guard<'e> {
        let plan: &'e Plan<'p> = self.plan;
        let before = place.version.checked_sub(1).map(|index| &plan.versions[index].version);
        let after = match (place.step, before) {
            (0, Some(before)) if plan.direction == Direction::Up => After::Version(before),
            (0, _) => After::Nothing,
            (step, _) => After::Step(plan.versions[place.version].steps[step - 1].number),
        };
        Guard { after, held: self.lock.held() }
    }

    fn announce(&mut self, event: Event) {
        (self.events)(event);
    }
}
