//! Looks into SQL texts for names and values.

/// What a column is compared with: the texts behind `column =`, each up to the next condition.
pub(super) fn compared_with<'t>(text: &'t str, column: &str) -> Vec<&'t str> {
    let behind = text.match_indices(column).filter_map(|(at, _)| {
        let rest = text[at + column.len()..].strip_prefix(" = ")?;
        let end = [" AND ", " OR "].iter().filter_map(|word| rest.find(word)).min().unwrap_or(rest.len());
        Some(&rest[..end])
    });
    behind.collect()
}

/// The settings of one's own that a text reads, each once: texts in quotes that are names with a dot, where the text reads
/// a setting at all. The name may stand elsewhere than in the call.
pub(crate) fn settings(text: &str) -> Vec<String> {
    let is_name = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
            && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    };
    let is_setting =
        |name: &&str| name.contains('.') && name.split('.').all(is_name) && !name.starts_with("pg_");
    let mut found: Vec<String> = Vec::new();
    if text.contains("current_setting(") {
        for name in text.split('\'').skip(1).step_by(2).filter(is_setting) {
            if !found.iter().any(|known| known == name) {
                found.push(name.to_owned());
            }
        }
    }
    found
}

/// The key that a text takes out of a setting's JSON with `->>`.
pub(super) fn claim_of(text: &str, setting: &str) -> Option<String> {
    text.match_indices("current_setting(").find_map(|(at, open)| {
        let rest = &text[at + open.len()..];
        if quoted(rest)? != setting {
            return None;
        }
        // Up to the next setting, so that what is taken is taken from this one.
        let end = rest.find("current_setting(").unwrap_or(rest.len());
        let arrow = rest[..end].find("->>")?;
        quoted(&rest[arrow..end]).map(str::to_owned)
    })
}

/// The keys that a text takes out of JSON with `->>`, where it reads a setting as such.
pub(crate) fn claims_of(text: &str, setting: &str) -> Vec<String> {
    if claim_of(text, setting).is_none() {
        return Vec::new();
    }
    let mut claims: Vec<String> = Vec::new();
    for claim in text.split("->>").skip(1).filter_map(quoted) {
        if !claims.iter().any(|known| known == claim) {
            claims.push(claim.to_owned());
        }
    }
    claims
}

/// The first text in quotes.
fn quoted(text: &str) -> Option<&str> {
    text.split('\'').nth(1)
}
