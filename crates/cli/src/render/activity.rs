//! Connections and statements for people.

use bulkhead_operate::{Blocker, Holder, IndexIdea, PoolReport, QueriesReport, Query, QueryPlan};

use super::{Paint, count, duration, load_lines};

/// Who holds the connections.
pub(crate) fn pool_lines(report: &PoolReport, paint: Paint) -> String {
    let PoolReport { project, database, limit, used, here, waiting, holders, blockers, tenants } = report;
    let percent = report.used_percent();
    let share = format!("{used} of {limit} connections ({percent} %)");
    let share = if percent >= 75 { paint.bad(&share) } else { share };
    let mut text = format!("{}  database {database}: {share}, {here} of them here", paint.bold(project));
    if *waiting > 0 {
        let waiting = count(usize::try_from(*waiting).unwrap_or(usize::MAX), "session");
        text.push_str(&format!(", {}", paint.bad(&format!("{waiting} waiting for locks"))));
    }
    text.push('\n');
    let widths = (
        holders.iter().map(|holder| holder.user.chars().count()).max().unwrap_or(0),
        holders.iter().map(|holder| holder.state.chars().count()).max().unwrap_or(0),
    );
    for Holder { application, user, tenant, state, sessions, waiting, longest_seconds } in holders {
        let name = if application.is_empty() { "(no application name)" } else { application };
        let since = longest_seconds.map(|seconds| format!(", longest {}", duration(seconds * 1000)));
        let waits = if *waiting > 0 { format!(", {waiting} waiting") } else { String::new() };
        let whose = tenant.as_ref().map(|tenant| format!(", tenant {tenant}")).unwrap_or_default();
        let since = since.unwrap_or_default();
        let (user_width, state_width) = widths;
        let line =
            format!("{sessions:5}  {user:user_width$}  {state:state_width$}  {name}{whose}{since}{waits}");
        text.push_str(&format!("  {line}\n"));
    }
    blockers.iter().for_each(|blocker| text.push_str(&blocker_lines(blocker, paint)));
    tenants.iter().for_each(|load| text.push_str(&load_lines(load, paint)));
    text
}

/// Who holds others up, and what ends it.
fn blocker_lines(blocker: &Blocker, paint: Paint) -> String {
    let Blocker { gate, sql, advice, .. } = blocker;
    let head = paint.bad(&format!("{} by {}", blocker.stops(), blocker.who()));
    let mut text = format!("  {head}\n         {}\n", blocker.doing());
    if let Some(gate) = gate {
        text.push_str(&format!("         {}\n", gate.told()));
    }
    text.push_str(&format!("    {} {sql}  {}\n", paint.dim("fix:"), paint.dim(&format!("({advice})"))));
    if let Some(gate) = gate {
        let through = format!("(session {} gives up, those behind it go on)", gate.pid);
        text.push_str(&format!("     {} {}  {}\n", paint.dim("or:"), gate.sql, paint.dim(&through)));
    }
    text
}

/// Which statements cost most.
pub(crate) fn query_lines(report: &QueriesReport, paint: Paint) -> String {
    let mut text = format!("{}  database {}\n", paint.bold(&report.project), report.database);
    if let Some(blind) = &report.blind {
        text.push_str(&format!("  {} {blind}\n", paint.attention("cannot see:")));
    }
    if report.dropped.is_some_and(|dropped| dropped > 0) {
        let room = "statements were dropped for want of room: raise pg_stat_statements.max";
        text.push_str(&format!("  {} {room}\n", paint.attention("incomplete:")));
    }
    if !report.queries.is_empty() {
        let head = " share    total ms     mean ms      calls  role, query id; statement";
        text.push_str(&format!("  {}\n", paint.dim(head)));
    }
    for Query { queryid, text: statement, user, calls, total_ms, mean_ms, percent, .. } in &report.queries {
        let short: String = statement.chars().take(200).collect();
        let who = paint.dim(&format!("{user}, {queryid}"));
        text.push_str(&format!("  {percent:4} %  {total_ms:10.1}  {mean_ms:10.3}  {calls:9}  {who}\n"));
        text.push_str(&format!("          {}\n", paint.wrapped(&short, 10, 10)));
    }
    report.plan.iter().for_each(|plan| text.push_str(&plan_lines(plan, paint)));
    text
}

/// How the server would run a statement.
fn plan_lines(plan: &QueryPlan, paint: Paint) -> String {
    let mut text = String::new();
    if let Some(blind) = &plan.blind {
        text.push_str(&format!("  {} {blind}\n", paint.attention("no plan:")));
    }
    if !plan.lines.is_empty() {
        text.push_str(&format!("  {}\n", paint.dim("generic plan")));
    }
    plan.lines.iter().for_each(|line| text.push_str(&format!("    {line}\n")));
    for IndexIdea { sql, cost, saved_percent } in &plan.ideas {
        let saving = format!("{saved_percent} % cheaper, cost {cost:.0}");
        text.push_str(&format!("  {} {sql}  {}\n", paint.attention("would help:"), paint.dim(&saving)));
    }
    if let Some(why) = &plan.ideas_skipped {
        text.push_str(&format!("  {} {why}\n", paint.dim("indexes skipped:")));
    }
    text
}
