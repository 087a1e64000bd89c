//! `bulkhead.toml`: everything in it is optional.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::source::DEFAULT_MAX_FILE_BYTES;
use crate::{Backups, Band, PartitionRule, ProjectError, RetentionRule, Tenancy};

/// The manifest of a project or of a workspace of projects.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Manifest {
    /// What the project is called and needs.
    pub project: ProjectSection,
    /// Number bands: `"001-099" = "phase 0"`.
    pub bands: BTreeMap<String, String>,
    /// How long a statement may wait for a lock.
    pub locks: Locks,
    /// Who the tenants are.
    pub tenancy: Option<Tenancy>,
    /// Findings of proofs that the project knows and accepts.
    pub accepted: Vec<Accepted>,
    /// Rows that go when they are old.
    pub retention: Vec<RetentionRule>,
    /// Partitioned tables that are kept ahead of time.
    pub partitions: Vec<PartitionRule>,
    /// How backups are taken.
    pub backup: Option<Backups>,
    /// Several projects below one root.
    pub workspace: Option<WorkspaceSection>,
}

/// A finding that is known, with the reason why it stays: `[[accepted]]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accepted {
    /// The kind of the finding, as it is printed.
    pub kind: String,
    /// Its object, as it is printed.
    pub object: String,
    /// Why it is accepted.
    pub reason: String,
}

/// What the project is called and needs.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ProjectSection {
    /// Name; the folder's name by default.
    pub name: Option<String>,
    /// Name of its database on the embedded server; the project's name with `_` for `-` by default.
    pub database: Option<String>,
    /// The oldest PostgreSQL major version it runs on.
    pub postgres: u32,
    /// Extensions that the server must offer.
    pub extensions: Vec<String>,
    /// Folder of the migrations, relative to the manifest.
    pub migrations: String,
    /// Schema of the ledger table `schema_migrations`.
    pub ledger_schema: String,
    /// What happens to a version below the newest applied one.
    pub order: Order,
    /// Names in the migrations folder that are no migrations; `*` stands for any characters.
    pub ignore: Vec<String>,
    /// Largest size of a migration file, in bytes.
    pub max_file_bytes: u64,
}

impl Default for ProjectSection {
    fn default() -> ProjectSection {
        ProjectSection {
            name: None,
            database: None,
            postgres: 15,
            extensions: Vec::new(),
            migrations: "migrations".to_owned(),
            ledger_schema: "public".to_owned(),
            order: Order::Linear,
            ignore: Vec::new(),
            max_file_bytes: DEFAULT_MAX_FILE_BYTES,
        }
    }
}

/// What happens to a version that arrives late: below the newest applied one, yet not applied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// It is refused.
    #[default]
    Linear,
    /// It is applied, in the order of versions.
    AllowMissing,
}

/// How long a statement may wait for a lock.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Locks {
    /// Each single wait, in milliseconds (`lock_timeout`).
    pub timeout_ms: u64,
    /// All waits and pauses for one step together, in milliseconds.
    pub retry_budget_ms: u64,
}

impl Default for Locks {
    fn default() -> Locks {
        Locks { timeout_ms: 2_000, retry_budget_ms: 60_000 }
    }
}

/// Several projects below one root.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkspaceSection {
    /// Folders of projects; `*` as the last component stands for every folder there that is a project.
    pub projects: Vec<String>,
}

impl Manifest {
    /// The name of the file.
    pub const FILE_NAME: &'static str = "bulkhead.toml";

    /// Reads the manifest of a folder; the default one when there is none.
    pub fn read(folder: &Path) -> Result<Manifest, ProjectError> {
        let path = folder.join(Manifest::FILE_NAME);
        match std::fs::read_to_string(&path) {
            Ok(text) => Manifest::parse(&text, &path),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Manifest::default()),
            Err(source) => Err(ProjectError::Unreadable { path, source }),
        }
    }

    /// Reads a manifest's text; `path` is only for messages.
    pub fn parse(text: &str, path: &Path) -> Result<Manifest, ProjectError> {
        let wrong = |message: String| ProjectError::Manifest { path: path.to_path_buf(), message };
        let mut manifest: Manifest = toml::from_str(text).map_err(|error| wrong(error.to_string()))?;
        manifest.tenancy = manifest.tenancy.map(Tenancy::unquoted);
        manifest.bands().map_err(wrong)?;
        if let Some(accepted) = manifest.accepted.iter().find(|accepted| accepted.reason.trim().is_empty()) {
            return Err(wrong(format!("accepted {} of {} has no reason", accepted.kind, accepted.object)));
        }
        if let Some(mistake) = manifest.tenancy.as_ref().and_then(|tenancy| tenancy.context.mistake()) {
            return Err(wrong(mistake));
        }
        if manifest.project.ledger_schema.is_empty() {
            return Err(wrong("ledger_schema is empty".to_owned()));
        }
        Ok(manifest)
    }

    /// The declared bands in order.
    pub(crate) fn bands(&self) -> Result<Vec<Band>, String> {
        let mut bands =
            self.bands.iter().map(|(range, name)| Band::parse(range, name)).collect::<Result<Vec<_>, _>>()?;
        bands.sort_by_key(|band| band.first);
        Ok(bands)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Manifest, String> {
        Manifest::parse(text, Path::new("bulkhead.toml")).map_err(|error| error.to_string())
    }

    #[test]
    fn an_empty_manifest_has_every_default() {
        let manifest = parse("").unwrap();
        assert_eq!(manifest.project.migrations, "migrations");
        assert_eq!(manifest.project.ledger_schema, "public");
        assert_eq!(manifest.locks.timeout_ms, 2_000);
    }

    #[test]
    fn an_unknown_key_is_named_with_its_line() {
        let error = parse("[project]\nnmae = \"x\"\n").unwrap_err();
        assert!(error.contains("nmae") && error.contains("line 2"), "{error}");
    }

    #[test]
    fn what_is_accepted_has_a_reason() {
        let accepted = |reason: &str| {
            format!(
                "[[accepted]]\nkind = \"unique_oracle\"\nobject = \"t_name_key\"\nreason = \"{reason}\"\n"
            )
        };
        assert_eq!(parse(&accepted("names are public")).unwrap().accepted[0].object, "t_name_key");
        assert!(parse(&accepted(" ")).unwrap_err().contains("has no reason"));
    }

    #[test]
    fn names_may_be_quoted_as_in_sql() {
        let text = r#"
            [tenancy]
            level = "row"
            root = 'public."School"'
            key = '"schoolId"'
            app_role = "shop-app"
            shared = ['"Country"', 'public.plans', 'a."b""c"']
            [tenancy.context]
            membership = { table = 'public."Member"', tenant = "schoolId", user = '"userId"' }
        "#;
        let tenancy = parse(text).unwrap().tenancy.unwrap();
        assert_eq!(tenancy.root.as_deref(), Some("public.School"));
        assert_eq!(tenancy.key.as_deref(), Some("schoolId"));
        assert_eq!(tenancy.app_role, ["shop-app"]);
        assert_eq!(tenancy.shared, ["Country", "public.plans", "a.b\"c"]);
        let membership = tenancy.context.membership.unwrap();
        assert_eq!([membership.table.as_str(), &membership.user], ["public.Member", "userId"]);
    }

    #[test]
    fn a_statement_that_makes_a_session_a_tenants_says_whose() {
        let context = |lines: &str| {
            let text = format!("[tenancy]\nlevel = \"row\"\n[tenancy.context]\n{lines}\n");
            parse(&text).map(|manifest| manifest.tenancy.unwrap().context.statement)
        };
        let enter = "SELECT app.enter(%tenant%)";
        assert_eq!(context(&format!("statement = \"{enter}\"")).unwrap().as_deref(), Some(enter));
        assert!(
            context("statement = \"SELECT app.enter()\"")
                .unwrap_err()
                .contains("neither %tenant% nor %user%")
        );
        let by_user = "statement = \"SELECT app.enter(%user%)\"";
        assert!(context(by_user).unwrap_err().contains("no membership"));
        let members = "membership = { table = \"m\", tenant = \"t\", user = \"u\" }";
        context(&format!("{by_user}\n{members}")).unwrap();
    }

    #[test]
    fn a_malformed_band_is_an_error() {
        assert!(parse("[bands]\n\"9-1\" = \"x\"\n").unwrap_err().contains("ends before"));
    }

    #[test]
    fn the_whole_tenancy_section_is_understood() {
        let manifest = parse(
            r#"
            [tenancy]
            level = "row"
            root = "app.organizations"
            key = "org_id"
            app_role = "app_user"
            shared = ["app.plans"]
            [tenancy.context]
            setting = "app.current_org"
            membership = { table = "app.members", tenant = "org_id", user = "user_id" }
            roles = { acme = "t_acme" }
            "#,
        )
        .unwrap();
        let tenancy = manifest.tenancy.unwrap();
        assert_eq!(tenancy.app_role, ["app_user"]);
        assert_eq!(tenancy.context.roles["acme"], "t_acme");
    }
}
