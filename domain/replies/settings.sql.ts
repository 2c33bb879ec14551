import type { Db, Tx } from '../../base/db/index.ts';
import { LANGUAGES } from '../../base/i18n/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { record } from '../audit/index.ts';
import { type Actor, authorOf, demand } from '../staff/index.ts';
import type { Texts } from './macro.ts';
import { checkTone } from './tone.ts';

/** What a desk demands of macros: approval before a version is used (T3), and that advice on tone is followed (T6). */
export type MacroSettings = { approvalRequired: boolean; toneGate: boolean };

/** Reads what a desk demands of macros. */
export async function readMacroSettings(db: Db): Promise<MacroSettings> {
  const row = await db.selectFrom('reply_settings').selectAll().executeTakeFirst();
  return { approvalRequired: row?.approval_required ?? false, toneGate: row?.tone_gate ?? false };
}

/** Changes what is demanded of what is saved from now on. */
export async function setMacroSettings(
  tx: Tx,
  set: Partial<MacroSettings>,
  by: { actor: Actor; now: Date },
): Promise<void> {
  demand(by.actor, 'macros.approve');
  const before = await readMacroSettings(tx);
  const after = { ...before, ...set };
  await tx
    .updateTable('reply_settings')
    .set({ approval_required: after.approvalRequired, tone_gate: after.toneGate })
    .execute();
  const fields = ({ approvalRequired: approval, toneGate: tone_gate }: MacroSettings) => ({
    ...{ approval, tone_gate },
  });
  await record(tx, {
    ...{ by: authorOf(by.actor), action: 'macro.settings', object: { kind: 'settings', id: 'macros' } },
    ...{ before: fields(before), after: fields(after), now: by.now },
  });
}

/** Where tone is a gate, refuses (`invalid`) texts that there is advice on; the details name the language (T6). */
export async function demandTone(tx: Tx, texts: Texts): Promise<void> {
  if (!(await readMacroSettings(tx)).toneGate) return;
  for (const language of LANGUAGES) {
    const advice = checkTone(texts[language] ?? '', language).length;
    if (texts[language] !== undefined && advice > 0) {
      throw new DomainError('invalid', 'macro_tone', { language, advice });
    }
  }
}
