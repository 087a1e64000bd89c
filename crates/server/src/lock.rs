//! A lock between processes, so that two of them never initialise, start or stop one cluster at once.

use std::fs::File;
use std::path::Path;

use crate::error::ServerError;

/// An exclusive `flock`, held until dropped. The kernel releases it when its process dies.
pub(crate) struct Lock {
    _file: File,
}

impl Lock {
    /// Waits until nobody else holds the lock file at `path`, creating it when needed.
    pub(crate) fn acquire(path: &Path) -> Result<Lock, ServerError> {
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(path)
            .map_err(ServerError::io("open", path))?;
        file.lock().map_err(ServerError::io("lock", path))?;
        Ok(Lock { _file: file })
    }
}
