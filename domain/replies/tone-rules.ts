import type { Language } from '../../base/i18n/index.ts';

/** What good tone is in one language (T6), in small letters. Words are beginnings of words, so that endings do not hide them. */
export type ToneRules = {
  /** A sentence with more words than this is hard to read on a phone. */
  readonly longestSentence: number;
  /** Our words, and what a customer says instead; empty: leave it out. */
  readonly jargon: Readonly<Record<string, string>>;
  /** One thing, one word: what to call it. */
  readonly glossary: Readonly<Record<string, string>>;
  /** Beginnings of words that give bad news. */
  readonly badNews: readonly string[];
  /** Beginnings of words that say what comes next, or ask for it. */
  readonly nextAction: readonly string[];
};

const en: ToneRules = {
  longestSentence: 22,
  jargon: {
    ...{ sla: 'by when', l1: 'the team', l2: 'an expert', escalat: 'passed on', 'ticket routing': '' },
    ...{ 'dear customer': 'the name', 'valued customer': 'the name', 'your call is important': '' },
    ...{ 'as per': 'as', kindly: 'please', 'please be advised': '', utiliz: 'use', 'in order to': 'to' },
    ...{ backend: 'our system', 'the process of': '', 'at the earliest': 'a time', asap: 'a time' },
    ...{ inconvenience: 'what happened' },
  },
  glossary: {
    'log in': 'sign in',
    'log-in': 'sign-in',
    'e-mail': 'email',
    'screen shot': 'screenshot',
    helpdesk: 'support',
  },
  badNews: [
    "can't",
    'cannot',
    'unable',
    'not possible',
    'declin',
    'refus',
    'fail',
    'sorry',
    'unfortunately',
    'blocked',
    'lost',
    'outage',
  ],
  nextAction: [
    'next',
    'send',
    'please',
    'cover',
    'reply',
    'write',
    'open',
    'press',
    'check',
    'choose',
    'wait',
    'try',
    'tap',
    'will',
    "i'll",
    "we'll",
    '/status',
  ],
};

const az: ToneRules = {
  longestSentence: 16,
  jargon: {
    ...{ sla: 'saat neçəyə qədər', l1: 'komanda', l2: 'mütəxəssis', eskalasiya: 'mütəxəssisə ötürmək' },
    ...{
      'hörmətli müştəri': 'ad',
      'dəyərli müştəri': 'ad',
      'zənginiz bizim üçün': '',
      'nəzərinizə çatdırırıq': '',
    },
    ...{
      'bildiririk ki': '',
      'müraciətiniz qeydə alın': 'qəbul etdik',
      'ən qısa zamanda': 'saat',
      bekend: 'sistemimiz',
    },
    ...{ 'yaranmış narahatlıq': 'baş verən' },
  },
  glossary: {
    tiket: 'müraciət',
    login: 'giriş',
    skrinşot: 'ekran şəkli',
    suport: 'dəstək',
    parolunuzu: 'şifrənizi',
  },
  badNews: [
    'mümkün deyil',
    'təəssüf',
    'bilmirik',
    'bilmədik',
    'alınmadı',
    'uğursuz',
    'rədd',
    'bağışlayın',
    'üzr ist',
    'bloklan',
    'itib',
  ],
  nextAction: [
    'göndər',
    'gizlə',
    'lazım',
    'yaz',
    'cavab ver',
    'açın',
    'basın',
    'yoxla',
    'seçin',
    'gözlə',
    'sınayın',
    'toxunun',
    'edin',
    'sonra',
    'növbəti',
    '/status',
  ],
};

const ru: ToneRules = {
  longestSentence: 18,
  jargon: {
    ...{
      sla: 'к какому времени',
      l1: 'команда',
      l2: 'эксперт',
      эскал: 'передать эксперту',
      тикет: 'обращение',
    },
    ...{
      'уважаемый клиент': 'имя',
      'ваш звонок очень важен': '',
      'доводим до вашего сведения': '',
      'сообщаем вам': '',
    },
    ...{
      'в кратчайшие сроки': 'к какому времени',
      'в ближайшее время': 'к какому времени',
      данный: 'этот',
      бэкенд: 'наша система',
    },
    ...{
      осуществл: 'делаем',
      'приносим извинения за доставленные неудобства': 'что мы сделали',
      'в рамках': '',
    },
  },
  glossary: { залогин: 'войти', саппорт: 'поддержка', 'личный аккаунт': 'аккаунт' },
  badNews: [
    'не можем',
    'не получ',
    'невозможно',
    'нельзя',
    'к сожалению',
    'отказ',
    'ошибк',
    'извин',
    'заблокир',
    'потерян',
    'сбой',
  ],
  nextAction: [
    'напиш',
    'пришл',
    'закро',
    'нуж',
    'отправ',
    'ответ',
    'откройте',
    'нажмите',
    'провер',
    'выберите',
    'подожд',
    'попроб',
    'дальше',
    'вернусь',
    'верн',
    '/status',
  ],
};

const tr: ToneRules = {
  longestSentence: 16,
  jargon: {
    ...{
      sla: 'saat kaça kadar',
      l1: 'ekip',
      l2: 'uzman',
      eskal: 'uzmana iletmek',
      ticket: 'talep',
      bilet: 'talep',
    },
    ...{
      'sayın müşteri': 'ad',
      'değerli müşteri': 'ad',
      'aramanız bizim için önemli': '',
      'bilgilerinize sunar': '',
    },
    ...{
      'en kısa sürede': 'saat',
      tarafınıza: 'size',
      tarafımızca: '',
      ivedilikle: 'hemen',
      backend: 'sistemimiz',
    },
    ...{ 'verdiğimiz rahatsızlık': 'olan' },
  },
  glossary: {
    'log in': 'giriş',
    login: 'giriş',
    screenshot: 'ekran görüntüsü',
    'e-mail': 'e-posta',
    şifrem: 'parola',
  },
  badNews: [
    'maalesef',
    'mümkün değil',
    'yapamıyoruz',
    'yapamadık',
    'olmadı',
    'başarısız',
    'reddedil',
    'üzgün',
    'özür',
    'engellen',
    'kayıp',
  ],
  nextAction: [
    'gönder',
    'kapat',
    'gerek',
    'yaz',
    'yanıt',
    'cevap',
    'açın',
    'basın',
    'kontrol',
    'seçin',
    'bekle',
    'deneyin',
    'dokunun',
    'sonra',
    'bak',
    '/status',
  ],
};

/** The rules of each language served. */
export const TONE_RULES: Readonly<Record<Language, ToneRules>> = { az, en, ru, tr };
