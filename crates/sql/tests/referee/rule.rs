//! Whether a syntax tree may run in a transaction block.

use super::qualified;
use bulkhead_sql::{Control, TransactionRule as Rule};
use pg_query::NodeEnum as N;
use pg_query::protobuf::{
    self as ast, AlterSubscriptionType as S, DiscardMode, ReindexObjectType, TransactionStmtKind as T,
};

/// The rule; `None` for `DO` and `CALL`, which the tree does not decide.
pub fn rule(node: &N) -> Option<Rule> {
    let never = |is_so| if is_so { Rule::Never } else { Rule::Anywhere };
    Some(match node {
        N::DoStmt(_) | N::CallStmt(_) => return None,
        N::CreatedbStmt(_) | N::DropdbStmt(_) | N::AlterSystemStmt(_) => Rule::Never,
        N::CreateTableSpaceStmt(_) | N::DropTableSpaceStmt(_) | N::DropSubscriptionStmt(_) => Rule::Never,
        N::AlterDatabaseStmt(tree) => never(option(&tree.options, "tablespace").is_some()),
        N::VacuumStmt(tree) => never(tree.is_vacuumcmd),
        N::DiscardStmt(tree) => never(tree.target() == DiscardMode::DiscardAll),
        N::IndexStmt(tree) => never(tree.concurrent),
        N::DropStmt(tree) => never(tree.concurrent),
        N::AlterTableStmt(tree) => never(tree.cmds.iter().any(detaches_concurrently)),
        N::ClusterStmt(tree) if tree.relation.is_none() => Rule::Never,
        N::ClusterStmt(_) => Rule::NeverIfPartitioned,
        N::ReindexStmt(tree) => match tree.kind() {
            _ if option_is_on(&tree.params, "concurrently") => Rule::Never,
            ReindexObjectType::ReindexObjectIndex | ReindexObjectType::ReindexObjectTable => {
                Rule::NeverIfPartitioned
            }
            _ => Rule::Never,
        },
        N::CreateSubscriptionStmt(tree) => {
            never(!option_is_off(&tree.options, "connect") && !option_is_off(&tree.options, "create_slot"))
        }
        N::AlterSubscriptionStmt(tree) => never(match tree.kind() {
            S::AlterSubscriptionRefresh => true,
            S::AlterSubscriptionSetPublication
            | S::AlterSubscriptionAddPublication
            | S::AlterSubscriptionDropPublication => !option_is_off(&tree.options, "refresh"),
            S::AlterSubscriptionOptions => {
                option(&tree.options, "failover").is_some() || option(&tree.options, "two_phase").is_some()
            }
            _ => false,
        }),
        N::TransactionStmt(tree) => Rule::Control(control(tree.kind())?),
        N::ExplainStmt(tree) if option_is_on(&tree.options, "analyze") => {
            rule(tree.query.as_ref()?.node.as_ref()?)?
        }
        _ => Rule::Anywhere,
    })
}

fn control(kind: T) -> Option<Control> {
    Some(match kind {
        T::TransStmtBegin | T::TransStmtStart => Control::Begin,
        T::TransStmtCommit => Control::Commit,
        T::TransStmtRollback => Control::Rollback,
        T::TransStmtSavepoint => Control::Savepoint,
        T::TransStmtRelease => Control::Release,
        T::TransStmtRollbackTo => Control::RollbackTo,
        T::TransStmtPrepare => Control::PrepareTransaction,
        T::TransStmtCommitPrepared => Control::CommitPrepared,
        T::TransStmtRollbackPrepared => Control::RollbackPrepared,
        T::Undefined => return None,
    })
}

fn detaches_concurrently(command: &ast::Node) -> bool {
    let Some(N::AlterTableCmd(command)) = &command.node else { return false };
    let Some(N::PartitionCmd(partition)) = command.def.as_ref().and_then(|def| def.node.as_ref()) else {
        return false;
    };
    partition.concurrent
}

fn option<'a>(options: &'a [ast::Node], name: &str) -> Option<&'a ast::DefElem> {
    options.iter().find_map(|option| match option.node.as_ref() {
        Some(N::DefElem(element)) if element.defname == name => Some(element.as_ref()),
        _ => None,
    })
}

/// Whether an option is given and not switched off.
pub fn option_is_on(options: &[ast::Node], name: &str) -> bool {
    option(options, name).is_some() && !option_is_off(options, name)
}

fn option_is_off(options: &[ast::Node], name: &str) -> bool {
    let Some(argument) = option(options, name).and_then(|option| option.arg.as_ref()) else { return false };
    match &argument.node {
        Some(N::Boolean(value)) => !value.boolval,
        Some(N::Integer(value)) => value.ival == 0,
        Some(N::String(value)) => matches!(value.sval.to_lowercase().as_str(), "false" | "off"),
        // An unquoted word is parsed as the name of a type.
        Some(N::TypeName(name)) => qualified(&name.names).is_some_and(|word| word.name == "off"),
        _ => false,
    }
}
