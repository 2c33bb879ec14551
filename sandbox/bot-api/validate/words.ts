/** What the official server says about a parameter that is missing, broken or out of bounds. Keys: `field` or `method.field`. */

/** Said when a required parameter is missing; everything else gets `parameter "x" is required`. */
export const MISSING: Readonly<Record<string, string>> = {
  chat_id: 'chat_id is empty',
  from_chat_id: 'chat_id is empty',
  user_id: 'invalid user_id specified',
  text: 'message text is empty',
  photo: 'there is no photo in the request',
  audio: 'there is no audio in the request',
  document: 'there is no document in the request',
  video: 'there is no video in the request',
  animation: 'there is no animation in the request',
  voice: 'there is no voice in the request',
  video_note: 'there is no video note in the request',
  sticker: 'there is no sticker in the request',
  latitude: 'latitude is empty',
  longitude: 'longitude is empty',
  action: 'wrong parameter action in request',
  file_id: 'file_id not specified',
  message_ids: 'message identifiers are not specified',
  message_id: 'message identifier is not specified',
  message_thread_id: 'message thread not found',
  callback_query_id: 'query is too old and response timeout expired or query ID is invalid',
  'deleteMessage.message_id': 'message to delete not found',
  'forwardMessage.message_id': 'message to forward not found',
  'copyMessage.message_id': 'message to copy not found',
  'pinChatMessage.message_id': 'message to pin not found',
  'setMessageReaction.message_id': 'message to react not found',
  'stopPoll.message_id': 'message with poll to stop not found',
  'createForumTopic.name': 'title must be non-empty',
  'editGeneralForumTopic.name': 'title must be non-empty',
  'setChatTitle.title': 'title must be non-empty',
};

/** Required on paper, but the official server takes their absence or emptiness as a value. */
export const MAY_BE_EMPTY: ReadonlySet<string> = new Set([
  'setWebhook.url',
  'setMyCommands.commands',
  'setChatAdministratorCustomTitle.custom_title',
  'setBusinessAccountName.first_name',
]);

/** Looked at only after the chat is known to be named. */
export const AFTER_CHAT: ReadonlySet<string> = new Set(['message_id', 'message_thread_id', 'name', 'title']);

/** Said when a parameter is not the JSON that it should be; everything else is called by its own name. */
export const JSON_NAMES: Readonly<Record<string, string>> = {
  reply_markup: 'reply keyboard markup',
  link_preview_options: 'link preview options',
  reply_parameters: 'reply parameters',
  menu_button: 'menu button',
  rights: 'ChatAdministratorRights',
  mask_position: 'mask position',
  emoji_list: 'emoji list',
  reaction: 'reaction types',
  scope: 'BotCommandScope',
  shipping_options: 'shipping options',
  'editMessageMedia.media': 'input media',
};

/** Said when JSON of another kind stands there. */
export const EXPECTED: Readonly<Record<string, string>> = {
  reply_markup: 'object expected as reply markup',
  link_preview_options: 'object expected as link preview options',
  reply_parameters: 'object expected as reply parameters',
  permissions: 'object expected as permissions',
  menu_button: "can't parse menu button: MenuButton must be an Object",
  rights: "can't parse ChatAdministratorRights: ChatAdministratorRights must be an Object",
  scope: "can't parse BotCommandScope: BotCommandScope must be an Object",
  'sendMediaGroup.media': 'expected an Array of InputMedia',
  'editMessageMedia.media': "can't parse InputMedia: expected an Object",
  commands: 'expected an Array of BotCommand',
  reaction: 'expected an Array of ReactionType',
  options: 'expected an Array of String as options',
  message_ids: 'expected an Array of message identifiers',
  prices: 'expected an Array of labeled prices',
  stickers: 'expected an Array of InputSticker',
  results: 'expected an Array of inline query results',
};

/** Faults inside these are reported without the usual "can't parse X: " before them. */
export const UNPREFIXED: ReadonlySet<string> = new Set([
  'link_preview_options',
  'reply_parameters',
  'permissions',
]);

/** What the parts of a parameter are called in "can't parse X: "; everything else is called by its type. */
export const PART_NAMES: Readonly<Record<string, string>> = {
  media: 'InputMedia',
  menu_button: 'menu button',
  mask_position: 'mask position',
  emoji_list: 'emoji list',
  prices: 'labeled price',
};

/** Said when the discriminator of a union has a value that none of the alternatives has. */
export const UNKNOWN_KIND: Readonly<Record<string, string>> = {
  MenuButton: 'MenuButton has unsupported type',
  ReactionType: 'invalid reaction type specified',
  BotCommandScope: 'Unsupported type specified',
  PassportElementError: 'wrong source specified',
};

/** Said when a plain value is none of those allowed. */
export const UNKNOWN_VALUE: Readonly<Record<string, string>> = {
  action: 'wrong parameter action in request',
  'sendPoll.type': 'unsupported poll type specified',
};

/** Texts and lists over their limits. */
export const TOO_LONG: Readonly<Record<string, string>> = {
  'answerCallbackQuery.text': 'MESSAGE_TOO_LONG',
  'setWebhook.secret_token': 'secret token is too long',
  'setChatAdministratorCustomTitle.custom_title': 'ADMIN_RANK_INVALID',
  'sendPoll.question': 'poll question length must not exceed 300',
  'sendPoll.options': "poll can't have more than 12 options",
  'sendMediaGroup.media': 'too many messages to send as an album',
  message_ids: 'too many message identifiers specified',
  commands: 'BOT_COMMANDS_TOO_MUCH',
  stickers: 'too many stickers specified',
  emoji_list: 'too many emoji specified',
};

/** Lists under their limits. */
export const TOO_SHORT: Readonly<Record<string, string>> = {
  'sendMediaGroup.media': 'there are no messages to send',
  'sendPoll.options': 'poll must have at least 1 option',
  message_ids: 'message identifiers are not specified',
  emoji_list: 'emoji list must be non-empty',
};

/** Lists that may be shorter than documented: one photo is sent as an ordinary message. */
export const AT_LEAST: Readonly<Record<string, number>> = { 'sendMediaGroup.media': 1 };

/** Longer values are cut, not refused. */
export const CUT: ReadonlySet<string> = new Set([
  'createForumTopic.name',
  'editForumTopic.name',
  'editGeneralForumTopic.name',
  'setChatTitle.title',
  'setChatDescription.description',
  'createChatInviteLink.name',
  'editChatInviteLink.name',
]);

/** The words for a parameter: of its method, of its name, or the fallback. */
export const wordsFor = (
  table: Readonly<Record<string, string>>,
  place: { method: string; field: string },
  fallback: string,
): string => table[`${place.method}.${place.field}`] ?? table[place.field] ?? fallback;
