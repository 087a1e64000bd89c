//! What the catalog says about a partitioned table.

use bulkhead_connect::{quote_identifier, quote_literal};
use bulkhead_project::{OldPartition, PartitionRule, Period};
use tokio_postgres::Client;

use crate::OperateError;
use crate::calendar::Moment;
use crate::health::Row;
use crate::relation::relation;

/// A partitioned table as it is.
#[derive(Clone, Debug)]
pub(super) struct Observed {
    /// Schema and name, quoted.
    pub table: String,
    /// Its schema.
    pub schema: String,
    /// Its bare name.
    pub name: String,
    /// The column that decides on the partition.
    pub key: String,
    /// Whether the column is an instant, whose midnights depend on a time zone.
    pub is_instant: bool,
    /// The time zone in which all bounds below are read.
    pub zone: String,
    /// The clock of the server in this zone.
    pub now: Moment,
    /// The partitions, oldest first, the default one last.
    pub partitions: Vec<Found>,
    /// Tables that an earlier run detached in order to drop them.
    pub leftovers: Vec<String>,
    /// How long partitions are kept.
    pub keep: Keep,
}

/// A partition as it is.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Schema and name, quoted.
    pub table: String,
    /// Its schema.
    pub schema: String,
    /// Its bare name.
    pub name: String,
    /// Where it begins and ends; `None` for the default partition.
    pub range: Option<(Bound, Bound)>,
    /// Size with indexes, in bytes.
    pub bytes: u64,
    /// Whether detaching it has begun and is not finished.
    pub is_detaching: bool,
    /// Whether it is partitioned itself.
    pub is_partitioned: bool,
}

/// An end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Bound {
    /// `MINVALUE`
    Least,
    /// A moment on the clocks of the zone.
    At(Moment),
    /// `MAXVALUE`
    Most,
}

/// How long partitions are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Keep {
    /// Nothing says so: for ever.
    Always,
    /// A hold forbids to remove anything.
    Held,
    /// So long after their end.
    For(Period),
}

/// The comment on a table that is to be dropped after it is detached, so that a later run can go on.
pub(super) fn mark(parent: &str) -> String {
    format!("bulkhead: to be dropped, once detached from {parent}")
}

/// Begins the transaction for reading, with all times in a zone.
async fn begin(client: &Client, zone: &str) -> Result<(), OperateError> {
    let sql = format!(
        "BEGIN READ ONLY; SET LOCAL lock_timeout = '1s'; SET LOCAL statement_timeout = '30s'; \
         SET LOCAL row_security = off; SET LOCAL TimeZone = {}; SET LOCAL DateStyle = 'ISO, YMD'",
        quote_literal(zone)
    );
    client.batch_execute(&sql).await.map_err(|error| OperateError::of(&error))
}

/// Looks at the table of a rule. Writes nothing.
pub(super) async fn observe(client: &Client, rule: &PartitionRule) -> Result<Observed, OperateError> {
    let mut zones = vec![rule.zone.clone().unwrap_or_else(|| "UTC".to_owned())];
    if rule.zone.is_none() {
        let own = "SELECT reset_val FROM pg_settings WHERE name = 'TimeZone'";
        zones.extend(bulkhead_connect::answer(client, own).await.map_err(|error| OperateError::of(&error))?);
    }
    let mut first = None;
    for zone in zones {
        begin(client, &zone).await?;
        let observed = in_zone(client, rule, &zone).await;
        client.batch_execute("ROLLBACK").await.map_err(|error| OperateError::lost(&error))?;
        let observed = observed?;
        if observed.begins_at_midnights() {
            return Ok(observed);
        }
        first.get_or_insert(observed);
    }
    // Its bounds are told as they are; the plan says what is wrong with them.
    first.ok_or_else(|| unfit(rule, "it cannot be read".to_owned()))
}

async fn in_zone(client: &Client, rule: &PartitionRule, zone: &str) -> Result<Observed, OperateError> {
    let table = ask(client, include_str!("table.sql"), &quote_literal(&rule.table)).await?;
    let row = table.first().ok_or_else(|| unfit(rule, "there is no such table".to_owned()))?;
    let (name, key, kind) = (row.text(0).to_owned(), row.text(6).to_owned(), row.text(7));
    let refusal = match (row.text(3), row.text(4), row.text(5)) {
        ("p", "r", "1") if key.is_empty() => Some("its key is an expression".to_owned()),
        ("p", "r", "1")
            if matches!(kind, "date" | "timestamp without time zone" | "timestamp with time zone") =>
        {
            None
        }
        ("p", "r", "1") => Some(format!("its key {key} is of type {kind}, and not a date or a time")),
        ("p", "r", keys) => Some(format!("its key has {keys} columns")),
        ("p", "l", _) => Some("it is partitioned by list".to_owned()),
        ("p", _, _) => Some("it is partitioned by hash".to_owned()),
        _ => Some("it is not partitioned".to_owned()),
    };
    if let Some(reason) = refusal {
        return Err(unfit(rule, reason));
    }
    let now =
        Moment::parse(row.text(8)).ok_or_else(|| unfit(rule, "the server's clock is odd".to_owned()))?;
    let rows =
        ask(client, include_str!("partitions.sql"), &format!("{}::regclass", quote_literal(&name))).await?;
    let mut partitions = rows.iter().map(|row| found(row, rule)).collect::<Result<Vec<_>, _>>()?;
    partitions.sort_by_key(|found| (found.range.is_none(), found.range));
    let leftovers = ask(client, include_str!("leftovers.sql"), &quote_literal(&mark(&name))).await?;
    Ok(Observed {
        schema: row.text(1).to_owned(),
        name: row.text(2).to_owned(),
        key,
        is_instant: kind == "timestamp with time zone",
        zone: zone.to_owned(),
        now,
        partitions,
        leftovers: match rule.old {
            OldPartition::Drop => leftovers.iter().map(|row| row.text(0).to_owned()).collect(),
            OldPartition::Detach => Vec::new(),
        },
        keep: keep(client, rule).await?,
        table: name,
    })
}

impl Observed {
    /// Whether all bounds are midnights in the zone in which they were read.
    pub(super) fn begins_at_midnights(&self) -> bool {
        let bounds = self.partitions.iter().filter_map(|found| found.range).flat_map(|(from, to)| [from, to]);
        let mut moments = bounds.filter_map(|bound| match bound {
            Bound::At(moment) => Some(moment),
            _ => None,
        });
        moments.all(|moment| moment.as_midnight().is_some())
    }

    /// The default partition.
    pub(super) fn default_partition(&self) -> Option<&Found> {
        self.partitions.iter().find(|found| found.range.is_none())
    }
}

fn found(row: &Row, rule: &PartitionRule) -> Result<Found, OperateError> {
    let bound = row.text(3);
    let range =
        match bound {
            "DEFAULT" => None,
            _ => Some(read_range(bound).ok_or_else(|| {
                unfit(rule, format!("the bounds of {} cannot be read: {bound}", row.text(0)))
            })?),
        };
    Ok(Found {
        table: row.text(0).to_owned(),
        schema: row.text(1).to_owned(),
        name: row.text(2).to_owned(),
        range,
        bytes: row.count(4),
        is_detaching: row.is(5),
        is_partitioned: row.text(6) == "p",
    })
}

/// Reads `FOR VALUES FROM ('2026-01-01 00:00:00+00') TO (MAXVALUE)`.
fn read_range(text: &str) -> Option<(Bound, Bound)> {
    let inner = text.strip_prefix("FOR VALUES FROM (")?.strip_suffix(')')?;
    let (from, to) = inner.split_once(") TO (")?;
    Some((read_bound(from)?, read_bound(to)?))
}

fn read_bound(text: &str) -> Option<Bound> {
    match text {
        "MINVALUE" => Some(Bound::Least),
        "MAXVALUE" => Some(Bound::Most),
        quoted => Moment::parse(quoted.strip_prefix('\'')?.strip_suffix('\'')?).map(Bound::At),
    }
}

/// What the policies say, else the rule. The longest period of all counts.
async fn keep(client: &Client, rule: &PartitionRule) -> Result<Keep, OperateError> {
    let by_rule = rule.keep.map_or(Keep::Always, Keep::For);
    let Some(policies) = &rule.policies else { return Ok(by_rule) };
    let days = quote_identifier(&policies.days);
    let hold = policies.hold.as_deref().map_or("false".to_owned(), quote_identifier);
    let condition = policies.condition.as_deref().unwrap_or("true");
    let sql = format!(
        "SELECT count(*), max({days}), bool_or({days} IS NULL), bool_or({hold}), min({days}) FROM {} WHERE ({condition}\n)",
        relation(client, &policies.table)
            .await?
            .ok_or_else(|| unfit(rule, format!("there is no table {} with policies", policies.table)))?
    );
    let rows = bulkhead_connect::rows(client, &sql).await.map_err(|error| policy_error(rule, &error))?;
    let row = rows.first().map(Row::from).unwrap_or_default();
    if row.is(3) {
        return Ok(Keep::Held);
    }
    if row.count(0) == 0 || (row.is(2) && row.some(1).is_none()) {
        return Ok(by_rule);
    }
    if row.number(4).is_some_and(|days| days < 1.0) {
        return Err(OperateError::Policy { table: policies.table.clone(), days: row.text(4).to_owned() });
    }
    let by_policy = Period::days(row.text(1).parse().unwrap_or(u32::MAX));
    // A policy without days means the period of the rule; the longer of both counts.
    let longer = |period: Period| Moment(0).minus(period) < Moment(0).minus(by_policy);
    Ok(match (row.is(2), rule.keep) {
        (true, None) => Keep::Always,
        (true, Some(period)) if longer(period) => Keep::For(period),
        _ => Keep::For(by_policy),
    })
}

fn policy_error(rule: &PartitionRule, error: &tokio_postgres::Error) -> OperateError {
    match OperateError::of(error) {
        OperateError::Refused(server) => unfit(rule, format!("its policies cannot be read: {server}")),
        other => other,
    }
}

/// A query with `{table}` filled in.
async fn ask(client: &Client, sql: &str, table: &str) -> Result<Vec<Row>, OperateError> {
    let sql = sql.replace("{table}", table);
    let rows = bulkhead_connect::rows(client, &sql).await.map_err(|error| OperateError::of(&error))?;
    Ok(rows.iter().map(Row::from).collect())
}

pub(super) fn unfit(rule: &PartitionRule, reason: String) -> OperateError {
    OperateError::Unfit { section: "partitions", table: rule.table.clone(), reason }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_read_as_the_server_writes_them() {
        let at = |text: &str| Bound::At(Moment::parse(text).unwrap());
        let cases = [
            (
                "FOR VALUES FROM ('2026-01-01 00:00:00+01') TO ('2026-02-01 00:00:00+01')",
                Some((at("2026-01-01"), at("2026-02-01"))),
            ),
            ("FOR VALUES FROM (MINVALUE) TO ('2026-02-01')", Some((Bound::Least, at("2026-02-01")))),
            ("FOR VALUES FROM ('2026-02-01') TO (MAXVALUE)", Some((at("2026-02-01"), Bound::Most))),
            ("FOR VALUES FROM ('infinity') TO (MAXVALUE)", None),
            ("FOR VALUES IN ('a')", None),
        ];
        for (text, range) in cases {
            assert_eq!(read_range(text), range, "{text}");
        }
        assert!(Bound::Least < at("0001-01-01") && at("9999-12-31") < Bound::Most);
    }
}
