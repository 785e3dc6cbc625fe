use openidconnect::core::{CoreErrorResponseType, CoreRequestTokenError};
use openidconnect::{
    ClaimsVerificationError, DiscoveryError, RequestTokenError, SignatureVerificationError,
    UserInfoError,
};

use crate::base::fetch::NoAnswer;

/// Why the provider's word was not taken. It is told in words of ours, since what the provider has answered may
/// hold tokens, and what people are called.
#[derive(Debug, thiserror::Error)]
pub enum NotVouched {
    /// It does not answer.
    #[error("there is no answer: {0}")]
    NoAnswer(&'static str),
    /// It answers what it should not.
    #[error("{0}")]
    Unusable(&'static str),
    /// It answers with this status of HTTP.
    #[error("its answer has the status {0}")]
    Status(u16),
    /// It takes the code for no good one, with this word (RFC 6749 section 5.2).
    #[error("it does not redeem the code: {0}")]
    NotRedeemed(&'static str),
    /// It answers for somebody else, for another site, for another question or for another time.
    #[error("what it says does not hold: {0}")]
    Refused(&'static str),
}

impl From<NoAnswer> for NotVouched {
    fn from(error: NoAnswer) -> Self {
        Self::NoAnswer(match error {
            NoAnswer::Address(_) => "it has no address of a server",
            NoAnswer::Unencrypted => "it speaks http and is not on this machine",
            NoAnswer::Connection(_) => "there is no connection",
            NoAnswer::NoAuthorities => {
                "no certificate authorities found: install ca-certificates or set SSL_CERT_FILE"
            }
            NoAnswer::Protocol(_) => "it does not speak HTTP",
            NoAnswer::TooLarge => "it is too large",
            NoAnswer::TooLate => "it took too long",
        })
    }
}

impl From<DiscoveryError<NoAnswer>> for NotVouched {
    fn from(error: DiscoveryError<NoAnswer>) -> Self {
        match error {
            DiscoveryError::Request(error) => error.into(),
            DiscoveryError::Response(status, ..) if !status.is_success() => {
                Self::Status(status.as_u16())
            }
            DiscoveryError::Validation(_) => {
                Self::Unusable("it calls itself otherwise than oidc_issuer, to the letter")
            }
            _ => Self::Unusable("what it says of itself is not what OpenID Connect asks for"),
        }
    }
}

impl From<CoreRequestTokenError<NoAnswer>> for NotVouched {
    fn from(error: CoreRequestTokenError<NoAnswer>) -> Self {
        match error {
            RequestTokenError::Request(error) => error.into(),
            RequestTokenError::ServerResponse(said) => Self::NotRedeemed(word(said.error())),
            _ => Self::Unusable("what it gives for the code are no tokens"),
        }
    }
}

const fn word(error: &CoreErrorResponseType) -> &'static str {
    match error {
        CoreErrorResponseType::InvalidClient => "invalid_client",
        CoreErrorResponseType::InvalidGrant => "invalid_grant",
        CoreErrorResponseType::InvalidRequest => "invalid_request",
        CoreErrorResponseType::InvalidScope => "invalid_scope",
        CoreErrorResponseType::UnauthorizedClient => "unauthorized_client",
        CoreErrorResponseType::UnsupportedGrantType => "unsupported_grant_type",
        CoreErrorResponseType::Extension(_) => "a word of its own",
    }
}

impl From<UserInfoError<NoAnswer>> for NotVouched {
    fn from(error: UserInfoError<NoAnswer>) -> Self {
        match error {
            UserInfoError::Request(error) => error.into(),
            UserInfoError::ClaimsVerification(error) => error.into(),
            UserInfoError::Response(status, ..) => Self::Status(status.as_u16()),
            _ => Self::Unusable("what it says of people is not what OpenID Connect asks for"),
        }
    }
}

impl From<ClaimsVerificationError> for NotVouched {
    fn from(error: ClaimsVerificationError) -> Self {
        Self::Refused(match error {
            ClaimsVerificationError::Expired(_) => "it is over",
            ClaimsVerificationError::InvalidAudience(_) => "it is for another site",
            ClaimsVerificationError::InvalidIssuer(_) => "it is another provider's",
            ClaimsVerificationError::InvalidNonce(_) => "it is for another question",
            ClaimsVerificationError::InvalidSubject(_) => "it is about somebody else",
            ClaimsVerificationError::SignatureVerification(
                SignatureVerificationError::NoMatchingKey,
            ) => "it is signed by a key that the provider does not name",
            ClaimsVerificationError::SignatureVerification(_) => "it is not signed as it has to be",
            _ => "it is not what OpenID Connect asks for",
        })
    }
}

#[cfg(test)]
mod tests {
    use openidconnect::http::StatusCode;

    use super::*;

    const TOLD: &str = "eyJhbGciOi.maya@institute.example";

    #[test]
    fn nothing_of_an_answer_is_in_the_words_about_it() {
        let told = || TOLD.to_owned();
        let status = StatusCode::BAD_REQUEST;
        let extension = openidconnect::StandardErrorResponse::new(
            CoreErrorResponseType::Extension(told()),
            Some(told()),
            Some(told()),
        );
        let errors: Vec<NotVouched> = vec![
            NoAnswer::Address(told()).into(),
            NoAnswer::Connection(std::io::Error::other(TOLD)).into(),
            DiscoveryError::Response(status, told().into_bytes(), told()).into(),
            DiscoveryError::Response(StatusCode::OK, told().into_bytes(), told()).into(),
            DiscoveryError::Validation(told()).into(),
            DiscoveryError::Other(told()).into(),
            RequestTokenError::ServerResponse(extension).into(),
            RequestTokenError::Other(told()).into(),
            UserInfoError::Response(status, told().into_bytes(), told()).into(),
            UserInfoError::Other(told()).into(),
            ClaimsVerificationError::InvalidAudience(told()).into(),
            ClaimsVerificationError::InvalidNonce(told()).into(),
            ClaimsVerificationError::Unsupported(told()).into(),
        ];
        for error in errors {
            let words = format!("{error} {error:?}");
            assert!(!words.contains("eyJ") && !words.contains("maya"), "{words}");
            assert!(std::error::Error::source(&error).is_none(), "{words}");
        }
    }
}
