// Single sign-on as a browser goes it: from our page to a certified provider on this machine, and back.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { createInterface } from 'node:readline';

import { Instance } from './instance.mjs';
import { Organiser } from './organiser.mjs';
import { launch } from './visitor.mjs';

const RANA = 'rana@institute.example';
const PROVIDER = new URL('../provider/provider.mjs', import.meta.url).pathname;

let provider;
let issuer;
let instance;
let browser;

before(async () => {
    // What it signs is good by the machine's own clock.
    const now = new Date().toISOString().slice(0, 19).replace('T', ' ');
    instance = await Instance.start(now, [], {
        name: 'localhost',
        settings: async (base) => {
            provider = spawn('node', [PROVIDER, `${base}/sign-in/oidc/callback`], { stdio: ['pipe', 'pipe', 'ignore'] });
            const [line] = await once(createInterface(provider.stdout), 'line');
            issuer = line.replace('issuer: ', '');
            return {
                CONVOKE_OIDC_ISSUER: issuer,
                CONVOKE_OIDC_CLIENT_ID: 'convoke',
                CONVOKE_OIDC_CLIENT_SECRET: 'a secret between the two',
                CONVOKE_OIDC_NAME: 'Institute',
            };
        },
    });
    await instance.convoke(now, 'user', 'add', RANA, '--role', 'owner');
    browser = await launch();
});

after(async () => {
    await browser?.close();
    await instance?.remove();
    provider?.kill();
});

for (const [language, scripts] of [['en', true], ['ar', false]]) {
    test(`s_09_the provider's word signs in, in ${language} ${scripts ? 'with' : 'without'} scripts`, async () => {
        const organiser = await Organiser.arrive(browser, instance.base, { language, scripts, width: scripts ? 1280 : 320 });
        const { page } = organiser;
        await organiser.open(`/sign-in?lang=${language}&next=/organise/account`);
        await organiser.inspect('sign-in-sso');
        // Our page goes on by itself.
        await page.locator('form[action^="/sign-in/oidc"] button').click();
        await page.waitForURL(`${issuer}/**`);
        await page.locator('[name=login]').fill(RANA);
        await page.locator('[name=password]').fill('any');
        await page.locator('button[type=submit]').click();
        await page.locator('button[type=submit]').click();
        await page.waitForURL(`${instance.base}/organise/account?done=signed-in`);
        if (language !== 'en') await organiser.turnTo(language);
        await organiser.visit('/organise/account', 'account-sso');
        // The provider's word is no fresh proof: how one signs in is not changed by it.
        assert.ok(await page.locator('a.button[href*="again=yes"]').isVisible());
        assert.equal(await page.locator('form[action="/organise/account/sso/remove"]').count(), 0);
        organiser.assertAllHeld();
        await organiser.context.close();
    });
}

test('the page between the two holds', async () => {
    const organiser = await Organiser.arrive(browser, instance.base, { language: 'en' });
    // Nothing comes instead of it, so that there is time to look at it.
    await organiser.context.route(`${issuer}/**`, (route) => route.fulfill({ status: 204 }));
    await organiser.open('/sign-in');
    // Its styles have come, too, once it is loaded.
    await organiser.press('form[action^="/sign-in/oidc"] button');
    await organiser.page.locator('main a.button').waitFor();
    await organiser.inspect('leaving');
    organiser.assertAllHeld();
    await organiser.context.close();
});
