//! Letters of other scripts in Latin ones: for addresses, so roughly.

use unicode_normalization::UnicodeNormalization;

/// `text` in lower case, with letters of ASCII for those of Latin, Arabic and Cyrillic script; what is of
/// another script stays as it is.
pub(super) fn in_latin(text: &str) -> String {
    text.nfkd()
        .flat_map(char::to_lowercase)
        .map(|letter| latin(letter).map_or_else(|| letter.to_string(), str::to_owned))
        .collect()
}

const fn latin(letter: char) -> Option<&'static str> {
    Some(match letter {
        // Marks that decomposing left behind, and short vowels.
        '\u{0300}'..='\u{036f}' | '\u{064b}'..='\u{065f}' | '\u{0670}' | '\u{0640}' => "",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        'ا' | 'ى' | 'ٱ' => "a",
        'ء' | 'ع' | 'ъ' | 'ь' => "",
        'ب' | 'б' => "b",
        'پ' | 'п' => "p",
        'ت' | 'ط' | 'т' => "t",
        'ث' => "th",
        'ج' => "j",
        'چ' | 'ч' => "ch",
        'ح' | 'ه' | 'ة' => "h",
        'خ' | 'х' => "kh",
        'د' | 'ض' | 'д' => "d",
        'ذ' => "dh",
        'ر' | 'р' => "r",
        'ز' | 'ظ' | 'з' => "z",
        'ژ' | 'ж' => "zh",
        'س' | 'ص' | 'с' => "s",
        'ش' | 'ш' => "sh",
        'غ' => "gh",
        'ف' | 'ф' => "f",
        'ق' => "q",
        'ك' | 'ک' | 'к' => "k",
        'گ' | 'г' | 'ґ' => "g",
        'ل' | 'л' => "l",
        'م' | 'м' => "m",
        'ن' | 'н' => "n",
        'و' => "w",
        'ي' | 'ی' | 'ы' => "y",
        'а' => "a",
        'в' => "v",
        'е' | 'э' => "e",
        'є' => "ye",
        'и' | 'і' => "i",
        'о' => "o",
        'у' => "u",
        'ц' => "ts",
        'щ' => "shch",
        'ю' => "yu",
        'я' => "ya",
        _ => return None,
    })
}
