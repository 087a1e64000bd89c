//! Partitions by time: made ahead, detached and dropped when they are old, without holding anybody up.
//!
//! [`partitions`] looks and writes nothing. [`keep_partitions`] does what is missing, each step in a transaction of its
//! own that waits for locks a moment only. A run that was killed is continued by the next one: the catalog says how far
//! it came.

mod elsewhere;
mod make;
mod naming;
mod observe;
mod plan;
mod report;

use bulkhead_migrate::Watcher;
use bulkhead_project::{OldPartition, PartitionRule};
use tokio_postgres::Client;

use crate::environment::database_of;
use crate::{Obstacle, OperateError, Workplace};
use elsewhere::{belongs_elsewhere, in_default};
use observe::{Bound, Keep, Observed, mark, observe, unfit};
use plan::{Plan, plan, verb};
pub use report::{NewPartition, Partition, PartitionState, PartitionedTable, PartitionsReport, Stretch};

/// Rows in a default partition are counted up to here.
const MOST_COUNTED: u64 = 1_000_000;

/// Says what is there, what is missing and what is too old. Writes nothing.
pub async fn partitions(
    client: &Client,
    project: &str,
    rules: &[PartitionRule],
) -> Result<PartitionsReport, OperateError> {
    let database = database_of(client).await?;
    let mut tables = Vec::with_capacity(rules.len());
    for rule in rules {
        let (observed, plan) = decide(client, rule).await?;
        tables.push(look(client, rule, &observed, &plan).await?);
    }
    Ok(PartitionsReport { project: project.to_owned(), database, applied: false, tables })
}

/// Makes what is missing; with `remove`, takes away what is too old. What cannot be done is told in the report, and the
/// rest goes on.
pub async fn keep_partitions(
    workplace: &mut Workplace<'_>,
    project: &str,
    rules: &[PartitionRule],
    remove: bool,
) -> Result<PartitionsReport, OperateError> {
    let (session, watcher) = workplace.open().await?;
    // Everything must fit before anything is done.
    let outcome = match partitions(session.client(), project, rules).await {
        Ok(before) => keep_all(session.client(), watcher, workplace, rules, remove)
            .await
            .map(|tables| PartitionsReport { applied: true, tables, ..before }),
        Err(error) => Err(error),
    };
    session.close().await;
    outcome
}

async fn keep_all(
    client: &Client,
    mut watcher: Watcher,
    workplace: &mut Workplace<'_>,
    rules: &[PartitionRule],
    remove: bool,
) -> Result<Vec<PartitionedTable>, OperateError> {
    let mut tables = Vec::with_capacity(rules.len());
    for rule in rules {
        let mut keeper =
            Keeper { client, watcher: &mut watcher, workplace, done: Vec::new(), obstacles: Vec::new() };
        let (observed, plan) = decide(client, rule).await?;
        keeper.finish(&observed, &plan).await?;
        // What is finished may be a table to be dropped now.
        let (observed, plan) = decide(client, rule).await?;
        keeper.keep(rule, &observed, &plan, remove).await?;
        let (done, mut obstacles) = (keeper.done, keeper.obstacles);
        let (observed, plan) = decide(client, rule).await?;
        let after = look(client, rule, &observed, &plan).await?;
        obstacles.extend(after.obstacles.iter().cloned());
        tables.push(PartitionedTable { done, obstacles, ..after });
    }
    Ok(tables)
}

/// Looks at a table and decides.
async fn decide(client: &Client, rule: &PartitionRule) -> Result<(Observed, Plan), OperateError> {
    let observed = observe(client, rule).await?;
    let plan = plan(rule, &observed).map_err(|reason| unfit(rule, reason))?;
    Ok((observed, plan))
}

/// Works on one table.
struct Keeper<'k, 'w> {
    client: &'k Client,
    watcher: &'k mut Watcher,
    workplace: &'k mut Workplace<'w>,
    done: Vec<String>,
    obstacles: Vec<Obstacle>,
}

impl Keeper<'_, '_> {
    /// Finishes what an earlier run left half-way.
    async fn finish(&mut self, observed: &Observed, plan: &Plan) -> Result<(), OperateError> {
        if make::is_scanned(self.client, observed).await.map_err(|error| OperateError::of(&error))? {
            let (what, done) = ("clear the default partition", "cleared the default partition".to_owned());
            self.step(what, done, async |client| make::unscan(client, observed).await).await?;
        }
        for partition in &plan.finish {
            let what = format!("finish detaching {partition}");
            let done = format!("finished detaching {partition}");
            self.step(&what, done, async |client| make::detach(client, observed, partition, true).await)
                .await?;
        }
        Ok(())
    }

    async fn keep(
        &mut self,
        rule: &PartitionRule,
        observed: &Observed,
        plan: &Plan,
        remove: bool,
    ) -> Result<(), OperateError> {
        for missing in &plan.create {
            // The obstacle is told after the run, from what is there then.
            if in_default(self.client, observed, missing).await? > 0 {
                continue;
            }
            let (what, done) = (format!("create {}", missing.name), format!("created {}", missing.name));
            self.step(&what, done, async |client| make::make(client, observed, missing).await).await?;
        }
        if !remove {
            return Ok(());
        }
        for table in &observed.leftovers {
            self.drop(table).await?;
        }
        for partition in &plan.remove {
            self.take_away(rule, observed, partition).await?;
        }
        Ok(())
    }

    async fn take_away(
        &mut self,
        rule: &PartitionRule,
        observed: &Observed,
        partition: &str,
    ) -> Result<(), OperateError> {
        let concurrently = observed.default_partition().is_none();
        let what = format!("detach {partition}");
        let note = (rule.old == OldPartition::Drop).then(|| mark(&observed.table));
        if note.is_none() {
            self.unmark(observed, partition).await?;
        }
        let detached = self
            .step(&what, format!("detached {partition}"), async |client| {
                if let Some(note) = &note {
                    make::comment(client, partition, note).await?;
                }
                make::detach(client, observed, partition, concurrently).await
            })
            .await?;
        match (detached, rule.old) {
            (true, OldPartition::Drop) => self.drop(partition).await,
            (true, OldPartition::Detach) => Ok(()),
            // Whoever detaches it by hand may want to keep it.
            (false, _) => self.unmark(observed, partition).await,
        }
    }

    /// Takes the note away that a partition is to be dropped.
    async fn unmark(&mut self, observed: &Observed, partition: &str) -> Result<(), OperateError> {
        let mark = mark(&observed.table);
        let work = async |client: &Client| make::uncomment(client, partition, &mark).await;
        let what = format!("take the note from {partition}");
        if let Err(error) = self.workplace.patiently(self.client, self.watcher, &what, work).await {
            self.obstacles.push(Obstacle::of(error, &what)?);
        }
        Ok(())
    }

    async fn drop(&mut self, table: &str) -> Result<(), OperateError> {
        let (what, done) = (format!("drop {table}"), format!("dropped {table}"));
        self.step(&what, done, async |client| make::drop(client, table).await).await?;
        Ok(())
    }

    /// Does one step; says whether it is done.
    async fn step(
        &mut self,
        what: &str,
        done: String,
        work: impl AsyncFnMut(&Client) -> Result<(), tokio_postgres::Error>,
    ) -> Result<bool, OperateError> {
        if self.workplace.interrupt.is_set() {
            return Err(OperateError::Interrupted);
        }
        match self.workplace.patiently(self.client, self.watcher, what, work).await {
            Ok(()) => {
                self.done.push(done);
                Ok(true)
            }
            Err(error) => {
                self.obstacles.push(Obstacle::of(error, what)?);
                Ok(false)
            }
        }
    }
}

async fn look(
    client: &Client,
    rule: &PartitionRule,
    observed: &Observed,
    plan: &Plan,
) -> Result<PartitionedTable, OperateError> {
    let mut obstacles = Vec::new();
    for missing in &plan.create {
        obstacles.extend(belongs_elsewhere(client, observed, missing).await?);
    }
    let default_rows = match observed.default_partition() {
        Some(found) => Some(count(client, &found.table, "true").await?),
        None => None,
    };
    let bound = |bound: Bound| match bound {
        Bound::At(moment) => Some(moment.to_string()),
        _ => None,
    };
    let partitions = observed.partitions.iter().map(|found| Partition {
        name: found.table.clone(),
        from: found.range.and_then(|(from, _)| bound(from)),
        to: found.range.and_then(|(_, to)| bound(to)),
        bytes: found.bytes,
        state: state(found, observed, plan),
    });
    Ok(PartitionedTable {
        table: observed.table.clone(),
        key: observed.key.clone(),
        zone: observed.zone.clone(),
        every: rule.every,
        keep: match &observed.keep {
            Keep::For(period) => Some(period.to_string()),
            Keep::Always | Keep::Held => None,
        },
        held: observed.keep == Keep::Held,
        then: verb(rule.old),
        partitions: partitions.collect(),
        default_rows,
        gaps: plan
            .gaps
            .iter()
            .map(|(from, to)| Stretch { from: from.to_string(), to: to.to_string() })
            .collect(),
        missing: plan
            .create
            .iter()
            .map(|missing| NewPartition {
                name: missing.name.clone(),
                from: missing.from.to_string(),
                to: missing.to.to_string(),
            })
            .collect(),
        old: plan.remove.clone(),
        unfinished: plan.finish.iter().chain(&observed.leftovers).cloned().collect(),
        done: Vec::new(),
        obstacles,
    })
}

fn state(found: &observe::Found, observed: &Observed, plan: &Plan) -> PartitionState {
    let now = Bound::At(observed.now);
    match found.range {
        _ if found.is_detaching => PartitionState::Detaching,
        None => PartitionState::Default,
        Some(_) if plan.remove.contains(&found.table) => PartitionState::Old,
        Some((_, to)) if to <= now => PartitionState::Past,
        Some((from, _)) if from > now => PartitionState::Ahead,
        Some(_) => PartitionState::Current,
    }
}

/// Counts rows, up to a million. A reader that row security would keep from seeing some is refused.
async fn count(client: &Client, table: &str, condition: &str) -> Result<u64, OperateError> {
    let sql = format!(
        "BEGIN READ ONLY; SET LOCAL row_security = off; SET LOCAL statement_timeout = '30s'; \
         SELECT count(*) FROM (SELECT FROM ONLY {table} WHERE {condition} LIMIT {MOST_COUNTED}) AS few; ROLLBACK"
    );
    match bulkhead_connect::rows(client, &sql).await {
        Ok(rows) => Ok(rows.first().and_then(|row| row.get(0)?.parse().ok()).unwrap_or(0)),
        Err(error) => {
            client.batch_execute("ROLLBACK").await.map_err(|error| OperateError::lost(&error))?;
            Err(OperateError::of(&error))
        }
    }
}
