import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';

const RELOADED = 'tracker.reloaded-at';
const ONE_MINUTE = 60_000;

// The tracker was updated while this page was open, and the screen asked for has a new file name.
// Loading the page again finds it; at most once a minute, in case the file is truly gone.
window.addEventListener('vite:preloadError', (event) => {
  const before = Number(sessionStorage.getItem(RELOADED) ?? 0);
  if (Date.now() - before < ONE_MINUTE) return;
  event.preventDefault();
  sessionStorage.setItem(RELOADED, String(Date.now()));
  window.location.reload();
});

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element #root.');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
