import { InvalidArgumentError, type Command } from "commander";
import { elementalMoverDistance } from "../clustering/elementalMoverDistance";
import { parseFormula } from "../crystal/parseFormula";

type Composition = ReadonlyMap<string, number>;

/** `superion elmd`: the element mover's distance of two compositions. */
export function registerElmd(program: Command): void {
  program
    .command("elmd")
    .description(
      "tell how far apart two compositions are: the element mover's distance on the modified Pettifor scale",
    )
    .argument("<formula>", "such as Li6PS5Cl", composition)
    .argument("<formula>", "such as Li6PS5Br", composition)
    .option("--json", "print the number as JSON")
    .action((first: Composition, second: Composition, { json }: { readonly json?: boolean }) => {
      const distance = elementalMoverDistance(first, second);
      process.stdout.write(`${json ? JSON.stringify(distance) : distance.toPrecision(6)}\n`);
    });
}

function composition(formula: string): Composition {
  const parsed = parseFormula(formula);
  if (parsed.ok) return parsed.composition;
  throw new InvalidArgumentError(`${parsed.reason}.`);
}
