//! `[[retention]]` and `[[partitions]]` of the manifest: what is kept how long, and which partitions there must be.

use serde::{Deserialize, Serialize};

use crate::{Period, Unit};

/// Rows of a table that go when they are old: `[[retention]]`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "RawRetention")]
pub struct RetentionRule {
    /// The table; a partitioned one stands for its partitions.
    pub table: String,
    /// The column that says how old a row is.
    pub column: String,
    /// How long rows are kept; where there are policies, those of tenants that have none.
    pub keep: Option<Period>,
    /// The table in which the system itself says how long rows are kept.
    pub policies: Option<Policies>,
    /// A condition that rows must meet to go, in SQL.
    pub condition: Option<String>,
    /// The column that names the tenant.
    pub tenant: Option<String>,
    /// A column with the row's own end, which wins over every period where it is set.
    pub until: Option<String>,
    /// The system's own way to remove what is old: one statement, with `%tenant%`, `%days%` and `%batch%`.
    pub purge: Option<String>,
}

/// Where a system itself says how long something is kept.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policies {
    /// The table of policies.
    pub table: String,
    /// Its column with the number of days.
    pub days: String,
    /// Its column with the tenant; without it, a policy holds for everybody.
    pub tenant: Option<String>,
    /// Which of its rows are meant, in SQL.
    #[serde(rename = "where")]
    pub condition: Option<String>,
    /// Its boolean column that forbids to remove anything.
    pub hold: Option<String>,
    /// Its column that takes the time of the last run.
    pub stamp: Option<String>,
}

/// A partitioned table that is kept ahead of time: `[[partitions]]`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "RawPartitions")]
pub struct PartitionRule {
    /// The partitioned table.
    pub table: String,
    /// How long one partition is.
    pub every: Every,
    /// How many partitions there must be after the current one.
    pub ahead: u32,
    /// How long partitions are kept, counted from their end.
    pub keep: Option<Period>,
    /// The table in which the system itself says how long.
    pub policies: Option<Policies>,
    /// What becomes of a partition that is too old.
    pub old: OldPartition,
    /// The time zone in which partitions begin at midnight; read from the partitions that exist when left out.
    pub zone: Option<String>,
}

/// How long one partition is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Every {
    /// A day.
    Day,
    /// Seven days.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
}

/// What becomes of a partition that is too old.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OldPartition {
    /// It becomes a table of its own, for somebody to archive.
    #[default]
    Detach,
    /// It is dropped with its rows.
    Drop,
}

/// The keys of `[[retention]]`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRetention {
    table: String,
    column: String,
    keep: Option<Period>,
    policies: Option<Policies>,
    #[serde(rename = "where")]
    condition: Option<String>,
    tenant: Option<String>,
    until: Option<String>,
    purge: Option<String>,
}

/// The keys of `[[partitions]]`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPartitions {
    table: String,
    every: Every,
    #[serde(default = "three")]
    ahead: u32,
    keep: Option<Period>,
    policies: Option<Policies>,
    #[serde(default)]
    old: OldPartition,
    zone: Option<String>,
}

fn three() -> u32 {
    3
}

/// The most partitions that are made ahead.
const MOST_AHEAD: u32 = 366;

/// What may stand between percent signs in `purge`.
const PLACEHOLDERS: [&str; 3] = ["tenant", "days", "batch"];

impl TryFrom<RawRetention> for RetentionRule {
    type Error = String;

    fn try_from(raw: RawRetention) -> Result<RetentionRule, String> {
        let RawRetention { table, column, keep, policies, condition, tenant, until, purge } = raw;
        if keep.is_none() && policies.is_none() && until.is_none() {
            return Err(format!(
                "retention of {table} says nothing about how long: write keep = \"90 days\", policies = {{ table = …, \
                 days = … }} or until = \"a column\""
            ));
        }
        check_condition(&table, condition.as_deref())?;
        check_policies(&table, policies.as_ref())?;
        purge.as_deref().map_or(Ok(()), |purge| check_purge(&table, purge))?;
        let in_days = keep.is_none_or(|keep| keep.unit == Unit::Day);
        let for_all = policies.as_ref().is_none_or(|policies| policies.tenant.is_none());
        if purge.as_ref().is_some_and(|purge| purge.contains("%days%")) && !(in_days && for_all) {
            return Err(format!("{table}: %days% needs keep in days, and policies without tenant"));
        }
        Ok(RetentionRule { table, column, keep, policies, condition, tenant, until, purge })
    }
}

impl TryFrom<RawPartitions> for PartitionRule {
    type Error = String;

    fn try_from(raw: RawPartitions) -> Result<PartitionRule, String> {
        let RawPartitions { table, every, ahead, keep, policies, old, zone } = raw;
        if ahead > MOST_AHEAD {
            return Err(format!("partitions of {table}: ahead = {ahead} is more than {MOST_AHEAD}"));
        }
        check_policies(&table, policies.as_ref())?;
        if let Some(Policies { stamp: Some(_), .. } | Policies { tenant: Some(_), .. }) = &policies {
            return Err(format!(
                "partitions of {table}: a partition holds the rows of all tenants, so its policies take neither \
                 tenant nor stamp; without them the longest period counts"
            ));
        }
        Ok(PartitionRule { table, every, ahead, keep, policies, old, zone })
    }
}

fn check_policies(table: &str, policies: Option<&Policies>) -> Result<(), String> {
    check_condition(table, policies.and_then(|policies| policies.condition.as_deref()))
}

/// A condition goes into statements of ours and must stay inside its parentheses.
fn check_condition(table: &str, condition: Option<&str>) -> Result<(), String> {
    let Some(condition) = condition else { return Ok(()) };
    let alone = format!("SELECT ({condition}\n)");
    let whole = bulkhead_sql::split(&alone).is_ok_and(|cut| cut.statements.len() == 1);
    match whole && stays_inside(condition) {
        true => Ok(()),
        false => Err(format!("{table}: where = \"{condition}\" is not one condition in SQL")),
    }
}

/// Whether no parenthesis is closed that the condition did not open, and none stays open. One in a string literal
/// counts, too; it must then be paired.
fn stays_inside(condition: &str) -> bool {
    let mut open = 0_i32;
    for letter in condition.chars() {
        open += i32::from(letter == '(') - i32::from(letter == ')');
        if open < 0 {
            return false;
        }
    }
    open == 0 && !condition.trim().is_empty()
}

fn check_purge(table: &str, purge: &str) -> Result<(), String> {
    if !bulkhead_sql::split(purge).is_ok_and(|cut| cut.statements.len() == 1) {
        return Err(format!("{table}: purge = \"{purge}\" is not one statement"));
    }
    let unknown = purge.split('%').skip(1).step_by(2).find(|word| {
        let is_word = !word.is_empty() && word.chars().all(|letter| letter.is_ascii_lowercase());
        is_word && !PLACEHOLDERS.contains(word)
    });
    match unknown {
        Some(word) => {
            Err(format!("{table}: purge knows %tenant%, %days% and %batch%, and nothing of %{word}%"))
        }
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::Manifest;

    fn refusal(text: &str) -> String {
        Manifest::parse(text, Path::new("bulkhead.toml")).unwrap_err().to_string()
    }

    #[test]
    fn sections_are_read_with_their_defaults() {
        let text = r#"
            [[retention]]
            table = "app.event"
            column = "created_at"
            where = "status = 'done'"
            policies = { table = "app.policy", days = "days", tenant = "org", hold = "legal_hold" }
            purge = "SELECT app.purge(%tenant%, %batch%)"
            [[partitions]]
            table = "app.usage"
            every = "month"
            keep = "24 months"
        "#;
        let manifest = Manifest::parse(text, Path::new("bulkhead.toml")).unwrap();
        let (rule, partitions) = (&manifest.retention[0], &manifest.partitions[0]);
        assert_eq!(rule.policies.as_ref().unwrap().hold.as_deref(), Some("legal_hold"));
        assert_eq!((partitions.ahead, partitions.old), (3, super::OldPartition::Detach));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        let retention = "[[retention]]\ntable = \"t\"\ncolumn = \"c\"\n";
        let partitions = "[[partitions]]\ntable = \"t\"\nevery = \"month\"\n";
        let cases = [
            (format!("{retention}keep = \"soon\"\n"), "line 4", "\"soon\" is no length of time"),
            (retention.to_owned(), "line 1", "says nothing about how long"),
            (format!("{retention}kep = \"1 day\"\n"), "line 4", "unknown field `kep`"),
            (
                format!("{retention}keep = \"1 day\"\nwhere = \"a; DROP TABLE b\"\n"),
                "line 1",
                "not one condition",
            ),
            (format!("{retention}keep = \"1 day\"\nwhere = \"a) OR (b\"\n"), "line 1", "not one condition"),
            (
                format!("{retention}keep = \"1 day\"\npurge = \"SELECT f(%tennant%)\"\n"),
                "line 1",
                "%tennant%",
            ),
            (
                format!("{retention}keep = \"1 day\"\npurge = \"SELECT 1; SELECT 2\"\n"),
                "line 1",
                "not one statement",
            ),
            (
                format!("{retention}keep = \"2 months\"\npurge = \"SELECT f(%days%)\"\n"),
                "line 1",
                "needs keep in days",
            ),
            (format!("{partitions}ahead = 400\n"), "line 1", "more than 366"),
            (format!("{partitions}ahead = -1\n"), "line 4", "-1"),
            (
                partitions.replace("month", "fortnight"),
                "line 3",
                "expected one of `day`, `week`, `month`, `year`",
            ),
            (
                format!("{partitions}policies = {{ table = \"p\", days = \"d\", tenant = \"t\" }}\n"),
                "line 1",
                "rows of all tenants",
            ),
        ];
        for (text, line, message) in cases {
            let refusal = refusal(&text);
            assert!(refusal.contains(line) && refusal.contains(message), "{refusal}");
        }
    }
}
