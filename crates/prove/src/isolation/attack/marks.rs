//! The marks by which made-up rows are known again wherever they turn up.

/// The text that the rows made for a proof carry for B.
pub(super) const CANARY: &str = "bulkhead_probe_b";

/// The text that they carry for A.
pub(super) const CANARY_OF_A: &str = "bulkhead_probe_a";

/// Whether a text holds something of B's rows.
pub(super) fn mentions(text: &str) -> bool {
    text.contains(CANARY)
}

/// Whether a value is nothing but an id or a yes or no.
pub(super) fn is_id(value: &str) -> bool {
    let is_uuid = value.len() == 36 && value.bytes().all(|it| it.is_ascii_hexdigit() || it == b'-');
    is_uuid || value == "t" || value == "f" || value.is_empty()
}
