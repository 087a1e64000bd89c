//! What a row of a table that policies ask has to say so that it is about a row of B's in another: a project, a file.

use bulkhead_connect::quote_literal;

use crate::isolation::attack::Field;
use crate::isolation::attack::belonging::path_columns;
use crate::isolation::attack::functions::arguments::columns::family;
use crate::isolation::scope::Relation;

/// The columns of `source` that name a row of `target`, with what they hold for B's first row there. `text` is what the
/// policies of the target say.
pub(super) fn aligned(
    field: &Field<'_>,
    source: &Relation,
    target: &Relation,
    text: &str,
) -> Vec<(String, String)> {
    let Some(theirs) = field.ground.rows.get(&target.oid).and_then(|rows| rows.samples_b.first()) else {
        return Vec::new();
    };
    let path = path_columns(target);
    let mut free = target.key.iter().filter(|key| !path.contains(&key.as_str()));
    let key = free.next().filter(|_| free.next().is_none());
    let named = |column: &str, other: &str| {
        let (own, its) = (plain(column), format!("{}.{}", target.table, plain(other)));
        let is_equal = [format!(".{own} = {its}"), format!("{its} = ")];
        text.contains(&is_equal[0]) || text.split(&is_equal[1]).skip(1).any(|rest| is_column(rest, &own))
    };
    let of_column = |column: &str, data_type: &str| {
        let places = target.columns.iter().enumerate().filter(|(_, it)| is_like(&it.data_type, data_type));
        let places: Vec<_> = places.filter(|(_, it)| !path.contains(&it.name.as_str())).collect();
        let by = |is_meant: &dyn Fn(&str) -> bool| places.iter().find(|(_, it)| is_meant(&it.name));
        let found = by(&|name| named(column, name))
            .or_else(|| by(&|name| name == column && name != "id"))
            .or_else(|| by(&|name| key.is_some_and(|key| key == name) && names_row(column, &target.table)));
        theirs.get(found?.0)?.clone()
    };
    let columns = source.columns.iter().filter(|it| !it.generated);
    columns
        .filter_map(|it| Some((it.name.clone(), quote_literal(&of_column(&it.name, &it.data_type)?))))
        .collect()
}

fn is_like(one: &str, other: &str) -> bool {
    one == other || family(one) == family(other)
}

/// A name as the server writes it, where it has to be quoted.
fn plain(name: &str) -> String {
    let is_plain = name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    if is_plain { name.to_owned() } else { bulkhead_connect::quote_identifier(name) }
}

/// Whether a text begins with a column of some table.
fn is_column(rest: &str, column: &str) -> bool {
    let name = rest.split_once('.').map_or("", |(_, name)| name);
    let after = name.strip_prefix(column);
    after.is_some_and(|after| !after.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
}

/// Whether a column is called after the rows of a table, such as `project_id` or `projectId` after `projects`.
fn names_row(column: &str, table: &str) -> bool {
    let simple = |name: &str| name.to_lowercase().replace('_', "");
    let column = simple(column);
    let stem = column.strip_suffix("id").or(column.strip_suffix("code")).unwrap_or(&column);
    let table = simple(table);
    let singular = table.strip_suffix("ies").map(|it| format!("{it}y"));
    !stem.is_empty()
        && (stem == table || stem == table.trim_end_matches('s') || singular.as_deref() == Some(stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_called_after_rows() {
        for (column, table, is_so) in [
            ("project_id", "projects", true),
            ("projectId", "Project", true),
            ("story", "stories", true),
            ("id", "projects", false),
            ("owner_id", "projects", false),
        ] {
            assert_eq!(names_row(column, table), is_so, "{column} {table}");
        }
    }

    #[test]
    fn the_other_side_of_an_equation_is_a_column() {
        assert!(is_column("s.doc) AND true", "doc"));
        assert!(!is_column("s.document)", "doc"));
    }
}
