//! What a new migration holds until somebody writes it.

/// The text of a new file that goes forward.
pub const STUB_UP: &str = "-- What changes, and why.\n";
/// The text of a new down file.
pub const STUB_DOWN: &str = "-- Undoes exactly what the file without .down does.\n";

/// Whether a text is still as it was made: taken for a version, it would be recorded before it is written.
pub fn is_stub(text: &str) -> bool {
    [STUB_UP, STUB_DOWN].iter().any(|stub| text.trim() == stub.trim())
}
