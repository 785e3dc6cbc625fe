// The story of the roundtable as its organiser lives it: from signing in to the list of those who came,
// in English with scripts and in Arabic without.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, describe as story, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';

import { answer, register } from './guests.mjs';
import { CLOSED, Instance, OPEN } from './instance.mjs';
import { letters } from './letters.mjs';
import { reorderByButtons, reorderByKeyboardAndMouse } from './ordering.mjs';
import { Organiser } from './organiser.mjs';
import { PEOPLE, describe, draft, fillLineup } from './roundtable.mjs';
import { pages } from './tour.mjs';
import { launch } from './visitor.mjs';

const RANA = 'rana@institute.example';
/** Nobody can take a decision back any more. */
const DECIDED = '2022-11-20 10:20:00';
/** The day before: reminders have been due for five minutes. */
const REMINDED = '2022-11-24 14:05:00';
/** A quarter of an hour before the start. */
const AT_THE_DOOR = '2022-11-25 13:45:00';
const GUESTS = [
    { name: 'Salma O’Connor', language: 'en', mode: 'in_person' },
    { name: 'Émilie Haddad', language: 'en', mode: 'in_person' },
    { name: 'أحمد الخوري', language: 'ar', mode: 'in_person' },
    { name: 'ليلى منصور', language: 'ar', mode: 'in_person' },
    { name: 'Nino Beridze', language: 'en', mode: 'online' },
    { name: 'Jamal Saad', language: 'en', mode: 'online' },
    { name: 'سلمى حداد', language: 'ar', mode: 'online' },
    { name: 'كريم نصر', language: 'ar', mode: 'online' },
    { name: '=HYPERLINK("http://x.example")', language: 'en', mode: 'online' },
    { name: 'Nobody In Particular', language: 'en', mode: 'online' },
].map((guest, at) => ({ ...guest, email: `guest${at}@attendee.example` }));
/** What becomes of each, in the order of registering. */
const MARKS = 'aaaaaaaadd';
const APPROVED = GUESTS.filter((_, at) => MARKS[at] === 'a');
/** What leaves to guests between one moment and the next. */
const TIMELINE = [
    { moment: REMINDED, kind: 'reminder' },
    { moment: CLOSED, kind: 'link' },
    { moment: AT_THE_DOOR, kind: 'reminder' },
];
const KINDS = {
    reminder: { en: 'Reminder', ar: 'تذكير' },
    link: { en: 'The link to join', ar: 'رابط المشاركة' },
};
/** Who waits longer than this for the worker has found a fault. */
const PATIENCE = 30_000;

let browser;

before(async () => {
    browser = await launch();
});

after(() => browser?.close());

for (const [language, scripts] of [['en', true], ['ar', false]]) {
    story(`a roundtable in ${language}, ${scripts ? 'with' : 'without'} scripts`, () => {
        let instance;
        let organiser;
        let event;

        before(async () => {
            instance = await Instance.start(OPEN, []);
            await instance.convoke(OPEN, 'user', 'add', RANA, '--role', 'owner');
            organiser = await Organiser.arrive(browser, instance.base, { language, scripts });
        });

        afterEach(() => organiser.assertAllHeld());

        after(() => instance?.remove());

        const serveAgain = async (moment) => {
            await instance.halt();
            await instance.serve(moment);
        };

        test('s_07_a mailed code signs in', async () => {
            await organiser.signIn(instance, RANA);
            await organiser.inspect('home-empty');
        });

        test('u_09_the event is made and described by hand', async () => {
            event = await draft(organiser);
            await describe(organiser, event);
        });

        test('u_12_the line-up is put in order', async () => {
            await fillLineup(organiser, event);
            await (scripts ? reorderByKeyboardAndMouse(organiser) : reorderByButtons(organiser));
            await organiser.visit(`${event}/lineup`, 'lineup-ordered');
        });

        test('f_09_speakers answer without an account', async () => {
            await organiser.press('.ask-all button');
            await organiser.assertDone('lineup-invited');
            await organiser.inspect('lineup-asked');
            await answer(browser, instance, PEOPLE[1], 'confirm', organiser);
            await answer(browser, instance, PEOPLE[2], 'decline', organiser);
            await organiser.visit(`${event}/lineup`, 'lineup-answered');
            const states = await organiser.page.locator('.lineup-row .badge').evaluateAll((badges) =>
                badges.map((badge) => badge.dataset.state).sort(),
            );
            assert.deepEqual(states, ['confirmed', 'declined', 'invited', 'invited']);
        });

        test('f_05_it is published', async () => {
            await organiser.visit(`${event}/publish`, 'publish');
            await organiser.press('main form[action$="/publish"] button');
            await organiser.assertDone('event-published');
            await organiser.inspect('overview-published');
        });

        test('f_14_ten people ask, eight are approved', async () => {
            await organiser.visit(`${event}/registrations`, 'registrations-empty');
            const slug = event.split('/').at(-1);
            for (const guest of GUESTS) await register(browser, instance, slug, guest, organiser);
            await organiser.visit(`${event}/registrations`, 'registrations-asked');
            await organiser.press('a[href$="/requests"]');
            await organiser.inspect('requests');
            await (scripts ? markByKeyboard(organiser) : markByHand(organiser));
            await organiser.press('.save-bar [type=submit]');
            await organiser.assertDone('decided-several');
            await organiser.inspect('requests-decided');
            await serveAgain(DECIDED);
            await assertSentTo(instance, GUESTS, 2 * GUESTS.length);
        });

        test('f_17_the event moves by an hour and those concerned are told', async () => {
            await organiser.visit(`${event}/edit/basics`, 'edit-basics');
            await organiser.submit({ starts: '2022-11-25T16:00', ends: '2022-11-25T18:00' });
            await organiser.inspect('impact');
            await organiser.page.locator('[name=answer][value=tell]').check();
            await organiser.press('main .form .actions [type=submit]');
            await organiser.assertDone('saved-and-told');
            await organiser.inspect('saved-and-told');
            await assertSentTo(instance, GUESTS, 2 * GUESTS.length + APPROVED.length);
        });

        for (const { moment, kind } of TIMELINE) {
            test(`u_10_what the timeline says comes true at ${moment}`, async () => {
                await organiser.visit(`${event}/mail`, `mail-before-${moment.replace(/\W/g, '')}`);
                const told = await toldOf(organiser, kind);
                const before = await sentTo(instance, GUESTS);
                await serveAgain(moment);
                await assertSentTo(instance, GUESTS, before + told);
                // Whoever was away for two days is signed out (S-5).
                await organiser.signIn(instance, RANA);
                await organiser.visit(`${event}/mail`, `mail-after-${moment.replace(/\W/g, '')}`);
            });
        }

        test('f_14_people are checked in at the door', async () => {
            await organiser.visit(`${event}/check-in`, 'check-in');
            for (const [at, words] of ['salma', 'emilie', 'احمد'].entries()) {
                await organiser.page.locator('#q').fill(words);
                await organiser.press('.filters [type=submit]');
                assert.equal(await organiser.page.locator('.door > li').count(), 1, words);
                await organiser.press('.door [name=do][value=in]');
                await organiser.assertDone('checked-in');
                await organiser.open(`${event}/check-in`);
                assert.match(await organiser.page.locator('main .figure').first().innerText(), new RegExp(`^${at + 1}$`));
            }
            await organiser.inspect('check-in-present');
        });

        test('s_20_the export holds everybody and no formula', async () => {
            await organiser.visit(`${event}/registrations`, 'registrations-full');
            await organiser.press('form[action$="/export"] button');
            await organiser.inspect('export');
            await organiser.page.locator('#purpose').fill('The list for the minutes');
            const started = organiser.page.waitForEvent('download');
            await organiser.page.locator('[name=format][value=csv]').click();
            const text = await readFile(await (await started).path(), 'utf8');
            assert.ok(text.startsWith('\ufeff'), 'spreadsheets take it for UTF-8');
            const lines = text.trim().split('\r\n');
            assert.equal(lines.length, 1 + GUESTS.length);
            assert.doesNotMatch(text, /(^|[,"])[=@+]/m);
        });

        test('a_01_every page holds in the other language on a phone', async () => {
            await organiser.turnTo(language === 'en' ? 'ar' : 'en');
            await organiser.resize(320);
            for (const path of pages(event)) {
                await organiser.visit(path, path.replace(event, 'event').replace(/\W+/g, '-').replace(/^-/, ''));
            }
            await organiser.leave(['convoke']);
        });
    });
}

async function markByKeyboard({ page }) {
    for (const key of MARKS) await page.keyboard.press(key);
}

async function markByHand({ page }) {
    const verbs = { a: 'approve', d: 'decline' };
    for (const [at, mark] of [...MARKS].entries()) {
        await page.locator('.request').nth(at).locator(`[value=${verbs[mark]}]`).check();
    }
}

/** How many mails of `kind` the open timeline tells of as the next. */
async function toldOf({ page, language }, kind) {
    const words = KINDS[kind][language];
    const next = page.locator('#coming ~ .timeline > li', { has: page.locator('h3', { hasText: words }) }).first();
    const [number] = (await next.locator('.counts').innerText()).match(/\d+/) ?? [];
    assert.ok(number, `no number of ${words} is told`);
    return Number(number);
}

async function sentTo(instance, people) {
    const isOne = ({ address }) => people.some(({ email }) => email === address);
    return (await letters(instance)).filter(({ to }) => to.some(isOne)).length;
}

/** Waits until so many letters to `people` are there, and then whether one more comes with them. */
async function assertSentTo(instance, people, number) {
    const deadline = Date.now() + PATIENCE;
    while ((await sentTo(instance, people)) < number && Date.now() < deadline) await setTimeout(100);
    await setTimeout(1000);
    assert.equal(await sentTo(instance, people), number, instance.output);
}
