//! Statements that begin, end and divide transactions.

use super::session::is_prepare_transaction;
use super::{Classified, Cursor};
use crate::command::Command;
use crate::transaction::{Control, TransactionRule};

/// Reads on after the first word, given in lower case.
pub(super) fn by_first_word(word: &str, cursor: &mut Cursor<'_>) -> Option<Classified> {
    let (command, control) = match word {
        "begin" => (Command::Begin, Control::Begin),
        "start" if cursor.word("transaction") => (Command::StartTransaction, Control::Begin),
        "commit" if cursor.word("prepared") => (Command::CommitPrepared, Control::CommitPrepared),
        "commit" | "end" => (Command::Commit, Control::Commit),
        "rollback" if cursor.word("prepared") => (Command::RollbackPrepared, Control::RollbackPrepared),
        "rollback" => {
            cursor.one_of(&["work", "transaction"]);
            (Command::Rollback, if cursor.word("to") { Control::RollbackTo } else { Control::Rollback })
        }
        "abort" => (Command::Rollback, Control::Rollback),
        "savepoint" => (Command::Savepoint, Control::Savepoint),
        "release" => (Command::Release, Control::Release),
        "prepare" if is_prepare_transaction(*cursor) => {
            (Command::PrepareTransaction, Control::PrepareTransaction)
        }
        _ => return None,
    };
    Some(Classified::with_rule(command, Vec::new(), TransactionRule::Control(control)))
}
