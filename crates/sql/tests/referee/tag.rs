//! The command tag of a syntax tree.

use super::objects::words;
use pg_query::NodeEnum as N;
use pg_query::protobuf::{DiscardMode, ObjectType, TransactionStmtKind as T, VariableSetKind};

/// The server's command tag for a statement; `None` if this referee does not know the tree.
pub fn tag(node: &N) -> Option<String> {
    if let Some(tag) = of_many_objects(node) {
        return Some(tag);
    }
    fixed(node).or_else(|| dependent(node)).map(str::to_owned)
}

/// Trees that serve several kinds of object.
fn of_many_objects(node: &N) -> Option<String> {
    let (verb, kind) = match node {
        N::DefineStmt(tree) => ("CREATE", tree.kind()),
        N::DropStmt(tree) => ("DROP", tree.remove_type()),
        N::RenameStmt(tree) if tree.rename_type() == ObjectType::ObjectColumn => {
            ("ALTER", tree.relation_type())
        }
        N::RenameStmt(tree) => ("ALTER", tree.rename_type()),
        N::AlterObjectSchemaStmt(tree) => ("ALTER", tree.object_type()),
        N::AlterOwnerStmt(tree) => ("ALTER", tree.object_type()),
        N::AlterObjectDependsStmt(tree) => ("ALTER", tree.object_type()),
        N::AlterTableStmt(tree) => ("ALTER", tree.objtype()),
        N::AlterTableMoveAllStmt(tree) => ("ALTER", tree.objtype()),
        N::AlterFunctionStmt(tree) => ("ALTER", tree.objtype()),
        _ => return None,
    };
    Some(format!("{verb} {}", words(kind)?))
}

fn fixed(node: &N) -> Option<&'static str> {
    Some(match node {
        N::InsertStmt(_) => "INSERT",
        N::DeleteStmt(_) => "DELETE",
        N::UpdateStmt(_) => "UPDATE",
        N::MergeStmt(_) => "MERGE",
        N::CopyStmt(_) => "COPY",
        N::CreateSchemaStmt(_) => "CREATE SCHEMA",
        N::AlterDomainStmt(_) => "ALTER DOMAIN",
        N::AlterCollationStmt(_) => "ALTER COLLATION",
        N::AlterDefaultPrivilegesStmt(_) => "ALTER DEFAULT PRIVILEGES",
        N::VariableShowStmt(_) => "SHOW",
        N::CreateStmt(_) => "CREATE TABLE",
        N::CreateTableSpaceStmt(_) => "CREATE TABLESPACE",
        N::DropTableSpaceStmt(_) => "DROP TABLESPACE",
        N::AlterTableSpaceOptionsStmt(_) => "ALTER TABLESPACE",
        N::CreateExtensionStmt(_) => "CREATE EXTENSION",
        N::AlterExtensionStmt(_) | N::AlterExtensionContentsStmt(_) => "ALTER EXTENSION",
        N::CreateFdwStmt(_) => "CREATE FOREIGN DATA WRAPPER",
        N::AlterFdwStmt(_) => "ALTER FOREIGN DATA WRAPPER",
        N::CreateForeignServerStmt(_) => "CREATE SERVER",
        N::AlterForeignServerStmt(_) => "ALTER SERVER",
        N::CreateForeignTableStmt(_) => "CREATE FOREIGN TABLE",
        N::CreateUserMappingStmt(_) => "CREATE USER MAPPING",
        N::AlterUserMappingStmt(_) => "ALTER USER MAPPING",
        N::DropUserMappingStmt(_) => "DROP USER MAPPING",
        N::ImportForeignSchemaStmt(_) => "IMPORT FOREIGN SCHEMA",
        N::CreatePolicyStmt(_) => "CREATE POLICY",
        N::AlterPolicyStmt(_) => "ALTER POLICY",
        N::CreateAmStmt(_) => "CREATE ACCESS METHOD",
        N::CreateTrigStmt(_) => "CREATE TRIGGER",
        N::CreateEventTrigStmt(_) => "CREATE EVENT TRIGGER",
        N::AlterEventTrigStmt(_) => "ALTER EVENT TRIGGER",
        N::CreatePlangStmt(_) => "CREATE LANGUAGE",
        N::CreateRoleStmt(_) => "CREATE ROLE",
        N::AlterRoleStmt(_) | N::AlterRoleSetStmt(_) => "ALTER ROLE",
        N::DropRoleStmt(_) => "DROP ROLE",
        N::CreateSeqStmt(_) => "CREATE SEQUENCE",
        N::AlterSeqStmt(_) => "ALTER SEQUENCE",
        N::CreateDomainStmt(_) => "CREATE DOMAIN",
        N::CreateOpClassStmt(_) => "CREATE OPERATOR CLASS",
        N::CreateOpFamilyStmt(_) => "CREATE OPERATOR FAMILY",
        N::AlterOpFamilyStmt(_) => "ALTER OPERATOR FAMILY",
        N::AlterOperatorStmt(_) => "ALTER OPERATOR",
        N::AlterTypeStmt(_) | N::AlterEnumStmt(_) => "ALTER TYPE",
        N::CompositeTypeStmt(_) | N::CreateEnumStmt(_) | N::CreateRangeStmt(_) => "CREATE TYPE",
        N::CreateConversionStmt(_) => "CREATE CONVERSION",
        N::CreateCastStmt(_) => "CREATE CAST",
        N::CreateTransformStmt(_) => "CREATE TRANSFORM",
        N::AlterTsdictionaryStmt(_) => "ALTER TEXT SEARCH DICTIONARY",
        N::AlterTsconfigurationStmt(_) => "ALTER TEXT SEARCH CONFIGURATION",
        N::TruncateStmt(_) => "TRUNCATE TABLE",
        N::CommentStmt(_) => "COMMENT",
        N::SecLabelStmt(_) => "SECURITY LABEL",
        N::DeclareCursorStmt(_) => "DECLARE CURSOR",
        N::ClosePortalStmt(_) => "CLOSE CURSOR",
        N::IndexStmt(_) => "CREATE INDEX",
        N::CreateStatsStmt(_) => "CREATE STATISTICS",
        N::AlterStatsStmt(_) => "ALTER STATISTICS",
        N::DoStmt(_) => "DO",
        N::CallStmt(_) => "CALL",
        N::RuleStmt(_) => "CREATE RULE",
        N::NotifyStmt(_) => "NOTIFY",
        N::ListenStmt(_) => "LISTEN",
        N::UnlistenStmt(_) => "UNLISTEN",
        N::ViewStmt(_) => "CREATE VIEW",
        N::LoadStmt(_) => "LOAD",
        N::CreatedbStmt(_) => "CREATE DATABASE",
        N::AlterDatabaseStmt(_) | N::AlterDatabaseRefreshCollStmt(_) | N::AlterDatabaseSetStmt(_) => {
            "ALTER DATABASE"
        }
        N::DropdbStmt(_) => "DROP DATABASE",
        N::AlterSystemStmt(_) => "ALTER SYSTEM",
        N::ClusterStmt(_) => "CLUSTER",
        N::ExplainStmt(_) => "EXPLAIN",
        N::RefreshMatViewStmt(_) => "REFRESH MATERIALIZED VIEW",
        N::CheckPointStmt(_) => "CHECKPOINT",
        N::LockStmt(_) => "LOCK TABLE",
        N::ConstraintsSetStmt(_) => "SET CONSTRAINTS",
        N::ReindexStmt(_) => "REINDEX",
        N::PrepareStmt(_) => "PREPARE",
        N::ExecuteStmt(_) => "EXECUTE",
        N::DropOwnedStmt(_) => "DROP OWNED",
        N::ReassignOwnedStmt(_) => "REASSIGN OWNED",
        N::CreatePublicationStmt(_) => "CREATE PUBLICATION",
        N::AlterPublicationStmt(_) => "ALTER PUBLICATION",
        N::CreateSubscriptionStmt(_) => "CREATE SUBSCRIPTION",
        N::AlterSubscriptionStmt(_) => "ALTER SUBSCRIPTION",
        N::DropSubscriptionStmt(_) => "DROP SUBSCRIPTION",
        _ => return None,
    })
}

/// Trees whose tag depends on what they hold.
fn dependent(node: &N) -> Option<&'static str> {
    let either = |first, yes, no| if first { yes } else { no };
    Some(match node {
        N::SelectStmt(tree) => either(leftmost(tree).into_clause.is_some(), "SELECT INTO", "SELECT"),
        N::CreateTableAsStmt(tree) => match tree.objtype() {
            ObjectType::ObjectMatview => "CREATE MATERIALIZED VIEW",
            _ => "CREATE TABLE AS",
        },
        N::CreateFunctionStmt(tree) => either(tree.is_procedure, "CREATE PROCEDURE", "CREATE FUNCTION"),
        N::GrantStmt(tree) => either(tree.is_grant, "GRANT", "REVOKE"),
        N::GrantRoleStmt(tree) => either(tree.is_grant, "GRANT ROLE", "REVOKE ROLE"),
        N::FetchStmt(tree) => either(tree.ismove, "MOVE", "FETCH"),
        N::VacuumStmt(tree) => either(tree.is_vacuumcmd, "VACUUM", "ANALYZE"),
        N::DeallocateStmt(tree) => either(tree.isall, "DEALLOCATE ALL", "DEALLOCATE"),
        N::VariableSetStmt(tree) => match tree.kind() {
            VariableSetKind::VarReset | VariableSetKind::VarResetAll => "RESET",
            _ => "SET",
        },
        N::DiscardStmt(tree) => match tree.target() {
            DiscardMode::DiscardAll => "DISCARD ALL",
            DiscardMode::DiscardPlans => "DISCARD PLANS",
            DiscardMode::DiscardSequences => "DISCARD SEQUENCES",
            _ => "DISCARD TEMP",
        },
        N::TransactionStmt(tree) => match tree.kind() {
            T::TransStmtBegin => "BEGIN",
            T::TransStmtStart => "START TRANSACTION",
            T::TransStmtCommit => "COMMIT",
            T::TransStmtRollback | T::TransStmtRollbackTo => "ROLLBACK",
            T::TransStmtSavepoint => "SAVEPOINT",
            T::TransStmtRelease => "RELEASE",
            T::TransStmtPrepare => "PREPARE TRANSACTION",
            T::TransStmtCommitPrepared => "COMMIT PREPARED",
            T::TransStmtRollbackPrepared => "ROLLBACK PREPARED",
            T::Undefined => return None,
        },
        _ => return None,
    })
}

/// `INTO` belongs to the first query of a set operation.
pub fn leftmost(tree: &pg_query::protobuf::SelectStmt) -> &pg_query::protobuf::SelectStmt {
    tree.larg.as_deref().map_or(tree, leftmost)
}
