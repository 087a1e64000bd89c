//! Names in texts.

/// Whether a name stands in a text as a word of its own, be it in a comment or in quotes.
pub fn has_word(text: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    !word.is_empty()
        && text.match_indices(word).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            let after = text[at + word.len()..].chars().next();
            !before.is_some_and(is_part) && !after.is_some_and(is_part)
        })
}

#[cfg(test)]
mod tests {
    use super::has_word;

    #[test]
    fn a_word_is_not_a_part_of_another() {
        assert!(has_word("(org_id = 1)", "org_id") && has_word("org_id", "org_id"));
        assert!(!has_word("(my_org_id = 1)", "org_id") && !has_word("org_ids", "org_id"));
        assert!(has_word("xorg org", "org") && !has_word("anything", ""));
    }
}
