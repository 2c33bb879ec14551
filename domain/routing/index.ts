export { firstReplyEta, type Matter, routeTicket } from './route.ts';
export {
  addQueues,
  addTopics,
  type Clarify,
  type InLanguages,
  type Queue,
  type RoutingMap,
  readRoutingMap,
  type Topic,
  type TopicTexts,
} from './routing.sql.ts';
