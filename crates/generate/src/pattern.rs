//! Strings that match a regular expression: literals, classes, groups, alternation, quantifiers and anchors.
//! What looks around or refers back is not understood.

use crate::chance::Chance;

/// The longest string that is worth a try.
const LONGEST: usize = 4_000;

/// A piece of a pattern with how often it comes.
#[derive(Clone, Debug)]
struct Piece {
    atom: Atom,
    least: usize,
    most: Option<usize>,
}

#[derive(Clone, Debug)]
enum Atom {
    /// One of these characters.
    Class(Vec<char>),
    /// One of these branches.
    Group(Vec<Vec<Piece>>),
}

/// A string that the pattern matches: each quantifier is met with `extra` repetitions more than it asks for.
/// Nothing when the pattern is beyond us.
pub(crate) fn matching(pattern: &str, extra: usize, chance: &mut Chance) -> Option<String> {
    let mut parser = Parser { letters: pattern.chars().collect(), at: 0 };
    let branches = parser.branches()?;
    if parser.at < parser.letters.len() {
        return None;
    }
    let mut text = String::new();
    write(&branches, extra, chance, &mut text);
    (text.chars().count() <= LONGEST).then_some(text)
}

/// The regular expression of a LIKE pattern, or of one for SIMILAR TO.
pub(crate) fn of_like(pattern: &str, similar: bool) -> String {
    let mut regular = String::from("^");
    let mut letters = pattern.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '%' => regular.push_str(".*"),
            '_' => regular.push('.'),
            '\\' => regular.extend(letters.next().map(|next| format!("\\{next}"))),
            _ if !similar && !letter.is_alphanumeric() && letter.is_ascii() => {
                regular.extend(['\\', letter]);
            }
            _ => regular.push(letter),
        }
    }
    regular.push('$');
    regular
}

fn write(branches: &[Vec<Piece>], extra: usize, chance: &mut Chance, text: &mut String) {
    let Some(branch) = branches.get(chance.below(branches.len())) else { return };
    for piece in branch {
        let wanted = piece.least + if piece.most == Some(piece.least) { 0 } else { extra };
        let times = piece.most.map_or(wanted, |most| wanted.min(most));
        for _ in 0..times {
            if text.len() > LONGEST {
                return;
            }
            match &piece.atom {
                Atom::Class(letters) => text.extend(letters.get(chance.below(letters.len()))),
                Atom::Group(branches) => write(branches, extra, chance, text),
            }
        }
    }
}

struct Parser {
    letters: Vec<char>,
    at: usize,
}

impl Parser {
    fn peek(&self) -> Option<char> {
        self.letters.get(self.at).copied()
    }

    fn take(&mut self) -> Option<char> {
        let letter = self.peek()?;
        self.at += 1;
        Some(letter)
    }

    fn take_if(&mut self, letter: char) -> bool {
        let fits = self.peek() == Some(letter);
        self.at += usize::from(fits);
        fits
    }

    fn branches(&mut self) -> Option<Vec<Vec<Piece>>> {
        let mut branches = vec![Vec::new()];
        while let Some(letter) = self.peek() {
            match letter {
                ')' => break,
                '|' => {
                    self.at += 1;
                    branches.push(Vec::new());
                }
                _ => {
                    if let Some(atom) = self.atom()? {
                        let (least, most) = self.quantifier()?;
                        branches.last_mut()?.push(Piece { atom, least, most });
                    }
                }
            }
        }
        Some(branches)
    }

    /// The next atom; an anchor is none.
    fn atom(&mut self) -> Option<Option<Atom>> {
        let one = |letter: char| Some(Some(Atom::Class(vec![letter])));
        match self.take()? {
            '^' | '$' => Some(None),
            '.' => Some(Some(Atom::Class(ordinary().collect()))),
            '[' => self.class().map(|letters| Some(Atom::Class(letters))),
            '(' => {
                if self.take_if('?') && !self.take_if(':') {
                    return None;
                }
                let branches = self.branches()?;
                self.take_if(')').then_some(Some(Atom::Group(branches)))
            }
            '\\' => match self.take()? {
                'm' | 'M' | 'y' | 'Y' | 'A' | 'Z' | 'b' | 'B' => Some(None),
                '1'..='9' => None,
                letter => match shorthand(letter) {
                    Some(letters) => Some(Some(Atom::Class(letters))),
                    None => one(escaped(letter)),
                },
            },
            '*' | '+' | '?' => None,
            letter => one(letter),
        }
    }

    fn quantifier(&mut self) -> Option<(usize, Option<usize>)> {
        let bounds = match self.peek() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => {
                self.at += 1;
                let least = self.number()?;
                let most = if self.take_if(',') { self.number() } else { Some(least) };
                if self.peek() != Some('}') {
                    return None;
                }
                (least, most)
            }
            _ => return Some((1, Some(1))),
        };
        self.at += 1;
        // A question mark after a quantifier makes it lazy, which does not matter here.
        self.take_if('?');
        Some(bounds)
    }

    fn number(&mut self) -> Option<usize> {
        let begin = self.at;
        while self.peek().is_some_and(|letter| letter.is_ascii_digit()) {
            self.at += 1;
        }
        self.letters[begin..self.at].iter().collect::<String>().parse().ok()
    }

    /// What stands between brackets.
    fn class(&mut self) -> Option<Vec<char>> {
        let negated = self.take_if('^');
        let mut letters = Vec::new();
        let mut first = true;
        loop {
            let letter = self.take()?;
            match letter {
                ']' if !first => break,
                '[' if self.take_if(':') => letters.extend(self.named_class()?),
                '\\' => {
                    let letter = self.take()?;
                    match shorthand(letter) {
                        Some(more) => letters.extend(more),
                        None => letters.push(escaped(letter)),
                    }
                }
                _ => letters.extend(self.range(letter)?),
            }
            first = false;
        }
        if negated {
            letters = ordinary().filter(|letter| !letters.contains(letter)).collect();
        }
        (!letters.is_empty()).then_some(letters)
    }

    /// A character of a class, or a range of them.
    fn range(&mut self, from: char) -> Option<Vec<char>> {
        let next = self.letters.get(self.at + 1).copied();
        if self.peek() != Some('-') || next.is_none_or(|next| next == ']') {
            return Some(vec![from]);
        }
        self.at += 1;
        let to = match self.take()? {
            '\\' => escaped(self.take()?),
            letter => letter,
        };
        Some((from..=to).take(500).collect())
    }

    fn named_class(&mut self) -> Option<Vec<char>> {
        let begin = self.at;
        while self.take()? != ':' {}
        let name: String = self.letters[begin..self.at - 1].iter().collect();
        if !self.take_if(']') {
            return None;
        }
        let is = |fits: fn(char) -> bool| Some(printable().filter(|letter| fits(*letter)).collect());
        match name.as_str() {
            "alpha" => is(|letter| letter.is_ascii_alphabetic()),
            "alnum" => is(|letter| letter.is_ascii_alphanumeric()),
            "digit" => is(|letter| letter.is_ascii_digit()),
            "lower" => is(|letter| letter.is_ascii_lowercase()),
            "upper" => is(|letter| letter.is_ascii_uppercase()),
            "xdigit" => is(|letter| letter.is_ascii_hexdigit()),
            "punct" => is(|letter| letter.is_ascii_punctuation()),
            "graph" | "print" => is(|letter| letter != ' '),
            "space" | "blank" => Some(vec![' ', '\t']),
            _ => None,
        }
    }
}

/// Letters and digits: what any text may hold.
fn ordinary() -> impl Iterator<Item = char> {
    ('a'..='z').chain('0'..='9').chain('A'..='Z').chain(['_', '-', '#', ' '])
}

fn printable() -> impl Iterator<Item = char> {
    ' '..='~'
}

fn shorthand(letter: char) -> Option<Vec<char>> {
    Some(match letter {
        'd' => ('0'..='9').collect(),
        'w' => ('a'..='z').chain('0'..='9').collect(),
        's' => vec![' '],
        'D' | 'S' | 'W' => match letter {
            'W' => vec!['-', '.'],
            _ => ('a'..='z').collect(),
        },
        _ => return None,
    })
}

fn escaped(letter: char) -> char {
    match letter {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_is_found_for_each_common_form() {
        let cases = [
            ("^[0-9a-f]{64}$", 64, 64),
            ("^#[0-9A-Fa-f]{6}$", 7, 7),
            ("^enc:v[0-9]+:.+", 7, 30),
            (r"^(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z-]+)?$", 3, 30),
            ("^[^@[:space:]]+@[^@[:space:]]+\\.[^@[:space:]]+$", 5, 40),
            (r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*){1,2}$", 3, 60),
            (r"\S", 1, 1),
            ("^(?:red|green|blue)$", 3, 5),
            ("^[A-Z]{2,3}-?[0-9]+$", 3, 30),
            ("^a{2,}$", 2, 20),
            ("^[]x-]$", 1, 1),
        ];
        for (pattern, least, most) in cases {
            for extra in [0, 5] {
                let text =
                    matching(pattern, extra, &mut Chance::new(3)).unwrap_or_else(|| panic!("{pattern}"));
                assert!((least..=most).contains(&text.len()), "{pattern}: {text}");
            }
        }
    }

    #[test]
    fn exact_strings_come_out_as_they_are() {
        let cases = [("^abc$", "abc"), (r"^a\.b\\$", "a.b\\"), ("^a{3}$", "aaa"), ("^(ab){2}$", "abab")];
        for (pattern, expected) in cases {
            assert_eq!(matching(pattern, 4, &mut Chance::new(0)).as_deref(), Some(expected), "{pattern}");
        }
    }

    #[test]
    fn what_is_not_understood_gives_nothing() {
        for pattern in ["(?=a)b", r"(a)\1", "[", "(", "a)", "*", "[[:nonsense:]]", "a{x}"] {
            assert_eq!(matching(pattern, 0, &mut Chance::new(0)), None, "{pattern}");
        }
    }

    #[test]
    fn like_patterns_become_regular_expressions() {
        assert_eq!(of_like("a_b%", false), "^a.b.*$");
        assert_eq!(of_like(r"50\%.", false), r"^50\%\.$");
        assert_eq!(of_like("(a|b)%", true), "^(a|b).*$");
    }
}
