//! Which roles the application can act as.

use serde::Serialize;
use tokio_postgres::Client;

use super::scope::Scope;
use crate::ProveError;

/// Walks the memberships from each application role. A grant that inherits brings the group's rights to whoever the
/// session acts as; one that may be set, or that may be administered and so be given once more, makes `SET ROLE`
/// work. Before version 16 these are matters of the member and not of the grant. The shortest way to a role is the
/// first, and the one that stays.
const REACHED: &str = "
    WITH RECURSIVE granted AS (
      SELECT m.roleid, m.member,
        coalesce((to_jsonb(m) ->> 'inherit_option')::boolean, r.rolinherit) AS inherits,
        coalesce((to_jsonb(m) ->> 'set_option')::boolean, true) OR m.admin_option AS settable
      FROM pg_auth_members AS m JOIN pg_roles AS r ON r.oid = m.member
    ), reached (app, role, act_as, settable) AS (
      SELECT oid, oid, oid, true FROM pg_roles WHERE rolname = ANY ({names})
      UNION
      SELECT r.app, g.roleid, way.act_as, r.settable AND g.settable
      FROM reached AS r JOIN granted AS g ON g.member = r.role
      CROSS JOIN LATERAL (
        SELECT r.act_as WHERE g.inherits
        UNION ALL
        SELECT g.roleid WHERE r.settable AND g.settable
      ) AS way (act_as)
    )
    SELECT DISTINCT ON (app.rolname, role.rolname)
      role.rolname, role.oid, app.rolname, act.rolname, act.oid = app.oid,
      bool_or(r.settable) OVER (PARTITION BY r.app, r.role),
      role.rolsuper, role.rolbypassrls, role.rolcreaterole, role.rolreplication, role.rolcanlogin
    FROM reached AS r
    JOIN pg_roles AS app ON app.oid = r.app
    JOIN pg_roles AS role ON role.oid = r.role
    JOIN pg_roles AS act ON act.oid = r.act_as
    ORDER BY app.rolname, role.rolname, act.oid = app.oid DESC, act.oid = role.oid DESC, act.rolname";

/// A role whose rights an application role has, or can take.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReachedRole {
    /// Its name, unquoted.
    pub name: String,
    /// Its oid.
    pub oid: u32,
    /// The application role that it is reached from; the same when it is one itself.
    pub app_role: String,
    /// What a session of the application role says `SET ROLE` to, to have its rights; the application role itself
    /// where nothing needs to be said.
    pub act_as: String,
    /// Whether its rights are there without `SET ROLE`.
    pub inherited: bool,
    /// Whether `SET ROLE` to it works. Attributes, unlike rights, are had in this way only.
    pub settable: bool,
    /// Whether it is a superuser.
    pub superuser: bool,
    /// Whether row security does not bind it.
    pub bypassrls: bool,
    /// Whether it can create roles.
    pub createrole: bool,
    /// Whether it can replicate.
    pub replication: bool,
    /// Whether it can log in.
    pub can_login: bool,
}

impl ReachedRole {
    /// Whether it is the application role itself.
    pub fn is_app_role(&self) -> bool {
        self.name == self.app_role
    }

    /// The statements that make a superuser's session this role, reached in the way an application reaches it.
    pub fn become_it(&self) -> String {
        let app = bulkhead_connect::quote_identifier(&self.app_role);
        if self.inherited {
            return format!("SET SESSION AUTHORIZATION {app};");
        }
        let act_as = bulkhead_connect::quote_identifier(&self.act_as);
        format!("SET SESSION AUTHORIZATION {app};\nSET ROLE {act_as};")
    }
}

/// All roles that the application roles can act as, themselves among them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reach {
    /// The roles, ordered by application role and name. A role stands here once for each application role that
    /// reaches it.
    pub roles: Vec<ReachedRole>,
    /// Application roles that the manifest names and the server does not have.
    pub missing: Vec<String>,
}

impl Reach {
    /// Reads the roles that the application roles of the manifest, those of single tenants included, lead to.
    pub async fn read(client: &Client, scope: &Scope) -> Result<Reach, ProveError> {
        let tenancy = &scope.tenancy;
        let mut names: Vec<&String> = tenancy.app_role.iter().chain(tenancy.context.roles.values()).collect();
        names.sort();
        names.dedup();
        let quoted: Vec<String> = names.iter().map(|name| bulkhead_connect::quote_literal(name)).collect();
        let sql = REACHED.replace("{names}", &format!("ARRAY[{}]::text[]", quoted.join(", ")));
        let rows = bulkhead_connect::rows(client, &sql).await.map_err(|error| ProveError::of(&error))?;
        let roles: Vec<ReachedRole> = rows
            .iter()
            .filter_map(|row| {
                let text = |index: usize| row.get(index).unwrap_or_default().to_owned();
                let holds = |index: usize| row.get(index) == Some("t");
                Some(ReachedRole {
                    name: text(0),
                    oid: row.get(1)?.parse().ok()?,
                    app_role: text(2),
                    act_as: text(3),
                    inherited: holds(4),
                    settable: holds(5),
                    superuser: holds(6),
                    bypassrls: holds(7),
                    createrole: holds(8),
                    replication: holds(9),
                    can_login: holds(10),
                })
            })
            .collect();
        let is_there = |name: &str| roles.iter().any(|role| role.name == name);
        let missing = names.into_iter().filter(|name| !is_there(name)).cloned().collect();
        Ok(Reach { roles, missing })
    }

    /// The application roles themselves.
    pub fn app_roles(&self) -> impl Iterator<Item = &ReachedRole> {
        self.roles.iter().filter(|role| role.is_app_role())
    }

    /// The shortest way to a role: without `SET ROLE` where there is one.
    pub fn way_to(&self, oid: u32) -> Option<&ReachedRole> {
        self.roles
            .iter()
            .filter(|role| role.oid == oid)
            .min_by_key(|role| (!role.is_app_role(), !role.inherited))
    }
}
