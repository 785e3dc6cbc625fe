//! Files as they stood when they were last looked at and found right.

use std::fs;
use std::path::Path;

/// Compares `text` with the file at `golden`, octet by octet. With `CONVOKE_BLESS` set, the file
/// is written instead: look at what changed before it is kept.
///
/// # Panics
/// Where they differ, saying where what was made now can be looked at.
pub fn assert_is_golden(golden: &Path, text: &str) {
    if fs::read_to_string(golden).is_ok_and(|golden| golden == text) {
        return;
    }
    if std::env::var_os("CONVOKE_BLESS").is_some() {
        fs::create_dir_all(golden.parent().expect("a folder")).expect("the folder is made");
        fs::write(golden, text).expect("the golden file is written");
        return;
    }
    let name = golden.file_name().expect("a name");
    let found = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&found, text).expect("the target folder is writable");
    panic!(
        "{} is not what is written now, see {}; if that is right, run the test with CONVOKE_BLESS=1",
        golden.display(),
        found.display()
    );
}
