//! Plan, execute, record and undo migrations.
//!
//! The way through the crate: [`observe`](ledger::observe) reads what a database says about itself, [`plan`] decides
//! from that and a [`Project`](bulkhead_project::Project) what to do (no connection, no clock), and [`Runner`] does
//! it under the run lock and writes the ledger in the same transactions as the work. Nothing here prints.

mod error;
mod execute;
mod interrupt;
mod ledger;
mod options;
mod plan;
mod preflight;
mod repair;
mod report;
mod run;
mod status;
mod verify;

pub use error::{Failure, MigrateError, Progress};
pub use execute::{Blocker, Event, LockWait, RetryBudget, Watcher, is_about_locks};
pub use interrupt::Interrupt;
pub use ledger::{
    Applied, Facts, LedgerName, LedgerState, Observed, RunHolder, StepRecord, StepState, observe,
};
pub use options::{Direction, Goal, Options};
pub use plan::{Mode, Note, Plan, PlannedFile, PlannedStatement, Step, StepProgress, VersionPlan, plan};
pub use repair::{Repair, RepairReport};
pub use report::{AppliedVersion, MigrateReport};
pub use run::{Runner, Stopped};
pub use status::{StatusReport, VersionState, VersionStatus, status};
pub use verify::{Answer, VerifyReport, ask, verify};
