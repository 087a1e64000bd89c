//! Whether there is room for more sessions.

use crate::health::check::{Check, Verdict, needs_all_stats};
use crate::health::threshold::{Threshold, Unit};
use crate::health::{Facts, Fix, Level, Row, cannot_look};

const TAKEN: Threshold = Threshold {
    of: "Share of the connections in use",
    unit: Unit::Percent,
    notice: None,
    warning: Some(75.0),
    critical: Some(90.0),
    why: "When none is left the application is refused; a deployment, which runs old and new pools side by \
          side, needs a quarter to spare. Connections kept for superusers are not counted.",
};

pub(super) const CONNECTIONS: Check = Check {
    name: "connections",
    title: "Connections in use",
    queries: &[(0, include_str!("connections.sql"))],
    blind: needs_all_stats,
    reason: || TAKEN.reason(),
    judge,
    refused: cannot_look,
};

fn judge(rows: &[Row], _: &Facts) -> Verdict {
    let share = |row: &Row| row.number(3).map(|limit| 100.0 * row.number(2).unwrap_or(0.0) / limit.max(1.0));
    let fullest = rows.iter().filter_map(|row| Some((row, share(row)?))).max_by(|a, b| a.1.total_cmp(&b.1));
    let Some((row, figure)) = fullest else { return Verdict::skipped("the server said nothing") };
    let level = TAKEN.level(figure);
    // A role or a database far from its own limit is no news.
    let is_told = |row: &&Row| row.text(0) != "limit" || share(row) >= TAKEN.warning;
    let summary =
        format!("{} of {} connections of {} in use ({figure:.0} %)", row.text(2), row.text(3), row.text(1));
    if level == Level::Ok {
        return Verdict::ok(summary);
    }
    Verdict {
        level,
        summary,
        evidence: rows.iter().filter(is_told).map(line).collect(),
        fix: Some(Fix {
            sql: "SELECT pg_terminate_backend(pid) FROM pg_stat_activity\nWHERE state = 'idle' AND \
                  backend_type = 'client backend' AND state_change < now() - interval '1 hour';"
                .to_owned(),
            lock: "none; it ends sessions idle for an hour, and a pool opens new ones".to_owned(),
        }),
    }
}

fn line(row: &Row) -> String {
    let limit = row.some(3).map(|limit| format!(" of {limit}")).unwrap_or_default();
    format!("{}: {}{limit}, {} of them idle", row.text(1), row.text(2), row.text(4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fullest_of_server_databases_and_roles_decides() {
        let cases = [
            ("10", "1", Level::Ok),
            ("74", "1", Level::Ok),
            ("75", "1", Level::Warning),
            ("10", "3", Level::Warning),
            ("90", "1", Level::Critical),
            ("10", "4", Level::Critical),
        ];
        for (server, role, level) in cases {
            let rows = [
                Row::of(&["server", "the server", server, "100", "3"]),
                Row::of(&["limit", "role app", role, "4", "0"]),
                Row::of(&["share", "role app", role, "NULL", "0"]),
            ];
            assert_eq!(judge(&rows, &Facts::default()).level, level, "{server} {role}");
        }
    }
}
