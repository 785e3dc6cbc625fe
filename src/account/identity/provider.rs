use std::time::Duration;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use chrono::TimeDelta;
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreIdTokenClaims, CoreProviderMetadata, CoreTokenResponse,
    CoreUserInfoClaims,
};
use openidconnect::{
    AuthorizationCode, ClaimsVerificationError, ClientId, ClientSecret, CsrfToken, IssuerUrl,
    Nonce, OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope,
    SignatureVerificationError, TokenResponse,
};
use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;
use tokio::time::timeout;
use url::Url;

use super::NotVouched;
use crate::base::chance::Chance;
use crate::base::clock::Instant;
use crate::base::fetch::{NoAnswer, fetch};
use crate::base::text::EmailAddress;

/// How long we go by what the provider said of itself and of its keys.
const KNOWN_FOR: TimeDelta = TimeDelta::hours(1);

/// How long somebody waits while we ask the provider, however often that is.
const PATIENCE: Duration = Duration::from_secs(15);

/// Who vouches for organisers.
#[derive(Debug)]
pub struct Provider {
    issuer: String,
    client: ClientId,
    secret: Option<ClientSecret>,
    name: String,
    known: Mutex<Option<(CoreProviderMetadata, Instant)>>,
}

/// A browser is to be sent there.
#[derive(Clone)]
pub struct Begun {
    /// Where.
    pub address: Url,
    /// What has to be known when it comes back.
    pub(super) secrets: Secrets,
}

/// What ties the answer to the question. None of it is in the address that the browser goes to, but for the
/// state and the nonce.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Secrets {
    pub(super) state: String,
    pub(super) nonce: String,
    pub(super) verifier: String,
}

/// Whom the provider means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vouched {
    /// Who says so.
    pub issuer: String,
    /// By which name it knows them: never anybody else's (OpenID Connect Core, section 2).
    pub subject: String,
    /// The address that it has verified to be theirs.
    pub email: Option<EmailAddress>,
}

impl Provider {
    /// The provider with this issuer, by which this site is known as `client`; `name` is what buttons say.
    pub fn new(issuer: String, client: String, secret: Option<String>, name: String) -> Self {
        Self {
            issuer,
            client: ClientId::new(client),
            secret: secret.map(ClientSecret::new),
            name,
            known: Mutex::new(None),
        }
    }

    /// Who it is.
    pub fn issuer(&self) -> &str {
        &self.issuer
    }

    /// What buttons say.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether it says of itself what it has to: for `doctor`.
    ///
    /// # Errors
    /// [`NotVouched`].
    pub async fn check(&self, now: Instant) -> Result<(), NotVouched> {
        self.discover(now).await.map(drop)
    }

    /// Where to send a browser that is to come `back` with a code (RFC 6749 section 4.1, with RFC 7636).
    ///
    /// # Errors
    /// [`NotVouched`] where the provider does not answer.
    pub async fn begin(
        &self,
        chance: &Chance,
        now: Instant,
        back: &str,
    ) -> Result<Begun, NotVouched> {
        let random = || BASE64_URL_SAFE_NO_PAD.encode(chance.bytes::<32>());
        let secrets = Secrets {
            state: random(),
            nonce: random(),
            verifier: random(),
        };
        let client = CoreClient::from_provider_metadata(
            in_time(self.metadata(now)).await?,
            self.client.clone(),
            self.secret.clone(),
        )
        .set_redirect_uri(redirect(back)?);
        let verifier = PkceCodeVerifier::new(secrets.verifier.clone());
        let (state, nonce) = (secrets.state.clone(), secrets.nonce.clone());
        let (address, ..) = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                move || CsrfToken::new(state.clone()),
                move || Nonce::new(nonce.clone()),
            )
            .add_scope(Scope::new("email".to_owned()))
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier))
            .url();
        Ok(Begun { address, secrets })
    }

    /// Whom the provider means by `code`, with which a browser came `back` from the question with these secrets.
    pub(super) async fn redeem(
        &self,
        now: Instant,
        back: &str,
        code: &str,
        secrets: &Secrets,
    ) -> Result<Vouched, NotVouched> {
        in_time(self.ask_by(now, back, code, secrets)).await
    }

    async fn ask_by(
        &self,
        now: Instant,
        back: &str,
        code: &str,
        secrets: &Secrets,
    ) -> Result<Vouched, NotVouched> {
        let client = CoreClient::from_provider_metadata(
            self.metadata(now).await?,
            self.client.clone(),
            self.secret.clone(),
        )
        .set_redirect_uri(redirect(back)?);
        let redeeming = client.exchange_code(AuthorizationCode::new(code.to_owned()));
        let tokens = redeeming
            .map_err(|_| NotVouched::Unusable("it does not say where codes are redeemed"))?
            .set_pkce_verifier(PkceCodeVerifier::new(secrets.verifier.clone()))
            .request_async(&fetch)
            .await?;
        let claims = self.verified(now, &tokens, &secrets.nonce).await?;
        let email = match verified_address(claims.email_verified(), claims.email()) {
            None if claims.email().is_none() => self.asked_address(now, &tokens, &claims).await,
            email => email,
        };
        Ok(Vouched {
            issuer: claims.issuer().to_string(),
            subject: claims.subject().to_string(),
            email,
        })
    }

    /// What the identity token says, if it is the provider's, for us, for this question and for now (OpenID
    /// Connect Core, section 3.1.3.7). A key that we do not know makes us ask for the keys once more.
    async fn verified(
        &self,
        now: Instant,
        tokens: &CoreTokenResponse,
        nonce: &str,
    ) -> Result<CoreIdTokenClaims, NotVouched> {
        let token = tokens
            .id_token()
            .ok_or(NotVouched::Unusable("it gave no identity token"))?;
        let nonce = Nonce::new(nonce.to_owned());
        let mut metadata = self.metadata(now).await?;
        for is_last in [false, true] {
            let client = CoreClient::from_provider_metadata(
                metadata.clone(),
                self.client.clone(),
                self.secret.clone(),
            );
            let verifier = client.id_token_verifier().set_time_fn(move || now);
            match token.claims(&verifier, &nonce) {
                Err(ClaimsVerificationError::SignatureVerification(
                    SignatureVerificationError::NoMatchingKey,
                )) if !is_last => metadata = self.discover(now).await?,
                claims => return Ok(claims?.clone()),
            }
        }
        unreachable!("the last round returns")
    }

    /// The address from where some providers alone tell it (OpenID Connect Core, section 5.3). Who is known
    /// already needs none: where it is not told, there is none.
    async fn asked_address(
        &self,
        now: Instant,
        tokens: &CoreTokenResponse,
        claims: &CoreIdTokenClaims,
    ) -> Option<EmailAddress> {
        let told = self.user_info(now, tokens, claims).await;
        let told = told
            .inspect_err(|error| tracing::warn!(%error, "the identity provider tells no address"))
            .ok()??;
        verified_address(told.email_verified(), told.email())
    }

    async fn user_info(
        &self,
        now: Instant,
        tokens: &CoreTokenResponse,
        claims: &CoreIdTokenClaims,
    ) -> Result<Option<CoreUserInfoClaims>, NotVouched> {
        let client = CoreClient::from_provider_metadata(
            self.metadata(now).await?,
            self.client.clone(),
            self.secret.clone(),
        );
        let subject = Some(claims.subject().clone());
        let Ok(asking) = client.user_info(tokens.access_token().clone(), subject) else {
            return Ok(None);
        };
        Ok(Some(asking.request_async(&fetch).await?))
    }

    async fn metadata(&self, now: Instant) -> Result<CoreProviderMetadata, NotVouched> {
        let known = self.known.lock().await.clone();
        match known {
            Some((metadata, at)) if (at..at + KNOWN_FOR).contains(&now) => Ok(metadata),
            _ => self.discover(now).await,
        }
    }

    /// What the provider says of itself (OpenID Connect Discovery, section 4), and its keys.
    async fn discover(&self, now: Instant) -> Result<CoreProviderMetadata, NotVouched> {
        let issuer = IssuerUrl::new(self.issuer.clone());
        let issuer = issuer.map_err(|_| NotVouched::Unusable("oidc_issuer is no address"))?;
        let metadata = CoreProviderMetadata::discover_async(issuer, &fetch).await?;
        if !is_encrypted(&metadata) {
            return Err(NotVouched::Unusable("it names addresses that speak http"));
        }
        *self.known.lock().await = Some((metadata.clone(), now));
        Ok(metadata)
    }
}

impl std::fmt::Debug for Begun {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Begun(…)")
    }
}

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secrets(…)")
    }
}

async fn in_time<T>(asking: impl Future<Output = Result<T, NotVouched>>) -> Result<T, NotVouched> {
    let asked = timeout(PATIENCE, asking).await;
    asked.unwrap_or_else(|_| Err(NoAnswer::TooLate.into()))
}

/// Whether what is asked, and where browsers are sent, is there over TLS. A provider that speaks http itself
/// stands on this machine, or it would not have been asked.
fn is_encrypted(metadata: &CoreProviderMetadata) -> bool {
    let named = [
        Some(metadata.authorization_endpoint().url()),
        metadata.token_endpoint().map(|address| address.url()),
        metadata.userinfo_endpoint().map(|address| address.url()),
        Some(metadata.jwks_uri().url()),
    ];
    metadata.issuer().url().scheme() == "http"
        || named.iter().flatten().all(|url| url.scheme() == "https")
}

fn redirect(back: &str) -> Result<RedirectUrl, NotVouched> {
    RedirectUrl::new(back.to_owned())
        .map_err(|_| NotVouched::Unusable("base_url is no address to come back to"))
}

/// An address that the provider has not verified may be anybody's.
fn verified_address(
    is_verified: Option<bool>,
    email: Option<&openidconnect::EndUserEmail>,
) -> Option<EmailAddress> {
    email
        .filter(|_| is_verified == Some(true))
        .and_then(|email| email.as_str().parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_provider_over_tls_names_nothing_without() {
        let says = |issuer: &str, plain: &str| {
            let address = |name: &str| {
                let scheme = if name == plain { "http" } else { "https" };
                format!("{scheme}://id.example.org/{name}")
            };
            let said = serde_json::json!({
                "issuer": issuer,
                "authorization_endpoint": address("authorise"),
                "token_endpoint": address("token"),
                "userinfo_endpoint": address("people"),
                "jwks_uri": address("keys"),
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"],
            });
            is_encrypted(&serde_json::from_value(said).expect("what a provider says"))
        };
        assert!(says("https://id.example.org", ""));
        for plain in ["authorise", "token", "people", "keys"] {
            assert!(!says("https://id.example.org", plain), "{plain}");
            assert!(says("http://localhost:8080", plain), "{plain}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn nobody_waits_for_a_provider_longer_than_fifteen_seconds() {
        let begun = tokio::time::Instant::now();
        let asked: Result<(), _> = in_time(std::future::pending()).await;
        assert!(matches!(asked, Err(NotVouched::NoAnswer(_))), "{asked:?}");
        assert_eq!(begun.elapsed(), Duration::from_secs(15));
    }
}
