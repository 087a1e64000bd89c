//! With which columns the source of a function compares an argument, or into which it writes it.

/// The columns, in small letters, that stand beside the argument at an operator, or in its place in the list of an
/// INSERT. `number` is the argument's place, counted from 1, for `$1`.
pub(in crate::isolation::attack) fn compared(body: &str, argument: &str, number: usize) -> Vec<String> {
    let tokens = tokens(body);
    let numbered = format!("${number}");
    let argument = argument.to_lowercase();
    let is_meant = |token: &String| *token == numbered || !argument.is_empty() && *token == argument;
    let places = (0..tokens.len()).filter(|place| is_meant(&tokens[*place]));
    let mut found = Vec::new();
    for place in places {
        found.extend(before(&tokens, place));
        found.extend(behind(&tokens, place));
        found.extend(inserted(&tokens, place));
    }
    found.sort_unstable();
    found.dedup();
    found.retain(|column| *column != argument);
    found
}

/// Names in small letters, operators and other signs; texts and comments are left out.
fn tokens(body: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = body;
    while let Some(first) = rest.chars().next() {
        let length = if first.is_alphanumeric() || first == '_' || first == '$' {
            let end = |letter: char| !(letter.is_alphanumeric() || letter == '_' || letter == '$');
            rest.find(end).unwrap_or(rest.len())
        } else if rest.starts_with("--") {
            rest.find('\n').unwrap_or(rest.len())
        } else if first == '\'' || first == '"' {
            rest[1..].find(first).map_or(rest.len(), |end| end + 2)
        } else if "=<>!~".contains(first) {
            rest.find(|letter| !"=<>!~*".contains(letter)).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let token = &rest[..length];
        match first {
            '\'' => tokens.push("''".to_owned()),
            '"' => tokens.push(token.trim_matches('"').to_lowercase()),
            _ if first.is_whitespace() || token.starts_with("--") => {}
            _ => tokens.push(token.to_lowercase()),
        }
        rest = &rest[length..];
    }
    tokens
}

fn is_operator(token: &str) -> bool {
    token.chars().all(|letter| "=<>!~*".contains(letter)) || matches!(token, "like" | "ilike" | "in" | "from")
}

fn is_name(token: &str) -> bool {
    token.starts_with(|letter: char| letter.is_alphabetic() || letter == '_')
        && !matches!(token, "and" | "or" | "not" | "where" | "when" | "then" | "distinct" | "is" | "null")
}

/// `column = argument`, through `ANY (`, `lower(` and the like, and through the name of the function.
fn before(tokens: &[String], place: usize) -> Option<String> {
    let mut at = place;
    if at >= 2 && tokens[at - 1] == "." {
        at -= 2;
    }
    while at >= 2 && tokens[at - 1] == "(" && !is_operator(&tokens[at - 2]) && is_name(&tokens[at - 2]) {
        at -= 2;
    }
    if at >= 1 && tokens[at - 1] == "(" {
        at -= 1;
    }
    let operator = at.checked_sub(1)?;
    if !is_operator(&tokens[operator]) {
        return None;
    }
    let mut column = operator.checked_sub(1)?;
    if tokens[operator] == "from" {
        // IS DISTINCT FROM
        column = (tokens[column] == "distinct").then(|| column.checked_sub(1))??;
        while matches!(tokens[column].as_str(), "is" | "not") {
            column = column.checked_sub(1)?;
        }
    }
    while matches!(tokens[column].as_str(), ")") {
        column = column.checked_sub(1)?;
    }
    is_name(&tokens[column]).then(|| tokens[column].clone())
}

/// `argument = column`.
fn behind(tokens: &[String], place: usize) -> Option<String> {
    let mut at = place + 1;
    while tokens.get(at).is_some_and(|token| token == ")") {
        at += 1;
    }
    if !is_operator(tokens.get(at)?) {
        return None;
    }
    at += 1;
    // Through ANY ( and the like.
    while tokens.get(at).is_some_and(|token| is_name(token))
        && tokens.get(at + 1).is_some_and(|token| token == "(")
    {
        at += 2;
    }
    // A name behind its table's.
    while tokens.get(at + 1).is_some_and(|token| token == ".") {
        at += 2;
    }
    tokens.get(at).filter(|token| is_name(token)).cloned()
}

/// The column of an INSERT that an item of its own in VALUES or SELECT goes into.
fn inserted(tokens: &[String], place: usize) -> Option<String> {
    let start = tokens[..place].iter().rposition(|token| token == "insert")?;
    let open = start + tokens[start..place].iter().position(|token| token == "(")?;
    let close = open + tokens[open..place].iter().position(|token| token == ")")?;
    let columns: Vec<&String> = tokens[open + 1..close].iter().filter(|token| *token != ",").collect();
    let mut at = close + 1;
    if tokens.get(at)? == "values" {
        at += 1;
    } else if tokens.get(at)? != "select" {
        return None;
    }
    let (mut depth, mut item) = (0_i32, 0_usize);
    for token in tokens.get(at + 1..place)? {
        match token.as_str() {
            "(" => depth += 1,
            ")" => depth -= 1,
            "," if depth == 0 => item += 1,
            _ => {}
        }
    }
    let is_alone = [tokens.get(place - 1), tokens.get(place + 1)];
    let is_alone =
        is_alone.iter().flatten().all(|token| matches!(token.as_str(), "," | "(" | ")" | "select" | "from"));
    if depth == 0 && is_alone { columns.get(item).map(|column| (*column).clone()) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_argument_is_what_it_is_compared_with() {
        let cases: &[(&str, &str, &[&str])] = &[
            ("SELECT 1 FROM t WHERE t.item_id = item", "item", &["item_id"]),
            ("SELECT 1 FROM t WHERE code = $1 AND x", "p", &["code"]),
            ("DELETE FROM t WHERE token = ANY (p_tokens)", "p_tokens", &["token"]),
            ("WHERE upper(passport) = upper(trim(p_pass))", "p_pass", &["passport"]),
            ("IF org IS DISTINCT FROM mine", "org", &[]),
            ("WHERE o.org_id IS NOT DISTINCT FROM org", "org", &["org_id"]),
            ("WHERE wanted = n.\"noteId\"", "wanted", &["noteid"]),
            ("INSERT INTO t (a, b, c) VALUES (f(1, 2), room, 'x')", "room", &["b"]),
            ("INSERT INTO t (a, b) SELECT to_school, s.x FROM s WHERE s.id = source", "to_school", &["a"]),
            ("INSERT INTO t (a, b) SELECT to_school, s.x FROM s WHERE s.id = source", "source", &["id"]),
            ("-- id = item\nSELECT 'id = item'", "item", &[]),
            ("WHERE s.item_id = rotate.item", "item", &["item_id"]),
            ("WHERE p_zone = ANY (p.zones)", "p_zone", &["zones"]),
        ];
        for (body, argument, expected) in cases {
            assert_eq!(compared(body, argument, 1), *expected, "{body}");
        }
    }
}
