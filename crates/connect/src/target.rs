//! Which database, as whom: read from a URL or from libpq's variables.

use std::fmt;
use std::time::Duration;

use tokio_postgres::Config;
use tokio_postgres::config::Host;

use crate::parameters::take_out;
use crate::password_file::find_password;
use crate::{ConnectError, TlsMode};

/// Where the settings of a connection came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// `--database-url`.
    Flag,
    /// `DATABASE_URL`, from the environment or `.env`.
    Url,
    /// libpq's variables (`PGHOST`, `PGDATABASE`, …).
    Libpq,
    /// The embedded server.
    Embedded,
}

impl fmt::Display for Origin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Origin::Flag => "--database-url",
            Origin::Url => "DATABASE_URL",
            Origin::Libpq => "the PG… variables",
            Origin::Embedded => "the embedded server",
        })
    }
}

/// A database to connect to. Shown without its password.
#[derive(Clone)]
pub struct Target {
    pub(crate) config: Config,
    pub(crate) tls: TlsMode,
    pub(crate) root_certificate: Option<String>,
    /// Where the settings came from.
    pub origin: Origin,
}

impl Target {
    /// The database that the flag, `DATABASE_URL` or libpq's variables name; `None` when none of them is set.
    pub fn from_environment(
        flag: Option<&str>,
        variable: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Option<Target>, ConnectError> {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        if let Some(url) = flag {
            return Target::parse(url, Origin::Flag, variable).map(Some);
        }
        if let Some(url) = set("DATABASE_URL") {
            return Target::parse(&url, Origin::Url, variable).map(Some);
        }
        if ["PGHOST", "PGHOSTADDR", "PGPORT", "PGDATABASE", "PGUSER"].iter().any(|name| set(name).is_some()) {
            return Target::parse("", Origin::Libpq, variable).map(Some);
        }
        Ok(None)
    }

    /// Reads a URL or a `key=value` string; what it leaves open comes from libpq's variables and defaults.
    pub fn parse(
        text: &str,
        origin: Origin,
        variable: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Target, ConnectError> {
        let malformed =
            |reason: &str| ConnectError::Malformed { origin: origin.to_string(), reason: reason.to_owned() };
        if authority(text).is_some_and(|authority| authority.matches('@').count() > 1) {
            return Err(malformed("there is more than one @ before the database name"));
        }
        let (rest, taken) = take_out(text);
        let rest = match variable("PGPORT").filter(|port| port.parse::<u16>().is_ok()) {
            Some(port) => with_port(&rest, &port),
            None => rest,
        };
        let mut config: Config = rest.parse().map_err(|error| malformed(&parse_reason(&error)))?;
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        let tls_text = taken.get("sslmode").cloned().or_else(|| set("PGSSLMODE"));
        let tls = TlsMode::parse(tls_text.as_deref().unwrap_or("prefer")).ok_or_else(|| {
            malformed("sslmode is none of disable, allow, prefer, require, verify-ca, verify-full")
        })?;
        fill_in(&mut config, &set).map_err(|reason| malformed(&reason))?;
        if config.get_password().is_none() {
            fill_in_password(&mut config, taken.get("passfile").cloned(), &set);
        }
        let root_certificate = taken.get("sslrootcert").cloned().or_else(|| set("PGSSLROOTCERT"));
        Ok(Target { config, tls, root_certificate, origin })
    }

    /// The same server and role with another database.
    pub fn with_database(&self, database: &str) -> Target {
        let mut target = self.clone();
        target.config.dbname(database);
        target
    }

    /// The name of the database.
    pub fn database(&self) -> &str {
        self.config.get_dbname().or(self.config.get_user()).unwrap_or("postgres")
    }

    /// The same settings as variables for programs that use libpq, the password among them.
    pub fn libpq_environment(&self) -> Vec<(&'static str, String)> {
        let hosts = self.config.get_hosts().iter().map(|host| match host {
            Host::Tcp(name) => name.clone(),
            Host::Unix(path) => path.display().to_string(),
        });
        let ports = self.config.get_ports().iter().map(u16::to_string);
        let mut variables = vec![
            ("PGHOST", hosts.collect::<Vec<_>>().join(",")),
            ("PGPORT", ports.collect::<Vec<_>>().join(",")),
            ("PGUSER", self.user().to_owned()),
            ("PGDATABASE", self.database().to_owned()),
            ("PGSSLMODE", self.tls.word().to_owned()),
        ];
        let password = self.config.get_password().map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        variables.extend(password.map(|password| ("PGPASSWORD", password)));
        variables.extend(self.root_certificate.clone().map(|path| ("PGSSLROOTCERT", path)));
        variables.extend(self.config.get_options().map(|options| ("PGOPTIONS", options.to_owned())));
        variables
    }

    /// Whether every host is a socket or a loopback name of this machine.
    pub fn is_local(&self) -> bool {
        self.config.get_hosts().iter().all(|host| match host {
            Host::Tcp(name) => matches!(name.as_str(), "localhost" | "127.0.0.1" | "::1"),
            Host::Unix(_) => true,
        })
    }

    /// The role that connects.
    pub fn user(&self) -> &str {
        self.config.get_user().unwrap_or("postgres")
    }

    /// The hosts with ports, or the sockets.
    pub fn place(&self) -> String {
        let ports = self.config.get_ports();
        let port = |index: usize| ports.get(index).or(ports.first()).copied().unwrap_or(5432);
        let places: Vec<String> = self
            .config
            .get_hosts()
            .iter()
            .enumerate()
            .map(|(index, host)| match host {
                Host::Tcp(name) => format!("{name}:{}", port(index)),
                Host::Unix(path) => format!("{}/.s.PGSQL.{}", path.display(), port(index)),
            })
            .collect();
        places.join(", ")
    }
}

impl fmt::Display for Target {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} on {} as {}", self.database(), self.place(), self.user())
    }
}

impl fmt::Debug for Target {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Target({self})")
    }
}

/// The part of a URL between `//` and the query.
fn authority(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("postgresql://").or_else(|| text.strip_prefix("postgres://"))?;
    Some(rest.split(['?']).next().unwrap_or(rest))
}

/// The URL with the port at each host that has none. The driver would take 5432, where libpq takes `PGPORT`.
fn with_port(url: &str, port: &str) -> String {
    let Some(begin) = url.find("://").filter(|_| authority(url).is_some()).map(|at| at + 3) else {
        return url.to_owned();
    };
    let query = url.find('?').unwrap_or(url.len());
    let begin = url[..query].rfind('@').map_or(begin, |at| at + 1);
    let end = url[begin..].find(['/', '?']).map_or(url.len(), |at| begin + at);
    let has_port = |host: &str| host.rsplit(']').next().is_some_and(|rest| rest.contains(':'));
    let hosts = url[begin..end].split(',').map(|host| match host {
        "" => String::new(),
        host if has_port(host) => host.to_owned(),
        host => format!("{host}:{port}"),
    });
    format!("{}{}{}", &url[..begin], hosts.collect::<Vec<_>>().join(","), &url[end..])
}

/// The driver's reason without anything that it may quote from the string.
fn parse_reason(error: &tokio_postgres::Error) -> String {
    let cause = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
    let known = ["invalid value for option", "unknown option", "unterminated", "unexpected EOF", "expected"];
    match known.iter().find(|word| cause.starts_with(**word)) {
        Some(word) => format!("not a connection string ({word} …)"),
        None => "not a connection string".to_owned(),
    }
}

fn fill_in(config: &mut Config, set: &dyn Fn(&str) -> Option<String>) -> Result<(), String> {
    if config.get_hosts().is_empty() {
        match set("PGHOST").or_else(|| set("PGHOSTADDR")) {
            Some(hosts) => hosts.split(',').for_each(|host| {
                config.host(host);
            }),
            None => {
                config.host(default_host());
            }
        }
    }
    if let (true, Some(port)) = (config.get_ports().is_empty(), set("PGPORT")) {
        config.port(port.parse().map_err(|_| format!("PGPORT \"{port}\" is not a port number"))?);
    }
    if config.get_user().is_none() {
        config.user(set("PGUSER").or_else(|| set("USER")).unwrap_or_else(|| "postgres".to_owned()));
    }
    if config.get_dbname().is_none_or(str::is_empty) {
        let database = set("PGDATABASE").or_else(|| config.get_user().map(str::to_owned));
        config.dbname(database.unwrap_or_default());
    }
    if let (None, Some(options)) = (config.get_options(), set("PGOPTIONS")) {
        config.options(options);
    }
    let seconds = set("PGCONNECT_TIMEOUT").and_then(|text| text.parse().ok()).filter(|s| *s > 0);
    if let (None, Some(seconds)) = (config.get_connect_timeout(), seconds) {
        config.connect_timeout(Duration::from_secs(seconds));
    }
    Ok(())
}

/// Where a local server's socket usually is, else the loopback address.
fn default_host() -> &'static str {
    ["/var/run/postgresql", "/run/postgresql", "/tmp"]
        .into_iter()
        .find(|folder| std::path::Path::new(folder).join(".s.PGSQL.5432").exists())
        .unwrap_or("localhost")
}

fn fill_in_password(config: &mut Config, file: Option<String>, set: &dyn Fn(&str) -> Option<String>) {
    if let Some(password) = set("PGPASSWORD") {
        config.password(password);
        return;
    }
    let path =
        file.or_else(|| set("PGPASSFILE")).or_else(|| set("HOME").map(|home| format!("{home}/.pgpass")));
    let Some(text) = path.and_then(|path| std::fs::read_to_string(path).ok()) else { return };
    let host = match config.get_hosts().first() {
        Some(Host::Tcp(name)) => name.clone(),
        _ => "localhost".to_owned(),
    };
    let port = config.get_ports().first().copied().unwrap_or(5432);
    let (database, user) = (config.get_dbname().unwrap_or(""), config.get_user().unwrap_or(""));
    if let Some(password) = find_password(&text, &host, port, database, user) {
        config.password(password);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str, pairs: &[(&str, &str)]) -> Result<Target, ConnectError> {
        let variable =
            |name: &str| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| value.to_string());
        Target::parse(text, Origin::Url, &variable)
    }

    #[test]
    fn a_target_is_shown_without_its_password() {
        let target = parse("postgresql://app:s3cret@db.example:6432/shop?sslmode=require", &[]).unwrap();
        assert_eq!(target.to_string(), "shop on db.example:6432 as app");
        assert!(!format!("{target:?}").contains("s3cret"));
        assert_eq!(target.tls, TlsMode::Require);
    }

    #[test]
    fn no_part_of_a_malformed_url_is_repeated() {
        for url in
            ["postgresql://app:pa@ss@host/db", "postgresql://app:s3cret@host:port/db", "nonsense s3cret"]
        {
            let error = parse(url, &[]).unwrap_err().to_string();
            assert!(!error.contains("s3cret") && !error.contains("ss@host"), "{error}");
        }
    }

    #[test]
    fn libpq_variables_fill_what_the_url_leaves_open() {
        let variables = [("PGHOST", "/run/pg"), ("PGPORT", "5433"), ("PGUSER", "me"), ("PGDATABASE", "mine")];
        assert_eq!(parse("", &variables).unwrap().to_string(), "mine on /run/pg/.s.PGSQL.5433 as me");
        assert_eq!(parse("postgresql://other/", &variables).unwrap().to_string(), "mine on other:5433 as me");
    }

    #[test]
    fn a_port_in_the_url_wins_over_pgport_at_each_host() {
        let cases = [
            ("postgresql://u:p@one,two:1/db", "postgresql://u:p@one:9,two:1/db"),
            ("postgres://[::1]/db", "postgres://[::1]:9/db"),
            ("postgres://[::1]:5/db?host=x", "postgres://[::1]:5/db?host=x"),
            ("postgresql:///db?host=/run", "postgresql:///db?host=/run"),
            ("postgresql://one?application_name=a@b", "postgresql://one:9?application_name=a@b"),
            ("host=one", "host=one"),
        ];
        for (url, expected) in cases {
            assert_eq!(with_port(url, "9"), expected);
        }
    }

    #[test]
    fn the_flag_comes_before_the_variables() {
        let variable = |name: &str| (name == "DATABASE_URL").then(|| "postgresql://u@env/db".to_owned());
        let target = Target::from_environment(Some("postgresql://u@flag/db"), &variable).unwrap().unwrap();
        assert_eq!(target.origin, Origin::Flag);
        let target = Target::from_environment(None, &variable).unwrap().unwrap();
        assert_eq!(target.place(), "env:5432");
        assert!(Target::from_environment(None, &|_| None).unwrap().is_none());
    }
}
