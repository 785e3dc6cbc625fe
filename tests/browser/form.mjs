// The registration form, known by the names of its fields.

import assert from 'node:assert/strict';

export const field = (page, name) => page.locator(`[name="${name}"]:not([type=hidden])`);

export const send = (page) => page.locator('form[action$="/registrations"] [type=submit]').click();

/** Errors stand first, in a summary that leads to the fields, and again beside each field. */
export async function assertErrorsLead(page, language, names) {
    const beginning = { en: 'Error: ', ar: 'خطأ: ', fr: 'Erreur\u00a0: ', ka: 'შეცდომა: ', ru: 'Ошибка: ' }[language];
    const title = await page.title();
    assert.ok(title.startsWith(beginning), `the title is ${title}`);
    // `autofocus` takes effect with the first rendering, which the end of loading does not wait for.
    await page.locator('main :has(> [role=alert]):focus').waitFor({ timeout: 5000 });
    const found = await page.evaluate(() => {
        const summary = document.querySelector('main :has(> [role=alert])');
        const before = [...document.querySelectorAll('main :is(h1, h2, p, form, a)')]
            .filter((other) => summary && other.compareDocumentPosition(summary) & Node.DOCUMENT_POSITION_FOLLOWING)
            .filter((other) => !other.contains(summary));
        return {
            there: Boolean(summary),
            focused: document.activeElement === summary,
            first: before.length === 0,
            links: [...(summary?.querySelectorAll('a[href^="#"]') ?? [])].map((link) => {
                const target = document.getElementById(link.hash.slice(1));
                const control = target?.matches('input, select, textarea') ? target : target?.querySelector('input, select, textarea');
                const described = [control, control?.closest('fieldset')]
                    .flatMap((part) => (part?.getAttribute('aria-describedby') ?? '').split(' '))
                    .map((id) => document.getElementById(id)?.textContent ?? '')
                    .join(' ');
                return { name: control?.name, said: described.includes(link.textContent.trim()) };
            }),
        };
    });
    assert.ok(found.there, 'there is a summary with an alert');
    assert.ok(found.first, 'the summary comes first in the main part');
    assert.ok(found.focused, 'the summary has the focus');
    assert.deepEqual(found.links, names.map((name) => ({ name, said: true })));
}
