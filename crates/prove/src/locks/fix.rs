//! The way around: the same change in statements that block nobody for long, with the names filled in.

use super::change::{Change, Value, What};
use super::report::{LockedRelation, LockedStatement};
use super::work::Work;

/// What separates two versions in a fix.
const NEXT: &str = "-- in the next version";

/// Statements that do what `statement` did to `on`, without the long wait.
pub(super) fn safe(statement: &LockedStatement, on: &LockedRelation, work: Work) -> String {
    let of_table = statement.changes.iter().filter(|change| change.table == on.table);
    let ways: Vec<String> = of_table.filter_map(|change| around(change, work)).collect();
    if ways.is_empty() { by_command(statement, on) } else { ways.join("\n") }
}

/// A statement with its semicolon.
pub(super) fn ended(sql: &str) -> String {
    format!("{};", sql.trim().trim_end_matches(';').trim_end())
}

/// A change of many rows, in pieces.
pub(super) fn in_batches(statement: &LockedStatement, table: &str) -> String {
    let batch = format!("ctid = ANY (ARRAY(SELECT ctid FROM {table} WHERE … LIMIT 5000))");
    format!(
        "-- outside the migration, again and again until it changes no row; each run is a transaction of its own\n\
         -- the dots stand for the rows that are not done yet\n{} … WHERE {batch};",
        match statement.command {
            "DELETE" => format!("DELETE FROM {table}"),
            _ => format!("UPDATE {table} SET"),
        }
    )
}

fn around(change: &Change, work: Work) -> Option<String> {
    let table = &change.table;
    Some(match &change.what {
        What::ColumnAdded { name, of_type, value, not_null } => {
            column(table, (name, of_type), value, *not_null, work)
        }
        What::TypeChanged { name, of_type } => of_other_type(table, name, of_type),
        What::NotNull { name } => not_null(table, name),
        What::ConstraintAdded { name, definition } => format!(
            "ALTER TABLE {table} ADD CONSTRAINT {name} {definition} NOT VALID;\n{NEXT}\n\
             ALTER TABLE {table} VALIDATE CONSTRAINT {name};"
        ),
        What::KeyAdded { name, definition, index, letter } => key(table, name, definition, index, *letter),
        What::IndexAdded { definition } => index(definition),
        What::Attached { parent, bound } => {
            let name = suffixed(bare(table), "_bound");
            format!(
                "ALTER TABLE {table} ADD CONSTRAINT {name} CHECK ({bound}) NOT VALID;\n{NEXT}\n\
                 ALTER TABLE {table} VALIDATE CONSTRAINT {name};\n{NEXT}: the check spares ATTACH the scan\n\
                 ALTER TABLE {parent} ATTACH PARTITION {table} …;\nALTER TABLE {table} DROP CONSTRAINT {name};"
            )
        }
        What::ConstraintValidated { .. } => return None,
    })
}

fn column(table: &str, (name, of_type): (&str, &str), value: &Value, required: bool, work: Work) -> String {
    let plain = format!("ALTER TABLE {table} ADD COLUMN {name} {of_type}");
    let sequence = suffixed(table, &format!("_{}_seq", name.trim_matches('"')));
    let next = format!("nextval('{}'::regclass)", sequence.replace('\'', "''"));
    match value {
        Value::Null => format!("{plain};"),
        // serial makes such a sequence, and so does an identity.
        Value::Default(default) if *default == next => numbered(table, name, &plain, &sequence, &next),
        Value::Identity => numbered(table, name, &plain, &sequence, &next),
        Value::Default(default) if work == Work::Rewrite => {
            let ways = filled(table, name, default, &plain);
            if required { format!("{ways}\n{}", not_null(table, name)) } else { ways }
        }
        Value::Default(default) => {
            let null = if required { " NOT NULL" } else { "" };
            format!("{plain} DEFAULT {default}{null};")
        }
        Value::Generated(expression) => format!(
            "{plain};\n-- a trigger BEFORE INSERT OR UPDATE sets NEW.{name} to {expression}\n{}",
            batch(table, name, expression)
        ),
    }
}

/// A column with numbers from a sequence of its own.
fn numbered(table: &str, name: &str, plain: &str, sequence: &str, next: &str) -> String {
    let ways = filled(table, name, next, plain);
    format!(
        "CREATE SEQUENCE {sequence};\n{ways}\nALTER SEQUENCE {sequence} OWNED BY {table}.{name};\n{}",
        not_null(table, name)
    )
}

/// A column that new rows fill by its default and old ones in batches.
fn filled(table: &str, name: &str, value: &str, plain: &str) -> String {
    let batch = batch(table, name, value);
    format!("{plain};\nALTER TABLE {table} ALTER COLUMN {name} SET DEFAULT {value};\n{batch}")
}

fn batch(table: &str, name: &str, value: &str) -> String {
    format!(
        "-- outside the migration, until it changes no row; each run is a transaction of its own\n\
         UPDATE {table} SET {name} = {value} WHERE {name} IS NULL\n  \
         AND ctid = ANY (ARRAY(SELECT ctid FROM {table} WHERE {name} IS NULL LIMIT 5000));"
    )
}

fn not_null(table: &str, name: &str) -> String {
    let check = suffixed(name, "_not_null");
    format!(
        "ALTER TABLE {table} ADD CONSTRAINT {check} CHECK ({name} IS NOT NULL) NOT VALID;\n{NEXT}\n\
         ALTER TABLE {table} VALIDATE CONSTRAINT {check};\n{NEXT}: the check spares it the scan\n\
         ALTER TABLE {table} ALTER COLUMN {name} SET NOT NULL;\nALTER TABLE {table} DROP CONSTRAINT {check};"
    )
}

fn of_other_type(table: &str, name: &str, of_type: &str) -> String {
    let new = suffixed(name, "_new");
    format!(
        "ALTER TABLE {table} ADD COLUMN {new} {of_type};\n\
         -- a trigger BEFORE INSERT OR UPDATE sets NEW.{new} from NEW.{name}\n{}\n\
         {NEXT}, when nothing uses the old column any more\n\
         ALTER TABLE {table} DROP COLUMN {name};\nALTER TABLE {table} RENAME COLUMN {new} TO {name};",
        batch(table, &new, &format!("{name}::{of_type}"))
    )
}

fn key(table: &str, name: &str, definition: &str, index: &str, letter: char) -> String {
    let words = match letter {
        'p' => "PRIMARY KEY",
        'u' => "UNIQUE",
        _ => {
            return format!(
                "-- an exclusion constraint builds its index under the lock: add it to a new table, move the rows there \
                 in batches\n-- {name} {definition}"
            );
        }
    };
    let index = concurrently(index);
    format!("{index};\n{NEXT}\nALTER TABLE {table} ADD CONSTRAINT {name} {words} USING INDEX {name};")
}

fn index(definition: &str) -> String {
    if definition.contains(" ON ONLY ") {
        return format!(
            "{definition};\n-- then for each partition, outside a transaction: the same with CREATE INDEX CONCURRENTLY, and\n\
             -- ALTER INDEX … ATTACH PARTITION …; with the last one the index of the whole becomes valid"
        );
    }
    format!("{};", concurrently(definition))
}

fn concurrently(definition: &str) -> String {
    definition.replacen(" INDEX ", " INDEX CONCURRENTLY ", 1)
}

fn by_command(statement: &LockedStatement, on: &LockedRelation) -> String {
    let table = &on.table;
    match statement.command {
        "REFRESH MATERIALIZED VIEW" => {
            format!("REFRESH MATERIALIZED VIEW CONCURRENTLY {table}; -- takes a unique index on it")
        }
        "REINDEX" => format!("REINDEX TABLE CONCURRENTLY {table};"),
        "CREATE TABLE" | "ALTER TABLE" if on.root.is_some() => {
            let name = suffixed(bare(table), "_without");
            format!(
                "-- before it, so that the default partition is known to hold no row of the new one\n\
                 ALTER TABLE {table} ADD CONSTRAINT {name} CHECK (NOT (…bounds of the new partition…)) NOT VALID;\n{NEXT}\n\
                 ALTER TABLE {table} VALIDATE CONSTRAINT {name};"
            )
        }
        "ALTER DOMAIN" => format!(
            "-- a domain is checked under a lock, validated later or not; check the column instead\n\
             ALTER TABLE {table} ADD CONSTRAINT … CHECK (…) NOT VALID;\n{NEXT}\n\
             ALTER TABLE {table} VALIDATE CONSTRAINT …;"
        ),
        _ => format!(
            "-- at a time when nobody needs {table}, or: fill a new table in batches and exchange the names\n{}",
            ended(&statement.sql)
        ),
    }
}

/// A name with more at its end, in its quotes if it has them.
fn suffixed(name: &str, more: &str) -> String {
    match name.strip_suffix('"') {
        Some(open) => format!("{open}{more}\""),
        None => format!("{name}{more}"),
    }
}

/// A name without its schema.
fn bare(name: &str) -> &str {
    let mut quoted = false;
    let dot = name.char_indices().find(|(_, c)| {
        quoted ^= *c == '"';
        *c == '.' && !quoted
    });
    dot.map_or(name, |(at, _)| &name[at + 1..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_their_quotes() {
        assert_eq!(suffixed("a", "_new"), "a_new");
        assert_eq!(suffixed("\"A b\"", "_new"), "\"A b_new\"");
        assert_eq!(bare("public.t"), "t");
        assert_eq!(bare("\"a.b\".\"C.d\""), "\"C.d\"");
    }

    #[test]
    fn each_change_has_its_way_around() {
        let text = |text: &str| text.to_owned();
        let cases = [
            (What::NotNull { name: text("c") }, "CHECK (c IS NOT NULL) NOT VALID"),
            (
                What::ConstraintAdded { name: text("k"), definition: text("CHECK ((a > 0))") },
                "ADD CONSTRAINT k CHECK ((a > 0)) NOT VALID;",
            ),
            (
                What::IndexAdded { definition: text("CREATE UNIQUE INDEX i ON s.t USING btree (a)") },
                "CREATE UNIQUE INDEX CONCURRENTLY i ON s.t USING btree (a);",
            ),
            (
                What::KeyAdded {
                    name: text("k"),
                    definition: text("UNIQUE (a)"),
                    index: text("CREATE UNIQUE INDEX k ON s.t USING btree (a)"),
                    letter: 'u',
                },
                "ADD CONSTRAINT k UNIQUE USING INDEX k;",
            ),
            (What::TypeChanged { name: text("c"), of_type: text("bigint") }, "RENAME COLUMN c_new TO c;"),
            (What::Attached { parent: text("s.p"), bound: text("a > 0") }, "CHECK (a > 0) NOT VALID"),
            (
                What::ColumnAdded {
                    name: text("c"),
                    of_type: text("uuid"),
                    value: Value::Default(text("gen_random_uuid()")),
                    not_null: true,
                },
                "ALTER COLUMN c SET DEFAULT gen_random_uuid();",
            ),
        ];
        for (what, words) in cases {
            let way = around(&Change { table: text("s.t"), what }, Work::Rewrite).unwrap();
            assert!(way.contains(words), "\"{words}\" is missing in {way}");
        }
        let constant = Value::Default(text("0"));
        let added =
            What::ColumnAdded { name: text("c"), of_type: text("int"), value: constant, not_null: true };
        let way = around(&Change { table: text("s.t"), what: added }, Work::Scan).unwrap();
        assert_eq!(way, "ALTER TABLE s.t ADD COLUMN c int DEFAULT 0 NOT NULL;");
    }
}
