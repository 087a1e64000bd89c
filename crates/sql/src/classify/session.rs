//! Statements about the session: settings, prepared statements, cursors, notifications.

use super::{Classified, Cursor};
use crate::command::{Command, Setting};
use crate::lex::TokenKind;
use crate::transaction::TransactionRule;

/// Reads on after the first word, given in lower case.
pub(super) fn by_first_word(word: &str, cursor: &mut Cursor<'_>) -> Option<Classified> {
    let command = match word {
        "set" => return set(cursor),
        "reset" => reset(cursor)?,
        "discard" => return discard(cursor),
        "prepare" if !is_prepare_transaction(*cursor) => Command::Prepare,
        "execute" => Command::Execute,
        "deallocate" => {
            cursor.word("prepare");
            if cursor.word("all") { Command::DeallocateAll } else { Command::Deallocate }
        }
        "declare" => Command::DeclareCursor,
        "fetch" => Command::Fetch,
        "move" => Command::Move,
        "close" => Command::Close,
        "listen" => Command::Listen,
        "unlisten" => Command::Unlisten,
        "notify" => Command::Notify,
        "show" => Command::Show,
        "load" => Command::Load,
        "checkpoint" => Command::Checkpoint,
        _ => return None,
    };
    Some(Classified::new(command, Vec::new()))
}

/// `PREPARE TRANSACTION 'id'`, not a prepared statement called `transaction`.
pub(super) fn is_prepare_transaction(mut cursor: Cursor<'_>) -> bool {
    cursor.word("transaction") && cursor.string().is_some()
}

fn set(cursor: &mut Cursor<'_>) -> Option<Classified> {
    if cursor.word("constraints") {
        return Some(Classified::new(Command::SetConstraints, Vec::new()));
    }
    let local = cursor.word("local");
    if cursor.words(&["session", "characteristics"]) {
        return Some(setting(false, Setting::SessionCharacteristics));
    }
    if cursor.word("transaction") {
        return Some(setting(true, Setting::Transaction));
    }
    let mut ahead = *cursor;
    if ahead.word("session") && !ahead.sees("authorization") && !is_assignment(ahead) {
        *cursor = ahead;
    }
    Some(setting(local, named_setting(cursor)?))
}

fn setting(local: bool, setting: Setting) -> Classified {
    Classified::new(Command::Set { reset: false, local, setting }, Vec::new())
}

fn is_assignment(mut cursor: Cursor<'_>) -> bool {
    cursor.word("to") || cursor.operator("=") || cursor.words(&["from", "current"]) || cursor.symbol(b'.')
}

fn reset(cursor: &mut Cursor<'_>) -> Option<Command> {
    let setting = if cursor.word("all") {
        Setting::All
    } else if cursor.words(&["transaction", "isolation", "level"]) {
        Setting::Parameter("transaction_isolation".to_owned())
    } else {
        named_setting(cursor)?
    };
    Some(Command::Set { reset: true, local: false, setting })
}

/// What is set: a parameter, or one of the special spellings unless it is assigned to as a parameter.
fn named_setting(cursor: &mut Cursor<'_>) -> Option<Setting> {
    if cursor.words(&["session", "authorization"]) {
        return Some(Setting::SessionAuthorization);
    }
    let special = [
        (["time", "zone"].as_slice(), "timezone"),
        (["xml", "option"].as_slice(), "xmloption"),
        (["names"].as_slice(), "client_encoding"),
        (["schema"].as_slice(), "search_path"),
    ];
    for (words, parameter) in special {
        let mut ahead = *cursor;
        if ahead.words(words) && !is_assignment(ahead) {
            return Some(Setting::Parameter(parameter.to_owned()));
        }
    }
    let mut name = cursor.identifier()?;
    while cursor.symbol(b'.') {
        name = format!("{name}.{}", cursor.identifier()?);
    }
    Some(match name.to_ascii_lowercase() {
        role if role == "role" => Setting::Role,
        authorization if authorization == "session_authorization" => Setting::SessionAuthorization,
        parameter => Setting::Parameter(parameter),
    })
}

fn discard(cursor: &mut Cursor<'_>) -> Option<Classified> {
    let token = cursor.token().filter(|token| token.kind == TokenKind::Word)?;
    let (command, rule) = match token.text(cursor.text()).to_ascii_lowercase().as_str() {
        "all" => (Command::DiscardAll, TransactionRule::Never),
        "plans" => (Command::DiscardPlans, TransactionRule::Anywhere),
        "sequences" => (Command::DiscardSequences, TransactionRule::Anywhere),
        "temp" | "temporary" => (Command::DiscardTemp, TransactionRule::Anywhere),
        _ => return None,
    };
    Some(Classified::with_rule(command, Vec::new(), rule))
}
