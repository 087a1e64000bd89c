//! Whether the archive holds every segment that the last backup needs.

use super::{Check, Seen};
use crate::backup::model::{Archive, Backup};
use crate::health::{Level, Verdict};

pub(super) const WAL_GAP: Check = Check {
    name: "wal_gap",
    title: "Missing segments in the archive",
    reason: |_| {
        "Critical when a segment is missing since the last backup began, or the archive begins or ends inside it: \
         recovery stops at the gap, without an error. Notice for gaps before that."
            .to_owned()
    },
    judge,
};

fn judge(seen: &Seen) -> Verdict {
    let inventory = match &seen.inventory {
        Ok(inventory) => inventory,
        Err(why) => return Verdict::skipped(why.clone()),
    };
    let Some(archive) = &inventory.archive else {
        return Verdict::skipped("no archive can be seen: name its folder as wal in the manifest's [backup]");
    };
    let Some(backup) = inventory.newest() else {
        return Verdict::skipped("there is no sound backup that would need it");
    };
    let Some(first) = &backup.first_wal else {
        return Verdict::skipped(format!("backup {} does not say which WAL it needs", backup.label));
    };
    if let Some(gap) = ends_within(archive, backup, first) {
        return Verdict::bare(Level::Critical, gap);
    }
    let (needed, older): (Vec<&String>, Vec<&String>) =
        archive.missing.iter().partition(|name| *name >= first);
    let evidence = needed.iter().chain(&older).map(|name| format!("{name} is missing")).collect();
    let last = archive.last.as_deref().unwrap_or_default();
    match (needed.first(), older.len()) {
        (Some(gap), _) => {
            let summary =
                format!("backup {} can be brought forward only to {gap}, not to {last}", backup.label);
            Verdict { evidence, ..Verdict::bare(Level::Critical, summary) }
        }
        (None, 0) if archive.complete_view => Verdict::ok(format!("whole from {first} to {last}")),
        (None, 0) => Verdict::skipped(format!(
            "from {first} to {last} as the tool says; it does not list the segments between, a drill reads them"
        )),
        (None, many) => {
            let summary = format!("{many} segments are missing, all older than the last backup");
            Verdict { evidence, ..Verdict::bare(Level::Notice, summary) }
        }
    }
}

/// Whether the archive begins or ends inside the backup.
fn ends_within(archive: &Archive, backup: &Backup, first: &String) -> Option<String> {
    let label = &backup.label;
    if archive.first.as_ref().is_some_and(|begins| begins > first) {
        return Some(format!("the archive begins after {first}, which backup {label} needs first"));
    }
    let last = backup.last_wal.as_ref().unwrap_or(first);
    let too_short = archive.last.as_ref().is_none_or(|ends| ends < last);
    too_short
        .then(|| format!("the archive ends before {last}, which backup {label} needs to become consistent"))
}

#[cfg(test)]
mod tests {
    use super::super::{answer_of, healthy};
    use crate::backup::model::Archive;
    use crate::health::Level;

    #[test]
    fn a_gap_counts_when_the_last_backup_needs_it() {
        let name = |number: u32| format!("0000000100000000{number:08X}");
        let archive = |first, last, missing: &[u32]| Archive {
            first: Some(name(first)),
            last: Some(name(last)),
            missing: missing.iter().map(|number| name(*number)).collect(),
            complete_view: true,
        };
        // The last backup needs segment 4.
        let cases = [
            (archive(1, 8, &[]), Level::Ok),
            (archive(1, 8, &[5]), Level::Critical),
            (archive(1, 8, &[2]), Level::Notice),
            (archive(5, 8, &[]), Level::Critical),
            (archive(1, 3, &[]), Level::Critical),
            (Archive { complete_view: false, ..archive(1, 8, &[]) }, Level::Skipped),
        ];
        for (archive, level) in cases {
            let mut seen = healthy();
            seen.inventory.as_mut().unwrap().archive = Some(archive.clone());
            assert_eq!(answer_of(&seen, "wal_gap").level, level, "{archive:?}");
        }
    }
}
