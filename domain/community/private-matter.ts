import { plainWords } from '../../base/text/index.ts';
import { findStopWord } from '../front-desk/index.ts';

/** Why words are taken for somebody's own matter: what they carry or speak of. */
export type Sign = 'card' | 'iban' | 'email' | 'phone' | 'order' | 'stop_word' | 'own_matter' | 'trouble';

/** How much a sign says; from `ENOUGH` on the words are taken for a private matter. Everybody reads a group: an answer where none was asked
 * for costs more than one that is missing, so no sign that is often innocent is enough alone. */
const WEIGHT: Readonly<Record<Sign, number>> = {
  ...{ card: 4, iban: 4, order: 2, phone: 1, email: 1 },
  ...{ stop_word: 2, own_matter: 2, trouble: 1 },
};
const ENOUGH = 3;
/** Right after a private matter less is enough: it goes on. */
const ENOUGH_MORE = 2;

/** What a text of a group says of its writer's own money, order or account. */
export function signsOf(text: string): Sign[] {
  const words = plainWords(text);
  const signs: Sign[] = [...dataIn(text)];
  if (isOrder(words)) signs.push('order');
  const stop = findStopWord(text);
  if (stop && stop.reason !== 'asked_for_person') signs.push('stop_word');
  if (speaksOfOwn(words)) signs.push('own_matter');
  if (words.some((word) => startsWithAny(word, TROUBLE))) signs.push('trouble');
  return signs;
}

/** Whether a text in a group is somebody's own matter, which is not spoken about there (P2); `more`: it is only if they spoke of one a
 * moment ago. Errs on the quiet side. */
export function privateMatter(text: string): 'yes' | 'more' | 'no' {
  const weight = signsOf(text).reduce((sum, sign) => sum + WEIGHT[sign], 0);
  return weight >= ENOUGH ? 'yes' : weight >= ENOUGH_MORE ? 'more' : 'no';
}

/** Things that people have here. Stems as `plainWords` writes them. */
const THINGS = stems(`
  payment money card account order refund subscription parcel delivery password balance profile invoice
  odenis pul para kart hesab sifaris catdirilma baglama abune parol balans qaytar
  odeme hesap siparis kargo iade abonelik sifre bakiye fatura
  платеж плат оплат деньг денег карт аккаунт акаунт счет заказ возврат подписк посылк доставк парол баланс профил
  platezh oplat dengi deneg zakaz vozvrat podpisk posylk dostavk akkaunt
`);
/** Words that make a thing one's own. */
const MINE = new Set(
  words(`
  my mine me i ive im
  menim mende mene men menden bizim
  benim bende bana ben benden
  мои моя мое моего моеи моему мою моих мне меня у я мною
  moi moya moe moego mne menya ya
`),
);
/** What a thing of one's own ends in where no word says so: "kartım", "sifarişimi", "paramı". */
const OWN_ENDING = /(?:im|um|imi|umu|ima|uma|imda|umda|imdan|umdan|imi[nz]?|umu[nz]?|mi|ma)$/;
const OWN_STEMS = stems(
  'odenis pul para param kart hesab hesap sifaris siparis parol sifre balans bakiye kargo baglama iade',
);
/** Something went wrong, or is waited for. Stems again. */
const TROUBLE = stems(`
  fail declin stuck missing lost blocked wrong charged twice never didnt doesnt cant wont havent hasnt where when refund
  gelm gelmir kecm kecmir islemir olmur bloklan itib cixilib cixilmis harda haradad haqda niye qaytar silin
  gelmed gelmiyor calismiyor gecm kayip bloke cekild nerede neden iade
  не где когда почему пропал списал заблок потерял верн возврат завис отклон
  ne gde kogda pochemu propal spisal zablok vern
`);

function stems(list: string): readonly string[] {
  return words(list);
}
function words(list: string): string[] {
  return list.trim().split(/\s+/);
}

const startsWithAny = (word: string, beginnings: readonly string[]): boolean =>
  beginnings.some((stem) => (stem.length < 4 ? word === stem : word.startsWith(stem)));

/** "My card", "у меня платёж", "kartım": a thing of the writer's own, the words near each other. */
function speaksOfOwn(said: readonly string[]): boolean {
  return said.some((word, at) => {
    if (OWN_STEMS.some((stem) => word.startsWith(stem) && OWN_ENDING.test(word.slice(stem.length))))
      return true;
    if (!startsWithAny(word, THINGS)) return false;
    return said.slice(Math.max(0, at - 4), at + 5).some((near) => MINE.has(near));
  });
}

const ORDER = stems('order sifaris siparis заказ zakaz invoice ticket');

/** An order with its number. */
function isOrder(said: readonly string[]): boolean {
  return said.some(
    (word, at) =>
      ORDER.some((stem) => word.startsWith(stem)) &&
      said.slice(Math.max(0, at - 2), at + 3).some((near) => /^\d{3,}$/.test(near)),
  );
}

function* dataIn(text: string): Generator<Sign> {
  for (const [digits] of text.matchAll(/\d(?:[ -]?\d){12,18}/g)) {
    if (isCardNumber(digits.replace(/\D/g, ''))) {
      yield 'card';
      break;
    }
  }
  if (/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/.test(text)) yield 'iban';
  if (/[\w.+-]+@[\w-]+\.[a-z]{2,}/i.test(text)) yield 'email';
  if (/(?<![\d.])\+?\d(?:[ ()-]{0,2}\d){8,13}(?!\d)/.test(text)) yield 'phone';
}

/** The last digit of a card's number is a check of the others (Luhn). */
function isCardNumber(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length >= 13 && sum % 10 === 0;
}
