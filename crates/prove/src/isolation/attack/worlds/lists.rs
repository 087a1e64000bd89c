//! What lists and documents may hold for a text to let them through: nothing at all, which is contained in everything;
//! what the text compares with, alone or under each key that it takes out.

use bulkhead_connect::quote_literal;
use serde_json::{Map, Value, json};

use super::texts::{constants, documents, keys};
use crate::isolation::scope::Column;

/// How many constants are put into lists and documents.
const CONSTANTS: usize = 6;

/// Whether a column holds a list, or a document that may be one.
pub(super) fn is_list(data_type: &str) -> bool {
    data_type.ends_with("[]") || matches!(data_type, "json" | "jsonb")
}

/// SQL for the values of such a column. What is no value of the type, the server refuses.
pub(super) fn candidates(column: &Column, text: &str) -> Vec<String> {
    let found = constants(text);
    if let Some(element) = column.data_type.strip_suffix("[]") {
        let list = |value: &String| format!("ARRAY[{}]::{element}[]", quote_literal(value));
        let fitting = found.iter().filter(|value| element != "uuid" || value.len() == 36);
        let fitting = fitting.filter(|value| !element.contains("int") || value.parse::<i64>().is_ok());
        return std::iter::once("'{}'".to_owned()).chain(fitting.take(CONSTANTS).map(list)).collect();
    }
    let asked = keys(text);
    let is_key = |value: &&String| asked.all.contains(value) || asked.objects.contains(value);
    let words: Vec<&String> = found.iter().filter(|it| !is_key(it)).take(CONSTANTS).collect();
    let mut values: Vec<Value> = documents(text);
    let of_keys = |value: Value| {
        let inner: Map<String, Value> = asked.all.iter().map(|key| (key.clone(), value.clone())).collect();
        let objects = asked.objects.iter().map(|name| (name.clone(), Value::Object(inner.clone())));
        Value::Object(inner.clone().into_iter().chain(objects).collect())
    };
    if !asked.all.is_empty() {
        values.push(of_keys(Value::Bool(true)));
        values.extend(words.iter().map(|word| of_keys(Value::String((*word).clone()))));
    } else {
        let listed = words.iter().map(|word| json!([word]));
        values.extend(listed);
        let marked: Map<String, Value> = words.iter().map(|word| ((*word).clone(), json!(true))).collect();
        values.push(Value::Object(marked));
    }
    values.extend([json!([]), json!({})]);
    let mut values: Vec<String> = values.iter().map(|value| quote_literal(&value.to_string())).collect();
    values.dedup();
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_documents_hold_what_the_text_asks_for() {
        let column = |data_type: &str| Column {
            name: "x".to_owned(),
            data_type: data_type.to_owned(),
            not_null: true,
            generated: false,
        };
        for (data_type, text, expected) in [
            ("text[]", "x <@ ARRAY[f()]", vec!["'{}'"]),
            ("text[]", "'open' = ANY (x)", vec!["'{}'", "ARRAY['open']::text[]"]),
            ("integer[]", "x && '{3,no}'", vec!["'{}'", "ARRAY['3']::integer[]"]),
            ("jsonb", "x ? 'open'", vec!["'[\"open\"]'", "'{\"open\":true}'", "'[]'", "'{}'"]),
            (
                "jsonb",
                "x ->> 'seen' = 'all'",
                vec!["'{\"seen\":true}'", "'{\"seen\":\"all\"}'", "'[]'", "'{}'"],
            ),
        ] {
            assert_eq!(candidates(&column(data_type), text), expected, "{text}");
        }
        let by_example = candidates(&column("jsonb"), "x @> '{\"open\": 1}'::jsonb");
        assert_eq!(by_example.first().map(String::as_str), Some("'{\"open\":1}'"));
    }
}
