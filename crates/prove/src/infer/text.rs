//! Looks into SQL texts for names and values.

/// Where a name stands as a word of its own: the byte behind it.
fn ends_of<'t>(text: &'t str, name: &'t str) -> impl Iterator<Item = usize> + 't {
    let is_part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    text.match_indices(name).filter_map(move |(at, _)| {
        let end = at + name.len();
        (!is_part(text[..at].chars().next_back()) && !is_part(text[end..].chars().next())).then_some(end)
    })
}

/// The text behind a name, past casts and the parentheses that they close.
fn past_casts(mut rest: &str) -> &str {
    loop {
        rest = rest.trim_start_matches(')');
        let Some(cast) = rest.strip_prefix("::") else { return rest };
        rest = cast.trim_start_matches(|c: char| c.is_alphanumeric() || "_.[]\"".contains(c));
        rest = rest.strip_prefix(" varying").unwrap_or(rest);
    }
}

/// The text up to the end of the condition that it begins with.
fn condition(text: &str) -> &str {
    let mut depth = 0_usize;
    for (at, letter) in text.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' if depth == 0 => return &text[..at],
            ')' => depth -= 1,
            ' ' if depth == 0 && (text[at..].starts_with(" AND ") || text[at..].starts_with(" OR ")) => {
                return &text[..at];
            }
            _ => {}
        }
    }
    text
}

/// What a column is compared with: the texts behind `column =`, each up to the next condition.
pub(super) fn compared_with<'t>(text: &'t str, column: &'t str) -> Vec<&'t str> {
    let sides = ends_of(text, column).filter_map(|end| past_casts(&text[end..]).strip_prefix(" = "));
    sides.map(condition).collect()
}

/// The arguments of the calls of a function.
pub(super) fn arguments<'t>(text: &'t str, function: &'t str) -> Vec<&'t str> {
    let lists =
        ends_of(text, function).filter_map(|end| text[end..].trim_start_matches('"').strip_prefix('('));
    lists
        .map(|list| {
            let mut depth = 0_usize;
            let end = list.find(|c| match c {
                '(' => {
                    depth += 1;
                    false
                }
                ')' if depth == 0 => true,
                ')' => {
                    depth -= 1;
                    false
                }
                _ => false,
            });
            &list[..end.unwrap_or(list.len())]
        })
        .collect()
}

/// Whether a condition ties a column to something: a column that is only compared with constants, or asked whether it
/// is null or true, is tied to nothing.
pub(super) fn is_tied(text: &str, column: &str) -> bool {
    ends_of(text, column).any(|end| {
        let rest = past_casts(&text[end..]);
        if let Some((operator, value)) = rest.strip_prefix(' ').and_then(|rest| rest.split_once(' ')) {
            let is_operator = operator.chars().all(|c| "=<>!~*@#&|?-+%".contains(c));
            return match operator {
                "IS" => false,
                "AND" | "OR" => !is_bare(&text[..end - column.len()]),
                _ => !(is_operator && is_constant(value)),
            };
        }
        !is_bare(&text[..end - column.len()])
    })
}

/// Whether what begins behind a text is a condition of its own, and no argument or side of a comparison.
fn is_bare(before: &str) -> bool {
    let qualified = before.trim_end_matches(|c: char| c.is_alphanumeric() || "_.\"".contains(c));
    let before = if before.ends_with('.') { qualified } else { before };
    let before = before.trim_end_matches(['(', ' ']);
    before.is_empty() || ["AND", "OR", "NOT"].iter().any(|word| before.ends_with(word))
}

fn is_constant(value: &str) -> bool {
    let value = value.trim_start_matches('(');
    let value = value.strip_prefix("ANY ").unwrap_or(value).trim_start_matches('(');
    let value = value.strip_prefix("ARRAY[").unwrap_or(value).trim_start_matches('(');
    value.starts_with(|c: char| c == '\'' || c == '-' || c.is_ascii_digit())
        || ["true", "false", "NULL"].iter().any(|word| {
            let rest = value.strip_prefix(word);
            rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
        })
}

/// The settings of one's own that a text reads, each once: texts in quotes that are names with a dot, where the text reads
/// a setting at all. The name may stand elsewhere than in the call.
pub(crate) fn settings(text: &str) -> Vec<String> {
    let is_name = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
            && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    };
    let is_setting =
        |name: &&str| name.contains('.') && name.split('.').all(is_name) && !name.starts_with("pg_");
    let mut found: Vec<String> = Vec::new();
    if text.contains("current_setting(") {
        for name in text.split('\'').skip(1).step_by(2).filter(is_setting) {
            if !found.iter().any(|known| known == name) {
                found.push(name.to_owned());
            }
        }
    }
    found
}

/// The key that a text takes out of a setting's JSON with `->>`.
pub(super) fn claim_of(text: &str, setting: &str) -> Option<String> {
    text.match_indices("current_setting(").find_map(|(at, open)| {
        let rest = &text[at + open.len()..];
        if quoted(rest)? != setting {
            return None;
        }
        // Up to the next setting, so that what is taken is taken from this one.
        let end = rest.find("current_setting(").unwrap_or(rest.len());
        let arrow = rest[..end].find("->>")?;
        quoted(&rest[arrow..end]).map(str::to_owned)
    })
}

/// The keys that a text takes out of JSON with `->>`, where it reads a setting as such.
pub(crate) fn claims_of(text: &str, setting: &str) -> Vec<String> {
    if claim_of(text, setting).is_none() {
        return Vec::new();
    }
    let mut claims: Vec<String> = Vec::new();
    for claim in text.split("->>").skip(1).filter_map(quoted) {
        if !claims.iter().any(|known| known == claim) {
            claims.push(claim.to_owned());
        }
    }
    claims
}

/// The first text in quotes.
fn quoted(text: &str) -> Option<&str> {
    text.split('\'').nth(1)
}
