import type { Call } from '../model.ts';
import { getUpdates } from '../polling.ts';
import { deleteBusinessMessages, getBusinessConnection, readBusinessMessage } from './business.ts';
import { answerCallbackQuery } from './callbacks.ts';
import {
  createChatInviteLink,
  editChatInviteLink,
  exportChatInviteLink,
  getChat,
  pinChatMessage,
  revokeChatInviteLink,
  setChatDescription,
  setChatPermissions,
  setChatTitle,
  unpinAllChatMessages,
  unpinChatMessage,
} from './chat.ts';
import { editMessageChecklist, sendChecklist } from './checklists.ts';
import { copyMessage, forwardMessage, moveMany } from './copy.ts';
import { sendMessageDraft } from './drafts.ts';
import {
  deleteManyMessages,
  deleteMessage,
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup,
  editMessageText,
} from './edit.ts';
import {
  deleteEphemeralMessage,
  editEphemeralMessageCaption,
  editEphemeralMessageMedia,
  editEphemeralMessageReplyMarkup,
  editEphemeralMessageText,
} from './ephemeral.ts';
import { answerInlineQuery, answerWebAppQuery } from './inline.ts';
import {
  answerChatJoinRequestQuery,
  approveChatJoinRequest,
  declineChatJoinRequest,
  sendChatJoinRequestWebApp,
} from './joins.ts';
import { sendMedia, sendMediaGroup } from './media.ts';
import {
  banChatMember,
  getChatAdministrators,
  getChatMember,
  getChatMemberCount,
  leaveChat,
  promoteChatMember,
  restrictChatMember,
  setChatAdministratorCustomTitle,
  unbanChatMember,
} from './members.ts';
import {
  deleteMyCommands,
  getChatMenuButton,
  getFile,
  getMe,
  getMyCommands,
  getMyDefaultAdministratorRights,
  getUserProfilePhotos,
  setChatMenuButton,
  setMyCommands,
  setMyDefaultAdministratorRights,
  textSetting,
} from './profile.ts';
import { setMessageReaction } from './reactions.ts';
import {
  sendChatAction,
  sendContact,
  sendDice,
  sendLocation,
  sendMessage,
  sendPoll,
  sendVenue,
} from './send.ts';
import { setChatMemberTag } from './tags.ts';
import { topicMethods } from './topics.ts';
import { deleteWebhook, getWebhookInfo, nothingToDo, setWebhook } from './webhook.ts';

/** A method of the Bot API: does its work in the world, answers with the result, throws ApiError to refuse. */
export type Handler = (call: Call) => unknown;

const name = textSetting('names', 'name');
const description = textSetting('descriptions', 'description');
const shortDescription = textSetting('shortDescriptions', 'short_description');

/** Every simulated method, by its canonical name. */
export const handlers: Readonly<Record<string, Handler>> = {
  getMe,
  logOut: nothingToDo,
  close: nothingToDo,
  getUpdates,
  setWebhook,
  deleteWebhook,
  getWebhookInfo,
  sendMessage,
  sendPhoto: sendMedia('photo'),
  sendDocument: sendMedia('document'),
  sendVideo: sendMedia('video'),
  sendVideoNote: sendMedia('video_note'),
  sendVoice: sendMedia('voice'),
  sendAudio: sendMedia('audio'),
  sendSticker: sendMedia('sticker'),
  sendAnimation: sendMedia('animation'),
  sendMediaGroup,
  sendLocation,
  sendVenue,
  sendContact,
  sendDice,
  sendPoll,
  sendChatAction,
  editMessageText,
  editMessageCaption,
  editMessageReplyMarkup,
  editMessageMedia,
  deleteMessage,
  deleteMessages: deleteManyMessages,
  answerCallbackQuery,
  setMessageReaction,
  getFile,
  getUserProfilePhotos,
  setMyCommands,
  getMyCommands,
  deleteMyCommands,
  setMyName: name.set,
  getMyName: name.get,
  setMyDescription: description.set,
  getMyDescription: description.get,
  setMyShortDescription: shortDescription.set,
  getMyShortDescription: shortDescription.get,
  setChatMenuButton,
  getChatMenuButton,
  setMyDefaultAdministratorRights,
  getMyDefaultAdministratorRights,
  copyMessage,
  copyMessages: moveMany('copy'),
  forwardMessage,
  forwardMessages: moveMany('forward'),
  ...topicMethods,
  getChat,
  pinChatMessage,
  unpinChatMessage,
  unpinAllChatMessages,
  setChatTitle,
  setChatDescription,
  setChatPermissions,
  exportChatInviteLink,
  createChatInviteLink,
  editChatInviteLink,
  revokeChatInviteLink,
  getChatMember,
  getChatMemberCount,
  getChatAdministrators,
  banChatMember,
  unbanChatMember,
  restrictChatMember,
  promoteChatMember,
  setChatAdministratorCustomTitle,
  leaveChat,
  deleteEphemeralMessage,
  editEphemeralMessageCaption,
  editEphemeralMessageMedia,
  editEphemeralMessageReplyMarkup,
  editEphemeralMessageText,
  sendMessageDraft,
  sendChecklist,
  editMessageChecklist,
  setChatMemberTag,
  approveChatJoinRequest,
  declineChatJoinRequest,
  answerChatJoinRequestQuery,
  sendChatJoinRequestWebApp,
  answerInlineQuery,
  answerWebAppQuery,
  getBusinessConnection,
  readBusinessMessage,
  deleteBusinessMessages,
};
