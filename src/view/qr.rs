//! Addresses that a phone's camera opens.

use serde::Serialize;

use qrcode::{Color, EcLevel, QrCode as Modules};

/// The blank modules around a code without which cameras do not find it (ISO/IEC 18004).
const QUIET: usize = 4;

/// A QR code as one path of an SVG, whose dark modules are strokes of width 1: a page of badges stays
/// small.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QrCode {
    /// How many modules it is wide and high, with the blank ones around it.
    pub size: usize,
    /// The rows, as the `d` of a path.
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
            path.push_str(&format!("M{QUIET} {}.5", y + QUIET));
            for run in row.chunk_by(|one, next| one == next) {
                let length = run.len();
                path.push_str(&match run[0] {
                    Color::Dark => format!("h{length}"),
                    Color::Light => format!("m{length} 0"),
                });
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
        assert!(code.path.len() < 4_000, "{}", code.path.len());
        assert!(code.path.starts_with("M4 4.5h7m"), "{}", code.path);
        assert_eq!(code.path.matches('M').count(), 41, "a row each");
        assert_eq!(QrCode::of(&"x".repeat(9_000)).path, "");
    }
}
