//! The properties of a cut, shared with the fuzz target.

use bulkhead_sql::{Script, Statement, classify, leading_comments, normalize, split};

/// Panics unless the statements of a text are in order, apart and inside it, with nothing but space,
/// comments, `;`, `COPY` data and a byte order mark between them.
pub fn check(text: &str) {
    normalize(text);
    classify(text);
    leading_comments(text).for_each(drop);
    match split(text) {
        Ok(script) => check_script(text, &script),
        Err(error) => {
            assert!(!text[error.span.clone()].is_empty(), "an error shows something");
            assert!(!error.to_string().is_empty());
        }
    }
}

fn check_script(text: &str, script: &Script) {
    let mut end = if text.starts_with('\u{feff}') { 3 } else { 0 };
    for (number, statement) in script.statements.iter().enumerate() {
        let span = &statement.span;
        assert!(end <= span.start && span.start < span.end, "spans are in order and not empty");
        assert_nothing_but_space(&text[end..span.start]);
        classify(&text[span.clone()]);
        assert!(statement.terminated || number + 1 == script.statements.len());
        end = end_with_data(text, statement);
    }
    assert_nothing_but_space(&text[end..]);
}

fn end_with_data(text: &str, statement: &Statement) -> usize {
    let Some(data) = &statement.copy_data else { return statement.span.end };
    assert!(statement.terminated);
    assert_nothing_but_space(&text[statement.span.end..data.start]);
    assert!(text[..data.start].ends_with('\n'), "data starts on a line of its own");
    assert!(text[data.end..].starts_with("\\."), "data ends before its marker");
    assert!(text[data.clone()].lines().all(|line| line != "\\."), "the first marker ends the data");
    data.end + 2
}

/// Reads a gap byte by byte, apart from the crate's own lexer.
fn assert_nothing_but_space(gap: &str) {
    let mut rest = gap;
    while let Some(first) = rest.chars().next() {
        rest = if rest.starts_with("--") {
            rest.find(['\n', '\r']).map_or("", |end| &rest[end..])
        } else if rest.starts_with("/*") {
            after_block_comment(rest)
        } else {
            assert!(
                matches!(first, ' ' | '\t' | '\n' | '\r' | '\x0b' | '\x0c' | ';'),
                "lost {first:?} in {gap:?}"
            );
            &rest[first.len_utf8()..]
        };
    }
}

fn after_block_comment(comment: &str) -> &str {
    let mut depth = 0;
    let mut rest = comment;
    loop {
        if let Some(after) = rest.strip_prefix("/*") {
            depth += 1;
            rest = after;
        } else if let Some(after) = rest.strip_prefix("*/") {
            depth -= 1;
            rest = after;
            if depth == 0 {
                return rest;
            }
        } else {
            let mut characters = rest.chars();
            assert!(characters.next().is_some(), "the comment ends");
            rest = characters.as_str();
        }
    }
}
