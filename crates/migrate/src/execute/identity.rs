//! How a run calls itself in `pg_stat_activity`, so that people and other runs can tell who works.

/// The name of this run: host and process.
pub(crate) struct Identity {
    name: String,
}

impl Identity {
    /// The beginning of the application name of a session at work.
    pub const WORK: &'static str = "bulkhead run ";
    /// The beginning of the application name of a session that holds the run lock.
    pub const LOCK: &'static str = "bulkhead lock ";

    /// Names this process.
    pub fn of_this_process() -> Identity {
        let host = std::fs::read_to_string("/proc/sys/kernel/hostname")
            .ok()
            .or_else(|| std::env::var("HOSTNAME").ok())
            .unwrap_or_else(|| "localhost".to_owned());
        // An application name has 63 bytes at most, and the version must fit in too.
        let host: String = host.trim().chars().filter(char::is_ascii_graphic).take(24).collect();
        Identity { name: format!("{host}:{}", std::process::id()) }
    }

    /// The application name while working on a version.
    pub fn at_work(&self, version: &str) -> String {
        format!("{}{} {version}", Identity::WORK, self.name)
    }

    /// The beginning of the application name while working on any version.
    pub fn work_prefix(&self) -> String {
        format!("{}{} ", Identity::WORK, self.name)
    }

    /// The application name of the connection that holds the run lock.
    pub fn holding_lock(&self) -> String {
        format!("{}{}", Identity::LOCK, self.name)
    }
}
