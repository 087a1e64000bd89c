//! A text of SQL as the parts that conditions are made of: names, constants and signs, without casts and without the
//! parentheses that a deparsed text is full of.

use std::iter::Peekable;
use std::str::CharIndices;

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) enum Token {
    /// A word of the language, or the name of a function that is called, in small letters.
    Word(String),
    /// A name, with what stands before its point.
    Name(Name),
    /// A constant in quotes.
    Text(String),
    /// A number.
    Number(String),
    /// An operator, a parenthesis, a comma.
    Sign(String),
}

/// A column as a text names it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in super::super) struct Name {
    /// The alias or table before the point.
    pub of: Option<String>,
    pub column: String,
}

/// Words that are no columns.
const WORDS: &str = " select from where and or not exists in is null true false any all some between like ilike join \
    left right inner outer full cross on using group order by having limit offset for update skip locked set insert \
    into values delete returning return query next begin end if then else elsif case when loop while raise exception \
    declare as with recursive union except intersect distinct array interval only lateral current_date \
    current_timestamp localtimestamp current_time at time zone do nothing conflict perform execute of materialized \
    over partition filter within nulls first last asc desc both leading trailing unknown trigger ";

/// Functions through which a column stays what it is.
const THROUGH: &[&str] = &["lower", "upper", "trim", "btrim", "coalesce", "ltrim", "rtrim"];

/// Types of more than one word.
const LONG_TYPES: &[&[&str]] =
    &[&["with", "time", "zone"], &["without", "time", "zone"], &["varying"], &["precision"]];

impl Token {
    pub(super) fn is_sign(&self, sign: &str) -> bool {
        matches!(self, Token::Sign(it) if it == sign)
    }

    pub(super) fn is_word(&self, word: &str) -> bool {
        matches!(self, Token::Word(it) if it == word)
    }
}

/// The tokens of a text.
pub(in super::super) fn tokens(text: &str) -> Vec<Token> {
    bare(named(&uncast(&signs(text))))
}

/// A text cut into signs; all words are names still.
fn signs(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut rest = text.char_indices().peekable();
    let name = |column: String| Token::Name(Name { of: None, column });
    while let Some((start, first)) = rest.next() {
        let is_part = |it: char| it.is_alphanumeric() || matches!(it, '_' | '$');
        if first.is_alphabetic() || matches!(first, '_' | '$') {
            let end = run(&mut rest, text, is_part);
            found.push(name(text[start..end].to_lowercase()));
        } else if first.is_ascii_digit() {
            let end = run(&mut rest, text, |it| it.is_ascii_alphanumeric() || it == '.');
            found.push(Token::Number(text[start..end].to_owned()));
        } else if text[start..].starts_with("--") {
            run(&mut rest, text, |it| it != '\n');
        } else if first == '\'' || first == '"' {
            let inner = quoted(&mut rest, first);
            found.push(if first == '"' { name(inner) } else { Token::Text(inner) });
        } else if "=<>!~@&|*:+-".contains(first) {
            let end = run(&mut rest, text, |it| "=<>!~@&|*:".contains(it));
            found.push(Token::Sign(text[start..end].to_owned()));
        } else if !first.is_whitespace() {
            found.push(Token::Sign(first.to_string()));
        }
    }
    found
}

/// Goes on while a condition holds; where it ended.
fn run(rest: &mut Peekable<CharIndices<'_>>, text: &str, holds: impl Fn(char) -> bool) -> usize {
    while rest.next_if(|(_, it)| holds(*it)).is_some() {}
    rest.peek().map_or(text.len(), |(at, _)| *at)
}

/// What stands in quotes, of which two stand for one.
fn quoted(rest: &mut Peekable<CharIndices<'_>>, quote: char) -> String {
    let mut inner = String::new();
    while let Some((_, next)) = rest.next() {
        if next == quote && rest.next_if(|(_, it)| *it == quote).is_none() {
            break;
        }
        inner.push(next);
    }
    inner
}

fn is_name(token: Option<&Token>, wanted: &str) -> bool {
    matches!(token, Some(Token::Name(name)) if name.column == wanted)
}

/// The same without casts.
fn uncast(tokens: &[Token]) -> Vec<Token> {
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if !tokens[at].is_sign("::") {
            kept.push(tokens[at].clone());
            at += 1;
            continue;
        }
        at += 2;
        while tokens.get(at).is_some_and(|it| it.is_sign(".")) {
            at += 2;
        }
        skip_long(tokens, &mut at);
        if tokens.get(at).is_some_and(|it| it.is_sign("("))
            && matches!(tokens.get(at + 1), Some(Token::Number(_)))
        {
            at += tokens[at..].iter().position(|it| it.is_sign(")")).unwrap_or(0) + 1;
            skip_long(tokens, &mut at);
        }
        while tokens.get(at).is_some_and(|it| it.is_sign("["))
            && tokens.get(at + 1).is_some_and(|it| it.is_sign("]"))
        {
            at += 2;
        }
    }
    kept
}

/// Passes the further words of a type.
fn skip_long(tokens: &[Token], at: &mut usize) {
    for words in LONG_TYPES {
        if words.iter().enumerate().all(|(place, word)| is_name(tokens.get(*at + place), word)) {
            *at += words.len();
        }
    }
}

/// The same with the words of the language told from names, and names joined at their points.
fn named(tokens: &[Token]) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Token::Name(first) = &tokens[at] else {
            found.push(tokens[at].clone());
            at += 1;
            continue;
        };
        let mut parts = vec![first.column.clone()];
        at += 1;
        while let (Some(true), Some(Token::Name(next))) =
            (tokens.get(at).map(|it| it.is_sign(".")), tokens.get(at + 1))
        {
            parts.push(next.column.clone());
            at += 2;
        }
        let column = parts.pop().unwrap_or_default();
        let of = parts.pop();
        let is_call = tokens.get(at).is_some_and(|it| it.is_sign("("));
        let is_word = of.is_none() && WORDS.contains(&format!(" {column} "));
        let is_listed = found.last().is_some_and(|it| it.is_word("into") || it.is_word("join"));
        found.push(match is_word || is_call && !is_listed {
            true => Token::Word(column),
            false => Token::Name(Name { of, column }),
        });
    }
    found
}

/// The same without parentheses around single names, and without functions that leave a name what it is.
fn bare(mut tokens: Vec<Token>) -> Vec<Token> {
    loop {
        let before = tokens.len();
        let mut kept: Vec<Token> = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let is_single = tokens[at].is_sign("(") && matches!(tokens.get(at + 1), Some(Token::Name(_)));
            let end = match (is_single, tokens.get(at + 2), tokens.get(at + 3), tokens.get(at + 4)) {
                (true, Some(close), ..) if close.is_sign(")") => 3,
                (
                    true,
                    Some(comma),
                    Some(Token::Text(_) | Token::Number(_) | Token::Word(_)),
                    Some(close),
                ) if comma.is_sign(",") && close.is_sign(")") => 5,
                _ => 0,
            };
            let by = match kept.last() {
                Some(Token::Word(word)) => Some(word.clone()),
                _ => None,
            };
            let by = by.as_deref();
            let is_through = by.is_some_and(|it| THROUGH.contains(&it));
            let is_plain = end == 3
                && by.is_none_or(|it| matches!(it, "and" | "or" | "not" | "where" | "on" | "when" | "if"))
                && !matches!(kept.last(), Some(Token::Name(_)));
            if end > 0 && (is_through || is_plain) {
                if is_through {
                    kept.pop();
                }
                kept.push(tokens[at + 1].clone());
                at += end;
            } else {
                kept.push(tokens[at].clone());
                at += 1;
            }
        }
        tokens = kept;
        if tokens.len() == before {
            return tokens;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let part = |token: &Token| match token {
            Token::Word(it) | Token::Number(it) | Token::Sign(it) => it.clone(),
            Token::Text(it) => format!("'{it}'"),
            Token::Name(Name { of: Some(of), column }) => format!("<{of}.{column}>"),
            Token::Name(Name { of: None, column }) => format!("<{column}>"),
        };
        tokens(text).iter().map(part).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn casts_and_needless_parentheses_are_left_out() {
        for (text, expected) in [
            ("(((r.status)::text = 'open'::text) AND (r.x))", "( ( <r.status> = 'open' ) and <r.x> )"),
            ("lower(a.\"Code\") = $1", "<a.Code> = <$1>"),
            ("due < (now() - '01:00:00'::interval) -- late", "<due> < ( now ( ) - '01:00:00' )"),
            (
                "x::timestamp(3) without time zone <> ALL (ARRAY['a'::character varying])",
                "<x> <> all ( array [ 'a' ] )",
            ),
            ("FROM app.runs n WHERE NOT coalesce(n.done, false)", "from <app.runs> <n> where not <n.done>"),
        ] {
            assert_eq!(shown(text), expected);
        }
    }
}
