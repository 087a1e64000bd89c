//! What a file in a migrations folder is, told from its name alone.
//!
//! Our own names (`007_invoices.sql`, `002a_indexes.sql`, `002e_functions.pgsql`, `007_invoices.down.sql`) and
//! those of golang-migrate, sqlx, dbmate, goose, tern, Flyway and Supabase are understood. A name that looks like a
//! rollback is never an up migration.

use crate::Version;

/// What a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Applied by `migrate`.
    Up,
    /// Undoes its version; run by `rollback` only.
    Down,
}

/// A classified file name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileName {
    /// What the file is for.
    pub role: Role,
    /// The version.
    pub version: Version,
    /// The letter of a part of a version: `a` in `002a_indexes.sql`.
    pub part: Option<char>,
    /// The words after the version, separated by spaces; may be empty.
    pub description: String,
}

/// Classifies the name of a file.
///
/// `Ok(None)` for files that are never migrations: documentation, hidden files, editor backups, other tools' sums.
/// The error says what the name would have to look like.
pub fn classify_file_name(name: &str) -> Result<Option<FileName>, String> {
    if is_ignored(name) {
        return Ok(None);
    }
    let Some(stem) = name.strip_suffix(".sql").or_else(|| name.strip_suffix(".pgsql")) else {
        return Err("the name ends neither in .sql nor in .pgsql".to_owned());
    };
    let (stem, down) = strip_direction(stem);
    if let Some(flyway) = flyway(stem, down) {
        return flyway.map(Some);
    }
    numbered(stem, if down { Role::Down } else { Role::Up }).map(Some)
}

fn is_ignored(name: &str) -> bool {
    const IGNORED_ENDINGS: [&str; 10] =
        ["~", ".bak", ".orig", ".rej", ".swp", ".tmp", ".md", ".txt", ".sum", ".lock"];
    name.starts_with('.')
        || (name.starts_with('#') && name.ends_with('#'))
        || IGNORED_ENDINGS.iter().any(|ending| name.ends_with(ending))
        || ["LICENSE", "README", "NOTICE"].iter().any(|word| name.to_ascii_uppercase() == *word)
}

/// Removes `.up`, `.down`, `.rollback`, `.undo`, `_down` and their like; true when the name says "down".
fn strip_direction(stem: &str) -> (&str, bool) {
    const DOWN: [&str; 8] =
        [".down", ".rollback", ".undo", ".revert", "_down", "_rollback", "-rollback", "_revert"];
    for ending in DOWN {
        if let Some(rest) = strip_suffix_ignoring_case(stem, ending) {
            return (rest, true);
        }
    }
    (strip_suffix_ignoring_case(stem, ".up").unwrap_or(stem), false)
}

fn strip_suffix_ignoring_case<'a>(text: &'a str, suffix: &str) -> Option<&'a str> {
    let cut = text.len().checked_sub(suffix.len())?;
    (text.is_char_boundary(cut) && text[cut..].eq_ignore_ascii_case(suffix)).then(|| &text[..cut])
}

fn flyway(stem: &str, down: bool) -> Option<Result<FileName, String>> {
    let (prefix, rest) = stem.split_at_checked(1)?;
    let (version, description) = rest.split_once("__")?;
    let description = description.replace('_', " ");
    if prefix == "R" && version.is_empty() && !down {
        let version =
            Version::parse(stem).ok_or_else(|| "a repeatable file needs a name after R__".to_owned());
        return Some(version.map(|version| FileName { role: Role::Up, version, part: None, description }));
    }
    let role = match prefix {
        "V" if !down => Role::Up,
        "V" | "U" => Role::Down,
        _ => return None,
    };
    Some(match Version::parse(version) {
        Some(version) => Ok(FileName { role, version, part: None, description }),
        None => Err(format!("\"{version}\" is not a version number")),
    })
}

fn numbered(stem: &str, role: Role) -> Result<FileName, String> {
    let digits = stem.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 {
        return Err("the name does not begin with a version number".to_owned());
    }
    let version = Version::parse(&stem[..digits]).ok_or("the version number is too large")?;
    let rest = &stem[digits..];
    let (part, rest) = match rest.chars().next() {
        Some(letter) if letter.is_ascii_lowercase() && begins_description(&rest[1..]) => {
            (Some(letter), &rest[1..])
        }
        _ => (None, rest),
    };
    if !begins_description(rest) {
        return Err(format!("after the version \"{version}\" an underscore is expected, not \"{rest}\""));
    }
    let description = rest.trim_start_matches(['_', '-', '.']).replace(['_', '-'], " ");
    Ok(FileName { role, version, part, description })
}

fn begins_description(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(['_', '-'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(name: &str) -> String {
        match classify_file_name(name) {
            Ok(None) => "ignored".to_owned(),
            Ok(Some(file)) => {
                format!("{:?} {} {} {}", file.role, file.version, file.part.unwrap_or('-'), file.description)
            }
            Err(why) => format!("error: {why}"),
        }
    }

    #[test]
    fn every_known_naming_is_told_from_the_name() {
        let cases = [
            ("001_tenancy.sql", "Up 001 - tenancy"),
            ("001_tenancy.down.sql", "Down 001 - tenancy"),
            ("002a_indexes.sql", "Up 002 a indexes"),
            ("002e_functions.pgsql", "Up 002 e functions"),
            ("002e_functions.down.pgsql", "Down 002 e functions"),
            ("002.down.sql", "Down 002 - "),
            ("002_rollback.sql", "Down 002 - "),
            ("003_add_rollback.sql", "Down 003 - add"),
            ("100_control_plane.up.sql", "Up 100 - control plane"),
            ("20260101120000_x.sql", "Up 20260101120000 - x"),
            ("7-dashes-too.sql", "Up 7 - dashes too"),
            ("V7__old_name.sql", "Up 7 - old name"),
            ("V2.1__b.sql", "Up 2.1 - b"),
            ("U7__old.sql", "Down 7 - old"),
            ("R__views.sql", "Up R__views - views"),
            ("README.md", "ignored"),
            (".gitkeep", "ignored"),
            ("001_tenancy.sql~", "ignored"),
            ("atlas.sum", "ignored"),
            ("001_a.sql.bak", "ignored"),
        ];
        for (name, expected) in cases {
            assert_eq!(told(name), expected, "{name}");
        }
    }

    #[test]
    fn an_unknown_name_says_what_is_wrong_with_it() {
        let cases = [
            ("notes.sql", "does not begin with a version"),
            ("001tenancy.sql", "underscore is expected"),
            ("001_x.go", "neither in .sql nor"),
            ("V1a__x.sql", "is not a version"),
            ("R__.sql", "needs a name"),
            ("99999999999999999999999_x.sql", "too large"),
        ];
        for (name, expected) in cases {
            assert!(told(name).contains(expected), "{name}: {}", told(name));
        }
    }
}
