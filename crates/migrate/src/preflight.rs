//! What can be known to fail before anything is done.

use bulkhead_connect::{Session, quote_identifier, quote_literal, rows};
use bulkhead_project::Project;
use bulkhead_sql::Command;

use crate::{Direction, MigrateError, Observed, Plan, Runner};

impl Runner {
    /// Refuses a server that cannot be written to, is too old, lacks an extension, or denies us a right.
    pub(crate) async fn preflight(
        &self,
        session: &Session,
        project: &Project,
        plan: &Plan<'_>,
        observed: &Observed,
    ) -> Result<(), MigrateError> {
        let facts = &observed.facts;
        if let Some(reason) = &facts.read_only {
            return Err(MigrateError::ReadOnly { database: facts.database.clone(), reason: reason.clone() });
        }
        let floor = project.manifest.project.postgres;
        if facts.version_num / 10_000 < floor {
            return Err(MigrateError::ServerTooOld { version: facts.version.clone(), floor });
        }
        self.check_rights(observed)?;
        if plan.direction == Direction::Down {
            return Ok(());
        }
        self.check_extensions(session, project, plan).await
    }

    fn check_rights(&self, observed: &Observed) -> Result<(), MigrateError> {
        let facts = &observed.facts;
        let no_rights = |what: String, grant: String| {
            Err(MigrateError::NoRights { user: facts.user.clone(), what, grant })
        };
        let (database, user) = (quote_identifier(&facts.database), quote_identifier(&facts.user));
        let needs_schema = !facts.has_bulkhead_schema || facts.may_create_in_ledger_schema.is_none();
        if needs_schema && !facts.may_create_schema {
            let what = format!("create schemas in database {}", facts.database);
            return no_rights(what, format!("GRANT CREATE ON DATABASE {database} TO {user}"));
        }
        if !observed.ledger.exists && facts.may_create_in_ledger_schema == Some(false) {
            let what = format!("create the ledger in schema {}", self.ledger().schema);
            let schema = quote_identifier(&self.ledger().schema);
            return no_rights(what, format!("GRANT CREATE ON SCHEMA {schema} TO {user}"));
        }
        Ok(())
    }

    /// Refuses when an extension is wanted that the server does not offer.
    async fn check_extensions(
        &self,
        session: &Session,
        project: &Project,
        plan: &Plan<'_>,
    ) -> Result<(), MigrateError> {
        let mut wanted: Vec<&str> = project.manifest.project.extensions.iter().map(String::as_str).collect();
        let statements =
            plan.versions.iter().flat_map(|version| &version.steps).flat_map(|step| &step.statements);
        for statement in statements.filter(|statement| statement.command == Command::CreateExtension) {
            wanted.extend(statement.targets.iter().map(|target| target.name.as_str()));
        }
        if wanted.is_empty() {
            return Ok(());
        }
        let values: Vec<String> = wanted.iter().map(|name| format!("({})", quote_literal(name))).collect();
        let sql = format!(
            "SELECT name FROM (VALUES {}) AS wanted (name) \
             WHERE name NOT IN (SELECT name FROM pg_available_extensions) GROUP BY name ORDER BY name",
            values.join(", ")
        );
        let missing =
            rows(session.client(), &sql).await.map_err(|error| MigrateError::own_statement(&error))?;
        let names: Vec<String> = missing.iter().filter_map(|row| Some(row.get(0)?.to_owned())).collect();
        match names.is_empty() {
            true => Ok(()),
            false => Err(MigrateError::MissingExtension { names }),
        }
    }
}
