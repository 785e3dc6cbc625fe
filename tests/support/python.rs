//! The Python that the tests use as a second opinion.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// A command that runs `script` of `tests/` with the tests' own Python.
///
/// # Panics
/// Where that Python is not installed, saying how to install it.
pub fn script(script: &str) -> Command {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let python = tests.join(".venv/bin/python3");
    assert!(
        python.exists(),
        "the tests' Python is missing: run `python3 -m venv tests/.venv && \
         tests/.venv/bin/pip install -r tests/mail-requirements.txt`"
    );
    let mut command = Command::new(python);
    command.arg(tests.join(script));
    command
}

/// What `command` prints as JSON when it is given `input`.
pub fn ask(mut command: Command, input: &[u8]) -> serde_json::Value {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Python starts");
    let mut stdin = child.stdin.take().expect("its standard input");
    stdin.write_all(input).expect("it reads");
    drop(stdin);
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success(), "the script failed: {command:?}");
    serde_json::from_slice(&output.stdout).expect("it prints JSON")
}
