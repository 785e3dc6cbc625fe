//! Those who work in the workspace.

mod store;

pub use store::{by_address, is_anybody_there, load};

use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::language::Language;
use crate::base::secret::Token;
use crate::base::text::{EmailAddress, SingleLine};

/// Somebody who works in the workspace.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Organiser {
    /// Their identifier.
    pub id: Id<Self>,
    /// Where their codes, invitations and alarms go.
    pub email: EmailAddress,
    /// What colleagues call them; empty where they have not said.
    pub name: SingleLine,
    /// The language of their pages and mails; [`Language::unsaid`] until they sign in.
    pub language: Language,
}

impl Organiser {
    /// The name, or the address where there is none.
    pub fn shown(&self) -> &str {
        match self.name.as_str() {
            "" => self.email.as_str(),
            name => name,
        }
    }
}

/// The organiser with this address, made where there is none. An address that is known keeps its
/// name and language (S-12).
pub async fn add(
    tx: &mut Tx,
    email: &EmailAddress,
    name: &SingleLine,
    language: &Language,
) -> Result<Organiser> {
    if let Some(known) = by_address(tx, email).await? {
        return Ok(known);
    }
    let organiser = Organiser {
        id: tx.new_id(),
        email: email.clone(),
        name: name.clone(),
        language: language.clone(),
    };
    store::insert(tx, &organiser).await?;
    Ok(organiser)
}

/// What an organiser is called, and the language they are spoken to in.
pub async fn set_profile(
    tx: &mut Tx,
    organiser: Id<Organiser>,
    name: &SingleLine,
    language: &Language,
) -> Result<()> {
    store::set_profile(tx, organiser, name, language).await
}

/// The language of the page that a browser was signed in on, for an organiser who has not said one yet;
/// `token` is the browser's cookie.
pub async fn keep_language(tx: &mut Tx, token: &Token, language: &Language) -> Result<()> {
    store::set_unsaid_language(tx, &token.hash(), language).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::testing::TestDb;
    use crate::on_both_engines;

    on_both_engines! {
        async fn s_12_a_known_address_stays_whose_it_is(test: TestDb) {
            let mut tx = test.begin().await.unwrap();
            assert!(!is_anybody_there(&mut tx).await.unwrap());
            let (english, arabic) = ("en".parse().unwrap(), "ar".parse().unwrap());
            let address: EmailAddress = "Maya@Institute.example".parse().unwrap();
            let maya = add(&mut tx, &address, &SingleLine::clean("Maya"), &english).await.unwrap();
            let again = "maya@institute.example".parse().unwrap();
            let same = add(&mut tx, &again, &SingleLine::clean("Mallory"), &arabic).await.unwrap();
            assert_eq!(same, maya);
            set_profile(&mut tx, maya.id, &SingleLine::clean("M. Haddad"), &arabic).await.unwrap();
            let now = load(&mut tx, maya.id).await.unwrap().unwrap();
            assert_eq!((now.shown(), &now.language), ("M. Haddad", &arabic));
            assert!(is_anybody_there(&mut tx).await.unwrap());
        }
    }
}
