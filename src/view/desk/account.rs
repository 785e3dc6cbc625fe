use serde::Serialize;

use super::frame::DeskFrame;
use crate::base::zone::Zone;
use crate::view::{Field, Form, Frame, Hidden, Locale, Moment, Page, Problem, Widget};

/// What somebody sets for themselves.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AccountPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// Their address.
    pub email: String,
    /// Name and language.
    pub profile: Form,
    /// A new password.
    pub password: Form,
    /// Whether they have a password.
    pub has_password: bool,
    /// Whether they have a device.
    pub has_device: bool,
    /// Their passkeys; none where browsers make none for this site.
    pub passkeys: Option<PasskeysPart>,
    /// The identity provider; none where the operator has named none.
    pub sso: Option<SsoPart>,
    /// Where they sign in again before they change how they sign in; none for who has just done so.
    pub sign_in_again: Option<String>,
}

/// The identity provider that vouches for organisers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SsoPart {
    /// What the operator calls it.
    pub provider: String,
    /// Whether it vouches for this one.
    pub is_connected: bool,
    /// Whether it did once.
    pub is_ended: bool,
}

/// The passkeys of somebody.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PasskeysPart {
    /// Those there are.
    pub rows: Vec<PasskeyRow>,
    /// Whether there are as many as there may be.
    pub is_full: bool,
    /// Adds one.
    pub form: Form,
    /// Where the script asks for what the browser is to be asked.
    pub challenge: String,
}

/// A passkey.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PasskeyRow {
    /// What its owner calls it; may be empty.
    pub name: String,
    /// When it was added.
    pub made: Moment,
    /// When it was signed in with last.
    pub used: Option<Moment>,
    /// Where it is removed.
    pub remove: String,
}

impl PasskeysPart {
    fn sample(locale: &Locale) -> Self {
        let field = Field::optional("passkey", Widget::Line, locale.text("passkey-name"));
        let adds = Form {
            hidden: vec![Hidden {
                name: "answer".into(),
                value: String::new(),
            }],
            ..form(
                "/organise/account/passkeys",
                vec![field.hinted(locale.text("passkey-name-hint"))],
            )
        };
        let made = locale.moment(&Zone::utc(), chrono::DateTime::UNIX_EPOCH);
        let row = |name: &str, used| PasskeyRow {
            name: name.into(),
            made: made.clone(),
            used,
            remove: "/organise/account/passkeys/1/remove".into(),
        };
        Self {
            rows: vec![row("Phone", Some(made.clone())), row("", None)],
            is_full: false,
            form: adds,
            challenge: "/organise/account/passkeys/challenge".into(),
        }
    }
}

/// Adds a device that makes one-time passwords.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DevicePage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// What is typed into the device.
    pub secret: String,
    /// What a device opens.
    pub address: String,
    /// What the device shows is typed here.
    pub form: Form,
}

fn form(action: &str, fields: Vec<Field>) -> Form {
    Form {
        action: action.to_owned(),
        hidden: Vec::new(),
        fields,
        problems: Vec::new(),
    }
}

impl Page for AccountPage {
    const FILE: &'static str = "desk/account";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let name = Field::optional("name", Widget::Line, locale.text("account-name"));
        let password = Field {
            widget: Widget::Password,
            ..Field::line("password", locale.text("account-password"))
        };
        let bare = Self {
            frame: DeskFrame::sample(frame),
            email: "maya@institute.example".into(),
            profile: form("/organise/account", vec![name.holding("Maya Haddad")]),
            password: form("/organise/account/password", vec![password.clone()]),
            has_password: false,
            has_device: false,
            passkeys: None,
            sso: None,
            sign_in_again: None,
        };
        let sso = |is_connected| {
            Some(SsoPart {
                provider: "Institute".into(),
                is_connected,
                is_ended: false,
            })
        };
        let mut passkeys = PasskeysPart::sample(locale);
        let with_passkeys = Self {
            passkeys: Some(passkeys.clone()),
            sso: sso(false),
            ..bare.clone()
        };
        let full = Self {
            passkeys: Some(PasskeysPart {
                is_full: true,
                ..passkeys.clone()
            }),
            ..bare.clone()
        };
        passkeys.form.problems.push(Problem {
            field: None,
            words: locale.text("passkey-not-added"),
        });
        let passkey_refused = Self {
            passkeys: Some(PasskeysPart {
                rows: Vec::new(),
                ..passkeys
            }),
            sso: sso(true),
            ..bare.clone()
        };
        let words = locale.text("account-password-short");
        let refused = Field {
            problem: Some(words.clone()),
            ..password
        };
        let faulty = Self {
            password: Form {
                problems: vec![Problem {
                    field: Some(refused.id.clone()),
                    words,
                }],
                ..form("/organise/account/password", vec![refused])
            },
            has_password: true,
            has_device: true,
            ..bare.clone()
        };
        let ended = Self {
            sso: Some(SsoPart {
                provider: "Institute".into(),
                is_connected: false,
                is_ended: true,
            }),
            ..bare.clone()
        };
        let stale = Self {
            sign_in_again: Some("/sign-in?next=%2Forganise%2Faccount&again=yes".into()),
            ..bare.clone()
        };
        vec![
            ("bare", bare),
            ("fault", faulty),
            ("stale", stale),
            ("sso-ended", ended),
            ("passkeys", with_passkeys),
            ("passkeys-full", full),
            ("passkey-refused", passkey_refused),
        ]
    }
}

impl Page for DevicePage {
    const FILE: &'static str = "desk/device";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let field = Field {
            widget: Widget::Code,
            ..Field::line("code", locale.text("device-code"))
        };
        let page = Self {
            frame: DeskFrame::sample(frame),
            secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ".into(),
            address: "otpauth://totp/Institute:maya?secret=GEZDGNBV".into(),
            form: form("/organise/account/device", vec![field]),
        };
        vec![("new", page)]
    }
}
