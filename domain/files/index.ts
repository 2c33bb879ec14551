/** The door of files: what people uploaded, what was fetched, and what Telegram knows already. */
export {
  fileToShow,
  forgetFiles,
  keepFetched,
  keptFile,
  type ShownFile,
  staleFiles,
} from './kept.sql.ts';
export { fileToSend, noteSentFiles, type SentFile, storedToSend, type ToSend } from './sent.sql.ts';
export {
  addPiece,
  finishUpload,
  forgetStarted,
  type OwnStarted,
  piecesOf,
  readStarted,
  type StartedUpload,
  startUpload,
} from './started.sql.ts';
export {
  demandRoom,
  describeUpload,
  keepUpload,
  type NewFile,
  sentKind,
  takeUploads,
  type Upload,
  type Uploader,
} from './uploads.sql.ts';
