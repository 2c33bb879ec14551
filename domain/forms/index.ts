/** The door of forms: what a desk asks for a topic, and what customers answer (M2, C1). */
export {
  type Answer,
  checkAnswers,
  type Given,
  type ShownAnswer,
  showAnswers,
  type Wrong,
} from './answers.ts';
export { type Field, wordsIn } from './field.ts';
export {
  addStarterForms,
  type Form,
  NO_FORM,
  readAnswers,
  readForms,
  saveForm,
  storeAnswers,
} from './forms.sql.ts';
