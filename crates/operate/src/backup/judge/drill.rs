//! Whether a restore was ever tried.

use super::{Check, Seen};
use crate::health::{Level, Unit, Verdict};

pub(super) const DRILL: Check = Check {
    name: "backup_drill",
    title: "The last drill",
    reason: |seen| {
        let limit = f64::from(u32::try_from(seen.policy.drill_max_age_s).unwrap_or(u32::MAX));
        format!(
            "Warning when no drill succeeded within {} (drill_max_age in the manifest). A backup that was never \
             restored is a hope. `bulkhead backup drill` makes one.",
            Unit::Seconds.show(limit)
        )
    },
    judge,
};

fn judge(seen: &Seen) -> Verdict {
    let Some(last) = seen.drills.last() else {
        return Verdict::bare(Level::Warning, "no backup was ever drilled");
    };
    let age = seen.age(last.finished_at_s);
    let ago = Unit::Seconds.show(age);
    let seconds = last.restore_ms / 1_000;
    if !last.ok {
        let summary = format!("the last drill, {ago} ago, found: {}", last.findings.join(", "));
        return Verdict::bare(Level::Critical, summary);
    }
    let summary = format!("last drilled {ago} ago: {} was there after {seconds} s", last.backup);
    let limit = f64::from(u32::try_from(seen.policy.drill_max_age_s).unwrap_or(u32::MAX));
    if age >= limit { Verdict::bare(Level::Warning, summary) } else { Verdict::ok(summary) }
}

#[cfg(test)]
mod tests {
    use super::super::{answer_of, healthy};
    use crate::backup::drills::Drill;
    use crate::health::Level;

    #[test]
    fn a_drill_counts_when_it_succeeded_and_is_not_old() {
        let drill = |age: i64, ok: bool| Drill {
            project: "shop".to_owned(),
            finished_at_s: 1_000_000 - age,
            backup: "tuesday".to_owned(),
            tool: "pg_basebackup".to_owned(),
            restore_ms: 2_000,
            ok,
            findings: Vec::new(),
        };
        let month = 30 * 86_400;
        let cases = [
            (vec![], Level::Warning),
            (vec![drill(60, true)], Level::Ok),
            (vec![drill(month, true)], Level::Warning),
            (vec![drill(600, true), drill(60, false)], Level::Critical),
            (vec![drill(600, false), drill(60, true)], Level::Ok),
        ];
        for (drills, level) in cases {
            let mut seen = healthy();
            seen.source.now_s = 1_000_000;
            seen.drills.clone_from(&drills);
            assert_eq!(answer_of(&seen, "backup_drill").level, level, "{drills:?}");
        }
    }
}
