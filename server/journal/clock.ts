// The clock that dates what the journal accepts. The only place of this room that asks what time it is.

/** UTC microseconds since 1970. */
export type NowUs = () => number;

/** The system's clock, never going back: a correction of the computer's time makes it stand until it is overtaken. */
export function systemClock(): NowUs {
  let newestUs = 0;
  return () => {
    newestUs = Math.max(newestUs, Date.now() * 1000);
    return newestUs;
  };
}
