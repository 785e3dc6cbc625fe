//! Addresses that a phone's camera opens.

use serde::Serialize;

use qrcode::{Color, EcLevel, QrCode as Modules};

/// The blank modules around a code without which cameras do not find it (ISO/IEC 18004).
const QUIET: usize = 4;

/// A QR code as the path of an SVG: one path, so that a page of badges stays small.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QrCode {
    /// How many modules it is wide and high, with the blank ones around it.
    pub size: usize,
    /// The dark modules, as the `d` of a path.
    pub path: String,
}

impl QrCode {
    /// The code of `text`; empty where that is longer than a code can hold, which no address is.
    pub fn of(text: &str) -> Self {
        let Ok(code) = Modules::with_error_correction_level(text, EcLevel::M) else {
            return Self {
                size: 2 * QUIET,
                path: String::new(),
            };
        };
        let width = code.width();
        let mut path = String::new();
        for (y, row) in code.to_colors().chunks(width).enumerate() {
            let mut x = 0;
            for run in row.chunk_by(|one, next| one == next) {
                if run[0] == Color::Dark {
                    let (left, top, length) = (x + QUIET, y + QUIET, run.len());
                    path.push_str(&format!("M{left} {top}h{length}v1h-{length}z"));
                }
                x += run.len();
            }
        }
        Self {
            size: width + 2 * QUIET,
            path,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn u_18_a_code_of_an_address_is_small_and_square() {
        let code = QrCode::of(&format!(
            "https://events.example.org/organise/check-in/{}",
            "a".repeat(40)
        ));
        assert_eq!(code.size, 37 + 8 + 4);
        assert!(code.path.len() < 8_000, "{}", code.path.len());
        assert!(code.path.starts_with("M4 4h7v1h-7z"));
        assert_eq!(QrCode::of(&"x".repeat(9_000)).path, "");
    }
}
