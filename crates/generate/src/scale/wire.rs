//! The binary form of values, as COPY takes it: a length and that many bytes.

/// Writes a field with the bytes that `write` appends.
pub(crate) fn field(out: &mut Vec<u8>, write: impl FnOnce(&mut Vec<u8>)) {
    let at = out.len();
    out.extend_from_slice(&[0; 4]);
    write(out);
    let length = i32::try_from(out.len() - at - 4).unwrap_or(i32::MAX);
    out[at..at + 4].copy_from_slice(&length.to_be_bytes());
}

/// Writes a field that is null.
pub(crate) fn null(out: &mut Vec<u8>) {
    out.extend_from_slice(&(-1_i32).to_be_bytes());
}

/// Writes a value that is known in its binary form.
pub(crate) fn raw(out: &mut Vec<u8>, value: Option<&[u8]>) {
    match value {
        Some(bytes) => field(out, |out| out.extend_from_slice(bytes)),
        None => null(out),
    }
}

/// A whole number of 2, 4 or 8 bytes.
pub(crate) fn integer(out: &mut Vec<u8>, value: i64, bytes: usize) {
    field(out, |out| out.extend_from_slice(&value.to_be_bytes()[8 - bytes.clamp(1, 8)..]));
}

/// A floating-point number of 4 or 8 bytes.
pub(crate) fn float(out: &mut Vec<u8>, value: f64, bytes: usize) {
    field(out, |out| match bytes {
        4 => out.extend_from_slice(&(value as f32).to_be_bytes()),
        _ => out.extend_from_slice(&value.to_be_bytes()),
    });
}

/// `numeric`: so many units of 10^-scale. The digits are to the base 10,000 (numeric.c).
pub(crate) fn numeric(out: &mut Vec<u8>, units: i64, scale: u32) {
    let mut digits: Vec<u16> = Vec::new();
    let power = 10_u128.pow((4 - scale % 4) % 4);
    let mut rest = u128::from(units.unsigned_abs()) * power;
    let behind = i32::try_from(scale.div_ceil(4)).unwrap_or(0);
    while rest > 0 {
        digits.push(u16::try_from(rest % 10_000).unwrap_or(0));
        rest /= 10_000;
    }
    let weight = i32::try_from(digits.len()).unwrap_or(0) - behind - 1;
    let sign: u16 = if units < 0 { 0x4000 } else { 0 };
    field(out, |out| {
        out.extend_from_slice(&u16::try_from(digits.len()).unwrap_or(0).to_be_bytes());
        out.extend_from_slice(&i16::try_from(weight).unwrap_or(0).to_be_bytes());
        out.extend_from_slice(&sign.to_be_bytes());
        out.extend_from_slice(&u16::try_from(scale).unwrap_or(0).to_be_bytes());
        digits.iter().rev().for_each(|digit| out.extend_from_slice(&digit.to_be_bytes()));
    });
}

/// An array with one element.
pub(crate) fn array_of_one(out: &mut Vec<u8>, element: u32, write: impl FnOnce(&mut Vec<u8>)) {
    field(out, |out| {
        // One dimension, no nulls, the element's type, its length, the lower bound.
        [1, 0, element, 1, 1].iter().for_each(|number| out.extend_from_slice(&number.to_be_bytes()));
        field(out, write);
    });
}

/// A range from a bound on, up to and without another.
pub(crate) fn range(out: &mut Vec<u8>, low: i64, high: i64, bytes: usize) {
    const LOWER_INCLUSIVE: u8 = 0x02;
    field(out, |out| {
        out.push(LOWER_INCLUSIVE);
        integer(out, low, bytes);
        integer(out, high, bytes);
    });
}

/// An IPv4 address as `inet`.
pub(crate) fn inet(out: &mut Vec<u8>, address: u32) {
    const FAMILY_IPV4: u8 = 2;
    field(out, |out| {
        out.extend_from_slice(&[FAMILY_IPV4, 32, 0, 4]);
        out.extend_from_slice(&address.to_be_bytes());
    });
}

/// What a binary COPY begins with: signature, flags, no extension.
pub(crate) const HEADER: &[u8] = b"PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0";

/// What it ends with.
pub(crate) const TRAILER: &[u8] = &[0xff, 0xff];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_the_form_that_the_server_reads() {
        // Number of digits, weight, sign, scale, digits.
        let cases: [(i64, u32, &[u16]); 6] = [
            (0, 0, &[0, 0xffff, 0, 0]),
            (1, 0, &[1, 0, 0, 0, 1]),
            (123_456, 2, &[2, 0, 0, 2, 1234, 5600]),
            (5, 3, &[1, 0xffff, 0, 3, 50]),
            (-20_000, 0, &[2, 1, 0x4000, 0, 2, 0]),
            (123_456_789, 4, &[3, 1, 0, 4, 1, 2345, 6789]),
        ];
        for (units, scale, expected) in cases {
            let mut out = Vec::new();
            numeric(&mut out, units, scale);
            let words: Vec<u16> =
                out[4..].chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            assert_eq!(words, expected, "{units} {scale}");
        }
    }

    #[test]
    fn a_field_knows_its_length() {
        let mut out = Vec::new();
        field(&mut out, |out| out.extend_from_slice(b"abc"));
        null(&mut out);
        integer(&mut out, 258, 2);
        assert_eq!(out, [0, 0, 0, 3, b'a', b'b', b'c', 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 2, 1, 2]);
    }
}
