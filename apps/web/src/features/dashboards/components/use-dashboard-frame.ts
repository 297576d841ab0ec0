'use client';
import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTRPC } from '@/trpc.tsx';
import { failureOf } from '@/ui/failure.ts';
import { useResolvedTheme } from '@/ui/theme/use-theme.ts';
import { toastError } from '@/ui/toast.ts';
import { framePath, grafanaPath } from '../frame-address.ts';
import { type FrameMessage, frameMessage, isSame, type Shared, sharedOf, uidOf } from '../frame-messages.ts';

/** Of a project by its short name, or of all. */
export type DashboardsOf = { readonly project: string } | 'all';

type FrameOptions = {
  of: DashboardsOf;
  uid: string;
  shared: Shared;
  /** See FrameAddress. */
  bare: boolean;
  /** False while that is not known. */
  ready: boolean;
  onMove: (message: FrameMessage) => void;
};

/** A frame that loaded but says nothing for so long shows something else than a dashboard, and is entered anew. */
const silenceMs = 8_000;
const mostTries = 6;

/** Opens the way into Grafana, and keeps the frame and the page around it in step. */
export function useDashboardFrame({ of, uid, shared, bare, ready, onMove }: FrameOptions) {
  const theme = useResolvedTheme();
  const { open, opened, failure, opening } = useOpen(of);
  const frame = useRef<HTMLIFrameElement>(null);
  const [title, setTitle] = useState<string>();
  const [loaded, setLoaded] = useState(false);
  const [silent, setSilent] = useState(false);
  const tries = useRef(0);
  const theirs = useRef<{ uid: string; shared: Shared }>(undefined);
  const shownTheme = useRef(theme);

  const enter = useCallback(() => {
    theirs.current = undefined;
    setLoaded(false);
    open(framePath({ uid, shared, theme, bare }));
  }, [open, uid, shared, theme, bare]);
  const latest = useRef(enter);
  latest.current = enter;
  // Another dashboard or theme is another page of Grafana's, unless it went there by itself; a range is told to it.
  useEffect(() => {
    if (!ready) return;
    if (theirs.current?.uid !== uid || shownTheme.current !== theme) latest.current();
    shownTheme.current = theme;
  }, [uid, theme, ready]);

  useEffect(() => {
    const hear = ({ source, origin, data }: MessageEvent) => {
      if (opened === undefined || origin !== opened.origin || source !== frame.current?.contentWindow) return;
      const message = frameMessage(data);
      if (message === undefined) return;
      const shownUid = uidOf(message.path);
      if (shownUid !== undefined) {
        theirs.current = { uid: shownUid, shared: sharedOf(new URLSearchParams(message.search)) };
      }
      tries.current = 0;
      setSilent(false);
      setTitle(titleOf(message.title));
      onMove(message);
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, [opened, onMove]);

  useEffect(() => {
    const known = theirs.current;
    if (opened === undefined || known === undefined || known.uid !== uid || isSame(known.shared, shared)) return;
    frame.current?.contentWindow?.postMessage({ to: 'oriel-grafana', shared }, opened.origin);
  }, [shared, uid, opened]);

  useEffect(() => {
    if (!loaded) return;
    const timer = setTimeout(() => {
      if (theirs.current !== undefined) return;
      setSilent(true);
      tries.current += 1;
      // Its way in works once: what Grafana was not ready for needs another.
      if (tries.current < mostTries) latest.current();
    }, silenceMs);
    return () => clearTimeout(timer);
  }, [loaded]);

  const openInGrafana = useOpenInTab(of, () => grafanaPath({ uid, shared, theme }));
  return {
    frame,
    src: opened?.href,
    title,
    loaded,
    silent,
    failure,
    opening,
    onLoad: () => setLoaded(true),
    retry: () => {
      tries.current = 0;
      latest.current();
    },
    openInGrafana,
  };
}

/** Makes a way into Grafana that works once. */
function useTicket(of: DashboardsOf) {
  const trpc = useTRPC();
  const ofProject = useMutation(trpc.dashboards.open.mutationOptions());
  const ofAll = useMutation(trpc.dashboards.openAll.mutationOptions());
  const { mutateAsync: openProject } = ofProject;
  const { mutateAsync: openAll } = ofAll;
  const project = of === 'all' ? undefined : of.project;
  const ask = useCallback(
    (to: string) => (project === undefined ? openAll({ to }) : openProject({ project, to })),
    [project, openProject, openAll],
  );
  const { error, isPending } = project === undefined ? ofAll : ofProject;
  return { ask, failure: failureOf(error), isPending };
}

function useOpen(of: DashboardsOf) {
  const { ask, failure, isPending } = useTicket(of);
  const [opened, setOpened] = useState<URL>();
  const open = useCallback(
    (to: string) => {
      setOpened(undefined);
      // What fails is in `failure`.
      ask(to).then(
        ({ url }) => setOpened(new URL(url)),
        () => undefined,
      );
    },
    [ask],
  );
  return { open, opened, failure, opening: isPending };
}

/** A tab of its own needs a ticket of its own. The tab is opened by the click, before the answer, or it would be blocked. */
export function useOpenInTab(of: DashboardsOf, path: () => string) {
  const { ask } = useTicket(of);
  return () => {
    const tab = window.open('about:blank', '_blank');
    ask(path()).then(
      ({ url }) => {
        if (tab !== null) tab.location.href = url;
      },
      (error: unknown) => {
        tab?.close();
        toastError(failureOf(error)?.message ?? 'Grafana could not be opened.');
      },
    );
  };
}

/** "Pods - Oriel - Dashboards - Grafana": the dashboard's own, its folder and the section come after it. */
function titleOf(title: string): string | undefined {
  const own = title
    .replace(/ - Grafana$/, '')
    .replace(/ - Dashboards$/, '')
    .replace(/ - [^-]+$/, '');
  return own === '' || own === 'Grafana' ? undefined : own;
}
