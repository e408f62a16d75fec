// When a page should not wait for its next attempt. Only hints: a rink's laptop is "offline" with its server a cable
// away, so what the browser says of the network is never shown to anybody.

/** Calls `wake` when the network is said to be back, and when the page is seen again. Returns what ends it. */
export function onWake(wake: () => void): () => void {
  const seen = () => {
    if (document.visibilityState === 'visible') wake();
  };
  // Back from the back/forward cache, which closed the socket without a word; a first load needs no waking.
  const shown = ({ persisted }: PageTransitionEvent) => {
    if (persisted) wake();
  };
  window.addEventListener('online', wake);
  window.addEventListener('pageshow', shown);
  document.addEventListener('visibilitychange', seen);
  return () => {
    window.removeEventListener('online', wake);
    window.removeEventListener('pageshow', shown);
    document.removeEventListener('visibilitychange', seen);
  };
}
