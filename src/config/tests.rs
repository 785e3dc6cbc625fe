use std::ffi::OsString;
use std::path::Path;

use super::*;
use crate::conferencing::{BigBlueButton, Services};

/// The settings of `file` and `variables`.
fn load(file: &str, variables: &[(&str, &str)]) -> Result<Settings, BadSettings> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("convoke.toml");
    std::fs::write(&path, file).expect("written");
    let variables = variables
        .iter()
        .map(|(name, value)| (name.into(), value.into()));
    Settings::load(
        Some(&path),
        variables.collect::<Vec<(OsString, OsString)>>(),
    )
}

fn faults(file: &str, variables: &[(&str, &str)]) -> Vec<String> {
    load(file, variables)
        .expect_err("the settings are refused")
        .faults
}

#[test]
fn r_24_without_settings_everything_has_a_default() {
    let settings = load("", &[]).expect("defaults");
    assert_eq!(settings.database_url.reveal(), "sqlite://data/convoke.db");
    assert_eq!(settings.secret_key_file, Path::new("data/secret.key"));
    assert_eq!(settings.mail_folder(), Path::new("data/mail"));
    assert_eq!(settings.listen.to_string(), "127.0.0.1:8080");
    assert_eq!(settings.mail_from.to_string(), "convoke <events@localhost>");
    assert_eq!(
        (settings.mail_connections, settings.mail_per_minute),
        (2, None)
    );
    assert_eq!(
        (settings.log.as_str(), settings.log_format),
        ("info", LogFormat::Text)
    );
    assert!(settings.base_url.is_none() && settings.smtp.is_none());
}

#[test]
fn the_environment_stands_over_the_file_and_the_file_over_defaults() {
    let file = "data_dir = \"/var/lib/convoke\"\nlisten = \"127.0.0.1:1\"\nmail_connections = 4";
    let settings = load(file, &[("CONVOKE_LISTEN", "127.0.0.1:2"), ("LISTEN", "x")]);
    let settings = settings.expect("good settings");
    assert_eq!(settings.listen.port(), 2);
    assert_eq!(settings.mail_connections, 4);
    assert_eq!(
        settings.database_url.reveal(),
        "sqlite:///var/lib/convoke/convoke.db"
    );
}

#[test]
fn an_empty_variable_is_none() {
    let settings = load(
        "",
        &[("CONVOKE_SMTP_URL", ""), ("CONVOKE_MAIL_PER_MINUTE", "")],
    );
    assert!(settings.expect("good settings").smtp.is_none());
}

#[test]
fn what_looks_like_a_number_stays_text() {
    let settings = load("", &[("CONVOKE_DATA_DIR", "0123"), ("CONVOKE_LOG", "true")]);
    let settings = settings.expect("good settings");
    assert_eq!(settings.data_dir, Path::new("0123"));
    assert_eq!(settings.log, "true");
}

#[test]
fn lists_are_lists_in_the_file_and_have_commas_in_the_environment() {
    let file = "trusted_proxies = [\"10.0.0.0/8\", \"::1\"]";
    let in_file = load(file, &[]).expect("good settings").trusted_proxies;
    let listed = [("CONVOKE_TRUSTED_PROXIES", "10.0.0.0/8, ::1")];
    assert_eq!(in_file.len(), 2);
    assert_eq!(
        in_file,
        load("", &listed).expect("good settings").trusted_proxies
    );
}

#[test]
fn a_bad_setting_is_refused_by_its_name() {
    for (variable, value, words) in [
        ("CONVOKE_LISTEN", "everywhere", "is not an address and port"),
        ("CONVOKE_LISTEN", "8080", "is not an address and port"),
        (
            "CONVOKE_METRICS_LISTEN",
            "localhost",
            "is not an address and port",
        ),
        (
            "CONVOKE_DATABASE_URL",
            "mysql://localhost/x",
            "is not of the form sqlite://PATH",
        ),
        (
            "CONVOKE_DATABASE_URL",
            "sqlite://",
            "is not of the form sqlite://PATH",
        ),
        (
            "CONVOKE_DATABASE_URL",
            "postgres://a:b:c",
            "is not of the form sqlite://PATH",
        ),
        (
            "CONVOKE_SMTP_URL",
            "gopher://mail.example",
            "must begin with smtp://",
        ),
        ("CONVOKE_MAIL_FROM", "nobody", "is not of the form"),
        (
            "CONVOKE_MAIL_CONNECTIONS",
            "many",
            "is not a number from 1 to 16",
        ),
        (
            "CONVOKE_MAIL_CONNECTIONS",
            "0",
            "is not a number from 1 to 16",
        ),
        (
            "CONVOKE_MAIL_CONNECTIONS",
            "17",
            "is not a number from 1 to 16",
        ),
        ("CONVOKE_MAIL_PER_MINUTE", "-1", "is not a number from 1"),
        (
            "CONVOKE_TRUSTED_PROXIES",
            "10.0.0.0/33",
            "is not an IP address or a range",
        ),
        (
            "CONVOKE_TRUSTED_PROXIES",
            "::1, proxy",
            "is not an IP address or a range",
        ),
        ("CONVOKE_LOG", "convoke=loud", "is not a log filter"),
        ("CONVOKE_LOG_FORMAT", "xml", "is neither text nor json"),
    ] {
        let told = faults("", &[(variable, value)]);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(
            told[0].starts_with(&format!("{variable} {words}")),
            "{told:?}"
        );
    }
}

#[test]
fn s_10_the_base_address_is_https_or_loopback_and_nothing_else() {
    for good in [
        "https://events.example",
        "https://events.example:8443/",
        "http://localhost:8080",
        "http://trial.localhost",
        "http://127.8.0.1",
        "http://[::1]:80",
    ] {
        assert!(load("", &[("CONVOKE_BASE_URL", good)]).is_ok(), "{good}");
    }
    for bad in [
        "events.example",
        "http://events.example",
        "http://localhost.events.example",
        "http://0.0.0.0:8080",
        "http://127.0.0.1.events.example",
        "ftp://127.0.0.1",
        "https://events.example/convoke",
        "https://events.example/?a",
        "https://events.example/#a",
        "https://user@events.example",
        "not an address",
    ] {
        let told = faults("", &[("CONVOKE_BASE_URL", bad)]);
        assert!(
            told.len() == 1 && told[0].starts_with("CONVOKE_BASE_URL "),
            "{bad}: {told:?}"
        );
    }
}

#[test]
fn s_10_who_listens_to_everybody_says_under_which_address() {
    let everywhere = ("CONVOKE_LISTEN", "0.0.0.0:80");
    assert!(faults("", &[everywhere])[0].starts_with("CONVOKE_BASE_URL must be set"));
    assert!(
        load(
            "",
            &[everywhere, ("CONVOKE_BASE_URL", "https://events.example")]
        )
        .is_ok()
    );
}

#[test]
fn unknown_settings_are_refused_wherever_they_stand() {
    let told = faults(
        "colour = \"red\"\n[mail]\nfrom = \"x\"",
        &[("CONVOKE_SMPT_URL", "x")],
    );
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(
        told[0].ends_with("there is no setting `colour`"),
        "{told:?}"
    );
    assert!(told[1].ends_with("there is no setting `mail`"), "{told:?}");
    assert_eq!(told[2], "there is no setting CONVOKE_SMPT_URL");
    assert_eq!(faults("", &[("CONVOKE_listen", "127.0.0.1:1")]).len(), 1);
}

#[test]
fn all_faults_are_told_at_once_in_one_line() {
    let refused = load(
        "listen = true\nlog_format = 1",
        &[("CONVOKE_MAIL_FROM", "x")],
    );
    let refused = refused.expect_err("the settings are refused");
    assert_eq!(refused.faults.len(), 3);
    assert_eq!(refused.to_string().lines().count(), 1);
}

#[test]
fn a_file_that_cannot_be_read_is_named_with_its_line() {
    assert!(faults("log = \"info\"\nlisten = = 1", &[])[0].contains("convoke.toml, line 2: "));
    let nowhere = Settings::load(Some(Path::new("nowhere.toml")), Vec::new());
    let told = nowhere.expect_err("there is no file").to_string();
    assert!(told.starts_with("nowhere.toml cannot be read"), "{told}");
}

#[test]
fn s_30_secrets_neither_print_nor_stand_in_a_fault() {
    let settings = load(
        "smtp_url = \"smtp://user:canary@mail.example\"",
        &[
            ("CONVOKE_DATABASE_URL", "postgres://user:canary@localhost/x"),
            ("CONVOKE_IMAP_URL", "imaps://user:canary@mail.example"),
        ],
    );
    assert!(!format!("{:?}", settings.expect("good settings")).contains("canary"));
    for (file, variables) in [
        ("smtp_url = \"smtp://user:canary", &[][..]),
        ("smtp_url = \"smtp:canary\"", &[]),
        ("smtp_url = { password = \"canary\" }", &[]),
        (
            "",
            &[("CONVOKE_DATABASE_URL", "postgres:user:canary@localhost")],
        ),
    ] {
        let told = faults(file, variables);
        assert!(!told.concat().contains("canary"), "{told:?}");
    }
}

#[test]
fn rep_2_where_mails_come_back_to_is_read() {
    let settings = load(
        "bounce_address = \"b@bounce.example.org\"\nauthserv_id = \"mx.example.org\"",
        &[(
            "CONVOKE_IMAP_URL",
            "imaps://user:password@mail.example/Returns",
        )],
    );
    let settings = settings.expect("good settings");
    let bounces = settings.bounce_address.expect("an address");
    assert_eq!(bounces.to_string(), "b@bounce.example.org");
    assert_eq!(settings.authserv_id.as_deref(), Some("mx.example.org"));
    let mailbox = settings.imap.expect("a mailbox");
    assert_eq!(mailbox.to_string(), "mail.example:993/Returns");
    for (file, told) in [
        ("bounce_address = \"bounce\"", "bounce_address in "),
        ("authserv_id = \"mx example\"", "authserv_id in "),
        (
            "imap_url = \"imaps://mail.example\"",
            "needs a user and a password",
        ),
    ] {
        let faults = faults(file, &[]);
        assert!(faults.len() == 1 && faults[0].contains(told), "{faults:?}");
    }
}

#[test]
fn an_identity_provider_is_named_with_what_it_knows_us_by() {
    let issuer = ("CONVOKE_OIDC_ISSUER", "https://id.example.org/realms/staff");
    let client = ("CONVOKE_OIDC_CLIENT_ID", "convoke");
    let given = load("oidc_client_secret = \"s3cret\"", &[issuer, client]);
    let sso = given.expect("good settings").sso.expect("a provider");
    assert_eq!(sso.issuer, issuer.1, "to the letter");
    assert_eq!(
        (sso.client_id.as_str(), sso.name.as_str()),
        ("convoke", "id.example.org")
    );
    assert_eq!(
        sso.client_secret.as_ref().expect("a secret").reveal(),
        "s3cret"
    );
    assert!(!format!("{sso:?}").contains("s3cret"));
    let named = load("", &[issuer, client, ("CONVOKE_OIDC_NAME", "Institute")]);
    let named = named.expect("good settings").sso.expect("a provider");
    assert_eq!(
        (named.name.as_str(), named.client_secret),
        ("Institute", None)
    );
    assert_eq!(load("", &[]).expect("good settings").sso, None);
    for (variables, words) in [
        (vec![issuer], "CONVOKE_OIDC_CLIENT_ID must be set"),
        (vec![client], "CONVOKE_OIDC_ISSUER must be set"),
        (
            vec![("CONVOKE_OIDC_ISSUER", "id.example.org"), client],
            "is not an address",
        ),
        (
            vec![("CONVOKE_OIDC_ISSUER", "http://id.example.org"), client],
            "must begin with https://",
        ),
        (
            vec![
                ("CONVOKE_OIDC_ISSUER", "https://id.example.org/?a=b"),
                client,
            ],
            "must be an address",
        ),
    ] {
        let faults = faults("", &variables);
        assert!(
            faults.len() == 1 && faults[0].contains(words),
            "{variables:?}: {faults:?}"
        );
    }
    let inside = [("CONVOKE_OIDC_ISSUER", "http://localhost:9000"), client];
    assert!(load("", &inside).expect("good settings").sso.is_some());
}

#[test]
fn a_meeting_server_is_named_with_all_that_it_takes() {
    let url = (
        "CONVOKE_BIGBLUEBUTTON_URL",
        "https://bbb.example/bigbluebutton/",
    );
    let secret = ("CONVOKE_BIGBLUEBUTTON_SECRET", "s3cret");
    let settings = load("", &[url, secret]).expect("good settings");
    let known = BigBlueButton::new(url.1, "s3cret".to_owned());
    assert_eq!(settings.services.bigbluebutton, Some(known));
    assert_eq!(settings.services.jitsi, None);
    assert!(!format!("{settings:?}").contains("s3cret"));
    let file = "jitsi_url = \"http://localhost:8443/talks\"\njitsi_app_id = \"convoke\"\njitsi_secret = \"s3cret\"";
    let settings = load(file, &[]).expect("good settings");
    assert!(settings.services.jitsi.is_some());
    assert!(!format!("{settings:?}").contains("s3cret"));
    assert_eq!(
        load("", &[]).expect("good settings").services,
        Services::default()
    );
    for (variables, words) in [
        (
            vec![url],
            "CONVOKE_BIGBLUEBUTTON_SECRET must be set where CONVOKE_BIGBLUEBUTTON_URL is",
        ),
        (
            vec![secret],
            "CONVOKE_BIGBLUEBUTTON_URL must be set where CONVOKE_BIGBLUEBUTTON_SECRET is",
        ),
        (
            vec![("CONVOKE_BIGBLUEBUTTON_URL", "bbb.example"), secret],
            "is not an address",
        ),
        (
            vec![("CONVOKE_BIGBLUEBUTTON_URL", "http://bbb.example"), secret],
            "must begin with https://",
        ),
        (
            vec![
                ("CONVOKE_BIGBLUEBUTTON_URL", "https://bbb.example/?x=y"),
                secret,
            ],
            "must be an address",
        ),
        (
            vec![
                ("CONVOKE_BIGBLUEBUTTON_URL", "https://u:p@bbb.example/"),
                secret,
            ],
            "must be an address",
        ),
        (
            vec![
                ("CONVOKE_BIGBLUEBUTTON_URL", "https://:p@bbb.example/"),
                secret,
            ],
            "must be an address",
        ),
    ] {
        let faults = faults("", &variables);
        assert!(
            faults.len() == 1 && faults[0].contains(words) && !faults[0].contains("s3cret"),
            "{variables:?}: {faults:?}"
        );
    }
    let named = [
        ("CONVOKE_BIGBLUEBUTTON_URL", "https://bücher.example/bbb"),
        secret,
    ];
    let settings = load("", &named).expect("good settings");
    let known = BigBlueButton::new("https://xn--bcher-kva.example/bbb", "s3cret".to_owned());
    assert_eq!(settings.services.bigbluebutton, Some(known));
    let jitsi = [("CONVOKE_JITSI_URL", "https://meet.example")];
    assert_eq!(faults("", &jitsi).len(), 2);
}
