//! What all rules ask about: sessions, relations of tenants and the words of the context, as tables for SQL.

use bulkhead_connect::{quote_literal, rows};
use bulkhead_sql::relations;
use tokio_postgres::{Client, SimpleQueryRow};

use crate::ProveError;
use crate::isolation::fence::{fence, give_context};
use crate::isolation::scope::is_named;
use crate::isolation::{Reach, Scope, TenantPath};

/// Common table expressions over `session`, `reached`, `tenant`, `common`, `place` and `named`, which are put before them.
const COMMON: &str = include_str!("common.sql");

/// The functions of users with their bodies, from which the words of the context and the relations are found.
const FUNCTIONS: &str = "
    SELECT p.proname, coalesce(pg_get_function_sqlbody(p.oid), p.prosrc), p.oid
    FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
    WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'bulkhead') AND p.prokind <> 'a'
    ORDER BY 1, 2";

/// A common table expression.
struct Table {
    name: String,
    sql: String,
}

/// The database under proof, ready to be asked.
pub(super) struct Subject {
    /// What gives a session the context of the first tenant.
    pub context: Option<String>,
    tables: Vec<Table>,
    words: String,
    setting: String,
    level: String,
}

impl Subject {
    /// Gathers what the rules share.
    pub async fn read(client: &Client, scope: &Scope, reach: &Reach) -> Result<Subject, ProveError> {
        let functions = rows(client, FUNCTIONS).await.map_err(|error| ProveError::of(&error))?;
        let level = format!("{:?}", scope.tenancy.level).to_lowercase();
        Ok(Subject {
            context: give_context(scope),
            tables: given(scope, reach).into_iter().chain([named(&functions)]).chain(common()).collect(),
            words: quote_literal(&words(scope, &functions)),
            setting: quote_literal(scope.tenancy.context.setting.as_deref().unwrap_or_default()),
            level: quote_literal(&level),
        })
    }

    /// Asks a rule's query, with what it is built on and no more: the server reads the text of all rules in turn.
    pub async fn ask(&self, client: &Client, sql: &str) -> Result<Vec<SimpleQueryRow>, ProveError> {
        let mut named = sql.to_owned();
        let mut needed: Vec<&str> = Vec::new();
        for table in self.tables.iter().rev() {
            if mentions(&named, &table.name) {
                named.push_str(&table.sql);
                needed.push(&table.sql);
            }
        }
        needed.reverse();
        let with = if needed.is_empty() { "" } else { "WITH RECURSIVE " };
        let sql = format!("{with}{}\n{sql}", needed.join(",\n"))
            .replace("{context}", &self.words)
            .replace("{setting}", &self.setting)
            .replace("{level}", &self.level);
        rows(client, &sql).await.map_err(|error| ProveError::of(&error))
    }
}

/// What comes from the manifest and from the memberships, as common table expressions.
fn given(scope: &Scope, reach: &Reach) -> [Table; 5] {
    let text = |value: &str| quote_literal(value);
    let optional = |value: Option<String>| value.map_or("NULL".to_owned(), |value| quote_literal(&value));
    let reached = reach.roles.iter().map(|role| {
        let holds = [
            role.inherited,
            role.settable,
            role.superuser,
            role.bypassrls,
            role.createrole,
            role.replication,
        ];
        let holds = holds.map(|is| is.to_string()).join(", ");
        format!(
            "{}, {}, {}, {}, {holds}",
            role.oid,
            text(&role.name),
            text(&role.app_role),
            text(&role.act_as)
        )
    });
    let tenants = scope.of_tenants().map(|relation| {
        let (path, column) = match &relation.tenant {
            Some(TenantPath::Root { column }) => ("root", Some(column.clone())),
            Some(TenantPath::Column { column }) => ("column", Some(column.clone())),
            Some(TenantPath::Link { .. }) => ("link", None),
            _ => ("parent", None),
        };
        let way = match &relation.tenant {
            Some(TenantPath::Parent { columns, .. }) => Some(columns.join("\u{1}")),
            _ => None,
        };
        let fence = optional(fence(scope, relation));
        format!("{}, {}, {}, {}, {fence}", relation.oid, text(path), optional(column), optional(way))
    });
    let is_common = |name: &String, oid: u32| scope.relation(oid).is_some_and(|it| is_named(it, name));
    let common =
        scope.relations.iter().filter(|it| scope.tenancy.shared.iter().any(|name| is_common(name, it.oid)));
    let context = &scope.tenancy.context;
    let places = context.schemas.iter().map(|(tenant, schema)| (tenant, "schema", schema));
    let places = places.chain(context.databases.iter().map(|(tenant, name)| (tenant, "database", name)));
    let places = places.chain(context.roles.iter().map(|(tenant, role)| (tenant, "role", role)));
    let membership = context.membership.iter().filter_map(|membership| {
        let table = scope.relations.iter().find(|relation| is_named(relation, &membership.table))?;
        Some(format!("{}, {}, {}", table.oid, text(&membership.tenant), text(&membership.user)))
    });
    [
        table(
            "reached (oid oid, name text, app text, act_as text, inherited bool, settable bool, superuser bool, \
             bypassrls bool, createrole bool, replication bool)",
            reached.collect(),
        ),
        table("tenant (relid oid, path text, tenant_column text, way text, fence text)", tenants.collect()),
        table("common (relid oid)", common.map(|relation| relation.oid.to_string()).collect()),
        table(
            "place (tenant text, what text, name text)",
            places
                .map(|(tenant, what, name)| format!("{}, {}, {}", text(tenant), text(what), text(name)))
                .collect(),
        ),
        table("membership (relid oid, tenant_column text, user_column text)", membership.collect()),
    ]
}

/// The relations that the bodies of functions name.
fn named(functions: &[SimpleQueryRow]) -> Table {
    let optional =
        |schema: &Option<String>| schema.as_ref().map_or("NULL".to_owned(), |it| quote_literal(it));
    let named = functions.iter().flat_map(|row| {
        let oid = row.get(2).unwrap_or_default();
        relations(row.get(1).unwrap_or_default()).into_iter().map(move |mention| {
            let (schema, name) = (optional(&mention.schema), quote_literal(&mention.name));
            format!("{oid}, {schema}, {name}, {}", mention.is_written)
        })
    });
    table("named (oid oid, schema text, relname text, is_written bool)", named.collect())
}

/// The common table expressions that are written down, each of which names only those before it.
fn common() -> impl Iterator<Item = Table> {
    COMMON.trim_end().trim_end_matches("\n)").split("\n),\n").filter_map(|text| {
        let heading = text.lines().find(|line| !line.starts_with("--"))?;
        Some(Table { name: heading.split_once(" AS (")?.0.to_owned(), sql: format!("{text}\n)") })
    })
}

/// A common table expression of rows, which may be none. The heading gives names and types.
fn table(heading: &str, rows: Vec<String>) -> Table {
    let (name, columns) = heading.split_once(" (").unwrap_or((heading, ""));
    let columns: Vec<(&str, &str)> =
        columns.trim_end_matches(')').split(", ").filter_map(|column| column.split_once(' ')).collect();
    let typed: Vec<String> = columns.iter().map(|(name, of)| format!("{name}::{of}")).collect();
    let names: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
    let nothing = vec!["NULL"; columns.len()].join(", ");
    let rows =
        std::iter::once(nothing).chain(rows).map(|row| format!("({row})")).collect::<Vec<_>>().join(", ");
    let (names, typed, first) = (names.join(", "), typed.join(", "), names[0]);
    let sql = format!(
        "{name} AS (SELECT {typed} FROM (VALUES {rows}) AS given ({names}) WHERE {first} IS NOT NULL)"
    );
    Table { name: name.to_owned(), sql }
}

/// A regular expression for whatever in an expression or a body speaks of the session: the setting, the user, the
/// membership table, and every function that does so in turn.
fn words(scope: &Scope, functions: &[SimpleQueryRow]) -> String {
    let context = &scope.tenancy.context;
    let mut words: Vec<String> = context.setting.iter().map(|setting| escaped(setting)).collect();
    words.extend(["current_user", "session_user", "current_role", "pg_has_role"].map(str::to_owned));
    let tables = context.membership.iter().map(|membership| &membership.table);
    words.extend(tables.filter_map(|name| name.rsplit('.').next()).map(escaped));
    let functions: Vec<(&str, String)> = functions
        .iter()
        .filter_map(|row| Some((row.get(0)?, row.get(1).unwrap_or_default().to_lowercase())))
        .collect();
    let mut is_of_context = vec![false; functions.len()];
    loop {
        let news: Vec<usize> = (0..functions.len())
            .filter(|index| !is_of_context[*index])
            .filter(|index| words.iter().any(|word| mentions(&functions[*index].1, &word.replace('\\', ""))))
            .collect();
        if news.is_empty() {
            return format!(r"(^|[^\w])({})($|[^\w])", words.join("|"));
        }
        for index in news {
            is_of_context[index] = true;
            let word = escaped(functions[index].0);
            if !words.contains(&word) {
                words.push(word);
            }
        }
    }
}

/// A name as a regular expression that means just it.
fn escaped(name: &str) -> String {
    let escape = |letter: char| match letter.is_alphanumeric() || letter == '_' {
        true => letter.to_string(),
        false => format!("\\{letter}"),
    };
    name.to_lowercase().chars().map(escape).collect()
}

/// Whether a text has a word, and not only a longer one.
fn mentions(text: &str, word: &str) -> bool {
    let is_part =
        |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
    text.match_indices(word).any(|(at, _)| {
        !is_part(text[..at].chars().next_back()) && !is_part(text[at + word.len()..].chars().next())
    })
}
