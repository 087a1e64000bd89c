//! libpq's password file (PostgreSQL manual, "The Password File").

/// The password for a connection: the first line whose four leading fields fit, `*` fitting anything.
pub(crate) fn find_password(file: &str, host: &str, port: u16, database: &str, user: &str) -> Option<String> {
    let port = port.to_string();
    let wanted = [host, port.as_str(), database, user];
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        let fields = fields(line);
        if let [head @ .., password] = fields.as_slice() {
            let fits = head.iter().zip(wanted).all(|(field, wanted)| field == "*" || field == wanted);
            if head.len() == 4 && fits {
                return Some(password.clone());
            }
        }
    }
    None
}

fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        let escaped = if character == '\\' { characters.next() } else { None };
        match (character, escaped) {
            (':', _) if fields.len() < 5 => fields.push(String::new()),
            (character, escaped) => {
                if let Some(field) = fields.last_mut() {
                    field.push(escaped.unwrap_or(character));
                }
            }
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_fitting_line_wins() {
        let file = "# comment\nother:5432:*:u:no\nh:5432:*:u:se\\:cret\n*:*:*:*:last\n";
        assert_eq!(find_password(file, "h", 5432, "db", "u").as_deref(), Some("se:cret"));
        assert_eq!(find_password(file, "x", 1, "db", "u").as_deref(), Some("last"));
        assert_eq!(find_password("h:1:d:u", "h", 1, "d", "u"), None);
    }
}
