//! What libpg_query's syntax trees say a statement means, in this crate's terms.

mod objects;
mod rule;
mod tag;
mod targets;

pub use rule::rule;
pub use tag::tag;
pub use targets::targets;

use bulkhead_sql::{Command, Name, Setting};
use pg_query::NodeEnum;
use pg_query::protobuf::{self as ast, VariableSetKind};

/// Where the details a command carries differ from the tree: what the tree says.
pub fn wrong_detail(node: &NodeEnum, command: &Command) -> Option<String> {
    match (node, command) {
        (NodeEnum::IndexStmt(tree), Command::CreateIndex { concurrently, if_not_exists, index, .. }) => {
            let name = index.as_ref().map(|index| index.name.as_str()).unwrap_or_default();
            let same = *concurrently == tree.concurrent
                && *if_not_exists == tree.if_not_exists
                && name == tree.idxname;
            (!same).then(|| format!("index {} {} {}", tree.idxname, tree.concurrent, tree.if_not_exists))
        }
        (NodeEnum::DropStmt(tree), Command::DropIndex { concurrently }) => {
            (*concurrently != tree.concurrent).then(|| "DROP INDEX CONCURRENTLY".to_owned())
        }
        (NodeEnum::AlterEnumStmt(tree), Command::AlterTypeAddValue { value, .. }) => {
            (*value != tree.new_val).then(|| format!("value {}", tree.new_val))
        }
        (NodeEnum::AlterEnumStmt(tree), _) => tree.old_val.is_empty().then(|| "ADD VALUE".to_owned()),
        (NodeEnum::CreateEnumStmt(_), command) => {
            (!matches!(command, Command::CreateTypeEnum { .. })).then(|| "AS ENUM".to_owned())
        }
        (NodeEnum::CopyStmt(tree), Command::Copy { from_stdin }) => {
            let expected = tree.is_from && tree.filename.is_empty();
            (*from_stdin != expected).then(|| format!("from stdin: {expected}"))
        }
        (NodeEnum::RefreshMatViewStmt(tree), Command::RefreshMaterializedView { concurrently }) => {
            (*concurrently != tree.concurrent).then(|| "REFRESH … CONCURRENTLY".to_owned())
        }
        (NodeEnum::ExplainStmt(tree), Command::Explain { analyze }) => {
            let expected = rule::option_is_on(&tree.options, "analyze");
            (*analyze != expected).then(|| format!("analyze: {expected}"))
        }
        (NodeEnum::VariableSetStmt(tree), Command::Set { reset, local, setting: ours }) => {
            let expected = setting(tree);
            (expected != (*reset, *local, ours.clone())).then(|| format!("{expected:?}"))
        }
        _ => None,
    }
}

fn setting(tree: &ast::VariableSetStmt) -> (bool, bool, Setting) {
    let reset = matches!(tree.kind(), VariableSetKind::VarReset | VariableSetKind::VarResetAll);
    let setting = match tree.name.to_lowercase().as_str() {
        "" => Setting::All,
        "role" => Setting::Role,
        "session_authorization" => Setting::SessionAuthorization,
        "transaction" | "transaction snapshot" => Setting::Transaction,
        "session characteristics" => Setting::SessionCharacteristics,
        name => Setting::Parameter(name.to_owned()),
    };
    (reset, tree.is_local || setting == Setting::Transaction, setting)
}

/// A list of name parts; a database in front is dropped as the crate drops it.
pub fn qualified(parts: &[ast::Node]) -> Option<Name> {
    let mut parts: Vec<String> = parts.iter().filter_map(string).collect();
    let name = parts.pop()?;
    Some(Name { schema: parts.pop(), name })
}

/// The name of a relation.
pub fn relation(range: &ast::RangeVar) -> Name {
    let schema = Some(range.schemaname.clone()).filter(|schema| !schema.is_empty());
    Name { schema, name: range.relname.clone() }
}

/// The value of a `String` node.
pub fn string(node: &ast::Node) -> Option<String> {
    match node.node.as_ref()? {
        NodeEnum::String(string) => Some(string.sval.clone()),
        _ => None,
    }
}
