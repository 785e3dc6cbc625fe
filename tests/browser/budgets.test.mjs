// What a page costs somebody with a poor line, in octets as they come over the wire (U-6).

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { SLUG } from './announcement.mjs';
import { Instance, OPEN } from './instance.mjs';
import { launch } from './visitor.mjs';

const KB = 1000;
const MOST = { document: 15 * KB, stylesheet: 12 * KB, script: 6 * KB };
const MOST_FONTS = { en: 0, fr: 0, ru: 0, ar: 45 * KB, ka: 15 * KB };
const MOST_IN_ALL = 100 * KB;
const MOST_REQUESTS = 8;
const PAGES = { list: '/', event: `/events/${SLUG}`, form: `/events/${SLUG}/register`, summit: '/events/china-in-the-world-summit' };
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

for (const language of Object.keys(MOST_FONTS)) {
    for (const [name, path] of Object.entries(PAGES)) {
        test(`u_06_the ${name} in ${language} keeps within its budgets`, async () => {
            const came = await whatComes(`${instance.base}/${language}${path}`);
            const sum = (type) => came.filter((one) => one.type === type).reduce((octets, one) => octets + one.octets, 0);
            for (const [type, most] of Object.entries(MOST)) {
                assert.ok(sum(type) <= most, `${type}: ${sum(type)} of ${most}: ${JSON.stringify(came)}`);
            }
            assert.ok(sum('document') > KB, 'a page came');
            assert.ok(sum('font') <= MOST_FONTS[language], `fonts: ${sum('font')}: ${JSON.stringify(came)}`);
            const all = came.reduce((octets, one) => octets + one.octets, 0);
            assert.ok(all <= MOST_IN_ALL, `${all} octets in all`);
            assert.ok(came.length <= MOST_REQUESTS, JSON.stringify(came));
        });
    }
}

/** Everything that opening `url` for the first time brings, with its size as packed. */
async function whatComes(url) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const finished = [];
    context.on('requestfinished', (request) => finished.push(request));
    await page.goto(url, { waitUntil: 'networkidle' });
    const came = await Promise.all(
        finished.map(async (request) => {
            const { responseBodySize } = await request.sizes();
            return { type: request.resourceType(), octets: responseBodySize, url: request.url() };
        }),
    );
    await context.close();
    return came;
}
