//! The objects a syntax tree names.

use super::objects::{kind, object, role_name};
use super::rule::option_is_on;
use super::tag::leftmost;
use super::{qualified, relation};
use bulkhead_sql::{Name, ObjectKind as K, Target};
use pg_query::NodeEnum as N;
use pg_query::protobuf::{self as ast, GrantTargetType, ObjectType as O, ReindexObjectType};

/// The targets in the order the crate gives them; `None` where this referee has no opinion.
pub fn targets(node: &N) -> Option<Vec<Target>> {
    if let N::ExplainStmt(tree) = node {
        let explained = tree.query.as_ref()?.node.as_ref()?;
        return if option_is_on(&tree.options, "analyze") { targets(explained) } else { Some(Vec::new()) };
    }
    let named = relations(node).or_else(|| schema_objects(node)).or_else(|| many_objects(node))?;
    Some(
        named.into_iter().map(|(kind, name)| Target { kind, schema: name.schema, name: name.name }).collect(),
    )
}

type Named = (K, Name);

fn one(kind: K, range: Option<&ast::RangeVar>) -> Vec<Named> {
    range.map(|range| (kind, relation(range))).into_iter().collect()
}

fn plain(kind: K, name: &str) -> Vec<Named> {
    vec![(kind, Name { schema: None, name: name.to_owned() })]
}

fn list(kind: K, parts: &[ast::Node]) -> Vec<Named> {
    qualified(parts).map(|name| (kind, name)).into_iter().collect()
}

fn on_table(kind: K, name: &str, table: Option<&ast::RangeVar>) -> Vec<Named> {
    [plain(kind, name), one(K::Table, table)].concat()
}

/// Statements that name relations.
fn relations(node: &N) -> Option<Vec<Named>> {
    Some(match node {
        N::InsertStmt(tree) => one(K::Table, tree.relation.as_ref()),
        N::UpdateStmt(tree) => one(K::Table, tree.relation.as_ref()),
        N::DeleteStmt(tree) => one(K::Table, tree.relation.as_ref()),
        N::MergeStmt(tree) => one(K::Table, tree.relation.as_ref()),
        N::CopyStmt(tree) => one(K::Table, tree.relation.as_ref()),
        N::CreateStmt(tree) => one(K::Table, tree.relation.as_ref()),
        N::CreateForeignTableStmt(tree) => one(K::ForeignTable, tree.base_stmt.as_ref()?.relation.as_ref()),
        N::CreateTableAsStmt(tree) => {
            let kind = if tree.objtype() == O::ObjectMatview { K::MaterializedView } else { K::Table };
            one(kind, tree.into.as_ref()?.rel.as_ref())
        }
        N::SelectStmt(tree) => {
            one(K::Table, leftmost(tree).into_clause.as_ref().and_then(|into| into.rel.as_ref()))
        }
        N::ViewStmt(tree) => one(K::View, tree.view.as_ref()),
        N::CreateSeqStmt(tree) => one(K::Sequence, tree.sequence.as_ref()),
        N::AlterSeqStmt(tree) => one(K::Sequence, tree.sequence.as_ref()),
        N::RefreshMatViewStmt(tree) => one(K::MaterializedView, tree.relation.as_ref()),
        N::ClusterStmt(tree) => one(K::Table, tree.relation.as_ref()),
        N::AlterTableStmt(tree) => one(kind(tree.objtype())?, tree.relation.as_ref()),
        N::TruncateStmt(tree) => each_relation(&tree.relations),
        N::LockStmt(tree) => each_relation(&tree.relations),
        N::VacuumStmt(tree) => tree.rels.iter().flat_map(vacuumed).collect(),
        N::IndexStmt(tree) => {
            let table = relation(tree.relation.as_ref()?);
            let index = Name { schema: table.schema.clone(), name: tree.idxname.clone() };
            let index = (!index.name.is_empty()).then_some((K::Index, index));
            index.into_iter().chain([(K::Table, table)]).collect()
        }
        N::ReindexStmt(tree) => match tree.kind() {
            ReindexObjectType::ReindexObjectIndex => one(K::Index, tree.relation.as_ref()),
            ReindexObjectType::ReindexObjectTable => one(K::Table, tree.relation.as_ref()),
            ReindexObjectType::ReindexObjectSchema => plain(K::Schema, &tree.name),
            _ if tree.name.is_empty() => Vec::new(),
            _ => plain(K::Database, &tree.name),
        },
        N::CreateTrigStmt(tree) => on_table(K::Trigger, &tree.trigname, tree.relation.as_ref()),
        N::RuleStmt(tree) => on_table(K::Rule, &tree.rulename, tree.relation.as_ref()),
        N::CreatePolicyStmt(tree) => on_table(K::Policy, &tree.policy_name, tree.table.as_ref()),
        N::AlterPolicyStmt(tree) => on_table(K::Policy, &tree.policy_name, tree.table.as_ref()),
        _ => return None,
    })
}

fn each_relation(nodes: &[ast::Node]) -> Vec<Named> {
    nodes.iter().flat_map(|node| object(O::ObjectTable, node)).collect()
}

fn vacuumed(node: &ast::Node) -> Vec<Named> {
    match &node.node {
        Some(N::VacuumRelation(tree)) => one(K::Table, tree.relation.as_ref()),
        _ => Vec::new(),
    }
}

/// Statements about one object that is no relation.
fn schema_objects(node: &N) -> Option<Vec<Named>> {
    Some(match node {
        N::CreateFunctionStmt(tree) => {
            list(if tree.is_procedure { K::Procedure } else { K::Function }, &tree.funcname)
        }
        N::AlterFunctionStmt(tree) => list(kind(tree.objtype())?, &tree.func.as_ref()?.objname),
        N::CallStmt(tree) => list(K::Procedure, &tree.funccall.as_ref()?.funcname),
        N::DefineStmt(tree) => list(kind(tree.kind())?, &tree.defnames),
        N::CompositeTypeStmt(tree) => one(K::Type, tree.typevar.as_ref()),
        N::CreateEnumStmt(tree) => list(K::Type, &tree.type_name),
        N::CreateRangeStmt(tree) => list(K::Type, &tree.type_name),
        N::AlterEnumStmt(tree) => list(K::Type, &tree.type_name),
        N::AlterTypeStmt(tree) => list(K::Type, &tree.type_name),
        N::CreateDomainStmt(tree) => list(K::Domain, &tree.domainname),
        N::AlterDomainStmt(tree) => list(K::Domain, &tree.type_name),
        N::CreateConversionStmt(tree) => list(K::Conversion, &tree.conversion_name),
        N::CreateOpClassStmt(tree) => list(K::OperatorClass, &tree.opclassname),
        N::CreateOpFamilyStmt(tree) => list(K::OperatorFamily, &tree.opfamilyname),
        N::AlterOpFamilyStmt(tree) => list(K::OperatorFamily, &tree.opfamilyname),
        N::AlterOperatorStmt(tree) => list(K::Operator, &tree.opername.as_ref()?.objname),
        N::AlterCollationStmt(tree) => list(K::Collation, &tree.collname),
        N::AlterStatsStmt(tree) => list(K::Statistics, &tree.defnames),
        N::CreateStatsStmt(tree) => {
            let tables: Vec<Named> = each_relation(&tree.relations);
            [list(K::Statistics, &tree.defnames), tables].concat()
        }
        N::AlterTsdictionaryStmt(tree) => list(K::TextSearchDictionary, &tree.dictname),
        N::AlterTsconfigurationStmt(tree) => list(K::TextSearchConfiguration, &tree.cfgname),
        N::CreateSchemaStmt(tree) if tree.schemaname.is_empty() => {
            role_name(tree.authrole.as_ref()?).map(|name| (K::Schema, name)).into_iter().collect()
        }
        N::CreateSchemaStmt(tree) => plain(K::Schema, &tree.schemaname),
        N::CreateExtensionStmt(tree) => plain(K::Extension, &tree.extname),
        N::AlterExtensionStmt(tree) => plain(K::Extension, &tree.extname),
        N::AlterExtensionContentsStmt(tree) => plain(K::Extension, &tree.extname),
        N::CreateRoleStmt(tree) => plain(K::Role, &tree.role),
        N::AlterRoleStmt(tree) => {
            role_name(tree.role.as_ref()?).map(|name| (K::Role, name)).into_iter().collect()
        }
        N::AlterRoleSetStmt(tree) => match &tree.role {
            Some(role) => role_name(role).map(|name| (K::Role, name)).into_iter().collect(),
            None => Vec::new(),
        },
        N::CreatedbStmt(tree) => plain(K::Database, &tree.dbname),
        N::DropdbStmt(tree) => plain(K::Database, &tree.dbname),
        N::AlterDatabaseStmt(tree) => plain(K::Database, &tree.dbname),
        N::AlterDatabaseRefreshCollStmt(tree) => plain(K::Database, &tree.dbname),
        N::AlterDatabaseSetStmt(tree) => plain(K::Database, &tree.dbname),
        N::CreateTableSpaceStmt(tree) => plain(K::Tablespace, &tree.tablespacename),
        N::AlterTableSpaceOptionsStmt(tree) => plain(K::Tablespace, &tree.tablespacename),
        N::DropTableSpaceStmt(tree) => plain(K::Tablespace, &tree.tablespacename),
        N::AlterTableMoveAllStmt(tree) => plain(K::Tablespace, &tree.orig_tablespacename),
        N::CreateSubscriptionStmt(tree) => plain(K::Subscription, &tree.subname),
        N::AlterSubscriptionStmt(tree) => plain(K::Subscription, &tree.subname),
        N::DropSubscriptionStmt(tree) => plain(K::Subscription, &tree.subname),
        N::CreatePublicationStmt(tree) => plain(K::Publication, &tree.pubname),
        N::AlterPublicationStmt(tree) => plain(K::Publication, &tree.pubname),
        N::CreateForeignServerStmt(tree) => plain(K::Server, &tree.servername),
        N::AlterForeignServerStmt(tree) => plain(K::Server, &tree.servername),
        N::CreateFdwStmt(tree) => plain(K::ForeignDataWrapper, &tree.fdwname),
        N::AlterFdwStmt(tree) => plain(K::ForeignDataWrapper, &tree.fdwname),
        N::CreateEventTrigStmt(tree) => plain(K::EventTrigger, &tree.trigname),
        N::AlterEventTrigStmt(tree) => plain(K::EventTrigger, &tree.trigname),
        N::CreatePlangStmt(tree) => plain(K::Language, &tree.plname),
        N::CreateAmStmt(tree) => plain(K::AccessMethod, &tree.amname),
        N::ImportForeignSchemaStmt(tree) => plain(K::Schema, &tree.local_schema),
        _ => return None,
    })
}

/// Statements that serve many kinds of object.
fn many_objects(node: &N) -> Option<Vec<Named>> {
    Some(match node {
        N::DropStmt(tree) => tree.objects.iter().flat_map(|node| object(tree.remove_type(), node)).collect(),
        N::DropRoleStmt(tree) => tree.roles.iter().flat_map(|node| object(O::ObjectRole, node)).collect(),
        N::CommentStmt(tree) => object(tree.objtype(), tree.object.as_ref()?),
        N::SecLabelStmt(tree) => object(tree.objtype(), tree.object.as_ref()?),
        N::GrantStmt(tree) if tree.targtype() == GrantTargetType::AclTargetAllInSchema => {
            tree.objects.iter().flat_map(|node| object(O::ObjectSchema, node)).collect()
        }
        N::GrantStmt(tree) => tree.objects.iter().flat_map(|node| object(tree.objtype(), node)).collect(),
        N::AlterObjectSchemaStmt(tree) => {
            moved(tree.object_type(), tree.relation.as_ref(), tree.object.as_deref())
        }
        N::AlterOwnerStmt(tree) => moved(tree.object_type(), tree.relation.as_ref(), tree.object.as_deref()),
        N::AlterObjectDependsStmt(tree) => {
            let named = moved(tree.object_type(), None, tree.object.as_deref());
            match (tree.object_type(), tree.relation.as_ref()) {
                (O::ObjectTrigger, table) => [named, one(K::Table, table)].concat(),
                (_, None) => named,
                (kind_of_object, relation) => one(kind(kind_of_object)?, relation),
            }
        }
        N::RenameStmt(tree) => renamed(tree)?,
        _ => return None,
    })
}

fn moved(kind_of_object: O, range: Option<&ast::RangeVar>, node: Option<&ast::Node>) -> Vec<Named> {
    match (range, node) {
        (Some(range), _) => kind(kind_of_object).map(|kind| (kind, relation(range))).into_iter().collect(),
        (None, Some(node)) => object(kind_of_object, node),
        (None, None) => Vec::new(),
    }
}

fn renamed(tree: &ast::RenameStmt) -> Option<Vec<Named>> {
    let range = tree.relation.as_ref();
    Some(match (tree.rename_type(), tree.object.as_deref()) {
        (O::ObjectColumn | O::ObjectAttribute, _) => {
            one(kind(tree.relation_type()).unwrap_or(K::Type), range)
        }
        (O::ObjectTabconstraint, _) => one(K::Table, range),
        (O::ObjectDomconstraint, Some(node)) => object(O::ObjectDomain, node),
        (kind_of_object @ (O::ObjectPolicy | O::ObjectRule | O::ObjectTrigger), _) => {
            on_table(kind(kind_of_object)?, &tree.subname, range)
        }
        (kind_of_object, Some(node)) => object(kind_of_object, node),
        (kind_of_object, None) if range.is_some() => one(kind(kind_of_object)?, range),
        (kind_of_object, None) => plain(kind(kind_of_object)?, &tree.subname),
    })
}
