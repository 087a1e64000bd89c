//! Runs of transactional steps, sent ahead of their answers.

use std::collections::VecDeque;
use std::rc::Rc;
use std::time::Duration;

use bulkhead_connect::{ServerError, quote_literal};
use bulkhead_sql::LineIndex;
use futures_util::SinkExt;
use tokio_postgres::Client;

use super::message::{Frame, Piece, Spot, byte_in_file, copy_chunks, pieces};
use super::pipeline::{Answered, Pipeline};
use super::{Event, Executor, Place, RetryBudget, is_about_locks};
use crate::error::ends_session;
use crate::plan::{Mode, StepProgress, statement_text};
use crate::{Direction, Failure, MigrateError, StepState};

/// How long an answer may take before we look who is in the way.
const PATIENCE: Duration = Duration::from_millis(150);

/// A refused piece of a step.
struct Refusal {
    place: Place,
    spot: Option<Spot>,
    error: tokio_postgres::Error,
    /// The driver has lost step with the server: the session cannot be used any more.
    spoilt: bool,
}

impl Executor<'_, '_> {
    /// Runs transactional steps from `place` on until one must wait for its turn; returns the place after them.
    pub(super) async fn stretch_with_retries(&mut self, mut place: Place) -> Result<Place, MigrateError> {
        let mut budget = RetryBudget::new(self.options.retry_budget);
        loop {
            let refusal = match self.stretch(place).await? {
                Ok(next) => return Ok(next),
                Err(refusal) => refusal,
            };
            if refusal.place != place {
                place = refusal.place;
                budget = RetryBudget::new(self.options.retry_budget);
            }
            let failure = self.failure(&refusal)?;
            match refusal.spoilt {
                true => self.session = Rc::new(self.runner.connect().await?),
                false => self.roll_back().await?,
            }
            // Work that was refused because the lock is lost says so less clearly.
            self.lock.check_alive().await?;
            if self.interrupt.is_set() {
                return Err(MigrateError::Interrupted);
            }
            if !is_about_locks(&failure.server.sqlstate) {
                return Err(MigrateError::Statement(Box::new(failure)));
            }
            let Some(pause) = budget.next_pause() else {
                let (attempts, blockers) = (budget.attempts, self.watcher.last_seen());
                return Err(MigrateError::LockTimeout { failure: Box::new(failure), attempts, blockers });
            };
            let version = self.version(place).version.clone();
            let pause_ms = u64::try_from(pause.as_millis()).unwrap_or(u64::MAX);
            self.announce(Event::Retrying { version, attempts: budget.attempts, pause_ms });
            if self.interrupt.sleep(pause).await {
                return Err(MigrateError::Interrupted);
            }
        }
    }

    /// One attempt. The inner error is a refusal by the server, after which the session still has to roll back.
    async fn stretch(&mut self, from: Place) -> Result<Result<Place, Refusal>, MigrateError> {
        let session = Rc::clone(&self.session);
        let mut pipeline = Pipeline::new(session.client());
        let mut next = Some(from);
        let mut waiting: VecDeque<Piece> = VecDeque::new();
        let mut last = from;
        loop {
            while !pipeline.is_full() {
                let Some(piece) = waiting.pop_front() else {
                    let Some(place) = next else { break };
                    waiting = self.pieces_of(place).into();
                    last = place;
                    next = self.follower(place).filter(|_| !self.interrupt.is_set());
                    continue;
                };
                match piece {
                    Piece::Text(message) => pipeline.push(message),
                    Piece::Copy { statement } => {
                        if let Some(refusal) = self.settle(&mut pipeline).await? {
                            return Ok(Err(refusal));
                        }
                        if let Err(refusal) = self.copy(last, statement).await {
                            return Ok(Err(refusal));
                        }
                    }
                }
            }
            if pipeline.is_empty() {
                return Ok(Ok(Place { version: last.version, step: last.step + 1 }));
            }
            if let Some(refusal) = self.take_answer(&mut pipeline).await? {
                self.drain(&mut pipeline).await;
                return Ok(Err(refusal));
            }
        }
    }

    /// The step that may be sent before this one is answered: the next one of the plan, when going up.
    fn follower(&self, place: Place) -> Option<Place> {
        if self.plan.direction != Direction::Up {
            return None;
        }
        let next = self.next_pending(Place { version: place.version, step: place.step + 1 })?;
        (self.step(next).mode == Mode::Transaction).then_some(next)
    }

    /// Takes answers until nothing is under way.
    async fn settle(&mut self, pipeline: &mut Pipeline<'_>) -> Result<Option<Refusal>, MigrateError> {
        while !pipeline.is_empty() {
            if let Some(refusal) = self.take_answer(pipeline).await? {
                self.drain(pipeline).await;
                return Ok(Some(refusal));
            }
        }
        Ok(None)
    }

    /// After a refusal: whatever was sent after it fails too, for its transaction is aborted or its ledger row
    /// lacks the row before.
    async fn drain(&mut self, pipeline: &mut Pipeline<'_>) {
        while !pipeline.is_empty() {
            pipeline.next(Duration::from_secs(3600)).await;
        }
    }

    /// Waits for one answer, looking around while it takes long.
    async fn take_answer(&mut self, pipeline: &mut Pipeline<'_>) -> Result<Option<Refusal>, MigrateError> {
        let answered = loop {
            match pipeline.next(self.patience()).await {
                Some(answered) => break answered,
                None => self.look_around().await,
            }
            if self.lock.is_lost() {
                // What is under way would be refused at its end.
                self.session.canceller().cancel().await;
            }
        };
        let Answered { message, completed, error } = answered;
        match error {
            None => {
                if message.ends_step {
                    self.note_end(message.place);
                }
                Ok(None)
            }
            Some(error) if ServerError::of(&error).is_none() => Err(MigrateError::lost(&error)),
            Some(error) => {
                let position = ServerError::of(&error).and_then(|server| server.position);
                let spot = message.locate(completed, position);
                Ok(Some(Refusal { place: message.place, spot, error, spoilt: false }))
            }
        }
    }

    /// While a statement takes long: cancels it when the user wants out, and sees who is in its way.
    pub(super) async fn look_around(&mut self) {
        if self.interrupt.is_set() {
            self.session.canceller().cancel().await;
            return;
        }
        if let Some(wait) = self.watcher.look().await {
            self.announce(Event::WaitingForLock(wait));
        }
    }

    /// How long an answer may take before we look around: less than a statement waits for a lock, else nobody is
    /// there to be seen.
    pub(super) fn patience(&self) -> Duration {
        PATIENCE.min(self.options.lock_timeout / 2).max(Duration::from_millis(5))
    }

    fn pieces_of(&self, place: Place) -> Vec<Piece> {
        let frame = Frame { opening: self.opening(place), closing: self.closing(place) };
        pieces(self.version(place), self.step(place), place, &frame)
    }

    fn opening(&self, place: Place) -> Vec<String> {
        let version = self.version(place);
        let mut opening = vec![
            "BEGIN".to_owned(),
            format!(
                "SET LOCAL application_name = {}",
                quote_literal(&self.identity.at_work(version.version.as_str()))
            ),
            format!("SET LOCAL lock_timeout = {}", self.options.lock_timeout.as_millis()),
        ];
        if !self.is_last(place) {
            // A crash loses the newest commits only, their ledger rows with them; the last commit of the run
            // waits for the disk and with it for all before.
            opening.push("SET LOCAL synchronous_commit = off".to_owned());
        }
        opening
    }

    fn is_last(&self, place: Place) -> bool {
        self.next_pending(Place { version: place.version, step: place.step + 1 }).is_none()
    }

    /// What records the step, in the same transaction, and what tidies the session after it.
    fn closing(&self, place: Place) -> Vec<String> {
        let (version, step, ledger) = (self.version(place), self.step(place), self.ledger());
        let mut closing = Vec::new();
        if version.changes_session {
            // Whatever role the step ended as, it is the run that writes the ledger.
            closing.extend(ROLE_RESETS.iter().map(|reset| (*reset).to_owned()));
        }
        let ends_version = place.step + 1 == version.steps.len();
        match (self.plan.direction, ends_version) {
            (Direction::Rerun, _) => closing.push(self.lock.fence()),
            (direction, false) => {
                let key = (step.number, step.digest.as_str());
                let done = (StepState::Done, "");
                closing.push(ledger.record_step(&version.version, direction, key, done, &self.guard(place)));
            }
            (Direction::Up, true) => closing.push(ledger.insert(version, &self.guard(place))),
            (Direction::Down, true) => closing.extend([self.lock.fence(), ledger.delete(&version.version)]),
        }
        if ends_version && version.steps.len() > 1 && self.plan.direction != Direction::Rerun {
            closing.push(ledger.forget_steps(&version.version));
        }
        closing.push("COMMIT".to_owned());
        if version.changes_session {
            closing.extend(RESETS.iter().map(|reset| (*reset).to_owned()));
        }
        closing
    }

    /// Sends the rows of a COPY, looking around while that takes long.
    async fn copy(&mut self, place: Place, statement: usize) -> Result<(), Refusal> {
        let version = self.version(place);
        let copy = &self.step(place).statements[statement];
        let rows = &version.files[copy.file].text[copy.copy_data.clone().unwrap_or(0..0)];
        let session = Rc::clone(&self.session);
        let mut sending =
            std::pin::pin!(send_rows(session.client(), statement_text(&version.files, copy), rows));
        let outcome = loop {
            match tokio::time::timeout(self.patience(), &mut sending).await {
                Ok(outcome) => break outcome,
                Err(_) => self.look_around().await,
            }
        };
        let spot = Some(Spot { statement, at: None });
        outcome.map_err(|(error, spoilt)| Refusal { place, spot, error, spoilt })
    }

    /// A cancel request that was meant for the work may arrive only now: each one ends a single statement.
    async fn roll_back(&self) -> Result<(), MigrateError> {
        let cancelled = |error: &tokio_postgres::Error| {
            ServerError::of(error).is_some_and(|server| server.sqlstate == "57014")
        };
        loop {
            match self.session.client().batch_execute("ROLLBACK").await {
                Ok(()) => return Ok(()),
                Err(error) if cancelled(&error) => {}
                Err(error) => return Err(MigrateError::own_statement(&error)),
            }
        }
    }

    /// The refused statement with its place in its file.
    fn failure(&self, refusal: &Refusal) -> Result<Failure, MigrateError> {
        let server = ServerError::of(&refusal.error).filter(|server| !ends_session(&server.sqlstate));
        let Some(server) = server else { return Err(MigrateError::lost(&refusal.error)) };
        Ok(self.failure_at(refusal.place, refusal.spot.as_ref(), server))
    }

    /// A failure of a step's statement; of its last one when none is known.
    pub(super) fn failure_at(&self, place: Place, spot: Option<&Spot>, server: ServerError) -> Failure {
        let (version, step) = (self.version(place), self.step(place));
        let index = spot.map_or(step.statements.len().saturating_sub(1), |spot| spot.statement);
        let all = version.steps.iter().flat_map(|step| &step.statements);
        let statements = all.clone().count();
        let statement = step.statements.get(index).or_else(|| all.clone().last());
        // A version without a statement has its first file's beginning.
        let span = statement.map_or(0..0, |statement| statement.span.clone());
        let file = &version.files[statement.map_or(0, |statement| statement.file)];
        let at = spot.and_then(|spot| byte_in_file(&span, spot));
        let position = LineIndex::new(file.text).position(file.text, at.unwrap_or(span.start));
        Failure {
            version: version.version.clone(),
            direction: self.plan.direction,
            path: file.path.to_path_buf(),
            text: file.text.to_owned(),
            span,
            at,
            position,
            statement: statement.map_or(0, |statement| statement.number),
            statements,
            server,
        }
    }

    /// Whether an earlier run began the step, and what was seen before.
    pub(super) fn begun_before(&self, place: Place) -> Option<&str> {
        match &self.step(place).state {
            StepProgress::Begun(before) => Some(before),
            StepProgress::Pending | StepProgress::Done => None,
        }
    }
}

/// Runs COPY … FROM STDIN. The flag of the error says that the driver has lost step with the server: it does when
/// the statement is refused before it takes rows (tokio-postgres 0.7 then sends one Sync too many).
async fn send_rows(client: &Client, sql: &str, rows: &str) -> Result<(), (tokio_postgres::Error, bool)> {
    let copying = match client.prepare(sql).await {
        Ok(copying) => copying,
        Err(error) => return Err((error, false)),
    };
    let sink = client.copy_in(&copying).await.map_err(|error| (error, true))?;
    let mut sink = std::pin::pin!(sink);
    for chunk in copy_chunks(rows) {
        let chunk = bytes::Bytes::copy_from_slice(chunk);
        sink.send(chunk).await.map_err(|error| (error, false))?;
    }
    sink.finish().await.map(drop).map_err(|error| (error, false))
}

/// What makes the session the run's own role again.
const ROLE_RESETS: [&str; 2] = ["RESET SESSION AUTHORIZATION", "RESET ROLE"];
/// What undoes every setting that a migration may have left behind.
pub(super) const RESETS: [&str; 3] = ["RESET SESSION AUTHORIZATION", "RESET ROLE", "RESET ALL"];
