//! Where the database is and how to open a session there.
//!
//! Settings come from a URL, the environment or libpq's variables; secrets stay inside [`Target`] and never reach
//! a message. Which database a command means, and the embedded server, are the command line's business.

mod error;
mod parameters;
mod password_file;
mod pool;
mod quote;
mod session;
mod target;
mod tls;

pub use error::{ConnectError, ServerError};
pub use pool::PoolSettings;
pub use quote::{quote_identifier, quote_literal};
pub use session::{Canceller, Notices, Session, answer, rows};
pub use target::{Origin, Target};
pub use tls::TlsMode;
