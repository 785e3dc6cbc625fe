// The roundtable of tests/samples/roundtable.toml, made by hand as an organiser makes it.

import assert from 'node:assert/strict';

import { LINK } from './announcement.mjs';

const TITLE = {
    en: 'Anti-Corruption in Practice: Exploring Symbiotic Dynamics between the NACC, Civil Society and Investigative Journalists',
    ar: 'مكافحة الفساد عملياً: استكشاف الديناميات التكاملية بين الهيئة الوطنية لمكافحة الفساد والمجتمع المدني والصحافة الاستقصائية',
};
const SUMMARY = {
    en: 'How civil society and investigative journalists can both support and oversee the newly appointed National Anti-Corruption Commission.',
    ar: 'كيف يمكن للمجتمع المدني وللصحافة الاستقصائية أن يدعما الهيئة الوطنية لمكافحة الفساد وأن يراقباها في آن واحد.',
};
const HOSTS = [
    { role: 'organiser', name: { en: 'Lebanese Center for Policy Studies', ar: 'المركز اللبناني للدراسات' }, short: 'LCPS' },
    { role: 'partner', name: { en: 'National Democratic Institute', ar: 'المعهد الديمقراطي الوطني' }, short: 'NDI' },
];
const CHANNELS = [
    { from: 'en', to: 'ar' },
    { from: 'ar', to: 'en' },
];
export const PEOPLE = [
    {
        role: 'moderator',
        name: { en: 'Ali Taha', ar: 'علي طه' },
        position: { en: 'Researcher', ar: 'باحث' },
        organisation: { en: 'LCPS', ar: 'المركز اللبناني للدراسات' },
        email: 'ali@speakers.example',
    },
    {
        role: 'speaker',
        name: { en: 'Tinatin Khidasheli' },
        position: { en: 'Chairperson' },
        organisation: { en: 'Civic IDEA' },
        email: 'tinatin@speakers.example',
    },
    {
        role: 'speaker',
        name: { en: 'Julien Courson' },
        position: { en: 'Executive Director' },
        organisation: { en: 'LTA' },
        email: 'julien@speakers.example',
    },
    {
        role: 'speaker',
        name: { en: 'Layal Bou Moussa' },
        position: { en: 'Investigative Journalist' },
        organisation: { en: 'Al Jadeed TV' },
        email: 'layal@speakers.example',
    },
];

/** Makes the draft in the form of a new event (U-9), and gives its path in the workspace. */
export async function draft(organiser) {
    await organiser.press('main a[href="/organise/new-event"]');
    await organiser.inspect('new-event');
    const { language } = organiser;
    await organiser.submit({
        title: TITLE[language],
        date: '2022-11-25',
        starts: '15:00',
        ends: '17:00',
        zone: 'Asia/Beirut',
        format: 'hybrid',
        languages: [language, language === 'en' ? 'ar' : 'en'],
        link: LINK,
        closes: '2022-11-24T23:59',
        capacity: '25',
    });
    await organiser.assertDone('event-made');
    await organiser.inspect('publish-draft');
    return new URL(organiser.page.url()).pathname.replace(/\/publish$/, '');
}

/** Says the rest of it, page by page of the editor. */
export async function describe(organiser, event) {
    const change = async (part, values) => {
        await organiser.visit(`${event}/edit/${part}`, `edit-${part}`);
        await organiser.submit(values);
        await organiser.assertDone('saved');
    };
    const add = async (part, values) => {
        await organiser.open(`${event}/edit/${part}`);
        await organiser.press('.part .actions a.button');
        await organiser.inspect(`edit-${part}-new`);
        await organiser.submit(values);
        await organiser.assertDone('saved');
    };
    await change('texts', { ...inEach('title', TITLE), ...inEach('summary', SUMMARY) });
    await change('registration', {
        opens: '2022-11-10T09:00',
        'capacity-in_person': '25',
        'capacity-online': '300',
        approval: true,
    });
    await change('meeting', { provider: 'zoom' });
    for (const { role, name, short } of HOSTS) await add('hosts', { role, ...inEach('name', name), ...inEach('short', { en: short, ar: short }) });
    for (const { from, to } of CHANNELS) await add('interpretation', { from, to, mode: 'simultaneous' });
    await organiser.visit(`${event}/edit/programme`, 'edit-programme');
    await organiser.press('.rows .row-name a');
    await organiser.inspect('edit-session');
    await organiser.submit(inEach('session-title', { en: 'Roundtable discussion', ar: 'نقاش الطاولة المستديرة' }));
    await organiser.assertDone('saved');
}

/** Puts the moderator and the speakers into its only session. */
export async function fillLineup(organiser, event) {
    await organiser.visit(`${event}/lineup`, 'lineup-empty');
    for (const { role, name, position, organisation, email } of PEOPLE) {
        await organiser.press('a[href*="/lineup/add?session="]');
        if (role === 'moderator') await organiser.inspect('lineup-add');
        await organiser.submit({
            role,
            ...inEach('name', name),
            ...inEach('position', position),
            ...inEach('organisation', organisation),
            email,
        });
        await organiser.assertDone('lineup-added');
    }
    await organiser.press('a[href*="/lineup/paste?session="]');
    await organiser.inspect('lineup-paste');
    await organiser.visit(`${event}/lineup`, 'lineup-full');
    assert.equal(await organiser.page.locator('.lineup-row').count(), PEOPLE.length);
}

function inEach(field, texts) {
    return Object.fromEntries(Object.entries(texts).map(([language, text]) => [`${field}.${language}`, text]));
}
