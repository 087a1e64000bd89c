//! From figures of tables to figures of tenants.

use std::collections::BTreeMap;

use super::amount::Measured;
use super::shared::{Readings, TableReading};
use super::{Method, SharedTableSize, TenantFigures, TenantPart, TenantQuestion, TenantSize};

/// What is said where sizes of shared tables are told.
const PROPORTION: &str =
    "the size of a shared table, indexes included, is divided in the proportion of its tenants' rows' bytes";
/// What is said where a table was not read as a whole.
const SAMPLE: &str = "sampled and planner figures are estimates; the truth lies between low and high in 95 of 100 \
                      cases, and a tenant too small for the sample is missing";

/// A tenant's part of a table, in numbers that can be added.
struct Part {
    table: String,
    rows: Measured,
    bytes: Measured,
}

/// Puts the tables together.
pub(super) fn ranked(readings: Readings, question: &TenantQuestion) -> TenantFigures {
    let mut parts: BTreeMap<Option<String>, Vec<Part>> = BTreeMap::new();
    let mut tables = Vec::with_capacity(readings.tables.len());
    for table in readings.tables {
        tables.push(size_of(&table));
        let width: f64 = table.tenants.iter().map(|tenant| tenant.width.value).sum();
        for tenant in table.tenants {
            let bytes = tenant.width.times(table.bytes / width.max(1.0));
            let part = Part { table: table.table.clone(), rows: tenant.rows, bytes };
            parts.entry(tenant.tenant).or_default().push(part);
        }
    }
    tables.sort_by(|one, other| other.bytes.cmp(&one.bytes).then_with(|| one.table.cmp(&other.table)));
    let estimated = tables.iter().any(|table| table.rows.method != Method::Exact);
    let seen = parts.keys().filter(|tenant| tenant.is_some()).count() as u64;
    let mut notes = Vec::new();
    if !tables.is_empty() {
        notes.push(PROPORTION);
    }
    if estimated {
        notes.push(SAMPLE);
    }
    TenantFigures {
        level: "row",
        seen,
        tenants: chosen(parts, question),
        tables,
        skipped: readings.skipped,
        notes,
    }
}

fn size_of(table: &TableReading) -> SharedTableSize {
    let nothing = Measured { method: super::shared::method(table), ..Measured::exact(0.0) };
    let rows = table.tenants.iter().fold(nothing, |sum, tenant| sum.plus(tenant.rows));
    SharedTableSize {
        table: table.table.clone(),
        rows: rows.amount(),
        bytes: Measured::exact(table.bytes).amount().value,
        tenants: table.tenants.iter().filter(|tenant| tenant.tenant.is_some()).count() as u64,
    }
}

/// The tenants that are asked for, the largest first.
fn chosen(parts: BTreeMap<Option<String>, Vec<Part>>, question: &TenantQuestion) -> Vec<TenantSize> {
    let all: f64 = parts.values().flatten().map(|part| part.bytes.value).sum();
    let mut sizes: Vec<TenantSize> = parts
        .into_iter()
        .filter(|(tenant, _)| question.tenant.is_none() || *tenant == question.tenant)
        .map(|(tenant, parts)| tenant_of(tenant, parts, all, question.tenant.is_some()))
        .collect();
    largest_first(&mut sizes, question.limit);
    sizes
}

fn tenant_of(tenant: Option<String>, mut parts: Vec<Part>, all: f64, with_tables: bool) -> TenantSize {
    let sum = |of: fn(&Part) -> Measured| {
        parts.iter().map(of).reduce(Measured::plus).unwrap_or(Measured::exact(0.0))
    };
    let (rows, bytes) = (sum(|part| part.rows), sum(|part| part.bytes));
    parts.sort_by(|one, other| other.bytes.value.total_cmp(&one.bytes.value));
    let tables = parts.iter().filter(|_| with_tables).map(|part| TenantPart {
        table: part.table.clone(),
        rows: part.rows.amount(),
        bytes: part.bytes.amount(),
    });
    TenantSize {
        tenant,
        rows: Some(rows.amount()),
        bytes: bytes.amount(),
        percent: percent(bytes.value, all),
        tables: tables.collect(),
    }
}

/// A share in percent, with one decimal place.
pub(super) fn percent(part: f64, all: f64) -> f64 {
    if all > 0.0 { (1000.0 * part / all).round() / 10.0 } else { 0.0 }
}

/// Puts the largest first and keeps so many.
pub(super) fn largest_first(sizes: &mut Vec<TenantSize>, limit: usize) {
    sizes.sort_by(|one, other| {
        other.bytes.value.cmp(&one.bytes.value).then_with(|| one.tenant.cmp(&other.tenant))
    });
    sizes.truncate(limit);
}

#[cfg(test)]
mod tests {
    use super::super::shared::TenantReading;
    use super::*;

    fn table(name: &str, bytes: f64, tenants: &[(Option<&str>, f64, f64)]) -> TableReading {
        let tenants = tenants.iter().map(|(tenant, rows, width)| TenantReading {
            tenant: tenant.map(str::to_owned),
            rows: Measured::exact(*rows),
            width: Measured::exact(*width),
        });
        TableReading { table: name.to_owned(), bytes, tenants: tenants.collect() }
    }

    fn readings() -> Readings {
        let tables = vec![
            table("a", 1_000.0, &[(Some("x"), 10.0, 300.0), (Some("y"), 10.0, 100.0)]),
            table("b", 3_000.0, &[(Some("x"), 1.0, 10.0), (None, 5.0, 20.0)]),
            table("c", 8.0, &[]),
        ];
        Readings { tables, skipped: Vec::new() }
    }

    #[test]
    fn a_tenant_has_of_each_table_what_its_rows_bytes_say() {
        let figures = ranked(readings(), &TenantQuestion { limit: 10, ..TenantQuestion::default() });
        let told: Vec<(Option<&str>, u64, u64, f64)> = figures
            .tenants
            .iter()
            .map(|size| (size.tenant.as_deref(), size.rows.unwrap().value, size.bytes.value, size.percent))
            .collect();
        assert_eq!(told, [(None, 5, 2_000, 50.0), (Some("x"), 11, 1_750, 43.8), (Some("y"), 10, 250, 6.3)]);
        assert_eq!((figures.seen, figures.notes.len()), (2, 1));
        let tables: Vec<(&str, u64, u64)> = figures
            .tables
            .iter()
            .map(|table| (table.table.as_str(), table.rows.value, table.tenants))
            .collect();
        assert_eq!(tables, [("b", 6, 1), ("a", 20, 2), ("c", 0, 0)]);
    }

    #[test]
    fn one_tenant_comes_with_its_tables() {
        let question = TenantQuestion { tenant: Some("x".to_owned()), limit: 10, planner_only: false };
        let figures = ranked(readings(), &question);
        assert_eq!(figures.tenants.len(), 1);
        let tables: Vec<&str> = figures.tenants[0].tables.iter().map(|part| part.table.as_str()).collect();
        assert_eq!(tables, ["b", "a"]);
    }
}
