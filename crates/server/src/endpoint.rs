//! How to reach a running server.

use std::fmt;
use std::path::PathBuf;

use crate::pidfile::PidFile;

/// The superuser of every cluster that we make.
pub(crate) const SUPERUSER: &str = "postgres";

/// A running server: where its socket is, which port it has, and which programs belong to it.
#[derive(Clone, PartialEq, Eq)]
pub struct Endpoint {
    /// Folder of the Unix socket; only its owner and root can enter it, so no password is asked there.
    pub socket_directory: PathBuf,
    /// Port number, of the socket's name and of 127.0.0.1 where the server listens there.
    pub port: u16,
    /// Superuser to log in as.
    pub user: String,
    /// Folder with the programs of this server: `psql`, `pg_dump`, …
    pub binaries: PathBuf,
    /// Major version of the server.
    pub version: u32,
    pub(crate) password: Option<String>,
}

impl Endpoint {
    /// The address of `database` through the Unix socket, as
    /// `postgresql:///app?host=%2Fsrv%2Fsockets&port=5433&user=postgres`.
    pub fn url(&self, database: &str) -> String {
        format!(
            "postgresql:///{}?host={}&port={}&user={}",
            encode(database),
            encode(&self.socket_directory.to_string_lossy()),
            self.port,
            encode(&self.user)
        )
    }

    /// The address of `database` through 127.0.0.1. It holds the password: show it only to its owner.
    pub fn tcp_url(&self, database: &str) -> String {
        let password = self.password.as_deref().map(|word| format!(":{}", encode(word))).unwrap_or_default();
        format!("postgresql://{}{password}@127.0.0.1:{}/{}", encode(&self.user), self.port, encode(database))
    }

    pub(crate) fn new(
        pid_file: &PidFile,
        binaries: PathBuf,
        version: u32,
        password: Option<String>,
    ) -> Option<Endpoint> {
        Some(Endpoint {
            socket_directory: pid_file.socket_directory.clone()?,
            port: pid_file.port?,
            user: SUPERUSER.to_owned(),
            binaries,
            version,
            password,
        })
    }
}

impl fmt::Debug for Endpoint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Endpoint")
            .field("socket_directory", &self.socket_directory)
            .field("port", &self.port)
            .field("user", &self.user)
            .field("binaries", &self.binaries)
            .field("version", &self.version)
            .finish_non_exhaustive()
    }
}

/// Percent-encodes everything but unreserved characters (RFC 3986, 2.3).
fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn endpoint() -> Endpoint {
        Endpoint {
            socket_directory: PathBuf::from("/srv/my sockets"),
            port: 5433,
            user: "postgres".to_owned(),
            binaries: PathBuf::from("/usr/lib/postgresql/15/bin"),
            version: 15,
            password: Some("s/3:cret".to_owned()),
        }
    }

    #[test]
    fn the_socket_address_names_no_password() {
        assert_eq!(
            endpoint().url("my db?"),
            "postgresql:///my%20db%3F?host=%2Fsrv%2Fmy%20sockets&port=5433&user=postgres"
        );
    }

    #[test]
    fn the_network_address_holds_the_encoded_password() {
        assert_eq!(endpoint().tcp_url("app"), "postgresql://postgres:s%2F3%3Acret@127.0.0.1:5433/app");
    }

    #[test]
    fn debug_output_hides_the_password() {
        assert!(!format!("{:?}", endpoint()).contains("cret"));
    }

    #[test]
    fn letters_beyond_ascii_are_encoded_byte_by_byte() {
        assert_eq!(encode("ä"), "%C3%A4");
    }
}
