import type { NatMode } from "@pyairtable/plan";
import { type CostLine, costLine } from "../line.ts";
import type { PriceBook } from "../prices.ts";
import { natGatewayLine, natInstanceLines, natTrafficLine } from "../usage-lines.ts";

/** Public addresses of a NAT mode. */
export function natAddresses(mode: NatMode, zones: number): number {
  switch (mode) {
    case "none":
      return 0;
    case "single":
    case "instance":
      return 1;
    case "per-zone":
      return zones;
  }
}

export function natLines(book: PriceBook, mode: NatMode, zones: number, tasks: number): CostLine[] {
  switch (mode) {
    case "none":
      return [];
    case "instance":
      return [...natInstanceLines(book), costLine(book, "alarm.standard", "NAT instance's status alarm", 1)];
    case "single":
    case "per-zone":
      return [
        ...Array.from({ length: natAddresses(mode, zones) }, () => natGatewayLine(book)),
        natTrafficLine(book, tasks),
      ];
  }
}
