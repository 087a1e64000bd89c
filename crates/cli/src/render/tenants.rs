//! How much each tenant has, for people.

use bulkhead_operate::{Amount, TenantFigures, TenantPart, TenantSize};

use super::Paint;
use super::operate::{amount, size};

/// The tenants, the largest first.
pub(crate) fn tenant_lines(figures: &TenantFigures, paint: Paint) -> String {
    let shown = figures.tenants.len();
    let head = format!("tenants, by {}: {shown} of {} shown", figures.level, figures.seen.max(shown as u64));
    let mut text = format!("  {}\n", paint.dim(&head));
    let width = figures.tenants.iter().map(|size| name(size).chars().count()).max().unwrap_or(0);
    for tenant in &figures.tenants {
        let rows = tenant.rows.as_ref().map(|rows| format!("  {}", rows_of(rows)));
        text.push_str(&format!(
            "  {:width$}  {:5.1} %  {}{}\n",
            name(tenant),
            tenant.percent,
            bytes_of(&tenant.bytes),
            rows.unwrap_or_default()
        ));
        for TenantPart { table, rows, bytes } in &tenant.tables {
            text.push_str(&format!("      {table}  {}  {}\n", bytes_of(bytes), rows_of(rows)));
        }
    }
    for table in &figures.tables {
        let tenants = amount(table.tenants, "tenant");
        text.push_str(&format!(
            "  {}  {}  {}, {tenants}\n",
            paint.dim(&table.table),
            size(table.bytes),
            rows_of(&table.rows)
        ));
    }
    for skipped in &figures.skipped {
        text.push_str(&format!("  {} {}: {}\n", paint.attention("not read:"), skipped.what, skipped.reason));
    }
    figures.notes.iter().for_each(|note| text.push_str(&format!("  {}\n", paint.dim(note))));
    text
}

fn name(size: &TenantSize) -> &str {
    size.tenant.as_deref().unwrap_or("(no tenant)")
}

/// Rows with their interval and how they were got.
fn rows_of(rows: &Amount) -> String {
    format!("{}{}", amount(rows.value, "row"), surely(rows, |value| value.to_string()))
}

fn bytes_of(bytes: &Amount) -> String {
    format!("{:>9}{}", size(bytes.value), surely(bytes, size))
}

/// What is to be known of a figure that is not exact.
fn surely(amount: &Amount, show: impl Fn(u64) -> String) -> String {
    let method = amount.method.word();
    match (amount.low, amount.high) {
        (Some(low), Some(high)) if low < high => {
            format!(" ({method}, {} to {})", show(low), show(high))
        }
        (None, _) | (_, None) => format!(" ({method})"),
        _ => String::new(),
    }
}
