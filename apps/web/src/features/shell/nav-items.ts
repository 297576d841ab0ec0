import {
  BookText,
  Boxes,
  ChartLine,
  Database,
  Folder,
  House,
  LayoutDashboard,
  ListChecks,
  ListTodo,
  type LucideIcon,
  ScrollText,
  Settings,
  SlidersHorizontal,
  TextSearch,
  UserCog,
  Users,
} from 'lucide-react';
import type { NavCount, NavCounts, ShellProject } from './types.ts';

export type NavItem = { href: string; label: string; icon: LucideIcon; count?: NavCount };
export type NavGroup = { title: string; items: readonly NavItem[] };

const API: NavItem = { href: '/docs/api', label: 'API', icon: BookText };
const SETTINGS: NavItem = { href: '/settings/tokens', label: 'Settings', icon: Settings };

function platformItems(counts: NavCounts): NavItem[] {
  const setup: NavItem[] =
    counts.setup === undefined ? [] : [{ href: '/setup', label: 'Set up', icon: ListTodo, count: counts.setup }];
  return [
    ...setup,
    { href: '/fleet', label: 'Fleet', icon: Boxes, count: counts.fleet },
    { href: '/seeds', label: 'Seeds', icon: Database, count: counts.seeds },
    { href: '/operations', label: 'Operations', icon: ListChecks, count: counts.operations },
    { href: '/projects', label: 'Projects', icon: Folder },
    { href: '/admin/grafana', label: 'Grafana', icon: LayoutDashboard },
    { href: '/admin/users', label: 'People', icon: UserCog },
    { href: '/admin/policies', label: 'Policies', icon: SlidersHorizontal },
    { href: '/admin/audit', label: 'Audit log', icon: ScrollText },
  ];
}

function projectItems(project: ShellProject): NavItem[] {
  const base = `/p/${project.slug}`;
  return [
    { href: base, label: 'Home', icon: House },
    { href: `${base}/logs`, label: 'Logs', icon: TextSearch },
    { href: `${base}/metrics`, label: 'Metrics', icon: ChartLine },
    { href: `${base}/dashboards`, label: 'Dashboards', icon: LayoutDashboard },
    ...(project.canSeeMembers ? [{ href: `${base}/members`, label: 'Members', icon: Users }] : []),
    { href: `${base}/policies`, label: 'Policies', icon: SlidersHorizontal },
    ...(project.canAudit ? [{ href: `${base}/audit`, label: 'Audit log', icon: ScrollText }] : []),
  ];
}

/** The navigation of a person: the platform for administrators, then the project at hand. Only pages that exist. */
export function navGroups(isAdmin: boolean, project: ShellProject | null, counts: NavCounts): NavGroup[] {
  const groups: NavGroup[] = [];
  if (isAdmin) groups.push({ title: 'Platform', items: platformItems(counts) });
  if (project !== null) groups.push({ title: project.name, items: projectItems(project) });
  return groups;
}

export function footItems(): NavItem[] {
  return [API, SETTINGS];
}

/** What fits under the thumb: Fleet (members: Home), Logs, Metrics; the rest is under More. */
export function phoneTabs(groups: readonly NavGroup[], isAdmin: boolean): { tabs: NavItem[]; more: NavItem[] } {
  const all = [...groups.flatMap((group) => group.items), ...footItems()];
  const wanted = isAdmin ? ['Fleet', 'Logs', 'Metrics'] : ['Home', 'Logs', 'Metrics'];
  const tabs = all.filter((item) => wanted.includes(item.label));
  return { tabs, more: all.filter((item) => !tabs.includes(item)) };
}

/** Whether a path belongs to an entry: itself or below it, except a project's home, which is only itself. */
export function isCurrent(item: NavItem, pathname: string): boolean {
  if (pathname === item.href) return true;
  if (item.label === 'Home') return false;
  if (item.href === '/fleet') return pathname.startsWith('/clusters/');
  const base = item.href.startsWith('/settings/') ? '/settings' : item.href;
  return pathname.startsWith(`${base}/`);
}
