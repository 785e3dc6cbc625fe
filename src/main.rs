//! The commands of convoke.

fn main() {}
