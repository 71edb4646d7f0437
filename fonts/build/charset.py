"""Which characters the shipped faces must have.

Hanzi: 通用规范汉字表 (国发〔2013〕23号, 8105 characters, the Unihan property kTGH) and GB 2312.
Symbols: GB 2312 (its interpunct both as U+00B7 and U+30FB) and the Unicode blocks a budget disclosure may draw on, as far as a face has them.
Names: hanzi of personal and place names outside the Song face, by their Unihan source (kIRG_GSource).
"""

import bz2
from pathlib import Path

UNIHAN = "usr/share/unicode/Unihan_{}.txt.bz2"

# Levels of the official table: position of the last character of each level.
TGH_LEVELS = (("一级字表", 3500), ("二级字表", 6500), ("三级字表", 8105))

SYMBOL_BLOCKS = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x00FF),  # Latin-1
    (0x2010, 0x2027),  # dashes, quotation marks, ellipsis
    (0x2030, 0x205E),  # per mille, primes, reference mark
    (0x2070, 0x209C),  # superscripts and subscripts
    (0x20AC, 0x20AC),  # euro
    (0x2100, 0x218B),  # ℃ № fractions, Roman numerals
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematics
    (0x2460, 0x24FF),  # enclosed figures
    (0x2500, 0x25FF),  # lines, blocks, geometric shapes
    (0x2605, 0x2606),  # stars
    (0x2610, 0x2612),  # ballot boxes (drawn by the build)
    (0x2640, 0x2642),  # sexes
    (0x2713, 0x2718),  # ticks and crosses
    (0x2776, 0x2793),  # more enclosed figures
    (0x3000, 0x303F),  # CJK punctuation, 〇
    (0x3220, 0x33FF),  # enclosed CJK, ㎡ ㎞ ㏄
    (0xFE30, 0xFE6F),  # small and vertical forms
    (0xFF01, 0xFFEE),  # full-width forms
)

# What no office should meet as a box: the build fails if the Song face lacks one.
ESSENTIAL = "，。、；：？！“”‘’（）《》〈〉【】〔〕—…·％＋－×÷±≥≤≠≈℃‰￥①②③④⑤⑥⑦⑧⑨⑩№〇–□■○●△▲→√☐☑☒"

# Drawn wrongly in Fandol (￥ and ™ are other signs, ～ － ￣ far too short): left to the Song face.
WRONG_IN_FANDOL = frozenset(map(ord, "￥™～－￣"))

HANZI_BLOCKS = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF))

# Sources that stand for names and words in use in China, not for old texts: identity cards (GIDC),
# place names (GDM, GCYY, GPGLG), current dictionaries, newspapers and printers (the rest).
NAME_SOURCES = frozenset(
    "GIDC GDM GCYY GPGLG GXC GXH GXHZ GRM GFC GDZ GJZ GKJ GLGYJ GOCD GZYS".split()
)
# In use in names, though registered from an old dictionary only.
NAME_EXTRAS = "𠮷"


def is_hanzi(code: int) -> bool:
    return any(first <= code <= last for first, last in HANZI_BLOCKS)


def unihan(unpacked: Path, file: str, prop: str):
    """Yields (code point, value) of one Unihan property."""
    with bz2.open(unpacked / UNIHAN.format(file), "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) == 3 and fields[1] == prop:
                yield int(fields[0][2:], 16), fields[2]


def standard_hanzi(unpacked: Path) -> list[int]:
    """The 8105 characters in the order of the official table."""
    places = {}
    for code, value in unihan(unpacked, "OtherMappings", "kTGH"):
        for entry in value.split():
            year, place = entry.split(":")
            if year == "2013":
                places[int(place)] = code
    assert sorted(places) == list(range(1, 8106)), "通用规范汉字表 is not complete"
    return [places[place] for place in range(1, 8106)]


def gb2312() -> set[int]:
    """Every character of GB 2312, hanzi and symbols."""
    codes = set()
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                codes.add(ord(bytes((row, cell)).decode("gb2312")))
            except UnicodeDecodeError:
                continue
    return codes


def symbols() -> set[int]:
    blocks = {code for first, last in SYMBOL_BLOCKS for code in range(first, last + 1)}
    return blocks | {code for code in gb2312() if not is_hanzi(code)}


def name_hanzi(unpacked: Path) -> set[int]:
    """Hanzi that a person's or a place's name may need."""
    codes = {ord(char) for char in NAME_EXTRAS}
    for code, value in unihan(unpacked, "IRGSources", "kIRG_GSource"):
        if value.split("-")[0] in NAME_SOURCES:
            codes.add(code)
    return codes


def charset_text(standard: list[int], sections: dict[str, set[int]]) -> str:
    """charset.txt: `# heading` lines, each followed by one line of characters."""
    parts = []
    start = 0
    for level, end in TGH_LEVELS:
        parts.append((f"通用规范汉字表 {level}", standard[start:end]))
        start = end
    parts += [(heading, sorted(codes)) for heading, codes in sections.items()]
    return "".join(f"# {heading}\n{''.join(map(chr, codes))}\n" for heading, codes in parts)
