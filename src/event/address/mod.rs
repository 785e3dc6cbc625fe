//! The address of an event: made from its title, or out of nothing that could be guessed.

mod letters;
mod store;

use serde_json::json;

use super::{Event, Slug};
use crate::audit;
use crate::base::chance::Chance;
use crate::base::db::{Result, Tx};

/// How long an address made from a title is at most: short enough to be read out.
const LONGEST: usize = 48;

/// How many signs of a word have to be drawn by chance for nobody to guess it: 16 of 16 kinds are 64 bits.
const UNGUESSED: usize = 16;

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

    /// Drawn by chance, with 80 bits less what it takes to look like it: nobody finds it by trying, and it
    /// says nothing of what it leads to (P-10).
    pub fn unguessable(chance: &Chance) -> Self {
        loop {
            let drawn: [u8; 10] = chance.bytes();
            let text: String = drawn.iter().map(|octet| format!("{octet:02x}")).collect();
            match text.parse::<Self>() {
                Ok(slug) if !slug.is_guessable() => return slug,
                _ => {}
            }
        }
    }

    /// Whether it looks like words, a year behind them included, and not as if chance had drawn one of
    /// them.
    pub fn is_guessable(&self) -> bool {
        let is_drawn = |word: &str| {
            let kinds: Vec<bool> = word.bytes().map(|sign| sign.is_ascii_digit()).collect();
            let turns = kinds.windows(2).filter(|pair| pair[0] != pair[1]).count();
            word.len() >= UNGUESSED && turns >= 3
        };
        !self.as_str().split('-').any(is_drawn)
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

/// Gives `event` an address that nobody can guess; the one before leads nowhere from now on. `None` where
/// somebody else changed the event meanwhile.
///
/// # Errors
/// Where the database fails.
pub async fn readdress(tx: &mut Tx, event: &Event, actor: &str) -> Result<Option<Slug>> {
    let mut details = event.details.clone();
    details.slug = Slug::unguessable(tx.chance());
    if !store::readdress(tx, event, &details).await? {
        return Ok(None);
    }
    // Neither address is written down: the log outlives what it is about.
    audit::record(tx, actor, "event_readdressed", event.id.uuid(), json!({})).await?;
    Ok(Some(details.slug))
}

/// The addresses of sensitive events to come that can be guessed, by what they look like.
///
/// # Errors
/// Where the database fails.
pub async fn guessable(tx: &mut Tx) -> Result<Vec<Slug>> {
    let mut slugs = store::of_sensitive(tx).await?;
    slugs.retain(Slug::is_guessable);
    Ok(slugs)
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

    #[test]
    fn p_10_what_chance_has_drawn_is_told_from_words() {
        let chance = Chance::seeded(1);
        let drawn: Vec<Slug> = (0..200).map(|_| Slug::unguessable(&chance)).collect();
        assert!(
            drawn
                .iter()
                .all(|slug| !slug.is_guessable() && slug.as_str().len() == 20)
        );
        let different: std::collections::BTreeSet<&Slug> = drawn.iter().collect();
        assert_eq!(different.len(), drawn.len());
        for words in [
            "water-and-data",
            "reconstruction2026",
            "12345678901234567890",
            "q1-2026-k8s-a1b2c3",
        ] {
            assert!(
                words.parse::<Slug>().expect("a slug").is_guessable(),
                "{words}"
            );
        }
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
