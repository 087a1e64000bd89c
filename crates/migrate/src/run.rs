//! A run from beginning to end: observe, plan, take the lock, look again, execute, report.

use std::rc::Rc;
use std::time::Instant;

use bulkhead_connect::{Session, Target};
use bulkhead_project::{Project, Version};

use crate::execute::{Executor, Identity, RunLock, wait_for_orphans};
use crate::ledger::LedgerSql;
use crate::{
    AppliedVersion, Direction, Event, Goal, Interrupt, LedgerName, MigrateError, MigrateReport, Observed,
    Options, Plan, Progress, observe, plan,
};

/// A run that ended before its goal.
#[derive(Debug)]
pub struct Stopped {
    /// Why.
    pub error: MigrateError,
    /// What had taken effect.
    pub progress: Progress,
}

impl From<MigrateError> for Stopped {
    fn from(error: MigrateError) -> Stopped {
        Stopped { error, progress: Progress::default() }
    }
}

/// What a run is asked to do.
struct Order<'o> {
    project: &'o Project,
    goal: &'o Goal,
    interrupt: &'o Interrupt,
    /// What was seen before the run lock was taken, and planned from it.
    observed: Observed,
    first: Plan<'o>,
    /// The versions whose undoing was confirmed.
    confirmed: Option<Vec<Version>>,
    began: Instant,
}

/// The versions of a plan.
fn versions(plan: &Plan<'_>) -> Vec<Version> {
    plan.versions.iter().map(|version| version.version.clone()).collect()
}

/// Runs migrations of a project on one database.
pub struct Runner {
    target: Target,
    options: Options,
    ledger: LedgerName,
}

impl Runner {
    /// A runner for one database; `ledger_schema` is where `schema_migrations` is.
    pub fn new(target: Target, options: Options, ledger_schema: &str) -> Runner {
        Runner { target, options, ledger: LedgerName { schema: ledger_schema.to_owned() } }
    }

    pub(crate) fn target(&self) -> &Target {
        &self.target
    }

    pub(crate) fn options(&self) -> &Options {
        &self.options
    }

    pub(crate) fn ledger(&self) -> &LedgerName {
        &self.ledger
    }

    /// Opens a session as every command does.
    pub async fn connect(&self) -> Result<Session, MigrateError> {
        Ok(Session::open(&self.target, "bulkhead", self.options.connect_timeout).await?)
    }

    /// What the database says about itself.
    pub async fn observe(&self, session: &Session) -> Result<Observed, MigrateError> {
        observe(session.client(), &self.ledger).await
    }

    /// Reaches the goal, or fails and says what had taken effect until then.
    ///
    /// `confirm` is asked once, after planning and before anything is done; its `false` ends the run with nothing
    /// done. Does not take the run lock when there is nothing to do.
    pub async fn run(
        &self,
        project: &Project,
        goal: &Goal,
        interrupt: &Interrupt,
        events: &mut dyn FnMut(Event),
        confirm: &mut dyn FnMut(&Plan<'_>) -> bool,
    ) -> Result<MigrateReport, Stopped> {
        let session = self.connect().await?;
        let observed = self.observe(&session).await?;
        let first = plan(project, &observed, goal)?;
        if first.is_empty() || !confirm(&first) {
            return Ok(report(&Plan { versions: Vec::new(), ..first }, &observed, Instant::now()));
        }
        let began = Instant::now();
        self.preflight(&session, project, &first, &observed).await?;
        let identity = Identity::of_this_process();
        let mut on_wait = |holder| events(Event::WaitingForRun { holder });
        let place = (&self.ledger, &observed.facts);
        let lock =
            RunLock::acquire(&self.target, &self.options, &identity, place, interrupt, &mut on_wait).await?;
        let confirmed = (goal.direction == Direction::Down).then(|| versions(&first));
        let order = Order { project, goal, interrupt, observed, first, confirmed, began };
        let result = self.run_locked(session, &lock, &identity, order, events).await;
        lock.release().await;
        result
    }

    /// The run under its lock: looks again, for another run may have ended just now.
    async fn run_locked(
        &self,
        session: Session,
        lock: &RunLock,
        identity: &Identity,
        order: Order<'_>,
        events: &mut dyn FnMut(Event),
    ) -> Result<MigrateReport, Stopped> {
        let began = order.began;
        wait_for_orphans(&session, &self.options, order.interrupt).await?;
        let observed = self.observe(&session).await?;
        let plan = match observed.is_as_far_as(&order.observed) {
            true => order.first,
            false => plan(order.project, &observed, order.goal)?,
        };
        if order.confirmed.is_some_and(|confirmed| confirmed != versions(&plan)) {
            return Err(MigrateError::MovedOn.into());
        }
        if plan.is_empty() {
            return Ok(report(&plan, &observed, began));
        }
        self.create_ledger(&session, &observed, lock, identity).await?;
        events(Event::Started { versions: plan.versions.len() });
        let mut executor = Executor {
            session: Rc::new(session),
            runner: self,
            lock,
            plan: &plan,
            options: &self.options,
            identity,
            events,
            interrupt: order.interrupt.clone(),
            watcher: self.watcher(identity),
            finished: Vec::new(),
            half_way: None,
        };
        let result = executor.run().await;
        let Executor { session, finished, half_way, .. } = executor;
        let result = match result {
            Ok(()) => Ok(report(&plan, &observed, began)),
            Err(error) => {
                self.wait_for_disk(&session).await;
                let progress = self.progress(&session, &plan, Progress { finished, half_way }).await;
                Err(Stopped { error, progress })
            }
        };
        // Closed before the lock is given back: who takes it then finds nobody at work.
        if let Ok(session) = Rc::try_unwrap(session) {
            session.close().await;
        }
        result
    }

    fn watcher(&self, identity: &Identity) -> crate::execute::Watcher {
        crate::execute::Watcher::new(&self.target, self.options.connect_timeout, identity.work_prefix())
    }

    async fn create_ledger(
        &self,
        session: &Session,
        observed: &Observed,
        lock: &RunLock,
        identity: &Identity,
    ) -> Result<(), MigrateError> {
        if observed.ledger.exists && observed.facts.has_steps {
            return Ok(());
        }
        let sql = LedgerSql { name: &self.ledger }.create(&identity.work_prefix(), &lock.fence());
        session.client().batch_execute(&sql).await.map_err(|error| MigrateError::own_statement(&error))
    }

    /// Waits until every commit of the run is on disk: all but the last of a run do not wait themselves. A commit
    /// that does wait needs something to write; a logical message is read by nobody.
    async fn wait_for_disk(&self, session: &Session) {
        // Where it cannot be waited for, the error that ended the run is still the one to tell.
        let _ = session.client().batch_execute("SELECT pg_logical_emit_message(true, 'bulkhead', '')").await;
    }

    /// What had taken effect: what the database says, over a new connection when the session is broken, else what
    /// the run has `seen`. They differ when the server crashed, which takes the newest commits with it.
    async fn progress(&self, session: &Session, plan: &Plan<'_>, seen: Progress) -> Progress {
        let observed = match self.observe(session).await {
            Ok(observed) => Some(observed),
            Err(_) => match self.connect().await {
                Ok(fresh) => self.observe(&fresh).await.ok(),
                Err(_) => None,
            },
        };
        let Some(observed) = observed else { return seen };
        let mut progress = Progress { finished: seen.finished, half_way: None };
        let applied = |version: &Version| observed.ledger.applied.iter().any(|row| row.version == *version);
        match plan.direction {
            Direction::Up => progress.finished.retain(applied),
            Direction::Down => progress.finished.retain(|version| !applied(version)),
            Direction::Rerun => {}
        }
        for version in &plan.versions {
            let done = observed.unfinished.iter().filter(|record| record.version == version.version);
            let done = done.filter(|record| record.state == crate::StepState::Done).count();
            if done > 0 {
                progress.half_way = Some((version.version.clone(), done, version.steps.len()));
            }
        }
        progress
    }
}

fn report(plan: &Plan<'_>, observed: &Observed, began: Instant) -> MigrateReport {
    let versions = plan.versions.iter().map(|version| AppliedVersion {
        version: version.version.clone(),
        description: version.description.clone(),
        statements: version.steps.iter().map(|step| step.statements.len()).sum(),
        steps: version.steps.len(),
    });
    MigrateReport {
        direction: plan.direction,
        database: observed.facts.database.clone(),
        versions: versions.collect(),
        notes: plan.notes.clone(),
        duration_ms: u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX),
    }
}
