//! Makes values: for a column, the one that is liked best and others that may do where it does not. Nothing
//! here knows of rows, tables or the server.

mod day;
mod number;
mod text;

use crate::chance::Chance;
use crate::hints::Hints;
use crate::kind::Kind;
use crate::schema::Column;

/// Where a value is wanted.
#[derive(Clone, Debug)]
pub(crate) struct Seat {
    /// The stream that is this value's own.
    pub(crate) chance: Chance,
    /// What a text says, so that it is recognised wherever it shows up.
    pub(crate) canary: String,
    /// Differs from row to row of a table.
    pub(crate) number: u64,
}

/// The most candidates for one column.
const MOST: usize = 160;

/// Values that the column may take, the best first; `None` stands for null.
pub(crate) fn candidates(column: &Column, unique: bool, hints: &Hints, seat: &Seat) -> Vec<Option<String>> {
    let constant = column.constant.as_ref().filter(|_| !unique);
    let mut values: Vec<Option<String>> = Vec::new();
    // What ends or removes something is marked by a time: without one a row is alive.
    if column.nullable && column.kind.is_date_or_time() && !unique {
        values.push(None);
    }
    let first = first(&column.kind);
    if first == First::Constant {
        values.extend(constant.cloned().map(Some));
    }
    let made = of_kind(column, unique, hints, seat);
    let rest = made.into_iter().map(Some);
    let at = values.len();
    values.extend(rest);
    if first == First::Canary
        && let Some(constant) = constant
    {
        values.insert((at + 1).min(values.len()), Some(constant.clone()));
    }
    let mut kept: Vec<Option<String>> = Vec::new();
    for value in values {
        if !kept.contains(&value) {
            kept.push(value);
        }
    }
    kept.truncate(MOST);
    if column.nullable && !kept.contains(&None) {
        kept.push(None);
    }
    kept
}

/// What comes first for a column that has a constant as its default.
#[derive(Clone, Copy, PartialEq, Eq)]
enum First {
    Constant,
    Canary,
}

fn first(kind: &Kind) -> First {
    match kind {
        Kind::Text(_) | Kind::Json | Kind::Array(_) | Kind::Bytes => First::Canary,
        _ => First::Constant,
    }
}

fn of_kind(column: &Column, unique: bool, hints: &Hints, seat: &Seat) -> Vec<String> {
    let mut seat = seat.clone();
    match &column.kind {
        Kind::Boolean => {
            let alive = ["active", "enabled"].iter().any(|word| column.name.contains(word));
            let values = if alive { ["true", "false"] } else { ["false", "true"] };
            values.map(str::to_owned).to_vec()
        }
        Kind::Integer(largest) => {
            // Far away from what a sequence gives.
            let begin = if !column.numbered {
                1
            } else if *largest > 100_000 {
                900_000
            } else {
                20_000
            };
            number::integers(*largest, begin, unique || column.numbered, hints, &seat)
        }
        Kind::Numeric(limits) => number::decimals(*limits, unique, hints, &seat),
        Kind::Float => number::decimals(None, unique, hints, &seat),
        Kind::Text(limit) => text::texts(*limit, hints, &mut seat),
        Kind::Bytes => text::bytes(hints, &mut seat),
        Kind::Json => text::json(hints, &seat),
        Kind::Date | Kind::Timestamp => day::days(&column.name, column.kind == Kind::Timestamp, hints, &seat),
        Kind::Enum(labels) => {
            let mut labels = labels.clone();
            if unique && !labels.is_empty() {
                let by = usize::try_from(seat.number).unwrap_or(0) % labels.len();
                labels.rotate_left(by);
            }
            labels
        }
        Kind::Array(element) => arrays(element, hints, &seat),
        Kind::Known(known) => {
            let mut values = vec![simple(&column.kind, &mut seat)];
            values.extend(known.iter().map(ToString::to_string));
            values.extend(hints.texts.iter().cloned());
            values
        }
        Kind::Interval => {
            let mut values = vec![simple(&column.kind, &mut seat)];
            values.extend(["1 day", "1 second", "0", "1 year"].map(str::to_owned));
            values
        }
        Kind::Other => {
            let mut values: Vec<String> = hints.texts.clone();
            values.extend(["1", "a", "{}", "()", "0", ""].map(str::to_owned));
            values
        }
        kind => {
            let mut values = vec![simple(kind, &mut seat)];
            seat.number += 1;
            values.push(simple(kind, &mut seat));
            if matches!(kind, Kind::Range(_) | Kind::Multirange(_)) {
                values.push(if matches!(kind, Kind::Range(_)) { "empty" } else { "{}" }.to_owned());
            }
            values
        }
    }
}

/// One value of a kind, different for each number as far as the kind allows.
pub(crate) fn simple(kind: &Kind, seat: &mut Seat) -> String {
    let number = seat.number;
    match kind {
        Kind::Boolean => "true".to_owned(),
        Kind::Integer(_) | Kind::Float => (number % 30_000 + 1).to_string(),
        Kind::Numeric(limits) => number::fitting(*limits, number + 1),
        Kind::Text(limit) => text::canary(seat, *limit),
        Kind::Bytes => text::hexadecimal(seat.canary.as_bytes()),
        Kind::Uuid => seat.chance.uuid(),
        Kind::Date => day::date(number),
        Kind::Timestamp => format!("{} 12:00:00+00", day::date(number)),
        Kind::Time => format!("{:02}:{:02}:00", 8 + number % 12, number / 12 % 60),
        Kind::Interval => format!("{} hours", number + 1),
        Kind::Json => text::object(&seat.canary),
        Kind::Bits(length) => {
            let bit = |place: usize| number >> (place % 64) & 1 == 1;
            (0..*length).rev().map(|place| if bit(place) { '1' } else { '0' }).collect()
        }
        Kind::Enum(labels) => {
            let index = usize::try_from(number).unwrap_or(0) % labels.len().max(1);
            labels.get(index).cloned().unwrap_or_default()
        }
        Kind::Range(subtype) => range(subtype, seat),
        Kind::Multirange(range) => format!("{{{}}}", simple(range, seat)),
        Kind::Array(element) => {
            let element = text::element(&simple(element, seat));
            format!("{{{element}}}")
        }
        Kind::Composite(attributes) => {
            let fields: Vec<String> =
                attributes.iter().map(|kind| text::element(&simple(kind, seat))).collect();
            format!("({})", fields.join(","))
        }
        Kind::Vector(dimensions) => {
            let numbers: Vec<String> =
                (0..*dimensions).map(|_| format!("0.{:03}", 1 + seat.chance.below(999))).collect();
            format!("[{}]", numbers.join(","))
        }
        Kind::Known(known) => text::known(known, number),
        Kind::Other => "1".to_owned(),
    }
}

/// `[a,b)` where the next number's range begins at b or later.
fn range(subtype: &Kind, seat: &mut Seat) -> String {
    let number = seat.number;
    let (low, high) = match subtype {
        Kind::Integer(_) | Kind::Float | Kind::Numeric(_) => {
            ((number * 10).to_string(), (number * 10 + 5).to_string())
        }
        Kind::Date => (day::date(number * 2), day::date(number * 2 + 1)),
        Kind::Timestamp => {
            (format!("{} 08:00+00", day::date(number)), format!("{} 16:00+00", day::date(number)))
        }
        Kind::Text(_) => (text::canary(seat, None), format!("{}z", text::canary(seat, None))),
        _ => return "empty".to_owned(),
    };
    format!("[\"{low}\",\"{high}\")")
}

fn arrays(element: &Kind, hints: &Hints, seat: &Seat) -> Vec<String> {
    let column = |kind: &Kind| Column {
        name: String::new(),
        kind: kind.clone(),
        cast: String::new(),
        nullable: false,
        constant: None,
        generated: None,
        numbered: false,
    };
    let elements = if matches!(element, Kind::Array(_)) {
        vec![simple(element, &mut seat.clone())]
    } else {
        of_kind(&column(element), false, hints, seat)
    };
    let quoted: Vec<String> = elements.iter().map(|value| text::element(value)).collect();
    let mut values: Vec<String> = quoted.iter().take(60).map(|value| format!("{{{value}}}")).collect();
    values.insert(1.min(values.len()), "{}".to_owned());
    for length in hints.numbers.iter().filter_map(|number| number.parse::<usize>().ok()) {
        for length in [length, length + 1] {
            if (2..=100).contains(&length) && !quoted.is_empty() {
                let items: Vec<&str> = quoted.iter().cycle().take(length).map(String::as_str).collect();
                values.push(format!("{{{}}}", items.join(",")));
            }
        }
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seat(number: u64) -> Seat {
        Seat { chance: Chance::new(1), canary: "bulkhead_probe_a_t_c_0".to_owned(), number }
    }

    fn column(kind: Kind) -> Column {
        Column {
            name: "c".to_owned(),
            kind,
            cast: String::new(),
            nullable: false,
            constant: None,
            generated: None,
            numbered: false,
        }
    }

    #[test]
    fn the_first_candidate_is_the_typical_value() {
        let text = || Box::new(Kind::Text(None));
        let cases = [
            (Kind::Boolean, "false"),
            (Kind::Integer(32_767), "3"),
            (Kind::Numeric(Some((2, 2))), "0.03"),
            (Kind::Text(None), "bulkhead_probe_a_t_c_0"),
            (Kind::Json, "{\"canary\": \"bulkhead_probe_a_t_c_0\"}"),
            (Kind::Enum(vec!["x".to_owned(), "y".to_owned()]), "x"),
            (Kind::Array(text()), "{\"bulkhead_probe_a_t_c_0\"}"),
            (Kind::Bits(4), "0010"),
            (Kind::Range(Box::new(Kind::Integer(1))), "[\"20\",\"25\")"),
            (Kind::Composite(vec![Kind::Boolean, *text()]), "(\"true\",\"bulkhead_probe_a_t_c_0\")"),
            (Kind::Known(&["192.0.2.1"]), "192.0.2.3"),
        ];
        for (kind, expected) in cases {
            let values = candidates(&column(kind.clone()), false, &Hints::default(), &seat(2));
            assert_eq!(values[0].as_deref(), Some(expected), "{kind:?}");
        }
    }

    #[test]
    fn a_nullable_time_is_null_at_first_and_anything_else_at_last() {
        let time = Column { nullable: true, ..column(Kind::Timestamp) };
        assert_eq!(candidates(&time, false, &Hints::default(), &seat(0))[0], None);
        let text = Column { nullable: true, ..column(Kind::Text(None)) };
        assert_eq!(candidates(&text, false, &Hints::default(), &seat(0)).last(), Some(&None));
    }

    #[test]
    fn a_constant_default_is_preferred_unless_the_column_carries_the_canary() {
        let with = |kind, constant: &str| Column { constant: Some(constant.to_owned()), ..column(kind) };
        let hints = Hints::default();
        let flag = candidates(&with(Kind::Boolean, "true"), false, &hints, &seat(0));
        assert_eq!(flag[0].as_deref(), Some("true"));
        let text = candidates(&with(Kind::Text(None), "new"), false, &hints, &seat(0));
        assert_eq!(text[0].as_deref(), Some("bulkhead_probe_a_t_c_0"));
        assert_eq!(text[1].as_deref(), Some("new"));
    }
}
