//! Puts the statements of a transactional step into messages of the simple query protocol.

use std::ops::Range;

use bulkhead_sql::{Command, byte_of_character};

use super::Place;
use crate::plan::statement_text;
use crate::{Step, VersionPlan};

/// How much SQL one message carries before another is begun, in bytes. The server parses a message as a whole, so
/// this also bounds its memory.
const MESSAGE_BYTES: usize = 128 * 1024;

/// What follows each statement. The line end ends a comment that the statement may end with.
const SEPARATOR: &str = "\n;";

/// A piece of a step, in the order of sending.
#[derive(Debug)]
pub(super) enum Piece {
    /// SQL.
    Text(Message),
    /// COPY … FROM STDIN with its rows.
    Copy {
        /// Index of the statement in its step.
        statement: usize,
    },
}

/// SQL that is sent at once, and which statement stands where.
#[derive(Debug)]
pub(super) struct Message {
    /// The step.
    pub place: Place,
    /// The text.
    pub sql: String,
    /// Statements of ours before the first of the step's.
    prefix: usize,
    /// Where each of the step's statements begins: byte in the text, index in the step.
    statements: Vec<(usize, usize)>,
    /// Where the last of them ends.
    end: usize,
    /// Whether the step ends with this message.
    pub ends_step: bool,
}

/// A statement of the step and the byte in it that the server points at.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Spot {
    /// Index of the statement in its step.
    pub statement: usize,
    /// Byte within the statement.
    pub at: Option<usize>,
}

impl Message {
    /// Finds the statement that failed after `completed` commands of the message, and the byte at the server's
    /// `position` (characters, from 1). `None` when a statement of ours failed.
    ///
    /// Where the position points counts more than how many commands were completed: the server parses the message
    /// as a whole, so a syntax error is told before any of its statements has run.
    pub fn locate(&self, completed: usize, position: Option<u32>) -> Option<Spot> {
        let byte = position.map(|position| byte_of_character(&self.sql, position as usize));
        if let Some(byte) = byte.filter(|byte| *byte < self.end) {
            let following = self.statements.partition_point(|(begin, _)| *begin <= byte);
            if let Some((begin, statement)) = following.checked_sub(1).map(|nth| self.statements[nth]) {
                return Some(Spot { statement, at: Some(byte - begin) });
            }
        }
        let nth = completed.checked_sub(self.prefix)?;
        self.statements.get(nth).map(|(_, statement)| Spot { statement: *statement, at: None })
    }
}

/// What is sent before and after the statements of a step.
pub(super) struct Frame {
    /// Statements before, without a final semicolon.
    pub opening: Vec<String>,
    /// Statements after.
    pub closing: Vec<String>,
}

/// The pieces of a step in the order of sending. The first and the last are always text.
pub(super) fn pieces(version: &VersionPlan<'_>, step: &Step, place: Place, frame: &Frame) -> Vec<Piece> {
    let mut composer = Composer { place, pieces: Vec::new(), open: empty(place) };
    for statement in &frame.opening {
        composer.ours(statement);
    }
    if takes_several(step) {
        // The server parses a message as a whole. A syntax error in the one that holds BEGIN would keep BEGIN from
        // running, and the messages behind it would run, and commit, outside a transaction.
        composer.flush(false);
    }
    for statement in &step.prelude {
        composer.ours(statement_text(&version.files, statement));
    }
    for (index, statement) in step.statements.iter().enumerate() {
        if statement.copy_data.is_some() {
            composer.flush(false);
            composer.pieces.push(Piece::Copy { statement: index });
        } else {
            composer.make_room(&statement.command);
            composer.statement(index, statement_text(&version.files, statement));
        }
    }
    for statement in &frame.closing {
        composer.append(statement);
    }
    composer.flush(true);
    composer.pieces
}

/// Whether the statements of a step may need more than one message.
fn takes_several(step: &Step) -> bool {
    let statements = || step.prelude.iter().chain(&step.statements);
    let bytes: usize = statements().map(|statement| statement.span.len() + SEPARATOR.len()).sum();
    bytes > MESSAGE_BYTES / 2 || statements().any(|statement| statement.copy_data.is_some())
}

fn empty(place: Place) -> Message {
    Message { place, sql: String::new(), prefix: 0, statements: Vec::new(), end: 0, ends_step: false }
}

struct Composer {
    place: Place,
    pieces: Vec<Piece>,
    open: Message,
}

impl Composer {
    fn ours(&mut self, sql: &str) {
        self.append(sql);
        self.open.prefix += 1;
    }

    /// Begins another message when this one is long enough. None begins with ROLLBACK TO, which would bring back to
    /// life a transaction that failed in the message before.
    fn make_room(&mut self, next: &Command) {
        if self.open.sql.len() > MESSAGE_BYTES && *next != Command::Rollback {
            self.flush(false);
        }
    }

    fn statement(&mut self, index: usize, sql: &str) {
        self.open.statements.push((self.open.sql.len(), index));
        self.append(sql);
        self.open.end = self.open.sql.len();
    }

    fn append(&mut self, sql: &str) {
        self.open.sql.push_str(sql);
        self.open.sql.push_str(SEPARATOR);
    }

    fn flush(&mut self, ends_step: bool) {
        let mut message = std::mem::replace(&mut self.open, empty(self.place));
        if !message.sql.is_empty() || ends_step {
            message.ends_step = ends_step;
            self.pieces.push(Piece::Text(message));
        }
    }
}

/// The rows of a COPY as lines, in pieces of moderate size.
pub(super) fn copy_chunks(data: &str) -> impl Iterator<Item = &[u8]> {
    data.as_bytes().chunks(64 * 1024)
}

/// The byte range of a spot in its file.
pub(super) fn byte_in_file(span: &Range<usize>, spot: &Spot) -> Option<usize> {
    spot.at.map(|at| (span.start + at).min(span.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACE: Place = Place { version: 0, step: 0 };

    fn composed(statements: &[&str]) -> Message {
        let mut composer = Composer { place: PLACE, pieces: Vec::new(), open: empty(PLACE) };
        composer.ours("BEGIN");
        for (index, sql) in statements.iter().enumerate() {
            composer.statement(index, sql);
        }
        composer.append("COMMIT");
        composer.flush(true);
        match composer.pieces.pop() {
            Some(Piece::Text(message)) => message,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_failure_is_found_by_the_count_of_finished_commands() {
        let message = composed(&["SELECT 1", "SELECT é, x", "SELECT 3"]);
        assert_eq!(message.locate(0, None), None);
        assert_eq!(message.locate(1, None), Some(Spot { statement: 0, at: None }));
        assert_eq!(message.locate(4, None), None, "COMMIT is ours");
    }

    #[test]
    fn the_servers_position_counts_characters_from_one() {
        let message = composed(&["SELECT 'é'", "SELECT é, x"]);
        let byte = message.sql.find(", x").unwrap() + 2;
        let character = u32::try_from(message.sql[..byte].chars().count() + 1).unwrap();
        assert_eq!(
            message.locate(2, Some(character)),
            Some(Spot { statement: 1, at: Some("SELECT é, ".len()) })
        );
        assert_eq!(
            message.locate(2, Some(1)),
            Some(Spot { statement: 1, at: None }),
            "outside the statement"
        );
    }

    #[test]
    fn long_scripts_are_cut_between_statements() {
        let long = format!("SELECT '{}'", "x".repeat(MESSAGE_BYTES));
        let mut composer = Composer { place: PLACE, pieces: Vec::new(), open: empty(PLACE) };
        for index in 0..3 {
            composer.make_room(&Command::Insert);
            composer.statement(index, &long);
        }
        composer.flush(true);
        assert_eq!(composer.pieces.len(), 3);
    }
}
