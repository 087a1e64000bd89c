//! Server settings for tests: fast, and without any promise to survive a power cut.

use bulkhead_server::{Mode, StartOptions};

const FAST: [(&str, &str); 8] = [
    ("listen_addresses", ""),
    ("fsync", "off"),
    ("synchronous_commit", "off"),
    ("full_page_writes", "off"),
    ("wal_compression", "off"),
    ("checkpoint_timeout", "1h"),
    ("max_locks_per_transaction", "256"),
    ("max_connections", "400"),
];

/// Extensions that the tests of this repository use.
const EXTENSIONS: [&str; 2] = ["pgcrypto", "vector"];

/// Options with `extra` settings, which win over ours.
pub(crate) fn options(mode: Mode, extra: &[(&str, &str)]) -> StartOptions {
    let settings = FAST.iter().chain(extra).map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    let extensions = EXTENSIONS.iter().map(ToString::to_string).collect();
    StartOptions { extensions, settings: settings.collect(), mode }
}
