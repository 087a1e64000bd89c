//! The statements that write the ledger. All names are qualified and all values quoted here.

use bulkhead_connect::quote_literal;
use bulkhead_project::Version;

use super::{FORMAT, LedgerName, StepState};
use crate::{Direction, VersionPlan};

/// What must hold when a statement records something. When it does not the statement fails, so that nothing is ever
/// applied on top of something that was not, whatever else is already on its way to the server.
pub(crate) struct Guard<'v> {
    /// What must have been recorded before.
    pub after: After<'v>,
    /// A condition: the run lock is still held.
    pub held: String,
}

/// What must have been recorded before.
#[derive(Clone, Copy)]
pub(crate) enum After<'v> {
    /// Nothing: the first work of a run.
    Nothing,
    /// The version before, in the ledger.
    Version(&'v Version),
    /// The step before, of the same version.
    Step(usize),
}

/// Writes statements for one ledger.
pub(crate) struct LedgerSql<'l> {
    pub name: &'l LedgerName,
}

fn direction_text(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "up",
        Direction::Down => "down",
        Direction::Rerun => "rerun",
    }
}

impl LedgerSql<'_> {
    /// Creates what is missing, in one transaction: of a session that is named as one at work, so that a later run
    /// sees it, and with a last statement that fails when the run lock is lost.
    pub fn create(&self, session: &str, fence: &str) -> String {
        let schema = bulkhead_connect::quote_identifier(&self.name.schema);
        let table = self.name.quoted();
        let create_schema = match self.name.schema.as_str() {
            "public" => String::new(),
            _ => format!("CREATE SCHEMA IF NOT EXISTS {schema};"),
        };
        let tables =
            include_str!("ledger.sql").replace("{ledger}", &table).replace("{format}", &FORMAT.to_string());
        let session = quote_literal(session);
        format!(
            "BEGIN;SET LOCAL application_name = {session};SET LOCAL client_min_messages = warning;\
             SET LOCAL synchronous_commit = off;{create_schema}{tables}{fence};COMMIT"
        )
    }

    /// The version as a value that is null, which its column refuses, unless the guard holds.
    fn guarded(&self, version: &str, guard: &Guard<'_>) -> String {
        let recorded = match guard.after {
            After::Nothing => String::new(),
            After::Version(after) => {
                let ledger = self.name.quoted();
                format!(
                    " AND EXISTS (SELECT FROM {ledger} WHERE version = {})",
                    quote_literal(after.as_str())
                )
            }
            After::Step(step) => format!(
                " AND EXISTS (SELECT FROM bulkhead.steps WHERE version = {version} AND step = {step} AND state = 'done')"
            ),
        };
        format!("CASE WHEN {}{recorded} THEN {version} END", guard.held)
    }

    /// Records an applied version.
    pub fn insert(&self, plan: &VersionPlan<'_>, guard: &Guard<'_>) -> String {
        let version = quote_literal(plan.version.as_str());
        let guarded = self.guarded(&version, guard);
        // The steps of a version say when it began; a version of one step began with its transaction.
        let duration = match plan.steps.len() {
            1 => "pg_catalog.clock_timestamp() - pg_catalog.now()".to_owned(),
            _ => format!(
                "pg_catalog.clock_timestamp() - COALESCE((SELECT min(began_at) FROM bulkhead.steps \
                 WHERE version = {version}), pg_catalog.now())"
            ),
        };
        let (raw, normalized) = match &plan.checksum {
            Some(checksum) => (quote_literal(&checksum.raw), quote_literal(&checksum.normalized)),
            None => ("NULL".to_owned(), "NULL".to_owned()),
        };
        let mut sql = format!(
            "INSERT INTO {} (version, description, checksum, checksum_normalized, applied_at, duration) VALUES \
             ({guarded}, {}, {raw}, {normalized}, pg_catalog.clock_timestamp(), {duration})",
            self.name.quoted(),
            quote_literal(&plan.description),
        );
        if plan.version.is_repeatable() {
            sql.push_str(
                " ON CONFLICT (version) DO UPDATE SET checksum = excluded.checksum, \
                 checksum_normalized = excluded.checksum_normalized, applied_at = excluded.applied_at, \
                 duration = excluded.duration, applied_by = excluded.applied_by",
            );
        }
        sql
    }

    /// Removes an undone version. Repeatable files go with it, for what they made may be gone too: the next run
    /// applies them again.
    pub fn delete(&self, version: &Version) -> String {
        let version = quote_literal(version.as_str());
        format!(
            "DELETE FROM {} WHERE version = {version} OR pg_catalog.starts_with(version, 'R__')",
            self.name.quoted()
        )
    }

    /// Forgets the steps of a version that is finished now.
    pub fn forget_steps(&self, version: &Version) -> String {
        format!("DELETE FROM bulkhead.steps WHERE version = {}", quote_literal(version.as_str()))
    }

    /// Records how far a step came.
    pub fn record_step(
        &self,
        version: &Version,
        direction: Direction,
        step: (usize, &str),
        (state, before): (StepState, &str),
        guard: &Guard<'_>,
    ) -> String {
        let (number, digest) = step;
        let guarded = self.guarded(&quote_literal(version.as_str()), guard);
        let state = match state {
            StepState::Begun => "begun",
            StepState::Done => "done",
        };
        format!(
            "INSERT INTO bulkhead.steps (version, direction, step, digest, state, before) VALUES \
             ({guarded}, '{}', {number}, '{digest}', '{state}', {}) ON CONFLICT (version, step) DO UPDATE SET \
             state = excluded.state, digest = excluded.digest, before = excluded.before, \
             changed_at = pg_catalog.clock_timestamp()",
            direction_text(direction),
            quote_literal(before),
        )
    }

    /// Forgets a step that had no effect.
    pub fn forget_step(&self, version: &Version, step: usize) -> String {
        let version = quote_literal(version.as_str());
        format!("DELETE FROM bulkhead.steps WHERE version = {version} AND step = {step}")
    }

    /// Replaces the recorded digests of a version.
    pub fn update_checksum(&self, version: &Version, checksum: &bulkhead_project::Checksum) -> String {
        format!(
            "UPDATE {} SET checksum = {}, checksum_normalized = {} WHERE version = {}",
            self.name.quoted(),
            quote_literal(&checksum.raw),
            quote_literal(&checksum.normalized),
            quote_literal(version.as_str())
        )
    }
}
