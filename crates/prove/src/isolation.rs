//! Whether tenants are kept apart: what is known about the database and its tenants.

mod attack;
mod databases;
mod fence;
mod hollow;
mod mend;
mod needs;
mod proof;
mod reach;
mod read;
mod rows;
mod rules;
mod scope;
mod strays;
mod unguarded;
mod users;

pub use attack::{AttackReport, Cell, Probe, Untested, Verb, attack};
pub use mend::mend;
pub use proof::{IsolationProof, isolation};
pub use reach::{Reach, ReachedRole};
pub use rows::probe_rows;
pub use rules::rules;
pub use scope::{Column, Relation, RelationKind, Scope, TenantPath};
