//! A drill: the newest backup is restored to a private server and compared with its source.

mod choose;
mod compare;
mod report;
mod rows;

use std::fs::File;
use std::path::{Path, PathBuf};

use bulkhead_connect::{Origin, Session, Target};
use bulkhead_migrate::{Interrupt, MigrateError};
use bulkhead_project::Project;
use bulkhead_server::{Endpoint, PrivateCopy, private_installations};

use super::drills::{self, Drill};
use super::restore::{self, Order, Restored};
use super::source::Source;
use super::{BackupSurroundings, blocking, moment};
use crate::OperateError;
use crate::health::{Level, begin, end, read};
use choose::Chosen;
pub use report::{DrillFinding, DrillReport, KeptCopy};
pub use rows::TableRows as DrillTableRows;

/// How far a copy is brought forward.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DrillTarget {
    /// To the end of archived WAL.
    Latest,
    /// As far as the backup itself needs.
    Immediate,
    /// To this moment.
    Time {
        /// As PostgreSQL reads it.
        text: String,
        /// The same in seconds since 1970.
        at_s: i64,
    },
}

/// What to drill.
#[derive(Clone, Debug)]
pub struct DrillOptions {
    /// The folder, file or label of a backup; without it the newest.
    pub from: Option<String>,
    /// Take a base backup now, and drill that.
    pub take: bool,
    /// Leave the copy running.
    pub keep: bool,
    /// How far to go.
    pub target: DrillTarget,
    /// Whether rows are counted, which reads every table of the source once.
    pub count_rows: bool,
}

/// Restores a backup, compares, records the drill, and removes the copy.
///
/// What is wrong with the backup is in the report. An error says why there was no drill.
pub async fn backup_drill(
    target: &Target,
    project: &Project,
    options: &DrillOptions,
    around: &BackupSurroundings,
) -> Result<DrillReport, OperateError> {
    let session = open(target).await?;
    let (source, roles) = ask_source(&session).await?;
    session.close().await;
    let _lock = lock(&around.root)?;
    let root = around.root.join(".bulkhead/drill");
    let (place, private) = (root.clone(), private_installations(&around.root));
    let copy = blocking(move || Ok(PrivateCopy::prepare(&place, &private)?)).await?;
    let server = copy.clone();
    let copy = Copy { copy: Some(copy), root };
    let chosen = {
        let (options, around, project) = (options.clone(), around.clone(), project.clone());
        let (server, source, target) = (server.clone(), source.clone(), target.clone());
        blocking(move || choose::choose(&server, &options, &around, &project, &source, &target)).await?
    };
    let mut report = DrillReport::begin(project, &source, &chosen);
    let order = order(&chosen, options, project, &source, roles, target, &around.interrupt);
    let data = server.data();
    let restored = blocking(move || Ok(restore::restore(&server, &order))).await?;
    match restored {
        Ok(restored) => {
            let kept = options.keep.then_some(data.as_path());
            look(&mut report, restored, target, project, &source, options.count_rows, kept).await?;
        }
        Err(error) if restore::is_finding(&error) => report.not_restorable(&error),
        Err(error) => return Err(error),
    }
    if around.interrupt.is_set() {
        return Err(MigrateError::Interrupted.into());
    }
    report.judge_recovery(&source, &chosen, &options.target);
    report.end();
    drills::add(&around.root, report.record())?;
    if report.kept.is_some() {
        copy.leave();
    } else {
        blocking(move || copy.remove()).await?;
    }
    Ok(report)
}

/// The copy, which goes when this does, unless it is to stay.
struct Copy {
    copy: Option<PrivateCopy>,
    root: PathBuf,
}

impl Copy {
    fn leave(mut self) {
        self.copy = None;
    }

    fn remove(mut self) -> Result<(), OperateError> {
        if let Some(copy) = self.copy.take() {
            copy.remove()?;
        }
        remove_folder(&self.root);
        Ok(())
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        if let Some(copy) = self.copy.take() {
            // The error at hand says more; the next drill begins by removing what is left.
            let _ = copy.remove();
            remove_folder(&self.root);
        }
    }
}

/// What is left of the drill's folder holds nothing but notes of where the copy was.
fn remove_folder(root: &Path) {
    let _ = std::fs::remove_dir_all(root);
}

/// One drill at a time: the copy has one place.
fn lock(root: &Path) -> Result<File, OperateError> {
    let folder = root.join(".bulkhead");
    let path = folder.join("drill.lock");
    let failed = |reason: String| OperateError::BackupFiles { path: path.clone(), reason };
    bulkhead_server::place::create_state_folder(root)?;
    let file = File::options().create(true).truncate(false).write(true).open(&path);
    let file = file.map_err(|error| failed(error.to_string()))?;
    file.try_lock().map_err(|_| failed("another drill is under way here".to_owned()))?;
    Ok(file)
}

/// How long connecting may take.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(30);

async fn open(target: &Target) -> Result<Session, OperateError> {
    let opened = Session::open(target, "bulkhead", PATIENCE).await;
    opened.map_err(|error| MigrateError::from(error).into())
}

/// What the source says about itself, and the roles that its objects name.
async fn ask_source(session: &Session) -> Result<(Source, Vec<String>), OperateError> {
    let client = session.client();
    begin(client).await?;
    let source = Source::read(client, None).await;
    let roles = read(client, include_str!("roles.sql")).await;
    end(client).await;
    let roles = roles?.map_err(OperateError::Refused)?;
    Ok((source?, roles.iter().map(|row| row.text(0).to_owned()).collect()))
}

/// What to restore, from everything that is known.
fn order(
    chosen: &Chosen,
    options: &DrillOptions,
    project: &Project,
    source: &Source,
    roles: Vec<String>,
    target: &Target,
    interrupt: &Interrupt,
) -> Order {
    Order {
        backup: chosen.backup.clone(),
        tool: chosen.tool,
        place: chosen.place.clone(),
        target: options.target.clone(),
        database: target.database().to_owned(),
        major: source.version_num / 10_000,
        extensions: project.manifest.project.extensions.clone(),
        roles,
        globals: chosen.globals.clone(),
        has_tablespaces: source.tablespaces > 0,
        keep: options.keep,
        interrupt: interrupt.clone(),
    }
}

/// Looks at a copy that answers. `kept` is its data directory when it is to stay.
async fn look(
    report: &mut DrillReport,
    restored: Restored,
    source: &Target,
    project: &Project,
    facts: &Source,
    count_rows: bool,
    kept: Option<&Path>,
) -> Result<(), OperateError> {
    let Restored { endpoint, restore_ms, findings } = restored;
    report.restore_ms = Some(restore_ms);
    report.findings.extend(findings);
    let target = superuser(&endpoint, source).await?;
    report.recovered(&target, facts).await?;
    report.kept = kept.map(|data| KeptCopy {
        url: as_user(&endpoint, target.user()).url(source.database()),
        stop: format!("kill -INT $(head -n 1 '{}/postmaster.pid')", data.display()),
    });
    if !has_database(&target, source.database()).await? {
        let summary = format!("the copy has no database {}", source.database());
        report.findings.push(DrillFinding::new("database_missing", Level::Critical, summary));
        return Ok(());
    }
    let sides = compare::Sides { source, copy: &target.with_database(source.database()) };
    compare::compare(report, &sides, project, count_rows).await
}

/// The same server for another role.
fn as_user(endpoint: &Endpoint, user: &str) -> Endpoint {
    let mut endpoint = endpoint.clone();
    user.clone_into(&mut endpoint.user);
    endpoint
}

/// The copy as a superuser who can log in: the source's clusters may have another one than `postgres`.
async fn superuser(endpoint: &Endpoint, source: &Target) -> Result<Target, OperateError> {
    let target = |user: &str| {
        Target::parse(&as_user(endpoint, user).url("postgres"), Origin::Embedded, &|_| None)
            .map_err(|error| OperateError::from(MigrateError::from(error)))
    };
    let first = target("postgres")?;
    let session = match open(&first).await {
        Ok(session) => session,
        Err(_) => open(&target(source.user())?).await?,
    };
    let sql = "SELECT rolname FROM pg_roles WHERE rolsuper AND rolcanlogin ORDER BY oid LIMIT 1";
    let names = bulkhead_connect::answer(session.client(), sql).await;
    session.close().await;
    let names = names.map_err(|error| OperateError::of(&error))?;
    names.first().map_or(Ok(first), |name| target(name))
}

async fn has_database(target: &Target, database: &str) -> Result<bool, OperateError> {
    let session = open(target).await?;
    let sql =
        format!("SELECT 1 FROM pg_database WHERE datname = {}", bulkhead_connect::quote_literal(database));
    let rows = bulkhead_connect::answer(session.client(), &sql).await;
    session.close().await;
    Ok(!rows.map_err(|error| OperateError::of(&error))?.is_empty())
}

/// The record of a drill that ended now.
fn record(report: &DrillReport) -> Drill {
    Drill {
        project: report.project.clone(),
        finished_at_s: moment::now(),
        backup: report.backup.clone(),
        tool: report.tool.word().to_owned(),
        restore_ms: report.restore_ms.unwrap_or(0),
        ok: report.ok,
        findings: report.findings.iter().map(|finding| finding.kind.to_owned()).collect(),
    }
}
