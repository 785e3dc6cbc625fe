//! Where in the editor somebody is: a page, or one of the parts that it lists.

use super::pages::{List, Part};
use super::service;
use super::slot::Slot;
use crate::event::{Details, Event};
use crate::web::Error;
use crate::web::organiser::Desk;

/// What stands in addresses for a part that is about to be made; no part has it as its key.
pub const NEW: &str = "+new";

/// A form of the editor, over the details that it shows.
pub struct Place {
    /// The page.
    pub part: Part,
    /// Which of its parts, by its key.
    pub key: Option<String>,
    /// Where that is.
    pub index: Option<usize>,
    /// What the form shows and changes: the event's details, with the part that is about to be made.
    pub base: Details,
    /// The fields.
    pub slots: Vec<Slot>,
}

impl Place {
    /// The page `page` of `event`, or the part of it that goes by `key`.
    ///
    /// # Errors
    /// 404 where there is no such page or part.
    pub fn of(desk: &Desk, event: &Event, page: &str, key: Option<&str>) -> Result<Self, Error> {
        let mut place = Self::with_all(event, page, key)?;
        service::offer(&mut place.slots, &desk.site.services, &place.base);
        Ok(place)
    }

    /// The same with every field that there can be.
    fn with_all(event: &Event, page: &str, key: Option<&str>) -> Result<Self, Error> {
        let part: Part = page.parse().map_err(|_| Error::NotFound)?;
        let mut base = event.details.clone();
        let Some(key) = key else {
            return Ok(Self {
                part,
                key: None,
                index: None,
                slots: part.slots(&base),
                base,
            });
        };
        let index = match part.list() {
            Some(list) if key == NEW && list.len(&base) >= list.most() => {
                return Err(Error::NotFound);
            }
            Some(list) if key == NEW => {
                list.add(&mut base);
                list.len(&base) - 1
            }
            Some(list) => list.find(&base, key).ok_or(Error::NotFound)?,
            None => List::Sessions.find(&base, key).ok_or(Error::NotFound)?,
        };
        let slots = part.slots_of(&base, index).ok_or(Error::NotFound)?;
        Ok(Self {
            part,
            key: Some(key.to_owned()),
            index: Some(index),
            slots,
            base,
        })
    }

    /// The session that it is about.
    pub fn session(&self) -> Option<usize> {
        self.index.filter(|_| self.part == Part::Programme)
    }

    /// The address of the page.
    pub fn page_path(&self, event: &Event) -> String {
        page_path(event, self.part)
    }

    /// The address of the form.
    pub fn path(&self, event: &Event) -> String {
        let page = self.page_path(event);
        match &self.key {
            Some(key) => format!("{page}/{key}"),
            None => page,
        }
    }
}

/// The address of a page of the editor.
pub fn page_path(event: &Event, part: Part) -> String {
    format!("/organise/events/{}/edit/{part}", event.details.slug)
}
