// What the announcement of the roundtable says, as its page has to show it in each language.

export const SLUG = 'anti-corruption-in-practice';

/** The join link's telling parts: none may be seen before registration has closed. */
export const CANARIES = ['86512345678', 'c2Vj,cmV0', 'zoom.example'];
export const LINK = 'https://zoom.example/j/86512345678?pwd=c2Vj,cmV0';

const LINEUP = [
    'Tinatin Khidasheli',
    'Chairperson',
    'Civic IDEA',
    'Julien Courson',
    'Executive Director',
    'LTA',
    'Layal Bou Moussa',
    'Investigative Journalist',
    'Al Jadeed TV',
];

/** What the organisers wrote in English, and numbers: the same for readers of any other language. */
const OWN_WORDS = [
    'Anti-Corruption in Practice: Exploring Symbiotic Dynamics between the NACC, Civil Society and Investigative Journalists',
    /15:00.{1,6}17:00/,
    /UTC\+2/,
    /Zoom/,
    /23:59/,
    'Lebanese Center for Policy Studies',
    'National Democratic Institute',
    'Ali Taha',
    ...LINEUP,
];

export const FACTS = {
    en: [
        'Anti-Corruption in Practice: Exploring Symbiotic Dynamics between the NACC, Civil Society and Investigative Journalists',
        'How civil society and investigative journalists can both support and oversee the newly appointed National Anti-Corruption Commission.',
        /hybrid/i,
        /roundtable/i,
        /Friday,? 25 November 2022/,
        /15:00\s?(–|-|to)\s?17:00/,
        /Beirut/,
        /UTC\+2/,
        /Zoom/,
        /link[^.]*\b(after|once|when)\b|\b(after|once|when)\b[^.]*link/i,
        /English/,
        /Arabic/,
        /simultaneous/i,
        /Thursday,? 24 November( 2022)?/,
        /23:59/,
        /organise/i,
        'Lebanese Center for Policy Studies',
        /partner/i,
        'National Democratic Institute',
        /moderator/i,
        'Ali Taha',
        'Researcher',
        /speakers?/i,
        ...LINEUP,
    ],
    ar: [
        'مكافحة الفساد عملياً: استكشاف الديناميات التكاملية بين الهيئة الوطنية لمكافحة الفساد والمجتمع المدني والصحافة الاستقصائية',
        'كيف يمكن للمجتمع المدني وللصحافة الاستقصائية أن يدعما الهيئة الوطنية لمكافحة الفساد وأن يراقباها في آن واحد.',
        /حضوري/,
        /طاولة مستديرة/,
        /الجمعة،? ?25 (نوفمبر|تشرين الثاني) 2022/,
        /15:00.{1,6}17:00/,
        /بيروت/,
        /UTC\+2|غرينتش\+2/,
        /Zoom|زوم/,
        /الرابط|رابط/,
        /الإنجليزية/,
        /العربية/,
        /فورية/,
        /الخميس،? ?24 (نوفمبر|تشرين الثاني)/,
        /23:59/,
        'المركز اللبناني للدراسات',
        'المعهد الديمقراطي الوطني',
        'علي طه',
        'باحث',
        ...LINEUP,
    ],
    // The announcement itself is not in these languages; what the service says of it is.
    fr: [
        ...OWN_WORDS,
        /table ronde/i,
        /vendredi 25 novembre 2022/,
        /Beyrouth/,
        /lien/,
        /anglais/,
        /arabe/,
        /simultanée/i,
        /jeudi 24 novembre/,
        /organis/i,
        /partenaire/i,
        /modérat/i,
    ],
    ka: [
        ...OWN_WORDS,
        /მრგვალი მაგიდა/,
        /პარასკევი,? 25 ნოემბერი/,
        /ბეირუთი/,
        /ბმულ/,
        /ინგლისური/,
        /არაბული/,
        /სინქრონული/,
        /ხუთშაბათი,? 24 ნოემბერი/,
        /ორგანიზატორი/,
        /პარტნიორი/,
        /მოდერატორი/,
    ],
    ru: [
        ...OWN_WORDS,
        /круглый стол/i,
        /пятниц[аы],? 25 ноября 2022/,
        /Бейрут/,
        /ссылк/i,
        /английск/,
        /арабск/,
        /синхронн/i,
        /четверг,? 24 ноября/,
        /организатор/i,
        /партн[её]р/i,
        /модератор/i,
    ],
};

/** The facts that `text` lacks. Marks of direction are no part of a fact. */
export function missing(facts, text) {
    const plain = text.replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '').replace(/\s+/g, ' ');
    return facts
        .filter((fact) => (fact instanceof RegExp ? !fact.test(plain) : !plain.includes(fact)))
        .map(String);
}
