//! Functions that the attacker may call, and the arguments to call them with.

pub(super) mod answers;
pub(super) mod arguments;
pub(super) mod bearers;
pub(super) mod channels;
pub(super) mod injection;
pub(super) mod left;
pub(super) mod made;
pub(super) mod notices;
pub(super) mod refusals;

use std::collections::BTreeSet;

use bulkhead_connect::quote_literal;
use tokio_postgres::Client;

use self::arguments::columns::family;
use self::arguments::{meant, mixes, named, patches, payloads, rows, tuples};
use super::Field;
use super::arena::{Attacker, ask};
use super::ground::{is, number, text};
use super::worlds::states::templates;
use crate::ProveError;
use crate::isolation::scope::Relation;

const FUNCTIONS: &str = include_str!("functions.sql");
/// How many argument lists are tried on a function.
const CALLS: usize = 40;
/// How many labels of an enum are tried.
const LABELS: usize = 6;
/// How many lists from rows of B are tried without the arguments that have defaults, too.
const SHORTER: usize = 3;
/// How many lists that are mixed from rows of both are tried in a state.
const MIXED: usize = 2;

/// How many lists that fit what the source computes are tried in a state.
const MEANT: usize = 4;

/// What a cursor is called that a function is to open.
const CURSOR: &str = "shown";

/// A function and who may call it.
#[derive(Clone, Debug)]
pub(super) struct Function {
    /// The place of the attacker.
    pub attacker: usize,
    /// Name with argument types, as SQL writes it.
    pub signature: String,
    name: String,
    pub definer: bool,
    procedure: bool,
    void: bool,
    /// Whether it returns records whose columns nobody has named.
    record: bool,
    /// Whether it returns names of cursors.
    cursor: bool,
    /// Its own settings, `name=value`.
    pub settings: Vec<String>,
    pub arguments: Vec<Argument>,
    defaults: usize,
    /// Its source.
    pub body: String,
    /// Whether the tables that it reads ask for the current user, who is its owner there.
    pub asks_current_user: bool,
}

/// An argument of a function.
#[derive(Clone, Debug)]
pub(super) struct Argument {
    /// The type beneath domains.
    pub data_type: String,
    pub name: String,
    /// The labels of an enum.
    pub labels: Vec<String>,
    pub mode: Mode,
    /// The type that a value is cast to.
    pub cast: String,
    /// The relation whose row it is; 0 for all other types.
    pub row_of: u32,
    /// What a row, or each of a list of rows, is made of.
    pub parts: Vec<Argument>,
}

/// How an argument is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    In,
    Variadic,
    /// Of a procedure: a place for what it returns.
    Out,
}

/// A call with one list of arguments.
#[derive(Clone, Debug)]
pub(super) struct Call {
    pub sql: String,
    /// Whether B's tenant is named.
    pub names_tenant: bool,
    /// Whether a key of a row of B is named.
    pub names_key: bool,
    /// Whether the arguments are one name of a row of B, and no more.
    pub by_name: bool,
    /// Whether all that it names of B's rows may be guessed.
    pub guesses: bool,
    /// Whether an argument is SQL that fails with a row of B.
    pub injects: bool,
    /// Whether it writes into a row of A's own whose that row is.
    pub moves: bool,
}

/// A value for an argument, and what it gives away.
#[derive(Clone, Debug)]
pub(super) struct Value {
    pub sql: String,
    pub tenant: bool,
    pub key: bool,
    /// Whether it is a name that is one row's among all tenants'.
    pub name: bool,
    /// Whether it is what others may hold or guess as well: an address, a number, the sum of a file.
    pub content: bool,
}

/// Roles that are called as those for sessions without a user are, and that may call anything.
const ANONYMOUS: &str = "
    SELECT r.rolname, r.oid FROM pg_roles AS r
    WHERE r.rolname ~* '(^|_)(anon|anonymous|guest|public|visitor|unauthenticated)(_|$)'
      AND r.rolname !~ '^pg_' AND NOT r.rolsuper AND NOT r.rolbypassrls AND NOT r.rolname = ANY ({known})
    ORDER BY 1";

/// The roles of sessions without a tenant that are no application roles.
pub(super) async fn anonymous(client: &Client, known: &[Attacker]) -> Result<Vec<Attacker>, ProveError> {
    let known: Vec<String> = known.iter().map(|attacker| quote_literal(&attacker.role)).collect();
    let known = format!("ARRAY[{}]::text[]", known.join(", "));
    let rows = ask(client, &ANONYMOUS.replace("{known}", &known)).await?;
    Ok(rows.iter().map(|row| Attacker::anonymous(text(row, 0), number(row, 1))).collect())
}

impl Function {
    pub(super) async fn read(client: &Client, attackers: &[Attacker]) -> Result<Vec<Function>, ProveError> {
        let oids: Vec<String> = attackers.iter().map(|attacker| attacker.oid.to_string()).collect();
        let roles = quote_literal(&format!("{{{}}}", oids.join(",")));
        let rows = ask(client, &FUNCTIONS.replace("{roles}", &roles)).await?;
        let function = |row: &super::arena::Row| Function {
            attacker: number(row, 0) as usize,
            signature: text(row, 2),
            name: text(row, 3),
            definer: is(row, 4),
            procedure: text(row, 5) == "p",
            defaults: number(row, 6) as usize,
            void: is(row, 7),
            settings: text(row, 8).split('\x01').filter(|it| !it.is_empty()).map(str::to_owned).collect(),
            arguments: text(row, 9).split('\x01').filter(|it| !it.is_empty()).map(argument).collect(),
            body: text(row, 10),
            asks_current_user: is(row, 12),
            record: is(row, 11),
            cursor: is(row, 13),
        };
        Ok(rows.iter().map(function).collect())
    }

    /// Calls that name B in many ways.
    pub(super) fn calls(&self, field: &Field<'_>) -> Vec<Call> {
        let values: Vec<Vec<Value>> =
            self.arguments.iter().enumerate().map(|(place, it)| values(field, self, it, place)).collect();
        let first: Vec<Value> = values.iter().filter_map(|values| values.first().cloned()).collect();
        let mut calls = vec![self.call(&first)];
        if self.may_be_shorter() {
            calls.push(self.call(&first[..first.len() - self.defaults.min(first.len())]));
        }
        // One argument at a time goes through its values, the most promising first.
        let longest = values.iter().map(Vec::len).max().unwrap_or(0);
        for round in 1..longest {
            for (place, values) in values.iter().enumerate() {
                if let Some(value) = values.get(round) {
                    let mut list = first.clone();
                    list[place] = value.clone();
                    calls.push(self.call(&list));
                }
            }
        }
        calls.truncate(CALLS);
        // An invoker's function does nothing for its caller that statements do not.
        if self.definer {
            let tuples = tuples::lists(field, self);
            let lists = tuples.iter().cloned().chain(mixes::lists(field, self));
            let lists = lists.chain(named::lists(field, self)).chain(meant::lists(field, self));
            let lists = lists.chain(injection::lists(field, self, &first)).chain(self.templates(field));
            let patches = patches::lists(field, self);
            calls.extend(patches.iter().map(|list| Call { moves: true, ..self.call(list) }));
            calls.extend(lists.map(|list| self.call(&list)));
            if self.may_be_shorter() {
                let kept = first.len() - self.defaults.min(first.len());
                calls.extend(tuples.iter().take(SHORTER).map(|list| self.call(&list[..kept])));
            }
            let mut seen = BTreeSet::new();
            calls.retain(|call| seen.insert(call.sql.clone()));
        }
        calls
    }

    /// The few calls that fit its arguments best.
    pub(super) fn fitting(&self, field: &Field<'_>, most: usize) -> Vec<Call> {
        let lists = tuples::lists(field, self);
        let mut calls: Vec<Call> =
            meant::lists(field, self).iter().take(MEANT).map(|list| self.call(list)).collect();
        calls.extend(lists.iter().take(most - 1).map(|list| self.call(list)));
        let first = self
            .arguments
            .iter()
            .enumerate()
            .filter_map(|(place, argument)| values(field, self, argument, place).into_iter().next());
        calls.push(self.call(&first.collect::<Vec<_>>()));
        let mut seen = BTreeSet::new();
        calls.retain(|call| seen.insert(call.sql.clone()));
        calls
    }

    /// The few calls that name one thing of B's among A's own.
    pub(super) fn mixed(&self, field: &Field<'_>, most: usize) -> Vec<Call> {
        if self.arguments.len() < 2 {
            return Vec::new();
        }
        mixes::lists(field, self).iter().take(most).map(|list| self.call(list)).collect()
    }

    /// The same with the parts of one argument as its arguments.
    pub(super) fn of_parts(&self, argument: &Argument) -> Function {
        Function { arguments: argument.parts.clone(), ..self.clone() }
    }

    /// The calls that are made in a state of the rows that its text asks for: with what is A's own, with what is B's, and
    /// with some of each.
    pub(super) fn calls_in_state(&self, field: &Field<'_>) -> Vec<Call> {
        let mut lists = mixes::whole(field, self);
        lists.extend(tuples::lists(field, self).into_iter().take(MIXED));
        // What a search finds may be meant for all, as what a key names may be.
        let searched =
            |list: Vec<Value>| list.into_iter().map(|it| Value { key: it.key || it.content, ..it }).collect();
        lists.extend(meant::lists(field, self).into_iter().take(MEANT).map(searched));
        if self.arguments.len() > 1 {
            lists.extend(mixes::lists(field, self).into_iter().take(MIXED));
        }
        let mut calls: Vec<Call> = lists.iter().map(|list| self.call(list)).collect();
        let mut seen = BTreeSet::new();
        calls.retain(|call| seen.insert(call.sql.clone()));
        calls
    }

    /// Arguments of A's own, with a text in which all is named that the body may fill in.
    fn templates(&self, field: &Field<'_>) -> Vec<Vec<Value>> {
        let texts =
            (0..self.arguments.len()).filter(|place| family(&self.arguments[*place].data_type) == "text");
        let texts: Vec<usize> = texts.collect();
        if texts.is_empty() {
            return Vec::new();
        }
        let Some(filled) = templates::filled(field, &self.body) else { return Vec::new() };
        let own = mixes::own(field, self).unwrap_or_default();
        let list = |place: &usize| {
            let mut list = own.clone();
            list[*place] = filled.clone();
            list
        };
        texts.iter().map(list).collect()
    }

    /// Whether its last arguments may be left out.
    fn may_be_shorter(&self) -> bool {
        self.defaults > 0 && self.arguments.iter().all(|argument| argument.mode != Mode::Out)
    }

    /// A call with these values.
    pub(super) fn call(&self, values: &[Value]) -> Call {
        let given = values.iter().zip(&self.arguments);
        let list: Vec<String> = given.map(|(value, argument)| argument.given(&value.sql)).collect();
        let list = list.join(", ");
        let sql = match (self.procedure, self.void) {
            (true, _) => {
                let cursors = self.arguments.iter().filter(|it| it.data_type == "refcursor");
                let fetch = cursors.take(1).map(|_| format!("; FETCH ALL IN {CURSOR}"));
                format!("CALL {}({list}){}", self.name, fetch.collect::<String>())
            }
            (_, true) => format!("SELECT {}({list})", self.name),
            // A name of rows says nothing; the rows do.
            _ if self.cursor => format!(
                "SELECT cursor_to_xml(c, 1000, false, true, '') FROM (SELECT {}({list}) AS c OFFSET 0) AS opened",
                self.name
            ),
            _ if self.record => format!("SELECT ({}({list}))::text", self.name),
            _ => format!("SELECT * FROM {}({list}) AS answer", self.name),
        };
        Call {
            sql,
            names_tenant: values.iter().any(|value| value.tenant),
            names_key: values.iter().any(|value| value.key),
            by_name: matches!(values, [value] if value.name),
            guesses: values.iter().any(|it| it.content) && values.iter().all(|it| it.content || !it.key),
            injects: injection::reaches(&self.body)
                && values.iter().any(|value| injection::is_text(&value.sql)),
            moves: false,
        }
    }
}

impl Argument {
    /// An argument of that name and type.
    pub(super) fn plain(name: &str, data_type: &str) -> Argument {
        let (name, data_type) = (name.to_owned(), data_type.to_owned());
        Argument {
            cast: data_type.clone(),
            data_type,
            name,
            labels: Vec::new(),
            mode: Mode::In,
            row_of: 0,
            parts: Vec::new(),
        }
    }

    /// A list of the one value.
    pub(super) fn listed(mut value: Value) -> Value {
        value.sql = format!("ARRAY[{}]", value.sql);
        value
    }

    /// A value as a call gives it.
    fn given(&self, value: &str) -> String {
        match self.mode {
            Mode::In => format!("{value}::{}", self.cast),
            Mode::Variadic => format!("VARIADIC {value}::{}", self.cast),
            Mode::Out => "NULL".to_owned(),
        }
    }
}

fn argument(text: &str) -> Argument {
    let parts: Vec<&str> = text.split('\x02').collect();
    let part = |place: usize| parts.get(place).copied().unwrap_or_default();
    // What takes any type takes texts.
    let any = |declared: &str| match declared {
        "anyarray" | "anycompatiblearray" => "text[]".to_owned(),
        "\"any\"" if part(3) == "v" => "text[]".to_owned(),
        "\"any\"" => "text".to_owned(),
        other if other.starts_with("any") => "text".to_owned(),
        other => other.to_owned(),
    };
    let plain = |(name, data_type): (&str, &str)| Argument::plain(name, data_type);
    Argument {
        data_type: any(part(0)),
        name: part(1).to_owned(),
        labels: part(2).split('\x03').filter(|label| !label.is_empty()).map(str::to_owned).collect(),
        mode: match part(3) {
            "v" => Mode::Variadic,
            "o" => Mode::Out,
            _ => Mode::In,
        },
        cast: any(part(4)),
        row_of: part(5).parse().unwrap_or(0),
        parts: part(6).split('\x03').filter_map(|it| it.split_once('\x04')).map(plain).collect(),
    }
}

/// Values for an argument: those that name B first.
fn values(field: &Field<'_>, function: &Function, argument: &Argument, place: usize) -> Vec<Value> {
    let plain =
        |sql: &str| Value { sql: sql.to_owned(), tenant: false, key: false, name: false, content: false };
    let tenant = Value {
        sql: quote_literal(&field.probe.tenants[1]),
        tenant: true,
        key: false,
        name: false,
        content: false,
    };
    let is_number = field.probe.tenants[1].parse::<i64>().is_ok();
    let is_uuid = field.probe.tenants[1].len() == 36;
    let mut values = match argument.data_type.as_str() {
        _ if argument.mode == Mode::Out => Vec::new(),
        list if !argument.parts.is_empty() && list.ends_with("[]") => rows::lists(field, function, argument),
        _ if argument.row_of > 0 && field.scope.relation(argument.row_of).is_none() => {
            rows::values(field, function, argument)
        }
        _ if argument.row_of > 0 => payloads::rows(field, argument.row_of),
        "uuid" => {
            let mut values = if is_uuid { vec![tenant] } else { Vec::new() };
            values.extend(keys(field, argument));
            values
        }
        "integer" | "bigint" | "smallint" => {
            let mut values = if is_number { vec![tenant] } else { vec![plain("100")] };
            values.extend(keys(field, argument));
            values
        }
        "text" | "character varying" | "character" | "citext" | "name" => {
            vec![plain("'%'"), tenant, plain("''"), plain(injection::ALWAYS_TRUE)]
        }
        "boolean" => vec![plain("true"), plain("false")],
        "numeric" | "double precision" | "real" => vec![plain("0"), plain("1000000")],
        "date" | "timestamp with time zone" | "timestamp without time zone" => {
            let (one, other) = ("'1970-01-01'", "'2999-01-01'");
            let is_called = |words: &[&str]| argument.name.split('_').any(|it| words.contains(&it));
            // The first of two is most often the beginning.
            let is_second = || {
                let before = function.arguments.iter().take(place);
                before.filter(|it| family(&it.data_type) == "time").count() % 2 == 1
            };
            let is_end = is_called(&["to", "end", "until", "before", "till", "upto"])
                || !is_called(&["from", "start", "begin", "since", "after"]) && is_second();
            if is_end { vec![plain(other), plain(one)] } else { vec![plain(one), plain(other)] }
        }
        "interval" => vec![plain("'100 years'"), plain("'-100 years'")],
        "json" | "jsonb" => payloads::objects(field, function).into_iter().chain([plain("'{}'")]).collect(),
        "bytea" => vec![plain("''")],
        "refcursor" => vec![plain(&quote_literal(CURSOR))],
        range if range.ends_with("multirange") => vec![plain("'{(,)}'"), plain("'{}'")],
        range if range.ends_with("range") => vec![plain("'(,)'"), plain("'empty'")],
        "tsquery" => tuples::queries(field).iter().map(|query| plain(&quote_literal(query))).collect(),
        "regclass" => payloads::names(field, &function.body),
        array if array.ends_with("[]") => {
            let of = Argument::plain(&argument.name, array.trim_end_matches("[]"));
            let elements =
                values(field, function, &of, place).into_iter().filter(|value| value.sql != "NULL");
            let list = |value: Value| Value { sql: format!("ARRAY[{}::{}]", value.sql, of.cast), ..value };
            elements.map(list).chain([plain("'{}'")]).collect()
        }
        _ => argument.labels.iter().take(LABELS).map(|label| plain(&quote_literal(label))).collect(),
    };
    values.push(plain("NULL"));
    values
}

/// Keys of B's rows of the type, those of a table that the argument's name mentions first.
fn keys(field: &Field<'_>, argument: &Argument) -> Vec<Value> {
    let mut found: Vec<(bool, String)> = Vec::new();
    for relation in &field.scope.relations {
        if let Some(key) = key_of_b(field, relation, &argument.data_type) {
            let stem = relation.table.trim_end_matches('s');
            found.push((!argument.name.contains(stem), key));
        }
    }
    found.sort();
    found.dedup();
    let value = |(_, key): (bool, String)| Value {
        sql: quote_literal(&key),
        tenant: false,
        key: true,
        name: false,
        content: false,
    };
    found.into_iter().map(value).collect()
}

/// The key of B's first row in a table, where it is one column of the type.
pub(super) fn key_of_b(field: &Field<'_>, relation: &Relation, data_type: &str) -> Option<String> {
    let [key] = relation.key.as_slice() else { return None };
    let place = relation.columns.iter().position(|column| column.name == *key)?;
    if relation.columns[place].data_type != data_type {
        return None;
    }
    let key = field.ground.rows.get(&relation.oid)?.samples_b.first()?.get(place)?.clone()?;
    (key != field.probe.tenants[1]).then_some(key)
}
