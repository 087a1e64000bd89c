//! Worlds in which a row of B's is called like something of A's: the same name in another table, the same place in a list,
//! the same folder below B's own. What tenants name for themselves may be the same, and must not open anything.

use bulkhead_connect::{quote_identifier, quote_literal};
use bulkhead_sql::has_word;

use super::second::is_local;
use super::texts::constants;
use super::values::{is_text, named};
use super::{ASKED, Told, World, asked};
use crate::isolation::attack::Field;
use crate::isolation::attack::belonging::{is_of, path_columns};
use crate::isolation::attack::functions::arguments::columns::family;
use crate::isolation::attack::values::value;
use crate::isolation::scope::{Column, Relation, TenantPath};

/// How many columns of other tables lend their values to a column.
const LENDERS: usize = 4;

/// How many sorts of things are tried that a row may name.
const SORTS: usize = 3;

/// How texts look into texts.
const SEARCHES: &[&str] = &[
    "~~",
    "like",
    " ~ ",
    "position",
    "strpos",
    "starts_with",
    "string_to_array",
    "split_part",
    "regexp",
    "substr",
    "left(",
    "right(",
    "^@",
    "foldername",
    "filename",
];

/// All of them.
pub(super) fn worlds(field: &Field<'_>, target: &Relation, text: &str) -> Vec<World> {
    if matches!(target.tenant, Some(TenantPath::Root { .. } | TenantPath::Link { .. }) | None) {
        return Vec::new();
    }
    let mut worlds = folders(field, target, text);
    worlds.extend(prefixes(field, target, text));
    worlds.extend(alike(field, target, text));
    worlds
}

/// What A and B are called: by their ids, by those of their users, and by the texts of the root that a text names.
fn names(field: &Field<'_>, text: &str) -> Vec<[String; 2]> {
    let contexts = &field.arena.contexts;
    let mut names = vec![field.probe.tenants.clone(), [contexts.id(0).to_owned(), contexts.id(1).to_owned()]];
    if let Some((root, rows)) = field.scope.root().and_then(|it| Some((it, field.ground.rows.get(&it.oid)?)))
    {
        let texts = named(root, text).into_iter().filter(|column| is_text(&column.data_type));
        names.extend(texts.filter_map(|column| {
            let place = root.columns.iter().position(|it| it.name == column.name)?;
            let of = |row: Option<&Vec<Option<String>>>| row?.get(place)?.clone();
            Some([of(rows.samples_a.first())?, of(rows.samples_b.first())?])
        }));
    }
    names.dedup();
    names.retain(|[a, b]| a != b && !a.is_empty());
    names
}

/// Folders of B's with one that is called like A, and words of B's with A's name in them.
fn folders(field: &Field<'_>, target: &Relation, text: &str) -> Vec<World> {
    let small = text.to_lowercase();
    if !SEARCHES.iter().any(|sign| small.contains(sign)) {
        return Vec::new();
    }
    let Some(one) = one_of_b(field, target) else { return Vec::new() };
    let mut worlds = Vec::new();
    for column in texts(field, target, text) {
        let name = quote_identifier(&column.name);
        for [a, b] in names(field, text) {
            let below = |a: &str| format!("{b}/{a}");
            let (lead, nested, behind) = (quote_literal(&b), below(&a), quote_literal(&format!("/{a}")));
            let (nested, rest) = (quote_literal(&nested), "t.ctid::text");
            let within = format!(
                "CASE WHEN strpos(t.{name}, {lead}) > 0 THEN replace(t.{name}, {lead}, {nested}) \
                 ELSE {nested} || '/' || {rest} END"
            );
            let last = format!(
                "CASE WHEN strpos(t.{name}, {lead}) > 0 THEN t.{name} ELSE {lead} || '/' || {rest} END || {behind}"
            );
            let (first, end) = (quote_literal(&format!("{a}0,9{a}")), quote_literal(&format!("{b}x{a}x")));
            let set = |to: &str| format!("UPDATE {} AS t SET {name} = {to} WHERE {one};\n", target.name);
            let is_short = a.len() < 16;
            let tried = [
                (within.as_str(), "has a folder that is called like A", true),
                (last.as_str(), "ends with what A is called", true),
                (first.as_str(), "names others whose names hold A's", is_short),
                (end.as_str(), "holds what A is called within a word", is_short),
            ];
            worlds.extend(tried.into_iter().filter(|(_, _, is_tried)| *is_tried).map(|(to, words, _)| {
                World {
                    prepare: set(to),
                    columns: vec![column.name.clone()],
                    witnessed: true,
                    ..World::new(Told::Hole, format!("where {}.{name} of a row of B {words}", target.name))
                }
            }));
        }
    }
    worlds
}

/// A tenant B whose name in the root begins with A's, and folders that are called so.
fn prefixes(field: &Field<'_>, target: &Relation, text: &str) -> Vec<World> {
    let Some((root, one)) = field.scope.root().zip(one_of_b(field, target)) else { return Vec::new() };
    let Some(own) = field.ground.rows.get(&root.oid).and_then(|rows| rows.samples_a.first()) else {
        return Vec::new();
    };
    let Some(of_b) = is_of(field.scope, root, "t", &field.probe.tenants[1]) else { return Vec::new() };
    let mut worlds = Vec::new();
    for called in named(root, text).into_iter().filter(|column| is_text(&column.data_type)) {
        let name = quote_identifier(&called.name);
        let longer = format!("{} || '2'", value(root, own, &called.name));
        let folder = if text.contains("lower(") { format!("lower({longer})") } else { longer.clone() };
        for column in texts(field, target, text) {
            let path = quote_identifier(&column.name);
            let prepare = format!(
                "UPDATE {0} AS t SET {name} = {longer} WHERE {of_b};\n\
                 UPDATE {1} AS t SET {path} = {folder} || '/' || t.ctid::text WHERE {one};\n",
                root.name, target.name
            );
            let words = format!("where {}.{name} of B begins with A's", root.name);
            let columns = vec![column.name.clone()];
            worlds.push(World { prepare, columns, witnessed: true, ..World::new(Told::Hole, words) });
        }
    }
    worlds
}

/// Values of A's own rows in other tables, and of its row in the same one, in a row of B's.
fn alike(field: &Field<'_>, target: &Relation, text: &str) -> Vec<World> {
    let [a, b] = &field.probe.tenants;
    let Some(one) = one_of_b(field, target) else { return Vec::new() };
    let others: Vec<&Relation> =
        asked(field, target, text).into_iter().filter(|it| it.oid != target.oid).take(ASKED).collect();
    let mut sets: Vec<(String, String, String)> = Vec::new();
    for column in named(target, text).into_iter().filter(|column| is_local(column)) {
        let lenders = others.iter().flat_map(|other| lent(field, other, text, column));
        sets.extend(lenders.take(LENDERS).map(|(from, value)| {
            let to = given(column, &value);
            (column.name.clone(), to, format!("what {from} of a row of A is"))
        }));
    }
    // What tenants keep in folders of their own may be called alike below them.
    let rows = field.ground.rows.get(&target.oid);
    let own = rows.and_then(|rows| rows.sample_a.as_ref());
    for column in texts(field, target, text) {
        let path = own.map(|own| value(target, own, &column.name)).filter(|path| path.contains(a.as_str()));
        if let Some(path) = path {
            let to = format!("{} || t.ctid::text", path.replace(a.as_str(), b));
            sets.push((column.name.clone(), to, "that of a row of A below B's folder".to_owned()));
        }
    }
    // Rows of A's may have to say that they are open, too.
    let opened: String = others.iter().filter_map(|other| opened(field, other, text)).collect();
    let mut worlds = Vec::new();
    for (column, to, words) in sets {
        let name = quote_identifier(&column);
        let update =
            |beside: &str| format!("UPDATE {} AS t SET {name} = {to}{beside} WHERE {one};\n", target.name);
        let words = format!("where {}.{name} of a row of B is {words}", target.name);
        for (beside, said) in sorts(target, text, &column) {
            let words = format!("{words} and {said}");
            let (columns, prepare) = (vec![column.clone()], update(&beside));
            worlds.push(World { columns, prepare, ..World::new(Told::Hole, words) });
        }
        let world =
            World { columns: vec![column.clone()], prepare: update(""), ..World::new(Told::Hole, words) };
        if !opened.is_empty() {
            let prepare = format!("{}{opened}", world.prepare);
            worlds.push(World { prepare, ..world.clone() });
        }
        worlds.push(world);
    }
    worlds
}

/// What else a text may ask of the same row, to know of what sort the thing is that it names: each as one more
/// assignment, and as words.
fn sorts(target: &Relation, text: &str, column: &str) -> Vec<(String, String)> {
    let path = path_columns(target);
    let is_sort = |it: &&Column| {
        it.name != column && !it.generated && is_text(&it.data_type) && !path.contains(&it.name.as_str())
    };
    let found = constants(text);
    let pairs = named(target, text).into_iter().filter(is_sort).flat_map(|it| {
        let name = quote_identifier(&it.name);
        let set =
            move |sort: &String| (format!(", {name} = {0}", quote_literal(sort)), format!("{name} '{sort}'"));
        found.iter().take(SORTS).map(set).collect::<Vec<_>>()
    });
    pairs.take(SORTS).collect()
}

/// Which row of B's is changed: one, because others must not become equal to it.
fn one_of_b(field: &Field<'_>, target: &Relation) -> Option<String> {
    let of_b = is_of(field.scope, target, "t", &field.probe.tenants[1])?;
    let table = &target.name;
    Some(format!("(t.tableoid, t.ctid) = (SELECT t.tableoid, t.ctid FROM {table} AS t WHERE {of_b} LIMIT 1)"))
}

/// The texts that a text looks at, be it through columns that are computed from them.
fn texts<'r>(field: &Field<'_>, target: &'r Relation, text: &str) -> Vec<&'r Column> {
    let path = path_columns(target);
    let is_computed = target.columns.iter().any(|it| it.generated && has_word(text, &it.name));
    let b = &field.probe.tenants[1];
    let theirs = field.ground.rows.get(&target.oid).and_then(|rows| rows.samples_b.first());
    let is_meant = |column: &&Column| {
        has_word(text, &column.name)
            || is_computed && theirs.is_some_and(|row| value(target, row, &column.name).contains(b.as_str()))
    };
    let is_free = |column: &&Column| !column.generated && !path.contains(&column.name.as_str());
    target.columns.iter().filter(is_free).filter(|it| is_text(&it.data_type)).filter(is_meant).collect()
}

/// What A's row in another table says in columns that a text names and that are no key by themselves.
fn lent(field: &Field<'_>, other: &Relation, text: &str, column: &Column) -> Vec<(String, String)> {
    let Some(own) = field.ground.rows.get(&other.oid).and_then(|rows| rows.sample_a.as_ref()) else {
        return Vec::new();
    };
    let facts = field.ground.facts.get(&other.oid);
    let element = family(column.data_type.trim_end_matches("[]"));
    let is_like = |it: &&Column| element == "jsonb" || family(&it.data_type) == element;
    // A name that is one row's among all tenants' means that row.
    let is_shared = |it: &&Column| {
        let is_name = facts.is_some_and(|facts| facts.names.contains(&it.name));
        is_local(it) && !is_name && other.key != [it.name.clone()]
    };
    let lenders = named(other, text).into_iter().filter(is_like).filter(is_shared);
    let lent = lenders.map(|it| (format!("{}.{}", other.name, it.name), value(other, own, &it.name)));
    lent.filter(|(_, value)| value != "NULL").collect()
}

fn given(column: &Column, value: &str) -> String {
    match column.data_type.as_str() {
        "jsonb" => format!("jsonb_build_array({value}::text)"),
        list if list.ends_with("[]") => format!("ARRAY[{value}]::{list}"),
        _ => value.to_owned(),
    }
}

/// SQL by which A's rows say yes wherever a text asks them.
fn opened(field: &Field<'_>, other: &Relation, text: &str) -> Option<String> {
    let own = is_of(field.scope, other, "t", &field.probe.tenants[0])?;
    let flags = named(other, text).into_iter().filter(|column| column.data_type == "boolean");
    let set: Vec<String> = flags.map(|it| format!("{} = true", quote_identifier(&it.name))).collect();
    (!set.is_empty()).then(|| format!("UPDATE {} AS t SET {} WHERE {own};\n", other.name, set.join(", ")))
}
