//! Marks that other tools put into their files: where the down half begins, and "no transaction".
//!
//! Only whole comment lines count. Bulkhead needs none of them itself: what cannot run in a transaction is found
//! by reading the SQL.

use std::ops::Range;

/// What the comment lines of a file ask for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Directives {
    /// The author asked that the statements do not share a transaction.
    pub no_transaction: bool,
}

/// The halves of a file, as byte ranges, and what its comment lines ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sections {
    /// What is run forward.
    pub up: Range<usize>,
    /// What undoes it, when the file carries both.
    pub down: Option<Range<usize>>,
    /// Directives of the up half.
    pub up_directives: Directives,
    /// Directives of the down half.
    pub down_directives: Directives,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Up,
    Down,
    NoTransaction,
}

impl Sections {
    /// Finds the marks of dbmate, goose, sql-migrate, tern, sqlx, Atlas and our own in a file.
    pub fn find(text: &str) -> Sections {
        let mut sections = Sections {
            up: 0..text.len(),
            down: None,
            up_directives: Directives::default(),
            down_directives: Directives::default(),
        };
        let mut up_marked = false;
        for (start, line) in lines(text) {
            let Some(comment) = line.trim_start().strip_prefix("--") else { continue };
            for mark in marks(comment).into_iter().flatten() {
                match mark {
                    Mark::Up if !up_marked => {
                        up_marked = true;
                        sections.up.start = start;
                    }
                    Mark::Down if sections.down.is_none() => {
                        sections.up.end = start.max(sections.up.start);
                        sections.down = Some(start..text.len());
                    }
                    Mark::NoTransaction if sections.down.is_some() => {
                        sections.down_directives.no_transaction = true;
                    }
                    Mark::NoTransaction => sections.up_directives.no_transaction = true,
                    Mark::Up | Mark::Down => {}
                }
            }
        }
        sections
    }
}

fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_inclusive('\n').scan(0, |offset, line| {
        let start = *offset;
        *offset += line.len();
        Some((start, line))
    })
}

/// The marks in one comment line, its leading `--` removed.
fn marks(comment: &str) -> [Option<Mark>; 2] {
    let comment = comment.trim();
    if comment == "-- create above / drop below ----" {
        return [Some(Mark::Down), None];
    }
    let words: Vec<&str> = comment.trim_matches(['-', '!', ' ']).split_ascii_whitespace().take(4).collect();
    match words.as_slice() {
        ["migrate:up", rest @ ..] => [Some(Mark::Up), without_transaction(rest)],
        ["migrate:down", rest @ ..] => [Some(Mark::Down), without_transaction(rest)],
        ["+goose", "Up"] => [Some(Mark::Up), None],
        ["+migrate", "Up", rest @ ..] => [Some(Mark::Up), without_transaction(rest)],
        ["+goose", "Down"] => [Some(Mark::Down), None],
        ["+migrate", "Down", rest @ ..] => [Some(Mark::Down), without_transaction(rest)],
        ["+goose", "NO", "TRANSACTION"]
        | ["no-transaction"]
        | ["bulkhead:", "no-transaction"]
        | ["atlas:txmode", "none"]
        | ["tern:", "disable-tx"] => [Some(Mark::NoTransaction), None],
        _ => [None, None],
    }
}

fn without_transaction(words: &[&str]) -> Option<Mark> {
    words
        .iter()
        .any(|word| matches!(*word, "transaction:false" | "notransaction"))
        .then_some(Mark::NoTransaction)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_halves_of_a_file_are_found() {
        let cases = [
            ("-- migrate:up\nA;\n-- migrate:down\nB;\n", "A;", "B;"),
            (
                "-- +goose Up\n-- +goose StatementBegin\nA;\n-- +goose StatementEnd\n-- +goose Down\nB;",
                "A;",
                "B;",
            ),
            ("A;\n---- create above / drop below ----\nB;", "A;", "B;"),
            ("-- +migrate Up notransaction\nA;\n-- +migrate Down\nB;", "A;", "B;"),
        ];
        for (text, up, down) in cases {
            let sections = Sections::find(text);
            assert!(text[sections.up.clone()].contains(up), "{text}");
            assert!(!text[sections.up.clone()].contains(down), "{text}");
            assert!(text[sections.down.clone().unwrap()].contains(down), "{text}");
        }
    }

    #[test]
    fn a_plain_file_is_all_up() {
        let text = "CREATE TABLE t (a int); -- migrate nothing\n";
        assert_eq!(Sections::find(text).up, 0..text.len());
        assert_eq!(Sections::find(text).down, None);
    }

    #[test]
    fn no_transaction_is_honoured_in_every_dialect() {
        for header in [
            "-- no-transaction",
            "--! no-transaction",
            "-- migrate:up transaction:false",
            "-- +goose NO TRANSACTION",
            "-- atlas:txmode none",
            "---- tern: disable-tx ----",
            "-- bulkhead: no-transaction",
        ] {
            assert!(Sections::find(&format!("{header}\nA;")).up_directives.no_transaction, "{header}");
        }
        assert!(!Sections::find("-- transaction:false\nA;").up_directives.no_transaction);
    }
}
