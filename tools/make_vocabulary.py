"""Write what training talks about: ``nouns.txt`` and ``words.txt`` in ``engine/training``.

``nouns.txt``: what can be seen from above, in the words of OSM and WordNet. ``words.txt``: more things of all
kinds, from WordNet: whoever has heard many words hears better those that nobody ever taught.

Sources: preset names of ``@openstreetmap/id-tagging-schema`` (npm, ISC licence; run ``npm pack`` and
unpack it) and WordNet 3.0 (Debian's ``wordnet-base``, WordNet licence).

    python -m tools.make_vocabulary --presets package/dist/translations/en.json
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "engine" / "training"
WORDNET = Path("/usr/share/wordnet")
# Groups of OSM presets whose features show in imagery.
GROUPS = (
    "aerialway", "aeroway", "attraction", "barrier", "bridge", "building", "golf", "highway", "historic",
    "landuse", "leisure", "man_made", "military", "natural", "playground", "power", "public_transport",
    "railway", "seamark", "telecom", "tourism", "waterway", "education", "cemetery", "allotments", "piste",
)  # fmt: skip
AMENITIES = (
    "bus_station", "car_rental", "car_wash", "clinic", "college", "community_centre", "courthouse",
    "ferry_terminal", "fire_station", "fountain", "fuel", "grave_yard", "hospital", "kindergarten", "library",
    "marketplace", "monastery", "parking", "parking_space", "place_of_worship", "police", "prison", "recycling",
    "research_institute", "school", "shelter", "social_facility", "theatre", "townhall", "university",
    "waste_transfer_station", "charging_station", "bicycle_parking", "boat_rental", "cinema", "crematorium",
)  # fmt: skip
# Groups whose search terms are synonyms rather than associations.
WITH_TERMS = ("landuse", "leisure", "natural", "aeroway", "waterway", "man_made", "power", "golf")
# WordNet synsets (offset in data.noun) whose kinds are visible from above.
ROOTS = {
    "structure": "04341686", "geological formation": "09287968", "body of water": "09225146",
    "land": "09334396", "vehicle": "04524313", "way": "04564698", "tract": "08673395",
    "tree": "13104059", "facility": "03315023",
}  # fmt: skip
# Things, places and phenomena, whether one sees them from above or not; and what else is physical and often
# said. What people call each other is left out.
WORD_ROOTS = {
    "artifact": "00021939", "natural object": "00019128", "location": "00027167",
    "phenomenon": "00034213", "geological formation": "09287968", "body of water": "09225146",
}  # fmt: skip
PHYSICAL = {"physical entity": "00001930"}
PERSON = {"causal agent": "00007347", "person": "00007846"}


def osm_names(presets: Path) -> Iterator[str]:
    """Yield names and near synonyms of OSM presets."""
    rows = json.loads(presets.read_text(encoding="utf-8"))["en"]["presets"]["presets"]
    for key, row in rows.items():
        group, _, rest = key.partition("/")
        if group not in GROUPS and not (group == "amenity" and rest.split("/")[0] in AMENITIES):
            continue
        yield from re.split(r"\s*/\s*", row.get("name", ""))
        if group in WITH_TERMS:
            yield from row.get("terms", "").split(",")[:6]


def wordnet_names(roots: dict[str, str], used: bool = True) -> Iterator[str]:
    """Yield nouns whose most frequent sense lies under ``roots``; no proper names.

    Args:
        roots: Synsets.
        used: Only nouns that WordNet's tagged texts really use.
    """
    parents: dict[str, list[str]] = {}
    with (WORDNET / "data.noun").open(encoding="latin-1") as lines:
        for line in lines:
            if line.startswith(" "):
                continue
            fields = line.split("|")[0].split()
            count = int(fields[3], 16)
            pointers = fields[4 + 2 * count + 1 :]
            parents[fields[0]] = [
                pointers[i + 1]
                for i in range(0, len(pointers) - 3, 4)
                if pointers[i] == "@" and pointers[i + 2] == "n"
            ]
    known: dict[str, bool] = dict.fromkeys(roots.values(), True)

    def visible(offset: str) -> bool:
        if offset not in known:
            known[offset] = False
            known[offset] = any(visible(parent) for parent in parents.get(offset, ()))
        return known[offset]

    with (WORDNET / "index.noun").open(encoding="latin-1") as lines:
        for line in lines:
            if line.startswith(" "):
                continue
            fields = line.split()
            senses = int(fields[2])
            tagged = int(fields[-senses - 1])
            if (tagged or not used) and visible(fields[-senses]):
                yield fields[0].replace("_", " ")


def write(name: str, found: Iterable[str], besides: Iterable[str] = ()) -> list[str]:
    """Write a list of short expressions in plain letters, without those of another list."""
    names = {name.strip().lower() for name in found}
    kept = sorted(
        name
        for name in names - set(besides)
        if re.fullmatch(r"[a-z][a-z' -]{2,28}", name) and len(name.split()) <= 3
    )
    path = FOLDER / name
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    print(f"{len(kept)} expressions in {path}")
    return kept


def main() -> None:
    """Write the lists."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--presets", type=Path, required=True)
    chosen = parser.parse_args()
    nouns = write("nouns.txt", [*osm_names(chosen.presets), *wordnet_names(ROOTS)])
    words = [*wordnet_names(WORD_ROOTS, used=False), *wordnet_names(PHYSICAL)]
    write("words.txt", words, besides=[*nouns, *wordnet_names(PERSON, used=False)])


if __name__ == "__main__":
    main()
