//! No text makes the crate panic, and no byte of it is lost.

#![no_main]

#[path = "../../tests/no_lost_byte/mod.rs"]
mod no_lost_byte;

libfuzzer_sys::fuzz_target!(|text: &str| no_lost_byte::check(text));
