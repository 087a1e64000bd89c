//! The record of drills, `.bulkhead/drills.json`.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::OperateError;

/// How many drills are remembered for each project.
const KEPT: usize = 50;

/// One drill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drill {
    /// The project.
    pub project: String,
    /// When it ended, in seconds since 1970.
    pub finished_at_s: i64,
    /// The backup.
    pub backup: String,
    /// The tool that took it.
    pub tool: String,
    /// How long it took until the copy answered, in milliseconds.
    pub restore_ms: u64,
    /// Whether nothing was found.
    pub ok: bool,
    /// The kinds of what was found.
    pub findings: Vec<String>,
}

#[derive(Default, Serialize, Deserialize)]
struct Record {
    version: u32,
    drills: Vec<Drill>,
}

/// Where the record of a workspace is.
pub(super) fn path(root: &Path) -> PathBuf {
    root.join(".bulkhead/drills.json")
}

/// Reads the drills of all projects, oldest first; none when there is no record.
pub(super) fn read(root: &Path) -> Result<Vec<Drill>, OperateError> {
    let path = path(root);
    let failed = |reason: String| OperateError::BackupFiles { path: path.clone(), reason };
    match std::fs::read_to_string(&path) {
        Ok(text) => {
            let record: Record = serde_json::from_str(&text)
                .map_err(|error| failed(format!("it is no record of drills ({error}); remove it")))?;
            Ok(record.drills)
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(failed(error.to_string())),
    }
}

/// Adds a drill. The file is replaced in one step, so that it is never half written.
pub(super) fn add(root: &Path, drill: Drill) -> Result<(), OperateError> {
    let mut drills = read(root)?;
    drills.push(drill);
    let record = Record { version: 1, drills: newest(drills) };
    let path = path(root);
    let failed =
        |error: std::io::Error| OperateError::BackupFiles { path: path.clone(), reason: error.to_string() };
    let text = serde_json::to_string_pretty(&record).map_err(|error| failed(error.into()))?;
    let new = path.with_extension(format!("json.{}", std::process::id()));
    std::fs::write(&new, format!("{text}\n")).and_then(|()| std::fs::rename(&new, &path)).map_err(failed)
}

/// The newest of each project.
fn newest(drills: Vec<Drill>) -> Vec<Drill> {
    let mut counts = std::collections::BTreeMap::<String, usize>::new();
    let mut kept: Vec<Drill> = drills
        .into_iter()
        .rev()
        .filter(|drill| {
            let count = counts.entry(drill.project.clone()).or_default();
            *count += 1;
            *count <= KEPT
        })
        .collect();
    kept.reverse();
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drill(project: &str, finished_at_s: i64) -> Drill {
        Drill {
            project: project.to_owned(),
            finished_at_s,
            backup: "b".to_owned(),
            tool: "pg_dump".to_owned(),
            restore_ms: 1,
            ok: true,
            findings: Vec::new(),
        }
    }

    #[test]
    fn drills_are_remembered_in_order_and_the_oldest_forgotten() {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir(root.path().join(".bulkhead")).unwrap();
        assert_eq!(read(root.path()).unwrap(), []);
        add(root.path(), drill("other", 0)).unwrap();
        for second in 1..=52 {
            add(root.path(), drill("shop", second)).unwrap();
        }
        let drills = read(root.path()).unwrap();
        assert_eq!((drills.len(), drills[0].project.as_str(), drills[1].finished_at_s), (51, "other", 3));
    }

    #[test]
    fn a_damaged_record_is_named() {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir(root.path().join(".bulkhead")).unwrap();
        std::fs::write(path(root.path()), "{").unwrap();
        let error = read(root.path()).unwrap_err().to_string();
        assert!(error.contains("drills.json") && error.contains("remove it"), "{error}");
    }
}
