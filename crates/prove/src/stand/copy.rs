//! Roles of one server on another: attributes, settings and memberships, without passwords.

use std::collections::BTreeSet;

use bulkhead_connect::{quote_identifier, quote_literal, rows};
use tokio_postgres::{Client, SimpleQueryRow};

use super::Source;
use crate::ProveError;

/// Settings of a server that decide whether migrations run.
const SETTINGS: &str = "
    SELECT name, setting FROM pg_settings
    WHERE name IN ('max_prepared_transactions', 'max_locks_per_transaction', 'default_text_search_config')
       OR name = 'wal_level' AND setting = 'logical'";

const LIBRARIES: &str = "
    SELECT trim(library) FROM string_to_table(current_setting('shared_preload_libraries', true), ',') AS library
    WHERE trim(library) <> ''";

const ROLES: &str = "
    SELECT rolname, concat_ws(' ',
      CASE WHEN rolsuper THEN 'SUPERUSER' END, CASE WHEN NOT rolinherit THEN 'NOINHERIT' END,
      CASE WHEN rolcreaterole THEN 'CREATEROLE' END, CASE WHEN rolcreatedb THEN 'CREATEDB' END,
      CASE WHEN rolcanlogin THEN 'LOGIN' END, CASE WHEN rolreplication THEN 'REPLICATION' END,
      CASE WHEN rolbypassrls THEN 'BYPASSRLS' END)
    FROM pg_roles WHERE rolname NOT LIKE 'pg\\_%' ORDER BY rolname";

const DATABASES: &str = "SELECT datname FROM pg_database WHERE NOT datistemplate ORDER BY datname";

/// The role, its member, and how the member has it. PostgreSQL 16 knows two options more than 15, and is told them in
/// another way.
const MEMBERSHIPS: &str = "
    SELECT role.rolname, member.rolname,
      CASE WHEN to_jsonb(m) ? 'set_option'
        THEN format('WITH ADMIN %s, INHERIT %s, SET %s', m.admin_option,
                    to_jsonb(m) ->> 'inherit_option', to_jsonb(m) ->> 'set_option')
        WHEN m.admin_option THEN 'WITH ADMIN OPTION' ELSE '' END
    FROM pg_auth_members AS m
      JOIN pg_roles AS role ON role.oid = m.roleid
      JOIN pg_roles AS member ON member.oid = m.member
    ORDER BY 1, 2, 3";

/// Settings that a role brings to any database. A library that a session loads may be missing on the other server.
const ROLE_SETTINGS: &str = "
    SELECT rolname, split_part(setting, '=', 1), substr(setting, strpos(setting, '=') + 1)
    FROM pg_db_role_setting AS s
      JOIN pg_roles AS role ON role.oid = s.setrole
      CROSS JOIN LATERAL unnest(s.setconfig) AS setting
    WHERE s.setdatabase = 0 AND setting NOT LIKE '%preload_libraries=%'
    ORDER BY 1, 2";

/// Roles of a server.
#[derive(Clone, Debug, Default)]
pub(super) struct Roles {
    /// Names with attributes.
    roles: Vec<(String, String)>,
    /// Role, member, options.
    memberships: Vec<[String; 3]>,
    /// Role, name, value.
    settings: Vec<[String; 3]>,
}

/// Reads what a private server takes over.
pub(super) async fn read(client: &Client) -> Result<Source, ProveError> {
    let ask = async |sql: &str| rows(client, sql).await.map_err(|error| ProveError::of(&error));
    let pair = |row: &SimpleQueryRow| (text(row, 0), text(row, 1));
    let three = |row: &SimpleQueryRow| [text(row, 0), text(row, 1), text(row, 2)];
    let version = ask("SELECT current_setting('server_version_num')").await?;
    let version: u32 = version.first().and_then(|row| row.get(0)?.parse().ok()).unwrap_or_default();
    Ok(Source {
        major: version / 10_000,
        settings: ask(SETTINGS).await?.iter().map(pair).collect(),
        libraries: ask(LIBRARIES).await?.iter().map(|row| text(row, 0)).collect(),
        databases: ask(DATABASES).await?.iter().map(|row| text(row, 0)).collect(),
        roles: Roles {
            roles: ask(ROLES).await?.iter().map(pair).collect(),
            memberships: ask(MEMBERSHIPS).await?.iter().map(three).collect(),
            settings: ask(ROLE_SETTINGS).await?.iter().map(three).collect(),
        },
    })
}

fn text(row: &SimpleQueryRow, index: usize) -> String {
    row.get(index).unwrap_or_default().to_owned()
}

impl Roles {
    /// The names of all.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.roles.iter().map(|(name, _)| name.as_str())
    }

    /// Those that are wanted, and those that they are members of.
    pub(super) fn with_memberships(&self, is_wanted: impl Fn(&str) -> bool) -> Roles {
        let mut wanted: BTreeSet<&str> = self.names().filter(|role| is_wanted(role)).collect();
        loop {
            let over = self.memberships.iter().filter(|[_, member, _]| wanted.contains(member.as_str()));
            let more: Vec<&str> = over.map(|[role, ..]| role.as_str()).collect();
            let before = wanted.len();
            wanted.extend(more);
            if wanted.len() == before {
                break;
            }
        }
        let of_member = self.memberships.iter().filter(|[_, member, _]| wanted.contains(member.as_str()));
        let of_role = self.settings.iter().filter(|[role, ..]| wanted.contains(role.as_str()));
        Roles {
            roles: self.roles.iter().filter(|(name, _)| wanted.contains(name.as_str())).cloned().collect(),
            memberships: of_member.cloned().collect(),
            settings: of_role.cloned().collect(),
        }
    }

    /// Makes them on a new server, of which `client` is a superuser's session.
    pub(super) async fn make(&self, client: &Client) -> Result<(), ProveError> {
        let own = |error: tokio_postgres::Error| ProveError::of(&error);
        let superuser = bulkhead_connect::answer(client, "SELECT current_user").await.map_err(own)?.join("");
        for (name, attributes) in self.roles.iter().filter(|(name, _)| *name != superuser) {
            let make = format!("CREATE ROLE {} {attributes}", quote_identifier(name));
            client.batch_execute(&make).await.map_err(own)?;
        }
        for [role, member, options] in &self.memberships {
            let (role, member) = (quote_identifier(role), quote_identifier(member));
            client.batch_execute(&format!("GRANT {role} TO {member} {options}")).await.map_err(own)?;
        }
        for [role, name, value] in &self.settings {
            let (role, setting) = (quote_identifier(role), quote_identifier(name));
            let set = format!("SELECT set_config({}, {}, true)", quote_literal(name), quote_literal(value));
            let keep = format!("ALTER ROLE {role} SET {setting} FROM CURRENT");
            // A setting of an extension that is not here changes nothing that could be proved.
            if client.batch_execute(&format!("BEGIN; {set}; {keep}; COMMIT")).await.is_err() {
                client.batch_execute("ROLLBACK").await.map_err(own)?;
            }
        }
        Ok(())
    }
}
