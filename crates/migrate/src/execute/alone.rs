//! Steps outside a transaction: intent, statement, proof, record.

use std::rc::Rc;

use bulkhead_connect::{ServerError, quote_literal};
use bulkhead_sql::Command;

use super::probe::{Probe, Verdict};
use super::stretch::RESETS;
use super::view::View;
use super::{Event, Executor, Place, RetryBudget, is_about_locks};
use crate::error::ends_session;
use crate::execute::message::Spot;
use crate::plan::statement_text;
use crate::{Direction, Failure, MigrateError, PlannedStatement, StepState};

/// How an attempt at a step ended.
enum Attempt {
    /// The step has taken effect.
    Done,
    /// The server refused.
    Refused {
        failure: Box<Failure>,
        /// What was seen before it began, when something of it is left that the next attempt has to go on from.
        begun: Option<String>,
    },
}

impl Executor<'_, '_> {
    /// Runs one statement outside a transaction and records that it took effect.
    pub(super) async fn alone_with_retries(&mut self, place: Place) -> Result<(), MigrateError> {
        let statement = self.only_statement(place).clone();
        let version = self.version(place);
        self.announce(Event::StepStarted {
            version: version.version.clone(),
            step: place.step + 1,
            steps: version.steps.len(),
            command: statement.command.tag(),
        });
        // Named for the whole step, so that a later run sees us between two statements as well.
        self.own(&self.name_session(place)).await?;
        let result = self.attempts(place, &statement).await;
        // A broken connection has no name left to reset; the error that broke it is told below.
        let _ = self.session.client().batch_execute("RESET application_name").await;
        result?;
        self.note_end(place);
        Ok(())
    }

    /// Tries until the step has taken effect, is refused for good, or the time for it is over.
    async fn attempts(&mut self, place: Place, statement: &PlannedStatement) -> Result<(), MigrateError> {
        let probe = Probe::of(&statement.command, &statement.targets);
        let mut begun = self.begun_before(place).map(str::to_owned);
        let mut budget = RetryBudget::new(self.options.retry_budget);
        loop {
            let failure = match self.attempt(place, statement, &probe, begun.take()).await? {
                Attempt::Done => return Ok(()),
                Attempt::Refused { failure, begun: left } => {
                    begun = left;
                    failure
                }
            };
            if self.interrupt.is_set() {
                return Err(MigrateError::Interrupted);
            }
            // What may have taken effect in part must not be tried again unasked.
            if !is_about_locks(&failure.server.sqlstate) || probe == Probe::Unprovable {
                return Err(MigrateError::Statement(failure));
            }
            let Some(pause) = budget.next_pause() else {
                let (attempts, blockers) = (budget.attempts, self.watcher.last_seen());
                return Err(MigrateError::LockTimeout { failure, attempts, blockers });
            };
            let pause_ms = u64::try_from(pause.as_millis()).unwrap_or(u64::MAX);
            let version = self.version(place).version.clone();
            self.announce(Event::Retrying { version, attempts: budget.attempts, pause_ms });
            if self.interrupt.sleep(pause).await {
                return Err(MigrateError::Interrupted);
            }
        }
    }

    fn only_statement(&self, place: Place) -> &PlannedStatement {
        self.step(place).statements.first().expect("a step outside a transaction has one statement")
    }

    fn name_session(&self, place: Place) -> String {
        let name = self.identity.at_work(self.version(place).version.as_str());
        format!("SET application_name = {}", quote_literal(&name))
    }

    /// The settings that earlier statements of the file made, each with a semicolon.
    fn settings(&self, place: Place) -> String {
        let (version, step) = (self.version(place), self.step(place));
        let settings = step.prelude.iter().map(|setting| statement_text(&version.files, setting));
        settings.map(|setting| format!("{setting}\n;")).collect()
    }

    async fn attempt(
        &mut self,
        place: Place,
        statement: &PlannedStatement,
        probe: &Probe,
        begun: Option<String>,
    ) -> Result<Attempt, MigrateError> {
        let (session, settings) = (Rc::clone(&self.session), self.settings(place));
        let view = View { client: session.client(), settings: &settings };
        let own = |error: tokio_postgres::Error| MigrateError::own_statement(&error);
        let mut sql = statement_text(&self.version(place).files, statement).to_owned();
        let before = match begun {
            None => {
                self.refuse_foreign_index(place, statement, probe, &view).await?;
                probe.before(&view).await.map_err(own)?
            }
            Some(before) => {
                match probe.verdict(&view, &before).await.map_err(own)? {
                    Verdict::Done => {
                        self.record(place, StepState::Done, &before).await?;
                        return Ok(Attempt::Done);
                    }
                    Verdict::NotDone => {}
                    Verdict::Leftover(indexes) => self.drop_half_built(place, &indexes).await?,
                    Verdict::Finish(rest) => sql = rest,
                    Verdict::Unknown => return Err(self.unprovable(place, statement)),
                }
                before
            }
        };
        self.record(place, StepState::Begun, &before).await?;
        let refused = self.execute(place, &sql).await?;
        let verdict = probe.verdict(&view, &before).await.map_err(own)?;
        match (refused, verdict) {
            (None, Verdict::Leftover(indexes)) if matches!(probe, Probe::NewIndex { .. }) => {
                self.drop_half_built(place, &indexes).await?;
                Err(self.invalid_index(place, statement, &indexes.join(", ")))
            }
            (None, _) => {
                self.record(place, StepState::Done, &before).await?;
                Ok(Attempt::Done)
            }
            (Some(server), verdict) => {
                let begun = self.clean_up(place, verdict, before).await?;
                let failure = Box::new(self.failure_alone(place, statement, server));
                Ok(Attempt::Refused { failure, begun })
            }
        }
    }

    /// After a refusal: takes away what is left, or returns what the next attempt must know to go on.
    async fn clean_up(
        &mut self,
        place: Place,
        verdict: Verdict,
        before: String,
    ) -> Result<Option<String>, MigrateError> {
        match verdict {
            Verdict::Finish(_) => return Ok(Some(before)),
            // Nobody can tell: the record of the begin stays for a person to decide.
            Verdict::Unknown => return Ok(None),
            Verdict::Leftover(indexes) => self.drop_half_built(place, &indexes).await?,
            Verdict::Done | Verdict::NotDone => {}
        }
        self.forget(place).await?;
        Ok(None)
    }

    fn failure_alone(&self, place: Place, statement: &PlannedStatement, server: ServerError) -> Failure {
        let text = statement_text(&self.version(place).files, statement);
        let at = server.position.map(|position| bulkhead_sql::byte_of_character(text, position as usize));
        self.failure_at(place, Some(&Spot { statement: 0, at }), server)
    }

    /// Runs SQL outside a transaction under the settings of the step; looks around while it takes long. The inner
    /// value is the server's refusal.
    ///
    /// Settings, SQL and what undoes the settings are sent at once, because a pooler in transaction mode gives only
    /// messages without a pause between them to the same server session.
    async fn execute(&mut self, place: Place, sql: &str) -> Result<Option<ServerError>, MigrateError> {
        let session = Rc::clone(&self.session);
        let client = session.client();
        let settings = self.settings(place);
        if !settings.is_empty() {
            // Settings that fail would not keep the statement behind them from running.
            let view = View { client, settings: &settings };
            view.rows("SELECT").await.map_err(|error| MigrateError::own_statement(&error))?;
        }
        let patience = match takes_strong_lock(&self.only_statement(place).command) {
            true => format!("SET lock_timeout = {};", self.options.lock_timeout.as_millis()),
            false => String::new(),
        };
        let (opening, closing) =
            (format!("{patience}{settings}"), format!("{};{}", RESETS.join(";"), self.name_session(place)));
        self.lock.check_alive().await?;
        let mut running = std::pin::pin!(futures_util::future::join3(
            client.batch_execute(&opening),
            client.batch_execute(sql),
            client.batch_execute(&closing),
        ));
        let (opened, outcome, closed) = loop {
            match tokio::time::timeout(self.patience(), &mut running).await {
                Ok(outcomes) => break outcomes,
                Err(_) => self.look_around().await,
            }
        };
        let refusal = outcome.as_ref().err().and_then(ServerError::of);
        match (outcome, refusal) {
            (Ok(()), _) => {}
            (Err(_), Some(server)) if !ends_session(&server.sqlstate) => return Ok(Some(server)),
            (Err(error), _) => return Err(MigrateError::lost(&error)),
        }
        opened.and(closed).map_err(|error| MigrateError::own_statement(&error))?;
        Ok(None)
    }

    /// An invalid index by the wanted name that we did not begin would be skipped by IF NOT EXISTS, or be in the
    /// way without it; dropping it is not for us to decide.
    async fn refuse_foreign_index(
        &self,
        place: Place,
        statement: &PlannedStatement,
        probe: &Probe,
        view: &View<'_>,
    ) -> Result<(), MigrateError> {
        let found = probe.foreign_invalid_index(view).await;
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

    async fn drop_half_built(&mut self, place: Place, indexes: &[String]) -> Result<(), MigrateError> {
        for index in indexes {
            // The names come quoted from the server.
            let refused = self.execute(place, &format!("DROP INDEX CONCURRENTLY IF EXISTS {index}")).await?;
            if let Some(server) = refused {
                if self.interrupt.is_set() {
                    return Err(MigrateError::Interrupted);
                }
                let failure = self.failure_alone(place, &self.only_statement(place).clone(), server);
                return Err(MigrateError::Statement(Box::new(failure)));
            }
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
        let (direction, guard) = (self.plan.direction, self.guard(place));
        let recorded = self
            .own(&self.ledger().record_step(&version.version, direction, key, (state, before), &guard))
            .await;
        if recorded.is_err() {
            // A record that was refused because the lock is lost says so less clearly.
            self.lock.check_alive().await?;
        }
        recorded
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
