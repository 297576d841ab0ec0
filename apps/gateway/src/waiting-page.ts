import { hash } from 'node:crypto';

const style = `:root{color-scheme:light;--canvas:#f3f6f8;--surface:#fff;--line:#cdd5d8;--ink1:#131b1e;--ink3:#5e6a6e;--accent:#06677d}
@media (prefers-color-scheme:dark){:root{color-scheme:dark;--canvas:#0c1112;--surface:#14191b;--line:#30383c;--ink1:#e7ecee;--ink3:#8b969a;--accent:#62cade}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;padding:12px;background:var(--canvas);color:var(--ink1);font:400 13px/20px Inter,system-ui,sans-serif}
main{min-height:calc(100vh - 24px);padding:20px;background:var(--surface);border:1px solid var(--line);border-radius:8px}
header{display:flex;align-items:center;gap:8px;margin-bottom:20px;font-weight:600}
svg{width:16px;height:16px;fill:var(--accent)}
h1{margin:0 0 4px;font:600 18px/24px Inter,system-ui,sans-serif;letter-spacing:-.012em}
p{margin:0;max-width:60ch;color:var(--ink3)}`;

/** Shown while the web process is not there: right after a start, and during an update. */
export const waitingPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="2">
<title>Oriel is starting</title>
<style>${style}</style>
<main>
<header><svg viewBox="0 0 16 16" aria-hidden="true"><path opacity=".5" d="M1 4l3-1v10l-3-1z"/><path d="M5 2h6v12H5z"/><path opacity=".5" d="M12 3l3 1v8l-3 1z"/></svg>Oriel</header>
<h1>Oriel is starting</h1>
<p role="status">The pages are not up yet. This one asks again every two seconds. Reads of logs and metrics by token already work, and agents go on sending.</p>
</main>
</html>
`;

export const waitingPagePolicy = `default-src 'none'; style-src 'sha256-${hash('sha256', style, 'base64')}'; frame-ancestors 'none'; base-uri 'none'`;
