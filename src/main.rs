//! The commands of convoke: see [`convoke::commands`].

use std::process::ExitCode;

fn main() -> ExitCode {
    convoke::commands::run(std::env::args_os())
}
