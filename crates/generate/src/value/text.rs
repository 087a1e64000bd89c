//! Texts, bytes and documents.

use super::Seat;
use crate::hints::Hints;
use crate::pattern;

/// The longest text that a length limit makes us write.
const LONGEST: usize = 10_000;

/// The canary, cut to a length so that it still differs from row to row.
pub(super) fn canary(seat: &Seat, limit: Option<usize>) -> String {
    let length = seat.canary.chars().count();
    let Some(limit) = limit.filter(|limit| *limit < length) else { return seat.canary.clone() };
    let end = format!("_{}", short(seat.number, 1));
    // "bulkhead_probe_a" and something that tells rows apart.
    if limit >= 16 + end.len() {
        let head: String = seat.canary.chars().take(limit - end.len()).collect();
        return head + &end;
    }
    let number = short(seat.number, limit);
    let hash = seat.chance.fork(&seat.canary, 0).hex(limit);
    let head: String = hash.chars().take(limit.saturating_sub(number.len())).collect();
    (head + &number).chars().take(limit).collect()
}

/// A number with digits and letters, at most so many of them.
fn short(number: u64, limit: usize) -> String {
    const DIGITS: &[u8] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    let mut text = String::new();
    let mut rest = number;
    while text.is_empty() || rest > 0 {
        let digit = usize::try_from(rest % 36).unwrap_or(0);
        text.insert(0, char::from(DIGITS[digit]));
        rest /= 36;
    }
    let skip = if limit > 1 { text.len().saturating_sub(limit) } else { 0 };
    text.split_off(skip)
}

/// Texts for a column of this length.
pub(super) fn texts(limit: Option<usize>, hints: &Hints, seat: &mut Seat) -> Vec<String> {
    let canary = canary(seat, limit);
    let mut values = vec![canary.clone()];
    // What carries the canary comes first; where it does not do, the server says so.
    let mut beginnings = hints.texts.clone();
    for pattern in &hints.patterns {
        beginnings.extend(pattern::matching(pattern, 0, &mut seat.chance));
    }
    for begin in &beginnings {
        let rest = limit.map(|limit| limit.saturating_sub(begin.chars().count()));
        values.push(format!("{begin}{}", self::canary(seat, rest)));
    }
    values.push(format!("{canary}@example.org"));
    values.extend(hints.texts.iter().cloned());
    for pattern in &hints.patterns {
        for extra in [12, 0, 3, 1] {
            values.extend(pattern::matching(pattern, extra, &mut seat.chance));
        }
    }
    for length in lengths(hints) {
        let long = canary.chars().cycle().take(length).collect::<String>();
        values.push(if length < canary.len() { self::canary(seat, Some(length)) } else { long });
        values.push(seat.chance.hex(length));
    }
    values.extend(stock(&canary, seat));
    let fits =
        |text: &String| limit.is_none_or(|limit| text.chars().count() <= limit) && !text.contains('\0');
    values.retain(fits);
    values
}

/// Texts of forms that many columns ask for.
fn stock(canary: &str, seat: &mut Seat) -> Vec<String> {
    let number = seat.number;
    vec![
        format!("{}@example.org", short(number, 12)),
        format!("https://example.org/{canary}"),
        seat.chance.hex(64),
        seat.chance.uuid(),
        canary.replace('_', "-"),
        canary.to_uppercase(),
        format!("1.0.{number}"),
        format!("/{canary}"),
        format!("+1555{:07}", number % 10_000_000),
        format!("{:08}", number % 100_000_000),
        "text/plain".to_owned(),
        "192.0.2.1".to_owned(),
        "UTC".to_owned(),
        "USD".to_owned(),
        "en".to_owned(),
        "en-US".to_owned(),
        "a".to_owned(),
        "A".to_owned(),
        "1".to_owned(),
        "{}".to_owned(),
        String::new(),
    ]
}

/// Lengths that an expression may ask for.
fn lengths(hints: &Hints) -> Vec<usize> {
    let numbers = hints.numbers.iter().filter_map(|number| number.parse::<usize>().ok());
    let near = numbers.flat_map(|number| [number, number + 1, number.saturating_sub(1)]);
    near.filter(|length| (1..=LONGEST).contains(length)).collect()
}

/// Byte strings: the canary, and what looks like cipher text.
pub(super) fn bytes(hints: &Hints, seat: &mut Seat) -> Vec<String> {
    let mut values = vec![hexadecimal(seat.canary.as_bytes())];
    let mut lengths = lengths(hints);
    lengths.extend([64, 32, 16, 12, 20, 28, 48]);
    values.extend(lengths.into_iter().map(|length| format!("\\xff{}", seat.chance.hex(length * 2 - 2))));
    values.extend(hints.texts.iter().filter(|text| !text.contains('\\')).cloned());
    values.push("\\x".to_owned());
    values
}

/// A bytea literal.
pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    let mut text = "\\x".to_owned();
    bytes.iter().for_each(|byte| text.push_str(&format!("{byte:02x}")));
    text
}

/// Documents of each JSON type, and objects with the keys that the expression asks for.
pub(super) fn json(hints: &Hints, seat: &Seat) -> Vec<String> {
    let string = |text: &str| serde_json::Value::from(text).to_string();
    let canary = string(&seat.canary);
    let mut values = vec![object(&seat.canary)];
    values.extend([format!("[{canary}]"), "{}".to_owned(), "[]".to_owned(), canary.clone()]);
    values.extend(["1", "true", "null"].map(str::to_owned));
    let inner: Vec<String> = hints
        .numbers
        .iter()
        .filter(|number| serde_json::from_str::<serde_json::Value>(number).is_ok())
        .cloned()
        .chain(["1", "0", "true", "{}", "[]"].map(str::to_owned))
        .chain([canary])
        .chain(hints.texts.iter().map(|text| string(text)))
        .collect();
    let keys: Vec<&String> = hints.texts.iter().take(6).collect();
    for value in &inner {
        let all: Vec<String> = keys.iter().map(|key| format!("{}: {value}", string(key))).collect();
        values.push(format!("{{{}}}", all.join(", ")));
        values.extend(all.iter().map(|member| format!("{{{member}}}")));
        values.push(format!("[{value}]"));
        values.push(value.clone());
    }
    values
}

/// A JSON object that carries the canary.
pub(super) fn object(canary: &str) -> String {
    format!("{{\"canary\": {}}}", serde_json::Value::from(canary))
}

/// An element of an array literal or a field of a row literal.
pub(super) fn element(value: &str) -> String {
    if value.starts_with('{') && value.ends_with('}') && !value.contains(':') {
        return value.to_owned();
    }
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}

/// One of the literals of a type, changed with the number where its form is known.
pub(super) fn known(known: &[&str], number: u64) -> String {
    let low = (number + 1) % 250;
    let high = number / 250 % 250;
    match known.first().copied().unwrap_or_default() {
        "192.0.2.1" => format!("192.0.{}.{low}", 2 + high),
        "192.0.2.0/24" => format!("10.{high}.{low}.0/24"),
        "02:00:00:00:00:01" => format!("02:00:00:00:{high:02x}:{low:02x}"),
        "02:00:00:00:00:00:00:01" => format!("02:00:00:00:00:00:{high:02x}:{low:02x}"),
        "(1,2)" => format!("({low},{high})"),
        "0/1" => format!("0/{:X}", number + 1),
        "bulkhead.probe" => format!("bulkhead.probe{number}"),
        first => first.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::Chance;

    fn seat(number: u64) -> Seat {
        let canary = "bulkhead_probe_a_accounts_display_name_0".to_owned();
        Seat { chance: Chance::new(1), canary, number }
    }

    #[test]
    fn a_canary_fits_its_column_and_still_differs() {
        for limit in 1..45 {
            let texts: Vec<String> = (0..4).map(|number| canary(&seat(number), Some(limit))).collect();
            assert!(texts.iter().all(|text| text.len() <= limit), "{texts:?}");
            // Without cutting, what differs is the canary itself.
            let cut = limit < seat(0).canary.len();
            assert!(!cut || (1..4).all(|index| !texts[..index].contains(&texts[index])), "{texts:?}");
        }
        assert_eq!(canary(&seat(7), Some(24)), "bulkhead_probe_a_accou_7");
    }

    #[test]
    fn literals_patterns_and_lengths_become_candidates() {
        let cases = [
            ("(a ~~ 'enc:%'::text)", "enc:"),
            ("(a = 'x'::text)", "x"),
            ("starts_with(a, 'enc:'::text)", "enc:bulkhead_probe_a_accounts_display_name_0"),
            ("(char_length(a) = 4)", &canary(&seat(0), Some(4))),
        ];
        for (expression, expected) in cases {
            let values = texts(None, &Hints::of(expression), &mut seat(0));
            assert!(values.iter().any(|value| value == expected), "{expression}: {values:?}");
        }
    }
}
