/** Three of our rules in publicodes, for a comparison of speed: Ningxia's carriers, Jining's travel and monthly subsidies. */

import Engine from "publicodes";

const rules = {
  hired: { question: "人数", "par défaut": 0 },
  months: { question: "月数", "par défaut": 0 },
  contract: { question: "合同", "par défaut": "non" },
  insured: { question: "社保", "par défaut": "non" },
  carrier: {
    "toutes ces conditions": ["months >= 12", "contract", "insured"],
  },
  "carrier amount": {
    "applicable si": "carrier",
    grille: {
      assiette: "hired",
      tranches: [
        { montant: 0, plafond: 11 },
        { montant: 20000, plafond: 21 },
        { montant: 30000, plafond: 31 },
        { montant: 60000, plafond: 101 },
        { montant: 100000 },
      ],
    },
  },
  travel: { "applicable si": "months >= 3", valeur: 1500 },
  monthly: { "applicable si": "months >= 3", valeur: "months * 1000", plafond: 6000 },
};

globalThis.runPublicodes = (times) => {
  const begun = performance.now();
  const engine = new Engine(rules);
  const first = evaluate(engine, 35);
  const started = performance.now() - begun;
  const again = [];
  for (let count = 0; count < times; count += 1) {
    const before = performance.now();
    evaluate(engine, 20 + (count % 60));
    again.push(performance.now() - before);
  }
  return { started, again, first };
};

function evaluate(engine, hired) {
  engine.setSituation({ hired, months: 12, contract: "oui", insured: "oui" });
  return ["carrier amount", "travel", "monthly"].map((name) => engine.evaluate(name).nodeValue);
}
