//! The tables that tenants share, as the catalog and the manifest say it together.

use bulkhead_operate::{Hop, SharedTable};
use bulkhead_project::{Project, Tenancy};
use bulkhead_prove::{Relation, RelationKind, Scope, TenantPath};
use tokio_postgres::Client;

use crate::Trouble;

/// Reads them.
pub(super) async fn read(
    client: &Client,
    project: &Project,
    tenancy: &Tenancy,
) -> Result<Vec<SharedTable>, Trouble> {
    let ledger_schema = &project.manifest.project.ledger_schema;
    Ok(of_scope(&Scope::read(client, tenancy.clone(), ledger_schema).await?))
}

/// Tables with rows of tenants; partitions count for the table that they belong to.
fn of_scope(scope: &Scope) -> Vec<SharedTable> {
    let has_rows = |kind| matches!(kind, RelationKind::Table | RelationKind::Partitioned);
    let tables = scope.of_tenants().filter(|table| has_rows(table.kind) && table.partition_of.is_none());
    tables.filter_map(|table| way(scope, table)).collect()
}

/// The foreign keys from a table to the column that names the tenant.
fn way(scope: &Scope, table: &Relation) -> Option<SharedTable> {
    let (mut way, mut at) = (Vec::new(), table);
    loop {
        match at.tenant.as_ref()? {
            TenantPath::Root { column } | TenantPath::Column { column } => {
                return Some(SharedTable { name: table.name.clone(), way, column: column.clone() });
            }
            TenantPath::Parent { columns, parent, referenced } => {
                let parent = scope.relation(*parent)?;
                way.push(Hop {
                    columns: columns.clone(),
                    parent: parent.name.clone(),
                    referenced: referenced.clone(),
                });
                at = parent;
            }
            // Such a row may be of several tenants at once: it is nobody's share.
            TenantPath::Link { .. } => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn relation(oid: u32, name: &str, kind: RelationKind, tenant: Option<TenantPath>) -> Relation {
        Relation {
            oid,
            name: format!("app.{name}"),
            schema: "app".to_owned(),
            table: name.to_owned(),
            kind,
            partition_of: (name == "part").then_some(2),
            columns: Vec::new(),
            key: Vec::new(),
            tenant,
        }
    }

    #[test]
    fn each_table_has_the_way_to_its_tenants() {
        let column = || Some(TenantPath::Column { column: "org".to_owned() });
        let parent = |parent| {
            let (columns, referenced) = (vec!["up".to_owned()], vec!["id".to_owned()]);
            Some(TenantPath::Parent { columns, parent, referenced })
        };
        let root = Some(TenantPath::Root { column: "id".to_owned() });
        let relations = vec![
            relation(1, "org", RelationKind::Table, root),
            relation(2, "doc", RelationKind::Partitioned, column()),
            relation(3, "part", RelationKind::Table, column()),
            relation(4, "page", RelationKind::Table, parent(2)),
            relation(5, "mark", RelationKind::Table, parent(4)),
            relation(6, "plan", RelationKind::Table, None),
            relation(7, "shown", RelationKind::View, column()),
        ];
        let manifest = bulkhead_project::Manifest::parse("[tenancy]\nlevel = \"row\"", "x".as_ref()).unwrap();
        let scope = Scope { tenancy: manifest.tenancy.unwrap(), relations };
        let told: Vec<String> = of_scope(&scope)
            .iter()
            .map(|table| {
                let way: Vec<&str> = table.way.iter().map(|hop| hop.parent.as_str()).collect();
                format!("{} {} {}", table.name, way.join(">"), table.column)
            })
            .collect();
        assert_eq!(
            told,
            ["app.org  id", "app.doc  org", "app.page app.doc org", "app.mark app.page>app.doc org"]
        );
    }
}
