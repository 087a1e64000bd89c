//! Passwords in connection strings, taken out of text that repeats what the user typed.

/// The text with the user part of every URL and the value of every `password=` replaced by `…`.
pub(crate) fn redact(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for word in text.split_inclusive(char::is_whitespace) {
        shown.push_str(&without_password(word));
    }
    shown
}

fn without_password(word: &str) -> String {
    let url = word.split_once("://").and_then(|(scheme, rest)| Some((scheme, rest.rsplit_once('@')?.1)));
    if let Some((scheme, host)) = url {
        return format!("{scheme}://…@{}", without_password(host));
    }
    match word.split_once("password=") {
        Some((head, value)) => {
            let end = value.find(['&', ' ', '\n']).unwrap_or(value.len());
            format!("{head}password=…{}", &value[end..])
        }
        None => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_password_is_left() {
        let cases = [
            ("unexpected 'postgresql://u:s3cret@h/db' found", "unexpected 'postgresql://…@h/db' found"),
            ("postgres://u:a@s3cret@h:1/db\n", "postgres://…@h:1/db\n"),
            ("postgres://h/db?user=u&password=s3cret&x=1", "postgres://h/db?user=u&password=…&x=1"),
            ("'host=h password=s3cret' found", "'host=h password=… found"),
            ("postgres://h/db mail@host", "postgres://h/db mail@host"),
        ];
        for (text, expected) in cases {
            assert_eq!(redact(text), expected);
        }
    }
}
