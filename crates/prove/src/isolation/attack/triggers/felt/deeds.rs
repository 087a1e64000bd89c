//! What B does in a table with triggers: it writes rows of its own that are called as A's are, and texts that speak of
//! what A's rows are called. None of them holds an id of A's: what is sent to A, A may see.

use bulkhead_connect::{quote_identifier, quote_literal};
use bulkhead_sql::has_word;

use crate::isolation::attack::Field;
use crate::isolation::attack::arena::Row;
use crate::isolation::attack::belonging::{is_of, path_columns};
use crate::isolation::attack::functions::arguments::columns::family;
use crate::isolation::attack::ground::Rights;
use crate::isolation::attack::marks::CANARY;
use crate::isolation::attack::oracles::{Constraint, make_room};
use crate::isolation::attack::triggers::copies::deeds::changes;
use crate::isolation::attack::values::{changed, fresh, fresh_key, insert, value};
use crate::isolation::attack::worlds::second::names_person;
use crate::isolation::scope::{Column, Relation};

/// How many columns of B's row are as A's, one at a time.
const COLUMNS: usize = 4;

/// How many texts speak of A's rows.
const TEXTS: usize = 3;

/// How many other changes are made to B's rows.
const CHANGES: usize = 8;

/// The shortest id that is looked for within longer texts.
const SHORTEST: usize = 8;

/// What looks for a word in a text.
const SEARCHES: &[&str] =
    &["like", "~", "strpos", "position", "regexp", "string_to_array", "split_part", "tsquery", "substring"];

/// Something that B does.
pub(super) struct Deed {
    /// What the superuser does first.
    pub room: String,
    /// What B runs.
    pub sql: String,
}

/// Who writes what.
pub(super) struct Writer<'w> {
    pub relation: &'w Relation,
    pub rights: &'w Rights,
    pub constraints: &'w [Constraint],
    /// What the triggers do.
    pub text: &'w str,
    pub of_a: &'w Row,
    pub of_b: &'w Row,
}

/// Where the value of a column comes from in a row of B's that is like A's.
enum Source {
    /// B's own row: whose it is, and what it refers to.
    Theirs,
    /// Nowhere: what no two rows have in common.
    Fresh,
    /// A's row: what tenants number and name for themselves.
    Shared,
    /// Either.
    Plain,
}

impl Writer<'_> {
    /// A's own row, written once more by A, so that the triggers have seen it.
    pub(super) fn own(&self, field: &Field<'_>) -> String {
        let changes = self.persons(field, 0);
        let given = self.rights.insertable(self.relation);
        insert(
            &self.relation.name,
            given.map(|it| (it.name.as_str(), changed(self.relation, self.of_a, &changes, &it.name))),
        )
    }

    /// The columns in which the policies want to see the user whose session it is.
    fn persons(&self, field: &Field<'_>, tenant: usize) -> Vec<(String, String)> {
        let Some(users) = &field.probe.users else { return Vec::new() };
        let (user, path) = (&users[tenant], path_columns(self.relation));
        let policies = field.ground.facts.get(&self.relation.oid).map_or(&[][..], |facts| &facts.policies);
        let asks = |name: &str| {
            let mut parts = policies.iter().flat_map(|it| [&it.using, &it.check]).flatten();
            parts.any(|text| has_word(text, name))
        };
        let is_person = |it: &&Column| {
            let fits = if it.data_type == "uuid" { user.len() == 36 } else { names_person(&it.name) };
            fits && !path.contains(&it.name.as_str()) && asks(&it.name)
        };
        let columns = self.relation.columns.iter().filter(is_person);
        columns.map(|it| (it.name.clone(), quote_literal(user))).collect()
    }

    /// What B may do.
    pub(super) fn deeds(&self, field: &Field<'_>) -> Vec<Deed> {
        let mut deeds = Vec::new();
        if self.rights.insert_columns.len() > 1 {
            deeds.extend(self.inserts(field));
        }
        let Some(of_b) = is_of(field.scope, self.relation, "t", &field.probe.tenants[1]) else {
            return deeds;
        };
        let plain = |sql: String| Deed { room: String::new(), sql };
        let name = &self.relation.name;
        let path = path_columns(self.relation);
        let may_update =
            |it: &&Column| self.rights.update_columns.contains(&it.name) && !path.contains(&it.name.as_str());
        let updated: Vec<&Column> = self.relation.columns.iter().filter(may_update).collect();
        if let Some(column) = updated.first() {
            let column = quote_identifier(&column.name);
            deeds.push(plain(format!("UPDATE {name} AS t SET {column} = t.{column} WHERE {of_b}")));
            deeds
                .extend(changes(field, self.relation, &of_b, self.text).into_iter().take(CHANGES).map(plain));
        }
        let alike = self.alike(field).into_iter().chain(self.spoken(field));
        let of_updated = alike.filter(|(column, _)| updated.iter().any(|it| it.name == *column));
        deeds.extend(of_updated.map(|(column, value)| {
            let column = quote_identifier(&column);
            plain(format!("UPDATE {name} AS t SET {column} = {value} WHERE {of_b}"))
        }));
        if self.rights.delete {
            deeds.push(plain(format!("DELETE FROM {name} AS t WHERE {of_b}")));
        }
        deeds
    }

    /// New rows of B's: as its own are, and as A's are in some or all that they are called by.
    fn inserts(&self, field: &Field<'_>) -> Vec<Deed> {
        let (relation, of_b, persons) = (self.relation, self.of_b, self.persons(field, 1));
        let written = |changes: &[(String, String)]| {
            let changes: Vec<(String, String)> = persons.iter().chain(changes).cloned().collect();
            let given = self.rights.insertable(relation);
            insert(
                &relation.name,
                given.map(|it| (it.name.as_str(), changed(relation, of_b, &changes, &it.name))),
            )
        };
        let room = make_room(field, relation, of_b);
        let mut deeds = vec![Deed { room, sql: written(&[]) }];
        let mut write = |changes: Vec<(String, String)>| {
            deeds.push(Deed { room: String::new(), sql: written(&changes) });
        };
        let new = fresh_key(relation, of_b);
        write(new.clone());
        let called = self.called();
        let alike = self.alike(field);
        write(called.clone());
        write(called.iter().chain(&alike).cloned().collect());
        for change in &alike {
            write(called.iter().chain([change]).cloned().collect());
        }
        for change in self.spoken(field) {
            write([change].into_iter().chain(new.iter().cloned()).collect());
        }
        deeds
    }

    /// The columns that say what a row is called, each with what B's row holds there: what A's does, or what none does.
    fn called(&self) -> Vec<(String, String)> {
        let written = self.relation.columns.iter().filter(|column| !column.generated);
        let called = written.filter_map(|column| {
            let mine = value(self.relation, self.of_a, &column.name);
            let given = match self.source(column) {
                Source::Shared if column.data_type != "uuid" => mine,
                Source::Shared if self.refers(column) => return None,
                Source::Shared | Source::Fresh => {
                    fresh(&column.data_type, &value(self.relation, self.of_b, &column.name))?
                }
                Source::Theirs | Source::Plain => return None,
            };
            Some((column.name.clone(), given))
        });
        called.collect()
    }

    /// What A's row holds in other columns that the triggers name.
    fn alike(&self, field: &Field<'_>) -> Vec<(String, String)> {
        let names = field.ground.facts.get(&self.relation.oid).map(|facts| &facts.names);
        let alike = self.relation.columns.iter().zip(self.of_a).filter_map(|(column, mine)| {
            let mine = mine.as_ref()?;
            let is_plain = !column.generated && matches!(self.source(column), Source::Plain);
            let is_known = matches!(family(&column.data_type), "text" | "number" | "decimal" | "time");
            let is_address = names.is_some_and(|names| names.contains(&column.name));
            (is_plain
                && is_known
                && !is_address
                && has_word(self.text, &column.name)
                && !names_a(field, mine))
            .then(|| (column.name.clone(), quote_literal(mine)))
        });
        alike.take(COLUMNS).collect()
    }

    /// Texts of B's in which stands what rows of A's are called, in columns that the triggers search.
    fn spoken(&self, field: &Field<'_>) -> Vec<(String, String)> {
        let lower = self.text.to_lowercase();
        if !SEARCHES.iter().any(|word| lower.contains(word)) {
            return Vec::new();
        }
        let is_free = |it: &&Column| {
            !it.generated
                && family(&it.data_type) == "text"
                && has_word(self.text, &it.name)
                && matches!(self.source(it), Source::Plain)
        };
        let texts: Vec<&Column> = self.relation.columns.iter().filter(is_free).collect();
        let names = names_of_a(field, self.text);
        let spoken = names.iter().flat_map(|(column, name)| {
            let around = around(self.text, column).map(|(before, behind)| format!("{before}{name}{behind} "));
            let said = format!("{CANARY}_said {}@{name} #{name} {name} ", around.unwrap_or_default());
            texts.iter().map(move |it| (it.name.clone(), quote_literal(&said)))
        });
        spoken.take(TEXTS).collect()
    }

    fn refers(&self, column: &Column) -> bool {
        let mut here = self.constraints.iter().filter(|it| it.relation == self.relation.oid);
        here.any(|it| it.is_reference && it.columns.contains(&column.name))
    }

    fn source(&self, column: &Column) -> Source {
        let path = path_columns(self.relation);
        let here = || {
            let is_here =
                |it: &&Constraint| it.relation == self.relation.oid && it.columns.contains(&column.name);
            self.constraints.iter().filter(is_here)
        };
        let with_tenant = |it: &Constraint| it.columns.iter().any(|name| path.contains(&name.as_str()));
        if path.contains(&column.name.as_str()) || here().any(|it| it.is_reference && !with_tenant(it)) {
            Source::Theirs
        } else if here().any(|it| !it.is_reference && !with_tenant(it)) {
            Source::Fresh
        } else if here().next().is_some() {
            Source::Shared
        } else {
            Source::Plain
        }
    }
}

/// Whether a value is an id of A or of its user.
fn names_a(field: &Field<'_>, value: &str) -> bool {
    let users = field.probe.users.iter().map(|users| &users[0]);
    let mut ids = users.chain([&field.probe.tenants[0]]);
    ids.any(|id| value == id || id.len() >= SHORTEST && value.contains(id.as_str()))
}

/// What rows of A's are called in the tables that a text names: columns with texts.
fn names_of_a(field: &Field<'_>, text: &str) -> Vec<(String, String)> {
    let tables = field.scope.of_tenants().filter(|it| has_word(text, &it.table));
    let names = tables.filter_map(|relation| {
        let row = field.ground.rows.get(&relation.oid)?.sample_a.as_ref()?;
        let is_name = |column: &Column| family(&column.data_type) == "text" && has_word(text, &column.name);
        let named = relation.columns.iter().zip(row).filter(move |(column, _)| is_name(column));
        Some(named.filter_map(|(column, value)| {
            let value = value.as_ref().filter(|value| !value.is_empty() && !names_a(field, value))?;
            Some((column.name.clone(), value.clone()))
        }))
    });
    names.flatten().collect()
}

/// What a text puts before and behind a column when it looks for it: `'%@' || m.handle || ' %'`.
fn around(text: &str, column: &str) -> Option<(String, String)> {
    let parts: Vec<&str> = text.split('\'').collect();
    // Of a pattern, what stands next to the name as it is.
    let last = |part: &str| part.rsplit(is_of_pattern).next().unwrap_or_default().to_owned();
    let first = |part: &str| part.split(is_of_pattern).next().unwrap_or_default().to_owned();
    (2..parts.len()).step_by(2).find_map(|place| {
        let between = parts[place].trim();
        let is_it = between.starts_with("||") && has_word(between, column);
        let behind =
            if between.ends_with("||") { parts.get(place + 1).copied().unwrap_or_default() } else { "" };
        is_it.then(|| (last(parts[place - 1]), first(behind)))
    })
}

fn is_of_pattern(sign: char) -> bool {
    "%^$()[]{}|*+?\\".contains(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_around_a_name_is_taken_from_the_text() {
        let cases = [
            ("x LIKE '%@' || m.handle || ' %' AND y", Some(("@", " "))),
            ("x ~ ('#' || m.handle)", Some(("#", ""))),
            ("x ~ ('(^| )#' || m.handle || '( |$)')", Some(("#", ""))),
            ("x = 'a' AND m.handle = y", None),
        ];
        for (text, expected) in cases {
            let expected = expected.map(|(before, behind)| (before.to_owned(), behind.to_owned()));
            assert_eq!(around(text, "handle"), expected, "{text}");
        }
    }
}
