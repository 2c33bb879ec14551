import { z } from 'zod';
import { Language, Moment, RequestKey, Tag } from './common.ts';
import { Priority } from './tickets.ts';

/** What the agent fills in. */
export const MacroField = z.enum(['field', 'what', 'next', 'detail']);
/** See the schema of the same name. */
export type MacroField = z.infer<typeof MacroField>;

/** What a macro does besides writing (T4). `ask`: its text is the question that the ticket waits for; `resolve`: its text is the summary
 * that ends the ticket; `nobody`: the ticket goes back to its queue; `snooze`: out of its queue for so many minutes. */
export const MacroActions = z.strictObject({
  status: z.enum(['ask', 'resolve']).optional(),
  queue: z.string().min(1).max(64).optional(),
  assignee: z.enum(['me', 'nobody']).optional(),
  priority: Priority.optional(),
  tag: z.array(Tag).min(1).max(10).optional(),
  untag: z.array(Tag).min(1).max(10).optional(),
  snooze: z.int().min(1).max(129_600).optional(),
});
/** See the schema of the same name. */
export type MacroActions = z.infer<typeof MacroActions>;

/** A text for at least one language. */
const Texts = z.partialRecord(Language, z.string().max(3900));

const title = z.string().trim().min(1).max(80);
/** Titles in languages that have one of their own; `title` serves the others. */
const Titles = z.partialRecord(Language, title);

/** A macro as somebody writes it (`POST /api/macros`). `topic` is a slug; null: for all topics. Texts name `name`, `agent`, `ticket`,
 * `topic`, `eta`, `time`, `language`, `desk`, `status` and the fields in double braces. */
export const MacroDraft = z.strictObject({
  title,
  titles: Titles.default({}),
  topic: z.string().min(1).max(64).nullable().default(null),
  place: z.enum(['ticket', 'channel']).default('ticket'),
  texts: Texts,
  actions: MacroActions.default({}),
});

/** See the schema of the same name. */
export type MacroDraft = z.infer<typeof MacroDraft>;

/** The next version of a macro (`PUT /api/macros/:id`); `base` is the version that was edited. */
export const MacroChange = z.object({ base: z.int().positive(), draft: MacroDraft });
/** Approves the newest version, which the approver names. */
export const MacroApproval = z.object({ version: z.int().positive() });

/** Sends the newest version, which is named, back to its author (`POST /api/macros/:id/return`). */
export const MacroReturn = z.object({ version: z.int().positive(), why: z.string().trim().min(1).max(500) });

/** One version of a macro; `author` null: it came with Nightdesk. */
export const MacroVersion = z.object({
  id: z.int(),
  version: z.int(),
  title: z.string(),
  titles: Titles,
  topic: z.string().nullable(),
  place: z.enum(['ticket', 'channel']),
  texts: Texts,
  actions: MacroActions,
  author: z.string().nullable(),
  created_at: Moment,
});

/** A macro in its newest version. Agents use `approved_version`; null: none yet. `returned`: who sent the newest version back, and why. */
export const Macro = MacroVersion.extend({
  /** Its name, where it came with Nightdesk. */
  slug: z.string().nullable(),
  approved_version: z.int().nullable(),
  state: z.enum(['draft', 'approved', 'returned']),
  returned: z.object({ by: z.string().nullable(), why: z.string() }).nullable(),
});
/** See the schema of the same name. */
export type Macro = z.infer<typeof Macro>;

/** A macro with all its versions, newest first. */
export const MacroHistory = Macro.extend({ versions: z.array(MacroVersion) });
/** See the schema of the same name. */
export type MacroHistory = z.infer<typeof MacroHistory>;

/** Macros for a ticket; `q` searches titles and texts, of every topic. */
export const MacroQuery = z.object({
  ticket: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER),
  q: z.string().max(100).optional(),
});

/** A macro as it would read in a ticket. `missing` has no value there and stands in the text as `[name]`: it cannot be sent so. */
export const MacroPreview = z.object({
  id: z.int(),
  version: z.int(),
  title: z.string(),
  topic: z.string().nullable(),
  actions: MacroActions,
  language: Language,
  text: z.string(),
  missing: z.array(z.string()),
  fields: z.array(MacroField),
});
/** See the schema of the same name. */
export type MacroPreview = z.infer<typeof MacroPreview>;

const fields = z.partialRecord(MacroField, z.string().max(1000));

/** A text that is being written, as it would read in a ticket (`POST /api/macros/preview`; null: with made-up values). */
export const MacroDraftPreviewRequest = z.object({
  text: z.string().max(3900),
  language: Language,
  actions: MacroActions.default({}),
  ticket: z.int().positive().nullable().default(null),
  fields: fields.default({}),
});
/** See the schema of the same name. */
export type MacroDraftPreviewRequest = z.input<typeof MacroDraftPreviewRequest>;
/** See there; `missing` and `fields` as in `MacroPreview`. */
export const MacroDraftPreview = z.object({
  text: z.string(),
  missing: z.array(z.string()),
  fields: z.array(MacroField),
});

/** What the agent fills in, to see how a macro would read. */
export const MacroFields = z.object({ fields });
/** Uses a macro in a ticket: it writes and acts at once. */
export const MacroUse = z.object({ fields: fields.default({}), request_key: RequestKey });

/** Whether new versions have to be approved before agents can use them, and whether advice on tone has to be followed (`tone_gate`): then
 * a text that there is advice on is neither saved nor approved. */
export const MacroSettings = z.object({ approval_required: z.boolean(), tone_gate: z.boolean() });
/** Changes one of them, or both. */
export const MacroSettingsChange = MacroSettings.partial();
/** See the schema of the same name. */
export type MacroSettings = z.infer<typeof MacroSettings>;

/** A text to be looked at (`POST /api/tone`). */
export const ToneRequest = z.object({ text: z.string().max(3900), language: Language });

/** Advice on a text (T6). `words`: the place; `better`: what to say instead. */
export const ToneAdvice = z.object({
  code: z.enum(['long_sentence', 'wall_of_text', 'jargon', 'glossary', 'exclamation', 'no_next_action']),
  words: z.string().optional(),
  better: z.string().optional(),
});
/** See the schema of the same name. */
export type ToneAdvice = z.infer<typeof ToneAdvice>;
/** All advice on a text; none: nothing to say. */
export const ToneAdvices = z.array(ToneAdvice);
