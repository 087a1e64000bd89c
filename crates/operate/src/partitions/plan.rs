//! Which partitions are missing and which are too old. No connection, no clock.

use bulkhead_project::{Every, OldPartition, PartitionRule};

use super::naming::Pattern;
use super::observe::{Bound, Found, Keep, Observed};
use crate::calendar::{Day, Moment};

/// What is to be done to one table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Plan {
    /// Partitions to make, oldest first.
    pub create: Vec<Missing>,
    /// Partitions whose detaching is to be finished: quoted names.
    pub finish: Vec<String>,
    /// Partitions to take away, oldest first: quoted names.
    pub remove: Vec<String>,
    /// Stretches between partitions that nothing covers.
    pub gaps: Vec<(Moment, Moment)>,
}

/// A partition to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Missing {
    /// Its bare name.
    pub name: String,
    /// Its first day.
    pub from: Day,
    /// The first day after it.
    pub to: Day,
}

/// The most partitions that are made to catch up.
const MOST: usize = 1_000;

/// The longest name that PostgreSQL does not cut, in bytes.
const LONGEST_NAME: usize = 63;

/// Decides what to do; says what is wrong where the rule does not fit the table.
pub(super) fn plan(rule: &PartitionRule, observed: &Observed) -> Result<Plan, String> {
    let ranged: Vec<(&Found, (Bound, Bound))> =
        observed.partitions.iter().filter_map(|found| Some((found, found.range?))).collect();
    let ranges: Vec<(Bound, Bound)> = ranged.iter().map(|(_, range)| *range).collect();
    if let Some(found) = observed.partitions.iter().find(|found| found.is_partitioned) {
        return Err(format!("its partition {} is partitioned itself", found.table));
    }
    if !observed.begins_at_midnights() {
        return Err(format!(
            "its partitions do not begin at midnight in {}: name their time zone with zone = \"…\"",
            observed.zone
        ));
    }
    let named: Vec<(String, Day)> =
        ranged.iter().filter_map(|(found, (from, _))| Some((found.name.clone(), day(*from)?))).collect();
    let pattern = Pattern::of(&observed.name, rule.every, &named);
    let mut create = Vec::new();
    for (from, to) in missing(rule, observed.now, &ranges)? {
        // To catch up with what would go at once is of no use.
        if is_old(&observed.keep, observed.now, Bound::At(to.midnight())) {
            continue;
        }
        let name = pattern.name(from);
        if name.len() > LONGEST_NAME {
            return Err(format!("the name {name} is longer than {LONGEST_NAME} bytes"));
        }
        create.push(Missing { name, from, to });
    }
    let detaching = |found: &&Found| found.is_detaching;
    Ok(Plan {
        create,
        finish: observed.partitions.iter().filter(detaching).map(|found| found.table.clone()).collect(),
        remove: old(&observed.keep, observed.now, &ranged),
        gaps: gaps(&ranges),
    })
}

/// What is wanted and not there: from the end of the newest partition, or from now, to the last one ahead.
fn missing(rule: &PartitionRule, now: Moment, ranges: &[(Bound, Bound)]) -> Result<Vec<(Day, Day)>, String> {
    let every = rule.every;
    let newest = ranges.iter().max_by_key(|(_, to)| *to);
    let weekday = newest.and_then(|(from, _)| day(*from)).map_or(0, Day::weekday);
    let current = now.day().begin(every, weekday);
    let mut next = current;
    if let Some(end) = newest.and_then(|(_, to)| day(*to)).filter(|end| *end < current) {
        if end != end.begin(every, weekday) {
            return Err(format!("its newest partition ends on {end}, where no {} begins", word(every)));
        }
        next = end;
    }
    let mut wanted = Vec::new();
    let mut ahead = 0;
    while next <= current || ahead < rule.ahead {
        if next > current {
            ahead += 1;
        }
        let after = next.next(every);
        wanted.push((next, after));
        next = after;
        if wanted.len() > MOST {
            return Err(format!("more than {MOST} partitions are missing: its newest one is too long ago"));
        }
    }
    let mut missing = Vec::new();
    for (from, to) in wanted {
        match cover(ranges, from, to) {
            Cover::None => missing.push((from, to)),
            Cover::Whole => {}
            Cover::Part => {
                return Err(format!(
                    "one partition from {from} to {to} would overlap those that exist: every = \"{}\" does not fit",
                    word(every)
                ));
            }
        }
    }
    Ok(missing)
}

/// How much of a period is covered.
enum Cover {
    None,
    Part,
    Whole,
}

fn cover(ranges: &[(Bound, Bound)], from: Day, to: Day) -> Cover {
    let (from, to) = (Bound::At(from.midnight()), Bound::At(to.midnight()));
    let mut covered = from;
    let mut touched = false;
    // Sorted by their beginnings.
    for (begin, end) in ranges.iter().filter(|(begin, end)| *begin < to && *end > from) {
        touched = true;
        if *begin <= covered {
            covered = covered.max(*end);
        }
    }
    match (touched, covered >= to) {
        (false, _) => Cover::None,
        (true, true) => Cover::Whole,
        (true, false) => Cover::Part,
    }
}

/// Whether a partition that ends there ended long enough ago.
fn is_old(keep: &Keep, now: Moment, end: Bound) -> bool {
    matches!(keep, Keep::For(period) if end <= Bound::At(now.minus(*period)))
}

/// The partitions that ended long enough ago.
fn old(keep: &Keep, now: Moment, ranged: &[(&Found, (Bound, Bound))]) -> Vec<String> {
    let old = ranged.iter().filter(|(found, (_, to))| is_old(keep, now, *to) && !found.is_detaching);
    old.map(|(found, _)| found.table.clone()).collect()
}

fn gaps(ranges: &[(Bound, Bound)]) -> Vec<(Moment, Moment)> {
    let pairs = ranges.windows(2).filter_map(|pair| match (pair[0].1, pair[1].0) {
        (Bound::At(end), Bound::At(begin)) if end < begin => Some((end, begin)),
        _ => None,
    });
    pairs.collect()
}

/// The day that a bound begins.
fn day(bound: Bound) -> Option<Day> {
    match bound {
        Bound::At(moment) => moment.as_midnight(),
        _ => None,
    }
}

fn word(every: Every) -> &'static str {
    match every {
        Every::Day => "day",
        Every::Week => "week",
        Every::Month => "month",
        Every::Year => "year",
    }
}

/// The word for what becomes of an old partition.
pub(super) fn verb(old: OldPartition) -> &'static str {
    match old {
        OldPartition::Detach => "detach",
        OldPartition::Drop => "drop",
    }
}

#[cfg(test)]
mod tests {
    use bulkhead_project::Period;

    use super::*;

    fn moment(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    fn rule(every: Every, ahead: u32) -> PartitionRule {
        let table = "app.usage".to_owned();
        PartitionRule { table, every, ahead, keep: None, policies: None, old: OldPartition::Drop, zone: None }
    }

    /// A table at 2026-03-15 12:00 with partitions `u_N` of these ranges.
    fn table(ranges: &[(&str, &str)]) -> Observed {
        let partitions = ranges.iter().enumerate().map(|(number, (from, to))| Found {
            table: format!("app.u_{number}"),
            schema: "app".to_owned(),
            name: format!("u_{number}"),
            range: Some((Bound::At(moment(from)), Bound::At(moment(to)))),
            bytes: 0,
            is_detaching: false,
            is_partitioned: false,
        });
        Observed {
            table: "app.usage".to_owned(),
            schema: "app".to_owned(),
            name: "usage".to_owned(),
            key: "at".to_owned(),
            is_instant: true,
            zone: "UTC".to_owned(),
            now: moment("2026-03-15 12:00:00"),
            partitions: partitions.collect(),
            leftovers: Vec::new(),
            keep: Keep::Always,
        }
    }

    /// Beginnings and ends of partitions.
    type Ranges<'r> = &'r [(&'r str, &'r str)];

    fn created(every: Every, ahead: u32, ranges: &[(&str, &str)]) -> Result<String, String> {
        let plan = plan(&rule(every, ahead), &table(ranges))?;
        Ok(plan.create.iter().map(|made| made.from.to_string()).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn partitions_are_made_from_the_newest_to_the_last_one_ahead() {
        let month = |ranges: &[(&str, &str)]| created(Every::Month, 2, ranges);
        let ok = |days: &str| Ok(days.to_owned());
        assert_eq!(month(&[]), ok("2026-03-01 2026-04-01 2026-05-01"));
        assert_eq!(month(&[("2026-03-01", "2026-04-01")]), ok("2026-04-01 2026-05-01"));
        // Upkeep was forgotten since January.
        assert_eq!(month(&[("2026-01-01", "2026-02-01")]), ok("2026-02-01 2026-03-01 2026-04-01 2026-05-01"));
        // Somebody made one far ahead.
        assert_eq!(month(&[("2026-03-01", "2026-04-01"), ("2026-05-01", "2026-06-01")]), ok("2026-04-01"));
        assert_eq!(month(&[("2026-01-01", "2030-01-01")]), ok(""));
        // Days under a rule for months cover it together.
        let halves = [("2026-03-01", "2026-03-10"), ("2026-03-10", "2026-04-01")];
        assert_eq!(month(&halves), ok("2026-04-01 2026-05-01"));
        assert_eq!(created(Every::Week, 1, &[]), ok("2026-03-09 2026-03-16"));
        // Weeks that begin on a Sunday go on so.
        assert_eq!(created(Every::Week, 1, &[("2026-03-08", "2026-03-15")]), ok("2026-03-15 2026-03-22"));
        assert_eq!(created(Every::Day, 0, &[]), ok("2026-03-15"));
        assert_eq!(created(Every::Year, 1, &[]), ok("2026-01-01 2027-01-01"));
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let cases: [(Every, Ranges<'_>, &str); 4] = [
            (Every::Month, &[("2026-03-01", "2026-03-20")], "would overlap"),
            (Every::Month, &[("2026-01-01", "2026-01-15")], "ends on 2026-01-15, where no month begins"),
            (
                Every::Month,
                &[("2025-12-31 23:00:00", "2026-01-31 23:00:00")],
                "do not begin at midnight in UTC",
            ),
            (Every::Day, &[("2020-01-01", "2020-01-02")], "more than 1000 partitions"),
        ];
        for (every, ranges, message) in cases {
            let refusal = created(every, 2, ranges).unwrap_err();
            assert!(refusal.contains(message), "{refusal}");
        }
    }

    #[test]
    fn a_partition_is_old_when_all_of_it_is() {
        let mut table = table(&[
            ("2025-11-01", "2025-12-01"),
            ("2025-12-01", "2026-01-01"),
            ("2026-03-01", "2026-04-01"),
        ]);
        let mut removed = |keep: Keep| {
            table.keep = keep;
            plan(&rule(Every::Month, 0), &table).unwrap().remove.len()
        };
        let period = |text: &str| Keep::For(Period::try_from(text.to_owned()).unwrap());
        // Now is 2026-03-15.
        assert_eq!(removed(period("3 months")), 1);
        assert_eq!(removed(period("2 months")), 2);
        assert_eq!(removed(period("1 hour")), 2);
        assert_eq!(removed(period("4 months")), 0);
        assert_eq!((removed(Keep::Held), removed(Keep::Always)), (0, 0));
        // From December on all are missing, and only those that are not old are made.
        table.partitions.truncate(1);
        table.keep = period("1 month");
        let made: Vec<String> =
            plan(&rule(Every::Month, 0), &table).unwrap().create.into_iter().map(|made| made.name).collect();
        assert_eq!(made, ["usage_2026_02", "usage_2026_03"]);
    }

    #[test]
    fn a_stretch_that_no_partition_covers_is_told() {
        let table = table(&[("2025-12-01", "2026-01-01"), ("2026-03-01", "2026-04-01")]);
        assert_eq!(
            plan(&rule(Every::Month, 0), &table).unwrap().gaps,
            [(moment("2026-01-01"), moment("2026-03-01"))]
        );
    }
}
