//! Where backups are: from the manifest, else from the server's archive command. It names at least the tool.

use std::path::{Path, PathBuf};

use bulkhead_project::{BackupTool, Backups};

/// Where backups and archived WAL are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// The tool; `None` when nothing names one.
    pub(super) tool: Option<BackupTool>,
    /// The stanza of pgBackRest.
    pub(super) stanza: Option<String>,
    /// The repository of pgBackRest.
    pub(super) repository: Option<u32>,
    /// The folder of base backups or dumps.
    pub(super) directory: Option<PathBuf>,
    /// The tool's configuration file.
    pub(super) config: Option<PathBuf>,
    /// The folder of archived WAL.
    pub(super) wal: Option<PathBuf>,
    /// How archived WAL comes back.
    pub(super) restore_command: Option<String>,
}

impl Place {
    /// What the manifest says, completed by the archive command. `folder` is the project's.
    pub(super) fn find(backups: &Backups, folder: &Path, archive_command: &str) -> Place {
        let absolute = |path: &PathBuf| folder.join(path);
        let named = tool_of(archive_command);
        let tool = backups.tool.or(named);
        // What the command says about another tool is no use.
        let of_command = |option: &str| (tool == named).then(|| option_of(archive_command, option)).flatten();
        Place {
            tool,
            stanza: backups.stanza.clone().or_else(|| of_command("--stanza")),
            repository: backups.repository,
            directory: backups.directory.as_ref().map(absolute),
            config: backups
                .config
                .as_ref()
                .map(absolute)
                .or_else(|| of_command("--config").map(PathBuf::from)),
            wal: backups.wal.as_ref().map(absolute).or_else(|| folder_of(archive_command)),
            restore_command: backups.restore_command.clone(),
        }
    }
}

/// The tool whose program the command calls.
fn tool_of(command: &str) -> Option<BackupTool> {
    let calls =
        |program: &str| command.split_whitespace().any(|word| word.rsplit('/').next() == Some(program));
    if calls("pgbackrest") {
        Some(BackupTool::PgBackRest)
    } else {
        (calls("wal-g") || calls("wal-g-pg")).then_some(BackupTool::WalG)
    }
}

/// The value of an option: `--stanza=main` or `--stanza main`.
fn option_of(command: &str, option: &str) -> Option<String> {
    let mut words = command.split_whitespace();
    while let Some(word) = words.next() {
        if word == option {
            return words.next().map(str::to_owned);
        }
        if let Some(value) = word.strip_prefix(option).and_then(|rest| rest.strip_prefix('=')) {
            return Some(value.to_owned());
        }
    }
    None
}

/// The folder that a command copies into, as in `cp %p "/archive/%f"`: the last absolute path that ends with `/%f`.
fn folder_of(command: &str) -> Option<PathBuf> {
    let words = command.split_whitespace().map(|word| word.trim_matches(['"', '\'', ';']));
    let mut folders =
        words.filter_map(|word| word.strip_suffix("/%f")).filter(|folder| folder.starts_with('/'));
    folders.next_back().map(PathBuf::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_archive_command_names_tool_stanza_and_folder() {
        type Found = (Option<BackupTool>, Option<&'static str>, Option<&'static str>);
        let cases: [(&str, Found); 7] = [
            ("pgbackrest --stanza=main archive-push %p", (Some(BackupTool::PgBackRest), Some("main"), None)),
            (
                "/usr/bin/pgbackrest --stanza shop archive-push %p",
                (Some(BackupTool::PgBackRest), Some("shop"), None),
            ),
            ("envdir /etc/wal-g wal-g wal-push %p", (Some(BackupTool::WalG), None, None)),
            ("test ! -f /archive/%f && cp %p /archive/%f", (None, None, Some("/archive"))),
            ("cp \"%p\" \"/mnt/wal/%f\"", (None, None, Some("/mnt/wal"))),
            ("rsync %p backup@host:/wal/%f", (None, None, None)),
            ("/bin/true", (None, None, None)),
        ];
        for (command, (tool, stanza, wal)) in cases {
            let place = Place::find(&Backups::default(), Path::new("/p"), command);
            assert_eq!((place.tool, place.stanza.as_deref()), (tool, stanza), "{command}");
            assert_eq!(place.wal.as_deref(), wal.map(Path::new), "{command}");
        }
    }

    #[test]
    fn the_manifest_wins_and_its_paths_are_the_projects() {
        let backups = Backups {
            tool: Some(BackupTool::PgDump),
            directory: Some("dumps".into()),
            wal: Some("/wal".into()),
            ..Backups::default()
        };
        let place = Place::find(&backups, Path::new("/p"), "pgbackrest --stanza=main archive-push %p");
        assert_eq!((place.tool, place.stanza), (Some(BackupTool::PgDump), None));
        assert_eq!(place.directory.as_deref(), Some(Path::new("/p/dumps")));
        assert_eq!(place.wal.as_deref(), Some(Path::new("/wal")));
    }
}
