//! The rights of a tenant's own database, brought into the scratch database for the time of an attack.

use bulkhead_connect::{answer, quote_identifier};

use super::{Field, Place};
use crate::ProveError;

impl Field<'_> {
    /// The rights in a tenant's own database, as statements for the scratch database.
    pub(super) async fn rights_in(&self, place: &Place<'_>) -> Result<Vec<String>, ProveError> {
        let session = self.session(place).await?;
        let rights = answer(session.client(), include_str!("rights.sql")).await;
        session.close().await;
        let mut statements = self.nobody();
        statements.extend(rights.map_err(|error| ProveError::of(&error))?);
        Ok(statements)
    }

    /// Takes from the roles what the migrations gave them.
    fn nobody(&self) -> Vec<String> {
        let mut grantees: Vec<&str> = self.reach.roles.iter().map(|role| self.written(&role.name)).collect();
        grantees.push("PUBLIC");
        let grantees = grantees.join(", ");
        let mut schemas: Vec<String> =
            self.scope.relations.iter().map(|relation| quote_identifier(&relation.schema)).collect();
        schemas.sort();
        schemas.dedup();
        let revoke = |schema: &String| {
            [
                format!("REVOKE ALL ON ALL TABLES IN SCHEMA {schema} FROM {grantees}"),
                format!("REVOKE ALL ON SCHEMA {schema} FROM {grantees}"),
            ]
        };
        schemas.iter().flat_map(revoke).collect()
    }

    /// Begins a transaction and gives the rights in it. What the migrations do not make cannot be given any.
    pub(super) async fn give(&self, rights: &[String]) -> Result<(), ProveError> {
        let own = |error: tokio_postgres::Error| ProveError::of(&error);
        let client = self.client;
        client.batch_execute("BEGIN; SET LOCAL client_min_messages = error").await.map_err(own)?;
        for right in rights {
            let given = client.batch_execute(&format!("SAVEPOINT given; {right}; RELEASE given")).await;
            if let Err(error) = given {
                ProveError::server(&error)?;
                client.batch_execute("ROLLBACK TO given; RELEASE given").await.map_err(own)?;
            }
        }
        Ok(())
    }
}
