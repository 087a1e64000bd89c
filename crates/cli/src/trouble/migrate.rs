//! The errors of a run.

use bulkhead_migrate::{MigrateError, Stopped};

use super::{Frame, Trouble, extension};
use crate::exit::Exit;

impl From<MigrateError> for Trouble {
    fn from(error: MigrateError) -> Trouble {
        Trouble::from(Stopped::from(error))
    }
}

impl From<Stopped> for Trouble {
    fn from(stopped: Stopped) -> Trouble {
        let Stopped { error, progress } = stopped;
        let exit = Exit::of(&error, &progress);
        let mut trouble = Trouble::new(error.code(), error.to_string(), help(&error), exit);
        trouble.notes = notes(&error);
        trouble.frame = frame(&error);
        trouble.progress = progress;
        if let Some(message) = message_beside_frame(&error) {
            trouble.message = message;
        }
        trouble
    }
}

/// The message without the place, where the frame shows the place.
fn message_beside_frame(error: &MigrateError) -> Option<String> {
    match error {
        MigrateError::Statement(failure) => Some(failure.server.message.clone()),
        MigrateError::Unreadable { source, .. } => Some(source.to_string()),
        MigrateError::TransactionControl { .. } => {
            Some("transactions are begun and ended by the run, not inside a migration".to_owned())
        }
        _ => None,
    }
}

fn help(error: &MigrateError) -> Vec<String> {
    let one = |text: &str| vec![text.to_owned()];
    match error {
        MigrateError::Project(error) => vec![error.help()],
        MigrateError::Connect(error) => vec![error.help()],
        MigrateError::Unreadable { .. } => one("correct the file and run again"),
        MigrateError::TransactionControl { .. } => one(
            "remove it: each version runs in one transaction; for statements that must not share one, write \
             `-- bulkhead: no-transaction` at the top of the file",
        ),
        MigrateError::NothingToRun { .. } => one("write its SQL, or remove the file"),
        MigrateError::UnknownVersion { .. } => one("`bulkhead status` lists the versions"),
        MigrateError::Changed { .. } => vec![
            "restore the file and put the change into a new migration".to_owned(),
            "or, when the database already is as the file says: `bulkhead repair --accept-changes`"
                .to_owned(),
        ],
        MigrateError::ChangedWhileUnfinished { .. } => {
            one("restore that step as it was; later steps may be corrected")
        }
        MigrateError::OtherUnfinished { direction, .. } => match direction {
            bulkhead_migrate::Direction::Down => one("finish undoing it: `bulkhead rollback`"),
            _ => one("finish applying it: `bulkhead migrate`"),
        },
        MigrateError::Late { .. } => vec![
            "give the file a number above the newest applied one".to_owned(),
            "or apply it late on purpose: `bulkhead migrate --allow-missing`".to_owned(),
        ],
        MigrateError::NoDown { version, .. } => {
            vec![format!("write {version}_….down.sql, or restore a backup")]
        }
        MigrateError::FileMissing { .. } => one("check out the branch that has its files"),
        MigrateError::ForeignLedger { .. } => one(
            "keep Bulkhead's ledger in a schema of its own: ledger_schema = \"bulkhead_ledger\" under [project] in \
             bulkhead.toml",
        ),
        MigrateError::NewerLedger { .. } => one("use the newer Bulkhead that wrote it"),
        MigrateError::LedgerUnreadable { .. } => one("check the rights of the role on the ledger's schema"),
        MigrateError::ReadOnly { .. } => {
            one("connect to the primary server, or let its owner lift default_transaction_read_only")
        }
        MigrateError::NoRights { grant, .. } => vec![format!("let the database's owner run: {grant};")],
        MigrateError::ServerTooOld { .. } => one("upgrade the server"),
        MigrateError::MissingExtension { names } => extension::help(names),
        MigrateError::MovedOn => one("look at `bulkhead status` and decide again"),
        MigrateError::RunLocked { .. } => one("wait for it, or wait longer with --wait-for-run-s"),
        MigrateError::RunLockLost { .. } | MigrateError::ConnectionLost { .. } => {
            one("run `bulkhead migrate` again: it goes on where this run stopped")
        }
        MigrateError::Statement(failure) => statement_help(failure),
        MigrateError::LockTimeout { .. } => vec![
            "run again when the blocker has ended; nothing of this step has taken effect".to_owned(),
            "or end it, if you may: SELECT pg_terminate_backend(PID);".to_owned(),
        ],
        MigrateError::InvalidIndex { index, .. } => {
            vec![format!("drop it and run again: DROP INDEX CONCURRENTLY {index};")]
        }
        MigrateError::Unprovable { version, step, .. } => vec![
            "look whether it took effect, then say so:".to_owned(),
            format!(
                "`bulkhead repair --done {version}:{step}` or `bulkhead repair --retry {version}:{step}`"
            ),
        ],
        MigrateError::NotBegun { .. } => one("`bulkhead status` shows what is unfinished"),
        MigrateError::Interrupted => one("run `bulkhead migrate` again: it goes on where this run stopped"),
        MigrateError::Question { .. } => one("correct the question, or apply what it asks about first"),
    }
}

fn statement_help(failure: &bulkhead_migrate::Failure) -> Vec<String> {
    let mut help: Vec<String> = failure.server.hint.clone().into_iter().collect();
    let known = match failure.server.sqlstate.as_str() {
        "2D000" => {
            "the called code ends the transaction: write `-- bulkhead: no-transaction` at the top of the file"
        }
        "42501" => "give the role the right, or run as the owner",
        "53100" => "free some space on the server's disk, then run again",
        "53300" => "wait for connections to be closed, then run again",
        "23505" | "23503" | "23514" | "23502" => {
            "the existing rows do not fit: correct them in a migration before"
        }
        "42710" if failure.server.message.starts_with("role ") => {
            "roles belong to the whole server, not to a database: make it where it is missing, with DO $$ BEGIN IF NOT \
             EXISTS (SELECT FROM pg_roles WHERE rolname = 'NAME') THEN CREATE ROLE NAME; END IF; END $$;"
        }
        "42P07" if failure.server.message.contains("\"schema_migrations\"") => {
            "Bulkhead's own ledger has that name: keep it in a schema of its own, with ledger_schema = \
             \"bulkhead_ledger\" under [project] in bulkhead.toml"
        }
        "42P07" | "42710" | "42701" => {
            "it exists already: if it is what you want, write IF NOT EXISTS, else drop or rename it"
        }
        "57014" => "it was cancelled, by statement_timeout or by somebody; run again",
        _ => "",
    };
    if !known.is_empty() {
        help.push(known.to_owned());
    }
    help.push("correct the file and run again".to_owned());
    help
}

fn notes(error: &MigrateError) -> Vec<String> {
    let mut notes = Vec::new();
    let failure = match error {
        MigrateError::Statement(failure) => failure,
        MigrateError::LockTimeout { failure, blockers, .. } => {
            notes.extend(blockers.iter().map(|blocker| format!("blocked by {blocker}")));
            failure
        }
        _ => return notes,
    };
    notes.push(format!(
        "statement {} of {} in version {}, SQLSTATE {}",
        failure.statement, failure.statements, failure.version, failure.server.sqlstate
    ));
    notes.extend(failure.server.detail.iter().map(|detail| format!("detail: {detail}")));
    notes.extend(failure.server.context.iter().map(|context| format!("context: {context}")));
    notes
}

fn frame(error: &MigrateError) -> Option<Frame> {
    match error {
        MigrateError::Unreadable { path, text, span, .. } => Some(Frame {
            path: path.clone(),
            text: text.clone(),
            span: span.clone(),
            label: "here".to_owned(),
        }),
        MigrateError::TransactionControl { path, text, span, .. } => Some(Frame {
            path: path.clone(),
            text: text.clone(),
            span: span.clone(),
            label: "inside a migration".to_owned(),
        }),
        MigrateError::Statement(failure) | MigrateError::LockTimeout { failure, .. } => {
            let span = bulkhead_sql::to_underline(&failure.text, &failure.span, failure.at);
            let label = failure.server.message.clone();
            Some(Frame { path: failure.path.clone(), text: failure.text.clone(), span, label })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use bulkhead_connect::ServerError;
    use bulkhead_migrate::{Direction, Failure};
    use bulkhead_project::Version;
    use bulkhead_sql::Position;

    use super::*;

    #[test]
    fn a_table_named_as_the_ledger_is_no_mistake_of_the_file() {
        let cases = [
            ("relation \"schema_migrations\" already exists", "ledger_schema = \"bulkhead_ledger\""),
            ("relation \"bill\" already exists", "write IF NOT EXISTS"),
        ];
        for (message, expected) in cases {
            let server = ServerError {
                sqlstate: "42P07".to_owned(),
                message: message.to_owned(),
                detail: None,
                hint: None,
                position: None,
                context: None,
            };
            let failure = Failure {
                version: Version::parse("001").expect("a version"),
                direction: Direction::Up,
                path: PathBuf::from("001_first.sql"),
                text: String::new(),
                span: 0..0,
                at: None,
                position: Position { line: 1, column: 1 },
                statement: 1,
                statements: 1,
                server,
            };
            let help = statement_help(&failure);
            assert!(help.iter().any(|line| line.contains(expected)), "{help:?}");
        }
    }
}
