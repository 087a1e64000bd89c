//! Names of objects, as the server reads and folds them.

use crate::classify::Cursor;
use serde::Serialize;
use std::fmt;

/// A name with or without a schema. Parts are folded: unquoted ones are in lower case, quoted ones as
/// written, both cut to 63 bytes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Name {
    /// The schema, if one is written.
    pub schema: Option<String>,
    /// The name itself.
    pub name: String,
}

impl Name {
    /// Reads a name such as `t`, `s.t` or `"S"."T"`; a database in front (`d.s.t`) is dropped. `None` if
    /// the text is anything else or goes on after the name.
    pub fn parse(text: &str) -> Option<Self> {
        let mut cursor = Cursor::new(text);
        let name = cursor.name()?;
        cursor.at_end().then_some(name)
    }
}

/// Writes the name so that it reads back equal; parts are quoted where folding would change them.
/// Keywords are not quoted, for which ones need it depends on the place.
impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(schema) = &self.schema {
            write_part(schema, f)?;
            f.write_str(".")?;
        }
        write_part(&self.name, f)
    }
}

fn write_part(part: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    let starts_plain = part.bytes().next().is_some_and(|byte| plain(byte) && !byte.is_ascii_digit());
    if starts_plain && part.bytes().all(plain) {
        f.write_str(part)
    } else {
        write!(f, "\"{}\"", part.replace('"', "\"\""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(schema: Option<&str>, name: &str) -> Option<Name> {
        Some(Name { schema: schema.map(str::to_owned), name: name.to_owned() })
    }

    #[test]
    fn names_fold_as_the_server_folds_them() {
        let long = "x".repeat(70);
        let cases = [
            ("t", name(None, "t")),
            ("Public.Orders", name(Some("public"), "orders")),
            (r#""Public"."Or""ders""#, name(Some("Public"), "Or\"ders")),
            ("db.s.t", name(Some("s"), "t")),
            (" s /* c */ . t ", name(Some("s"), "t")),
            (r#"U&"d\0061t\+000061""#, name(None, "data")),
            (r#"U&"d!0061t!+000061" UESCAPE '!'"#, name(None, "data")),
            ("ÄPFEL", name(None, "Äpfel")),
            (long.as_str(), name(None, &"x".repeat(63))),
            ("", None),
            ("a.", None),
            ("a b", None),
            ("'a'", None),
            ("a$b$", name(None, "a$b$")),
        ];
        for (written, expected) in cases {
            assert_eq!(Name::parse(written), expected, "{written}");
        }
    }

    #[test]
    fn a_long_name_is_cut_between_characters() {
        let written = format!("\"{}é\"", "x".repeat(62));
        assert_eq!(Name::parse(&written), name(None, &"x".repeat(62)));
    }

    #[test]
    fn a_name_that_is_written_out_reads_back_equal() {
        for written in ["t", "s.t", r#""S"."a b""#, r#""1a""#, r#"a$b"#, r#""""""#, "ä"] {
            let read = Name::parse(written).expect("a name");
            assert_eq!(Name::parse(&read.to_string()).as_ref(), Some(&read), "{written}");
        }
    }
}
