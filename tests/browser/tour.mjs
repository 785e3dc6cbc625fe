/** The pages of the workspace that have an address of their own, those of `event` among them. */
export function pages(event) {
    const parts = ['basics', 'texts', 'programme', 'venue', 'hosts', 'interpretation', 'registration'];
    parts.push('questions', 'consents', 'codes', 'rules', 'meeting', 'mail', 'survey');
    const tabs = ['lineup', 'lineup/run-sheet', 'lineup/interpreters'];
    tabs.push('registrations', 'registrations/requests', 'registrations/add', 'registrations/invite', 'registrations/import');
    tabs.push('check-in', 'check-in/list', 'check-in/badges');
    tabs.push('mail', 'mail/messages', 'mail/announcements', 'mail/announcements/new', 'mail/words', 'mail/times');
    tabs.push('mail/preview/link', 'figures', 'survey', 'report', 'log', 'publish', 'cancel', 'share', 'duplicate', 'delete');
    return [
        '/organise',
        '/organise/new-event',
        event,
        ...parts.map((part) => `${event}/edit/${part}`),
        ...tabs.map((tab) => `${event}/${tab}`),
        ...['people', 'people/new', 'team', 'api', 'webhooks', 'log', 'trash', 'account', 'account/device'].map((page) => `/organise/${page}`),
    ];
}
