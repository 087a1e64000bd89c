//! Whether the tables of a project whose tenants share them are fit for that.

use bulkhead_connect::quote_literal;
use bulkhead_project::{Level as Apart, Tenancy};

use crate::health::check::{Check, Verdict};
use crate::health::offenders::{Offender, verdict};
use crate::health::{Facts, Level, Row, cannot_look};

/// From how many rows on a policy without an index costs what a user notices.
const LARGE_TABLE_ROWS: f64 = 10_000.0;

pub(super) const ROW_SECURITY: Check = Check {
    name: "tenant_row_security",
    title: "Row security on the tenants' tables",
    queries: &[(0, include_str!("row_security.sql"))],
    blind: is_not_shared,
    reason: || {
        "Critical when it is off: every query sees all tenants. A warning when it is on and not forced: the \
         owner of the table sees all tenants."
            .to_owned()
    },
    judge: judge_security,
    refused: cannot_look,
};

pub(super) const INDEXES: Check = Check {
    name: "tenant_indexes",
    title: "Indexes that begin with the tenant",
    queries: &[(0, include_str!("tenant_indexes.sql"))],
    blind: is_not_shared,
    reason: || {
        "A warning from 10000 rows on, because every query carries the policy's condition and would read the \
         rows of all tenants; a notice below, or while the table was never analyzed."
            .to_owned()
    },
    judge: judge_indexes,
    refused: cannot_look,
};

/// Puts the project's names where a query asks for them.
pub(crate) fn fill_in(sql: &str, tenancy: Option<&Tenancy>) -> String {
    let key = tenancy.and_then(|tenancy| tenancy.key.as_deref()).unwrap_or_default();
    sql.replace("{key}", &quote_literal(key))
        .replace("{shared}", &array(tenancy.map(|tenancy| tenancy.shared.as_slice())))
        .replace("{roles}", &array(tenancy.map(|tenancy| tenancy.app_role.as_slice())))
}

fn array(names: Option<&[String]>) -> String {
    let names: Vec<String> = names.unwrap_or_default().iter().map(|name| quote_literal(name)).collect();
    format!("ARRAY[{}]::text[]", names.join(", "))
}

fn is_not_shared(_: &Facts, tenancy: Option<&Tenancy>) -> Option<String> {
    why_no_tenants(tenancy)
}

/// Why no table is known to belong to the tenants, if so.
pub(crate) fn why_no_tenants(tenancy: Option<&Tenancy>) -> Option<String> {
    match tenancy {
        None => Some("the manifest has no [tenancy]".to_owned()),
        Some(tenancy) if tenancy.level != Apart::Row => {
            Some(format!("tenants are kept apart by {}, not by row", tenancy.level.word()))
        }
        Some(tenancy) if tenancy.key.is_none() => {
            Some("the [tenancy] of the manifest names no key".to_owned())
        }
        Some(_) => None,
    }
}

fn judge_security(rows: &[Row], _: &Facts) -> Verdict {
    if rows.is_empty() {
        return Verdict::skipped("no table has the tenant's column");
    }
    let things = rows.iter().map(|row| {
        let (name, enabled, forced) = (row.text(0), row.is(1), row.is(2));
        let without = if row.is(3) { "" } else { ", and it has no policy" };
        let (level, state) = match (enabled, forced) {
            (true, true) => (Level::Ok, "on"),
            (true, false) => (Level::Warning, "not forced"),
            (false, _) => (Level::Critical, "off"),
        };
        let enable = if enabled { "" } else { "ENABLE ROW LEVEL SECURITY, " };
        let fix = format!("ALTER TABLE {name} {enable}FORCE ROW LEVEL SECURITY;");
        Offender::present(level, format!("{name}: row security is {state}{without}"), Some(fix))
    });
    verdict(
        things.collect(),
        format!("row security is forced on all {} tables with the tenant's column", rows.len()),
        "ACCESS EXCLUSIVE on the table for a moment; without a policy nobody sees a row afterwards",
        |count, worst| format!("{count} of {} tables: {}", rows.len(), worst.evidence),
    )
}

fn judge_indexes(rows: &[Row], _: &Facts) -> Verdict {
    if rows.is_empty() {
        return Verdict::skipped("no table has the tenant's column");
    }
    let things = rows.iter().map(|row| {
        let (level, evidence, fix) = missing_tenant_index(row);
        Offender { figure: row.number(1).unwrap_or(-1.0), level, evidence, fix: Some(fix) }
    });
    verdict(
        things.collect(),
        format!("an index begins with the tenant on all {} tables with its column", rows.len()),
        "SHARE UPDATE EXCLUSIVE on the table: reads and writes go on; without CONCURRENTLY SHARE: writes \
         wait",
        |count, worst| format!("{count} of {} tables: {}", rows.len(), worst.evidence),
    )
}

/// How bad it is that no index of a table begins with the tenant, in words, and the statement that makes one.
pub(crate) fn missing_tenant_index(row: &Row) -> (Level, String, String) {
    let (name, column, count) = (row.text(0), row.text(4), row.number(1).unwrap_or(-1.0));
    let level = match (row.is(3), count >= LARGE_TABLE_ROWS) {
        (true, _) => Level::Ok,
        (false, true) => Level::Warning,
        (false, false) => Level::Notice,
    };
    let size = if count < 0.0 { "never analyzed".to_owned() } else { format!("about {count:.0} rows") };
    // A partitioned table takes no concurrent build.
    let how = if row.is(2) { "" } else { "CONCURRENTLY " };
    (
        level,
        format!("{name}: no index begins with {column} ({size})"),
        format!("CREATE INDEX {how}ON {name} ({column});"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_security_has_to_be_on_and_forced() {
        let cases = [
            (["t", "t"], Level::Ok, ""),
            (["t", "f"], Level::Warning, "ALTER TABLE public.loan FORCE ROW LEVEL SECURITY;"),
            (
                ["f", "f"],
                Level::Critical,
                "ALTER TABLE public.loan ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;",
            ),
        ];
        for ([enabled, forced], level, fix) in cases {
            let found = judge_security(&[Row::of(&["public.loan", enabled, forced, "t"])], &Facts::default());
            assert_eq!(found.level, level, "{enabled} {forced}");
            assert_eq!(found.fix.map(|fix| fix.sql).unwrap_or_default(), fix);
        }
        assert_eq!(judge_security(&[], &Facts::default()).level, Level::Skipped);
    }

    #[test]
    fn a_missing_index_is_judged_by_the_size_of_the_table() {
        let cases = [
            (["-1", "f"], Level::Notice),
            (["9999", "f"], Level::Notice),
            (["10000", "f"], Level::Warning),
            (["10000", "t"], Level::Ok),
        ];
        for ([rows, indexed], level) in cases {
            let row = Row::of(&["public.loan", rows, "f", indexed, "tenant_id"]);
            assert_eq!(judge_indexes(&[row], &Facts::default()).level, level, "{rows} {indexed}");
        }
    }

    #[test]
    fn names_of_the_project_are_quoted() {
        let tenancy = Tenancy {
            level: Apart::Row,
            root: None,
            key: Some("o'key".to_owned()),
            app_role: vec!["app".to_owned()],
            shared: vec!["public.plan".to_owned()],
            context: Default::default(),
        };
        let sql = fill_in("{key} {shared} {roles}", Some(&tenancy));
        assert_eq!(sql, "'o''key' ARRAY['public.plan']::text[] ARRAY['app']::text[]");
        assert_eq!(fill_in("{shared}", None), "ARRAY[]::text[]");
    }
}
