//! What a text asks of the rows of each table that it names, all of it at once.

use std::collections::{BTreeMap, BTreeSet};

use bulkhead_connect::quote_literal;

use super::regions::{Regions, matching};
use super::shown::by_row;
use super::tokens::{Name, Token, tokens};

/// What a column has to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A constant, as SQL.
    Is(String),
    /// Anything but a constant.
    Not(String),
    Null,
    NotNull,
    /// Before a moment: so many steps from now.
    Before(i8),
    After(i8),
    /// A range that holds the present.
    AroundNow,
    /// A list that holds a constant.
    Holds(String),
    /// More than a number.
    Above(i64),
    Below(i64),
    /// A text of these parts.
    Made(Vec<Part>),
}

/// A part of a text that is put together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) enum Part {
    Text(String),
    Column(Name),
}

/// All that a text asks.
#[derive(Debug, Default)]
pub(super) struct Conditions {
    pub wanted: Vec<(Name, Wanted)>,
    /// Columns that have to be the same.
    pub pairs: Vec<(Name, Name)>,
    /// Columns that have to be what an argument, a variable or a setting is.
    pub compared: Vec<Name>,
    /// Which tables an alias stands for; of a table its own name, too.
    pub aliases: BTreeMap<String, BTreeSet<String>>,
    /// Tables of which no row may be there.
    pub absent: BTreeSet<String>,
    /// Tables into which rows are inserted and from which none is read.
    pub inserted: BTreeSet<String>,
    /// Tables from which rows are deleted.
    pub deleted: BTreeSet<String>,
    /// The columns by which rows are put in order, and whether the last come first.
    pub ordered: Vec<(Name, bool)>,
    /// Whether only the first rows count.
    pub takes_first: bool,
}

/// A value that a column is compared with.
enum Value {
    Constant(String),
    Number(i64),
    /// Now, or so many steps from it.
    Moment(i8),
    Column(Name),
    Made(Vec<Part>),
    Other,
}

/// Functions and words that mean the present.
const NOW: &[&str] = &[
    "now",
    "current_date",
    "current_timestamp",
    "localtimestamp",
    "clock_timestamp",
    "statement_timestamp",
    "transaction_timestamp",
];

/// What stands before a column that is a condition by itself, and behind it.
const OPENS: &[&str] = &["and", "or", "not", "where", "on", "when", "if", "elsif"];
const CLOSES: &[&str] =
    &["and", "or", "then", "group", "order", "limit", "for", "returning", "loop", "union", "having"];

/// Reads a text.
pub(super) fn conditions(text: &str) -> Conditions {
    let tokens = tokens(text);
    let regions = Regions::of(&tokens);
    let mut found = Conditions {
        aliases: regions.aliases.clone(),
        absent: regions.absent.clone(),
        inserted: regions.inserted.clone(),
        deleted: deleted(&tokens),
        ordered: regions.ordered.clone(),
        takes_first: takes_first(&tokens),
        ..Conditions::default()
    };
    for at in (0..tokens.len()).filter(|at| regions.counts(*at)) {
        if let Token::Name(name) = &tokens[at] {
            found.of_name(&tokens, at, name);
        } else {
            found.reversed(&tokens, at);
        }
    }
    by_row(&mut found, &tokens);
    found
}

/// The tables behind DELETE FROM.
fn deleted(tokens: &[Token]) -> BTreeSet<String> {
    let table = |three: &[Token]| match three {
        [delete, from, Token::Name(name)] if delete.is_word("delete") && from.is_word("from") => {
            Some(name.column.clone())
        }
        _ => None,
    };
    tokens.windows(3).filter_map(table).collect()
}

/// Whether only the first rows count: by LIMIT, or because a variable holds one.
fn takes_first(tokens: &[Token]) -> bool {
    let is_variable = |pair: &[Token]| pair[1].is_word("into") && !pair[0].is_word("insert");
    tokens.iter().any(|it| it.is_word("limit")) || tokens.windows(2).any(is_variable)
}

impl Conditions {
    fn want(&mut self, name: &Name, wanted: Wanted) {
        self.wanted.push((name.clone(), wanted));
    }

    /// `column operator value`, and columns that are conditions by themselves.
    fn of_name(&mut self, tokens: &[Token], at: usize, name: &Name) {
        let word = |at: usize, word: &str| tokens.get(at).is_some_and(|it| it.is_word(word));
        match tokens.get(at + 1) {
            Some(Token::Sign(sign)) if is_comparison(sign) => self.compare(tokens, at + 2, name, sign),
            Some(Token::Word(is)) if is == "is" => {
                let is_not = word(at + 2, "not");
                let behind = at + 2 + usize::from(is_not);
                match tokens.get(behind) {
                    Some(Token::Word(it)) if it == "null" => {
                        self.want(name, if is_not { Wanted::NotNull } else { Wanted::Null });
                    }
                    Some(Token::Word(it)) if it == "true" || it == "false" => {
                        self.want(name, Wanted::Is(((it == "true") != is_not).to_string()));
                    }
                    Some(Token::Word(it)) if it == "distinct" => {
                        self.compare(tokens, behind + 2, name, if is_not { "=" } else { "<>" });
                    }
                    _ => {}
                }
            }
            Some(Token::Word(it)) if it == "in" => self.listed(tokens, at + 2, name, true),
            Some(Token::Word(it)) if it == "not" && word(at + 2, "in") => {
                self.listed(tokens, at + 3, name, false);
            }
            Some(Token::Word(it)) if it == "between" => {
                if let Some((Value::Moment(from), _)) = value(tokens, at + 2) {
                    self.want(name, Wanted::After(from));
                    self.want(name, Wanted::Before(from.saturating_add(1)));
                }
            }
            Some(Token::Word(it)) if it == "like" || it == "ilike" => match value(tokens, at + 2) {
                Some((Value::Made(parts), _)) => self.want(name, Wanted::Made(parts)),
                Some((Value::Column(other), _)) => self.pairs.push((name.clone(), other)),
                _ => {}
            },
            behind => {
                let before = at.checked_sub(1).and_then(|at| tokens.get(at));
                let is_opened = matches!(before, Some(Token::Word(it)) if OPENS.contains(&it.as_str()));
                let is_closed = match behind {
                    None => true,
                    Some(Token::Word(it)) => CLOSES.contains(&it.as_str()),
                    Some(other) => other.is_sign(")") || other.is_sign(";"),
                };
                // The end of BETWEEN … AND is none.
                let near = &tokens[at.saturating_sub(9)..at.saturating_sub(1)];
                let last = near.iter().rposition(|it| it.is_word("between") || it.is_word("and"));
                let is_end = last.is_some_and(|it| near[it].is_word("between"));
                if is_opened && is_closed && !is_end {
                    let is_not = before.is_some_and(|it| it.is_word("not"));
                    self.want(name, Wanted::Is((!is_not).to_string()));
                }
            }
        }
    }

    fn compare(&mut self, tokens: &[Token], at: usize, name: &Name, sign: &str) {
        let is_list = ["any", "all", "some"].iter().any(|it| tokens.get(at).is_some_and(|at| at.is_word(it)));
        if is_list {
            return self.listed(tokens, at + 1, name, sign == "=");
        }
        let Some((value, _)) = value(tokens, at) else { return };
        match (sign, value) {
            ("=", Value::Constant(it)) => self.want(name, Wanted::Is(it)),
            ("=", Value::Number(it)) => self.want(name, Wanted::Is(it.to_string())),
            ("=", Value::Column(other)) => {
                self.compared.push(name.clone());
                self.pairs.push((name.clone(), other));
            }
            ("=", Value::Made(parts)) => self.want(name, Wanted::Made(parts)),
            ("=", Value::Other) => self.compared.push(name.clone()),
            ("<>" | "!=", Value::Constant(it)) => self.want(name, Wanted::Not(it)),
            ("<>" | "!=", Value::Number(it)) => self.want(name, Wanted::Above(it)),
            ("<" | "<=", Value::Moment(it)) => self.want(name, Wanted::Before(it)),
            (">" | ">=" | "=", Value::Moment(it)) => self.want(name, Wanted::After(it)),
            ("<" | "<=", Value::Number(it)) => self.want(name, Wanted::Below(it)),
            (">" | ">=", Value::Number(it)) => self.want(name, Wanted::Above(it)),
            ("<" | "<=" | ">" | ">=", Value::Other) => self.want(name, Wanted::NotNull),
            ("@>", Value::Moment(_)) => self.want(name, Wanted::AroundNow),
            ("@>" | "&&", Value::Constant(it)) => self.want(name, Wanted::Holds(it)),
            _ => {}
        }
    }

    /// `value operator column`.
    fn reversed(&mut self, tokens: &[Token], at: usize) {
        let is_start = at == 0 || !matches!(tokens[at - 1], Token::Sign(ref it) if it != "(" && it != ",");
        let Some((value, next)) = value(tokens, at).filter(|_| is_start) else { return };
        let Some(Token::Sign(sign)) = tokens.get(next) else {
            // now() BETWEEN one AND other
            if let (Value::Moment(it), Some(Token::Name(from)), Some(Token::Name(to))) =
                (&value, tokens.get(next + 1), tokens.get(next + 3))
                && tokens.get(next).is_some_and(|it| it.is_word("between"))
            {
                self.want(from, Wanted::Before(*it));
                self.want(to, Wanted::After(*it));
            }
            return;
        };
        let in_list = tokens.get(next + 1).is_some_and(|it| it.is_word("any"));
        let Some(Token::Name(name)) = tokens.get(if in_list { next + 3 } else { next + 1 }) else { return };
        match (sign.as_str(), value) {
            ("=", Value::Constant(it)) if in_list => self.want(name, Wanted::Holds(it)),
            ("=", Value::Constant(it)) => self.want(name, Wanted::Is(it)),
            ("<" | "<=", Value::Moment(it)) => self.want(name, Wanted::After(it)),
            (">" | ">=", Value::Moment(it)) => self.want(name, Wanted::Before(it)),
            ("<@", Value::Moment(_)) => self.want(name, Wanted::AroundNow),
            ("=", Value::Other) => self.compared.push(name.clone()),
            _ => {}
        }
    }

    /// `column IN (…)`, `column = ANY (…)`, and their opposites.
    fn listed(&mut self, tokens: &[Token], open: usize, name: &Name, is_in: bool) {
        let Some(close) = matching(tokens, open) else { return };
        if tokens.get(open + 1).is_some_and(|it| it.is_word("select")) {
            let first = tokens[open..close].iter().find_map(|it| match it {
                Token::Name(name) => Some(name.clone()),
                _ => None,
            });
            if let (true, Some(other)) = (is_in, first) {
                self.compared.push(name.clone());
                self.pairs.push((name.clone(), other));
            }
            return;
        }
        for token in &tokens[open..close] {
            let constants: Vec<String> = match token {
                Token::Text(text) => {
                    let inner = text.strip_prefix('{').and_then(|it| it.strip_suffix('}'));
                    let parts: Vec<&str> =
                        inner.map_or_else(|| vec![text.as_str()], |it| it.split(',').collect());
                    parts.iter().map(|it| quote_literal(it.trim_matches('"'))).collect()
                }
                Token::Number(number) => vec![number.clone()],
                _ => Vec::new(),
            };
            for constant in constants {
                self.want(name, if is_in { Wanted::Is(constant) } else { Wanted::Not(constant) });
            }
        }
    }
}

fn is_comparison(sign: &str) -> bool {
    matches!(sign, "=" | "<>" | "!=" | "<" | "<=" | ">" | ">=" | "@>" | "&&")
}

/// The value that begins at a place, and where it ends.
fn value(tokens: &[Token], at: usize) -> Option<(Value, usize)> {
    let mut at = at;
    let mut open = 0_usize;
    while tokens.get(at)?.is_sign("(") && !tokens.get(at + 1)?.is_word("select") {
        at += 1;
        open += 1;
    }
    let (found, mut next) = match tokens.get(at)? {
        Token::Text(_) | Token::Name(_) if tokens.get(at + 1).is_some_and(|it| it.is_sign("||")) => {
            let (parts, next) = parts(tokens, at);
            (Value::Made(parts), next)
        }
        Token::Text(text) => (Value::Constant(quote_literal(text)), at + 1),
        Token::Number(number) => (number.parse().map_or(Value::Other, Value::Number), at + 1),
        Token::Name(name) if name.column.starts_with('$') => (Value::Other, at + 1),
        Token::Name(name) => (Value::Column(name.clone()), at + 1),
        Token::Word(word) if NOW.contains(&word.as_str()) => moment(tokens, at),
        Token::Word(word) if matches!(word.as_str(), "true" | "false") => {
            (Value::Constant(word.clone()), at + 1)
        }
        _ => (Value::Other, at + 1),
    };
    while open > 0 && tokens.get(next).is_some_and(|it| it.is_sign(")")) {
        next += 1;
        open -= 1;
    }
    Some((found, next))
}

/// Now, and what is added to it or taken away.
fn moment(tokens: &[Token], at: usize) -> (Value, usize) {
    let is = |at: usize, sign: &str| tokens.get(at).is_some_and(|it| it.is_sign(sign));
    let mut next = at + 1;
    if is(next, "(") && is(next + 1, ")") {
        next += 2;
    }
    if tokens.get(next).is_some_and(|it| it.is_word("at")) {
        next += 4;
    }
    let step = if is(next, "+") {
        1
    } else if is(next, "-") {
        -1
    } else {
        0
    };
    if step != 0 {
        next += if tokens.get(next + 1).is_some_and(|it| it.is_word("interval")) { 3 } else { 2 };
    }
    (Value::Moment(step), next)
}

/// The parts of a text that is put together, from a place on.
pub(in super::super) fn parts(tokens: &[Token], at: usize) -> (Vec<Part>, usize) {
    let mut parts = Vec::new();
    let mut at = at;
    loop {
        match tokens.get(at) {
            Some(Token::Text(text)) => parts.push(Part::Text(text.clone())),
            Some(Token::Name(name)) => parts.push(Part::Column(name.clone())),
            _ => return (parts, at),
        }
        at += 1;
        if !tokens.get(at).is_some_and(|it| it.is_sign("||")) {
            return (parts, at);
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let name = |name: &Name| match &name.of {
            Some(of) => format!("{of}.{}", name.column),
            None => name.column.clone(),
        };
        let found = conditions(text);
        let wanted = found.wanted.iter().map(|(of, wanted)| format!("{} {wanted:?}", name(of)));
        let pairs = found.pairs.iter().map(|(one, other)| format!("{} = {}", name(one), name(other)));
        let absent = found.absent.iter().map(|table| format!("no {table}"));
        wanted.chain(pairs).chain(absent).collect()
    }

    #[test]
    fn conditions_are_read_and_assignments_are_not() {
        let cases: &[(&str, &[&str])] = &[
            (
                "UPDATE d SET state = 'done' WHERE state = 'paid' AND NOT EXISTS (SELECT FROM c WHERE c.x = 'y')",
                &["state Is(\"'paid'\")", "no c"],
            ),
            (
                "IF NOT EXISTS (SELECT 1 FROM w WHERE w.kind = 'x') THEN RETURN; END IF;",
                &["w.kind Is(\"'x'\")"],
            ),
            ("IF EXISTS (SELECT 1 FROM w WHERE w.id = 3) THEN RAISE EXCEPTION 'no'; END IF;", &["no w"]),
            (
                "WHERE ((s.during @> now()) AND (s.ends > (now() - '01:00:00'::interval)) AND NOT s.held)",
                &["s.during AroundNow", "s.ends After(-1)", "s.held Is(\"false\")"],
            ),
            (
                "WHERE now() BETWEEN a.opens AND a.shuts AND a.parent IS NULL AND a.tries < 5",
                &["a.opens Before(0)", "a.shuts After(0)", "a.parent Null", "a.tries Below(5)"],
            ),
            (
                "WHERE x.kind IN ('a', 'b') AND 'z' = ANY (x.tags) AND x.region IN (SELECT o.region FROM o)",
                &["x.kind Is(\"'a'\")", "x.kind Is(\"'b'\")", "x.tags Holds(\"'z'\")", "x.region = o.region"],
            ),
            (
                "ON p.words LIKE '%then ' || n.name",
                &["p.words Made([Text(\"%then \"), Column(Name { of: Some(\"n\"), column: \"name\" })])"],
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(shown(text), *expected, "{text}");
        }
    }
}
