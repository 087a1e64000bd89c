//! What statements do besides their work: settings they leave behind, the ledger they touch, data they destroy.

use bulkhead_sql::{Command, Target};

use crate::LedgerName;

/// Whether the statement's settings outlive its transaction.
pub(super) fn changes_session(command: &Command) -> bool {
    match command {
        Command::Set { local, .. } => !local,
        Command::Select { changes_session } => *changes_session,
        _ => false,
    }
}

/// Whether a statement may leave settings or another role behind, for the rest of its transaction or after it:
/// functions and procedures may do that too.
pub(super) fn may_change_session(command: &Command) -> bool {
    matches!(
        command,
        Command::Set { .. }
            | Command::Select { .. }
            | Command::Do
            | Command::Call
            | Command::Execute
            | Command::Other { .. }
    )
}

/// Whether later statements of the file rely on the statement's settings.
pub(super) fn is_setting(command: &Command) -> bool {
    matches!(command, Command::Set { .. }) || changes_session(command)
}

/// Whether the statement writes rows of the ledger.
pub(super) fn writes_ledger(command: &Command, targets: &[Target], ledger: &LedgerName) -> bool {
    let writes = matches!(command, Command::Insert | Command::Update | Command::Delete);
    writes
        && targets.first().is_some_and(|target| {
            target.name == LedgerName::TABLE
                && target.schema.as_deref().is_none_or(|schema| schema == ledger.schema)
        })
}

/// What the statement destroys, in words, if it destroys rows or columns.
pub(super) fn data_loss(command: &Command, targets: &[Target], text: &str) -> Option<String> {
    let upper = || text.to_ascii_uppercase();
    let destroys = match command {
        Command::DropTable | Command::Truncate | Command::Delete | Command::DropSchema => true,
        Command::DropDatabase { .. } => true,
        Command::AlterTable => upper().contains("DROP COLUMN"),
        _ => false,
    };
    destroys.then(|| {
        let names: Vec<String> = targets.iter().map(|target| target.name.clone()).collect();
        format!("{} {}", command.tag(), names.join(", "))
    })
}
