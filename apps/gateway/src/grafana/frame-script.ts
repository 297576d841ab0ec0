/** Where the script below is found at Grafana's origin. */
export const frameScriptPath = '/oriel/frame.js';

/**
 * Stands in every page of Grafana's. In Oriel's frame it tells the page around it where Grafana is (the other half:
 * apps/web/src/features/dashboards/frame-messages.ts), and takes the range and variables from it, as if they had been
 * typed into the address: Grafana 10 to 13 follow `popstate`. It listens to the control plane's origin alone, and takes
 * nothing from it but those parameters.
 */
export function frameScript(controlOrigin: string): string {
  return `(() => {
  const oriel = ${JSON.stringify(controlOrigin)};
  if (window.parent === window) return;
  const shared = (name) => name === 'from' || name === 'to' || name.startsWith('var-');
  let last = '';
  const tell = () => {
    const now = location.href + ' ' + document.title;
    if (now === last) return;
    last = now;
    const { pathname: path, search } = location;
    window.parent.postMessage({ from: 'oriel-grafana', path, search, title: document.title }, oriel);
  };
  for (const name of ['pushState', 'replaceState']) {
    const own = history[name];
    history[name] = function (...given) {
      const result = own.apply(this, given);
      queueMicrotask(tell);
      return result;
    };
  }
  addEventListener('popstate', () => queueMicrotask(tell));
  addEventListener('DOMContentLoaded', () => {
    tell();
    new MutationObserver(tell).observe(document.head, { subtree: true, childList: true, characterData: true });
  });
  addEventListener('message', ({ origin, source, data }) => {
    if (origin !== oriel || source !== window.parent || data?.to !== 'oriel-grafana') return;
    const url = new URL(location.href);
    for (const name of [...url.searchParams.keys()]) if (shared(name)) url.searchParams.delete(name);
    for (const [name, values] of Object.entries(data.shared ?? {})) {
      if (shared(name)) for (const value of values) url.searchParams.append(name, String(value));
    }
    if (url.href === location.href) return;
    history.replaceState(history.state, '', url);
    dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
  });
})();
`;
}

const mark = '<head>';

/** The page with the script before all others. A page that has no head is left as it is. */
export function withFrameScript(html: string): string {
  return html.replace(mark, `${mark}<script src="${frameScriptPath}"></script>`);
}
