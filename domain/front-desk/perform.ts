import { unreachable } from '../../base/kernel/index.ts';
import { cancel, schedule } from '../../base/queue/index.ts';
import { answerPress, change, say, showAnew } from '../chats/index.ts';
import { giveConsent, SUPPORT, setLanguage, withdrawConsent } from '../customers/index.ts';
import { setLooseAside } from '../tickets/index.ts';
import { offerArticle, tellArticle } from './advice-effects.ts';
import { keepAnswer, keepComment, keepNps } from './aftercare-effects.ts';
import type { Buttons, Effect, Words } from './dialogue.types.ts';
import { askOfData } from './privacy-effects.ts';
import { chooseQuietHours, tell } from './quiet.ts';
import { render, renderButtons, type Scene } from './scene.ts';
import {
  addToTicket,
  callPerson,
  closeByCustomer,
  freshenCard,
  leaveByCustomer,
  openTicket,
  reopenByCustomer,
  setNotify,
  showCardAnew,
} from './ticket-effects.ts';

/** The timer that turns words without a topic into a ticket, and puts away a topic without words. */
export const DRAFT_TASK = 'front-desk.draft';

/** Carries out one effect. Everything is written in the scene's transaction; nothing leaves before it commits. */
export async function perform(scene: Scene, effect: Exclude<Effect, { kind: 'again' }>): Promise<void> {
  switch (effect.kind) {
    case 'say':
    case 'edit':
    case 'replaceButtons':
    case 'answer':
      return speak(scene, effect);
    case 'notice':
      await tell(scene, { words: effect.text, buttons: effect.buttons, slot: 'begun' });
      return;
    case 'offerArticle':
      return offerArticle(scene, effect);
    case 'tellArticle':
      return tellArticle(scene, effect.articleId);
    case 'createTicket':
      return openTicket(scene, effect);
    case 'addToTicket':
      return addToTicket(scene, effect);
    case 'setAside':
      return setLooseAside(scene.tx, scene.chat.id);
    case 'showCard':
      return showCardAnew(scene, effect.ticketId);
    case 'refreshCard':
      return freshenCard(scene, effect.ticketId);
    case 'setNotify':
      return setNotify(scene, effect);
    case 'requestPerson':
      return callPerson(scene, effect);
    case 'leaveIncident':
      return leaveByCustomer(scene, effect.ticketId);
    case 'closeTicket':
      return closeByCustomer(scene, effect.ticketId);
    case 'reopenTicket':
      return reopenByCustomer(scene, effect.ticketId);
    case 'rate':
    case 'held':
      return keepAnswer(scene, effect);
    case 'nps':
      return keepNps(scene, effect);
    case 'comment':
      return keepComment(scene, effect);
    case 'setQuiet':
      return chooseQuietHours(scene, scene.customer.id, effect.choice);
    case 'setLanguage':
    case 'recordConsent':
    case 'withdrawConsent':
      return remember(scene, effect);
    case 'askCopy':
    case 'giveCopy':
    case 'askErasure':
      return askOfData(scene, effect);
    case 'startTimer':
    case 'cancelTimer':
      return keepTime(scene, effect);
    default:
      return unreachable(effect);
  }
}

function keepTime({ tx, chat }: Scene, effect: Extract<Effect, { kind: 'startTimer' | 'cancelTimer' }>) {
  const key = `draft:${chat.id}`;
  if (effect.kind === 'cancelTimer') return cancel(tx, key);
  return schedule(tx, { task: DRAFT_TASK, at: effect.at, key, payload: { chat: chat.id } });
}

type Speaking = Extract<Effect, { kind: 'say' | 'edit' | 'replaceButtons' | 'answer' }>;

async function speak(scene: Scene, effect: Speaking): Promise<void> {
  const { tx, chat, press } = scene;
  switch (effect.kind) {
    case 'say': {
      const to = { chat, said: said(scene, effect.text, effect.buttons) };
      return effect.key ? showAnew(tx, to, `${effect.key}:${chat.id}`) : say(tx, to);
    }
    case 'edit':
      if (press?.onMessage === undefined)
        return say(tx, { chat, said: said(scene, effect.text, effect.buttons) });
      return change(tx, { chat, said: said(scene, effect.text, effect.buttons) }, press.onMessage);
    case 'replaceButtons':
      if (press?.onMessage === undefined) return;
      return change(
        tx,
        { chat, said: { buttons: renderButtons(scene.desk, scene.customer.language, effect.buttons) } },
        press.onMessage,
      );
    case 'answer':
      if (!press) return;
      return answerPress(tx, chat, {
        queryId: press.queryId,
        ...(effect.text ? { text: render(scene.desk, scene.customer.language, effect.text) } : {}),
        ...(effect.alert ? { alert: true } : {}),
      });
  }
}

function said(scene: Scene, text: Words, buttons?: Buttons) {
  const { language } = scene.customer;
  return {
    text: render(scene.desk, language, text),
    ...(buttons ? { buttons: renderButtons(scene.desk, language, buttons) } : {}),
  };
}

type Remembering = Extract<Effect, { kind: 'setLanguage' | 'recordConsent' | 'withdrawConsent' }>;

async function remember(scene: Scene, effect: Remembering): Promise<void> {
  const { tx, customer, desk, now } = scene;
  switch (effect.kind) {
    case 'setLanguage':
      await setLanguage(tx, customer.id, effect.language);
      scene.customer = { ...customer, language: effect.language, language_chosen: true };
      return;
    case 'recordConsent':
      await giveConsent(tx, customer.id, {
        purpose: SUPPORT,
        version: effect.version,
        language: customer.language,
        text: desk.translate(customer.language, 'privacy-text', { desk: desk.settings.name }),
        at: now,
      });
      scene.customer = { ...customer, consent: effect.version };
      return;
    case 'withdrawConsent':
      await withdrawConsent(tx, customer.id, { purpose: SUPPORT, at: now });
      scene.customer = { ...customer, consent: null };
  }
}
