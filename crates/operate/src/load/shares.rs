//! From looks at the sessions to shares of tenants.

use std::collections::{BTreeMap, BTreeSet};

use super::{Source, TenantLoad, TenantShare};

/// A tenant is noisy from so many times its fair share on …
const TIMES_FAIR: f64 = 4.0;
/// … and not below this share, in percent.
const LEAST_PERCENT: f64 = 25.0;
/// Of few tenants four fair shares are more than there is: this share, in percent, is noise among any number of them.
const MOST_PERCENT: f64 = 80.0;
/// Below so many sessions at work on average nobody is in anybody's way.
const LEAST_SESSIONS: f64 = 0.5;
/// Below so many seconds of waiting for locks nobody notices.
const LEAST_BLOCKED_SECONDS: f64 = 1.0;

/// A session at one moment.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    pub(super) pid: u32,
    pub(super) tenant: Option<String>,
    pub(super) source: Option<Source>,
    pub(super) active: bool,
    pub(super) waiting: bool,
    pub(super) blockers: Vec<u32>,
}

/// All sessions at one moment.
#[derive(Clone, Debug)]
pub(super) struct Snapshot {
    /// Seconds since the first look began.
    pub(super) at: f64,
    pub(super) sessions: Vec<Seen>,
}

/// What is counted for a tenant.
#[derive(Default)]
struct Tally {
    sources: BTreeSet<Source>,
    /// Sessions at work in each look.
    active: Vec<f64>,
    waited: f64,
    blocked: f64,
    waiters: u64,
}

/// Puts the looks together. `blind` is whether sessions of other roles were hidden.
pub(super) fn load(snapshots: &[Snapshot], blind: bool, limit: usize) -> TenantLoad {
    let mut tallies: BTreeMap<Option<&str>, Tally> = BTreeMap::new();
    let mut before = 0.0;
    for (look, snapshot) in snapshots.iter().enumerate() {
        count(snapshot, look, snapshots.len(), snapshot.at - before, &mut tallies);
        before = snapshot.at;
    }
    let totals: Vec<f64> =
        (0..snapshots.len()).map(|look| tallies.values().map(|tally| tally.active[look]).sum()).collect();
    let all = Totals {
        looks: totals.len().max(1) as f64,
        active: totals.iter().sum(),
        blocked: tallies.values().map(|tally| tally.blocked).sum(),
        noisy_percent: noisy_from(fair(&tallies)),
        by_look: totals,
    };
    let mut tenants: Vec<TenantShare> =
        tallies.iter().map(|(tenant, tally)| share(*tenant, tally, &all)).collect();
    tenants.sort_by(|one, other| {
        let noise = other.noisy.len().cmp(&one.noisy.len());
        noise.then(other.percent.total_cmp(&one.percent)).then_with(|| one.tenant.cmp(&other.tenant))
    });
    let unknown = tenants.iter().find(|share| share.tenant.is_none()).map_or(0.0, |share| share.percent);
    tenants.truncate(limit);
    TenantLoad {
        seconds: rounded(before),
        samples: snapshots.len() as u64,
        active_sessions: rounded(all.active / all.looks),
        unknown_percent: unknown,
        seen: tallies.keys().filter(|tenant| tenant.is_some()).count() as u64,
        fair_percent: rounded(fair(&tallies)),
        noisy_percent: rounded(all.noisy_percent),
        blocked_seconds: rounded(all.blocked),
        tenants,
        notes: notes(blind, unknown),
    }
}

/// Counts one look, which stands for the `seconds` since the one before.
fn count<'s>(
    snapshot: &'s Snapshot,
    look: usize,
    looks: usize,
    seconds: f64,
    tallies: &mut BTreeMap<Option<&'s str>, Tally>,
) {
    let sessions: BTreeMap<u32, &Seen> = snapshot.sessions.iter().map(|seen| (seen.pid, seen)).collect();
    let mut waiters: BTreeMap<Option<&str>, u64> = BTreeMap::new();
    for seen in &snapshot.sessions {
        let tally = tallies.entry(seen.tenant.as_deref()).or_default();
        tally.active.resize(looks, 0.0);
        tally.sources.extend(seen.source);
        if seen.active && !seen.waiting {
            tally.active[look] += 1.0;
        }
        if !seen.waiting {
            continue;
        }
        tally.waited += seconds;
        let holders = holders(seen, &sessions);
        for holder in &holders {
            // What a tenant does to itself is its own affair; two unknown sessions may be anybody's.
            let same = holder.is_some() && *holder == seen.tenant.as_deref();
            if !same {
                let tally = tallies.entry(*holder).or_default();
                tally.active.resize(looks, 0.0);
                tally.blocked += seconds / holders.len() as f64;
                *waiters.entry(*holder).or_default() += 1;
            }
        }
    }
    for (tenant, number) in waiters {
        let tally = tallies.entry(tenant).or_default();
        tally.waiters = tally.waiters.max(number);
    }
}

/// The tenants at the heads of the queues that a session stands in: who holds, not who waits before it.
fn holders<'s>(seen: &'s Seen, sessions: &BTreeMap<u32, &'s Seen>) -> BTreeSet<Option<&'s str>> {
    let mut holders = BTreeSet::new();
    let mut visited: BTreeSet<u32> = [seen.pid].into();
    let mut queue: Vec<u32> = seen.blockers.clone();
    while let Some(pid) = queue.pop() {
        if !visited.insert(pid) {
            continue;
        }
        match sessions.get(&pid) {
            Some(blocker) if blocker.waiting && !blocker.blockers.is_empty() => {
                queue.extend(&blocker.blockers);
            }
            Some(blocker) => {
                holders.insert(blocker.tenant.as_deref());
            }
            // A prepared transaction, or a session that has ended meanwhile.
            None => {
                holders.insert(None);
            }
        }
    }
    holders
}

/// What all tenants together did.
struct Totals {
    looks: f64,
    active: f64,
    blocked: f64,
    noisy_percent: f64,
    by_look: Vec<f64>,
}

fn fair(tallies: &BTreeMap<Option<&str>, Tally>) -> f64 {
    100.0 / tallies.keys().filter(|tenant| tenant.is_some()).count().max(1) as f64
}

/// From which share on a tenant is noisy. One that is alone is in nobody's way.
fn noisy_from(fair_percent: f64) -> f64 {
    if fair_percent >= 100.0 { 100.0 } else { (TIMES_FAIR * fair_percent).clamp(LEAST_PERCENT, MOST_PERCENT) }
}

fn share(tenant: Option<&str>, tally: &Tally, all: &Totals) -> TenantShare {
    let active: f64 = tally.active.iter().sum();
    let (sessions, percent) = (active / all.looks, percent(active, all.active));
    let blocked_percent = self::percent(tally.blocked, all.blocked);
    let mut noisy = Vec::new();
    if tenant.is_some() && percent > all.noisy_percent && sessions >= LEAST_SESSIONS {
        noisy.push(format!(
            "{percent:.0} % of the sessions at work; noisy from {:.0} % on",
            all.noisy_percent
        ));
    }
    if tenant.is_some() && blocked_percent > all.noisy_percent && tally.blocked >= LEAST_BLOCKED_SECONDS {
        noisy.push(format!(
            "its locks kept up to {} sessions of others waiting, {:.1} s together, {blocked_percent:.0} % of all such waiting",
            tally.waiters, tally.blocked
        ));
    }
    TenantShare {
        tenant: tenant.map(str::to_owned),
        sources: tally.sources.iter().copied().collect(),
        sessions: rounded(sessions),
        percent: rounded(percent),
        percent_error: rounded(error(&tally.active, &all.by_look)),
        waited_seconds: rounded(tally.waited),
        blocked_seconds: rounded(tally.blocked),
        blocked_percent: rounded(blocked_percent),
        waiters: tally.waiters,
        noisy,
    }
}

/// Half the width of the interval of 95 % around a share in percent: the ratio estimator over looks. Looks
/// that follow each other resemble each other, so the truth is a little wider.
fn error(own: &[f64], all: &[f64]) -> f64 {
    let (count, sum) = (all.len() as f64, all.iter().sum::<f64>());
    if count < 2.0 || sum <= 0.0 {
        return 100.0;
    }
    let ratio = own.iter().sum::<f64>() / sum;
    let squares: f64 = own.iter().zip(all).map(|(own, all)| (own - ratio * all).powi(2)).sum();
    196.0 * (squares / (count * (count - 1.0))).sqrt() / (sum / count)
}

fn percent(part: f64, all: f64) -> f64 {
    if all > 0.0 { 100.0 * part / all } else { 0.0 }
}

/// To one decimal. The sum of nothing is minus zero, which nobody wants to read.
fn rounded(value: f64) -> f64 {
    (value * 10.0).round() / 10.0 + 0.0
}

fn notes(blind: bool, unknown_percent: f64) -> Vec<String> {
    let mut notes = Vec::new();
    if blind {
        notes.push("sessions of other roles are hidden: GRANT pg_read_all_stats to this role".to_owned());
    }
    if unknown_percent >= 1.0 {
        notes.push(format!(
            "{unknown_percent:.0} % cannot be attributed: name the tenant in application_name or in a comment at the \
             beginning or end of each statement (tenant=ID), or give each tenant a role (context.roles of the manifest)"
        ));
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session(pid: u32, tenant: &str, state: &str, blockers: &[u32]) -> Seen {
        Seen {
            pid,
            tenant: (!tenant.is_empty()).then(|| tenant.to_owned()),
            source: (!tenant.is_empty()).then_some(Source::Comment),
            active: state != "idle",
            waiting: state == "waiting",
            blockers: blockers.to_vec(),
        }
    }

    fn looks(sessions: &[Seen]) -> Vec<Snapshot> {
        (1..=10).map(|at| Snapshot { at: f64::from(at), sessions: sessions.to_vec() }).collect()
    }

    fn named(load: &TenantLoad) -> Vec<&str> {
        let noisy = load.tenants.iter().filter(|share| !share.noisy.is_empty());
        noisy.filter_map(|share| share.tenant.as_deref()).collect()
    }

    #[test]
    fn noise_is_a_multiple_of_the_fair_share_within_bounds() {
        for (tenants, expected) in
            [(1.0, 100.0), (2.0, 80.0), (5.0, 80.0), (8.0, 50.0), (16.0, 25.0), (1000.0, 25.0)]
        {
            assert!((noisy_from(100.0 / tenants) - expected).abs() < 1e-9, "{tenants} tenants");
        }
        assert_eq!(rounded(-0.0).to_string(), "0");
    }

    #[test]
    fn who_has_four_times_its_share_is_named() {
        // How many sessions of the first are at work, how many other tenants with one each, and who is named.
        let cases: [(u32, u32, &[&str]); 6] = [
            (8, 19, &["hog"]),
            // 6 of 25 are 24 %.
            (6, 19, &[]),
            // Three tenants, of which four times a third would be more than all: 9 of 11 are 82 %, 7 of 9 are 78 %.
            (9, 2, &["hog"]),
            (7, 2, &[]),
            (5, 7, &[]),
            (8, 7, &["hog"]),
        ];
        for (busy, others, expected) in cases {
            let hog = (0..busy).map(|pid| session(pid, "hog", "active", &[]));
            let others = (0..others).map(|other| session(100 + other, &format!("t{other}"), "active", &[]));
            let sessions: Vec<Seen> = hog.chain(others).collect();
            let load = load(&looks(&sessions), false, 50);
            assert_eq!(named(&load), expected, "{busy} {load:#?}");
        }
    }

    #[test]
    fn one_short_query_in_an_idle_database_is_no_noise() {
        let mut looks =
            looks(&(0..9).map(|pid| session(pid, &format!("t{pid}"), "idle", &[])).collect::<Vec<_>>());
        looks[3].sessions[0].active = true;
        let load = load(&looks, false, 50);
        assert_eq!((load.seen, load.tenants[0].percent), (9, 100.0));
        assert!(named(&load).is_empty(), "{load:#?}");
    }

    #[test]
    fn waiting_is_put_down_to_who_holds_the_lock() {
        // 3 waits for 2, which waits for 1 of "hog", which is idle in its transaction; 4 waits for nobody we
        // know.
        let mut sessions = vec![
            session(1, "hog", "idle", &[]),
            session(2, "a", "waiting", &[1]),
            session(3, "b", "waiting", &[2]),
            session(4, "c", "waiting", &[77]),
            session(5, "hog", "waiting", &[1]),
        ];
        sessions.extend((0..20).map(|other| session(100 + other, &format!("t{other}"), "idle", &[])));
        let load = load(&looks(&sessions), false, 50);
        assert_eq!(named(&load), ["hog"]);
        let hog = &load.tenants[0];
        assert_eq!((hog.blocked_seconds, hog.waiters, hog.waited_seconds), (20.0, 2, 10.0));
        assert!(hog.noisy[0].contains("up to 2 sessions of others"), "{hog:?}");
        assert_eq!(load.blocked_seconds, 30.0);
    }

    #[test]
    fn sessions_in_a_circle_end() {
        let sessions = [session(1, "a", "waiting", &[2]), session(2, "b", "waiting", &[1])];
        assert_eq!(load(&looks(&sessions), false, 9).blocked_seconds, 0.0);
    }

    #[test]
    fn what_is_unknown_is_said() {
        let sessions = [session(1, "a", "active", &[]), session(2, "", "active", &[])];
        let load = load(&looks(&sessions), true, 9);
        assert_eq!((load.unknown_percent, load.notes.len()), (50.0, 2));
        assert!(named(&load).is_empty());
    }

    #[test]
    fn the_error_is_none_where_every_look_is_the_same_and_all_where_there_is_one() {
        assert!(error(&[2.0; 9], &[4.0; 9]) < 1e-9);
        assert!((error(&[1.0], &[2.0]) - 100.0).abs() < 1e-9);
        let (own, all) = ([1.0, 0.0, 1.0, 0.0], [1.0; 4]);
        assert!((error(&own, &all) - 196.0 * (1.0f64 / 12.0).sqrt()).abs() < 1e-9);
    }
}
