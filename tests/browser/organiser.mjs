// Somebody of the programme staff, with a browser.

import assert from 'node:assert/strict';

import { lettersTo } from './letters.mjs';
import { Visitor } from './visitor.mjs';

export class Organiser extends Visitor {
    #faults = [];

    /** Notes what is wrong with the page, and goes on: a page that does not hold ends no story. */
    async inspect(state) {
        await super.inspect(state).catch((error) => this.#faults.push(error.message));
    }

    /** Tells what was noted since this was asked last. */
    assertAllHeld() {
        assert.deepEqual(this.#faults.splice(0), []);
    }

    /** Signs in with the code that comes by mail (S-5). */
    async signIn(instance, email) {
        const { page } = this;
        const before = (await lettersTo(instance, email, 0)).length;
        await this.open(`/sign-in?language=${this.language}`);
        await this.inspect('sign-in');
        await page.locator('[name=email]').fill(email);
        await this.press('main .form [type=submit]');
        await this.inspect('sign-in-code');
        const letter = (await lettersTo(instance, email, before + 1)).at(-1);
        const [code] = letter.text.replace(/[^\d\n]/g, '').match(/^\d{8}$/m);
        await page.locator('[name=code]').fill(code);
        await this.press('main .form [type=submit]');
        assert.equal(new URL(page.url()).pathname, '/organise');
        if ((await page.locator('html').getAttribute('lang')) !== this.language) await this.turnTo(this.language);
    }

    /** Looks at a page that nothing leads to here. */
    async visit(path, state) {
        await this.open(path);
        await this.inspect(state);
    }

    /** Presses what leads to another page. */
    press(selector, status = 200) {
        return this.follow(() => this.page.locator(selector).first().click(), status);
    }

    /** Fills in fields by their names, and sends the page's form. */
    async submit(values, form = 'main .form') {
        for (const [name, value] of Object.entries(values)) await this.#fill(`${form} [name="${name}"]`, value);
        await this.press(`${form} .actions [type=submit]`);
    }

    /** Holds the page to saying that `key` has been done. */
    async assertDone(key) {
        assert.match(this.page.url(), new RegExp(`[?&]done=${key}(&|#|$)`));
        assert.ok(await this.page.locator('.done[role=status]').isVisible(), `nothing is said of ${key}`);
    }

    /** Reads the workspace in `language` from here on. */
    async turnTo(language) {
        await this.page.locator('.desk-menu summary').click();
        await this.press(`.desk-menu form:has([name=language][value=${language}]) button`);
        this.language = language;
    }

    /** Goes on in a window of that width. */
    async resize(width) {
        await this.page.setViewportSize({ width, height: 900 });
        this.width = width;
    }

    /** Several values are those of fields of one name, in their order. */
    async #fill(selector, value) {
        const fields = this.page.locator(`${selector}:not([type=hidden])`);
        const type = await fields.first().evaluate((field) => field.type);
        const values = [value].flat();
        if (type === 'radio') await fields.and(this.page.locator(`[value="${value}"]`)).check();
        else if (type === 'checkbox') await fields.setChecked(value);
        else if (type === 'select-one') {
            for (const [at, one] of values.entries()) await fields.nth(at).selectOption(one);
        } else {
            for (const [at, one] of values.entries()) await fields.nth(at).fill(one);
        }
    }
}
