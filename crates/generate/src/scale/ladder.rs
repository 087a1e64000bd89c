//! For a column, the ways to make its values: the most telling first, those that the server is known to take last.

use std::sync::Arc;

use super::maker::{Maker, Raw};
use crate::kind::Kind;
use crate::schema::{Column, Table};

/// What is known about the values of a column.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    /// A value as text and in its binary form that passes all checks together with those of the other columns.
    pub(crate) base: Option<(String, Raw)>,
    /// Values that pass the checks on this column alone.
    pub(crate) passing: Vec<(String, Raw)>,
    /// Whether there are checks on this column alone.
    pub(crate) checked: bool,
    /// Texts that the checks compare with.
    pub(crate) named: Vec<String>,
    /// The first number that no row has yet.
    pub(crate) start: i64,
    /// Whether rows must differ in it, perhaps together with other columns.
    pub(crate) in_key: bool,
    /// What a canary looked like in the values.
    pub(crate) marker: String,
}

/// Ways for a text with the canary.
const TEMPLATES: usize = 3;
/// Values of a pool.
const CHOICES: usize = 24;
/// Days that times are spread over; where that is too much, fewer.
const WINDOWS: [u64; 4] = [90, 20, 3, 1];
/// Consecutive numbers or days that count rows together with other columns.
const COUNTED: i64 = 4_000;

/// The ways for a column. There is at least one.
pub(crate) fn ladder(table: &Table, place: usize, known: &Known) -> Vec<Maker> {
    let column = &table.columns[place];
    let Some((base, base_raw)) = &known.base else { return vec![Maker::Null] };
    let mut makers = by_kind(column, known, base, base_raw.as_deref());
    if known.in_key {
        makers.extend(counted(&column.kind, base_raw.as_deref()));
    }
    let choices: Vec<Raw> = choices(&column.kind, known).into_iter().take(CHOICES).collect();
    if choices.len() > 1 {
        makers.push(Maker::Pool(Arc::new(choices)));
    }
    // Then what the column has by default, and at last what passed all checks.
    let constant = column.constant.as_ref().and_then(|constant| {
        let passing = known.passing.iter().find(|(text, _)| text == constant);
        passing.map(|(_, raw)| raw.clone())
    });
    makers.extend(constant.map(Maker::fixed));
    makers.push(Maker::fixed(base_raw.clone()));
    makers.dedup();
    makers
}

fn by_kind(column: &Column, known: &Known, base: &str, raw: Option<&[u8]>) -> Vec<Maker> {
    let cast = column.cast.as_str();
    match &column.kind {
        Kind::Integer(largest) => integers(*largest, cast, column.numbered, known),
        Kind::Numeric(limits) => decimals(*limits, known),
        Kind::Float => match cast {
            "real" => floats(4, known),
            "double precision" => floats(8, known),
            _ => Vec::new(),
        },
        Kind::Text(limit) => {
            let digest = digest(&column.name).filter(|length| limit.is_none_or(|limit| *length <= limit));
            let digest = digest.filter(|_| !known.checked).map(|length| Maker::Hex { length });
            digest.into_iter().chain(texts(*limit, base, known)).collect()
        }
        Kind::Json => {
            let lead = (cast == "jsonb").then_some(1);
            templates(lead, known)
        }
        Kind::Bytes => {
            let length = raw.map_or(0, <[u8]>::len);
            let word = (!known.checked).then(|| word(None, "", "", false));
            word.into_iter().chain((length > 0).then_some(Maker::Bytes { length })).collect()
        }
        Kind::Uuid => vec![Maker::Uuid],
        Kind::Timestamp => {
            let Some(base) = number(raw) else { return Vec::new() };
            let serial = known.in_key.then_some(Maker::MomentSerial { base });
            serial.into_iter().chain(WINDOWS.map(|days| Maker::Moment { base, days })).collect()
        }
        Kind::Date => {
            let Some(base) = number(raw) else { return Vec::new() };
            WINDOWS.map(|days| Maker::Day { base, days }).to_vec()
        }
        Kind::Time if cast == "time without time zone" => vec![Maker::TimeOfDay],
        Kind::Array(element) if matches!(**element, Kind::Text(_)) => {
            let element = match cast {
                "text[]" => 25,
                cast if cast.starts_with("character varying") => 1043,
                _ => return Vec::new(),
            };
            let carries = known.passing.iter().any(|(text, _)| *text == format!("{{\"{}\"}}", known.marker));
            carries.then_some(Maker::WordArray { element }).into_iter().collect()
        }
        Kind::Known(_) if cast == "inet" => vec![Maker::Inet],
        Kind::Vector(dimensions)
            if cast.rsplit('.').next().is_some_and(|cast| cast.starts_with("vector")) =>
        {
            vec![Maker::Vector { dimensions: *dimensions }]
        }
        Kind::Range(_) if known.in_key => spans(cast, raw),
        _ => Vec::new(),
    }
}

/// How many hexadecimal digits a digest of this name has.
fn digest(name: &str) -> Option<usize> {
    let known = [("md5", 32), ("sha1", 40), ("sha256", 64), ("sha384", 96), ("sha512", 128)];
    let is_named = |digest: &str| name.split('_').any(|word| word == digest);
    known.into_iter().find(|(digest, _)| is_named(digest)).map(|(_, length)| length)
}

fn integers(largest: i64, cast: &str, numbered: bool, known: &Known) -> Vec<Maker> {
    let bytes = match cast {
        "smallint" => 2,
        "integer" => 4,
        "bigint" => 8,
        _ => return Vec::new(),
    };
    let mut makers = Vec::new();
    if (known.in_key || numbered) && bytes > 2 {
        makers.push(Maker::Serial { start: known.start, bytes });
    }
    if !known.in_key {
        let passing = known.passing.iter().filter_map(|(text, _)| text.parse::<i64>().ok());
        let bounds = bounds(passing).filter(|_| known.checked);
        let (low, high) = bounds.unwrap_or((1, 1_000.min(largest)));
        makers.push(Maker::Integer { low, high, bytes });
    }
    makers
}

fn decimals(limits: Option<(usize, usize)>, known: &Known) -> Vec<Maker> {
    // Digits beyond these are not needed, and i64 has no room for them.
    let scale = u32::try_from(limits.map_or(2, |(_, scale)| scale)).unwrap_or(u32::MAX);
    let whole = limits.map_or(9, |(precision, scale)| precision.saturating_sub(scale));
    if scale > 12 {
        return Vec::new();
    }
    let unit = 10_i64.pow(scale);
    if known.in_key {
        return if whole >= 7 {
            vec![Maker::DecimalSerial { start: known.start, scale }]
        } else {
            Vec::new()
        };
    }
    let passing = known.passing.iter().filter_map(|(text, _)| text.parse::<f64>().ok());
    let passing = passing.map(|number| (number * unit as f64) as i64);
    let most = 10_i64.pow(u32::try_from(whole.min(3)).unwrap_or(3)) * unit - 1;
    let (low, high) = bounds(passing).filter(|_| known.checked).unwrap_or((0, most));
    vec![Maker::Decimal { low, high: high.min(most.max(low)), scale }]
}

fn floats(bytes: usize, known: &Known) -> Vec<Maker> {
    let passing = known.passing.iter().filter_map(|(text, _)| text.parse::<f64>().ok());
    let bounds = passing.fold(None, |bounds: Option<(f64, f64)>, number| {
        Some(bounds.map_or((number, number), |(low, high)| (low.min(number), high.max(number))))
    });
    let (low, high) = bounds.filter(|_| known.checked).unwrap_or((0.0, 1.0));
    vec![Maker::Float { low, high, bytes }]
}

fn bounds(numbers: impl Iterator<Item = i64>) -> Option<(i64, i64)> {
    numbers.fold(None, |bounds: Option<(i64, i64)>, number| {
        Some(bounds.map_or((number, number), |(low, high)| (low.min(number), high.max(number))))
    })
}

fn texts(limit: Option<usize>, base: &str, known: &Known) -> Vec<Maker> {
    let mut makers = templates(None, known);
    let is_hex = base.len() >= 16 && base.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_hex {
        makers.push(Maker::Hex { length: base.len() });
    }
    if let Some(length) = limit.filter(|limit| (4..24).contains(limit)) {
        makers.push(Maker::Short { length });
    }
    makers
}

/// What surrounds the canary in values that pass.
fn templates(lead: Option<u8>, known: &Known) -> Vec<Maker> {
    let upper = known.marker.to_uppercase();
    let found = known.passing.iter().filter_map(|(text, _)| {
        let (before, after, is_upper) = match (text.split_once(&known.marker), text.split_once(&upper)) {
            (Some((before, after)), _) => (before, after, false),
            (None, Some((before, after))) => (before, after, true),
            (None, None) => return None,
        };
        // A canary that comes twice is a long text made of it.
        let again = after.contains(&known.marker) || after.contains(&upper);
        (!again).then(|| word(lead, before, after, is_upper))
    });
    found.take(TEMPLATES).collect()
}

fn word(lead: Option<u8>, before: &str, after: &str, upper: bool) -> Maker {
    Maker::Word { lead, before: before.to_owned(), after: after.to_owned(), upper }
}

/// Values that are taken in turn.
fn choices(kind: &Kind, known: &Known) -> Vec<Raw> {
    let passing = known.passing.iter();
    match kind {
        Kind::Text(_) => {
            let named = passing.filter(|(text, _)| !text.is_empty() && known.named.contains(text));
            named.map(|(_, raw)| raw.clone()).collect()
        }
        // Documents are as they are by default.
        Kind::Json | Kind::Bytes | Kind::Array(_) | Kind::Other => Vec::new(),
        Kind::Uuid | Kind::Timestamp | Kind::Date | Kind::Float | Kind::Numeric(_) => Vec::new(),
        Kind::Integer(_) if !known.checked => Vec::new(),
        _ => passing.map(|(_, raw)| raw.clone()).collect(),
    }
}

/// Consecutive values, from the one that passed all checks on.
fn counted(kind: &Kind, raw: Option<&[u8]>) -> Option<Maker> {
    let bytes = raw?.len();
    let base = number(raw)?;
    let fits = match kind {
        Kind::Integer(largest) => base.saturating_add(COUNTED) <= *largest,
        Kind::Date => true,
        _ => false,
    };
    let value = |step: i64| Some((base + step).to_be_bytes()[8 - bytes..].to_vec());
    (fits && bytes <= 8).then(|| Maker::Pool(Arc::new((0..COUNTED).map(value).collect())))
}

fn spans(cast: &str, raw: Option<&[u8]>) -> Vec<Maker> {
    // The lower bound stands behind the flags and its length.
    let bound = |bytes: usize| raw.and_then(|raw| number(raw.get(5..5 + bytes)));
    const HOUR: i64 = 3_600_000_000;
    let (bytes, step) = match cast {
        "int4range" => (4, 4),
        "int8range" => (8, 4),
        "daterange" => (4, 2),
        "tsrange" | "tstzrange" => (8, HOUR),
        _ => return Vec::new(),
    };
    bound(bytes).map(|base| Maker::Span { base, step, bytes }).into_iter().collect()
}

/// A whole number from its bytes.
fn number(raw: Option<&[u8]>) -> Option<i64> {
    match *raw? {
        [a, b] => Some(i64::from(i16::from_be_bytes([a, b]))),
        [a, b, c, d] => Some(i64::from(i32::from_be_bytes([a, b, c, d]))),
        [a, b, c, d, e, f, g, h] => Some(i64::from_be_bytes([a, b, c, d, e, f, g, h])),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(kind: Kind, cast: &str, constant: Option<&str>) -> Table {
        let column = Column {
            name: "c".to_owned(),
            kind,
            cast: cast.to_owned(),
            nullable: false,
            constant: constant.map(str::to_owned),
            generated: None,
            numbered: false,
        };
        Table {
            plain_name: "t".to_owned(),
            name: "t".to_owned(),
            own_name: "t".to_owned(),
            columns: vec![column],
            checks: Vec::new(),
            keys: Vec::new(),
            takes_rows: true,
        }
    }

    fn known(texts: &[&str], checked: bool) -> Known {
        let passing: Vec<(String, Raw)> =
            texts.iter().map(|text| ((*text).to_owned(), Some(text.as_bytes().to_vec()))).collect();
        Known {
            base: passing.first().cloned(),
            named: texts.iter().map(ToString::to_string).collect(),
            passing,
            checked,
            start: 1,
            in_key: false,
            marker: "canary7t0n0".to_owned(),
        }
    }

    #[test]
    fn a_text_carries_the_canary_where_the_checks_let_it() {
        let text = || table(Kind::Text(None), "text", None);
        let words = |before: &str, after: &str, upper| word(None, before, after, upper);
        let cases = [
            (vec!["canary7t0n0"], words("", "", false)),
            (vec!["canary7t0n0@example.org"], words("", "@example.org", false)),
            (vec!["CANARY7T0N0"], words("", "", true)),
        ];
        for (texts, expected) in cases {
            assert_eq!(ladder(&text(), 0, &known(&texts, true))[0], expected);
        }
        let named = ladder(&text(), 0, &known(&["draft", "done"], true));
        assert_eq!(named[0].choices(), Some(2));
        assert_eq!(named[1], Maker::fixed(Some(b"draft".to_vec())));
    }

    #[test]
    fn the_last_ways_are_the_default_and_what_passes_all_checks() {
        let table = table(Kind::Text(None), "text", Some("done"));
        let makers = ladder(&table, 0, &known(&["draft", "done"], true));
        let fixed = |text: &str| Maker::fixed(Some(text.as_bytes().to_vec()));
        assert_eq!(makers[1..], [fixed("done"), fixed("draft")]);
    }

    #[test]
    fn a_digest_is_known_by_its_name() {
        for (name, length) in [
            ("sha256", Some(64)),
            ("checksum_sha256", Some(64)),
            ("md5", Some(32)),
            ("sha256sum", None),
            ("hash", None),
        ] {
            assert_eq!(digest(name), length, "{name}");
        }
    }

    #[test]
    fn numbers_keep_to_the_bounds_that_pass() {
        let table = table(Kind::Integer(i64::from(i32::MAX)), "integer", None);
        let mut numbers = known(&["3", "1", "5"], true);
        numbers.base = Some(("3".to_owned(), Some(3_i32.to_be_bytes().to_vec())));
        assert_eq!(ladder(&table, 0, &numbers)[0], Maker::Integer { low: 1, high: 5, bytes: 4 });
        numbers.in_key = true;
        assert_eq!(ladder(&table, 0, &numbers)[0], Maker::Serial { start: 1, bytes: 4 });
    }
}
