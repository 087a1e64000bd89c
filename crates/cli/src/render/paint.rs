//! Colour, where it is wanted.

use std::io::IsTerminal;

use crate::args::Color;

/// Whether to colour.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paint {
    /// Colour is wanted.
    pub on: bool,
}

impl Paint {
    pub fn for_stdout(color: Color) -> Paint {
        Paint::choose(color, std::io::stdout().is_terminal())
    }

    pub fn for_stderr(color: Color) -> Paint {
        Paint::choose(color, std::io::stderr().is_terminal())
    }

    fn choose(color: Color, terminal: bool) -> Paint {
        let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Paint { on: color == Color::Always || (color == Color::Auto && terminal && !refused) }
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
