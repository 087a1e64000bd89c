//! Which column an argument of a function is meant for: by what it is called, and what the body compares it with.

use std::cmp::Reverse;

use crate::isolation::attack::belonging::path_columns;
use crate::isolation::attack::functions::Argument;
use crate::isolation::attack::oracles::is_secret;
use crate::isolation::scope::{Column, Relation, TenantPath};

/// How many columns an argument is filled from, where its name tells none.
pub(in crate::isolation::attack) const COLUMNS: usize = 4;

/// Words in the names of arguments that say nothing about a column.
const EMPTY_WORDS: &[&str] = &[
    "p", "v", "i", "a", "in", "arg", "new", "old", "for", "the", "my", "wanted", "given", "from", "to", "id",
];

/// The columns that an argument may be meant for: those with words of its name, else those of its type, keys first.
pub(in crate::isolation::attack) fn columns(relation: &Relation, argument: &Argument) -> (usize, Vec<usize>) {
    fitting(relation, argument, &[])
}

/// The same, those first that are compared with the argument.
pub(in crate::isolation::attack) fn fitting(
    relation: &Relation,
    argument: &Argument,
    compared: &[String],
) -> (usize, Vec<usize>) {
    let path = path_columns(relation);
    let fitting = relation.columns.iter().enumerate().filter(|(_, column)| !is_secret(&column.name));
    let mut found: Vec<(Reverse<usize>, bool, usize)> = fitting
        .filter_map(|(place, column)| {
            let is_compared = compared.contains(&column.name.to_lowercase());
            let score = if is_compared { 6 } else { likeness(relation, column, &argument.name) };
            let is_key = relation.key.contains(&column.name) && !path.contains(&column.name.as_str());
            // A text may be what the body casts.
            let is_cast = family(&argument.data_type) == "text" && (is_key || score >= 2);
            let wanted = family(argument.data_type.trim_end_matches("[]"));
            let is_like = matches!(family(&column.data_type), it if it == wanted || it == argument.data_type)
                || is_cast;
            (is_like || score >= 4).then_some((Reverse(score), !is_key, place))
        })
        .collect();
    found.sort();
    let best = found.first().map_or(0, |(score, ..)| score.0);
    if best > 0 {
        found.retain(|(score, ..)| score.0 == best);
    }
    (best, found.into_iter().map(|(.., place)| place).take(COLUMNS).collect())
}

/// How much the name of an argument says that a column is meant.
fn likeness(relation: &Relation, column: &Column, argument: &str) -> usize {
    let meant = words(argument);
    let mut named = words(&column.name);
    if column.name == argument {
        return 4;
    }
    if relation.key.contains(&column.name) && named.is_empty() {
        named = words(&relation.table);
    }
    let common = named.iter().filter(|word| meant.contains(word)).count();
    if common > 0 && named == meant { 4 } else { 2 * common.min(1) }
}

/// The words of a name that mean something, in the singular; a word may begin with a capital.
fn words(name: &str) -> Vec<String> {
    let meaning = words_of(name).into_iter().filter(|word| !EMPTY_WORDS.contains(&word.as_str()));
    meaning.map(|word| word.trim_end_matches('s').to_owned()).collect()
}

/// All words of a name.
pub(in crate::isolation::attack) fn words_of(name: &str) -> Vec<String> {
    let mut spaced = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() {
            spaced.push('_');
        }
        spaced.extend(letter.to_lowercase());
    }
    let words = spaced.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Types that are written alike.
pub(in crate::isolation::attack) fn family(data_type: &str) -> &str {
    let plain = data_type.split('(').next().unwrap_or(data_type).trim_end();
    match plain {
        "integer" | "bigint" | "smallint" => "number",
        "numeric" | "double precision" | "real" => "decimal",
        "text" | "character varying" | "character" | "citext" | "name" => "text",
        "date" => "time",
        time if time.starts_with("timestamp") => "time",
        other => other,
    }
}

/// Whether others may hold what a column of B's row does, or guess it. Ids tell nobody anything.
pub(in crate::isolation::attack) fn is_content(relation: &Relation, place: usize) -> bool {
    let column = &relation.columns[place];
    let is_id = words_of(&column.name).last().is_some_and(|word| matches!(word.as_str(), "id" | "uuid"));
    let is_number = family(&column.data_type) == "number";
    let is_known = matches!(family(&column.data_type), "text" | "number" | "decimal" | "time");
    let is_counted = is_number && relation.key == [column.name.clone()];
    let is_root = matches!(relation.tenant, Some(TenantPath::Root { .. }));
    is_known && !is_id && !is_counted && !is_secret(&column.name) && !is_root
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_arguments_lead_to_columns() {
        let column = |name: &str| Column {
            name: name.to_owned(),
            data_type: "text".to_owned(),
            not_null: true,
            generated: false,
        };
        let relation = Relation {
            oid: 1,
            name: "app.boats".to_owned(),
            schema: "app".to_owned(),
            table: "boats".to_owned(),
            kind: crate::isolation::scope::RelationKind::Table,
            partition_of: None,
            columns: ["id", "harbour_id", "sail_area"].map(column).into(),
            key: vec!["id".to_owned()],
            tenant: None,
        };
        for (argument, wanted) in [
            ("harbour_id", "harbour_id"),
            ("p_harbour", "harbour_id"),
            ("boat", "id"),
            ("for_boat_id", "id"),
            ("new_area", "sail_area"),
            ("harbourId", "harbour_id"),
        ] {
            let argument = Argument::plain(argument, "text");
            let (score, places) = columns(&relation, &argument);
            assert!(score > 0, "{}", argument.name);
            assert_eq!(relation.columns[places[0]].name, wanted, "{}", argument.name);
        }
    }
}
