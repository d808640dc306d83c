"""The draw format written a second time, from draw-format.md, without numpy: one lane at a time.

Prints the votes of the first draws of a Dirichlet, a small-shape Dirichlet and a logistic-t
model; tests/draw_format.rs holds the kernel against the same numbers.
"""
import math
import struct

MASK = (1 << 64) - 1
TWO_52 = 2.0 ** 52
LN = (0.6666666666666208, 0.40000000011206505, 0.2857142413832416,
      0.22222862280108716, 0.18140193802865992, 0.16621817152858928)
EXP = (0.5000000000000001, 0.16666666666666669, 0.041666666666624164, 0.008333333333330065,
       0.0013888888917196719, 0.00019841269863040545, 2.4801521322368692e-05,
       2.7557268480310024e-06, 2.7620075879983367e-07, 2.5100375832561234e-08)
SINE = (6.283185307179585, -41.341702240398284, 81.60524927557977, -76.70585968962867,
        42.05868995395094, -15.09450614073429, 3.817365633469135, -0.6925067010720717)
COSINE = (1.0, -19.739208802178705, 64.93939402266395, -85.45681720598061, 60.24464131316041,
          -26.426254066690255, 7.903462492085097, -1.7132184107005932, 0.2719458494999813)


def rotate(x, k):
    return (x << k | x >> (64 - k)) & MASK


def chacha8(key, stream):
    """The words of ChaCha8 as pairs of 32-bit words, low first."""
    counter = 0
    while True:
        state = list(struct.unpack("<4I", b"expand 32-byte k")) + list(struct.unpack("<8I", key))
        state += [counter & 0xffffffff, counter >> 32, stream & 0xffffffff, stream >> 32]
        x = state[:]

        def quarter(a, b, c, d):
            for p, q, r, k in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
                x[p] = (x[p] + x[q]) & 0xffffffff
                x[r] ^= x[p]
                x[r] = (x[r] << k | x[r] >> (32 - k)) & 0xffffffff
        for _ in range(4):
            for a in range(4):
                quarter(a, 4 + a, 8 + a, 12 + a)
            for a in range(4):
                quarter(a, 4 + (a + 1) % 4, 8 + (a + 2) % 4, 12 + (a + 3) % 4)
        words = [(p + q) & 0xffffffff for p, q in zip(x, state)]
        for low, high in zip(words[::2], words[1::2]):
            yield low | high << 32
        counter += 1


class Xoshiro:
    def __init__(self, words):
        self.s = list(words)

    def next(self):
        s = self.s
        word = (rotate((s[0] + s[3]) & MASK, 23) + s[0]) & MASK
        t = s[1] << 17 & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotate(s[3], 45)
        return word


def lanes(seed, chunk, part=None):
    tail = b"kurultai draw format 1.0"
    if part is not None:
        tail = b"kurultai part of" + struct.pack("<Q", part)
    source = chacha8(struct.pack("<Q", seed) + tail, chunk)
    take = lambda: Xoshiro([next(source) for _ in range(4)])
    return [(take(), take()) for _ in range(8)]


def bits(x):
    return struct.unpack("<Q", struct.pack("<d", x))[0]


def double(b):
    return struct.unpack("<d", struct.pack("<Q", b & MASK))[0]


def horner(x, coefficients):
    value = coefficients[-1]
    for c in coefficients[-2::-1]:
        value = value * x + c
    return value


def ln(x):
    octave = 0x3fe6a09e00000000
    shifted = (bits(x) + 0x3ff0000000000000 - octave) & MASK
    k = float((shifted >> 52) - 1023)
    z = double((shifted & (1 << 52) - 1) + octave)
    s = (z - 1.0) / (z + 1.0)
    q = s * s
    f = q * q
    series = horner(f, LN[0::2]) + q * horner(f, LN[1::2])
    return s * (2.0 + q * series) + k * 0.6931471805599453


def exp(x):
    x = max(x, -708.0)
    rounder = 1.5 * TWO_52
    k = (x * 1.4426950408889634 + rounder) - rounder
    r = (x - k * 6.93147180369123816490e-01) - k * 1.90821492927058770002e-10
    return double(bits(1.0 + (r + r * r * horner(r, EXP))) + (int(k) << 52))


def unit(word):
    return 2.0 - double(word >> 12 | 0x3ff0000000000000)


def normals(first, second):
    radius = math.sqrt(-2.0 * ln(unit(first)))
    if second >> 63:
        radius = -radius
    x = double(second >> 12 & (1 << 51) - 1 | 0x3ff0000000000000) - 1.25
    q = x * x
    return radius * horner(q, COSINE), radius * (x * horner(q, SINE))


class Gamma:
    def __init__(self, shape):
        self.boost = 1.0 / shape if shape < 1.0 else None
        self.d = (shape + 1.0 if shape < 1.0 else shape) - 1.0 / 3.0
        self.c = 1.0 / math.sqrt(9.0 * self.d)
        self.squeeze = 4096.0 / (60.0 * self.d)

    def root(self, x, word, spill):
        coarse = word & 0xfff
        limit = (TWO_52 + 4095.0) - x * x * (x * x) * self.squeeze
        if TWO_52 + coarse < limit and (self.d >= 12.0 or self.c * x > -0.5):
            return 1.0 + self.c * x
        u = (coarse + unit(spill.next())) / 4096.0
        while True:
            t = 1.0 + self.c * x
            q = x * x
            if t > 0.5 and u < 1.0 - q * q * (self.squeeze / 4096.0):
                return t
            if t > 0.0 and ln(u) < 0.5 * q + self.d * (1.0 - t * t * t + 3.0 * ln(t)):
                return t
            first, second = spill.next(), spill.next()
            x = normals(first, second)[0]
            u = unit(spill.next())

    def logarithms(self, pair, words, main, spill):
        roots = [self.root(x, w, spill) for x, w in zip(pair, words)]
        out = []
        for t in roots:
            value = ln(self.d) + 3.0 * ln(t)
            if self.boost is not None:
                value = value + self.boost * ln(unit(main.next()))
            out.append(value)
        return out


def quantities(count, main):
    words = [(main.next(), main.next()) for _ in range(count)]
    return words, [normals(*pair) for pair in words]


def softmax(logits):
    largest = max(logits)
    return [exp(x - largest) for x in logits]


def whole(weights, total):
    total_weight = 0.0
    for weight in weights:
        total_weight = total_weight + weight
    scale = total / total_weight
    return [math.floor(weight * scale + 0.5) for weight in weights]


def dirichlet(alpha, main, spill):
    """The weights of both rows of a block in one lane."""
    words, pairs = quantities(len(alpha), main)
    gammas = [Gamma(a) for a in alpha]
    if any(a < 1.0 for a in alpha):
        columns = [g.logarithms(p, w, main, spill) for g, p, w in zip(gammas, pairs, words)]
        return [softmax([column[row] for column in columns]) for row in range(2)]
    rows = [[], []]
    for g, pair, word in zip(gammas, pairs, words):
        for row in range(2):
            t = g.root(pair[row], word[row], spill)
            rows[row].append(g.d * (t * t * t))
    return rows


def logistic_t(shares, matrix, freedom, main, spill):
    words, pairs = quantities(1 + len(shares), main)
    tail = Gamma(freedom / 2.0).logarithms(pairs[0], words[0], main, spill)
    rows = []
    for row in range(2):
        scale = exp(min(0.5 * (ln(freedom / 2.0) - tail[row]), 300.0))
        logits = []
        for i, share in enumerate(shares):
            error = 0.0
            for entry, pair in zip(matrix[i], pairs[1:]):
                error = error + entry * pair[row]
            logits.append(ln(share) + error * scale)
        rows.append(softmax(logits))
    return rows


def clipped(shares, errors, main, spill):
    _, pairs = quantities(len(shares), main)
    rows = []
    for row in range(2):
        weights = [max(p + error * pair[row], 0.0) for p, error, pair in zip(shares, errors, pairs)]
        rows.append(weights if any(weights) else list(shares))
    return rows


def empirical(shares, errors, main, spill):
    words, _ = quantities(1, main)
    rows = []
    for word in words[0]:
        chosen = errors[word * len(errors) >> 64]
        rows.append(softmax([ln(p) + error for p, error in zip(shares, chosen)]))
    return rows


TAIL = (0.08106146679532726, 0.04134069595540929, 0.02767792568499834, 0.02079067210376509,
        0.01664469118982119, 0.01387612882307075, 0.01189670994589177, 0.01041126526197209,
        0.009255462182712733, 0.008330563433362871)


def stirling(count):
    if count < 10.0:
        return TAIL[int(count)]
    after = count + 1.0
    square = after * after
    return (1.0 / 12.0 - (1.0 / 360.0 - 1.0 / 1260.0 / square) / square) / after


def binomial(n, p, spill):
    if p > 0.5:
        return n - binomial(n, 1.0 - p, spill)
    odds = p / (1.0 - p)
    if n * p < 10.0:
        probability = exp(n * ln(1.0 - p))
        left = unit(spill.next())
        count = 0.0
        while left > probability and count < n:
            left -= probability
            probability *= (n - count) / (count + 1.0) * odds
            count += 1.0
        return count
    deviation = math.sqrt(n * p * (1.0 - p))
    b = 1.15 + 2.53 * deviation
    a = -0.0873 + 0.0248 * b + 0.01 * p
    centre = n * p + 0.5
    alpha = (2.83 + 5.1 / b) * deviation
    mode = float(math.floor((n + 1.0) * p))
    while True:
        u = unit(spill.next()) - 0.5
        v = unit(spill.next())
        edge = 0.5 - abs(u)
        if edge == 0.0:
            continue
        count = float(math.floor((2.0 * a / edge + b) * u + centre))
        if edge >= 0.07 and v <= 0.92 - 4.2 / b:
            return count
        if not 0.0 <= count <= n:
            continue
        height = ln(v * alpha / (a / (edge * edge) + b))
        bound = ((mode + 0.5) * ln((mode + 1.0) / (odds * (n - mode + 1.0)))
                 + (n + 1.0) * ln((n - mode + 1.0) / (n - count + 1.0))
                 + (count + 0.5) * ln(odds * (n - count + 1.0) / (count + 1.0))
                 + stirling(mode) + stirling(n - mode) - stirling(count) - stirling(n - count))
        if height <= bound:
            return count


def multinomial(shares, n, main, spill):
    rests = [0.0]
    for share in reversed(shares):
        rests.append(rests[-1] + share)
    chances = [share / rest for share, rest in zip(shares, rests[:0:-1])][:-1]
    rows = []
    for _ in range(2):
        left = float(n)
        counts = []
        for chance in chances:
            counts.append(binomial(left, chance, spill))
            left -= counts[-1]
        rows.append(counts + [left])
    return rows


def choices(weights, seed, number, blocks):
    """The part of every draw of a chunk."""
    total = sum(weights)
    up_to = [sum(weights[:k + 1]) / total for k in range(len(weights))]
    machines = lanes(seed, number, 0)
    parts = []
    for _ in range(blocks):
        rows = [[], []]
        for main, _ in machines:
            for row in rows:
                number_of_row = unit(main.next())
                chosen = [k for k, limit in enumerate(up_to) if number_of_row <= limit]
                row.append(chosen[0] if chosen else len(weights) - 1)
        parts += rows[0] + rows[1]
    return parts


def mixture(weights, models, total, seed, number, blocks):
    drawn = [chunk(model, total, seed, number, blocks, k + 1) for k, model in enumerate(models)]
    chosen = choices(weights, seed, number, blocks)
    return [drawn[part][at] for at, part in enumerate(chosen)]


def chunk(model, total, seed, number, blocks, part=None):
    draws = []
    machines = lanes(seed, number, part)
    for _ in range(blocks):
        rows = [[], []]
        for main, spill in machines:
            for row, weights in enumerate(model(main, spill)):
                rows[row].append(whole(weights, float(total)))
        draws += rows[0] + rows[1]
    return draws


def digest(draws):
    """A number that any wrong vote changes."""
    value = 0
    for draw in draws:
        for votes in draw:
            value = (value * 6364136223846793005 + votes + 1442695040888963407) & MASK
    return value


MATRIX = ((0.3,), (0.1, 0.2), (-0.1, 0.05, 0.4))
MODELS = {
    "dirichlet": lambda m, s: dirichlet([539.0, 109.0, 85.9, 52.0, 23.0, 4.0, 1.0], m, s),
    "small dirichlet": lambda m, s: dirichlet([0.05, 0.5, 1.0, 30.0], m, s),
    "logistic-t": lambda m, s: logistic_t([0.5, 0.3, 0.2], MATRIX, 1.5, m, s),
    "normal": lambda m, s: clipped([0.5, 0.3, 0.15, 0.05], [0.1, 0.2, 0.1, 0.05], m, s),
    "empirical": lambda m, s: empirical([0.5, 0.3, 0.2], ((0.1, -0.2, 0.0), (0.0, 0.3, -0.1), (0.0, 0.0, 0.0)), m, s),
    "multinomial": lambda m, s: multinomial([0.5, 0.3, 0.15, 0.045, 0.005], 1_000, m, s),
}

if __name__ == "__main__":
    for name, model in MODELS.items():
        draws = chunk(model, 8_000_000, 2026, 3, 256)
        print(name, draws[0], digest(draws))
    parts = [MODELS["dirichlet"], lambda m, s: [[5.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0]] * 2]
    draws = mixture([3.0, 1.0], parts, 8_000_000, 2026, 3, 256)
    print("mixture", draws[0], digest(draws))
