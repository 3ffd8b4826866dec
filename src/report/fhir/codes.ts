/** A 0 to 10 rating of pain that the person gave. */
export const PAIN_CODE = {
  coding: [
    {
      system: 'http://loinc.org',
      code: '72514-3',
      display: 'Pain severity - 0-10 verbal numeric rating [Score] - Reported',
    },
  ],
} as const;

// By text alone: there are LOINC codes for the PEG scale, but the public sources for them disagree.
export const PEG_CODE = { text: 'PEG scale of the past week: mean of its three items' } as const;

/** The items of the PEG scale, in the order in which an entry holds them. */
export const PEG_ITEM_CODES = [
  { text: 'PEG: pain on average, past week' },
  { text: 'PEG: pain interfering with enjoyment of life, past week' },
  { text: 'PEG: pain interfering with general activity, past week' },
] as const;

/** What a person reports; the other category in use for pain, vital-signs, asks for a profile of its own. */
export const SURVEY = {
  coding: [
    {
      system: 'http://terminology.hl7.org/CodeSystem/observation-category',
      code: 'survey',
      display: 'Survey',
    },
  ],
} as const;

/** A rating as a quantity of UCUM. */
export function scoreOf(value: number): object {
  return { value, unit: '{score}', system: 'http://unitsofmeasure.org', code: '{score}' };
}
