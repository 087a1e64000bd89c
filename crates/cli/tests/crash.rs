//! Runs that are killed, servers that crash, and many runs at once: in the end everything has happened exactly once.
//!
//! By default a few moments of death are tried; `BULKHEAD_SWEEP=1` tries every message of a run.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "../../migrate/tests/engine/catalog.rs"]
mod catalog;
#[path = "crash/fixture.rs"]
mod fixture;
#[path = "crash/many.rs"]
mod many;
#[path = "crash/middle.rs"]
mod middle;
#[path = "crash/proxy.rs"]
mod proxy;
#[path = "crash/shape.rs"]
mod shape;
#[path = "crash/stage.rs"]
mod stage;
#[path = "crash/sweep.rs"]
mod sweep;
#[path = "crash/systems.rs"]
mod systems;
#[path = "crash/waiting.rs"]
mod waiting;
