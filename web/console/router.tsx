import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import type { Session } from '../../contract/index.ts';
import { ApiError } from '../ui/api.ts';
import { useText } from '../ui/i18n.tsx';
import { rememberPlace } from './data/kept.ts';
import { isView, sessionQuery } from './data/queries.ts';
import { InboxScreen } from './inbox/inbox.tsx';
import { InboxSkeleton } from './inbox/skeletons.tsx';
import { Problem } from './parts/problem.tsx';
import { SECTIONS, sectionsOf } from './settings/sections.ts';
import { SignInScreen } from './sign-in/sign-in.tsx';

const word = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

function Broken({ error, reset }: ErrorComponentProps) {
  const text = useText();
  return <Problem title={text('console-problem-start')} error={error} retry={reset} />;
}

const rootRoute = createRootRouteWithContext<{ memory: QueryClient }>()({
  component: Outlet,
  errorComponent: Broken,
  notFoundComponent: Lost,
});

/** An address that leads nowhere leads to the inbox. */
function Lost() {
  const text = useText();
  return (
    <p style={{ padding: '2rem', textAlign: 'center' }}>
      <a href="/console/">{text('console-lost')}</a>
    </p>
  );
}

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search): { token?: string } => {
    const token = word(search['token']);
    return token ? { token } : {};
  },
  component: SignInScreen,
});

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox/$view', params: { view: 'waiting' }, search: {}, replace: true });
  },
});

const ticketLinkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tickets/$ticket',
  beforeLoad: ({ params }) => {
    throw redirect({
      to: '/inbox/$view/$ticket',
      params: { view: 'all', ticket: params.ticket },
      search: {},
      replace: true,
    });
  },
});

/** Who is signed in; who is not goes to sign in, and then comes back. */
async function signedIn(memory: QueryClient, href: string): Promise<Session> {
  try {
    return await memory.ensureQueryData(sessionQuery);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    rememberPlace(href);
    throw redirect({ to: '/sign-in', search: {}, replace: true });
  }
}

const inboxRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/inbox/$view',
  validateSearch: (search): { q?: string } => {
    const q = word(search['q']);
    return q ? { q } : {};
  },
  beforeLoad: async ({ context, params, location }) => {
    if (!isView(params.view)) {
      throw redirect({ to: '/inbox/$view', params: { view: 'waiting' }, search: {}, replace: true });
    }
    await signedIn(context.memory, location.href);
  },
  component: InboxScreen,
  pendingComponent: InboxSkeleton,
  pendingMs: 150,
  errorComponent: Broken,
});

/** The address of an open ticket; the inbox around it shows it. */
const ticketRoute = createRoute({ getParentRoute: () => inboxRoute, path: '/$ticket' });

const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings',
  beforeLoad: async ({ context, location }) => {
    const sections = sectionsOf(await signedIn(context.memory, location.href));
    if (sections.length === 0) throw redirect({ to: '/', replace: true });
    const known = SECTIONS.find(({ to }) => location.pathname.startsWith(to));
    if (known && !sections.includes(known)) throw redirect({ to: '/settings', replace: true });
  },
  component: lazyRouteComponent(() => import('./settings/shell.tsx'), 'SettingsScreen'),
  errorComponent: Broken,
});

const settingsPages = [
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/',
    component: lazyRouteComponent(() => import('./settings/shell.tsx'), 'FirstSection'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/queues',
    component: lazyRouteComponent(() => import('./settings/queues/page.tsx'), 'QueuesPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/sla',
    component: lazyRouteComponent(() => import('./settings/sla/page.tsx'), 'SlaPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/macros',
    component: lazyRouteComponent(() => import('./settings/macros/page.tsx'), 'MacrosPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/macros/$macro',
    component: lazyRouteComponent(() => import('./settings/macros/macro.tsx'), 'MacroPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/automation',
    component: lazyRouteComponent(() => import('./settings/automation/page.tsx'), 'AutomationPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/automation/$rule',
    component: lazyRouteComponent(() => import('./settings/automation/rule.tsx'), 'AutomationRulePage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/knowledge',
    component: lazyRouteComponent(() => import('./settings/knowledge/page.tsx'), 'KnowledgePage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/knowledge/$article',
    component: lazyRouteComponent(() => import('./settings/knowledge/article.tsx'), 'ArticlePage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/surveys',
    component: lazyRouteComponent(() => import('./settings/surveys/page.tsx'), 'SurveysPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/ratings',
    component: lazyRouteComponent(() => import('./settings/ratings/page.tsx'), 'RatingsPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/forms',
    component: lazyRouteComponent(() => import('./settings/forms/page.tsx'), 'FormsPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/incidents',
    component: lazyRouteComponent(() => import('./settings/incidents/page.tsx'), 'IncidentsPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/places',
    component: lazyRouteComponent(() => import('./settings/places/page.tsx'), 'PlacesPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/concierge',
    component: lazyRouteComponent(() => import('./settings/concierge/page.tsx'), 'ConciergePage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/unsent',
    component: lazyRouteComponent(() => import('./settings/unsent/page.tsx'), 'UnsentPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/staff-forum',
    component: lazyRouteComponent(() => import('./settings/staff-forum/page.tsx'), 'StaffForumPage'),
  }),
] as const;

const routeTree = rootRoute.addChildren([
  homeRoute,
  signInRoute,
  ticketLinkRoute,
  inboxRoute.addChildren([ticketRoute]),
  settingsRoute.addChildren(settingsPages),
]);

/** The console's addresses. */
export const createConsoleRouter = (memory: QueryClient) =>
  createRouter({ routeTree, basepath: '/console', context: { memory }, defaultPreload: false });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>;
  }
}
