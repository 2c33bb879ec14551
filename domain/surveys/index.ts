/** The door of surveys: the rating after a ticket, "did it hold?", reminders and what closes by itself (F6, F7, U2). */
export {
  AFTERCARE_TASK,
  AftercareJob,
  abandonAt,
  followAftercare,
  saveAftercareSettings,
  takeStep,
} from './aftercare.sql.ts';
export { dueAt, type Past, type Step, touched, type Waits } from './plan.ts';
export {
  type AftercareFacts,
  comment,
  LOW_SCORE,
  noteHeld,
  rate,
  readAftercare,
  readRating,
} from './ratings.sql.ts';
