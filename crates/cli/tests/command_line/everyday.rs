//! What works every day.

mod cycle;
mod data;
mod dialects;
mod documents;
mod figures;
mod health;
mod isolation;
mod locks;
mod prometheus;
mod questions;
mod settings;
mod upkeep;
mod words;
mod workspace;
