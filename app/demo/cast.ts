/** What an agent does to a demo's ticket, in order. */
export type AgentStep = { do: 'reply' | 'ask' | 'resolve' | 'note'; by: 'Aysel' | 'Murad'; text: string };

/** A customer of the demo and their matter. */
export type Part = {
  first_name: string;
  last_name?: string;
  username?: string;
  language_code: 'az' | 'en' | 'ru' | 'tr';
  topic: 'payment' | 'account' | 'feature' | 'complaint' | 'idea';
  words: readonly Record<string, unknown>[];
  answers: readonly AgentStep[];
};

/** Who works at the demo's desk. */
export const STAFF = [
  { name: 'Aysel', role: 'l1', language: 'az' },
  { name: 'Murad', role: 'l2', language: 'ru' },
  { name: 'Nigar', role: 'admin', language: 'en' },
] as const;

/** Who asks, and what. */
export const CAST: readonly Part[] = [
  {
    first_name: 'Leyla',
    last_name: 'Məmmədova',
    username: 'leyla_m',
    language_code: 'az',
    topic: 'payment',
    words: [
      { text: '25 AZN ödədim, sifariş 8841. Pul çıxılıb, amma sifariş gəlməyib.' },
      { photo: true, caption: 'Bankdan gələn bildiriş' },
    ],
    answers: [],
  },
  {
    first_name: 'Иван',
    last_name: 'Соколов',
    username: 'sokolov_i',
    language_code: 'ru',
    topic: 'account',
    words: [{ text: 'Поменял телефон и теперь не приходит код для входа. Номер старый, но симка новая.' }],
    answers: [
      {
        do: 'reply',
        by: 'Aysel',
        text: 'Здравствуйте! Вижу ваш аккаунт. Отправила код ещё раз по СМС: пришёл ли он?',
      },
      { do: 'note', by: 'Aysel', text: 'Оператор сменил маршрут СМС сегодня утром, см. канал инцидентов.' },
    ],
  },
  {
    first_name: 'Emre',
    last_name: 'Yılmaz',
    language_code: 'tr',
    topic: 'feature',
    words: [{ text: 'Adresimi nereden değiştirebilirim? Ayarlarda bulamadım.' }],
    answers: [{ do: 'ask', by: 'Aysel', text: 'hangi siparişin adresini değiştirmek istediğiniz' }],
  },
  {
    first_name: 'Sarah',
    last_name: 'Lindqvist',
    username: 'sarahl',
    language_code: 'en',
    topic: 'complaint',
    words: [{ text: 'The courier left my parcel at the wrong door and was rude about it. Order 9120.' }],
    answers: [
      {
        do: 'reply',
        by: 'Murad',
        text: 'I am sorry it went that way, Sarah. I have spoken to the courier service.',
      },
      {
        do: 'resolve',
        by: 'Murad',
        text: 'Your parcel is at your door now, and the delivery fee is refunded.',
      },
    ],
  },
  {
    first_name: 'Rəşad',
    language_code: 'az',
    topic: 'idea',
    words: [{ text: 'Tətbiqdə qaranlıq rejim olsa, gecələr çox rahat olardı.' }],
    answers: [],
  },
  {
    first_name: 'Olga',
    last_name: 'Petrenko',
    username: 'olga_p',
    language_code: 'ru',
    topic: 'payment',
    words: [{ text: 'Мой аккаунт взломали, вижу чужой платёж на 300 манат!' }],
    answers: [],
  },
];
