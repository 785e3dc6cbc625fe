use serde::Serialize;
use url::Url;
use webauthn_rs::prelude::{
    AuthenticationResult, CreationChallengeResponse, DiscoverableAuthentication,
    Passkey as Credential, PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential,
    RequestChallengeResponse, WebauthnError,
};
use webauthn_rs::{Webauthn, WebauthnBuilder};

use super::LIFETIME;
use crate::account::Organiser;
use crate::base::id::Id;

/// Octets of the longest identifier of a credential (level 3, section 4).
const LONGEST_ID: usize = 1023;

/// This site, as passkeys know it: they answer to no other, whatever its pages say they are.
#[derive(Debug, Clone)]
pub struct RelyingParty(Webauthn);

/// What a browser is asked for, and what has to be known of it when it answers.
pub(super) struct Asked {
    pub(super) options: String,
    pub(super) state: String,
}

/// Whose passkey an answer says it is from.
pub(super) struct Named {
    pub(super) organiser: Id<Organiser>,
    pub(super) credential: Vec<u8>,
}

/// What an answer came to.
pub(super) enum Verified {
    /// It is the passkey's own: what is to be kept of it from now on.
    Right(String),
    /// It is, but the key has signed more often before than it says now: there may be a copy of it
    /// (level 3, section 6.1.1).
    Behind,
    /// It is not.
    Wrong,
}

/// A new passkey.
pub(super) struct New {
    pub(super) id: Vec<u8>,
    pub(super) kept: String,
}

impl RelyingParty {
    /// The site with this base address (S-10); `None` where its host is an address of the net, for which
    /// browsers make no passkeys (level 3, section 5.1.2).
    pub fn of(base_url: &Url, site: &str) -> Option<Self> {
        let party = WebauthnBuilder::new(base_url.domain()?, base_url)
            .ok()?
            .rp_name(site)
            .timeout(LIFETIME.to_std().ok()?);
        party.build().ok().map(Self)
    }

    /// Asks for a passkey that is found without an address typed first, and none of `known`.
    pub(super) fn ask_for_new(&self, organiser: &Organiser, known: Vec<Vec<u8>>) -> Asked {
        let (whose, address) = (organiser.id.uuid(), organiser.email.as_str());
        let begun =
            self.0
                .start_passkey_registration(whose, address, organiser.shown(), Some(known));
        let (options, state) = begun.expect("an organiser has an address");
        asked(&discoverable(&options), &state)
    }

    /// Asks for any passkey for this site. No passwords are filled in by the way: a button was pressed.
    pub(super) fn ask_for_any(&self) -> Asked {
        let begun = self.0.start_discoverable_authentication();
        let (mut options, state): (RequestChallengeResponse, _) = begun.expect("nothing is given");
        options.mediation = None;
        asked(&options, &state)
    }

    /// The passkey that a browser has made, if it was asked for it and its owner unlocked it.
    pub(super) fn verify_new(&self, state: &str, answer: &str) -> Option<New> {
        let state: PasskeyRegistration = serde_json::from_str(state).ok()?;
        let answer: RegisterPublicKeyCredential = serde_json::from_str(answer).ok()?;
        let made = self.0.finish_passkey_registration(&answer, &state).ok()?;
        let id = made.cred_id().to_vec();
        (id.len() <= LONGEST_ID).then(|| New {
            id,
            kept: text(&made),
        })
    }

    /// Whose passkey `answer` says that it is from.
    pub(super) fn named_in(&self, answer: &str) -> Option<Named> {
        let answer: PublicKeyCredential = serde_json::from_str(answer).ok()?;
        let (whose, credential) = self.0.identify_discoverable_authentication(&answer).ok()?;
        Some(Named {
            organiser: Id::from_uuid(whose),
            credential: credential.to_vec(),
        })
    }

    /// Whether `answer` is signed by the passkey of which `kept` is kept, for what the browser was asked, by
    /// an owner who unlocked it.
    pub(super) fn verify(&self, state: &str, answer: &str, kept: &str) -> Verified {
        let state: Result<DiscoverableAuthentication, _> = serde_json::from_str(state);
        let answer: Result<PublicKeyCredential, _> = serde_json::from_str(answer);
        let kept: Result<Credential, _> = serde_json::from_str(kept);
        let (Ok(state), Ok(answer), Ok(mut kept)) = (state, answer, kept) else {
            return Verified::Wrong;
        };
        let verified = self
            .0
            .finish_discoverable_authentication_v2(&answer, state, &kept);
        match verified {
            Ok(used) => Verified::Right(after(&mut kept, &used)),
            Err(WebauthnError::CredentialPossibleCompromise) => Verified::Behind,
            Err(_) => Verified::Wrong,
        }
    }
}

/// Found without an address typed first. The library asks for that only where makers of devices are told
/// apart, too, which is nothing to us.
fn discoverable(options: &CreationChallengeResponse) -> serde_json::Value {
    let mut options = serde_json::to_value(options).expect("it has texts for keys");
    let selection = &mut options["publicKey"]["authenticatorSelection"];
    selection["residentKey"] = "required".into();
    selection["requireResidentKey"] = true.into();
    options
}

fn after(kept: &mut Credential, used: &AuthenticationResult) -> String {
    kept.update_credential(used);
    text(kept)
}

fn asked(options: &impl Serialize, state: &impl Serialize) -> Asked {
    Asked {
        options: text(options),
        state: text(state),
    }
}

fn text(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("it has texts for keys")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s_10_the_site_is_the_one_that_its_settings_name() {
        for (base_url, is_one) in [
            ("https://events.example.org", true),
            ("http://localhost:8080", true),
            ("http://127.0.0.1:8080", false),
            ("http://[::1]:8080", false),
        ] {
            let party = RelyingParty::of(&base_url.parse().expect("a URL"), "Institute");
            assert_eq!(party.is_some(), is_one, "{base_url}");
        }
    }

    #[test]
    fn any_passkey_is_asked_for_by_a_button_and_unlocked_by_its_owner() {
        let base_url = "https://events.example.org".parse().expect("a URL");
        let party = RelyingParty::of(&base_url, "Institute").expect("a name");
        let asked: serde_json::Value =
            serde_json::from_str(&party.ask_for_any().options).expect("JSON");
        assert_eq!(asked.get("mediation"), None);
        let asked = &asked["publicKey"];
        assert_eq!(asked["rpId"], "events.example.org");
        assert_eq!(asked["userVerification"], "required");
        assert_eq!(asked["timeout"], 300_000);
        assert_eq!(asked["allowCredentials"], serde_json::json!([]));
    }
}
