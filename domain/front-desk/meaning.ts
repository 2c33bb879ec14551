import { plainWords } from '../../base/text/index.ts';

/** Blank characters that count as letters in Unicode (Hangul fillers), and keycaps, whose digit is a picture. */
const BLANK_LETTERS = /[\u115F\u1160\u3164\uFFA0]|[0-9#*]\uFE0F?\u20E3/gu;

/** Whether a text has no word or number in it: emoji, punctuation, zero-width characters, nothing (B6). */
export function isEmptyOfMeaning(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text.replace(BLANK_LETTERS, ''));
}

// Every list holds plain words: as `plainWords` writes them.
const THANKS = words(`
  thanks thank thx ty tnx cheers appreciated appreciate
  спасибо спс пасибо благодарю благодарен благодарна спасиб spasibo spasiba
  tesekkur tesekkurler sagol sagolun sag cox minnetdaram minnettarim eyvallah
`);
const KIND = words(`
  ok okay great perfect super cool excellent nice good fine solved understood
  ок окей хорошо отлично супер понял поняла понятно ясно здорово помогло решено
  oldu ela aydindir basa dusdum yaxsi tamam harika guzel anladim cozuldu hell olundu
`);
const FILLERS = words(`
  you so very much a lot for the your help it its is works now all everything again and this that helped me
  вам тебе большое огромное за помощь все всё и уже теперь работает очень вас
  siz size ol olun edirem edirik ucun komek komeyiniz her sey isleyir indi
  ederim ederiz cok icin yardim yardiminiz sana simdi calisiyor
`);

function words(list: string): ReadonlySet<string> {
  return new Set(plainWords(list));
}

/** Whether a text only thanks or agrees, in any language served; anything more ("thanks, but…") is not. */
export function isThanks(text: string): boolean {
  const said = plainWords(text);
  if (said.length === 0) return /[👍🙏❤🤝😊🙂😀😃😄😁🥰😍👌💪🎉✅💯♥🫶🤗]/u.test(text);
  if (said.length > 8 || /[?？؟]/.test(text)) return false;
  const kind = said.some((word) => THANKS.has(word) || KIND.has(word));
  return kind && said.every((word) => THANKS.has(word) || KIND.has(word) || FILLERS.has(word));
}
