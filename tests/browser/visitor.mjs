// Somebody with a browser, and what has to hold wherever they go.

import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';

import axe from 'axe-core';
import { HtmlValidate } from 'html-validate';
import { chromium } from 'playwright-core';

const SCREENSHOTS = new URL('screenshots/', import.meta.url).pathname;
/** A page is at most so many bytes, before it is packed. */
const MOST_BYTES = 100_000;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
        'doctype-style': ['error', { style: 'lowercase' }],
        // A page is called by its event's whole title, which is the organiser's to choose.
        'long-title': 'off',
        // What may be given several times, as languages in their order, has one name.
        'form-dup-name': 'off',
        // The line before a mail's signature ends with a space (RFC 3676 section 4.3), also where it is shown.
        'no-trailing-whitespace': 'off',
    },
});

/** Debian's Chromium, told to speak with nobody but the pages, and `more`. */
export async function launch(more = []) {
    await mkdir(SCREENSHOTS, { recursive: true });
    return chromium.launch({
        executablePath: '/usr/bin/chromium',
        args: [
            '--disable-quic',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
            ...more,
            ...(process.getuid() === 0 ? ['--no-sandbox'] : []),
        ],
    });
}

export class Visitor {
    /** What came over the wire, to be searched for what must not. */
    served = [];
    #violations = [];
    #strangers = [];
    #answers = [];

    static async arrive(browser, base, { language = 'en', scripts = true, width = 1280 } = {}) {
        const visitor = new this();
        Object.assign(visitor, { browser, base, language, scripts, width });
        visitor.context = await browser.newContext({
            baseURL: base,
            javaScriptEnabled: scripts,
            locale: language,
            viewport: { width, height: 900 },
        });
        visitor.page = await visitor.context.newPage();
        await visitor.#listen();
        return visitor;
    }

    /** What tells the pictures of this visitor from those of others. */
    get name() {
        return `${this.language}-${this.scripts ? 'script' : 'plain'}-${this.width}`;
    }

    /** Leaves, after a last look at what no page may cause; visitors need no cookie. */
    async leave(cookies = []) {
        await Promise.all(this.#answers);
        const found = (await this.context.cookies()).map(({ name }) => name);
        await this.context.close();
        assert.deepEqual(this.#violations, [], 'the policy of the pages was violated');
        assert.deepEqual(this.#strangers, [], 'other origins were asked');
        assert.deepEqual(found.sort(), cookies, 'no other cookie is needed');
    }

    /** Opens `path`, which has to answer with `status`. */
    async open(path, status = 200) {
        const answer = await this.page.goto(path);
        assert.equal(answer.status(), status, path);
    }

    /** Does what leads to another page, which has to answer with `status`. */
    async follow(deed, status = 200) {
        const answered = this.page.waitForResponse(
            (answer) => answer.request().isNavigationRequest() && answer.status() !== 303,
        );
        // Awaited from before the deed: the state of the old page is "loaded" too.
        const loaded = this.page.waitForEvent('load');
        const [answer] = await Promise.all([answered, loaded, deed()]);
        assert.equal(answer.status(), status, answer.url());
    }

    /** Holds the page in its present state to everything that holds on each of them. */
    async inspect(state) {
        const faults = [
            ...(await this.#manners()),
            ...(await this.#accessibility()),
            ...(await this.#markup()),
        ];
        await this.#picture(state);
        assert.deepEqual(faults, [], `${state} for ${this.name}`);
    }

    /** The words that can be seen in the main part of the page. */
    words() {
        return this.page.locator('main').innerText();
    }

    async #listen() {
        this.page.on('console', (message) => {
            if (/content.security.policy|trusted.?type/i.test(message.text())) {
                this.#violations.push(message.text());
            }
        });
        this.page.on('pageerror', (error) => this.#violations.push(String(error)));
        this.context.on('request', (request) => {
            const url = new URL(request.url());
            if (url.protocol !== 'data:' && url.origin !== this.base) this.#strangers.push(request.url());
        });
        this.context.on('response', (answer) => {
            // A redirect has no body of its own.
            const body = answer.body().catch(() => Buffer.alloc(0));
            const kept = body.then(async (bytes) => {
                const headers = JSON.stringify(await answer.allHeaders());
                this.served.push({ url: answer.url(), bytes: Buffer.concat([Buffer.from(headers), bytes]) });
            });
            this.#answers.push(kept.catch(() => {}));
        });
        if (this.scripts) {
            await this.context.exposeFunction('tellViolation', (text) => this.#violations.push(text));
            await this.context.addInitScript(() => {
                addEventListener('securitypolicyviolation', (event) => {
                    globalThis.tellViolation(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
                });
            });
        }
    }

    /** Language, direction, width and sizes. */
    async #manners() {
        return this.page.evaluate(([language, direction]) => {
            const faults = [];
            const { lang, dir, scrollWidth } = document.documentElement;
            if (lang !== language || dir !== direction) faults.push(`lang=${lang} dir=${dir}`);
            if (scrollWidth > innerWidth) faults.push(`${scrollWidth} px wide in ${innerWidth}`);
            if (document.querySelectorAll('h1').length !== 1) faults.push('not one h1');
            for (const target of document.querySelectorAll('button, input, select, textarea, summary, nav a')) {
                const control = target.matches('[type=radio], [type=checkbox]')
                    ? (target.closest('label') ?? target.labels[0] ?? target)
                    : target;
                const { width, height } = control.getBoundingClientRect();
                // What takes no room is hidden from everybody.
                const hidden = target.type === 'hidden' || (width === 0 && height === 0);
                if (!hidden && (width < 24 || height < 24)) {
                    faults.push(`${target.outerHTML.slice(0, 80)} is ${width} x ${height} px`);
                }
            }
            return faults;
        }, [this.language, this.language === 'ar' ? 'rtl' : 'ltr']);
    }

    /** What axe finds, in light and in dark. */
    async #accessibility() {
        const page = this.scripts ? this.page : await this.#twin();
        const faults = [];
        for (const colorScheme of ['light', 'dark']) {
            await page.emulateMedia({ colorScheme });
            await page.evaluate(axe.source);
            const { violations } = await page.evaluate(
                (rules) => globalThis.axe.run(document, { runOnly: rules }),
                RULES,
            );
            for (const { id, nodes } of violations) {
                for (const node of nodes) faults.push(`${colorScheme}: ${id}: ${node.html.slice(0, 160)}: ${node.failureSummary}`);
            }
        }
        if (page === this.page) await page.emulateMedia({ colorScheme: null });
        else await page.context().close();
        return faults;
    }

    /** The same page where axe can run, its own scripts held back. */
    async #twin() {
        const context = await this.browser.newContext({
            storageState: await this.context.storageState(),
            viewport: this.page.viewportSize(),
        });
        const page = await context.newPage();
        const html = await this.page.content();
        await page.route('**/*', (route) => {
            const type = route.request().resourceType();
            if (type === 'script') return route.abort();
            return type === 'document' && route.request().frame() === page.mainFrame()
                ? route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' })
                : route.continue();
        });
        await page.goto(this.page.url());
        return page;
    }

    /** What html-validate finds in the bytes that were served. */
    async #markup() {
        await Promise.all(this.#answers);
        const here = this.page.url().replace(/#.*/, '');
        const isPage = ({ url, bytes }) => url === here && /<!doctype html>/i.test(bytes.toString());
        const { bytes } = this.served.filter(isPage).at(-1);
        const html = bytes.toString().replace(/^.*?(?=<!doctype html>)/is, '');
        const size = Buffer.byteLength(html);
        if (size > MOST_BYTES) return [`${size} bytes`];
        const report = await validator.validateString(html);
        return report.results.flatMap(({ messages }) =>
            messages.map(({ ruleId, message, line }) => `${ruleId} in line ${line}: ${message}`),
        );
    }

    async #picture(state) {
        await this.page.screenshot({ path: `${SCREENSHOTS}${state}-${this.name}.png`, fullPage: true });
    }
}
