//! Values of constants.

use crate::classify::Cursor;

#[test]
fn string_constants_have_the_value_the_server_gives_them() {
    let cases = [
        ("'a''b'", "a'b"),
        (r"'a\n'", r"a\n"),
        ("'a'\n  'b'", "ab"),
        ("'a' -- comment\n'b'", "ab"),
        (r"E'a\n\t\\\'\q'", "a\n\t\\'q"),
        (r"e'\101\x42\x4\u00e4\U0001F600\xg'", "AB\u{4}ä😀xg"),
        (r"E'\uD83D\uDE00'", "😀"),
        (r"E'\303\244'", "ä"),
        ("E'a''b'", "a'b"),
        (r"U&'d\0061t\+000061\\'", r"data\"),
        (r"u&'\D83D\DE00'", "😀"),
        ("U&'d!0061!!' UESCAPE '!'", "da!"),
        (r"U&'\zzzz'", r"\zzzz"),
        ("$$a'b$$", "a'b"),
        ("$t$ $$ $t$", " $$ "),
        ("N'a'", "a"),
        ("''", ""),
    ];
    for (written, value) in cases {
        assert_eq!(Cursor::new(written).string().as_deref(), Some(value), "{written}");
    }
}
