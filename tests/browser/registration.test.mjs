// From the announcement to a registration and out of it again, in every language, with and without
// scripts, on a phone and on a desk.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { FACTS, SLUG, missing } from './announcement.mjs';
import { assertErrorsLead, field, send } from './form.mjs';
import { Instance, OPEN } from './instance.mjs';
import { lettersTo, pathIn } from './letters.mjs';
import { Visitor, launch } from './visitor.mjs';

const NAMES = {
    en: 'Salma O’Connor',
    ar: 'سلمى حداد',
    fr: 'Zoé Lefèvre',
    ka: 'თინათინ ბერიძე',
    ru: 'Алёна Щербакова',
};
const LANGUAGES = Object.keys(NAMES);
let instance;
let browser;

before(async () => {
    instance = await Instance.start(OPEN, ['roundtable', 'summit']);
    browser = await launch();
});

after(async () => {
    await browser?.close();
    await instance?.remove();
});

for (const language of LANGUAGES) {
    for (const scripts of [true, false]) {
        for (const width of [320, 1280]) {
            const how = `in ${language}, ${scripts ? 'with' : 'without'} scripts, at ${width} px`;

            test(`a_01_somebody registers and withdraws ${how}`, async () => {
                const visitor = await Visitor.arrive(browser, instance.base, { language, scripts, width });
                const { page } = visitor;

                await visitor.open(`/${language}/events/${SLUG}`);
                assert.deepEqual(missing(FACTS[language], await visitor.words()), []);
                await visitor.inspect('event');

                const way = page.locator(`main a[href$="/events/${SLUG}/register"]`);
                await visitor.follow(() => way.first().click());
                await visitor.inspect('form');

                await visitor.follow(() => send(page), 422);
                await assertErrorsLead(page, language, ['name', 'email', 'mode']);
                await visitor.inspect('form-empty');

                await field(page, 'name').fill(NAMES[language]);
                await field(page, 'email').fill('no address');
                await page.locator('[name=mode][value=online]').check();
                await visitor.follow(() => send(page), 422);
                await assertErrorsLead(page, language, ['email']);
                assert.equal(await field(page, 'name').inputValue(), NAMES[language]);
                assert.equal(await field(page, 'email').inputValue(), 'no address');
                assert.ok(await page.locator('[name=mode][value=online]').isChecked());
                await visitor.inspect('form-wrong');

                await field(page, 'email').fill(`${visitor.name}@attendee.example`);
                await visitor.follow(() => send(page));
                assert.ok(!page.url().endsWith('/registrations'), 'a reload posts nothing again');
                await visitor.inspect('registered');

                const [letter] = await lettersTo(instance, `${visitor.name}@attendee.example`);
                assert.match(letter.html, new RegExp(`<html[^>]* lang="${language}"`));
                await visitor.open(pathIn(letter, '/registrations/'));
                await visitor.inspect('own');
                assert.match(await visitor.words(), new RegExp(NAMES[language]));
                // What is theirs to change, copy and erase: on a phone with scripts, on a desk without.
                const isOwner = scripts === (width === 320);
                if (isOwner) await changeAndCopy(visitor);
                await page.locator('details.withdraw summary').click();
                await visitor.follow(() => page.locator('form[action$="/withdraw"] [type=submit]').click());
                await visitor.inspect('own-withdrawn');
                const [, last] = await lettersTo(instance, `${visitor.name}@attendee.example`, 2);
                assert.match(last.attachments.map(({ mimeType }) => mimeType).join(), /text\/calendar/);
                if (isOwner) await erase(visitor, pathIn(letter, '/registrations/'));

                await visitor.leave();
            });
        }
    }
}

/** Corrects the name on their own page, and reads all that is kept. */
async function changeAndCopy(visitor) {
    const { page, language } = visitor;
    await visitor.follow(() => page.locator('main a[href$="/change"]').click());
    await visitor.inspect('own-change');
    await field(page, 'name').fill('');
    await visitor.follow(() => page.locator('form[action$="/change"] .actions [type=submit]').click(), 422);
    await visitor.inspect('own-change-wrong');
    await field(page, 'name').fill(`${NAMES[language]} II`);
    await visitor.follow(() => page.locator('form[action$="/change"] .actions [type=submit]').click());
    assert.ok(await page.locator('main [role=status]').isVisible());
    assert.match(await visitor.words(), new RegExp(`${NAMES[language]} II`));
    await visitor.inspect('own-changed');
    await visitor.follow(() => page.locator('form[action$="/export"] [value=html]').click());
    assert.match(await visitor.words(), new RegExp(`${visitor.name}@attendee.example`));
    await visitor.inspect('own-copy');
    await visitor.follow(() => page.locator('main .actions a').last().click());
}

/** Has everything removed, after which their page is nobody's. */
async function erase(visitor, path) {
    const { page } = visitor;
    await visitor.follow(() => page.locator('main a[href$="/erase"]').click());
    await visitor.inspect('own-erase');
    await visitor.follow(() => page.locator('form[action$="/erase"] [type=submit]').click());
    await visitor.inspect('own-erased');
    await visitor.open(path, 404);
    await visitor.inspect('own-gone');
}

test('s_26_who asks for a link again reads the same whoever it is', async () => {
    for (const language of LANGUAGES) {
        const visitor = await Visitor.arrive(browser, instance.base, { language, width: 320 });
        const { page } = visitor;
        const ask = async (email, status) => {
            await visitor.open(`/${language}/events/${SLUG}/resend`);
            await field(page, 'email').fill(email);
            await visitor.follow(() => page.locator('form[action$="/resend"] [type=submit]').click(), status);
            return visitor.words();
        };
        await visitor.open(`/${language}/events/${SLUG}/resend`);
        await visitor.inspect('resend');
        await ask('no address', 422);
        await visitor.inspect('resend-wrong');
        const known = await ask(`${language}-script-1280@attendee.example`);
        assert.equal(await ask('nobody@attendee.example'), known);
        await visitor.inspect('resend-sent');
        await visitor.leave();
    }
});

test('a_01_the list, an unknown page and the summit hold the same', async () => {
    for (const language of LANGUAGES) {
        const visitor = await Visitor.arrive(browser, instance.base, { language, width: 320 });
        await visitor.open(`/${language}/`);
        await visitor.inspect('list');
        await visitor.open(`/${language}/events/china-in-the-world-summit`);
        assert.deepEqual(missing(['Salome Svanidze', /Berlin/], await visitor.words()), []);
        await visitor.inspect('summit');
        await visitor.open(`/${language}/events/no-such-event`, 404);
        await visitor.inspect('unknown');
        await visitor.leave();
    }
});

for (const language of LANGUAGES) {
    test(`a_02_the keyboard alone completes the form in ${language}`, async () => {
        const visitor = await Visitor.arrive(browser, instance.base, { language });
        const { page } = visitor;
        const walkTo = async (selector) => {
            for (let steps = 0; steps < 60; steps += 1) {
                await page.keyboard.press('Tab');
                const seen = await page.evaluate((wanted) => {
                    const focused = document.activeElement;
                    const { outlineStyle, boxShadow } = getComputedStyle(focused);
                    return {
                        there: focused.matches(wanted),
                        shown: focused === document.body || outlineStyle !== 'none' || boxShadow !== 'none',
                    };
                }, selector);
                assert.ok(seen.shown, `the focus shows on the way to ${selector}`);
                if (seen.there) return;
            }
            assert.fail(`the keyboard does not reach ${selector}`);
        };

        await visitor.open(`/${language}/events/${SLUG}`);
        await walkTo(`main a[href$="/events/${SLUG}/register"]`);
        await visitor.follow(() => page.keyboard.press('Enter'));
        await walkTo('[name=name]');
        await page.keyboard.type(NAMES[language]);
        await walkTo('[name=email]');
        await page.keyboard.type(`keyboard-${language}@attendee.example`);
        await walkTo('[name=mode]');
        await page.keyboard.press('Space');
        await walkTo('form[action$="/registrations"] [type=submit]');
        await visitor.follow(() => page.keyboard.press('Enter'));
        await visitor.inspect('registered-by-keyboard');
        await visitor.leave();
    });
}
