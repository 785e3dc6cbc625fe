// What reaches the mailbox: the place at once, the link after closing, and nothing of it before.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import ICAL from 'ical.js';
import PostalMime from 'postal-mime';

import { CANARIES, LINK, SLUG } from './announcement.mjs';
import { field, send } from './form.mjs';
import { CLOSED, Instance, OPEN } from './instance.mjs';
import { Visitor, launch } from './visitor.mjs';

const PEOPLE = { en: 'en@attendee.example', ar: 'ar@attendee.example' };
const LANGUAGES = Object.keys(PEOPLE);

/** What visitors were served before closing, and the mails of either side of it by language. */
const seen = [];
let registered;
let link;
let output;

before(async () => {
    const browser = await launch();
    const instance = await Instance.start(OPEN, ['roundtable']);
    try {
        for (const language of LANGUAGES) seen.push(...(await register(browser, instance, language)));
        const first = await mailsOnceThere(instance, LANGUAGES.length);
        registered = byLanguage(first);
        await instance.halt();
        output = instance.output;
        await instance.convoke(CLOSED, 'work', '--once');
        const all = await mailsOnceThere(instance, 2 * LANGUAGES.length);
        link = byLanguage(all.filter(({ name }) => !first.some((mail) => mail.name === name)));
    } finally {
        await browser.close();
        await instance.remove();
    }
});

for (const language of LANGUAGES) {
    test(`cal_05_who registers in ${language} gets a place in the calendar at once`, () => {
        const { event, method } = invitation(registered[language]);
        assert.equal(method, 'REQUEST');
        assert.equal(event.getFirstPropertyValue('sequence'), 0);
        assert.deepEqual(instants(event), ['2022-11-25T13:00:00.000Z', '2022-11-25T15:00:00.000Z']);
        assert.equal(event.getFirstProperty('conference'), null);
    });

    test(`cal_18_after closing the link comes in ${language}`, () => {
        const before = invitation(registered[language]).event;
        const { event, method } = invitation(link[language]);
        assert.equal(method, 'REQUEST');
        assert.equal(event.getFirstPropertyValue('sequence'), 1);
        assert.equal(event.getFirstPropertyValue('uid'), before.getFirstPropertyValue('uid'));
        assert.equal(event.getFirstPropertyValue('location'), LINK);
        assert.equal(String(event.getFirstPropertyValue('conference')), LINK);
        assert.equal(event.getFirstPropertyValue('description').split('\n')[0], LINK);
        assert.ok(link[language].text.split(/\r?\n/).some((line) => line.trim() === LINK));
        assert.ok(link[language].html.includes(LINK));
    });
}

test('s_32_the link is nowhere before closing', () => {
    const mails = Object.values(registered).flatMap((mail) => [
        { url: 'text', bytes: mail.text },
        { url: 'HTML', bytes: mail.html },
        { url: 'raw', bytes: mail.raw },
        ...mail.attachments.map(({ mimeType, content }) => ({ url: mimeType, bytes: text(content) })),
    ]);
    const everything = [...seen, ...mails, { url: 'log', bytes: output }];
    assert.ok(everything.length > 20, 'this is not everything');
    for (const { url, bytes } of everything) {
        for (const canary of CANARIES) assert.ok(!bytes.toString().includes(canary), `${canary} in ${url}`);
    }
    // What could leak does so once it may: the search itself works.
    assert.ok(link.en.text.includes(CANARIES[0]));
});

test('f_06_who registers in Arabic reads no English sentence', () => {
    for (const mail of [registered.ar, link.ar]) {
        const { event } = invitation(mail);
        const parts = [mail.subject, mail.text, event.getFirstPropertyValue('summary'), event.getFirstPropertyValue('description')];
        for (const part of parts) assert.doesNotMatch(part, /([A-Za-z’']+[ ,]+){4}[A-Za-z]+/);
        assert.match(mail.html, /<html[^>]* lang="ar"[^>]* dir="rtl"/);
    }
});

/** Registers with the browser and gives all that was served on the way. */
async function register(browser, instance, language) {
    const visitor = await Visitor.arrive(browser, instance.base, { language });
    const { page } = visitor;
    for (const path of [`/${language}/`, `/${language}/events/${SLUG}`]) await visitor.open(path);
    await visitor.open(`/${language}/events/${SLUG}/register`);
    await field(page, 'name').fill('Canary Reader');
    await field(page, 'email').fill(PEOPLE[language]);
    await page.locator('[name=mode][value=online]').check();
    await visitor.follow(() => send(page));
    await visitor.leave();
    const feeds = [`/events/${SLUG}.ics`, '/calendar.ics', `/${language}/events/${SLUG}/embed`];
    const fetched = await Promise.all(
        feeds.map(async (path) => {
            const answer = await fetch(instance.base + path);
            return { url: path, bytes: Buffer.from(await answer.arrayBuffer()) };
        }),
    );
    return [...visitor.served, ...fetched];
}

/** Waits for the worker's tick; who waits longer than this has found a fault. */
async function mailsOnceThere(instance, number) {
    const deadline = Date.now() + 30_000;
    for (;;) {
        const mails = await instance.mails();
        if (mails.length >= number) {
            assert.equal(mails.length, number, 'every mail goes once');
            return Promise.all(mails.map(read));
        }
        assert.ok(Date.now() < deadline, `${mails.length} of ${number} mails came:\n${instance.output}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
    }
}

async function read({ name, bytes }) {
    return { ...(await PostalMime.parse(bytes)), name, raw: bytes.toString() };
}

function byLanguage(mails) {
    return Object.fromEntries(
        LANGUAGES.map((language) => {
            const own = mails.filter(({ to }) => to.some(({ address }) => address === PEOPLE[language]));
            assert.equal(own.length, 1, `one mail to ${PEOPLE[language]}`);
            return [language, own[0]];
        }),
    );
}

function invitation(mail) {
    const part = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar');
    const calendar = new ICAL.Component(ICAL.parse(text(part.content)));
    return { method: calendar.getFirstPropertyValue('method'), event: calendar.getFirstSubcomponent('vevent') };
}

function instants(event) {
    const zone = new ICAL.Timezone(event.parent.getFirstSubcomponent('vtimezone'));
    return ['dtstart', 'dtend'].map((name) => {
        const time = event.getFirstPropertyValue(name);
        time.zone = zone;
        return time.toJSDate().toISOString();
    });
}

function text(content) {
    return typeof content === 'string' ? content : new TextDecoder().decode(content);
}
