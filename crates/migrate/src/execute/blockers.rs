//! Who stands in the way of a statement that waits for a lock.

use std::time::{Duration, Instant};

use bulkhead_connect::{Session, Target, quote_literal, rows};
use serde::Serialize;
use tokio_postgres::SimpleQueryRow;

/// A statement of ours that waits for a lock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LockWait {
    /// The relation or other object that is locked, as the server names it.
    pub object: String,
    /// The lock mode that is wanted.
    pub mode: String,
    /// Who is in the way.
    pub blockers: Vec<Blocker>,
}

/// A session that holds a lock which we want, or waits for it before us.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Blocker {
    /// The server process.
    pub pid: i32,
    /// The role.
    pub user: String,
    /// What the client calls itself.
    pub application: String,
    /// `active`, `idle in transaction`, …
    pub state: String,
    /// Seconds since its transaction began.
    pub age_seconds: u64,
    /// Its current or last query, shortened.
    pub query: String,
}

impl std::fmt::Display for Blocker {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Blocker { pid, user, application, state, age_seconds, query } = self;
        write!(formatter, "pid {pid} ({user}")?;
        if !application.is_empty() {
            write!(formatter, ", application \"{application}\"")?;
        }
        write!(formatter, ", {state}, {age_seconds} s): {query}")
    }
}

/// Looks around from a connection of its own, opened only when something takes long.
pub struct Watcher {
    target: Target,
    timeout: Duration,
    work_prefix: String,
    session: Option<Session>,
    seen: Option<LockWait>,
    announced: Option<Instant>,
}

/// How often the same wait is told again.
const REPEAT: Duration = Duration::from_secs(5);

impl Watcher {
    /// Watches for the session whose application name begins with `work_prefix`; `timeout` is for connecting.
    pub fn new(target: &Target, timeout: Duration, work_prefix: String) -> Watcher {
        Watcher { target: target.clone(), timeout, work_prefix, session: None, seen: None, announced: None }
    }

    /// The wait that was seen last.
    pub fn last_seen(&self) -> Vec<Blocker> {
        self.seen.as_ref().map(|wait| wait.blockers.clone()).unwrap_or_default()
    }

    /// Looks who is in our way; tells it when it is news.
    ///
    /// Not being able to look is no failure of the run: the answer is then that nothing is known.
    pub async fn look(&mut self) -> Option<LockWait> {
        if self.session.is_none() {
            self.session = Session::open(&self.target, "bulkhead watch", self.timeout).await.ok();
        }
        let session = self.session.as_ref()?;
        let sql = include_str!("blockers.sql").replace("{work_prefix}", &quote_literal(&self.work_prefix));
        let Ok(found) = rows(session.client(), &sql).await else {
            self.session = None;
            return None;
        };
        let first = found.first()?;
        let wait = LockWait {
            object: owned(first, "object"),
            mode: owned(first, "mode"),
            blockers: found.iter().map(blocker).collect(),
        };
        let pids = |wait: &LockWait| wait.blockers.iter().map(|blocker| blocker.pid).collect::<Vec<_>>();
        let news = self.seen.as_ref().is_none_or(|seen| pids(seen) != pids(&wait))
            || self.announced.is_none_or(|at| at.elapsed() > REPEAT);
        self.seen = Some(wait.clone());
        news.then(|| {
            self.announced = Some(Instant::now());
            wait
        })
    }
}

fn owned(row: &SimpleQueryRow, column: &str) -> String {
    row.try_get(column).ok().flatten().unwrap_or_default().to_owned()
}

fn blocker(row: &SimpleQueryRow) -> Blocker {
    Blocker {
        pid: owned(row, "pid").parse().unwrap_or(0),
        user: owned(row, "user"),
        application: owned(row, "application"),
        state: owned(row, "state"),
        age_seconds: owned(row, "age_seconds").parse().unwrap_or(0),
        query: owned(row, "query").split_whitespace().collect::<Vec<_>>().join(" "),
    }
}
