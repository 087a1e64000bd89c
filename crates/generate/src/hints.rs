//! What an expression compares with: the literals in a CHECK constraint tell which values it may like.

use crate::pattern;

/// Literals of an expression, in the order in which they stand there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Hints {
    /// Strings.
    pub(crate) texts: Vec<String>,
    /// Regular expressions.
    pub(crate) patterns: Vec<String>,
    /// Numbers, as they are written.
    pub(crate) numbers: Vec<String>,
}

/// A token of an expression as the server prints it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    /// A keyword or a name; quotes are taken off.
    Word(String),
    /// A string literal.
    Text(String),
    /// A number.
    Number(String),
    /// An operator or a single other character.
    Symbol(String),
}

const OPERATOR: &str = "+-*/<>=~!@#%^&|`?:";

/// The tokens of an expression.
pub(crate) fn tokens(expression: &str) -> Vec<Token> {
    let letters: Vec<char> = expression.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(&letter) = letters.get(at) {
        let begin = at;
        at += 1;
        match letter {
            _ if letter.is_whitespace() => {}
            '\'' => {
                let escapes = tokens.last() == Some(&Token::Word("E".to_owned()));
                if escapes {
                    tokens.pop();
                }
                tokens.push(Token::Text(quoted(&letters, &mut at, '\'', escapes)));
            }
            '"' => tokens.push(Token::Word(quoted(&letters, &mut at, '"', false))),
            _ if letter.is_ascii_digit() => {
                let goes_on = |letter: char| letter.is_ascii_digit() || letter == '.';
                at = end(&letters, at, goes_on);
                tokens.push(Token::Number(letters[begin..at].iter().collect()));
            }
            _ if letter.is_alphabetic() || letter == '_' => {
                at = end(&letters, at, |letter| letter.is_alphanumeric() || letter == '_' || letter == '$');
                tokens.push(Token::Word(letters[begin..at].iter().collect()));
            }
            _ if OPERATOR.contains(letter) => {
                at = end(&letters, at, |letter| OPERATOR.contains(letter));
                tokens.push(Token::Symbol(letters[begin..at].iter().collect()));
            }
            _ => tokens.push(Token::Symbol(letter.to_string())),
        }
    }
    tokens
}

fn end(letters: &[char], from: usize, goes_on: impl Fn(char) -> bool) -> usize {
    from + letters[from..].iter().take_while(|letter| goes_on(**letter)).count()
}

/// What stands in quotes; `at` is behind the opening one and comes to stand behind the closing one.
fn quoted(letters: &[char], at: &mut usize, quote: char, escapes: bool) -> String {
    let mut text = String::new();
    while let Some(&letter) = letters.get(*at) {
        *at += 1;
        if letter == quote {
            if letters.get(*at) != Some(&quote) {
                break;
            }
            *at += 1;
        }
        let escaped = letters.get(*at).filter(|_| escapes && letter == '\\');
        match escaped {
            Some(&next) => {
                *at += 1;
                text.push(match next {
                    'n' => '\n',
                    't' => '\t',
                    other => other,
                });
            }
            None => text.push(letter),
        }
    }
    text
}

impl Hints {
    /// The hints in an expression.
    pub(crate) fn of(expression: &str) -> Hints {
        let tokens = tokens(expression);
        let mut hints = Hints::default();
        for (index, token) in tokens.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|index| tokens.get(index));
            match token {
                Token::Number(number) => {
                    hints.number(number);
                    if before == Some(&Token::Symbol("-".to_owned())) {
                        hints.number(&format!("-{number}"));
                    }
                }
                Token::Text(text) => hints.text(text, &tokens[..index]),
                _ => {}
            }
        }
        hints
    }

    /// Adds the hints of another expression.
    pub(crate) fn merge(&mut self, other: Hints) {
        other.texts.into_iter().for_each(|text| push(&mut self.texts, text));
        other.patterns.into_iter().for_each(|text| push(&mut self.patterns, text));
        other.numbers.into_iter().for_each(|text| push(&mut self.numbers, text));
    }

    fn number(&mut self, number: &str) {
        push(&mut self.numbers, number.to_owned());
    }

    fn text(&mut self, text: &str, before: &[Token]) {
        let symbol = before.iter().rev().find_map(|token| match token {
            Token::Symbol(symbol) if symbol == "(" => None,
            Token::Symbol(symbol) => Some(symbol.as_str()),
            Token::Word(word) if word == "similar_to_escape" => Some("similar"),
            _ => Some(""),
        });
        match symbol {
            Some("~" | "~*") => push(&mut self.patterns, text.to_owned()),
            Some("~~" | "~~*") => push(&mut self.patterns, pattern::of_like(text, false)),
            Some("similar") => push(&mut self.patterns, pattern::of_like(text, true)),
            _ => {
                if text.parse::<f64>().is_ok_and(f64::is_finite) {
                    self.number(text);
                }
                if text.contains(['[', '\\', '^', '$']) {
                    push(&mut self.patterns, text.to_owned());
                }
                push(&mut self.texts, text.to_owned());
                self.elements(text);
            }
        }
    }

    /// The elements of a literal such as `{a,b}`.
    fn elements(&mut self, text: &str) {
        let Some(inner) = text.strip_prefix('{').and_then(|text| text.strip_suffix('}')) else { return };
        if !inner.contains([':', '{']) {
            for element in inner.split(',') {
                let element = element.trim_matches('"').to_owned();
                if element.parse::<f64>().is_ok() {
                    push(&mut self.numbers, element.clone());
                }
                push(&mut self.texts, element);
            }
        }
    }
}

/// The constant that a column has by default, if it is one.
pub(crate) fn constant(default: &str) -> Option<String> {
    match tokens(default).as_slice() {
        [Token::Text(text)] => Some(text.clone()),
        [Token::Text(text), Token::Symbol(cast), ..] if cast == "::" => Some(text.clone()),
        [Token::Number(number)] => Some(number.clone()),
        [Token::Word(word)] if word == "true" || word == "false" => Some(word.clone()),
        [Token::Symbol(open), Token::Number(number), Token::Symbol(close), Token::Symbol(cast), ..]
            if open == "(" && close == ")" && cast == "::" =>
        {
            Some(number.clone())
        }
        _ => None,
    }
}

/// Whether an expression mentions a name.
pub(crate) fn mentions(expression: &str, name: &str) -> bool {
    tokens(expression).iter().any(|token| matches!(token, Token::Word(word) if word == name))
}

fn push(list: &mut Vec<String>, text: String) {
    if !list.contains(&text) {
        list.push(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_are_found_by_what_they_are() {
        let list = |texts: &[&str]| texts.iter().map(ToString::to_string).collect::<Vec<_>>();
        type Texts = &'static [&'static str];
        let cases: [(&str, Texts, Texts, Texts); 10] = [
            ("(a = ANY (ARRAY['x'::text, 'it''s'::text]))", &["x", "it's"], &[], &[]),
            ("((a)::text ~ '^[0-9]+$'::text)", &[], &["^[0-9]+$"], &[]),
            ("(a ~~ 'x%'::text)", &[], &["^x.*$"], &[]),
            ("((a >= 1) AND (a <= 2.5))", &[], &[], &["1", "2.5"]),
            ("(a > ('-1'::integer)::numeric)", &["-1"], &[], &["-1"]),
            ("(a > (- 3))", &[], &[], &["3", "-3"]),
            ("(a = ANY ('{x,\"y\"}'::text[]))", &["{x,\"y\"}", "x", "y"], &[], &[]),
            ("(jsonb_typeof(a) = 'array'::text)", &["array"], &[], &[]),
            ("(a <> E'b\\\\c'::text)", &["b\\c"], &["b\\c"], &[]),
            ("(a ~ similar_to_escape('(a|b)_'::text))", &[], &["^(a|b).$"], &[]),
        ];
        for (expression, texts, patterns, numbers) in cases {
            let expected = Hints { texts: list(texts), patterns: list(patterns), numbers: list(numbers) };
            assert_eq!(Hints::of(expression), expected, "{expression}");
        }
    }

    #[test]
    fn only_constants_are_taken_from_a_default() {
        let cases = [
            ("'active'::character varying", Some("active")),
            ("0", Some("0")),
            ("true", Some("true")),
            ("'{}'::jsonb", Some("{}")),
            ("(0)::numeric", Some("0")),
            ("now()", None),
            ("(now() + '1 day'::interval)", None),
            ("nextval('x_id_seq'::regclass)", None),
        ];
        for (default, expected) in cases {
            assert_eq!(constant(default).as_deref(), expected, "{default}");
        }
    }

    #[test]
    fn a_name_is_mentioned_outside_of_strings_only() {
        assert!(mentions("(lower(\"e mail\") = 'x')", "e mail"));
        assert!(!mentions("(other = 'name')", "name"));
    }
}
