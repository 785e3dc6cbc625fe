//! A certified identity provider (oidc-provider, in node), and the browser of somebody who signs in there.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use axum::http::{Request, Response};
use convoke::account::identity::Provider;
use convoke::base::fetch::fetch;

use crate::stage::HOST;

pub const CLIENT: &str = "convoke";
const SECRET: &str = "a secret between the two";

/// A provider of a test's own; ends with the test.
pub struct Idp {
    pub issuer: String,
    child: Child,
}

impl Idp {
    pub fn start() -> Self {
        let mut child = Command::new("node")
            .arg("tests/provider/provider.mjs")
            .arg(format!("https://{HOST}/sign-in/oidc/callback"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("node, and what `tests/run --setup` installs");
        let mut line = String::new();
        let output = child.stdout.take().unwrap();
        BufReader::new(output).read_line(&mut line).unwrap();
        let issuer = line.trim().strip_prefix("issuer: ");
        let issuer = issuer
            .expect("what `tests/run --setup` installs")
            .to_owned();
        Self { issuer, child }
    }

    /// As convoke knows it.
    pub fn known(&self) -> Provider {
        let secret = Some(SECRET.to_owned());
        Provider::new(
            self.issuer.clone(),
            CLIENT.to_owned(),
            secret,
            "Institute".to_owned(),
        )
    }

    /// Signs in there as `account`, where `address` leads; gives the address that the browser comes back to.
    pub async fn vouch(&self, address: &str, account: &str) -> String {
        let mut cookies = BTreeMap::new();
        let mut at = address.to_owned();
        let mut answer = ask(&mut cookies, "GET", &at, String::new()).await;
        for _ in 0..12 {
            if let Some(there) = answer.headers().get("location") {
                let there = there.to_str().unwrap();
                if let Some(path) = there.strip_prefix(&format!("https://{HOST}")) {
                    return path.to_owned();
                }
                at = url::Url::parse(&at)
                    .unwrap()
                    .join(there)
                    .unwrap()
                    .to_string();
                answer = ask(&mut cookies, "GET", &at, String::new()).await;
                continue;
            }
            let page = String::from_utf8_lossy(answer.body()).into_owned();
            let prompt = if page.contains("value=\"consent\"") {
                "consent"
            } else {
                "login"
            };
            let form = form_urlencoded::Serializer::new(String::new())
                .extend_pairs([("prompt", prompt), ("login", account), ("password", "any")])
                .finish();
            answer = ask(&mut cookies, "POST", &at, form).await;
        }
        panic!(
            "nobody comes back: {:?} {}",
            answer.status(),
            String::from_utf8_lossy(answer.body())
        );
    }
}

impl Drop for Idp {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

async fn ask(
    cookies: &mut BTreeMap<String, String>,
    method: &str,
    address: &str,
    form: String,
) -> Response<Vec<u8>> {
    let own: Vec<String> = cookies
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let request = Request::builder()
        .method(method)
        .uri(address)
        .header("cookie", own.join("; "))
        .header("content-type", "application/x-www-form-urlencoded");
    let answer = fetch(request.body(form.into_bytes()).unwrap())
        .await
        .unwrap();
    for cookie in answer.headers().get_all("set-cookie") {
        let pair = cookie.to_str().unwrap().split(';').next().unwrap();
        let (name, value) = pair.split_once('=').unwrap();
        cookies.insert(name.to_owned(), value.to_owned());
    }
    answer
}
