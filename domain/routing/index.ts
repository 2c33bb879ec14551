export { type Matter, type Route, routeByReason, routeTicket } from './route.ts';
export {
  type Assignment,
  addQueues,
  addTopics,
  type Clarify,
  type InLanguages,
  type Queue,
  type RoutingMap,
  readRoutingMap,
  replaceRoutingRules,
  setQueue,
  type Topic,
  type TopicTexts,
} from './routing.sql.ts';
export { RoutingRule } from './rules.ts';
