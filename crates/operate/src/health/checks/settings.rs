//! Settings that do not hold yet, and pages that were damaged on disk.

use super::versions::restart;
use crate::health::check::{Check, Verdict, sees_all};
use crate::health::offenders::{Offender, verdict};
use crate::health::{Facts, Level, Row, cannot_look};

pub(super) const PENDING_RESTART: Check = Check {
    name: "pending_restart",
    title: "Settings that wait for a restart",
    queries: &[(0, include_str!("pending_restart.sql"))],
    blind: sees_all,
    reason: || {
        "Any is a warning: the server does not run with what is written, and the next restart, planned or \
         not, changes how it behaves."
            .to_owned()
    },
    judge: judge_pending,
    refused: cannot_look,
};

pub(super) const CHECKSUMS: Check = Check {
    name: "checksum_failures",
    title: "Pages that were damaged on disk",
    queries: &[(0, include_str!("checksums.sql"))],
    blind: sees_all,
    reason: || {
        "Any is critical: the storage has changed what was written, and more of it may be damaged.".to_owned()
    },
    judge: judge_checksums,
    refused: cannot_look,
};

fn judge_pending(rows: &[Row], _: &Facts) -> Verdict {
    let things = rows.iter().map(|row| {
        Offender::present(Level::Warning, format!("{} is still {}", row.text(0), row.text(1)), None)
    });
    let found = verdict(things.collect(), "no setting waits for a restart", "", |count, worst| {
        format!("{count} settings wait for a restart: {}", worst.evidence)
    });
    // One restart serves them all.
    Verdict { fix: (found.level > Level::Ok).then(restart), ..found }
}

fn judge_checksums(rows: &[Row], _: &Facts) -> Verdict {
    if rows.first().is_none_or(|row| row.text(0) != "on") {
        return Verdict::skipped("the cluster has no data checksums, so damage is not noticed");
    }
    let things = rows.iter().map(|row| {
        let failures = row.number(2).unwrap_or(0.0);
        Offender {
            figure: failures,
            level: if failures > 0.0 { Level::Critical } else { Level::Ok },
            evidence: format!("{}: {failures:.0} damaged pages, last {}", row.text(1), row.text(3)),
            fix: None,
        }
    });
    verdict(things.collect(), "no damaged page was read", "", |_, worst| worst.evidence.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_restart_serves_all_settings() {
        let rows = [Row::of(&["wal_level", "replica"]), Row::of(&["max_connections", "100"])];
        let found = judge_pending(&rows, &Facts::default());
        assert_eq!(found.level, Level::Warning);
        assert_eq!(found.fix, Some(restart()));
        assert_eq!(found.evidence.len(), 2);
    }

    #[test]
    fn damage_is_critical_and_without_checksums_nothing_is_known() {
        let cases = [("on", "0", Level::Ok), ("on", "1", Level::Critical), ("off", "NULL", Level::Skipped)];
        for (checksums, failures, level) in cases {
            let row = Row::of(&[checksums, "library", failures, "NULL"]);
            assert_eq!(judge_checksums(&[row], &Facts::default()).level, level, "{checksums} {failures}");
        }
    }
}
