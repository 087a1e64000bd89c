//! Objects with properties.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Write};

use serde::{Serialize, Serializer};
use sha2::{Digest, Sha256};

/// What an object is called: its kind and its name, qualified and quoted where SQL needs it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ObjectName {
    /// `table`, `column`, `policy`, …
    pub kind: String,
    /// For instance `app.users` or `app.users.email`; parts of tables that SQL names apart (constraints, triggers,
    /// policies) are preceded by the table and a space.
    pub name: String,
}

impl Display for ObjectName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.kind, self.name)
    }
}

impl Serialize for ObjectName {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The properties of an object that are not as they would be by default.
pub(crate) type Properties = BTreeMap<String, String>;

/// The shape of a database.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalog {
    pub(crate) objects: BTreeMap<ObjectName, Properties>,
}

impl Catalog {
    /// A property of an object.
    pub fn property(&self, kind: &str, name: &str, property: &str) -> Option<&str> {
        let object = ObjectName { kind: kind.to_owned(), name: name.to_owned() };
        self.objects.get(&object)?.get(property).map(String::as_str)
    }

    /// Whether there is an object of this name.
    pub fn has(&self, object: &ObjectName) -> bool {
        self.objects.contains_key(object)
    }

    /// SHA-256 of the canonical text, as 64 hexadecimal digits. Equal shapes have equal fingerprints.
    pub fn fingerprint(&self) -> String {
        let digest = Sha256::digest(self.to_string().as_bytes());
        digest.iter().fold(String::with_capacity(64), |mut text, byte| {
            // Writing to a string cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}

/// The canonical text: one line for each object, its properties indented below it, all in the order of names.
impl Display for Catalog {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (object, properties) in &self.objects {
            writeln!(formatter, "{object}")?;
            for (property, value) in properties {
                writeln!(formatter, "  {property}: {}", value.trim().replace('\n', "\n    "))?;
            }
        }
        Ok(())
    }
}
