//! How much each tenant has, for people.

use bulkhead_operate::{Amount, TenantFigures, TenantLoad, TenantPart, TenantShare, TenantSize};

use super::Paint;
use super::operate::{amount, size};

/// How many of the tables are worth a line.
const TABLES: usize = 10;

/// The tenants, the largest first.
pub(crate) fn tenant_lines(figures: &TenantFigures, paint: Paint) -> String {
    let shown = figures.tenants.len();
    let head = format!("tenants by {}, {shown} of {} shown", figures.level, figures.seen.max(shown as u64));
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
    if !figures.tables.is_empty() {
        text.push_str(&format!("  {}\n", paint.dim("tables that they share")));
    }
    let shown = figures.tables.iter().take(TABLES);
    let width = shown.clone().map(|table| table.table.chars().count()).max().unwrap_or(0);
    for table in shown {
        let (name, tenants) =
            (paint.dim(&format!("{:width$}", table.table)), amount(table.tenants, "tenant"));
        text.push_str(&format!("  {name}  {:>9}  {}, {tenants}\n", size(table.bytes), rows_of(&table.rows)));
    }
    let more = figures.tables.len().saturating_sub(TABLES);
    if more > 0 {
        text.push_str(&format!(
            "  {}\n",
            paint.dim(&format!("and {more} more tables (--json has them all)"))
        ));
    }
    for skipped in &figures.skipped {
        text.push_str(&format!("  {} {}: {}\n", paint.attention("not read:"), skipped.what, skipped.reason));
    }
    let wrapped = |note: &str| format!("  {}\n", paint.dim(&paint.wrapped(note, 2, 4)));
    figures.notes.iter().for_each(|note| text.push_str(&wrapped(note)));
    text
}

/// What each tenant did in a window of time.
pub(crate) fn load_lines(load: &TenantLoad, paint: Paint) -> String {
    let TenantLoad { seconds, samples, active_sessions, unknown_percent, seen, noisy_percent, .. } = load;
    let head = format!(
        "{samples} looks in {seconds} s: {active_sessions} sessions at work on average, {}, noisy from \
         {noisy_percent} % on; {unknown_percent} % unknown",
        amount(*seen, "tenant")
    );
    let mut text = format!("  {}\n", paint.dim(&paint.wrapped(&head, 2, 4)));
    let width = load.tenants.iter().map(|share| who(share).chars().count()).max().unwrap_or(0);
    for share in &load.tenants {
        let TenantShare { percent, percent_error, sessions, waited_seconds, noisy, .. } = share;
        let blocked = match share.blocked_seconds {
            0.0 => String::new(),
            seconds => format!(", kept {} of others waiting {seconds} s", amount(share.waiters, "session")),
        };
        let waited =
            if *waited_seconds > 0.0 { format!(", waited {waited_seconds} s") } else { String::new() };
        let name = who(share);
        text.push_str(&format!(
            "  {name:width$}  {percent:5.1} % ± {percent_error:.1}  {sessions:5.1} sessions{blocked}{waited}\n"
        ));
        noisy.iter().for_each(|why| text.push_str(&format!("      {} {why}\n", paint.bad("noisy:"))));
    }
    load.notes
        .iter()
        .for_each(|note| text.push_str(&format!("  {} {note}\n", paint.attention("cannot see:"))));
    text
}

fn who(share: &TenantShare) -> &str {
    share.tenant.as_deref().unwrap_or("(unknown)")
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
