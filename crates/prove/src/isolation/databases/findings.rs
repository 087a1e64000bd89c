//! What stands open between the databases of two tenants, as findings.

use bulkhead_connect::{quote_literal, rows};

use super::{Field, Place};
use crate::isolation::attack::Verb;
use crate::isolation::reach::ReachedRole;
use crate::isolation::scope::Relation;
use crate::{Finding, ProveError, Severity};

impl Field<'_> {
    /// A role of one tenant that may connect to another's database, because `everybody` may or because it was let in.
    pub(super) fn open_door(
        &self,
        role: &ReachedRole,
        from: &Place<'_>,
        to: &Place<'_>,
        everybody: bool,
        done: &[(Verb, &Relation)],
    ) -> Finding {
        let database = &to.name;
        let login = self.written(&role.app_role);
        let said = |verb: Verb| {
            let names: Vec<&str> =
                done.iter().filter(|it| it.0 == verb).map(|(_, relation)| relation.name.as_str()).collect();
            (!names.is_empty()).then(|| format!("{} {}", verb.past(), names.join(", ")))
        };
        let verbs = [Verb::Select, Verb::Insert, Verb::Update, Verb::Delete, Verb::Truncate];
        let said: Vec<String> = verbs.into_iter().filter_map(said).collect();
        let met = match said.as_slice() {
            [] => "It has no rights on relations there.".to_owned(),
            said => format!("With the rights that it has there, it {}.", said.join("; ")),
        };
        let first = done.iter().find(|it| it.0 == Verb::Select).map(|(_, relation)| relation.name.as_str());
        let question = first.map_or("SELECT current_database();".to_owned(), |relation| {
            format!("SELECT count(*) FROM {relation};")
        });
        let set_role = match role.is_app_role() || role.inherited {
            true => String::new(),
            false => format!("SET ROLE {};\n", self.written(&role.act_as)),
        };
        Finding {
            kind: if everybody { "db_connect_public" } else { "db_shared_role" }.to_owned(),
            object: if everybody { database } else { login }.to_owned(),
            objects: Vec::new(),
            severity: if done.is_empty() { Severity::High } else { Severity::Critical },
            place: None,
            exploit: Some(format!("\\connect {database} {login}\n{set_role}{question}")),
            observed: format!(
                "{login}, a role of tenant {}, may connect to {database}, the database of tenant {}. {met}",
                from.tenant, to.tenant
            ),
            fix: Some(format!(
                "REVOKE CONNECT ON DATABASE {database} FROM {};\n\
                 -- and GRANT CONNECT to the roles of tenant {} alone.",
                if everybody { "PUBLIC" } else { login },
                to.tenant
            )),
        }
    }

    /// Foreign servers of `from`'s database that lead into that of `to`.
    pub(super) async fn peers(
        &mut self,
        from: &Place<'_>,
        to: &Place<'_>,
        roles: &[&ReachedRole],
    ) -> Result<(), ProveError> {
        let names: Vec<String> = roles.iter().map(|role| quote_literal(&role.name)).collect();
        let sql = include_str!("peers.sql")
            .replace("{roles}", &format!("ARRAY[{}]::text[]", names.join(", ")))
            .replace("{databases}", &format!("ARRAY[{}]::text[]", quote_literal(to.database)));
        let session = self.session(from).await?;
        let found = rows(session.client(), &sql).await;
        session.close().await;
        for row in found.map_err(|error| ProveError::of(&error))? {
            let text = |index: usize| row.get(index).unwrap_or_default();
            let (server, role) = (text(0), text(2));
            self.found(Finding {
                kind: "db_fdw_peer".to_owned(),
                object: format!("{}: {server}", from.name),
                objects: Vec::new(),
            severity: Severity::Critical,
                place: None,
                exploit: Some(format!(
                    "\\connect {}\nSELECT srvoptions FROM pg_foreign_server WHERE quote_ident(srvname) = {};",
                    from.name,
                    quote_literal(server)
                )),
                observed: format!(
                    "In the database of tenant {}, {role} may use the server {server}, which leads into {}, the \
                     database of tenant {}.",
                    from.tenant, to.database, to.tenant
                ),
                fix: Some(format!(
                    "-- in {}\nREVOKE USAGE ON FOREIGN SERVER {server} FROM {}, PUBLIC;",
                    from.name,
                    self.written(role)
                )),
            });
        }
        Ok(())
    }
}
