//! What stands beside an argument in the source of a function, where that is more than a column.

/// How long an expression may be.
const LONGEST: usize = 160;

/// What is done with an argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// It is compared with an expression.
    Computed(String),
    /// It is that part of a day: the year, the month.
    Part(&'static str),
    /// It is a time, written in that way.
    Written(String),
    /// It is a number of days or the like.
    Span,
    /// What comes before it is meant.
    Before,
    /// What comes behind it is meant.
    After,
}

/// A piece of the source: where it begins and ends there, and what it is in small letters.
struct Token {
    from: usize,
    to: usize,
    text: String,
}

/// Functions whose arguments are the parts of a day.
const DAYS: &[&str] = &["make_date", "make_timestamp", "make_timestamptz"];
const PARTS: &[&str] = &["year", "month", "day"];

/// Words that end an expression.
const ENDS: &[&str] = &[
    "and",
    "or",
    "where",
    "not",
    "on",
    "when",
    "then",
    "if",
    "group",
    "order",
    "limit",
    "returning",
    "loop",
    "having",
    "union",
    "select",
    "for",
    "end",
    "else",
    "set",
    "values",
    "between",
    "case",
    "offset",
];

/// All that is done with an argument. `number` is its place, counted from 1, for `$1`.
pub(super) fn sides(body: &str, argument: &str, number: usize) -> Vec<Side> {
    let tokens = tokens(body);
    let (argument, numbered) = (argument.to_lowercase(), format!("${number}"));
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        let text = &tokens[at].text;
        if *text != numbered && (argument.is_empty() || *text != argument) {
            continue;
        }
        // Through casts, the name of the function, and functions that fold.
        let (mut from, mut to) = (at, at + 1);
        if from >= 2 && tokens[from - 1].text == "." {
            from -= 2;
        }
        loop {
            while tokens.get(to).is_some_and(|it| it.text == "::") {
                to += 2;
            }
            let is_open = from >= 1 && tokens[from - 1].text == "(";
            let is_closed = tokens.get(to).is_some_and(|it| it.text == ")");
            if !is_open || !is_closed {
                break;
            }
            from -= 1;
            to += 1;
            if from >= 1 && is_name(&tokens[from - 1].text) && !is_end(&tokens[from - 1].text) {
                from -= 1;
            }
        }
        found.extend(compared(body, &tokens, from, to));
        found.extend(given(&tokens, at));
        found.extend(span(&tokens, at, to));
    }
    found
}

/// Beside an operator, or as an end of BETWEEN.
fn compared(body: &str, tokens: &[Token], from: usize, to: usize) -> Vec<Side> {
    let text = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map_or("", |it| it.text.as_str());
    let mut found = Vec::new();
    let before = text(from.checked_sub(1));
    let behind = text(Some(to));
    let expression = |start: usize, end: usize| {
        let span = body.get(tokens.get(start)?.from..tokens.get(end.checked_sub(1)?)?.to)?;
        let is_more =
            end - start > 1 && tokens[start..end].iter().any(|it| it.text == "(" || it.text == "::");
        (is_more && span.len() <= LONGEST).then(|| Side::Computed(span.to_owned()))
    };
    if is_operator(before) {
        found.extend(expression(start_of(tokens, from - 1), from - 1));
    }
    if is_operator(behind) {
        found.extend(expression(to + 1, end_of(tokens, to + 1)));
    }
    match (before, behind) {
        ("<" | "<=", _) | (_, ">" | ">=") => found.push(Side::Before),
        (">" | ">=", _) | (_, "<" | "<=") => found.push(Side::After),
        ("between", _) => found.push(Side::After),
        ("and", _) if tokens[from.saturating_sub(6)..from].iter().any(|it| it.text == "between") => {
            found.push(Side::Before);
        }
        _ => {}
    }
    found
}

/// As an argument of a function that makes a time.
fn given(tokens: &[Token], at: usize) -> Option<Side> {
    let mut depth = 0_i32;
    let mut place = 0;
    let mut open = at;
    loop {
        open = open.checked_sub(1)?;
        match tokens[open].text.as_str() {
            ")" => depth += 1,
            "(" if depth == 0 => break,
            "(" => depth -= 1,
            "," if depth == 0 => place += 1,
            ";" => return None,
            _ => {}
        }
    }
    let function = tokens[open.checked_sub(1)?].text.as_str();
    if DAYS.contains(&function) {
        return PARTS.get(place).map(|part| Side::Part(part));
    }
    if matches!(function, "to_date" | "to_timestamp") {
        let comma = (at..tokens.len()).find(|it| tokens[*it].text == ",")?;
        let format = tokens.get(comma + 1)?.text.strip_prefix('\'')?.strip_suffix('\'')?;
        return Some(Side::Written(format.to_uppercase()));
    }
    // (p_month || '-01')::date
    let is_date = tokens.get(at + 1).is_some_and(|it| it.text == "||")
        && tokens.get(at + 2).is_some_and(|it| it.text == "'-01'")
        && tokens.get(at + 3).is_some_and(|it| it.text == ")");
    is_date.then(|| Side::Written("YYYY-MM".to_owned()))
}

/// As a number of days or the like.
fn span(tokens: &[Token], at: usize, to: usize) -> Option<Side> {
    let near = &tokens[at.saturating_sub(4)..(to + 4).min(tokens.len())];
    let is_meant = |it: &Token| matches!(it.text.as_str(), "make_interval" | "interval");
    let is_counted = tokens.get(to).is_some_and(|it| it.text == "||")
        && tokens
            .get(to + 1)
            .is_some_and(|it| [" day", " hour", " month", " week"].iter().any(|word| it.text.contains(word)));
    let before = at.checked_sub(2).map(|it| (tokens[it].text.as_str(), tokens[it + 1].text.as_str()));
    let is_taken_away = matches!(before, Some(("current_date", "-")));
    (near.iter().any(is_meant) || is_counted || is_taken_away).then_some(Side::Span)
}

/// Where an expression begins that ends before a place.
fn start_of(tokens: &[Token], end: usize) -> usize {
    let mut depth = 0_i32;
    let mut at = end;
    while let Some(before) = at.checked_sub(1) {
        match tokens[before].text.as_str() {
            ")" => depth += 1,
            "(" if depth == 0 => break,
            "(" => depth -= 1,
            text if depth == 0 && (is_end(text) || matches!(text, "," | ";") || is_operator(text)) => break,
            _ => {}
        }
        at = before;
    }
    at
}

/// Where an expression ends that begins at a place.
fn end_of(tokens: &[Token], start: usize) -> usize {
    let mut depth = 0_i32;
    let mut at = start;
    while let Some(token) = tokens.get(at) {
        match token.text.as_str() {
            "(" => depth += 1,
            ")" if depth == 0 => break,
            ")" => depth -= 1,
            text if depth == 0 && (is_end(text) || matches!(text, "," | ";") || is_operator(text)) => break,
            _ => {}
        }
        at += 1;
    }
    at
}

fn is_end(text: &str) -> bool {
    ENDS.contains(&text)
}

fn is_operator(text: &str) -> bool {
    matches!(text, "=" | "<" | "<=" | ">" | ">=" | "<>" | "!=")
}

fn is_name(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_alphabetic() || letter == '_')
}

/// An expression in which all names that stand for columns are replaced; nothing where none does, or where one is of
/// something else.
pub(super) fn replaced(expression: &str, mut value: impl FnMut(&str) -> Option<String>) -> Option<String> {
    let tokens = tokens(expression);
    let mut text = String::new();
    let (mut last, mut is_any) = (0, false);
    for (at, token) in tokens.iter().enumerate() {
        let next = |steps: usize| tokens.get(at + steps).map_or("", |it| it.text.as_str());
        let before = at.checked_sub(1).map_or("", |at| tokens[at].text.as_str());
        // A function, a type, or what stands before a point.
        if !is_name(&token.text) || next(1) == "(" || next(1) == "." || before == "::" {
            continue;
        }
        let Some(value) = value(&token.text) else { continue };
        let from = if before == "." { tokens[at - 2].from } else { token.from };
        text.push_str(&expression[last..from]);
        text.push_str(&value);
        last = token.to;
        is_any = true;
    }
    text.push_str(&expression[last..]);
    is_any.then(|| format!("({text})"))
}

fn tokens(body: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = body[at..].chars().next() {
        let rest = &body[at..];
        let is_part = |it: char| it.is_alphanumeric() || matches!(it, '_' | '$');
        let length = if is_part(first) {
            rest.find(|it: char| !is_part(it)).unwrap_or(rest.len())
        } else if rest.starts_with("--") {
            rest.find('\n').unwrap_or(rest.len())
        } else if first == '\'' || first == '"' {
            rest[1..].find(first).map_or(rest.len(), |end| end + 2)
        } else if "=<>!~|:".contains(first) {
            rest.find(|it| !"=<>!~|:*".contains(it)).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let text = &rest[..length];
        if !first.is_whitespace() && !text.starts_with("--") {
            let text = text.trim_matches('"').to_lowercase();
            found.push(Token { from: at, to: at + length, text });
        }
        at += length;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_argument_is_what_it_is_computed_with() {
        let computed = |text: &str| Side::Computed(text.to_owned());
        let cases: &[(&str, &[Side])] = &[
            (
                "WHERE extract(year FROM w.sent_on) = p ORDER BY 1",
                &[computed("extract(year FROM w.sent_on)")],
            ),
            ("WHERE a AND to_char(d, 'YYYY-MM') = p;", &[computed("to_char(d, 'YYYY-MM')")]),
            ("WHERE d::date = f.p", &[computed("d::date")]),
            ("WHERE p = date_trunc('month', d)", &[computed("date_trunc('month', d)")]),
            ("WHERE lower(name) = lower(p)", &[computed("lower(name)")]),
            ("WHERE name = p", &[]),
            ("WHERE d >= make_date(2020, p, 1)", &[Side::Part("month")]),
            ("WHERE d = to_date(p, 'YYYY-MM')", &[Side::Written("YYYY-MM".to_owned())]),
            ("WHERE d < now() - make_interval(days => p)", &[Side::Span]),
            ("WHERE d < now() - p * interval '1 day'", &[Side::Span]),
            ("WHERE d < p", &[Side::Before]),
            ("WHERE d BETWEEN p AND q", &[Side::After]),
            ("WHERE d BETWEEN q AND p", &[Side::Before]),
        ];
        for (body, expected) in cases {
            assert_eq!(sides(body, "p", 1), *expected, "{body}");
        }
    }

    #[test]
    fn columns_are_replaced_and_functions_and_types_are_not() {
        let value = |name: &str| (name == "date" || name == "d").then(|| "'x'".to_owned());
        assert_eq!(
            replaced("date_part('date', t.d::date)", value).as_deref(),
            Some("(date_part('date', 'x'::date))")
        );
        assert_eq!(replaced("f(1)", value), None);
    }
}
