//! Whether tenants are kept apart: what is known about the database and its tenants.

mod reach;
mod read;
mod scope;

pub use reach::{Reach, ReachedRole};
pub use scope::{Column, Relation, RelationKind, Scope, TenantPath};
