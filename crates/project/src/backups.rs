//! The `[backup]` section of the manifest: which tool takes backups, where they are, how old they may become.

use std::path::PathBuf;

use serde::{Deserialize, Deserializer, Serialize};

/// A tool that takes backups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BackupTool {
    /// pgBackRest.
    #[serde(rename = "pgbackrest")]
    PgBackRest,
    /// WAL-G.
    #[serde(rename = "wal-g")]
    WalG,
    /// A folder of what `pg_basebackup` wrote.
    #[serde(rename = "pg_basebackup")]
    PgBasebackup,
    /// A folder of what `pg_dump` wrote.
    #[serde(rename = "pg_dump")]
    PgDump,
}

impl BackupTool {
    /// The manifest's word, which is the program's name.
    pub fn word(self) -> &'static str {
        match self {
            BackupTool::PgBackRest => "pgbackrest",
            BackupTool::WalG => "wal-g",
            BackupTool::PgBasebackup => "pg_basebackup",
            BackupTool::PgDump => "pg_dump",
        }
    }
}

/// How backups are taken.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Backups {
    /// The tool; without it the server's archive command decides.
    pub tool: Option<BackupTool>,
    /// The stanza of pgBackRest; without it there must be only one.
    pub stanza: Option<String>,
    /// The number of pgBackRest's repository; without it all of them.
    pub repository: Option<u32>,
    /// The folder of base backups or of dumps, relative to the manifest.
    pub directory: Option<PathBuf>,
    /// The tool's own configuration file, relative to the manifest.
    pub config: Option<PathBuf>,
    /// The folder into which WAL is archived, relative to the manifest; without it the archive command decides.
    pub wal: Option<PathBuf>,
    /// How archived WAL comes back, as `restore_command`; without it WAL is copied from its folder.
    pub restore_command: Option<String>,
    /// The role that takes dumps.
    pub role: Option<String>,
    /// How old the last backup may become, in seconds; written as `"26h"`.
    #[serde(rename = "max_age", deserialize_with = "age")]
    pub max_age_s: u64,
    /// How old the last archived WAL may become, in seconds; written as `"15min"`.
    #[serde(rename = "wal_max_age", deserialize_with = "age")]
    pub wal_max_age_s: u64,
    /// How long ago the last drill may be, in seconds; written as `"30d"`.
    #[serde(rename = "drill_max_age", deserialize_with = "age")]
    pub drill_max_age_s: u64,
}

impl Default for Backups {
    fn default() -> Backups {
        Backups {
            tool: None,
            stanza: None,
            repository: None,
            directory: None,
            config: None,
            wal: None,
            restore_command: None,
            role: None,
            max_age_s: 26 * 3_600,
            wal_max_age_s: 15 * 60,
            drill_max_age_s: 30 * 86_400,
        }
    }
}

fn age<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    let text = String::deserialize(deserializer)?;
    seconds(&text).ok_or_else(|| {
        serde::de::Error::custom(format!(
            "\"{text}\" is no age: write a number and s, min, h or d, as \"26h\""
        ))
    })
}

/// An age in seconds.
fn seconds(text: &str) -> Option<u64> {
    let text = text.trim();
    let digits = text.find(|letter: char| !letter.is_ascii_digit())?;
    let number: u64 = text[..digits].parse().ok()?;
    let unit = match text[digits..].trim() {
        "s" => 1,
        "min" => 60,
        "h" => 3_600,
        "d" => 86_400,
        _ => return None,
    };
    number.checked_mul(unit).filter(|seconds| *seconds > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_have_a_unit() {
        let cases = [("26h", Some(93_600)), ("15 min", Some(900)), ("7d", Some(604_800)), ("30s", Some(30))];
        for (text, expected) in
            cases.into_iter().chain(["", "h", "26", "1 week", "0h", "-1h"].map(|t| (t, None)))
        {
            assert_eq!(seconds(text), expected, "{text}");
        }
    }

    #[test]
    fn a_section_may_say_all_or_nothing() {
        let parse = |text: &str| toml::from_str::<Backups>(text).map_err(|error| error.to_string());
        assert_eq!(parse("").unwrap().max_age_s, 93_600);
        let said = parse("tool = \"wal-g\"\nmax_age = \"2d\"").unwrap();
        assert_eq!((said.tool, said.max_age_s), (Some(BackupTool::WalG), 172_800));
        let wrong = parse("max_age = \"soon\"").unwrap_err();
        assert!(wrong.contains("soon") && wrong.contains("26h"), "{wrong}");
        assert!(parse("tool = \"tape\"").unwrap_err().contains("pgbackrest"));
    }
}
