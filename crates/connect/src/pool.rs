//! Pool settings, read from the variables that the applications use too.

use std::time::Duration;

use crate::ConnectError;

/// How many connections, and for how long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolSettings {
    /// `DB_MAX_CONNECTIONS`, 1 or more; 20 by default.
    pub max_connections: u32,
    /// `DB_MIN_CONNECTIONS`, at most the maximum; 1 by default.
    pub min_connections: u32,
    /// `DB_ACQUIRE_TIMEOUT_SECONDS`; 30 s by default. Also bounds how long connecting may take.
    pub acquire_timeout: Duration,
    /// `DB_IDLE_TIMEOUT_SECONDS`; 600 s by default.
    pub idle_timeout: Duration,
    /// `DB_MAX_LIFETIME_SECONDS`; 1800 s by default.
    pub max_lifetime: Duration,
}

impl PoolSettings {
    /// Reads the variables; fails on one that is no number or out of range.
    pub fn from_environment(variable: &dyn Fn(&str) -> Option<String>) -> Result<PoolSettings, ConnectError> {
        let read = |name: &'static str, default: u32| match variable(name) {
            None => Ok(default),
            Some(text) => text.trim().parse().map_err(|_| ConnectError::Setting {
                name,
                reason: format!("\"{text}\" is not a whole number from 0 to {}", u32::MAX),
            }),
        };
        let seconds = |name, default| Ok::<_, ConnectError>(Duration::from_secs(read(name, default)?.into()));
        let settings = PoolSettings {
            max_connections: read("DB_MAX_CONNECTIONS", 20)?,
            min_connections: read("DB_MIN_CONNECTIONS", 1)?,
            acquire_timeout: seconds("DB_ACQUIRE_TIMEOUT_SECONDS", 30)?,
            idle_timeout: seconds("DB_IDLE_TIMEOUT_SECONDS", 600)?,
            max_lifetime: seconds("DB_MAX_LIFETIME_SECONDS", 1800)?,
        };
        settings.check()
    }

    fn check(self) -> Result<PoolSettings, ConnectError> {
        let wrong = |name, reason: String| Err(ConnectError::Setting { name, reason });
        if self.max_connections == 0 {
            return wrong("DB_MAX_CONNECTIONS", "must be 1 or more".to_owned());
        }
        if self.min_connections > self.max_connections {
            let reason =
                format!("{} is more than DB_MAX_CONNECTIONS, {}", self.min_connections, self.max_connections);
            return wrong("DB_MIN_CONNECTIONS", reason);
        }
        if self.acquire_timeout.is_zero() {
            return wrong("DB_ACQUIRE_TIMEOUT_SECONDS", "must be 1 or more".to_owned());
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Result<PoolSettings, String> {
        let variable =
            |name: &str| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| value.to_string());
        PoolSettings::from_environment(&variable).map_err(|error| error.to_string())
    }

    #[test]
    fn defaults_are_those_the_applications_use() {
        let settings = read(&[]).unwrap();
        assert_eq!((settings.max_connections, settings.min_connections), (20, 1));
        assert_eq!(settings.acquire_timeout.as_secs(), 30);
        assert_eq!(settings.idle_timeout.as_secs(), 600);
        assert_eq!(settings.max_lifetime.as_secs(), 1800);
    }

    #[test]
    fn a_wrong_value_is_named() {
        assert!(read(&[("DB_MAX_CONNECTIONS", "many")]).unwrap_err().contains("DB_MAX_CONNECTIONS"));
        assert!(read(&[("DB_MIN_CONNECTIONS", "21")]).unwrap_err().contains("more than DB_MAX_CONNECTIONS"));
        assert!(read(&[("DB_MAX_CONNECTIONS", "0")]).is_err());
        assert!(read(&[("DB_ACQUIRE_TIMEOUT_SECONDS", "0")]).is_err());
    }
}
