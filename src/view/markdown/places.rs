//! Values amid Markdown: while it is read, each is one private character, which means nothing to it.

/// The first of the private characters that stand for values.
const FIRST: u32 = 0xE000;
/// The first character after them.
const END: u32 = 0xF900;

/// The values that stand in a text, in the order of their private characters.
#[derive(Debug, Default)]
pub struct Places(Vec<Place>);

#[derive(Debug)]
struct Place {
    raw: String,
    shown: String,
}

impl Places {
    /// Gives the next value its character: `shown` stands amid text, `raw` in addresses. There are more
    /// characters than a text has room for placeholders.
    pub fn add(&mut self, raw: &str, shown: String) -> char {
        self.0.push(Place {
            raw: raw.to_owned(),
            shown,
        });
        self.mark(self.0.len() - 1)
    }

    /// The values amid the text, which is HTML already, as are they.
    pub fn in_html(&self, html: &str) -> String {
        self.filled(html, |place| &place.shown)
    }

    /// The values amid plain text.
    pub fn in_text(&self, text: &str) -> String {
        self.filled(text, |place| &place.shown)
    }

    /// The values in the address of a link.
    pub fn in_address(&self, address: &str) -> String {
        self.filled(address, |place| &place.raw)
    }

    pub(super) fn mark(&self, index: usize) -> char {
        u32::try_from(index)
            .ok()
            .and_then(|index| char::from_u32(FIRST + index))
            .filter(|mark| u32::from(*mark) < END)
            .expect("a text is short")
    }

    fn filled<'a>(&'a self, text: &str, value: impl Fn(&'a Place) -> &'a str) -> String {
        let mut filled = String::with_capacity(text.len());
        for character in text.chars() {
            let index = u32::from(character).wrapping_sub(FIRST);
            match usize::try_from(index)
                .ok()
                .and_then(|index| self.0.get(index))
            {
                Some(place) => filled.push_str(value(place)),
                None => filled.push(character),
            }
        }
        filled
    }

    #[cfg(test)]
    pub(super) fn of<const N: usize>(values: [(&str, &str); N]) -> Self {
        let mut places = Self::default();
        for (raw, shown) in values {
            places.add(raw, shown.to_owned());
        }
        places
    }
}

/// `text` without the characters that stand for values.
pub fn without_marks(text: &str) -> String {
    let is_mark = |c: &char| (FIRST..END).contains(&u32::from(*c));
    text.chars().filter(|c| !is_mark(c)).collect()
}
