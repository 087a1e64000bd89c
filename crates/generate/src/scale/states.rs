//! Times that go with a state: who is `completed` has a `completed_at`, who is not has none.
//!
//! Where no constraint says so, a time that may be null would be null in every row, whatever the row's state is. The
//! names say more: this reads them, and lets the time be there in the rows whose state wants it. An end comes after its
//! beginning.

use super::crop::{Crop, Source};
use super::maker::{Maker, Raw};
use crate::kind::Kind;
use crate::schema::{Column, Table};

/// Whether times are bound to states.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Ties {
    /// Rows without them are looked for first.
    #[default]
    Untried,
    /// They are.
    Held,
    /// The server refused such rows.
    Refused,
}

/// States in which something is over.
const OVER: &[&str] = &[
    "aborted",
    "canceled",
    "cancelled",
    "closed",
    "complete",
    "completed",
    "done",
    "ended",
    "errored",
    "error",
    "failed",
    "finished",
    "skipped",
    "succeeded",
    "success",
    "successful",
    "terminated",
    "timed_out",
    "timeout",
];
/// Times at which something is over.
const ENDS: &[&str] = &["completed", "finished", "ended"];
/// States in which something has not begun.
const AHEAD: &[&str] = &[
    "created",
    "draft",
    "enqueued",
    "new",
    "open",
    "pending",
    "planned",
    "queued",
    "ready",
    "requested",
    "scheduled",
    "starting",
    "waiting",
];
/// Times at which something begins.
const BEGINNINGS: &[&str] = &["started", "began", "begun"];
/// What is not the case any more from such a time on.
const CONTRARY: &[(&str, &str)] =
    &[("deactivated", "active"), ("disabled", "enabled"), ("unpublished", "published")];
/// What a time is called.
const SUFFIXES: &[&str] = &["_at", "_on", "_time", "_date"];
/// Times that every row has, also where they may be null.
const ALWAYS: &[&str] = &["created", "inserted", "updated", "modified"];
/// 2025-01-01 in days since 2000, where the times of a row have nothing to go by.
const BEGIN: i64 = 9_132;
/// How many days times are spread over.
const DAYS: u64 = 90;
const MICROSECONDS: i64 = 1_000_000;

/// Binds the times of a table to its states, and fills those that every row has.
pub(super) fn tie(table: &Table, crop: &mut Crop) {
    let stem = |column: &usize| stem(&table.columns[*column].name);
    let free: Vec<usize> = (0..table.columns.len()).filter(|column| is_free(table, crop, *column)).collect();
    let always = |column: &&usize| stem(column).is_some_and(|stem| ALWAYS.contains(&stem));
    for &column in free.iter().filter(always) {
        let Source::Made { stream, .. } = crop.sources[column] else { continue };
        let maker = after(&first(table, crop, column), 0);
        crop.sources[column] = Source::Made { maker, stream, digit: None };
        crop.tied = true;
    }
    for &column in &free {
        let (Some(stem), Source::Made { maker: Maker::Null, stream, .. }) =
            (stem(&column), &crop.sources[column])
        else {
            continue;
        };
        let stream = *stream;
        let states = (0..table.columns.len()).find_map(|state| {
            let wanted = states(stem, &table.columns[state], &crop.sources[state]);
            (!wanted.is_empty()).then_some((state, wanted))
        });
        let Some((state, wanted)) = states else { continue };
        let later = i64::from(!BEGINNINGS.contains(&stem));
        let maker = after(&first(table, crop, column), later);
        crop.sources[column] = Source::Stated { state, wanted, maker, stream };
        crop.tied = true;
    }
}

/// Whether a column is a time that is null in every row, of which no condition and no key says anything.
fn is_free(table: &Table, crop: &Crop, column: usize) -> bool {
    let found = &table.columns[column];
    let is_null = matches!(crop.sources[column], Source::Made { maker: Maker::Null, digit: None, .. });
    let checked = table.checks.iter().any(|check| table.ungenerated(&check.columns).contains(&column));
    let keyed = table.keys.iter().any(|key| table.ungenerated(&key.columns).contains(&column));
    is_null && found.nullable && matches!(found.kind, Kind::Timestamp | Kind::Date) && !checked && !keyed
}

/// What a time is the time of: `completed` of `completed_at`.
fn stem(name: &str) -> Option<&str> {
    SUFFIXES.iter().find_map(|suffix| name.strip_suffix(suffix)).filter(|stem| !stem.is_empty())
}

/// The values of a column that want the time, as they are sent, if it is a state that knows of it.
fn states(stem: &str, column: &Column, source: &Source) -> Vec<Raw> {
    let Source::Made { maker: Maker::Pool(values), .. } = source else { return Vec::new() };
    let wants = |value: &&Raw| match (&column.kind, value.as_deref()) {
        (Kind::Boolean, Some([flag])) => is_flag_of(&column.name, stem) == Some(*flag == 1),
        (Kind::Text(_) | Kind::Enum(_), Some(text)) => {
            std::str::from_utf8(text).is_ok_and(|text| wants_time(&text.to_lowercase(), stem))
        }
        _ => false,
    };
    // A text that is no state has words that fit by chance: all or none of them would.
    let named = matches!(column.kind, Kind::Boolean) || is_state(&column.name);
    values.iter().filter(|value| named && wants(value)).cloned().collect()
}

/// Whether a column is called like a state.
fn is_state(name: &str) -> bool {
    ["status", "state", "phase", "stage"]
        .iter()
        .any(|word| name == *word || name.ends_with(&format!("_{word}")))
}

/// Whether who is in a state has the time.
fn wants_time(state: &str, stem: &str) -> bool {
    if ENDS.contains(&stem) {
        return OVER.contains(&state);
    }
    if BEGINNINGS.contains(&stem) {
        return !AHEAD.contains(&state);
    }
    state == stem
}

/// Which value of a flag goes with the time; nothing when they have nothing to do with each other.
fn is_flag_of(flag: &str, stem: &str) -> Option<bool> {
    let flag = flag.strip_prefix("is_").unwrap_or(flag);
    let contrary = CONTRARY.contains(&(stem, flag));
    (flag == stem || contrary).then_some(!contrary)
}

/// The times at which the rows begin: those of a beginning, else the first that each row has.
fn first(table: &Table, crop: &Crop, column: usize) -> Maker {
    let is_day = table.columns[column].kind == Kind::Date;
    let others = crop.sources.iter().zip(&table.columns).filter_map(|(source, column)| {
        let (Source::Made { maker, .. } | Source::Stated { maker, .. }) = source else { return None };
        let begins = stem(&column.name).is_some_and(|stem| BEGINNINGS.contains(&stem));
        match maker {
            Maker::Moment { base, .. } | Maker::MomentSerial { base } if !is_day => {
                Some((!begins, *base, maker))
            }
            Maker::Day { base, .. } if is_day => Some((!begins, *base, maker)),
            _ => None,
        }
    });
    let first = others.min_by_key(|(later, base, _)| (*later, *base)).map(|(.., maker)| maker.clone());
    first.unwrap_or(match is_day {
        true => Maker::Day { base: BEGIN, days: DAYS },
        false => Maker::Moment { base: (BEGIN * 86_400 + 43_200) * MICROSECONDS, days: DAYS },
    })
}

/// The same times so many hours later; dates as many days.
fn after(maker: &Maker, later: i64) -> Maker {
    let hours = later * 3_600 * MICROSECONDS;
    match maker {
        Maker::Moment { base, days } => Maker::Moment { base: base + hours, days: *days },
        Maker::MomentSerial { base } => Maker::MomentSerial { base: base + hours },
        Maker::Day { base, days } => Maker::Day { base: base + later, days: *days },
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_wants_the_time_that_is_called_like_it() {
        let cases = [
            ("completed", "completed_at", true),
            ("running", "completed_at", false),
            ("failed", "finished_at", true),
            ("cancelled", "ended_on", true),
            ("approved", "approved_at", true),
            ("approved", "rejected_at", false),
            ("running", "started_at", true),
            ("queued", "started_at", false),
            ("failed", "deleted_at", false),
        ];
        for (state, time, wanted) in cases {
            assert_eq!(wants_time(state, stem(time).unwrap()), wanted, "{state} {time}");
        }
        assert_eq!([stem("completed"), stem("_at")], [None, None]);
    }

    #[test]
    fn an_end_comes_after_its_beginning() {
        let (day, hour) = (86_400 * MICROSECONDS, 3_600 * MICROSECONDS);
        let moment = |base| Maker::Moment { base, days: 90 };
        assert_eq!(after(&moment(day), 1), moment(day + hour));
        assert_eq!(after(&Maker::Day { base: 3, days: 90 }, 1), Maker::Day { base: 4, days: 90 });
        assert_eq!(after(&Maker::MomentSerial { base: 0 }, 0), Maker::MomentSerial { base: 0 });
    }

    #[test]
    fn a_flag_goes_with_the_time_that_it_came_or_ended() {
        let cases = [
            ("is_revoked", "revoked", Some(true)),
            ("verified", "verified", Some(true)),
            ("is_active", "deactivated", Some(false)),
            ("enabled", "disabled", Some(false)),
            ("is_active", "activated", None),
            ("is_active", "deleted", None),
        ];
        for (flag, stem, expected) in cases {
            assert_eq!(is_flag_of(flag, stem), expected, "{flag} {stem}");
        }
    }
}
