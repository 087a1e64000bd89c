//! What the server says about archiving and about what a backup of it has to hold.

use bulkhead_connect::quote_literal;
use tokio_postgres::Client;

use crate::OperateError;
use crate::health::{Row, read};

/// What the server says, in one row.
#[derive(Clone, Debug, Default)]
pub(super) struct Source {
    pub(super) database: String,
    pub(super) server_version: String,
    pub(super) version_num: u32,
    pub(super) in_recovery: bool,
    pub(super) archive_mode: String,
    pub(super) archive_command: String,
    pub(super) archive_library: String,
    pub(super) wal_level: String,
    pub(super) fsync: bool,
    pub(super) full_page_writes: bool,
    pub(super) checksums: bool,
    pub(super) segment_bytes: u64,
    /// Where its data are; only some roles are told.
    pub(super) data_directory: Option<String>,
    pub(super) archived: u64,
    pub(super) last_archived: Option<String>,
    /// How long ago that was.
    pub(super) last_archived_s: Option<f64>,
    pub(super) failed: u64,
    pub(super) last_failed: Option<String>,
    pub(super) last_failed_s: Option<f64>,
    /// For how long nothing was archived: since the last file, else since counting began.
    pub(super) nothing_archived_s: f64,
    /// Whether the last attempt failed.
    pub(super) failing: bool,
    /// The position at which WAL is being written, in bytes since the cluster was made.
    pub(super) position: u64,
    /// Tablespaces besides the two that every cluster has.
    pub(super) tablespaces: u64,
    /// Tables with row security.
    pub(super) row_security: u64,
    /// Roles that somebody made.
    pub(super) roles: u64,
    /// The phase of base backups that are running.
    pub(super) running: Option<String>,
    /// Receivers that stream WAL into an archive.
    pub(super) receivers: u64,
    /// Physical slots that nobody uses.
    pub(super) idle_slots: Option<String>,
    /// The server's clock, in seconds since 1970.
    pub(super) now_s: i64,
    /// WAL files that wait to be archived, or why they cannot be counted.
    pub(super) waiting: Option<Result<u64, String>>,
    /// The databases that can be connected to.
    pub(super) databases: Vec<String>,
    /// Whether row security binds the role that takes dumps; `None` when there is no such role.
    pub(super) dump_role_is_bound: Option<bool>,
}

impl Source {
    /// Asks in the open transaction. `role` is the one that takes dumps.
    pub(super) async fn read(client: &Client, role: Option<&str>) -> Result<Source, OperateError> {
        let rows = read(client, include_str!("source.sql")).await?.map_err(OperateError::Refused)?;
        let mut source = rows.first().map(Source::of).unwrap_or_default();
        source.waiting = Some(match read(client, include_str!("backlog.sql")).await? {
            Ok(rows) => Ok(rows.first().map_or(0, |row| row.count(0))),
            Err(refused) => Err(format!("a right is missing: {} (GRANT pg_monitor)", refused.message)),
        });
        let databases = "SELECT datname FROM pg_database WHERE datallowconn AND NOT datistemplate ORDER BY 1";
        let rows = read(client, databases).await?.map_err(OperateError::Refused)?;
        source.databases = rows.iter().map(|row| row.text(0).to_owned()).collect();
        if let Some(role) = role {
            let bound = format!(
                "SELECT NOT (rolsuper OR rolbypassrls) FROM pg_roles WHERE rolname = {}",
                quote_literal(role)
            );
            let rows = read(client, &bound).await?.map_err(OperateError::Refused)?;
            source.dump_role_is_bound = rows.first().map(|row| row.is(0));
        }
        Ok(source)
    }

    fn of(row: &Row) -> Source {
        let on = |column: usize| row.text(column) == "on";
        let some = |column: usize| row.some(column).filter(|text| !text.is_empty()).map(str::to_owned);
        Source {
            database: row.text(0).to_owned(),
            server_version: row.text(1).to_owned(),
            version_num: row.text(2).parse().unwrap_or(0),
            in_recovery: row.is(3),
            archive_mode: row.text(4).to_owned(),
            archive_command: row.text(5).trim().to_owned(),
            archive_library: row.text(6).trim().to_owned(),
            wal_level: row.text(7).to_owned(),
            fsync: on(8),
            full_page_writes: on(9),
            checksums: on(10),
            segment_bytes: row.count(11).max(1 << 20),
            data_directory: some(12),
            archived: row.count(13),
            last_archived: some(14),
            last_archived_s: row.number(15),
            failed: row.count(16),
            last_failed: some(17),
            last_failed_s: row.number(18),
            nothing_archived_s: row.number(19).unwrap_or(0.0),
            failing: row.is(20),
            position: row.count(21),
            tablespaces: row.count(22),
            row_security: row.count(23),
            roles: row.count(24),
            running: some(25),
            receivers: row.count(26),
            idle_slots: some(27),
            now_s: row.text(28).parse().unwrap_or(0),
            ..Source::default()
        }
    }

    /// Whether WAL leaves this server file by file.
    pub(super) fn archives(&self) -> bool {
        self.archive_mode != "off" && !(self.in_recovery && self.archive_mode != "always")
    }
}
