//! The scripts the crate is compared over: the crate's own, the repository's systems, and any folder
//! named by `BULKHEAD_SQL_CORPUS`.

use std::path::{Path, PathBuf};

/// Path and text of each `.sql` file in UTF-8, in a stable order.
pub fn scripts() -> Vec<(PathBuf, String)> {
    let crate_root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    collect(&crate_root.join("tests/data"), &mut paths);
    collect(&crate_root.join("../../systems"), &mut paths);
    if let Some(folder) = std::env::var_os("BULKHEAD_SQL_CORPUS") {
        collect(Path::new(&folder), &mut paths);
    }
    paths.sort();
    let read = |path: PathBuf| Some((path.clone(), std::fs::read_to_string(path).ok()?));
    paths.into_iter().filter_map(read).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "sql") {
            paths.push(path);
        }
    }
}
