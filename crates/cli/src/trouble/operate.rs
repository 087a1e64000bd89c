//! The errors of seeds, clean-up, data checks and figures.

use bulkhead_migrate::Answer;
use bulkhead_operate::{GenerateError, OperateError, ScriptFailure};

use super::{Frame, Trouble};
use crate::exit::Exit;

impl From<OperateError> for Trouble {
    fn from(error: OperateError) -> Trouble {
        let exit = match &error {
            OperateError::Production { .. }
            | OperateError::NoClean { .. }
            | OperateError::NoTenancy { .. }
            | OperateError::NoRecord { .. }
            | OperateError::NoBackup { .. }
            | OperateError::Unfit { .. }
            | OperateError::Policy { .. } => Exit::Usage,
            OperateError::Locked { .. } => Exit::Locked,
            OperateError::Interrupted => Exit::Interrupted,
            _ => Exit::Failed,
        };
        let trouble = Trouble::new(error.code(), error.to_string(), vec![help(&error)], exit);
        match error {
            OperateError::Server(error) => error.into(),
            OperateError::Question(error) => error.into(),
            OperateError::Connect(error) => error.into(),
            OperateError::Script(failure) => shown_in_file(trouble, *failure),
            OperateError::WrongAnswers { wrong, .. } => {
                Trouble { notes: wrong.iter().map(wrong_answer).collect(), ..trouble }
            }
            OperateError::Interrupted => Trouble {
                effect: Some("what was committed before stays; the rest was rolled back"),
                ..trouble
            },
            _ => trouble,
        }
    }
}

fn help(error: &OperateError) -> String {
    let server = match error {
        OperateError::Script(failure) => Some(&failure.server),
        OperateError::Refused(server) | OperateError::Rows(GenerateError::Refused(server)) => Some(server),
        _ => None,
    };
    if let Some(hint) = server.and_then(|server| server.hint.clone()) {
        return hint;
    }
    let help = match error {
        OperateError::Production { .. } => "if it is none: ALTER DATABASE … RESET bulkhead.environment;",
        OperateError::NoClean { .. } => {
            "write it: statements that delete what the seeds insert, by the ids of their tenants"
        }
        OperateError::Script(_) => "correct the file and run again; nothing of it was kept",
        OperateError::Unreadable { .. } | OperateError::Question(_) => "correct the file and run again",
        OperateError::WrongAnswers { .. } => "correct the seed or its questions; nothing of it was kept",
        OperateError::Figure { .. } => "correct its SELECT",
        OperateError::NoBackup { .. } => {
            "say in bulkhead.toml how backups are taken ([backup] tool, directory), or take one now: `bulkhead backup \
             drill --take`"
        }
        OperateError::BackupTool { .. } => {
            "run the program by hand as the same user; its configuration is its own"
        }
        OperateError::NotHere { .. } => "restore it by hand, then drill with --from its folder",
        OperateError::BackupFiles { .. } => "check that the path is right and that you may read and write it",
        OperateError::Server(_) => "see what the message says",
        OperateError::Rows(GenerateError::AlreadyThere { .. }) => {
            "use another number (--seed); its rows are added to those that are there"
        }
        OperateError::Rows(GenerateError::NoRows) => {
            "ask for fewer rows or more tenants; --dry-run shows the tables"
        }
        OperateError::Rows(GenerateError::Unknown { .. }) => {
            "correct [tenancy] in bulkhead.toml; `bulkhead init --stdout` shows what the database says"
        }
        OperateError::Rows(GenerateError::Lost { .. }) => "run it again; what was not committed is gone",
        OperateError::Rows(_) => "nothing was loaded; load as a superuser, or as an owner with BYPASSRLS",
        OperateError::Refused(_) => "give the role the right, or run as the owner",
        OperateError::Dump { .. } => {
            "install a pg_dump that is not older than the server (scripts/install-postgres)"
        }
        OperateError::NoTenancy { .. } => "let `bulkhead init` read from the database who the tenants are",
        OperateError::NoRecord { .. } => {
            "write it: statements that take the report as $1, a jsonb (bulkhead explain O021)"
        }
        OperateError::Unfit { .. } => "correct the section in bulkhead.toml, or apply the migrations first",
        OperateError::Policy { .. } => {
            "write a whole number of days from 1, or NULL where no policy is meant"
        }
        OperateError::Locked { .. } => "run it again when the blocker has ended",
        OperateError::Interrupted => "run it again: it goes on where this run stopped",
        OperateError::Connect(error) => return error.help(),
        OperateError::Lost { .. } => "run it again; what was not committed is gone",
    };
    help.to_owned()
}

/// The server's words over the statement in its file.
fn shown_in_file(trouble: Trouble, failure: ScriptFailure) -> Trouble {
    let ScriptFailure { path, text, span, server, .. } = failure;
    let mut notes = vec![format!("SQLSTATE {}", server.sqlstate)];
    notes.extend(server.detail.map(|detail| format!("detail: {detail}")));
    notes.extend(server.context.map(|context| format!("context: {context}")));
    let frame = Some(Frame { path, text, span, label: server.message.clone() });
    Trouble { message: server.message, notes, frame, ..trouble }
}

fn wrong_answer(answer: &Answer) -> String {
    let Answer { path, line, name, expected, rows, .. } = answer;
    let got = rows.first().map_or("no row", String::as_str);
    format!("{}:{line}: {name}: {got} instead of {expected}", path.display())
}
