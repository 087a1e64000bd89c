//! What a type is, as far as making values for it goes.

use std::collections::BTreeMap;

use crate::read::TypeRow;

/// A type with its modifier.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kind {
    Boolean,
    /// With the largest value.
    Integer(i64),
    /// Digits in all and after the point.
    Numeric(Option<(usize, usize)>),
    Float,
    /// With the most characters.
    Text(Option<usize>),
    Bytes,
    Uuid,
    Date,
    Time,
    Timestamp,
    Interval,
    Json,
    /// Bits, and whether fewer would do.
    Bits(usize),
    Enum(Vec<String>),
    Range(Box<Kind>),
    Multirange(Box<Kind>),
    Array(Box<Kind>),
    Composite(Vec<Kind>),
    /// Dimensions; 3 when any number will do.
    Vector(usize),
    /// A type for which a few literals are known.
    Known(&'static [&'static str]),
    /// Nothing is known about it.
    Other,
}

/// The deepest nesting of types that is followed.
const DEEPEST: usize = 8;

impl Kind {
    /// The kind of a type by its number.
    pub(crate) fn of(types: &BTreeMap<i64, TypeRow>, oid: i64, modifier: i32) -> Kind {
        Kind::at(types, oid, modifier, 0)
    }

    fn at(types: &BTreeMap<i64, TypeRow>, oid: i64, modifier: i32, depth: usize) -> Kind {
        let Some(row) = types.get(&oid).filter(|_| depth < DEEPEST) else { return Kind::Other };
        let inner = |oid: Option<i64>, modifier: i32| {
            Box::new(oid.map_or(Kind::Other, |oid| Kind::at(types, oid, modifier, depth + 1)))
        };
        match (row.kind.as_str(), row.element) {
            ("d", _) => *inner(row.base, row.modifier),
            ("e", _) => Kind::Enum(row.labels.clone().unwrap_or_default()),
            ("r", _) => Kind::Range(inner(row.subtype, -1)),
            ("m", _) => Kind::Multirange(inner(row.subtype, -1)),
            ("c", _) => {
                let attributes = row.attributes.iter().flatten();
                Kind::Composite(attributes.map(|(oid, modifier)| *inner(Some(*oid), *modifier)).collect())
            }
            (_, element @ Some(_)) => Kind::Array(inner(element, modifier)),
            _ => base(&row.name, modifier),
        }
    }

    /// Whether a value is a point in time.
    pub(crate) fn is_date_or_time(&self) -> bool {
        matches!(self, Kind::Date | Kind::Time | Kind::Timestamp)
    }
}

fn base(name: &str, modifier: i32) -> Kind {
    let length = |less: i32| usize::try_from(modifier - less).ok();
    match name {
        "bool" => Kind::Boolean,
        "int2" => Kind::Integer(i64::from(i16::MAX)),
        "int4" => Kind::Integer(i64::from(i32::MAX)),
        "int8" => Kind::Integer(i64::MAX),
        "oid" | "regclass" | "regproc" | "regtype" | "xid" | "cid" | "xid8" => {
            Kind::Integer(i64::from(i32::MAX))
        }
        "numeric" => Kind::Numeric(length(4).map(|packed| (packed >> 16, packed & 0x3ff))),
        "money" | "float4" | "float8" => Kind::Float,
        "text" | "citext" => Kind::Text(None),
        "varchar" | "bpchar" => Kind::Text(length(4)),
        "char" => Kind::Text(Some(1)),
        "name" => Kind::Text(Some(63)),
        "bytea" => Kind::Bytes,
        "uuid" => Kind::Uuid,
        "date" => Kind::Date,
        "time" | "timetz" => Kind::Time,
        "timestamp" | "timestamptz" => Kind::Timestamp,
        "interval" => Kind::Interval,
        "json" | "jsonb" => Kind::Json,
        "bit" => Kind::Bits(length(0).unwrap_or(1)),
        "varbit" => Kind::Bits(length(0).unwrap_or(8)),
        "vector" | "halfvec" => Kind::Vector(length(0).unwrap_or(3)),
        _ => literals(name, modifier),
    }
}

fn literals(name: &str, modifier: i32) -> Kind {
    let known: &'static [&'static str] = match name {
        "inet" => &["192.0.2.1", "2001:db8::1"],
        "cidr" => &["192.0.2.0/24", "2001:db8::/32"],
        "macaddr" => &["02:00:00:00:00:01"],
        "macaddr8" => &["02:00:00:00:00:00:00:01"],
        "xml" => &["<probe/>"],
        "tsvector" => &["bulkhead probe"],
        "tsquery" => &["bulkhead & probe"],
        "jsonpath" => &["$.probe"],
        "point" => &["(1,2)"],
        "line" => &["{1,-1,0}"],
        "lseg" => &["[(0,0),(1,1)]"],
        "box" => &["(1,1),(0,0)"],
        "path" => &["[(0,0),(1,1)]"],
        "polygon" => &["((0,0),(1,1),(1,0))"],
        "circle" => &["<(0,0),1>"],
        "pg_lsn" => &["0/1"],
        "pg_snapshot" | "txid_snapshot" => &["1:2:"],
        "tid" => &["(0,1)"],
        "hstore" => &["probe=>1"],
        "ltree" => &["bulkhead.probe"],
        "lquery" => &["bulkhead.*"],
        "cube" => &["(1,2,3)"],
        "seg" => &["1..2"],
        "isbn" => &["978-0-393-04002-9"],
        "sparsevec" if modifier <= 1 => &["{1:1}/1"],
        "geometry" | "geography" => &["POINT(1 2)"],
        _ => return Kind::Other,
    };
    Kind::Known(known)
}
