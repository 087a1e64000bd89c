//! The program driven as a person would: arguments in, text and exit code out, on real servers.
//!
//! Each test has a folder and, where it needs one, a database of its own. What happens when a run is killed is
//! tested elsewhere.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod desk;
mod everyday;
mod refusals;
