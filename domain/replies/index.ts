/** The door of replies: macros, the texts that a desk edits, and advice on their tone (T1–T4, T6). */
export {
  fieldsOf,
  languageFor,
  MacroActions,
  MacroDraft,
  renderMacro,
  type Texts,
  titleFor,
  tryText,
} from './macro.ts';
export {
  addMacro,
  addStarterMacros,
  approveMacro,
  type Editing,
  listMacros,
  type Macro,
  type MacroVersion,
  macroNamed,
  macrosInUse,
  readMacro,
  returnMacro,
  saveMacro,
} from './macros.sql.ts';
export { type MacroSettings, readMacroSettings, setMacroSettings } from './settings.sql.ts';
export { checkText, LONGEST, type Rendered, renderText } from './template.ts';
export { type Advice, checkTone } from './tone.ts';
export { type Field, isBlank, VARIABLES, type Values } from './variables.ts';
