//! Retention and partitions for people.

use bulkhead_operate::{
    Action, ChildRows, Counted, Obstacle, PartitionState, PartitionedTable, PartitionsReport,
    RetentionReport, RetentionResult, TenantRows,
};

use super::operate::{amount, size};
use super::{Paint, duration};

/// How many tenants are shown.
const TENANTS: usize = 10;

/// What goes by age, and what has gone.
pub(crate) fn retained(report: &RetentionReport, paint: Paint) -> String {
    let mut text = format!("{}  database {}\n", paint.bold(&report.project), report.database);
    if report.rules.is_empty() {
        text.push_str("  no rules ([[retention]] in bulkhead.toml)\n");
    }
    for rule in &report.rules {
        text.push_str(&rule_lines(rule, report.applied, paint));
    }
    text
}

fn rule_lines(rule: &RetentionResult, applied: bool, paint: Paint) -> String {
    let kept = match (&rule.keep, &rule.policies) {
        (Some(keep), Some(policies)) => format!("kept as {policies} says, else {keep}"),
        (Some(keep), None) => format!("kept {keep}"),
        (None, Some(policies)) => format!("kept as {policies} says"),
        (None, None) => "kept until its own end".to_owned(),
    };
    let kept = format!("{kept} ({})", rule.column);
    let kept = paint.wrapped(&kept, rule.table.chars().count() + 4, 4);
    let mut text = format!("  {}  {}\n", rule.table, paint.dim(&kept));
    text.push_str(&format!("    {}\n", paint.wrapped(&headline(rule, applied, paint), 4, 6)));
    let shown = rule.tenants.iter().filter(|_| rule.tenants.iter().any(|tenant| tenant.tenant.is_some()));
    let width = shown.clone().take(TENANTS).map(|tenant| name(tenant).chars().count()).max().unwrap_or(0);
    for tenant in shown.clone().take(TENANTS) {
        text.push_str(&tenant_line(tenant, width));
    }
    let more = shown.count().saturating_sub(TENANTS);
    if more > 0 {
        text.push_str(&format!("      and {} more\n", amount(more as u64, "tenant")));
    }
    rule.children.iter().for_each(|child| text.push_str(&child_line(child)));
    if let Some(purge) = &rule.purge {
        text.push_str(&format!("    {} {purge}\n", paint.dim("by:")));
    } else if !rule.triggers.is_empty() && rule.rows > 0 {
        let triggers = rule.triggers.join(", ");
        text.push_str(&format!("    {} triggers on DELETE may forbid it: {triggers}\n", paint.dim("note:")));
    }
    text.push_str(&obstacle_lines(&rule.obstacles, paint));
    text
}

fn headline(rule: &RetentionResult, applied: bool, paint: Paint) -> String {
    if applied && rule.rows > 0 && rule.batches == 0 && rule.left == 0 {
        return "nothing was left to delete".to_owned();
    }
    if applied && rule.rows > 0 {
        let left = match rule.left {
            0 => paint.good("nothing left"),
            left => paint.attention(&format!("{} left", amount(left, "row"))),
        };
        let kept = match rule.kept_by_system {
            0 => String::new(),
            kept => format!("; {} kept by the system", amount(kept, "row")),
        };
        return format!(
            "{} deleted in {}, the longest {}; {left}",
            amount(rule.deleted, "row"),
            amount(rule.batches, "batch"),
            duration(rule.longest_ms)
        ) + &kept;
    }
    let mut text = match (rule.rows, rule.counted) {
        (0, _) => "nothing to go".to_owned(),
        (rows, Counted::Exact) => format!("{} to go", amount(rows, "row")),
        (rows, Counted::Estimate) => format!("about {} to go (the planner's estimate)", amount(rows, "row")),
    };
    if let Some(oldest) = &rule.oldest {
        text.push_str(&format!(", the oldest of {oldest}"));
    }
    if let Some(bytes) = rule.bytes_estimate.filter(|bytes| *bytes > 0) {
        text.push_str(&format!(", about {}", size(bytes)));
    }
    for (rows, why) in [(rule.held, "kept by a hold"), (rule.referenced, "kept because others point to them")]
    {
        if rows > 0 {
            text.push_str(&format!("; {} {why}", amount(rows, "row")));
        }
    }
    text
}

fn tenant_line(tenant: &TenantRows, width: usize) -> String {
    let TenantRows { rows, oldest, held, referenced, .. } = tenant;
    // The day is enough here.
    let day = oldest.as_ref().and_then(|oldest| oldest.split(' ').next());
    let since = day.map(|day| format!(", the oldest of {day}"));
    let stays = match held + referenced {
        0 => String::new(),
        stays => format!(", {stays} stay"),
    };
    let (name, rows) = (name(tenant), amount(*rows, "row"));
    format!("      {name:width$}  {rows}{}{stays}\n", since.unwrap_or_default())
}

fn name(tenant: &TenantRows) -> &str {
    tenant.tenant.as_deref().unwrap_or("(no tenant)")
}

fn child_line(child: &ChildRows) -> String {
    let rows = child.rows.map_or("some rows".to_owned(), |rows| amount(rows, "row"));
    let fate = match child.action {
        Action::Restrict => "in the way",
        Action::Cascade => "deleted with them",
        Action::SetNull => "reference set to null",
        Action::SetDefault => "reference set to its default",
    };
    format!("      {rows} of {}: {fate} ({})\n", child.table, child.constraint)
}

/// The partitioned tables.
pub(crate) fn partitioned(report: &PartitionsReport, paint: Paint) -> String {
    let mut text = format!("{}  database {}\n", paint.bold(&report.project), report.database);
    if report.tables.is_empty() {
        text.push_str("  no rules ([[partitions]] in bulkhead.toml)\n");
    }
    for table in &report.tables {
        text.push_str(&table_lines(table, report.applied, paint));
    }
    text
}

fn table_lines(table: &PartitionedTable, applied: bool, paint: Paint) -> String {
    let kept = match (&table.keep, table.held) {
        (_, true) => "a hold forbids to take any away".to_owned(),
        (Some(keep), _) => format!("kept {keep}, then {}", table.then),
        (None, _) => "none is taken away".to_owned(),
    };
    let about = format!("by {} in {}; {kept}", table.key, table.zone);
    let about = paint.wrapped(&about, table.table.chars().count() + 4, 4);
    let mut text = format!("  {}  {}\n", table.table, paint.dim(&about));
    // Partitions are mostly in their table's schema.
    let schema = table.table.split_inclusive('.').next().unwrap_or_default();
    let short = |name: &str| name.strip_prefix(schema).unwrap_or(name).to_owned();
    let names = table.partitions.iter().map(|partition| short(&partition.name).chars().count());
    let width = names.max().unwrap_or(0);
    for partition in &table.partitions {
        let from = partition.from.as_deref().unwrap_or("");
        let to = partition.to.as_deref().unwrap_or("");
        let range = match partition.state {
            PartitionState::Default => match table.default_rows {
                Some(rows) => amount(rows, "row"),
                None => String::new(),
            },
            _ => format!("{from} to {to}"),
        };
        text.push_str(&format!(
            "    {:width$}  {range:24}  {:>9}  {}\n",
            short(&partition.name),
            size(partition.bytes),
            state(partition.state, paint)
        ));
    }
    for gap in &table.gaps {
        text.push_str(&format!("    {} from {} to {}\n", paint.attention("gap"), gap.from, gap.to));
    }
    for missing in &table.missing {
        let line = format!("{}  {} to {}", missing.name, missing.from, missing.to);
        text.push_str(&format!("    {} {line}\n", paint.attention("missing")));
    }
    for unfinished in &table.unfinished {
        text.push_str(&format!("    {} {unfinished}\n", paint.attention("unfinished")));
    }
    for done in &table.done {
        text.push_str(&format!("    {} {done}\n", paint.good("done:")));
    }
    if applied && table.done.is_empty() && table.obstacles.is_empty() {
        text.push_str("    nothing to do\n");
    }
    text.push_str(&obstacle_lines(&table.obstacles, paint));
    text
}

fn state(state: PartitionState, paint: Paint) -> String {
    match state {
        PartitionState::Old => paint.attention("too old"),
        PartitionState::Past => "past".to_owned(),
        PartitionState::Current => paint.good("current"),
        PartitionState::Ahead => "ahead".to_owned(),
        PartitionState::Default => "default".to_owned(),
        PartitionState::Detaching => paint.attention("being detached"),
    }
}

fn obstacle_lines(obstacles: &[Obstacle], paint: Paint) -> String {
    let mut text = String::new();
    for Obstacle { code, what, help, blockers } in obstacles {
        text.push_str(&format!("    {} {what}\n", paint.bad(code)));
        blockers.iter().for_each(|blocker| text.push_str(&format!("         blocked by {blocker}\n")));
        let help = help.replace('\n', "\n           ");
        text.push_str(&format!("         {} {help}\n", paint.dim("help:")));
    }
    text
}
