//! Why a script cannot be cut into statements, and what to do about it.

use super::psql;
use crate::lex::{LexError, Unterminated};
use std::ops::Range;

/// A script that cannot be cut into statements.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{kind}: {}", kind.help())]
pub struct SplitError {
    /// What is wrong.
    pub kind: SplitErrorKind,
    /// The bytes to show: the opening delimiter of what is unterminated, or the whole thing that does not belong.
    pub span: Range<usize>,
}

/// What is wrong with a script. Its `Display` says what, [`SplitErrorKind::help`] what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SplitErrorKind {
    /// The text ends inside `'…'`.
    #[error("unterminated string constant")]
    UnterminatedString,
    /// The text ends inside `"…"`.
    #[error("unterminated quoted identifier")]
    UnterminatedQuotedIdentifier,
    /// The text ends inside `$tag$…`.
    #[error("unterminated dollar-quoted string ${tag}$")]
    UnterminatedDollarQuote {
        /// The tag between the dollar signs; may be empty.
        tag: String,
    },
    /// The text ends inside `/* … */`.
    #[error("unterminated /* comment")]
    UnterminatedComment,
    /// The text ends before the line `\.` that ends the data of `COPY … FROM STDIN`.
    #[error("the data of COPY … FROM STDIN does not end")]
    UnterminatedCopyData,
    /// More text follows the `;` of `COPY … FROM STDIN` on the same line.
    #[error("text after COPY … FROM STDIN on the same line")]
    TextOnCopyLine,
    /// A function body `BEGIN ATOMIC` without its `END`.
    #[error("BEGIN ATOMIC without END")]
    UnbalancedAtomicBody,
    /// A backslash command of psql.
    #[error("psql command \\{command}")]
    PsqlMetaCommand {
        /// The command without its backslash and arguments.
        command: String,
    },
    /// A variable of psql.
    #[error("psql variable :{name}")]
    PsqlVariable {
        /// The variable's name without colon and quotes.
        name: String,
    },
}

impl SplitErrorKind {
    /// What to do next, as one sentence without a full stop.
    pub fn help(&self) -> String {
        match self {
            Self::UnterminatedString => {
                "close it with ' and double each ' inside; a backslash escapes only in E'…'".to_owned()
            }
            Self::UnterminatedQuotedIdentifier => "close it with \" and double each \" inside".to_owned(),
            Self::UnterminatedDollarQuote { tag } => {
                format!("close it with ${tag}$, spelled the same: upper and lower case differ")
            }
            Self::UnterminatedComment => "close it with */, once for each /* for comments nest".to_owned(),
            Self::UnterminatedCopyData => {
                "end the statement with ; and put a line with only \\. after the last data line".to_owned()
            }
            Self::TextOnCopyLine => {
                "the data starts on the next line: put this text after the line \\. that ends the data"
                    .to_owned()
            }
            Self::UnbalancedAtomicBody => {
                "end each statement of the body with ; and the body with END".to_owned()
            }
            Self::PsqlMetaCommand { command } => psql::advice(command).to_owned(),
            Self::PsqlVariable { .. } => {
                "write the value itself, or read a setting with current_setting('…')".to_owned()
            }
        }
    }
}

impl From<Box<LexError>> for SplitError {
    fn from(error: Box<LexError>) -> Self {
        let kind = match error.unterminated {
            Unterminated::String => SplitErrorKind::UnterminatedString,
            Unterminated::QuotedIdentifier => SplitErrorKind::UnterminatedQuotedIdentifier,
            Unterminated::DollarQuote { tag } => SplitErrorKind::UnterminatedDollarQuote { tag },
            Unterminated::Comment => SplitErrorKind::UnterminatedComment,
        };
        Self { kind, span: error.span }
    }
}
