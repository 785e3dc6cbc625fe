//! The words of each kind of notice to an attendee.

use super::Composer;
use super::case::Case;
use crate::base::clock::Instant;
use crate::event::{EventState, Mode};
use crate::registration::Notice;
use crate::view::{
    Approved, CannotRender, ConfirmAddress, DeclineNoted, Declined, Known, Link, MailText, Moved,
    Offer, Promoted, Received, Registered, Resent, Waitlisted, Withdrawn,
};

impl Composer {
    pub(super) fn words(&self, case: &Case<'_>, now: Instant) -> Result<MailText, CannotRender> {
        let language = case.locale.language();
        let mut about = self.occasion(&case.event, case.locale, &case.told());
        about.own = self.own_words(case, &about.event);
        let manage = self.manage_page(case);
        match case.notice {
            Notice::Registered => {
                let mode = case.registration.mode.as_str();
                self.view.mail(
                    &Registered {
                        about,
                        mode,
                        waits_for_room: case.registration.wished_mode == Some(Mode::InPerson),
                        manage,
                    },
                    language,
                )
            }
            Notice::Link => {
                let mail = Link {
                    about,
                    join: case.join().unwrap_or_default().to_owned(),
                    by_page: case.join_page.is_some(),
                    listening: case.listening(),
                    manage,
                };
                self.view.mail(&mail, language)
            }
            Notice::Withdrawn => {
                let open = now < case.event.schedule.closes_at
                    && case.event.state == EventState::Published;
                self.view.mail(
                    &Withdrawn {
                        about,
                        open,
                        taken_back: case.is_taken_back(),
                        part: case.payload.is_part.then_some(manage),
                        reason: case.reason(),
                    },
                    language,
                )
            }
            Notice::ConfirmAddress => {
                let until = case.registration.held_until.unwrap_or(now);
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
            Notice::Offer => {
                let until = case.registration.held_until.unwrap_or(now);
                let until = case.locale.moment(&case.event.details.zone, until);
                let mode = case.mode();
                self.view.mail(
                    &Offer {
                        about,
                        mode,
                        until,
                        manage,
                    },
                    language,
                )
            }
            Notice::Received => self.view.mail(&Received { about, manage }, language),
            Notice::Waitlisted => self.view.mail(&Waitlisted { about, manage }, language),
            Notice::Known => self.view.mail(
                &Known {
                    about,
                    is_further: case.payload.is_further,
                    manage,
                },
                language,
            ),
            Notice::Resent => {
                let mail = Resent {
                    state: case.registration.state.as_str(),
                    mode: case.mode(),
                    join: case.join().map(str::to_owned),
                    about: case.with_place(about, now),
                    manage,
                };
                self.view.mail(&mail, language)
            }
            Notice::Moved => {
                let (about, mode) = (case.with_place(about, now), case.mode());
                let mail = Moved {
                    about,
                    mode,
                    manage,
                };
                self.view.mail(&mail, language)
            }
            Notice::Approved => {
                let (about, mode) = (case.with_place(about, now), case.mode());
                self.view.mail(
                    &Approved {
                        about,
                        mode,
                        manage,
                    },
                    language,
                )
            }
            Notice::Promoted => {
                let (about, mode) = (case.with_place(about, now), case.mode());
                self.view.mail(
                    &Promoted {
                        about,
                        mode,
                        manage,
                    },
                    language,
                )
            }
            Notice::Declined => {
                let reason = case.reason();
                self.view.mail(&Declined { about, reason }, language)
            }
            Notice::DeclineNoted => self.view.mail(&DeclineNoted { about, manage }, language),
            Notice::Reminder => self.reminder(case, about, now),
            Notice::Changed => self.changed(case, about, now),
            Notice::Cancelled => self.cancelled(case, about),
        }
    }
}
