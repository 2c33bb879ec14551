/** The door of the desk's places in Telegram: its channel and its community group (P1, P2). */
export { forgetCarried } from './carried.sql.ts';
export { onCarried } from './carry.ts';
export { FAQ_TASK, faqSoon, publishFaq } from './faq.ts';
export { handleTidy, hearPlace, TIDY_TASK } from './listen.ts';
export {
  checkPlaces,
  choosePlace,
  confirmPlaceText,
  leavePlace,
  setFaq,
  setOfficialAccounts,
  setPlaceText,
  setPlaceTopic,
} from './manage.ts';
export { hearPlaceOutcome } from './outcomes.ts';
export { placesPage } from './page.ts';
export { type Lack, missing, type PlaceKind, type Places } from './place.ts';
export { readPlaces } from './places.sql.ts';
export { onPrivateSetup } from './setup.ts';
export { handlePlacesRound, PLACES_TASK, schedulePlacesRound } from './tend.ts';
