import { plainWords } from '../../base/text/index.ts';
import type { Urgency, UrgentReason } from './dialogue.types.ts';

/** Words that pass to a person at once (B5): what they speak of and how urgent they are. Rules of routing choose the queue by the reason. */
export type StopWord = {
  readonly reason: UrgentReason;
  readonly topicSlug?: 'payment' | 'account';
  readonly priority: Exclude<Urgency, 'normal'>;
};

/**
 * One way to say it: each group is found in some word, all within a few words of each other, in any order.
 * A group is alternatives between spaces: a stem that words begin with, or `=word` exactly. Two words written as
 * one are neighbours: `notgo` is "not go" and nothing that stands between them.
 */
type Phrase = readonly string[];

/** How far apart the words of one phrase may stand: more than this and they rarely speak of one thing. */
const SPAN = 6;

const NOT_GONE = 'didntgo doesntgo hasntgone wontgo cantgo notgo nevergo neverwent wouldntgo';
const CARD_RU =
  '=карта =карту =карты =карте =картой =карт карточк =karta =kartu =karty =karti =karte kartochk';
const MONEY =
  '=money =деньги =денег =деньгами =бабки =dengi =deneg =pul =pulum pulumu pullar =para =param =parami';
const ACCOUNT =
  'account profile hesab profil kabinet akkaunt akaunt аккаунт акаунт профил кабинет hesap hesabi';

type Rule = StopWord & {
  readonly phrases: readonly Phrase[];
  /** Only a text of at most so many words says it. */
  readonly atMost?: number;
};

const RULES: readonly Rule[] = [
  {
    reason: 'hacked',
    topicSlug: 'account',
    priority: 'critical',
    phrases: [
      ['=hack =hacked =hacker =hackers =hacking =haker =hakerler hackle heklen haklan xaker khaker xakla'],
      ['взлом взлам хакер хакн vzlom vzlam haknul'],
      [ACCOUNT, 'compromis stolen угна украл украд =увел =увели ukral ukrad ugnal ogurla calin caldi'],
      ['hesab profil kabinet akkaunt akaunt', 'sindirib sindirild'],
      ['hesab hesap profil', '=ele', '=gecirib =gecirildi =gecirdi =gecirilib =gecirdiler =gecirmisler'],
    ],
  },
  {
    reason: 'fraud',
    topicSlug: 'payment',
    priority: 'critical',
    phrases: [
      ['=fraud fraudulent fraudster =scam scammed scammer мошенн мошен аферист moshenn moshen aferist'],
      ['firildaq deleduz dolandir'],
      ['unauthorised unauthorized', 'payment charge transaction transfer'],
      [`${MONEY} ${CARD_RU} =card =cards kartim`, 'stole украл украд крад ukral ukrad ogurla calin caldi'],
    ],
  },
  {
    reason: 'card_blocked',
    topicSlug: 'payment',
    priority: 'high',
    phrases: [
      ['=card =cards', 'block frozen freez froze suspend'],
      [CARD_RU, 'заблок блокир блокн заморо zablok blokir zamoroz'],
      ['=kart kartim kartin karti kartlar', 'blok bloq dondurul kapatil baglanib'],
    ],
  },
  {
    reason: 'payment_failed',
    topicSlug: 'payment',
    priority: 'high',
    phrases: [
      ['payment transaction transfer', '=fail =failed =fails =failing =failure declin unsuccessful rejected'],
      ['payment transaction transfer', NOT_GONE, '=through'],
      ['платеж оплат транзакц', '=непрошел =непрошла =непрошло =непрошли непроход непройд неудал неудае'],
      ['платеж оплат транзакц', 'отклон неуспеш неудач ошибк'],
      [
        'platezh platej platyozh oplat tranzak',
        'neproshel neproshol neproshla neproshlo neproshli neprohod neproxod neprokhod neudal',
      ],
      ['platezh platej oplat tranzak', 'otklon oshibk neuspesh'],
      ['odenis odeme', 'kecmed kecmir kecmey alinmad alinmir alinmay ugursuz redd tutmad tutmur'],
      [
        'odeme islem',
        'basarisiz gecmed gecmiyor reddedil alinamad yapilamad gerceklesmed onaylanmad yapamiyor',
      ],
    ],
  },
  {
    reason: 'kyc',
    topicSlug: 'account',
    priority: 'high',
    phrases: [
      ['kyc верификац verifikaci verifikasi'],
      ['identity passport', 'verif'],
      ['личност', 'подтвер провер'],
      ['lichnost', 'podtver prover'],
      ['sexsiyyet kimlik', 'tesdiq dogrula'],
    ],
  },
  {
    reason: 'security',
    topicSlug: 'account',
    priority: 'high',
    phrases: [['=security безопасност bezopasnost tehlukesizli guvenlik guvenligi']],
  },
  {
    reason: 'asked_for_person',
    priority: 'high',
    atMost: 5,
    phrases: [
      ['=operator =operatora =operatoru =operatorla оператор temsilci'],
      ['=person =human =agent =somebody =someone', '=talk =speak =call =need =want =live =real'],
      ['=человек =человека =человеком =человеку', 'позов позв говор общ живой живого живым соедин нуж хочу'],
      ['=chelovek =cheloveka =chelovekom', 'pozov govor zhiv jiv soedin nuzh nujn xochu hochu'],
      ['=insanla =emekdasla =emekdas =emekdasi', 'danis cagir lazim ist bagla'],
      ['=biriyle =insanla =yetkiliyle =yetkili', 'konus gorus baglan ist'],
    ],
  },
];

type Group = readonly { readonly stem: string; readonly exact: boolean }[];

const READY = RULES.map(({ phrases, atMost = Infinity, ...stop }) => ({
  stop,
  atMost,
  phrases: phrases.map((phrase) => phrase.map(group)),
}));

function group(alternatives: string): Group {
  return alternatives.split(' ').map((word) => ({
    stem: plainWords(word).join(''),
    exact: word.startsWith('='),
  }));
}

/**
 * The most urgent matter that a text speaks of in plain words, if it needs a person at once (B5). Knows inflected
 * forms by their stems, words without diacritics, and Russian typed in Latin letters; when in doubt, says nothing.
 */
export function findStopWord(text: string): StopWord | undefined {
  const words = plainWords(text).map((word, at, all) => ({ word, pair: word + (all[at + 1] ?? '') }));
  return READY.find(
    ({ phrases, atMost }) => words.length <= atMost && phrases.some((phrase) => says(words, phrase)),
  )?.stop;
}

/** A word, and the word written together with its right neighbour. */
type Place = { readonly word: string; readonly pair: string };

function says(words: readonly Place[], phrase: readonly Group[]): boolean {
  const [first, ...others] = phrase;
  if (first === undefined) return false;
  return words.some((word, at) => {
    if (!fits(word, first)) return false;
    // A window on each side of the first group's word, so that the order of the words doesn't matter.
    const near = words.slice(Math.max(0, at - SPAN + 1), at + SPAN);
    return others.every((other) => near.some((candidate) => fits(candidate, other)));
  });
}

function fits({ word, pair }: Place, alternatives: Group): boolean {
  return alternatives.some(({ stem, exact }) =>
    exact ? word === stem || pair === stem : word.startsWith(stem) || pair.startsWith(stem),
  );
}
