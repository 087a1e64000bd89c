//! Option lists in parentheses.

use super::Cursor;

/// An option list `(name [= value], …)`; names and values are in lower case.
pub(super) struct Options(Vec<(String, String)>);

impl Options {
    /// Takes the list if one comes next; without one it is empty.
    pub fn read(cursor: &mut Cursor<'_>) -> Self {
        let mut options = Vec::new();
        if cursor.symbol(b'(') {
            while let Some(name) = cursor.identifier() {
                cursor.operator("=");
                let value = cursor.string().or_else(|| bare_value(cursor)).unwrap_or_default();
                options.push((name, value.to_ascii_lowercase()));
                if !cursor.symbol(b',') {
                    break;
                }
            }
            cursor.symbol(b')');
        }
        Self(options)
    }

    /// Whether the option is given at all.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(option, _)| option == name)
    }

    /// Whether the option is given and switched off.
    pub fn is_off(&self, name: &str) -> bool {
        self.0.iter().any(|(option, value)| option == name && matches!(value.as_str(), "false" | "off" | "0"))
    }

    /// Whether the option is given and not switched off.
    pub fn is_on(&self, name: &str) -> bool {
        self.has(name) && !self.is_off(name)
    }
}

/// A value that is no string: everything up to the end of the option, such as `-1` or `a.b`.
fn bare_value(cursor: &mut Cursor<'_>) -> Option<String> {
    let text = cursor.text();
    let mut value = None;
    while let Some(token) = cursor.peek() {
        if token.is_symbol(text, b',') || token.is_symbol(text, b')') {
            break;
        }
        cursor.token();
        value.get_or_insert_with(String::new).push_str(token.text(text));
    }
    value
}
