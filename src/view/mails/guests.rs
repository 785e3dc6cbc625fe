use serde::Serialize;

use super::super::locale::Locale;
use super::{Mail, Occasion};

/// Somebody is asked to come.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GuestInvitation {
    /// What it is about.
    pub about: Occasion,
    /// Where they register, as a complete address.
    pub register: String,
}

impl Mail for GuestInvitation {
    const KIND: &'static str = "guest_invitation";

    fn about(&self) -> Option<&Occasion> {
        Some(&self.about)
    }

    fn samples(locale: &Locale) -> Vec<(&'static str, Self)> {
        ["roundtable", "everything"]
            .into_iter()
            .zip(Occasion::samples(locale))
            .map(|(name, about)| {
                let language = locale.language();
                let register = format!(
                    "https://events.example/{language}/events/{}/register?code=TOKEN",
                    about.event.slug
                );
                (name, Self { about, register })
            })
            .collect()
    }
}
