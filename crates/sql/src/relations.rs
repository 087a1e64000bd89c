//! The relations that a text of SQL names, be it a query or the body of a function.

use std::collections::BTreeSet;

use crate::lex::{Lexer, Token, TokenKind, dollar_delimiter};

/// A relation as a text names it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mention {
    /// The schema, where it stands before the name.
    pub schema: Option<String>,
    /// The name.
    pub name: String,
    /// Whether rows of it are changed.
    pub is_written: bool,
}

/// Functions whose arguments are parted by FROM.
const WITH_FROM: &[&str] = &["extract", "substring", "trim", "overlay", "position", "normalize"];

/// What ends a list of relations behind FROM.
const ENDS: &[&str] = &[
    "where",
    "group",
    "having",
    "order",
    "limit",
    "offset",
    "fetch",
    "for",
    "union",
    "intersect",
    "except",
    "returning",
    "set",
    "loop",
    "select",
    "values",
    "window",
    "into",
    "then",
    "end",
    "do",
];

/// The relations that a text names: behind FROM, JOIN, USING, UPDATE, INTO of an INSERT, and their like. Variables
/// behind a SELECT's INTO are none, nor are comments, names of WITH, functions, and texts in quotes; unless the text
/// runs texts with EXECUTE, for then they may be statements.
pub fn relations(text: &str) -> BTreeSet<Mention> {
    let mut found = BTreeSet::new();
    let tokens = tokens(text);
    read(text, &tokens, &mut found);
    if tokens.iter().any(|token| token.is_word(text, "execute")) {
        let mut is_message = false;
        for token in &tokens {
            if token.is_word(text, "raise") {
                is_message = true;
            } else if token.is_symbol(text, b';') {
                is_message = false;
            } else if let (Some(inner), false) = (inside(text, token), is_message) {
                let inner = inner.replace("''", "'");
                read(&inner, &self::tokens(&inner), &mut found);
            }
        }
    }
    found
}

/// Whether a text calls a function: its name stands before a parenthesis, in quotes or not.
pub fn calls(text: &str, function: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    !function.is_empty()
        && text.match_indices(function).any(|(at, _)| {
            let behind = text[at + function.len()..].trim_start_matches('"').trim_start();
            behind.starts_with('(') && !text[..at].chars().next_back().is_some_and(is_part)
        })
}

/// All tokens up to the end, or to one that never ends.
fn tokens(text: &str) -> Vec<Token> {
    let mut lexer = Lexer::at(text, 0);
    std::iter::from_fn(|| lexer.next_token().ok().flatten()).collect()
}

/// What stands in a text in quotes.
fn inside<'t>(text: &'t str, token: &Token) -> Option<&'t str> {
    let whole = token.text(text);
    match token.kind {
        TokenKind::String => whole.split_once('\'')?.1.strip_suffix('\''),
        TokenKind::DollarString => {
            let delimiter = dollar_delimiter(text, token.start)?.len();
            whole.get(delimiter..whole.len().checked_sub(delimiter)?)
        }
        _ => None,
    }
}

fn read(text: &str, tokens: &[Token], found: &mut BTreeSet<Mention>) {
    let common = common(text, tokens);
    let word = |at: usize| {
        let token = tokens.get(at).filter(|token| token.kind == TokenKind::Word)?;
        Some(token.text(text).to_ascii_lowercase())
    };
    let is = |at: Option<usize>, wanted: &str| at.and_then(word).is_some_and(|it| it == wanted);
    let mut is_fetch = false;
    // The functions whose parentheses are open, by the word before.
    let mut open: Vec<Option<String>> = Vec::new();
    for at in 0..tokens.len() {
        let before = at.checked_sub(1);
        let begins = before.is_none_or(|at| tokens[at].is_symbol(text, b';'))
            || ["begin", "then", "else", "loop"].iter().any(|it| is(before, it));
        if begins {
            is_fetch = is(Some(at), "fetch") || is(Some(at), "move");
        }
        if tokens[at].is_symbol(text, b'(') {
            open.push(before.and_then(word));
        } else if tokens[at].is_symbol(text, b')') {
            open.pop();
        }
        let Some(keyword) = word(at) else { continue };
        let is_argument =
            open.last().is_some_and(|by| by.as_ref().is_some_and(|it| WITH_FROM.contains(&it.as_str())));
        let (is_named, is_written) = match keyword.as_str() {
            "from" if is(before, "delete") => (true, true),
            "from" => (!is_fetch && !is_argument && !is(before, "distinct"), false),
            "join" | "using" => (true, false),
            "table" | "only" => (is(before, "truncate"), true),
            "update" => {
                let is_clause = ["for", "key", "do", "on", "or", "before", "after"];
                (!is_clause.iter().any(|it| is(before, it)), true)
            }
            "into" => (is(before, "insert") || is(before, "merge"), true),
            "truncate" | "copy" => (begins, true),
            _ => (false, false),
        };
        // The whole of a table is its rows, too: TABLE name.
        let is_whole =
            keyword == "table" && (begins || before.is_some_and(|at| tokens[at].is_symbol(text, b'(')));
        if is_named || is_whole {
            list(text, tokens, at + 1, is_written && !is_whole, keyword == "from", &common, found);
        }
    }
}

/// The names from a place on: one, or those of a list.
fn list(
    text: &str,
    tokens: &[Token],
    mut at: usize,
    is_written: bool,
    is_list: bool,
    common: &BTreeSet<String>,
    found: &mut BTreeSet<Mention>,
) {
    loop {
        while tokens
            .get(at)
            .is_some_and(|it| ["only", "lateral", "table"].iter().any(|word| it.is_word(text, word)))
        {
            at += 1;
        }
        if let Some((schema, name, next)) = name(text, tokens, at) {
            let is_call = tokens.get(next).is_some_and(|token| token.is_symbol(text, b'(')) && !is_written;
            let is_common = schema.is_none() && common.contains(&name);
            let is_keyword = schema.is_none() && (name == "select" || name == "set");
            if !is_call && !is_common && !is_keyword {
                found.insert(Mention { schema, name, is_written });
            }
            at = next;
        }
        if !is_list {
            return;
        }
        // To the next comma of this list.
        let mut depth = 0_usize;
        loop {
            let Some(token) = tokens.get(at) else { return };
            if token.is_symbol(text, b'(') {
                depth += 1;
            } else if token.is_symbol(text, b')') {
                let Some(outer) = depth.checked_sub(1) else { return };
                depth = outer;
            } else if depth == 0 {
                let ends = |word: &&str| token.is_word(text, word);
                if token.is_symbol(text, b';') || ENDS.iter().any(ends) {
                    return;
                }
                if token.is_symbol(text, b',') {
                    at += 1;
                    break;
                }
            }
            at += 1;
        }
    }
}

/// A name with or without its schema, and the place behind it.
fn name(text: &str, tokens: &[Token], at: usize) -> Option<(Option<String>, String, usize)> {
    let first = part(text, tokens.get(at)?)?;
    let is_dot = |at: usize| tokens.get(at).is_some_and(|token| token.is_symbol(text, b'.'));
    match tokens.get(at + 2).filter(|_| is_dot(at + 1)).and_then(|token| part(text, token)) {
        Some(second) => Some((Some(first), second, at + 3)),
        None => Some((None, first, at + 1)),
    }
}

/// A part of a name as the server keeps it.
fn part(text: &str, token: &Token) -> Option<String> {
    let written = token.text(text);
    match token.kind {
        TokenKind::Word => Some(written.to_lowercase()),
        TokenKind::QuotedIdentifier => {
            Some(written.strip_prefix('"')?.strip_suffix('"')?.replace("\"\"", "\""))
        }
        _ => None,
    }
}

/// The names that WITH gives to queries: those before AS and a parenthesis.
fn common(text: &str, tokens: &[Token]) -> BTreeSet<String> {
    if !tokens.iter().any(|token| token.is_word(text, "with")) {
        return BTreeSet::new();
    }
    let named = (1..tokens.len()).filter(|at| tokens[*at].is_word(text, "as")).filter_map(|at| {
        let mut next = at + 1;
        while tokens.get(next).is_some_and(|it| it.is_word(text, "not") || it.is_word(text, "materialized")) {
            next += 1;
        }
        if !tokens.get(next)?.is_symbol(text, b'(') {
            return None;
        }
        // Past the names of its columns.
        let mut name = at - 1;
        if tokens[name].is_symbol(text, b')') {
            name = (0..name).rev().find(|at| tokens[*at].is_symbol(text, b'('))?.checked_sub(1)?;
        }
        part(text, &tokens[name])
    });
    named.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relations_are_told_from_variables_functions_texts_and_comments() {
        let cases: &[(&str, &str)] = &[
            (
                "SELECT * FROM s.cue c JOIN \"Big\" ON true, other AS o WHERE x IN (SELECT y FROM z)",
                "Big other s.cue z",
            ),
            ("DECLARE cue s.cue; BEGIN SELECT * INTO cue FROM s.cue c; RETURN cue.id; END", "s.cue"),
            ("BEGIN SELECT a, b INTO STRICT one, two FROM t; END", "t"),
            ("BEGIN RAISE EXCEPTION 'cannot read from cue'; END", ""),
            ("SELECT 1 -- FROM a\n/* FROM b */", ""),
            ("INSERT INTO t (a) SELECT a FROM u ON CONFLICT DO UPDATE SET a = 1", "t! u"),
            ("UPDATE only t SET a = 1 FROM u, v WHERE true", "t! u v"),
            ("DELETE FROM s.t USING u WHERE true; SELECT 1 FROM w FOR UPDATE OF w", "s.t! u w"),
            ("SELECT extract(year FROM day), a IS DISTINCT FROM b FROM f(1) AS g, t", "t"),
            ("WITH a AS (SELECT * FROM t), b (x) AS MATERIALIZED (TABLE u) SELECT * FROM a, b", "t u"),
            ("BEGIN EXECUTE format('DELETE FROM %I.t', s); RAISE 'from x'; END", ""),
            ("BEGIN EXECUTE 'SELECT n FROM t WHERE a = ''x'''; RAISE 'from x'; END", "t"),
            ("BEGIN EXECUTE $q$DELETE FROM s.t$q$; FETCH FROM rows INTO one; END", "s.t!"),
            ("MERGE INTO t USING u ON true WHEN MATCHED THEN UPDATE SET a = 1; TRUNCATE TABLE v", "t! u v!"),
            ("a = 'open", ""),
        ];
        for (text, expected) in cases {
            let mut found: Vec<String> = relations(text)
                .iter()
                .map(|Mention { schema, name, is_written }| {
                    let schema = schema.as_ref().map(|schema| format!("{schema}.")).unwrap_or_default();
                    format!("{schema}{name}{}", if *is_written { "!" } else { "" })
                })
                .collect();
            found.sort();
            assert_eq!(found.join(" "), *expected, "{text}");
        }
    }

    #[test]
    fn a_call_is_a_name_before_a_parenthesis() {
        assert!(calls("a = mine()", "mine") && calls("\"Mine\" (1)", "Mine"));
        assert!(!calls("role = 'x'", "role") && !calls("yours()", "ours") && !calls("f()", ""));
    }
}
