//! Tenants that the planner does not know, though its statistics are not old.
//!
//! ANALYZE keeps the most common values of a column. A tenant who came after the last one is not among them,
//! and the planner expects next to no rows of it: it picks nested loops that take seconds where a hash join
//! takes milliseconds, again with each new tenant. This check compares what the planner would expect with
//! pages drawn at random. It takes two queries, so it is not in the table of the others.
//!
//! Statistics that `planner_statistics` warns about are not looked at here: everything is missing from them, and a
//! table is told once.

use bulkhead_project::Tenancy;
use tokio_postgres::Client;

use super::checks::statistics::Age;
use super::checks::tenancy::{fill_in, why_no_tenants};
use super::offenders::{Offender, verdict};
use super::{Facts, HealthCheck, Level, Row, Verdict, bounded, cannot_look, read};
use crate::OperateError;
use crate::counted::counted;

/// How many pages of each table are drawn.
const SAMPLE_PAGES: f64 = 256.0;
/// From this share of a table on, in percent, a tenant's queries are worth a good plan.
const LARGE_SHARE: f64 = 2.0;
/// How many times more rows than the planner expects make other plans.
const FACTOR: f64 = 10.0;

const NAME: &str = "tenant_statistics";
const TITLE: &str = "Large tenants that young statistics do not know";
const REASON: &str = "A warning when a tenant owns 2 % of a table or more, is not among the column's most common values, \
                      and has ten times the rows that the planner expects: its queries get plans for an empty tenant. A few \
                      new rows do not make statistics old, so autovacuum does not mend this soon; tables whose \
                      statistics are old are told by planner_statistics instead. \
                      The 20 largest tables of 64 pages or more are looked at, 256 pages of each.";
const LOCK: &str = "ANALYZE and the setting take SHARE UPDATE EXCLUSIVE on the table: reads and writes go on";

/// What the planner knows of the tenants of one table.
struct Known<'r> {
    table: &'r str,
    column: &'r str,
    rows: f64,
    pages: f64,
    is_analyzed: bool,
    is_partitioned: bool,
    changed: f64,
    common: Vec<&'r str>,
    /// Which part of the rows a tenant has, as the planner thinks, that is not among the common ones.
    other_share: f64,
    age: Age,
}

impl Known<'_> {
    fn of(row: &Row) -> Known<'_> {
        let number = |column| row.number(column).unwrap_or(0.0);
        let common: Vec<&str> = row.text(4).split('\x01').filter(|value| !value.is_empty()).collect();
        let known = (common.len() as f64, number(5), row.number(9));
        Known {
            table: row.text(0),
            column: row.text(3),
            rows: number(1),
            pages: number(2),
            is_analyzed: row.is(11),
            is_partitioned: row.is(10),
            changed: number(8),
            other_share: other_share(known, number(6), number(7), number(1)),
            common,
            age: Age {
                rows: number(12),
                changed: number(8),
                since_s: row.number(13),
                is_partitioned: row.is(10),
                was_analyzed: row.is(14),
            },
        }
    }

    fn fraction(&self) -> f64 {
        (SAMPLE_PAGES / self.pages.max(1.0)).min(1.0)
    }

    /// The tenants in pages drawn at random.
    fn sample(&self, index: usize) -> String {
        let Known { table, column, .. } = self;
        // The same pages each time, so that the answer does not change from look to look.
        let percent = self.fraction() * 100.0;
        format!(
            "(SELECT {index}, {column}::text, count(*), sum(count(*)) OVER () \
             FROM {table} TABLESAMPLE SYSTEM ({percent:.8}) REPEATABLE (1) WHERE {column} IS NOT NULL \
             GROUP BY 2 ORDER BY 3 DESC LIMIT 100)"
        )
    }

    /// The row of a sample, judged.
    fn judge(&self, row: &Row) -> Offender {
        let (tenant, drawn, all) = (row.text(1), row.number(2).unwrap_or(0.0), row.number(3).unwrap_or(0.0));
        let share = 100.0 * drawn / all.max(1.0);
        let rows = drawn / self.fraction();
        let expected = (self.other_share * self.rows).max(1.0);
        let is_missing = !self.common.contains(&tenant);
        let level = match is_missing && share >= LARGE_SHARE && rows >= FACTOR * expected {
            true => Level::Warning,
            false => Level::Ok,
        };
        let Known { table, column, changed, .. } = self;
        let why = match self.is_analyzed {
            true => format!("{changed:.0} rows changed since ANALYZE"),
            false => "the table was never analyzed".to_owned(),
        };
        let about = if self.fraction() < 1.0 { "about " } else { "" };
        let evidence = format!(
            "{table}: {column} = {tenant} has {about}{share:.0} % ({about}{rows:.0} rows), the planner expects \
             {expected:.0}; {why}"
        );
        // A partitioned table takes no such setting; its partitions do.
        let often = format!(" ALTER TABLE {table} SET (autovacuum_analyze_scale_factor = 0.01);");
        let fix = format!("ANALYZE {table};{}", if self.is_partitioned { "" } else { &often });
        Offender { figure: share, level, evidence, fix: Some(fix) }
    }
}

/// Which part of a table the planner gives to a value that is not common: what the common ones leave, shared
/// evenly (`var_eq_const` in the server's `selfuncs.c`). `common` is how many there are, the part that they
/// have together, and the part of the rarest.
fn other_share(common: (f64, f64, Option<f64>), n_distinct: f64, null_share: f64, rows: f64) -> f64 {
    let (count, share, rarest) = common;
    let distinct = if n_distinct < 0.0 { -n_distinct * rows } else { n_distinct };
    let left = (1.0 - share - null_share).max(0.0);
    // Without statistics the server supposes 200 values.
    let others = if distinct > 0.0 { (distinct - count).max(1.0) } else { 200.0 };
    (left / others).min(rarest.unwrap_or(1.0))
}

/// Looks; as all checks do, in the open transaction.
pub(super) async fn statistics(
    client: &Client,
    facts: &Facts,
    tenancy: Option<&Tenancy>,
) -> Result<HealthCheck, OperateError> {
    let verdict = match why_no_tenants(tenancy) {
        Some(why) => Verdict::skipped(why),
        None if facts.in_recovery => Verdict::skipped("a standby does not analyze; ask the primary"),
        None => look(client, facts, tenancy).await?,
    };
    Ok(HealthCheck {
        name: NAME,
        title: TITLE,
        level: verdict.level,
        summary: verdict.summary,
        reason: REASON.to_owned(),
        evidence: bounded(verdict.evidence),
        fix: verdict.fix,
    })
}

async fn look(client: &Client, facts: &Facts, tenancy: Option<&Tenancy>) -> Result<Verdict, OperateError> {
    let sql = fill_in(include_str!("checks/tenant_statistics.sql"), tenancy);
    let rows = match read(client, &sql).await? {
        Ok(rows) => rows,
        Err(refused) => return Ok(cannot_look(&refused)),
    };
    // Without counts nobody else tells which statistics are old.
    let is_old = |table: &Known| facts.tracks_counts && table.age.level() >= Level::Warning;
    let (old, tables): (Vec<Known>, Vec<Known>) = rows.iter().map(Known::of).partition(is_old);
    match (tables.is_empty(), old.len()) {
        (true, 0) => return Ok(Verdict::ok("no table of the tenants is so large that plans differ")),
        (true, old) => return Ok(Verdict::skipped(left(old))),
        _ => {}
    }
    let samples: Vec<String> = tables.iter().enumerate().map(|(index, table)| table.sample(index)).collect();
    // Where a policy would hide tenants, the server shall refuse.
    let sql = format!("SET LOCAL row_security = off; {}", samples.join(" UNION ALL "));
    Ok(match read(client, &sql).await? {
        Ok(rows) => judge(&tables, old.len(), &rows),
        Err(refused) => cannot_look(&refused),
    })
}

/// That so many tables are not looked at.
fn left(old: usize) -> String {
    format!("old statistics of {}, see planner_statistics", counted(old, "table"))
}

/// Judges the samples. `old` tables are left to another check.
fn judge(tables: &[Known], old: usize, rows: &[Row]) -> Verdict {
    let things =
        rows.iter().filter_map(|row| Some(tables.get(row.text(0).parse::<usize>().ok()?)?.judge(row)));
    let known = format!("the planner knows the large tenants of {}", counted(tables.len(), "table"));
    let fine = if old > 0 { format!("{known}; {}", left(old)) } else { known };
    let mut verdict = verdict(things.collect(), fine, LOCK, |count, worst| {
        format!("{count} unknown to the planner: {}", worst.evidence)
    });
    if let Some(fix) = &mut verdict.fix {
        fix.sql = without_repeats(&fix.sql);
    }
    verdict
}

/// The lines without those that stand there already: one ANALYZE is for all tenants of a table.
fn without_repeats(lines: &str) -> String {
    let mut seen: Vec<&str> = Vec::new();
    for line in lines.lines() {
        if !seen.contains(&line) {
            seen.push(line);
        }
    }
    seen.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_that_is_not_common_gets_its_part_of_the_rest() {
        // How many are common, their part, the rarest of them; distinct values, nulls, rows; the part.
        let cases = [
            ((10.0, 0.9, Some(0.05)), 110.0, 0.0, 1e6, 0.001),
            // All values are common: next to nothing is left.
            ((20.0, 1.0, Some(0.05)), 20.0, 0.0, 1e6, 0.0),
            // Never more than the rarest of the common ones.
            ((1.0, 0.01, Some(0.01)), 2.0, 0.0, 1e6, 0.01),
            ((0.0, 0.0, None), -0.5, 0.2, 1_000.0, 0.0016),
            ((0.0, 0.0, None), 0.0, 0.0, 1_000.0, 0.005),
        ];
        for (common, distinct, nulls, rows, share) in cases {
            let found = other_share(common, distinct, nulls, rows);
            assert!((found - share).abs() < 1e-9, "{common:?} {distinct}: {found}");
        }
    }

    #[test]
    fn a_tenant_is_missing_when_it_is_large_and_unknown() {
        let table = ["app.doc", "10000", "64", "org", "a\u{1}b", "1", "2", "0", "5000", "0.5", "f", "t"];
        let cases = [
            (["0", "c", "3000", "10000"], Level::Warning),
            (["0", "c", "199", "10000"], Level::Ok),
            (["0", "a", "3000", "10000"], Level::Ok),
        ];
        for (sample, level) in cases {
            let (table, sample) = (Row::of(&table), Row::of(&sample));
            let found = judge(&[Known::of(&table)], 0, std::slice::from_ref(&sample));
            assert_eq!(found.level, level, "{sample:?}");
        }
        let (table, sample) = (Row::of(&table), Row::of(&["0", "c", "3000", "10000"]));
        let found = judge(&[Known::of(&table)], 0, &[sample.clone(), sample]);
        assert_eq!(
            found.evidence[0],
            "app.doc: org = c has 30 % (3000 rows), the planner expects 1; 5000 rows changed since ANALYZE"
        );
        let fix = found.fix.unwrap().sql;
        assert_eq!(fix, "ANALYZE app.doc; ALTER TABLE app.doc SET (autovacuum_analyze_scale_factor = 0.01);");
    }
}
