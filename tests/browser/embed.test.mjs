// An event within the page of another site: third-party cookies blocked, with and without scripts.

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { SLUG } from './announcement.mjs';
import { Instance, OPEN } from './instance.mjs';
import { Visitor, launch } from './visitor.mjs';

const PARTNER = 'https://partner.example';
const STRANGER = 'https://stranger.example';
const SAMPLE = new URL('../samples/roundtable.toml', import.meta.url);
let instance;
let browser;

before(async () => {
    instance = await Instance.start(OPEN, []);
    const file = join(instance.folder, 'framed.toml');
    await writeFile(file, `embed = ["${PARTNER}"]\n${await readFile(SAMPLE, 'utf8')}`);
    await instance.convoke(OPEN, 'event', 'import', file);
    // The browser would keep a site from the net away from this machine, where the service is only here.
    browser = await launch(['--test-third-party-cookie-phaseout', '--disable-features=LocalNetworkAccessChecks']);
});

after(async () => {
    await browser?.close();
    await instance?.remove();
});

/** A page of `site` that frames the event; the frame is given where the browser let it in. */
async function framed(site, { language, scripts }) {
    const context = await browser.newContext({ javaScriptEnabled: scripts, locale: language });
    const page = await context.newPage();
    const src = `${instance.base}/${language}/events/${SLUG}/embed`;
    const body = `<!doctype html><title>Our events</title><iframe src="${src}" title="An event" width="100%" height="520"></iframe>`;
    await page.route(`${site}/`, (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
    await page.goto(`${site}/`);
    return { context, page, frame: page.frames().find((frame) => frame.url() === src) };
}

for (const language of ['en', 'ar']) {
    for (const scripts of [true, false]) {
        test(`u_08_somebody registers from a partner's site in ${language}, ${scripts ? 'with' : 'without'} scripts`, async () => {
            const { context, page, frame } = await framed(PARTNER, { language, scripts });
            const button = frame.locator(`main a.button`);
            await button.waitFor();
            const [form] = await Promise.all([context.waitForEvent('page'), button.click()]);
            await form.waitForLoadState();
            assert.equal(form.url(), `${instance.base}/${language}/events/${SLUG}/register`);
            await form.locator('[name=name]').fill('Salma');
            await form.locator('[name=email]').fill(`framed-${language}-${scripts}@attendee.example`);
            await form.locator('[name=mode][value=online]').check();
            await form.locator('main form [type=submit]').click();
            await form.waitForURL('**/next/registered');
            assert.equal(page.url(), `${PARTNER}/`, 'the partner keeps its visitor');
            assert.deepEqual(await context.cookies(), []);
            await context.close();
        });
    }
}

test('u_08_a site that is not named cannot frame it', async () => {
    const { context, page } = await framed(STRANGER, { language: 'en', scripts: true });
    const words = await Promise.all(page.frames().map((frame) => frame.locator('body').innerText().catch(() => '')));
    assert.ok(!words.join(' ').includes('Anti-Corruption'), words.join(' '));
    await context.close();
});

test('a_01_the light page holds what every page holds', async () => {
    for (const language of ['en', 'ar']) {
        for (const width of [320, 1280]) {
            const visitor = await Visitor.arrive(browser, instance.base, { language, width });
            await visitor.open(`/${language}/events/${SLUG}/embed`);
            await visitor.inspect('embed');
            await visitor.leave();
        }
    }
});
