import { z } from 'zod';

/** A chat as the people side names it. */
export const chatRef = z
  .union([z.number().int(), z.string().min(1)])
  .describe("A chat id, or @username. For a private chat with a bot: the bot's id or @username.");

/** A file: its bytes in base64, the file_id of a known one, or true for a generated placeholder. */
export const fileInput = z.union([
  z.literal(true).describe('A generated placeholder'),
  z.string().describe('The file_id of a known file'),
  z.object({
    name: z.string().default('file'),
    mime: z.string().default(''),
    data: z.string().describe('Bytes in base64'),
    duration: z.number().optional(),
    width: z.number().optional(),
    height: z.number().optional(),
    emoji: z.string().optional(),
  }),
]);

/** The file inputs after parsing. */
export type FileInput = z.output<typeof fileInput>;

const location = z.object({ latitude: z.number(), longitude: z.number() });
const entity = z.looseObject({ type: z.string(), offset: z.number(), length: z.number() });

const media = {
  photo: fileInput.optional(),
  document: fileInput.optional(),
  video: fileInput.optional(),
  video_note: fileInput.optional(),
  voice: fileInput.optional(),
  audio: fileInput.optional(),
  sticker: fileInput.optional(),
  animation: fileInput.optional(),
};

/** Kinds that people make with tools of their own: a poll, a checklist, dice, a story, paid media, …. */
const otherContent = z.looseObject({}).describe('Any other content, as the Bot API words it in a message');

/** Another content for a message. */
export const editInput = z.object({
  text: z.string().optional(),
  caption: z.string().optional(),
  ...media,
  other: otherContent.optional(),
});

/** Another content, after parsing. */
export type EditInput = z.output<typeof editInput>;

/** The body of a person's message. */
export const sendBody = z.object({
  chat: chatRef,
  text: z.string().optional(),
  ...media,
  location: location.optional(),
  venue: z.looseObject({ location, title: z.string(), address: z.string() }).optional(),
  contact: z
    .looseObject({ phone_number: z.string(), first_name: z.string(), user_id: z.number().optional() })
    .optional(),
  checklist: z
    .object({
      title: z.string().min(1).max(255),
      tasks: z.array(z.string().min(1).max(100)).min(1).max(30),
      others_can_add_tasks: z.boolean().default(false),
      others_can_mark_tasks_as_done: z.boolean().default(false),
    })
    .optional(),
  media_group: z
    .array(z.object({ ...media, caption: z.string().optional() }))
    .min(2)
    .max(10)
    .optional(),
  caption: z.string().optional(),
  other: otherContent.optional(),
  quote: z.string().optional().describe('Words of the message replied to'),
  reply_to: z.coerce.number().int().optional().describe('message_id replied to'),
  thread: z.coerce
    .number()
    .int()
    .optional()
    .describe(
      'message_thread_id of a topic; absent or 1 is General. In direct messages of a channel: the person answered',
    ),
  comment_on: z.coerce.number().int().optional().describe('A post of this channel, to comment on'),
  entities: z.array(entity).optional(),
  forward_from: z
    .union([
      z.object({ chat: chatRef, message_id: z.number().int() }).describe('A message that the person sees'),
      z.object({ name: z.string() }).describe('A hidden user'),
    ])
    .optional(),
});

/** A person's message after parsing. */
export type SendBody = z.output<typeof sendBody>;
