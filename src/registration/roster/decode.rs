//! From octets to text, whatever wrote them.

use std::borrow::Cow;

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1252, WINDOWS_1256};

use crate::words;

words! {
    /// How a text file may be written.
    pub enum Encoding {
        /// What most programs write.
        Utf8 = "utf-8",
        /// “Unicode text” of Excel.
        Utf16Le = "utf-16le",
        /// The same, the other way round.
        Utf16Be = "utf-16be",
        /// Arabic, and French, of Windows.
        Windows1256 = "windows-1256",
        /// Cyrillic of Windows.
        Windows1251 = "windows-1251",
        /// Western Europe of Windows.
        Windows1252 = "windows-1252",
    }
}

impl Encoding {
    const fn decoder(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Utf8 => UTF_8,
            Self::Utf16Le => UTF_16LE,
            Self::Utf16Be => UTF_16BE,
            Self::Windows1256 => WINDOWS_1256,
            Self::Windows1251 => WINDOWS_1251,
            Self::Windows1252 => WINDOWS_1252,
        }
    }

    fn read(self, octets: &[u8]) -> Cow<'_, str> {
        self.decoder().decode_with_bom_removal(octets).0
    }
}

/// The text in `octets`, and how it was written: as said, or as found out.
pub fn decoded(octets: &[u8], said: Option<Encoding>) -> (String, Encoding) {
    let encoding = said.unwrap_or_else(|| found_out(octets));
    (encoding.read(octets).into_owned(), encoding)
}

fn found_out(octets: &[u8]) -> Encoding {
    if octets.starts_with(&[0xFF, 0xFE]) {
        return Encoding::Utf16Le;
    }
    if octets.starts_with(&[0xFE, 0xFF]) {
        return Encoding::Utf16Be;
    }
    // Cells, delimiters and line ends have a zero octet each in UTF-16, before or behind.
    let zeros = |parity: usize| {
        let half = octets.iter().skip(parity).step_by(2);
        half.filter(|octet| **octet == 0).count()
    };
    if zeros(1) > octets.len() / 16 {
        return Encoding::Utf16Le;
    }
    if zeros(0) > octets.len() / 16 {
        return Encoding::Utf16Be;
    }
    if std::str::from_utf8(octets).is_ok() {
        return Encoding::Utf8;
    }
    let candidates = [
        Encoding::Windows1256,
        Encoding::Windows1251,
        Encoding::Windows1252,
    ];
    let likeliest = candidates
        .into_iter()
        .min_by_key(|candidate| oddities(&candidate.read(octets)));
    likeliest.unwrap_or(Encoding::Utf8)
}

/// How much in a text looks as if it was read wrongly: scripts mixed within a word, capitals after small
/// letters, marks without a letter, signs that nobody types.
fn oddities(text: &str) -> usize {
    let mut odd = 0;
    let mut before = ' ';
    for now in text.chars() {
        let mixes = now.is_alphabetic() && before.is_alphabetic() && script(now) != script(before);
        let jumps = before.is_lowercase() && now.is_uppercase();
        let floats = is_arabic_mark(now) && script(before) != Script::Arabic;
        let strays = matches!(now, '\u{FFFD}' | '\u{80}'..='\u{9F}');
        odd += usize::from(mixes) * 2 + usize::from(jumps) + usize::from(floats) * 2;
        odd += usize::from(strays) * 4;
        before = now;
    }
    odd
}

#[derive(PartialEq)]
enum Script {
    Latin,
    Cyrillic,
    Arabic,
    Other,
}

const fn script(letter: char) -> Script {
    match letter {
        'A'..='Z' | 'a'..='z' | '\u{C0}'..='\u{24F}' => Script::Latin,
        '\u{400}'..='\u{52F}' => Script::Cyrillic,
        '\u{600}'..='\u{6FF}' => Script::Arabic,
        _ => Script::Other,
    }
}

const fn is_arabic_mark(character: char) -> bool {
    matches!(character, '\u{64B}'..='\u{65F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn u_13_an_encoding_is_found_out_by_what_it_would_make_of_the_text() {
        for (text, encoding) in [
            ("Name,E-mail\nAna,ana@x.example\n", Encoding::Utf8),
            (
                "الاسم;البريد\nنادين خوري;n@x.example\n",
                Encoding::Windows1256,
            ),
            (
                "Имя;Почта\nСемён Лунгин;s@x.example\n",
                Encoding::Windows1251,
            ),
            (
                "Name;Mail\nИван Петров;s@x.example\n",
                Encoding::Windows1251,
            ),
            ("Name;Mail\nرنا حداد;s@x.example\n", Encoding::Windows1256),
            (
                "Name;Mail\nMüller Jörg;s@x.example\n",
                Encoding::Windows1252,
            ),
        ] {
            let octets = encoding.decoder().encode(text).0.into_owned();
            assert_eq!(
                decoded(&octets, None),
                (text.to_owned(), encoding),
                "{text}"
            );
        }
        // French is written alike in two of them.
        let french = WINDOWS_1252.encode("Nom\nÉloïse Dupré").0.into_owned();
        assert_eq!(decoded(&french, None).0, "Nom\nÉloïse Dupré");
    }

    #[test]
    fn u_13_sixteen_bit_texts_are_read_with_a_mark_and_without() {
        let text = "الاسم\tE-mail\r\nنادين\tn@x.example\r\n";
        for (mark, little) in [(true, true), (true, false), (false, true), (false, false)] {
            let mut units: Vec<u16> = text.encode_utf16().collect();
            if mark {
                units.insert(0, 0xFEFF);
            }
            let octets: Vec<u8> = units
                .iter()
                .flat_map(|unit| {
                    if little {
                        unit.to_le_bytes()
                    } else {
                        unit.to_be_bytes()
                    }
                })
                .collect();
            assert_eq!(decoded(&octets, None).0, text);
        }
        assert_eq!(
            decoded(b"\xEF\xBB\xBFName", None),
            ("Name".to_owned(), Encoding::Utf8)
        );
        assert_eq!(decoded(b"", None), (String::new(), Encoding::Utf8));
    }
}
