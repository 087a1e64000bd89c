//! Arguments that say which columns of a row to write, and what: documents, lists of names and values, a name and a
//! value. A's own row is named, and among what it is to hold is the tenant.

use bulkhead_connect::quote_literal;
use bulkhead_sql::has_word;
use serde_json::{Map, Value as Json};

use super::columns::family;
use super::mixes::own_of;
use super::payloads::{LISTS, json, other};
use crate::isolation::attack::Field;
use crate::isolation::attack::arena::{POLICIES_ALONE, Row};
use crate::isolation::attack::belonging::is_of;
use crate::isolation::attack::functions::{Argument, Function, Mode, Value};
use crate::isolation::attack::values::fresh_key;
use crate::isolation::scope::{Relation, TenantPath};

/// How many tables are written.
const TABLES: usize = 2;

/// How many lists of arguments are made.
const MOST: usize = 16;

/// What in a body shows that names of columns are put into a statement.
const DYNAMIC: &[&str] = &["execute", "format", "quote_ident"];

/// Lists in which all arguments are A's own, but for what is to be written.
pub(in crate::isolation::attack) fn lists(field: &Field<'_>, function: &Function) -> Vec<Vec<Value>> {
    let mut lists = Vec::new();
    let body = function.body.to_lowercase();
    let is_dynamic = DYNAMIC.iter().any(|word| has_word(&body, word));
    let named = |relation: &&Relation| has_word(&function.body, &relation.table) || is_dynamic;
    let relations = field.scope.relations.iter().filter(|it| it.partition_of.is_none()).filter(named);
    let mut tables: Vec<Table<'_>> = relations.filter_map(|it| Table::of(field, it)).collect();
    tables.sort_by_key(|table| !has_word(&function.body, &table.relation.table));
    for table in tables.iter().take(TABLES) {
        for (place, argument) in function.arguments.iter().enumerate().filter(|(_, it)| it.mode == Mode::In) {
            let values = table.documents(argument, &function.body);
            lists.extend(values.into_iter().map(|value| filled(field, function, table, &[(place, value)])));
        }
        if is_dynamic {
            lists.extend(table.pairs(field, function));
        }
    }
    lists.truncate(MOST);
    lists
}

/// SQL by which the superuser takes away the rows of A's that refer to those that a function writes: not every row has
/// others hanging on it, and those would hold it where it is.
pub(in crate::isolation::attack) fn room(field: &Field<'_>, function: &Function) -> String {
    let is_written = |it: &&Relation| has_word(&function.body, &it.table) && it.tenant.is_some();
    let written: Vec<String> =
        field.scope.relations.iter().filter(is_written).map(|it| it.oid.to_string()).collect();
    if written.is_empty() {
        return String::new();
    }
    let gone = field.scope.relations.iter().filter_map(|child| {
        let is_filled = field.ground.rows.get(&child.oid).is_some_and(|rows| rows.sample_a.is_some())
            && !has_word(&function.body, &child.table);
        let of_a = is_of(field.scope, child, "t", &field.probe.tenants[0]).filter(|_| is_filled)?;
        Some(format!(
            "IF EXISTS (SELECT FROM pg_constraint AS c WHERE c.contype = 'f' AND c.conrelid = {0} AND c.confrelid <> {0}\n             AND c.confrelid = ANY ('{{{1}}}'::oid[])) THEN DELETE FROM {2} AS t WHERE {of_a}; END IF;\n",
            child.oid,
            written.join(","),
            child.name
        ))
    });
    let gone: String = gone.collect();
    format!(
        "{POLICIES_ALONE}DO $room$ BEGIN {gone}END $room$;\nSET LOCAL session_replication_role = origin;\n"
    )
}

/// A list of A's own arguments with some others in it. Where a table is asked for, it is the one that is written.
fn filled(field: &Field<'_>, function: &Function, table: &Table<'_>, given: &[(usize, Value)]) -> Vec<Value> {
    let of = |place: usize| {
        let argument = &function.arguments[place];
        if let Some((_, value)) = given.iter().find(|(at, _)| *at == place) {
            return value.clone();
        }
        let is_table = ["table", "relation", "entity", "tbl"].iter().any(|it| argument.name.contains(it));
        match argument.data_type.as_str() {
            "regclass" => plain(quote_literal(&table.relation.name)),
            "text" | "name" if is_table => plain(quote_literal(&table.relation.table)),
            _ => own_of(field, function, place),
        }
    };
    (0..function.arguments.len()).map(of).collect()
}

fn plain(sql: String) -> Value {
    Value { sql, tenant: false, key: false, name: false, content: false }
}

fn of_b(sql: String) -> Value {
    Value { tenant: true, ..plain(sql) }
}

/// A table whose rows have the tenant in a column.
struct Table<'f> {
    relation: &'f Relation,
    /// The place and name of the tenant's column.
    path: (usize, &'f str),
    tenant: &'f str,
    of_a: &'f Row,
    of_b: &'f Row,
}

impl<'f> Table<'f> {
    fn of(field: &'f Field<'_>, relation: &'f Relation) -> Option<Table<'f>> {
        let Some(TenantPath::Column { column }) = &relation.tenant else { return None };
        let rows = field.ground.rows.get(&relation.oid)?;
        let place = relation.columns.iter().position(|it| it.name == *column)?;
        Some(Table {
            relation,
            path: (place, column),
            tenant: &field.probe.tenants[1],
            of_a: rows.sample_a.as_ref()?,
            of_b: rows.samples_b.first()?,
        })
    }

    /// Values for an argument that holds all columns that are to be written.
    fn documents(&self, argument: &Argument, body: &str) -> Vec<Value> {
        let is_list = LISTS.iter().any(|name| has_word(body, name));
        match argument.data_type.as_str() {
            "json" | "jsonb" => self
                .objects()
                .into_iter()
                .map(|object| if is_list { Json::Array(vec![object]) } else { object })
                .map(|document| of_b(quote_literal(&document.to_string())))
                .collect(),
            "hstore" => vec![of_b(quote_literal(&format!("\"{}\"=>\"{}\"", self.path.1, self.tenant)))],
            _ => Vec::new(),
        }
    }

    /// The tenant alone, with another key, A's row with B's tenant, and B's row with another key.
    fn objects(&self) -> Vec<Json> {
        let tenant = self.value(self.of_b, self.path.0);
        let alone = Map::from_iter([(self.path.1.to_owned(), tenant.clone())]);
        let mut keyed = alone.clone();
        let mut theirs = self.whole(self.of_b);
        for (key, _) in fresh_key(self.relation, self.of_b) {
            let place = self.relation.columns.iter().position(|it| it.name == key);
            if let Some(place) = place {
                let fresh =
                    other(&self.relation.columns[place], self.of_b.get(place).and_then(Option::as_ref));
                keyed.insert(key.clone(), fresh.clone());
                theirs.insert(key, fresh);
            }
        }
        let mut own = self.whole(self.of_a);
        own.insert(self.path.1.to_owned(), tenant);
        [alone, keyed, own, theirs].map(Json::Object).into()
    }

    fn whole(&self, row: &Row) -> Map<String, Json> {
        let columns = self.relation.columns.iter().enumerate().filter(|(_, column)| !column.generated);
        columns.map(|(place, column)| (column.name.clone(), self.value(row, place))).collect()
    }

    fn value(&self, row: &Row, place: usize) -> Json {
        let value = row.get(place).and_then(Option::as_ref);
        value.map_or(Json::Null, |value| json(&self.relation.columns[place], value))
    }

    /// Lists in which one argument names the tenant's column and another B.
    fn pairs(&self, field: &Field<'_>, function: &Function) -> Vec<Vec<Value>> {
        let text = |argument: &Argument, end: &str| {
            let element = argument.data_type.strip_suffix(end);
            argument.mode != Mode::Out
                && element.is_some_and(|it| !it.ends_with("[]") && family(it) == "text")
        };
        let mut lists = Vec::new();
        for end in ["", "[]"] {
            let places: Vec<usize> = (0..function.arguments.len())
                .filter(|place| text(&function.arguments[*place], end))
                .collect();
            for name in &places {
                for value in places.iter().filter(|value| *value != name) {
                    let wrap = |sql: String| if end.is_empty() { sql } else { format!("ARRAY[{sql}]") };
                    let name = (*name, plain(wrap(quote_literal(self.path.1))));
                    let value = (*value, of_b(wrap(quote_literal(self.tenant))));
                    lists.push(filled(field, function, self, &[name, value]));
                }
            }
        }
        lists
    }
}
