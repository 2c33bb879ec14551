/** The door of surveys: the rating after a ticket, "did it hold?", NPS, low ratings, reminders and what closes by itself (F6, F7, U2). */
export {
  AFTERCARE_TASK,
  AftercareJob,
  abandonAt,
  followAftercare,
  stepIsDue,
  takeStep,
} from './aftercare.sql.ts';
export { handleLow, LOW_SCORE, type LowQuery, listLow, readLow } from './low.sql.ts';
export { askNps, commentNps, isLowNps, type NpsFacts, rateNps, readNps } from './nps.sql.ts';
export { drawn, dueAt, type Known, type Past, STEPS, type Step, touched } from './plan.ts';
export {
  type AftercareFacts,
  comment,
  noteHeld,
  rate,
  readAftercare,
  readRating,
} from './ratings.sql.ts';
export {
  AftercareSettings,
  answerBy,
  readAftercareSettings,
  type SurveyStyle,
  saveAftercareSettings,
} from './settings.sql.ts';
