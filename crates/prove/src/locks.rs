//! Which locks each statement of a migration takes on what was there before it, and what it does while it
//! holds them.
//!
//! Nothing is read from the text: every statement is run on a scratch database, and the server is asked what
//! it did. After a statement in a transaction, before anything else happens, `pg_locks` tells the locks of
//! the session, new file nodes tell rewritten tables and built indexes, and the session's own counters tell
//! the tables that were scanned. An empty table shows all of it: the server counts a scan of no rows and
//! gives an empty table a new file. A statement outside a transaction releases its locks before it ends; it
//! is watched from a second session while it runs, and the report says `sampled` (see [`alone`]).
//!
//! What the database of the project knows is then joined by name: sizes, rows, traffic, and which versions
//! are pending there ([`live`]). [`judge`] makes findings of pending versions where somebody would wait for
//! long.
//!
//! Left out: the first version, which meets an empty database and locks nobody out; and work on partitions
//! that the migrations themselves do not make, for the scratch database has none of them.

mod alone;
mod change;
mod fix;
mod judge;
mod live;
mod mode;
mod names;
mod observe;
mod report;
mod run;
mod work;
mod world;

pub use live::{Judging, Size, live};
pub use mode::{Blocks, LockMode};
pub use report::{LockProof, LockedRelation, LockedStatement, Source};
pub use run::locks;
