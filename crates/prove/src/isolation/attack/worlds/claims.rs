//! Worlds in which the JSON that names A holds more than that.

use bulkhead_connect::quote_literal;
use serde_json::{Map, Value};

use super::super::Field;
use super::texts::{constants, keys};
use super::{Told, World};

/// How many values are tried for all the keys of a text at once.
const VALUES: usize = 12;

/// One world for each value that keys besides the tenant's may have.
pub(super) fn worlds(field: &Field<'_>, text: &str) -> Vec<World> {
    let context = &field.scope.tenancy.context;
    let (Some(setting), Some(claim)) = (&context.setting, &context.claim) else { return Vec::new() };
    if !text.contains("current_setting") {
        return Vec::new();
    }
    let keys = keys(text);
    let is_free = |key: &&String| *key != claim;
    let top: Vec<&String> = keys.top.iter().filter(is_free).collect();
    if top.is_empty() && keys.objects.is_empty() {
        return Vec::new();
    }
    let common = [field.probe.tenants[1].clone(), "true".to_owned()];
    let found = constants(text).into_iter().filter(|value| !keys.all.contains(value) && value != setting);
    let values = common.into_iter().chain(found.filter(|value| !keys.objects.contains(value)));
    let world = |value: String| {
        let filled = |names: &[&String]| -> Map<String, Value> {
            names.iter().map(|key| ((*key).clone(), Value::String(value.clone()))).collect()
        };
        let mut claims = filled(&top);
        let inner = filled(&keys.all.iter().collect::<Vec<_>>());
        for object in keys.objects.iter().filter(is_free) {
            claims.insert(object.clone(), Value::Object(inner.clone()));
        }
        claims.insert(claim.clone(), Value::String(field.arena.contexts.id(0).to_owned()));
        let json = Value::Object(claims).to_string();
        let deed =
            format!("SELECT set_config({}, {}, true);\n", quote_literal(setting), quote_literal(&json));
        World { deed, ..World::new(Told::Claim, format!("with {setting} set to {json}")) }
    };
    values.take(VALUES).map(world).collect()
}
