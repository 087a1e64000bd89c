//! Bringing a backup to life on a private server. Neither the source nor the backup is written to.

mod base;
mod dump;
mod tools;
mod tree;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use bulkhead_connect::Target;
use bulkhead_migrate::{Interrupt, MigrateError};
use bulkhead_project::BackupTool;
use bulkhead_server::find::Binaries;
use bulkhead_server::{Endpoint, Mode, PrivateCopy, ServerError, StartOptions};

use super::drill::{DrillFinding, DrillTarget};
use super::model::Backup;
use super::place::Place;
use super::program;
use crate::OperateError;

/// What is to be restored, and how far.
pub(super) struct Order {
    pub(super) backup: Backup,
    pub(super) tool: BackupTool,
    pub(super) place: Place,
    pub(super) target: DrillTarget,
    /// The database that must be there afterwards.
    pub(super) database: String,
    /// Major version of the source.
    pub(super) major: u32,
    /// Extensions that the project needs.
    pub(super) extensions: Vec<String>,
    /// The roles that the database's objects name in the source.
    pub(super) roles: Vec<String>,
    /// Roles and tablespaces beside a dump.
    pub(super) globals: Option<PathBuf>,
    /// Whether the source has tablespaces outside its data directory.
    pub(super) has_tablespaces: bool,
    /// Whether the copy stays.
    pub(super) keep: bool,
    pub(super) interrupt: Interrupt,
}

/// A copy that answers.
pub(super) struct Restored {
    pub(super) endpoint: Endpoint,
    /// From the first byte until the copy took connections, in milliseconds.
    pub(super) restore_ms: u64,
    pub(super) findings: Vec<DrillFinding>,
}

/// Restores and starts. What is wrong with the backup is an error that [`is_finding`] tells from others.
pub(super) fn restore(copy: &PrivateCopy, order: &Order) -> Result<Restored, OperateError> {
    let began = Instant::now();
    let (endpoint, findings) = match order.tool {
        BackupTool::PgBasebackup => base::restore(copy, order)?,
        BackupTool::PgDump => dump::restore(copy, order)?,
        BackupTool::PgBackRest => tools::pgbackrest(copy, order)?,
        BackupTool::WalG => tools::walg(copy, order)?,
    };
    let restore_ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    Ok(Restored { endpoint, restore_ms, findings })
}

/// Takes a backup over the replication protocol, into the copy's folder.
pub(super) fn take(
    copy: &PrivateCopy,
    source: &Target,
    binaries: Option<&Path>,
    interrupt: &Interrupt,
) -> Result<PathBuf, OperateError> {
    let folder = copy.folder("taken")?;
    let mut command = Command::new(program::of_postgres(binaries, "pg_basebackup"));
    command.args(["--format=tar", "--wal-method=stream", "--checkpoint=fast", "--no-sync", "--pgdata"]);
    command.arg(&folder).envs(source.libpq_environment());
    program::run_well(command, interrupt)?;
    Ok(folder)
}

/// Whether an error says that the backup itself cannot be restored.
pub(super) fn is_finding(error: &OperateError) -> bool {
    matches!(error, OperateError::BackupTool { .. } | OperateError::Server(ServerError::StartFailed { .. }))
}

/// Starts the server on a data directory that holds files of the source, and waits until recovery is over.
fn start_physical(
    copy: &PrivateCopy,
    binaries: &Binaries,
    order: &Order,
    recovery: Vec<(String, String)>,
) -> Result<Endpoint, OperateError> {
    let data = copy.data();
    if let Some(link) = tree::links_outside(&data, data.parent().unwrap_or(&data)).first() {
        let reason = format!("{}, which it links to, lies outside the copy", link.display());
        return Err(OperateError::NotHere { backup: order.backup.label.clone(), reason });
    }
    copy.own(&data)?;
    copy.configure()?;
    let mut settings = quiet_settings();
    settings.extend(control_settings(&data, binaries, &order.interrupt)?);
    settings.extend(recovery);
    start(copy, binaries, order, settings)
}

fn start(
    copy: &PrivateCopy,
    binaries: &Binaries,
    order: &Order,
    settings: Vec<(String, String)>,
) -> Result<Endpoint, OperateError> {
    let mode = if order.keep { Mode::Daemon } else { Mode::Child };
    let options = StartOptions { extensions: Vec::new(), settings, mode };
    let started = copy.start(binaries, &options, &|| !order.interrupt.is_set());
    if order.interrupt.is_set() {
        return Err(MigrateError::Interrupted.into());
    }
    Ok(started?)
}

/// Settings under which a copy acts on nothing outside itself: no network, no archive, no subscriptions, and no
/// durability, for it lives only as long as the drill.
fn quiet_settings() -> Vec<(String, String)> {
    let settings = [
        ("listen_addresses", ""),
        ("shared_preload_libraries", ""),
        ("archive_mode", "off"),
        ("max_logical_replication_workers", "0"),
        ("hot_standby", "off"),
        ("fsync", "off"),
        ("full_page_writes", "off"),
        ("synchronous_commit", "off"),
    ];
    settings.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec()
}

/// Settings that recovery insists on, from the control file: room for prepared transactions, and for WAL segments of
/// another size.
fn control_settings(
    data: &Path,
    binaries: &Binaries,
    interrupt: &Interrupt,
) -> Result<Vec<(String, String)>, OperateError> {
    let mut command = Command::new(binaries.directory.join("pg_controldata"));
    command.arg(data).env("LC_ALL", "C");
    let said = program::run_well(command, interrupt)?;
    let value = |name: &str| {
        let line = said.output.lines().find_map(|line| line.strip_prefix(name))?;
        line.trim_start_matches(':').trim().parse::<u64>().ok()
    };
    let mut settings = Vec::new();
    if let Some(prepared) = value("max_prepared_xacts setting") {
        settings.push(("max_prepared_transactions".to_owned(), prepared.to_string()));
    }
    if let Some(mib) = value("Bytes per WAL segment").map(|bytes| bytes >> 20).filter(|mib| *mib > 32) {
        settings.push(("min_wal_size".to_owned(), format!("{}MB", mib * 2)));
        settings.push(("max_wal_size".to_owned(), format!("{}MB", mib * 8)));
    }
    Ok(settings)
}

/// The settings that stop recovery where it is wanted and then open the copy for writing.
fn target_settings(target: &DrillTarget) -> Vec<(String, String)> {
    let mut settings = vec![("recovery_target_action".to_owned(), "promote".to_owned())];
    match target {
        DrillTarget::Latest => {}
        DrillTarget::Immediate => settings.push(("recovery_target".to_owned(), "immediate".to_owned())),
        DrillTarget::Time { text: time, .. } => {
            settings.push(("recovery_target_time".to_owned(), time.clone()));
        }
    }
    settings
}

/// Asks the server for archive recovery.
fn signal_recovery(copy: &PrivateCopy) -> Result<(), OperateError> {
    let path = copy.data().join("recovery.signal");
    std::fs::write(&path, "")
        .map_err(|error| OperateError::BackupFiles { path: path.clone(), reason: error.to_string() })?;
    Ok(copy.user().own(&path)?)
}

/// The major version of a data directory.
fn major_of(data: &Path) -> Option<u32> {
    std::fs::read_to_string(data.join("PG_VERSION")).ok()?.trim().parse().ok()
}

/// The installation of exactly the version that the data need.
fn binaries_for_data(copy: &PrivateCopy, order: &Order) -> Result<Binaries, OperateError> {
    let major = major_of(&copy.data()).unwrap_or(order.major);
    Ok(copy.binaries(Some(major), &order.extensions)?)
}
