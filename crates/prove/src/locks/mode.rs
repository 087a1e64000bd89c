//! The eight lock modes of tables (PostgreSQL manual, 13.3.1) and whom they keep waiting.

use serde::Serialize;

/// A lock mode on a relation, weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum LockMode {
    /// `SELECT`.
    AccessShare,
    /// `SELECT … FOR UPDATE`, the referenced side of a foreign key's check.
    RowShare,
    /// `INSERT`, `UPDATE`, `DELETE`.
    RowExclusive,
    /// `VACUUM`, `CREATE INDEX CONCURRENTLY`, `VALIDATE CONSTRAINT`.
    ShareUpdateExclusive,
    /// `CREATE INDEX`.
    Share,
    /// `CREATE TRIGGER`, `ADD FOREIGN KEY`.
    ShareRowExclusive,
    /// `REFRESH MATERIALIZED VIEW CONCURRENTLY`.
    Exclusive,
    /// Most forms of `ALTER TABLE`, `DROP TABLE`, `TRUNCATE`.
    AccessExclusive,
}

/// What of everyday work has to wait for a lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Blocks {
    /// Neither reads nor writes; other changes of the table's shape, or its vacuum, may wait.
    Nothing,
    /// `INSERT`, `UPDATE`, `DELETE`; reads go on.
    Writes,
    /// Everything, `SELECT` included.
    Reads,
}

impl LockMode {
    /// The mode as `pg_locks` names it; `None` for modes that are not of tables.
    pub fn of_server(name: &str) -> Option<LockMode> {
        Some(match name {
            "AccessShareLock" => LockMode::AccessShare,
            "RowShareLock" => LockMode::RowShare,
            "RowExclusiveLock" => LockMode::RowExclusive,
            "ShareUpdateExclusiveLock" => LockMode::ShareUpdateExclusive,
            "ShareLock" => LockMode::Share,
            "ShareRowExclusiveLock" => LockMode::ShareRowExclusive,
            "ExclusiveLock" => LockMode::Exclusive,
            "AccessExclusiveLock" => LockMode::AccessExclusive,
            _ => return None,
        })
    }

    /// Who has to wait for it.
    pub fn blocks(self) -> Blocks {
        match self {
            LockMode::AccessExclusive => Blocks::Reads,
            LockMode::Share | LockMode::ShareRowExclusive | LockMode::Exclusive => Blocks::Writes,
            _ => Blocks::Nothing,
        }
    }
}

impl std::fmt::Display for LockMode {
    /// As the manual and `LOCK TABLE` write it.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            LockMode::AccessShare => "ACCESS SHARE",
            LockMode::RowShare => "ROW SHARE",
            LockMode::RowExclusive => "ROW EXCLUSIVE",
            LockMode::ShareUpdateExclusive => "SHARE UPDATE EXCLUSIVE",
            LockMode::Share => "SHARE",
            LockMode::ShareRowExclusive => "SHARE ROW EXCLUSIVE",
            LockMode::Exclusive => "EXCLUSIVE",
            LockMode::AccessExclusive => "ACCESS EXCLUSIVE",
        })
    }
}

impl std::fmt::Display for Blocks {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Blocks::Nothing => "nothing",
            Blocks::Writes => "writes",
            Blocks::Reads => "reads and writes",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Against the table of conflicts in the manual: a read takes ACCESS SHARE, a write ROW EXCLUSIVE.
    #[test]
    fn modes_block_as_the_manual_says() {
        let cases = [
            ("AccessShareLock", "ACCESS SHARE", Blocks::Nothing),
            ("RowShareLock", "ROW SHARE", Blocks::Nothing),
            ("RowExclusiveLock", "ROW EXCLUSIVE", Blocks::Nothing),
            ("ShareUpdateExclusiveLock", "SHARE UPDATE EXCLUSIVE", Blocks::Nothing),
            ("ShareLock", "SHARE", Blocks::Writes),
            ("ShareRowExclusiveLock", "SHARE ROW EXCLUSIVE", Blocks::Writes),
            ("ExclusiveLock", "EXCLUSIVE", Blocks::Writes),
            ("AccessExclusiveLock", "ACCESS EXCLUSIVE", Blocks::Reads),
        ];
        let mut before = None;
        for (server, words, blocks) in cases {
            let mode = LockMode::of_server(server).unwrap();
            assert_eq!((mode.to_string().as_str(), mode.blocks()), (words, blocks));
            assert!(before < Some(mode), "{server} is stronger than the one before");
            before = Some(mode);
        }
        assert_eq!(LockMode::of_server("SIReadLock"), None);
    }
}
