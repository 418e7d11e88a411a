export function makeSuperion(obelix: string, models: string): void {}
