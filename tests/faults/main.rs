//! What goes wrong beside and beneath a delivery: mail servers that misbehave, workers that are
//! killed, clocks that jump. Nothing is lost, and nothing goes twice without need (OUT-4..OUT-6,
//!
#![expect(clippy::unwrap_used, reason = "a story that cannot go on fails")]

#[path = "../support/faulty_smtp.rs"]
#[expect(dead_code, reason = "these tests need few of its faults")]
mod faulty_smtp;
mod tool;
#[path = "../tools/faulty_smtp/words.rs"]
mod words;
