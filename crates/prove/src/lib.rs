//! Evidence about a database, gathered on a scratch copy and never on the user's own.
//!
//! [`Scratch`] makes the copy: a new database beside the user's, brought up by the project's migrations, dropped at
//! the end together with the roles that came with it. Where the migrations would change roles or databases that are there,
//! [`Stand`] gives a private server for it. [`behaviours`] runs the project's cases there, and each case once
//! more for every guard with that guard taken away, to show that the case would notice.

mod behaviours;
mod bodies;
mod cluster;
mod drift;
mod error;
mod finding;
mod group;
mod idempotence;
pub mod infer;
mod isolation;
mod locks;
mod report;
mod rollback;
mod scratch;
mod stand;

pub use behaviours::{CaseReport, GuardReport, Problem, behaviours};
pub use drift::{DriftReport, drift};
pub use error::ProveError;
pub use finding::{Finding, Severity};
pub use idempotence::idempotence;
pub use isolation::{
    AttackReport, Cell, Column, IsolationProof, Probe, Reach, ReachedRole, Relation, RelationKind, Scope,
    TenantPath, Untested, Verb, attack, isolation, mend, probe_rows, rules,
};
pub use locks::{
    Blocks, Judging, LockMode, LockProof, LockedRelation, LockedStatement, Size, Source, live, locks,
};
pub use report::{ATTACK, AcceptedFinding, Count, Proof, ProofReport};
pub use rollback::{RollbackProof, rollback};
pub use scratch::Scratch;
pub use stand::{Circumstances, Stand};
