//! Whether a statement may run inside a transaction block.
//!
//! The facts were each tried on a server of version 15, inside a block; options that came later
//! (`failover` and `two_phase` of `ALTER SUBSCRIPTION … SET`) follow the manual of version 18.

use serde::Serialize;

/// Where a statement may run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TransactionRule {
    /// Inside or outside a transaction block.
    Anywhere,
    /// Only outside a transaction block, and alone in its message: the server refuses it with `25001`.
    Never,
    /// Like [`TransactionRule::Never`] if the relation is partitioned, which only the catalog tells;
    /// otherwise like [`TransactionRule::Anywhere`].
    NeverIfPartitioned,
    /// May end the transaction it runs in; inside a block this fails with `2D000`. The text alone cannot tell.
    MayCommit,
    /// Begins, ends or divides transactions itself.
    Control(Control),
}

/// What a transaction command does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Control {
    /// `BEGIN`, `START TRANSACTION`.
    Begin,
    /// `COMMIT`, `END`.
    Commit,
    /// `ROLLBACK`, `ABORT`.
    Rollback,
    /// `SAVEPOINT`.
    Savepoint,
    /// `RELEASE SAVEPOINT`.
    Release,
    /// `ROLLBACK TO SAVEPOINT`.
    RollbackTo,
    /// `PREPARE TRANSACTION`.
    PrepareTransaction,
    /// `COMMIT PREPARED`.
    CommitPrepared,
    /// `ROLLBACK PREPARED`.
    RollbackPrepared,
}
