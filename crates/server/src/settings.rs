//! The server's settings: a configuration for development, then what the caller asks for. They go into a
//! file of their own that `postgresql.conf` includes, so that `ALTER SYSTEM` still has the last word.

use crate::error::ServerError;
use crate::find::Binaries;

/// Name of our configuration file, in the data directory.
pub(crate) const FILE: &str = "bulkhead.conf";

/// Line that is appended to `postgresql.conf`.
pub(crate) const INCLUDE: &str = "\ninclude_if_exists = 'bulkhead.conf'\n";

const DEVELOPMENT: [(&str, &str); 11] = [
    ("listen_addresses", "127.0.0.1"),
    ("max_connections", "200"),
    ("max_locks_per_transaction", "256"),
    ("password_encryption", "scram-sha-256"),
    ("track_io_timing", "on"),
    ("wal_compression", "on"),
    ("min_wal_size", "80MB"),
    ("max_wal_size", "2GB"),
    ("checkpoint_timeout", "15min"),
    ("log_lock_waits", "on"),
    ("log_line_prefix", "%m [%p] %q%u@%d %a "),
];

/// Libraries that are loaded at start where they are installed.
const PRELOAD: &str = "pg_stat_statements";

/// Settings that we give on the command line, because they say where the server lives.
const FIXED: [&str; 5] =
    ["data_directory", "port", "unix_socket_directories", "unix_socket_permissions", "logging_collector"];

/// The text of our configuration file.
pub(crate) fn text(binaries: &Binaries, extra: &[(String, String)]) -> Result<String, ServerError> {
    let mut text =
        String::from("# Written by Bulkhead at each start; use ALTER SYSTEM for changes of your own.\n");
    for (name, value) in DEVELOPMENT {
        text.push_str(&line(name, value)?);
    }
    if binaries.has_library(PRELOAD) {
        text.push_str(&line("shared_preload_libraries", PRELOAD)?);
    }
    for (name, value) in extra {
        if FIXED.contains(&name.as_str()) {
            let why = "Bulkhead decides it itself".to_owned();
            return Err(ServerError::BadSetting { name: name.clone(), why });
        }
        text.push_str(&line(name, value)?);
    }
    Ok(text)
}

/// Whether the server will listen on TCP at all: the last value of `listen_addresses` counts.
pub(crate) fn listens(extra: &[(String, String)]) -> bool {
    extra.iter().rev().find(|(name, _)| name == "listen_addresses").is_none_or(|(_, value)| !value.is_empty())
}

/// Whether the caller gives up durability, so that `initdb` need not wait for the disk either.
pub(crate) fn durable(extra: &[(String, String)]) -> bool {
    extra.iter().rev().find(|(name, _)| name == "fsync").is_none_or(|(_, value)| value != "off")
}

fn line(name: &str, value: &str) -> Result<String, ServerError> {
    let bad = |why: &str| Err(ServerError::BadSetting { name: name.to_owned(), why: why.to_owned() });
    let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '.';
    if name.is_empty() || !name.chars().all(plain) {
        return bad("its name may hold letters, digits, `_` and `.` only");
    }
    if value.contains(['\n', '\r', '\0']) {
        return bad("its value may not hold a line break or a zero byte");
    }
    Ok(format!("{name} = '{}'\n", value.replace('\\', "\\\\").replace('\'', "''")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
        list.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn values_are_quoted_so_that_they_stay_values() {
        assert_eq!(line("application_name", "it's\\x").unwrap(), "application_name = 'it''s\\\\x'\n");
        assert!(line("application_name", "a\nfsync = off").is_err());
    }

    #[test]
    fn odd_names_are_refused() {
        for name in ["", "a b", "fsync = off #", "a\nb"] {
            assert!(line(name, "x").is_err(), "{name}");
        }
        assert!(line("app.tenant_id", "x").is_ok());
    }

    #[test]
    fn the_last_value_of_a_setting_counts() {
        assert!(listens(&[]) && durable(&[]));
        assert!(!listens(&pairs(&[("listen_addresses", "*"), ("listen_addresses", "")])));
        assert!(!durable(&pairs(&[("fsync", "off")])));
        assert!(durable(&pairs(&[("fsync", "off"), ("fsync", "on")])));
    }
}
