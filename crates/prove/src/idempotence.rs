//! Whether migrations can be run again: each right after itself, and all of them once more at the end.
//!
//! The catalog and the rows must be the same afterwards. The first statement that fails or changes something is named.
//! `IF NOT EXISTS` over an object that has another shape than the statement gives it is found as well: such a statement
//! succeeds and does not do what it says.

mod hidden;
mod remedy;
mod statements;

use bulkhead_catalog::{Catalog, Data, Diff};
use bulkhead_connect::Session;
use bulkhead_migrate::{Direction, Goal, Interrupt, MigrateError, Options, VersionPlan, plan};
use bulkhead_project::{Project, Version};
use tokio_postgres::Client;

use crate::{Finding, ProveError, Scratch, Severity};
use remedy::remedy;
use statements::{Repeatable, place, repeatable};

/// What a proof over migrations needs.
pub(crate) struct Ground<'g> {
    pub scratch: &'g Scratch,
    pub project: &'g Project,
    pub options: &'g Options,
    pub interrupt: &'g Interrupt,
}

impl Ground<'_> {
    pub fn ledger_schema(&self) -> &str {
        &self.project.manifest.project.ledger_schema
    }

    pub fn check_interrupt(&self) -> Result<(), ProveError> {
        if self.interrupt.is_set() { Err(ProveError::Interrupted) } else { Ok(()) }
    }

    pub async fn catalog(&self, client: &Client) -> Result<Catalog, ProveError> {
        Catalog::read(client, self.ledger_schema()).await.map_err(|error| ProveError::of(&error))
    }

    pub async fn data(&self, client: &Client) -> Result<Data, ProveError> {
        Data::read(client, self.ledger_schema()).await.map_err(|error| ProveError::of(&error))
    }
}

/// Applies every version twice on an empty scratch database.
pub async fn idempotence(
    scratch: &Scratch,
    project: &Project,
    options: &Options,
    interrupt: &Interrupt,
) -> Result<Vec<Finding>, ProveError> {
    let ground = Ground { scratch, project, options, interrupt };
    let mut findings = Vec::new();
    for migration in &project.migrations {
        ground.check_interrupt()?;
        let version = &migration.version;
        let session = scratch.connect().await?;
        let runner = scratch.runner(project, options);
        let observed = runner.observe(&session).await?;
        let goal = Goal {
            direction: Direction::Up,
            to: Some(version.clone()),
            order: project.manifest.project.order,
        };
        let plan = plan(project, &observed, &goal)?;
        if let Some(version_plan) = plan.versions.last() {
            findings.extend(hidden::shapes(&ground, session.client(), version_plan).await?);
        }
        scratch.run(project, options, interrupt, Direction::Up, Some(version.clone())).await?;
        if let Some(version_plan) = plan.versions.last() {
            findings.extend(again(&ground, &session, version_plan).await?);
        }
        session.close().await;
    }
    findings.extend(all_again(&ground).await?);
    Ok(findings)
}

/// Runs a version once more, right after it was applied, and takes back what that changed.
async fn again(
    ground: &Ground<'_>,
    session: &Session,
    version: &VersionPlan<'_>,
) -> Result<Option<Finding>, ProveError> {
    let client = session.client();
    let statements = repeatable(version);
    let own = |error: tokio_postgres::Error| ProveError::of(&error);
    client.batch_execute("BEGIN").await.map_err(own)?;
    let mut failed = None;
    for statement in &statements {
        if let Err(error) = client.batch_execute(statement.sql).await {
            failed = Some((statement, ProveError::server(&error)?));
            break;
        }
    }
    // Reading a whole database takes longer than most versions: what failed or wrote nothing needs none of it.
    let now = match failed.is_none() && has_written(client).await? {
        true => Some((
            Catalog::read_within(client, ground.ledger_schema()).await.map_err(own)?,
            Data::read(client, ground.ledger_schema()).await.map_err(own)?,
        )),
        false => None,
    };
    client.batch_execute("ROLLBACK").await.map_err(own)?;
    if let Some((statement, server)) = failed {
        return Ok(Some(Finding {
            kind: "not_rerunnable".to_owned(),
            object: version_name(&version.version),
            objects: Vec::new(),
            severity: Severity::High,
            place: Some(place(version, statement)),
            exploit: None,
            observed: format!("the second run fails: {server}"),
            fix: Some(remedy(statement.sql, &server.sqlstate).to_owned()),
        }));
    }
    let Some((now, rows)) = now else { return Ok(None) };
    let (catalog, data) = (ground.catalog(client).await?, ground.data(client).await?);
    let Some(observed) = difference(&catalog.diff(&now), &data, &rows) else { return Ok(None) };
    let place = first_change(ground, client, version, &statements, &catalog, &data).await?;
    Ok(Some(Finding {
        kind: "rerun_changes".to_owned(),
        object: version_name(&version.version),
        objects: Vec::new(),
        severity: Severity::High,
        place,
        exploit: None,
        observed: format!("the second run changes the database:\n{observed}"),
        fix: Some("let the statement do nothing when its work is done".to_owned()),
    }))
}

/// Whether the open transaction has written anything: only then it has a number.
async fn has_written(client: &Client) -> Result<bool, ProveError> {
    let asked = bulkhead_connect::answer(client, "SELECT pg_current_xact_id_if_assigned() IS NOT NULL").await;
    Ok(asked.map_err(|error| ProveError::of(&error))? == ["t"])
}

/// Repeats the second run statement by statement, and says where the first stands that changes something.
async fn first_change(
    ground: &Ground<'_>,
    client: &Client,
    version: &VersionPlan<'_>,
    statements: &[Repeatable<'_>],
    catalog: &Catalog,
    data: &Data,
) -> Result<Option<String>, ProveError> {
    let own = |error: tokio_postgres::Error| ProveError::of(&error);
    client.batch_execute("BEGIN").await.map_err(own)?;
    let mut found = None;
    for statement in statements {
        client.batch_execute(statement.sql).await.map_err(own)?;
        if differs(ground, client, catalog, data).await?.is_some() {
            found = Some(place(version, statement));
            break;
        }
    }
    client.batch_execute("ROLLBACK").await.map_err(own)?;
    Ok(found)
}

/// How the open transaction sees the database differently, in words; `None` when it does not.
async fn differs(
    ground: &Ground<'_>,
    client: &Client,
    catalog: &Catalog,
    data: &Data,
) -> Result<Option<String>, ProveError> {
    let own = |error: tokio_postgres::Error| ProveError::of(&error);
    // What the version left set would show other rows, or none.
    client.batch_execute("RESET ROLE").await.map_err(own)?;
    let now = Catalog::read_within(client, ground.ledger_schema()).await.map_err(own)?;
    let rows = Data::read(client, ground.ledger_schema()).await.map_err(own)?;
    Ok(difference(&catalog.diff(&now), data, &rows))
}

/// The differences in words; `None` when there are none.
pub(crate) fn difference(shape: &Diff, before: &Data, after: &Data) -> Option<String> {
    let mut text = shape.to_string();
    for (table, before, after) in before.differences(after) {
        text.push_str(&match before == after {
            true => format!("~ rows of {table}: {before}, of which some are other ones\n"),
            false => format!("~ rows of {table}: {before} → {after}\n"),
        });
    }
    (!text.is_empty()).then(|| text.trim_end().to_owned())
}

/// Runs all versions once more on top of all of them, as `migrate --rerun` does.
async fn all_again(ground: &Ground<'_>) -> Result<Option<Finding>, ProveError> {
    let session = ground.scratch.connect().await?;
    let client = session.client();
    let (catalog, data) = (ground.catalog(client).await?, ground.data(client).await?);
    let run =
        ground.scratch.run(ground.project, ground.options, ground.interrupt, Direction::Rerun, None).await;
    let finding = |observed: String, place: Option<String>| Finding {
        kind: "rerun_of_all_changes".to_owned(),
        object: "all versions".to_owned(),
        objects: Vec::new(),
        severity: Severity::High,
        place,
        exploit: Some("bulkhead migrate --rerun".to_owned()),
        observed,
        fix: Some("let earlier versions leave alone what later ones have changed".to_owned()),
    };
    let found = match run {
        Ok(()) => {
            let (now, rows) = (ground.catalog(client).await?, ground.data(client).await?);
            difference(&catalog.diff(&now), &data, &rows).map(|observed| {
                finding(format!("the second run of all changes the database:\n{observed}"), None)
            })
        }
        Err(ProveError::Build(stopped)) => match &stopped.error {
            MigrateError::Statement(failure) => {
                let place = format!("{}:{}", failure.path.display(), failure.position.line);
                let observed = format!("the second run of all fails: {}", failure.server);
                Some(Finding {
                    kind: "not_rerunnable".to_owned(),
                    object: version_name(&failure.version),
                    objects: Vec::new(),
                    ..finding(observed, Some(place))
                })
            }
            _ => return Err(ProveError::Build(stopped)),
        },
        Err(error) => return Err(error),
    };
    session.close().await;
    Ok(found)
}

/// The version that a finding is about, in a list for people.
pub(crate) fn version_name(version: &Version) -> String {
    format!("version {version}")
}
