//! Real servers and databases for tests.
//!
//! [`database`] gives an empty database, [`database_from`] a copy of one that is built once. Both live on one
//! server without durability that all test processes of a checkout share; [`private_server`] gives a test a
//! server of its own to be stopped and killed, and [`pgbouncer`] puts a pooler in front of a server.
//!
//! Nothing needs to be started or cleaned up by hand. The first test process starts the shared server; a
//! few seconds after the last one ended, in whatever way, a keeper process stops it and removes its files.
//!
//! Only tests use this crate, so it panics with a message where something is wrong.

mod database;
mod keeper;
mod pooler;
mod private;
mod settings;
mod shared;
mod template;

pub use database::{TestDatabase, database};
pub use pooler::{PgBouncer, PoolMode, pgbouncer};
pub use private::{PrivateServer, private_server};
pub use shared::server;
pub use template::database_from;
