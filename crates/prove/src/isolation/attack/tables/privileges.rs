//! Attacks that no policy stops: TRUNCATE, REFERENCES, TRIGGER, setval, and the owner who switches
//! security off.

use bulkhead_connect::{quote_identifier, quote_literal};

use crate::isolation::attack::arena::{Attack, Attacker, Outcome, ask};
use crate::isolation::attack::belonging::{is_of, path_columns};
use crate::isolation::attack::context::State;
use crate::isolation::attack::diagnose::{add, severity};
use crate::isolation::attack::ground::{Rights, is, numbers, text};
use crate::isolation::attack::report::Verb;
use crate::isolation::attack::values::value;
use crate::isolation::attack::{Field, Untested};
use crate::isolation::scope::{Relation, RelationKind};
use crate::{Finding, ProveError};

/// Sequences that an attacker may set.
const SEQUENCES: &str = include_str!("sequences.sql");

/// Schemas in which an attacker may make tables.
const SCHEMAS: &str = "
    SELECT r.place - 1, quote_ident(n.nspname)
    FROM unnest({roles}::oid[]) WITH ORDINALITY AS r (oid, place) CROSS JOIN pg_namespace AS n
    WHERE n.nspname !~ '^pg_' AND has_schema_privilege(r.oid, n.oid, 'CREATE')
      AND has_schema_privilege(r.oid, n.oid, 'USAGE')
    ORDER BY 1, 2";

/// A way in which a privilege is used.
struct Try<'a> {
    kind: &'static str,
    object: String,
    verb: Verb,
    attack: Attack<'a>,
    observed: String,
    fix: String,
}

/// Uses the privileges of an attacker that go past row security.
pub(in crate::isolation::attack) async fn attack(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
) -> Result<(), ProveError> {
    if attacker.superuser {
        return Ok(());
    }
    let own = quote_literal(&format!("{{{}}}", attacker.oid));
    let schemas = ask(field.arena.client, &SCHEMAS.replace("{roles}", &own)).await?;
    let schema = schemas.first().map(|row| text(row, 1));
    let mut tries = Vec::new();
    let scope = field.scope;
    for relation in scope.of_tenants().filter(|relation| crate::isolation::attack::is_table(relation)) {
        if let Some(rights) = field.ground.rights.get(&(place, relation.oid)) {
            on_table(field, attacker, relation, rights, schema.as_deref(), &mut tries);
        }
    }
    // Where each tenant has a schema, its sequences are there and count its rows alone.
    let of_b = |it: &Relation| is_of(scope, it, "t", &field.probe.tenants[1]).is_some();
    for row in ask(field.arena.client, &SEQUENCES.replace("{roles}", &own)).await? {
        let name = text(&row, 1);
        if is(&row, 2) {
            tries.push(on_sequence(attacker, &name, &field.grantees));
        } else if is(&row, 3)
            && scope.relations.iter().any(|it| of_b(it) && numbers(&row, 4).contains(&it.oid))
        {
            tries.push(read_sequence(attacker, &name, &field.grantees));
        }
    }
    let attacks: Vec<Attack<'_>> = tries.iter().map(|attempt| attempt.attack.clone()).collect();
    let outcomes = field.arena.run_all(&attacks).await?;
    for (attempt, outcome) in tries.into_iter().zip(outcomes) {
        let succeeded = outcome.judged() > 0;
        field.count(&attempt.object, attacker, attempt.verb, succeeded);
        if !succeeded {
            // Without CASCADE it is a foreign key that refuses; with it, a right is missing.
            let is_last = attempt.verb == Verb::Trigger || attempt.attack.sql.ends_with("CASCADE");
            if let (Outcome::Refused(error), true) = (&outcome, is_last) {
                let reason = format!("the privilege is there, and yet: {error}");
                let role = Some(attacker.role.clone());
                field.untested.push(Untested { object: attempt.object, role, reason });
            }
            continue;
        }
        let exploit = field.arena.exploit(&attempt.attack);
        add(
            field,
            Finding {
                kind: attempt.kind.to_owned(),
                object: attempt.object,
                objects: Vec::new(),
                severity: severity(attempt.kind),
                place: None,
                exploit: Some(exploit),
                observed: attempt.observed,
                fix: Some(attempt.fix),
            },
        );
    }
    Ok(())
}

fn on_table<'a>(
    field: &Field<'_>,
    attacker: &'a Attacker,
    relation: &Relation,
    rights: &Rights,
    schema: Option<&str>,
    tries: &mut Vec<Try<'a>>,
) {
    let name = &relation.name;
    let role = &attacker.role;
    let rows = field.ground.rows.get(&relation.oid).cloned().unwrap_or_default();
    let facts = field.ground.facts.get(&relation.oid).cloned().unwrap_or_default();
    let of_b = is_of(field.scope, relation, "t", &field.probe.tenants[1]);
    let left = match &of_b {
        Some(of_b) => format!("SELECT {} - count(*) FROM {name} AS t WHERE {of_b}", rows.of_b.len()),
        None => return,
    };
    let revoke = |privilege: &str| format!("REVOKE {privilege} ON {name} FROM {};", field.grantees);
    let attack = |sql: String, judge: String| Attack {
        attacker,
        state: State::Own,
        prepare: String::new(),
        sql,
        judge,
    };
    if rights.owner {
        // Owners may do all of this; what counts is that they can do without the policies.
        if facts.row_security && facts.forced && !rows.of_b.is_empty() {
            let sql = format!("ALTER TABLE {name} NO FORCE ROW LEVEL SECURITY;\nDELETE FROM {name}");
            tries.push(Try {
                kind: "rls_forced_owner_can_disable",
                object: name.clone(),
                verb: Verb::Delete,
                attack: attack(sql, left),
                observed: format!(
                    "{role} switched forced row security on {name} off and deleted rows of tenant B"
                ),
                fix: format!("-- Let a role own {name} that no application has the rights of."),
            });
        }
        return;
    }
    if rights.truncate && !rows.of_b.is_empty() {
        for cascade in ["", " CASCADE"] {
            tries.push(Try {
                kind: "priv_truncate",
                object: name.clone(),
                verb: Verb::Truncate,
                attack: attack(format!("TRUNCATE {name}{cascade}"), left.clone()),
                observed: format!(
                    "{role} as tenant A emptied {name}, with {} rows of tenant B",
                    rows.of_b.len()
                ),
                fix: revoke("TRUNCATE"),
            });
        }
    }
    if rights.trigger && relation.kind == RelationKind::Table {
        let sql = format!(
            "CREATE FUNCTION pg_temp.bulkhead_peek() RETURNS trigger LANGUAGE plpgsql AS\n\
             $peek$BEGIN RAISE NOTICE '%', NEW; RETURN NEW; END$peek$;\n\
             CREATE TRIGGER bulkhead_peek BEFORE INSERT OR UPDATE ON {name}\n\
             FOR EACH ROW EXECUTE FUNCTION pg_temp.bulkhead_peek()"
        );
        let judge = format!(
            "SELECT count(*) FROM pg_trigger WHERE tgname = 'bulkhead_peek' AND tgrelid = {}::regclass",
            quote_literal(name)
        );
        tries.push(Try {
            kind: "priv_trigger",
            object: name.clone(),
            verb: Verb::Trigger,
            attack: attack(sql, judge),
            observed: format!("{role} put a trigger on {name} that is shown what tenant B writes"),
            fix: revoke("TRIGGER"),
        });
    }
    if let (true, Some(schema), Some(sample)) = (rights.references, schema, rows.samples_b.first()) {
        let of_key = |name: &String| relation.columns.iter().find(|it| it.name == *name);
        let key: Vec<_> = relation.key.iter().filter_map(of_key).collect();
        let path = path_columns(relation);
        // Random keys cannot be asked for; the tenant is known.
        let is_random = key.iter().any(|it| it.data_type == "uuid" && !path.contains(&it.name.as_str()));
        if key.is_empty() || is_random {
            return;
        }
        let list = |of: &dyn Fn(usize) -> String| (0..key.len()).map(of).collect::<Vec<_>>().join(", ");
        let sql = format!(
            "CREATE TABLE {schema}.bulkhead_peek ({}, FOREIGN KEY ({}) REFERENCES {name} ({}));\n\
             INSERT INTO {schema}.bulkhead_peek VALUES ({})",
            list(&|place| format!("k{place} {}", key[place].data_type)),
            list(&|place| format!("k{place}")),
            list(&|place| quote_identifier(&key[place].name)),
            list(&|place| value(relation, sample, &key[place].name)),
        );
        tries.push(Try {
            kind: "priv_references",
            object: name.clone(),
            verb: Verb::References,
            attack: attack(sql, format!("SELECT count(*) FROM {schema}.bulkhead_peek")),
            observed: format!(
                "{role} made a foreign key to {name}, which told that a key of tenant B exists"
            ),
            fix: revoke("REFERENCES"),
        });
    }
}

fn on_sequence<'a>(attacker: &'a Attacker, name: &str, grantees: &str) -> Try<'a> {
    let role = &attacker.role;
    Try {
        kind: "sequence_setval",
        object: name.to_owned(),
        verb: Verb::Update,
        attack: Attack {
            attacker,
            state: State::Own,
            prepare: String::new(),
            sql: format!("SELECT setval({}, 1, false)", quote_literal(name)),
            judge: format!("SELECT count(*) FROM {name} WHERE last_value = 1 AND NOT is_called"),
        },
        observed: format!(
            "{role} as tenant A set {name} back; the next inserts of tenant B meet keys that are taken"
        ),
        fix: format!("REVOKE UPDATE ON SEQUENCE {name} FROM {grantees};"),
    }
}

/// The last number that anybody was given. Numbers of which one sees only one's own tell less.
fn read_sequence<'a>(attacker: &'a Attacker, name: &str, grantees: &str) -> Try<'a> {
    let role = &attacker.role;
    Try {
        kind: "sequence_shared",
        object: name.to_owned(),
        verb: Verb::Select,
        attack: Attack {
            attacker,
            state: State::Own,
            prepare: format!("SELECT nextval({});\n", quote_literal(name)),
            sql: format!("SELECT set_config('bulkhead.last', last_value::text, true) FROM {name}"),
            judge: format!(
                "SELECT count(*) FROM {name} WHERE last_value::text = current_setting('bulkhead.last', true)"
            ),
        },
        observed: format!(
            "{role} as tenant A read the last number of {name}, which numbers the rows of all tenants: it tells how many \
             the others write"
        ),
        fix: format!("REVOKE SELECT ON SEQUENCE {name} FROM {grantees};"),
    }
}
