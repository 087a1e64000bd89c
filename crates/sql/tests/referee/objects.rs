//! Object kinds of the syntax trees, and how their names are held there.

use super::{qualified, relation, string};
use bulkhead_sql::{Name, ObjectKind as K};
use pg_query::NodeEnum as N;
use pg_query::protobuf::{self as ast, ObjectType as O};

/// The words of a command tag after its verb.
pub fn words(kind: O) -> Option<&'static str> {
    Some(match kind {
        O::ObjectAttribute | O::ObjectType => "TYPE",
        O::ObjectColumn | O::ObjectTable | O::ObjectTabconstraint => "TABLE",
        O::ObjectDomain | O::ObjectDomconstraint => "DOMAIN",
        O::ObjectAccessMethod => "ACCESS METHOD",
        O::ObjectAggregate => "AGGREGATE",
        O::ObjectCast => "CAST",
        O::ObjectCollation => "COLLATION",
        O::ObjectConversion => "CONVERSION",
        O::ObjectDatabase => "DATABASE",
        O::ObjectEventTrigger => "EVENT TRIGGER",
        O::ObjectExtension => "EXTENSION",
        O::ObjectFdw => "FOREIGN DATA WRAPPER",
        O::ObjectForeignServer => "SERVER",
        O::ObjectForeignTable => "FOREIGN TABLE",
        O::ObjectFunction => "FUNCTION",
        O::ObjectIndex => "INDEX",
        O::ObjectLanguage => "LANGUAGE",
        O::ObjectLargeobject => "LARGE OBJECT",
        O::ObjectMatview => "MATERIALIZED VIEW",
        O::ObjectOpclass => "OPERATOR CLASS",
        O::ObjectOperator => "OPERATOR",
        O::ObjectOpfamily => "OPERATOR FAMILY",
        O::ObjectPolicy => "POLICY",
        O::ObjectProcedure => "PROCEDURE",
        O::ObjectPublication => "PUBLICATION",
        O::ObjectRole => "ROLE",
        O::ObjectRoutine => "ROUTINE",
        O::ObjectRule => "RULE",
        O::ObjectSchema => "SCHEMA",
        O::ObjectSequence => "SEQUENCE",
        O::ObjectSubscription => "SUBSCRIPTION",
        O::ObjectStatisticExt => "STATISTICS",
        O::ObjectTablespace => "TABLESPACE",
        O::ObjectTransform => "TRANSFORM",
        O::ObjectTrigger => "TRIGGER",
        O::ObjectTsconfiguration => "TEXT SEARCH CONFIGURATION",
        O::ObjectTsdictionary => "TEXT SEARCH DICTIONARY",
        O::ObjectTsparser => "TEXT SEARCH PARSER",
        O::ObjectTstemplate => "TEXT SEARCH TEMPLATE",
        O::ObjectView => "VIEW",
        _ => return None,
    })
}

/// The crate's kind for a tree's kind of object.
pub fn kind(kind: O) -> Option<K> {
    Some(match kind {
        O::ObjectAttribute | O::ObjectType => K::Type,
        O::ObjectColumn | O::ObjectTable => K::Table,
        O::ObjectTabconstraint | O::ObjectDomconstraint => K::Constraint,
        O::ObjectDomain => K::Domain,
        O::ObjectAccessMethod => K::AccessMethod,
        O::ObjectAggregate => K::Aggregate,
        O::ObjectCollation => K::Collation,
        O::ObjectConversion => K::Conversion,
        O::ObjectDatabase => K::Database,
        O::ObjectEventTrigger => K::EventTrigger,
        O::ObjectExtension => K::Extension,
        O::ObjectFdw => K::ForeignDataWrapper,
        O::ObjectForeignServer => K::Server,
        O::ObjectForeignTable => K::ForeignTable,
        O::ObjectFunction => K::Function,
        O::ObjectIndex => K::Index,
        O::ObjectLanguage => K::Language,
        O::ObjectMatview => K::MaterializedView,
        O::ObjectOpclass => K::OperatorClass,
        O::ObjectOperator => K::Operator,
        O::ObjectOpfamily => K::OperatorFamily,
        O::ObjectPolicy => K::Policy,
        O::ObjectProcedure => K::Procedure,
        O::ObjectPublication => K::Publication,
        O::ObjectRole => K::Role,
        O::ObjectRoutine => K::Routine,
        O::ObjectRule => K::Rule,
        O::ObjectSchema => K::Schema,
        O::ObjectSequence => K::Sequence,
        O::ObjectSubscription => K::Subscription,
        O::ObjectStatisticExt => K::Statistics,
        O::ObjectTablespace => K::Tablespace,
        O::ObjectTrigger => K::Trigger,
        O::ObjectTsconfiguration => K::TextSearchConfiguration,
        O::ObjectTsdictionary => K::TextSearchDictionary,
        O::ObjectTsparser => K::TextSearchParser,
        O::ObjectTstemplate => K::TextSearchTemplate,
        O::ObjectView => K::View,
        _ => return None,
    })
}

/// The targets an object node stands for.
pub fn object(kind_of_object: O, node: &ast::Node) -> Vec<(K, Name)> {
    let Some(kind) = kind(kind_of_object) else { return Vec::new() };
    let Some(node) = node.node.as_ref() else { return Vec::new() };
    match (kind_of_object, node) {
        (O::ObjectColumn, N::List(list)) => with_table(&list.items[..list.items.len() - 1], K::Table, None),
        (O::ObjectDomconstraint, N::List(list)) => {
            let domain = list.items.first().and_then(|item| name_in(item.node.as_ref()?));
            let constraint = list.items.last().and_then(string).map(|name| Name { schema: None, name });
            constraint
                .map(|name| (kind, name))
                .into_iter()
                .chain(domain.map(|name| (K::Domain, name)))
                .collect()
        }
        (O::ObjectPolicy | O::ObjectRule | O::ObjectTrigger | O::ObjectTabconstraint, N::List(list)) => {
            let (name, table) = list.items.split_last().expect("a name");
            with_table(table, K::Table, string(name).map(|name| (kind, Name { schema: None, name })))
        }
        // The name of an operator class or family comes after its access method.
        (O::ObjectOpclass | O::ObjectOpfamily, N::List(list)) => {
            qualified(&list.items[1..]).map(|name| (kind, name)).into_iter().collect()
        }
        _ => name_in(node).map(|name| (kind, name)).into_iter().collect(),
    }
}

fn with_table(table: &[ast::Node], kind: K, object: Option<(K, Name)>) -> Vec<(K, Name)> {
    object.into_iter().chain(qualified(table).map(|name| (kind, name))).collect()
}

fn name_in(node: &N) -> Option<Name> {
    match node {
        N::String(string) => Some(Name { schema: None, name: string.sval.clone() }),
        N::List(list) => qualified(&list.items),
        N::TypeName(name) => qualified(&name.names),
        N::ObjectWithArgs(object) => qualified(&object.objname),
        N::RangeVar(range) => Some(relation(range)),
        N::RoleSpec(role) => role_name(role),
        _ => None,
    }
}

/// The name of a role; the special ones as they are written.
pub fn role_name(role: &ast::RoleSpec) -> Option<Name> {
    use ast::RoleSpecType as R;
    let name = match role.roletype() {
        R::RolespecCstring => role.rolename.clone(),
        R::RolespecCurrentRole => "current_role".to_owned(),
        R::RolespecCurrentUser => "current_user".to_owned(),
        R::RolespecSessionUser => "session_user".to_owned(),
        R::RolespecPublic => "public".to_owned(),
        R::Undefined => return None,
    };
    Some(Name { schema: None, name })
}
