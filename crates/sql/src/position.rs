//! Bytes to lines, columns and characters.

use std::ops::Range;

use crate::literal::character_start;

/// A place in a text as people count: both from 1, the column in characters. A byte order mark counts as nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct Position {
    /// Line, from 1. Lines end with a line feed.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// Where the lines of one text start, so that many positions can be looked up in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    /// Finds the lines of `text`; takes time linear in its length.
    pub fn new(text: &str) -> Self {
        let after_line_feeds = text.match_indices('\n').map(|(byte, _)| byte + 1);
        Self { starts: std::iter::once(0).chain(after_line_feeds).collect() }
    }

    /// The position of byte `byte` of the same text. A byte inside a character stands for the character,
    /// one beyond the text for its end.
    pub fn position(&self, text: &str, byte: usize) -> Position {
        let byte = character_start(text, byte);
        let line = self.starts.partition_point(|start| *start <= byte);
        let before = &text[self.starts[line - 1]..byte];
        let before = if line == 1 { before.trim_start_matches(crate::lex::BOM) } else { before };
        Position { line, column: before.chars().count() + 1 }
    }
}

/// The byte at which character number `character` starts, from 1 as in the server's error positions.
/// Beyond the text it is the text's length; 0 counts as 1.
pub fn byte_of_character(text: &str, character: usize) -> usize {
    text.char_indices().nth(character.saturating_sub(1)).map_or(text.len(), |(byte, _)| byte)
}

/// The bytes of a statement to underline: the word, or the single character, at byte `at`; without it the first line
/// of the statement.
pub fn to_underline(text: &str, statement: &Range<usize>, at: Option<usize>) -> Range<usize> {
    let Some(at) = at else {
        let line = text[statement.clone()].lines().next().unwrap_or_default();
        return statement.start..statement.start + line.len();
    };
    let at = at.min(text.len());
    let rest = text.get(at..).unwrap_or_default();
    let word: usize = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').map(char::len_utf8).sum();
    at..at + word.max(rest.chars().next().map_or(0, char::len_utf8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_a_character_or_the_first_line_is_underlined() {
        let text = "SELECT äb_1 +\n 2;";
        let underlined = |at| &text[to_underline(text, &(0..text.len()), at)];
        assert_eq!(underlined(Some(7)), "äb_1");
        assert_eq!(underlined(Some(13)), "+");
        assert_eq!(underlined(None), "SELECT äb_1 +");
        assert_eq!(underlined(Some(text.len())), "");
    }

    #[test]
    fn positions_count_lines_and_characters_from_one() {
        let text = "aé\r\nb\n\nç";
        let index = LineIndex::new(text);
        let cases = [
            (0, 1, 1),
            (1, 1, 2),
            (2, 1, 2),
            (3, 1, 3),
            (5, 2, 1),
            (7, 3, 1),
            (8, 4, 1),
            (9, 4, 1),
            (99, 4, 2),
        ];
        for (byte, line, column) in cases {
            assert_eq!(index.position(text, byte), Position { line, column }, "byte {byte}");
        }
    }

    #[test]
    fn a_byte_order_mark_takes_no_column() {
        let text = "\u{feff}select";
        assert_eq!(LineIndex::new(text).position(text, 3), Position { line: 1, column: 1 });
    }

    #[test]
    fn server_positions_are_characters_from_one() {
        assert_eq!(byte_of_character("éa", 1), 0);
        assert_eq!(byte_of_character("éa", 2), 2);
        assert_eq!(byte_of_character("éa", 3), 3);
        assert_eq!(byte_of_character("éa", 9), 3);
        assert_eq!(byte_of_character("éa", 0), 0);
    }
}
