//! The address of a new event, made from its title.

mod letters;
mod store;

use super::Slug;
use crate::base::db::{Result, Tx};

/// How long an address made from a title is at most: short enough to be read out.
const LONGEST: usize = 48;

/// How many letters of a title have to be left for it to be an address.
const SHORTEST: usize = 3;

impl Slug {
    /// The title's words in Latin letters, as many as make a short address; `None` where the title has
    /// hardly a letter that can be written so.
    pub fn of_title(title: &str) -> Option<Self> {
        let latin = letters::in_latin(title);
        let mut slug = String::new();
        for word in latin.split(|c: char| !c.is_ascii_alphanumeric()) {
            if word.is_empty() {
                continue;
            }
            if !slug.is_empty() && slug.len() + 1 + word.len() > LONGEST {
                break;
            }
            if !slug.is_empty() {
                slug.push('-');
            }
            slug.push_str(&word[..word.len().min(LONGEST)]);
        }
        let letters = slug.bytes().filter(|b| *b != b'-').count();
        slug.parse().ok().filter(|_| letters >= SHORTEST)
    }

    /// The same with a number behind it.
    fn numbered(&self, number: u32) -> Self {
        let text = format!("{self}-{number}");
        text.parse().unwrap_or_else(|_| self.clone())
    }
}

/// `wish`, or the first of `wish-2`, `wish-3`, … that no event has.
///
/// # Errors
/// Where the database fails.
pub async fn free_slug(tx: &mut Tx, wish: &Slug) -> Result<Slug> {
    let taken = store::beginning_with(tx, wish).await?;
    let is_free = |slug: &Slug| !taken.contains(slug);
    if is_free(wish) {
        return Ok(wish.clone());
    }
    let numbered = (2..).map(|number| wish.numbered(number));
    Ok(numbered
        .take(taken.len() + 1)
        .find(is_free)
        .unwrap_or_else(|| wish.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::testing::TestDb;
    use crate::event::tests::Desk;
    use crate::on_both_engines;

    fn slug(title: &str) -> String {
        Slug::of_title(title).map_or_else(String::new, |slug| slug.to_string())
    }

    #[test]
    fn u_09_an_address_is_made_from_the_title() {
        for (title, made) in [
            ("Water & Data: What Next?", "water-data-what-next"),
            ("L’eau et les données", "l-eau-et-les-donnees"),
            ("Straße nach Łódź", "strasse-nach-lodz"),
            ("المياه والبيانات", "almyah-walbyanat"),
            ("Вода и данные", "voda-i-dannye"),
            ("  --  ", ""),
            ("水", ""),
            ("../../etc/passwd", "etc-passwd"),
        ] {
            assert_eq!(slug(title), made, "{title}");
        }
    }

    #[test]
    fn an_address_ends_with_a_whole_word() {
        let title = "The Reconstruction of the Lebanese Electricity Sector after the Crisis";
        assert_eq!(
            slug(title),
            "the-reconstruction-of-the-lebanese-electricity"
        );
        assert_eq!(slug(&"a".repeat(300)).len(), LONGEST);
    }

    on_both_engines! {
        async fn a_taken_address_gets_a_number(test: TestDb) {
            let mut desk = Desk::of(&test).await;
            let file = include_str!("../../../tests/samples/roundtable.toml");
            let event = desk.publish(file).await;
            let wish = event.details.slug.clone();
            let second = free_slug(&mut desk.tx, &wish).await.unwrap();
            assert_eq!(second.to_string(), format!("{wish}-2"));
            desk.publish(&file.replacen(wish.as_str(), second.as_str(), 1)).await;
            let third = free_slug(&mut desk.tx, &wish).await.unwrap();
            assert_eq!(third.to_string(), format!("{wish}-3"));
            let other: Slug = "other".parse().unwrap();
            assert_eq!(free_slug(&mut desk.tx, &other).await.unwrap(), other);
        }
    }
}
