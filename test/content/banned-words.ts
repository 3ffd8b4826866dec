/** A pattern that must not occur, and what to say instead. */
type Rule = readonly [pattern: RegExp, instead: string];

/** Phrases that nobody says, and second names for a thing that has one already. */
export const BANNED: readonly Rule[] = [
  [/;/, 'two sentences, or a list'],
  [/\bunless told\b/i, '"by default"'],
  [/\banew\b/i, '"again"'],
  [/\bshall\b/i, '"do you want"'],
  [/\bheed\w*/i, '"follow" or "check"'],
  [/\bin truth\b/i, '"actually"'],
  [/\bso many\b/i, '"this many", or nothing'],
  [/(?<!\bthere )\b(is|are|was) no (?!(longer|better|more|worse|less|need|pain|simpler)\b)/i, '"isn\'t a"'],
  [/(^|[.?!:] )Who (has|is|takes|can|wants|feels)\b[^?]*(\.|$)/, '"people who" or "if you"'],
  [/\b(tells?|told) of\b/i, '"mentions"'],
  [/\bpass(es|ed)? (it |them )?over\b/i, '"skip"'],
  [/\b(taken?|brought) back\b/i, '"undo" or "restore"'],
  [/\bas often as advised\b/i, '"the recommended maximum"'],
  [/\bkeep it so\b/i, 'no promise'],
  [/[,;] else\b/i, '"otherwise"'],
  [/\bwarmth\b/i, '"heat"'],
  [/\bwarm and cold\b/i, '"heat and ice in turns"'],
  [/\bclinicians?\b/i, '"doctor", or "doctor or physiotherapist"'],
  [/(?<!health )\bprofessionals?\b/i, '"doctor", or "health professional"'],
  [/(?<!\()\bphysical therapists?\b/i, '"physiotherapist (physical therapist)"'],
  [/(?<!paracetamol \()\bacetaminophen\b/i, '"paracetamol (acetaminophen)"'],
  [/\bemergency care\b/i, '"emergency department"'],
  [/\b(help|doctor|ambulance|seen) at once\b/i, '"straight away"'],
  [/\bdiary\b/i, '"journal"'],
  [/\bcomputer slept\b/i, '"was asleep"'],
  [/\bcues?\b/i, '"instruction"'],
  [/\bcut off\b/i, '"interrupted"'],
  [/\bgo on (when|now)\b/i, '"continue"'],
  [/(?<!back )\bpassages?\b/i, '"topic"'],
  [/\bpractices?\b/i, '"doctor"'],
  [/\bsold without a prescription\b/i, '"over-the-counter"'],
  [/\bpain relief\b/i, '"painkiller"'],
  [/\bin this time\b/i, '"in this period"'],
  [/\bin one piece\b/i, '"without twisting", or "shoulders and hips together"'],
  [/\bless than (two|three|four|five|\d+) (times|days|weeks|hours|tablets|drinks|people)\b/i, '"fewer than"'],
  [/\bany of this appl(y|ies)\b/i, '"any of these apply"'],
  [/^You (are|have|take)\b[^.:]*: /, '"so", or two sentences'],
  [/\btrouble with peeing\b/i, '"trouble peeing"'],
  [/: ask first\b/i, 'whom to ask'],
  [/\bwill (ease|heal|help|prevent|cure|improve|go away|get better)\b/i, '"can" or "may": no promise'],
  [/\b(you (forgot|failed|neglected)|you should have)\b/i, 'nothing that blames'],
  [/\bnight owls?\b/i, 'what is meant'],
];

/** Forms that are American alone. Words in -ize are British as well. */
export const AMERICAN: readonly Rule[] = [
  [/\bcolor/i, 'colour'],
  [/\bgray/i, 'grey'],
  [/\bcenter/i, 'centre'],
  [/\bfiber/i, 'fibre'],
  [/\b(centi)?meters?\b/i, 'metre'],
  [/\bliters?\b/i, 'litre'],
  [/\bbehavior/i, 'behaviour'],
  [/\bfavor/i, 'favour'],
  [/\bneighbor/i, 'neighbour'],
  [/\blabor\b/i, 'labour'],
  [/\btumor/i, 'tumour'],
  [/\banesthe/i, 'anaesthe…'],
  [/\banemi/i, 'anaemi…'],
  [/\borthop?edic/i, 'orthopaedic'],
  [/\bpediatric/i, 'paediatric'],
  [/\bdiarrhea/i, 'diarrhoea'],
  [/\bestrogen/i, 'oestrogen'],
  [/\bfetus|fetal\b/i, 'foetus'],
  [/\b(travel|cancel|label)(ed|ing)\b/i, 'two l'],
  [/\btoward\b/i, 'towards'],
  [/\bgotten\b/i, 'got'],
  [/\bskeptic/i, 'sceptic'],
  [/\banalyz/i, 'analys…'],
  [/\b(exercise|bone|training) programs?\b/i, 'programme'],
  [/\bone program\b/i, 'programme'],
];

/** The rules that a text breaks, each with what to say instead. */
export function found(text: string, rules: readonly Rule[]): string[] {
  return rules.flatMap(([pattern, instead]) => {
    const match = pattern.exec(text);
    return match ? [`"${match[0]}" (say ${instead}): ${text}`] : [];
  });
}
