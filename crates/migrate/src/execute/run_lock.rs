//! One run at a time: an advisory lock held by an open transaction on a connection of its own.
//!
//! The transaction is what makes the lock work through PgBouncer in transaction mode, and the polling what keeps it
//! from deadlocking with CREATE INDEX CONCURRENTLY: a session that *waits* for a lock holds a snapshot for which the
//! index build would wait in turn. An idle transaction without a snapshot holds nothing back.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use bulkhead_connect::{Session, Target, quote_literal, rows};
use sha2::{Digest, Sha256};
use tokio_postgres::SimpleQueryRow;

use super::identity::Identity;
use crate::Interrupt;
use crate::{Facts, LedgerName, MigrateError, Options, RunHolder};

/// The run lock, held until dropped or released.
///
/// Beside the lock that all runs want, its transaction holds a second one that is this run's own, the token. A
/// transaction of the run's work ends with a look whether the token is still held ([`RunLock::held`]), so work that is
/// already on its way to the server takes no effect once the lock is lost, although nobody here may be alive to
/// stop it.
pub(crate) struct RunLock {
    session: Session,
    token: i64,
}

impl RunLock {
    /// Takes the lock, polling for at most `options.run_lock_wait`; tells whoever is in the way.
    pub async fn acquire(
        target: &Target,
        options: &Options,
        identity: &Identity,
        (ledger, facts): (&LedgerName, &Facts),
        interrupt: &Interrupt,
        on_wait: &mut dyn FnMut(Option<RunHolder>),
    ) -> Result<RunLock, MigrateError> {
        let session = Session::open(target, "bulkhead", options.connect_timeout).await?;
        let (key, token) = (lock_key(ledger), token(identity));
        let attempt = attempt_sql(key, token, facts.version_num, identity);
        let began = Instant::now();
        let mut pause = Duration::from_millis(20);
        let mut told = false;
        loop {
            let client = session.client();
            let answer = rows(client, &attempt).await.map_err(|error| MigrateError::own_statement(&error))?;
            if answer.first().and_then(|row| row.get(0)) == Some("t") {
                return Ok(RunLock { session, token });
            }
            client.batch_execute("ROLLBACK").await.map_err(|error| MigrateError::own_statement(&error))?;
            let expired = began.elapsed() >= options.run_lock_wait;
            if expired || !told {
                let holder = holder(&session, key).await;
                if expired {
                    return Err(MigrateError::RunLocked { holder });
                }
                told = true;
                on_wait(holder);
            }
            if interrupt.sleep(pause).await {
                return Err(MigrateError::Interrupted);
            }
            pause = (pause * 2).min(Duration::from_millis(500));
        }
    }

    /// Whether the connection is known to have ended, without asking the server.
    pub fn is_lost(&self) -> bool {
        self.session.client().is_closed()
    }

    /// A condition that holds, in whatever session of this database, as long as the lock is held.
    pub fn held(&self) -> String {
        format!("NOT pg_catalog.pg_try_advisory_xact_lock_shared({})", self.token)
    }

    /// A statement that fails once the lock is lost.
    pub fn fence(&self) -> String {
        let held = self.held();
        format!("SELECT CAST(CASE WHEN {held} THEN '0' ELSE 'the run lock is lost' END AS pg_catalog.int4)")
    }

    /// Asks the server whether the transaction that holds the lock is still there.
    pub async fn check_alive(&self) -> Result<(), MigrateError> {
        match self.session.client().batch_execute("SELECT").await {
            Ok(()) => Ok(()),
            Err(error) => Err(MigrateError::RunLockLost { reason: error.to_string() }),
        }
    }

    /// Gives the lock back.
    pub async fn release(self) {
        // Closing the connection releases the lock just as well.
        let _ = self.session.client().batch_execute("COMMIT").await;
        self.session.close().await;
    }
}

/// The advisory lock's key: the same for everyone with this ledger, in this database.
fn lock_key(ledger: &LedgerName) -> i64 {
    key_of(&format!("bulkhead run {}", ledger.schema))
}

/// The key of a lock that only this run takes: no two runs have process, host and moment in common.
fn token(identity: &Identity) -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    key_of(&format!("{} {}", identity.holding_lock(), since.as_nanos()))
}

fn key_of(text: &str) -> i64 {
    let digest = Sha256::digest(text);
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&digest[..8]);
    i64::from_be_bytes(bytes)
}

/// Read committed, whatever the database's default is: in the higher levels the transaction would keep its snapshot,
/// and an index build would wait for it for ever.
fn attempt_sql(key: i64, token: i64, version_num: u32, identity: &Identity) -> String {
    let name = quote_literal(&identity.holding_lock());
    let transaction_timeout = if version_num >= 170_000 { "SET LOCAL transaction_timeout = 0;" } else { "" };
    format!(
        "BEGIN ISOLATION LEVEL READ COMMITTED;SET LOCAL idle_in_transaction_session_timeout = 0;{transaction_timeout}\
         SET LOCAL application_name = {name};\
         SELECT pg_catalog.pg_try_advisory_xact_lock({key}) AND pg_catalog.pg_try_advisory_xact_lock({token})"
    )
}

/// Who holds the lock; `None` when it is free again or cannot be seen.
async fn holder(session: &Session, key: i64) -> Option<RunHolder> {
    let bits = key.cast_unsigned();
    let sql = include_str!("run_holder.sql")
        .replace("{classid}", &(bits >> 32).to_string())
        .replace("{objid}", &(bits & 0xffff_ffff).to_string())
        .replace("{lock}", Identity::LOCK)
        .replace("{work}", Identity::WORK);
    let found = rows(session.client(), &sql).await.ok()?;
    found.first().map(read_holder)
}

fn read_holder(row: &SimpleQueryRow) -> RunHolder {
    let text = |column: &str| row.try_get(column).ok().flatten().map(str::to_owned);
    RunHolder {
        pid: text("pid").and_then(|pid| pid.parse().ok()).unwrap_or(0),
        user: text("user").unwrap_or_default(),
        host: text("host").unwrap_or_default(),
        held_seconds: text("held_seconds").and_then(|seconds| seconds.parse().ok()).unwrap_or(0),
        working_on: text("working_on")
            .filter(|version| !version.is_empty())
            .map(|version| format!("version {version}")),
    }
}

/// Waits until no statement of an earlier run is executing any more: a server process goes on for a while when
/// its client was killed. Fails with the process that does not end in time.
pub(crate) async fn wait_for_orphans(
    session: &Session,
    options: &Options,
    interrupt: &Interrupt,
) -> Result<(), MigrateError> {
    let sql = include_str!("orphans.sql").replace("{work}", Identity::WORK);
    let began = Instant::now();
    loop {
        let found =
            rows(session.client(), &sql).await.map_err(|error| MigrateError::own_statement(&error))?;
        let Some(orphan) = found.first() else { return Ok(()) };
        if began.elapsed() >= options.run_lock_wait {
            return Err(MigrateError::RunLocked { holder: Some(read_holder(orphan)) });
        }
        if interrupt.sleep(Duration::from_millis(50)).await {
            return Err(MigrateError::Interrupted);
        }
    }
}
