//! Runs the versions one after the other, statement by statement, and looks after each.

use std::collections::BTreeSet;

use bulkhead_connect::{ServerError, Session};
use bulkhead_migrate::{
    Direction, Failure, Goal, Interrupt, MigrateError, Mode, Observed, Options, PlannedStatement, Step,
    VersionPlan, plan,
};
use bulkhead_project::Project;
use bulkhead_sql::{Command, LineIndex, byte_of_character};
use futures_util::SinkExt;
use tokio_postgres::Client;

use super::change::{Change, Shapes, changes};
use super::judge::judge;
use super::live::Judging;
use super::mode::LockMode;
use super::names::{Names, notes};
use super::report::{LockProof, LockedRelation, LockedStatement, Source};
use super::world::{Before, Locks, Oid, World, blocked, locked};
use super::{alone, observe};
use crate::idempotence::Ground;
use crate::{ProveError, Scratch};

/// Applies every version on an empty scratch database, as a run does, and reads what each statement locks.
pub async fn locks(
    scratch: &Scratch,
    project: &Project,
    options: &Options,
    interrupt: &Interrupt,
    judging: &Judging,
) -> Result<LockProof, ProveError> {
    let ground = Ground { scratch, project, options, interrupt };
    let observed = Observed::of_no_database(scratch.target().database(), ground.ledger_schema());
    let goal = Goal { direction: Direction::Up, to: None, order: project.manifest.project.order };
    let plan = plan(project, &observed, &goal)?;
    let Some((first, others)) = plan.versions.split_first() else {
        return Ok(LockProof { statements: Vec::new(), watched: 0, findings: Vec::new(), notes: Vec::new() });
    };
    // It finds nothing to lock. A real run makes the ledger as well, which later versions may look at.
    scratch.run(project, options, interrupt, Direction::Up, Some(first.version.clone())).await?;
    let worker = scratch.connect().await?;
    let aside = scratch.connect().await?;
    let counts = bulkhead_connect::answer(worker.client(), "SHOW track_counts").await;
    let counts = counts.map_err(|error| ProveError::of(&error))? == ["on"];
    let mut names = Names::default();
    let mut statements = Vec::new();
    let mut watched = 0;
    for version in others {
        ground.check_interrupt()?;
        let found = observe::world(worker.client()).await?;
        let judged = judging.judges(&version.version);
        names.note(&found, judged);
        let of_tables =
            found.iter().filter(|(_, it)| matches!(it.kind, 'r' | 'p' | 'm')).map(|(oid, _)| *oid);
        let shapes = observe::shapes(worker.client(), &of_tables.collect()).await?;
        let mut watch =
            Watch { worker: &worker, aside: &aside, version, known: found.clone(), found, shapes };
        for step in version.steps.iter().filter(|step| !step.statements.is_empty()) {
            watched += step.statements.len();
            for mut statement in watch.step(step, scratch).await? {
                statement.judged = judged;
                for relation in &mut statement.locks {
                    relation.size = names.size(&watch.found, relation, judging);
                }
                statements.push(statement);
            }
        }
    }
    worker.close().await;
    aside.close().await;
    statements.retain(|statement| !statement.locks.is_empty());
    let findings = judge(&statements);
    let mut notes = notes(judging, others);
    if !counts {
        notes.push("track_counts is off on this server, so scans could not be seen".to_owned());
    }
    Ok(LockProof { statements, watched, findings, notes })
}

/// A version under way.
struct Watch<'w> {
    worker: &'w Session,
    /// Sees what is committed, and watches the worker.
    aside: &'w Session,
    version: &'w VersionPlan<'w>,
    /// The relations that the version found.
    found: World,
    /// The relations as they are now.
    known: World,
    /// The parts of the tables that the version found, as they are now.
    shapes: Shapes,
}

impl Watch<'_> {
    async fn step(&mut self, step: &Step, scratch: &Scratch) -> Result<Vec<LockedStatement>, ProveError> {
        let statements = match step.mode {
            Mode::Transaction => self.transaction(step).await?,
            Mode::Alone => self.alone(step, scratch).await?,
        };
        if self.version.changes_session {
            observe::run(self.client(), "RESET SESSION AUTHORIZATION; RESET ROLE; RESET ALL").await?;
        }
        Ok(statements)
    }

    fn client(&self) -> &Client {
        self.worker.client()
    }

    /// Runs the statements of a step in one transaction and looks after each.
    async fn transaction(&mut self, step: &Step) -> Result<Vec<LockedStatement>, ProveError> {
        // The counters of earlier transactions go where they belong, so that this one's begin at zero.
        observe::run(self.client(), "SELECT pg_stat_force_next_flush()").await?;
        observe::run(self.client(), "BEGIN").await?;
        for setting in &step.prelude {
            self.execute(setting).await?;
        }
        let mut held = Locks::new();
        let mut seen = Vec::with_capacity(step.statements.len());
        for statement in &step.statements {
            self.execute(statement).await?;
            // A look takes a snapshot, and SET TRANSACTION must come before the first one.
            if matches!(statement.command, Command::Set { .. }) {
                continue;
            }
            let now = observe::held(self.client()).await?;
            let before = Before { found: &self.found, known: &self.known, held: &held };
            let locks = locked(&before, &now, &statement.command);
            let changes = self.changes(&now).await?;
            let blocked = blocked(&self.found, &now);
            let seen_now = self.seen(step, statement, Source::Observed, locks);
            seen.push(LockedStatement { changes, blocked, ..seen_now });
            self.learn(&now);
            held = now;
        }
        observe::run(self.client(), "COMMIT").await?;
        Ok(seen)
    }

    /// Runs one statement outside a transaction and watches it from aside.
    async fn alone(&mut self, step: &Step, scratch: &Scratch) -> Result<Vec<LockedStatement>, ProveError> {
        for setting in &step.prelude {
            self.execute(setting).await?;
        }
        let mut seen = Vec::new();
        for statement in &step.statements {
            let holder = scratch.connect().await?;
            let parties = alone::Parties { worker: self.worker, aside: self.aside, holder };
            let (outcome, locks) = alone::watch(parties, self.text(statement), &self.found).await?;
            outcome.map_err(|error| self.failure(statement, &error))?;
            let before = Before { found: &self.found, known: &self.known, held: &Locks::new() };
            let all = locked(&before, &locks, &statement.command);
            let changes = self.changes(&locks).await?;
            seen.push(LockedStatement { changes, ..self.seen(step, statement, Source::Sampled, all) });
            self.known = observe::world(self.aside.client()).await?;
        }
        Ok(seen)
    }

    fn seen(
        &self,
        step: &Step,
        statement: &PlannedStatement,
        source: Source,
        locks: Vec<LockedRelation>,
    ) -> LockedStatement {
        let file = &self.version.files[statement.file];
        LockedStatement {
            version: self.version.version.clone(),
            step: step.number,
            place: format!("{}:{}", file.path.display(), statement.line),
            command: statement.command.tag(),
            source,
            judged: false,
            locks,
            sql: self.text(statement).to_owned(),
            concurrently: is_concurrent(&statement.command),
            blocked: Vec::new(),
            changes: Vec::new(),
        }
    }

    /// What became of the tables that are locked against changes of their shape.
    async fn changes(&mut self, now: &Locks) -> Result<Vec<Change>, ProveError> {
        let strong = now.iter().filter(|(_, held)| held.mode >= LockMode::ShareUpdateExclusive);
        let of_found: BTreeSet<Oid> =
            strong.map(|(oid, _)| *oid).filter(|oid| self.found.contains_key(oid)).collect();
        let after = observe::shapes(self.client(), &of_found).await?;
        let before = self.shapes.iter().filter(|((oid, _, _), _)| of_found.contains(oid));
        let before: Shapes = before.map(|(key, part)| (key.clone(), part.clone())).collect();
        let name = |oid| self.found.get(&oid).map(|relation| relation.name.clone());
        let changes = changes(name, &before, &after);
        self.shapes.retain(|(oid, _, _), _| !of_found.contains(oid));
        self.shapes.extend(after);
        Ok(changes)
    }

    /// Takes over the files that relations have now.
    fn learn(&mut self, now: &Locks) {
        for (oid, held) in now {
            if let Some(relation) = &held.now {
                self.known.insert(*oid, relation.clone());
            }
        }
    }

    fn text(&self, statement: &PlannedStatement) -> &str {
        &self.version.files[statement.file].text[statement.span.clone()]
    }

    async fn execute(&self, statement: &PlannedStatement) -> Result<(), ProveError> {
        let sql = self.text(statement);
        let done = match &statement.copy_data {
            None => self.client().batch_execute(sql).await,
            Some(rows) => {
                let rows = &self.version.files[statement.file].text[rows.clone()];
                copy(self.client(), sql, rows).await
            }
        };
        done.map_err(|error| self.failure(statement, &error))
    }

    /// The refusal of a statement, as a run would tell it.
    fn failure(&self, statement: &PlannedStatement, error: &tokio_postgres::Error) -> ProveError {
        let Some(server) = ServerError::of(error) else { return ProveError::lost(error) };
        let file = &self.version.files[statement.file];
        let at = server.position.map(|character| {
            let character = usize::try_from(character).unwrap_or(usize::MAX);
            (statement.span.start + byte_of_character(self.text(statement), character))
                .min(statement.span.end)
        });
        let all = self.version.steps.iter().map(|step| step.statements.len()).sum();
        MigrateError::Statement(Box::new(Failure {
            version: self.version.version.clone(),
            direction: Direction::Up,
            path: file.path.to_path_buf(),
            text: file.text.to_owned(),
            span: statement.span.clone(),
            at,
            position: LineIndex::new(file.text).position(file.text, at.unwrap_or(statement.span.start)),
            statement: statement.number,
            statements: all,
            server,
        }))
        .into()
    }
}

/// Whether a statement lets others work meanwhile, in several transactions of its own.
fn is_concurrent(command: &Command) -> bool {
    matches!(
        command,
        Command::CreateIndex { concurrently: true, .. }
            | Command::DropIndex { concurrently: true, .. }
            | Command::Reindex { concurrently: true, .. }
            | Command::DetachPartitionConcurrently { .. }
    )
}

/// Runs `COPY … FROM STDIN` with its rows.
async fn copy(client: &Client, sql: &str, rows: &str) -> Result<(), tokio_postgres::Error> {
    let sink = client.copy_in(sql).await?;
    let mut sink = std::pin::pin!(sink);
    sink.send(bytes::Bytes::copy_from_slice(rows.as_bytes())).await?;
    sink.finish().await.map(drop)
}
