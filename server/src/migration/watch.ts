/**
 * Is told often, at least every few milliseconds, how far long work is, from 0 to 1; the work stops where it answers false.
 */
export type Watch = (share: number) => boolean;

export const unwatched: Watch = () => true;
