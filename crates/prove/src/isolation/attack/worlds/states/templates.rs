//! Texts in which names of rows are filled in: a function looks for them in what it is given.

use super::conditions::{Part, parts};
use super::tokens::{Name, Token, tokens};
use crate::isolation::attack::Field;
use crate::isolation::attack::functions::Value;
use crate::isolation::attack::worlds::asks::named;

/// What stands for a value in the first argument of format().
const PLACES: &[&str] = &["%s", "%I", "%L"];

/// A text with all that a body puts together from columns of B's rows; `None` when it does nothing of the kind.
pub(in super::super::super) fn filled(field: &Field<'_>, body: &str) -> Option<Value> {
    let mut found: Vec<String> = Vec::new();
    for parts in templates(body) {
        let text = of_b(field, body, &parts);
        found.extend(text.filter(|text| !found.contains(text)));
    }
    let sql = bulkhead_connect::quote_literal(&found.join(" "));
    (!found.is_empty()).then_some(Value { sql, tenant: false, key: true, name: false, content: true })
}

/// All texts that a body puts together from constants and columns.
fn templates(body: &str) -> Vec<Vec<Part>> {
    let tokens = tokens(body);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at].is_word("format") {
            found.extend(formatted(&tokens, at + 2));
            at += 1;
            continue;
        }
        let (parts, next) = parts(&tokens, at);
        if parts.len() > 1 {
            found.push(parts);
        }
        at = next.max(at + 1);
    }
    let is_mixed = |parts: &Vec<Part>| {
        parts.iter().any(|it| matches!(it, Part::Text(_)))
            && parts.iter().any(|it| matches!(it, Part::Column(_)))
    };
    found.retain(is_mixed);
    found
}

/// format('…%s…', column, …)
fn formatted(tokens: &[Token], at: usize) -> Option<Vec<Part>> {
    let Token::Text(text) = tokens.get(at)? else { return None };
    let mut parts = Vec::new();
    let (mut rest, mut at) = (text.as_str(), at + 1);
    while let Some(place) = PLACES.iter().filter_map(|it| rest.find(it)).min() {
        let Token::Name(name) = tokens.get(at + 1)? else { return None };
        parts.push(Part::Text(rest[..place].to_owned()));
        parts.push(Part::Column(name.clone()));
        rest = &rest[place + 2..];
        at += 2;
    }
    parts.push(Part::Text(rest.to_owned()));
    Some(parts)
}

/// The text with what a row of B holds, of the first table that has all its columns.
fn of_b(field: &Field<'_>, body: &str, parts: &[Part]) -> Option<String> {
    named(field, body).into_iter().find_map(|relation| {
        let row = field.ground.rows.get(&relation.oid)?.samples_b.first()?;
        let value = |name: &Name| {
            let at = relation.columns.iter().position(|it| it.name == name.column)?;
            row.get(at)?.clone()
        };
        let text: Option<Vec<String>> = parts
            .iter()
            .map(|part| match part {
                Part::Text(text) => Some(text.replace('%', "")),
                Part::Column(name) => value(name),
            })
            .collect();
        Some(text?.concat())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_put_together_with_bars_or_by_format() {
        let shown = |body: &str| -> Vec<String> {
            let part = |part: &Part| match part {
                Part::Text(text) => text.clone(),
                Part::Column(name) => format!("<{}>", name.column),
            };
            templates(body).iter().map(|parts| parts.iter().map(part).collect()).collect()
        };
        assert_eq!(shown("x := replace(x, '[' || s.shop || ':' || s.word || ']', s.v)"), ["[<shop>:<word>]"]);
        assert_eq!(shown("replace(x, format('<%s/%I>', s.a, b), s.v)"), ["<<a>/<b>>"]);
        assert_eq!(shown("SELECT a || b || c, 'x' || 'y'"), Vec::<String>::new());
    }
}
