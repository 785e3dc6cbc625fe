// What the makers of browsers and of HTML say of the public pages, in every language.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';

import lighthouse from 'lighthouse';
import { launch } from 'chrome-launcher';

import { SLUG } from '../browser/announcement.mjs';
import { Instance, OPEN } from '../browser/instance.mjs';
import { lettersTo, pathIn } from '../browser/letters.mjs';

const run = promisify(execFile);
const CHECKER = new URL('node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url).pathname;
const LANGUAGES = ['en', 'ar', 'fr', 'ka', 'ru'];
const LEAST = { performance: 0.95, accessibility: 1 };
/** The largest thing is there after so many milliseconds on Lighthouse's slow 4G. */
const MOST_MILLISECONDS = 1500;
const SUMMIT = 'china-in-the-world-summit';
let instance;
let chrome;

before(async () => {
    instance = await Instance.start(OPEN, ['roundtable', 'summit', 'everything']);
    chrome = await launch({
        chromePath: '/usr/bin/chromium',
        chromeFlags: [
            '--headless',
            '--disable-gpu',
            '--disable-quic',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
            ...(process.getuid() === 0 ? ['--no-sandbox'] : []),
        ],
    });
});

after(async () => {
    await chrome?.kill();
    await instance?.remove();
});

for (const language of LANGUAGES) {
    test(`u_06_the Nu HTML checker finds no error in ${language}`, async () => {
        const folder = await mkdtemp(join(tmpdir(), 'convoke-pages-'));
        const pages = await everyPage(language);
        const files = await Promise.all(
            Object.entries(pages).map(async ([name, html]) => {
                const file = join(folder, `${name}.html`);
                await writeFile(file, html);
                return file;
            }),
        );
        const options = ['-jar', CHECKER, '--errors-only', '--format', 'json', '--exit-zero-always'];
        const { stderr } = await run('java', [...options, ...files], { maxBuffer: 1 << 26 });
        await rm(folder, { recursive: true });
        const { messages } = JSON.parse(stderr);
        assert.deepEqual(messages.map(({ url, lastLine, message }) => `${url}:${lastLine}: ${message}`), []);
    });

    for (const [name, path] of Object.entries({ event: `/events/${SLUG}`, form: `/events/${SLUG}/register`, list: '/' })) {
        test(`u_06_Lighthouse is content with the ${name} in ${language}`, async (context) => {
            const { lhr } = await lighthouse(`${instance.base}/${language}${path}`, {
                port: chrome.port,
                onlyCategories: Object.keys(LEAST),
                logLevel: 'error',
            });
            const largest = lhr.audits['largest-contentful-paint'].numericValue;
            const scores = Object.fromEntries(Object.keys(LEAST).map((category) => [category, lhr.categories[category].score]));
            context.diagnostic(`${JSON.stringify(scores)}, largest after ${Math.round(largest)} ms`);
            for (const [category, least] of Object.entries(LEAST)) {
                const failed = Object.values(lhr.audits).filter(({ score }) => score !== null && score < 0.9);
                assert.ok(scores[category] >= least, `${category}: ${failed.map(({ id, displayValue }) => `${id} ${displayValue ?? ''}`)}`);
            }
            assert.ok(largest < MOST_MILLISECONDS, `the largest thing is there after ${largest} ms`);
        });
    }
}

/** The HTML of each state that an attendee meets, by name. */
async function everyPage(language) {
    const page = async (path, options) => (await fetch(instance.base + path, options)).text();
    const event = `/${language}/events/${SLUG}`;
    const address = `nu-${language}@attendee.example`;
    const post = (fields) => page(`${event}/registrations`, { method: 'POST', body: new URLSearchParams(fields) });
    const pages = {
        list: await page(`/${language}/`),
        event: await page(event),
        form: await page(`${event}/register`),
        wrong: await post({ email: 'no address' }),
        next: await post({ name: 'Nu & <Html>', email: address, mode: 'online' }),
        embed: await page(`${event}/embed`),
        summit: await page(`/${language}/events/${SUMMIT}`),
        everything: await page(`/${language}/events/water-and-data`),
        unknown: await page(`/${language}/events/no-such-event`),
    };
    const [letter] = await lettersTo(instance, address);
    pages.own = await page(pathIn(letter, '/registrations/'));
    pages.data = await page(`${event}/your-data`);
    return pages;
}
