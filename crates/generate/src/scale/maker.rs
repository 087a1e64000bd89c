//! Values as pure functions of what is drawn for a row and a column. Each is written in its binary form.

use std::io::Write;
use std::sync::Arc;

use super::wire;
use crate::chance::mix;

/// A value in its binary form, or null.
pub(crate) type Raw = Option<Vec<u8>>;

/// What a value is made of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Draw<'d> {
    /// The word that the canaries of all tenants begin with.
    pub(crate) word: &'d str,
    /// The number of the tenant, from 0; none where the row belongs to nobody.
    pub(crate) tenant: Option<u64>,
    /// The number of the row in its table, from 0.
    pub(crate) number: u64,
    /// Random bits of the row and the column.
    pub(crate) bits: u64,
    /// Random bits of the row, the same for all of its times, so that their order is kept.
    pub(crate) row_bits: u64,
    /// Which value of a pool it has to be.
    pub(crate) choice: Option<u64>,
}

/// How the values of a column are made.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Maker {
    /// No value.
    Null,
    /// One of these.
    Pool(Arc<Vec<Raw>>),
    /// Whole numbers in a row, with their bytes.
    Serial { start: i64, bytes: usize },
    /// Whole numbers between two, both included, with their bytes.
    Integer { low: i64, high: i64, bytes: usize },
    /// `numeric` between two numbers of units of 10^-scale, both included.
    Decimal { low: i64, high: i64, scale: u32 },
    /// `numeric`, a whole number of its own for each row.
    DecimalSerial { start: i64, scale: u32 },
    /// Floating point between two numbers.
    Float { low: f64, high: f64, bytes: usize },
    /// The canary between two texts. `lead` is a byte that the type puts first.
    Word { lead: Option<u8>, before: String, after: String, upper: bool },
    /// The end of the canary that fits so many characters, if the row's number does.
    Short { length: usize },
    /// An array of one text with the canary; the number of the element's type.
    WordArray { element: u32 },
    /// Hexadecimal digits.
    Hex { length: usize },
    /// Random bytes.
    Bytes { length: usize },
    /// A random UUID.
    Uuid,
    /// A time in microseconds since 2000, up to so many days later.
    Moment { base: i64, days: u64 },
    /// A time of its own for each row, a second after the one before.
    MomentSerial { base: i64 },
    /// A date in days since 2000, up to so many days later.
    Day { base: i64, days: u64 },
    /// A time of day.
    TimeOfDay,
    /// An IPv4 address of its own for each of 16 million rows.
    Inet,
    /// `vector` with so many dimensions.
    Vector { dimensions: usize },
    /// A range of its own for each row: begins at base + number × step and is as long as half a step.
    Span { base: i64, step: i64, bytes: usize },
}

const MICROSECONDS: i64 = 1_000_000;
/// Less than half a day, so that noon and what is added to it are on one day.
const SECONDS: u64 = 39_600;

impl Maker {
    /// One value, always the same.
    pub(crate) fn fixed(value: Raw) -> Maker {
        Maker::Pool(Arc::new(vec![value]))
    }

    /// Whether no two rows get the same value.
    pub(crate) fn is_unique(&self) -> bool {
        match self {
            Maker::Serial { .. }
            | Maker::DecimalSerial { .. }
            | Maker::Word { .. }
            | Maker::Short { .. }
            | Maker::WordArray { .. }
            | Maker::Uuid
            | Maker::MomentSerial { .. }
            | Maker::Inet
            | Maker::Span { .. } => true,
            Maker::Hex { length } | Maker::Bytes { length } => *length >= 16,
            _ => false,
        }
    }

    /// Whether the value tells the tenant.
    pub(crate) fn has_canary(&self) -> bool {
        matches!(self, Maker::Word { .. } | Maker::WordArray { .. })
    }

    /// How many values there are, when they are few.
    pub(crate) fn choices(&self) -> Option<u64> {
        match self {
            Maker::Pool(values) => Some(values.len() as u64),
            Maker::Null => Some(1),
            _ => None,
        }
    }

    /// Writes the value with its length.
    pub(crate) fn write(&self, draw: &Draw<'_>, out: &mut Vec<u8>) {
        let Draw { number, bits, row_bits, .. } = *draw;
        let signed = i64::try_from(number).unwrap_or(i64::MAX);
        match self {
            Maker::Null => wire::null(out),
            Maker::Pool(values) => {
                let index = draw.choice.unwrap_or(bits) % (values.len() as u64).max(1);
                wire::raw(out, values[usize::try_from(index).unwrap_or(0)].as_deref());
            }
            Maker::Serial { start, bytes } => wire::integer(out, start.saturating_add(signed), *bytes),
            Maker::Integer { low, high, bytes } => wire::integer(out, between(*low, *high, bits), *bytes),
            Maker::Decimal { low, high, scale } => wire::numeric(out, between(*low, *high, bits), *scale),
            Maker::DecimalSerial { start, scale } => {
                wire::numeric(out, (start + signed).saturating_mul(10_i64.saturating_pow(*scale)), *scale);
            }
            Maker::Float { low, high, bytes } => {
                // Steps that are exact in both sizes.
                let part = (bits % 4_097) as f64 / 4_096.0;
                wire::float(out, low + (high - low) * part, *bytes);
            }
            Maker::Word { lead, before, after, upper } => wire::field(out, |out| {
                out.extend(lead);
                out.extend_from_slice(before.as_bytes());
                word(draw, *upper, out);
                out.extend_from_slice(after.as_bytes());
            }),
            Maker::Short { length } => wire::field(out, |out| short(number, *length, out)),
            Maker::WordArray { element } => wire::array_of_one(out, *element, |out| word(draw, false, out)),
            Maker::Hex { length } => wire::field(out, |out| {
                const DIGITS: &[u8; 16] = b"0123456789abcdef";
                random(bits, length.div_ceil(2), |byte| {
                    out.extend([DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
                });
                out.truncate(out.len() - length % 2);
            }),
            Maker::Bytes { length } => wire::field(out, |out| random(bits, *length, |byte| out.push(byte))),
            Maker::Uuid => wire::field(out, |out| {
                let at = out.len();
                random(bits, 16, |byte| out.push(byte));
                // Version 4, variant 1.
                out[at + 6] = out[at + 6] & 0x0f | 0x40;
                out[at + 8] = out[at + 8] & 0x3f | 0x80;
            }),
            Maker::Moment { base, days } => {
                let days = signed_below(row_bits, *days);
                let seconds = signed_below(row_bits >> 24, SECONDS);
                wire::integer(out, base + (days * 86_400 + seconds) * MICROSECONDS, 8);
            }
            Maker::MomentSerial { base } => wire::integer(out, base + signed * MICROSECONDS, 8),
            Maker::Day { base, days } => wire::integer(out, base + signed_below(row_bits, *days), 4),
            Maker::TimeOfDay => {
                wire::integer(out, (28_800 + signed_below(row_bits >> 24, SECONDS)) * MICROSECONDS, 8);
            }
            Maker::Inet => {
                let host = u32::try_from(number % (1 << 24)).unwrap_or(0);
                wire::inet(out, (10 << 24) + host);
            }
            Maker::Vector { dimensions } => wire::field(out, |out| {
                out.extend_from_slice(&u16::try_from(*dimensions).unwrap_or(u16::MAX).to_be_bytes());
                out.extend_from_slice(&[0, 0]);
                for dimension in 0..*dimensions as u64 {
                    let part = (mix(bits ^ dimension) >> 40) as f32 / (1 << 24) as f32;
                    out.extend_from_slice(&(part * 2.0 - 1.0).to_be_bytes());
                }
            }),
            Maker::Span { base, step, bytes } => {
                let low = base + signed * step;
                wire::range(out, low, low + (step / 2).max(1), *bytes);
            }
        }
    }
}

fn between(low: i64, high: i64, bits: u64) -> i64 {
    let width = high.abs_diff(low).saturating_add(1);
    low.saturating_add(i64::try_from(bits % width).unwrap_or(0))
}

fn signed_below(bits: u64, limit: u64) -> i64 {
    i64::try_from(bits % limit.max(1)).unwrap_or(0)
}

/// The canary of a row: the word, `t` with the tenant's number, `n` with the row's.
fn word(draw: &Draw<'_>, upper: bool, out: &mut Vec<u8>) {
    let at = out.len();
    out.extend_from_slice(draw.word.as_bytes());
    // Writing into a vector cannot fail.
    let _ = match draw.tenant {
        Some(tenant) => write!(out, "t{tenant}n{}", draw.number),
        None => write!(out, "n{}", draw.number),
    };
    if upper {
        out[at..].make_ascii_uppercase();
    }
}

/// A number to the base 36, filled up with zeros to so many characters; its end where there is no room.
fn short(number: u64, length: usize, out: &mut Vec<u8>) {
    const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    let at = out.len();
    let mut rest = number;
    for _ in 0..length {
        out.push(DIGITS[usize::try_from(rest % 36).unwrap_or(0)]);
        rest /= 36;
    }
    out[at..].reverse();
}

fn random(bits: u64, length: usize, mut found: impl FnMut(u8)) {
    for place in 0..length {
        let block = mix(bits.wrapping_add((place / 8) as u64));
        found(block.to_be_bytes()[place % 8]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draw(number: u64) -> Draw<'static> {
        let bits = mix(number);
        Draw { word: "canary7", tenant: Some(17), number, bits, row_bits: bits, choice: None }
    }

    fn text(maker: &Maker, draw: &Draw<'_>) -> String {
        let mut out = Vec::new();
        maker.write(draw, &mut out);
        String::from_utf8_lossy(&out[4..]).into_owned()
    }

    #[test]
    fn a_canary_tells_the_tenant_and_the_row() {
        let word = |before: &str, after: &str, upper| Maker::Word {
            lead: None,
            before: before.to_owned(),
            after: after.to_owned(),
            upper,
        };
        let cases = [
            (word("", "", false), "canary7t17n123"),
            (word("", "@example.org", false), "canary7t17n123@example.org"),
            (word("X-", "", true), "X-CANARY7T17N123"),
            (Maker::Short { length: 4 }, "003f"),
        ];
        for (maker, expected) in cases {
            assert_eq!(text(&maker, &draw(123)), expected);
        }
        let nobody = Draw { tenant: None, ..draw(5) };
        assert_eq!(text(&word("", "", false), &nobody), "canary7n5");
    }

    #[test]
    fn what_is_unique_never_comes_twice() {
        let makers = [
            Maker::Serial { start: 5, bytes: 8 },
            Maker::DecimalSerial { start: 0, scale: 2 },
            Maker::Short { length: 4 },
            Maker::Uuid,
            Maker::Hex { length: 32 },
            Maker::MomentSerial { base: 0 },
            Maker::Inet,
            Maker::Span { base: 0, step: 10, bytes: 4 },
        ];
        for maker in makers {
            assert!(maker.is_unique());
            let mut seen = std::collections::BTreeSet::new();
            for number in 0..5_000 {
                let mut out = Vec::new();
                maker.write(&draw(number), &mut out);
                assert!(seen.insert(out), "{maker:?} {number}");
            }
        }
    }

    #[test]
    fn numbers_stay_between_their_bounds() {
        for number in 0..500 {
            assert!((-3..=3).contains(&between(-3, 3, mix(number))));
        }
        assert_eq!(between(4, 4, 99), 4);
    }
}
