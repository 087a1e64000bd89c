//! The promises of the migration engine, kept on a real server.
//!
//! What needs a process of its own to be killed is in the tests of the command line.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod bench;
mod catalog;
mod failures;
mod indexes;
mod locks;
mod partitions;
mod resume;
mod rollback;
mod run_lock;
mod settings;
