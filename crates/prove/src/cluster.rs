//! What the migrations of a project do to what belongs to the whole server: roles and databases.

mod databases;
mod roles;

use std::collections::BTreeSet;

use bulkhead_project::Migration;

pub(crate) use databases::DatabaseUse;
pub(crate) use roles::RoleUse;

/// The texts of a version that a proof runs.
fn texts(migration: &Migration, downs: bool) -> Vec<&str> {
    let ups = migration.parts.iter().map(|part| &part.text[part.sections.up.clone()]);
    let ways_down = migration.down_halves();
    let ways_down = ways_down.into_iter().filter(|_| downs).map(|(file, span)| &file.text[span]);
    ups.chain(ways_down).collect()
}

/// A word in lower case, and whether a statement ends before the next one.
struct Word {
    text: String,
    ends: bool,
}

/// The words of a text, those of strings, bodies and comments among them.
fn words(text: &str) -> impl Iterator<Item = Word> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = &rest[rest.find(is_word)?..];
        let end = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        let (word, behind) = rest.split_at(end);
        rest = behind;
        let gap = &behind[..behind.find(is_word).unwrap_or(behind.len())];
        Some(Word { text: word.to_lowercase(), ends: gap.contains(';') })
    })
}

/// Whether a set of words has a name, or all the words that it is made of.
fn has(words: &BTreeSet<String>, name: &str) -> bool {
    let mut parts = self::words(name).peekable();
    parts.peek().is_some() && parts.all(|part| words.contains(&part.text))
}

/// Each word with the one after it in the same statement.
fn pairs(words: &[Word]) -> impl Iterator<Item = (&str, &str)> {
    let is_mapping = |place: usize| words.get(place).is_some_and(|word| word.text == "mapping");
    let together =
        words.windows(2).enumerate().filter(move |(place, pair)| !pair[0].ends && !is_mapping(place + 2));
    together.map(|(_, pair)| (pair[0].text.as_str(), pair[1].text.as_str()))
}
