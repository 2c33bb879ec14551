import { plainWords } from '../../base/text/index.ts';

/** Ways to ask where things stand: each group of words is there, next to nothing but filling words. A word is whole, with `*` its
 * beginning. */
const ASKED = `
  news | new* anything | update* | progress* | any status | status what* | status when | how long | how much longer
  when answer* | when reply* | when respond* | when ready | when done | when fix*
  still wait* | waiting answer | waiting reply | i waiting | am waiting | im waiting | keep waiting
  anyone there | anybody there | anyone here | are there you | you there | hello anyone | forgot* me | forget me | forgotten | what happening | going what on
  новост* | ну что | что там | ну как | как там | как дела обращени* | есть что нибудь | есть ответ | ответ где | ответ будет
  когда ответ* | когда отвеч* | когда решит* | когда будет | когда ждать | сколько ждать | сколько еще ждать | долго ждать | долго еще
  жду | ждать | все еще жду | что слышно | какие подвижки | есть подвижки | статус | каков статус | вы тут | вы здесь | кто нибудь тут | кто нибудь здесь
  забыли меня | забыли | про меня забыли | ау
  novosti | nu chto | chto tam | nu kak | kogda otvet* | dolgo esche | dolgo eshe | zhdu | jdu
  xeber | xeber var | xeberler var | yenilik var | yenilik | yenilikler | ne oldu | ne bas verir | noldu | neticesi ne | netice var | netice
  cavab var | cavab ne zaman | cavab ne vaxt | ne vaxt cavab* | ne zaman cavab* | cavab haqda | cavab olacaq | hani cavab | cavab gozleyir*
  gozleyirem | gozleyirik | ne qeder gozle* | cox gozle* | statusu | veziyyet nece* | vaxt hell ne | kimse var | burdasiniz | buradasiniz | unutdunuz
  haber | haber var | gelisme | gelisme var | gelismeler | bir haber | durum ne | durum nedir | durumu | son durum | ne durumda | ne oldu
  ne zaman yanit* | ne zaman cevap* | ne zaman donus* | ne zaman cozul* | cevap var | yanit var | cevap yok | yanit yok
  bekliyorum | bekliyoruz | ne kadar bekle* | ne kadar surer | daha ne kadar | kimse var | orada misiniz | unuttunuz | sonuc | sonuc var
`;

const FILLING = `
  any anything is there are you the a an on in of for about to with my this that it its yet so and or please pls hi hello hey still now already
  sorry again guys team i im am me we be will do does did have has get got give us can could would your an one ticket question request issue case
  answer reply response today soon long much longer what whats when how who anybody anyone been waiting wait tell news update updates status good morning day evening
  же ли ну а и по о об моему моей мой мою моего моей мне нам вам вы вас у есть какие какая какой какие-нибудь нибудь уже еще все ещё всё пожалуйста привет
  здравствуйте добрый день вечер доброе утро вопрос вопросу вопросом вопроса обращение обращению обращением заявка заявке заявку заявкой тикет тикету там тут
  так что как когда где будет будут ответ ответа ответят ответите решение решения извините простите новости новостей сегодня скоро долго ждать жду с со на за меня я мы про
  po moemu voprosu est uzhe eshe esche otvet otveta budet nu i a li chto kogda
  bir hec her hansi bu barede haqda haqqinda menim mene mənə bize bizim size sizden muracietim muraciet muracietime muracietimle sualim sualima suala sual ile bagli var varmi mi
  salam zehmet olmasa xahis edirem hele hala artiq indi bes axi da de ne nece vaxt zaman olacaq olar oldu verecek vereceksiniz verirsiniz verilecek edeceksiniz cavab cavabi cavabinizi gozleyirem gozleyirik
  yoxdur yox yoxdu yenilik xeber gun sabahiniz xeyir nedir sonra bilmek isteyirem vermirsiniz
  mi mu musunuz misiniz miyiz acaba lutfen merhaba selam iyi gunler aksamlar henuz hala halen daha artik simdi konuda konu hakkinda talebim talebimle talep sorum sorumla ilgili
  benim bana bize sizden sizin size bir haber gelisme cevap yanit cevabinizi yanitinizi bekliyorum bekliyoruz olacak olur var yok verecek vereceksiniz verirsiniz alabilir miyim alabilirim nedir
  donecek doneceksiniz donus kadar zaman ne
`;

type Word = { readonly text: string; readonly stem: boolean };

// A text in a list is written as `plainWords` reads it, so that both are compared alike.
const word = (text: string): Word => ({ text: plainWords(text).join(''), stem: text.endsWith('*') });

const PHRASES: readonly (readonly Word[])[] = ASKED.split(/[|\n]/)
  .map((phrase) => phrase.trim().split(/\s+/).filter(Boolean).map(word))
  .filter((phrase) => phrase.length > 0);

const FILLERS: ReadonlySet<string> = new Set(plainWords(FILLING));

const MOST_WORDS = 9;

/** Whether a message asks only where things stand, in any language served: "any news?", "ну что там?". One that says anything more is
 * not (U4). */
export function isAskingForNews(text: string): boolean {
  const said = plainWords(text);
  if (said.length === 0 || said.length > MOST_WORDS || /\p{N}/u.test(text)) return false;
  return PHRASES.some(
    (phrase) =>
      phrase.every((part) => said.some((one) => fits(one, part))) &&
      said.every((one) => FILLERS.has(one) || phrase.some((part) => fits(one, part))),
  );
}

const fits = (said: string, { text, stem }: Word): boolean => (stem ? said.startsWith(text) : said === text);
