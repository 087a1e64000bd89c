//! Worlds in which the JSON that names A holds more than that.

use bulkhead_connect::quote_literal;
use serde_json::{Map, Value, json};

use super::texts::{Keys, constants, keys};
use super::values::{is_text, named};
use super::{ASKED, Told, World, named_by};
use crate::isolation::attack::Field;
use crate::isolation::scope::Relation;

/// What only the issuer of a token writes: users have no say in it.
pub(in super::super) const ISSUED: &[&str] = &[
    "role",
    "iss",
    "sub",
    "aud",
    "exp",
    "nbf",
    "iat",
    "jti",
    "aal",
    "amr",
    "session_id",
    "is_anonymous",
    "app_metadata",
];

/// The claim that says what the bearer is. A tenant has administrators, and none of them is the service itself.
const RANK: &str = "role";

/// What stands in that claim for those who serve all tenants.
const SERVICES: &[&str] = &["service_role", "service", "supabase_admin", "postgres", "system", "internal"];

/// What shows that a text looks into a list of JSON.
const LISTS: &[&str] = &["array_elements", "@>", "<@", " ? ", "?|", "?&", "ANY (", "ANY(", "_exists("];

/// How many values are tried for all the keys of a text at once.
const VALUES: usize = 12;

/// How many values of B's rows are claimed.
const CLAIMED: usize = 4;

/// One world for each value that keys besides the tenant's may have.
pub(super) fn worlds(field: &Field<'_>, target: &Relation, text: &str) -> Vec<World> {
    let context = &field.scope.tenancy.context;
    let (Some(setting), Some(claim)) = (&context.setting, &context.claim) else { return Vec::new() };
    if !text.contains("current_setting") {
        return Vec::new();
    }
    let keys = keys(text);
    let is_free = |key: &&String| *key != claim && (*key == RANK || !ISSUED.contains(&key.as_str()));
    let is_service = |value: &Value| value.as_str().is_none_or(|value| SERVICES.contains(&value));
    let top: Vec<&String> = keys.top.iter().filter(is_free).collect();
    if top.is_empty() && keys.objects.is_empty() {
        return Vec::new();
    }
    let common = [field.probe.tenants[1].clone(), "true".to_owned()];
    let found = constants(text).into_iter().filter(|value| !keys.all.contains(value) && value != setting);
    let values = common.into_iter().chain(found.filter(|value| !keys.objects.contains(value)));
    let values = values.take(VALUES).map(Value::String);
    // A list where the text opens one, the other tenant alone in it.
    let listed = json!([field.probe.tenants[1]]);
    let is_list = LISTS.iter().any(|sign| text.contains(sign));
    let world = |(value, is_below): (Value, bool)| {
        let mut claims = Map::new();
        for key in top.iter().filter(|key| !is_below && (**key != RANK || !is_service(&value))) {
            claims.insert((*key).clone(), value.clone());
        }
        for object in keys.objects.iter().filter(is_free) {
            claims.insert(object.clone(), filled(&keys, object, &value));
        }
        claims.insert(claim.clone(), Value::String(field.arena.contexts.id(0).to_owned()));
        let json = Value::Object(claims).to_string();
        let deed =
            format!("SELECT set_config({}, {}, true);\n", quote_literal(setting), quote_literal(&json));
        World { deed, ..World::new(Told::Claim, format!("with {setting} set to {json}")) }
    };
    let all = is_list.then_some(listed).into_iter().chain(values).map(|value| (value, false));
    // What users write of themselves is an object in the token.
    let below = if keys.objects.iter().any(|object| is_free(&object)) {
        theirs(field, target, text)
    } else {
        Vec::new()
    };
    all.chain(below.into_iter().map(|value| (Value::String(value), true))).map(world).collect()
}

/// Texts of B's rows in the tables that a text asks: what somebody else is called or reached by.
fn theirs(field: &Field<'_>, target: &Relation, text: &str) -> Vec<String> {
    let asked = named_by(field, target, text).into_iter().take(ASKED);
    let texts = asked.flat_map(|relation| {
        let row = field.ground.rows.get(&relation.oid).and_then(|rows| rows.samples_b.first());
        let columns = named(relation, text).into_iter().filter(|column| is_text(&column.data_type));
        columns.filter_map(move |column| {
            let place = relation.columns.iter().position(|it| it.name == column.name)?;
            row?.get(place)?.clone()
        })
    });
    texts.take(CLAIMED).collect()
}

/// An object of the top with a value under every key that it may have; other objects may lie in it.
fn filled(keys: &Keys, object: &str, value: &Value) -> Value {
    let plain: Map<String, Value> = keys.all.iter().map(|key| (key.clone(), value.clone())).collect();
    let mut inner = plain.clone();
    for other in keys.objects.iter().filter(|other| *other != object) {
        // What is taken as JSON is an object, or the list itself.
        let below = if value.is_array() { value.clone() } else { Value::Object(plain.clone()) };
        inner.entry(other.clone()).or_insert(below);
    }
    Value::Object(inner)
}
