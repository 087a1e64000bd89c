//! `VACUUM`, `ANALYZE`, `CLUSTER`, `REINDEX` and `REFRESH MATERIALIZED VIEW`.

use super::objects::relations;
use super::options::Options;
use super::{Classified, Cursor, Target};
use crate::command::{Command, ObjectKind};
use crate::transaction::TransactionRule;

/// Reads on after `VACUUM`.
pub(super) fn vacuum(cursor: &mut Cursor<'_>) -> Classified {
    Options::read(cursor);
    while cursor.one_of(&["full", "freeze", "verbose", "analyze", "analyse"]) {}
    Classified::with_rule(Command::Vacuum, relations(cursor), TransactionRule::Never)
}

/// Reads on after `ANALYZE`.
pub(super) fn analyze(cursor: &mut Cursor<'_>) -> Classified {
    Options::read(cursor);
    cursor.word("verbose");
    Classified::new(Command::Analyze, relations(cursor))
}

/// Reads on after `CLUSTER`: `table [USING index]`, the old `index ON table`, or nothing for all tables.
pub(super) fn cluster(cursor: &mut Cursor<'_>) -> Classified {
    Options::read(cursor);
    cursor.word("verbose");
    let Some(first) = cursor.name() else {
        return Classified::with_rule(Command::Cluster, Vec::new(), TransactionRule::Never);
    };
    let table = if cursor.word("on") { cursor.name().unwrap_or(first) } else { first };
    let targets = vec![Target::new(ObjectKind::Table, table)];
    Classified::with_rule(Command::Cluster, targets, TransactionRule::NeverIfPartitioned)
}

/// Reads on after `REINDEX`.
pub(super) fn reindex(cursor: &mut Cursor<'_>) -> Option<Classified> {
    let options = Options::read(cursor);
    let kind = match cursor.any_word()?.to_ascii_lowercase().as_str() {
        "index" => ObjectKind::Index,
        "table" => ObjectKind::Table,
        "schema" => ObjectKind::Schema,
        "database" | "system" => ObjectKind::Database,
        _ => return None,
    };
    let concurrently = cursor.word("concurrently") || options.is_on("concurrently");
    let rule = match kind {
        ObjectKind::Index | ObjectKind::Table if !concurrently => TransactionRule::NeverIfPartitioned,
        _ => TransactionRule::Never,
    };
    let targets = cursor.name().map(|name| Target::new(kind, name)).into_iter().collect();
    Some(Classified::with_rule(Command::Reindex { concurrently, kind }, targets, rule))
}

/// Reads on after `REFRESH`.
pub(super) fn refresh(cursor: &mut Cursor<'_>) -> Option<Classified> {
    if !cursor.words(&["materialized", "view"]) {
        return None;
    }
    let concurrently = cursor.word("concurrently");
    let targets = cursor.name().map(|name| Target::new(ObjectKind::MaterializedView, name));
    Some(Classified::new(Command::RefreshMaterializedView { concurrently }, targets.into_iter().collect()))
}
