//! Which statement ends a session that others wait for, and why that one.

use crate::health::Row;

const IDLE_IN_TRANSACTION: &str = "pg_terminate_backend, because a session that is idle in a transaction has no \
    statement to cancel; the connection ends, and what its transaction has done is undone";
const IDLE: &str = "pg_terminate_backend, because it holds a lock of the session outside of any transaction; the \
    connection ends, and nothing is undone";
const AT_WORK: &str = "pg_cancel_backend, because it is at work: its statement ends, what its transaction has done \
    is undone, and the connection stays; pg_terminate_backend when it goes on all the same";
const AUTOVACUUM: &str = "pg_cancel_backend ends this run of autovacuum, which comes back; let it finish when it runs \
    against wraparound";
const PREPARED: &str = "no session holds it: ask whoever coordinates it, then ROLLBACK PREPARED or COMMIT PREPARED \
    in its database";
const HIDDEN: &str = "pg_terminate_backend, because its state is hidden from this role (GRANT pg_monitor shows it); \
    the connection ends, and what its transaction has done is undone";

/// The statement and its reason.
pub(super) fn ending(row: &Row) -> (String, &'static str) {
    let (pid, state) = (row.text(0), row.text(7));
    if pid == "0" {
        return (row.text(13).to_owned(), PREPARED);
    }
    let (function, reason) = match (row.text(12), state) {
        ("autovacuum worker", _) => ("pg_cancel_backend", AUTOVACUUM),
        (_, "active" | "fastpath function call") => ("pg_cancel_backend", AT_WORK),
        (_, "idle") => ("pg_terminate_backend", IDLE),
        (_, "") => ("pg_terminate_backend", HIDDEN),
        _ => ("pg_terminate_backend", IDLE_IN_TRANSACTION),
    };
    (format!("SELECT {function}({pid});"), reason)
}
