//! JSON Web Tokens signed with a secret that both sides know (RFC 7519; RFC 7515, HS256).

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use serde::Serialize;
use sha2::Sha256;

/// What stands before the claims: the same for every token.
const HEADER: &str = r#"{"alg":"HS256","typ":"JWT"}"#;

/// A token that says `claims`.
pub(super) fn token(claims: &impl Serialize, secret: &[u8]) -> String {
    let claims = serde_json::to_vec(claims).expect("claims are plain data");
    let input = [HEADER.as_bytes(), &claims].map(|part| BASE64_URL_SAFE_NO_PAD.encode(part));
    signed(&input.join("."), secret)
}

/// `input` with its signature.
fn signed(input: &str, secret: &[u8]) -> String {
    let mut mac =
        <Hmac<Sha256> as KeyInit>::new_from_slice(secret).expect("HMAC takes keys of any length");
    mac.update(input.as_bytes());
    let signature = BASE64_URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes());
    format!("{input}.{signature}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 7515, appendix A.1.
    #[test]
    fn it_signs_as_the_example_of_the_standard() {
        let secret = BASE64_URL_SAFE_NO_PAD
            .decode("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow")
            .expect("base64");
        let input = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.\
            eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
        let signature = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
        assert_eq!(signed(input, &secret), format!("{input}.{signature}"));
        assert_ne!(signed(input, b"another"), format!("{input}.{signature}"));
    }

    #[test]
    fn its_header_is_that_of_the_algorithm() {
        let token = token(&serde_json::json!({ "iss": "convoke" }), b"secret");
        let parts: Vec<&str> = token.split('.').collect();
        let [header, claims, _] = parts[..] else {
            panic!("{token}");
        };
        assert_eq!(header, "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9");
        let claims = BASE64_URL_SAFE_NO_PAD.decode(claims).expect("base64");
        assert_eq!(claims, br#"{"iss":"convoke"}"#);
    }
}
