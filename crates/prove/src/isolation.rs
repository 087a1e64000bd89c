//! Whether tenants are kept apart: what is known about the database and its tenants.

mod read;
mod scope;

pub use scope::{Column, Relation, RelationKind, Scope, TenantPath};
