//! What the texts of policies and functions compare with: constants, and the keys that they take out of JSON.

use std::collections::BTreeSet;

/// How long a constant may be to count as a value.
const LONGEST: usize = 64;

/// A constant of a text, and what stands before it.
struct Constant<'t> {
    before: &'t str,
    value: String,
}

/// The constants in quotes, without those in comments.
fn quoted(text: &str) -> Vec<Constant<'_>> {
    let mut found = Vec::new();
    let (mut at, mut from) = (0, 0);
    while let Some(step) = text[at..].find(['\'', '-']) {
        let start = at + step;
        if text[start..].starts_with("--") {
            at = text[start..].find('\n').map_or(text.len(), |end| start + end);
            continue;
        }
        at = start + 1;
        if text[start..].starts_with('-') {
            continue;
        }
        let mut value = String::new();
        loop {
            let Some(end) = text[at..].find('\'') else { return found };
            value.push_str(&text[at..at + end]);
            at += end + 1;
            if !text[at..].starts_with('\'') {
                break;
            }
            value.push('\'');
            at += 1;
        }
        found.push(Constant { before: &text[from..start], value });
        from = at;
    }
    found
}

/// The constants that may be values of columns: those in quotes, and of an array each element. What a function of
/// settings is given is none.
pub(in super::super) fn constants(text: &str) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut values = Vec::new();
    for constant in quoted(text) {
        if constant.before.trim_end().ends_with("current_setting(") {
            continue;
        }
        let inner = constant.value.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
        let parts: Vec<&str> =
            inner.map_or_else(|| vec![constant.value.as_str()], |it| it.split(',').collect());
        for part in parts {
            let part = part.trim_matches('"');
            if !part.is_empty() && part.len() <= LONGEST && seen.insert(part.to_owned()) {
                values.push(part.to_owned());
            }
        }
    }
    values
}

/// The JSON objects and lists that a text compares with.
pub(super) fn documents(text: &str) -> Vec<serde_json::Value> {
    let is_json = |value: &serde_json::Value| value.is_object() || value.is_array();
    let parsed = quoted(text).into_iter().filter_map(|constant| serde_json::from_str(&constant.value).ok());
    parsed.filter(is_json).collect()
}

/// Words after which a number is no value that anything is compared with.
const COUNTED: &[&str] = &["select", "limit", "offset", "fetch", "first"];

/// The whole numbers of a text, in quotes or bare, without what a query selects or counts by.
pub(in super::super) fn numbers(text: &str) -> Vec<String> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '$');
    let mut seen = BTreeSet::new();
    let words: Vec<&str> = text.split(|c: char| !is_part(c)).filter(|word| !word.is_empty()).collect();
    let is_number = |word: &str| word.len() < 10 && word.parse::<u64>().is_ok();
    let is_counted = |before: &str| COUNTED.iter().any(|word| before.eq_ignore_ascii_case(word));
    let pairs = std::iter::once("").chain(words.iter().copied()).zip(&words);
    let numbers =
        pairs.filter(|(before, word)| is_number(word) && !is_counted(before)).map(|(_, word)| *word);
    numbers.filter(|number| seen.insert(*number)).map(str::to_owned).collect()
}

/// The keys that a text takes out of JSON, as paths from the top.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Keys {
    /// Keys of the top. What is handed to a helper that takes a key out counts as one.
    pub top: Vec<String>,
    /// Objects in the top, whose keys may be any of all.
    pub objects: Vec<String>,
    /// All keys, of whatever object.
    pub all: Vec<String>,
}

/// The keys of a text that reads JSON.
pub(in super::super) fn keys(text: &str) -> Keys {
    let mut keys = Keys::default();
    let is_key =
        |word: &str| !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
    let by_variable = text.match_indices("->>").any(|(at, arrow)| {
        text[at + arrow.len()..].trim_start().starts_with(|c: char| c.is_alphabetic() || c == '$')
    });
    let push = |list: &mut Vec<String>, key: &str| {
        if is_key(key) && !list.iter().any(|known| known == key) {
            list.push(key.to_owned());
        }
    };
    for constant in quoted(text) {
        let before = constant.before.trim_end();
        if before.ends_with("->>") {
            push(&mut keys.all, &constant.value);
        } else if before.ends_with("->") {
            push(&mut keys.objects, &constant.value);
        } else if before.ends_with("#>>") || before.ends_with("#>") {
            let path: Vec<&str> = constant.value.trim_matches(['{', '}']).split(',').map(str::trim).collect();
            if let [object @ .., key] = path.as_slice() {
                push(&mut keys.all, key);
                object.iter().take(1).for_each(|object| push(&mut keys.objects, object));
            }
        } else if by_variable && before.ends_with('(') && !before.ends_with("current_setting(") {
            push(&mut keys.all, &constant.value);
        }
    }
    keys.top = keys.all.iter().filter(|key| !keys.objects.contains(key)).cloned().collect();
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constants_are_found_in_lists_and_not_in_comments_or_names_of_settings() {
        let text = "state = 'open' -- isn't 'it'\n OR kind = ANY ('{a,\"b c\"}') OR x = 'it''s' \
                    OR y - 1 = current_setting('app.x')";
        assert_eq!(constants(text), ["open", "a", "b c", "it's"]);
        assert_eq!(numbers("coalesce(nullif(f('x1'), '2'), 30)::int8 = 2 AND 1.5 > $1"), ["2", "30"]);
        assert_eq!(numbers("EXISTS (SELECT 1 FROM t WHERE level > 3 LIMIT 5)"), ["3"]);
    }

    #[test]
    fn documents_are_told_from_arrays_and_texts() {
        let text = r#"a @> '{"support": true}' OR b ? 'x' OR c = ANY ('{a,b}') OR d @> '["staff"]'"#;
        let documents: Vec<String> = documents(text).iter().map(ToString::to_string).collect();
        assert_eq!(documents, [r#"{"support":true}"#, r#"["staff"]"#]);
    }

    #[test]
    fn keys_are_found_behind_arrows_in_paths_and_as_arguments_of_helpers() {
        let found = keys("(c -> 'meta'::text) ->> 'is_staff' = 'x' OR c #>> '{meta,level}' = 'y'");
        assert_eq!(found.top, ["is_staff", "level"]);
        assert_eq!(found.objects, ["meta"]);
        let by_helper = keys("claim('role') = 'admin'\nSELECT current_setting('jwt')::jsonb ->> name");
        assert_eq!(by_helper.top, ["role"]);
    }
}
