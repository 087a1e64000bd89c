//! Arguments to call functions with: by what an argument is called, what the source does with it, and what B has.

pub(in crate::isolation::attack) mod columns;
pub(in crate::isolation::attack) mod compared;
pub(in crate::isolation::attack) mod dynamic;
pub(in crate::isolation::attack) mod meant;
pub(in crate::isolation::attack) mod mixes;
pub(in crate::isolation::attack) mod named;
pub(in crate::isolation::attack) mod patches;
pub(in crate::isolation::attack) mod payloads;
pub(in crate::isolation::attack) mod rows;
pub(in crate::isolation::attack) mod tuples;
pub(in crate::isolation::attack) mod typed;
