const formatters = new Map<string, Intl.DateTimeFormat>();

/** How far the zone's wall clock is ahead of UTC at an instant, in milliseconds. */
export function offsetAt(instant: number, zone: string): number {
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
    formatters.set(zone, formatter);
  }
  const wall = Date.parse(`${formatter.format(instant).replace(' ', 'T')}Z`);
  return wall - Math.floor(instant / 1000) * 1000;
}

/** The instant at which the zone's wall clock shows this, given as if it were UTC. */
export function ofWallClock(wall: number, zone: string): number {
  // The offset may differ at the corrected instant, around a change of summer time.
  return wall - offsetAt(wall - offsetAt(wall, zone), zone);
}

/** "2026-11-21 14:32:08", the wall clock of the zone at that instant. */
export function toWallClock(instant: number, zone: string): string {
  return new Date(instant + offsetAt(instant, zone)).toISOString().slice(0, 19).replace('T', ' ');
}

/** Reads "2026-11-21 14:32[:08]" as a wall clock of the zone; null when it is not one. */
export function fromWallClock(text: string, zone: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(:\d{2})?$/.exec(text.trim());
  if (match === null) return null;
  const asUtc = Date.parse(`${match[1]}T${match[2]}${match[3] ?? ':00'}Z`);
  return Number.isNaN(asUtc) ? null : ofWallClock(asUtc, zone);
}
