/** The door of incidents: a known outage, the tickets that belong to it, and the place where statuses are posted (U5). */
export {
  findMatching,
  type How,
  joinIncident,
  leaveIncident,
  lockSiblings,
  noteTold,
  type Sibling,
  untold,
  wordsIn,
} from './attached.sql.ts';
export {
  demandOpen,
  type Incident,
  type IncidentStatus,
  type IncidentUpdate,
  inLanguage,
  type Standing,
  type Texts,
} from './incident.ts';
export {
  addUpdate,
  insertIncident,
  joinable,
  lockIncident,
  openIncidents,
  sameUpdate,
  standings,
} from './incidents.sql.ts';
export { IncidentRule, matches } from './matching.ts';
export {
  notePlace,
  type PlaceAddress,
  readStatusPlace,
  setStatusPlace,
  statusPlace,
} from './place.sql.ts';
