/** The door of replies: macros, the texts that a desk edits, and advice on their tone (T1–T4, T6). */
export { fieldsOf, languageFor, MacroActions, MacroDraft, renderMacro, type Texts } from './macro.ts';
export {
  addMacro,
  addStarterMacros,
  approvalRequired,
  approveMacro,
  type Editing,
  listMacros,
  type Macro,
  type MacroVersion,
  macroNamed,
  macrosInUse,
  readMacro,
  requireApproval,
  saveMacro,
} from './macros.sql.ts';
export { checkText, LONGEST, type Rendered, renderText } from './template.ts';
export { type Advice, checkTone } from './tone.ts';
export { type Field, isBlank, VARIABLES, type Values } from './variables.ts';
