export function scoreTest(obelix: string, models: string): void {}
