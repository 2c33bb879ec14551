/** Rules that tie parameters together or that the documentation gives in words only. */
import { asObject } from './json.ts';
import { checkLink } from './link.ts';
import { refuse } from './refusal.ts';

type Params = Record<string, unknown>;

const EDITS = new Set([
  'editMessageText',
  'editMessageCaption',
  'editMessageMedia',
  'editMessageReplyMarkup',
]);

const checkSomeText = (params: Params): void => {
  if (!params.text && params.rich_message === undefined) refuse('message text is empty');
};

/** An edit names its message by chat and number, or by an inline identifier. */
const checkEdit = (method: string, params: Params): void => {
  const { chat_id: chat, message_id: message, inline_message_id: inline } = params;
  if (method === 'editMessageText') checkSomeText(params);
  if (inline !== undefined) return;
  if (chat === undefined)
    refuse(message === undefined ? 'message identifier is not specified' : 'chat_id is empty');
  if (message === undefined) refuse('message to edit not found');
};

const checkCommands = (list: unknown): void => {
  for (const item of Array.isArray(list) ? (list as { command: string; description: string }[]) : []) {
    const command = item.command.trim().replace(/^\//, '');
    if (command === '') refuse("can't parse BotCommand: Command must be non-empty");
    if (!/^[a-z0-9_]{1,32}$/.test(command)) refuse('BOT_COMMAND_INVALID');
    const { length } = item.description.trim();
    if (length < 1 || length > 256) refuse('BOT_COMMAND_DESCRIPTION_INVALID');
  }
};

const checkReply = (parameters: Params | undefined): void => {
  if (parameters === undefined || Object.keys(parameters).length === 0) return;
  const { message_id: message, ephemeral_message_id: ephemeral } = parameters;
  if (message === undefined && ephemeral === undefined) refuse('can\'t find field "message_id"');
};

const checkMenuButton = (button: Params | undefined): void => {
  const url = asObject(button?.web_app)?.url;
  if (typeof url !== 'string') return;
  const link = checkLink(url, true);
  if ('fault' in link) refuse(`menu button Web App URL '${url}' is invalid: ${link.fault}`);
};

const checkPlace = ({ latitude, longitude }: Params): void => {
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) refuse('wrong location specified');
};

/** Throws the official refusal of parameters that are right one by one but not together. */
export const checkTogether = (method: string, params: Params): void => {
  if (EDITS.has(method)) checkEdit(method, params);
  if (method === 'editEphemeralMessageText') checkSomeText(params);
  if (method === 'setMyCommands') checkCommands(params.commands);
  if (
    method === 'setWebhook' &&
    typeof params.secret_token === 'string' &&
    !/^[\w-]*$/.test(params.secret_token)
  ) {
    refuse('secret token contains unallowed characters');
  }
  checkPlace(params);
  checkMenuButton(asObject(params.menu_button));
  checkReply(asObject(params.reply_parameters));
};
