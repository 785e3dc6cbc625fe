//! The rules of the house that no compiler holds: who may use whom, SQL that both engines
//! understand, words that pages may not hold. Each rule is a function from text to faults, and has
//! a twin test on a planted fault: a rule that cannot fail proves nothing.

mod data_map;
mod log;
mod migrations;
mod pages;
mod rooms;
mod rust;
mod source;
mod statements;
