//! Whether there are backups, how old they are, and whether they can be trusted.

use super::{Check, Seen};
use crate::backup::model::Backup;
use crate::backup::moment;
use crate::health::{Level, Unit, Verdict};

/// A backup that is this many times older than it may be is not late but given up.
const GIVEN_UP: f64 = 2.0;

pub(super) const BACKUPS: Check = Check {
    name: "backups",
    title: "Age of the last backup",
    reason: |seen| {
        let limit = limit(seen);
        format!(
            "Warning from {}, critical from {} (max_age in the manifest, and twice that) or when there is none. \
             Everything since then depends on WAL.",
            Unit::Seconds.show(limit),
            Unit::Seconds.show(limit * GIVEN_UP)
        )
    },
    judge: backups,
};

fn limit(seen: &Seen) -> f64 {
    f64::from(u32::try_from(seen.policy.max_age_s).unwrap_or(u32::MAX))
}

fn backups(seen: &Seen) -> Verdict {
    let inventory = match &seen.inventory {
        Ok(inventory) => inventory,
        // Not knowing of a backup is itself the trouble: nobody can restore what nobody can find.
        Err(why) => return Verdict::bare(Level::Warning, format!("no backup can be seen: {why}")),
    };
    let place = format!("{} in {}", inventory.tool.word(), inventory.place);
    let Some((backup, age)) = seen.newest() else {
        let mut verdict = Verdict::bare(Level::Critical, format!("there is no sound backup: {place}"));
        verdict.evidence.clone_from(&inventory.complaints);
        return verdict;
    };
    let level = if age >= limit(seen) * GIVEN_UP {
        Level::Critical
    } else if age >= limit(seen) {
        Level::Warning
    } else {
        Level::Ok
    };
    let number = inventory.data().count();
    let summary =
        format!("{number} of {place}; the last, {}, is {} old", backup.label, Unit::Seconds.show(age));
    Verdict { evidence: vec![line(backup)], ..Verdict::bare(level, summary) }
}

fn line(backup: &Backup) -> String {
    let when = backup.finished_at_s.map_or_else(|| "at an unknown time".to_owned(), moment::show);
    format!("{} ({}), finished {when}", backup.label, backup.kind.word())
}

pub(super) const PROBLEMS: Check = Check {
    name: "backup_problems",
    title: "Backups that are not sound",
    reason: |_| {
        "Critical when the last backup is not sound or the tool itself complains, warning for older ones: retention \
         counts them as if they could be restored."
            .to_owned()
    },
    judge: problems,
};

fn problems(seen: &Seen) -> Verdict {
    let inventory = match &seen.inventory {
        Ok(inventory) => inventory,
        Err(why) => return Verdict::skipped(why.clone()),
    };
    let unsound = inventory.backups.iter().filter(|backup| backup.problem.is_some());
    let lines = unsound
        .rev()
        .map(|backup| format!("{}: {}", backup.label, backup.problem.as_deref().unwrap_or_default()));
    let evidence: Vec<String> = inventory.complaints.iter().cloned().chain(lines).collect();
    if evidence.is_empty() {
        return Verdict::ok(format!("nothing is known to be wrong with {} backups", inventory.backups.len()));
    }
    let last = inventory.backups.last().is_some_and(|backup| backup.problem.is_some());
    let level = if last || !inventory.complaints.is_empty() { Level::Critical } else { Level::Warning };
    Verdict { evidence: evidence.clone(), ..Verdict::bare(level, evidence[0].clone()) }
}

pub(super) const INTACT: Check = Check {
    name: "backup_intact",
    title: "The files of the last base backup",
    reason: |_| {
        "Critical when pg_verifybackup finds a file that is missing, cut short or changed.".to_owned()
    },
    judge: |seen| match &seen.intact {
        Err(why) => Verdict::skipped(why.clone()),
        Ok(Ok(())) => Verdict::ok("every file is what its manifest says"),
        Ok(Err(why)) => Verdict::bare(Level::Critical, why.clone()),
    },
};

pub(super) const SIZE: Check = Check {
    name: "backup_size",
    title: "Size of the last backup against the one before",
    reason: |_| {
        "Warning when it is less than half as large as the one before of the same kind: a database that lost half its \
         data, or a backup that left half of it out."
            .to_owned()
    },
    judge: size,
};

fn size(seen: &Seen) -> Verdict {
    let inventory = match &seen.inventory {
        Ok(inventory) => inventory,
        Err(why) => return Verdict::skipped(why.clone()),
    };
    let mut databases: Vec<Option<&str>> =
        inventory.data().map(|backup| backup.database.as_deref()).collect();
    databases.sort_unstable();
    databases.dedup();
    let mut evidence = Vec::new();
    let mut compared = 0;
    for database in databases {
        let of_it: Vec<&Backup> =
            inventory.data().filter(|backup| backup.database.as_deref() == database).collect();
        let Some((last, before)) = last_two(&of_it) else { continue };
        let (Some(now), Some(then)) = (last.bytes, before.bytes) else { continue };
        compared += 1;
        if now < then / 2 {
            evidence.push(format!("{}: {} after {} of {}", last.label, show(now), show(then), before.label));
        }
    }
    match (evidence.first(), compared) {
        (Some(first), _) => Verdict {
            evidence: evidence.clone(),
            ..Verdict::bare(Level::Warning, format!("it shrank: {first}"))
        },
        (None, 0) => Verdict::skipped("there are no two backups of one kind to compare"),
        (None, _) => Verdict::ok("no smaller than half the one before"),
    }
}

/// The last backup and the one of the same kind before it.
fn last_two<'b>(backups: &[&'b Backup]) -> Option<(&'b Backup, &'b Backup)> {
    let (last, before) = backups.split_last()?;
    Some((last, before.iter().rev().find(|backup| backup.kind == last.kind)?))
}

fn show(bytes: u64) -> String {
    // Figures of this size need no exact bytes.
    Unit::Bytes.show(bytes as f64)
}

pub(super) const PLACE: Check = Check {
    name: "backup_place",
    title: "The disk that backups are on",
    reason: |_| {
        "Warning when backups are on the file system of the data directory: they are lost together with it."
            .to_owned()
    },
    judge: |seen| match &seen.same_disk {
        Err(why) => Verdict::skipped(why.clone()),
        Ok(false) => Verdict::ok("another file system than the data directory's"),
        Ok(true) => Verdict::bare(Level::Warning, "backups are on the file system of the data directory"),
    },
};

#[cfg(test)]
mod tests {
    use super::super::{Seen, answer_of, healthy};
    use crate::backup::model::{BackupKind, Inventory};
    use crate::health::Level;

    /// The default of `max_age`.
    const LIMIT_S: i64 = 26 * 3_600;

    type Change = &'static dyn Fn(&mut Inventory);

    fn changed(change: impl Fn(&mut Inventory)) -> Seen {
        let mut seen = healthy();
        change(seen.inventory.as_mut().unwrap());
        seen
    }

    #[test]
    fn the_last_sound_backup_decides_the_age() {
        let cases: [(Change, Level); 5] = [
            (&|_| (), Level::Ok),
            (&|i| i.backups[1].finished_at_s = Some(1_000_000 - LIMIT_S), Level::Warning),
            (&|i| i.backups.retain(|b| b.label == "nothing"), Level::Critical),
            (
                &|i| i.backups.iter_mut().for_each(|b| b.finished_at_s = Some(1_000_000 - 2 * LIMIT_S)),
                Level::Critical,
            ),
            (&|i| i.backups[1].problem = Some("torn".to_owned()), Level::Warning),
        ];
        for (number, (change, level)) in cases.iter().enumerate() {
            assert_eq!(answer_of(&changed(change), "backups").level, *level, "case {number}");
        }
        let blind = Seen { inventory: Err("no tool".to_owned()), ..healthy() };
        assert_eq!(answer_of(&blind, "backups").level, Level::Warning);
    }

    #[test]
    fn an_unsound_last_backup_is_worse_than_an_old_one() {
        let torn = |index: usize| changed(|i| i.backups[index].problem = Some("torn".to_owned()));
        assert_eq!(answer_of(&torn(1), "backup_problems").level, Level::Critical);
        assert_eq!(answer_of(&torn(0), "backup_problems").level, Level::Warning);
        let complaint = changed(|i| i.complaints.push("missing stanza path".to_owned()));
        assert_eq!(answer_of(&complaint, "backup_problems").level, Level::Critical);
    }

    #[test]
    fn only_backups_of_one_kind_are_compared_by_size() {
        let half = changed(|i| i.backups[1].bytes = Some(499_999));
        assert_eq!(answer_of(&half, "backup_size").level, Level::Warning);
        assert_eq!(answer_of(&healthy(), "backup_size").level, Level::Ok);
        let other = changed(|i| (i.backups[1].kind, i.backups[1].bytes) = (BackupKind::Incremental, Some(1)));
        assert_eq!(answer_of(&other, "backup_size").level, Level::Skipped);
    }

    #[test]
    fn what_could_not_be_looked_at_is_skipped() {
        let blind = Seen { intact: Err("tar".to_owned()), same_disk: Err("remote".to_owned()), ..healthy() };
        assert_eq!(answer_of(&blind, "backup_intact").level, Level::Skipped);
        assert_eq!(answer_of(&blind, "backup_place").level, Level::Skipped);
        let bad = Seen { intact: Ok(Err("checksum".to_owned())), same_disk: Ok(true), ..healthy() };
        assert_eq!(answer_of(&bad, "backup_intact").level, Level::Critical);
        assert_eq!(answer_of(&bad, "backup_place").level, Level::Warning);
    }
}
