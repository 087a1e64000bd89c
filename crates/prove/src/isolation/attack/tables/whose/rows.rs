//! Rows of A's and of B's in a table that has no column for the tenant.

use bulkhead_connect::quote_literal;
use bulkhead_sql::has_word;

use crate::ProveError;
use crate::isolation::attack::Field;
use crate::isolation::attack::arena::{Row, ask};
use crate::isolation::attack::belonging::path_columns;
use crate::isolation::attack::functions::arguments::columns::family;
use crate::isolation::attack::marks::{CANARY, CANARY_OF_A};
use crate::isolation::attack::values::{fresh, insert, value};
use crate::isolation::attack::worlds::texts::constants;
use crate::isolation::scope::{Column, Relation};

/// How many pairs of rows are written into a table.
const PAIRS: usize = 48;

/// How many values of one column are tried.
const VALUES: usize = 6;

/// Names of columns that say which user a row belongs to.
const OWNERS: &[&str] = &["owner", "user", "author", "member", "account", "profile", "uploaded", "created"];

/// Words by which what is meant for everybody is called.
const FOR_ALL: &[&str] = &[
    "public", "avatar", "logo", "shared", "global", "system", "template", "publish", "everyone", "common",
    "asset",
];

/// A word that no policy knows.
const OTHER: &str = "other";

/// Two rows that differ in whose they are.
pub(super) struct Pair {
    /// The INSERTs, for A and for B.
    pub rows: [String; 2],
    /// The columns that are written.
    pub columns: Vec<String>,
    /// What says that the row is B's, and what it says besides.
    pub words: String,
    /// Whether a word of it says that it is meant for everybody.
    pub is_for_all: bool,
}

/// What a column holds in a row of A's and in one of B's.
#[derive(Clone)]
struct Held {
    values: [String; 2],
    is_whose: bool,
}

/// Whether a table is a store of files: a bucket, and a path in it.
pub(super) fn is_store(relation: &Relation) -> bool {
    let is =
        |words: &[&str]| relation.columns.iter().any(|it| words.contains(&it.name.to_lowercase().as_str()));
    is(&["bucket", "bucket_id", "bucketid", "bucket_name"]) && is(&["name", "path", "key", "object_key"])
}

/// All pairs that the policies' text may tell apart or let through.
pub(super) async fn pairs(
    field: &Field<'_>,
    relation: &Relation,
    text: &str,
) -> Result<Vec<Pair>, ProveError> {
    let any = format!("SELECT t.* FROM {} AS t LIMIT 1", relation.name);
    let template = ask(field.arena.client, &any).await?.into_iter().next();
    let mut lists: Vec<(&Column, Vec<Held>)> = Vec::new();
    let mut fixed: Vec<(&Column, String)> = Vec::new();
    for column in relation.columns.iter().filter(|it| !it.generated) {
        let choices = choices(field, relation, column, text);
        // What only numbers the rows says nothing of whose they are.
        let facts = field.ground.facts.get(&relation.oid);
        let is_number = relation.key == [column.name.clone()]
            && facts.is_some_and(|facts| facts.defaults.contains(&column.name));
        let whose = if choices.is_empty() && !is_number { whose(field, column, text) } else { Vec::new() };
        if !choices.is_empty() {
            let held = |it: &String| Held { values: [quote_literal(it), quote_literal(it)], is_whose: false };
            lists.push((column, choices.iter().map(held).collect()));
        } else if !whose.is_empty() {
            lists.push((column, whose));
        } else if let Some(plain) = plain(field, relation, column, template.as_ref()) {
            fixed.push((column, plain));
        }
    }
    let mut rows: Vec<Vec<(&Column, Held)>> = vec![Vec::new()];
    // What says whose a row is comes first, so that all that it says besides is tried with each.
    lists.sort_by_key(|(_, list)| !list.first().is_some_and(|it| it.is_whose));
    for (column, list) in &lists {
        let with = rows.iter().flat_map(|row| {
            list.iter().map(move |held| {
                let mut row = row.clone();
                row.push((*column, held.clone()));
                row
            })
        });
        rows = with.take(PAIRS).collect();
    }
    rows.retain(|row| row.iter().any(|(_, held)| held.is_whose));
    Ok(rows.iter().map(|row| pair(relation, row, &fixed)).collect())
}

fn pair(relation: &Relation, row: &[(&Column, Held)], fixed: &[(&Column, String)]) -> Pair {
    let of = |tenant: usize| {
        let held = row.iter().map(|(column, held)| (column.name.as_str(), held.values[tenant].clone()));
        let beside = fixed.iter().map(|(column, value)| (column.name.as_str(), value.clone()));
        insert(&relation.name, held.chain(beside))
    };
    let said = |is_whose: bool| {
        let said = row.iter().filter(|(_, held)| held.is_whose == is_whose);
        said.map(|(column, held)| format!("{} = {}", column.name, held.values[1])).collect::<Vec<_>>()
    };
    let (whose, besides) = (said(true).join(" and "), said(false).join(" and "));
    let lower = besides.to_lowercase();
    Pair {
        rows: [of(0), of(1)],
        columns: row
            .iter()
            .map(|it| it.0)
            .chain(fixed.iter().map(|it| it.0))
            .map(|it| it.name.clone())
            .collect(),
        is_for_all: FOR_ALL.iter().any(|word| lower.contains(word)),
        words: if besides.is_empty() { whose } else { format!("{whose}, where {besides}") },
    }
}

/// The words that a column may hold where the policies compare it with some.
fn choices(field: &Field<'_>, relation: &Relation, column: &Column, text: &str) -> Vec<String> {
    let compared = compared(text, &column.name);
    if compared.is_empty() {
        return Vec::new();
    }
    let facts = field.ground.facts.get(&relation.oid);
    let allowed = facts.and_then(|facts| facts.allowed.get(&column.name));
    let mut words = allowed.map_or_else(|| compared.clone(), |allowed| constants(allowed));
    if allowed.is_none() {
        words.truncate(VALUES - 1);
        words.push(OTHER.to_owned());
    }
    words.truncate(VALUES);
    words
}

/// The constants with which a text compares a column.
fn compared(text: &str, column: &str) -> Vec<String> {
    let mut found = Vec::new();
    // The server breaks the lines of CASE.
    let text = &text.split_whitespace().collect::<Vec<_>>().join(" ");
    for (at, _) in text.match_indices(column) {
        let is_part = |c: char| c.is_alphanumeric() || c == '_';
        let rest = &text[at + column.len()..];
        if text[..at].ends_with(is_part) || rest.starts_with(is_part) {
            continue;
        }
        let rest = rest.trim_start_matches(['"', ')', ' ']);
        let cast = rest.strip_prefix("::").map(|rest| rest.trim_start_matches("character varying"));
        let rest = cast.map_or(rest, |rest| rest.trim_start_matches(|c: char| is_part(c) || c == '.'));
        let rest = rest.trim_start_matches([')', ' ']);
        let signs = ["=", "<>", "!=", "IN ", "in ", "NOT IN ", "not in ", "WHEN ", "IS DISTINCT FROM "];
        let Some(sign) = signs.into_iter().find(|sign| rest.starts_with(sign)) else { continue };
        let end = ["AND ", "OR ", "ELSE", ";"].into_iter().filter_map(|end| rest.find(end)).min();
        let part = &rest[sign.len()..end.unwrap_or(rest.len())];
        let bare = part.trim_start_matches([' ', '(']);
        let bare = bare.strip_prefix("ANY").or(bare.strip_prefix("ALL")).unwrap_or(bare);
        let bare = bare.trim_start_matches([' ', '(']);
        if bare.starts_with('\'') || bare.starts_with("ARRAY[") {
            // Of CASE, all branches.
            found.extend(constants(if sign.starts_with("WHEN") { rest } else { part }));
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    found.retain(|word| seen.insert(word.clone()));
    found
}

/// What says in a column whose a row is: a tenant, a user, a path that begins with one, the key of a tenant's row.
fn whose(field: &Field<'_>, column: &Column, text: &str) -> Vec<Held> {
    let lower = column.name.to_lowercase();
    let is_owner = OWNERS.iter().any(|word| lower.contains(word)) && !lower.ends_with("at");
    if !has_word(text, &column.name) && !is_owner {
        return Vec::new();
    }
    let tenants = field.probe.tenants.each_ref().map(String::clone);
    let users = [0, 1].map(|tenant| field.arena.contexts.id(tenant).to_owned());
    let mut ids = vec![tenants.clone()];
    if users != tenants {
        ids.insert(usize::from(!is_owner), users);
    }
    let is_text = matches!(family(&column.data_type), "text");
    let fits = |id: &String| match column.data_type.as_str() {
        "uuid" => id.len() == 36,
        "integer" | "bigint" => id.parse::<i64>().is_ok(),
        _ => is_text,
    };
    let mut values: Vec<[String; 2]> = Vec::new();
    if is_text && !is_owner {
        let marks = [CANARY_OF_A, CANARY];
        values.extend(ids.iter().map(|ids| [0, 1].map(|it| format!("{}/{}_file", ids[it], marks[it]))));
    }
    values.extend(ids.into_iter().filter(|ids| ids.iter().all(fits)));
    values.extend(keys(field, column, text));
    let held = |values: [String; 2]| Held { values: values.map(|it| quote_literal(&it)), is_whose: true };
    values.into_iter().take(VALUES).map(held).collect()
}

/// Keys of A's and B's rows in the tables that a text names, where they are one column of the type.
fn keys(field: &Field<'_>, column: &Column, text: &str) -> Vec<[String; 2]> {
    let tables = field
        .scope
        .of_tenants()
        .filter(|it| crate::isolation::attack::is_table(it) && has_word(text, &it.table));
    let of = |relation: &Relation| {
        let path = path_columns(relation);
        let mut free =
            relation.key.iter().filter(|name| relation.key.len() == 1 || !path.contains(&name.as_str()));
        let (key, None) = (free.next()?, free.next()) else { return None };
        let place = relation.columns.iter().position(|it| it.name == *key)?;
        let rows = field.ground.rows.get(&relation.oid)?;
        let held = |row: &Row| row.get(place).cloned().flatten();
        let values = [held(rows.sample_a.as_ref()?)?, held(rows.samples_b.first()?)?];
        (relation.columns[place].data_type == column.data_type && values[0] != values[1]).then_some(values)
    };
    tables.filter_map(of).collect()
}

/// What else a row holds: as little as it may.
fn plain(field: &Field<'_>, relation: &Relation, column: &Column, template: Option<&Row>) -> Option<String> {
    let has_default =
        field.ground.facts.get(&relation.oid).is_some_and(|facts| facts.defaults.contains(&column.name));
    if has_default && column.data_type != "boolean" {
        return None;
    }
    if !column.not_null {
        return Some("NULL".to_owned());
    }
    let like = template.map_or_else(|| "NULL".to_owned(), |row| value(relation, row, &column.name));
    let is_key = relation.key.contains(&column.name);
    Some(match (column.data_type.as_str(), like.as_str()) {
        ("boolean", _) => "false".to_owned(),
        (data_type, "NULL") => match family(data_type) {
            "number" | "decimal" => "1".to_owned(),
            "time" => "now()".to_owned(),
            "text" => quote_literal("x"),
            _ => fresh(data_type, "''").unwrap_or_else(|| quote_literal("{}")),
        },
        (data_type, like) if is_key => fresh(data_type, like).unwrap_or_else(|| like.to_owned()),
        (_, like) => like.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_compared_with_the_words_behind_it() {
        let cases: &[(&str, &str, &[&str])] = &[
            ("((bucket = 'photos'::text) AND (uid() IS NOT NULL))", "bucket", &["photos"]),
            ("(((kind)::text <> 'Lesson'::text) OR (EXISTS (SELECT 'x')))", "kind", &["Lesson"]),
            ("(kind = ANY (ARRAY['a'::text, 'b'::text]))", "kind", &["a", "b"]),
            ("CASE kind\n    WHEN 'a'::text THEN x WHEN 'b'::text THEN y ELSE true END", "kind", &["a", "b"]),
            ("(split_part(name, '/'::text, 1) = 'x'::text)", "name", &[]),
            ("(subkind = 'a'::text)", "kind", &[]),
        ];
        for (text, column, words) in cases {
            assert_eq!(compared(text, column), *words, "{text}");
        }
    }
}
