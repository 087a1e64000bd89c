//! What decides which checks can see anything.

use tokio_postgres::Client;

use super::{Row, read};
use crate::OperateError;

/// What is asked once, before everything else.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts {
    pub(crate) database: String,
    pub(crate) server_version: String,
    pub(crate) version_num: u32,
    /// Whether figures of other roles are shown to us.
    pub(crate) reads_all_stats: bool,
    pub(crate) tracks_counts: bool,
    pub(crate) tracks_activities: bool,
    pub(crate) in_recovery: bool,
    /// For how long the server has counted uses of this database's tables, in seconds.
    pub(crate) statistics_seconds: Option<f64>,
    /// Standbys that are connected, and slots that wait for one.
    pub(crate) standbys: u64,
}

impl Facts {
    /// Reads them in the open transaction.
    pub(crate) async fn read(client: &Client) -> Result<Facts, OperateError> {
        let rows = read(client, include_str!("facts.sql")).await?.map_err(OperateError::Refused)?;
        // Only some roles may look at files; for the others the database is as old as its statistics.
        let created = read(client, include_str!("created.sql")).await?.unwrap_or_default();
        let age = created.first().and_then(|row| row.number(0));
        Ok(rows.first().map(|row| Facts::of(row, age)).unwrap_or_default())
    }

    fn of(row: &Row, database_age: Option<f64>) -> Facts {
        let since_reset = row.number(7);
        Facts {
            database: row.text(0).to_owned(),
            server_version: row.text(1).to_owned(),
            version_num: row.text(2).parse().unwrap_or(0),
            reads_all_stats: row.is(3),
            tracks_counts: row.is(4),
            tracks_activities: row.is(5),
            in_recovery: row.is(6),
            statistics_seconds: match (since_reset, database_age) {
                (Some(reset), Some(age)) => Some(reset.min(age)),
                (reset, age) => reset.or(age),
            },
            standbys: row.count(8),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statistics_are_as_old_as_the_younger_of_database_and_last_reset() {
        let cases = [
            ("100", Some(50.0), Some(50.0)),
            ("100", Some(500.0), Some(100.0)),
            ("NULL", Some(50.0), Some(50.0)),
            ("100", None, Some(100.0)),
            ("NULL", None, None),
        ];
        for (reset, age, seconds) in cases {
            let row = Row::of(&["library", "18.1", "180001", "t", "t", "t", "f", reset, "0"]);
            assert_eq!(Facts::of(&row, age).statistics_seconds, seconds, "{reset} {age:?}");
        }
    }
}
