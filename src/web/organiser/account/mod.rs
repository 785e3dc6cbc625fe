//! What somebody sets for themselves: name, language, password, device, passkeys, single sign-on, other
//! browsers.

mod passkeys;
mod sso;

use axum::body::Bytes;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::desk::Desk;
use super::doors::Doors;

use crate::account::proof::{self, Device};
use crate::account::{self, sign_out_elsewhere};
use crate::base::text::SingleLine;
use crate::view::desk::{AccountPage, DevicePage};
use crate::view::{Choice, Field, Form, Hidden, Widget};
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::methods::{AndPost, get, post};
use crate::web::reply::see_other;

const PATH: &str = "/organise/account";
const DEVICE: &str = "/organise/account/device";

pub(super) fn doors(doors: Doors) -> Doors {
    sso::doors(passkeys::doors(doors))
        .signed_in(PATH, get(show).and_post(set_profile))
        .signed_in("/organise/account/password", post(set_password))
        .signed_in("/organise/account/password/remove", post(remove_password))
        .signed_in(DEVICE, get(new_device).and_post(add_device))
        .signed_in("/organise/account/device/remove", post(remove_device))
        .signed_in("/organise/account/sign-out-elsewhere", post(end_others))
}

async fn show(desk: Desk) -> Result<Response, Error> {
    desk.html(&page(&desk, None).await?)
}

async fn set_profile(desk: Desk, body: Bytes) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let language = desk.site.view.language(filled.text("language"));
    let language = language.unwrap_or_else(|| desk.language());
    let name = SingleLine::clean(filled.text("name"));
    let mut tx = desk.site.db.begin().await?;
    account::set_profile(&mut tx, desk.organiser.id, &name, language).await?;
    tx.commit().await?;
    Ok(desk.done(PATH, "profile"))
}

/// Sets a password, and signs every other browser out.
async fn set_password(desk: Desk, body: Bytes) -> Result<Response, Error> {
    if !desk.is_fresh() {
        return Ok(see_other(&desk.sign_in_again(PATH)));
    }
    let filled = Filled::read(&body)?;
    let (typed, chance) = (
        filled.raw("password").to_owned(),
        desk.site.db.chance().clone(),
    );
    let hashed = proof::apart(move || proof::hash(&typed, &chance)).await;
    let Ok(hash) = hashed.ok_or(Error::Busy)? else {
        let page = page(&desk, Some("account-password-short")).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, desk.html(&page)?).into_response());
    };
    let mut tx = desk.site.db.begin().await?;
    proof::set_password(&mut tx, desk.organiser.id, Some(&hash)).await?;
    sign_out_elsewhere(&mut tx, &desk.sign_in).await?;
    tx.commit().await?;
    Ok(desk.done(PATH, "password-set"))
}

async fn remove_password(desk: Desk) -> Result<Response, Error> {
    if !desk.is_fresh() {
        return Ok(see_other(&desk.sign_in_again(PATH)));
    }
    let mut tx = desk.site.db.begin().await?;
    proof::set_password(&mut tx, desk.organiser.id, None).await?;
    tx.commit().await?;
    Ok(desk.done(PATH, "password-removed"))
}

async fn new_device(desk: Desk) -> Result<Response, Error> {
    if !desk.is_fresh() {
        return Ok(see_other(&desk.sign_in_again(DEVICE)));
    }
    let device = Device::new(desk.site.db.chance());
    desk.html(&device_page(&desk, &device, None))
}

/// Signs in with this device too from now on, once it has shown what it should.
async fn add_device(desk: Desk, body: Bytes) -> Result<Response, Error> {
    if !desk.is_fresh() {
        return Ok(see_other(&desk.sign_in_again(DEVICE)));
    }
    let filled = Filled::read(&body)?;
    let device = Device::of_secret(filled.text("secret"));
    let device = device.unwrap_or_else(|| Device::new(desk.site.db.chance()));
    let mut tx = desk.site.db.begin().await?;
    let (key, own) = (&desk.site.key, desk.organiser.id);
    if !proof::confirm_device(&mut tx, key, own, &device, filled.text("code")).await? {
        let page = device_page(&desk, &device, Some("device-code-wrong"));
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, desk.html(&page)?).into_response());
    }
    sign_out_elsewhere(&mut tx, &desk.sign_in).await?;
    tx.commit().await?;
    Ok(desk.done(PATH, "device-added"))
}

async fn remove_device(desk: Desk) -> Result<Response, Error> {
    if !desk.is_fresh() {
        return Ok(see_other(&desk.sign_in_again(PATH)));
    }
    let mut tx = desk.site.db.begin().await?;
    proof::remove_device(&mut tx, desk.organiser.id).await?;
    tx.commit().await?;
    Ok(desk.done(PATH, "device-removed"))
}

async fn end_others(desk: Desk) -> Result<Response, Error> {
    let mut tx = desk.site.db.begin().await?;
    sign_out_elsewhere(&mut tx, &desk.sign_in).await?;
    tx.commit().await?;
    Ok(desk.done(PATH, "signed-out-elsewhere"))
}

async fn page(desk: &Desk, password_problem: Option<&str>) -> Result<AccountPage, Error> {
    let locale = desk.locale();
    let mut tx = desk.site.db.read().await?;
    let proofs = proof::of(&mut tx, desk.organiser.id).await?;
    let name = Field {
        autocomplete: Some("name"),
        ..Field::optional("name", Widget::Line, locale.text("account-name"))
    };
    let languages = desk.site.view.languages().iter().map(|language| {
        let name = desk.site.view.locale(language).text("autonym");
        Choice::new(language.to_string(), name)
    });
    let language = Field {
        widget: Widget::Radios,
        ..Field::line("language", locale.text("account-language"))
    };
    let password = Field {
        widget: Widget::Password,
        autocomplete: Some("new-password"),
        problem: password_problem.map(|key| locale.text(key)),
        ..Field::line("password", locale.text("account-password"))
    };
    let fields = vec![
        name.holding(desk.organiser.name.as_str()),
        language.among(languages.collect(), &desk.language().to_string()),
    ];
    let hint = locale.text_counting("account-password-hint", proof::SHORTEST as u64);
    Ok(AccountPage {
        frame: desk.frame("account"),
        email: desk.organiser.email.to_string(),
        profile: Form::of(PATH, fields),
        password: Form::of("/organise/account/password", vec![password.hinted(hint)]),
        has_password: proofs
            .as_ref()
            .is_some_and(|proofs| proofs.password.is_some()),
        has_device: proofs.is_some_and(|proofs| proofs.device.is_some()),
        passkeys: passkeys::part(desk, &mut tx).await?,
        sso: sso::part(desk, &mut tx).await?,
        sign_in_again: (!desk.is_fresh()).then(|| desk.sign_in_again(PATH)),
    })
}

fn device_page(desk: &Desk, device: &Device, problem: Option<&str>) -> DevicePage {
    let locale = desk.locale();
    let code = Field {
        widget: Widget::Code,
        problem: problem.map(|key| locale.text(key)),
        ..Field::line("code", locale.text("device-code"))
    };
    let mut form = Form::of(DEVICE, vec![code]);
    form.hidden.push(Hidden {
        name: "secret".to_owned(),
        value: device.secret(),
    });
    DevicePage {
        frame: desk.frame("account"),
        secret: device.typed_secret(),
        address: device.address(desk.organiser.email.as_str(), &desk.site.name.get()),
        form,
    }
}
