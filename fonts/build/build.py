#!/usr/bin/python3
"""Makes the shipped font files, fonts.json and charset.txt. Same sources, same bytes.

usage: build.py SOURCES [OUT]     SOURCES as made by fetch.sh; OUT is the fonts folder by default
"""

import hashlib
import json
import sys
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

import charset
import outlines

EM, ASCENT, DESCENT = 1000, 880, -120
KEPT_TABLES = {"GlyphOrder", "head", "hhea", "maxp", "OS/2", "hmtx", "cmap", "loca", "glyf", "name", "post"}
CHANGED_ON = "2026-11-22"

NOTO_SERIF = "Noto Serif SC 2.003（npm 包 @expo-google-fonts/noto-serif-sc 0.4.3）"
NOTO_SANS = "Noto Sans SC 2.004（npm 包 @expo-google-fonts/noto-sans-sc 0.4.3）"
FANDOL = "Fandol 0.3（Debian 软件包 texlive-lang-chinese 2022.20230122-1）"
BABELSTONE = "BabelStone Han 15.0.5（Debian 软件包 fonts-babelstone-han 15.0.5-2）"
FANDOL_FOLDER = "texlive/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"
FANDOL_LICENCE = "GPL-3.0 with font exception"


LATIN_LENDER = f"{FANDOL_FOLDER}/FandolSong-Regular.otf"
LATIN_LENDER_SHA256 = "a3820003227d4abe31fe28b493200d94a849ccfd078b50a019264f70353020b0"
FANDOL_DASH = (280, 320)  # bottom and top of —: as thin as the strokes of the hanzi


@dataclass(frozen=True)
class Face:
    """One shipped file: where it comes from and what is done to it."""

    file: str
    role: str
    input: str
    input_sha256: str
    source: str
    licence: str
    kind: str  # noto | fandol | rare
    names: dict  # name ID -> new text, where the original name must not be kept


FACES = (
    Face("NotoSerifSC-Regular.subset.ttf", "宋", "noto-serif-sc/package/400Regular/NotoSerifSC_400Regular.ttf",
         "c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742", NOTO_SERIF, "OFL-1.1", "noto", {}),
    Face("NotoSerifSC-Bold.subset.ttf", "小标宋", "noto-serif-sc/package/700Bold/NotoSerifSC_700Bold.ttf",
         "9c6a2ba736e4b499c84f65ce366bd3625c0401885fd3e585ace50fb738b96ff6", NOTO_SERIF, "OFL-1.1", "noto", {}),
    Face("NotoSansSC-Medium.subset.ttf", "黑", "noto-sans-sc/package/500Medium/NotoSansSC_500Medium.ttf",
         "b30853d205f3ecdde938b1488c735ee15a2e870d31331b992fdc53971e23ec4a", NOTO_SANS, "OFL-1.1", "noto", {}),
    Face("FandolFang-Regular.subset.ttf", "仿宋", f"{FANDOL_FOLDER}/FandolFang-Regular.otf",
         "d838ad32ce2244d8144f408c37fe71065aba6fbbc80759a4d2aa2033948d5bc9", FANDOL, FANDOL_LICENCE, "fandol", {}),
    Face("FandolKai-Regular.subset.ttf", "楷", f"{FANDOL_FOLDER}/FandolKai-Regular.otf",
         "ea7e7fb4f9b3ac694a68d43946e04d21deed6e8c29a7c2d3081e1a4138f2f827", FANDOL, FANDOL_LICENCE, "fandol", {}),
    Face("NotoSerifSC-Rare.subset.ttf", "罕用字", "noto-serif-sc/package/400Regular/NotoSerifSC_400Regular.ttf",
         "c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742", NOTO_SERIF, "OFL-1.1", "rare",
         {1: "Noto Serif SC Rare", 4: "Noto Serif SC Rare Regular", 6: "NotoSerifSCRare-Regular"}),
    Face("BabelStoneHan-Names.subset.ttf", "罕用字", "babelstone/usr/share/fonts/truetype/babelstone/BabelStoneHan.ttf",
         "a2027ca3606907f6a628e9cd869605e3879beaaa38b37c7fec95b372130628c8", BABELSTONE, "Arphic-1999", "rare",
         {1: "BabelStone Han Names", 4: "BabelStone Han Names", 6: "BabelStoneHanNames"}),
)  # fmt: skip

CHANGES = {
    "noto": "subset; tabular digits and full-width em dash as default; ballot boxes added; layout tables and hints removed",
    "fandol": "subset; cubic outlines converted to quadratic; Latin letters and figures taken from FandolSong; "
    "em dash and ellipsis redrawn; ballot boxes added; wrong signs left out; layout tables removed",
    "rare": "subset to rare hanzi, at 1000 units per em; layout tables and hints removed",
}


def open_source(path: Path, sha256: str) -> TTFont:
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != sha256:
        raise SystemExit(f"{path.name}: not the file this build was made for (sha256 {found})")
    return TTFont(path, recalcTimestamp=False)


def adapt(font: TTFont, kind: str) -> None:
    """Changes made before subsetting, while the layout tables are still there."""
    if kind == "noto":
        if len({font["hmtx"][font.getBestCmap()[code]][0] for code in range(0x30, 0x3A)}) > 1:
            outlines.use_tabular_digits(font)
        _, bottom, _, top = outlines.bounds(font, 0x2014)  # right weight, but at the height of lower case
        _, low, _, high = outlines.bounds(font, 0x2015)
        rise = (low + high - bottom - top) / 2
        outlines.widen_em_dash(font, round(bottom + rise), round(top + rise))
        outlines.draw_ballot_boxes(font)


def reduce_to(font: TTFont, codes: set[int]) -> None:
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.name_languages = [0x409]
    options.recalc_timestamp = False
    options.drop_tables += [tag for tag in font.keys() if tag not in KEPT_TABLES | {"CFF "}]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)


def finish(font: TTFont, face: Face, sources: Path) -> None:
    """Outlines as glyf, em of 1000 units, uniform line metrics, names that tell what was done."""
    if "CFF " in font:
        outlines.cff_to_glyf(font)
        outlines.borrow_latin(font, open_source(sources / LATIN_LENDER, LATIN_LENDER_SHA256))
        outlines.widen_em_dash(font, *FANDOL_DASH)
        outlines.space_ellipsis(font)
        outlines.draw_ballot_boxes(font)
    outlines.decompose(font)
    if font["head"].unitsPerEm != EM:
        scale_upem(font, EM)
    hhea, os2, post = font["hhea"], font["OS/2"], font["post"]
    hhea.ascent, hhea.descent, hhea.lineGap = ASCENT, DESCENT, 0
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ASCENT, DESCENT, 0
    post.formatType, post.extraNames, post.mapping = 3.0, [], {}
    head = font["head"]
    head.flags &= 0b11  # no hints left
    rename(font, face)


def rename(font: TTFont, face: Face) -> None:
    name = font["name"]
    name.names = [record for record in name.names if record.platformID == 3 and record.nameID <= 17]
    texts = {
        3: f"{name.getDebugName(5)};{face.file}",
        10: f"Modified {CHANGED_ON} for budget disclosures: {CHANGES[face.kind]}. See README.md in this folder.",
        **face.names,
    }
    if face.kind == "fandol":
        texts[13] = "GNU General Public License version 3 with the font exception, which extends to this version."
    for name_id, text in texts.items():
        name.setName(text, name_id, 3, 1, 0x409)


def describe(path: Path, face: Face) -> dict:
    font = TTFont(path)
    name = font["name"]
    return {
        "file": face.file,
        "family": name.getDebugName(16) or name.getDebugName(1),
        "postscriptName": name.getDebugName(6),
        "role": face.role,
        "licence": face.licence,
        "source": face.source,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "glyphs": font["maxp"].numGlyphs,
        "unitsPerEm": font["head"].unitsPerEm,
    }


def build(sources: Path, out: Path) -> None:
    unihan = sources / "unicode-data"
    standard = charset.standard_hanzi(unihan)
    hanzi = set(standard) | {code for code in charset.gb2312() if charset.is_hanzi(code)}
    wanted = hanzi | charset.symbols()
    names = charset.name_hanzi(unihan)
    covered: set[int] = set()  # by the 宋 face and the rare files after it
    song_symbols: set[int] = set()
    name_hanzi: set[int] = set()
    entries = []
    for face in FACES:
        font = open_source(sources / face.input, face.input_sha256)
        adapt(font, face.kind)
        has = set(font.getBestCmap())
        if face.kind != "rare":
            codes = has & wanted - (charset.WRONG_IN_FANDOL if face.kind == "fandol" else set())
        elif "Noto" in face.source:
            codes = {code for code in has if charset.is_hanzi(code)} - covered
        else:
            codes = name_hanzi = (names - covered) & has
        reduce_to(font, codes)
        finish(font, face, sources)
        path = out / face.file
        font.save(path)
        final = set(TTFont(path).getBestCmap())
        if face.kind != "rare":
            lacking = [char for char in charset.ESSENTIAL if ord(char) not in final]
            print(f"{face.file}: hanzi missing {len(hanzi - final)}; essential signs missing: {''.join(lacking) or 'none'}")
        if face.role in ("宋", "罕用字"):
            covered |= final
        if face.role == "宋":
            song_symbols = final - hanzi
            assert not lacking, f"the Song face lacks {lacking}"
        entries.append(describe(path, face))
    assert hanzi <= covered, "a standard hanzi is missing"
    (out / "fonts.json").write_text(json.dumps(entries, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    sections = {
        "GB 2312 其余汉字": hanzi - set(standard),
        "符号（宋体所有）": song_symbols,
        "人名地名罕用字（BabelStone Han 补充）": name_hanzi,
    }
    (out / "charset.txt").write_text(charset.charset_text(standard, sections), encoding="utf-8")
    print(f"total {sum((out / face.file).stat().st_size for face in FACES) / 1e6:.2f} MB; "
          f"name hanzi in no file: {len(names - covered)}")  # fmt: skip


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).resolve().parent.parent)
