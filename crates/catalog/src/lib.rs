//! The shape of a database as plain data: everything that migrations make, without oids, times or physical order.
//!
//! [`Catalog::read`] takes it in one snapshot and one round trip, however large the database is. Two catalogs are compared
//! by [`Catalog::diff`] and summed up by [`Catalog::fingerprint`]. The data in the tables are not part of it;
//! [`Data::read`] sums those up, table by table.
//!
//! Objects that belong to an extension count as part of the extension. Bulkhead's own tables are left out. Values that may
//! be secrets (settings of one's own, options of foreign servers) are read as digests or not at all.

mod data;
mod diff;
mod model;
mod read;

pub use data::{Data, TableData};
pub use diff::{Change, Diff, PropertyChange};
pub use model::{Catalog, ObjectName};
