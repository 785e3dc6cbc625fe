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
                await page.locator('details.withdraw summary').click();
                await visitor.follow(() => page.locator('form[action$="/withdraw"] [type=submit]').click());
                await visitor.inspect('own-withdrawn');
                const [, last] = await lettersTo(instance, `${visitor.name}@attendee.example`, 2);
                assert.match(last.attachments.map(({ mimeType }) => mimeType).join(), /text\/calendar/);

                await visitor.leave();
            });
        }
    }
}

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
