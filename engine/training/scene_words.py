"""What analysts call the kinds of scenes that the training images show: everyday words, British and American.

Each expression is a singular noun phrase, or, where English has none, a plural or a mass noun (listed in
:data:`NO_PLURAL`). They make labelled training phrases and test commands (``phrases.py``); none is taken
from a caption of a test image. A tenth of them is held out of training altogether (:func:`held_out`).
"""

from __future__ import annotations

import hashlib

SCENE_WORDS: dict[str, tuple[str, ...]] = {
    "airplane": (
        "airplane", "aeroplane", "aircraft", "plane", "jet", "passenger jet", "airliner", "parked plane",
        "plane at a gate", "jumbo jet",
    ),
    "airport": (
        "airport", "airfield", "air terminal", "airport terminal", "aerodrome", "airport apron",
        "international airport", "aviation hub", "airbase", "taxiway",
    ),
    "bareland": (
        "bare land", "bare ground", "bare soil", "barren land", "empty lot", "undeveloped land", "waste ground",
        "exposed earth", "brownfield site", "dirt ground", "unused land", "fallow ground",
    ),
    "baseballfield": (
        "baseball field", "baseball diamond", "ballpark", "softball field", "ball field", "baseball pitch",
        "infield and outfield", "baseball ground",
    ),
    "beach": (
        "beach", "sandy beach", "seaside", "sea shore", "sandy coast", "shoreline with waves", "seafront",
        "strand by the sea", "surf on the sand", "coastline", "bathing beach",
    ),
    "bridge": (
        "bridge", "river bridge", "road bridge", "river crossing", "bridge over water", "suspension bridge",
        "cable stayed bridge", "crossing over a river", "causeway over the water", "bridge spanning a river",
    ),
    "buildings": (
        "office building", "tall building", "office block", "city building", "large building", "tower block",
        "skyscraper", "high rise", "flat roofed building",
    ),
    "center": (
        "convention center", "exhibition hall", "conference centre", "civic centre", "exhibition center",
        "large public building", "arts center", "landmark building", "concert hall", "museum building",
    ),
    "chaparral": (
        "chaparral", "scrubland", "shrubland", "dry bushes", "scattered shrubs", "scrub", "bushland",
        "brushland", "shrubs on sandy ground",
    ),
    "church": (
        "church", "cathedral", "chapel", "place of worship", "church with a spire", "religious building",
        "basilica", "minster", "house of prayer",
    ),
    "commercial": (
        "commercial area", "shopping district", "business district", "downtown", "city centre", "shopping mall",
        "high street", "retail area", "city block with shops", "central business district", "department store",
    ),
    "denseresidential": (
        "dense residential area", "crowded housing", "tightly packed houses", "dense neighborhood", "terraced houses",
        "row houses", "built up housing area", "high density housing", "closely packed homes", "housing estate",
    ),
    "desert": (
        "desert", "sand dunes", "sandy desert", "dune field", "arid land", "sea of sand", "wasteland of sand",
        "dunes", "dry sandy region",
    ),
    "farmland": (
        "farmland", "farm field", "crop field", "agricultural land", "cultivated field", "arable land", "cropland",
        "ploughed field", "rice paddy", "plantation", "wheat field", "irrigated field", "farm",
    ),
    "forest": (
        "forest", "woodland", "wood", "dense trees", "tree cover", "jungle", "woods", "rainforest", "timberland",
        "tree canopy", "thick forest",
    ),
    "freeway": (
        "freeway", "motorway", "highway", "expressway", "dual carriageway", "interstate", "multi lane road",
        "main road with traffic", "carriageway", "turnpike",
    ),
    "golfcourse": (
        "golf course", "golf links", "putting green", "fairway", "golf club", "sand bunker on a golf course",
        "golf green", "place to play golf",
    ),
    "industrial": (
        "industrial area", "factory", "industrial estate", "warehouse", "manufacturing plant", "works",
        "industrial park", "plant with large roofs", "logistics depot", "mill", "workshop halls",
    ),
    "intersection": (
        "intersection", "crossroads", "road junction", "street crossing", "road crossing", "four way junction",
        "traffic junction", "street corner",
    ),
    "meadow": (
        "meadow", "grassland", "pasture", "grass field", "green field", "prairie", "grazing land", "lawn",
        "field of grass", "paddock",
    ),
    "mediumresidential": (
        "suburb", "residential area", "suburban houses", "neighbourhood", "houses with gardens", "housing area",
        "family homes", "residential neighborhood", "suburban street", "subdivision",
    ),
    "mobilehomepark": (
        "mobile home park", "trailer park", "caravan park", "caravan site", "mobile homes", "trailer court",
        "static caravans", "rows of trailers",
    ),
    "mountain": (
        "mountain", "mountain range", "mountain ridge", "rocky peak", "hills", "steep slopes", "summit",
        "highlands", "rugged terrain", "snow capped mountain",
    ),
    "overpass": (
        "overpass", "flyover", "road over a road", "motorway bridge", "grade separated junction",
        "highway overpass", "road bridge over a highway",
    ),
    "park": (
        "park", "city park", "public garden", "urban park", "green space", "park with a lake", "recreation ground",
        "gardens with paths", "botanical garden", "landscaped park",
    ),
    "parking": (
        "parking lot", "car park", "parked cars", "parking area", "parking space", "rows of cars",
        "vehicle parking", "cars in a lot", "parking facility", "park and ride", "car lot",
    ),
    "playground": (
        "running track", "athletics track", "sports field", "football pitch", "soccer field", "playing field",
        "sports ground", "athletic field", "playground", "track and field", "school sports ground",
    ),
    "pond": (
        "pond", "lake", "small lake", "water body", "reservoir", "pool of water", "fish pond", "lagoon", "mere",
        "still water", "lakelet",
    ),
    "port": (
        "harbor", "harbour", "port", "marina", "dock", "boats in a harbour", "wharf", "quay", "pier with ships",
        "yacht basin", "docked boats", "moored boats", "seaport", "jetty", "ships at berth", "boat basin",
    ),
    "railwaystation": (
        "railway station", "train station", "rail yard", "railroad station", "railway platforms",
        "station with tracks", "train depot", "rail terminal", "railway tracks", "marshalling yard",
    ),
    "resort": (
        "resort", "holiday resort", "hotel with a pool", "vacation resort", "hotel complex", "beach resort",
        "tourist resort", "holiday village", "spa hotel", "leisure complex",
    ),
    "river": (
        "river", "stream", "winding river", "waterway", "river bend", "watercourse", "meandering river",
        "river bank", "broad river", "creek",
    ),
    "runway": (
        "runway", "landing strip", "airstrip", "runway markings", "take off runway", "landing runway",
        "tarmac strip for planes",
    ),
    "school": (
        "school", "campus", "school building", "university", "college", "high school", "education campus",
        "school with a sports field", "academy", "schoolyard",
    ),
    "sparseresidential": (
        "sparse residential area", "isolated house", "farmhouse", "country house", "detached house with land",
        "scattered houses", "rural home", "single house", "villa in the countryside", "house among trees",
    ),
    "square": (
        "square", "plaza", "town square", "public square", "city square", "piazza", "market square",
        "paved open space", "forecourt", "central plaza",
    ),
    "stadium": (
        "stadium", "sports stadium", "arena", "football stadium", "sports arena", "grandstand",
        "soccer stadium", "bowl with seats", "sports venue", "olympic stadium",
    ),
    "storagetanks": (
        "storage tank", "oil tank", "fuel tank", "tank farm", "oil storage", "petroleum tank", "gas tank",
        "cylindrical tank", "fuel depot", "round white tank", "silo", "oil terminal", "refinery tank",
    ),
    "tenniscourt": (
        "tennis court", "tennis courts", "tennis club", "hard court", "court for tennis", "clay court",
        "place to play tennis",
    ),
    "viaduct": (
        "viaduct", "elevated road", "interchange", "spaghetti junction", "highway interchange", "cloverleaf",
        "elevated highway", "road interchange", "ramps and overpasses", "stacked roads", "motorway junction",
    ),
}  # fmt: skip

# Expressions that are plural or a mass noun already.
NO_PLURAL = frozenset({
    "aircraft", "bare land", "bare ground", "bare soil", "barren land", "undeveloped land", "waste ground",
    "exposed earth", "dirt ground", "unused land", "fallow ground", "infield and outfield", "seaside",
    "surf on the sand", "shoreline with waves", "chaparral", "scrubland", "shrubland", "dry bushes",
    "scattered shrubs", "scrub", "bushland", "brushland", "shrubs on sandy ground", "downtown",
    "crowded housing", "tightly packed houses", "terraced houses", "row houses", "high density housing",
    "closely packed homes", "sand dunes", "arid land", "dunes", "farmland", "agricultural land", "arable land",
    "cropland", "dense trees", "tree cover", "woods", "timberland", "golf links", "works", "workshop halls",
    "crossroads", "grassland", "grazing land", "suburban houses", "houses with gardens", "family homes",
    "mobile homes", "static caravans", "rows of trailers", "hills", "steep slopes", "highlands",
    "rugged terrain", "green space", "gardens with paths", "parked cars", "rows of cars", "vehicle parking",
    "cars in a lot", "track and field", "still water", "boats in a harbour", "docked boats", "moored boats",
    "ships at berth", "railway platforms", "railway tracks", "runway markings", "scattered houses", "oil storage",
    "tennis courts", "ramps and overpasses", "stacked roads",
})  # fmt: skip


def held_out(expression: str) -> bool:
    """Say whether an expression is kept out of all training phrases: one in ten, by a hash."""
    return hashlib.sha256(f"held out: {expression}".encode()).digest()[0] % 10 == 0


def plural(expression: str) -> str:
    """Return the plural of an expression of :data:`SCENE_WORDS` or of a noun of the vocabulary."""
    if expression in NO_PLURAL:
        return expression
    for joint in (
        " with ",
        " at ",
        " over ",
        " of ",
        " for ",
        " on ",
        " in ",
        " by ",
        " to ",
        " among ",
        " and ",
        " spanning ",
    ):
        head, found, rest = expression.partition(joint)
        if found:
            return plural(head) + found + rest
    if expression.endswith(("s", "x", "ch", "sh")):
        return expression + "es"
    if expression.endswith("y") and expression[-2:-1] not in "aeiou":
        return expression[:-1] + "ies"
    return expression + "s"
