//! Properties that hold for every text.

mod no_lost_byte;

use bulkhead_sql::{LineIndex, byte_of_character, classify, leading_comments, normalize, split};
use proptest::prelude::*;

/// Pieces that make interesting scripts when thrown together.
const PIECES: &[&str] = &[
    "select 1",
    ";",
    ";\n",
    "'",
    "''",
    "\"",
    "$$",
    "$a$",
    "$1",
    "/*",
    "*/",
    "--",
    "\n",
    "\r\n",
    "\r",
    " ",
    "(",
    ")",
    "[",
    "]",
    "E'\\",
    "\\",
    "\\.",
    "\n\\.\n",
    "U&'",
    "u&\"",
    "uescape '!'",
    "create rule r ",
    "create or replace ",
    "create function f() ",
    "begin atomic ",
    "end",
    "case ",
    "copy t from stdin",
    "copy ",
    "from ",
    "stdin",
    "stdout;",
    ":",
    "::",
    ":=",
    ":a",
    ":'a'",
    "é",
    "\u{feff}",
    "\0",
    "1.",
    "..",
    "1e5",
    "+-",
    "->>",
    "@",
    "do ",
    "commit;",
    "with a as (",
    "insert into t",
    "alter type t add value ",
    "set ",
    "select set_config(",
    ",",
    "true",
    "\t",
];

fn scripts() -> impl Strategy<Value = String> {
    let pieces =
        prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat());
    prop_oneof![3 => pieces, 1 => any::<String>(), 1 => "[ -~\n]{0,80}"]
}

/// Without what counts only at the start of a text (the byte order mark) or is changed on the way (line ends).
fn plain_scripts() -> impl Strategy<Value = String> {
    scripts().prop_map(|text| text.replace(['\r', '\u{feff}'], ""))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4096, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_anything_panic_and_no_byte_is_lost(text in scripts()) {
        no_lost_byte::check(&text);
    }

    #[test]
    fn statements_joined_again_are_cut_the_same(text in plain_scripts()) {
        let Ok(script) = split(&text) else { return Ok(()) };
        let mut joined = String::new();
        for statement in &script.statements {
            joined.push_str(&text[statement.span.clone()]);
            joined.push_str(if statement.terminated { ";\n" } else { "\n" });
            if let Some(data) = &statement.copy_data {
                joined.push_str(&text[data.clone()]);
                joined.push_str("\\.\n");
            }
        }
        let again = split(&joined).expect("complete statements");
        let written = |text: &str, script: &bulkhead_sql::Script| -> Vec<String> {
            script.statements.iter().map(|statement| text[statement.span.clone()].to_owned()).collect()
        };
        prop_assert_eq!(written(&joined, &again), written(&text, &script));
        prop_assert_eq!(normalize(&joined), normalize(&text));
    }

    #[test]
    fn the_normal_form_of_a_script_without_errors_is_its_own_normal_form(text in plain_scripts()) {
        if split(&text).is_ok() {
            let once = normalize(&text);
            prop_assert_eq!(normalize(&once), once);
        }
    }

    #[test]
    fn every_function_takes_any_text(text in any::<String>(), byte in 0_usize..300) {
        normalize(&text);
        classify(&text);
        leading_comments(&text).for_each(drop);
        let position = LineIndex::new(&text).position(&text, byte);
        prop_assert!(position.line >= 1 && position.column >= 1);
        prop_assert!(text.is_char_boundary(byte_of_character(&text, byte)));
    }
}
