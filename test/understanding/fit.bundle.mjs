import { readFileSync } from "node:fs";
import { join } from "node:path";
// src/text/letters.ts
/**
* A pattern that is made when it is first used. One that names kinds of letters (`\p{…}`) takes up to half a millisecond,
* a fiftieth of a start, as soon as the file that it is written in is loaded; most texts need none.
*/
function patternOnUse(source, flags) {
	let made;
	return () => made ??= new RegExp(source, flags);
}
/** Whether a text holds nothing but ASCII, as most do. */
function isAscii(text) {
	return /^[\0-\x7F]*$/.test(text);
}
const marks = patternOnUse(String.raw`\p{M}`, "gu");
/** A text in which letters have no accents: "café" is "cafe". */
function withoutAccents(text) {
	return isAscii(text) ? text : text.normalize("NFKD").replace(marks(), "");
}
// src/understanding/core/figures.ts
/** The word that stands for a number: only the side of a limit matters, not its value. @param next the word after it */
function figureWord(value, next, limits) {
	const { celsius, fahrenheit, strengths, counted } = limits;
	if (next !== void 0 && strengths.includes(next)) return "#strength";
	const temperature = next !== void 0 && counted.includes(next) ? void 0 : degrees(value, "c", celsius) ?? degrees(value, "f", fahrenheit);
	if (temperature) return temperature;
	if (Number.isInteger(value) && value >= 1950 && value < 2100) return "#year";
	if (value <= 8) return "#few";
	return value < 100 ? "#tens" : "#hundreds";
}
function degrees(value, unit, [ordinary, fever, highest]) {
	if (value < ordinary || value > highest) return void 0;
	return value >= fever ? `#fever-${unit}` : `#cool-${unit}`;
}
const SMALL$1 = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const VALUES = new Map([...SMALL$1.map((word, index) => [word, index + 1]), ...TENS.map((word, index) => [word, 20 + index * 10])]);
/** Replaces numbers of twenty and more that are spelt out, as dictation writes "one hundred and one point five". */
function spelledNumbers(tokens) {
	const read = [];
	for (let at = 0; at < tokens.length;) {
		const [value, next] = numberAt(tokens, at);
		const [first, last] = [tokens[at], tokens[next - 1] ?? tokens[at]];
		const isNumber = value >= 20 || next > at + 1;
		read.push(isNumber ? {
			word: "#",
			value,
			from: first.from,
			to: last.to
		} : first);
		at = isNumber ? next : at + 1;
	}
	return read;
}
function numberAt(tokens, at) {
	const word = (index) => tokens[index]?.word ?? "";
	let [value, next] = belowHundred(tokens, at);
	if (word(next) === "hundred" || word(at) === "a" && word(at + 1) === "hundred") {
		const after = word(at) === "a" ? at + 2 : next + 1;
		const [rest, end] = belowHundred(tokens, word(after) === "and" ? after + 1 : after);
		[value, next] = [(Number.isNaN(value) ? 1 : value) * 100 + (rest || 0), Number.isNaN(rest) ? after : end];
	}
	const decimal = word(next) === "point" ? VALUES.get(word(next + 1)) ?? tokens[next + 1]?.value : void 0;
	return !Number.isNaN(value) && decimal !== void 0 && decimal < 10 ? [value + decimal / 10, next + 2] : [value, next];
}
function belowHundred(tokens, at) {
	const first = VALUES.get(tokens[at]?.word ?? "");
	const second = VALUES.get(tokens[at + 1]?.word ?? "");
	if (first === void 0) return [NaN, at];
	return first >= 20 && second !== void 0 && second < 10 ? [first + second, at + 2] : [first, at + 1];
}
/** How many tokens apart two weights may be: "from 11 stone 4 to 9 stone 12". */
const REACH = 7;
/** How many tokens away from them a word such as "kg" may be. */
const NEAR = 2;
/** Adds `#lighter` or `#heavier` after the second of two weights, when it is less or more than the first: "80 kg -> 74". */
function withWeightChanges(tokens, { scales }) {
	const isScale = ({ word }) => scales.includes(word);
	if (!tokens.some(isScale)) return [...tokens];
	return tokens.flatMap((token, at) => {
		const before = tokens.slice(Math.max(0, at - REACH), at);
		const first = before.findLastIndex(isWeight);
		const between = new Set(before.slice(first + 1).map(({ word }) => word));
		const near = tokens.slice(Math.max(0, at - before.length + first - NEAR), at + NEAR + 1);
		if (first < 0 || !isWeight(token) || !near.some(isScale)) return [token];
		const change = between.has("to") || between.has("now") ? 1 : between.has("was") ? -1 : 0;
		if (change === 0) return [token];
		return [token, {
			word: change * (token.value - before[first].value) < 0 ? "#lighter" : "#heavier",
			from: token.from,
			to: token.to
		}];
	});
}
function isWeight({ value, word }) {
	return value !== void 0 && value >= 5 && value <= 400 && word !== "#strength" && !word.startsWith("#fever");
}
// src/understanding/core/tokens.ts
const ASCII_PIECE = /(?<![a-z\d])[a-z]\d+(?!\d|[.,]\d)|\d{1,2}:\d{2}|\d+(?:[.,]\d+)?|[a-z]+(?:['`][a-z]+)*|[.!?;,:()\n>]+/gi;
const anyPiece = patternOnUse(String.raw`(?<![\p{L}\d])\p{L}\d+(?!\d|[.,]\d)|\d{1,2}:\d{2}|\d+(?:[.,]\d+)?|` + "\\p{L}[\\p{L}\\p{M}]*(?:['’‘´`ʼ]\\p{L}+)*|[.!?;,:()…\\n→>]+", "gu");
/** The words, numbers and marks of a text. @param limits what numbers mean */
function tokensOf(text, limits) {
	const tokens = [];
	for (const { 0: piece, index } of text.matchAll(isAscii(text) ? ASCII_PIECE : anyPiece())) {
		const token = {
			...read(piece),
			from: index,
			to: index + piece.length
		};
		if (token.word !== "" && !(isMark(token) && tokens.at(-1)?.word === token.word)) tokens.push(token);
	}
	return withWeightChanges(spelledNumbers(tokens).map((token, at, all) => token.value === void 0 ? token : {
		...token,
		word: figureWord(token.value, all[at + 1]?.word, limits)
	}), limits);
}
/** Whether a token is a full stop, a comma or a question mark. */
function isMark({ word }) {
	return word === "." || word === "," || word === "?";
}
function read(piece) {
	if (/^\d+:/.test(piece)) return { word: "#clock" };
	if (/^\d/.test(piece)) return {
		word: "#",
		value: valueOf(piece)
	};
	if (piece.includes("?")) return { word: "?" };
	if (/[→>]/.test(piece)) return { word: "to" };
	if (/^[.!;…\n,:()]/.test(piece)) return { word: /[.!;…\n]/.test(piece) ? "." : "," };
	return { word: /^[a-z]+$/.test(piece) ? piece : plain$1(piece) };
}
function valueOf(piece) {
	return Number(/^\d{1,3},\d{3}$/.test(piece) ? piece.replace(",", "") : piece.replace(",", "."));
}
function plain$1(word) {
	return withoutAccents(word).replace(/['’‘´`ʼ]/g, "").toLowerCase();
}
// src/understanding/core/features.ts
/** The number of words in a stretch of a long text; each starts half a stretch after the one before. */
const STRETCH = 24;
/** The lengths of the parts of a word, with a space at both ends. Most of them are the same in spite of a misspelling. */
const [SHORTEST, LONGEST] = [4, 5];
/** Up to how many words after a denial a word, with its parts, is a different one: "no numbness", "not been numb". */
const DENIED = 4;
const DENIALS = new Set("no not never without nor none neither nothing denies deny isnt wasnt arent werent dont didnt doesnt hasnt havent".split(" "));
/** Words that end what is denied: "no fever, but my leg is numb". */
const TURNS = new Set("but except only just though however because yet until since".split(" "));
/** The fewest words of a sentence that is judged on its own: "Not yet." says too little. */
const SENTENCE = 3;
/**
* The stretches of a text and of each of its sentences, so that one sentence isn't outweighed by the others.
* @param limits what numbers mean
*/
function stretchesOf(text, limits) {
	const tokens = tokensOf(text, limits);
	const whole = windowsOf(tokens);
	const sentences = sentencesOf(tokens).filter((one) => one.filter((token) => !isMark(token)).length >= SENTENCE);
	return sentences.length > 1 ? [...whole, ...sentences.flatMap(windowsOf)] : whole;
}
function sentencesOf(tokens) {
	const sentences = [[]];
	for (const token of tokens) {
		sentences.at(-1).push(token);
		if (token.word === "." || token.word === "?") sentences.push([]);
	}
	return sentences;
}
function windowsOf(tokens) {
	const words = tokens.filter((token) => !isMark(token));
	const isAsked = tokens.at(-1)?.word === "?";
	const starts = [0];
	for (let at = STRETCH / 2; at + STRETCH / 2 < words.length; at += STRETCH / 2) starts.push(at);
	return starts.map((start) => stretchOf(words.slice(start, start + STRETCH), isAsked));
}
function stretchOf(words, isAsked) {
	const features = /* @__PURE__ */ new Map();
	const add = (text, first, last) => {
		const number = numberOf(text);
		if (!features.has(number)) features.set(number, [first, last]);
	};
	const end = words.length - 1;
	add("all", 0, end);
	const denied = deniedAmong(words);
	words.forEach(({ word }, at) => {
		const mark = denied[at] ? "no " : "";
		const [second, third] = [words[at + 1]?.word, words[at + 2]?.word];
		add(`${mark}1 ${word}`, at, at);
		if (second !== void 0) add(`2 ${word} ${second}`, at, at + 1);
		if (third !== void 0) add(`3 ${word} ${second} ${third}`, at, at + 2);
		for (const part of partsOf(` ${word} `)) add(`${mark}p${part}`, at, at);
	});
	add(`first ${words[0]?.word}`, 0, 0);
	add(`first two ${words[0]?.word} ${words[1]?.word}`, 0, 1);
	add(`last ${words[end]?.word}`, end, end);
	add(`length ${Math.min(6, Math.round(Math.log2(words.length + 1)))}`, 0, end);
	if (isAsked) add("asked", 0, end);
	return {
		words,
		features
	};
}
function deniedAmong(words) {
	let left = 0;
	return words.map(({ word }) => {
		if (TURNS.has(word)) left = 0;
		const isDenied = left > 0;
		left = DENIALS.has(word) ? DENIED : Math.max(0, left - 1);
		return isDenied;
	});
}
function partsOf(word) {
	const parts = [];
	for (let length = SHORTEST; length <= LONGEST; length += 1) for (let at = 0; at + length <= word.length; at += 1) parts.push(word.slice(at, at + length));
	return parts;
}
/** A number of 32 bits for a feature (FNV-1a, draft-eastlake-fnv). Two of a hundred thousand features share one. */
function numberOf(text) {
	let number = 2166136261;
	for (let at = 0; at < text.length; at += 1) number = Math.imul(number ^ text.charCodeAt(at), 16777619);
	return number >>> 0;
}
/**
* Opens a model that the build wrote: the length of the head (4 bytes), the head in JSON, the numbers of all features
* in order (4 bytes each), where the weights of each block of features start (4 bytes each), how many weights each
* feature has (1 byte), the class of each weight (1 byte), and all weights (1 signed byte each). Only what a text needs is
* read, as it has a few hundred features.
*/
function openModel(bytes) {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const headEnd = 4 + view.getUint32(0, true);
	const head = JSON.parse(String.fromCharCode(...bytes.subarray(4, headEnd)));
	const blocks = headEnd + 4 * head.features;
	const counts = blocks + 4 * Math.ceil(head.features / 64);
	const classes = counts + head.features;
	const weights = classes + head.weights;
	const find = (feature) => {
		let [low, high] = [0, head.features - 1];
		while (low <= high) {
			const middle = low + high >> 1;
			const found = view.getUint32(headEnd + 4 * middle, true);
			if (found === feature) return middle;
			if (found < feature) low = middle + 1;
			else high = middle - 1;
		}
		return -1;
	};
	const startOf = (at) => {
		const block = Math.floor(at / 64);
		let start = view.getUint32(blocks + 4 * block, true);
		for (let before = block * 64; before < at; before += 1) start += bytes[counts + before];
		return start;
	};
	const eachWeight = (feature, act) => {
		const at = find(feature);
		if (at < 0) return;
		const start = startOf(at);
		const end = start + bytes[counts + at];
		for (let one = start; one < end; one += 1) act(bytes[classes + one], view.getInt8(weights + one) * head.unit);
	};
	return {
		settings: head.settings,
		judge: (text) => judge(text, head, eachWeight)
	};
}
function judge(text, head, eachWeight) {
	const stretches = stretchesOf(text, head.settings.figures);
	const sums = stretches.map((stretch) => sumsOf$1(stretch, head, eachWeight));
	return head.classes.map((id, of) => {
		let best = 0;
		for (let at = 1; at < sums.length; at += 1) if (sums[at][of] > sums[best][of]) best = at;
		const stretch = stretches[best];
		return {
			id,
			sum: sums[best][of],
			likely: likelihood(sums[best][of]),
			stretch,
			weightOf: () => wordWeights(stretch, of, eachWeight)
		};
	});
}
function sumsOf$1({ features }, { bias }, eachWeight) {
	const sums = new Float64Array(bias.length);
	for (const feature of features.keys()) eachWeight(feature, (of, weight) => sums[of] += weight);
	const scale = scaleOf(features.size);
	return sums.map((sum, of) => sum * scale + bias[of]);
}
function wordWeights({ words, features }, of, eachWeight) {
	const weights = words.map(() => 0);
	for (const [feature, [first, last]] of features) eachWeight(feature, (one, weight) => {
		if (one !== of || last - first > 2) return;
		for (let at = first; at <= last; at += 1) weights[at] += weight / (last - first + 1);
	});
	return weights;
}
/** Added to the number of features, as if they said nothing: so nothing is sure from a word or two. */
const SILENT = 20;
/** What the sum over features is multiplied by, so that a long text doesn't weigh more than a short one. */
function scaleOf(features) {
	return 1 / Math.sqrt(features + SILENT);
}
/** The likelihood that a sum of weights stands for: the logistic function. */
function likelihood(sum) {
	return 1 / (1 + Math.exp(-sum));
}
// src/understanding/core/learn.ts
/** The size of a step. */
const STEP = 1;
/** The size of a step of a bias. */
const BIAS_STEP = .3;
/** The starting value of `moved`: it keeps the first steps of rare features small. */
const CAUTION = .1;
/** By how much a weight shrinks at each of its steps. */
const SHRINK = 1e-5;
/** An error below this teaches nothing. */
const SETTLED = .003;
/** An example whose errors are all below this is known, and gone through in one of `SELDOM` rounds. */
const KNOWN = .05;
const SELDOM = 3;
/** Weights below this are removed, after this share of the rounds. */
const SMALL = 1.1;
const PRUNED_AFTER = .5;
/**
* Learns weights from examples: logistic regression, a yes or no for each class, by going through the examples again and
* again and moving each weight against the error. A long text teaches by the stretch in which the class is likeliest.
* The same examples give the same file on every machine: nothing is left to chance.
* @returns the bytes of a file that `openModel` reads
*/
function learn(examples, options) {
	const { classes, settings, rounds = 30, least = 2, missed = 2, small = SMALL } = options;
	if (classes.length > 255) throw new Error("a model holds at most 255 classes");
	const texts = examples.map(({ text }) => stretchesOf(text, settings.figures).map(({ features }) => [...features.keys()]));
	const numbers = numberFeatures(texts, least);
	const rows = texts.map((stretches) => stretches.map((features) => rowOf(features, numbers)));
	const learner = begin(numbers.size, classes.length);
	const wanted = examples.map((example) => classes.map((one) => example.classes.includes(one)));
	const shuffled = rows.map((_, at) => at);
	const random = randomNumbers(1);
	const errors = new Float64Array(rows.length).fill(1);
	for (let round = 0; round < rounds; round += 1) {
		if (round === Math.floor(rounds * PRUNED_AFTER)) prune(learner, small);
		shuffle(shuffled, random);
		for (const at of shuffled) {
			if (errors[at] < KNOWN && (round + at) % SELDOM > 0) continue;
			errors[at] = learnFrom(rows[at], wanted[at], learner, missed);
		}
	}
	return writeModel(learner, [...numbers.keys()], options);
}
/** Removes small weights. They stay 0, because a weight that has moved infinitely moves no more. */
function prune({ weights, moved }, small) {
	for (let at = 0; at < weights.length; at += 1) {
		if (Math.abs(weights[at]) >= small) continue;
		weights[at] = 0;
		moved[at] = Number.POSITIVE_INFINITY;
	}
}
/** Numbers the features that enough examples have: their rows in the weights. */
function numberFeatures(texts, least) {
	const counts = /* @__PURE__ */ new Map();
	for (const stretches of texts) for (const feature of new Set(stretches.flat())) counts.set(feature, (counts.get(feature) ?? 0) + 1);
	const kept = [...counts].filter(([, count]) => count >= least).map(([feature]) => feature);
	return new Map(kept.toSorted((one, other) => one - other).map((feature, number) => [feature, number]));
}
function rowOf(features, numbers) {
	const known = features.map((feature) => numbers.get(feature)).filter((number) => number !== void 0);
	return {
		features: Int32Array.from(known),
		scale: scaleOf(features.length)
	};
}
function begin(features, classes) {
	return {
		classes,
		weights: new Float32Array(features * classes),
		moved: new Float32Array(features * classes).fill(CAUTION),
		bias: new Float64Array(classes),
		biasMoved: new Float64Array(classes).fill(CAUTION)
	};
}
/** @returns the largest error before anything was moved */
function learnFrom(rows, wanted, learner, missed) {
	const sums = rows.map((row) => sumsOf(row, learner));
	const errors = rows.map(() => /* @__PURE__ */ new Map());
	let largest = 0;
	for (let of = 0; of < learner.classes; of += 1) {
		let best = 0;
		for (let at = 1; at < rows.length; at += 1) if (sums[at][of] > sums[best][of]) best = at;
		const likely = likelihood(sums[best][of]);
		const error = wanted[of] ? (likely - 1) * missed : likely;
		if (Math.abs(error) > SETTLED) errors[best].set(of, error);
		largest = Math.max(largest, Math.abs(error));
	}
	rows.forEach((row, at) => step(row, errors[at], learner));
	return largest;
}
function sumsOf({ features, scale }, { classes, weights, bias }) {
	const sums = new Float64Array(classes);
	for (const feature of features) {
		const from = feature * classes;
		for (let of = 0; of < classes; of += 1) sums[of] += weights[from + of];
	}
	for (let of = 0; of < classes; of += 1) sums[of] = sums[of] * scale + bias[of];
	return sums;
}
function step({ features, scale }, errors, learner) {
	const { classes, weights, moved, bias, biasMoved } = learner;
	for (const [of, error] of errors) {
		biasMoved[of] += error * error;
		bias[of] -= BIAS_STEP * error / Math.sqrt(biasMoved[of]);
		for (const feature of features) {
			const at = feature * classes + of;
			const slope = error * scale + SHRINK * weights[at];
			moved[at] += slope * slope;
			weights[at] -= STEP * slope / Math.sqrt(moved[at]);
		}
	}
}
/** Numbers from 0 to 1 that look like chance and are the same each time (a linear congruential generator). */
function randomNumbers(seed) {
	let state = seed;
	return () => {
		state = Math.imul(state, 1664525) + 1013904223 >>> 0;
		return state / 2 ** 32;
	};
}
function shuffle(order, random) {
	for (let at = order.length - 1; at > 0; at -= 1) {
		const other = Math.floor(random() * (at + 1));
		[order[at], order[other]] = [order[other], order[at]];
	}
}
/** The bytes of a model's file, as described at `openModel`. */
function writeModel(learner, features, options) {
	const { classes, weights, bias } = learner;
	const unit = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
	const kept = features.map((_, row) => {
		return [...weights.subarray(row * classes, (row + 1) * classes)].map((weight, of) => ({
			of,
			weight
		})).filter(({ weight }) => Math.abs(weight) > unit / 2);
	});
	const known = features.map((feature, row) => ({
		feature,
		kept: kept[row]
	})).filter((one) => one.kept.length > 0);
	const all = known.flatMap((one) => one.kept);
	const head = {
		classes: options.classes,
		bias: [...bias].map((one) => Math.round(one * 1e6) / 1e6),
		unit,
		features: known.length,
		weights: all.length,
		settings: options.settings
	};
	let start = 0;
	const starts = known.map((one) => (start += one.kept.length) - one.kept.length);
	const ascii = JSON.stringify(head).replace(/[^\0-\x7F]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
	const text = new TextEncoder().encode(ascii);
	return joined([
		fourBytes([text.length]),
		text,
		fourBytes(known.map((one) => one.feature)),
		fourBytes(starts.filter((_, at) => at % 64 === 0)),
		Uint8Array.from(known, (one) => one.kept.length),
		Uint8Array.from(all, ({ of }) => of),
		Uint8Array.from(all, ({ weight }) => Math.round(weight / unit))
	]);
}
function fourBytes(numbers) {
	const view = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(4 * numbers.length));
	numbers.forEach((number, at) => view.setUint32(4 * at, number, true));
	return new Uint8Array(view.buffer);
}
function joined(parts) {
	const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.length;
	}
	return bytes;
}
// src/understanding/core/signs.ts
/** Begins the name of a class of the model that stands for a sign together with all of its parts: "any:bladder-bowel". */
const ANY = "any:";
/**
* How likely each sign is, and each sign with parts together with them. The weights for any sign count for the sign that
* fits best. Others they can only make less likely: that a text mentions one sign doesn't make a second likelier.
*/
function judgeSigns(text, model) {
	const { any, parts } = model.settings.signs;
	const judged = model.judge(text);
	const overall = judged.find(({ id }) => id === "any").sum;
	const signs = judged.filter(({ id }) => id !== "any");
	const best = signs.filter(({ id }) => !belongsToParts(id, parts)).reduce((one, other) => other.sum > one.sum ? other : one);
	return signs.map((one) => {
		const { slope, offset } = one === best ? any.best : any.others;
		const sum = one.sum + any.weight * (one === best ? overall : Math.min(overall, 0));
		return {
			...one,
			likely: likelihood(slope * sum + offset)
		};
	});
}
function belongsToParts(id, parts) {
	return Object.entries(parts).some(([whole, finer]) => whole === id || finer.includes(id));
}
// src/understanding/core/learn-signs.ts
/**
* Learns to find warning signs from notes and questions that are labelled with the signs they mention.
* @returns the bytes of a model
*/
function learnSigns(notes, questions, settings) {
	const asked = questions.flatMap(({ text, signs }) => signs ? [{
		text,
		signs
	}] : []);
	const examples = [...notes, ...asked].map((note) => ({
		text: note.text,
		classes: classesOf(note.signs, settings)
	}));
	return learn(examples, {
		classes: [...new Set(examples.flatMap((one) => one.classes))].toSorted(),
		settings,
		rounds: 24,
		small: 1.3
	});
}
function classesOf(signs, { signs: { parts } }) {
	const wholes = Object.entries(parts).filter(([general, finer]) => signs.some((sign) => sign === general || finer.includes(sign)));
	const anySign = signs.length > 0 ? ["any"] : [];
	return [
		...signs,
		...wholes.map(([general]) => `${ANY}${general}`),
		...anySign
	];
}
// test/understanding/built.ts
const root = join(import.meta.dirname, "../..");
openModel(readFileSync(join(root, "dist/signs.model")));
openModel(readFileSync(join(root, "dist/questions.model")));
JSON.parse(readFileSync(join(root, "data/crisis.json"), "utf8"));
({ ...JSON.parse(readFileSync(join(root, "dist/search.json"), "utf8")) }), readFileSync(join(root, "dist/search.txt"), "utf8");
const settings = JSON.parse(readFileSync(join(root, "data/understanding.json"), "utf8"));
function readLines(file) {
	return readFileSync(join(root, file), "utf8").split("\n").filter((line) => line !== "").map((line) => JSON.parse(line));
}
const notes = readLines("data/examples/notes.jsonl");
const questions = readLines("data/examples/questions.jsonl");
readLines("test/understanding/frozen-notes.jsonl");
readLines("test/understanding/frozen-questions.jsonl");
// test/understanding/fit.ts
const PARTS = 3;
const { parts, any, sure } = settings.signs;
const isPart = (id) => Object.entries(parts).some(([whole, finer]) => whole === id || finer.includes(id));
const wholeOf = (sign) => {
	const found = Object.entries(parts).find(([whole, finer]) => whole === sign || finer.includes(sign));
	return found ? `${ANY}${found[0]}` : sign;
};
const partOf = (at, all) => Math.floor(at * PARTS / all);
function unseen() {
	const asked = questions.filter(({ signs }) => signs !== void 0);
	return Array.from({ length: PARTS }, (_, part) => {
		const others = (lines) => lines.filter((__, at) => partOf(at, lines.length) !== part);
		const model = openModel(learnSigns(others(notes), others(asked), settings));
		return [notes, asked].flatMap((lines) => lines.filter((__, at) => partOf(at, lines.length) === part)).map(({ text, signs = [] }) => ({
			right: new Set(signs.map(wholeOf)),
			judged: model.judge(text)
		}));
	}).flat();
}
/** The sums of the signs that fit best, and of the others, before a likelihood is made of them. */
function pointsOf({ right, judged }) {
	const overall = judged.find(({ id }) => id === "any").sum;
	const signs = judged.filter(({ id }) => id !== "any" && !isPart(id));
	const best = signs.reduce((one, other) => other.sum > one.sum ? other : one);
	const others = signs.filter((one) => one !== best);
	return {
		best: [best.sum + any.weight * overall, right.has(best.id)],
		others: others.map(({ id, sum }) => [sum + any.weight * Math.min(overall, 0), right.has(id)])
	};
}
/** The line that makes the points likeliest (logistic regression with one variable, by Newton's method). */
function fitted(points) {
	let [slope, offset] = [.5, 0];
	for (let round = 0; round < 30; round += 1) {
		const sums = {
			bySlope: 0,
			byOffset: 0,
			slopes: 1e-9,
			both: 0,
			offsets: 1e-9
		};
		for (const [sum, isThere] of points) {
			const likely = 1 / (1 + Math.exp(-(slope * sum + offset)));
			const [error, curve] = [likely - Number(isThere), likely * (1 - likely)];
			sums.bySlope += error * sum;
			sums.byOffset += error;
			sums.slopes += curve * sum * sum;
			sums.both += curve * sum;
			sums.offsets += curve;
		}
		const volume = sums.slopes * sums.offsets - sums.both * sums.both;
		slope -= (sums.offsets * sums.bySlope - sums.both * sums.byOffset) / volume;
		offset -= (sums.slopes * sums.byOffset - sums.both * sums.bySlope) / volume;
	}
	return {
		slope,
		offset
	};
}
const percent = (lines, isSo) => (100 * lines.filter(isSo).length / lines.length).toFixed(1);
const lines = unseen();
const points = lines.map(pointsOf);
const best = fitted(points.map((one) => one.best));
const others = fitted(points.flatMap((one) => one.others));
const refitted = {
	...settings,
	signs: {
		...settings.signs,
		any: {
			weight: any.weight,
			best,
			others
		}
	}
};
const likelihoods = new Map(lines.map((line) => {
	const judged = judgeSigns("", {
		settings: refitted,
		judge: () => [...line.judged]
	});
	return [line, new Map(judged.filter(({ id }) => !isPart(id)).map(({ id, likely }) => [id, likely]))];
}));
const likelyIn = (line, id) => likelihoods.get(line).get(id);
const told = lines.filter(({ right }) => right.size > 0);
const plain = lines.filter(({ right }) => right.size === 0);
const rows = [
	.15,
	.2,
	.25,
	.3,
	.35,
	.4,
	sure
].map((limit) => {
	return `${limit}\t${percent(told, (line) => [...line.right].every((id) => likelyIn(line, id) >= limit))}\t${percent(plain, (line) => [...likelihoods.get(line).values()].every((likely) => likely < limit))}\t${percent(told.filter(({ right }) => right.has("self-harm")), (line) => likelyIn(line, "self-harm") >= limit)}\t${percent(plain, (line) => likelyIn(line, "self-harm") >= limit)}`;
});
process.stdout.write([
	`best: ${JSON.stringify(best)}`,
	`others: ${JSON.stringify(others)}`,
	"limit	heard	quiet	self-harm heard	self-harm in vain",
	...rows,
	""
].join("\n"));
export {};
