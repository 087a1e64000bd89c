//! The `[tenancy]` section of the manifest: who the tenants are and how a session becomes one's.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// How tenants are kept apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Shared tables with row-level security.
    Row,
    /// A schema for each tenant.
    Schema,
    /// A database for each tenant.
    Database,
}

impl Level {
    /// The manifest's word.
    pub fn word(self) -> &'static str {
        match self {
            Level::Row => "row",
            Level::Schema => "schema",
            Level::Database => "database",
        }
    }
}

/// The tenancy of a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tenancy {
    /// How tenants are kept apart.
    pub level: Level,
    /// The table with one row per tenant, qualified.
    pub root: Option<String>,
    /// The column that names the tenant in all other tables.
    pub key: Option<String>,
    /// What applications log in as.
    #[serde(default, deserialize_with = "one_or_many")]
    pub app_role: Vec<String>,
    /// Tables that all tenants share on purpose.
    #[serde(default)]
    pub shared: Vec<String>,
    /// How a session becomes a tenant's.
    #[serde(default)]
    pub context: Context,
}

impl Tenancy {
    /// The same with names as the catalog has them: quotes, as SQL needs them around some, are taken off.
    pub(crate) fn unquoted(mut self) -> Tenancy {
        let names =
            self.root.iter_mut().chain(&mut self.key).chain(&mut self.app_role).chain(&mut self.shared);
        let membership = self.context.membership.iter_mut();
        let membership = membership.flat_map(|it| [&mut it.table, &mut it.tenant, &mut it.user]);
        for name in names.chain(membership) {
            *name = unquoted(name);
        }
        self
    }
}

/// A name, perhaps qualified, without the quotes around its parts.
fn unquoted(name: &str) -> String {
    if !name.starts_with('"') && !name.contains(".\"") {
        return name.to_owned();
    }
    let plain = |part: &str| match part.strip_prefix('"').and_then(|part| part.strip_suffix('"')) {
        Some(inside) => inside.replace("\"\"", "\""),
        None => part.to_owned(),
    };
    name.split('.').map(plain).collect::<Vec<_>>().join(".")
}

/// How a session becomes a tenant's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Context {
    /// A setting that carries the tenant or the user.
    pub setting: Option<String>,
    /// SQL that makes a session a tenant's, where setting the setting is not enough: `%tenant%` and `%user%` in it
    /// stand for the ids as quoted text.
    pub statement: Option<String>,
    /// The claim inside the setting's JSON.
    pub claim: Option<String>,
    /// The table that leads from a user to tenants.
    pub membership: Option<Membership>,
    /// A login role for each tenant.
    #[serde(default)]
    pub roles: BTreeMap<String, String>,
    /// A schema for each tenant.
    #[serde(default)]
    pub schemas: BTreeMap<String, String>,
    /// A database for each tenant.
    #[serde(default)]
    pub databases: BTreeMap<String, String>,
}

impl Context {
    /// What is wrong with it, in words for whoever wrote it.
    pub(crate) fn mistake(&self) -> Option<String> {
        let statement = self.statement.as_ref()?;
        if !statement.contains("%tenant%") && !statement.contains("%user%") {
            return Some(
                "[tenancy.context] statement names neither %tenant% nor %user%, so it is the same for all"
                    .to_owned(),
            );
        }
        if statement.contains("%user%") && self.membership.is_none() {
            return Some(
                "[tenancy.context] statement names %user%, but no membership says whose users there are"
                    .to_owned(),
            );
        }
        None
    }
}

/// The table that says which users belong to which tenants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Membership {
    /// The table, qualified.
    pub table: String,
    /// Its column for the tenant.
    pub tenant: String,
    /// Its column for the user.
    pub user: String,
}

fn one_or_many<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum OneOrMany {
        One(String),
        Many(Vec<String>),
    }
    Ok(match OneOrMany::deserialize(deserializer)? {
        OneOrMany::One(role) => vec![role],
        OneOrMany::Many(roles) => roles,
    })
}
