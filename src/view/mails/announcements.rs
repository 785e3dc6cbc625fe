//! Words of an organiser to many.

use serde::Serialize;

use super::super::locale::Locale;
use super::super::phrase::{Filled, Phrase};
use super::{Mail, Occasion, manage};

/// Something that an organiser has to say before or during an event.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Announcement {
    /// What it is about.
    pub about: Occasion,
    /// The subject.
    pub subject: Filled,
    /// Markdown.
    pub text: Filled,
    /// `online` or `in_person`.
    pub mode: &'static str,
    /// Own registration, as a complete address.
    pub manage: String,
}

/// What follows an event.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FollowUp {
    /// What it is about.
    pub about: Occasion,
    /// The subject.
    pub subject: Filled,
    /// Markdown.
    pub text: Filled,
    /// Where the recordings are.
    pub recordings: Vec<Recorded>,
    /// The certificate that they came, where it was noted.
    pub certificate: Option<String>,
    /// Where one may say what it was like.
    pub survey: Option<String>,
    /// Own registration, as a complete address.
    pub manage: String,
}

/// A recording.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Recorded {
    /// Where it is.
    pub address: String,
    /// The session that it is of, where there are several.
    pub session: Option<String>,
}

impl Mail for Announcement {
    const KIND: &'static str = "announcement";

    fn about(&self) -> Option<&Occasion> {
        Some(&self.about)
    }

    fn samples(locale: &Locale) -> Vec<(&'static str, Self)> {
        let text = Sample {
            english: "Dear all,\n\nthe room for *{title}* has **changed**. On {date}:\n\n1. Come to the [main entrance](https://maps.example/rabat).\n2. Bring a document with your name.\n\n## Interpretation\n\n> Headsets are at the door, from 14:30 on.\n\n| Channel | Language |\n|---|---|\n| 1 | Arabic |\n\nUntil then!  \n{organiser}",
            arabic: "الحضور الكرام،\n\nتغيّرت القاعة المخصصة لـ*{title}* **نهائياً**. يوم {date}:\n\n1. ادخلوا من [المدخل الرئيسي](https://maps.example/rabat).\n2. أحضروا وثيقة تحمل أسماءكم.\n\n## الترجمة\n\n> السماعات عند الباب ابتداءً من الساعة 14:30.\n\n| القناة | اللغة |\n|---|---|\n| 1 | العربية |\n\nإلى اللقاء!  \n{organiser}",
        };
        let subject = Sample {
            english: "Another room: {title}",
            arabic: "قاعة أخرى: {title}",
        };
        ["online", "in_person"]
            .into_iter()
            .zip(Occasion::samples(locale))
            .map(|(mode, about)| {
                let mail = Self {
                    subject: subject.own(locale, &about),
                    text: text.own(locale, &about),
                    mode,
                    manage: manage(locale),
                    about,
                };
                (mode, mail)
            })
            .chain(Occasion::samples(locale).into_iter().take(1).map(|about| {
                let mail = Self {
                    subject: subject.other(locale, &about),
                    text: text.other(locale, &about),
                    mode: "online",
                    manage: manage(locale),
                    about,
                };
                ("in-another-language", mail)
            }))
            .collect()
    }
}

impl Mail for FollowUp {
    const KIND: &'static str = "follow_up";

    fn about(&self) -> Option<&Occasion> {
        Some(&self.about)
    }

    fn samples(locale: &Locale) -> Vec<(&'static str, Self)> {
        let text = Sample {
            english: "Thank you for coming, and for your questions.\n\nThe slides are on [our site](https://lcps.example/slides).",
            arabic: "نشكركم على مشاركتكم وعلى أسئلتكم.\n\nالعروض متاحة على [موقعنا](https://lcps.example/slides).",
        };
        let subject = Sample {
            english: "Thank you for taking part: {title}",
            arabic: "شكراً لمشاركتكم: {title}",
        };
        let recorded = |session: Option<&str>| Recorded {
            address: "https://video.example/w/4f1c".into(),
            session: session.map(Into::into),
        };
        ["bare", "links"]
            .into_iter()
            .zip(Occasion::samples(locale))
            .map(|(name, about)| {
                let link = |address: &str| (name == "links").then(|| address.to_owned());
                let certificate = format!("{}/certificate", manage(locale));
                let mail = Self {
                    subject: subject.own(locale, &about),
                    text: text.own(locale, &about),
                    recordings: match name {
                        "links" => vec![recorded(None), recorded(Some("<b>Night</b>"))],
                        _ => Vec::new(),
                    },
                    certificate: link(&certificate),
                    survey: link("https://forms.example/s/9?lang=all"),
                    manage: manage(locale),
                    about,
                };
                (name, mail)
            })
            .collect()
    }
}

/// What an organiser might write.
struct Sample {
    english: &'static str,
    arabic: &'static str,
}

impl Sample {
    fn own(&self, locale: &Locale, about: &Occasion) -> Filled {
        let is_arabic = locale.language().to_string() == "ar";
        let text = if is_arabic { self.arabic } else { self.english };
        filled(text, locale, about)
    }

    /// In the language that the reader's is not.
    fn other(&self, locale: &Locale, about: &Occasion) -> Filled {
        let is_arabic = locale.language().to_string() == "ar";
        let (text, tag) = if is_arabic {
            (self.english, "en")
        } else {
            (self.arabic, "ar")
        };
        let written_in = tag.parse().expect("a tag");
        filled(text, locale, about).to_reader_of(locale, &written_in)
    }
}

fn filled(text: &str, locale: &Locale, about: &Occasion) -> Filled {
    let phrase = text.parse::<Phrase>().expect("a phrase");
    phrase.fill(locale, &about.event, &about.site)
}
