//! Parameters of a connection string that the driver does not know, taken out before it reads the rest.

use std::collections::BTreeMap;

/// Parameters that libpq knows and the driver does not.
const OURS: [&str; 8] = [
    "sslmode",
    "sslrootcert",
    "sslnegotiation",
    "gssencmode",
    "sslcompression",
    "passfile",
    "krbsrvname",
    "client_encoding",
];

/// Splits a URL or a `key=value` string into what the driver understands and the rest.
pub(crate) fn take_out(text: &str) -> (String, BTreeMap<String, String>) {
    if text.starts_with("postgres://") || text.starts_with("postgresql://") {
        from_url(text)
    } else {
        from_pairs(text)
    }
}

fn from_url(text: &str) -> (String, BTreeMap<String, String>) {
    let Some((head, query)) = text.split_once('?') else { return (text.to_owned(), BTreeMap::new()) };
    let mut taken = BTreeMap::new();
    let mut kept = Vec::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        if OURS.contains(&key) {
            taken.insert(key.to_owned(), percent_decode(value));
        } else {
            kept.push(pair);
        }
    }
    let query = if kept.is_empty() { String::new() } else { format!("?{}", kept.join("&")) };
    (format!("{head}{query}"), taken)
}

fn percent_decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let code = (first == b'%').then(|| tail.get(..2)).flatten();
        let code = code.and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        match code {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn from_pairs(text: &str) -> (String, BTreeMap<String, String>) {
    let mut taken = BTreeMap::new();
    let mut kept = String::new();
    for (key, value) in pairs(text) {
        if OURS.contains(&key.as_str()) {
            taken.insert(key, value);
        } else {
            let quoted = value.replace('\\', "\\\\").replace('\'', "\\'");
            kept.push_str(&format!("{key}='{quoted}' "));
        }
    }
    (kept, taken)
}

/// The pairs of a `key=value key='va lue'` string; what does not fit becomes a key with an empty value.
fn pairs(text: &str) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    let mut characters = text.chars().peekable();
    loop {
        while characters.next_if(|c| c.is_whitespace()).is_some() {}
        let mut key = String::new();
        while let Some(character) = characters.next_if(|c| *c != '=' && !c.is_whitespace()) {
            key.push(character);
        }
        if key.is_empty() && characters.peek().is_none() {
            return pairs;
        }
        while characters.next_if(|c| c.is_whitespace()).is_some() {}
        characters.next_if_eq(&'=');
        while characters.next_if(|c| c.is_whitespace()).is_some() {}
        pairs.push((key, value(&mut characters)));
    }
}

fn value(characters: &mut std::iter::Peekable<std::str::Chars<'_>>) -> String {
    let quoted = characters.next_if_eq(&'\'').is_some();
    let mut value = String::new();
    while let Some(character) = characters.next() {
        match character {
            '\\' => value.extend(characters.next()),
            '\'' if quoted => break,
            c if !quoted && c.is_whitespace() => break,
            c => value.push(c),
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_drivers_unknown_parameters_are_taken_out_of_both_forms() {
        let (rest, taken) =
            take_out("postgresql://u:p@h/db?sslmode=verify-full&application_name=x&sslrootcert=%2Fca");
        assert_eq!(rest, "postgresql://u:p@h/db?application_name=x");
        assert_eq!(taken["sslmode"], "verify-full");
        assert_eq!(taken["sslrootcert"], "/ca");
        let (rest, taken) = take_out("host=h password='it\\'s s' sslmode = require");
        assert_eq!(rest, "host='h' password='it\\'s s' ");
        assert_eq!(taken["sslmode"], "require");
    }
}
