//! The server of the benchmark: default settings, fsync on, in a folder of its own.

use std::path::Path;
use std::process::Command;

use bulkhead_server::{Embedded, Endpoint, Mode, StartOptions};

/// A running server that is stopped and removed at the end.
pub struct Server {
    _folder: tempfile::TempDir,
    embedded: Embedded,
    endpoint: Endpoint,
}

impl Server {
    /// Starts a server that has these extensions.
    pub fn start(extensions: &[&str]) -> Result<Server, String> {
        let folder =
            tempfile::Builder::new().prefix("bulkhead-bench").tempdir().map_err(|e| e.to_string())?;
        let embedded = Embedded::at(folder.path());
        // The settings of a fresh installation, apart from the room for many small tables in one transaction.
        let settings = [("shared_buffers", "128MB"), ("synchronous_commit", "on"), ("fsync", "on")];
        let settings = settings.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        let extensions = extensions.iter().map(ToString::to_string).collect();
        let options = StartOptions { extensions, settings, mode: Mode::Daemon };
        let endpoint = embedded.ensure_started(&options).map_err(|error| error.to_string())?;
        Ok(Server { _folder: folder, embedded, endpoint })
    }

    /// The address of a database, over TCP as most tools connect.
    pub fn url(&self, database: &str) -> String {
        format!("{}?sslmode=disable", self.endpoint.tcp_url(database))
    }

    /// Runs SQL on a database.
    pub fn run(&self, database: &str, sql: &str) -> Result<String, String> {
        let output = Command::new(self.psql())
            .args(["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-c", sql])
            .arg(self.url(database))
            .output();
        let output = output.map_err(|error| error.to_string())?;
        match output.status.success() {
            true => Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned()),
            false => Err(String::from_utf8_lossy(&output.stderr).into_owned()),
        }
    }

    /// Makes an empty database, or a copy of another one.
    pub fn fresh(&self, database: &str, template: Option<&str>) -> Result<(), String> {
        self.run("postgres", &format!("DROP DATABASE IF EXISTS {database} WITH (FORCE)"))?;
        let template = template.unwrap_or("template0");
        self.run("postgres", &format!("CREATE DATABASE {database} TEMPLATE {template}"))?;
        Ok(())
    }

    /// The psql that belongs to the server, else the one on the PATH.
    pub fn psql(&self) -> std::path::PathBuf {
        let own = self.endpoint.binaries.join("psql");
        if own.is_file() { own } else { Path::new("psql").to_path_buf() }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Err(error) = self.embedded.reset() {
            println!("the benchmark's server could not be removed: {error}");
        }
    }
}
