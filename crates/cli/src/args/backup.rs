//! `bulkhead backup`.

use clap::{Args, Subcommand};

use super::Watch;

#[derive(Debug, Subcommand)]
pub(crate) enum Backup {
    /// Judge the archive and the last backup, from PostgreSQL and from the tool that takes them
    ///
    /// The tool is pgBackRest, WAL-G, pg_basebackup or pg_dump, as [backup] in bulkhead.toml says, else as the server's
    /// archive_command says. Nothing is written. Ends with 7 when something needs attention.
    Check(BackupCheck),
    /// Restore the newest backup to a private server, run verify on it, and compare it with the database
    ///
    /// The copy lives under .bulkhead/ with a socket of its own and acts on nothing outside: no archiving, no
    /// subscriptions, no preloaded libraries. Neither the database nor the backup is changed. Ends with 7 when the copy
    /// is not what it should be. `bulkhead backup check` remembers when the last drill was.
    Drill(BackupDrill),
}

#[derive(Debug, Args)]
pub(crate) struct BackupCheck {
    /// Do not read the files of the newest base backup
    #[arg(long)]
    pub fast: bool,
    #[command(flatten)]
    pub watch: Watch,
}

#[derive(Debug, Args)]
pub(crate) struct BackupDrill {
    /// The backup: its folder or file, its label, or latest
    #[arg(long, value_name = "BACKUP", default_value = "latest", conflicts_with = "take")]
    pub from: String,
    /// Take a base backup now, over the replication protocol, and drill that
    #[arg(long)]
    pub take: bool,
    /// Leave the copy running until the next drill, and print its address
    #[arg(long)]
    pub keep: bool,
    /// Stop recovery at this moment, as "2026-11-21 16:00:00+00"
    #[arg(long, value_name = "TIME", conflicts_with = "immediate")]
    pub target_time: Option<String>,
    /// Stop recovery as soon as the backup is consistent, instead of at the end of archived WAL
    #[arg(long)]
    pub immediate: bool,
    /// Do not count rows, which reads every table of the database once
    #[arg(long)]
    pub no_rows: bool,
}
