//! The commands of convoke: see [`convoke::commands`].

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// Who asks for a page has many small things made and thrown away; that of the system takes a sixth of the time
/// for it.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    convoke::commands::run(std::env::args_os())
}
