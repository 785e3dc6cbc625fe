//! The words of each kind of notice to an attendee.

use super::Composer;
use super::case::Case;
use crate::base::clock::Instant;
use crate::event::EventState;
use crate::registration::{self, Notice};
use crate::view::{
    CannotRender, ConfirmAddress, Known, Link, MailText, Received, Registered, Waitlisted,
    Withdrawn,
};

impl Composer {
    pub(super) fn words(&self, case: &Case<'_>, now: Instant) -> Result<MailText, CannotRender> {
        let language = case.locale.language();
        let about = self.occasion(&case.event, case.locale, case.told());
        let manage = self.manage_page(case);
        match case.notice {
            Notice::Registered => {
                let mode = case.registration.mode.as_str();
                self.view.mail(
                    &Registered {
                        about,
                        mode,
                        manage,
                    },
                    language,
                )
            }
            Notice::Link => {
                let join = case
                    .link
                    .map_or_else(String::new, |link| link.reveal().to_owned());
                let listening = case
                    .registration
                    .listening
                    .as_ref()
                    .map(|wanted| case.locale.language_name(wanted));
                self.view.mail(
                    &Link {
                        about,
                        join,
                        listening,
                        manage,
                    },
                    language,
                )
            }
            Notice::Withdrawn => {
                let open = now < case.event.schedule.closes_at
                    && case.event.state == EventState::Published;
                self.view.mail(&Withdrawn { about, open }, language)
            }
            Notice::ConfirmAddress => {
                let until = case.registration.registered_at + registration::HOLD;
                let until = case.locale.moment(&case.event.details.zone, until);
                self.view.mail(
                    &ConfirmAddress {
                        about,
                        confirm: manage,
                        until,
                    },
                    language,
                )
            }
            Notice::Received => self.view.mail(&Received { about, manage }, language),
            Notice::Waitlisted => self.view.mail(&Waitlisted { about, manage }, language),
            Notice::Known => self.view.mail(&Known { about, manage }, language),
        }
    }
}
