//! Before the workspace: signing in.

use serde::Serialize;

use super::frame::Choosable;
use crate::view::{Field, Form, Frame, Locale, Page, Problem, Widget};

/// What stands around a page before the workspace.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Threshold {
    /// Who runs the instance.
    pub site: String,
    /// The list of events.
    pub home: String,
    /// The same page in every language of the service: the language and the address.
    pub languages: Vec<(Choosable, String)>,
}

/// Asks for the address that a code is sent to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SignInPage {
    /// What stands around it.
    pub frame: Threshold,
    /// What is asked.
    pub form: Form,
    /// Why, as a key of the catalogue: `sign-in-lead`, `sign-in-turned-back` or `sign-in-anew`.
    pub lead: &'static str,
    /// Where one signs in by password instead.
    pub by_password: String,
    /// Where one signs in by passkey; none where browsers make none for this site.
    pub by_passkey: Option<ByPasskey>,
    /// Where one signs in by the word of an identity provider; none where the operator has named none.
    pub by_sso: Option<BySso>,
}

/// An identity provider to sign in by.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BySso {
    /// Where the button posts.
    pub action: String,
    /// What the operator calls it.
    pub provider: String,
}

/// The page from which a browser goes to the identity provider.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LeavingPage {
    /// What stands around it.
    pub frame: Threshold,
    /// Where it goes.
    pub address: String,
    /// What the operator calls that.
    pub provider: String,
}

/// What the script of passkeys needs to know.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ByPasskey {
    /// Where it asks for what the browser is to be asked.
    pub challenge: String,
    /// Where the browser's answer goes.
    pub action: String,
}

/// Asks for the code.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CodePage {
    /// What stands around it.
    pub frame: Threshold,
    /// What is asked.
    pub form: Form,
    /// For how many minutes the code is good.
    pub minutes: i64,
    /// The address that the code comes from.
    pub sender: String,
    /// Where another code is asked for.
    pub again: String,
}

/// Asks for address and password.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PasswordPage {
    /// What stands around it.
    pub frame: Threshold,
    /// What is asked.
    pub form: Form,
    /// Where a code is asked for instead.
    pub by_code: String,
}

/// A link that signs in, once its button is pressed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LinkPage {
    /// What stands around it.
    pub frame: Threshold,
    /// Where the button posts.
    pub action: String,
}

/// Asks who the first organiser is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FirstPage {
    /// What stands around it.
    pub frame: Threshold,
    /// What is asked.
    pub form: Form,
}

impl Threshold {
    pub(super) fn sample(frame: &Frame) -> Self {
        let languages = frame.languages.iter().map(|known| {
            let choosable = Choosable {
                tag: known.tag.clone(),
                name: known.name.clone(),
                dir: known.dir,
                current: known.current,
            };
            (choosable, format!("/sign-in?lang={}", known.tag))
        });
        Self {
            site: frame.site.clone(),
            home: frame.home.clone(),
            languages: languages.collect(),
        }
    }
}

/// A form with one field, empty and with a fault.
fn forms(locale: &Locale, name: &str, widget: Widget, fault: &str) -> [Form; 2] {
    let field = Field {
        widget,
        ..Field::line(name, locale.text(&format!("sign-in-{name}")))
    };
    let words = locale.text(fault);
    let empty = Form {
        action: "/sign-in".into(),
        hidden: Vec::new(),
        fields: vec![field.clone()],
        problems: Vec::new(),
    };
    let faulty = Form {
        problems: vec![Problem {
            field: Some(field.id.clone()),
            words: words.clone(),
        }],
        fields: vec![Field {
            problem: Some(words),
            ..field
        }],
        ..empty.clone()
    };
    [empty, faulty]
}

impl Page for SignInPage {
    const FILE: &'static str = "desk/sign-in";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let [form, faulty] = forms(locale, "email", Widget::Email, "sign-in-email-malformed");
        let page = |form, lead| Self {
            frame: Threshold::sample(frame),
            form,
            lead,
            by_password: "/sign-in/password".into(),
            by_passkey: None,
            by_sso: None,
        };
        let refused = Form {
            problems: vec![Problem {
                field: None,
                words: locale.text("sign-in-passkey-wrong"),
            }],
            ..form.clone()
        };
        let by_passkey = Self {
            by_passkey: Some(ByPasskey {
                challenge: "/sign-in/passkey/challenge".into(),
                action: "/sign-in/passkey".into(),
            }),
            by_sso: Some(BySso {
                action: "/sign-in/oidc".into(),
                provider: "Institute".into(),
            }),
            ..page(refused, "sign-in-lead")
        };
        vec![
            ("ask", page(form.clone(), "sign-in-lead")),
            ("turned-back", page(form.clone(), "sign-in-turned-back")),
            ("anew", page(form, "sign-in-anew")),
            ("fault", page(faulty, "sign-in-lead")),
            ("passkey", by_passkey),
        ]
    }
}

impl Page for CodePage {
    const FILE: &'static str = "desk/code";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let page = |form| Self {
            frame: Threshold::sample(frame),
            form,
            minutes: 10,
            sender: "events@institute.example".into(),
            again: "/sign-in".into(),
        };
        let [form, faulty] = forms(locale, "code", Widget::Code, "sign-in-code-wrong");
        vec![("ask", page(form)), ("fault", page(faulty))]
    }
}

impl Page for PasswordPage {
    const FILE: &'static str = "desk/password";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let [form, faulty] = forms(locale, "email", Widget::Email, "sign-in-password-wrong");
        let page = |form| Self {
            frame: Threshold::sample(frame),
            form,
            by_code: "/sign-in".into(),
        };
        vec![("ask", page(form)), ("fault", page(faulty))]
    }
}

impl Page for LinkPage {
    const FILE: &'static str = "desk/link";

    fn samples(frame: &Frame, _locale: &Locale) -> Vec<(&'static str, Self)> {
        let page = Self {
            frame: Threshold::sample(frame),
            action: "/sign-in/link/token".into(),
        };
        vec![("good", page)]
    }
}

impl Page for LeavingPage {
    const FILE: &'static str = "desk/leaving";

    fn samples(frame: &Frame, _locale: &Locale) -> Vec<(&'static str, Self)> {
        let page = Self {
            frame: Threshold::sample(frame),
            address: "https://id.example.org/auth?client_id=convoke&state=x".into(),
            provider: "Institute".into(),
        };
        vec![("leaving", page)]
    }
}

impl Page for FirstPage {
    const FILE: &'static str = "desk/first";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let [form, faulty] = forms(locale, "email", Widget::Email, "sign-in-email-malformed");
        let page = |form| Self {
            frame: Threshold::sample(frame),
            form,
        };
        vec![("ask", page(form)), ("fault", page(faulty))]
    }
}
