//! The statements of a version that can be run in a transaction.

use bulkhead_migrate::{Mode, PlannedStatement, VersionPlan};

/// A statement with its text.
pub(super) struct Repeatable<'v> {
    pub planned: &'v PlannedStatement,
    pub sql: &'v str,
}

/// The statements in order, but those that refuse a transaction and those with rows behind them: the run of all versions
/// repeats these.
pub(super) fn repeatable<'v>(version: &'v VersionPlan<'_>) -> Vec<Repeatable<'v>> {
    let steps = version.steps.iter().filter(|step| step.mode == Mode::Transaction);
    steps
        .flat_map(|step| step.prelude.iter().chain(&step.statements))
        .filter(|statement| statement.copy_data.is_none())
        .map(|planned| Repeatable { planned, sql: &version.files[planned.file].text[planned.span.clone()] })
        .collect()
}

/// File and line of a statement.
pub(super) fn place(version: &VersionPlan<'_>, statement: &Repeatable<'_>) -> String {
    format!("{}:{}", version.files[statement.planned.file].path.display(), statement.planned.line)
}
