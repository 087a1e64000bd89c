//! Colour, where it is wanted, and lines that fit the terminal.

use std::io::IsTerminal;

use crate::args::Color;

/// Whether to colour, and how wide lines may be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paint {
    /// Colour is wanted.
    pub on: bool,
    /// The columns of the terminal; `None` where there is none, and lines are as long as they are.
    pub width: Option<usize>,
}

/// A terminal narrower than this is left to break lines itself.
const NARROW: usize = 40;

impl Paint {
    pub fn for_stdout(color: Color) -> Paint {
        let paint = Paint::choose(color, std::io::stdout().is_terminal());
        let width = terminal_size::terminal_size_of(std::io::stdout()).map(|(width, _)| usize::from(width.0));
        Paint { width: width.filter(|width| *width >= NARROW), ..paint }
    }

    pub fn for_stderr(color: Color) -> Paint {
        Paint::choose(color, std::io::stderr().is_terminal())
    }

    fn choose(color: Color, terminal: bool) -> Paint {
        let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Paint { on: color == Color::Always || (color == Color::Auto && terminal && !refused), width: None }
    }

    /// Words that begin in the column `from`, broken where the terminal ends; what is broken off begins in the column
    /// `indent`. Words longer than a line, and statements that are to be copied, are better left whole.
    pub fn wrapped(self, text: &str, from: usize, indent: usize) -> String {
        let Some(width) = self.width else { return text.to_owned() };
        let mut lines = String::new();
        let mut at = from;
        for (place, word) in text.split(' ').enumerate() {
            let length = word.chars().count();
            if place > 0 && at + 1 + length > width && at > indent {
                lines.push_str(&format!("\n{:indent$}", ""));
                at = indent;
            } else if place > 0 {
                lines.push(' ');
                at += 1;
            }
            lines.push_str(word);
            at += length;
        }
        lines
    }

    pub fn bold(self, text: &str) -> String {
        self.wrap("1", text)
    }

    pub fn dim(self, text: &str) -> String {
        self.wrap("2", text)
    }

    pub fn good(self, text: &str) -> String {
        self.wrap("32", text)
    }

    pub fn bad(self, text: &str) -> String {
        self.wrap("1;31", text)
    }

    pub fn attention(self, text: &str) -> String {
        self.wrap("33", text)
    }

    fn wrap(self, code: &str, text: &str) -> String {
        if self.on { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_between_words_and_only_on_a_terminal() {
        let wrapped = |width, text: &str| Paint { on: false, width }.wrapped(text, 2, 4);
        let cases = [
            (None, "one two three", "one two three"),
            (Some(9), "one two three", "one two\n    three"),
            (Some(13), "one two three", "one two\n    three"),
            (Some(15), "one two three", "one two three"),
            (Some(9), "incomprehensible one", "incomprehensible\n    one"),
            (Some(9), "", ""),
        ];
        for (width, text, expected) in cases {
            assert_eq!(wrapped(width, text), expected, "{width:?} {text}");
        }
    }
}
