//! Events made and changed by their organisers.

mod edit;
mod flaw;
mod judge;
mod pages;
mod side;
mod slot;
mod zones;
