//! What a statement made of a table that was there before: columns, constraints, indexes. The fixes need the
//! names.

use std::collections::BTreeMap;

use super::world::Oid;

/// A part of a table. What `flag`, `more` and `letter` are, each kind of part says for itself in `shape.sql`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub name: String,
    pub definition: String,
    pub flag: bool,
    pub more: Option<String>,
    pub letter: String,
}

/// The parts of tables, by table, kind of part and number.
pub(super) type Shapes = BTreeMap<(Oid, &'static str, String), Part>;

/// Something that became other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    /// The table.
    pub table: String,
    /// What.
    pub what: What,
}

/// What became other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// A column was added.
    ColumnAdded { name: String, of_type: String, value: Value, not_null: bool },
    /// A column has another type or collation.
    TypeChanged { name: String, of_type: String },
    /// A column refuses nulls from now on.
    NotNull { name: String },
    /// A `CHECK` or `FOREIGN KEY` was added and holds for the old rows.
    ConstraintAdded { name: String, definition: String },
    /// A constraint was added that was `NOT VALID`, or one that was is not any more.
    ConstraintValidated { name: String },
    /// A constraint with an index of its own was added.
    KeyAdded { name: String, definition: String, index: String, letter: char },
    /// An index was added.
    IndexAdded { definition: String },
    /// The table became a partition whose rows fulfil this.
    Attached { parent: String, bound: String },
}

/// Where the values of a new column come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// No value.
    Null,
    /// `DEFAULT`.
    Default(String),
    /// `GENERATED ALWAYS AS (…) STORED`.
    Generated(String),
    /// `GENERATED … AS IDENTITY`.
    Identity,
}

/// The changes of tables that were known before, by table.
pub(super) fn changes(names: impl Fn(Oid) -> Option<String>, before: &Shapes, after: &Shapes) -> Vec<Change> {
    let mut changes = Vec::new();
    let of_keys: Vec<&String> =
        added(before, after, "constraint").filter_map(|(_, part)| part.more.as_ref()).collect();
    for ((oid, kind, key), part) in after {
        let Some(table) = names(*oid) else { continue };
        let earlier = before.get(&(*oid, *kind, key.clone()));
        let what = match *kind {
            "column" => column(earlier, part),
            "constraint" => constraint(earlier, part),
            // One of the same name was built anew.
            "index" if !has_index(before, *oid, &part.name) => index(part, &of_keys),
            "index" => None,
            _ if earlier.is_none() => {
                Some(What::Attached { parent: part.name.clone(), bound: part.definition.clone() })
            }
            _ => None,
        };
        changes.extend(what.map(|what| Change { table, what }));
    }
    changes
}

fn added<'s>(
    before: &'s Shapes,
    after: &'s Shapes,
    kind: &'static str,
) -> impl Iterator<Item = (&'s (Oid, &'static str, String), &'s Part)> {
    after.iter().filter(move |(key, _)| key.1 == kind && !before.contains_key(*key))
}

fn column(before: Option<&Part>, now: &Part) -> Option<What> {
    let name = now.name.clone();
    let Some(before) = before else {
        let value = match (now.letter.as_str(), &now.more) {
            ("s" | "v", Some(expression)) => Value::Generated(expression.clone()),
            ("a" | "d", _) => Value::Identity,
            (_, Some(default)) => Value::Default(default.clone()),
            (_, None) => Value::Null,
        };
        let of_type = now.definition.clone();
        return Some(What::ColumnAdded { name, of_type, value, not_null: now.flag });
    };
    if before.definition != now.definition {
        return Some(What::TypeChanged { name, of_type: now.definition.clone() });
    }
    (now.flag && !before.flag).then_some(What::NotNull { name })
}

fn constraint(before: Option<&Part>, now: &Part) -> Option<What> {
    let (name, definition) = (now.name.clone(), now.definition.clone());
    let letter = now.letter.chars().next().unwrap_or(' ');
    match (before, &now.more) {
        (Some(before), _) => (now.flag && !before.flag).then_some(What::ConstraintValidated { name }),
        (None, Some(index)) if matches!(letter, 'u' | 'p' | 'x') => {
            Some(What::KeyAdded { name, definition, index: index.clone(), letter })
        }
        (None, _) => now.flag.then_some(What::ConstraintAdded { name, definition }),
    }
}

fn has_index(shapes: &Shapes, table: Oid, name: &str) -> bool {
    shapes.iter().any(|((oid, kind, _), part)| *oid == table && *kind == "index" && part.name == name)
}

/// A new index that no new constraint stands for.
fn index(now: &Part, of_keys: &[&String]) -> Option<What> {
    let of_key = of_keys.iter().any(|definition| **definition == now.definition);
    (!of_key).then(|| What::IndexAdded { definition: now.definition.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &str, definition: &str, flag: bool, more: Option<&str>, letter: &str) -> Part {
        let (name, definition, letter) = (name.to_owned(), definition.to_owned(), letter.to_owned());
        Part { name, definition, flag, more: more.map(str::to_owned), letter }
    }

    fn only(kind: &'static str, before: Option<Part>, after: Part) -> Option<What> {
        let shapes =
            |part: Option<Part>| part.map(|part| ((1, kind, "1".to_owned()), part)).into_iter().collect();
        let (before, after): (Shapes, Shapes) = (shapes(before), shapes(Some(after)));
        changes(|_| Some("t".to_owned()), &before, &after).pop().map(|change| change.what)
    }

    #[test]
    fn what_a_table_became_is_told_by_its_parts() {
        let column = |null: bool, of_type: &str| part("c", of_type, null, None, "");
        let name = || "c".to_owned();
        assert_eq!(only("column", Some(column(false, "int")), column(false, "int")), None);
        assert_eq!(
            only("column", Some(column(false, "int")), column(true, "int")),
            Some(What::NotNull { name: name() })
        );
        assert_eq!(
            only("column", Some(column(false, "int")), column(false, "bigint")),
            Some(What::TypeChanged { name: name(), of_type: "bigint".to_owned() })
        );
        let added = part("c", "uuid", true, Some("gen_random_uuid()"), "");
        let value = Value::Default("gen_random_uuid()".to_owned());
        let of_type = "uuid".to_owned();
        assert_eq!(
            only("column", None, added),
            Some(What::ColumnAdded { name: name(), of_type, value, not_null: true })
        );
        let check = |valid| part("c", "CHECK ((a > 0))", valid, None, "c");
        assert_eq!(only("constraint", None, check(false)), None, "NOT VALID looks at no row");
        let validated = only("constraint", Some(check(false)), check(true));
        assert_eq!(validated, Some(What::ConstraintValidated { name: name() }));
    }

    #[test]
    fn the_index_of_a_new_key_is_told_once() {
        let key =
            part("k", "UNIQUE (a)", true, Some("CREATE UNIQUE INDEX k ON public.t USING btree (a)"), "u");
        let index = part("k", "CREATE UNIQUE INDEX k ON public.t USING btree (a)", false, Some("9"), "i");
        let after =
            Shapes::from([((1, "constraint", "5".to_owned()), key), ((1, "index", "6".to_owned()), index)]);
        let all = changes(|_| Some("t".to_owned()), &Shapes::new(), &after);
        assert!(matches!(all.as_slice(), [Change { what: What::KeyAdded { .. }, .. }]), "{all:?}");
    }
}
