//! Whether standbys and subscribers follow, and what is kept for those that do not.

use bulkhead_connect::quote_literal;

use crate::health::check::{Check, Verdict, needs_all_stats, sees_all};
use crate::health::offenders::{Offender, verdict};
use crate::health::threshold::{Threshold, Unit};
use crate::health::{Facts, Level, Row, cannot_look};

const GIB: f64 = 1_073_741_824.0;
const MIB: f64 = 1_048_576.0;

const KEPT: Threshold = Threshold {
    of: "WAL that the server keeps for a slot",
    unit: Unit::Bytes,
    notice: None,
    warning: Some(2.0 * GIB),
    critical: Some(16.0 * GIB),
    why: "It is kept until the disk is full, and then the server stops. Two gigabytes are more than \
          max_wal_size by default, so nothing else would keep them.",
};

const UNUSED: Threshold = Threshold {
    of: "How long nobody has used a slot",
    unit: Unit::Seconds,
    notice: Some(0.0),
    warning: Some(3600.0),
    critical: None,
    why: "A restart of a subscriber takes minutes; after an hour it does not come back by itself. A slot \
          that is lost, or will be at the next checkpoint, is critical: its subscriber must be made anew. \
          Before PostgreSQL 17 the server does not tell since when a slot is unused, so each unused slot is \
          a warning.",
};

const BEHIND_SECONDS: Threshold = Threshold {
    of: "How late a standby replays",
    unit: Unit::Seconds,
    notice: None,
    warning: Some(30.0),
    critical: Some(300.0),
    why: "That long after a commit its data cannot be read there, and are lost if this server is.",
};

const BEHIND_BYTES: Threshold = Threshold {
    of: "WAL that a standby has not replayed",
    unit: Unit::Bytes,
    notice: None,
    warning: Some(64.0 * MIB),
    critical: Some(GIB),
    why: "Four segments are a burst, a gigabyte is a standby that does not keep up.",
};

pub(super) const SLOTS: Check = Check {
    name: "replication_slots",
    title: "Replication slots",
    queries: &[(0, include_str!("slots.sql"))],
    blind: sees_all,
    reason: || format!("{} {}", UNUSED.reason(), KEPT.reason()),
    judge: judge_slots,
    refused: cannot_look,
};

pub(super) const LAG: Check = Check {
    name: "replication_lag",
    title: "Standbys behind",
    queries: &[(0, include_str!("lag.sql"))],
    blind: needs_all_stats,
    reason: || format!("{} {}", BEHIND_SECONDS.reason(), BEHIND_BYTES.reason()),
    judge: judge_lag,
    refused: cannot_look,
};

fn judge_slots(rows: &[Row], _: &Facts) -> Verdict {
    let fine = match rows.len() {
        0 => "there are no replication slots".to_owned(),
        count => format!("{count} replication slots are in use and keep little WAL"),
    };
    verdict(
        rows.iter().map(slot).collect(),
        fine,
        "none; the WAL is freed at the next checkpoint, and the subscriber must be made anew",
        |_, worst| worst.evidence.clone(),
    )
}

fn slot(row: &Row) -> Offender {
    let active = row.is(2);
    let kept = row.number(4).unwrap_or(0.0);
    let unused =
        if active { Level::Ok } else { row.number(5).map_or(Level::Warning, |age| UNUSED.level(age)) };
    let lost = if matches!(row.text(3), "lost" | "unreserved") { Level::Critical } else { Level::Ok };
    let since = row.number(5).map(|age| format!(" for {}", Unit::Seconds.show(age))).unwrap_or_default();
    let used = if active { "in use".to_owned() } else { format!("unused{since}") };
    Offender {
        figure: kept,
        level: unused.max(lost).max(KEPT.level(kept)),
        evidence: format!(
            "{} slot {} is {used} and keeps {} of WAL (state {})",
            row.text(1),
            row.text(0),
            Unit::Bytes.show(kept),
            row.text(3)
        ),
        fix: (!active).then(|| format!("SELECT pg_drop_replication_slot({});", quote_literal(row.text(0)))),
    }
}

fn judge_lag(rows: &[Row], _: &Facts) -> Verdict {
    let fine = match rows.len() {
        0 => "no standby is connected".to_owned(),
        count => format!("{count} standbys keep up"),
    };
    let things = rows.iter().map(|row| {
        let (bytes, seconds) = (row.number(2).unwrap_or(0.0), row.number(3).unwrap_or(0.0));
        Offender {
            figure: bytes,
            level: BEHIND_BYTES.level(bytes).max(BEHIND_SECONDS.level(seconds)),
            evidence: format!(
                "{} ({}) is {} and {} behind",
                row.text(0),
                row.text(1),
                Unit::Bytes.show(bytes),
                Unit::Seconds.show(seconds)
            ),
            fix: None,
        }
    });
    verdict(things.collect(), fine, "", |_, worst| worst.evidence.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_judged_by_use_state_and_what_they_keep() {
        let cases = [
            (["t", "reserved", "0", "NULL"], Level::Ok),
            (["f", "reserved", "0", "NULL"], Level::Warning),
            (["f", "reserved", "0", "60"], Level::Notice),
            (["f", "reserved", "0", "3600"], Level::Warning),
            (["t", "extended", "3000000000", "NULL"], Level::Warning),
            (["t", "extended", "20000000000", "NULL"], Level::Critical),
            (["t", "unreserved", "0", "NULL"], Level::Critical),
            (["f", "lost", "NULL", "5"], Level::Critical),
        ];
        for (case, level) in cases {
            let row = Row::of(&["west", "physical", case[0], case[1], case[2], case[3]]);
            assert_eq!(judge_slots(&[row], &Facts::default()).level, level, "{case:?}");
        }
    }

    #[test]
    fn a_standby_is_behind_by_bytes_or_by_time() {
        let cases = [
            ("0", "0", Level::Ok),
            ("0", "30", Level::Warning),
            ("70000000", "0", Level::Warning),
            ("0", "301", Level::Critical),
            ("2000000000", "1", Level::Critical),
        ];
        for (bytes, seconds, level) in cases {
            let row = Row::of(&["standby west", "streaming", bytes, seconds]);
            assert_eq!(judge_lag(&[row], &Facts::default()).level, level, "{bytes} {seconds}");
        }
    }
}
