//! The server that all test processes of a checkout share.

use std::path::Path;

use bulkhead_server::{Embedded, Endpoint, Mode};

use crate::{keeper, settings};

/// The shared server, started if need be. Its superuser is open to every test: leave its settings and roles
/// as they are, and use [`private_server`](crate::private_server) for anything that would disturb others.
///
/// # Panics
/// When PostgreSQL or an extension is missing (the message says how to install it) or does not start.
pub fn server() -> Endpoint {
    let folder = keeper::folder();
    share_private_copies(folder);
    Embedded::at(folder)
        .ensure_started(&settings::options(Mode::Daemon, &[]))
        .unwrap_or_else(|error| panic!("no server for the tests: {error}"))
}

/// Lets a server below `root` be one of the private copies of the checkout.
pub(crate) fn share_private_copies(root: &Path) {
    let state = root.join(".bulkhead");
    // Both may be there already, made by another process; if they cannot be made, the next step says why.
    let _ = std::fs::create_dir(&state);
    let _ = std::os::unix::fs::symlink(keeper::workspace().join(".bulkhead/pg"), state.join("pg"));
}
