//! Common tables beside the schemas of tenants with a column that says whose a row is: there the tenants are kept apart
//! as everywhere where they share a table, and are attacked so.

use bulkhead_connect::{quote_identifier, quote_literal};
use bulkhead_project::Level;
use tokio_postgres::Client;

use super::Probe;
use super::arena::{Row, ask};
use super::functions::arguments::columns::family;
use super::ground::{number, text};
use crate::ProveError;
use crate::isolation::scope::{Relation, Scope, TenantPath};

const COLUMNS: &str = include_str!("homes.sql");

/// How rows are marked that were made for nobody.
const MARK: &str = "bulkhead_probe_common";

/// Gives rows of such tables to A and B, and says in the scope that they are theirs.
pub(super) async fn settle(client: &Client, scope: &mut Scope, probe: &Probe) -> Result<(), ProveError> {
    let schemas = &scope.tenancy.context.schemas;
    if scope.tenancy.level != Level::Schema || schemas.len() < 2 {
        return Ok(());
    }
    let list = |names: Vec<&String>| {
        let names: Vec<String> = names.into_iter().map(|name| quote_literal(name)).collect();
        format!("ARRAY[{}]", names.join(", "))
    };
    let sql = COLUMNS
        .replace("{names}", &list(probe.tenants.iter().collect()))
        .replace("{schemas}", &list(schemas.values().collect()));
    for row in ask(client, &sql).await? {
        let (oid, column) = (number(&row, 0), text(&row, 1));
        let Some(relation) = scope.relation(oid) else { continue };
        if relation.tenant.is_some() || scope.is_shared(relation) {
            continue;
        }
        if give(client, relation, &column, probe).await? {
            let own = scope.relations.iter_mut().find(|it| it.oid == oid);
            own.into_iter().for_each(|it| it.tenant = Some(TenantPath::Column { column: column.clone() }));
        }
    }
    Ok(())
}

/// Gives the first row to A and the next to B, with their marks where nothing forbids it.
async fn give(client: &Client, relation: &Relation, column: &str, probe: &Probe) -> Result<bool, ProveError> {
    let name = &relation.name;
    let places = format!("SELECT tableoid, ctid FROM {name} ORDER BY tableoid, ctid LIMIT 2");
    let places = ask(client, &places).await?;
    if places.len() < 2 {
        return Ok(false);
    }
    let is_text = |data_type: &str| matches!(family(data_type), "text" | "json" | "jsonb");
    let texts = relation.columns.iter().filter(|it| it.name != column && !it.generated);
    let texts: Vec<_> = texts.filter(|it| is_text(&it.data_type)).collect();
    let update = |(tenant, letter, place): (&String, &str, &Row), is_marked: bool| {
        let mut set = vec![format!("{} = {}", quote_identifier(column), quote_literal(tenant))];
        set.extend(texts.iter().filter(|_| is_marked).map(|it| {
            let own = quote_identifier(&it.name);
            format!("{own} = replace({own}::text, '{MARK}', 'bulkhead_probe_{letter}')::{}", it.data_type)
        }));
        format!(
            "UPDATE {name} SET {} WHERE (tableoid, ctid) = ({}, {});\n",
            set.join(", "),
            text(place, 0),
            quote_literal(&text(place, 1))
        )
    };
    for is_marked in [true, false] {
        let given = probe.tenants.iter().zip(["a", "b"]).zip(&places);
        let updates: String =
            given.map(|((tenant, letter), place)| update((tenant, letter, place), is_marked)).collect();
        let sql = format!("BEGIN; SET LOCAL session_replication_role = replica;\n{updates}COMMIT");
        match client.simple_query(&sql).await {
            Ok(_) => return Ok(true),
            Err(_) => drop(ask(client, "ROLLBACK").await?),
        }
    }
    Ok(false)
}
