//! Steps outside a transaction: intent, statement, proof, record.

use bulkhead_connect::{ServerError, quote_literal};
use bulkhead_sql::Command;

use super::probe::{Probe, Verdict};
use super::stretch::RESETS;
use super::{Event, Executor, Place, RetryBudget, is_about_locks};
use crate::execute::message::Spot;
use crate::plan::statement_text;
use crate::{Direction, Failure, MigrateError, PlannedStatement, StepState};

/// A failed attempt at a step.
enum Attempt {
    /// The step has taken effect.
    Done,
    /// The server refused; nothing is left of it.
    Refused(Box<Failure>),
}

impl Executor<'_, '_> {
    /// Runs one statement outside a transaction and records that it took effect.
    pub(super) async fn alone_with_retries(&mut self, place: Place) -> Result<(), MigrateError> {
        let statement = self.only_statement(place).clone();
        let probe = Probe::of(&statement.command, &statement.targets);
        let version = self.version(place);
        self.announce(Event::StepStarted {
            version: version.version.clone(),
            step: place.step + 1,
            steps: version.steps.len(),
            command: statement.command.tag(),
        });
        self.prepare_session(place).await?;
        let mut begun = self.begun_before(place).map(str::to_owned);
        let mut budget = RetryBudget::new(self.options.retry_budget);
        let result = loop {
            match self.attempt(place, &statement, &probe, begun.take()).await {
                Ok(Attempt::Done) => break Ok(()),
                Ok(Attempt::Refused(failure)) => {
                    if self.interrupt.is_set() {
                        break Err(MigrateError::Interrupted);
                    }
                    if !is_about_locks(&failure.server.sqlstate) {
                        break Err(MigrateError::Statement(failure));
                    }
                    let Some(pause) = budget.next_pause() else {
                        let (attempts, blockers) = (budget.attempts, self.watcher.last_seen());
                        break Err(MigrateError::LockTimeout { failure, attempts, blockers });
                    };
                    let pause_ms = u64::try_from(pause.as_millis()).unwrap_or(u64::MAX);
                    let version = version.version.clone();
                    self.announce(Event::Retrying { version, attempts: budget.attempts, pause_ms });
                    if self.interrupt.sleep(pause).await {
                        break Err(MigrateError::Interrupted);
                    }
                }
                Err(error) => break Err(error),
            }
        };
        for reset in RESETS {
            // A broken connection has no settings left to reset; the error that broke it is told below.
            let _ = self.session.client().batch_execute(reset).await;
        }
        result
    }

    fn only_statement(&self, place: Place) -> &PlannedStatement {
        self.step(place).statements.first().expect("a step outside a transaction has one statement")
    }

    /// Makes the settings that earlier statements of the file made, and names the session after its work.
    async fn prepare_session(&self, place: Place) -> Result<(), MigrateError> {
        let (version, step) = (self.version(place), self.step(place));
        let name = quote_literal(&self.identity.at_work(version.version.as_str()));
        let mut settings = vec![format!("SET application_name = {name}")];
        if takes_strong_lock(&self.only_statement(place).command) {
            settings.push(format!("SET lock_timeout = {}", self.options.lock_timeout.as_millis()));
        }
        settings.extend(step.prelude.iter().map(|setting| statement_text(&version.files, setting).to_owned()));
        for setting in settings {
            self.own(&setting).await?;
        }
        Ok(())
    }

    async fn attempt(
        &mut self,
        place: Place,
        statement: &PlannedStatement,
        probe: &Probe,
        begun: Option<String>,
    ) -> Result<Attempt, MigrateError> {
        let client = self.session.client();
        let own = |error: tokio_postgres::Error| MigrateError::own_statement(&error);
        let before = match begun {
            None => {
                self.refuse_foreign_index(place, statement, probe).await?;
                probe.before(client).await.map_err(own)?
            }
            Some(before) => {
                match probe.verdict(client, &before).await.map_err(own)? {
                    Verdict::Done => {
                        self.record(place, StepState::Done, &before).await?;
                        return Ok(Attempt::Done);
                    }
                    Verdict::NotDone => {}
                    Verdict::Leftover(indexes) => self.drop_half_built(&indexes).await?,
                    Verdict::Unknown => return Err(self.unprovable(place, statement)),
                }
                before
            }
        };
        self.record(place, StepState::Begun, &before).await?;
        match self.execute(place, statement).await? {
            None => match probe.verdict(client, &before).await.map_err(own)? {
                Verdict::Leftover(indexes) if matches!(probe, Probe::NewIndex { .. }) => {
                    self.drop_half_built(&indexes).await?;
                    Err(self.invalid_index(place, statement, &indexes.join(", ")))
                }
                _ => {
                    self.record(place, StepState::Done, &before).await?;
                    Ok(Attempt::Done)
                }
            },
            Some(server) => {
                if let Verdict::Leftover(indexes) = probe.verdict(client, &before).await.map_err(own)? {
                    self.drop_half_built(&indexes).await?;
                }
                if *probe != Probe::Unprovable {
                    self.forget(place).await?;
                }
                let spot = Spot {
                    statement: 0,
                    at: server.position.map(|position| {
                        let version = self.version(place);
                        bulkhead_sql::byte_of_character(statement_text(&version.files, statement), position as usize)
                    }),
                };
                Ok(Attempt::Refused(Box::new(self.failure_at(place, Some(&spot), server))))
            }
        }
    }

    /// Runs the statement; looks around while it takes long. The inner value is the server's refusal.
    async fn execute(
        &mut self,
        place: Place,
        statement: &PlannedStatement,
    ) -> Result<Option<ServerError>, MigrateError> {
        self.lock.check_alive().await?;
        let sql = statement_text(&self.version(place).files, statement).to_owned();
        let session = self.session;
        let mut running = std::pin::pin!(session.client().batch_execute(&sql));
        let outcome = loop {
            match tokio::time::timeout(std::time::Duration::from_millis(150), &mut running).await {
                Ok(outcome) => break outcome,
                Err(_) => self.look_around().await,
            }
        };
        match outcome {
            Ok(()) => Ok(None),
            Err(error) => match ServerError::of(&error) {
                Some(server) if !session.client().is_closed() => Ok(Some(server)),
                _ => Err(MigrateError::lost(&error)),
            },
        }
    }

    /// An invalid index by the wanted name that we did not begin would be skipped by IF NOT EXISTS, or be in the
    /// way without it; dropping it is not for us to decide.
    async fn refuse_foreign_index(
        &self,
        place: Place,
        statement: &PlannedStatement,
        probe: &Probe,
    ) -> Result<(), MigrateError> {
        let found = probe.foreign_invalid_index(self.session.client()).await;
        match found.map_err(|error| MigrateError::own_statement(&error))? {
            None => Ok(()),
            Some(index) => Err(self.invalid_index(place, statement, &index)),
        }
    }

    fn invalid_index(&self, place: Place, statement: &PlannedStatement, index: &str) -> MigrateError {
        let path = self.version(place).files[statement.file].path.to_path_buf();
        MigrateError::InvalidIndex { path, line: statement.line, index: index.to_owned() }
    }

    fn unprovable(&self, place: Place, statement: &PlannedStatement) -> MigrateError {
        let version = self.version(place);
        MigrateError::Unprovable {
            version: version.version.clone(),
            step: place.step + 1,
            path: version.files[statement.file].path.to_path_buf(),
            line: statement.line,
            command: statement.command.tag().to_owned(),
        }
    }

    async fn drop_half_built(&mut self, indexes: &[String]) -> Result<(), MigrateError> {
        for index in indexes {
            // The names come quoted from the server.
            self.own(&format!("DROP INDEX CONCURRENTLY IF EXISTS {index}")).await?;
            self.announce(Event::DroppedHalfBuiltIndex { index: index.clone() });
        }
        Ok(())
    }

    async fn record(&self, place: Place, state: StepState, before: &str) -> Result<(), MigrateError> {
        if self.plan.direction == Direction::Rerun {
            return Ok(());
        }
        let (version, step) = (self.version(place), self.step(place));
        let key = (step.number, step.digest.as_str());
        self.own(&self.ledger().record_step(&version.version, self.plan.direction, key, state, before)).await
    }

    async fn forget(&self, place: Place) -> Result<(), MigrateError> {
        if self.plan.direction == Direction::Rerun {
            return Ok(());
        }
        let (version, step) = (self.version(place), self.step(place));
        self.own(&self.ledger().forget_step(&version.version, step.number)).await
    }

    async fn own(&self, sql: &str) -> Result<(), MigrateError> {
        let done = self.session.client().batch_execute(sql).await;
        done.map_err(|error| MigrateError::own_statement(&error))
    }
}

/// Whether waiting for the statement's lock would make others wait: those without CONCURRENTLY. A concurrent index
/// build also waits for old transactions, which harms nobody and may take as long as it takes.
fn takes_strong_lock(command: &Command) -> bool {
    matches!(command, Command::Vacuum | Command::Cluster | Command::Reindex { concurrently: false, .. })
}
