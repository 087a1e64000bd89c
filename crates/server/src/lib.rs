//! The embedded PostgreSQL: a private cluster of real PostgreSQL binaries for one project folder.
//!
//! It finds the binaries ([`find`]), decides who runs the server ([`user`]) and where its files live
//! ([`place`]), makes the data directory (`init`), starts and stops the postmaster (`start`, `stop`)
//! and says how to reach it ([`Endpoint`]). Everything is blocking and needs no async runtime.
//!
//! It never runs SQL: databases, roles and templates are the business of crates that hold a connection.
//! It never touches a cluster that it did not make.

mod embedded;
mod endpoint;
mod error;
pub mod find;
mod init;
mod lock;
mod log;
mod pidfile;
pub mod place;
mod port;
mod private_copy;
mod process;
mod search;
mod settings;
pub mod spawn;
mod start;
mod state;
mod status;
mod stop;
pub mod user;

pub use embedded::{Embedded, StartOptions};
pub use endpoint::Endpoint;
pub use error::ServerError;
pub use private_copy::{PrivateCopy, private_installations};
pub use spawn::Mode;
pub use status::Status;
