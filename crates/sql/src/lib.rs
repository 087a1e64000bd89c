//! PostgreSQL text to statements and their meaning, without a connection.
//!
//! The way through the crate: [`split()`] cuts a script into [`Statement`]s, [`classify()`] says what one
//! statement is, which objects it names and whether it may run inside a transaction, [`normalize()`]
//! gives the form in which two scripts are compared, and [`LineIndex`] turns bytes into lines and columns.
//!
//! The lexical rules are the server's own (PostgreSQL 18 manual, chapter 4.1), with
//! `standard_conforming_strings` on. Left out on purpose: full grammar (a statement the server would
//! refuse is still split and classified by its leading words) and everything that needs a catalog.

mod classify;
mod command;
mod if_not_exists;
mod lex;
mod literal;
mod names;
mod normalize;
mod position;
mod relations;
mod split;
mod transaction;
mod without_constants;
mod word;

pub use classify::{Classified, Target, classify};
pub use command::{Command, ObjectKind, Setting};
pub use if_not_exists::without_if_not_exists;
pub use names::Name;
pub use normalize::{leading_comments, normalize};
pub use position::{LineIndex, Position, byte_of_character, to_underline};
pub use relations::{Mention, calls, relations};
pub use split::{Script, SplitError, SplitErrorKind, Statement, split};
pub use transaction::{Control, TransactionRule};
pub use without_constants::without_constants;
pub use word::has_word;
