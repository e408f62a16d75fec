// One version of a meet's document, the one its state names: what was known then, and nothing that was written later.
import type { Meet } from '../../shared/meet.ts';

export interface MeetVersion {
  readonly id: string;
  readonly version: number;
}

/** Undefined where it cannot be had. */
export async function meetDocument({ id, version }: MeetVersion): Promise<Meet | undefined> {
  const path = `/api/v1/meets/${encodeURIComponent(id)}/document?version=${version}`;
  const answer = await fetch(path).catch(() => undefined);
  return answer?.ok === true ? ((await answer.json()) as Meet) : undefined;
}
