//! Restoring with pgBackRest and WAL-G.

use std::process::Command;

use bulkhead_server::{Endpoint, PrivateCopy};

use super::{Order, binaries_for_data, signal_recovery, start_physical, target_settings};
use crate::OperateError;
use crate::backup::drill::{DrillFinding, DrillTarget};
use crate::backup::{inventory, program};

/// Restores with pgBackRest, which writes `restore_command` and the target itself.
pub(super) fn pgbackrest(
    copy: &PrivateCopy,
    order: &Order,
) -> Result<(Endpoint, Vec<DrillFinding>), OperateError> {
    let data = copy.data();
    let spaces = copy.folder("tablespaces")?;
    make_data(copy)?;
    let mut command = inventory::pgbackrest(&order.place);
    command.arg(format!("--pg1-path={}", data.display()));
    command.arg(format!("--tablespace-map-all={}", spaces.display()));
    command.arg(format!("--set={}", order.backup.label));
    // Whatever its configuration says: here, into an empty folder, and without links to where the source keeps things.
    command.args(["--no-delta", "--no-link-all", "--reset-link-map", "--reset-pg1-host"]);
    command.args(["--log-level-console=warn", "--log-level-file=off"]);
    match &order.target {
        DrillTarget::Latest => command.arg("--type=default"),
        DrillTarget::Immediate => command.args(["--type=immediate", "--target-action=promote"]),
        DrillTarget::Time { text: time, .. } => {
            command.args(["--type=time", "--target-action=promote"]).arg(format!("--target={time}"))
        }
    };
    command.arg("restore");
    run(copy, command, order)?;
    let binaries = binaries_for_data(copy, order)?;
    Ok((start_physical(copy, &binaries, order, Vec::new())?, Vec::new()))
}

/// Restores with WAL-G.
pub(super) fn walg(copy: &PrivateCopy, order: &Order) -> Result<(Endpoint, Vec<DrillFinding>), OperateError> {
    if order.has_tablespaces {
        return Err(OperateError::NotHere {
            backup: order.backup.label.clone(),
            reason: "WAL-G would write tablespaces to where the source keeps them".to_owned(),
        });
    }
    make_data(copy)?;
    let mut command = inventory::walg(&order.place);
    command.arg("backup-fetch").arg(copy.data()).arg(&order.backup.label);
    run(copy, command, order)?;
    signal_recovery(copy)?;
    let config = order.place.config.as_ref().map(|path| format!(" --config '{}'", path.display()));
    let fetch = format!("wal-g{} wal-fetch \"%f\" \"%p\"", config.unwrap_or_default());
    let fetch = order.place.restore_command.clone().unwrap_or(fetch);
    let mut settings = target_settings(&order.target);
    settings.push(("restore_command".to_owned(), fetch));
    let binaries = binaries_for_data(copy, order)?;
    Ok((start_physical(copy, &binaries, order, settings)?, Vec::new()))
}

/// Makes an empty data directory of the server's user.
fn make_data(copy: &PrivateCopy) -> Result<(), OperateError> {
    Ok(copy.own(&copy.data())?)
}

/// Runs the tool as the server's user: what it writes must belong to that one.
fn run(copy: &PrivateCopy, mut command: Command, order: &Order) -> Result<(), OperateError> {
    copy.prepare_command(&mut command);
    program::run_well(command, &order.interrupt).map(drop)
}
