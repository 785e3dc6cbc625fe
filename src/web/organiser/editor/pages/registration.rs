use super::{programme, whole};
use crate::base::span::Span;
use crate::event::{Code, Details, Field, FieldName, Terms, Text};
use crate::web::organiser::editor::flaw::Flaw;
use crate::web::organiser::editor::slot::{Asked, Lens, Offer, Says, Slot, given};

/// Until when one can register, and how many.
pub fn slots(details: &Details) -> Vec<Slot> {
    let terms = terms();
    let mut slots = terms.moment("opens", |t| t.opens, |t, wall| t.opens = wall);
    slots.extend(terms.moment("closes", |t| t.closes, |t, wall| t.closes = wall));
    slots.extend(programme::capacity(
        &terms,
        "capacity",
        |t| t.capacity,
        |t, c| t.capacity = c,
    ));
    slots.extend([
        terms.tick("waitlist", Terms::has_waitlist, |t, yes| {
            t.waitlist = Some(yes)
        }),
        offers(),
    ]);
    slots.extend(terms.moment(
        "offers-until",
        |t| t.offers_until,
        |t, wall| t.offers_until = wall,
    ));
    slots.extend([
        terms.tick("approval", Terms::needs_approval, |t, yes| {
            t.approval = Some(yes)
        }),
        terms.tick("invitation-only", Terms::is_invitation_only, |t, yes| {
            t.invitation_only = Some(yes)
        }),
        terms.tick("confirm-address", Terms::confirms_address, |t, yes| {
            t.confirm_address = Some(yes)
        }),
    ]);
    if details.sessions.len() > 1 {
        let per_session = |t: &mut Terms, yes| t.per_session = Some(yes);
        slots.push(terms.tick("per-session", Terms::is_per_session, per_session));
    }
    for name in FieldName::ALL {
        slots.push(asked_for(*name));
        slots.extend(purposes(details, *name));
    }
    slots
}

/// How long a place that became free is kept for whoever it is offered to.
fn offers() -> Slot {
    let shown = |t: &Terms| t.offers.iter().map(ToString::to_string).collect();
    terms().slot("offers", Asked::Line, shown, |t, typed| {
        let span = given(typed).map(str::parse::<Span>).transpose();
        let span = span.map_err(|_| Flaw::Malformed("offers"))?;
        if span.is_some_and(|span| !Terms::may_offer_for(span)) {
            return Err(Flaw::Malformed("offers"));
        }
        t.offers = span;
        Ok(())
    })
}

/// What a code lets in.
pub fn code(index: usize) -> Vec<Slot> {
    let code: Lens<Code> = Lens::new(
        move |details| details.terms.codes.as_ref()?.get(index),
        move |details| details.terms.codes.as_mut()?.get_mut(index),
    );
    let put = |c: &mut Code, text: Option<String>| c.code = text.unwrap_or_default();
    let mut slots = vec![
        code.line("code", Text::Line(100), |c| Some(c.code.clone()), put)
            .required(),
        code.slot(
            "places",
            Asked::Number,
            |c| c.places.iter().map(ToString::to_string).collect(),
            |c, typed| {
                c.places = count(typed)?;
                Ok(())
            },
        ),
    ];
    slots.extend(code.moment("expires", |c| c.expires, |c, wall| c.expires = wall));
    slots
}

/// A number of places; none is no limit.
pub fn count(typed: &[&str]) -> Result<Option<u32>, Flaw> {
    let number = given(typed).map(str::parse).transpose();
    number.map_err(|_| Flaw::Malformed("count"))
}

fn terms() -> Lens<Terms> {
    Lens::new(
        |details| Some(&details.terms),
        |details| Some(&mut details.terms),
    )
}

/// Whether something beyond name and address is asked for.
fn asked_for(name: FieldName) -> Slot {
    let shown = move |d: &Details| {
        let field = find(d, name);
        let word = field.map_or("no", |field| {
            if field.required.unwrap_or(false) {
                "required"
            } else {
                "optional"
            }
        });
        vec![word.to_owned()]
    };
    let put = move |d: &mut Details, typed: &[&str]| {
        let fields = &mut d.terms.fields;
        let required = match given(typed) {
            Some("no") => {
                fields.retain(|field| field.name != name);
                return Ok(());
            }
            Some("optional") => None,
            Some("required") => Some(true),
            _ => return Err(Flaw::Unknown),
        };
        match fields.iter_mut().find(|field| field.name == name) {
            Some(field) => field.required = required,
            None => fields.push(Field {
                name,
                required,
                purpose: super::basics::nothing(),
            }),
        }
        Ok(())
    };
    let offers = |_: &Details| {
        let words = ["no", "optional", "required"];
        words
            .map(|word| Offer {
                value: word.to_owned(),
                says: Says::Text(format!("edit-asked-{word}")),
            })
            .into()
    };
    let slot = whole().slot(&format!("ask-{name}"), Asked::One, shown, put);
    slot.offering(offers).required()
}

/// What it is needed for (P-1).
fn purposes(details: &Details, name: FieldName) -> Vec<Slot> {
    let field: Lens<Field> = Lens::new(
        move |details| find(details, name),
        move |details| {
            details
                .terms
                .fields
                .iter_mut()
                .find(|field| field.name == name)
        },
    );
    let put =
        |f: &mut Field, text: Option<_>| f.purpose = text.unwrap_or_else(super::basics::nothing);
    let purposes = field.texts(
        details,
        &format!("purpose-{name}"),
        Text::LINES,
        |f| Some(&f.purpose),
        put,
    );
    purposes
        .into_iter()
        .map(|slot| slot.labelled("purpose").required())
        .collect()
}

fn find(details: &Details, name: FieldName) -> Option<&Field> {
    details.terms.fields.iter().find(|field| field.name == name)
}
