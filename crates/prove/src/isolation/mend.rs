//! Which fixes may be written: those after which tenant A still reads and writes its own rows as before.

use bulkhead_project::{Level, Tenancy};

use super::attack::{Abilities, Own, Verb};
use super::rows::{logins, probe_rows};
use super::{RelationKind, Scope};
use crate::infer::{infer, read};
use crate::{ProveError, Scratch};

/// How many losses are named.
const NAMED: usize = 3;

/// Tries fixes one after the other on a scratch database with all versions of the project. For each of `fixes` the reason
/// why it is better not written, and `None` for one that takes nothing from tenant A and does not fail.
pub async fn mend(
    scratch: &Scratch,
    tenancy: Option<&Tenancy>,
    ledger_schema: &str,
    fixes: &[String],
) -> Result<Vec<Option<String>>, ProveError> {
    let session = scratch.connect().await?;
    let client = session.client();
    let tenancy = match tenancy {
        Some(tenancy) => Some(tenancy.clone()),
        None => infer(&read(client).await?).map(|inferred| inferred.tenancy),
    };
    let mut reasons: Vec<Option<String>> = fixes.iter().map(|fix| by_hand(fix)).collect();
    // Between databases there are rights of sessions alone.
    let Some(tenancy) = tenancy.filter(|tenancy| tenancy.level != Level::Database) else {
        return Ok(reasons);
    };
    let mut scope = Scope::read(client, tenancy, ledger_schema).await?;
    let logins = logins(client, &scope).await?;
    scope.tenancy.context.roles.extend(logins);
    let (probe, _) = probe_rows(client, &scope.tenancy).await?;
    let own = Own::read(client, &scope, &probe).await?;
    let failed = |error: tokio_postgres::Error| ProveError::of(&error);
    client.batch_execute("BEGIN").await.map_err(failed)?;
    let before = own.abilities().await?;
    let mut invoked: Vec<&str> = Vec::new();
    for place in in_order(fixes) {
        if reasons[place].is_some() {
            continue;
        }
        let fix = &fixes[place];
        if let Some(function) = revoked(fix).filter(|function| invoked.contains(function)) {
            reasons[place] =
                Some(format!("{function} runs with its caller's rights by another fix, which is enough"));
            continue;
        }
        client.batch_execute("SAVEPOINT fix").await.map_err(failed)?;
        reasons[place] = match client.batch_execute(fix).await {
            Err(error) => Some(format!("it fails: {}", ProveError::server(&error)?)),
            Ok(()) => lost(&before, &own.abilities().await?, &scope),
        };
        let end =
            if reasons[place].is_some() { "ROLLBACK TO SAVEPOINT fix" } else { "RELEASE SAVEPOINT fix" };
        client.batch_execute(end).await.map_err(failed)?;
        invoked.extend(invoker(fix).filter(|_| reasons[place].is_none()));
    }
    client.batch_execute("ROLLBACK").await.map_err(failed)?;
    session.close().await;
    Ok(reasons)
}

/// Why a fix is for a person to decide.
fn by_hand(fix: &str) -> Option<String> {
    let is_publication = fix.trim_start().to_ascii_uppercase().starts_with("ALTER PUBLICATION");
    is_publication.then(|| {
        "it changes what subscribers are sent, and whether they rely on it is not known here".to_owned()
    })
}

/// The places of fixes, those that take EXECUTE away last: what calls a function may need it.
fn in_order(fixes: &[String]) -> Vec<usize> {
    let (last, first): (Vec<usize>, Vec<usize>) =
        (0..fixes.len()).partition(|place| revoked(&fixes[*place]).is_some());
    [first, last].concat()
}

/// The function that a fix takes EXECUTE on.
fn revoked(fix: &str) -> Option<&str> {
    function(fix, "REVOKE EXECUTE ON ")
}

/// The function that a fix lets run with its caller's rights.
fn invoker(fix: &str) -> Option<&str> {
    function(fix, "ALTER ").filter(|_| fix.contains("SECURITY INVOKER"))
}

/// The name of the function after some words and its kind, without arguments and schema.
fn function<'f>(fix: &'f str, words: &str) -> Option<&'f str> {
    let at = fix.find(words)?;
    let rest = &fix[at + words.len()..];
    let rest = ["FUNCTION ", "ROUTINE ", "PROCEDURE "].iter().find_map(|kind| rest.strip_prefix(kind))?;
    let name = rest.split('(').next()?;
    Some(name.rsplit('.').next().unwrap_or(name).trim())
}

/// What A could do before and cannot do as well now, in words.
fn lost(before: &Abilities, now: &Abilities, scope: &Scope) -> Option<String> {
    let is_view = |name: &str| {
        let view = scope.relations.iter().find(|relation| relation.name == name);
        view.is_some_and(|relation| relation.kind == RelationKind::View)
    };
    in_words(before.iter().filter_map(|(key, rows)| {
        let left = now.get(key).copied().unwrap_or_default();
        (left < *rows).then(|| (key, if is_view(&key.1) { None } else { Some((*rows, left)) }))
    }))
}

/// The first losses, as a sentence.
fn in_words<'l>(
    lost: impl Iterator<Item = (&'l (String, String, Verb), Option<(u64, u64)>)>,
) -> Option<String> {
    let told = lost.map(|((role, relation, verb), rows)| {
        let verb = match verb {
            Verb::Insert => "insert into",
            Verb::Update => "update",
            Verb::Delete => "delete from",
            _ => "read",
        };
        let left = rows.filter(|(_, left)| *left > 0).map(|(rows, left)| format!(" ({left} of {rows} rows)"));
        format!("{role} could {verb} {relation} for its own tenant{}", left.unwrap_or_default())
    });
    let told: Vec<String> = told.collect();
    let more = told.len().saturating_sub(NAMED);
    let more = if more == 0 { String::new() } else { format!("; and {more} more") };
    let first = told.iter().take(NAMED).cloned().collect::<Vec<_>>().join("; ");
    (!told.is_empty()).then(|| format!("it would take away what worked before: {first}{more}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_known_by_name_whatever_their_kind() {
        let cases = [
            ("REVOKE EXECUTE ON ROUTINE public.f(uuid, uuid) FROM PUBLIC, app;", Some("f"), None),
            ("ALTER FUNCTION public.f(uuid, uuid) SECURITY INVOKER;", None, Some("f")),
            ("ALTER FUNCTION f() SET search_path = pg_catalog;", None, None),
            ("REVOKE TRUNCATE ON t FROM app;", None, None),
        ];
        for (fix, takes, lets) in cases {
            assert_eq!((revoked(fix), invoker(fix)), (takes, lets), "{fix}");
        }
        let fixes = ["REVOKE EXECUTE ON ROUTINE f() FROM a", "ALTER FUNCTION f() SECURITY INVOKER"];
        assert_eq!(in_order(&fixes.map(str::to_owned)), [1, 0]);
        assert!(by_hand("ALTER PUBLICATION p DROP TABLE t;").is_some());
    }

    #[test]
    fn a_loss_names_who_could_do_what() {
        let key = |relation: &str, verb| ("app".to_owned(), relation.to_owned(), verb);
        let (note, view) = (key("s.note", Verb::Insert), key("s.v", Verb::Select));
        let told = in_words([(&note, Some((2, 1))), (&view, None)].into_iter()).unwrap();
        assert_eq!(
            told,
            "it would take away what worked before: app could insert into s.note for its own tenant (1 of 2 rows); \
             app could read s.v for its own tenant"
        );
        assert_eq!(in_words([].into_iter()), None);
    }
}
